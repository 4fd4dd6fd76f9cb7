"""Bytes to characters: marks, declarations, guesses."""

from pathlib import Path

import pytest

from ingested import items_of, pages, read
from rujuk.model.report import Notice


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, charset: str) -> None:
    (page,), _, notices = read(tmp_path / "a.html", "<p>Pulau “besar” di Wantuli</p>".encode(charset))
    assert (page.data.decode(), notices) == ("<p>Pulau “besar” di Wantuli</p>", [])


def test_the_character_set_of_an_xml_declaration(tmp_path: Path) -> None:
    data = '<?xml version="1.0" encoding="Shift_JIS"?><html><p>日本</p></html>'.encode("shift_jis")
    (page,), _, _ = read(tmp_path / "a.xhtml", data)
    assert "日本" in page.data.decode()


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        (b"\xef\xbb\xbfpulau", "pulau", False),
        ("pulau “besar”".encode("utf-16"), "pulau “besar”", False),
        ("pulau “besar”".encode(), "pulau “besar”", False),
        ("pulau “besar”".encode("cp1252"), "pulau “besar”", True),
        (b"pulau \x81\x9d", "pulau \ufffd\ufffd", True),
    ],
)
def test_character_sets(tmp_path: Path, data: bytes, text: str, warned: bool) -> None:
    items = items_of(tmp_path / "a.txt", data)
    assert pages(items)[0].data.decode() == text
    assert [item.reason for item in items if isinstance(item, Notice)] == ["repaired"] * warned


@pytest.mark.parametrize(
    ("charset", "written", "text", "warned"),
    [
        ("iso-8859-1", "cp1252", "“Ya”", False),
        ("iso-8859-1", "utf-8", "“Ya”", False),
        ("utf-8", "cp1252", "“Ya”", True),
        ("utf-16", "utf-8", "“Ya”", False),
        ("hex", "utf-8", "“Ya”", False),
        ("entah-apa", "utf-8", "“Ya”", False),
        ("shift_jis", "shift_jis", "日本", False),
    ],
)
def test_declared_character_sets(tmp_path: Path, charset: str, written: str, text: str, warned: bool) -> None:
    items = items_of(tmp_path / "a.html", f'<meta charset="{charset}"><p>{text}</p>'.encode(written))
    assert f"<p>{text}</p>" in pages(items)[0].data.decode()
    assert any(isinstance(item, Notice) for item in items) == warned
