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
    # Runs of five words are shared by chance in .0 % of unrelated quotations; shorter ones need the same speaker too.
