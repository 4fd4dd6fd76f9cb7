"""Who signed and who edited, as pages and prints say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.lines.byline import (
    choose_byline,
    closing_lines,
    is_name,
    person,
    printed_roles,
    roles_of,
    signature,
)
from rujuk.clean.lines.rules import rules_of
from rujuk.lang.base import load_all
from rujuk.model.text import Furniture
from rujuk.outlets.base import load

ROLES, OUTLETS, RULES = roles_of(load_all()), load(), rules_of(load_all())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gita Paramitha -detikNews", "Gita Paramitha"),
        ("Pavla Orlend · Reuters", "Pavla Orlend"),
        ("By Pavla Orlend", "Pavla Orlend"),
        ("Oleh: Gita Paramitha", "Gita Paramitha"),
        ("Laporan Wartawan Gita Paramitha", "Gita Paramitha"),
        ("Gita Paramitha Jurnalis", "Gita Paramitha"),
        ("Kontributor Wantuli, Sahrul", "Kontributor Wantuli, Sahrul"),
        ("Gita Paramitha, Tempo.co", "Gita Paramitha"),
        ("Tim Tempo.co, Gita Paramitha", "Gita Paramitha"),
        ("Gita Paramitha (gita@karsa.example)", "Gita Paramitha"),
        ("Gita Paramitha @gitaparam", "Gita Paramitha"),
        ("Tempo.co", ""), ("Kabar Teluk", ""), ("Redaksi", ""), ("Tim Redaksi", ""), ("admin", ""), ("Super Admin", ""),
        ("Administrator", ""), ("pwr12", ""), ("https://karsa.example/penulis/gita", ""), ("", ""), ("x" * 1000, ""),
        ("Openg", "Openg"), ("Bybit Lakina", "Bybit Lakina"),
        ("A, Be", "Be"), ("gita paramitha - Karsa Niaga", "gita paramitha, Karsa Niaga"), ("gita", ""), ("tim liputan", ""), ("gita 2", ""),
    ],
)  # fmt: skip
def test_a_person_without_what_stands_beside(text: str, expected: str) -> None:
    assert person(text, ROLES, OUTLETS, ("Kabar Teluk",)) == expected


@given(st.text(max_size=400))
def test_any_byline_is_read(text: str) -> None:
    assert len(person(text, ROLES, OUTLETS)) <= 150
    assert isinstance(is_name(text), bool)


@pytest.mark.parametrize(
    ("lines", "writers", "editors"),
    [
        (["Pewarta: Gita Paramitha", "Editor: Laras Wening"], ("Gita Paramitha",), ("Laras Wening",)),
        (["Pewarta: Gita Paramitha Editor: Laras Wening COPYRIGHT © KARSA 2026"], ("Gita Paramitha",), ("Laras Wening",)),
        (["Rep: Sahrul/ Red: Laras Wening"], ("Sahrul",), ("Laras Wening",)),
        (["Penulis", ": Kontributor Wantuli, Sahrul", "Editor", ": Laras Wening"], ("Kontributor Wantuli, Sahrul",), ("Laras Wening",)),
        (["Editor", "Laras"], (), ("Laras",)),
        (["Redaktur : Laras Wening"], (), ("Laras Wening",)),
        (["Editor", "12 menit lalu"], (), ()),
        (["Kored: Sahrul"], (), ()),
        (["Reporter: Gita Paramitha | Editor: Laras Wening"], ("Gita Paramitha",), ("Laras Wening",)),
    ],
)  # fmt: skip
def test_roles_in_print(lines: list[str], writers: tuple[str, ...], editors: tuple[str, ...]) -> None:
    assert printed_roles([Furniture("credit", line) for line in lines], ROLES) == (writers, editors)


def test_a_caption_names_no_writer() -> None:
    assert printed_roles([Furniture("caption", "Penulis: Gita Paramitha")], ROLES) == ((), ())


BODY = ["Feri itu tenggelam di Selat Wantuli.", "Tujuh orang dicari.", "Pencarian diteruskan besok."]


@pytest.mark.parametrize(
    ("closing", "count"),
    [
        (["GITA PARAMITHA"], 1),
        (["ANTARA | GITA PARAMITHA"], 1),
        (["Editor", ": Laras Wening"], 2),
        (["Penulis", ": Gita", "Editor", ": Laras Wening"], 4),
        (["Editor: Laras Wening"], 1),
        (["SELESAI"], 0),
        (["Ia berharap cuaca membaik."], 0),
        ([], 0),
    ],
)
def test_signatures_under_a_text(closing: list[str], count: int) -> None:
    assert closing_lines([*BODY, *closing], ROLES, RULES, OUTLETS) == count


def test_the_name_in_capitals() -> None:
    assert signature("ANTARA | GITA PARAMITHA", OUTLETS) == "GITA PARAMITHA"
    assert signature("Editor", OUTLETS) == ""


@pytest.mark.parametrize(
    ("tagged", "printed", "editors", "expected"),
    [
        (["Laras"], ["Gita"], ["Laras"], "Gita"),
        (["Laras"], [], ["Laras"], "Laras"),
        (["Gita"], ["Sahrul"], ["Laras"], "Gita"),
        ([], [], ["Laras"], None),
    ],
)
def test_the_writer_is_not_the_editor(
    tagged: list[str], printed: list[str], editors: list[str], expected: str | None
) -> None:
    assert choose_byline(tagged, printed, editors) == expected
