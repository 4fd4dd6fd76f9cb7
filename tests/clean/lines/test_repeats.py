"""Bodies that repeat themselves, and other stories' headlines between paragraphs: labelled, and a refrain stays."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.body.text import lines_of_blocks
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.line import Line
from rujuk.clean.lines.repeats import label_repeats
from rujuk.clean.lines.strays import label_strays
from rujuk.clean.markup.blocks import parse, visible_blocks
from rujuk.model.text import Article

Read = Callable[..., Article]
LEAD = "Sebuah feri yang membawa 48 penumpang terbakar di Selat Wantuli pada Selasa malam, dan tujuh orang masih dicari."
SECOND = "“Api muncul dari ruang mesin dan cepat sekali menjalar ke geladak atas,” kata Nakhoda Daud Lameru kepada para wartawan."
CROSS = "Pencarian diteruskan"
THIRD = "Kepala Kantor SAR Wantuli Rusdi Lambata mengatakan pencarian dilanjutkan pada Rabu pagi dengan empat kapal dan satu helikopter."
LAST = "Belum ada keterangan dari pemilik kapal sampai berita ini ditulis pada Rabu siang."
CHANT = "“Laut ini ibu kami, dan ibu kami tidak untuk dijual,” seru mereka bersama-sama."
BODY = [LEAD, SECOND, CROSS, THIRD, LAST]


def labels(texts: list[str]) -> list[str | None]:
    lines = [Line(text) for text in texts]
    label_repeats(lines)
    return [line.label for line in lines]


R = "repeat"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([*BODY, *BODY], [None] * 5 + [R] * 5),
        ([*BODY, *(text.replace("“", '"').replace("”", '"').upper() for text in BODY)], [None] * 5 + [R] * 5),
        ([*BODY, "Cetak", *BODY], [None] * 6 + [R] * 5),
        ([" ".join(BODY), *BODY], [R] + [None] * 5),
        ([*BODY, " ".join(BODY)], [None] * 5 + [R]),
        ([*BODY, " ".join(BODY[1:])], [None] * 5 + [R]),
        ([f"{LEAD[:60]}...", *BODY], ["teaser"] + [None] * 5),
        ([f"{LEAD[:60]} […]", *BODY], ["teaser"] + [None] * 5),
        ([*BODY, f"{THIRD[:50]}…"], [None] * 5 + ["teaser"]),
        ([LEAD, SECOND, THIRD, SECOND, LAST], [None, None, None, R, None]),
    ],
    ids=["twice", "twice in other letters", "twice with a word between", "one line first", "one line last", "part in one line",
         "teaser", "teaser in brackets", "teaser below", "pull quote"],
)  # fmt: skip
def test_what_is_said_again(texts: list[str], found: list[str | None]) -> None:
    assert labels(texts) == found


@pytest.mark.parametrize(
    "texts",
    [
        BODY,
        [LEAD, CHANT, SECOND, CHANT, THIRD, CHANT, LAST],
        [LEAD, "Kami tidak mau!", SECOND, "Kami tidak mau!", THIRD],
        [LEAD, "Kapal", "Korban", "Cuaca", SECOND, "Kapal", "Korban", "Cuaca", THIRD],
        [f"{LEAD[:60]}...", SECOND, THIRD],
        [LEAD, f"{LEAD} {SECOND.replace('ruang mesin', 'dapur kapal')}"],
        [LEAD, LEAD.replace("tujuh", "sembilan"), SECOND],
    ],
    ids=[
        "nothing",
        "a chant",
        "a short cry",
        "short lines",
        "dots alone",
        "one sentence in another",
        "another number",
    ],
)
def test_what_stays(texts: list[str]) -> None:
    assert labels(texts) == [None] * len(texts)


def page_lines(markup: str) -> list[Line]:
    tree = parse(f"<html><body>{markup}</body></html>")
    assert tree is not None
    return lines_of_blocks(visible_blocks(tree))


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (f"<div><p>{LEAD}</p><p>{CHANT}</p><p>{SECOND}</p><p>{CHANT}</p><p>{LAST}</p></div>", [None] * 5),
        (f"<div><p>{LEAD}</p><p>{CHANT}</p><p>{SECOND}</p><aside><p>{CHANT}</p></aside><p>{LAST}</p></div>", [None, None, None, R, None]),
    ],
    ids=["in one element with its neighbours", "set apart"],
)  # fmt: skip
def test_a_refrain_is_told_from_a_pull_quote_by_its_element(markup: str, found: list[str | None]) -> None:
    lines = page_lines(markup)
    label_repeats(lines)
    assert [line.label for line in lines] == found


def test_desktop_and_mobile_are_one_body(html: Read, text: Read) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    mobile = "<br>".join(BODY)
    title = "Feri Terbakar di Selat Wantuli, Tujuh Orang Masih Dicari"
    page = f"<html><body><h1>{title}</h1><div class=isi>{paragraphs}</div><div class=m>{mobile}</div></body></html>"
    found = html(page)
    assert found.text == "\n".join(BODY)
    assert sum(line.label == R for line in found.furniture) == len(BODY)
    flattened = text("\n".join([title, *BODY, *BODY]))
    assert flattened.text == "\n".join(BODY)
    assert [line.text for line in flattened.furniture if line.label == R] == BODY


@given(st.lists(st.sampled_from([*BODY, CHANT, LEAD[:50] + "...", "Cetak", ""]), max_size=12))
def test_every_line_stays_once(texts: list[str]) -> None:
    """Whatever is labelled is still said by a line that is not."""
    found = labels(texts)
    kept = " ".join(text for text, label in zip(texts, found, strict=True) if label is None)
    for text, label in zip(texts, found, strict=True):
        if label is not None:
            assert text.removesuffix("...") in kept


@given(st.lists(st.text(alphabet='ab .…"', min_size=1, max_size=90), max_size=12))
def test_no_lines_are_an_error(texts: list[str]) -> None:
    assert len(labels(texts)) == len(texts)


OTHER = "Nelayan Meruas Menemukan Jaring Raksasa di Pantai Utara"


@pytest.mark.parametrize(
    ("markup", "is_stray"),
    [
        (f'<p><a href="/9">{OTHER}</a></p>', True),
        (f'<h3><a href="/9">{OTHER}</a></h3>', True),
        (f"<p>{OTHER}</p>", False),
        (f'<div><a href="/9">{OTHER}</a></div>', False),
        (f'<p><a href="/9">{SECOND}</a></p>', False),
        ('<p><a href="/9">Kantor SAR Wantuli</a></p>', False),
        ('<p><a href="/9">https://sar.example/feri</a></p>', False),
        (f'<p>{THIRD[:-1]} seperti diberitakan <a href="/9">{OTHER}</a></p>', False),
    ],
    ids=[
        "a link",
        "a linked heading",
        "no link",
        "a box",
        "a linked sentence",
        "a short link",
        "an address",
        "a link in a text",
    ],
)
def test_a_headline_between_paragraphs_is_a_link_alone(markup: str, is_stray: bool) -> None:
    lines = page_lines(markup)
    label_strays(lines, CleanConfig())
    assert [line.label for line in lines] == ["related" if is_stray else None]


@pytest.mark.parametrize("line", ["x" * 90 + ".", f"{LEAD} {SECOND}", "…" * 90, "a b. " * 30 + "..."])
def test_many_lines_with_one_beginning(line: str) -> None:
    found = labels([f"{line} {number}" for number in range(20_000)])
    assert len(found) == 20_000
