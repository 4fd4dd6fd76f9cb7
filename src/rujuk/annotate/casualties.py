"""Who was killed and who was injured, and how many, wherever a text tells it: counted, one by one, or in a list.

A sentence is read as a row of letters, one a token (a cue, a number, a noun for one person or for several, a name, a comma ...), over which
regular expressions find the victims before or behind each cue.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from rujuk.annotate.numerals import any_of, number_pattern, read_number
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Mention
from rujuk.model.casualty import Casualty, Fate
from rujuk.model.text import Article, Span

Item = TypeVar("Item")

MOST_VICTIMS = 100_000
"""A larger number beside a cue is no count of the victims of one event."""
YEARS = (1900, 2100)
"""Numbers that are read as years and not as counts."""
AGES = range(10, 100)
"""Numbers behind a name and a comma that are ages."""
FAR = 60
"""Tokens before a cue among which its victims are looked for; bounds the time on a list of hundreds."""
NONE_BEFORE = 4
"""Tokens before a cue in which a word for nobody undoes it ("no one was seriously hurt")."""

CUE, NUMBER, ONE, MANY, AGED, NAME, PRONOUN = "K", "N", "S", "P", "A", "M", "R"
DETERMINER, JOINER, LINK, RISING, OTHERS = "D", "J", "L", "T", "O"
NOBODY, PART, COMMA, WORD, MARK, AGE, BOUND, ORDINAL, LEAVING = "Z", "F", "C", "W", "X", "G", "B", "Q", "V"
_KINDS = (
    ("links", LINK),
    ("leaving", LEAVING),
    ("toll_links", RISING),
    ("determiners", DETERMINER),
    ("joiners", JOINER),
    ("pronouns", PRONOUN),
    ("others", OTHERS),
    ("of", PART),
    ("persons", MANY),
    ("one_person", ONE),
    ("nobody", NOBODY),
)
"""The lists of a pack by the letter of their words; of a word in two of them the later list counts."""
_UNIT = (
    r"(?:D?QW{0,2}S|D?W{0,3}SFN(?:W{0,2}P)?|D?B?N(?:FD?)?O?[WPS]{0,3}[PS]|D?B?NO|D?W{0,2}AW{0,2}S?"
    r"|D?[WS]{0,3}S|M+|D?W{0,3}P|R|D?B?N(?!W))"
)
_PERSONS = rf"{_UNIT}(?:[LT]?G)?(?:(?:CJ|J|C)[LTD]*{_UNIT}(?:[LT]?G)?)*"
_BEFORE = re.compile(rf"(?P<persons>{_PERSONS})(?P<gap>(?:C[^CKX]{{1,8}}C)?[LTVJC]*(?:W{{1,3}}[LTV]+)?W?)$")
_BEHIND = re.compile(rf"(?P<persons>{_PERSONS})")
_COUNTED_BEFORE = re.compile(r"(?P<persons>D?B?NW{1,2})[LTV]*$")
_COUNTED_BEHIND = re.compile(r"(?P<persons>D?B?NW)")
_TOLL = re.compile(r"(?:[^KNCX]{0,3}|[^KNCX]{0,10}T)B?(?P<persons>N)")
_NUMBERED = re.compile(r"(?P<persons>N)$")
_SPLIT = re.compile(rf"{_UNIT}|D?B?NW")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a cue tells: whether victims stand before it, behind it, a number behind it, or it is whoever did it."""

    fate: Fate
    before: bool = False
    behind: bool = False
    toll: bool = False
    alone: str = ""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    letter: str
    value: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Lexicon:
    cues: dict[str, _Cue]
    letters: dict[str, str]
    pattern: re.Pattern[str]


