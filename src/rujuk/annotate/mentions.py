"""Names in running text: persons, organisations and places, told by capitals, titles, heads and known names.

In the order of trust: a known name; a title or rank, after which a person's name is due; the head of an organisation's
or place's name; any other run of capitals. Words that only begin a sentence need evidence from elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rujuk.annotate.lexicon import Lexicon, lexicon
from rujuk.annotate.tokens import Sentence, Token, phrase_at
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Label
from rujuk.model.text import Part, Span

OPENERS = frozenset("\"“„‘'«(:—–-•*[")
LONGEST_NAME = 7
"""Tokens of the longest run that is taken as one person's name."""
LONGEST_ORGANISATION = 12


class Name(NamedTuple):
    """A name where it stands, with the stretch of title or role before it; `sure` says that its kind is not a guess."""

    part: Part
    start: int
    end: int
    text: str
    label: Label
    role: tuple[int, int] | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article's running text says of its words: seen in lower case, seen with a capital inside a sentence."""

    lower: frozenset[str]
    capital: frozenset[str]


@dataclass(slots=True)
class Reader:
    """Runs over the tokens of one sentence; `due` is where a title began after which a person's name is due."""

    tokens: tuple[Token, ...]
    span: Span
    lexicon: Lexicon
    speech: frozenset[str]
    after_cue: frozenset[str]
    evidence: Evidence
    index: int = 0
    due: int | None = None
    names: list[Name] = field(default_factory=list)


