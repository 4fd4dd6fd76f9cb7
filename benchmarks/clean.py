"""Web pages a CPU second that `clean` makes articles of, as a ratio to trafilatura's default in the same run.

    RUJUK_DATA=... python -m benchmarks.clean

Both read the same pages from the same characters, page by page in turns, in one process; each page's CPU time is the
lowest of the rounds over all pages, which leaves out what other programs on the machine cost. `clean` also finds title, byline, date, outlet and language;
trafilatura's extraction alone is timed. Models are loaded before.
"""

import argparse
import hashlib
import os
import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import trafilatura
from evals.pages import Case, cases_of

from rujuk.clean import clean
from rujuk.lang.base import load_all
from rujuk.model.text import Page
from rujuk.outlets.base import load

ROUNDS = 3


def page_of(case: Case) -> Page:
    """The page as ingest hands it over."""
    data = case.html.encode("utf-8", "replace")
    return Page(case.name, None, "html", data, hashlib.sha256(data).hexdigest())


def seconds(task: Callable[[], object]) -> float:
    started = time.process_time()
    task()
    return time.process_time() - started


def measure(cases: Sequence[Case], rounds: int) -> tuple[float, float]:
    """CPU seconds that `clean` and that trafilatura take for all the pages."""
    packs, outlets = load_all(), load()
    pages = [page_of(case) for case in cases]
    clean(pages[0], packs=packs, outlets=outlets)
    trafilatura.extract(cases[0].html)
    ours, theirs = [float("inf")] * len(cases), [float("inf")] * len(cases)
    for _ in range(rounds):
        for index, (page, case) in enumerate(zip(pages, cases, strict=True)):
            ours[index] = min(ours[index], seconds(partial(clean, page, packs=packs, outlets=outlets)))
            theirs[index] = min(theirs[index], seconds(partial(trafilatura.extract, case.html)))
    return sum(ours), sum(theirs)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--most", type=int, default=60, help="pages of each set, drawn by a fixed seed")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options, _ = parser.parse_known_args()
    if "RUJUK_DATA" not in os.environ:
        print("no pages: RUJUK_DATA names no folder")
        return
    print("| pages | clean, ms a page | trafilatura, ms a page | pages a CPU second, trafilatura = 1 |")
    print("| --- | --- | --- | --- |")
    for name, group in cases_of(Path(os.environ["RUJUK_DATA"])).items():
        cases = random.Random(1).sample(group, min(options.most, len(group)))
        ours, theirs = measure(cases, options.rounds)
        each = 1000 / len(cases)
        print(f"| {name} ({len(cases)}) | {ours * each:.1f} | {theirs * each:.1f} | {theirs / ours:.2f} |")


if __name__ == "__main__":
    main()
