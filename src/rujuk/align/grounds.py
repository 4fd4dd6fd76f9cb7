"""Parts that tell nothing by themselves: "oleh Amerika Serikat", "pada hari Rabu" are one fact only where what they belong to is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.cut import is_adjunct
from rujuk.align.pairs import ScoredPair
from rujuk.align.parts import SIGNALS, PartPair
from rujuk.lang.base import Packs
from rujuk.lang.stems import content_stems

SENTENCES = [*SIGNALS].index("centred_sentences")


def grounded(
    parts: Sequence[ReadClaim],
    compared: Sequence[PartPair],
    pairs: Sequence[ScoredPair],
    packs: Packs,
    config: AlignConfig,
) -> list[ScoredPair]:
    """Return the pairs, in their order, with probability 0 where a bare adjunct has no other ground to be the same fact.

    A ground is that the sentences are alike, or that other parts of both, no adjuncts, may tell one fact. `compared` are the pairs
    as compared, in the same order.
    """
    adjuncts = [is_adjunct(item.claim.text, packs[item.language]) and not item.quantities for item in parts]
    bare = [found and not _own_words(item, packs) for item, found in zip(parts, adjuncts, strict=True)]
    sentences = [(item.claim.article_id, item.claim.part, item.claim.sentence.start) for item in parts]
    grounds = {
        (sentences[pair.left], sentences[pair.right])
        for pair in pairs
        if pair.probability >= config.grounds and not (adjuncts[pair.left] or adjuncts[pair.right])
    }

    def stands(pair: ScoredPair, other: PartPair) -> bool:
        if not (bare[pair.left] or bare[pair.right]) or other.signals[SENTENCES] >= config.alike_sentences:
            return True
        return (sentences[pair.left], sentences[pair.right]) in grounds

    return [
        pair if stands(pair, other) else replace(pair, probability=0.0)
        for pair, other in zip(pairs, compared, strict=True)
    ]


def _own_words(item: ReadClaim, packs: Packs) -> set[str]:
    """Return the content words of a part outside of names and times."""
    words = packs[item.language].words
    taken = {stem for text in _named(item) for stem in content_stems(text, words)}
    return {*item.stems} - taken


def _named(item: ReadClaim) -> Iterator[str]:
    yield from (mention.span.text for mention in item.mentions)
    yield from (time.span.text for time in item.times)
