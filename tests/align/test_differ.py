from dataclasses import replace

import pytest

from align.reading import EARLY, LATE, PACKS, claims_of, differences, read, told
from rujuk.align.claims import read_claims
from rujuk.align.config import AlignConfig
from rujuk.align.differ import disagreements, values_told
from rujuk.model.annotations import Document

HORSES = "Bagas Wiratama menyerahkan dua ekor kuda."


@pytest.mark.parametrize(
    ("one", "other", "element", "values"),
    [
        pytest.param(
            "Sebanyak 40 rumah rusak di desa itu.", "Sebanyak 65 rumah rusak di desa itu.",
            "number", ["40 rumah rusak", "65 rumah rusak"], id="number",
        ),
        pytest.param(
            "Sekitar 50 rumah rusak.", "Sebanyak 65 rumah rusak.",
            "number", ["65 rumah rusak", "± 50 rumah rusak"], id="number beyond what about allows",
        ),
        pytest.param(
            "Lebih dari 50 rumah rusak.", "Sebanyak 45 rumah rusak.",
            "number", ["45 rumah rusak", "≥ 50 rumah rusak"], id="number below what more than allows",
        ),
        pytest.param(
            "Sebanyak 40-50 rumah rusak.", "Sebanyak 55 rumah rusak.",
            "number", ["40–50 rumah rusak", "55 rumah rusak"], id="number outside a range",
        ),
        pytest.param(
            "Sebanyak 11 orang tewas.", "Sebanyak 13 orang meninggal dunia.",
            "number", ["11 orang tewas", "13 orang meninggal"], id="number in other words",
        ),
        pytest.param(
            "Gudang itu menyimpan 5 ton beras.", "Gudang itu menyimpan 8 ton beras.",
            "number", ["5 t", "8 t"], id="number with a unit",
        ),
        pytest.param(
            "Data itu dihitung hingga 2 Maret 2026 pukul 16.00 waktu Arab Saudi.", "Data itu dihitung hingga 2 Maret 2026 pukul 16.00 WIB.",
            "time", ["16.00 WIB", "16.00 waktu Arab Saudi"], id="one clock time in two zones, even up to which something is counted",
        ),
        pytest.param(
            "Sidang digelar di Nusakarya pada Senin (2/3/2026).", "Sidang digelar di Nusakarya pada Rabu (2/3/2026).",
            "date", ["Rabu 2026-03-02", "Senin 2026-03-02"], id="a weekday that is not the date's",
        ),
        pytest.param(
            "Pesawat NG-2471 mendarat darurat.", "Pesawat NG-2741 mendarat darurat.",
            "number", ["NG2471", "NG2741"], id="two figures of a flight changed places",
        ),
        pytest.param(
            "Pemerintah akan membangun 40 rumah.", "Pemerintah akan membangun 65 rumah.",
            "number", ["40 rumah", "65 rumah"], id="two plans",
        ),
        pytest.param(
            "Harga beras naik 5 persen.", "Harga beras naik 8 persen.", "number", ["5 %", "8 %"], id="bare measure",
        ),
        pytest.param(
            "Rapat itu dibuka pada Minggu (1/3/2026).", "Rapat itu dibuka pada Senin (2/3/2026).",
            "date", ["2026-03-01", "2026-03-02"], id="date in digits",
        ),
        pytest.param(
            "Rombongan itu tiba pada 1 Maret.", "Rombongan itu tiba pada 2 Maret 2026.",
            "date", ["2026-03-01", "2026-03-02"], id="date in words",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pukul 11.40 WIB.",
            "time", ["09.15", "11.40"], id="time",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pukul 09.16 WIB.",
            "time", ["09.15", "09.16"], id="time exact to the minute",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pukul 11.40 Wita.",
            "time", ["09.15 WIB", "11.40 Wita"], id="time in two zones",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pukul 10.40.",
            "time", ["09.15 WIB", "10.40"], id="time of which one has no zone, all else the same",
        ),
        pytest.param(
            "Pusat gempa berada pada koordinat 8,32 LS.", "Pusat gempa berada pada koordinat 8,5.",
            "number", ["8.32 °S", "8.5"], id="latitude that one gives without direction",
        ),
        pytest.param(
            "Gempa pada pukul 07.00 WIB itu berpusat di laut dengan kedalaman 10 km.",
            "Gempa pada pukul 07.00 WIB itu berpusat di laut dengan kedalaman 13 km.",
            "number", ["10 km", "13 km"], id="measures of one moment",
        ),
        pytest.param(
            "Gempa itu berpusat di laut pada kedalaman 10 km.", "Gempa itu berpusat di laut pada kedalaman 13 kilometer.",
            "number", ["10 km", "13 km"], id="depth and depth",
        ),
        pytest.param(
            "Gempa itu berjarak 140 km dari kota pada kedalaman 10 km.",
            "Gempa itu berjarak 140 km dari kota pada kedalaman 13 km.",
            "number", ["10 km", "13 km"], id="depth and depth, beside a distance",
        ),
        pytest.param(
            "Kapal itu tenggelam di Selat Balanga.", "Kapal itu tenggelam di Selat Rimba.",
            "place", ["Selat Balanga", "Selat Rimba"], id="place",
        ),
        pytest.param(
            "Dua ekor kuda tersebut merupakan hadiah dari seorang gubernur di utara.", "Retno Palupi memberikan hadiah ini kepada Bagas.",
            "person", ["Retno Palupi", "gubernur"], id="an office and a name, of a gift told in other words",
        ),
        pytest.param(
            HORSES, "Retno Palupi menyerahkan dua ekor kuda.",
            "person", ["Bagas Wiratama", "Retno Palupi"], id="giver",
        ),
        pytest.param(
            "Bagas Wiratama menerima dua ekor kuda dari Retno Palupi.",
            "Retno Palupi menerima dua ekor kuda dari Bagas Wiratama.",
            "person", ["Bagas Wiratama", "Retno Palupi"], id="giver and taker turned round",
        ),
        pytest.param(
            "Pemerintah menandatangani perjanjian dagang itu.",
            "Pemerintah membantah menandatangani perjanjian dagang itu.",
            "other", ["asserted", "denied"], id="denial of what is asserted",
        ),
        pytest.param(
            "Pemerintah akan menutup pelabuhan itu.", "Pemerintah membantah akan menutup pelabuhan itu.",
            "other", ["asserted", "denied"], id="denial of a plan",
        ),
        pytest.param(
            "Sebanyak 40 rumah rusak, kata Bagas Wiratama.", "Kepala Desa Retno Palupi menyebut 65 rumah rusak.",
            "number", ["40 rumah rusak", "65 rumah rusak"], id="number in the words of two speakers",
        ),
    ],
)  # fmt: skip
def test_a_disagreement(one: str, other: str, element: str, values: list[str]) -> None:
    left, right = read("a1", one), read("b2", other)
    assert told(left, right) == [(element, values)]
    assert differences(left, right) == differences(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Sekitar 50 orang mengungsi.", "Sebanyak 48 orang mengungsi.", id="about 50 and 48"),
        pytest.param("Hampir 2.000 warga mengungsi.", "Sebanyak 1.987 warga mengungsi.", id="almost, and exact"),
        pytest.param("Lebih dari 40 rumah rusak.", "Sebanyak 45 rumah rusak.", id="more than 40 and 45"),
        pytest.param("Sedikitnya 40 rumah rusak.", "Sebanyak 45 rumah rusak.", id="at least 40 and 45"),
        pytest.param("Puluhan rumah rusak.", "Sebanyak 45 rumah rusak.", id="tens and 45"),
        pytest.param("Sebanyak 40 hingga 50 rumah rusak.", "Sebanyak 45 rumah rusak.", id="inside a range"),
        pytest.param("Sebanyak 1,2 juta warga terdampak.", "Sebanyak 1.200.000 warga terdampak.", id="1,2 million"),
        pytest.param("Sebanyak 11 orang tewas.", "Sebanyak 23 orang luka.", id="dead and injured"),
        pytest.param("Badai itu menewaskan 11 orang.", "Badai itu melukai 23 orang.", id="killed and injured"),
        pytest.param("Sebanyak 9 rumah rusak berat.", "Sebanyak 40 rumah rusak ringan.", id="heavy and light damage"),
        pytest.param("Sebanyak 9 rumah rusak berat.", "Sebanyak 40 rumah rusak.", id="a part and the whole"),
        pytest.param("Sebanyak 11 penumpang dewasa naik.", "Sebanyak 13 penumpang naik.", id="some and all passengers"),
        pytest.param("Sebanyak 63 penumpang naik.", "Sebanyak 68 orang naik.", id="only a general noun in common"),
        pytest.param("Ia menerima sepasang kuda.", "Ia menerima dua ekor kuda.", id="a pair and two"),
        pytest.param("Kapal itu mengangkut 63 penumpang.", "Kapal itu mengangkut 63 orang penumpang.", id="classifier"),
        pytest.param("Sebanyak 40 rumah dan 12 rumah lain rusak.", "Sebanyak 65 rumah rusak.", id="one counts it twice"),
        pytest.param("Ia membawa lima ekor kuda.", "Ia membawa lima orang penjaga.", id="five of something else"),
        pytest.param("Rumah ke-3 itu rusak.", "Sebanyak 5 rumah rusak.", id="an ordinal"),
        pytest.param("Gudang itu memuat 5 ton beras.", "Gudang itu memuat 5.000 kilogram beras.", id="two units"),
        pytest.param("Kapal itu tenggelam di Balanga.", "Kapal itu tenggelam di Balanga Barat.", id="contained name"),
        pytest.param("Kapal itu tenggelam di Sukamulya, Balanga.", "Kapal itu tenggelam di Balanga.", id="place and its region"),
        pytest.param(
            "Kapal itu tenggelam di Sukamulya.", "Kapal itu tenggelam di Kertajaya, tak jauh dari Sukamulya.",
            id="a place the other article names too",
        ),
        pytest.param("Kapal itu tiba dari Surabaya.", "Kapal itu tiba di Semarang.", id="from one place, in another"),
        pytest.param(
            "Warga mengungsi di Sukamulya dan di Kertajaya.", "Warga mengungsi di Balanga.", id="one is in two places",
        ),
        pytest.param("Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pukul 10.15 Wita.", id="WIB and Wita"),
        pytest.param(
            "Gempa itu terjadi pukul 09.15 WIB.", "Truk pengangkut pasir terguling di jalan tol pukul 10.40.",
            id="one clock without a zone, and another event",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 23.30 WIB.", "Gempa itu terjadi pukul 00.30 Wita.", id="WIB and Wita over midnight",
        ),
        pytest.param(
            "Gempa itu berpusat di laut pada kedalaman 10 km.", "Gempa itu berpusat di laut pada jarak 13 km.",
            id="a depth and a distance",
        ),
        pytest.param(
            "Pusat gempa berada pada koordinat 8,32 LS.", "Pusat gempa berada pada koordinat 8,32.",
            id="the same latitude, one without direction",
        ),
        pytest.param(
            "Pusat gempa berada pada koordinat 8,32 LS.", "Pusat gempa berada pada koordinat 107,26.",
            id="no latitude goes beyond ninety degrees",
        ),
        pytest.param("Gempa itu terjadi pukul 09.15.", "Gempa itu terjadi pukul 10.15 WIB.", id="a clock without a zone"),
        pytest.param("Gempa itu terjadi pukul 09.15 WIB.", "Gempa itu terjadi pada pagi hari.", id="clock and morning"),
        pytest.param("Badai itu diduga merusak 11 rumah.", "Badai itu merusak 13 rumah.", id="hedged"),
        pytest.param("Apakah 40 rumah rusak?", "Sebanyak 65 rumah rusak.", id="asked"),
        pytest.param(
            "Pemerintah dikabarkan meneken perjanjian itu.", "Pemerintah membantah meneken perjanjian itu.",
            id="a denied rumour that no article asserts",
        ),
        pytest.param(
            "Isu denda itu ramai dibicarakan warga.", "Pemerintah menepis kabar yang ramai dibicarakan di media sosial.",
            id="what a clause about the denied noun tells is not denied",
        ),
        pytest.param(
            "Bagas Wiratama keluar dari Partai Lentera.", "Bagas Wiratama membantah menyuap pejabat usai dipecat dari Partai Lentera.",
            id="other things of one person",
        ),
        pytest.param(
            "Hingga 2 Maret 2026 sebanyak 40 karcis terjual.", "Hingga 4 Maret 2026 sebanyak 65 karcis terjual.",
            id="counted up to another day",
        ),
        pytest.param(
            '"Per pukul 18.00 WIB 40 rumah rusak," kata Bagas Wiratama.',
            '"Sampai pukul 06.00 WIB 40 rumah rusak," kata Bagas Wiratama.', id="up to when it was counted, behind a mark",
        ),
        pytest.param(
            "Pemerintah membantah meneken perjanjian itu.", "Presiden membantah meneken perjanjian itu.", id="both deny",
        ),
        pytest.param(
            "Pemerintah meneken perjanjian dagang itu.",
            "Pemerintah membantah meneken perjanjian dagang ituMenteri hadir.",
            id="a denial in words that a capture glued",
        ),
        pytest.param(
            "Tinggi muka air di pos itu 80 cm pada pukul 07.00 WIB.",
            "Tinggi muka air di pos itu 95 cm pada pukul 09.30 WIB.",
            id="levels at other hours",
        ),
        pytest.param(
            "Itu membutuhkan anggaran sekitar Rp 134 miliar.", "Diskon itu membutuhkan anggaran sekitar Rp 210 miliar.",
            id="what it is the price of is told before",
        ),
        pytest.param(
            "Stimulus itu mencapai Rp 210 miliar.", "Adapun Rp 134 miliar tersebut stimulus pemerintah.",
            id="a sum that is told before",
        ),
        pytest.param(
            "Bagas Wiratama selesai diperiksa penyidik pada pukul 14.50 WIB.",
            "Sinta Palupi selesai diperiksa penyidik pada pukul 18.25 WIB.", id="hours of two persons",
        ),
        pytest.param(
            "Gunung Arga meletus pada pukul 10.20 WIB.", "Gunung Wira meletus pada pukul 17.35 WIB.",
            id="hours of two mountains",
        ),
        pytest.param(
            "Laba bersih perseroan melesat dari perolehan tahun lalu sebesar Rp 26,7 miliar.",
            "Direksi menetapkan anggaran belanja kantor cabang sebesar Rp 20 miliar.", id="sums of two matters",
        ),
        pytest.param("Rapat itu dibuka pada Senin.", "Rapat itu dibuka pada Selasa.", id="weekdays without a date"),
        pytest.param("Rapat itu dibuka kemarin.", "Rapat itu dibuka pada 4 Maret 2026.", id="a day told from the article's"),
        pytest.param("Rapat itu dibuka pada Maret 2026.", "Rapat itu dibuka pada 4 Maret 2026.", id="month and day"),
        pytest.param("Rapat itu dibuka pada 3-5 Maret 2026.", "Rapat itu dibuka pada 4 Maret 2026.", id="days and a day"),
        pytest.param(
            "Bagas Wiratama mengatakan pada Selasa (3/3/2026) bahwa 40 rumah rusak.",
            "Bagas Wiratama mengatakan pada Rabu (4/3/2026) bahwa 40 rumah rusak.", id="days on which it was said",
        ),
        pytest.param(
            "Pemerintah tidak meneken perjanjian itu.", "Pemerintah membantah meneken perjanjian itu.",
            id="negated and denied",
        ),
        pytest.param(
            '"Sebanyak 40 rumah rusak di desa itu," kata Bagas Wiratama, Selasa (3/3/2026).',
            '"Sebanyak 40 rumah rusak di desa itu," kata Bagas Wiratama, Rabu (4/3/2026).',
            id="days on which it was said, behind the speaker",
        ),
        pytest.param(
            "Rapat itu dibuka pada Senin (2/3/2026).", "Rapat itu dibuka pada Selasa (3/3/2026).",
            id="one day is that of publication: it may be when it was said",
        ),
        pytest.param(
            "Rapat itu dibuka pada Senin (1/3/2026).", "Rapat itu dibuka pada Senin (2/3/2026).",
            id="a weekday that is not the date's",
        ),
        pytest.param(HORSES, "Bagas menyerahkan dua ekor kuda.", id="a name and its short form"),
        pytest.param(HORSES, "Sinta Wiratama menyerahkan dua ekor kuda.", id="names that share a word"),
        pytest.param(HORSES, "Retno Palupi menyerahkan tiga ekor sapi.", id="gifts of two kinds"),
        pytest.param(
            "Kapal itu berangkat pada pukul 07.40 WIB.", "Ancaman itu dikirim pada pukul 07.30 WIB.", id="hours of two acts",
        ),
        pytest.param(
            "Pengantin membagikan koin emas seberat 2 gram.", "Maskawin berupa emas 16,6 gram diserahkan.",
            id="a coin and a dowry",
        ),
        pytest.param(
            "Sebanyak 7.991.960 keluarga penerima manfaat sudah dibantu.", "Ada 1.323.459 keluarga penerima manfaat gagal salur.",
            id="counts of two fates",
        ),
        pytest.param(HORSES, "Dua ekor kuda diserahkan kepada Retno Palupi.", id="giver and taker"),
        pytest.param(HORSES, "Bupati menyerahkan dua ekor kuda.", id="a name and an office"),
        pytest.param("Bagas Wiratama menyerahkan bantuan.", "Retno Palupi menyerahkan bantuan.", id="nothing counted"),
    ],
)  # fmt: skip
def test_no_disagreement(one: str, other: str) -> None:
    assert told(read("a1", one), read("b2", other)) == []


