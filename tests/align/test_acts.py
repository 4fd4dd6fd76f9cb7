"""What two claims in alike words must have in common to confirm one another."""

from dataclasses import replace

import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.acts import one_act, one_matter, without_sighting
from rujuk.align.claims import ReadClaim
from rujuk.lang.stems import stem


def claim(text: str, title: str = "") -> ReadClaim:
    """Return the one claim of a body, or of a headline."""
    found = claims_of(read("a", text, title=title, language="id"))
    return found[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Pilot mengalihkan penerbangan.", "Penerbangan itu dialihkan pilot.", True),
        ("Kapal barang itu karam di Teluk Lawe.", "Kapal itu karam.", True),
        ("Kebakaran melanda Pasar Sawitan.", "Pasar Sawitan kebakaran.", True),
        ("Pasar Sawitan terbakar.", "Api melalap Pasar Sawitan.", True),
        ("Kapal itu karam di Teluk Lawe.", "Kapal barang tenggelam di Teluk Lawe.", True),
        ("Bupati meresmikan Pasar Sawitan.", "Warga memadati Pasar Sawitan.", False),
        ("Bupati memuji medali emas.", "Medali emas itu hilang.", False),
        ("Bupati mengatakan pasar penuh.", "Pasar itu sepi, Bupati mengatakan.", False),
        ("Pemilik izin mengemudi harus membayar.", "Kabar baik bagi pemilik izin.", False),
        ("Jadwal lengkap Liga Nusa.", "Liga Nusa mengumumkan jadwal.", False),
        ("Warga dibawa ke Rumah Sakit Sawitan.", "Rumah Sakit Sawitan membuka poli baru.", False),
    ],
    ids=[
        "a verb",
        "a root verb",
        "a happening",
        "one happening in two words",
        "the same",
        "another verb",
        "a noun like a verb",
        "a verb of saying",
        "a thing",
        "no verb",
        "a verb in a name",
    ],
)
def test_a_verb_or_a_happening_in_common(one: str, other: str, expected: bool) -> None:
    left, right = claim(one), claim(other)
    assert one_act(left, right, PACKS) is expected
    assert one_act(right, left, PACKS) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sebanyak 11 orang tewas.", "Ada 11 orang.", True),
        ("Sekitar 50 rumah rusak.", "Sebanyak 48 rumah roboh.", True),
        ("Sebanyak 11 medali emas diraih.", "Sebanyak tiga medali emas diraih.", False),
        ("Sebanyak 11 orang tewas.", "Tanah itu seluas 11 hektare.", False),
        ("Kapal itu karam 19 mil laut dari dermaga.", "Kapal karam 19 mil dari dermaga.", True),
        ("Getaran beramplitudo maksimum 47,3 mm.", "Amplitudo getaran maksimum 4,4 mm.", False),
        ("Getaran beramplitudo maksimum 4,4 mm.", "Amplitudo getaran maksimum 4,4 mm.", True),
        ("Lebih dari 30 rumah rusak.", "Sebanyak 41 rumah rusak.", True),
        ("Pria berusia 46 tahun itu ditemukan di kebun.", "Pria berusia 46 tahun itu belum dikenal.", False),
        ("Pria berusia 46 tahun itu ditemukan di kebun.", "Warga menemukan pria berusia 46 tahun.", True),
    ],
)
def test_where_both_count_a_figure_must_be_one(one: str, other: str, expected: bool) -> None:
    assert one_act(claim(one), claim(other), PACKS) is expected


