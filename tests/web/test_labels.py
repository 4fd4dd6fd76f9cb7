import re
import tomllib
from pathlib import Path

import rujuk.web.views

FOLDER = Path(rujuk.web.views.__file__).parent
LABELS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (FOLDER / "labels").glob("*.toml")}


def test_every_language_has_the_same_labels():
    assert LABELS["id"].keys() == LABELS["en"].keys()
    for key, text in LABELS["id"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", LABELS["en"][key])), key


def test_every_label_is_used():
    written = " ".join(
        path.read_text("utf-8") for path in (*FOLDER.glob("templates/*"), *FOLDER.glob("*.py"))
    )
    for key in LABELS["id"]:
        stem = key if key.startswith("web.") else key.split(".")[0]
        assert stem in written, key
