"""Changes whose effect on a sentence is known: the pairs they make are trained on, so each must say what its name says."""

import random

import pytest
from training.entail_changes import (
    Lexicon,
    affirmed,
    another_figure,
    another_name,
    negated,
    opposite,
    shortened,
    stands_in,
)

LEXICON = Lexicon(
    verbs=frozenset({"meninjau", "menolak", "mengatakan", "naik", "terbakar"}),
    opposites={"naik": ["turun"], "turun": ["naik"]},
    names={"PER": ["Sartika Wulan", "Damar Prayoga"], "LOC": ["Tirtasari"]},
    kinds={"Sartika Wulan": "PER", "Damar Prayoga": "PER", "Tirtasari": "LOC"},
)


def drawing(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Wali kota meninjau pasar itu.", "Wali kota tidak meninjau pasar itu."),
        ("Gudang itu akan dibongkar.", "Gudang itu tidak akan dibongkar."),
        ("Gudang itu telah dibongkar.", "Gudang itu belum dibongkar."),
        ("Tirtasari adalah kota pelabuhan.", "Tirtasari bukan kota pelabuhan."),
        ("Tirtasari merupakan kota pelabuhan.", "Tirtasari bukan merupakan kota pelabuhan."),
        pytest.param("Wali kota tidak meninjau pasar itu.", None, id="denied already"),
        pytest.param("Warga yang menolak itu pedagang.", None, id="a verb that belongs to a noun"),
        pytest.param("Pasar di tepi sungai.", None, id="no verb"),
        pytest.param("", None, id="empty"),
    ],
)
def test_negated(text: str, denied: str | None) -> None:
    assert negated(text, LEXICON) == denied


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Wali kota tidak meninjau pasar itu.", "Wali kota meninjau pasar itu."),
        ("Gudang itu belum dibongkar.", "Gudang itu sudah dibongkar."),
        ("Tirtasari bukan kota pelabuhan.", "Tirtasari adalah kota pelabuhan."),
        ("Tirtasari bukan merupakan kota pelabuhan.", "Tirtasari merupakan kota pelabuhan."),
        pytest.param("Di sana tidak ada korban.", None, id="tied"),
        pytest.param("Ia tidak datang dan tidak menelepon.", None, id="two"),
        pytest.param("Wali kota meninjau pasar itu.", None, id="none"),
        pytest.param("Tidak datang", None, id="at the start"),
    ],
)
def test_affirmed(text: str, plain: str | None) -> None:
    assert affirmed(text) == plain


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Sebanyak 48 rumah rusak.", "48"),
        ("Harga naik 3,5 persen.", "3,5"),
        ("Tiga kapal tiba Senin.", "Senin"),
        ("Ada dua kapal.", "dua"),
    ],
)
def test_another_figure_changes_just_the_figure(text: str, old: str, seed: int) -> None:
    changed = another_figure(text, text, drawing(seed))
    if changed is None:  # the figure drawn stands in the text already
        return
    before, after = text.split(old)
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert not stands_in(old, changed)


def test_another_figure_needs_one_that_both_texts_hold() -> None:
    assert another_figure("Sebanyak 48 rumah rusak.", "Ada 148 rumah.", drawing(1)) is None


def test_another_figure_is_found_in_most_draws() -> None:
    found = [another_figure("Sebanyak 48 rumah rusak.", "Ada 48 rumah.", drawing(seed)) for seed in range(20)]
    assert sum(each is not None for each in found) >= 18


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Harga beras naik.", "Harga beras turun."),
        ("Turun harga beras.", "Naik harga beras."),
        ("Beras mahal.", None),
    ],
)
def test_opposite(text: str, changed: str | None) -> None:
    assert opposite(text, LEXICON, drawing(3)) == changed


def test_another_name_is_of_the_same_kind_and_stands_in_neither_text() -> None:
    text, beside = "Damar Prayoga meninjau pasar.", "Pasar itu ditinjau Damar Prayoga."
    found = {another_name(text, beside, LEXICON, drawing(seed)) for seed in range(20)}
    assert found == {None, "Sartika Wulan meninjau pasar."}
    assert another_name(text, "Pasar itu ditinjau.", LEXICON, drawing(1)) is None


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Wali kota meninjau pasar itu, sementara warga menunggu.",
            {"Wali kota meninjau pasar itu."},
        ),
        pytest.param(
            "Wali kota Tirtasari mengatakan, pasar itu ditutup dan dibangun ulang tahun depan.",
            {None},
            id="no speaker without words",
        ),
        pytest.param("Pasar di tepi sungai, di kota.", {None}, id="no verb"),
    ],
)
def test_shortened(text: str, cut: set[str | None]) -> None:
    assert {shortened(text, LEXICON, drawing(seed)) for seed in range(20)} == cut
