"""Whose act a claim tells, and that reports which name nobody else may have it from the doer."""

from dataclasses import replace

import pytest

from annotate.reader import article
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment, Claim, Elements, Statement
from rujuk.model.text import OutletRef
from rujuk.weigh.actors import doers
from rujuk.weigh.headlines import follow
from rujuk.weigh.origins import open_desk
from rujuk.weigh.statements import weigh
from weigh.builders import outlets

PACKS = load_all()


def read(key: str, text: str, language: str = "id", outlet: str = "") -> tuple[Document, Claim]:
    """Return a report of one sentence and its one claim."""
    page = replace(article(text, language=language), id=key * 16, outlet=OutletRef(outlet, outlet))
    document = annotate(page, packs=PACKS, outlets=outlets())
    span = document.sentences[0]
    return document, Claim((span,), span, "asserted", None, (), Elements())


def told(text: str, language: str = "id") -> list[str]:
    document, claim = read("a", text, language)
    return list(doers(claim, document, PACKS[language]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kementerian Kelautan dan Perikanan menangkap dua kapal asing.", ["Kementerian Kelautan dan Perikanan"]),
        ("Kementerian Kelautan dan Perikanan (KKP) kembali berhasil menangkap dua kapal.", ["Kementerian Kelautan dan Perikanan"]),
        ("PT Rimba Daya (Persero) merombak jajaran direksi.", ["PT Rimba Daya"]),
        ("Presiden Wirya Utama telah resmi mencabut aturan itu.", ["Wirya Utama"]),
        ("Aturan itu dicabut Presiden Wirya Utama.", ["Wirya Utama"]),
        ("Dua kapal asing ditangkap oleh Badan Keamanan Laut.", ["Badan Keamanan Laut"]),
        ("Wirya Utama didakwa melanggar aturan oleh Badan Keamanan Laut.", ["Badan Keamanan Laut"]),
        ("Dua kapal asing ditangkap Badan Keamanan Laut.", ["Badan Keamanan Laut"]),
        ("Wirya Utama ditangkap Badan Keamanan Laut di Sembada.", ["Badan Keamanan Laut"]),
        ("Wirya Utama mencetak gol pada menit ke-34.", []),
        ("Badan Keamanan Laut melihat asap dari kapal itu.", []),
        ("Kapal barang karam di perairan Sembada.", []),
    ],
    ids=[
        "a body acts",
        "a short form and words between",
        "brackets behind a name",
        "a person of an office",
        "an office between",
        "a passive with its agent's word",
        "a passive with more between",
        "a passive without",
        "who is acted on is no doer",
        "what everybody saw",
        "a verb of seeing",
        "nobody acts",
    ],
)  # fmt: skip
def test_doers(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kejaksaan Agung Sita Uang Rp11 Miliar", ["Kejaksaan Agung"]),
        ("KPK Kembali Tangkap Dua Orang di Sembada", ["Komisi Pemberantasan Korupsi"]),
        ("Uang Rp11 Miliar Disita Kejaksaan Agung", ["Kejaksaan Agung"]),
        ("Kejaksaan Agung Didatangi Warga", []),
    ],
    ids=["a bare verb", "a word between", "a passive", "no act"],
)
def test_doers_of_a_headline(title: str, expected: list[str]) -> None:
    page = replace(article("Suasana di Sembada tenang.", title=title), id="a" * 16)
    document = annotate(page, packs=PACKS, outlets=outlets())
    span = document.article.span(0, len(title), "title")
    claim = Claim((span,), span, "asserted", None, (), Elements())
    assert list(doers(claim, document, PACKS["id"])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interpol has officially announced the list.", ["Interpol"]),
        ("Two boats were seized by the Interpol.", ["Interpol"]),
        ("Owen Ellery was arrested on Monday.", []),
    ],
    ids=["a body acts", "an article between", "who is acted on"],
)
def test_english_doers(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wirya Utama - Direktur Keuangan.", ["Kejaksaan Agung"]),
        ("Jabatan itu diisi Wirya Utama sebagai Komisaris Independen.", ["Kejaksaan Agung"]),
        ("Wirya Utama sebagai saksi.", []),
        ("Direktur Keuangan hadir.", []),
    ],
    ids=["a line of a list", "a post given", "no post", "a post without a name"],
)
def test_who_appoints_is_in_the_headline(line: str, expected: list[str]) -> None:
    page = replace(article(line, title="Kejaksaan Agung Punya Pejabat Baru"), id="a" * 16)
    document = annotate(page, packs=PACKS, outlets=outlets())
    span = next(each for each in document.sentences if each.part == "body")
    claim = Claim((span,), span, "asserted", None, (), Elements())
    assert list(doers(claim, document, PACKS["id"])) == expected


def weighed(one: str, other: str) -> Statement:
    reports = [read("a", one, outlet="harian-lazuardi"), read("b", other, outlet="suara-tanjung")]
    documents, claims = [own for own, _ in reports], tuple(claim for _, claim in reports)
    (found,) = weigh([Alignment(claims, (), ())], documents, [], outlets=outlets(), packs=PACKS)
    return found


def test_two_reports_of_one_body_s_act_are_relayed() -> None:
    found = weighed("Kejaksaan Agung menyita uang Rp11 miliar.", "Uang Rp11 miliar disita Kejaksaan Agung.")
    assert (found.status, found.independent) == ("relayed", 1)
    assert any("whose act it is" in line for line in found.why)


def test_what_both_saw_is_agreed() -> None:
    found = weighed("Kapal barang karam di perairan Sembada.", "Kapal barang itu karam di Sembada.")
    assert (found.status, found.independent) == ("agreed", 2)


def test_acts_of_two_are_two() -> None:
    found = weighed(
        "Kejaksaan Agung menyita uang Rp11 miliar.", "Badan Keamanan Laut menyita uang Rp11 miliar."
    )
    assert found.independent == 2


def test_what_an_agency_tells_of_a_body_s_act_may_be_the_body_s_word() -> None:
    documents, claims = zip(
        read("a", "Kejaksaan Agung menyita uang Rp11 miliar, dilansir Kantor Berita Selat.", outlet="harian-lazuardi"),
        read("b", "Uang Rp11 miliar disita Kejaksaan Agung.", outlet="suara-tanjung"),
        strict=True,
    )  # fmt: skip
    told = Alignment(
        tuple(replace(claim, via=via) for claim, via in zip(claims, (("KB Selat",), ()), strict=True)), (), ()
    )
    (found,) = weigh([told], documents, [], outlets=outlets(), packs=PACKS)
    assert found.independent == 1, found.why


def test_a_minister_s_word_and_his_ministry_s_act_are_one() -> None:
    found = weighed(
        "Kementerian Kehutanan menyita kayu itu, kata Menteri Kehutanan Wirya Utama.",
        "Kementerian Kehutanan menyita kayu itu.",
    )
    assert found.independent == 1, found.why


def test_a_headline_s_act_is_of_whoever_it_names_whatever_the_sentence_below_says() -> None:
    page = replace(
        article(
            "Uang Rp11 miliar dari kasus kapal asing itu dipamerkan.",
            title="Kejaksaan Agung Sita Uang Rp11 Miliar Kasus Kapal Asing",
        ),
        id="a" * 16,
    )
    document = annotate(page, packs=PACKS, outlets=outlets())
    span = document.article.span(0, len(page.title), "title")
    claim = Claim((span,), span, "asserted", None, (), Elements())
    desk = open_desk([document], ["Kejaksaan Agung"], outlets(), PACKS)
    assert [node.name for node in follow(claim, desk).doers] == ["Kejaksaan Agung"]
