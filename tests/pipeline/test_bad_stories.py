"""Stories that are hard to bear, through the whole pipeline: right output, nothing lost, no more work than they are worth."""

from pathlib import Path
from typing import Any

import pytest

from reports import DOMAINS, MARKET, WAVES, WAVES_AGAIN, WAVES_RETOLD, origin_articles, row, told
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Statement

NAMES = [f"{first} {last}" for first in ("Bagas", "Retno", "Laras", "Sigit", "Tiara", "Harjono", "Sari", "Wulan", "Damar", "Galih")
         for last in ("Wiratama", "Palupi", "Sulistyo", "Pramana", "Lestari", "Anggara", "Dewanti", "Puspita", "Hartono", "Nugraha")]  # fmt: skip
BOATS = "Lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya pada Senin."
COPIES = 70
"""More articles than are compared each with each."""
LONG = (
    "Menurut laporan desa, "
    + ", ".join(f"rumah warga di RT {at} rusak diterjang ombak" for at in range(1, 58))
    + "."
)
LIST = f"Penumpang yang selamat adalah {', '.join(NAMES[:-1])}, dan {NAMES[-1]}."


def plain(name: str, text: str, **fields: Any) -> dict[str, Any]:
    """Return a report without outlet, address or date."""
    return {"id": name, "title": "", "text": text, "as_is": True, **fields}


def holding(dossier: Dossier, words: str) -> list[Statement]:
    return [item for item in dossier.statements if any(words in claim.text for claim in item.claims)]


def agreed(dossier: Dossier) -> list[str]:
    return [item.text for item in dossier.statements if item.independent > 1]


def disputed(dossier: Dossier) -> list[str]:
    return [item.text for item in dossier.statements if item.disagreements]


def test_a_story_of_one_article(tmp_path: Path) -> None:
    dossier = told(tmp_path, [row("karsa", WAVES)])
    assert dossier.statements
    assert {item.status for item in dossier.statements} == {"single"}
    assert not disputed(dossier)


def test_five_hundred_captures_of_one_page_are_one_report_that_counts_them(tmp_path: Path) -> None:
    dossier = told(tmp_path, [row("karsa", WAVES)] * 500)
    (card,) = dossier.articles
    assert card.copies == 500
    assert {item.status for item in dossier.statements} == {"single"}


def test_copies_at_many_addresses_are_one_origin(tmp_path: Path) -> None:
    outlets = sorted(DOMAINS)
    dossier = told(tmp_path, [row(outlets[at % 5], BOATS, slug=str(at)) for at in range(COPIES)])
    assert len(dossier.articles) == COPIES
    assert {len(item.article_ids) for item in dossier.statements} == {COPIES}
    assert {item.status for item in dossier.statements} == {"relayed"}
    assert not disputed(dossier)


def test_copies_lend_another_report_no_second_voice(tmp_path: Path) -> None:
    other = row("lenterakini", WAVES_AGAIN, slug="lain")
    alone = told(tmp_path, [row("karsa", WAVES), other])
    many = told(tmp_path, [*(row("karsa", WAVES, slug=str(at)) for at in range(9)), other])
    assert max(item.independent for item in many.statements) <= max(
        item.independent for item in alone.statements
    )
    assert not disputed(many)


def test_two_events_in_one_story_share_no_statement(tmp_path: Path) -> None:
    rows = [
        row("karsa", WAVES),
        row("lenterakini", WAVES_RETOLD, slug="b"),
        row("kabarteluk", MARKET, slug="c"),
    ]
    dossier = told(tmp_path, rows)
    waves = {item.id for item in holding(dossier, "perahu")}
    fire = {item.id for item in holding(dossier, "kios")}
    assert waves
    assert fire
    assert waves.isdisjoint(fire)
    assert not disputed(dossier)


@pytest.mark.parametrize("date", [None, "", "kapan-kapan", "0000-00-00"])
def test_articles_without_a_date(date: str | None, tmp_path: Path) -> None:
    rows = [
        row("karsa", WAVES, published_at=date),
        row("lenterakini", WAVES_RETOLD, slug="b", published_at=date),
    ]
    dossier = told(tmp_path, rows)
    assert {card.published_at for card in dossier.articles} == {None}
    assert any(len(item.article_ids) == 2 for item in dossier.statements)
    assert not disputed(dossier)


def test_a_sentence_of_four_hundred_words(tmp_path: Path) -> None:
    assert len(LONG.split()) > 400
    dossier = told(tmp_path, [row("karsa", f"{WAVES}\n{LONG}"), row("lenterakini", LONG, slug="b")])
    assert holding(dossier, "RT 57")
    assert not agreed(dossier)
    assert not disputed(dossier)


def test_a_list_of_a_hundred_names(tmp_path: Path) -> None:
    rows = [row("karsa", f"{WAVES}\n{LIST}"), row("lenterakini", f"{LIST}\n{WAVES_AGAIN}", slug="b")]
    dossier = told(tmp_path, rows)
    assert any(len(item.article_ids) == 2 for item in holding(dossier, NAMES[-1]))
    assert not disputed(dossier)


def test_no_date_no_citation_no_known_outlet(tmp_path: Path) -> None:
    texts = [text.partition(" kata ")[0].rpartition(",")[0] + "." for text in (WAVES_RETOLD, WAVES_RETOLD)]
    dossier = told(
        tmp_path, [plain("a", texts[0]), plain("b", "Ombak juga merusak lima perahu nelayan di Sukamulya.")]
    )
    assert not agreed(dossier)
    assert {origin.kind for item in dossier.statements for origin in item.origins} == {"unknown"}


def test_two_outlets_that_cite_each_other_are_one_origin(tmp_path: Path) -> None:
    rows = [
        row("karsa", "Lima perahu nelayan rusak dihantam ombak di Sukamulya, lansir Warta Nusa, Senin."),
        row(
            "wartanusa",
            "Lima perahu nelayan rusak dihantam ombak di Sukamulya, demikian dilansir Karsa.",
            slug="b",
        ),
    ]
    dossier = told(tmp_path, rows)
    assert any(len(item.article_ids) == 2 for item in dossier.statements)
    assert not agreed(dossier)


def test_an_agency_that_cites_an_outlet_is_no_second_origin(tmp_path: Path) -> None:
    text = "Lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya pada Senin."
    rows = [
        row("karsa", text),
        plain("b", f"{text} Demikian dilansir Karsa.", outlet="ANTARA"),
        row("kabarteluk", f"Menurut ANTARA, {text[0].lower()}{text[1:]}", slug="c"),
    ]
    dossier = told(tmp_path, rows)
    boats = [item for item in holding(dossier, "Lima perahu") if len(item.article_ids) > 1]
    assert boats
    assert not agreed(dossier)
    assert all(len(origin_articles(item)) >= 1 for item in boats)
