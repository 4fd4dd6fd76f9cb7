from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import claims_of, read
from markup import parse
from rujuk.align.claims import dateline_end
from rujuk.model.annotations import Modality

QUOTED = '"Sebanyak 40 rumah rusak di desa itu," '


def texts(body: str, **changes: object) -> list[str]:
    return [item.claim.text for item in claims_of(read("a1", body, **changes))]


@pytest.mark.parametrize(
    ("dateline", "example"),
    [
        pytest.param(
            "BALANGA, WARTA NUSA", "BALANGA, WARTA NUSA – <claim>Banjir merusak 40 rumah</claim>.", id="dash"
        ),
        pytest.param("BALANGA", "(BALANGA) <claim>Banjir merusak 40 rumah</claim>.", id="brackets"),
        pytest.param("Balanga", "Balanga: <claim>Banjir merusak 40 rumah</claim>.", id="colon"),
        pytest.param(
            "Bala (1.5)*", "Bala (1.5)* - <claim>Banjir merusak 40 rumah</claim>.", id="marks of patterns"
        ),
        pytest.param(
            "BALANGA", "<claim>Banjir di BALANGA merusak 40 rumah</claim>.", id="not at the beginning"
        ),
        pytest.param(None, "<claim>Balanga dilanda banjir besar</claim>.", id="none"),
    ],
)
def test_a_dateline_is_no_part_of_a_claim(dateline: str | None, example: str) -> None:
    text, (marked,) = parse(example)
    (found,) = claims_of(read("a1", text, dateline=dateline))
    assert [(span.start, span.end) for span in found.claim.spans] == [(marked.start, marked.end)]


def test_a_dateline_ends_where_the_text_begins() -> None:
    own = read(
        "a1", "BALANGA – Banjir merusak 40 rumah.\nBALANGA dilanda banjir.", dateline="BALANGA"
    ).article
    assert own.text[dateline_end(own) :].startswith("Banjir merusak")


@pytest.mark.parametrize(
    "attribution",
    [
        pytest.param("kata Kepala Dinas Sosial Bagas Wiratama.", id="office and name"),
        pytest.param("ujar Bagas Wiratama.", id="name"),
        pytest.param("kata Bagas Wiratama saat ditemui wartawan di kantornya.", id="occasion behind"),
    ],
)
def test_an_attribution_is_no_claim(attribution: str) -> None:
    (found,) = claims_of(read("a1", QUOTED + attribution))
    assert found.claim.text == "Sebanyak 40 rumah rusak di desa itu"
    assert found.claim.speaker == "Bagas Wiratama"


def test_an_attribution_that_tells_when_is_a_claim_of_the_outlet() -> None:
    quoted, said = claims_of(read("a1", QUOTED + "kata Bagas Wiratama, Selasa (3/3/2026)."))
    assert (quoted.claim.speaker, quoted.times) == ("Bagas Wiratama", ())
    assert (said.claim.text, said.claim.speaker) == ("kata Bagas Wiratama, Selasa (3/3/2026)", None)


def test_a_figure_behind_the_speaker_is_a_claim() -> None:
    body = '"Banjir itu besar sekali," kata Bagas Wiratama, yang menyebut 65 rumah rusak.'
    assert any("65 rumah rusak" in item.claim.text for item in claims_of(read("a1", body)))


@pytest.mark.parametrize(
    ("body", "text", "speaker"),
    [
        pytest.param(QUOTED + "kata Bagas Wiratama.", "Sebanyak 40 rumah rusak di desa itu", "Bagas Wiratama", id="direct"),
        pytest.param(
            'Bagas Wiratama mengatakan: "Sebanyak 40 rumah rusak di desa kami."', "Sebanyak 40 rumah rusak di desa kami",
            "Bagas Wiratama", id="speaker first",
        ),
        pytest.param(
            "Kepala Desa Bagas Wiratama mengatakan bahwa 40 rumah rusak.", "bahwa 40 rumah rusak", "Bagas Wiratama",
            id="indirect",
        ),
        pytest.param("Menurut Bagas Wiratama, 40 rumah rusak.", "40 rumah rusak", "Bagas Wiratama", id="menurut"),
    ],
)  # fmt: skip
def test_quoted_words_are_claims_of_their_speaker(body: str, text: str, speaker: str) -> None:
    (found,) = claims_of(read("a1", body))
    assert (found.claim.text, found.claim.speaker, found.quoted) == (text, speaker, True)


def test_the_outlets_own_words_have_no_speaker() -> None:
    (found,) = claims_of(read("a1", "Banjir merusak 40 rumah di desa itu."))
    assert (found.claim.speaker, found.claim.via, found.quoted) == (None, (), False)


def test_a_claim_names_the_agency_it_was_taken_from() -> None:
    (found,) = claims_of(read("a1", "Sebanyak 40 rumah rusak, demikian dilaporkan Antara, Selasa."))
    assert (found.claim.text, found.claim.via) == ("Sebanyak 40 rumah rusak", ("ANTARA",))


