"""Made-up stories for `weigh`: every report is one claim of one outlet, with whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rujuk.model.annotations import Attribution, Citation, Document, Quotation
from rujuk.model.statement import Alignment, Claim, Elements
from rujuk.model.story import Reuse
from rujuk.model.text import Article, OutletRef, digest
from rujuk.outlets.base import Outlets, load

PACK = """
[[outlet]]
id = "kb-selat"
name = "Kantor Berita Selat"
aliases = ["KB Selat"]
kind = "wire"
group = "KB Selat"
[[outlet]]
id = "kb-pulau"
name = "Kantor Berita Pulau"
kind = "wire"
[[outlet]]
id = "radio-teluk"
name = "Radio Teluk"
kind = "international"
[[outlet]]
id = "warta-nusa"
name = "Warta Nusa"
domains = ["wartanusa.example"]
kind = "national"
country = "ID"
group = "Grup Nusa"
[[outlet]]
id = "warta-nusa-timur"
name = "Warta Nusa Timur"
kind = "local"
group = "Grup Nusa"
[[outlet]]
id = "harian-lazuardi"
name = "Harian Lazuardi"
kind = "national"
country = "ID"
[[outlet]]
id = "suara-tanjung"
name = "Suara Tanjung"
kind = "local"
"""


@cache
def outlets() -> Outlets:
    """Return the bundled outlets and the made-up ones of PACK."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "made_up.toml")
        path.write_text(PACK, encoding="utf-8")
        return load([path])


@dataclass(frozen=True)
class Report:
    """One article with one claim: its outlet, whom the claim names, whom the article cites and quotes elsewhere."""

    key: str
    outlet: str | None = None
    via: tuple[str, ...] = ()
    speaker: str | None = None
    modality: str = "asserted"
    elsewhere: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    words: str = "Lima perahu rusak dihantam ombak."
    at: str | None = None
    heard: tuple[str, ...] = ()


def article(report: Report) -> Article:
    return Article(
        id=digest(report.key),
        path=f"{report.key}.txt",
        url=None,
        canonical_url=None,
        outlet=OutletRef(report.outlet, report.outlet) if report.outlet else None,
        language="id",
        title="",
        byline=None,
        dateline=None,
        published_at=report.at,
        date_candidates=(),
        captions="",
        furniture=(),
        text=f"{report.words}\nNelayan setempat diminta tidak melaut.",
    )


def document(report: Report) -> Document:
    art = article(report)
    first, second = art.span(0, len(report.words)), art.span(len(report.words) + 1, len(art.text))
    body = art.span(0, len(art.text))
    cites = [Citation(second, name, "", "agency", second) for name in report.elsewhere]
    cites += [Citation(first, name, "", "agency", body) for name in report.whole]
    quotes = tuple(
        Quotation(second, second, "direct", None, Attribution(second, None, name), None, None, ())
        for name in report.heard
    )
    return Document(art, "full", (first, second), (), (), (), (), quotes, tuple(sorted(cites)), ())


def claim(report: Report) -> Claim:
    art = article(report)
    span = art.span(0, len(report.words))
    elements = Elements(what=tuple(sorted(set(report.words.casefold().strip(".").split()))))
    return Claim((span,), span, report.modality, report.speaker, report.via, elements)  # type: ignore[arg-type]


def alignment(reports: Sequence[Report], disagreements: tuple = ()) -> Alignment:
    return Alignment(tuple(sorted(map(claim, reports))), disagreements, ())


def copy(
    left: Report, right: Report, kind: str = "verbatim", score: float = 0.9, origin: str | None = None
) -> Reuse:
    low, high = sorted((claim(left), claim(right)), key=lambda item: item.article_id)
    return Reuse(low.article_id, high.article_id, kind, None, origin, score, ((low.sentence, high.sentence),))  # type: ignore[arg-type]
