import pytest

from render.builders import article, claim, day, document, origin, statement
from rujuk.compose.timeline import timeline
from rujuk.model.annotations import Document, Granularity
from rujuk.model.statement import Statement, Status
from rujuk.model.text import Article

TEXT = "Jembatan roboh pada Senin (5/1/2026) pukul 09.15 WIB.\nJembatan itu dibangun pada 1998.\nJembatan roboh pada Senin (5/1/2026)."
A = article("Warta Nusa", "Jembatan Roboh", TEXT)
B = article("Kabar Selat", "Roboh", TEXT)
FALLS, BUILT = "Jembatan roboh pada Senin (5/1/2026) pukul 09.15 WIB", "Jembatan itu dibangun pada 1998"


def said(words: str, *articles: Article) -> Statement:
    origins = [origin("Warta Nusa", "outlet", (of, "Warta Nusa")) for of in articles]
    status: Status = "single" if len(articles) == 1 else "relayed"
    return statement(status, [claim(of, words) for of in articles], origins[:1])


def points(statements: list[Statement], *documents: Document) -> list[tuple[str, str]]:
    return [(entry.start_at, entry.granularity) for entry in timeline(statements, documents)]


@pytest.mark.parametrize(
    ("words", "times", "expected"),
    [
        (FALLS, [("Senin (5/1/2026)", "2026-01-05", "day")], [("2026-01-05", "day")]),
        (
            FALLS,
            [("Senin (5/1/2026)", "2026-01-05", "day"), ("pukul 09.15 WIB", "2026-01-05T09:15", "minute")],
            [("2026-01-05T09:15", "minute")],
        ),
        (
            FALLS,
            [("Senin (5/1/2026)", "2026-01-01", "month"), ("pukul 09.15 WIB", "2026-01-05T09:15", "minute")],
            [("2026-01-01", "month"), ("2026-01-05T09:15", "minute")],
        ),
        (BUILT, [("1998", "1998-01-01", "year")], []),
        (BUILT, [("1998", "", "vague")], []),
        (BUILT, [("Senin (5/1/2026)", "2026-01-05", "day")], []),
        ("roboh pada Senin", [("Senin (5/1/2026)", "2026-01-05", "day")], []),
    ],
    ids=["day", "finer wins", "month stays", "year", "vague", "outside the claim", "half inside the claim"],
)
def test_entries(
    words: str, times: list[tuple[str, str, Granularity]], expected: list[tuple[str, str]]
) -> None:
    read = [day(A, *time) for time in times]
    assert points([said(words, A)], document(A, times=read)) == expected


def test_one_statement_and_value_stand_once_by_its_lead() -> None:
    own = said(FALLS, A, B)
    documents = [document(of, times=[day(of, "Senin (5/1/2026)", "2026-01-05")]) for of in (B, A)]
    (entry,) = timeline([own], documents)
    assert entry.claim_id == own.lead
    assert entry.expression == A.span(20, 36)
