"""Independence: on generated stories, whose descent is known, how often is the number of independent origins right?

The stories are text (`evals/generated`): the pipeline reads, aligns and weighs them and is told nothing. A statement of two or
more articles is scored by the fact that most of its supporting articles tell; claims of other facts that were joined to it
support nothing, so that a wrong join that adds an origin is an overcount. Stories of the half `report`, whose templates are not
looked at while anything is chosen; a sample of them, all thousand by `python -m evals.independence`.

Some truths no reader could tell: a plain sentence of a report that also quotes the official is the outlet's own or the official's,
as the world has it, and where no report credits the fact to the official nothing in the texts says which. A statement whose number
hangs on that is not `derivable`; `exact_derivable` leaves those out.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.generated.pipeline import Read, Texts, read
from evals.generated.stories import Line, Told, generate
from rujuk.model.statement import Claim, Statement
from rujuk.weigh.dependence import TextConfig
from rujuk.weigh.unions import Unions

SAMPLE = 100
"""Stories that the gate reads."""
ALL = 1000
SAME = TextConfig().run
"""Words of a sentence from which on two writers do not meet in it, as far as a reader can tell."""


@dataclass(frozen=True)
class Counted:
    """One statement: our number of independent origins, the true one, what counting outlets or owners gives, and a perfect reader.

    `derivable` says whether the texts tell the truth; `reader` is the number by `by_reading`.
    """

    mine: int
    true: int
    outlets: int
    owners: int
    derivable: bool
    reader: int


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
    return Counted(
        statement.independent,
        max(1, len(roots)),
        len(outlets),
        len(owners),
        _counts_alike(texts, claims, main),
        by_reading(texts, claims, main),
    )


def unsaid(texts: Texts, fact: int) -> set[str]:
    """Return the articles whose text leaves open whether the fact is the official's: they quote the official and tell it plainly.

    So do those that were taken from such a report, shown or not, and tell it plainly. None where some report of the story
    credits the fact to the official: whoever heard the official has it from there.
    """
    if any(_credits(line) and line.fact == fact for told in texts.told.values() for line in told.lines):
        return set()
    plain = {
        key
        for key, told in texts.told.items()
        if all(line.plain for line in told.lines[1:] if line.fact == fact)
    }
    quoting = {key for key in plain if any(_credits(line) for line in texts.told[key].lines)}
    originals = {texts.told[key].original for key in quoting}
    return {key for key in plain if texts.told[key].original in originals}


def _credits(line: Line) -> bool:
    return line.root == "official" and not line.plain and bool(line.clause)


def _roots(texts: Texts, claims: Sequence[Claim], fact: int, *, official: bool) -> dict[str, set[str]]:
    """Return the origins of each article of these claims, where what is left open is the official's, and where it is their own."""
    open_articles, found = unsaid(texts, fact), defaultdict[str, set[str]](set)
    for claim in claims:
        root, told = texts.root(claim, fact), texts.told[claim.article_id]
        if root and claim.article_id in open_articles:
            root = "official" if official else f"outlet:{told.original}"
        found[claim.article_id] |= {root} - {""}
    return found


def _counts_alike(texts: Texts, claims: Sequence[Claim], fact: int) -> bool:
    """Return whether the number of origins is the same if the open articles have the fact from the official, and if from themselves."""
    sizes = {
        max(1, len(set().union(*_roots(texts, claims, fact, official=official).values())))
        for official in (True, False)
    }
    return len(sizes) == 1


def by_reading(texts: Texts, claims: Sequence[Claim], fact: int) -> int:
    """Return how many origins a reader counts who errs in nothing that is written, and to fewer where nothing is.

    What is left open is the official's, and two reports in the same words are one. A report that was taken without a word of whence
    and shares no sentence with its original is its own.
    """
    joined = Unions()
    roots = _roots(texts, claims, fact, official=True)
    for key, own in roots.items():
        told = texts.told[key]
        shown = {f"outlet:{told.outlet}" if _hidden(told, texts) and root == f"outlet:{told.original}" else root
                 for root in own}  # fmt: skip
        words = {line.clause or line.text for line in told.lines if line.fact == fact}
        for root in shown:
            for held in words:
                joined.join(f"root {root}", f"words {held}" if len(held.split()) >= SAME else f"root {root}")
        roots[key] = shown
    return max(1, len({joined.find(f"root {root}") for own in roots.values() for root in own}))


def _hidden(told: Told, texts: Texts) -> bool:
    """Return whether a report was taken from another that it neither names nor shares a sentence with."""
    if not told.taken_from or any(told.taken_from in line.text for line in told.lines):
        return False
    known = {
        line.text for other in texts.told.values() if other.outlet == told.taken_from for line in other.lines
    }
    return known.isdisjoint(line.text for line in told.lines)


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
    known = [item for item in counts if item.derivable]
    found |= {"peer_derivable": len(known) / max(1, len(counts)), "exact_derivable": share(known, "mine")[0]}
    found["peer_reader_exact_of_several"] = share(several, "reader")[0]
    for name in ("outlets", "owners", "reader"):
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
