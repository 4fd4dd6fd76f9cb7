"""Expressions of time: each test sentence marks the expression in <> and names its TIMEX3 value and interval."""

import itertools
import re

import pytest
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article
from rujuk.annotate.time_grammar import grammar
from rujuk.annotate.times import read_times
from rujuk.lang.base import load
from rujuk.model.annotations import TimeValue
from rujuk.model.text import Article

MONDAY = "2023-09-18T05:31:00+07:00"
WEDNESDAY = "2026-03-04"


def read(
    text: str, published_at: str | None = MONDAY, code: str = "id", **changes: str
) -> tuple[TimeValue, ...]:
    own = article("a", text, published_at=published_at, language=code, **changes)
    return read_times(own, sentences(own), load(code))


def sentences(own: Article) -> list:
    lines = re.finditer(r"[^\n]+", own.text)
    spans = [own.span(*line.span()) for line in lines]
    return [*spans, own.span(0, len(own.title), "title")] if own.title else spans


def marked(text: str) -> tuple[str, list[str]]:
    return re.sub(r"[<>]", "", text), re.findall(r"<(.*?)>", text)


def check(
    text: str, *wanted: str, published_at: str | None = MONDAY, code: str = "id"
) -> tuple[TimeValue, ...]:
    plain, expressions = marked(text)
    times = read(plain, published_at, code)
    assert [time.span.text for time in times] == expressions
    assert [time.timex for time in times] == [*wanted]
    return times


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Rombongan tiba pada <Sabtu (9/9)>.", "2023-09-09"),
        ("Rapat itu digelar <Selasa (5/9/2023)>.", "2023-09-05"),
        ("Laporan terbit <5/9/2023>.", "2023-09-05"),
        ("Perjanjian diteken <6 Nop 2019> di Samora.", "2019-11-06"),
        ("Pesta digelar pada <25 Ags> di alun-alun.", "2023-08-25"),
        ("Ia dilantik <Jum'at, 15 September 2023>.", "2023-09-15"),
        ("Ia dilantik <Jumat, (15/9/2023)> di aula.", "2023-09-15"),
        ("Warga mengungsi sejak <tanggal 3 September 2023>.", "2023-09-03"),
        ("Surat bertanggal <2023-09-14> itu palsu.", "2023-09-14"),
        ("Ia tiba <kemarin (17/9)>.", "2023-09-17"),
        ("Pabrik tutup pada <28 Desember> yang dingin.", "2023-12-28"),
        ("Pabrik buka <8 Juli mendatang>.", "2024-07-08"),
        ("Pabrik tutup <28 Desember lalu>.", "2022-12-28"),
        ("Pabrik tutup <18 September lalu>.", "2023-09-18"),
        ("Ia dilantik <4 Maret 26>, lalu pulang.", "2026-03-04"),
        ("Ia lahir <4 Maret 98>.", "1998-03-04"),
        ("Ia lahir <4-Mar-98>.", "1998-03-04"),
        ("Ia lahir <4 Maret '98> di Garut.", "1998-03-04"),
        ("Ia datang <tanggal 12/2/22>.", "2022-02-12"),
        ("Rapat itu (<12/2/22>) batal.", "2022-02-12"),
        ("Pada <4 Maret> 26 orang ikut.", "2024-03-04"),
        ("Pada <4 Maret> 26,5 ton beras tiba.", "2024-03-04"),
        ("Pesta digelar pada <malam Tahun Baru 2025>.", "2024-12-31"),
        ("Ia akan tiba <besok lusa>.", "2023-09-20"),
    ],
)
def test_calendar_dates(text: str, timex: str) -> None:
    time = check(text, timex)[0]
    assert (time.start_at, time.end_at, time.granularity, time.timex_type) == (timex, timex, "day", "DATE")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Kapal karam <Minggu (21/12/2014) pukul 07.24 WIB> di selat.", "2014-12-21T07:24"),
        ("Kapal karam <Sabtu (9/9) sekitar pukul 21.05 WITA>.", "2023-09-09T21:05"),
        ("Jemaah dihitung hingga <Sabtu (9/9) pukul 16.00 WAS>.", "2023-09-09T16:00"),
        ("Jemaah dihitung hingga <Sabtu (9/9) pukul 16.00 waktu Arab Saudi>.", "2023-09-09T16:00"),
        ("Ia mendarat <Rabu, 13 September 2023, pukul 10:00 WIT>.", "2023-09-13T10:00"),
        ("Toko buka <Senin pukul 8 pagi>.", "2023-09-18T08:00"),
        ("Toko tutup <kemarin pukul 8 malam>.", "2023-09-17T20:00"),
        ("Kapal tiba <pukul setengah tujuh pagi>.", "2023-09-18T06:30"),
        ("Kapal tiba <pukul setengah satu siang>.", "2023-09-18T12:30"),
        ("Kapal tiba <jam setengah delapan malam WIB>.", "2023-09-18T19:30"),
    ],
)
def test_a_day_and_its_clock_time_are_one_expression(text: str, timex: str) -> None:
    time = check(text, timex)[0]
    assert (time.start_at, time.timex_type) == (timex, "TIME")


