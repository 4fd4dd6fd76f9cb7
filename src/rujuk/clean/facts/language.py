"""The language of a text: declared, or told by py3langid, with pycld2 for the languages that py3langid takes for others."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from rujuk.lang.base import Packs
from rujuk.outlets.base import Outlet

UNKNOWN = "und"
MIN_LETTERS = 20
"""Letters below which no language is told: py3langid on single words is close to chance."""


def declared_language(text: str, packs: Packs) -> str | None:
    """Return the code that a row's language field means: an ISO 639-1 code, with a region or not, or a pack's own name."""
    folded = text.strip().casefold()
    by_name = {pack.words.name.casefold(): code for code, pack in packs.items()}
    code = by_name.get(folded) or folded.replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def identify(text: str, packs: Packs, outlet: Outlet | None) -> tuple[str, bool]:
    """Return the language of a text and whether that is sure.

    The code is a pack's own, else the one that py3langid or pycld2 gives (ISO 639-1, mostly), whether there is a pack or
    not. Where the best guess is a neighbour of a pack's language and the pack's language comes second, an outlet from a
    country of that pack decides for the pack. Both detectors read the whole text: its caller bounds it.
    """
    if sum(map(str.isalpha, text[: MIN_LETTERS * 4])) < MIN_LETTERS:
        return UNKNOWN, False
    aliases = _aliases(packs)
    told = [code for code, _ in _detector().rank(text)[:2]]
    best, second = (aliases.get(code, code) for code in told)
    other = _second_opinion(text, packs)
    if other and (told[0] not in aliases or told[0] == best):
        return other, True
    if second not in packs or best not in packs[second].boilerplate.neighbours:
        return best, True
    if outlet and outlet.country in packs[second].boilerplate.countries:
        return second, False
    return best, True


def _second_opinion(text: str, packs: Packs) -> str:
    """Return the language that pycld2 tells where it is one that only pycld2 can tell, or ""."""
    second = _second_detector()
    only = {code for pack in packs.values() for code in pack.boilerplate.second_detector_codes}
    if second is None:
        return ""
    # it refuses control characters and what is no UTF-8, each with an error for the whole text
    printable = text.replace("\n", " ")
    if not printable.isprintable():
        printable = "".join(char if char.isprintable() else " " for char in printable)
    try:
        _, _, details = second.detect(printable, isPlainText=True)
    except second.error:
        return ""
    code = str(details[0][1])
    return code if code in only else ""


def _aliases(packs: Packs) -> Mapping[str, str]:
    """Return, by each code that py3langid gives for a pack's language, the code of the pack."""
    return {code: own for own, pack in packs.items() for code in pack.boilerplate.detector_codes}


@cache
def _detector() -> Any:
    """Return py3langid, loaded once a process and only when a text needs it: its model takes 0.1 s and 60 MB."""
    import py3langid  # noqa: PLC0415

    return py3langid


@cache
def _second_detector() -> Any | None:
    """Return pycld2, or None where it is not installed: there are no wheels of it for every Python and machine."""
    try:
        import pycld2  # noqa: PLC0415
    except ImportError:
        return None
    return pycld2
