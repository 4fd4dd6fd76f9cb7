"""What part of `annotate` the readers of quotations, citations, times and quantities take, in CPU time of one run.

    python -m benchmarks.readers            # the samples' articles; June 2025 news where RUJUK_DATA is set

Each reader is a call of `annotate` that a clock is put around, so that share and whole are of the same run; "speech" is what quotations and
citations share (tokens with names, cue phrases). The share is taken of `annotate` by rules alone, and of `annotate` with the encoder's pass over
the same sentences, which a dossier needs. Rounds run in turns; the median of their shares is shown, aim: all readers together below a quarter.
"""

import argparse
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from csv import DictReader
from pathlib import Path
from typing import Any

from benchmarks.labels import article
from rujuk.annotate import annotate, document
from rujuk.encoder import Encoder
from rujuk.lang.base import load_all
from rujuk.model.text import Article
from rujuk.outlets.base import load as load_outlets
from rujuk.pipeline.run import articles as read_articles

ROUNDS = 5
THREADS = 1
READERS = {
    "times": ("read_times",),
    "quantities": ("read_quantities",),
    "speech": ("read_speech",),
    "quotations": ("read_quotations",),
    "citations": ("find_references", "read_citations"),
}
SAMPLES = Path(__file__).parents[1] / "samples" / "captures"


def bodies(most: int) -> list[Article]:
    """Return the articles to read: every so many of a day's news, else the samples'."""
    if "RUJUK_DATA" not in os.environ:
        return list(read_articles([SAMPLES]))[:most]
    folder = Path(os.environ["RUJUK_DATA"]) / "news-multi-outlet-2025-06"
    with next(iter(sorted(folder.glob("*.csv")))).open(encoding="utf-8-sig", newline="") as lines:
        texts = [row["isi_berita"] for row in DictReader(lines) if row["isi_berita"].strip()]
    return [article(text) for text in texts[:: max(1, len(texts) // most)]][:most]


class Clock:
    """CPU seconds by reader: puts a clock around the calls that `annotate` makes of them."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def __enter__(self) -> "Clock":
        self.kept = {name: getattr(document, name) for names in READERS.values() for name in names}
        for reader, names in READERS.items():
            for name in names:
                setattr(document, name, self.around(reader, self.kept[name]))
        return self

    def __exit__(self, *_: object) -> None:
        for name, call in self.kept.items():
            setattr(document, name, call)

    def around(self, reader: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            started = time.process_time()
            try:
                return call(*args)
            finally:
                self.seconds[reader] += time.process_time() - started

        return timed


def round_of(read: Sequence[Article]) -> tuple[Counter[str], float, float]:
    """Return CPU seconds by reader, of `annotate` as a whole, and of the encoder's pass over the same sentences."""
    packs, outlets, encoder = load_all(), load_outlets(), Encoder.load(threads=THREADS)
    with Clock() as clock:
        started = time.process_time()
        found = [annotate(each, packs=packs, outlets=outlets) for each in read]
        whole = time.process_time() - started
    started = time.process_time()
    for each in found:
        encoder.vectors([span.text for span in each.sentences])
    return clock.seconds, whole, time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--most", type=int, default=60, help="articles to read")
    read = bodies(parser.parse_args().most)
    round_of(read[:2])
    rounds = [round_of(read) for _ in range(ROUNDS)]
    print("| reader | of annotate by rules | with the encoder's pass |\n| --- | --- | --- |")
    for name in (*READERS, "all"):
        spent = [seconds[name] if name != "all" else seconds.total() for seconds, _, _ in rounds]
        alone = statistics.median(part / whole for part, (_, whole, _) in zip(spent, rounds, strict=True))
        both = statistics.median(
            part / (whole + coded) for part, (_, whole, coded) in zip(spent, rounds, strict=True)
        )
        print(f"| {name} | {alone:.3f} | {both:.3f} |")


if __name__ == "__main__":
    main()
