"""The pairs the entailment layers learn from: IndoNLI's own, changed copies of them, and pairs made of plain sentences.

Only corpora that a shipped model may learn from are read: IndoNLI's train part, the `ud-id` treebanks, idner-news-2k and
NERGrit as text, NTREX in Indonesian and Malay.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rujuk.lang.base import load
from training.entail_changes import (
    Lexicon,
    affirmed,
    another_figure,
    another_name,
    negated,
    opposite,
    shortened,
)
from training.label_corpora import read_idner, read_nergrit, read_ud
from training.label_variants import read_names

Shares = tuple[float, float, float]
"""How much of entailment, neutral and contradiction a pair is: 1 in all."""

FOLLOWS: Shares = (1.0, 0.0, 0.0)
WITHDRAWN: Shares = (
    0.72,
    0.20,
    0.08,
)  # what a premise denies in its denied form, it mostly asserts in the other
BACKWARDS: Shares = (0.12, 0.85, 0.03)  # a longer premise seldom follows from what followed from it
APART: Shares = (0.03, 0.90, 0.07)
FIGURE: Shares = (0.0, 0.08, 0.92)
DENIED: Shares = (0.0, 0.05, 0.95)
OPPOSED: Shares = (0.05, 0.15, 0.80)
RENAMED: Shares = (0.0, 0.40, 0.60)  # that another did it need not mean that this one did not
MIRRORED: Shares = (
    0.0,
    0.20,
    0.80,
)  # contradiction is symmetric; the wording of a reversed pair is not quite
LABELS: dict[str, Shares] = {"e": FOLLOWS, "n": (0.0, 1.0, 0.0), "c": (0.0, 0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis, and how much of each relation they are."""

    premise: str
    hypothesis: str
    shares: Shares


@dataclass(frozen=True)
class Pools:
    """What pairs are drawn from: labelled pairs, plain sentences, translations, sentences next to each other, and words."""

    pairs: Sequence[Pair]
    sentences: Sequence[str]
    translations: Sequence[tuple[str, str]]
    neighbours: Sequence[tuple[str, str]]
    lexicon: Lexicon


