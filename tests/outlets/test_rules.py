"""Dated rules of outlets: how they are written, what a bad one is told, when they hold."""

import re
from pathlib import Path

import pytest

from project import DOCS
from rujuk.model.errors import PackError
from rujuk.outlets.base import load
from rujuk.outlets.rules import KEYS, LABELS, OutletRule, split_element

OUTLET = '[[outlet]]\nid = "wartanusa"\nname = "Warta Nusa"\nkind = "national"\n'
WHOLE = (
    OUTLET
    + """
[[outlet.rules]]
from = 2021-03-01
until = 2023-01-01
seen = "saved pages of 2021 and 2022"
list_patterns = ['warta pilihan']
end_patterns = ['obrolan pembaca']
inline_patterns = ['\\[wn\\]$']
desks = ["Nusa Sport"]

[outlet.rules.line_patterns]
ad = ['geser terus']

[outlet.rules.elements]
caption = ["p.ket", "#foto"]

[[outlet.rules]]
seen = "rows of 2025"
desks = ["Nusa Niaga"]
"""
)


def rules(tmp_path: Path, text: str) -> tuple[OutletRule, ...]:
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    outlet = load([path]).get("wartanusa")
    assert outlet is not None
    return outlet.rules


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    first, second = rules(tmp_path, WHOLE)
    assert first == OutletRule(
        since="2021-03-01",
        until="2023-01-01",
        seen="saved pages of 2021 and 2022",
        line_patterns=(("ad", ("geser terus",)),),
        list_patterns=("warta pilihan",),
        end_patterns=("obrolan pembaca",),
        inline_patterns=(r"\[wn\]$",),
        desks=("Nusa Sport",),
        elements=(("caption", ("p.ket", "#foto")),),
    )
    assert (second.since, second.until, second.desks) == ("", "", ("Nusa Niaga",))


def test_an_outlet_without_rules_has_none(tmp_path: Path) -> None:
    assert rules(tmp_path, OUTLET) == ()


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        ("2021-02-28", (False, True)),
        ("2021-03-01", (True, True)),
        ("2022-12-31T23:59:00+07:00", (True, True)),
        ("2023-01-01", (False, True)),
        ("", (True, True)),
    ],
)
def test_a_rule_holds_from_its_first_day_to_the_one_before_its_end(
    tmp_path: Path, day: str, holds: tuple[bool, bool]
) -> None:
    assert tuple(rule.holds(day) for rule in rules(tmp_path, WHOLE)) == holds


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("desks = []", "seen is missing"),
        ('seen = " "', "seen is missing"),
        ('seen = "x"\nfrom = "2021"', "from must be a day"),
        ('seen = "x"\nfrom = 2021-03-01T10:00:00Z', "from must be a day"),
        ('seen = "x"\nfrom = 2021-03-01\nuntil = 2021-03-01', "must be after"),
        ('seen = "x"\ndesks = "Sport"', "desks must be a list"),
        ('seen = "x"\ndesks = [""]', "desks must be a list"),
        ('seen = "x"\nfootnotes = []', "unknown keys"),
        ("seen = \"x\"\nend_patterns = ['(']", "no pattern"),
        ("seen = \"x\"\nline_patterns = { ad = ['['] }", "no pattern"),
        ("seen = \"x\"\nline_patterns = { iklan = ['x'] }", "unknown labels"),
        ('seen = "x"\nline_patterns = []', "must be a table"),
        ('seen = "x"\nelements = { caption = ["div p"] }', "no element"),
        ('seen = "x"\nelements = { caption = ["div"] }', "no element"),
    ],
)
def test_a_bad_rule_is_told_what_is_wrong(tmp_path: Path, written: str, message: str) -> None:
    with pytest.raises(PackError, match=message):
        rules(tmp_path, f"{OUTLET}[[outlet.rules]]\n{written}\n")


def test_rules_are_tables(tmp_path: Path) -> None:
    for written in ('rules = "x"', 'rules = ["x"]'):
        with pytest.raises(PackError, match="table"):
            rules(tmp_path, OUTLET + written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".ket", ("", "class", "ket")),
        ("div.ket-foto", ("div", "class", "ket-foto")),
        ("#foto", ("", "id", "foto")),
        ("p#foto", ("p", "id", "foto")),
        ("div", None),
        ("div .x", None),
        (".a.b", None),
        ("", None),
    ],
)
def test_elements(text: str, expected: tuple[str, str, str] | None) -> None:
    assert split_element(text) == expected


def test_every_bundled_rule_says_where_it_was_seen_and_says_something() -> None:
    bundled = [rule for outlet in load().all for rule in outlet.rules]
    assert bundled
    for rule in bundled:
        assert re.search(r"\b20\d\d\b", rule.seen), rule
        parts = (rule.line_patterns, rule.list_patterns, rule.end_patterns, rule.inline_patterns)
        assert any((*parts, rule.desks, rule.elements)), rule


def test_the_page_of_the_packs_names_every_key_and_label() -> None:
    page = (DOCS / "packs.md").read_text("utf-8")
    section = page.partition("### Rules of an outlet")[2]
    told = {
        word
        for row in re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
        for word in re.findall(r"`(\w+)`", row)
    }
    assert told == set(KEYS)
    assert all(f"`{label}`" in section for label in LABELS)
