import re
import tomllib
from pathlib import Path

import pytest

from rujuk.model.errors import ConfigError
from rujuk.render import wording as module
from rujuk.render.wording import languages, wording

TEMPLATES = Path(module.__file__).parent / "templates"
PLACES = re.compile(r"{(\w+)")


def test_both_languages_have_the_same_labels_with_the_same_places() -> None:
    first, second = wording("id").labels, wording("en").labels
    assert first.keys() == second.keys()
    assert {key for key in first if sorted(PLACES.findall(first[key])) != sorted(PLACES.findall(second[key]))} <= {
        "count.sentences.one", "count.stretches.one",
    }  # fmt: skip
    assert all(label.strip() for labels in (first, second) for label in labels.values())


def test_every_language_is_a_readable_file() -> None:
    assert languages() == ("en", "id")
    for path in module.HERE.glob("*.toml"):
        assert tomllib.loads(path.read_text("utf-8"))


def test_every_label_of_a_template_is_there() -> None:
    used = {
        key
        for path in TEMPLATES.glob("*.html")
        for key in re.findall(r"""\bt\(["']([\w.]+)["']\s*[,)]""", path.read_text("utf-8"))
    }
    assert len(used) > 30
    assert used <= wording("id").labels.keys()


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ConfigError, match="en, id"):
        wording("xx")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2026-03-03", "Selasa, 3 Maret 2026", "Tuesday, 3 March 2026"),
        ("2026-03-03T08:05:00+07:00", "Selasa, 3 Maret 2026 pukul 08.05 WIB", "Tuesday, 3 March 2026, 08:05 WIB"),
        ("2026-08-17T10:00:00+09:00", "Senin, 17 Agustus 2026 pukul 10.00 WIT", "Monday, 17 August 2026, 10:00 WIT"),
        ("2026-03-03T08:05:00-03:30", "Selasa, 3 Maret 2026 pukul 08.05 UTC-03:30", "Tuesday, 3 March 2026, 08:05 UTC-03:30"),
        ("2026-03-03T08:05", "Selasa, 3 Maret 2026 pukul 08.05", "Tuesday, 3 March 2026, 08:05"),
        ("kemarin", "kemarin", "kemarin"),
        ("2026-13-40", "2026-13-40", "2026-13-40"),
    ],
)  # fmt: skip
def test_moment(value: str, indonesian: str, english: str) -> None:
    assert wording("id").moment(value) == indonesian
    assert wording("en").moment(value) == english


@pytest.mark.parametrize(
    ("start", "end", "granularity", "expected"),
    [
        ("2026-03-03", "2026-03-03", "day", "Selasa, 3 Maret 2026"),
        ("2026-03-01", "2026-03-31", "month", "Maret 2026"),
        ("2026-03-02", "2026-03-08", "week", "Senin, 2 Maret 2026 – Minggu, 8 Maret 2026"),
        ("2026-03-03T00:00", "2026-03-03T04:59", "part", "Selasa, 3 Maret 2026 pukul 00.00–04.59"),
        ("besok", "lusa", "day", "besok/lusa"),
    ],
)
def test_interval(start: str, end: str, granularity: str, expected: str) -> None:
    assert wording("id").interval(start, end, granularity) == expected


def test_counts_and_numbers() -> None:
    assert wording("id").count("reports", 1500) == "1.500 laporan"
    assert wording("en").count("reports", 1) == "1 report"
    assert wording("en").count("reports", 0) == "0 reports"
    assert wording("id").share(0.825) in {"0,82", "0,83"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_status_kind_and_element_has_its_words(language: str) -> None:
    from typing import get_args

    from rujuk.model import annotations, statement
    from rujuk.model.story import ReuseKind
    from rujuk.model.text import PARTS

    groups = {
        "status": get_args(statement.Status),
        "how": get_args(statement.Status),
        "element": get_args(statement.Element),
        "kind": get_args(statement.OriginKind),
        "modality": get_args(annotations.Modality),
        "quotes": get_args(annotations.QuotationKind),
        "reuse": get_args(ReuseKind),
        "part": PARTS,
    }
    labels = wording(language).labels
    assert [
        f"{group}.{value}"
        for group, values in groups.items()
        for value in values
        if f"{group}.{value}" not in labels
    ] == []
