import itertools

import pytest

from render.builders import article, claim, document, gap, origin, statement
from rujuk.compose.order import order_documents, order_statements
from rujuk.model.statement import Origin, Statement, Status
from rujuk.model.text import Article

TEXT = "Hujan turun sejak pagi.\nSungai meluap pada siang hari.\nWarga mengungsi ke balai desa.\nAir surut malamnya."
A = article("Warta Nusa", "Banjir di Rejosari", TEXT, published_at="2026-01-10T08:00:00+07:00")
B = article("Kabar Selat", "Sungai Meluap", TEXT, published_at="2026-01-10T09:00:00+07:00")


def own(of: Article) -> Origin:
    return origin(of.title, "outlet", (of, of.title))


def one(words: str, of: Article = A) -> Statement:
    return statement("single", [claim(of, words)], [own(of)])


def two(words: str, status: Status) -> Statement:
    claims = [claim(A, words), claim(B, words)]
    origins = [own(A), own(B)]
    gaps = [gap("other", ("ya", claims[:1]), ("tidak", claims[1:]))] if status == "disputed" else []
    return statement(status, claims, origins, independent=2 if status == "agreed" else 1, gaps=gaps)


DIFFER, AGREED, RELAYED = (
    two("Air surut", "disputed"),
    two("Warga mengungsi", "agreed"),
    two("Hujan turun", "relayed"),
)
TOP, LATER, OTHER = one("Hujan turun sejak pagi"), one("Sungai meluap"), one("Hujan turun sejak pagi", of=B)


def test_statements_stand_by_group_then_by_place() -> None:
    expected = (DIFFER, AGREED, RELAYED, TOP, LATER, OTHER)
    documents = (document(A), document(B))
    for given in itertools.permutations(expected):
        assert order_statements(given, documents) == expected


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-01-10T08:00:00+07:00", "2026-01-10T09:00:00+07:00"),
        ("2026-01-10T08:00:00+07:00", "2026-01-10T02:00:00+00:00"),
        ("2026-01-10T23:00:00+07:00", "2026-01-10"),
        ("2026-01-10", "2026-01-11T00:10:00+07:00"),
        ("2026-01-10", None),
        ("2026-01-10", "kemarin"),
        ("2026-01-10", "0001-01-01T00:00:00+07:00"),
    ],
)
def test_documents_stand_by_publication(earlier: str, later: str | None) -> None:
    first = document(article("Z", "pertama", TEXT, published_at=earlier))
    second = document(article("A", "kedua", TEXT, published_at=later))
    assert order_documents([second, first]) == order_documents([first, second]) == (first, second)
