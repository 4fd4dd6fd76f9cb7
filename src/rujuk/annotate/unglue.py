"""Words that a scraper glued: "Wirya Utamamencabut", "SembadaKejaksaan Agung". The text stays as it is; its tokens are parted.

Pages whose links were taken out with the spaces around them are full of such words, and most of them are names. A word is parted where the
article itself shows the pieces: a name that stands alone elsewhere, and behind it a word of grammar or a verb, or another name; behind a word of
grammar in small letters, a title or a dateline a name needs no other place.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rujuk.annotate.tokens import Sentence, Token
from rujuk.encoder.labels import Labelled
from rujuk.lang import gazetteer
from rujuk.lang.base import LanguagePack
from rujuk.lang.verbs import is_verb
from rujuk.outlets.base import Outlets

SHORTEST = 3
"""Letters of a name that a word may be glued to."""
TELLING = 3
"""Letters of a word of grammar from which on one stand of the name elsewhere is enough; "di" and "ke" end many names, and need two."""
WITHIN = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_])|(?<=[A-Z]{2})(?=[A-Z][^\W\d_A-Z])")
"""A small letter before a capital, or an acronym before a word: where two words may have been glued."""
DATELINE = re.compile(r"([A-Z]{3,})(-)([A-Z][^\W\d_A-Z]+)")
"""A place in capitals before the first word of an article: "JAKARTA-Wirya"."""
ACRONYM = re.compile(r"([A-Z]{3,})[^\W\d_A-Z]{2,}")
"""An acronym and letters behind it: "KPKmenahan"."""
FIRST = re.compile(r"[A-Z]+(?![^\W\d_A-Z])|[A-Z][^\W\d_A-Z]*")
"""The first word of what stands behind such a place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows that a word is several: how often each word stands alone in the article, the language, and names that are never parted."""

    seen: Mapping[str, int]
    pack: LanguagePack
    whole: re.Pattern[str]


def unglued(sentences: Sequence[Sentence], pack: LanguagePack, outlets: Outlets) -> tuple[Sentence, ...]:
    """Return the sentences with the tokens parted that hold several words; offsets stay those of the text.

    An outlet's name that is written with a capital within stays whole: "dilansirkabarKota".
    """
    seen = Counter(token.text for each in sentences for token in each.tokens if token.is_word)
    shown = Shown(seen, pack, _whole(outlets))
    return tuple(
        replace(each, tokens=tokens)
        if len(tokens := tuple(_parted(each.tokens, shown))) > len(each.tokens)
        else each
        for each in sentences
    )


@lru_cache(maxsize=16)
def _whole(outlets: Outlets) -> re.Pattern[str]:
    """Return what matches the names of outlets that have a capital behind a small letter."""
    names = sorted(name for name in outlets.names() if name.isalpha() and WITHIN.search(name))
    return re.compile("|".join(names) if names else r"(?!)")


def _parted(tokens: Sequence[Token], shown: Shown) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if len(token.text) <= SHORTEST:
            yield token
        elif token.text.isalpha():
            yield from _tokens(token.start, _pieces(token.text, shown, opens=at == 0))
        elif (
            at == 0 and (found := DATELINE.fullmatch(token.text)) and gazetteer.load().find(found[1].title())
        ):
            yield from _tokens(token.start, (*found.group(1, 2), *_pieces(found[3], shown)))
        else:
            yield token


def _tokens(start: int, pieces: Iterable[str]) -> Iterator[Token]:
    """Yield a token for each piece of a word, the first at `start`."""
    for piece in pieces:
        yield Token(start, start + len(piece), piece, piece.lower())
        start += len(piece)


def _pieces(word: str, shown: Shown, *, opens: bool = False) -> Iterator[str]:
    """Yield the words that a word is made of: itself, where nothing shows that they are several.

    Where it opens a sentence it may be a dateline and the first word: "JakartaWarga".
    """
    start = 0
    for found in WITHIN.finditer(word):
        if any(name.start() < found.start() < name.end() for name in shown.whole.finditer(word)):
            continue
        left, right = word[start : found.start()], word[found.start() :]
        dateline = opens and start == 0 and left[1:].islower() and bool(gazetteer.load().find(left))
        if dateline or _two(left, right, shown):
            yield from _behind_name(left, shown)
            start = found.start()
    yield from _behind_name(word[start:], shown)


def _two(left: str, right: str, shown: Shown) -> bool:
    """Return whether what stands on either side of a capital within a word are words of the article, of grammar, titles or places.

    Behind a title, and behind a word of grammar in small letters, stands a name that may stand nowhere else: "PresidenWirya Utama", "bahwaWirya";
    but "kepadaNya".
    """
    if left.lower() in _titles(shown.pack):
        return True
    if left in _leading(shown.pack) and right.lower() not in shown.pack.words.suffixes:
        return True
    found = FIRST.match(right)
    first = found.group() if found else right
    if not (shown.seen.get(right, 0) or _is_known(first, shown) or first.lower() in _titles(shown.pack)):
        return False
    return bool(_is_common(left.lower(), shown.pack) or gazetteer.load().find(left)) or _is_known(left, shown)


@lru_cache(maxsize=16)
def _leading(pack: LanguagePack) -> frozenset[str]:
    """Return the words of grammar that part a name which stands nowhere else, without those that a source is glued to.

    The reader of citations parts these, and takes no "dariChicago Tribune" for a place.
    """
    relaying = {phrase.split()[-1] for phrase in (*pack.speech.relays, *pack.speech.relay_fillers)}
    return frozenset(word for word in _grammar(pack) - relaying if len(word) >= TELLING)


def _is_known(word: str, shown: Shown) -> bool:
    """Return whether a word stands alone elsewhere, or is a name that does and a word glued to it."""
    return shown.seen.get(word, 0) > 0 or len([*_behind_name(word, shown)]) > 1


@lru_cache(maxsize=16)
def _titles(pack: LanguagePack) -> frozenset[str]:
    """Return the words of one piece that stand before names: titles, offices, heads of bodies and places."""
    names = pack.names
    listed = (*names.honorifics, *names.ranks, *names.roles, *names.organisation_heads, *names.place_heads)
    return frozenset(word.lower() for word in listed if word.isalpha() and len(word) > SHORTEST)


def _behind_name(word: str, shown: Shown) -> Iterator[str]:
    """Yield a name that stands alone elsewhere and the word in small letters that is glued to it; else the word itself.

    A word of grammar with a capital is no name: "Sebagaimana" and "Danantara" are whole.
    """
    for cut in _cuts(word):
        name, rest = word[:cut], word[cut:]
        least = 1 if len(rest) >= TELLING else 2
        if (
            shown.seen.get(name, 0) >= least
            and _is_name(name, rest, shown.pack)
            and _is_common(rest, shown.pack)
        ):
            yield from (name, rest)
            return
    yield word


def _is_name(name: str, rest: str, pack: LanguagePack) -> bool:
    """Return whether what a word begins with may be a name: no word of grammar, and a short one only before such a word ("Timberwolves" is whole)."""
    lower = name.lower()
    return lower not in _grammar(pack) and (len(name) > SHORTEST or name.isupper() or rest in _grammar(pack))


def _cuts(word: str) -> Iterable[int]:
    """Return where the name may end that a word begins with, the longest first: anywhere in a word with one capital, at the end of an acronym."""
    if word[:1].isupper() and word[1:].islower():
        return range(len(word) - 2, SHORTEST - 1, -1)
    acronym = ACRONYM.fullmatch(word)
    return (acronym.end(1),) if acronym else ()


def _is_common(word: str, pack: LanguagePack) -> bool:
    """Return whether a word in small letters is a word of grammar or a verb, and no ending of other words."""
    return word in _grammar(pack) or is_verb(word, pack)


@lru_cache(maxsize=16)
def _grammar(pack: LanguagePack) -> frozenset[str]:
    clauses, speech = pack.clauses, pack.speech
    words = (
        *pack.words.function_words,
        *clauses.adjuncts,
        *clauses.coordinators,
        *clauses.relatives,
        *speech.following,
    )
    return frozenset(word for word in words if " " not in word) - {*pack.words.suffixes}


def read_labels(
    labeller: Callable[[Sequence[str]], Sequence[Sequence[Labelled]]],
    glued: Sequence[Sentence],
    parted: Sequence[Sentence],
) -> list[list[Labelled]]:
    """Return what an encoder labels in sentences whose glued words it is given apart: offsets count from each sentence's start in the text.

    `glued` are the sentences as they were read, `parted` what `unglued` made of them.
    """
    places = [_places(one, other) for one, other in zip(glued, parted, strict=True)]
    texts = [_spaced(each.span.text, at) for each, at in zip(parted, places, strict=True)]
    return [
        [mark._replace(start=_back(mark.start, at), end=_back(mark.end, at)) for mark in marks]
        for marks, at in zip(labeller(texts), places, strict=True)
    ]


def _places(glued: Sentence, parted: Sentence) -> list[int]:
    """Return where pieces of one word begin in a sentence, as offsets from its start."""
    if parted is glued:
        return []
    whole = {token.start for token in glued.tokens}
    return [token.start - parted.span.start for token in parted.tokens if token.start not in whole]


def _spaced(text: str, places: Sequence[int]) -> str:
    """Return a text with a space at each place."""
    return " ".join(text[start:end] for start, end in pairwise((0, *places, len(text))))


def _back(offset: int, places: Sequence[int]) -> int:
    """Return the offset in a text of one in the text with a space at each of its places."""
    return offset - sum(place + added < offset for added, place in enumerate(places))
