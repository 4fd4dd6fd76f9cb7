"""Adjuncts tell nothing by themselves: "di rumah sakit", "pada hari Rabu" are one fact only where what they belong to may be."""

from collections.abc import Sequence
from dataclasses import replace

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.cut import is_adjunct
from rujuk.align.pairs import ScoredPair
from rujuk.align.parts import NAMES, PartPairs
from rujuk.lang.base import Packs

SENTENCES = NAMES.index("centred_sentences")


def grounded(
    parts: Sequence[ReadClaim],
    compared: PartPairs,
    pairs: Sequence[ScoredPair],
    packs: Packs,
    config: AlignConfig,
) -> list[ScoredPair]:
    """Return the pairs, in their order, with probability 0 where an adjunct without a figure has no other ground to be the same fact.

    A ground is that the sentences are alike, or that other parts of both, no adjuncts, may tell one fact. `compared` are the pairs
    as compared, in the same order.
    """
    adjuncts = [is_adjunct(item.claim.text, packs[item.language]) and not item.quantities for item in parts]
    sentences = [(item.claim.article_id, item.claim.part, item.claim.sentence.start) for item in parts]
    grounds = {
        (sentences[pair.left], sentences[pair.right])
        for pair in pairs
        if pair.probability >= config.grounds and not (adjuncts[pair.left] or adjuncts[pair.right])
    }

    def stands(pair: ScoredPair, likeness: float) -> bool:
        if not (adjuncts[pair.left] or adjuncts[pair.right]) or likeness >= config.alike_sentences:
            return True
        return (sentences[pair.left], sentences[pair.right]) in grounds

    return [
        pair if stands(pair, likeness) else replace(pair, probability=0.0)
        for pair, likeness in zip(pairs, compared.rows[:, SENTENCES].tolist(), strict=True)
    ]
