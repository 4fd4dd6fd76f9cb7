"""`rujuk pairs`: a line a pair, its keys documented, one story where asked."""

import re
from pathlib import Path

from cli.conftest import Rujuk
from project import DOCS
from reports import WAVES, WAVES_RETOLD, row, write_rows


def test_every_pair_is_a_line_whose_keys_are_documented(rujuk: Rujuk, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", [row("karsa", WAVES), row("lenterakini", WAVES_RETOLD)])
    done = rujuk("-q", "pairs", str(rows), "--one-story")
    assert done.code == 0
    assert done.lines
    page = (DOCS / "cli.md").read_text("utf-8")
    own = page[page.index("### `rujuk pairs") :].split("\n### ")[0]
    line = done.lines[0]
    for key in {*line, *line["a"], *line["features"][0]}:
        assert re.search(rf"`{key}`", own), key
    assert all(line["a"]["article"] != "" and 0 <= line["score"] <= 1 for line in done.lines)
