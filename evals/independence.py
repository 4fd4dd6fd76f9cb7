"""Independence: on generated stories, whose descent is known, how often is the number of independent origins right?

The stories are text (`evals/generated`): the pipeline reads, aligns and weighs them and is told nothing. A statement of two or
more articles is scored by the fact that most of its supporting articles tell; claims of other facts that were joined to it
support nothing, so that a wrong join that adds an origin is an overcount. Stories of the half `report`, whose templates are not
looked at while anything is chosen; a sample of them, all thousand by `python -m evals.independence`.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.generated.pipeline import Read, read
from evals.generated.stories import generate
from rujuk.model.statement import Claim, Statement

SAMPLE = 100
"""Stories that the gate reads."""
ALL = 1000


@dataclass(frozen=True)
class Counted:
    """One statement: our number of independent origins, the true one, and what counting outlets or owners gives."""

    mine: int
    true: int
    outlets: int
    owners: int


def support(statement: Statement) -> list[Claim]:
    """Return the claims that have the modality of the leading one."""
    lead = next(claim for claim in statement.claims if claim.id == statement.lead)
    return [claim for claim in statement.claims if claim.modality == lead.modality]


def counted(own: Read, statement: Statement) -> Counted | None:
    """Return how a statement was counted; None where fewer than two articles support it or it is about no known fact."""
    claims, texts = support(statement), own.texts
    told = {claim.article_id: texts.told[claim.article_id] for claim in claims}
    main = texts.fact(claims)
    if len(told) < 2 or main is None:
        return None
    roots = {root for claim in claims if (root := texts.root(claim, main))}
    outlets, owners = ({getattr(item, name) for item in told.values()} for name in ("outlet", "owner"))
    return Counted(statement.independent, max(1, len(roots)), len(outlets), len(owners))


def counts(reads: Iterable[Read]) -> list[Counted]:
    """Return every statement that can be scored."""
    found = (counted(own, statement) for own in reads for statement in own.dossier.statements)
    return [item for item in found if item is not None]


def share(counts: Sequence[Counted], name: str) -> tuple[float, float, float]:
    """Return the share of exact counts, of those within one, and of those not too high."""
    pairs = [(getattr(item, name), item.true) for item in counts]
    size = max(1, len(pairs))
    return (
        sum(mine == true for mine, true in pairs) / size,
        sum(abs(mine - true) <= 1 for mine, true in pairs) / size,
        sum(mine <= true for mine, true in pairs) / size,
    )


def scores(counts: Sequence[Counted]) -> dict[str, float]:
    """Return the scores of a list of statements, with those of counting outlets and counting owners beside them."""
    exact, near, bounded = share(counts, "mine")
    several = [item for item in counts if item.true > 1]
    found = {
        "exact": exact,
        "within_one": near,
        "not_over": bounded,
        "exact_of_several": share(several, "mine")[0],
    }
    for name in ("outlets", "owners"):
        found |= {
            f"peer_{name}_{kind}": value
            for kind, value in zip(("exact", "within_one", "not_over"), share(counts, name), strict=True)
        }
    return found


def run(data: Path) -> dict[str, float]:  # noqa: ARG001 - the stories are our own
    """Return the scores on a sample of the half that is reported on."""
    return scores(counts(read([generate("report", number) for number in range(SAMPLE)])))


def main() -> None:
    """Print the scores over all stories of a half (`report` unless named), or over as many as the second argument says."""
    half, size = (*sys.argv[1:], *("report", str(ALL))[len(sys.argv) - 1 :])[:2]
    found = counts(read([generate(half, number) for number in range(int(size))]))
    print(
        f"{half}: {size} stories, {len(found)} statements, {dict(sorted(Counter(c.true for c in found).items()))}"
    )
    for name, value in scores(found).items():
        print(f"{name:28} {value:.4f}")


if __name__ == "__main__":
    main()