@pytest.mark.parametrize(
    ("early", "late", "first", "develops"),
    [
        (EARLY, LATE, 40, True),
        (EARLY, LATE, 60, True),
        (EARLY, "2026-03-03T09:05:00+07:00", 60, True),
        (EARLY, EARLY, 40, False),
    ],
    ids=["rises", "falls", "falls within minutes", "at one time"],
)
def test_a_level_develops_up_and_down(early: str, late: str, first: int, develops: bool) -> None:
    documents = (
        read("a1", f"Ketinggian air banjir di desa itu mencapai {first} cm.", published_at=early),
        read("b2", "Ketinggian air banjir di desa itu mencapai 50 cm.", published_at=late),
    )
    (gap,) = differences(*documents)
    assert (gap.element, gap.develops) == ("number", develops)


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("Delapan orang tewas terseret air.", "Lima orang tewas terseret air."),
        ("Sebanyak 120 rumah terendam air.", "Sebanyak 90 rumah terendam air."),
    ],
)
def test_what_is_counted_in_the_water_does_not_fall(early: str, late: str) -> None:
    (gap,) = differences(read("a1", early, published_at=EARLY), read("b2", late, published_at=LATE))
    assert (gap.element, gap.develops) == ("number", False)


BUGS = pytest.mark.xfail(strict=True, reason="a false disagreement: reported as a bug")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Gempa itu terjadi sekitar pukul 09.15 WIB.", "Gempa itu terjadi pukul 09.30 WIB.",
            id="about a clock time: no reader sets the flag",
        ),
        pytest.param(
            "Gempa itu terjadi pukul 9.", "Gempa itu terjadi pukul 09.20.", id="an hour and a minute of it",
        ),
        pytest.param(
            "Rapat itu berlangsung pukul 09.00-11.00 WIB.", "Rapat itu berlangsung pukul 10.00 WIB.",
            id="a clock time inside a stretch",
        ),
        pytest.param(
            "Sebanyak 3 dari 40 rumah rusak.", "Sebanyak 5 rumah rusak.", id="3 of 40 told as 40",
        ),
        pytest.param(
            "Kapal itu mengangkut 63 penumpang dan 5 awak kapal.", "Kapal itu mengangkut 68 penumpang dan awak kapal.",
            id="two kinds under one number", marks=BUGS,
        ),
        pytest.param(
            "Sebanyak 2.000 warga mengungsi.", "Sebanyak 1.987 warga mengungsi.", id="rounded to thousands",
        ),
        pytest.param(
            "Sebanyak 1,2 juta warga terdampak.", "Sebanyak 1.234.567 warga terdampak.",
            id="rounded to a tenth of a million",
        ),
        pytest.param(
            "Rapat itu digelar di Bandung.", "Rapat itu digelar di Indonesia.", id="a city and its country",
        ),
        pytest.param(
            "Rapat itu digelar di Desa Rejosari.", "Rapat itu digelar di Kabupaten Balanga.",
            id="a village and a regency, which holds villages",
        ),
        pytest.param(
            "Rapat itu digelar di Bandara Rejosari.", "Rapat itu digelar di Bandara Internasional Rejosari.",
            id="a longer name of one place",
        ),
        pytest.param(
            "Rapat itu digelar di Desa Rejo Sari.", "Rapat itu digelar di Desa Rejosari.",
            id="a name written apart and together",
        ),
        pytest.param(
            "Bagas Wiratama bersama Retno Palupi menyerahkan dua ekor kuda.", HORSES, id="two give together",
        ),
        pytest.param(
            "Bagas Wiratama menemui Retno Palupi untuk menyerahkan dua ekor kuda.", HORSES,
            id="the taker stands before the verb",
        ),
        pytest.param(
            "Pemerintah akan membangun 40 rumah.", "Pemerintah membangun 65 rumah.", id="planned and done",
        ),
    ],
)  # fmt: skip
def test_no_disagreement_either(one: str, other: str) -> None:
    assert told(read("a1", one), read("b2", other)) == []


