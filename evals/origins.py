"""Origins: which agencies, bodies, documents and speakers each article of the labelled events says it rests on.

A labelled name matches one of ours where half of the words of the shorter one, in front of or inside brackets, are among
the words of the other: "hakim Rosihan (sidang)" is Rosihan Juhriah.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.events import events
from evals.reading import annotated
from rujuk.lang.base import load
from rujuk.model.annotations import Document
from rujuk.outlets.base import load as load_outlets
from rujuk.weigh.names import fold
from rujuk.weigh.origins import cited_origins

BRACKET = re.compile(r"\(([^)]*)\)")


def forms(label: str) -> list[set[str]]:
    """Return the words of a labelled origin: of the name in front, and of what stands in brackets."""
    inside = BRACKET.findall(label)
    return [words for part in (BRACKET.sub(" ", label), *inside) if (words := set(fold(part).split()))]


def matches(label: str, name: str) -> bool:
    """Return whether one of our name's forms and one of a labelled origin's share half of the shorter one's words."""
    pairs = ((mine, words) for mine in forms(name) for words in forms(label))
    return any(2 * len(mine & words) >= min(len(mine), len(words)) for mine, words in pairs)


def with_short_forms(name: str, document: Document) -> str:
    """Return the name with the other forms in brackets under which the article or the language pack knows it ("BMKG")."""
    known = (entity for entity in document.entities if entity.name in name)
    return name + "".join(
        f" ({alias})" for entity in known for alias in (*entity.aliases, *_listed(entity.name))
    )


def _listed(name: str) -> Iterator[str]:
    """Yield the forms of the pack's line that a name stands in: "Kementerian Kesehatan = Kemenkes"."""
    for line in load("id").names.organisation_aliases:
        forms = [form.strip() for form in line.split("=")]
        if name in forms:
            yield from forms


def counts(labels: Iterable[str], names: Iterable[str]) -> tuple[int, int, int, int]:
    """Return labels found, labels, names that are right, names."""
    wanted, mine = list(labels), list(names)
    found = sum(any(matches(label, name) for name in mine) for label in wanted)
    right = sum(any(matches(label, name) for label in wanted) for name in mine)
    return found, len(wanted), right, len(mine)


def run(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 over the origins that the labelled articles name."""
    outlets = load_outlets()
    totals = [0, 0, 0, 0]
    for event in events(data):
        keys = {article.id: key for key, article in event.articles.items()}
        for document in map(annotated, event.articles.values()):
            labels = event.labels["cites"][keys[document.article.id]]
            mine = [with_short_forms(name, document) for name in cited_origins(document, outlets)]
            totals = [a + b for a, b in zip(totals, counts(labels, mine), strict=True)]
    recall, precision = totals[0] / max(1, totals[1]), totals[2] / max(1, totals[3])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"cites_precision": precision, "cites_recall": recall, "cites_f1": f1}
