"""Write the encoder's mean vector of news leads by language, from NTREX ("may train"): src/rujuk/encoder/data/means.json.

    RUJUK_DATA=... python -m training.fit_means

The same documents in three languages, so that what differs between the means is the language and not the news. Documents
of the report half (evals.stories_across) are left out, so that they can be scored. Run again whenever the encoder changes.
"""

import json
import os
from pathlib import Path

import numpy as np
from evals.stories_across import half_of, ntrex

from rujuk.encoder.files import BUNDLED, CONFIG, MODEL
from rujuk.encoder.means import MEANS
from rujuk.pipeline.work import Tools, lead_vectors

DECIMALS = 5


def means(data: Path) -> dict[str, list[float]]:
    """Return the mean vector of each language's documents."""
    articles = [item for item in ntrex(data) if half_of(item.id) == "fit"]
    vectors = lead_vectors(articles, Tools())
    found = {}
    for code in sorted({item.language for item in articles}):
        rows = np.stack([vectors[item.id] for item in articles if item.language == code])
        found[code] = [round(float(value), DECIMALS) for value in rows.astype(np.float64).mean(axis=0)]
    return found


def vectors_sha256() -> str:
    """SHA-256 of the bundled network without its labels: what the vectors hang on."""
    config = json.loads((BUNDLED / CONFIG).read_text(encoding="utf-8"))
    return str(config.get("grafted_on", config["sha256"][MODEL]))


def main() -> None:
    """Write the means beside the network they belong to."""
    data = Path(os.environ["RUJUK_DATA"])
    told = {
        "about": "mean of the vectors of title and lead; NTREX-128 (CC BY-SA 4.0), fit half; training/fit_means.py",
        "encoder": vectors_sha256(),
        "means": means(data),
    }
    (BUNDLED / MEANS).write_text(json.dumps(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
