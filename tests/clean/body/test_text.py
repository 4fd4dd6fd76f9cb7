"""Flattened captures and rows: which lines are body, what becomes of the others."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.clean import clean
from rujuk.lang.base import load_all
from rujuk.model.report import REASONS, Dropped
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

LEAD = "LABUAN TIRO – Sebuah feri yang membawa 48 penumpang terbakar di Selat Wantuli pada Selasa malam, dan tujuh orang masih dicari."
SECOND = "“Api muncul dari ruang mesin dan cepat sekali menjalar ke geladak atas,” kata Nakhoda Daud Lameru kepada para wartawan."
THIRD = "Kepala Kantor SAR Wantuli Rusdi Lambata mengatakan pencarian dilanjutkan pada Rabu pagi dengan empat kapal dan satu helikopter."
LAST = "Belum ada keterangan dari pemilik kapal."
TITLE = "Feri Terbakar di Selat Wantuli, Tujuh Orang Masih Dicari"
BODY = "\n".join((LEAD, SECOND, THIRD, LAST))

Read = Callable[..., Article]

CAPTURE = f"""News

Bisnis

Gaya Hidup

BerandaREGIONAL{TITLE}

{TITLE}
Penulis: Gita Paramitha
Rabu, 15 April 2026 10:31 WIB
Keluarga korban menunggu di Pelabuhan Labuan Tiro. (Foto: Gita Paramitha)

{LEAD}

Baca juga: Tips Aman Naik Feri saat Cuaca Buruk

{SECOND}
ADVERTISEMENT
SCROLL TO CONTINUE WITH CONTENT
{THIRD} [KT/gp]

{LAST}

Sumber: Kantor Berita Karsa
Editor: Yusuf Arkana

TINGGALKAN KOMENTAR