@cache
def _lexicon(pack: LanguagePack) -> _Lexicon:
    words = pack.casualties
    cues: dict[str, _Cue] = {}
    for fate, before, behind, toll in (
        ("killed", words.killed, words.killing, words.killed_toll),
        ("injured", words.injured, words.injuring, words.injured_toll),
        ("struck", words.struck, words.striking, words.struck_toll),
    ):
        own, other = set(before), set(behind)
        cues |= {text: _Cue(fate, text in own, text in other) for text in own | other}  # type: ignore[arg-type]
        cues |= dict.fromkeys(toll, _Cue(fate, toll=True))  # type: ignore[arg-type]
    cues |= dict.fromkeys(words.self_killed, _Cue("killed", alone="own_hand", value=1))
    cues |= dict.fromkeys(words.killed_with_self, _Cue("killed", alone="with_self"))
    cues |= dict.fromkeys(words.self_struck, _Cue("struck", alone="own_hand", value=1))
    cues |= dict.fromkeys(words.fatal, _Cue("killed", alone="fatal"))
    cues |= {
        text: _Cue("killed", alone="multiple", value=value) for text, value in words.killed_multiples.items()
    }
    cues |= {
        text: _Cue("struck", alone="multiple", value=value) for text, value in words.struck_multiples.items()
    }
    letters = dict.fromkeys(pack.numbers.bounds_before, BOUND)
    letters |= {word: letter for name, letter in _KINDS for word in getattr(words, name)}
    letters |= dict.fromkeys(words.counted, NUMBER) | dict.fromkeys(words.ordinals, ORDINAL)
    long = tuple(word for word in letters if " " in word)
    pattern = (
        rf"(?P<pseudo>(?<!\w){any_of(words.pseudo)}(?!\w))|(?P<cue>(?<!\w){any_of(tuple(cues))}(?!\w))"
        rf"|(?P<age>{words.aside_pattern})|(?P<aged>(?<!\w)(?i:{words.age_pattern})(?!\w))"
        rf"|(?P<long>(?<!\w){any_of(long)}(?!\w))"
        rf"|(?P<number>{number_pattern(pack.numbers)}(?![\w-]))|(?P<token>{_TOKEN.pattern})"
    )
    return _Lexicon(cues, letters, re.compile(pattern))


def read_casualties(
    article: Article,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    measured: Sequence[Span],
    pack: LanguagePack,
) -> tuple[Casualty, ...]:
    """Return every place of the sentences that tells of persons killed, injured or struck, sorted by part and offset.

    No number in a span of `measured` (times, quantities that have a unit) counts anybody.
    """
    order = sorted(sentences, key=_place)
    people = _by_sentence(((item.span, item) for item in mentions if item.label == "PER"), order)
    spans = _by_sentence(((span, span) for span in measured), order)
    found = []
    for sentence in order:
        own, other = people.get(sentence, ()), spans.get(sentence, ())
        tokens = _without_ages(list(_tokens(sentence, own, other, pack)))
        for first, last, fate, value, victims, rule in _told(tokens, pack, headline=sentence.part == "title"):
            span = article.span(
                sentence.start + tokens[first].start, sentence.start + tokens[last].end, sentence.part
            )
            found.append(Casualty(span, fate, value, victims, rule))
    return tuple(sorted(found, key=lambda item: (item.span.part, item.span.start, item.span.end)))


def _place(span: Span) -> tuple[str, int]:
    return span.part, span.start


def _by_sentence(items: Iterable[tuple[Span, Item]], order: Sequence[Span]) -> dict[Span, list[Item]]:
    """Return the items by the sentence that holds their span, in their order; `order` is sorted and does not overlap."""
    held: dict[Span, list[Item]] = {}
    for span, item in items:
        at = bisect_right(order, _place(span), key=_place) - 1
        if at >= 0 and order[at].contains(span):
            held.setdefault(order[at], []).append(item)
    return held


def _tokens(
    sentence: Span, people: Sequence[Mention], measured: Sequence[Span], pack: LanguagePack
) -> Iterator[_Token]:
    """Yield the tokens of a sentence; a person's name is one, and a number that is measured counts nothing."""
    lexicon, at = _lexicon(pack), 0
    text = sentence.text
    for mention in [*people, None]:
        end = mention.span.start - sentence.start if mention else len(text)
        for match in lexicon.pattern.finditer(text, at, end):
            token = _token(match, lexicon, pack)
            begin = sentence.start + token.start
            inside = token.letter == NUMBER and any(span.start <= begin < span.end for span in measured)
            yield replace(token, letter=MARK) if inside else token
        if mention:
            at = mention.span.end - sentence.start
            yield _Token(end, at, NAME, 1, mention.entity)


def _without_ages(tokens: list[_Token]) -> list[_Token]:
    """Return the tokens with a number that stands right behind a name and a comma as an age ("Budi Arga, 27")."""
    for at in range(2, len(tokens)):
        named = (tokens[at - 2].letter, tokens[at - 1].letter) == (NAME, COMMA)
        if named and tokens[at].letter == NUMBER and tokens[at].value in AGES:
            tokens[at - 1 : at + 1] = [replace(tokens[at - 1], letter=LINK), replace(tokens[at], letter=AGE)]
    return tokens


