import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.model.errors import InputError
from rujuk.model.jsonl import json_line, read_lines

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_line_is_one_line_and_reads_back(data: dict[str, object]) -> None:
    line = json_line(data)
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert json.loads(line) == data


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("“Banjir” – 40", '{"a":"“Banjir” – 40"}\n', id="characters as they are"),
        pytest.param("\ud800", '{"a":"\\ud800"}\n', id="a lone surrogate"),
        pytest.param("“\ud800", '{"a":"\\u201c\\ud800"}\n', id="the whole line is in ASCII then"),
        pytest.param("a\nb", '{"a":"a\\nb"}\n', id="line break"),
    ],
)
def test_line(text: str, line: str) -> None:
    assert json_line({"a": text}) == line
    assert line.encode("utf-8")


@given(st.lists(st.dictionaries(st.text(), st.text(), max_size=2), max_size=4))
def test_a_file_of_lines_reads_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "rows.jsonl"
    path.write_text("".join(map(json_line, rows)), encoding="utf-8", newline="\n")
    assert list(read_lines(path)) == rows


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b'{"a":1}\n[1]\n', r"rows\.jsonl line 2: not a JSON object", id="list"),
        pytest.param(b'"a"\n', r"rows\.jsonl line 1: not a JSON object", id="text"),
        pytest.param(b"{\n", r"rows\.jsonl: not JSON lines", id="broken"),
        pytest.param(b"\n", r"rows\.jsonl: not JSON lines", id="empty line"),
        pytest.param(b'{"a":"\xff"}\n', r"rows\.jsonl: not JSON lines", id="not UTF-8"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        list(read_lines(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl.*--out"):
        list(read_lines(tmp_path / "none.jsonl"))


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").touch()
    assert list(read_lines(tmp_path / "rows.jsonl")) == []
