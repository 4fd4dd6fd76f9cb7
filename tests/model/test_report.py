from itertools import permutations

from rujuk.model.report import Dropped, Notice, Report

ITEMS = (
    Dropped("b.txt", "clean", "no_body"),
    Dropped("a.txt", "ingest", "empty", "0 bytes"),
    Notice("c.txt", "clean", "language_guess"),
    Notice("a.html", "ingest", "duplicate_capture", "same as b.html", "note"),
)


def test_the_lines_stand_in_one_order_however_items_came() -> None:
    ledgers = []
    for items in permutations(ITEMS):
        ledger = Report()
        ledger.add(items)
        ledgers.append(ledger.lines())
    assert all(lines == ledgers[0] for lines in ledgers)
    assert [(line["level"], line.get("item")) for line in ledgers[0]] == [
        ("count", None),
        ("drop", "a.txt"),
        ("drop", "b.txt"),
        ("note", "a.html"),
        ("warning", "c.txt"),
    ]


def test_drops_and_notices_are_kept_apart() -> None:
    ledger = Report()
    ledger.add(ITEMS)
    assert ledger.drops == [*ITEMS[:2]]
    assert ledger.notices == [*ITEMS[2:]]


def test_counts_are_sorted_by_name() -> None:
    ledger = Report()
    ledger.counts.update(stories=2, articles=5)
    ledger.counts.update(articles=1)
    assert ledger.lines() == [{"level": "count", "counts": {"articles": 6, "stories": 2}}]
    assert [*ledger.lines()[0]["counts"]] == ["articles", "stories"]


def test_reasons_count_drops_only() -> None:
    ledger = Report()
    ledger.add([*ITEMS, Dropped("d.txt", "clean", "no_body")])
    assert ledger.reasons() == {"empty": 1, "no_body": 2}


def test_a_drop_as_data() -> None:
    assert ITEMS[1].to_dict() == {
        "level": "drop", "item": "a.txt", "stage": "ingest", "reason": "empty", "detail": "0 bytes",
    }  # fmt: skip
    assert ITEMS[3].to_dict()["level"] == "note"
