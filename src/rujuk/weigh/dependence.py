"""Which articles share the text of one statement: copies, common originals, and quotations given alike."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.model.statement import Claim
from rujuk.model.story import ORIGINALS, Reuse
from rujuk.model.text import Span

WORD = re.compile(r"\w+")
LONG = 4
"""Letters of a word that is looked at; shorter ones are mostly words of grammar."""


@dataclass(frozen=True, slots=True)
class TextConfig:
    """When text that two articles share makes their claims one; none is fitted, each errs to fewer independent origins.

    Looked at on the labelled reuse of claims-id-2025-06 dev and on the generated stories of the half `develop`.
    """

    # From this share of the shorter text on, a copy counts for every statement of both articles, not only for the
    # stretches that correspond. The labelled copies of claims-id-2025-06 dev lie at .13-.61, chance overlap below .05.
    whole_copy: float = 0.3
    # Words that a whole copy has at least: in a short report one name with its office ("kata Kepala …, Senin (5/1/2026)") is
    # a third of the text. Labelled whole copies have 32 and more, single attributions up to 20.
    whole_words: int = 25
    # Share of a claim that lies in a lesser copy: one that only begins or ends in the claim shares its attribution.
    held: float = 0.5
    # Words in a row that two claims have in common, and which share of the longer one such runs make, for the two to be one text.
    run: int = 6
    same: float = 0.9
    # Plain words of four letters and more, no names and no figures, that the claims of two articles have in one order, and which share of the
    # fewer of theirs: nobody who writes alone meets another in so many ("keahlian mendalam", "rekam jejak", "sebagaimana ..."). On the
    # generated stories (develop) seven and .4 change nothing, six and .6 join three that wrote alone.
    wording: int = 7
    worded: float = 0.4
    # Significant digits of a measure or sum (a figure with a unit) that nobody arrives at twice: two reports that give it have it from one
    # source, as the loss that three reports of a labelled event give. A count of persons or houses may be counted twice: with counts
    # too, exact numbers of generated stories fall from .880 to .868 (develop).
    exact: int = 4
    # The same where two digits and more stand behind the decimal point: a rate of growth to a hundredth of a percent has been reckoned once.
    fine: int = 3
    # Units in which a maker rates what it sells: nobody who reports of an engine or a telephone has measured it.
    rated: frozenset[str] = frozenset(
        (
            "Nm",
            "PS",
            "hp",
            "kW",
            "W",
            "kWh",
            "V",
            "mAh",
            "rpm",
            "cc",
            "Hz",
            "kHz",
            "MHz",
            "GHz",
            "MB",
            "GB",
            "TB",
            "MP",
            "Mbps",
            "Gbps",
        )
    )


@dataclass(frozen=True, slots=True, order=True)
class SharedText:
    """Two articles whose claims do not stand apart, and by which kind of reuse."""

    left: str
    right: str
    token: str
    origin: str


def shared_text(
    claims: Sequence[Claim], reuse: Iterable[Reuse], config: TextConfig = TextConfig()
) -> tuple[SharedText, ...]:
    """Return the pairs of articles whose claims here depend on each other by their text, sorted.

    A copy or common original that is a whole one covers the whole article; a lesser one covers the claims whose words it
    holds, a quotation given alike those that its spans touch. Claims in the same words are one text, with an edge or
    without. A declared source is followed through its citation instead.
    """
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    found = {SharedText(left, right, "same_words", "") for left, right in same_words(claims, config)}
    found |= {SharedText(left, right, "same_words", "") for left, right in same_wording(by_article, config)}
    found |= {SharedText(left, right, "same_figure", "") for left, right in same_figures(claims, config)}
    for edge in reuse:
        if edge.left in by_article and edge.right in by_article and edge.kind != "declared":
            quoted = edge.kind == "same_quotation"
            least = 0.0 if quoted else config.held
            whole = not quoted and _is_whole(edge, config)
            if whole or _touches(edge, by_article[edge.left], by_article[edge.right], least):
                found.discard(SharedText(edge.left, edge.right, "same_words", ""))
                found.add(SharedText(edge.left, edge.right, _token(edge), edge.origin or ""))
    return tuple(sorted(found))


def _is_whole(edge: Reuse, config: TextConfig) -> bool:
    words = sum(len(left.text.split()) for left, _ in edge.spans)
    return edge.score >= config.whole_copy and (words >= config.whole_words or not edge.spans)


def same_words(claims: Sequence[Claim], config: TextConfig) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles that have claims in the same words: runs of words that both hold cover most of either."""
    texts: dict[tuple[str, ...], set[str]] = {}
    for claim in claims:
        texts.setdefault(tuple(WORD.findall(claim.text.casefold())), set()).add(claim.article_id)
    told = [
        (words, sorted(articles)) for words, articles in sorted(texts.items()) if len(words) >= config.run
    ]
    for _, articles in told:
        yield from ((articles[0], other) for other in articles[1:])
    runs = [_runs(words, config.run) for words, _ in told]
    for (left, ones), (right, others) in combinations(range_of(told), 2):
        if runs[left].isdisjoint(runs[right]):
            continue
        shared = min(_covered(told[at][0], runs[left] & runs[right], config.run) for at in (left, right))
        longer = max(len(told[left][0]), len(told[right][0]))
        if shared >= config.same * longer and ones != others:
            yield min(ones, others), max(ones, others)


