"""Changes to an Indonesian sentence whose effect on what it says is known: denied, another figure, the opposite, shortened.

Each gives the changed sentence, or None where it finds nothing to change. They make training pairs, and see no article.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEGATORS = frozenset({"tidak", "tak", "belum", "bukan", "bukanlah", "tanpa"})
MODALS = frozenset({"akan", "dapat", "bisa", "mampu", "pernah", "mau", "harus", "ingin", "boleh", "perlu"})
FINISHED = frozenset({"telah", "sudah"})
COPULAS = {"adalah": "bukan", "ialah": "bukan", "merupakan": "bukan merupakan"}
# What the word before a verb must not be: "yang tidak datang" denies no clause of its own.
BOUND = frozenset({"yang", "untuk", "dengan", "dan", "saat", "ketika"})
# "tidak ada", "tidak pernah": without the negator the sentence is another one, or none.
TIED = frozenset({"ada", "hanya", "pernah", "lagi", "saja", "semua"})

COUNTS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
CYCLES: tuple[Sequence[str], ...] = (COUNTS, MONTHS, DAYS)
FIGURE = re.compile(
    r"(?<![\w.,/])\d+(?:[.,]\d+)*(?![\w/])|\b(?:" + "|".join((*COUNTS, *MONTHS, *DAYS)) + r")\b"
)
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
SEAM = re.compile(
    r",? (?:dan|tetapi|namun|sedangkan|sementara|karena|sehingga|setelah|ketika|saat|yang|untuk|dengan|pada|di|dalam) |, "
)


@dataclass(frozen=True)
class Lexicon:
    """Words the changes need: verbs in lower case, opposites of a word, names by kind and the kind of a name."""

    verbs: frozenset[str]
    opposites: Mapping[str, Sequence[str]]
    names: Mapping[str, Sequence[str]]
    kinds: Mapping[str, str]


def negated(text: str, lexicon: Lexicon) -> str | None:
    """The sentence with its first clause denied; None where it holds a negator already."""
    words = text.split(" ")
    plain = [word.strip('.,"“”').lower() for word in words]
    if NEGATORS & set(plain):
        return None
    for at in range(1, len(words)):
        put = _denial(plain, words, at, lexicon)
        if put is not None:
            kept = at + 1 if plain[at] in COPULAS or plain[at] in FINISHED else at
            return " ".join([*words[:at], put, *words[kept:]])
    return None


def _denial(plain: Sequence[str], words: Sequence[str], at: int, lexicon: Lexicon) -> str | None:
    """What denies the clause at this word, None where no clause can be denied there."""
    word = plain[at]
    if word in COPULAS:
        return COPULAS[word]
    if word in FINISHED:
        return "belum"
    free = plain[at - 1] not in BOUND and not words[at - 1].endswith(",")
    return "tidak" if word in MODALS or (word in lexicon.verbs and free) else None


def affirmed(text: str) -> str | None:
    """The sentence without its only negator; None where it has none or several, or where a negator cannot just go."""
    words = text.split(" ")
    at = [i for i, word in enumerate(words) if word.lower() in ("tidak", "tak", "belum", "bukan")]
    after = words[at[0] + 1].lower() if at and at[0] + 1 < len(words) else ""
    if len(at) != 1 or at[0] == 0 or after in TIED:
        return None
    put = {"belum": ["sudah"], "bukan": [] if after == "merupakan" else ["adalah"]}
    return " ".join([*words[: at[0]], *put.get(words[at[0]].lower(), []), *words[at[0] + 1 :]])


def stands_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def another_figure(text: str, beside: str, draw: random.Random) -> str | None:
    """The sentence with a figure, month or day of it changed that the other text holds too; the new one stands in neither."""
    found = [each[0] for each in FIGURE.finditer(text) if stands_in(each[0], beside)]
    if not found:
        return None
    old = draw.choice(found)
    new = _another(old, draw)
    if stands_in(new, beside) or stands_in(new, text):
        return None
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)


def _another(figure: str, draw: random.Random) -> str:
    for cycle in CYCLES:
        if figure in cycle:
            return draw.choice([other for other in cycle if other != figure])
    at = draw.choice([i for i, character in enumerate(figure) if character.isdigit()][:2])
    return figure[:at] + draw.choice([d for d in "123456789" if d != figure[at]]) + figure[at + 1 :]


def opposite(text: str, lexicon: Lexicon, draw: random.Random) -> str | None:
    """The sentence with one word turned into its opposite ("naik", "turun")."""
    found = [each for each in re.finditer(r"\w+", text) if each[0].lower() in lexicon.opposites]
    if not found:
        return None
    old = draw.choice(found)
    new = draw.choice(lexicon.opposites[old[0].lower()])
    new = new[0].upper() + new[1:] if old[0][0].isupper() else new
    return text[: old.start()] + new + text[old.end() :]


def another_name(text: str, beside: str, lexicon: Lexicon, draw: random.Random) -> str | None:
    """The sentence with a name that the other text holds too changed for another of its kind."""
    found = sorted(
        {each[0] for each in NAME.finditer(text) if each[0] in lexicon.kinds and each[0] in beside}
    )
    if not found:
        return None
    old = draw.choice(found)
    new = draw.choice(lexicon.names[lexicon.kinds[old]])
    return None if new in beside or old in new or new in old else text.replace(old, new)


def shortened(text: str, lexicon: Lexicon, draw: random.Random) -> str | None:
    """The sentence up to a seam after a verb and its object, as a sentence of its own: what it says, the longer one says."""
    seams = [each.start() for each in SEAM.finditer(text) if each.start() < len(text) * 0.8]
    seams = [at for at in seams if _is_clause(text[:at].split(), lexicon)]
    if not seams:
        return None
    cut = text[: draw.choice(seams)].rstrip(" ,")
    last = cut.split()[-1].lower()
    hanging = last in lexicon.verbs | NEGATORS | MODALS | FINISHED | {"bahkan", "juga"}
    return None if hanging else cut + "."


def _is_clause(words: Sequence[str], lexicon: Lexicon) -> bool:
    return len(words) >= 4 and any(word.lower() in lexicon.verbs for word in words[1:])