def test_one_article_does_not_disagree_with_itself() -> None:
    own = read("a1", "Sebanyak 40 rumah rusak di desa itu.\nSebanyak 65 rumah rusak di desa itu.")
    assert len(claims_of(own)) == 2
    assert differences(own) == ()


def test_two_reports_of_one_outlet_do_not_dispute() -> None:
    reports = [read("a1", "Sebanyak 40 kios dijual."), read("b2", "Sebanyak 65 kios dijual.", outlet="a1")]
    assert told(*reports) == []
    assert told(*reports, read("c3", "Ada 65 kios dijual.")) == [("number", ["40 kios", "65 kios"])]


def test_articles_in_two_languages_are_not_held_against_each_other() -> None:
    assert told(read("a1", "Sebanyak 40 boats rusak."), read("b2", "Sebanyak 65 boats rusak.")) != []
    english = read("b2", "The storm damaged 65 boats.", language="en")
    assert len(claims_of(english)) == 1
    assert told(read("a1", "Sebanyak 40 boats rusak."), english) == []


def test_pairs_that_are_not_surely_one_fact_are_not_held_against_each_other() -> None:
    members = claims_of(read("a1", "Sebanyak 40 rumah rusak."), read("b2", "Sebanyak 65 rumah rusak."))
    nowhere = {"a1": frozenset[str](), "b2": frozenset[str]()}
    assert disagreements(members, set(), {}, nowhere, PACKS) == ()
    left, right = (item.claim.id for item in members)
    for sure in ({(left, right)}, {(right, left)}):
        assert [gap.element for gap in disagreements(members, sure, {}, nowhere, PACKS)] == ["number"]


