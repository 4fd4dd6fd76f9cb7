"""The quotations of a story, each with the others that carry the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rujuk.compose.config import ComposeConfig
from rujuk.model.annotations import Document, Quotation
from rujuk.model.dossier import QuotationCard

Words = tuple[str, ...]
Keyed = tuple[str, Quotation]

BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
"""What an editor put into quoted words to explain them."""
WORD = re.compile(r"\w+")


def quotation_cards(documents: Sequence[Document], config: ComposeConfig) -> tuple[QuotationCard, ...]:
    """Return a card for every quotation, in the order of documents and text, linked to its equals in other articles.

    Two quotations carry the same words if, case and punctuation and bracketed additions apart, one's words stand
    unbroken in the other's: a word more in the middle ("tidak", another number) makes them different. Short
    fragments (fewer than `config.same_words`) must be equal and have the same named speaker. Of more than
    `config.most_equals` equals, each is linked to the first only.
    """
    cards = [QuotationCard(quotation, ()) for document in documents for quotation in _in_order(document)]
    keyed = [(card.id, card.quotation) for card in cards]
    links = _links(keyed, config)
    return tuple(QuotationCard(quotation, links.get(card_id, ())) for card_id, quotation in keyed)


def _in_order(document: Document) -> list[Quotation]:
    parts = ("title", "body", "caption")
    return sorted(document.quotations, key=lambda item: (parts.index(item.span.part), item))


def _links(keyed: Sequence[Keyed], config: ComposeConfig) -> Mapping[str, tuple[str, ...]]:
    """Return for each card's id the ids of the equal cards of other articles, sorted."""
    shortest = config.same_words
    groups: dict[tuple[str, Words], list[Keyed]] = defaultdict(list)
    for item in keyed:
        words = quoted_words(item[1].content.text)
        speaker = item[1].speaker.name.casefold() if item[1].speaker else ""
        if len(words) >= shortest:
            groups["", words].append(item)
        elif words and speaker:
            groups[speaker, words].append(item)
    within = _containers([words for _, words in groups], shortest)
    linked: dict[str, set[str]] = defaultdict(set)
    for (speaker, words), group in groups.items():
        longer = [] if speaker else within.get(words, ())
        equals = [*group, *(item for form in longer for item in groups["", form])]
        _link(linked, group if len(equals) <= config.most_equals else group[:1], equals)
    return {card_id: tuple(sorted(ids)) for card_id, ids in linked.items()}


def _link(linked: dict[str, set[str]], left: Iterable[Keyed], right: Sequence[Keyed]) -> None:
    for one_id, one in left:
        for other_id, other in right:
            if one.content.article_id != other.content.article_id:
                linked[one_id].add(other_id)
                linked[other_id].add(one_id)


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
