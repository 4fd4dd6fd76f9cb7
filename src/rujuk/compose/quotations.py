"""The quotations of a story, each with the others that carry the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rujuk.compose.config import ComposeConfig
from rujuk.model.annotations import Document, Quotation
from rujuk.model.dossier import QuotationCard

Words = tuple[str, ...]

BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
"""What an editor put into quoted words to explain them."""
WORD = re.compile(r"\w+")


def quotation_cards(documents: Sequence[Document], config: ComposeConfig) -> tuple[QuotationCard, ...]:
    """Return a card for every quotation, in the order of documents and text, linked to its equals in other articles.

    Two quotations carry the same words if, case and punctuation and bracketed additions apart, one's words stand
    unbroken in the other's: a word more in the middle ("tidak", another number) makes them different. Short
    fragments (fewer than `config.same_words`) must be equal and have the same named speaker.
    """
    cards = [QuotationCard(quotation, ()) for document in documents for quotation in _in_order(document)]
    links = _links(cards, config.same_words)
    return tuple(QuotationCard(card.quotation, links.get(card.id, ())) for card in cards)


def _in_order(document: Document) -> list[Quotation]:
    parts = ("title", "body", "caption")
    return sorted(document.quotations, key=lambda item: (parts.index(item.span.part), item))


def _links(cards: Sequence[QuotationCard], shortest: int) -> Mapping[str, tuple[str, ...]]:
    """Return for each card's id the ids of the equal cards of other articles, sorted."""
    groups: dict[tuple[str, Words], list[QuotationCard]] = defaultdict(list)
    for card in cards:
        words = quoted_words(card.quotation.content.text)
        speaker = card.quotation.speaker.name.casefold() if card.quotation.speaker else ""
        if len(words) >= shortest:
            groups["", words].append(card)
        elif words and speaker:
            groups[speaker, words].append(card)
    within = _containers([words for _, words in groups], shortest)
    linked: dict[str, set[str]] = defaultdict(set)
    for (speaker, words), group in groups.items():
        others = [card for longer in within.get(words, ()) for card in groups["", longer]]
        _link(linked, group, [*group, *others] if not speaker else group)
    return {card_id: tuple(sorted(ids)) for card_id, ids in linked.items()}


def _link(linked: dict[str, set[str]], left: Iterable[QuotationCard], right: list[QuotationCard]) -> None:
    for one in left:
        for other in right:
            if one.quotation.content.article_id != other.quotation.content.article_id:
                linked[one.id].add(other.id)
                linked[other.id].add(one.id)


def quoted_words(text: str) -> Words:
    """Return the words of a quotation in lower case, without punctuation and what stands in brackets."""
    return tuple(WORD.findall(BRACKETED.sub(" ", text).casefold()))


def _containers(forms: Sequence[Words], shortest: int) -> Mapping[Words, tuple[Words, ...]]:
    """Return for each form of at least `shortest` words the longer forms in which it stands unbroken."""
    first_at: dict[Words, dict[Words, int]] = defaultdict(dict)
    for form in forms:
        for start in range(len(form) - shortest + 1):
            first_at[form[start : start + shortest]].setdefault(form, start)
    found: dict[Words, tuple[Words, ...]] = {}
    for form in forms:
        if len(form) >= shortest:
            places = first_at[form[:shortest]].items()
            found[form] = tuple(longer for longer, at in places if _stands_in(form, longer, at))
    return found


def _stands_in(form: Words, longer: Words, at: int) -> bool:
    return len(form) < len(longer) and longer[at : at + len(form)] == form
