"""`rujuk fetch` without a network: everything on this computer is refused, and said so."""

from pathlib import Path

import pytest

from cli.conftest import Rujuk


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/a", "http://localhost/a", "http://[::1]/a", "http://169.254.169.254/"]
)
def test_no_option_lets_a_private_address_through(url: str, rujuk: Rujuk, tmp_path: Path) -> None:
    done = rujuk("fetch", url, "--out", tmp_path / "a.warc.gz", "--delay", "0.5", "--agent", "warung/1")
    assert (done.code, done.out) == (3, b"")
    assert "private_address" in done.err
    assert "no file was written" in done.err
    assert not (tmp_path / "a.warc.gz").exists()


def test_wrong_usage(rujuk: Rujuk, tmp_path: Path) -> None:
    there = tmp_path / "ada.warc.gz"
    there.write_bytes(b"x")
    for arguments in (
        ("http://warta.example/", "--out", there),
        ("http://warta.example/", "--out", tmp_path / "a.zip"),
        ("http://warta.example/", "--out", tmp_path / "tidak" / "a.warc.gz"),
        (tmp_path / "tidak.txt", "--out", tmp_path / "a.warc.gz"),
        ("http://warta.example/", "--out", tmp_path / "a.warc.gz", "--agent", "é"),
        ("http://warta.example/", "--out", tmp_path / "a.warc.gz", "--delay", "0"),
        ("--out", tmp_path / "a.warc.gz"),
    ):
        assert rujuk("fetch", *arguments).code == 2, arguments