def test_values_name_the_claims_that_give_them() -> None:
    documents = [
        read("a1", "Sebanyak 40 rumah rusak."),
        read("b2", "Sebanyak 65 rumah rusak."),
        read("c3", "Ada 40 rumah rusak."),
    ]
    (gap,) = differences(*documents)
    ids = {item.claim.article_id: item.claim.id for item in claims_of(*documents)}
    assert [(item.value, set(item.claim_ids)) for item in gap.variants] == [
        ("40 rumah rusak", {ids["a1"], ids["c3"]}),
        ("65 rumah rusak", {ids["b2"]}),
    ]
    assert gap.why == "40 rumah rusak / 65 rumah rusak"


def test_those_who_deny_stand_against_those_who_assert() -> None:
    documents = [
        read("a1", "Pemerintah menandatangani perjanjian itu."),
        read("b2", "Pemerintah membantah menandatangani perjanjian itu."),
        read("c3", "Pemerintah dikabarkan menandatangani perjanjian itu."),
    ]
    (gap,) = differences(*documents)
    ids = {item.claim.article_id: item.claim.id for item in claims_of(*documents)}
    assert {item.value: item.claim_ids for item in gap.variants} == {
        "asserted": (ids["a1"],),
        "denied": (ids["b2"],),
    }


