"""Stories by other means on the same labels, and near copies signed a second: what ours must beat.

    pip install '.[peers]'; RUJUK_DATA=... python -m benchmarks.peers_stories

TF-IDF with average linkage and the bundled encoder with HDBSCAN, both of scikit-learn, on title and lead (400 characters),
thresholds chosen on the fit half of the labels as ours are; every figure is of the report half, the labelled articles alone. Then
MinHash of datasketch (128 permutations) and rensa over word 5-grams made in Python, and the seeds of `cluster.copies`, in turns in one process.
"""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from datasketch import MinHash
from evals.stories import Labelled, b_cubed, labelled
from rensa import RMinHash
from sklearn.cluster import HDBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from rujuk.cluster import cluster
from rujuk.cluster.copies import seeds, split_words
from rujuk.pipeline.work import Tools, lead_means

LEAD, SHINGLE, PERMUTATIONS, SEED = 400, 5, 128, 1
Groups = dict[str, str]


def tfidf(gold: Labelled, cut: float) -> Groups:
    """Return groups by average linkage over TF-IDF cosines of title and lead."""
    texts = [f"{item.article.title} {item.article.text[:LEAD]}" for item in gold.documents]
    rows = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.3).fit_transform(texts)
    apart = np.clip(1 - (rows @ rows.T).toarray(), 0, 2)
    linked = AgglomerativeClustering(
        None, metric="precomputed", linkage="average", distance_threshold=1 - cut
    )
    return _named(gold, linked.fit_predict(apart))


def hdbscan(gold: Labelled, setting: float) -> Groups:
    """Return groups by HDBSCAN over the encoder's vectors; what it calls noise is alone.

    `setting` is the least number of samples, negative for its "leaf" choice of clusters. A radius is not set: scikit-learn
    1.9.1 fails on these vectors where it joins clusters up to the root.
    """
    rows = np.stack([np.asarray(gold.vectors[item.article.id], np.float64) for item in gold.documents])
    chosen = "leaf" if setting < 0 else "eom"
    scan = HDBSCAN(
        min_cluster_size=2, min_samples=abs(int(setting)), cluster_selection_method=chosen, copy=True
    )
    found = scan.fit_predict(rows)
    return _named(gold, found)


def _named(gold: Labelled, found: Iterable[int]) -> Groups:
    return {
        item.article.id: str(label) if label >= 0 else item.article.id
        for item, label in zip(gold.documents, found, strict=True)
    }


def ours(gold: Labelled) -> Groups:
    """Return the groups of `cluster`."""
    stories = cluster(gold.documents, gold.vectors, means=lead_means(Tools()))
    return {article: story.id for story in stories for article in story.article_ids}


def best(gold: Labelled, grouping: Callable[[Labelled, float], Groups], grid: Sequence[float]) -> Groups:
    """Return the groups at the cut with the best mean of F1 and look-alikes left alone on the fit half."""

    def score(cut: float) -> float:
        found = b_cubed(grouping(gold, cut), gold, "fit")
        return (found["f1"] + found["alone"]) / 2

    return grouping(gold, max(grid, key=score))


def shingles(text: str) -> list[str]:
    """Return the word 5-grams of a text, each once."""
    words = split_words(text).folded
    return sorted({" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)})


def sign_datasketch(grams: Sequence[str]) -> None:
    """Sign a text with datasketch."""
    MinHash(num_perm=PERMUTATIONS, seed=SEED).update_batch([gram.encode() for gram in grams])


def sign_rensa(grams: Sequence[str]) -> None:
    """Sign a text with rensa."""
    RMinHash(num_perm=PERMUTATIONS, seed=SEED).update(list(grams))


def rates(texts: Sequence[str]) -> dict[str, float]:
    """Return texts a CPU second: shingled, signed once shingled, and read into the seeds that ours are found by."""
    steps: dict[str, Callable[[str, Sequence[str]], object]] = {
        "shingling in Python": lambda text, _: shingles(text),
        "datasketch, signing alone": lambda _, grams: sign_datasketch(grams),
        "rensa, signing alone": lambda _, grams: sign_rensa(grams),
        "ours, words and seeds": lambda text, _: seeds(split_words(text), SHINGLE),
    }
    spent = dict.fromkeys(steps, 0.0)
    for text in texts:
        grams = shingles(text)
        for name, step in steps.items():
            began = time.process_time()
            step(text, grams)
            spent[name] += time.process_time() - began
    return {name: len(texts) / took for name, took in spent.items()}


def main() -> None:
    """Print both tables."""
    gold = labelled(Path(os.environ["RUJUK_DATA"]))
    told = {
        "TF-IDF, average linkage": best(gold, tfidf, [round(0.1 + 0.02 * step, 2) for step in range(26)]),
        "encoder, HDBSCAN": best(gold, hdbscan, [-3, -2, -1, 1, 2, 3]),
        "ours": ours(gold),
    }
    print("| grouping | B-cubed F1 | look-alikes left alone |\n| --- | --- | --- |")
    for name, groups in told.items():
        scores = b_cubed(groups, gold, "report")
        print(f"| {name} | {scores['f1']:.3f} | {scores['alone']:.3f} |")
    print("\n| near copies | texts a CPU second |\n| --- | --- |")
    for name, rate in rates([item.article.text for item in gold.documents]).items():
        print(f"| {name} | {rate:,.0f} |")


if __name__ == "__main__":
    main()