def test_the_zone_is_kept_beside_the_value() -> None:
    assert read("Gempa terjadi <pukul> pukul 07.24 WIB.")[0].zone == "WIB"


@pytest.mark.parametrize(
    ("text", "timex", "start", "end"),
    [
        ("Hujan turun <Senin pagi> itu.", "2023-09-18TMO", "2023-09-18T05:00", "2023-09-18T10:59"),
        ("Hujan turun <Sabtu (9/9) malam>.", "2023-09-09TNI", "2023-09-09T18:00", "2023-09-09T23:59"),
        ("Hujan turun <kemarin sore>.", "2023-09-17TAF", "2023-09-17T15:00", "2023-09-17T18:29"),
        ("Hujan turun <siang tadi>.", "2023-09-18TAF", "2023-09-18T11:00", "2023-09-18T14:59"),
        ("Hujan turun <semalam>.", "2023-09-17TNI", "2023-09-17T18:00", "2023-09-17T23:59"),
        ("Hujan turun <dini hari tadi>.", "2023-09-18TMO", "2023-09-18T00:00", "2023-09-18T04:59"),
    ],
)
def test_parts_of_the_day(text: str, timex: str, start: str, end: str) -> None:
    time = check(text, timex)[0]
    assert (time.start_at, time.end_at, time.granularity) == (start, end, "part")


@pytest.mark.parametrize(
    ("text", "timex", "published_at"),
    [
        ("Ia berangkat pada <hari Rabu>.", "2023-09-13", MONDAY),
        ("Ia berangkat pada <Rabu>.", "2026-03-04", WEDNESDAY),
        ("Ia berangkat pada <Kamis>.", "2026-02-26", WEDNESDAY),
        ("Ia berangkat pada <Minggu lalu>.", "2023-09-17", MONDAY),
        ("Ia berangkat <dua minggu lalu>.", "2023-W36", MONDAY),
        ("<Minggu lalu> ia berangkat.", "2023-W37", MONDAY),
        ("Ia berangkat <Jumat pekan lalu>.", "2023-09-15", MONDAY),
        ("Ia berangkat <Kamis depan>.", "2023-09-21", MONDAY),
        ("Ia akan berangkat pada <Kamis>.", "2023-09-21", MONDAY),
        ("Ia berangkat <Rabu lalu>.", "2026-02-25", WEDNESDAY),
        ("Ia berangkat <Rabu> setelah tiba.", "XXXX-WXX-3", None),
    ],
)
def test_weekdays(text: str, timex: str, published_at: str | None) -> None:
    time = check(text, timex, published_at=published_at)[0]
    assert time.start_at == ("" if "X" in timex else time.start_at)


@pytest.mark.parametrize(
    ("text", "timex", "start"),
    [
        ("Ia datang <kemarin>.", "2023-09-17", "2023-09-17"),
        ("Ia datang <hari ini>.", "2023-09-18", "2023-09-18"),
        ("Ia datang <lusa>.", "2023-09-20", "2023-09-20"),
        ("Ia datang <pekan lalu>.", "2023-W37", "2023-09-11"),
        ("Persena menang 3-0 <pekan lalu>.", "2023-W37", "2023-09-11"),
        ("Ia datang <bulan depan>.", "2023-10", "2023-10-01"),
        ("Ia datang <tahun ini>.", "2023", "2023-01-01"),
        ("Ia datang <tiga hari lalu>.", "2023-09-15", "2023-09-15"),
        ("Negara itu lahir <64 tahun yang lalu>.", "1959", "1959-01-01"),
        ("Ia datang <setengah jam lalu>.", "2023-09-18T05:01", "2023-09-18T05:01"),
        ("Ia pindah pada <awal tahun 2023>.", "2023", "2023-01-01"),
        ("Ia pindah pada <akhir tahun ini>.", "2023", "2023-09-01"),
        ("Ia pindah pada <pertengahan Juli 2022>.", "2022-07", "2022-07-11"),
        ("Ia pindah <beberapa hari lalu>.", "PAST_REF", ""),
    ],
)
def test_relative_expressions(text: str, timex: str, start: str) -> None:
    assert check(text, timex)[0].start_at == start