@pytest.mark.parametrize(
    "charge",
    ["Wirya Utama didakwa membakar pasar itu.", "Wirya Utama membakar pasar itu."],
    ids=["charged", "told"],
)
def test_who_denies_the_deed_does_not_deny_the_charge(charge: str) -> None:
    documents = [read("a1", charge), read("b2", "Wirya Utama membantah membakar pasar itu.")]
    assert bool(differences(*documents)) is ("didakwa" not in charge)


def test_a_longer_form_of_a_name_is_no_third_variant() -> None:
    gaps = differences(
        read("a1", HORSES),
        read("b2", "Retno Palupi menyerahkan dua ekor kuda."),
        read("c3", "Sri Retno Palupi menyerahkan dua ekor kuda."),
    )
    assert [[item.value for item in gap.variants] for gap in gaps] == [["Bagas Wiratama", "Retno Palupi"]]


def test_several_differences_come_sorted_by_element() -> None:
    found = told(
        read("a1", "Sebanyak 40 rumah rusak pada Minggu (1/3/2026)."),
        read("b2", "Sebanyak 65 rumah rusak pada Senin (2/3/2026)."),
    )
    assert [element for element, _ in found] == ["date", "number"]


DEAD_11, DEAD_13 = "Sebanyak 11 orang tewas.", "Sebanyak 13 orang tewas."


