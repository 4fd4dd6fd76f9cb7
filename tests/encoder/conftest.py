from pathlib import Path

import pytest

from rujuk.encoder import Encoder
from rujuk.encoder.files import BUNDLED


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder.load(threads=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the bundled files, without their config: another maker's encoder."""
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(BUNDLED / name)
    return tmp_path