def read_indonli(data: Path, part: str) -> list[dict[str, str]]:
    lines = (data / "indonli" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def labelled(rows: Sequence[dict[str, str]]) -> list[Pair]:
    return [Pair(row["premise"], row["hypothesis"], LABELS[row["label"]]) for row in rows]


def apart_from(rows: Sequence[dict[str, str]], held: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The rows whose premise no held-out row has: IndoNLI's parts share most of their premises."""
    known = {row["premise"] for row in held}
    return [row for row in rows if row["premise"] not in known]


def read_pools(data: Path, pairs: Sequence[Pair]) -> Pools:
    idner, nergrit = [pair[1] for pair in read_idner(data, "train")], read_nergrit(data, "train")
    listed = read_names(data, idner, nergrit)
    names = {
        kind: [*own, *sorted({n for part in listed.known[kind] for n in part})[: len(own)]]
        for kind, own in listed.own.items()
    }
    kinds = {name: kind for kind, found in reversed(names.items()) for name in found}
    lexicon = Lexicon(read_verbs(data), read_opposites(), names, kinds)
    texts = [example.text for example in [*read_ud(data), *idner, *nergrit]]
    indonesian, malay, documents = (
        (data / "xling-ntrex" / name).read_text(encoding="utf-8").splitlines()
        for name in (
            "newstest2019-ref.ind.70pct.txt",
            "newstest2019-ref.msa.70pct.txt",
            "DOCUMENT_IDS.70pct.txt",
        )
    )
    pool = [text for text in texts if 8 <= len(text.split()) <= 45] + indonesian
    near = [
        (indonesian[i], indonesian[i + 1])
        for i in range(len(documents) - 1)
        if documents[i] == documents[i + 1] and min(len(indonesian[i + k].split()) for k in (0, 1)) > 5
    ]
    return Pools(pairs, pool, list(zip(indonesian, malay, strict=True)), near, lexicon)


def read_verbs(data: Path) -> frozenset[str]:
    lines = (
        line.split("\t")
        for path in sorted((data / "ud-id").glob("*.conllu"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return frozenset(line[1].lower() for line in lines if len(line) > 4 and line[3] == "VERB")


def read_opposites() -> dict[str, list[str]]:
    """The Indonesian pack's pairs of opposites, both ways."""
    found: dict[str, list[str]] = {}
    for pair in load("id").words.opposites:
        one, other = (word.replace("-", " ") for word in pair.split())
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


# --- changed and made pairs ----------------------------------------------------------------------------------


def longer(pair: Pair, premises: Sequence[str], draw: random.Random) -> Pair:
    """The pair with another premise after its own, or one on either side."""
    before, after = draw.choice(premises), draw.choice(premises)
    both = draw.random() < 0.5
    text = f"{before} {pair.premise} {after}" if both else f"{pair.premise} {before}"
    return Pair(text, pair.hypothesis, pair.shares)


def changed(pair: Pair, pools: Pools, draw: random.Random) -> Pair | None:
    """A changed copy of a labelled pair, None where the change drawn has nothing to change."""
    if draw.random() < 0.05:
        return Pair(draw.choice(pools.sentences), pair.hypothesis, APART)
    if pair.shares == LABELS["c"]:
        return _of_contradiction(pair, draw)
    if pair.shares == LABELS["n"]:
        return _of_neutral(pair, pools.lexicon, draw)
    return _of_entailment(pair, pools.lexicon, draw)


def _of_contradiction(pair: Pair, draw: random.Random) -> Pair | None:
    if draw.random() < 0.4:
        return Pair(pair.hypothesis, pair.premise, MIRRORED)
    return _with(pair, affirmed(pair.hypothesis), WITHDRAWN)


def _of_neutral(pair: Pair, lexicon: Lexicon, draw: random.Random) -> Pair | None:
    if draw.random() < 0.5:
        return Pair(pair.hypothesis, pair.premise, (0.10, 0.87, 0.03))
    denied = negated(pair.hypothesis, lexicon) or affirmed(pair.hypothesis)
    return _with(pair, denied, (0.05, 0.80, 0.15))


def _of_entailment(pair: Pair, lexicon: Lexicon, draw: random.Random) -> Pair | None:
    premise, hypothesis, drawn = pair.premise, pair.hypothesis, draw.random()
    if drawn < 0.25:
        backwards = Pair(hypothesis, premise, BACKWARDS)
        return backwards if len(premise) > 1.5 * len(hypothesis) else None
    if drawn < 0.50:
        return _with(pair, another_figure(hypothesis, premise, draw), FIGURE)
    if drawn < 0.75:
        return _with(pair, negated(hypothesis, lexicon) or affirmed(hypothesis), DENIED)
    if drawn < 0.88:
        return _with(pair, another_name(hypothesis, premise, lexicon, draw), RENAMED)
    return _with(pair, opposite(hypothesis, lexicon, draw), OPPOSED)


def _with(pair: Pair, hypothesis: str | None, shares: Shares) -> Pair | None:
    return None if hypothesis is None else Pair(pair.premise, hypothesis, shares)


def made(pools: Pools, draw: random.Random) -> Pair | None:
    """A pair of plain sentences, None where the change drawn has nothing to change."""
    drawn = draw.random()
    if drawn < 0.12:
        one, other = draw.choice(pools.neighbours)
        return Pair(one, other, APART)
    if drawn < 0.30:
        pair = draw.choice(pools.translations)
        premise, hypothesis = pair if draw.random() < 0.5 else pair[::-1]
    else:
        premise = draw.choice(pools.sentences)
        hypothesis = shortened(premise, pools.lexicon, draw) or premise
        if hypothesis != premise and draw.random() < 0.2:
            return Pair(hypothesis, premise, (0.05, 0.92, 0.03))
    return _made_of(Pair(premise, hypothesis, FOLLOWS), pools.lexicon, draw)


def _made_of(pair: Pair, lexicon: Lexicon, draw: random.Random) -> Pair | None:
    premise, hypothesis, drawn = pair.premise, pair.hypothesis, draw.random()
    if drawn < 0.38:
        return pair
    if drawn < 0.58:
        return _with(pair, another_figure(hypothesis, premise, draw), FIGURE)
    if drawn < 0.76:
        return _with(pair, negated(hypothesis, lexicon), DENIED)
    if drawn < 0.85:
        return _with(pair, opposite(hypothesis, lexicon, draw), OPPOSED)
    if drawn < 0.95:
        return _with(pair, another_name(hypothesis, premise, lexicon, draw), RENAMED)
    denied = negated(premise, lexicon)  # a denial follows from itself, so that "tidak" alone decides nothing
    return Pair(denied, denied, FOLLOWS) if denied else None


def varied(pools: Pools, extra: int, draw: random.Random) -> Iterator[Pair]:
    """One varied epoch: every labelled pair (three in ten with a longer premise), changed copies, `extra` made pairs."""
    premises = [pair.premise for pair in pools.pairs]
    for pair in pools.pairs:
        yield longer(pair, premises, draw) if draw.random() < 0.3 else pair
        copy = changed(pair, pools, draw)
        if copy is not None:
            yield copy
    while extra:
        new = made(pools, draw)
        if new is not None:
            yield new
            extra -= 1
