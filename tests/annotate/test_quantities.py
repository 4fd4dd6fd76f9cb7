"""Quantities: each test sentence marks the number in <> and names value, high end, unit and what is counted."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article
from rujuk.annotate.quantities import read_quantities
from rujuk.annotate.quantity_patterns import patterns
from rujuk.annotate.times import read_times
from rujuk.lang.base import load
from rujuk.model.annotations import Quantity


def read(text: str, code: str = "id") -> tuple[Quantity, ...]:
    own = article("a", text, published_at="2026-03-04", language=code)
    sentences = [own.span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    return read_quantities(own, sentences, read_times(own, sentences, load(code)), load(code))


def check(text: str, code: str = "id") -> tuple[Quantity, ...]:
    quantities = read(re.sub(r"[<>]", "", text), code)
    assert [quantity.span.text for quantity in quantities] == re.findall(r"<(.*?)>", text)
    return quantities


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Ia membawa <lima> perahu karet.", 5, "perahu karet"),
        ("Sebanyak <12> orang tewas di tempat.", 12, "orang tewas"),
        ("<Satu> orang meninggal dunia di rumah sakit.", 1, "orang meninggal"),
        ("Ada <12> orang dilaporkan tewas.", 12, "orang tewas"),
        ("Ada <tiga> korban yang meninggal.", 3, "korban meninggal"),
        ("Ada <lima> orang luka berat.", 5, "orang luka berat"),
        ("Banjir merusak <tujuh> unit rumah.", 7, "rumah"),
        ("Ia melihat <seorang> wanita di pasar.", 1, "wanita"),
        ("Api membakar <sebuah> rumah.", 1, "rumah"),
        ("Ia punya <1.200> ekor sapi.", 1200, "sapi"),
        ("Ada <dua puluh lima ribu> warga di sana.", 25000, "warga"),
        ("Ada <setengah juta> orang di jalan.", 500000, "orang"),
        ("Ia menanam <3,5 juta> pohon.", 3500000, "pohon"),
        ("Polisi menangkap <dua> orang polisi.", 2, "polisi"),
        ("Dari <318> peserta lansia itu.", 318, "peserta lansia"),
        ("Warga <seratus sebelas> desa itu.", 111, "desa"),
        ("Ada <dua ratus lima puluh> kursi.", 250, "kursi"),
        ("Ada <seribu> tenda di bukit.", 1000, "tenda"),
        ("Tercatat <27.654.120.908> suara.", 27654120908, "suara"),
        ("Ia menjual <10 ton> beras.", 10, "beras"),
        ("Ada <4> merek di <11> hall utama.", 4, "merek"),
        ("Ada <1,200> orang di sana.", 1200, "orang"),
        ("Ada <dua> perangkat terbarunya di toko.", 2, "perangkat terbarunya"),
        ("Sebanyak <212> saham diam di tempat.", 212, "saham"),
        ("Namanya terdiri atas <dua> suku kata.", 2, "suku kata"),
        ("Ada <dua> rumah, kata Tirta.", 2, "rumah"),
        ("Ada <dua> korban kata Tirta.", 2, "korban"),
        ("Operasi itu diikuti <1.300> lanjut usia.", 1300, "lanjut usia"),
        ("Ada <2.000> (penumpang) di kapal.", 2000, "penumpang"),
        ("Ada <5> (lima) orang di kapal.", 5, "orang"),
        ("Kebakaran merugikan <11> KK/<30> jiwa.", 11, "kk"),
        ("<Tiga> di antaranya dirawat.", 3, ""),
        ("<Tiga> dari <lima> desa terendam.", 3, "desa terendam"),
        ("<Dua> atau <tiga> perahu datang.", 2, "perahu"),
        ("Badai menelan <dua lusin> nyawa.", 24, "nyawa"),
        ("Ia membawa <satu> berkah bagi desa.", 1, "berkah"),
        ("Ia merebut <tiga> gelar bergengsi.", 3, "gelar bergengsi"),
        ("Ada <lima> negara tumbuh di kawasan itu.", 5, "negara"),
        ("Ada <20> wargaArjosari di sana.", 20, "warga"),
        ("Ada <1,5 juta> dari Kementerian Sosial.", 1_500_000, ""),
        ("Pemerintah menjalankan Program <3 Juta> Rumah di desa-desa.", 3_000_000, "rumah"),
        ("Ada <nol> kasus di desa itu.", 0, "kasus"),
        ("Ada <½ juta> orang di jalan.", 500_000, "orang"),
        ("Ada <2½ juta> orang di jalan.", 2_500_000, "orang"),
        ("Ada <1/2 juta> orang di jalan.", 500_000, "orang"),
        ("RI mengirim <120> personel.", 120, "personel"),
        ("<1> dari <5> anak di desa itu sakit.", 1, "anak"),
        ("<Dua> hal itulah yang penting.", 2, "hal"),
        ("Bus membawa <12> penumpang ke hulu.", 12, "penumpang"),
    ],
)
def test_counts_and_what_is_counted(text: str, value: int, counted: str) -> None:
    first = check(text)[0]
    assert (first.value, first.counted, first.bound) == (value, counted, "exact")
    assert isinstance(first.value, int)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("<Tiga> dari <lima> korban tewas di tempat.", ["korban tewas", "korban"]),
        ("<2> dari <7> penumpang luka berat.", ["penumpang luka berat", "penumpang"]),
        ("Sebanyak <tujuh> dari <sepuluh> warga menolak.", ["warga", "warga"]),
        ("Baru <1> dari <5> yang pulang.", ["", ""]),
        ("<Tiga> orang dari <lima> keluarga menolak.", ["orang", "keluarga"]),
        ("Jumlahnya naik menjadi <9> dari <6> kasus.", ["", "kasus"]),
        ("Harganya turun <2> dari <5 persen>.", ["", ""]),
        ("<Lima> korban tewas di tempat.", ["korban tewas"]),
        ("Dari <5> warga, <2> orang pulang.", ["warga", "orang"]),
    ],
)
def test_a_part_counts_what_its_whole_counts(text: str, counted: list[str]) -> None:
    assert [each.counted for each in check(text)] == counted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Nilainya <Rp 4,1 triliun>.", 4_100_000_000_000, "IDR"),
        ("Kerugian <Rp312.400.000> itu.", 312_400_000, "IDR"),
        ("Kerugian <Rp 2 M> itu.", 2_000_000_000, "IDR"),
        ("Harganya <RP 5.000> saja.", 5000, "IDR"),
        ("Harganya <Rp 458 per saham>.", 458, "IDR/share"),
        ("Harganya <60 dolar AS per barel>.", 60, "USD/barrel"),
        ("Harganya <US$ 6,5 juta>.", 6_500_000, "USD"),
        ("Harganya <50 juta rupiah>.", 50_000_000, "IDR"),
        ("Produksi <6,2 juta barel per hari>.", 6_200_000, "barrel/day"),
        ("Kenaikan <5 persen> tercapai.", 5, "%"),
        ("Banjir merendam <sepertiga> desa itu.", 100 / 3, "%"),
        ("Sawah rusak <tiga perempat> bagian.", 75, "%"),
        ("Warga itu <setengah dari> penduduk desa.", 50, "%"),
        ("Kenaikan <2,5%> tercapai.", 2.5, "%"),
        ("Melaju <60 km/jam> di tol.", 60, "km/h"),
        ("Luasnya <600 ribu hektare>.", 600_000, "ha"),
        ("Ombak setinggi <2 meter> datang.", 2, "m"),
        ("Gempa magnitudo <5,0> terasa.", 5, "magnitude"),
        ("Gempa M <5,2> terasa.", 5.2, "magnitude"),
        ("Ia meraih <tiga poin> penuh.", 3, "point"),
        ("Ia naik ke peringkat <5> dunia.", 5, "rank"),
        ("Ia di posisi <ke-15> klasemen.", 15, "rank"),
        ("HUT <ke-80> kota itu.", 80, "ordinal"),
        ("Ia menang <14 kali> berturut-turut.", 14, "times"),
        ("Pria berusia <25 tahun> itu.", 25, "year"),
        ("Budiarto (<25>) selamat.", 25, "year"),
        ("Budiarto (<25 tahun>) selamat.", 25, "year"),
        ("Sekar Budiarto, <31 tahun>, selamat.", 31, "year"),
        ("Pelaku AR, laki-laki, <27 tahun>, ditangkap.", 27, "year"),
        ("Di usia <25>, ia pensiun.", 25, "year"),
        ("Pekan ini musisi <49 tahun> itu tampil.", 49, "year"),
        ("Hadiahnya <US$10,000> saja.", 10_000, "USD"),
        ("Hadiahnya <US$10,000,000> saja.", 10_000_000, "USD"),
        ("Tarifnya <Rp 1,299 juta> sehari.", 1_299_000, "IDR"),
        ("Tiket sehargaWati<Rp 49 ribu> itu.", 49_000, "IDR"),
        ("Kurs <Rp 16.500 per dolar AS> hari ini.", 16_500, "IDR/USD"),
        ("Iuran <Rp 2 juta>/tiga bulan.", 2_000_000, "IDR"),
        ("Ponsel dengan memori <26GB> itu.", 26, "GB"),
        ("Mesin <1.5L> itu irit.", 1.5, "L"),
        ("Mesin <1.5 L> turbo itu irit.", 1.5, "L"),
        ("Ia mencatat <23+ poin> semalam.", 23, "point"),
        ("Gempa di <8.27LS> itu.", 8.27, "°S"),
        ("Luasnya <1.386 km²> saja.", 1386, "km²"),
        ("Ruang <5> x <3 meter> itu kosong.", 5, "m"),
        ("Air mengalir <500 liter/detik> di pintu.", 500, "L/s"),
        ("Tenaganya <204 PS> penuh.", 204, "PS"),
        ("Jaringan <20 KVA> itu.", 20, "kVA"),
        ("Indeks berada di level <16.312> pagi ini.", 16_312, ""),
        ("Sekar Budiarto, <31>, selamat.", 31, "year"),
        ("Warga usia <60 tahun> ke atas.", 60, "year"),
        ("Wadah itu berisi <2½ liter>.", 2.5, "L"),
        ("Beratnya <3 1/2 kilogram>.", 3.5, "kg"),
        ("Luasnya <3/4 hektare>.", 0.75, "ha"),
        ("Suhu turun hingga <minus 5 derajat Celsius>.", -5, "°C"),
        ("Suhu di puncak <-5°C> semalam.", -5, "°C"),
        ("Suhu naik plus minus <5 derajat Celsius>.", 5, "°C"),
        ("Laba turun minus <5 persen>.", 5, "%"),
        ("Produksi <35 juta kaki kubik per hari>.", 35_000_000, "ft³/day"),
        ("Sawah seluas <1.200 hektare> kering.", 1200, "ha"),
        ("Bunga itu <nol persen> setahun.", 0, "%"),
        ("Kolam <5>x<3>x<2 meter> itu dalam.", 5, "m"),
        ("Kolam <5>x<3 meter> itu dalam.", 5, "m"),
        ("Layar <1920>x<1080 piksel> itu tajam.", 1920, "px"),
    ],
)
def test_money_measures_and_other_units(text: str, value: float, unit: str) -> None:
    found = check(text)[0]
    assert (found.value, found.unit, found.counted) == (value, unit, "")


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "counted"),
    [
        ("Ada <10-15> orang di sana.", 10, 15, "", "orang"),
        ("Ada antara <10 dan 15> rumah.", 10, 15, "", "rumah"),
        ("Ada <10 hingga 15> rumah.", 10, 15, "", "rumah"),
        ("Ada <dua-tiga> orang.", 2, 3, "", "orang"),
        ("Ada <2-3 juta> orang.", 2_000_000, 3_000_000, "", "orang"),
        ("Harga <52-57 dolar AS>.", 52, 57, "USD", ""),
        (
            "Laba <11,5 miliar dolar AS hingga 17,2 miliar dolar AS>.",
            11_500_000_000,
            17_200_000_000,
            "USD",
            "",
        ),
        ("Bantuan <Rp 5.000 s/d Rp 6.000>.", 5000, 6000, "IDR", ""),
        ("Ada <20-an> siswa.", 20, 29, "", "siswa"),
        ("Upahnya <Rp 41 hingga Rp 44 jutaan> sebulan.", 41_000_000, 44_000_000, "IDR", ""),
        ("Ongkosnya <Rp 2-3 M> setahun.", 2_000_000_000, 3_000_000_000, "IDR", ""),
        ("Harga <1 jutaan> saja.", 1_000_000, 1_999_999, "", ""),
        ("Film itu menarik <54 ribuan> penonton.", 54_000, 54_999, "", "penonton"),
        ("Memasuki usia <50-an> itu.", 50, 59, "year", ""),
        ("Suhunya <26–31°C> siang ini.", 26, 31, "°C", ""),
        ("Ada <belasan> orang.", 11, 19, "", "orang"),
        ("Ada <puluhan ribu> rumah.", 10_000, 99_999, "", "rumah"),
        ("Anak usia <8 hingga 12 tahun> ikut.", 8, 12, "year", ""),
        ("Ada <dua puluhan> orang di sana.", 20, 29, "", "orang"),
        ("Ada <tiga ratusan> rumah di sana.", 300, 399, "", "rumah"),
        ("Nilainya <tiga jutaan> sebulan.", 3_000_000, 3_999_999, "", ""),
        ("Harganya <2.068 yen hingga 2.442>, kata dealer.", 2068, 2442, "JPY", ""),
        ("Candi berusia <ribuan tahun> itu roboh.", 1000, 9999, "year", ""),
        ("Korban berusia <50-an tahun> itu selamat.", 50, 59, "year", ""),
        ("Ada <seribuan> orang di sana.", 1000, 1999, "", "orang"),
    ],
)
def test_ranges(text: str, value: int, high: int, unit: str, counted: str) -> None:
    found = check(text)[0]
    assert (found.value, found.high, found.unit, found.counted) == (value, high, unit, counted)
    assert (found.bound, found.approximate) == ("range", True)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Sekitar <50> orang datang.", "about"),
        ("Kurang lebih <50> orang datang.", "about"),
        ("Hampir <50> orang datang.", "about"),
        ("Lebih dari <50> orang datang.", "at_least"),
        ("Setidaknya <50> orang datang.", "at_least"),
        ("Tak kurang dari <50> orang datang.", "at_least"),
        ("Bantuan hingga <Rp 50 juta> cair.", "at_most"),
        ("Paling banyak <50> orang datang.", "at_most"),
        ("Jumlahnya mencapai <50> orang.", "exact"),
        ("Sejumlah <50> orang datang.", "exact"),
        ("Nilainya <Rp 2 miliar> lebih.", "at_least"),
        ("Ia membuat <10>+ assist musim itu.", "at_least"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert check(text)[0].bound == bound


def test_scores_keep_both_numbers_in_their_order() -> None:
    found = check("Tim tamu kalah <1-2> di kandang lawan.")[0]
    assert (found.value, found.high, found.unit) == (1, 2, "score")
    found = check("Persena menang <3-0> semalam.")[0]
    assert (found.value, found.high, found.unit) == (3, 0, "score")


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Persena menang <2-1>, <3-0> pekan ini.", [(2, 1), (3, 0)]),
        ("Persena menang <3-1> (<21-25>, <25-17>, <25-23>, <27-25>).", [(3, 1), (21, 25), (25, 17), (25, 23), (27, 25)]),
        ("Persena takluk <0-6> dari lawannya.", [(0, 6)]),
        ("Persena pulang dengan <0-6> saja.", [(0, 6)]),
    ],
)  # fmt: skip
def test_scores_one_after_the_other(text: str, scores: list[tuple[int, int]]) -> None:
    found = check(text)
    assert [(item.value, item.high, item.unit) for item in found] == [(*score, "score") for score in scores]


def test_a_pair_of_numbers_that_counts_something_is_no_score() -> None:
    assert [item.unit for item in check("Persena menang <2-1>, lalu <0-6> orang pulang.")] == ["score", ""]


def test_two_counts_of_one_thing_share_it() -> None:
    first, second = check("Ia mencetak <15> dan <18> gol.")
    assert (first.counted, second.counted) == ("gol", "gol")


def test_a_scale_and_a_unit_are_shared_by_two_numbers() -> None:
    first, second = check("Tiketnya <75> dan <100 ribu rupiah> sehari.")
    assert (first.value, first.unit, second.value) == (75_000, "IDR", 100_000)


def test_drones_and_people_never_meet() -> None:
    first, second = check("<Lima> drone dan <5> orang.")
    assert first.value == second.value
    assert first.counted != second.counted


@pytest.mark.parametrize(
    "text",
    [
        "Sejumlah warga datang.",
        "Surat nomor 15/2023 itu batal.",
        "Perkara No. 12/PUU-XI/2019 itu batal.",
        "Rumah di RT 05/RW 03 terbakar.",
        "Penerbangan GA-123 dan KA 77 batal.",
        "Penerbangan GA 123 tujuan Sembada ditunda.",
        "Pesawat itu, GA 123, mendarat.",
        "GA 123 tujuan Sembada ditunda.",
        "EO 14257 memandang kawasan itu netral.",
        "Mobil 4x4 itu ditinggal.",
        "Saluran itu ada di kanal digital 28 UHF.",
        "Mereka berkumpul di titik nol kilometer.",
        "Satuan itu pergi.",
        "Ia menginap di kamar 305.",
        "Pasal 5 ayat (2) dicabut.",
        "Ia memakai Zafira 13 Pro di rumah.",
        "Toko itu menjual Zafira nova 13 dan aksesorinya.",
        "Sopir mengira Vanto 8 CSH laris, padahal stok di gudang masih menumpuk.",
        "Indeks S&P 500 melemah lagi.",
        "Stok cukup untuk satu atau dua hari ke depan.",
        "Tim itu lolos ke perempat final dan pulang setengah hati.",
        "Kota itu masuk Wilayah 4, kata Tirta.",
        "Spesifikasi Kamera Zafira Nova 13 Pro",
        "Sistem wOS 26 belum maksimal di ponsel lama.",
        "Mobil Vanto M6 dijual lagi.",
        "Jaringan 5G itu padam.",
        "Gol Persena dicetak Wiratama (21', 45'+3) dan Palupi (58’).",
        "Salah seorang pemilik warung mengadu.",
        "Perpanjangan STNK 5 tahunan dibuka.",
        "Gol itu lahir pada menit 36 lewat sundulan.",
        "Polisi dari Densus 88 Antiteror datang ke rumah itu.",
        "Jemaah hajiKloter 12 tiba.",
        "Rapat di Kelurahan 20 Hulu.",
        "Hubungi 0812-3456-7890 segera.",
        "Ia memakai Boeing 737 baru itu.",
        "Pandemi Covid-19 usai.",
        "Salah satu warga datang.",
        "Ia tiba pukul 07.24 WIB, Selasa (3/3/2026).",
        "Ia menunggu enam hari.",
        "1. Bawa payung.",
        "Titik di 6.1751 LS.",
        "Kode " + "7" * 40 + " salah.",
        "Ia dijerat Pasal 55 Ayat (1) ke-1 KUHP.",
        "Mereka bertemu di Graha Tinta '98, Samora.",
        "Sistem vantoOS 26 dijual minggu lalu.",
        "Ia bermain dalam Serigala Terakhir 2 yang laris itu.",
        "Toko itu menjual Vanto Supra X 125 dan suku cadangnya.",
        "Konselor di Direktorat Benua 1 Kementerian Luar Negeri Tirta Wiratama berkata bahwa surat dari kota itu sudah tiba di meja kerjanya pagi tadi.",
        "Tradisi itu berlangsung sejak 1639 di desa.",
        "Daftar calon 2025tahap 1 diumumkan.",
        "Mereka ialah Tirta;3. Yudha datang.",
        "Pemenang lomba: 1. Tirta Wiratama",
        "Mereka menginap di hotel bintang 5.",
        "Ia dijerat Pasal 5 dan 6.",
        "SamoraSalah satu aktris datang.",
        "Penerbangan lain ialah Sanggar TR 260 Samora-Sembada dan Sanggar TR 261 Sembada-Samora.",
        "Pameran digelar di Hall 5 hingga 10.",
        "Mereka berangkat 31 Juni 2026.",
        "Penggemar band Sanggar on 7 Samora berkumpul di alun-alun kota sejak pagi.",
        "Seorang diri ia datang.",
        'Satu per satu, kata ia, "satu-satunya".',
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "counted"),
    [
        ("Masukkan <2 sdm> gula pasir.", 2, None, "tbsp", "gula pasir"),
        ("Gol itu lahir pada menit ke <33>, kata Tirta.", 33, None, "ordinal", ""),
        ("Kampanye itu naik ke <33> provinsi.", 33, None, "", "provinsi"),
        ("Ada <17> kelompok terbang pulang.", 17, None, "", "kelompok terbang"),
        ("Sebanyak <empat> desa sempat kekeringan.", 4, None, "", "desa"),
        ("Ada <12> orang kehilangan rumah.", 12, None, "", "orang"),
        ("Ia mengalami <tiga> luka tembak.", 3, None, "", "luka tembak"),
        ("Ada <dua> bandara dekat gunung itu.", 2, None, "", "bandara"),
        ("Rumah <2> lantai umumnya sempit.", 2, None, "", "lantai"),
        ("Abu menutup Melbourne (<2>) dan Adelaide (<1>).", 2, None, "", ""),
        ("Pelapor, KR, <34>, warga desa itu, datang.", 34, None, "year", ""),
        ("Kasus itu dialami Tupon(<68>), warga desa.", 68, None, "year", ""),
        ("<6> Orang Membawa Parang", 6, None, "", "orang"),
        ("Korban ialah Tirta (<7>).", 7, None, "year", ""),
        ("Baju untuk wanita usia <20-an hingga 30-an>.", 20, 39, "year", ""),
        ("Ada <20-an sampai 30-an> orang datang.", 20, 39, "", "orang"),
        ("Luasnya <2.000 km2>adalah kawasan hutan.", 2000, None, "km²", ""),
        ("Layar itu berkecerahan <2000 nits>.", 2000, None, "cd/m²", ""),
        ("Pesawat itu membawa <442>jemaah haji.", 442, None, "", "jemaah haji"),
        ("Gempa berkekuatan magnitudo (M) <4,8> mengguncang Samora.", 4.8, None, "magnitude", ""),
        ("Gelang <24 karat> seberat <10 gram> itu laku <Rp 19 juta>.", 24, None, "carat", ""),
        ("Omzetnya naik <2x lipat>.", 2, None, "times", ""),
        ("Daya dorongnya <17.155 lbf>.", 17155, None, "lbf", ""),
    ],
)
def test_classes_of_running_news(
    text: str, value: float, high: float | None, unit: str, counted: str
) -> None:
    first = check(text)[0]
    assert (first.value, first.high, first.unit, first.counted) == (value, high, unit, counted)


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("About <50> people died.", 50, "", "people died"),
        ("He got <five> rubber boats.", 5, "", "rubber boats"),
        ("A <$2.3 billion> deal.", 2_300_000_000, "USD", ""),
        ("At least <1,200> soldiers left.", 1200, "", "soldiers"),
        ("<One hundred and twenty> tents burned.", 120, "", "tents burned"),
        ("A <25-year-old> man.", 25, "year", ""),
        ("It rose <2.5 percent>.", 2.5, "%", ""),
        ("<Twenty-five> tanks.", 25, "", "tanks"),
    ],
)
def test_english(text: str, value: float, unit: str, counted: str) -> None:
    found = check(text, "en")[0]
    assert (found.value, found.unit, found.counted) == (value, unit, counted)


@pytest.mark.parametrize("code", ["id", "en"])
def test_no_pattern_repeats_without_bound(code: str) -> None:
    compiled = patterns(load(code).numbers)
    for pattern in (compiled.lead.pattern, compiled.second.pattern):
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern).replace("x*x", "x")
        assert not re.search(r"[*+]|\{\d+,\}", bare.replace("(?![x,.]*", "")), bare


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "9" * 30 + " orang",
        "1.000." * 400,
        "dua " * 900,
        "1-" * 900,
        "Rp " * 900,
        "٣ orang, ² orang, ½ orang",
        "1" + ".000" * 8 + " orang",
        "\x00 5 \u2028 orang",
        "(" * 500 + "5" + ")" * 500,
        "0,0000000001 persen",
    ],
)
def test_hostile_text_neither_raises_nor_loses_its_place(text: str) -> None:
    for quantity in read(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text


WORDS = st.sampled_from(
    [
        "12",
        "lima",
        "juta",
        "Rp",
        "orang",
        "tewas",
        "-",
        "hingga",
        "3,5",
        "persen",
        "(25)",
        "%",
        "dan",
        "seorang",
        "₅",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_quantities_stand_in_the_text_sorted_and_apart(text: str) -> None:
    found = read(text) if text.strip() else ()
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(found))


def test_longitude_tied_to_its_latitude_is_read() -> None:
    assert [(item.value, item.unit) for item in check("Titik gempa <5,6 LS>-<107,2 BT>.")] == [
        (5.6, "°S"),
        (107.2, "°E"),
    ]


@pytest.mark.parametrize("words", ["setidaknya ada", "sedikitnya terdapat", "paling tidak ada"])
def test_bound_before_the_verb_of_being(words: str) -> None:
    (found,) = check(f"Kata polisi, {words} <30> warga di sana.")
    assert (found.value, found.bound, found.counted) == (30, "at_least", "warga")


def test_a_difference_in_age_is_no_age() -> None:
    told = read("Ia beda usia 10 tahun dengan adiknya. Adiknya usia 25 tahun.")
    assert [item.value for item in told if item.rule == "age"] == [25]
