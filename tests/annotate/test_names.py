"""Names, their kinds, and the entities they are joined into."""

import pytest

from annotate.reader import read
from markup import marked, parse
from rujuk.lang.base import load
from rujuk.lang.name_keys import entity_id, normalise
from rujuk.model.annotations import Document

KINDS = {"PER": "per", "ORG": "org", "LOC": "loc"}
CASES = {
    "role and country": "Presiden <loc>Rusia</loc> <per>Wira Antonov</per> tiba kemarin sore.",
    "role of several words": "Rapat dibuka oleh Menteri Luar Negeri <per>Tirta Wibisana</per> pada pagi hari.",
    "rank after role": "Kapolres <loc>Garut</loc> AKBP <per>Darmawan Sutopo</per> memimpin pencarian korban.",
    "field before a comma": "Surat itu diteken Dirjen Hubdat, <per>Lukman Prayoga</per>, kemarin siang.",
    "organisation and person": "Hal itu disampaikan Direktur Utama <org>PT Karya Mandala</org> <per>Budi Santika</per> di kantornya.",
    "organisation with and": "Ia bekerja di <org>Dinas Perhubungan dan Kelautan</org> sejak tahun lalu.",
    "street and town": "Kebakaran terjadi di <loc>Jalan Kenanga</loc>, <loc>Kecamatan Sembada</loc>, sejak subuh.",
    "place by preposition": "Mereka mengungsi ke <loc>Wanasari</loc> karena banjir besar.",
    "particle": "Warga mengenal <per>Salim bin Rahmat</per> sebagai guru mengaji.",
    "initial": "Gugatan diajukan oleh <per>M. Yusron Hadinata</per> pekan lalu.",
    "age": "Korban bernama <per>Rusdi</per> (45) ditemukan selamat.",
    "months and days are none": "Pada Senin, 2 Maret, hujan turun deras.",
    "ordinary words begin sentences": "Banjir merendam sawah. Warga mengungsi. Bantuan belum tiba.",
    "film titles are none": "Mereka menonton film Senja Merah bersama keluarga.",
    "particle on a name": "Bukan warga, <loc>Rusia</loc>-lah yang menolak usul itu.",
    "acronym in capitals only": "Delegasi <loc>AS</loc> membahas as roda yang patah.",
}


@pytest.mark.parametrize("example", CASES.values(), ids=CASES.keys())
def test_mentions(example: str) -> None:
    found = read(parse(example)[0]).mentions
    assert {(KINDS[item.label], item.span.text) for item in found} == marked(example)


def named(document: Document) -> dict[str, set[str]]:
    """Return each entity's full name with the forms its mentions have."""
    return {
        entity.name: {
            form.text for item in document.mentions if item.entity == entity.id for form in item.forms
        }
        for entity in document.entities
    }


def test_short_forms_join_the_full_name_and_keep_the_role() -> None:
    document = read(
        "Presiden Rusia Wira Antonov tiba di sini. Menurut warga, Antonov tampak lelah setelah perjalanan."
    )
    assert named(document)["Wira Antonov"] == {"Wira Antonov", "Antonov"}
    assert next(item for item in document.entities if item.name == "Wira Antonov").roles == (
        "Presiden Rusia",
    )


def test_spellings_with_and_without_hyphen_are_one() -> None:
    document = read("Pemimpin itu, Han Jong-su, datang kemarin. Han Jong Su disambut meriah oleh warga kota.")
    assert len(document.entities) == 1


def test_acronym_defined_in_the_text_joins_its_long_form() -> None:
    document = read("Ia memimpin Badan Pengelola Waduk (BPW) sejak lama. Menurut warga, BPW lamban bekerja.")
    assert named(document)["Badan Pengelola Waduk"] == {"Badan Pengelola Waduk", "BPW"}


def test_aliases_of_the_pack_share_an_id_across_documents() -> None:
    left = read("Delegasi dari Korut tiba di ibu kota kemarin.").entities
    right = read("Delegasi dari Korea Utara tiba di ibu kota kemarin.").entities
    assert left[0].id == right[0].id == entity_id("Korea Utara", "LOC", load("id"))


def test_two_persons_of_one_family_name_stay_apart() -> None:
    document = read("Kasus itu melibatkan Rina Wibisana dan Tirta Wibisana sejak awal tahun lalu.")
    assert set(named(document)) == {"Rina Wibisana", "Tirta Wibisana"}


def test_misspelt_name_joins_the_close_one() -> None:
    document = read("Kapolres AKBP Wishnu Adiputra datang pagi tadi. Whisnu mengatakan warga sudah pulang.")
    assert [item.name for item in document.entities] == ["Wishnu Adiputra"]


def test_title_is_read_with_the_names_of_the_body() -> None:
    document = read(
        "Menurut warga, Rukmana Adiputra sudah pulang.", title="Rukmana Adiputra Diam Saja Usai Rapat Panjang"
    )
    assert [item.span.text for item in document.mentions if item.span.part == "title"] == ["Rukmana Adiputra"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Sergei Antonov", "Sergey Antonov"),
        ("Soerya Zelenskyy", "Surya Zelensky"),
        ("Ma'ruf", "Maruf"),
        ("José", "Jose"),
    ],
)
def test_spellings_of_persons_fall_together(left: str, right: str) -> None:
    assert normalise(left, "PER") == normalise(right, "PER")


def test_place_between_role_and_name_is_known_from_elsewhere() -> None:
    document = read(
        "Bupati Wanasari Tirta Prayoga datang. Warga Kabupaten Wanasari menyambut Tirta dengan meriah sekali."
    )
    assert "Tirta Prayoga" in named(document)


@pytest.mark.parametrize(
    "text",
    [
        "SEMBADA, KABAR SEMBADA – Banjir surut.",
        "Kabar.com, SEMBADA - Banjir surut.",
        "SEMBADA (Antara) — Banjir surut.",
    ],
)
def test_dateline_gives_its_place_and_not_its_outlet(text: str) -> None:
    assert [(item.label, item.span.text) for item in read(text).mentions][:1] == [("LOC", "SEMBADA")]
    assert all("KABAR" not in item.span.text.upper() for item in read(text).mentions)