def test_half_of_the_words_need_no_act_but_no_opposite_either() -> None:
    opened, closed, other = (
        claim(f"Indeks saham {act} pada perdagangan hari ini.") for act in ("dibuka", "ditutup", "lesu")
    )
    assert not one_act(opened, closed, PACKS, sure=True)
    assert one_act(opened, other, PACKS, sure=True)
    assert not one_act(opened, other, PACKS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The boy was found in the yard.", "Officers discovered the boy in the yard.", True),
        ("Police continue to search for the gunman.", "Police continue to investigate.", False),
        ("The sheriff's office responded to the call.", "The sheriff's office urged calm.", False),
    ],
)
def test_an_english_act_in_common(one: str, other: str, expected: bool) -> None:
    left, right = (claims_of(read(key, text, language="en"))[0] for key, text in (("a", one), ("b", other)))
    assert one_act(left, right, PACKS) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Bandara melakukan penyesuaian operasional.",
            "Hal itu dilakukan selama masa penyesuaian operasional.",
            False,
        ),
        ("Berdasarkan analisis data terbaru.", "Jadwal disesuaikan berdasarkan data terbaru.", False),
        ("Gunung itu mengalami erupsi besar.", "Gunung itu kembali mengalami erupsi.", True),
        ("Warga mengalami kerugian besar.", "Pedagang juga mengalami kerugian.", False),
        ("Terjadi gempa di laut.", "Gempa terjadi di laut.", True),
    ],
)
def test_a_light_verb_is_no_act(one: str, other: str, expected: bool) -> None:
    assert one_act(claim(one), claim(other), PACKS) is expected


def test_of_two_languages_and_a_pack_without_happenings_nothing_is_known() -> None:
    one = claims_of(read("a", "The ferry ran aground off Lawe.", language="en"))[0]
    other = claims_of(read("b", "A ferry that ran late.", language="en"))[0]
    bare = {**PACKS, "en": replace(PACKS["en"], clauses=replace(PACKS["en"].clauses, happenings=()))}
    assert one_act(one, other, bare)
    assert one_act(one, claim("Kapal karam."), PACKS)


def test_no_happening_is_of_two_groups_or_a_function_word() -> None:
    for pack in PACKS.values():
        groups = [{stem(word, pack.words) for word in entry.split()} for entry in pack.clauses.happenings]
        assert sum(map(len, groups)) == len({word for own in groups for word in own})
        assert not {word for e in pack.clauses.happenings for word in e.split()} & {
            *pack.words.function_words
        }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Api padam pukul 04.30 WIB.", "Petugas memadamkan api pukul 04.45 WIB.", True),
        ("Kedalaman gempa 10 kilometer.", "Pusat gempa berada pada kedalaman 13 kilometer.", True),
        ("Penumpang naik pukul 07.40 WIB.", "Surat ancaman dikirim pukul 07.30 WIB.", False),
        ("Ada 11 warga sakit.", "Sebanyak 13 warga pulang.", False),
    ],
    ids=["one act", "half of the words", "two acts", "only what is counted"],
)
def test_what_differs_is_of_one_matter(one: str, other: str, expected: bool) -> None:
    left, right = claim(one), claim(other)
    assert one_matter(left, right, PACKS) is one_matter(right, left, PACKS) is expected


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Pantauan Warta Nusa di lokasi, kapal barang karam.", "Kapal barang karam."),
        (
            "Berdasarkan pantauan Warta Nusa, Senin pagi, kapal barang karam.",
            "Senin pagi, kapal barang karam.",
        ),
        (
            "Pantauan satelit menunjukkan kapal barang karam.",
            "Pantauan satelit menunjukkan kapal barang karam.",
        ),
        ("Kapal barang karam, menurut pantauan warga.", "Kapal barang karam, menurut pantauan warga."),
    ],
    ids=["who looked and where", "up to the first comma", "without a comma", "at the end"],
)
def test_who_looked_is_no_word_of_the_fact(text: str, stems: str) -> None:
    assert without_sighting(claim(text), PACKS).stems == claim(stems).stems


def test_a_pack_without_sightings_leaves_a_claim_as_it_is() -> None:
    one = claims_of(read("a", "As seen by Nusa Times on site, the ferry sank.", language="en"))[0]
    assert without_sighting(one, PACKS) is one
