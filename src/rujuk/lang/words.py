"""The everyday words of a language: what carries no meaning of its own, and how words are marked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """`function_words` are left out when content words are compared; affixes are stripped, longest first, to compare stems.

    `swallowing` are a prefix and the letter it swallows before a vowel ("men t": menewaskan is of tewas), with the roots
    it does so for where that is not all of them ("meng k kirim kunjung"). `whole_roots` begin with a letter that looks
    like a prefix's own ("milik": memiliki is me-milik-i). `quote_pairs` are two-character strings, opening and closing mark. `synonyms` are groups of words that news writing
    uses for one another ("tewas", "meninggal"), each group a space-separated string.
    """

    name: str
    function_words: tuple[str, ...]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    swallowing: tuple[str, ...]
    whole_roots: tuple[str, ...]
    quote_pairs: tuple[str, ...]
    negations: tuple[str, ...]
    synonyms: tuple[str, ...]
    opposites: tuple[str, ...]
