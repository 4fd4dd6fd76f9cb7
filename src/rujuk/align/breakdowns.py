"""Articles that count one thing many times over, place by place or hour by hour: none of their figures is the figure."""

from collections.abc import Iterator, Sequence

from rujuk.align.features import FIGURE
from rujuk.align.printed import Named
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import content_stems, stem
from rujuk.model.annotations import Document, Quantity

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