@pytest.mark.parametrize(
    ("text", "timex", "start", "end"),
    [
        ("Sidang berlangsung <12-17 September 2023>.", "2023-09-12/2023-09-17", "2023-09-12", "2023-09-17"),
        ("Sidang <30 Agustus hingga 2 September 2023>.", "2023-08-30/2023-09-02", "2023-08-30", "2023-09-02"),
        ("Libur jatuh pada <27─29 September 2023>.", "2023-09-27/2023-09-29", "2023-09-27", "2023-09-29"),
        ("Tradisi itu hidup sejak <1639>.", "1639", "1639-01-01", "1639-12-31"),
        ("Penjualan <Januari-Mei 2023> naik.", "2023-01/2023-05", "2023-01-01", "2023-05-31"),
        ("<Musim 2021/2022> berakhir.", "2021/2022", "2021-01-01", "2022-12-31"),
        ("Laba <kuartal III/2022> turun.", "2022-Q3", "2022-07-01", "2022-09-30"),
        ("Laba <semester I 2022> turun.", "2022-H1", "2022-01-01", "2022-06-30"),
        ("Ia hidup pada <tahun 1970-an>.", "197", "1970-01-01", "1979-12-31"),
        ("Benteng dari <abad ke-19> itu.", "18", "1801-01-01", "1900-12-31"),
        ("Pada <bulan Juli> ia datang.", "2023-07", "2023-07-01", "2023-07-31"),
        ("Sejak <2006> ia tinggal.", "2006", "2006-01-01", "2006-12-31"),
        ("Kontrak untuk pengiriman <Desember>, katanya.", "2023-12", "2023-12-01", "2023-12-31"),
    ],
)
def test_longer_periods(text: str, timex: str, start: str, end: str) -> None:
    time = check(text, timex)[0]
    assert (time.start_at, time.end_at) == (start, end)


@pytest.mark.parametrize(
    ("text", "timex", "kind"),
    [
        ("Ia tinggal selama <enam hari>.", "P6D", "DURATION"),
        ("Ia menunggu <dua setengah jam>.", "PT2.5H", "DURATION"),
        ("Ia menunggu <setengah jam>.", "PT30M", "DURATION"),
        ("Ia menunggu <bertahun-tahun>.", "PXY", "DURATION"),
        ("Ia menunggu <beberapa bulan>.", "PXM", "DURATION"),
        ("Harga naik <sepekan terakhir>.", "P1W", "DURATION"),
        ("Ia menunggu <dua hingga tiga tahun>.", "P2Y/P3Y", "DURATION"),
        ("Ia menunggu <satu dekade>.", "P1DE", "DURATION"),
        ("Latihan digelar <setiap Senin>.", "XXXX-WXX-1", "SET"),
        ("Latihan digelar <setiap tiga bulan>.", "P3M", "SET"),
        ("Latihan digelar <setiap tahunnya>.", "P1Y", "SET"),
        ("Latihan digelar <setiap malam>.", "XXXX-XX-XXTNI", "SET"),
        ("Sampai <saat ini> ia menunggu.", "PRESENT_REF", "DATE"),
        ("Ia cemas akan <masa depan>.", "FUTURE_REF", "DATE"),
        ("Ia berkata <beberapa waktu lalu>.", "PAST_REF", "DATE"),
        ("Jalan itu akan rusak <suatu hari nanti>.", "FUTURE_REF", "DATE"),
        ("Ia menunggu <berjam-jam>.", "PTXH", "DURATION"),
        ("Ia menunggu <berhari-hari>.", "PXD", "DURATION"),
        ("Ia menunggu <beberapa hari>.", "PXD", "DURATION"),
        ("Ia menunggu <berbulan-bulan>.", "PXM", "DURATION"),
    ],
)
def test_durations_sets_and_vague_words(text: str, timex: str, kind: str) -> None:
    time = check(text, timex)[0]
    assert (time.timex_type, time.start_at, time.end_at) == (kind, "", "")


