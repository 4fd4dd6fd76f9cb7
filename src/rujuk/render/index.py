"""The list of all stories of a run."""

from collections.abc import Iterable
from dataclasses import dataclass

from rujuk.model.dossier import Dossier
from rujuk.render.environment import environment
from rujuk.render.page import outlet_names, status_counts
from rujuk.render.wording import Wording, wording


@dataclass(frozen=True, slots=True, order=True)
class IndexEntry:
    """A story's line in the index: its page relative to the index, its counts, its first and last publication."""

    title: str
    href: str
    articles: int
    outlets: tuple[str, ...]
    agreed: int
    relayed: int
    disputed: int
    developing: int
    first_at: str
    last_at: str


def index_entry(dossier: Dossier, href: str) -> IndexEntry:
    """Return the dossier's line, linked to the page at `href`, which is relative to the index."""
    counts = status_counts(dossier)
    times = sorted(card.published_at for card in dossier.articles if card.published_at)
    return IndexEntry(
        title=dossier.title,
        href=href,
        articles=len(dossier.reports),
        outlets=outlet_names(dossier),
        agreed=counts["agreed"],
        relayed=counts["relayed"],
        disputed=counts["disputed"],
        developing=counts["developing"],
        first_at=times[0] if times else "",
        last_at=times[-1] if times else "",
    )


def render_index(entries: Iterable[IndexEntry], *, language: str = "id") -> str:
    """Return the index page: stories of several articles first, then by outlets, the latest first; any input order."""
    words = wording(language)
    ordered = sorted(sorted(entries), key=lambda item: item.last_at, reverse=True)
    ordered.sort(key=lambda item: (-item.articles, -len(item.outlets)))
    return (
        environment()
        .get_template("index.html")
        .render(
            t=words.text,
            count=words.count,
            when=lambda entry: _range(entry, words),
            language=language,
            total=len(ordered),
            several=[entry for entry in ordered if entry.articles > 1],
            single=[entry for entry in ordered if entry.articles < 2],
        )
    )


def _range(entry: IndexEntry, words: Wording) -> str:
    first, last = words.day(entry.first_at), words.day(entry.last_at)
    return first if first == last else words.text("index.range", first=first, last=last)
