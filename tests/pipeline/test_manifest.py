from dataclasses import replace
from hashlib import sha256

import pytest

from builders import article
from project import OUTLETS
from rujuk.lang.base import codes
from rujuk.model.jsonl import json_line
from rujuk.pipeline.manifest import LIBRARIES, articles_hash, installed, manifest_of
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import Tools

OWN = [article("a1", "Banjir melanda desa itu."), article("b2", "Kapal itu tenggelam.", copies=3)]


def test_the_hash_is_that_of_the_file_of_articles() -> None:
    lines = "".join(json_line(item.to_dict()) for item in OWN)
    assert articles_hash(OWN) == sha256(lines.encode("utf-8")).hexdigest()
    assert articles_hash([]) == sha256(b"").hexdigest()


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param([OWN[1], OWN[0]], id="order"),
        pytest.param([OWN[0], replace(OWN[1], text="Kapal itu selamat.")], id="text"),
        pytest.param([OWN[0], replace(OWN[1], copies=4)], id="copies"),
        pytest.param(OWN[:1], id="one missing"),
    ],
)
def test_another_file_has_another_hash(changed: list) -> None:
    assert articles_hash(changed) != articles_hash(OWN)


def test_a_manifest_tells_how_the_dossier_was_made() -> None:
    found = manifest_of(OWN, "ff", Settings(one_story=True), Tools())
    assert found["articles_sha256"] == "ff"
    assert [(item["article"], item["copies"]) for item in found["inputs"]] == [("a1", 1), ("b2", 3)]
    assert [item["text_sha256"] for item in found["inputs"]] == [item.text_sha256 for item in OWN]
    assert [*found["languages"]] == [*codes()]
    assert [*found["libraries"]] == [*LIBRARIES]
    assert {*found["encoder"]} == {"name", "sha256", "runtime"}
    assert found["settings"] == {"as_is": False, "columns": {}, "one_story": True}


def test_same_inputs_same_manifest_and_other_outlets_another() -> None:
    one = manifest_of(OWN, "ff", Settings(), Tools())
    assert manifest_of(OWN, "ff", Settings(), Tools()) == one
    assert json_line(one)
    more = manifest_of(OWN, "ff", Settings(), Tools(outlets=(OUTLETS,)))
    assert more["outlets"] != one["outlets"]
    assert {**more, "outlets": one["outlets"]} == one


@pytest.mark.parametrize("settings", [Settings(language="en"), Settings(processes=2)])
def test_what_cannot_change_a_result_is_not_in_the_manifest(settings: Settings) -> None:
    assert manifest_of(OWN, "ff", settings, Tools()) == manifest_of(OWN, "ff", Settings(), Tools())


def test_a_distribution_that_is_not_there() -> None:
    assert installed("rujuk-is-not-called-this") == "unknown"
    assert installed("numpy") != "unknown"