def test_the_narrative_goes_on_from_its_last_day() -> None:
    check(
        "Kapal berlayar <Selasa (5/9/2023)>.\nKapal itu karam <tiga hari kemudian>.\n<Keesokan harinya> kru ditemukan "
        "<pukul 07.00 WITA>.",
        *("2023-09-05", "2023-09-08", "2023-09-09", "2023-09-09T07:00"),
    )


def test_a_date_that_says_when_somebody_spoke_does_not_move_the_narrative() -> None:
    check(
        'Lomba digelar pada <Minggu (10/9/2023)>.\n"Kami siap," kata panitia kepada wartawan, <Jumat (8/9/2023)>.\n'
        "Lomba mulai <pukul 05.30 WIB>.",
        *("2023-09-10", "2023-09-08", "2023-09-10T05:30"),
    )


def test_a_clock_time_belongs_to_the_day_right_after_it() -> None:
    check("Ia tiba <pukul 10.00 WIB>, <Selasa (5/9)>.", "2023-09-05T10:00", "2023-09-05")


def test_a_weekday_alone_is_the_dated_one_named_before() -> None:
    check("Lomba pada <Minggu (24/9/2023)>.\nPanitia sibuk, dan <Minggu> ramai.", "2023-09-24", "2023-09-24")


def test_a_printed_weekday_that_disagrees_is_flagged_and_the_date_kept() -> None:
    time = check("Ia datang <Senin (9/9/2023)>.", "2023-09-09")[0]
    assert time.flags == ("weekday_mismatch",)


@pytest.mark.parametrize(
    "text",
    [
        "Pria berusia 70 tahun itu selamat.",
        "Anak usia 8 hingga 12 tahun ikut lomba.",
        "Budiarto (25) dan Sekar (31) selamat.",
        "Ia membeli 2 unit mobil seharga Rp 2023.",
        "Penerbangan SM 2014 terlambat.",
        "Ada 2000 orang di stadion.",
        "Pasal 12 ayat 3 dibatalkan.",
        "Pria 54 tahun ini selamat.",
        "Ada 31/2 takaran gula.",
        "Peringatan 70 tahun kemerdekaan digelar meriah.",
        "Kota itu memperingati 100 tahun banjir besar.",
        "70 tahun Indonesia merdeka dirayakan warga.",
        "Persena menang 3-2 tahun demi tahun.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == ()


def test_without_publication_day_the_years_come_from_the_texts_own_full_date() -> None:
    times = check(
        "Ia bertemu menteri pada <Sabtu (9/9)>.\nKunjungan dimulai <Selasa (5/9/2023)>.\nKata <Rabu> itu.",
        *("2023-09-09", "2023-09-05", "XXXX-WXX-3"),
        published_at=None,
    )
    assert times[0].anchor == "text"


def test_without_any_anchor_nothing_is_guessed() -> None:
    times = check("Ia tiba <Sabtu (9/9)>, <kemarin>.", "XXXX-09-09", "XXXX-XX-XX", published_at=None)
    assert all(time.start_at == "" for time in times)


def test_two_full_dates_leave_the_anchor_open() -> None:
    check(
        "<3/4/2020> dan <5/6/2021> dan <9 September>.",
        "2020-04-03",
        "2021-06-05",
        "XXXX-09-09",
        published_at=None,
    )


def test_the_title_is_read_by_itself_and_sorted_after_the_body() -> None:
    times = read("Ia datang kemarin.", title="Rabu ini ia datang pukul 06.00 WIB")
    assert [time.span.part for time in times] == ["body", "title", "title"]


def test_full_dates_of_one_month_give_the_year_of_others() -> None:
    check(
        "<3/4/2020> dan <9/4/2020>, lalu <bulan Januari> dan <kemarin>.",
        "2020-04-03",
        "2020-04-09",
        "2020-01",
        "XXXX-XX-XX",
        published_at=None,
    )


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Mr Aldan arrived on <Tuesday>.", "2023-09-12"),
        ("<Last week> he left.", "2023-W37"),
        ("He left on <Saturday, September 9, 2023>.", "2023-09-09"),
        ("He left on <9 September 2023>.", "2023-09-09"),
        ("He left on <Sept. 12 at 9:30 p.m. local time>.", "2023-09-12T21:30"),
        ("He left on <Sept. 12 at 12:45 p.m.>", "2023-09-12T12:45"),
        ("He left on <Sept. 12 at 12:45 a.m.>", "2023-09-12T00:45"),
        ("In <July> he came.", "2023-07"),
        ("He came <three years ago>.", "2020"),
        ("It was built in <the 1970s>.", "197"),
        ("They meet <every Monday>.", "XXXX-WXX-1"),
        ("He stayed for <six days>.", "P6D"),
    ],
)
def test_english(text: str, timex: str) -> None:
    check(text, timex, code="en")


