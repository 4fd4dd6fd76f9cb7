"""Articles a second and memory of `Stream` as the archive grows: made-up articles of made-up events, in order of time.

    python -m benchmarks.stream                       # 100,000 articles
    python -m benchmarks.stream --documents 1000000 --picture docs/img/growth.svg    # half an hour or more

Vectors, sketches and the hash of each text are given, as for a monitor that keeps them. 2,000 articles a day (what six
Indonesian outlets print), events of 1 to 40 reports with sizes falling as in a stream of news (two thirds alone), words by
Zipf's law, vectors of one event at cosines of about .93. Each stretch between two marks is timed by itself, so that a cost
that grows with the archive shows; memory is that of the whole process, the made-up articles' plan (about 100 bytes each) in it.

A run of half an hour sees the machine busier and quieter. So every YARD articles a new stream takes the first MEASURE of them once more, and the last
column says how quick the long one is beside it: that the archive grows shows there, that the machine is busy does not.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.picture import draw
from rujuk.cluster.naming import Told
from rujuk.cluster.sketch import Sketch
from rujuk.cluster.stream import Arrival, Stream

A_DAY, BATCH, WIDTH, VOCABULARY = 2000, 256, 384, 60_000
FIRST_DAY = 20_000.0
MEANS = {"id": np.full(WIDTH, WIDTH**-0.5, np.float32)}
"""What all made-up vectors have in common, which a monitor gives its stream as the encoder's means."""
YARD, MEASURE = 20_000, 4_096
MARKS = (
    5_000,
    10_000,
    20_000,
    50_000,
    100_000,
    200_000,
    300_000,
    400_000,
    500_000,
    600_000,
    700_000,
    800_000,
    900_000,
)


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
    return Arrival(sketch, f"{number:x}", Told(f"{moment:.6f}", sketch.id, "made up", "id")), vector


def _words(rng: np.random.Generator, count: int) -> frozenset[str]:
    return frozenset(
        f"w{value}" for value in np.minimum(rng.zipf(1.25, count) + rng.integers(0, 3000, count), VOCABULARY)
    )


def _unit(row: np.ndarray) -> np.ndarray:
    unit: np.ndarray = (row / np.linalg.norm(row)).astype(np.float32)
    return unit


Batch = list[tuple[Arrival, np.ndarray]]


def spent_on(stream: Stream, batch: Batch) -> float:
    """Return the CPU seconds a stream takes for a batch."""
    began = time.process_time()
    stream.add_sketches([own for own, _ in batch], {own.sketch.id: row for own, row in batch})
    return time.process_time() - began


def batches(documents: int, marks: list[int]) -> Iterator[Batch]:
    """Yield the made-up articles in batches that end at the marks."""
    batch: Batch = []
    for number, (moment, event, at) in enumerate(events(np.random.default_rng(3), documents)):
        batch.append(article(event, at, moment, number))
        if len(batch) == BATCH or number + 1 in marks:
            yield batch
            batch = []


def anew(first: list[Batch]) -> float:
    """Return how many articles a CPU second a new stream takes of these batches."""
    stream = Stream(means=MEANS)
    return sum(map(len, first)) / sum(spent_on(stream, batch) for batch in first)


def measure(documents: int) -> Iterator[dict[str, float]]:
    """Yield at each mark: articles so far, articles a CPU second since the last mark, peak memory in MB, articles in memory, and the rate as a
    share of what a new stream reached meanwhile."""
    stream, spent, done, since = Stream(means=MEANS), 0.0, 0, 0
    marks = [mark for mark in MARKS if mark < documents] + [documents]
    first: list[Batch] = []
    beside: list[float] = []
    for batch in batches(documents, marks):
        if done < MEASURE:
            first.append(batch)
        spent, done = spent + spent_on(stream, batch), done + len(batch)
        if done // YARD > (done - len(batch)) // YARD or done in marks:
            beside.append(anew(first))
        if done in marks:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rate, share = (done - since) / spent, (done - since) / spent / statistics.mean(beside)
            yield {
                "documents": done, "a_second": round(rate), "peak_mb": round(peak), "held": len(stream), "of_new": round(share, 2),
            }  # fmt: skip
            spent, since, beside = 0.0, done, []


def main() -> None:
    """Print a line a mark as it is reached, and draw the picture anew each time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--picture", type=Path, help="SVG file to write")
    given, _ = parser.parse_known_args()
    print(
        "| articles | a CPU second since the line above | peak MB | in memory | of a new stream's |\n| --- | --- | --- | --- | --- |"
    )
    rows: list[dict[str, float]] = []
    for row in measure(given.documents):
        rows.append(row)
        print("| {documents} | {a_second} | {peak_mb} | {held} | {of_new} |".format(**row), flush=True)
        if given.picture and len(rows) > 1:
            given.picture.write_text(draw(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
