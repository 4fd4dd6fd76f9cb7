"""Run every benchmark: `python -m benchmarks [NAME ...]`. Each is a module here with `main() -> None` that prints a table."""

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Return the names of the benchmarks."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))


for name in sys.argv[1:] or names():
    print(f"## {name}", flush=True)
    import_module(f"benchmarks.{name}").main()
