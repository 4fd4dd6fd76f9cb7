"""Reported words on labelled June 2025 news: contents against 169 clauses labelled by offsets, and who says them.

93 articles that hold a quotation mark, drawn by hash, were read whole before any output was seen. Labelled is the clause
that a verb of saying, "menurut" or a cue after a comma gives as somebody's, requests and judgements among them, without
"bahwa" and the last mark; a noun phrase as the object of a verb of saying ("menekankan pentingnya …"), what an outlet is
only quoted for ("dilansir X, …"), and sentences in marks as a whole are none. Pairs count where intersection over union
of their characters is at least .3 and .8; the speaker is right where it shares a character with the labelled one.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.labelled_news import labelled
from evals.reading import annotated
from rujuk.model.annotations import Quotation

LOOSE, TIGHT = 0.3, 0.8


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return content F1 at both overlaps on the labels of a part, and the share of matched ones with the right speaker."""
    found = wanted = loose = tight = spoken = 0
    for item in labelled(data, "indirect"):
        if item.part != part:
            continue
        document = annotated(item.article)
        made = [quote for quote in document.quotations if quote.kind != "direct"]
        pairs = matched(item.items, made, LOOSE)
        found, wanted = found + len(made), wanted + len(item.items)
        loose, tight = loose + len(pairs), tight + len(matched(item.items, made, TIGHT))
        spoken += sum(says(quote, gold) for gold, quote in pairs)
    return {
        "loose_f1": 2 * loose / max(1, found + wanted),
        "tight_f1": 2 * tight / max(1, found + wanted),
        "speaker": spoken / max(1, loose),
    }


def matched(
    golds: Sequence[dict[str, Any]], made: Sequence[Quotation], least: float
) -> list[tuple[dict[str, Any], Quotation]]:
    """Return the labels with the reading that overlaps each most, at least this much, each reading used once."""
    free, pairs = list(made), []
    for gold in golds:
        best = max(free, key=lambda quote: overlap(gold, quote), default=None)
        if best is not None and overlap(gold, best) >= least:
            free.remove(best)
            pairs.append((gold, best))
    return pairs


def overlap(gold: dict[str, Any], quote: Quotation) -> float:
    """Return intersection over union of a label and a content, in characters."""
    start, end = quote.content.start, quote.content.end
    common = min(gold["end"], end) - max(gold["start"], start)
    return max(0, common) / (max(gold["end"], end) - min(gold["start"], start))


def says(quote: Quotation, gold: dict[str, Any]) -> bool:
    """Return whether the speaker that was read shares a character with the labelled one."""
    start, end = gold["speaker"]
    return quote.speaker is not None and quote.speaker.span.start < end and start < quote.speaker.span.end