@pytest.mark.parametrize(
    ("one", "at", "other", "later", "expected"),
    [
        pytest.param(DEAD_11, EARLY, DEAD_13, LATE, True, id="grows"),
        pytest.param("Sebanyak 900 orang tewas.", EARLY, "Sebanyak 1.100 orang tewas.", LATE, True, id="by value"),
        pytest.param("Lebih dari 11 orang tewas.", EARLY, "Sebanyak 9 orang tewas.", LATE, False, id="falls below"),
        pytest.param(DEAD_13, EARLY, DEAD_11, LATE, False, id="falls"),
        pytest.param(DEAD_11, EARLY, DEAD_13, EARLY, False, id="two figures at one time"),
        pytest.param(DEAD_11, "2026-03-03", DEAD_13, "2026-03-04", False, id="days without a clock"),
        pytest.param(DEAD_11, None, DEAD_13, LATE, False, id="one without a time"),
        pytest.param(DEAD_11, "Selasa 3 Maret, T-09", DEAD_13, LATE, False, id="one that cannot be read"),
        pytest.param("Sebanyak 11 kios dijual.", EARLY, "Sebanyak 13 kios dijual.", LATE, False, id="no toll"),
        pytest.param(DEAD_11, EARLY, DEAD_13, "2026-03-03T12:00:00+07:00", True, id="three hours later"),
        pytest.param(DEAD_11, EARLY, DEAD_13, "2026-03-03T11:59:00+07:00", False, id="too soon to be a later count"),
        pytest.param(DEAD_11, EARLY, DEAD_13, "2026-03-03T08:00:00+00:00", True, id="grows, in two zones"),
        pytest.param(DEAD_13, LATE, DEAD_11, "2026-03-03T15:00:00+00:00", False, id="falls, in two zones"),
        pytest.param(DEAD_11, "2026-03-03T09:00:00", DEAD_13, "2026-03-03T18:00:00", True, id="without zones"),
    ],
)  # fmt: skip
def test_a_toll_develops_in_the_order_of_publication(
    one: str, at: str | None, other: str, later: str, expected: bool
) -> None:
    (gap,) = differences(read("a1", one, published_at=at), read("b2", other, published_at=later))
    assert (gap.element, gap.develops) == ("number", expected)


