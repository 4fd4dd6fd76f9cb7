"""Run every scorer and hold its scores against the floors of baseline.json.

    python -m evals.gate                      print the table; exit 1 if a score is below its floor
    python -m evals.gate --update             raise floors to today's scores; a lower score is refused
    python -m evals.gate --update --allow-regression    lower them too
    python -m evals.gate NAME ...             only these scorers

A scorer is a module of this package with `run(data) -> dict[str, float]`, higher being better. Scores with "peer" in their
name are another system's on the same data, shown beside ours; they are no floors.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
TABLE = HERE.parent / "docs" / "evaluation.md"
MARKS = ("<!-- table: written by `make eval` -->", "<!-- end of table -->")
SLACK = 0.002
"""What a score may fall below its floor: one flipped item in 500, the size of the smaller sets."""


def scorers() -> list[str]:
    """Return the names of the scorers: the modules of this package that define `run`."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in {"__init__", "gate"})
    return [name for name in names if hasattr(import_module(f"evals.{name}"), "run")]


def measure(names: Sequence[str], data: Path) -> dict[str, float]:
    """Return all scores by "scorer/score", rounded to four decimals, saying on standard error how long each took."""
    scores: dict[str, float] = {}
    for name in names:
        began = time.perf_counter()
        found = import_module(f"evals.{name}").run(data)
        scores |= {f"{name}/{key}": round(float(value), 4) for key, value in found.items()}
        print(f"{name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return scores


def fallen(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return a line for each score below its floor."""
    low = [name for name in sorted(scores) if name in floors and not scores[name] >= floors[name] - SLACK]
    return [f"{name}: {scores[name]:.4f} is below its floor {floors[name]:.4f}" for name in low]


def table(scores: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """Return the scores as a Markdown table."""
    rows = [f"| {name} | {scores[name]:.4f} | {_floor(floors, name)} |" for name in sorted(scores)]
    return "\n".join(["| measure | score | floor |", "| --- | --- | --- |", *rows])


def _floor(floors: Mapping[str, float], name: str) -> str:
    return f"{floors[name]:.4f}" if name in floors else "–"


def update(scores: Mapping[str, float], floors: Mapping[str, float]) -> None:
    """Write the scores as the new floors, and the table into docs/evaluation.md."""
    own = {name: max(score, floors.get(name, score)) for name, score in scores.items() if "peer" not in name}
    merged = dict(sorted({**floors, **own}.items()))
    BASELINE.write_text(json.dumps(merged, indent=2) + "\n", encoding="utf-8")
    text = TABLE.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    TABLE.write_text(f"{before}{MARKS[0]}\n{table(scores, merged)}\n{MARKS[1]}{after}", encoding="utf-8")


def main() -> int:
    """Run the gate and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="scorers to run; all of them if none is given")
    parser.add_argument("--update", action="store_true", help="write today's scores as floors")
    parser.add_argument("--allow-regression", action="store_true", help="with --update, lower floors too")
    options = parser.parse_args()
    if "RUJUK_DATA" not in os.environ:
        print("evals skipped: RUJUK_DATA does not name the folder of evaluation data")
        return 0
    scores = measure(options.names or scorers(), Path(os.environ["RUJUK_DATA"]))
    floors = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    print(table(scores, floors))
    return settle(scores, floors, update_floors=options.update, lower=options.allow_regression)


def settle(
    scores: Mapping[str, float], floors: Mapping[str, float], *, update_floors: bool, lower: bool
) -> int:
    """Return 1 where a score fell and may not, else 0, writing new floors where asked."""
    low = fallen(scores, floors)
    for line in low:
        print(line, file=sys.stderr)
    if low and not lower:
        return 1
    if update_floors:
        update(scores, floors if not lower else {k: v for k, v in floors.items() if k not in scores})
    return 0


if __name__ == "__main__":
    sys.exit(main())
