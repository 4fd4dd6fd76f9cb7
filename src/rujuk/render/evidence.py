"""What a page shows of articles and claims: letters, sentences with their marks, offsets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rujuk.model.annotations import Modality
from rujuk.model.dossier import ArticleCard
from rujuk.model.statement import Claim, OriginKind
from rujuk.model.text import Span
from rujuk.render.environment import safe_url
from rujuk.render.wording import Wording

CONTEXT = 240
"""Characters of a sentence shown around a claim: most sentences are shorter, an unsplit page must not flood the list."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article on the page: the letter that stands for it, its anchor, and its card in words."""

    letter: str
    anchor: str
    card: ArticleCard
    name: str
    title: str
    when: str
    url: str | None

    @property
    def language(self) -> str:
        """Return the article's language for the `lang` attribute, "" where it is not known."""
        return "" if self.card.language == "und" else self.card.language


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quoted text, and whether it is marked."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim on the page: its article, its sentence with the claim marked, and how it is said."""

    anchor: str
    article: ArticleView
    pieces: tuple[Piece, ...]
    offsets: str
    mode: Modality
    speaker: str
    via: str


Articles = Mapping[str, ArticleView]


def article_views(cards: Sequence[ArticleCard], words: Wording) -> Articles:
    """Return the articles by id, lettered A, B, C … in their order."""
    return {
        card.id: ArticleView(
            letter=letter(number),
            anchor=f"a-{card.id}",
            card=card,
            name=card.outlet.name if card.outlet else words.text("articles.no_outlet", letter=letter(number)),
            title=card.title.strip() or words.text("page.untitled"),
            when=words.moment(card.published_at) if card.published_at else words.text("articles.no_time"),
            url=safe_url(card.url),
        )
        for number, card in enumerate(cards)
    }


def letter(number: int) -> str:
    """Return A for 0, Z for 25, AA for 26 and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def chips(article_ids: Iterable[str], articles: Articles) -> tuple[ArticleView, ...]:
    """Return the views of these articles, once each, in the order of the page."""
    wanted = set(article_ids)
    return tuple(view for article_id, view in articles.items() if article_id in wanted)


def origin_kind(name: str, kind: OriginKind, used_by: Iterable[ArticleView], words: Wording) -> str:
    """Return what an origin is, in words: an outlet that only its own articles rest on is own reporting."""
    own = kind == "outlet" and all(view.name == name for view in used_by)
    return words.text("kind.own" if own else f"kind.{kind}")


def pieces(whole: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """Return the text of a span cut into marked and unmarked runs; marks outside of it count only where they overlap."""
    marked = bytearray(len(whole.text))
    for mark in marks:
        start = max(0, mark.start - whole.start)
        end = min(len(marked), mark.end - whole.start)
        marked[start:end] = b"\x01" * max(0, end - start)
    runs, at = [], 0
    for flag, run in groupby(marked):
        length = sum(1 for _ in run)
        runs.append(Piece(whole.text[at : at + length], bool(flag)))
        at += length
    return tuple(runs)


def said(claim: Claim) -> tuple[Piece, ...]:
    """Return the claim marked in its sentence, with at most `CONTEXT` characters of it before and after."""
    runs = list(pieces(claim.sentence, claim.spans))
    first, last = runs[0], runs[-1]
    if not last.marked and len(last.text) > CONTEXT:
        runs[-1] = Piece(f"{last.text[:CONTEXT].rpartition(' ')[0] or last.text[:CONTEXT]} …", False)
    if not first.marked and len(first.text) > CONTEXT:
        runs[0] = Piece(f"… {first.text[-CONTEXT:].partition(' ')[2] or first.text[-CONTEXT:]}", False)
    return tuple(runs)


def offsets(spans: Sequence[Span], words: Wording) -> str:
    """Return where the spans stand, in words: part, and first and last character offset."""
    joined = words.text("statement.joined")
    return joined.join(
        words.text("statement.offsets", part=words.text(f"part.{span.part}"), start=span.start, end=span.end)
        for span in spans
    )


def claim_view(claim: Claim, claim_id: str, articles: Articles, words: Wording) -> ClaimView:
    """Return the claim as its sentence with the claim's characters marked."""
    return ClaimView(
        anchor=f"c-{claim_id}",
        article=articles[claim.article_id],
        pieces=pieces(claim.sentence, claim.spans),
        offsets=offsets(claim.spans, words),
        mode=claim.modality,
        speaker=claim.speaker or "",
        via=words.text("statement.joined").join(claim.via),
    )