def test_english_ages_and_modal_verbs_are_no_times() -> None:
    assert read("The 25-year-old may march on.", code="en") == ()


@pytest.mark.parametrize("code", ["id", "en"])
def test_no_pattern_repeats_without_bound(code: str) -> None:
    patterns = [rule.pattern.pattern for rule in grammar(load(code)).rules]
    assert patterns
    for pattern in patterns:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
        assert not re.search(r"[*+](?![^(]*\?P)|\{\d+,\}", bare), pattern


@pytest.mark.parametrize(
    "text",
    [
        "9" * 40 + " tahun lalu",
        "99999999999 hari lalu",
        "9999 tahun lagi",
        "31/2/2023",
        "Senin " * 500,
        "1.1." * 999,
        "tahun 0000",
        "0/0/0000 dan 00.00",
        "\u2067ثلاثة أيام\u2069 12 September 9999",
        "tiga " * 300 + "hari",
        "\x00 kemarin",
    ],
)
def test_hostile_text_neither_raises_nor_loses_its_place(text: str) -> None:
    for time in read(text):
        assert text[time.span.start : time.span.end] == time.span.text


WORDS = st.sampled_from(
    ["12", "Senin", "(9/9)", "lalu", "tahun", "dua", "Mei", "-", "2023", "pukul", ".", "07.24", "WIB", "₅"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_times_stand_in_the_text_sorted_and_apart(text: str) -> None:
    times = read(text) if text.strip() else ()
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(times))
    assert all(time.start_at <= time.end_at for time in times)


@pytest.mark.parametrize(
    ("text", "timex", "start", "end"),
    [
        ("Pasar ramai pada <Idulfitri 2033>.", "2033-01-02", "2033-01-02", "2033-01-03"),
        ("Takbir menggema pada <Iduladha 1938>.", "1938-02-10", "1938-02-10", "1938-02-11"),
        ("Warga mengaji pada <Nuzulul Quran 2023>.", "2023-04-08", "2023-04-08", "2023-04-09"),
        ("Ia wafat pada <10 Muharram 1445 H>.", "2023-07-28", "2023-07-28", "2023-07-29"),
        ("Puasa dimulai <1 Ramadan 1444 Hijriah>.", "2023-03-23", "2023-03-23", "2023-03-24"),
        ("Takmir menutup dapur umum selama <Ramadan 1444 H>.", "2023-03-23/2023-04-20", "2023-03-23", "2023-04-21"),
        ("Kuota haji <1446 H> bertambah.", "2024-07-07/2025-06-25", "2024-07-07", "2025-06-26"),
    ],
)  # fmt: skip
def test_days_of_the_hijri_calendar_are_reckoned(text: str, timex: str, start: str, end: str) -> None:
    (time,) = check(text, timex)
    assert (time.start_at, time.end_at, time.flags) == (start, end, ("reckoned",))


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Toko tutup pada <hari Natal>.", "2023-12-25"),
        ("Pasar ramai menjelang <Idulfitri 2023>.", "2023-04-22"),
        ("Harga naik pada <Lebaran tahun depan>.", "2024-04-10"),
        ("Bandara tutup pada <Hari Suci Nyepi 2023>.", "2023-03-22"),
        ("Lampion dipasang menyambut <Imlek>.", "2024-02-10"),
        ("Jalan ditutup pada <Hari Raya Waisak tahun ini>.", "2023-06-04"),
        ("Gereja penuh pada <Jumat Agung> dan <Paskah 1975>.", "2023-04-07 1975-03-30"),
        ("Libur <Kenaikan Isa Almasih 2023> dimanfaatkan warga.", "2023-05-18"),
        ("Warga mudik saat <Maulid Nabi Muhammad SAW tahun lalu>.", "2022-10-08"),
        ("Perajin sibuk menjelang <Natal tahun ini>.", "2023-12-25"),
        ("Buruh turun ke jalan pada <Hari Buruh>.", "2023-05-01"),
        ("Umat merayakan Tahun Baru Saka 1945.", ""),
        ("Klenteng ramai pada <Imlek 1950>.", "1950"),
        ("Kembang api dilarang pada <Tahun Baru 2024>.", "2024-01-01"),
        ("Perayaan <Tahun Baru Imlek> batal.", "2024-02-10"),
        ("Makam itu berasal dari <221 SM>.", "BC0221"),
        ("Kerajaan itu runtuh pada <tahun 1478 M>.", "1478"),
        ("Kemenag melepas jemaah haji <1446 H>/<2025 M>.", "2024-07-07/2025-06-25 2025"),
        ("Pencarian berlangsung hingga <tengah hari>.", "2023-09-18T12:00"),
        ("Hujan reda pada <sore hari ini>.", "2023-09-18TAF"),
        ("Kebakaran terjadi <dini hari tadi>.", "2023-09-18TMO"),
        ("Jalan Pasar Minggu macet.", ""),
        ("Pada <2012> ia lulus. <Setahun sebelumnya>, ia sakit.", "2012 2011"),
        ("Pada <Maret 2021> ia lulus, <dua bulan kemudian> ia bekerja.", "2021-03 2021-05"),
        ("Pasokan berlebih pada <kuartal pertama> dan kedua <tahun depan>.", "2024-Q1 2024"),
        ("Laba turun pada <paruh pertama tahun depan>.", "2024-H1"),
        ("Kontrak berlaku <2010> hingga <2014>.", "2010 2014"),
        ("Kegiatan <sehari-hari> berjalan.", "P1D"),
        ("Listrik padam <saat itu>.", "PAST_REF"),
        ("Kuasa hukum warga, Juni Wiratama, menolak.", ""),
        ("Acara itu dibuka Sekar Juni Wiratama.", ""),
        ("Di Garut, <Juni Ini> rapat dimulai.", "2023-06"),
        ("Pada <Juni> Bupati Tirta berkunjung.", "2023-06"),
        ("Pasar buka <setiap Senin>, <Rabu>, dan <Jumat>.", "XXXX-WXX-1 XXXX-WXX-3 XXXX-WXX-5"),
        ("Museum ramai <tiap akhir pekan>.", "XXXX-WXX-WE"),
        ("Gaji dibayar <setiap tanggal 5>.", "XXXX-XX-05"),
        ("Warga berkumpul pada <malam Minggu>.", "2023-09-16TNI"),
        ("Warga berkumpul, malam <Minggu (17/9)>.", "2023-09-17"),
        ("Ia ditahan <1x24 jam>, lalu <3 x 24 jam>.", "PT24H PT72H"),
        ("Ia menunggu <24 jam>, <24 jam>.", "PT24H PT24H"),
        ("Ia dihukum <1 tahun 6 bulan>.", "P1Y6M"),
        ("Ia dihukum <dua tahun enam bulan>.", "P2Y6M"),
        ("Arca itu dibuat pada <abad ke-3 SM>.", "BC02"),
        ("Lomba digelar pada pekan ke-2 <Juni>.", "2023-06"),
    ],
)
def test_named_days_eras_and_periods(text: str, timex: str) -> None:
    check(text, *timex.split())


