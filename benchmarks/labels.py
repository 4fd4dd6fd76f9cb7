"""Sentences a second with vectors and labels, as a share of the bare network's on the same tokens.

    python -m benchmarks.labels             # made-up sentences; NTREX Indonesian where RUJUK_DATA is set

"bare" runs the onnxruntime session alone, on token numbers made before, on as many threads; "read" starts from text and ends at
names with offsets and vectors; "articles" is `annotate` with labels and rules on twenty of the sentences at a time, each article
of its own sentences. Contestants run in turns, five rounds; the median is shown, as is the median of each round's ratios.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from benchmarks.encoder import sentences
from rujuk.annotate import annotate
from rujuk.encoder import Encoder
from rujuk.encoder.files import BUNDLED
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load_all
from rujuk.model.text import Article
from rujuk.outlets.base import load as load_outlets

ROUNDS = 5
THREADS = 2
AN_ARTICLE = 20  # sentences


def bare(texts: Sequence[str]) -> Callable[[], object]:
    """The session on ready token numbers, longest first, on the encoder's number of threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(BUNDLED / "model.onnx", options)
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    ready = [tokenizer.encode("query: " + text).ids for text in texts]
    fed = [{"input_ids": np.array(ids, np.int64)[None]} for ids in sorted(ready, key=len, reverse=True)]

    def run() -> object:
        with ThreadPoolExecutor(THREADS) as pool:
            return sum(1 for _ in pool.map(lambda feed: session.run(None, feed), fed))

    return run


def read(texts: Sequence[str]) -> Callable[[], object]:
    encoder = opened()
    return lambda: encoder.read(texts)


def articles(texts: Sequence[str]) -> Callable[[], object]:
    """`annotate` on articles made of the sentences, names by labels."""
    encoder, packs, outlets = opened(), load_all(), load_outlets()
    made = [article(" ".join(texts[at : at + AN_ARTICLE])) for at in range(0, len(texts), AN_ARTICLE)]

    def labelled(found: Sequence[str]) -> Sequence[Sequence[Labelled]]:
        return encoder.read(found).labels

    return lambda: [annotate(each, packs=packs, outlets=outlets, labeller=labelled) for each in made]


def opened() -> Encoder:
    """A new encoder, which has read nothing yet: an old one would know every text."""
    encoder = Encoder.load(threads=THREADS)
    if not encoder.kinds:
        raise SystemExit("the bundled encoder labels nothing")
    return encoder


def article(text: str) -> Article:
    return Article(
        id="0" * 16, path="", url=None, canonical_url=None, outlet=None, language="id", title="", byline=None,
        dateline=None, published_at=None, date_candidates=(), captions="", furniture=(), text=text,
    )  # fmt: skip


CONTESTANTS = (bare, read, articles)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--most", type=int, default=400, help="sentences to run")
    texts = sentences(parser.parse_args().most)
    seconds: dict[str, list[float]] = {made.__name__: [] for made in CONTESTANTS}
    for made in CONTESTANTS * ROUNDS:
        run = made(texts)
        started = time.perf_counter()
        run()
        seconds[made.__name__].append(time.perf_counter() - started)
    print("| what | sentences/s | of bare | articles/s |\n| --- | --- | --- | --- |")
    for name, each in seconds.items():
        rate = len(texts) / statistics.median(each)
        share = statistics.median(b / s for b, s in zip(seconds["bare"], each, strict=True))
        print(f"| {name} | {rate:.0f} | {share:.2f} | {rate / AN_ARTICLE:.1f} |")


if __name__ == "__main__":
    main()
