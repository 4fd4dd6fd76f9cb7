"""The language of a text: declared, or told by py3langid among the languages that the packs name."""

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

    Where the best guess is a neighbour of a pack's language and the pack's language comes second, an outlet from a
    country of that pack decides for the pack.
    """
    if sum(map(str.isalpha, text[: MIN_LETTERS * 4])) < MIN_LETTERS:
        return UNKNOWN, False
    codes = _codes(packs)
    ranked = [codes[code] for code, _ in _detector().rank(text) if code in codes]
    best, second = next(iter(dict.fromkeys(ranked))), list(dict.fromkeys(ranked))[1]
    if best in packs or second not in packs or best not in packs[second].boilerplate.neighbours:
        return best, True
    if outlet and outlet.country in packs[second].boilerplate.countries:
        return second, False
    return best, True


def _codes(packs: Packs) -> Mapping[str, str]:
    """Return, by the code that the detector gives, the code we use."""
    codes = {code: code for pack in packs.values() for code in pack.boilerplate.neighbours}
    codes.update((code, own) for own, pack in packs.items() for code in pack.boilerplate.detector_codes)
    return codes


@cache
def _detector() -> Any:
    """Return py3langid, loaded once a process and only when a text needs it: its model takes 0.1 s and 60 MB."""
    import py3langid  # noqa: PLC0415

    return py3langid