def _token(match: re.Match[str], lexicon: _Lexicon, pack: LanguagePack) -> _Token:
    start, end = match.span()
    text = " ".join(match.group().lower().split())
    kind = match.lastgroup
    if kind == "cue":
        return _Token(start, end, CUE, key=text)
    if kind == "age":
        return _Token(start, end, AGE)
    if kind == "aged":
        return _Token(start, end, AGED, 1, text.replace(" ", "-"))
    if kind == "number":
        value = read_number(match.group(), pack.numbers)
        if isinstance(value, int) and 0 < value <= MOST_VICTIMS and not YEARS[0] <= value <= YEARS[1]:
            return _Token(start, end, NUMBER, value)
        return _Token(start, end, MARK)
    letter = lexicon.letters.get(text) or _without_possessive(text, lexicon, pack)
    if kind == "pseudo" or letter is None:
        letter = COMMA if text in {",", ";"} else WORD if text[0].isalpha() and kind != "pseudo" else MARK
    words = pack.casualties
    value = words.counted.get(text) or words.ordinals.get(text) or int(letter in {ONE, PRONOUN})
    return _Token(start, end, letter, value, text if letter == ONE else "")


def _without_possessive(word: str, lexicon: _Lexicon, pack: LanguagePack) -> str | None:
    """Return the letter of a noun for a person that stands before a possessive ending ("anaknya")."""
    for ending in pack.numbers.possessives:
        if word.endswith(ending) and lexicon.letters.get(word.removesuffix(ending)) in {ONE, MANY}:
            return lexicon.letters[word.removesuffix(ending)]
    return None


_Told = tuple[int, int, Fate, int | None, tuple[str, ...], str]


def _told(tokens: Sequence[_Token], pack: LanguagePack, *, headline: bool) -> Iterator[_Told]:
    """Yield what each cue of a sentence tells: first and last token, fate, number, victims, and the rule that read it."""
    letters = "".join(token.letter for token in tokens)
    cues = _lexicon(pack).cues
    for at, token in enumerate(tokens):
        if token.letter != CUE or NOBODY in letters[max(0, at - NONE_BEFORE) : at]:
            continue
        cue = cues[token.key]
        if cue.alone:
            yield at, at, cue.fate, cue.value, (), cue.alone
            continue
        found = _victims(cue, at, letters)
        if found is None:
            if cue.fate == "killed" and (cue.before or cue.toll):
                yield at, at, cue.fate, None, (), "alone"
            continue
        first, last, rule = found
        if NOBODY not in letters[max(0, first - 1) : first]:
            value, victims = _number(tokens[first:last], letters[first:last], headline=headline)
            yield min(first, at), max(last - 1, at), cue.fate, value, victims, rule


def _victims(cue: _Cue, at: int, letters: str) -> tuple[int, int, str] | None:
    """Return the tokens that tell a cue's victims: from the first to behind the last, and where they stand."""
    first = max(0, at - FAR)
    if cue.toll:
        match = _NUMBERED.search(letters, first, at) or _TOLL.match(letters, at + 1)
        return (*match.span("persons"), "toll") if match else None
    behind = _BEHIND.match(letters, at + 1, at + FAR) if cue.behind else None
    if behind:
        return (*behind.span("persons"), "behind")
    if cue.behind and not cue.before and (counted := _COUNTED_BEHIND.match(letters, at + 1)):
        return (*counted.span("persons"), "behind")
    before = _BEFORE.search(letters, first, at) or _COUNTED_BEFORE.search(letters, first, at)
    if before and cue.before:
        return (*before.span("persons"), "passive" if cue.behind else "state")
    return None


def _number(tokens: Sequence[_Token], letters: str, *, headline: bool) -> tuple[int | None, tuple[str, ...]]:
    """Return how many persons a list tells of, None where one of its parts does not say, and by what each is called.

    Headlines join by commas alone ("Parents, 2 children dead"); what stands behind a name and a comma is the same one.
    """
    total: int | None = 0
    victims: list[str] = []
    listed = JOINER in letters or (headline and NAME + COMMA not in letters)
    for match in _SPLIT.finditer(letters):
        own = tokens[match.start() : match.end()]
        of_whom = PART in match.group() and ONE in match.group()  # "a mother of two"
        counted = [token.value for token in own if token.letter in {NUMBER, ORDINAL} and not of_whom]
        if match.group() == PRONOUN and match.start():
            continue  # "him and he"
        ones = [token for token in own if token.value and token.letter != NUMBER]
        value = counted[0] if counted else 1 if ones else None
        named = letters[max(0, match.start() - 2) : match.end()] == ONE + COMMA + NAME
        if match.start() and (named or not listed):
            value = 0  # "his friend, Budi Arga": the same one
        total = None if total is None or value is None else total + value
        if not counted and ones:
            victims.append(next((t.key for t in ones if t.letter == AGED), ones[0].key))
    return total or None, tuple(victims)
