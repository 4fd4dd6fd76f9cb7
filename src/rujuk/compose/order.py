"""In which order a reader meets articles and statements."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from rujuk.model.annotations import Document
from rujuk.model.statement import Claim, Statement, Status
from rujuk.model.text import Article

GROUPS: Mapping[Status, int] = {"disputed": 0, "developing": 1, "agreed": 2, "relayed": 3, "single": 4}
"""What needs a reader's eye first: where reports differ, then what several say, then what only one says.

A single statement that other articles only suspect or deny stands before those of one article alone.
"""
LAST = "~"
"""Sorts after every date."""


def order_documents(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents by publication, the earliest first and undated ones last; then by outlet and id."""
    return tuple(sorted(documents, key=lambda document: _article_key(document.article)))


def order_statements(statements: Sequence[Statement], documents: Sequence[Document]) -> tuple[Statement, ...]:
    """Return the statements by group and, inside a group, as they come in the articles.

    Statements of several articles stand by the mean place of their claims; those of one article stay together, in the
    order of its text. `documents` are in the order of the page.
    """
    places = Places(documents)
    return tuple(sorted(statements, key=lambda statement: _statement_key(statement, places)))


class Places:
    """Where claims stand: the rank of their article on the page, and how far down its text, from 0 to 1."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._ranks = {document.article.id: rank for rank, document in enumerate(documents)}
        self._lengths = {document.article.id: len(document.article.text) for document in documents}

    def rank(self, claim: Claim) -> int:
        """Return the rank of the claim's article; claims of unknown articles come last."""
        return self._ranks.get(claim.article_id, len(self._ranks))

    def depth(self, claim: Claim) -> float:
        """Return how far down its article the claim stands: a title at 0, a caption at the end."""
        if claim.part != "body":
            return 0.0 if claim.part == "title" else 1.0
        return claim.sentence.start / max(1, self._lengths.get(claim.article_id, 1))

    def mean_depth(self, statement: Statement) -> float:
        """Return the mean depth of the statement's claims, the same in whatever order they come."""
        return sum(sorted(map(self.depth, statement.claims))) / len(statement.claims)


def lead_claim(statement: Statement) -> Claim:
    """Return the claim whose wording stands for the statement."""
    return next(claim for claim in statement.claims if claim.id == statement.lead)


def _statement_key(statement: Statement, places: Places) -> tuple[int, int, float, int, str]:
    group = GROUPS[statement.status]
    lead = lead_claim(statement)
    if len(statement.article_ids) == 1 and statement.status == "single":
        return group + 1, places.rank(lead), places.depth(lead), lead.spans[0].start, statement.id
    return group, 0, places.mean_depth(statement), 0, statement.id


def _article_key(article: Article) -> tuple[str, str, str, str]:
    outlet = article.outlet.name if article.outlet else ""
    return *_moment(article.published_at or ""), outlet, article.id


def _moment(published_at: str) -> tuple[str, str]:
    """Return two strings that sort like the moment: its own day, and its time in UTC.

    A bare day stands after the moments of that day, so that nobody takes it for the first report; no date comes last.
    """
    try:
        moment = datetime.fromisoformat(published_at)
        time = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return LAST, LAST
    return moment.date().isoformat(), time if "T" in published_at else LAST
