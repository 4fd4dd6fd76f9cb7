"""Which articles share the text of one statement: copies, common originals, and quotations given alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rujuk.model.statement import Claim
from rujuk.model.story import Reuse


@dataclass(frozen=True, slots=True, order=True)
class SharedText:
    """Two articles whose claims do not stand apart, and by which kind of reuse."""

    left: str
    right: str
    token: str
    origin: str


def shared_text(claims: Sequence[Claim], reuse: Iterable[Reuse], whole_copy: float) -> tuple[SharedText, ...]:
    """Return the pairs of articles whose claims here depend on each other by reuse of text, sorted.

    A copy or common original whose score is at least `whole_copy` covers the whole article; a lesser one, and a quotation
    given alike, covers the claims that its spans touch. A declared source is followed through its citation instead.
    """
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    found = set()
    for edge in reuse:
        if edge.left in by_article and edge.right in by_article and edge.kind != "declared":
            whole = edge.kind != "same_quotation" and edge.score >= whole_copy
            if whole or _touches(edge, by_article[edge.left], by_article[edge.right]):
                found.add(SharedText(edge.left, edge.right, _token(edge), edge.origin or ""))
    return tuple(sorted(found))


def of_last_versions(reuse: Iterable[Reuse], newest: Mapping[str, str]) -> Iterator[Reuse]:
    """Yield the edges of earlier versions as those of the last ones: without stretches, so that only a whole copy counts."""
    for edge in reuse:
        left, right = sorted((newest.get(edge.left, edge.left), newest.get(edge.right, edge.right)))
        if left != right and {left, right} != {edge.left, edge.right}:
            yield Reuse(left, right, edge.kind, None, edge.origin, edge.score, ())


def _token(edge: Reuse) -> str:
    if edge.kind == "same_quotation":
        return "same_quotation"
    return "same_original" if edge.kind in ("common_original", "translation") and edge.origin else "copied"


def _touches(edge: Reuse, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Return whether one pair of corresponding stretches lies on a claim in both articles."""
    return any(
        any(span.overlaps(first) for claim in left for span in claim.spans)
        and any(span.overlaps(second) for claim in right for span in claim.spans)
        for first, second in edge.spans
    )
