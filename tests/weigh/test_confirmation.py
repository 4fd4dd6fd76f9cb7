"""Which claims confirm one another: headlines beside leads, and credits that tell no fact."""

from dataclasses import dataclass, replace

import pytest

from rujuk.lang.base import load_all
from rujuk.model.annotations import Attribution, Document, Quotation
from rujuk.model.statement import Alignment, Claim, Elements, Statement
from rujuk.model.text import Article, OutletRef, digest
from rujuk.weigh import weigh
from weigh.builders import outlets

FILLER = "Hujan turun sejak pagi. Jalan sempat ditutup. "


@dataclass(frozen=True)
class Said:
    """A report that says something in its headline ("title"), in its first sentence ("lead"), or in its third ("below")."""

    outlet: str
    where: str
    words: str
    how_many: tuple[str, ...] = ()

    @property
    def article(self) -> Article:
        title = self.words if self.where == "title" else "Kabar Hari Ini"
        before = FILLER if self.where == "below" else ""
        text = (
            f"{FILLER}Warga diminta waspada." if self.where == "title" else f"{before}{self.words}. {FILLER}"
        )
        return Article(
            digest(self.outlet), f"{self.outlet}.txt", None, None, OutletRef(self.outlet, self.outlet), "id", title,
            None, None, None, (), "", (), text,
        )  # fmt: skip

    @property
    def document(self) -> Document:
        art, at, spans = self.article, 0, []
        for sentence in art.text.strip().split(". "):
            spans.append(art.span(at, at + len(sentence)))
            at += len(sentence) + 2
        return Document(art, "full", tuple(spans), (), (), (), (), (), (), ())

    @property
    def claim(self) -> Claim:
        art = self.article
        part = "title" if self.where == "title" else "body"
        start = art.part_text(part).index(self.words)  # type: ignore[arg-type]
        span = art.span(start, start + len(self.words), part)  # type: ignore[arg-type]
        return Claim((span,), span, "asserted", None, (), Elements(how_many=self.how_many))


def weighed(*reports: Said, quotation: Quotation | None = None) -> Statement:
    claims = sorted(report.claim for report in reports)
    documents = [report.document for report in reports]
    if quotation is not None:
        documents[0] = replace(documents[0], quotations=(quotation,))
    pairs = tuple((a.id, b.id) for a in claims for b in claims if a.id < b.id)
    own = Alignment(tuple(claims), (), (), pairs)
    return weigh([own], documents, [], outlets=outlets(), packs=load_all())[0]


SINKS = "Kapal Barang Karam di Perairan Tanjung Lawe"
SANK = "Kapal barang itu karam di perairan Tanjung Lawe"


@pytest.mark.parametrize(
    ("where", "how_many", "independent"),
    [
        ("title", (), 2),
        ("lead", (), 2),
        ("below", (), 1),
        ("below", ("3.0  kapal",), 2),
    ],
    ids=["two headlines", "a headline and a lead", "a headline and what stands below", "with a figure"],
)
def test_a_headline_without_a_figure_confirms_headlines_and_leads(
    where: str, how_many: tuple[str, ...], independent: int
) -> None:
    found = weighed(Said("warta-nusa", "title", SINKS, how_many), Said("harian-lazuardi", where, SANK))
    assert found.independent == independent
    assert any("headline alone" in line for line in found.why) == (independent == 1)


@pytest.mark.parametrize(
    ("left", "right", "independent"),
    [
        ("Pantauan Warta Nusa di lokasi", "Pantauan Harian Lazuardi di lokasi", 1),
        ("Pantauan Warta Nusa di lokasi, kapal barang karam", "Kapal barang itu karam", 2),
        ("Kapal barang karam", "Kapal barang itu karam", 2),
    ],
)
def test_who_looked_is_no_fact(left: str, right: str, independent: int) -> None:
    found = weighed(Said("warta-nusa", "lead", left), Said("harian-lazuardi", "lead", right))
    assert found.independent == independent
    assert any("who looked" in line for line in found.why) == (independent == 1)


@pytest.mark.parametrize(
    "line",
    [
        "Berikut daftar kapal barang yang karam",
        "Hal ini disampaikan kepala pelabuhan di kapal barang",
        "Kamu bisa memilih kapal barang yang berangkat pagi",
    ],
)
def test_what_only_announces_is_no_fact(line: str) -> None:
    found = weighed(Said("warta-nusa", "lead", line), Said("harian-lazuardi", "lead", line))
    assert found.independent == 1
    assert any("what follows" in why for why in found.why)


def test_who_says_it_is_no_fact() -> None:
    left = Said("warta-nusa", "lead", "Kapal karam, kata Kepala Pelabuhan, Wirya Utama, Senin")
    art, words = left.article, left.words
    said, content = art.span(0, len(words)), art.span(0, len("Kapal karam"))
    speaker = Attribution(art.span(words.index("Wirya"), words.index(", Senin")), None, "Wirya Utama")
    quotation = Quotation(said, content, "indirect", None, speaker, None, None, ())
    credit = art.span(words.index("kata"), len(words))
    claim = Claim((credit,), said, "asserted", None, (), Elements())
    other = Said("harian-lazuardi", "lead", "kata Kepala Pelabuhan, Wirya Utama, Senin")
    documents = [replace(left.document, quotations=(quotation,)), other.document]
    own = Alignment(tuple(sorted((claim, other.claim))), (), (), None)
    assert weigh([own], documents, [], outlets=outlets(), packs=load_all())[0].independent == 1


def test_when_and_where_it_was_said_is_no_fact() -> None:
    words = "Kapal karam, kata Wirya dalam jumpa pers mengenai pelayaran rakyat di Pelabuhan Teluk Damai pada Senin siang."
    claims, documents = [], []
    for outlet in ("warta-nusa", "harian-lazuardi"):
        document = Said(outlet, "lead", words).document
        art = document.article
        said, content = art.span(0, words.index(" dalam")), art.span(0, len("Kapal karam"))
        cue = art.span(words.index("kata"), words.index(" Wirya"))
        quotation = Quotation(said, content, "indirect", cue, None, None, None, ())
        documents.append(replace(document, quotations=(quotation,)))
        held = art.span(words.index("kata"), len(words))
        claims.append(Claim((held,), art.span(0, len(words)), "asserted", None, (), Elements()))
    own = Alignment(tuple(sorted(claims)), (), (), None)
    found = weigh([own], documents, [], outlets=outlets(), packs=load_all())[0]
    assert any("who looked" in line for line in found.why)
    assert found.independent == 1