@pytest.mark.parametrize(
    ("text", "timex", "flags"),
    [
        ("Loket buka <Senin-Selasa (18-19/9)>.", "2023-09-18/2023-09-19", ()),
        ("Loket buka <Senin dan Selasa (19-20/9/2023)>.", "2023-09-19/2023-09-20", ("weekday_mismatch",)),
        ("Pameran digelar <Rabu hingga Jumat, 20-22 September 2023>.", "2023-09-20/2023-09-22", ()),
        (
            "Pameran digelar <Rabu sampai Jumat, 21-23 September>.",
            "2023-09-21/2023-09-23",
            ("weekday_mismatch",),
        ),
        ("Lomba digelar <Sabtu dan Minggu (30/9-1/10)>.", "2023-09-30/2023-10-01", ()),
        ("Rapat digelar <Senin (16/9/2023)>.", "2023-09-16", ("weekday_mismatch",)),
    ],
)
def test_pairs_of_weekdays_are_held_against_their_days(text: str, timex: str, flags: tuple[str, ...]) -> None:
    (time,) = check(text, timex)
    assert time.flags == flags


def test_every_decreed_day_of_a_pack_is_known_to_the_library() -> None:
    for code in ("id", "en"):
        dates = load(code).dates
        named = {value.partition("=")[2] for value in dates.named_days.values()} - {""}
        if dates.holidays:
            days = country_holidays(
                dates.holidays["country"], years=range(1985, 2027), language=dates.holidays["language"]
            )
            assert named <= {name for text in days.values() for name in text.split("; ")}
        else:
            assert not named