NOON = "2026-03-03T12:00:00+07:00"
DEAD_17 = "Sebanyak 17 orang tewas."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((DEAD_11, DEAD_13, DEAD_17), [(["11", "13", "17"], True)], id="always grows"),
        pytest.param((DEAD_11, DEAD_13, DEAD_13), [(["11", "13"], True)], id="grows and stays"),
        pytest.param(
            (DEAD_11, DEAD_17, DEAD_13),
            [(["13", "17"], False), (["11", "13", "17"], True)],
            id="grows and falls",
        ),
        pytest.param((DEAD_17, DEAD_13, DEAD_11), [(["11", "13", "17"], False)], id="always falls"),
    ],
)
def test_a_toll_of_three_reports(texts: tuple[str, str, str], expected: list[tuple[list[str], bool]]) -> None:
    told = zip(("c3", "a1", "b2"), texts, (EARLY, NOON, LATE), strict=True)
    gaps = differences(*(read(key, text, published_at=at) for key, text, at in told))
    found = [([item.value.split()[0] for item in gap.variants], gap.develops) for gap in gaps]
    assert sorted(found) == sorted(expected)


def test_rough_clock_times_around_midnight_are_near() -> None:
    def rough(document: Document) -> Document:
        return replace(document, times=tuple(replace(item, flags=("about",)) for item in document.times))

    late = read("a1", "Gempa itu terjadi pukul 23.55 WIB.")
    assert told(rough(late), rough(read("b2", "Gempa itu terjadi pukul 00.05 WIB."))) == []


