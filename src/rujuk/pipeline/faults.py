"""What happens when the work on one item fails: the item is dropped with the reason, the rest of the run goes on."""

from collections.abc import Callable
from typing import TypeVar

from rujuk.model.errors import of_one_item
from rujuk.model.report import Dropped

Done = TypeVar("Done")


def attempt(item: str, stage: str, work: Callable[[], Done]) -> Done | Dropped:
    """Return what `work` returns, or the drop of the item where it fails; the detail names the exception and its place.

    Raises what would fail for every item alike: a setting, pack or encoder that cannot be used. A part that its text does
    not bear out is the fault of one item.
    """
    try:
        return work()
    except Exception as error:
        if not of_one_item(error):
            raise
        return Dropped.of_fault(item, stage, error)
