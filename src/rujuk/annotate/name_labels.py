"""Names as the encoder labels them in one sentence, with the titles and roles that the pack's words tell.

The encoder says where a name stands and of what kind; what stands before a person is read by rule, and so is a title
that the encoder took into the name.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from rujuk.annotate.name_kinds import is_field
from rujuk.annotate.name_reader import Name, Reader, span_text
from rujuk.annotate.name_runs import pass_mark, take_announcer
from rujuk.annotate.tokens import Token, phrase_at, tokens_in
from rujuk.encoder.labels import Labelled
from rujuk.model.annotations import Label

Labeller = Callable[[Sequence[str]], Sequence[Sequence[Labelled]]]
"""Gives each text the stretches of it that are names."""
LONGEST_TITLE = 3
"""Words of a title that stand before its last: "Brigadir Jenderal TNI"."""
KINDS: dict[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def read_labelled(reader: Reader, labelled: Sequence[Labelled]) -> list[Name]:
    """Return the names of a sentence, in order; offsets of `labelled` are those of the sentence's part."""
    waiting = [
        each
        for before, each in zip([None, *labelled], labelled, strict=False)
        if each.kind in KINDS and not (_is_title(reader, each) or _is_glued(reader, each, before))
    ]
    waiting.reverse()
    while reader.index < len(reader.tokens):
        token = reader.tokens[reader.index]
        if waiting and waiting[-1].start < token.end:
            _take(reader, waiting.pop())
        elif not token.is_word:
            pass_mark(reader, token)
        elif not take_announcer(reader):
            reader.index += 1
            if not (token.is_capital or token.lower in reader.lexicon.organisation_joints):
                reader.due = None
    for each in reversed(waiting):
        _take(reader, each)
    return reader.names


def _is_title(reader: Reader, each: Labelled) -> bool:
    """Return whether a label holds only a title or role, or ends one ("Pol" of "Irjen Pol"): it announces a name."""
    tokens, ready = reader.tokens, reader.lexicon
    inside = tokens_in(tokens, each.start, each.end)
    if not inside or each.kind == "LOC":
        return False
    first = bisect_left(tokens, inside[0].start, key=lambda token: token.start)
    if ready.known_at(tokens, first):
        return False
    if each.kind == "PER" and _titles(reader, inside) == len(inside):
        return True
    tables = (ready.role_words, ready.announcers)
    more = first > 0 and any(phrase_at(tokens, first, table) == len(inside) for table in tables)
    if more and phrase_at(tokens, first - 1, ready.announcers) == 1:
        return True
    before = range(max(0, first - LONGEST_TITLE), first)
    return any(phrase_at(tokens, at, ready.announcers) >= first - at + len(inside) for at in before)


def _is_glued(reader: Reader, each: Labelled, before: Labelled | None) -> bool:
    """Return whether a label begins inside a word that the label before it began: "Retno.Unduh", which a scraper glued."""
    word = tokens_in(reader.tokens, each.start, each.start + 1)
    return before is not None and bool(word) and word[0].start <= before.start < each.start


def _take(reader: Reader, each: Labelled) -> None:
    """Add a labelled name without its title and clitic; the reader goes on after it."""
    label, start = KINDS[each.kind], each.start
    first, last = _tokens(reader, each)
    inside = reader.tokens[first:last]
    role = None
    if label == "PER":
        title = _title(reader, inside)
        if title:
            reader.due = first if reader.due is None else reader.due
            start = inside[title].start
        if is_field(reader, first + title, last):
            reader.index = last
            return
        role = _role(reader, first + title)
    end = _end(reader, each.end, inside)
    if end > start:  # a label on the clitic alone names nobody
        text = span_text(reader.span, start, end)
        reader.names.append(Name(reader.span.part, start, end, text, label, role, sure=True))
    reader.index = max(reader.index, last)


def _tokens(reader: Reader, each: Labelled) -> tuple[int, int]:
    """Return the tokens that a labelled stretch touches, half-open; it begins near where the reader stands."""
    tokens, first = reader.tokens, reader.index
    while first and tokens[first - 1].end > each.start:
        first -= 1
    last = first
    while last < len(tokens) and tokens[last].start < each.end:
        last += 1
    return first, last


def _title(reader: Reader, inside: Sequence[Token]) -> int:
    """Return how many tokens of a person's name are a title before it."""
    count = _titles(reader, inside)
    return count if count < len(inside) and inside[count].is_capital else 0


def _titles(reader: Reader, inside: Sequence[Token]) -> int:
    """Return how many of these tokens are titles and roles, from the first one on."""
    ready, count = reader.lexicon, 0
    known = ready.known_at(tuple(inside), 0) if inside else None
    if known is not None and known[1] == "PER":
        return 0
    while count < len(inside) and inside[count].lower not in ready.given_names:
        length = phrase_at(inside, count, ready.announcers)
        if not length:
            break
        count += length
    return count


def _role(reader: Reader, first: int) -> tuple[int, int] | None:
    """Return the stretch of title or role before the person whose name begins at a token; it is due no other."""
    due, reader.due = reader.due, None
    if due is None or due >= first:
        return None
    return reader.tokens[due].start, reader.tokens[first - 1].end


def _end(reader: Reader, end: int, inside: Sequence[Token]) -> int:
    """Return where a name ends without a clitic that a hyphen ties to it."""
    last = inside[-1] if inside else None
    if last is None or last.end != end:
        return end
    return last.start + len(reader.lexicon.named(last.text))
