from collections.abc import Callable
from typing import NoReturn

import pytest

from builders import article
from rujuk.model.errors import ConfigError, EncoderError, PackError, ProvenanceError, RujukError
from rujuk.model.report import Dropped
from rujuk.pipeline.faults import attempt


def fails(error: Exception) -> Callable[[], NoReturn]:
    def work() -> NoReturn:
        raise error

    return work


def test_what_works_is_returned() -> None:
    assert attempt("a.txt", "annotate", lambda: 3) == 3


@pytest.mark.parametrize(
    "error", [ValueError("no digit"), IndexError("out of range"), ProvenanceError("no span")]
)
def test_the_fault_of_one_item_is_its_drop(error: Exception) -> None:
    done = attempt("a.txt", "annotate", fails(error))
    assert isinstance(done, Dropped)
    assert (done.item, done.stage, done.reason) == ("a.txt", "annotate", "error")
    assert done.detail.startswith(f"{type(error).__name__}: {error} (test_faults.py, line ")


def test_a_span_outside_of_its_text_is_the_fault_of_its_article() -> None:
    own = article("a1", "Banjir surut.")
    done = attempt("a1.txt", "annotate", lambda: own.span(99, 120))
    assert isinstance(done, Dropped)
    assert done.detail.startswith("ProvenanceError: ")


@pytest.mark.parametrize(
    "error", [PackError("no cues"), ConfigError("no such column"), EncoderError("damaged")]
)
def test_what_would_fail_for_every_item_ends_the_run(error: RujukError) -> None:
    with pytest.raises(type(error)):
        attempt("a.txt", "annotate", fails(error))
