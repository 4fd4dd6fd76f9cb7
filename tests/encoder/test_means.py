"""The mean vectors of languages: read with the encoder, refused where they cannot be its own."""

import json

import numpy as np
import pytest

from rujuk.encoder.base import Encoder
from rujuk.encoder.means import MEANS, read_means
from rujuk.model.errors import EncoderError


def test_the_bundled_encoder_has_the_means_of_its_languages() -> None:
    means = Encoder.load().means
    assert sorted(means) == ["en", "id", "ms"]
    assert {row.shape for row in means.values()} == {(384,)}


def test_a_report_is_nearer_its_translation_without_the_means() -> None:
    encoder = Encoder.load()
    texts = {
        "id": ["Banjir merendam tiga desa di tepi sungai.", "Harga cabai naik lagi di pasar kota."],
        "en": [
            "Floods submerged three villages along the river.",
            "Chili prices rose again at the city market.",
        ],
    }
    rows = {
        code: encoder.vectors(own, prefix="passage: ") - encoder.means[code] for code, own in texts.items()
    }
    unit = {code: own / np.linalg.norm(own, axis=1, keepdims=True) for code, own in rows.items()}
    near = unit["id"] @ unit["en"].T
    assert near[0, 0] > near[0, 1] + 0.3
    assert near[1, 1] > near[1, 0] + 0.3


def test_a_folder_without_means_has_none(tmp_path) -> None:
    assert read_means(tmp_path, 3) == {}


@pytest.mark.parametrize(
    "text", ["no json", "{}", json.dumps({"means": {"id": ["a"]}}), json.dumps({"means": {"id": [1.0, 2.0]}}), json.dumps({"means": 3})]
)  # fmt: skip
def test_damaged_means_are_refused_by_name(text: str, tmp_path) -> None:
    (tmp_path / MEANS).write_text(text, encoding="utf-8")
    with pytest.raises(EncoderError, match=MEANS):
        read_means(tmp_path, 3)
