"""Lines beside the news keep a label, the same in a web page and in flattened text."""

import ast
from collections.abc import Callable, Iterator
from html import escape

import pytest

from project import modules, tree
from rujuk.clean.labels import LABELS
from rujuk.lang.base import load_all
from rujuk.model.text import Article

Read = Callable[..., Article]
TITLE = "Feri Terbakar di Selat Wantuli, Tujuh Orang Masih Dicari"
BODY = (
    "LABUAN TIRO – Sebuah feri yang membawa 48 penumpang terbakar di Selat Wantuli pada Selasa malam, dan tujuh orang masih dicari.",
    "“Api muncul dari ruang mesin dan cepat sekali menjalar ke geladak atas,” kata Nakhoda Daud Lameru kepada para wartawan.",
    "Kepala Kantor SAR Wantuli Rusdi Lambata mengatakan pencarian dilanjutkan pada Rabu pagi dengan empat kapal dan satu helikopter.",
    "Menurut dia, gelombang setinggi dua meter membuat regu penyelam harus menunggu sampai siang.",
)
ABOVE, INSIDE, BELOW = 0, 2, 4

LINES = [
    ("Sumber: Kantor Berita Karsa", "credit", BELOW),
    ("Sumber : BPBD Wantuli", "credit", BELOW),
    ("Dikutip dari Kantor Berita Karsa", "credit", BELOW),
    ("Dilansir dari: Warta Nusa.", "credit", BELOW),
    ("Editor: Yusuf Arkana", "credit", BELOW),
    ("Story Code 2193", "credit", BELOW),
    ("Story Code: 2193", "credit", BELOW),
    ("Kode Berita: 2193", "credit", BELOW),
    ("[IT/r]", "credit", BELOW),
    ("(KT/gp)", "credit", BELOW),
    ("Hak cipta © Kabar Teluk 2026", "credit", BELOW),
    ("Keluarga korban menunggu di Pelabuhan Labuan Tiro. (Foto: Gita Paramitha)", "caption", ABOVE),
    ("Foto: Gita Paramitha/Kabar Teluk", "caption", INSIDE),
    ("Dok. Basarnas Wantuli", "caption", INSIDE),
    ("Video: Detik-detik Feri Terbakar di Selat Wantuli", "caption", INSIDE),
    ("[Video] Detik-detik Feri Terbakar di Selat Wantuli", "caption", INSIDE),
    ("Beranda > Daerah > Wantuli", "menu", ABOVE),
    ("Home » Daerah » Wantuli", "menu", ABOVE),
    ("Tag: feri, Selat Wantuli, kebakaran", "tags", BELOW),
    ("Tags: feri, Selat Wantuli, kebakaran", "tags", BELOW),
    ("#feri #selatwantuli", "tags", BELOW),
    ("Baca juga: Tips Aman Naik Feri saat Cuaca Buruk", "related", INSIDE),
    ("BACA JUGA: Tips Aman Naik Feri saat Cuaca Buruk", "related", INSIDE),
    ("Baca Juga Tips Aman Naik Feri saat Cuaca Buruk", "related", INSIDE),
    ("Saksikan juga video pilihan berikut ini", "related", INSIDE),
    ("Saksikan Live Teluk Pagi:", "related", INSIDE),
    ("Simak berita selengkapnya di halaman selanjutnya.", "related", BELOW),
    ("ADVERTISEMENT", "ad", INSIDE),
    ("SCROLL TO CONTINUE WITH CONTENT", "ad", INSIDE),
    ("Peramban Anda tidak mendukung pemutaran video.", "other", INSIDE),
    ("00:00 / 03:21", "other", INSIDE),
]


def lines_with(line: str, place: int) -> list[str]:
    return [*BODY[:place], line, *BODY[place:]]


def page_with(line: str, place: int) -> str:
    text = "".join(f"<p>{escape(item)}</p>" for item in lines_with(line, place))
    return f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><article>{text}</article></body></html>"


@pytest.mark.parametrize(("line", "label", "place"), LINES, ids=[line for line, _, _ in LINES])
def test_a_line_beside_the_news_is_kept_with_its_label(
    line: str, label: str, place: int, html: Read, text: Read
) -> None:
    for article in (html(page_with(line, place)), text("\n".join([TITLE, *lines_with(line, place)]))):
        assert article.text == "\n".join(BODY)
        assert [item.label for item in article.furniture if item.text == line] == [label]
        assert (line in article.captions.split("\n")) == (label == "caption")


@pytest.mark.parametrize("sign", ["[IT/r]", "(KT/gp)", "(rls)"])
def test_an_editor_s_sign_at_the_end_of_a_paragraph_is_cut_off_and_kept(
    sign: str, html: Read, text: Read
) -> None:
    lines = [*BODY[:-1], f"{BODY[-1]} {sign}"]
    page = f"<html><body><h1>{TITLE}</h1><article>{''.join(f'<p>{line}</p>' for line in lines)}</article></body></html>"
    for article in (html(page), text("\n".join([TITLE, *lines]))):
        assert article.text == "\n".join(BODY)
        assert [(item.label, item.text) for item in article.furniture if item.text == sign] == [
            ("credit", sign)
        ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sumber air di desa itu tercemar solar sejak feri terbakar, kata warga pada Rabu pagi.",
        "Video kebakaran itu beredar luas di media sosial dan telah ditonton lebih dari dua juta kali.",
        "Dilansir Kantor Berita Karsa, feri itu terakhir diperiksa dua tahun lalu di galangan Meruas.",
        "Foto-foto yang dibagikan warga memperlihatkan asap hitam tebal di atas geladak kapal.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_body(sentence: str, html: Read, text: Read) -> None:
    whole = "\n".join(lines_with(sentence, INSIDE))
    assert html(page_with(sentence, INSIDE)).text == whole
    assert text(f"{TITLE}\n{whole}").text == whole


def test_the_address_of_a_video_is_no_caption(html: Read, text: Read) -> None:
    line = "Video: https://rekaman.example/feri-wantuli"
    for article in (html(page_with(line, INSIDE)), text("\n".join([TITLE, *lines_with(line, INSIDE)]))):
        assert article.captions == ""


def constants(node: ast.AST) -> Iterator[str]:
    """Yield the strings that an expression may be, whichever way its conditions fall."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*constants(node.body), *constants(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from constants(value)


def given_labels() -> Iterator[str]:
    for path in modules("clean"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Assign) and any(
                getattr(target, "attr", "") == "label" for target in node.targets
            ):
                yield from constants(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Furniture":
                yield from constants(node.args[0])


def test_every_label_is_known_and_given() -> None:
    patterns = {label for pack in load_all().values() for label in pack.boilerplate.line_patterns}
    assert {*given_labels(), *patterns} - {"end"} == set(LABELS)  # "end" becomes "menu"
