"""Line rules of the packs."""

import pytest

from rujuk.clean.lines.rules import rules_of
from rujuk.lang.base import load_all

RULES = rules_of(load_all())


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Baca juga: Harga Cabai Turun", "related"),
        ("BACA JUGA:Harga Cabai Turun", "related"),
        ("Simak Video 'Detik-detik Feri Terbakar':", "related"),
        ("Temukan konten Kabar Teluk menarik lainnya di Google News", "related"),
        ("di WhatsApp Anda", "related"),
        ("Iklan", "ad"),
        ("Advertisement", "ad"),
        ("SCROLL TO CONTINUE WITH CONTENT", "ad"),
        ("GULIR UNTUK LANJUT BACA", "ad"),
        ("Foto: Rahmat Lakina/Kabar Teluk", "caption"),
        ("Editor: Yusuf Arkana", "credit"),
        ("Sumber: Russia Today", "credit"),
        ("Sumber:", "credit"),
        ("Story Code : 1234", "credit"),
        ("(Yusuf Arkana)", "credit"),
        ("(kha)", "credit"),
        ("Silakan masukkan komentar anda!", "comment"),
        ("Bagikan artikel ini", "share"),
        ("Text Sizes", "share"),
        ("Beranda > Nusantara > Wantuli", "menu"),
        ("Tag: #Wantuli #Feri", "tags"),
        ("3 menit yang lalu", "other"),
        ("Kapal itu terbakar.", None),
        ("Baca puisi di panggung, ia menangis.", None),
        ("Sumber api diduga dari ruang mesin.", None),
        ("Foto-foto korban dipajang di balai desa.", None),
        ("Iklan itu ditarik setelah diprotes warga.", None),
        ("Editor buku itu bernama Yusuf.", None),
        ("Share prices fell in Jakarta on Tuesday.", None),
        ("More than ten people were hurt.", None),
    ],
)
def test_labels(line: str, label: str | None) -> None:
    assert RULES.label(line) == label


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Perang itu memperpanjang konflik.[IT/r]", "Perang itu memperpanjang konflik."),
        ("“Api sudah padam,” katanya. (rl/gp)", "“Api sudah padam,” katanya."),
        ("Api sudah padam. Baca juga: Harga Cabai Turun", "Api sudah padam."),
        ("Api [Gambas:Video 20menit] sudah padam.", "Api sudah padam."),
        ("Kementerian itu (ATR/BPN)", "Kementerian itu (ATR/BPN)"),
        ("Api padam (SAR).", "Api padam (SAR)."),
    ],
)
def test_what_is_cut_out_of_a_line(line: str, rest: str) -> None:
    assert RULES.cut(line)[0] == rest


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Penulis: Gita Paramitha", "Gita Paramitha"),
        ("Laporan wartawan kabarteluk.com, Rahmat Lakina", "Rahmat Lakina"),
        ("Oleh Benediktus Lero", "Benediktus Lero"),
        ("Gita Paramitha - Jurnalis", "Gita Paramitha"),
        ("By Pavla Orlend", "Pavla Orlend"),
        ("oleh karena itu warga pulang", None),
        ("By then the fire was out.", None),
        ("Editor: Yusuf Arkana", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    assert RULES.byline(line) == name
