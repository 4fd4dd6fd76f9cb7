"""Files, folders and standard input to pages; every kind of bad input to its reason."""

from pathlib import Path

import pytest

from ingested import drops, items_of, pages
from rujuk.ingest import ingest
from rujuk.ingest.config import IngestConfig
from rujuk.model.errors import InputError


class TestFiles:
    def test_a_text_file_is_one_page(self, tmp_path: Path) -> None:
        (page,) = items_of(tmp_path / "a.txt", "Satu baris.\n")
        assert (page.path, page.row, page.kind, page.data) == ("a.txt", None, "text", b"Satu baris.\n")

    def test_a_saved_page_brings_its_address(self, tmp_path: Path) -> None:
        (page,) = items_of(
            tmp_path / "a.html", '<link rel="canonical" href="https://karsa.example/1"><p>x</p>'
        )
        assert (page.kind, page.url, page.canonical_url) == ("html", None, "https://karsa.example/1")

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("a.txt", b"", "empty"),
            ("a.txt", b" \n\t\r\n", "empty"),
            ("a.txt", b"\x89PNG\r\n\x1a\n....", "binary"),
            ("a.txt", b"%PDF-1.7 ....", "binary"),
            ("a.html", b"\0\x01\x02\0\0a" * 50, "binary"),
            ("a.docx", b"PK\x03\x04", "unknown_kind"),
            ("SOURCE.md", b"# x", "unknown_kind"),
            ("a.json", b"{", "unreadable"),
            ("a.json", b"3", "unreadable"),
            ("a.csv", b"satu,dua\n1,2\n", "unreadable"),
        ],
    )
    def test_bad_files_have_a_reason(self, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
        assert drops(items_of(tmp_path / name, data)) == [(name, reason)]

    def test_a_few_nuls_are_no_binary(self, tmp_path: Path) -> None:
        assert len(pages(items_of(tmp_path / "a.txt", b"kata " * 50 + b"\0"))) == 1

    def test_a_large_file_is_refused(self, tmp_path: Path) -> None:
        items = items_of(tmp_path / "a.txt", b"kata " * 50, config=IngestConfig(max_file_bytes=100))
        assert drops(items) == [("a.txt", "too_large")]

    def test_a_missing_input_is_named_before_anything_is_read(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="tidak-ada"):
            ingest([tmp_path, tmp_path / "tidak-ada.txt"])


class TestFolders:
    def test_files_come_sorted_with_paths_of_their_own(self, tmp_path: Path) -> None:
        for name in ("b/2.txt", "b/1.txt", "a.txt", ".tersembunyi.txt", ".git/x.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("isi")
        assert [page.path for page in pages(list(ingest([tmp_path])))] == ["a.txt", "b/1.txt", "b/2.txt"]

    def test_a_folder_of_nothing_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("x")
        assert drops(list(ingest([tmp_path]))) == [
            ("README.md", "unknown_kind"),
            (str(tmp_path), "no_articles"),
        ]

    def test_the_same_capture_has_the_same_id_wherever_it_lies(self, tmp_path: Path) -> None:
        ids = []
        for folder in ("x", "y"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "a.txt").write_text("isi")
            ids += [page.id for page in pages(list(ingest([tmp_path / folder])))]
        assert ids[0] == ids[1]
