"""Which words are verbs, by their form or by a pack's list, and whether words tell something by one."""

import re
from functools import lru_cache

from rujuk.lang.base import LanguagePack
from rujuk.model.statement import Claim

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SHORTEST = 6
"""Letters of a word that is taken for a verb by its prefix alone: "beras" is none."""


@lru_cache(maxsize=1 << 16)
def is_verb(word: str, pack: LanguagePack) -> bool:
    """Return whether a word in lower case is a verb; nouns that begin as verbs do are not told from them."""
    prefixes = pack.clauses.verb_prefixes
    return word in _listed(pack) or (
        bool(prefixes) and len(word) >= SHORTEST and word.startswith(tuple(prefixes))
    )


@lru_cache(maxsize=16)
def _listed(pack: LanguagePack) -> frozenset[str]:
    return frozenset(pack.clauses.verbs)


def tells(text: str, pack: LanguagePack) -> bool:
    """Return whether words have a verb beside those of their relative clauses: "X, yang dikenal sebagai Y" tells nothing of X.

    A relative clause is taken to have one verb. What begins as a credit ("dikutip dari …") tells nothing either, nor what goes on with what was said before ("dan …").
    """
    words = [word.lower() for word in WORD.findall(text)]
    if announces(text, pack) or (words and words[0] in (*pack.speech.retelling, *pack.clauses.noun_joiners)):
        return False
    relative = sum(word in pack.clauses.relatives for word in words)
    return sum(is_verb(word, pack) for word in words) > relative


def reads_whole(claim: Claim, pack: LanguagePack | None) -> bool:
    """Return whether a claim can be read out of its sentence and tells something there, as far as its language is known."""
    return claim.reads_alone and (pack is None or tells(claim.text, pack))


def announces(text: str, pack: LanguagePack) -> bool:
    """Return whether words begin as those that only announce what follows or say that something was said ("hal ini disampaikan …")."""
    return f"{' '.join(WORD.findall(text.lower()))} ".startswith(_fillers(pack))


@lru_cache(maxsize=16)
def _fillers(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in pack.origins.fillers)
