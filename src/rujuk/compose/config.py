"""What can be set about composing a dossier."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ComposeConfig:
    """Limits of the summary and of what counts as the same quoted words; counts are of words."""

    summary_statements: int = 6
    # A summary of more than six sentences no longer fits above the fold of a phone with its marks; not fitted.
    summary_overlap: float = 0.5
    # Share of the shorter statement's words found in one already chosen, above which it would repeat it; not fitted.
    same_words: int = 5
    # In the dev part of claims-id-2025-06 (31 articles, 76 direct quotations of five words or more) this links 19 pairs,
    # all of one event, none across events; at six, four true pairs are lost. Shorter runs need the same speaker too.
    most_equals: int = 60
    # Beyond so many equal quotations each names only the first, which names all: 500 reprints of one text with twenty
    # quotations would otherwise give five million links (measured on made-up reprints: .3 s so). Not fitted.