def read_names(sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[Name, ...]:
    """Return the names of these sentences, in their order; headlines are read with the names of the running text."""
    ready = lexicon(pack)
    speech = frozenset((*pack.speech.preceding, *pack.speech.closing))
    after_cue = frozenset((*pack.speech.following, *pack.speech.according))
    modal = pack.modality
    speech |= {*pack.speech.fillers, *modal.plan, *modal.negation, *pack.speech.relays}
    evidence = _evidence(sentences)
    running: list[Name] = []
    for sentence in sentences:
        if not sentence.headline:
            reader = Reader(sentence.tokens, sentence.span, ready, speech, after_cue, evidence)
            running += _read(reader)
    running = _agreed(running)
    seen = _seen(running)
    heads = [name for sentence in sentences if sentence.headline for name in _read_headline(sentence, seen, ready)]
    return tuple(sorted({*running, *heads}, key=lambda name: (name.part, name.start)))


def _evidence(sentences: Sequence[Sentence]) -> Evidence:
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        if sentence.headline:
            continue
        inside = False
        for token in sentence.tokens:
            if token.text[0].islower():
                lower.add(token.lower)
            elif inside and token.is_capital:
                capital.add(token.lower)
            inside = token.is_word or (inside and token.text not in OPENERS)
    return Evidence(frozenset(lower), frozenset(capital))


def _read(reader: Reader) -> list[Name]:
    while reader.index < len(reader.tokens):
        token = reader.tokens[reader.index]
        if not token.is_word:
            _pass_mark(reader, token)
        elif not (_known(reader) or _announcer(reader) or _headed(reader) or _run(reader)):
            reader.index += 1
            if not (token.lower in reader.lexicon.role_words and reader.due is not None):
                reader.due = None
    return reader.names


def _pass_mark(reader: Reader, token: Token) -> None:
    """Go over a mark; a full stop of an abbreviation, a comma or a bracket leave a name due, others do not."""
    if token.text not in ".,()":
        reader.due = None
    reader.index += 1


def _add(reader: Reader, first: int, last: int, label: Label, *, sure: bool) -> None:
    tokens = reader.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    role = None
    if label == "PER" and reader.due is not None:
        role = (tokens[reader.due].start, tokens[first - 1].end)
        reader.due = None
    text = span_text(reader.span, start, end)
    reader.names.append(Name(reader.span.part, start, end, text, label, role, sure))
    reader.index = last


def _known(reader: Reader) -> bool:
    """Take a known name here; it may go on ("Jakarta" + "Raya", "Barcelona" + "FC", "Prabowo" + a surname)."""
    found = reader.lexicon.known_at(reader.tokens, reader.index)
    if not found or not reader.tokens[reader.index].text[0].isupper():
        return False
    length, label = found
    first, last = reader.index, reader.index + length
    token = _word(reader, last)
    if label == "LOC" and length == 1 and reader.due is None and token and _is_person_word(reader, last) \
            and token.lower in reader.lexicon.given_names and not _is_place_next(reader, last):
        return False
    if token and token.is_capital and token.lower in reader.lexicon.organisation_tails and label != "PER":
        label, last = "ORG", last + 1
    elif label == "LOC":
        while (token := _word(reader, last)) and token.is_capital and token.lower in reader.lexicon.place_words:
            last += 1
    elif label == "PER":
        last = _person_end(reader, last)
    _add(reader, first, last, label, sure=True)
    return True


def _is_place_next(reader: Reader, index: int) -> bool:
    return reader.lexicon.known_at(reader.tokens, index) is not None


def _word(reader: Reader, index: int) -> Token | None:
    """Return the token at an index where it is a word, else None."""
    if index < len(reader.tokens) and reader.tokens[index].is_word:
        return reader.tokens[index]
    return None


def _announcer(reader: Reader) -> bool:
    """Take a title, rank or role here and the words that say its field; a person's name is due after it."""
    tokens, ready = reader.tokens, reader.lexicon
    length = phrase_at(tokens, reader.index, ready.announcers)
    if not length:
        return False
    token = tokens[reader.index]
    if length == 1 and not token.is_capital and len(token.text) <= 3:
        return False
    if reader.due is None:
        reader.due = reader.index
    reader.index += length
    while reader.index < len(tokens) and tokens[reader.index].is_word:
        length = phrase_at(tokens, reader.index, ready.role_words)
        if not length:
            break
        reader.index += length
    return True


def _headed(reader: Reader) -> bool:
    """Take the name of an organisation or place that its head announces ("Badan …", "Jalan …")."""
    token = reader.tokens[reader.index]
    if not token.is_capital:
        return False
    for heads, label in ((reader.lexicon.organisation_heads, "ORG"), (reader.lexicon.place_heads, "LOC")):
        length = phrase_at(reader.tokens, reader.index, heads)
        if not length:
            continue
        after = reader.index + length
        last = _organisation_end(reader, after) if label == "ORG" else _place_end(reader, after)
        alone = token.text.isupper() and len(token.text) > 2 and label == "ORG"
        if last > after or alone:
            _add(reader, reader.index, last, "ORG" if label == "ORG" else "LOC", sure=True)
            return True
    return False


def _organisation_end(reader: Reader, index: int) -> int:
    """Return where the name of an organisation ends whose head ends at `index`.

    Where a title stands before it, a person's name will follow: then only words that organisations are named with
    are taken, and one other word right after the head.
    """
    first = index
    while index < len(reader.tokens) and index - first < LONGEST_ORGANISATION:
        token = reader.tokens[index]
        if index == first and (skip := _lower_words(reader, index)):
            index += skip
        elif token.is_capital and not _ends_organisation(reader, index, first):
            found = reader.lexicon.known_at(reader.tokens, index)
            index += found[0] if found and found[1] != "PER" else 1
        elif token.text.isdigit() and index > first - 1 and len(token.text) <= 4:
            index += 1
        elif _joins(reader, index, first):
            index += 2 if token.text == "," and reader.tokens[index + 1].lower in reader.lexicon.organisation_joints else 1
        else:
            break
    return index


def _lower_words(reader: Reader, index: int) -> int:
    """Return how many words of an organisation's name stand here in lower case, before one with a capital."""
    count = 0
    while (token := _word(reader, index + count)) and token.lower in reader.lexicon.organisation_words:
        if token.is_capital:
            return count
        count += 1
    return count if token is not None and token.is_capital else 0


def _ends_organisation(reader: Reader, index: int, first: int) -> bool:
    token, ready = reader.tokens[index], reader.lexicon
    if token.lower in ready.organisation_words or token.lower in ready.organisation_tails:
        return False
    if ready.is_ordinary(token.lower) and token.lower not in ready.given_names:
        return bool(phrase_at(reader.tokens, index, ready.announcers))
    if token.lower in ready.not_names or token.lower in ready.degrees:
        return True
    if phrase_at(reader.tokens, index, ready.announcers) and index > first:
        return True
    found = ready.known_at(reader.tokens, index)
    if found:
        return found[1] == "PER"
    if index == first:
        return False
    if reader.due is not None:
        return not token.text.isupper()
    return token.lower in ready.given_names


def _joins(reader: Reader, index: int, first: int) -> bool:
    """Return whether "dan", "untuk" or a comma here stands inside an organisation's name."""
    token, ready = reader.tokens[index], reader.lexicon
    after = index + 1
    if token.text == "," and after < len(reader.tokens) and reader.tokens[after].lower in ready.organisation_joints:
        after += 1
    elif token.text != "," and token.lower not in ready.organisation_joints:
        return False
    if index == first or after >= len(reader.tokens):
        return False
    follows = reader.tokens[after]
    usual = all(
        word.lower in ready.organisation_words or ready.is_ordinary(word.lower) for word in (reader.tokens[index - 1], follows)
    )
    return usual and follows.is_capital


def _place_end(reader: Reader, index: int) -> int:
    first = index
    while (token := _word(reader, index)) and index - first < LONGEST_NAME:
        if token.lower in reader.lexicon.not_names and index > first:
            break
        found = reader.lexicon.known_at(reader.tokens, index)
        if found and token.is_capital:
            return index + found[0]
        roman = token.text.isdigit() and index > first
        if not (token.is_capital or roman) or phrase_at(reader.tokens, index, reader.lexicon.announcers):
            break
        index += 1
    return index


def _run(reader: Reader) -> bool:
    """Take a run of capitals that nothing announces, and guess its kind from its surroundings."""
    first = reader.index
    if not _may_begin(reader, first):
        return False
    last = _person_end(reader, first)
    if last == first or _is_no_name(reader, first, last):
        return False
    label, sure = _guess(reader, first, last)
    _add(reader, first, last, label, sure=sure)
    return True


def _is_no_name(reader: Reader, first: int, last: int) -> bool:
    """Return whether a run holds only everyday words, or is an acronym in brackets of what is no name."""
    tokens, ready = reader.tokens, reader.lexicon
    if all(ready.is_ordinary(token.lower) or token.lower in ready.organisation_words for token in tokens[first:last]):
        return not any(token.lower in ready.given_names for token in tokens[first:last])
    bracket = first > 1 and tokens[first - 1].text == "(" and last - first == 1 and tokens[first].text.isupper()
    age = last < len(tokens) and tokens[last].text == "("
    return bracket and not age and not (reader.names and reader.names[-1].end == tokens[first - 2].end)


def _is_person_word(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    return (
        (token.is_capital or _has_particle(reader, token))
        and token.lower not in reader.lexicon.not_names
        and token.lower not in reader.lexicon.degrees
        and not any(char.isdigit() for char in token.text)
    )


def _has_particle(reader: Reader, token: Token) -> bool:
    """Return whether a token is a name with its particle in front: "al-Sarayreh"."""
    particle, _, rest = token.text.partition("-")
    return rest[:1].isupper() and particle in reader.lexicon.particles


def _person_end(reader: Reader, index: int) -> int:
    """Return where a run of capitals that may be one name ends; initials keep their full stops."""
    tokens, ready, first = reader.tokens, reader.lexicon, index
    while (token := _word(reader, index)) and index - first < LONGEST_NAME:
        if not _is_person_word(reader, index):
            follows = _word(reader, index + 1)
            inside = index > first and token.lower in ready.particles and follows is not None
            if not (inside and follows is not None and follows.is_capital):
                break
        elif index > first and _begins_other(reader, index):
            break
        index += 1
        initial = len(token.text) == 1 and index < len(tokens) and tokens[index].text == "."
        follows = _word(reader, index + 1)
        if initial and follows is not None and follows.is_capital:
            index += 1
    return index


def _begins_other(reader: Reader, index: int) -> bool:
    """Return whether another name, or a title, begins here."""
    token, ready = reader.tokens[index], reader.lexicon
    found = ready.known_at(reader.tokens, index)
    if found and found[1] != "PER":
        return True
    if phrase_at(reader.tokens, index, ready.organisation_heads) and token.lower not in ready.given_names:
        return True
    return bool(phrase_at(reader.tokens, index, ready.announcers)) and token.lower not in ready.given_names


def _may_begin(reader: Reader, index: int) -> bool:
    """Return whether the capital here may be a name's, and not only the beginning of a sentence."""
    token, ready = reader.tokens[index], reader.lexicon
    if not _is_person_word(reader, index):
        return False
    begins = index == 0 or reader.tokens[index - 1].text in OPENERS or reader.tokens[index - 1].text in ".!?"
    if not begins or reader.due is not None:
        return not (token.lower in ready.ordinary and token.lower in reader.evidence.lower)
    if token.text.isupper() and len(token.text) > 1:
        return True
    if ready.is_ordinary(token.lower) or token.lower in reader.evidence.lower:
        return False
    return _has_evidence(reader, index)


def _has_evidence(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    if token.lower in reader.evidence.capital or token.lower in reader.lexicon.given_names:
        return True
    follows = _word(reader, index + 1)
    if follows is None:
        mark = reader.tokens[index + 1].text if index + 1 < len(reader.tokens) else ""
        return mark == "("
    return follows.lower in reader.speech or (follows.is_capital and _is_person_word(reader, index + 1))


def _guess(reader: Reader, first: int, last: int) -> tuple[Label, bool]:
    """Return the kind of a run of capitals, and whether anything but its form speaks for it."""
    tokens, ready = reader.tokens, reader.lexicon
    words = tokens[first:last]
    before = tokens[first - 1].lower if first else ""
    if words[-1].lower in ready.organisation_tails and len(words) > 1:
        return "ORG", True
    if reader.due is not None or words[0].lower in ready.given_names or _has_age(tokens, last):
        return "PER", True
    if before in ready.place_prepositions:
        return "LOC", True
    if words[0].text.isupper() and len(words[0].text) > (1 if len(words) == 1 else 2):
        return "ORG", False
    if before in reader.after_cue or (last < len(tokens) and tokens[last].lower in reader.speech):
        return "PER", True
    if words[-1].lower in ready.place_words and len(words) > 1:
        return "LOC", True
    return "PER", len(words) > 1


def _has_age(tokens: Sequence[Token], index: int) -> bool:
    """Return whether an age in brackets stands here: "(45)", "(45 tahun)"."""
    if index + 2 >= len(tokens) or tokens[index].text != "(":
        return False
    return tokens[index + 1].text.isdigit() and len(tokens[index + 1].text) <= 2


def _agreed(names: Sequence[Name]) -> list[Name]:
    """Return the names with every guess settled by what the same words are elsewhere in the article."""
    votes: dict[str, Counter[Label]] = {}
    for name in names:
        if not name.sure:
            continue
        votes.setdefault(name.text.casefold(), Counter())[name.label] += 1
        if name.label == "PER":
            for word in name.text.casefold().split():
                votes.setdefault(word, Counter())["PER"] += 1
    settled = []
    for name in names:
        vote = votes.get(name.text.casefold())
        if not name.sure and vote:
            label = min(vote, key=lambda kind: (-vote[kind], kind))
            settled.append(name._replace(label=label, sure=True))
        else:
            settled.append(name)
    return settled


Seen = dict[str, list[tuple[tuple[str, ...], Label]]]


def _seen(names: Sequence[Name]) -> Seen:
    """Return the names of the running text as words, and the words of persons' names, for headlines."""
    forms: dict[tuple[str, ...], Label] = {}
    for name in names:
        words = tuple(name.text.casefold().split())
        forms.setdefault(words, name.label)
        if name.label == "PER":
            for word in words:
                if len(word) > 2:
                    forms.setdefault((word,), "PER")
    table: Seen = {}
    for words, label in sorted(forms.items(), key=lambda item: (-len(item[0]), item)):
        table.setdefault(words[0], []).append((words, label))
    return table


def _read_headline(sentence: Sentence, seen: Seen, ready: Lexicon) -> Iterator[Name]:
    tokens, index, part = sentence.tokens, 0, sentence.span.part
    while index < len(tokens):
        found = _seen_at(tokens, index, seen) or ready.known_at(tokens, index)
        if not found or not tokens[index].is_capital:
            index += 1
            continue
        length, label = found
        start, end = tokens[index].start, tokens[index + length - 1].end
        yield Name(part, start, end, span_text(sentence.span, start, end), label, None, sure=True)
        index += length


def _seen_at(tokens: Sequence[Token], index: int, seen: Seen) -> tuple[int, Label] | None:
    for words, label in seen.get(tokens[index].lower, ()):
        if tuple(token.lower for token in tokens[index : index + len(words)]) == words:
            return len(words), label
    return None


def span_text(span: Span, start: int, end: int) -> str:
    """Return characters of a part that lie in this span, by offsets of the part, with plain single spaces."""
    return " ".join(span.text[start - span.start : end - span.start].split())
