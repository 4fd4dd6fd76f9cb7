"""Sources that a scraper glued to a word of speech, as at links: "dikutip dariAntara". Read apart where quotations and citations are looked for.

`unglue` parts words for all readers and leaves these: a place or a person that a name might be read as is none here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from rujuk.annotate.tokens import Sentence, Token
from rujuk.lang.base import LanguagePack
from rujuk.outlets.base import Outlets

SITE = re.compile(r"((?:\w+\.)+(?:com|co\.id|net|org|news))([a-z]{2,})")
"""A web address with a word of speech glued to its end ("kabar.comdari")."""
LONGEST_GLUE = 16
"""Letters of the longest word of speech that a name is looked for behind."""


def sources_apart(
    sentences: Sequence[Sentence], pack: LanguagePack, outlets: Outlets
) -> tuple[Sentence, ...]:
    """Return the sentences with those tokens cut in two where a word of speech is glued to a name, as scrapers do at links.

    "dariAntara" is two words, so are "kabar.comdari" and "Antaramelaporkan", and so is "dikutipkabar" where `outlets` hold one "kabar".
    """
    known = frozenset(name.casefold() for name in outlets.names())
    glue, joiners = _glue(pack), frozenset(pack.clauses.noun_joiners)
    return tuple(
        replace(
            each, tokens=tuple(part for token in each.tokens for part in _cut(token, glue, joiners, known))
        )
        for each in sentences
    )


@lru_cache(maxsize=16)
def _glue(pack: LanguagePack) -> frozenset[str]:
    """Return the words of speech that a name may be glued to."""
    speech = pack.speech
    phrases = (
        *speech.following,
        *speech.preceding,
        *speech.according,
        *speech.relays,
        *speech.relay_fillers,
        *speech.speaker_stops,
        *speech.reports,
    )
    return frozenset(phrase.split()[-1] for phrase in phrases)


def _cut(
    token: Token, glue: frozenset[str], joiners: frozenset[str], known: frozenset[str]
) -> tuple[Token, ...]:
    site = SITE.fullmatch(token.text)
    if site and site.group(2) in glue:
        place = token.start + site.end(1)
        tail = Token(place, token.end, site.group(2), site.group(2))
        return (
            *_cut(Token(token.start, place, site.group(1), site.group(1).lower()), glue, joiners, known),
            tail,
        )
    for size in range(2, min(len(token.text), LONGEST_GLUE)):
        rest = token.text[size:]
        named = rest[0].isupper() or token.lower[size:] in known
        if named and token.lower[:size] in glue and token.text[1:size].islower():
            place = token.start + size
            head = Token(token.start, place, token.text[:size], token.lower[:size])
            name = Token(place, token.end, rest, token.lower[size:])
            return head, *(_before_glue(name, glue, known) or _two_outlets(name, joiners, known))
    return _before_glue(token, glue, known) or _two_outlets(token, joiners, known)


def _before_glue(token: Token, glue: frozenset[str], known: frozenset[str]) -> tuple[Token, ...]:
    """Return the tokens of an outlet and the word of speech glued behind it ("Antaramengatakan"), () where it is no such word."""
    if not token.text[0].isupper() or token.lower in known:
        return ()
    for size in range(3, min(len(token.text) - 2, LONGEST_GLUE)):
        if token.lower[:size] in known and token.lower[size:] in glue and token.text[size:].islower():
            place = token.start + size
            head = Token(token.start, place, token.text[:size], token.lower[:size])
            return head, Token(place, token.end, token.text[size:], token.lower[size:])
    return ()


def _two_outlets(token: Token, joiners: frozenset[str], known: frozenset[str]) -> tuple[Token, ...]:
    """Return the tokens of two outlets that a joiner is glued between ("kabardanAntara"), else the token as it is."""
    for size in range(3, min(len(token.text), LONGEST_GLUE)):
        joiner = next((word for word in joiners if token.text.startswith(word, size)), "")
        after = size + len(joiner)
        if joiner and token.lower[:size] in known and token.text[after : after + 1].isupper():
            cuts = (0, size, after, len(token.text))
            return tuple(
                Token(token.start + a, token.start + b, token.text[a:b], token.lower[a:b])
                for a, b in pairwise(cuts)
            )
    return (token,)
