"""Score entailment weights on IndoNLI's validation part; `training/entail.md` holds the results.

    RUJUK_DATA=... python -m training.check_entail FOLDER

Beside the whole part: pairs with longer premises, pairs whose premise has another pair's premise put around it, and the
pairs that a model of the hypothesis alone gets wrong, which says how much is read of the premise. The expert test has
longer premises and less telling hypotheses, and is not at hand.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from os import environ
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from training.entail_pairs import Pair, apart_from, labelled, longer, read_indonli
from training.entail_reader import Entailment

RARE = 3  # training hypotheses a word or pair of words must stand in to be known to the model of the hypothesis alone
STEPS = 120


def marks(hypothesis: str) -> set[str]:
    """Words, pairs of words, and the length of a hypothesis in threes."""
    words = re.findall(r"\w+", hypothesis.lower())
    pairs = {f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)}
    return {*words, *pairs, f"<{min(len(words) // 3, 6)}"}


def hypothesis_only(train: Sequence[Pair], test: Sequence[Pair]) -> np.ndarray:
    """The relation (tests,) that a softmax regression on the hypothesis alone gives."""
    counts = Counter(mark for pair in train for mark in marks(pair.hypothesis))
    columns = {mark: i for i, mark in enumerate(mark for mark in sorted(counts) if counts[mark] >= RARE)}

    def table(pairs: Sequence[Pair]) -> torch.Tensor:
        rows = torch.zeros(len(pairs), len(columns))
        for row, pair in enumerate(pairs):
            rows[row, [columns[mark] for mark in marks(pair.hypothesis) if mark in columns]] = 1
        return rows

    rows, wanted = table(train), torch.tensor([pair.shares for pair in train])
    matrix, bias = torch.zeros(len(columns), 3, requires_grad=True), torch.zeros(3, requires_grad=True)
    optimiser = torch.optim.AdamW([matrix, bias], lr=0.02, weight_decay=0)
    for _ in range(STEPS):
        loss = functional.cross_entropy(rows @ matrix + bias, wanted) + 1e-3 * (matrix**2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    best: np.ndarray = (table(test) @ matrix + bias).argmax(1).numpy()
    return best


def report(found: np.ndarray, rows: Sequence[dict[str, str]], alone: np.ndarray) -> dict[str, float]:
    """Accuracy over parts of the validation part."""
    wanted = np.array(["enc".index(row["label"]) for row in rows])
    right, words = found == wanted, np.array([len(row["premise"].split()) for row in rows])
    parts = {
        "all": np.ones(len(rows), bool),
        "premise of one sentence": np.array([row["sentence_size"] == "single" for row in rows]),
        "premise of several": np.array([row["sentence_size"] != "single" for row in rows]),
        "premise up to 15 words": words <= 15,
        "premise of 16 to 25 words": (words > 15) & (words <= 25),
        "premise of over 25 words": words > 25,
        "hypothesis alone is wrong": alone != wanted,
        "hypothesis alone is right": alone == wanted,
    }
    parts |= {f"label {label}": wanted == i for i, label in enumerate("enc")}
    return {f"{name} ({part.sum()})": float(right[part].mean()) for name, part in parts.items()}


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    data = Path(environ["RUJUK_DATA"])
    rows = read_indonli(data, "val")
    pairs = labelled(rows)
    alone = hypothesis_only(labelled(apart_from(read_indonli(data, "train"), rows)), pairs)
    wanted = np.array(["enc".index(row["label"]) for row in rows])
    entailment = Entailment.load(Path(sys.argv[1]))
    found = entailment.probabilities([(p.premise, p.hypothesis) for p in pairs]).argmax(1)
    draw, premises = random.Random(5), [pair.premise for pair in pairs]
    around = [longer(pair, premises, draw) for pair in pairs]
    far = entailment.probabilities([(p.premise, p.hypothesis) for p in around]).argmax(1)
    print(f"| hypothesis alone, all | {(alone == wanted).mean():.4f} |")
    for name, score in report(found, rows, alone).items():
        print(f"| {name} | {score:.4f} |")
    print(f"| premises put around the premise | {(far == wanted).mean():.4f} |")


if __name__ == "__main__":
    main()
