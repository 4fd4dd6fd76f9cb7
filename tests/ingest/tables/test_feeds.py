"""Feeds to pages; what is no feed, and what of one is no article, to its reason."""

import json
from pathlib import Path

import pytest
from fuzz.archives import RSS

from ingested import read, urls


class TestFeeds:
    @pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom"])
    def test_entries_are_pages_with_a_date(self, tmp_path: Path, name: str) -> None:
        (whole, short), drops, notices = read(tmp_path / name, RSS)
        assert (drops, notices) == ([], [])
        assert whole.dates == (("feed", "2026-04-15T10:00:00+07:00"),)
        assert whole.fields == {"outlet": "Karsa", "title": "Pasar Terbakar", "language": "id"}
        assert "membakar" in json.loads(whole.data)["html"]
        assert (short.fields["excerpt"], short.canonical_url, short.dates) == (
            "true",
            "https://karsa.example/2",
            (),
        )

    def test_a_broken_feed_is_read_as_far_as_it_goes(self, tmp_path: Path) -> None:
        pages, _, notices = read(tmp_path / "a.xml", RSS[: RSS.index(b"<item><title>Jalan") + 40])
        assert (urls(pages)[0], notices) == ("https://karsa.example/1", ["repaired"])

    def test_json_feed(self, tmp_path: Path) -> None:
        item = {
            "id": "1",
            "url": "https://karsa.example/1",
            "content_text": "Isi.",
            "date_published": "2026-04-15T10:00:00+07:00",
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Karsa", "items": [item, 3]}
        (page,), drops, _ = read(tmp_path / "a.json", json.dumps(feed).encode())
        assert (page.fields, page.dates, drops) == (
            {"outlet": "Karsa"},
            (("feed", item["date_published"]),),
            ["bad_row"],
        )

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b'<opml><body><outline xmlUrl="https://karsa.example/rss"/></body></opml>', "no_articles"),
            (b"<daftar><butir/></daftar>", "unknown_kind"),
            (b"<rss><channel></channel></rss>", "no_articles"),
            (b"<rss><channel><item><title>x</title></item></channel></rss>", "no_articles"),
        ],
    )
    def test_xml_without_an_article_has_a_reason(self, tmp_path: Path, data: bytes, reason: str) -> None:
        pages, drops, _ = read(tmp_path / "a.xml", data)
        assert (pages, drops[-1]) == ([], reason)
