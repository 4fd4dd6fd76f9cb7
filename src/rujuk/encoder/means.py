"""What all vectors of one language have in common: taken away, a report and its translation lie as near as two reports."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rujuk.model.errors import EncoderError

MEANS = "means.json"


def read_means(folder: Path, width: int) -> Mapping[str, NDArray[np.float32]]:
    """Return the mean vector of news leads by language code, none where the encoder's folder has no means.json.

    Each has `width` components and is no unit vector. Raises EncoderError where the file is damaged or of another width.
    """
    path = folder / MEANS
    if not path.exists():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))["means"]
        found = {code: np.asarray(values, dtype=np.float32) for code, values in sorted(told.items())}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderError(
            f'{path} does not hold lists of numbers by language under "means": {error}'
        ) from error
    if any(row.shape != (width,) for row in found.values()):
        raise EncoderError(f"{path} holds vectors of another width than the encoder's {width}")
    return found
