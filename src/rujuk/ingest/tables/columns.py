"""Which column of a table means what: the fields of a row, the names tables give them, and the user's own map."""

from collections.abc import Iterable, Mapping
from typing import Any

from rujuk.model.errors import ConfigError

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "isi_berita", "isi", "content", "teks", "body", "article_body", "articlebody", "full_text", "isi_artikel", "konten", "article_text",
        "article_content", "maintext", "article", "artikel",
    ),
    "html": ("html", "raw_html"),
    "url": ("url", "link", "tautan", "canonical_url", "article_url", "url_berita", "link_berita"),
    "outlet": (
        "outlet", "sumber", "source", "media", "publisher", "series", "site_name", "nama_media", "media_name", "sumber_berita", "newspaper", "surat_kabar",
    ),
    "title": ("title", "judul", "headline", "judul_berita", "judul_artikel", "article_title", "news_title"),
    "published_at": (
        "published_at", "tanggal_publikasi", "publish_date", "date_published", "datepublished", "publication_date",
        "tanggal", "date", "pubdate", "published", "tanggal_terbit", "tgl_terbit", "waktu_terbit", "tanggal_berita", "tanggal_tayang", "date_publish",
        "published_date", "publish_time", "publication_time", "datetime", "waktu",
    ),
    "author": ("author", "penulis", "byline", "authors", "reporter", "nama_penulis", "wartawan", "author_name"),
    "language": ("language", "bahasa", "lang"),
    "captured_at": ("captured_at", "fetched_at", "crawl_date", "scraped_at"),
    "as_is": ("as_is",),
}  # fmt: skip
"""Every field of a row with the column names it is known by, the first that a table has winning.

Among them are news-watch's eight columns (title, publish_date, author, content, keyword, category, source, link) and
passim's (id, series, text).
"""
WANTED = ("title", "published_at")
"""Fields without which a report can still be read, and hardly be placed."""
IDLE = frozenset({"id", "no", "nomor", "index", "unnamed:_0", "keyword", "category", "kategori", "tags"})
"""Columns that tables have and that hold neither a title nor a date."""
TRUE = frozenset({"true", "1", "yes", "ya"})


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise ConfigError where a column map names a field that rows do not have."""
    unknown = sorted(columns.keys() - COLUMNS.keys())
    if unknown:
        raise ConfigError(f"--columns: no fields {unknown} of a row; there are: {', '.join(COLUMNS)}")


def find_columns(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Return, by field, the column of a table that holds it: the user's map first, then the known names."""
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(_folded(name), name)
    found = {}
    for field, known in COLUMNS.items():
        wanted = (columns[field],) if field in columns else known
        column = next((by_folded[_folded(name)] for name in wanted if _folded(name) in by_folded), None)
        if column is not None:
            found[field] = column
    return found


def unread(names: Iterable[str], columns: Mapping[str, str]) -> str:
    """Return what is to be said of a table that has columns nobody reads and none for titles or dates, "" of any other."""
    given = [name for name in names if name]
    found = find_columns(given, columns)
    lacking = [field for field in WANTED if field not in found]
    left = [name for name in given if name not in found.values() and _folded(name) not in IDLE]
    if not lacking or not left:
        return ""
    return f"no column is known as {' or '.join(lacking)}; not read: {', '.join(left)[:300]}; name it with --columns {lacking[0]}=..."


def fields_of(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """Return the recognised fields of a row that hold anything, as text, exactly as given."""
    found = find_columns(row.keys(), columns)
    texts = {field: _as_text(row[column]) for field, column in found.items()}
    return {field: text for field, text in texts.items() if text.strip() or (field == "text" and text)}


def _folded(name: str) -> str:
    return name.strip().casefold().replace(" ", "_")


def _as_text(value: Any) -> str:
    """Return a JSON value as text: lists joined by commas, of an object its name."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, Mapping):
        return _as_text(value.get("name"))
    return str(value)
