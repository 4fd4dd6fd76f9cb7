import hashlib
import json
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from training.entail_reader import (
    ENTAIL,
    ENTAIL_CONFIG,
    MOST_HYPOTHESIS,
    MOST_PREMISE,
    Entailment,
    framed,
    tokens,
)

from rujuk.encoder.files import BUNDLED, MODEL, TOKENIZER
from rujuk.model.errors import EncoderError

TOKENIZER_OF_PACKAGE = Tokenizer.from_file(str(BUNDLED / TOKENIZER))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose three files are as entail.json says, though entail.onnx is no network."""
    copy(BUNDLED / TOKENIZER, tmp_path)
    for name in (MODEL, ENTAIL):
        (tmp_path / name).write_bytes(name.encode())
    sums = {
        name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in (MODEL, TOKENIZER, ENTAIL)
    }
    (tmp_path / ENTAIL_CONFIG).write_text(json.dumps({"name": "coba", "sha256": sums}))
    return tmp_path


@pytest.mark.parametrize("name", [MODEL, TOKENIZER, ENTAIL])
def test_an_altered_file_is_named_with_the_sum_it_should_have(folder: Path, name: str) -> None:
    wanted = json.loads((folder / ENTAIL_CONFIG).read_text())["sha256"][name]
    (folder / name).write_bytes(b"lain")
    with pytest.raises(EncoderError, match=rf"{name} has SHA-256 [0-9a-f]{{64}}; .* need {wanted}"):
        Entailment.load(folder)


@pytest.mark.parametrize("name", [MODEL, TOKENIZER, ENTAIL, ENTAIL_CONFIG])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(EncoderError, match=f"cannot read .*{name}"):
        Entailment.load(folder)


@pytest.mark.parametrize("told", ["", "[]", '{"name": "coba"}', '{"name": "coba", "sha256": {}}'])
def test_a_config_that_names_no_sums_is_refused(folder: Path, told: str) -> None:
    (folder / ENTAIL_CONFIG).write_text(told)
    with pytest.raises(EncoderError, match="does not name the entailment weights"):
        Entailment.load(folder)


def test_what_is_no_network_is_refused(folder: Path) -> None:
    with pytest.raises(EncoderError, match=f"{ENTAIL} is no network"):
        Entailment.load(folder)


@given(st.text(), st.text())
def test_each_side_is_bounded_and_keeps_a_token(premise: str, hypothesis: str) -> None:
    left, right = tokens(TOKENIZER_OF_PACKAGE, (premise * 50, hypothesis * 50))
    ids, side = framed(left, right)
    assert len(ids) == len(side) <= MOST_PREMISE + MOST_HYPOTHESIS + 4
    assert side == sorted(side)
    assert set(side) == {0, 1}
    assert len(left) <= MOST_PREMISE
    assert len(right) <= MOST_HYPOTHESIS
