"""Zip archives, WACZ and single compressed files to pages; every damage to its reason."""

import gzip
import json
from pathlib import Path

import pytest
from fuzz.archives import HTML, answer, packed, record, wacz, zipped

from ingested import read, urls
from rujuk.ingest.config import IngestConfig


class TestZips:
    def test_members_come_as_from_files(self, tmp_path: Path) -> None:
        inner = zipped({"c.jsonl": json.dumps({"text": "Isi."}).encode()})
        data = zipped(
            {"b/a.html": HTML, "../../b.txt": b"teks", "n.zip": inner, ".x.txt": b"x", "p.png": b"x"}
        )
        pages, drops, _ = read(tmp_path / "a.zip", data)
        assert [page.path for page in pages] == ["a.zip!b.txt", "a.zip!b/a.html", "a.zip!n.zip!c.jsonl"]
        assert drops == ["unknown_kind"]

    def test_nesting_ends(self, tmp_path: Path) -> None:
        data = zipped({"a.txt": b"teks"})
        for _ in range(3):
            data = zipped({"a.txt": b"teks", "z.zip": data})
        pages, drops, _ = read(tmp_path / "a.zip", data)
        assert (len(pages), drops) == (2, ["archive_bomb"])

    @pytest.mark.parametrize(
        ("config", "data"),
        [
            (IngestConfig(), zipped({"a.txt": bytes(30_000_000)})),
            (IngestConfig(max_members=2), zipped({f"{n}.txt": b"x" for n in range(3)})),
            (IngestConfig(max_unpacked_bytes=50), zipped({f"{n}.txt": b"x" * 30 for n in range(3)})),
        ],
    )
    def test_bombs_are_refused(self, tmp_path: Path, config: IngestConfig, data: bytes) -> None:
        assert read(tmp_path / "a.zip", data, config=config) == ([], ["archive_bomb"], [])

    @pytest.mark.parametrize("name", ["a.zip", "a.xlsx", "a.wacz"])
    def test_a_cut_archive_is_unreadable(self, tmp_path: Path, name: str) -> None:
        assert read(tmp_path / name, zipped({"a.txt": b"teks"})[:-30]) == ([], ["unreadable"], [])

    def test_a_damaged_member_loses_no_other(self, tmp_path: Path) -> None:
        data = zipped({"a.txt": b"satu " * 9, "b.txt": b"dua " * 9})
        at = data.index(b"a.txt") + 5
        pages, drops, _ = read(tmp_path / "a.zip", data[:at] + bytes(4) + data[at + 4 :])
        assert ([page.path for page in pages], drops) == (["a.zip!b.txt"], ["truncated"])

    def test_wacz(self, tmp_path: Path) -> None:
        warc = packed([record(answer())])
        pages, drops, notices = read(tmp_path / "a.wacz", wacz(warc))
        assert (urls(pages), drops, notices) == (["https://karsa.example/1"], [], [])
        assert pages[0].path == "a.wacz!archive/data.warc.gz"

    def test_a_wrong_digest_of_a_wacz_is_said(self, tmp_path: Path) -> None:
        pages, drops, notices = read(
            tmp_path / "a.wacz", wacz(packed([record(answer())]), "sha256:" + "0" * 64)
        )
        assert (len(pages), drops, notices) == (1, [], ["digest_mismatch"])

    def test_a_compressed_file(self, tmp_path: Path) -> None:
        rows = b'{"text": "satu"}\n{"text": "dua"}\n'
        pages, drops, _ = read(tmp_path / "a.jsonl.gz", gzip.compress(rows))
        assert ([page.path for page in pages], drops) == (["a.jsonl"] * 2, [])
        pages, drops, _ = read(tmp_path / "a.html.gz", gzip.compress(HTML)[:-20])
        assert (pages, drops) == ([], ["truncated"])
        assert read(tmp_path / "a.txt.gz", gzip.compress(bytes(30_000_000)))[1] == ["archive_bomb"]
