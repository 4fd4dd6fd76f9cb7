from pathlib import Path

import pytest

from project import OUTLETS
from reports import MARKET, WAVES, WAVES_RETOLD, row, write_rows
from rujuk.model.errors import InputError
from rujuk.model.report import Notice, Report
from rujuk.model.text import Article
from rujuk.pipeline.run import articles, documents, dossiers, stories
from rujuk.pipeline.settings import Settings

ONE_STORY = Settings(one_story=True, outlets=(OUTLETS,))
TAGALOG = (
    "Nasunog ang palengke noong Martes ng madaling araw at apatnapung tindahan ang natupok. "
    "Walang nasaktan, ayon sa hepe ng mga bumbero ng lungsod na nakausap ng mga mamamahayag kahapon."
)


def read(folder: Path, *rows: dict[str, object]) -> tuple[tuple[Article, ...], Report]:
    report = Report()
    return articles([write_rows(folder / "rows.jsonl", rows)], report=report), report


def notices(report: Report, reason: str) -> list[Notice]:
    return [item for item in report.notices if item.reason == reason]


def test_identical_captures_are_folded_and_counted(tmp_path: Path) -> None:
    same, other = row("karsa", WAVES, title="Ombak"), row("wartanusa", MARKET, title="Pasar")
    found, report = read(tmp_path, same, other, same, same)
    assert sorted(item.copies for item in found) == [1, 3]
    folded = notices(report, "duplicate_capture")
    assert [item.level for item in folded] == ["note", "note"]
    assert report.counts["pages"] == 4
    assert report.counts["articles"] == 2
    assert report.drops == []


def test_the_order_of_the_rows_changes_no_article(tmp_path: Path) -> None:
    rows = [
        row("karsa", WAVES, title="Ombak"),
        row("wartanusa", MARKET, title="Pasar"),
        row("karsa", WAVES, title="Ombak"),
    ]
    assert read(tmp_path, *rows)[0] == read(tmp_path, *reversed(rows))[0]


def test_another_capture_of_a_url_is_a_recapture_and_both_are_kept(tmp_path: Path) -> None:
    found, report = read(
        tmp_path, row("karsa", WAVES, title="Ombak"), row("karsa", WAVES_RETOLD, title="Ombak")
    )
    assert len(found) == 2
    (note,) = notices(report, "recapture")
    assert note.level == "note"
    assert note.detail.startswith("https://www.karsa.example/berita/a")
    (first,) = (item for item in found if item.revises is None)
    (second,) = (item for item in found if item.revises is not None)
    assert second.revises == first.id
    assert first.id in note.detail


def test_versions_of_a_url_are_a_chain_in_the_order_of_publication_whatever_the_order_of_the_rows(
    tmp_path: Path,
) -> None:
    texts = {"2026-01-05": WAVES, "2026-01-06": WAVES_RETOLD, "2026-01-07": MARKET}
    rows = [row("karsa", text, title="Ombak", published_at=day) for day, text in texts.items()]
    found, _ = read(tmp_path, *rows)
    assert read(tmp_path, *reversed(rows))[0] == found
    ids = {item.published_at: item.id for item in found}
    chain = {item.published_at: item.revises for item in found}
    assert chain == {"2026-01-05": None, "2026-01-06": ids["2026-01-05"], "2026-01-07": ids["2026-01-06"]}


def test_a_language_without_a_pack_is_kept_with_a_warning(tmp_path: Path) -> None:
    found, report = read(tmp_path, row("karsa", TAGALOG, title="Sunog", language="tl"))
    assert [item.language for item in found] == ["tl"]
    (warning,) = notices(report, "no_language_pack")
    assert warning.level == "warning"
    assert warning.detail == "tl; there are packs for en, id"
    assert report.drops == []


def test_a_missing_input_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none"):
        articles([tmp_path / "none"])


def test_a_bad_row_is_dropped_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", [row("karsa", WAVES, title="Ombak")])
    path.write_text(path.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    report = Report()
    assert len(articles([path], report=report)) == 1
    assert report.reasons() == {"bad_row": 1}


def test_one_story_holds_all_and_is_named_by_the_earliest(tmp_path: Path) -> None:
    path = write_rows(
        tmp_path / "rows.jsonl",
        [
            row("karsa", WAVES, title="Ombak", published_at="2026-01-06T09:00:00+07:00"),
            row("wartanusa", MARKET, title="Pasar", published_at="2026-01-05T09:00:00+07:00"),
        ],
    )
    report = Report()
    (dossier,) = dossiers([path], ONE_STORY, report=report)
    assert {card.title for card in dossier.articles} == {"Ombak", "Pasar"}
    assert dossier.title == "Pasar"
    assert dossier.manifest["settings"]["one_story"] is True
    assert report.counts["stories"] == report.counts["dossiers"] == 1
    assert report.counts["statements"] == len(dossier.statements) > 0


def test_two_events_are_two_stories(tmp_path: Path) -> None:
    path = write_rows(
        tmp_path / "rows.jsonl",
        [row("karsa", WAVES, title="Lima Perahu Rusak"), row("wartanusa", MARKET, title="Pasar Terbakar")],
    )
    found = stories([path], Settings(outlets=(OUTLETS,)))
    assert sorted(len(story.article_ids) for story in found) == [1, 1]
    assert [story.id for story in found] == sorted(story.id for story in found)


@pytest.mark.parametrize("settings", [Settings(), ONE_STORY])
def test_no_articles_make_no_dossier(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "empty").mkdir()
    assert dossiers([tmp_path / "empty"], settings) == ()
    assert stories([tmp_path / "empty"], settings) == ()


def test_documents_come_sorted_by_article(tmp_path: Path) -> None:
    path = write_rows(
        tmp_path / "rows.jsonl", [row("karsa", WAVES, title="Ombak"), row("wartanusa", MARKET, title="Pasar")]
    )
    found = documents([path])
    assert [item.article.id for item in found] == sorted(item.article.id for item in found)
    assert all(item.depth == "full" and item.sentences for item in found)


def test_the_same_inputs_make_the_same_dossier(tmp_path: Path) -> None:
    rows = [row("karsa", WAVES, title="Ombak"), row("wartanusa", WAVES_RETOLD, title="Ombak")]
    path = write_rows(tmp_path / "rows.jsonl", rows)
    first = [item.to_dict() for item in dossiers([path], ONE_STORY)]
    write_rows(path, [*reversed(rows)])
    assert [item.to_dict() for item in dossiers([path], ONE_STORY)] == first
