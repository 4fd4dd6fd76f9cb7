"""What is seen of a line: each column on lines made for it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.reading import desk, web_lines
from rujuk.clean.lines.classifier import bundled
from rujuk.clean.lines.features import (
    Columns,
    Context,
    columns_of,
    context_columns,
    ends_sentence,
    lengths,
    neighbour_columns,
    place_columns,
    text_columns,
)
from rujuk.clean.lines.line import Line

LEAD = (
    "Sebuah truk tangki terguling di Jalan Poros Meruas pada Kamis pagi, dan lalu lintas terhenti tiga jam."
)
NEXT = "“Remnya tidak berfungsi,” kata sopir truk itu, Darmin Lakaba, di Puskesmas Meruas."
MENU = "Beranda"


def seen(text: str, *, label: str | None = None, description: str = "") -> dict[str, float]:
    """Return the columns of a line that stands alone."""
    context = Context(description=description)
    columns = text_columns([Line(text, label)], context, desk().rules, desk().config)
    return {name: float(values[0]) for name, values in columns.items()}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Hujan turun.", "sentence", 1),
        ("Hujan turun", "sentence", 0),
        ("“Hujan turun,”", "sentence", 1),
        ("雨が降った。", "sentence", 1),
        ("Mengapa jembatan itu putus?", "asks", 1),
        ("“Ya.”", "quotes", 1),
        ("Desa Meruas banjir lagi", "capitals", 0.5),
        ("Desa Meruas banjir lagi", "plain_words", np.log1p(2)),
        ("a1b2", "digits", 0.5),
        ("12 Mei 2026, 10:31", "dated", 1),
        ("Ekonomi | Olahraga", "parted", 1),
        ("Warga desa menunggu kabar ...", "trails_off", 1),
        ("satu, dua, tiga", "commas", 0.5),
        ("Warga menunggu. (Foto: Gita Paramitha)", "caption_words", 1),
        ("dua kata", "words", np.log1p(2)),
        ("dua kata", "words_over_20", 0),
    ],
)
def test_what_a_line_shows(text: str, name: str, value: float) -> None:
    assert seen(text)[name] == pytest.approx(value)


@pytest.mark.parametrize(
    ("label", "name"),
    [("related", "related"), ("menu", "furniture"), ("caption", "captioned"), ("byline", "credited")],
)
def test_a_label_is_a_column(label: str, name: str) -> None:
    assert seen(LEAD, label=label)[name] == 1
    assert seen(LEAD)[name] == 0


def test_a_line_that_the_page_describes_itself_by() -> None:
    assert seen(LEAD, description=LEAD)["described"] == 1
    assert seen(LEAD, description="Harga cabai turun")["described"] == 0
    assert seen(LEAD)["described"] == 0


def test_only_what_is_asked_for_is_looked_at() -> None:
    few = text_columns([Line(LEAD)], Context(), desk().rules, desk().config, {"sentence"})
    assert "sentence" in few
    assert "caption_words" not in few


def test_words_of_scripts_without_spaces_are_counted_by_characters() -> None:
    assert lengths([Line("橋が落ちて十一人が病院に運ばれた。")]).tolist() == [8]
    assert lengths([Line("tiga kata saja")]).tolist() == [3]


@pytest.mark.parametrize(
    ("text", "ends"), [("Selesai.", True), ("終わり」", True), ("Selesai", False), ("", False)]
)
def test_ends_of_sentences(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


class TestNeighbours:
    lines = (Line(MENU, "menu"), Line(LEAD), Line(NEXT), Line(MENU, "menu"))

    def test_furniture_beside_a_line(self) -> None:
        columns = neighbour_columns(self.lines)
        assert columns["furniture_before"].tolist() == [0, 1, 0, 0]
        assert columns["furniture_after"].tolist() == [0, 0, 1, 0]
        assert columns["furniture_6"].tolist() == [0.5] * 4

    def test_the_run_of_sentences_grows_to_the_whole(self) -> None:
        until = neighbour_columns(self.lines)["run_until"]
        assert until[0] == 0
        assert until[-1] == pytest.approx(1)
        assert (np.diff(until) >= 0).all()

    def test_sentences_around(self) -> None:
        assert neighbour_columns(self.lines)["sentence_after"].tolist() == [1, 1, 0, 0]


class TestPlaces:
    page = f"<nav><ul><li><a href=/>{MENU}</a></li></ul></nav><h1>Truk Terguling</h1><article><p>{LEAD}</p><p>{NEXT}</p></article>"

    def columns(self) -> Columns:
        return place_columns(web_lines(self.page), Context("Truk Terguling"))

    @pytest.mark.parametrize(
        ("name", "values"),
        [
            ("linked", [1, 0, 0, 0]),
            ("link_alone", [1, 0, 0, 0]),
            ("tag_li", [1, 0, 0, 0]),
            ("tag_p", [0, 0, 1, 1]),
            ("in_nav", [1, 0, 0, 0]),
            ("in_article", [0, 0, 1, 1]),
            ("beside_sentences", [0, 0, 1, 1]),
            ("below_title", [0, 0, 1, 1]),
        ],
    )
    def test_what_a_place_shows(self, name: str, values: list[float]) -> None:
        assert self.columns()[name].tolist() == pytest.approx(values)

    def test_lines_without_places_have_none(self) -> None:
        assert place_columns([Line(LEAD)], Context()) == {}


def test_what_the_first_reading_says_of_the_lines_around() -> None:
    columns = context_columns(
        [Line(MENU), Line(LEAD), Line(NEXT), Line(MENU)], np.array([0.1, 0.9, 0.8, 0.2])
    )
    assert columns["line_before"].tolist() == [0, 0.1, 0.9, 0.8]
    assert columns["line_after"].tolist() == [0.9, 0.8, 0.2, 0]
    assert columns["between"].tolist() == pytest.approx([0, 0.08, 0.18, 0])
    assert columns["sure_before"][2] == 1
    assert columns["own"][1] == pytest.approx(np.log(9))


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=40), st.sampled_from([None, "menu", "end"])), max_size=12)
)
def test_every_column_has_a_number_for_every_line(made: list[tuple[str, str | None]]) -> None:
    lines = [Line(text, label) for text, label in made]
    columns = columns_of(lines, Context("Judul", "Keterangan"), desk().rules, desk().config)
    columns |= context_columns(lines, np.full(len(lines), 0.5))
    assert {len(values) for values in columns.values()} == {len(lines)}
    assert all(np.isfinite(values).all() for values in columns.values())


def test_the_models_name_columns_that_there_are() -> None:
    for model, lines in ((bundled().web, web_lines(TestPlaces.page)), (bundled().text, [Line(LEAD)])):
        columns = columns_of(lines, Context(), desk().rules, desk().config)
        assert set(model.first.weights) <= set(columns)
        assert set(model.second.weights) <= {*columns, *context_columns(lines, np.full(len(lines), 0.5))}


@pytest.mark.parametrize(
    ("markup", "quoted"),
    [
        (f"<div><p>{LEAD}</p><blockquote><p>{NEXT}</p></blockquote></div>", [0.0, 1.0]),
        (f"<div><p>{LEAD}</p><blockquote>{NEXT}</blockquote></div>", [0.0, 1.0]),
        (f"<div class='komentar'><p>{LEAD}</p><blockquote><p>{NEXT}</p></blockquote></div>", [0.0, 0.0]),
    ],
)
def test_what_is_quoted_in_a_page_but_not_in_its_comments(markup: str, quoted: list[float]) -> None:
    assert place_columns(web_lines(markup), Context())["quoted"].tolist() == quoted
