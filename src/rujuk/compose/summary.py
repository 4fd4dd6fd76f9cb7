"""Which few statements tell the story."""

from collections.abc import Mapping, Sequence

from rujuk.compose.config import ComposeConfig
from rujuk.compose.order import Places, lead_claim
from rujuk.compose.quotations import quoted_words
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.verbs import reads_whole
from rujuk.model.annotations import Document
from rujuk.model.statement import Statement

SHORTEST = 4
"""Words below which a statement is a fragment that says nothing out of its sentence."""


def summary(
    statements: Sequence[Statement],
    documents: Sequence[Document],
    config: ComposeConfig,
    packs: Packs,
) -> tuple[str, ...]:
    """Return the ids of at most `config.summary_statements` statements, the chief one first, the others as articles tell them.

    Those that more articles make come first, among equals what outlets tell in their own voice, those on more independent origins, then those nearer the
    top; questions, near repetitions of what is already chosen, and pieces that cannot be read out of their sentence are left out. Only where fewer than half of the
    places are filled by statements of several articles do statements of one article follow, from the top of the text; and only where fewer still are, pieces.
    """
    places = Places(documents)
    ranked = sorted(filter(_tells, statements), key=lambda item: _rank(item, places))
    several = [item for item in ranked if _support(item) > 1]
    single = [item for item in ranked if _support(item) == 1]
    chosen: tuple[Statement, ...] = ()
    packed = {item.article.id: packs.get(item.article.language) for item in documents}
    for group in (_whole(several, packed), _whole(single, packed), several, single):
        if len(chosen) * 2 < config.summary_statements:
            chosen = _distinct(group, chosen, config)
    told = sorted(chosen[1:], key=lambda item: (places.mean_depth(item), item.id))
    return tuple(item.id for item in (*chosen[:1], *told))


def _tells(statement: Statement) -> bool:
    words = quoted_words(statement.text)
    return lead_claim(statement).modality != "asked" and len(words) >= SHORTEST


def _whole(statements: Sequence[Statement], packs: Mapping[str, LanguagePack | None]) -> list[Statement]:
    """Return the statements whose words can be read out of their sentence and tell something; `packs` are those of the articles."""
    leads = ((item, lead_claim(item)) for item in statements)
    return [item for item, lead in leads if reads_whole(lead, packs.get(lead.article_id))]


def _support(statement: Statement) -> int:
    """Return how many articles say it the way its lead does, or, where reports differ, how many take part.

    A suspicion does not bear out what another article asserts.
    """
    if statement.disagreements:
        return len(statement.article_ids)
    modality = lead_claim(statement).modality
    return len({claim.article_id for claim in statement.claims if claim.modality == modality})


def _rank(statement: Statement, places: Places) -> tuple[int, bool, int, float, str]:
    return (
        -_support(statement),
        lead_claim(statement).speaker is not None,
        -statement.independent,
        places.mean_depth(statement),
        statement.id,
    )


def _distinct(
    ranked: Sequence[Statement], chosen: tuple[Statement, ...], config: ComposeConfig
) -> tuple[Statement, ...]:
    """Return the chosen statements and as many of the ranked ones as there is room for and as say something else."""
    kept = list(chosen)
    words = [set(quoted_words(item.text)) for item in kept]
    for item in ranked:
        own = set(quoted_words(item.text))
        if len(kept) >= config.summary_statements:
            break
        if not any(_share(own, other) > config.summary_overlap for other in words):
            kept.append(item)
            words.append(own)
    return tuple(kept)


def _share(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
