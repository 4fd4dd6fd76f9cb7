"""Articles a second and memory of `Stream` as the archive grows: made-up articles of made-up events, in order of time.

    python -m benchmarks.stream                       # 10,000 and 100,000 articles
    python -m benchmarks.stream --documents 1000000   # about as many minutes as the machine does articles a millisecond

Vectors, sketches and the hash of each text are given, as for a monitor that keeps them. 2,000 articles a day (what six
Indonesian outlets print), events of 1 to 40 reports with sizes falling as in a stream of news (two thirds alone), words by
Zipf's law, vectors of one event at cosines of about .93. Each size runs in a process of its own; the last tenth is timed, so
that a cost that grows with the archive shows.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import numpy as np

from rujuk.cluster.sketch import Sketch
from rujuk.cluster.stream import Arrival, Stream

A_DAY, BATCH, WIDTH, VOCABULARY = 2000, 256, 384, 60_000
FIRST_DAY = 20_000.0


def events(rng: np.random.Generator, documents: int) -> Iterator[tuple[float, int, int]]:
    """Yield (time in days, event, seed) of each article, in order of time."""
    rows: list[tuple[float, int, int]] = []
    event = 0
    while len(rows) < documents * 1.02:
        size = min(40, int(rng.pareto(1.6)) + 1)
        start = rng.uniform(0, documents / A_DAY)
        rows += [(FIRST_DAY + start + float(rng.exponential(0.4)), event, at) for at in range(size)]
        event += 1
    yield from sorted(rows)[:documents]


def article(event: int, at: int, moment: float, number: int) -> tuple[Arrival, np.ndarray]:
    """Return a made-up article of an event and its vector: half of its words are the event's."""
    rng, own = np.random.default_rng([7, event]), np.random.default_rng([11, event, at])
    told, free = _words(rng, 60), _words(own, 60)
    title = frozenset([*list(told)[:6], *list(free)[:3]])
    words = title | frozenset(list(told)[:24]) | frozenset(list(free)[:14])
    names = frozenset(f"n{value}" for value in rng.integers(0, 200_000, 10))
    vector = _unit(
        np.full(WIDTH, 1.0) + 0.45 * rng.standard_normal(WIDTH) + 0.25 * own.standard_normal(WIDTH)
    )
    sketch = Sketch(
        id=f"{number:016x}", language="id", outlet=f"o{number % 40}", url="", moment=moment, title=title, words=words,
        whole=words | told | free, names=names, numbers=frozenset({f"{event % 97} orang"}), slots={}, days=frozenset(),
    )  # fmt: skip
    return Arrival(sketch, f"{number:x}", (f"{moment:.6f}", sketch.id, "made up")), vector


def _words(rng: np.random.Generator, count: int) -> frozenset[str]:
    return frozenset(
        f"w{value}" for value in np.minimum(rng.zipf(1.25, count) + rng.integers(0, 3000, count), VOCABULARY)
    )


def _unit(row: np.ndarray) -> np.ndarray:
    unit: np.ndarray = (row / np.linalg.norm(row)).astype(np.float32)
    return unit


def measure(documents: int) -> dict[str, float]:
    """Return articles a CPU second over all and over the last tenth, peak memory in MB, and articles in memory."""
    stream, spent, late, done = Stream(), 0.0, 0.0, 0
    batch: list[tuple[Arrival, np.ndarray]] = []
    for number, (moment, event, at) in enumerate(events(np.random.default_rng(3), documents)):
        batch.append(article(event, at, moment, number))
        if len(batch) < BATCH and number + 1 < documents:
            continue
        began = time.process_time()
        stream.add_sketches([own for own, _ in batch], {own.sketch.id: row for own, row in batch})
        took = time.process_time() - began
        spent, done = spent + took, done + len(batch)
        late += took if done > documents * 0.9 else 0.0
        batch = []
    return {
        "documents": documents,
        "a_second": round(documents / spent),
        "a_second_late": round(documents * 0.1 / late) if late else 0,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "held": len(stream),
    }


def main() -> None:
    """Run each size in a process of its own and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--one", type=int)
    given, _ = parser.parse_known_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return
    print(
        "| articles | a CPU second | the last tenth | peak MB | in memory |\n| --- | --- | --- | --- | --- |"
    )
    for size in given.documents:
        command = [sys.executable, "-m", "benchmarks.stream", "--one", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        print(
            "| {documents} | {a_second} | {a_second_late} | {peak_mb} | {held} |".format(**found), flush=True
        )


if __name__ == "__main__":
    main()
