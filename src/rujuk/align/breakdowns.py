"""Articles that count one thing many times over, place by place or hour by hour: none of their figures is the figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from rujuk.align.claims import ReadClaim
from rujuk.align.develops import leading
from rujuk.align.features import FIGURE
from rujuk.align.printed import Named
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import content_stems, stem
from rujuk.model.annotations import Document, Quantity
from rujuk.model.moments import DAY_LENGTH, read_moment
from rujuk.model.statement import Disagreement

AGO = timedelta(days=30)
"""From here on a time is that of something else than the news; a plain choice."""
MOST = 2
"""Figures that an article may give of one thing, an old and a new one, for either to be held against another article's. Of ten
disputes in a running story of 29 reports (cancelled flights, airport by airport) seven were between such figures, all false."""

LONG = 1000
"""From here on a figure is not printed twice in a story by chance."""


def counts_in(document: Document, pack: LanguagePack) -> frozenset[str]:
    """Return "count word figure" for each telling word of what a document counts, as `Named` holds it."""
    return frozenset(
        f"count {word} {item.value}" for item in document.quantities for word in _telling(item, pack)
    )


def breaks_down(pair: tuple[Quantity, Quantity], article: str, pack: LanguagePack, named: Named) -> bool:
    """Return whether an article gives more than MOST figures of something that both quantities count."""
    both = {*_telling(pair[0], pack)} & {*_telling(pair[1], pack)}
    known = named.get(article, ())
    return any(sum(item.startswith(f"count {word} ") for item in known) > MOST for word in sorted(both))


def gives_both(pair: tuple[Quantity, Quantity], articles: tuple[str, str], named: Named) -> bool:
    """Return whether one of the two articles prints the other's figure too, where it is a LONG one.

    Then the figure is another thing's, or an older one.
    """
    there = named.get(articles[1], ()), named.get(articles[0], ())
    for item, known in zip(pair, there, strict=True):
        figures = FIGURE.findall(item.span.text) if item.value >= LONG else []
        if any(figure in known for figure in figures):
            return True
    return False


def one_tells_both(gap: Disagreement, members: Sequence[ReadClaim]) -> bool:
    """Return whether an article gives two of the figures that differ, in claims of the statement: 11 seasons here and seven there are two things."""
    if gap.element != "number":
        return False
    figures = {value for variant in gap.variants if (value := leading(variant.value)) is not None}
    told: defaultdict[str, set[float]] = defaultdict(set)
    for item in members:
        told[item.claim.article_id] |= {float(quantity.value) for quantity in item.quantities}
    return any(len(figures & own) > 1 for own in told.values())


def long_ago(item: ReadClaim) -> bool:
    """Return whether a sentence names a time that ended AGO before its article: what it counts is another happening's ("Februari lalu gempa menewaskan 612 orang")."""
    published = read_moment(item.published)
    if published is None:
        return False
    oldest = (published - AGO).date().isoformat()
    ends = (time.end_at for time in item.clock if time.end_at[:4].isdigit())
    return any(end[:DAY_LENGTH] < oldest[: len(end)] for end in ends)


def lists(count: Quantity, sentence: Sequence[Quantity], pack: LanguagePack) -> bool:
    """Return whether a sentence gives other figures of what a quantity in it counts: port by port, or a part of a whole."""
    return any(other.value != count.value and _one_thing(count, other, pack) for other in sentence)


def _one_thing(count: Quantity, other: Quantity, pack: LanguagePack) -> bool:
    """Return whether two quantities count the same, or one a kind of the other: "arrivals" and "domestic arrivals"."""
    if not count.counted or not other.counted:
        return False
    if {*content_stems(count.counted, pack.words)} == {*content_stems(other.counted, pack.words)}:
        return True
    one, two = ({*_telling(item, pack)} for item in (count, other))
    return bool(one and two) and (one <= two or two <= one)


def _telling(item: Quantity, pack: LanguagePack) -> Iterator[str]:
    generic = {stem(word, pack.words) for word in pack.differences.generic}
    yield from (word for word in content_stems(item.counted, pack.words) if word not in generic)