def test_a_rough_clock_time_is_near_within_half_an_hour() -> None:
    def rough(document: Document) -> Document:
        return replace(document, times=tuple(replace(item, flags=("about",)) for item in document.times))

    own = rough(read("a1", "Gempa itu terjadi pukul 09.15 WIB."))
    assert told(own, read("b2", "Gempa itu terjadi pukul 09.44 WIB.")) == []
    assert told(own, read("b2", "Gempa itu terjadi pukul 09.45 WIB.")) == [("time", ["09.15", "09.45"])]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Adam Bright won the game", {}),
        ("Robert Krane won the game", {"number": ("9 rebounds", "16 rebounds")}),
    ],
    ids=["another person", "one in another spelling"],
)
def test_a_part_is_of_whoever_stands_before_it(other: str, expected: dict[str, tuple[str, str]]) -> None:
    texts = {
        "a1": "Robert Crane scored 20 points and had nine rebounds.",
        "b2": f"{other} and had 16 rebounds.",
    }
    parts = [
        item
        for key, text in texts.items()
        for item in read_claims(read(key, text, language="en"), PACKS, AlignConfig(), fine=True)
        if item.claim.text.startswith("had")
    ]
    assert values_told(*parts, {}, PACKS) == expected


def test_two_figures_of_one_article_are_of_two_things() -> None:
    one = read("a1", "Wirya Utama melatih tujuh musim di Sembada.")
    other = read("b2", "Wirya Utama bermain 11 musim di Sembada.")
    both = read("c3", "Wirya Utama bermain 11 musim di Sembada. Wirya Utama melatih tujuh musim di Sembada.")
    assert told(one, other) == [("number", ["11 musim", "7 musim"])]
    assert differences(one, other, both) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Sebanyak 612 orang tewas dalam gempa itu pada Februari 2021.",
            "Sebanyak 10 orang tewas dalam gempa itu.",
        ),
        (
            "Sebanyak 580 orang tewas di Iran dan Israel.",
            "Sebanyak 386 orang tewas di Iran.",
        ),
        (
            "Sebanyak 1.323.459 keluarga mengalami gagal salur bantuan.",
            "Bantuan itu telah disalurkan kepada 7.991.160 keluarga.",
        ),
        (
            "Harga emas PT Arta Mulia hari ini Rp 1.945.000 per gram.",
            "Harga emas PT Wirya Logam hari ini Rp 1.888.000 per gram.",
        ),
        (
            "Harga emas PT Arta Mulia hari ini Rp 1.945.000 per gram.",
            "Harga emas hari ini Rp 1.888.000 per gram.",
        ),
    ],
    ids=["long ago", "a part of a sum", "what failed", "another seller", "a seller that only one names"],
)
def test_a_figure_of_something_else_does_not_differ(one: str, other: str) -> None:
    assert told(read("a1", one, published_at=EARLY), read("b2", other, published_at=EARLY)) == []


def test_prices_of_one_seller_differ() -> None:
    texts = (
        f"Harga emas PT Arta Mulia hari ini Rp {price} per gram." for price in ("1.945.000", "1.954.000")
    )
    assert told(*(read(key, text) for key, text in zip("ab", texts, strict=True)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Gempa itu tercatat hingga Rabu (4/3), pukul 06.04 WIB.",
            "Gempa itu tercatat pukul 09.30 WIB.",
        ),
        ("Gempa itu terjadi sesaat setelah pukul 09.30 WIB.", "Gempa itu terjadi pukul 09.33 WIB."),
    ],
    ids=["a day stands between", "told roughly in two words"],
)
def test_clock_times_that_do_not_differ(one: str, other: str) -> None:
    assert told(read("a1", one), read("b2", other)) == []


def test_a_long_figure_is_shown_whole() -> None:
    found = told(
        read("a1", "Gudang itu memuat 12.345.678,5 kilogram beras."),
        read("b2", "Gudang itu memuat 23.456.789,5 kilogram beras."),
    )
    assert found == [("number", ["12345678.5 kg", "23456789.5 kg"])]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Pengisian daya hanya membutuhkan 15 menit dari 50 persen ke 100 persen.", []),
        ("Pengisian daya hanya membutuhkan 15 menit ke 100 persen.", []),
        ("Pengisian daya hanya membutuhkan 15 menit dari 50 persen ke 90 persen.", ["number"]),
    ],
    ids=["the same figures", "some of them", "another figure"],
)
def test_parts_of_claims_that_print_the_same_figures_do_not_differ(other: str, expected: list[str]) -> None:
    one, two = claims_of(
        read("a", "Cas 15 menit mengisi daya dari 50 persen ke 100 persen."), read("b", other)
    )
    pair = (one.claim.id, two.claim.id)
    told = {pair: {"number": ("100 %", "90 %")}}
    found = disagreements((one, two), {pair}, {}, {"a": frozenset(), "b": frozenset()}, PACKS, told)
    assert [gap.element for gap in found] == expected
