"""A web page to its body: what is decided after the classifier, and when another extractor is believed."""

from dataclasses import replace

import pytest

from clean.reading import desk
from rujuk.clean.article import Desk
from rujuk.clean.body.webpage import MAX_DESCRIPTION, body_of_markup, context_of
from rujuk.clean.lines.classifier import LineModel, Reading
from rujuk.clean.lines.features import Context
from rujuk.clean.lines.line import Sorted
from rujuk.clean.markup.blocks import parse

LEAD = "KERTALOKA – Pemerintah Kota Kertaloka menutup sementara Pasar Lande setelah atap bangsal ikan runtuh pada Sabtu subuh."
REST = (
    "Dua pedagang tertimpa genting dan dibawa ke rumah sakit, menurut kepala pasar, Abdul Kadir Lantong.",
    "“Kami sudah tiga kali meminta atap itu diperbaiki,” kata Wa Ode Sarina, yang berjualan di sana sejak 2009.",
    "Pemeriksaan bangunan akan selesai pekan depan, kata juru bicara pemerintah kota, Melati Sombo.",
)
OTHER = tuple(
    f"Warga Desa {name} memanen padi lebih awal tahun ini karena hujan datang sebelum waktunya di sana."
    for name in ("Buton", "Sorea", "Lande", "Meruas")
)


def read(markup: str, tools: Desk | None = None) -> tuple[Sorted, str]:
    tree = parse(markup)
    assert tree is not None
    return body_of_markup(tree, markup, "", tools or desk())


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def blind(*, chance: float) -> Desk:
    """Return tools whose classifier says the same of every line."""
    reading = Reading({}, 30 * (2 * chance - 1))
    return replace(desk(), models=replace(desk().models, web=LineModel(reading, reading, 0.5)))


def test_a_page_is_its_paragraphs() -> None:
    page, disputed = read(f"<nav><a href=/>Beranda</a></nav><article>{paragraphs(LEAD, *REST)}</article>")
    assert page.body == [LEAD, *REST]
    assert disputed == ""


def test_a_page_that_we_read_badly_is_read_as_the_others_agree() -> None:
    markup = f"<html><body><article>{paragraphs(LEAD, *REST, *OTHER)}</article></body></html>"
    page, disputed = read(markup, blind(chance=0))
    assert page.body == [LEAD, *REST, *OTHER]
    assert disputed.endswith("taken: trafilatura")


def buttons(before: str = "", after: str = "") -> str:
    """Return a page in which nothing is text to other extractors."""
    inside = "".join(f"{before}<button>{line}</button>{after}" for line in REST)
    return f"<html><body>{inside}</body></html>"


def test_where_the_others_do_not_agree_ours_is_kept_and_flagged() -> None:
    page, disputed = read(buttons("<div><div>", "</div></div>"), blind(chance=1))
    assert page.body == list(REST)
    assert disputed.endswith("taken: own")


def test_others_are_not_asked_where_the_densest_element_is_our_body() -> None:
    page, disputed = read(buttons(), blind(chance=1))
    assert page.body == list(REST)
    assert disputed == ""


def test_others_are_asked_about_every_page_where_that_is_wanted() -> None:
    tools = blind(chance=1)
    _, disputed = read(buttons(), replace(tools, config=replace(tools.config, borne_out=1.1)))
    assert disputed.endswith("taken: own")


def test_a_gallery_is_its_captions() -> None:
    shown = ("Perahu hias melintas di Teluk Wantuli saat pawai laut.", "Penonton memenuhi dermaga sejak pagi.",
             "Anak-anak menari di atas perahu milik Desa Sorea.", "Pawai ditutup dengan doa bersama di pantai.")  # fmt: skip
    markup = "".join(f"<figure><img src=x><figcaption>{line}</figcaption></figure>" for line in shown)
    page, _ = read(f"<article>{markup}</article>", blind(chance=1))
    assert page.body == list(shown)
    assert page.captions == []


def test_captions_far_from_a_gallery_are_those_of_other_stories() -> None:
    shown = [f"{line} Foto: Gita Paramitha" for line in OTHER]
    links = "".join(f"<li><a href=/{number}>Rubrik {number}</a></li>" for number in range(12))
    caption = "<figure><figcaption>{}</figcaption></figure>"
    markup = (
        "".join(map(caption.format, shown))
        + f"<ul>{links}</ul>"
        + caption.format("Petani di Desa Muara memanen padi.")
    )
    page, _ = read(f"<article>{markup}</article>", only_captions())
    assert page.body == shown


def only_captions() -> Desk:
    """Return tools whose classifier takes what stands in figures for body."""
    reading = Reading({"in_nav": -1.0, "linked": -60.0}, 20.0)
    return replace(desk(), models=replace(desk().models, web=LineModel(reading, reading, 0.5)))


def test_a_caption_by_its_words_above_the_dateline_is_no_body() -> None:
    caption = "Bangsal ikan Pasar Lande setelah atapnya runtuh. (Foto: Gita Paramitha)"
    page, _ = read(f"<article>{paragraphs(caption, LEAD, *REST)}</article>", blind(chance=1))
    assert page.body == [LEAD, *REST]
    assert page.captions == [caption]


