"""Running a function over items: serially, or in a pool of processes, with the same results in the same order."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

CHUNKS = 8
"""Pieces a worker's share is cut into, so that one long item at the end does not leave the others waiting."""


def run(work: Callable[[In], Out], items: Sequence[In], *, processes: int = 1) -> Iterator[Out]:
    """Yield `work(item)` for each item, in the order of the items.

    With `processes` above 1 the work runs in that many new interpreters, so `work` and the items must be picklable.
    Results do not depend on the number of processes. Whatever `work` raises is raised here.
    """
    workers = min(processes, len(items))
    if workers <= 1:
        yield from map(work, items)
        return
    chunk = max(1, len(items) // (workers * CHUNKS))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, items, chunksize=chunk)


def processes_for(items: int, wanted: int, *, worth: int) -> int:
    """Return how many processes to use: `wanted`, or for 0 as many as there are processors once `worth` items are given.

    Starting an interpreter with its encoder costs about a second, so small runs stay in one process.
    """
    if wanted > 0:
        return wanted
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return available if items >= worth else 1
