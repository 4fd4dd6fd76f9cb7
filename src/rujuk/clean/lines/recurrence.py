"""Which lines of one capture stand on other captures of its outlet too, as the survey of a run told."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from rujuk.clean.lines.line import Line

KEY_BYTES = 8
"""Of a line's fingerprint: among a million different lines two have the same one with a chance of three in a hundred million."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What unrelated captures of one outlet say of a capture's lines.

    `known` is whether there are any. `some` are the fingerprints of lines that stand on some of them too, `most` those of lines
    that stand on so many that they are the outlet's and no report's.
    """

    known: bool = False
    some: frozenset[bytes] = frozenset()
    most: frozenset[bytes] = frozenset()

    def lines(self, texts: Iterable[str]) -> list[Line]:
        """Return lines that bear what is known of them."""
        if not self.known:
            return [Line(text) for text in texts]
        return [Line(text, recurs=self._of(key_of(text))) for text in texts]

    def _of(self, key: bytes) -> int:
        return 2 if key in self.most else 1 if key in self.some else -1


NOTHING_KNOWN = Recurrence()


def key_of(text: str) -> bytes:
    """Return the fingerprint of a normalised line, the same on every machine; letter case does not count."""
    return blake2b(text.casefold().encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()