Silakan masukkan komentar anda!
Berita Terkini
Harga Cabai Turun Tiga Hari Berturut-turut di Pasar Wantuli
"""


def labels(article: Article, label: str) -> list[str]:
    return [line.text for line in article.furniture if line.label == label]


class TestPage:
    def test_a_control_for_the_size_of_letters_is_no_headline(self, text: Read) -> None:
        assert text("\n".join((TITLE, "A A A", BODY))).title == TITLE

    def test_a_headline_in_capitals_right_above_a_text_without_a_dateline(self, text: Read) -> None:
        capture = "\n".join(("Beranda", TITLE, LEAD.partition(" – ")[2] or LEAD, SECOND, THIRD, "Redaksi"))
        assert text(capture).title == TITLE

    def test_the_body_and_nothing_else(self, text: Read) -> None:
        assert text(CAPTURE).text == BODY

    def test_what_stands_around_it(self, text: Read) -> None:
        article = text(CAPTURE)
        assert article.title == TITLE
        assert article.byline == "Gita Paramitha"
        assert article.dateline == "LABUAN TIRO"
        assert (article.dateline_place, article.dateline_mark) == ("LABUAN TIRO", None)
        assert article.paragraphs == ()
        assert article.published_at == "2026-04-15T10:31:00+07:00"
        assert article.language == "id"
        assert article.captions == "Keluarga korban menunggu di Pelabuhan Labuan Tiro. (Foto: Gita Paramitha)"

    @pytest.mark.parametrize(
        ("label", "lines"),
        [
            ("related", ["Baca juga: Tips Aman Naik Feri saat Cuaca Buruk"]),
            ("ad", ["ADVERTISEMENT", "SCROLL TO CONTINUE WITH CONTENT"]),
            ("credit", ["Sumber: Kantor Berita Karsa", "Editor: Yusuf Arkana", "[KT/gp]"]),
            ("comment", ["Silakan masukkan komentar anda!"]),
            ("title", [TITLE]),
            ("date", ["Rabu, 15 April 2026 10:31 WIB"]),
        ],
    )
    def test_the_rest_is_kept_with_its_label(self, text: Read, label: str, lines: list[str]) -> None:
        assert labels(text(CAPTURE), label) == lines

    def test_no_word_is_lost(self, text: Read) -> None:
        article = text(CAPTURE)
        kept = "\n".join((article.text, *(line.text for line in article.furniture)))
        assert sorted(re.findall(r"\w+", kept)) == sorted(re.findall(r"\w+", CAPTURE))

    def test_a_long_headline_right_above_the_text(self, text: Read) -> None:
        headline = "Feri Terbakar di Selat Wantuli Saat Pelayaran Malam Menuju Pulau Wasambu, Tujuh Orang Masih Dicari Tim SAR"
        article = text(f"{headline}\n{BODY}\n")
        assert (article.title, article.text) == (headline, BODY)

    def test_a_text_without_a_headline_has_no_title(self, text: Read) -> None:
        article = text(BODY)
        assert (article.title, article.text) == ("", BODY)

    def test_a_section_is_no_title(self, text: Read) -> None:
        assert text(f"Kabar Daerah Kertaloka\n{TITLE}\nNusantara\n{BODY}").title == TITLE

    def test_a_menu_on_one_line_is_no_body(self, text: Read) -> None:
        menu = "\n".join(
            ["Berita · Kolom · Tokoh · Opini · Foto · Video · Indeks · Cuaca · Jadwal · Radio · Peta · Arsip"]
            * 6
        )
        assert text(f"{menu}\n{BODY}").text == BODY

    def test_a_crosshead_stays(self, text: Read) -> None:
        body = "\n".join((LEAD, SECOND, "Penyebab kebakaran", THIRD, LAST))
        assert text(body).text == body

    def test_a_source_inside_a_sentence_stays(self, text: Read) -> None:
        body = "\n".join((LEAD, f"{THIRD} Dikutip dari Karsa."))
        article = text(f"{body}\nDikutip dari Karsa\n")
        assert article.text == body
        assert labels(article, "credit") == ["Dikutip dari Karsa"]

    def test_paragraphs_that_stand_there_twice_are_kept_once(self, text: Read) -> None:
        assert text("\n".join((LEAD, LEAD, SECOND, THIRD, SECOND, LAST))).text == BODY

    def test_nested_copies_of_the_rest_are_not_kept(self, text: Read) -> None:
        capture = "\n".join((LEAD + SECOND + THIRD, LEAD, SECOND + THIRD, SECOND, THIRD))
        assert text(capture).text == "\n".join((LEAD, SECOND, THIRD))

    @pytest.mark.parametrize(
        "lines",
        [
            pytest.param(
                (LEAD, f"{SECOND}Baca JugaPasar Kertajaya Dibuka Lagi{THIRD}", SECOND, THIRD),
                id="links between",
            ),
            pytest.param(
                (LEAD, f"Warga di Wantuli. (Foto: Karsa){SECOND}{THIRD}", SECOND, THIRD),
                id="a caption before",
            ),
            pytest.param((LEAD + SECOND + THIRD,) * 2 + (LEAD, SECOND, THIRD), id="twice"),
            pytest.param(
                (
                    LEAD,
                    SECOND,
                    f"{THIRD}Lihat postingan ini di Instagram",
                    THIRD,
                    "Lihat postingan ini di Instagram",
                ),
                id="a label below",
            ),
        ],
    )
    def test_what_is_glued_into_nested_copies_goes_with_them(
        self, text: Read, lines: tuple[str, ...]
    ) -> None:
        assert text("\n".join(lines)).text == "\n".join((LEAD, SECOND, THIRD))

    def test_a_list_of_teasers_longer_than_the_body_is_not_it(self, text: Read) -> None:
        teasers = [
            f"Warga {name} Menggelar Panen Raya di Sawah Milik Bersama Setelah Tiga Kali Musim Tanam yang Gagal karena Hama"
            for name in (
                "Buton",
                "Sorea",
                "Lande",
                "Meruas",
                "Waimaringi",
                "Labuan Tiro",
                "Kertaloka",
                "Nagabuli",
            )
        ]
        assert text("\n".join((BODY, "Nusantara", *teasers))).text == BODY

    def test_a_report_without_spaces_between_words(self, text: Read) -> None:
        body = "\n".join(
            (
                "十四日午前、架空市の海岸で貨物船が座礁し、乗組員二十二人全員が巡視船に救助された。",
                "海上保安部によると、船は強い風に流され、岩場に乗り上げたとみられる。けが人はいない。",
                "船主の会社は「原因を調べている」と話し、油の流出は確認されていないと説明した。",
                "港は同日夕方まで閉鎖され、定期便の四便が欠航した。十五日には再開する見通しだという。",
            )
        )
        assert text(body).text == body

    def test_a_page_of_captions_is_its_captions(self, text: Read) -> None:
        shown = [
            f"Peserta pawai dari Desa {name} melintas di Teluk Wantuli dengan perahu hias. (Foto: Gita Paramitha)"
            for name in ("Buton", "Sorea", "Lande")
        ]
        article = text("\n".join(("Beranda", *shown, "Redaksi")))
        assert article.text == "\n".join(shown)
        assert text(article.text).text == article.text

    def test_a_mark_names_the_outlet(self, text: Read) -> None:
        body = BODY.replace("LABUAN TIRO –", "LABUAN TIRO, KOMPAS.com –")
        article = text(body)
        assert article.outlet is not None
        assert article.outlet.id == "kompas-com"
        assert article.text == body

    def test_an_unknown_outlet_is_none(self, text: Read) -> None:
        assert text(BODY).outlet is None

    @pytest.mark.parametrize("separator", ["\u2028", "\r\n", "\x85", "\n\0\n"])
    def test_odd_line_ends(self, text: Read, separator: str) -> None:
        assert text(BODY.replace("\n", separator)).text == BODY

    def test_damage_is_noted(
        self, clean_page: Callable[[Page], tuple[Article | Dropped, tuple[object, ...]]]
    ) -> None:
        _, notices = clean_page(Page("a.txt", None, "text", f"{BODY}\0".encode(), "0"))
        assert [notice.reason for notice in notices] == ["repaired"]  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            ("", "empty"),
            (" \n ", "empty"),
            ("Beranda\nBisnis\n", "no_body"),
            ("kata " * 500_000, "too_large"),
        ],
    )
    def test_what_is_no_article(self, content: str, reason: str) -> None:
        result, _ = clean(
            Page("a.txt", None, "text", content.encode(), "0"), packs=load_all(), outlets=load()
        )
        assert isinstance(result, Dropped)
        assert result.reason == reason
        assert reason in REASONS


class TestRow:
    def test_a_body_with_furniture_inside(self, row: Read) -> None:
        isi = "\n".join(
            (LEAD, "Baca Juga", SECOND, "Advertisement", THIRD, "[Gambas:Video 20detik]", LAST, "(kha)")
        )
        article = row(
            title=TITLE,
            text=isi,
            outlet="Karsa",
            author="Gita Paramitha -detikNews",
            published_at="Diperbarui 15 Apr 2026, 10:31 WIB",
        )
        assert article.text == BODY
        assert (article.title, article.byline) == (TITLE, "Gita Paramitha")
        assert article.published_at == "2026-04-15T10:31:00+07:00"
        assert article.outlet is not None
        assert (article.outlet.id, article.outlet.name) == ("", "Karsa")

    def test_a_short_list_at_the_end_stays(self, row: Read) -> None:
        body = f"{LEAD}\nDaftar kapal:\n1. KM Bima\n2. KM Arjuna"
        assert row(title=TITLE, text=body).text == body

    def test_glued_words_stay_glued(self, row: Read) -> None:
        body = BODY.replace("di Selat Wantuli", "diSelat Wantuli")
        assert row(title=TITLE, text=body).text == body

    def test_a_row_may_hold_a_flattened_page(self, row: Read) -> None:
        assert row(title=TITLE, text=CAPTURE).text == BODY
        assert row(text=CAPTURE).title == TITLE

    def test_a_time_without_zone_of_a_national_outlet(self, row: Read) -> None:
        article = row(title=TITLE, text=BODY, outlet="detik.com", published_at="2026-04-15 10:31:00")
        assert article.published_at == "2026-04-15T10:31:00+07:00"
        assert article.date_candidates[0].origin == "row_assumed_zone"

    def test_a_time_without_zone_of_anyone_else_is_a_day(self, row: Read) -> None:
        assert row(title=TITLE, text=BODY, published_at="2026-04-15 10:31:00").published_at == "2026-04-15"

    def test_an_unread_date_is_a_warning(
        self, clean_page: Callable[..., tuple[Article, tuple[object, ...]]]
    ) -> None:
        page = Page(
            "a.jsonl",
            1,
            "row",
            b'{"text":"' + LAST.encode() + b'","title":"J","published_at":"tadi pagi"}',
            "0",
        )
        article, notices = clean_page(page)
        assert article.published_at is None
        assert [notice.reason for notice in notices] == ["unread_date"]  # type: ignore[attr-defined]

    @pytest.mark.parametrize("declared", ["en", "EN-us", "English"])
    def test_a_declared_language_wins(self, row: Read, declared: str) -> None:
        assert row(title=TITLE, text=BODY, language=declared).language == "en"

    @pytest.mark.parametrize(
        ("body", "language"),
        [
            (BODY, "id"),
            (
                "The ferry carried forty-eight passengers when it caught fire in the strait late on Tuesday, officials said.",
                "en",
            ),
            (
                "Die Fähre hatte achtundvierzig Fahrgäste an Bord, als sie am Dienstagabend in der Meerenge in Brand geriet.",
                "de",
            ),
            ("12 34 56 78 90 11 12", "und"),
        ],
    )
    def test_languages(self, row: Read, body: str, language: str) -> None:
        assert row(title="J", text=body).language == language


class TestAsIs:
    @pytest.mark.parametrize("content", ["Baca juga: x", " dua  spasi\r\n\u2028\0akhir ", "x", "\n"])
    def test_every_character_stays(self, text: Read, row: Read, content: str) -> None:
        assert text(content, as_is=True).text == content
        assert row(text=content, as_is=True).text == content

    def test_nothing_at_all_is_empty(self) -> None:
        page = Page("a.txt", None, "text", b"", "0", as_is=True)
        result, _ = clean(page, packs=load_all(), outlets=load())
        assert isinstance(result, Dropped)


LINES = st.sampled_from([
    *BODY.split("\n"), TITLE, "Baca juga: Harga Cabai Turun", "Baca Juga", "Iklan", "Bisnis", "TINGGALKAN KOMENTAR", "Jakarta -",
    "Harga Cabai Turun Tiga Hari Berturut-turut di Pasar Besar Wantuli Menjelang Libur Panjang Pekan Ini", "Penulis", "Gita Paramitha",
    "Rabu, 15 April 2026 10:31 WIB", "Sumber: Karsa", "“Ya,” kata Rusdi.", "Kebakaran itu padam. [KT/gp]", "KM Bima", "© 2026", "(kha)",
    "Warga (kanan) berdiri di dermaga sambil menunggu kabar dari petugas gabungan pada hari Rabu", "Berita Terkini", "WANTULI – Api padam.",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25))
def test_cleaning_twice_is_cleaning_once(lines: list[str]) -> None:
    """`clean(clean(x)) = clean(x)` on the text of flattened captures and of rows."""
    data = "\n".join(lines).encode("utf-8", "replace")
    once, _ = clean(Page("a.txt", None, "text", data, "0"), packs=load_all(), outlets=load())
    if isinstance(once, Article):
        again, _ = clean(
            Page("a.txt", None, "text", once.text.encode(), "0"), packs=load_all(), outlets=load()
        )
        assert isinstance(again, Article)
        assert again.text == once.text
