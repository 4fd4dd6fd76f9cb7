"""Made-up reports as rows of a JSONL file, and the dossiers that the whole pipeline makes of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from project import OUTLETS
from rujuk.model.dossier import Dossier
from rujuk.model.report import Report
from rujuk.model.statement import Statement
from rujuk.pipeline.run import dossiers
from rujuk.pipeline.settings import Settings

DOMAINS = {
    "karsa": "www.karsa.example",
    "wartanusa": "www.warta-nusa.example",
    "baharipos": "baharipos.example",  # of one owner with wartanusa
    "lenterakini": "lenterakini.example",
    "kabarteluk": "kabarteluk.example",
}

WAVES = (
    "Lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya, Senin (5/1/2026). "
    "Kepala Desa Rejosari, Bagas Wiratama, mengatakan 12 warga mengungsi ke balai desa."
)
WAVES_RETOLD = (
    "Ombak setinggi tiga meter merusak lima perahu nelayan di Pelabuhan Sukamulya pada Senin (5/1/2026). "
    "Dua belas warga mengungsi ke balai desa, kata Camat Retno Palupi."
)
WAVES_AGAIN = (
    "Pelabuhan Sukamulya diterjang ombak pada Senin (5/1/2026), dan lima perahu nelayan rusak. "
    "Menurut relawan Sigit Pramana, 12 warga mengungsi ke balai desa."
)
MARKET = (
    "Pasar Kertajaya terbakar pada Selasa (6/1/2026) dini hari dan 40 kios habis. "
    '"Tidak ada korban jiwa," kata Kepala Dinas Pemadam Laras Sulistyo. Api diduga berasal dari korsleting listrik.'
)


def row(outlet: str, text: str, *, title: str = "", slug: str = "a", **fields: Any) -> dict[str, Any]:
    """Return one report as the row of a table; kept as it is, so that cleaning plays no part."""
    url = f"https://{DOMAINS[outlet]}/berita/{slug}"
    return {
        "url": url, "outlet": outlet, "title": title, "published_at": "2026-01-05T09:00:00+07:00",
        "text": text, "as_is": True, **fields,
    }  # fmt: skip


def write_rows(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """Write rows to a JSONL file and return its path."""
    lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in rows)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path


def told(folder: Path, rows: Sequence[dict[str, Any]], report: Report | None = None) -> Dossier:
    """Return the one dossier of these rows."""
    path = write_rows(folder / "rows.jsonl", rows)
    settings = Settings(one_story=True, outlets=(OUTLETS,))
    (dossier,) = dossiers([path], settings, report=report)
    return dossier


def counts(dossier: Dossier) -> dict[tuple[str, str, int], int]:
    """Return how many independent origins stand behind each claim: by article, part and beginning."""
    found: dict[tuple[str, str, int], int] = {}
    for statement in dossier.statements:
        for claim in statement.claims:
            place = (claim.article_id, claim.part, claim.spans[0].start)
            found[place] = max(found.get(place, 0), statement.independent)
    return found


def origin_articles(statement: Statement) -> set[str]:
    """Return the ids of the articles that a statement's origins are reached by."""
    return {article_id for origin in statement.origins for article_id in origin.article_ids}
