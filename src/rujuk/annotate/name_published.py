"""The mentions of a document as it gives them: places that act told from places, a name and its short form as one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rujuk.annotate.name_reader import Name
from rujuk.model.annotations import Mention
from rujuk.model.text import Article


def published(article: Article, mentions: Sequence[Mention], names: Sequence[Name]) -> tuple[Mention, ...]:
    """Return the mentions that a document gives, in order.

    A place that acts is a `GPE`, a body's house a `LOC`; a body or place with its short form in brackets ("Badan Pangan
    Sembada (BPS)") is one mention with two pieces, a place with its common noun ("kota Sembada") one with a piece.
    Within this stage names stand bare, of their entity's kind.

    Args:
        mentions: mentions of the article, sorted by part and offset.
        names: the names they were made from.
    """
    read = {(name.part, name.start): name for name in names}
    told = [_told(article, each, read[each.span.part, each.span.start]) for each in mentions]
    return tuple(_joined(article, told))


def _told(article: Article, mention: Mention, name: Name) -> Mention:
    """Return a mention with the sense of its name and the common noun before it."""
    if name.head >= 0:
        whole = article.span(name.head, name.end, name.part)
        mention = replace(mention, span=whole, pieces=(mention.span,))
    return replace(mention, label=name.sense) if name.sense else mention


def _joined(article: Article, mentions: Sequence[Mention]) -> Iterator[Mention]:
    before: Mention | None = None
    for each in mentions:
        if before is not None and _is_short_form(article, before, each):
            yield _whole(article, before, each)
            before = None
            continue
        if before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def _is_short_form(article: Article, name: Mention, short: Mention) -> bool:
    """Return whether the second of two mentions stands in brackets of its own behind the first and names the same."""
    if "PER" in (name.label, short.label) or name.entity != short.entity or name.span.part != short.span.part:
        return False
    text = article.part_text(name.span.part)
    after = text[short.span.end :].lstrip()[:1]
    return text[name.span.end : short.span.start].strip() == "(" and after == ")"


def _whole(article: Article, name: Mention, short: Mention) -> Mention:
    part = name.span.part
    end = article.part_text(part).index(")", short.span.end) + 1
    label = name.label
    pieces = (name.forms[0], short.span)
    return Mention(article.span(name.span.start, end, part), label, name.entity, pieces)
