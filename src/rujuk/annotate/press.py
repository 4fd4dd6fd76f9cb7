"""Names of the press that no pack knows: told by the noun before them, or by words of taking behind them."""

from rujuk.annotate.reading import Reading, phrase_before
from rujuk.annotate.tokens import phrase_at, tokenize
from rujuk.model.annotations import Quotation
from rujuk.model.text import Span

PRESS_REACH = 32
"""Characters before a name in which a noun of the press may stand."""


def is_press(reading: Reading, name: Span) -> bool:
    """Return whether a noun of the press stands before a name, or begins it ("surat kabar Suara Rimba")."""
    start = max(0, name.start - PRESS_REACH)
    tokens = tokenize(reading.article.span(start, name.end, name.part))
    first = next(i for i, token in enumerate(tokens) if token.end > name.start)
    heads = reading.cues.agency_heads
    return (
        phrase_before(tokens, first, heads) > 0 or 0 < phrase_at(tokens, first, heads) < len(tokens) - first
    )


def is_taken_from(reading: Reading, quotation: Quotation) -> bool:
    """Return whether words of taking follow a speaker that is a body, with no other name: "…,” tulis Warta Rimba, dikutip Selasa"."""
    speaker, part = quotation.speaker, quotation.span.part
    if speaker is None:
        return False
    text = reading.article.part_text(part)
    tokens = tokenize(
        reading.article.span(speaker.span.end, min(len(text), speaker.span.end + PRESS_REACH), part)
    )
    after = 1 if tokens and tokens[0].text == "," else len(tokens)
    return after < len(tokens) and tokens[after].lower in reading.cues.retelling
