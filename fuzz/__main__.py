"""`python -m fuzz --inputs N --seed S`: damaged captures read and cleaned; exit code 1 if one crashed, hung or took too much memory."""

import argparse
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from fuzz.inputs import nth_input
from rujuk.clean import clean, survey
from rujuk.clean.lines.recurrence import NOTHING_KNOWN
from rujuk.ingest import ingest
from rujuk.lang import base as lang
from rujuk.model.report import REASONS, Dropped
from rujuk.model.text import Article, Page
from rujuk.outlets import base as outlets

SECONDS = 20
"""What one input may take; the slowest honest ones take under a second."""
MEMORY = 4_000_000_000
"""Bytes of address space for the whole run: an input that unpacks without bound ends in MemoryError."""


class TooSlowError(Exception):
    """An input took longer than SECONDS."""


def _stop(_signal: int, _frame: Any) -> None:
    raise TooSlowError


def read_and_clean(path: Path, tools: tuple[Any, Any]) -> Counter[str]:
    """Return how many articles and which reasons an input gave; whatever it raises is a find."""
    packs, known = tools
    found: Counter[str] = Counter()
    items = list(ingest([path]))
    told, failed = survey([item for item in items if isinstance(item, Page)], packs=packs, outlets=known)
    if failed:
        raise AssertionError(f"survey: {failed[0].detail}")
    for item in items:
        results = [item]
        if isinstance(item, Page):
            recurrence = told.get(item.id, NOTHING_KNOWN)
            article, notices = clean(item, packs=packs, outlets=known, recurrence=recurrence)
            results = [article, *notices]
        for result in results:
            token = "article" if isinstance(result, Article) else result.reason
            if token not in {"article", *REASONS}:
                raise AssertionError(f"no reason of ours: {token}")
            found[("drop " if isinstance(result, Dropped) else "") + token] += 1
    return found


def run(inputs: int, seed: int, start: int = 0, out: Path | None = None) -> dict[str, Any]:
    """Return what `inputs` damaged captures gave: counts by kind and reason, the slowest, and every find with its number."""
    tools = lang.load_all(), outlets.load()
    kinds: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    finds: list[tuple[int, str, str]] = []
    slowest = (0.0, -1, "")
    signal.signal(signal.SIGALRM, _stop)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(start, start + inputs):
            kind, data = nth_input(seed, number)
            path = Path(folder, f"a.{kind}")
            path.write_bytes(data)
            kinds[kind] += 1
            began = time.process_time()
            signal.alarm(SECONDS)
            try:
                tokens.update(read_and_clean(path, tools))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                finds.append((number, kind, "".join(traceback.format_exception(error, limit=-4))))
                if out:
                    (out / f"{seed}-{number}.{kind}").write_bytes(data)
            finally:
                signal.alarm(0)
            slowest = max(slowest, (time.process_time() - began, number, kind))
    return {"kinds": kinds, "tokens": tokens, "finds": finds, "slowest": slowest}


def main() -> int:
    """Run from the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--out", type=Path, help="folder for the inputs that are finds")
    flags = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = run(flags.inputs, flags.seed, flags.start, flags.out)
    for number, kind, trace in found["finds"]:
        print(f"input {number} ({kind}) of seed {flags.seed}:\n{trace}")
    print("inputs:", dict(found["kinds"]))
    print("gave:", dict(sorted(found["tokens"].items())))
    print(f"slowest: {found['slowest'][0]:.2f} s, input {found['slowest'][1]} ({found['slowest'][2]})")
    print(
        f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000} MB; finds: {len(found['finds'])}"
    )
    return 1 if found["finds"] else 0


if __name__ == "__main__":
    sys.exit(main())
