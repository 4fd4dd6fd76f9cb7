import math
import operator

import pytest

from rujuk.engine.pool import processes_for, run


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    assert list(run(operator.neg, list(range(40)), processes=processes)) == [-number for number in range(40)]


def test_nothing_to_do() -> None:
    assert list(run(operator.neg, [], processes=4)) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_what_the_work_raises_is_raised(processes: int) -> None:
    with pytest.raises(ValueError, match="factorial"):
        list(run(math.factorial, [1, -1, 2], processes=processes))


def test_small_runs_stay_in_one_process() -> None:
    assert processes_for(5, 0, worth=10) == 1
    assert processes_for(5, 3, worth=10) == 3
    assert processes_for(50, 0, worth=10) >= 1