@pytest.mark.parametrize(
    ("text", "timex", "flags"),
    [
        ("Ia tiba, (<16/9/2023>). Rapat dibuka <hari Selasa>.", "2023-09-12", ("anchored_in_text",)),
        ("Ia tiba <Sabtu (16/9/2023)>. Rapat dibuka <Sabtu>.", "2023-09-16", ()),
        ("Ia tiba <16/9/2023>, pulang <18/9/2023>. Rapat dibuka <Rabu>.", "XXXX-WXX-3", ()),
        ("Ia tiba <16/9/2023>. Rapat akan dibuka <Selasa>.", "XXXX-WXX-2", ()),
        ("Ia tiba lebih awal. Rapat dibuka <Selasa>.", "XXXX-WXX-2", ()),
    ],
)
def test_a_weekday_without_publication_day_hangs_on_the_only_date(
    text: str, timex: str, flags: tuple[str, ...]
) -> None:
    plain, expressions = marked(text)
    times = read(plain, None)
    assert [time.span.text for time in times] == expressions
    assert (times[-1].timex, times[-1].flags) == (timex, flags)


@pytest.mark.parametrize("published_at", ["2023-9-18", "2023-09-18", "2023-9-18T08:00:00+07:00"])
def test_a_day_of_publication_may_lack_its_zeros(published_at: str) -> None:
    check("Gempa terjadi <hari ini>.", "2023-09-18", published_at=published_at)


@pytest.mark.parametrize("year", ["0000", "0001", "1343", "1499", "1500", "9999"])
@pytest.mark.parametrize("published_at", ["0001-01-01", "9999-12-31", "2023-09-18"])
def test_years_at_the_ends_of_the_calendars_raise_nothing(year: str, published_at: str) -> None:
    read(
        f"Pada 12 Zulhijah {year} H, Idulfitri {year}, tahun {year} M, besok, lusa, tahun depan.",
        published_at,
    )
    read("Idulfitri tahun depan, Natal lalu, 1 Muharam, abad ke-99, tiga abad lagi.", published_at)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rapat digelar <Jumat ini> di balai.", ["2026-03-06"]),
        ("Rapat digelar <Senin ini> di balai.", ["2026-03-02"]),
        ("Rapat digelar <Rabu ini> di balai.", ["2026-03-04"]),
        ("Rapat digelar <besok> <Kamis> di balai.", ["2026-03-05", "2026-03-05"]),
        ("Rapat digelar <Senin Pon, 2 Maret 2026>, di balai.", ["2026-03-02"]),
        ("Mereka mengaji <setiap malam Jumat>.", ["XXXX-WXX-4TNI"]),
        ("Laba <Q3 2025> naik.", ["2025-Q3"]),
        ("Mobil Audi Q3 <2025> dijual lagi.", ["2025"]),
        ("Harga naik pada <dekade lalu>.", ["201"]),
        ("Warga berkurban pada <Iduladha 1446 H>.", ["2025-06-06"]),
        ("Warga salat <Idulfitri 1446 Hijriah> di lapangan.", ["2025-03-31"]),
        ("Warga berpawai pada <Tahun Baru Islam 1447 H>.", ["2025-06-27"]),
    ],
)
def test_conventions_of_running_news(text: str, wanted: list[str]) -> None:
    check(text, *wanted, published_at=WEDNESDAY)
