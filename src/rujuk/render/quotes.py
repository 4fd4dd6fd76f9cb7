"""Who is quoted, with what words, and in which articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.annotations import Attribution
from rujuk.model.dossier import QuotationCard
from rujuk.render.evidence import Articles, ArticleView, Piece, chips, offsets, pieces
from rujuk.render.wording import Wording

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CarrierView:
    """One article's rendering of quoted words: the whole construction with the words marked."""

    anchor: str
    article: ArticleView
    pieces: tuple[Piece, ...]
    offsets: str
    via: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words that one or more articles quote: the longest form, its kind, and every carrier.

    `pieces` hold the whole construction: what is not quoted directly must never stand without its cue ("membantah").
    """

    text: str
    pieces: tuple[Piece, ...]
    kind: str
    direct: bool
    language: str
    via: str
    articles: tuple[ArticleView, ...]
    carriers: tuple[CarrierView, ...]


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker with the roles and affiliations given and all that is quoted of them; no name means none was found."""

    name: str
    roles: tuple[str, ...]
    articles: tuple[ArticleView, ...]
    quotes: tuple[QuoteView, ...]


def speaker_views(
    cards: Sequence[QuotationCard], articles: Articles, words: Wording
) -> tuple[SpeakerView, ...]:
    """Return the speakers, those quoted by most articles first, unnamed ones last; the same words stand once."""
    by_speaker: dict[str, list[list[QuotationCard]]] = {}
    for group in _same_words(cards):
        by_speaker.setdefault(_key(_name(_fullest(group))), []).append(group)
    views = [_speaker(groups, articles, words) for groups in by_speaker.values()]
    return tuple(sorted(views, key=lambda view: (not view.name, -len(view.articles), -len(view.quotes))))


def _same_words(cards: Sequence[QuotationCard]) -> list[list[QuotationCard]]:
    """Return the cards grouped with their equals, in the order of the first of each group."""
    by_id = {card.id: card for card in cards}
    seen: set[str] = set()
    groups = []
    for card in cards:
        if card.id in seen:
            continue
        seen.add(card.id)
        group, waiting = [], [card]
        while waiting:
            current = waiting.pop()
            group.append(current)
            fresh = [by_id[other] for other in current.same_as if other in by_id and other not in seen]
            seen.update(other.id for other in fresh)
            waiting.extend(fresh)
        groups.append(group)
    rank = {card.id: number for number, card in enumerate(cards)}
    return [sorted(group, key=lambda card: rank[card.id]) for group in groups]


def _fullest(group: Sequence[QuotationCard]) -> QuotationCard:
    """Return the card that shows the words best: a named speaker, then the longest words, then the first."""
    return max(group, key=lambda card: (bool(_name(card)), len(card.quotation.content.text)))


def _name(card: QuotationCard) -> str:
    speaker = card.quotation.speaker
    return (speaker.name or speaker.span.text).strip() if speaker else ""


def _key(name: str) -> str:
    """Return what is the same for "Bagas Al-Amin" and "Bagas Al Amin"."""
    return " ".join(WORD.findall(name.casefold()))


def _speaker(groups: Sequence[Sequence[QuotationCard]], articles: Articles, words: Wording) -> SpeakerView:
    cards = [card for group in groups for card in group]
    roles: dict[str, str] = {}
    for card in cards:
        text = _role(card.quotation.role, card.quotation.affiliation)
        roles.setdefault(text.casefold(), text)
    carried = [card.quotation.content.article_id for card in cards]
    return SpeakerView(
        name=_name(_fullest(groups[0])),
        roles=tuple(text for text in roles.values() if text),
        articles=chips(carried, articles),
        quotes=tuple(_quote(group, articles, words) for group in groups),
    )


def _role(role: Attribution | None, affiliation: Attribution | None) -> str:
    """Return role and affiliation as the article names them; an affiliation already said in the role stands once."""
    given = [item.span.text for item in (role, affiliation) if item]
    return given[0] if len(given) == 2 and given[1] in given[0] else ", ".join(given)


def _quote(group: Sequence[QuotationCard], articles: Articles, words: Wording) -> QuoteView:
    best = _fullest(group)
    joined = words.text("statement.joined")
    content = best.quotation.content
    return QuoteView(
        text=content.text,
        pieces=pieces(best.quotation.span, (content,)),
        kind=words.text(f"quotes.{best.quotation.kind}"),
        direct=best.quotation.kind == "direct",
        language=articles[content.article_id].language,
        via=joined.join(best.quotation.via),
        articles=chips((card.quotation.content.article_id for card in group), articles),
        carriers=tuple(_carrier(card, articles, words) for card in group),
    )


def _carrier(card: QuotationCard, articles: Articles, words: Wording) -> CarrierView:
    quotation = card.quotation
    return CarrierView(
        anchor=f"q-{card.id}",
        article=articles[quotation.content.article_id],
        pieces=pieces(quotation.span, (quotation.content,)),
        offsets=offsets((quotation.content,), words),
        via=words.text("statement.joined").join(quotation.via),
    )