def same_wording(by_article: Mapping[str, Sequence[Claim]], config: TextConfig) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles whose claims have so many plain words in one order that one source wrote them."""
    told = {key: _plain_words(claims) for key, claims in sorted(by_article.items())}
    for (left, one), (right, other) in combinations(told.items(), 2):
        least = max(config.wording, config.worded * min(len(one), len(other)))
        if len({*one} & {*other}) >= least and _in_one_order(one, other) >= least:
            yield left, right


def _plain_words(claims: Sequence[Claim]) -> list[str]:
    """Return the words in small letters of an article's claims, in the order of its text."""
    ordered = sorted(claims, key=lambda claim: (claim.part, claim.spans))
    words = (word for claim in ordered for word in WORD.findall(claim.text))
    return [word for word in words if len(word) >= LONG and word.isalpha() and word.islower()]


def _in_one_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words stand in both in one order: the length of their longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before, row = row, [0]
        for at, each in enumerate(other):
            row.append(before[at] + 1 if word == each else max(before[at + 1], row[at]))
    return row[-1]


def same_figures(claims: Sequence[Claim], config: TextConfig) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles whose claims give one measure of so many significant digits, each with the first that gives it."""
    given: dict[tuple[float, str], set[str]] = {}
    for claim in claims:
        for counted in claim.elements.how_many:
            value, unit, *_ = (*counted.split(" "), "")
            if is_exact(float(value), unit, config):
                given.setdefault((float(value), unit), set()).add(claim.article_id)
    for articles in given.values():
        first, *others = sorted(articles)
        yield from ((first, other) for other in others)


def is_exact(value: float, unit: str, config: TextConfig) -> bool:
    """Return whether a figure is a measure or sum of so many digits that nobody arrives at it twice, fewer where two stand behind the point; or is a maker's."""
    if unit in config.rated:
        return True
    digits = len(f"{value:f}".replace(".", "").strip("0"))
    fine = round(value * 10) != round(value * 10, 6)
    return bool(unit) and digits >= (config.fine if fine else config.exact)


def range_of(told: Sequence[tuple[tuple[str, ...], Sequence[str]]]) -> list[tuple[int, str]]:
    """Return the numbers of the texts with the first article that has each."""
    return [(number, articles[0]) for number, (_, articles) in enumerate(told)]


def _runs(words: Sequence[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _covered(words: Sequence[str], runs: Collection[tuple[str, ...]], size: int) -> int:
    """Return how many of the words lie in one of these runs."""
    held: set[int] = set()
    for at in range(len(words) - size + 1):
        if tuple(words[at : at + size]) in runs:
            held.update(range(at, at + size))
    return len(held)


def of_last_versions(reuse: Iterable[Reuse], newest: Mapping[str, str]) -> Iterator[Reuse]:
    """Yield the edges of earlier versions as those of the last ones: without stretches, so that only a whole copy counts."""
    for edge in reuse:
        left, right = sorted((newest.get(edge.left, edge.left), newest.get(edge.right, edge.right)))
        if left != right and {left, right} != {edge.left, edge.right}:
            yield Reuse(left, right, edge.kind, None, edge.origin, edge.score, ())


def _token(edge: Reuse) -> str:
    if edge.kind == "same_quotation":
        return "same_quotation"
    if edge.kind not in ORIGINALS:
        return "copied"
    return "same_original" if edge.origin else "nameless_original"


def _touches(edge: Reuse, left: Sequence[Claim], right: Sequence[Claim], least: float) -> bool:
    """Return whether one pair of corresponding stretches holds more than this share of a claim in both articles."""
    return any(
        any(_held(claim, first) > least for claim in left)
        and any(_held(claim, second) > least for claim in right)
        for first, second in edge.spans
    )


def _held(claim: Claim, stretch: Span) -> float:
    """Return which share of a claim's characters lies in a stretch of text."""
    whole = sum(span.end - span.start for span in claim.spans)
    inside = (
        max(0, min(span.end, stretch.end) - max(span.start, stretch.start))
        for span in claim.spans
        if (span.article_id, span.part) == (stretch.article_id, stretch.part)
    )
    return sum(inside) / max(1, whole)
