"""Two small made-up dossiers and their articles, built by hand: a warehouse fire, and a new bridge."""

from dataclasses import replace
from typing import Any

from builders import article, claim
from rujuk.model.annotations import Attribution, Quotation
from rujuk.model.dossier import ArticleCard, Dossier, QuotationCard, TimelineEntry
from rujuk.model.statement import Claim, Disagreement, Origin, Statement, Status, Variant
from rujuk.model.story import Reuse, story_id
from rujuk.model.text import Article, OutletRef, Part, Span

LENTERA = article(
    "1" * 16,
    "Gudang kayu di Kampung Randu terbakar pada Senin malam.\n"
    "Petugas mengevakuasi 40 warga dari rumah di sekitar gudang.\n"
    '"Api kami padamkan dalam tiga jam," kata Kepala Dinas Pemadam Randu, Wisnu Artajaya.',
    outlet="Lentera Randu",
    title="Gudang Kayu Terbakar di Kampung Randu",
    url="https://lentera.example/gudang?id=7",
    published_at="2026-04-06T21:10:00+07:00",
)
BENTARA = article(
    "2" * 16,
    "Kebakaran menghanguskan gudang kayu milik warga Kampung Randu.\n"
    "Sebanyak 55 warga mengungsi, menurut Jum'at Prawira, ketua RT.\n"
    "Pengungsian berlangsung tertib.",
    outlet="Bentara Timur",
    title="Kebakaran Gudang, Warga Mengungsi",
    published_at="2026-04-06T22:00:00+07:00",
)
JEMBATAN = article(
    "3" * 16,
    "Wali Kota Sukarandu meresmikan jembatan gantung di Kali Biru.\nJembatan itu dibangun selama dua tahun.",
    outlet="Lentera Randu",
    title="Jembatan Kali Biru Diresmikan",
)


def find(of: Article, words: str, part: Part = "body") -> Span:
    """Return the span of the first place where the words stand."""
    start = of.part_text(part).index(words)
    return of.span(start, start + len(words), part)


def card(of: Article) -> ArticleCard:
    """Return what a dossier says of the article."""
    return ArticleCard(
        of.id, of.path, of.url, of.outlet, of.title, of.byline, of.published_at, of.language, of.text_sha256,
        of.copies, (), True,
    )  # fmt: skip


def origin(of: Article) -> Origin:
    """Return the article's outlet as the origin of what it says."""
    name = of.outlet.name if of.outlet else of.id
    return Origin(name, "outlet", (of.id,), (name,))


def statement(status: Status, *claims: Claim, gaps: tuple[Disagreement, ...] = ()) -> Statement:
    """Return the statement of these claims, the first one leading; every article is an origin of its own."""
    origins = tuple(Origin(of, "outlet", (of,), (of,)) for of in sorted({item.article_id for item in claims}))
    lead = claims[0]
    return Statement(
        lead.text, lead.id, status, tuple(sorted(claims)), gaps, origins, len(origins), ("setara",)
    )


def quotation(of: Article, whole: str, content: str, speaker: str, name: str) -> QuotationCard:
    """Return a direct quotation."""
    said = Attribution(find(of, speaker), None, name)
    return QuotationCard(
        Quotation(find(of, whole), find(of, content), "direct", None, said, None, None, ()), ()
    )


def dossier(title: str, articles: tuple[Article, ...], **parts: Any) -> Dossier:
    """Return a dossier of these articles with the given parts."""
    empty: dict[str, Any] = {
        "statements": (),
        "quotations": (),
        "timeline": (),
        "summary": (),
        "reuse": (),
        "manifest": {"rujuk": "0.1.0", "inputs": [{"copies": 1}]},
    }
    cards = tuple(card(of) for of in articles)
    return Dossier(story_id(articles[0].id), title, cards, **{**empty, **parts})


_FIRE = statement(
    "agreed",
    claim(LENTERA, "Gudang kayu di Kampung Randu terbakar pada Senin malam"),
    claim(BENTARA, "Kebakaran menghanguskan gudang kayu", "Kampung Randu"),
)
_MOVED = claim(LENTERA, "Petugas mengevakuasi 40 warga")
_FLED = claim(BENTARA, "Sebanyak 55 warga mengungsi", speaker="Jum'at Prawira")
_PEOPLE = statement(
    "disputed",
    _MOVED,
    _FLED,
    gaps=(
        Disagreement(
            "number", (Variant("40", (_MOVED.id,)), Variant("55", (_FLED.id,))), False, "angka beda"
        ),
    ),
)
FIRE = dossier(
    LENTERA.title,
    (LENTERA, BENTARA),
    statements=(_FIRE, _PEOPLE),
    quotations=(
        quotation(
            LENTERA,
            '"Api kami padamkan dalam tiga jam," kata Kepala Dinas Pemadam Randu, Wisnu Artajaya',
            "Api kami padamkan dalam tiga jam",
            "Wisnu Artajaya",
            "Wisnu Artajaya",
        ),
    ),
    timeline=(
        TimelineEntry(
            "2026-04-06", "2026-04-06", "day", _FIRE.id, _FIRE.claims[0].id, find(LENTERA, "Senin malam")
        ),
    ),
    summary=(_FIRE.id,),
    reuse=(
        Reuse(
            LENTERA.id, BENTARA.id, "common_original", None, None, 0.25,
            ((find(LENTERA, "Kampung Randu"), find(BENTARA, "Kampung Randu")),),
        ),
    ),
)  # fmt: skip
BRIDGE = dossier(
    JEMBATAN.title,
    (JEMBATAN,),
    statements=(
        statement(
            "single",
            claim(JEMBATAN, "Jembatan itu dibangun selama dua tahun", modality="denied", speaker="Rini"),
        ),
    ),
)
ARTICLES = (LENTERA, BENTARA, JEMBATAN)
DOSSIERS = (FIRE, BRIDGE)


def recleaned(of: Article, text: str) -> Article:
    """Return the same capture's article with another text, as a better cleaner would make it."""
    return replace(of, text=text, outlet=of.outlet or OutletRef("", "x"))
