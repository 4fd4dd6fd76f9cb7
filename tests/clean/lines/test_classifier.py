"""The line classifier: its arithmetic, its file, and what the bundled models say of made-up pages."""

import json

import numpy as np
import pytest

from clean.reading import desk, web_lines
from rujuk.clean.lines.classifier import MODEL, LineModel, Reading, bundled, from_json
from rujuk.clean.lines.features import Context
from rujuk.clean.lines.line import Line

SENTENCES = (
    "WANTULI – Gempa berkekuatan 5,4 mengguncang Wantuli pada Senin malam dan merusak belasan rumah di tepi pantai.",
    "“Kami semua lari ke bukit karena takut ada gelombang besar,” kata Rahmat Lakina, seorang warga Desa Sorea.",
    "Badan penanggulangan bencana setempat menyatakan tidak ada korban jiwa, tetapi empat orang dirawat di puskesmas.",
    "Guncangan terasa selama sekitar sepuluh detik, dan listrik di seluruh kota padam sampai tengah malam.",
)
MENU = ("Beranda", "Nusantara", "Olah Raga", "Indeks", "Tentang Kami", "Redaksi", "Cari")


def chances(model: LineModel, lines: list[Line]) -> list[float]:
    return model.probabilities(lines, Context(), desk().rules, desk().config)


class TestReading:
    def test_a_logistic(self) -> None:
        reading = Reading({"words": 2.0}, -1.0)
        found = reading.probabilities({"words": np.array([0.0, 0.5, 1.0])}, 3)
        assert found.tolist() == pytest.approx([1 / (1 + np.e), 0.5, 1 / (1 + 1 / np.e)])

    def test_a_column_that_is_not_there_adds_nothing(self) -> None:
        assert Reading({"nothing": 9.0}, 0.0).probabilities({}, 2).tolist() == [0.5, 0.5]

    @pytest.mark.parametrize(("value", "chance"), [(1e300, 1.0), (-1e300, 0.0)])
    def test_no_number_is_too_large(self, value: float, chance: float) -> None:
        found = Reading({"words": 1.0}, 0.0).probabilities({"words": np.array([value])}, 1)
        assert found[0] == pytest.approx(chance)


class TestFile:
    def test_it_is_read_as_it_stands(self) -> None:
        data = json.loads(MODEL.read_text(encoding="utf-8"))
        models = from_json(data)
        assert models == bundled()
        assert models.text.first.weights == data["text"]["first"]["weights"]
        assert models.web.threshold == data["web"]["threshold"]

    def test_it_says_what_it_was_fitted_on_and_holds_under_200_numbers(self) -> None:
        data = json.loads(MODEL.read_text(encoding="utf-8"))
        assert data["fitted_on"]
        readings = [data[kind][name] for kind in ("web", "text") for name in ("first", "second")]
        assert sum(len(reading["weights"]) + 1 for reading in readings) < 200


class TestBundled:
    def test_sentences_of_a_flattened_page_are_likelier_than_its_menu(self) -> None:
        lines = [Line(text) for text in (*MENU, *SENTENCES, *MENU)]
        found = chances(bundled().text, lines)
        body = found[len(MENU) : len(MENU) + len(SENTENCES)]
        assert min(body) > 0.5 > max(found[: len(MENU)] + found[-len(MENU) :])

    def test_paragraphs_of_a_web_page_are_likelier_than_its_lists(self) -> None:
        menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in MENU)
        body = "".join(f"<p>{text}</p>" for text in SENTENCES)
        lines = web_lines(f"<nav><ul>{menu}</ul></nav><article>{body}</article>")
        found = dict(zip([line.text for line in lines], chances(bundled().web, lines), strict=True))
        assert (
            min(found[text] for text in SENTENCES)
            > bundled().web.threshold
            > max(found[name] for name in MENU)
        )

    def test_no_lines_have_no_chances(self) -> None:
        assert chances(bundled().text, []) == []