@pytest.mark.parametrize("length", [200, 430, 700])
def test_a_caption_of_any_length_above_the_dateline_is_no_body(length: int) -> None:
    told = " ".join(["Petugas memeriksa bangsal ikan Pasar Lande yang atapnya runtuh pada Sabtu subuh."] * 9)
    caption = f"{told[: length - 30]}. (ANTARA FOTO/Gita Paramitha)"
    page, _ = read(f"<article><div>{caption}</div>{paragraphs(LEAD, *REST)}</article>", blind(chance=1))
    assert page.body == [LEAD, *REST]
    assert page.captions == [caption]


CAPTION = "Bangsal ikan Pasar Lande setelah atapnya runtuh pada Sabtu subuh."


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='wp-caption-text'>{}</p>",
        "<div class='caption'><p>{}</p></div>",
        "<div class='videoCaption'>{}</div>",
        "<figcaption>{}</figcaption>",
        "<figcaption class='c'><p>{}</p></figcaption>",
    ],
)
def test_a_caption_by_its_element_is_no_body(markup: str) -> None:
    page, _ = read(
        f"<article>{paragraphs(LEAD, REST[0])}{markup.format(CAPTION)}{paragraphs(*REST[1:])}</article>"
    )
    assert page.body == [LEAD, *REST]


@pytest.mark.parametrize(
    "above", ["<div class='highlight'><div>{}</div></div>", "<aside><div>{}</div></aside>"]
)
def test_a_sentence_that_stands_in_a_highlight_first_stays_in_the_text(above: str) -> None:
    markup = f"<div>{above.format(REST[1])}{paragraphs(LEAD, *REST)}</div>"
    page, _ = read(markup, only_paragraphs())
    assert page.body == [LEAD, *REST]


def test_a_sentence_that_stands_in_the_text_twice_stays_once() -> None:
    page, _ = read(f"<div>{paragraphs(LEAD, REST[0], REST[1], REST[1], REST[2])}</div>", blind(chance=1))
    assert page.body == [LEAD, *REST]


ITEMS = ("ikan kering", "cumi segar", "rumput laut")


@pytest.mark.parametrize(
    ("markup", "is_body"),
    [
        ("<ul>{}</ul>", True),
        ("<ol class='daftar'>{}</ol>", True),
        ("<ul class='related-links'>{}</ul>", False),
        ("<div><div><ul>{}</ul></div></div>", False),
    ],
)
def test_a_list_between_paragraphs(markup: str, is_body: bool) -> None:
    items = markup.format("".join(f"<li>{item}</li>" for item in ITEMS))
    page, _ = read(f"<div>{paragraphs(LEAD, REST[0])}{items}{paragraphs(*REST[1:])}</div>")
    assert [line for line in page.body if line in ITEMS] == list(ITEMS if is_body else ())


def only_paragraphs() -> Desk:
    """Return tools whose classifier takes what stands in <p> for body, and of the rest is not quite sure that it is none."""
    # a line's own odds come from the first reading, both are the same here
    reading = Reading({"tag_p": 8.0}, -2.0)
    return replace(desk(), models=replace(desk().models, web=LineModel(reading, reading, 0.5)))


@pytest.mark.parametrize("inner", ["{0}<br>{1}<br>", "{0}<br><br>{1}"])
def test_text_right_in_the_element_of_the_paragraphs_is_their_beginning(inner: str) -> None:
    lead = "Kertaloka, WartaOtomotif – Pasar Lande ditutup sementara setelah atap bangsal ikan runtuh pada Sabtu subuh."
    page = (
        f"<body><div>{OTHER[0]}</div><div>{inner.format(lead, REST[0])}{paragraphs(*REST[1:])}</div></body>"
    )
    found, _ = read(page, only_paragraphs())
    assert found.body == [lead, *REST]


def test_a_list_of_links_between_paragraphs_is_no_body() -> None:
    items = "".join(f"<li><a href=/{index}>{item}</a></li>" for index, item in enumerate(ITEMS))
    page, _ = read(f"<div>{paragraphs(LEAD, REST[0])}<ul>{items}</ul>{paragraphs(*REST[1:])}</div>")
    assert page.body == [LEAD, *REST]


@pytest.mark.parametrize(
    ("head", "description"),
    [
        ('<meta property="og:description" content="Atap pasar  runtuh">', "Atap pasar runtuh"),
        ('<meta name="description" content="Atap runtuh">', "Atap runtuh"),
        ('<meta name="description">', ""),
        ("", ""),
        (f'<meta name="description" content="{"a" * 5000}">', "a" * MAX_DESCRIPTION),
    ],
)
def test_how_a_page_describes_itself(head: str, description: str) -> None:
    tree = parse(f"<html><head>{head}</head><body>x</body></html>")
    assert context_of(tree, "Judul") == Context("Judul", description)
