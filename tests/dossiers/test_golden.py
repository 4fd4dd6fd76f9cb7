"""The samples' dossiers are those that were read and kept: `pytest tests/dossiers --update-golden` writes them anew."""

import json

import pytest

from dossiers.golden import FOLDER, compact, events, written
from written import SampleRun


@pytest.mark.parametrize("event", events())
def test_the_dossiers_of_an_event_are_the_golden_ones(
    event: str, sample_run: SampleRun, request: pytest.FixtureRequest
) -> None:
    titles = events()[event]
    own = [item for item in sample_run.dossiers if titles & {card.title for card in item.articles}]
    path, found = FOLDER / f"{event}.json", compact(own)
    if request.config.getoption("--update-golden"):
        path.write_text(written(found), encoding="utf-8", newline="\n")
    assert path.is_file(), "no golden yet: run pytest tests/dossiers --update-golden and read what it writes"
    assert found == json.loads(path.read_text(encoding="utf-8"))


def test_every_golden_is_of_an_event() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(events())