@pytest.mark.parametrize(
    ("body", "modality"),
    [
        pytest.param("Pemerintah meneken perjanjian itu.", "asserted", id="plain"),
        pytest.param(
            "Pemerintah tidak meneken perjanjian itu.", "asserted", id="a plain negation is an assertion"
        ),
        pytest.param("Gubernur Bagas Wiratama membantah bahwa ia menerima uang itu.", "denied", id="denied"),
        pytest.param("Pemerintah membantah tidak meneken perjanjian itu.", "denied", id="a denied negation"),
        pytest.param("Pemerintah tak menampik meneken perjanjian itu.", "asserted", id="an admission"),
        pytest.param("Pelaku diduga melarikan diri ke hutan.", "hedged", id="hedged"),
        pytest.param("Rombongan akan bertolak ke Kota Sembada besok.", "planned", id="planned"),
        pytest.param("Benarkah waduk itu jebol?", "asked", id="asked"),
        pytest.param("Katanya waduk itu jebol semalam.", "hedged", id="hearsay"),
        pytest.param("Jika hujan turun lagi, warga pindah ke balai desa.", "hedged", id="a condition"),
        pytest.param("Gubernur meminta warga pindah ke balai desa.", "planned", id="asked for"),
        pytest.param("Kabar jebolnya waduk itu tidak benar.", "denied", id="said to be untrue"),
        pytest.param(
            "Pemerintah meresmikan jembatan baru di Kota Sembada yang akan dipakai warga.",
            "asserted",
            id="a plan in a relative clause",
        ),
        pytest.param("Diduga pelaku akan melarikan diri.", "hedged", id="hedged before planned"),
    ],
)
def test_modality(body: str, modality: Modality) -> None:
    assert [item.claim.modality for item in claims_of(read("a1", body))] == [modality]


@pytest.mark.parametrize(
    ("body", "negated"),
    [
        pytest.param("Pemerintah tidak menandatangani perjanjian itu.", {"tandatangan"}, id="verb"),
        pytest.param("Kapal itu belum ditemukan.", {"temu"}, id="not yet"),
        pytest.param("Pemerintah menandatangani perjanjian itu.", set(), id="none"),
        pytest.param("Pemerintah membantah menandatangani perjanjian itu.", set(), id="a denial is none"),
        pytest.param("Jembatan itu tidak hanya rusak.", set(), id="not only"),
    ],
)
def test_the_negated_stem_is_recorded(body: str, negated: set[str]) -> None:
    (found,) = claims_of(read("a1", body))
    assert found.negated == negated


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        pytest.param("Foto: Arsip Warta Nusa", [], id="credit"),
        pytest.param("(Foto: Bagas Wiratama/Warta Nusa)", [], id="credit in brackets"),
        pytest.param("Warga Desa Rejosari. Foto: Dok. Pemkab Balanga/Bagas Wiratama", [], id="name and credit"),
        pytest.param("Bagas Wiratama", [], id="name"),
        pytest.param(
            "Warga membersihkan rumah yang rusak diterjang banjir di Rejosari",
            ["Warga membersihkan rumah yang rusak diterjang banjir di Rejosari"], id="sentence",
        ),
        pytest.param("Sebanyak 40 rumah rusak.", ["Sebanyak 40 rumah rusak"], id="short, but with a number"),
    ],
)  # fmt: skip
def test_captions(captions: str, expected: list[str]) -> None:
    document = read("a1", "Banjir melanda desa itu.", captions=captions)
    assert [item.claim.text for item in claims_of(document) if item.claim.part == "caption"] == expected


def test_spans_are_exact() -> None:
    text, marked = parse("<claim>Badai itu merusak 40 rumah</claim>, <claim>menewaskan 11 orang</claim>.")
    found = claims_of(read("a1", text))
    assert [[(span.start, span.end, span.text) for span in item.claim.spans] for item in found] == [
        [(item.start, item.end, item.text)] for item in marked
    ]


def test_members_of_an_enumeration_share_its_head() -> None:
    body = "Ia menerima lima kuda gunung dan satu pelana perak dari gubernur."
    assert {*texts(body)} == {
        "Ia menerima lima kuda gunung",
        "Ia menerima … satu pelana perak dari gubernur",
    }


def test_elements_of_a_claim() -> None:
    (found,) = claims_of(
        read("a1", "Bagas Wiratama membuka 12 sekolah di Desa Rejosari pada Senin (2/3/2026).")
    )
    elements = found.claim.elements
    assert [item.partition(" ")[2] for item in elements.who] == ["Bagas Wiratama"]
    assert [item.partition(" ")[2] for item in elements.where] == ["Desa Rejosari"]
    assert elements.when == ("2026-03-02/2026-03-02",)
    assert elements.how_many == ("12  sekolah",)
    assert {"buka", "seko"} <= {*elements.what}


def test_titles_are_claims_and_places_run_from_0_to_1() -> None:
    document = read(
        "a1", "Banjir merusak rumah.\nWarga mengungsi ke balai.", title="Banjir Melanda Desa Rejosari"
    )
    found = claims_of(document)
    assert [(item.claim.part, item.place) for item in found] == [("body", 0.0), ("body", 0.5), ("title", 1.0)]


def test_a_language_without_a_pack_has_no_claims() -> None:
    assert texts("Banjir merusak 40 rumah.", language="tl") == []


PIECES = [
    QUOTED, "kata Bagas Wiratama, ", "Senin (2/3/2026), ", "Banjir merusak 40 rumah dan 12 sekolah ", "yang rusak, ",
    "setelah ", "BALANGA – ", ". ", "\n", "“", "”", "tidak ", "membantah ", "\x00", "di Desa Rejosari ", "? ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_claims_read_back_and_lie_in_their_sentence(body: str) -> None:
    document = read("a1", body, dateline="BALANGA")
    found = claims_of(document)
    assert len({item.claim.id for item in found}) == len(found)
    for item in found:
        assert all(document.article.holds(span) for span in (*item.claim.spans, item.claim.sentence))
        assert all(left.end <= right.start for left, right in pairwise(item.claim.spans))
        assert all(span.text.strip() == span.text for span in item.claim.spans)
        assert 0 <= item.place <= 1
