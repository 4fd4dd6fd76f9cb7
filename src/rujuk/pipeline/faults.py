"""What happens when the work on one item fails: the item is dropped with the reason, the rest of the run goes on."""

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from rujuk.model.errors import ProvenanceError, RujukError
from rujuk.model.report import Dropped

Done = TypeVar("Done")


def attempt(item: str, stage: str, work: Callable[[], Done]) -> Done | Dropped:
    """Return what `work` returns, or the drop of the item where it fails; the detail names the exception and its place.

    Raises what would fail for every item alike: a setting, pack or encoder that cannot be used. A part that its text does
    not bear out is the fault of one item.
    """
    try:
        return work()
    except ProvenanceError as error:
        return _dropped(item, stage, error)
    except RujukError:
        raise
    except Exception as error:
        return _dropped(item, stage, error)


def _dropped(item: str, stage: str, error: Exception) -> Dropped:
    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return Dropped(item, stage, "error", f"{type(error).__name__}: {error} ({place})")
