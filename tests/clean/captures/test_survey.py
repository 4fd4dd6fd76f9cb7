"""What the captures of one outlet say of each other's lines, and what is never taken for furniture."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean import clean, survey
from rujuk.clean.lines.recurrence import NOTHING_KNOWN, Recurrence, key_of
from rujuk.ingest.capture.pages import canonical_bytes
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

PLACES = ("Wanasari", "Tirtamulya", "Sukarame", "Karangjati", "Mekarwangi", "Pulosari")
BUTTON = "Unduh Koran Digital Edisi Pagi"
BACKGROUND = "Sebelumnya diberitakan, hujan lebat mengguyur seluruh kabupaten sejak Senin malam."


def told(place: str) -> list[str]:
    """Return the sentences of a report that nobody else has."""
    return [
        f"Warga {place} mengungsi ke balai desa setelah air sungai masuk ke rumah mereka pada Selasa pagi.",
        f"Kepala Desa {place} mengatakan dapur umum sudah dibuka dan selimut sedang dalam perjalanan ke sana.",
        f"Hingga siang air di {place} belum surut, dan sekolah diliburkan sampai akhir pekan oleh pemerintah desa.",
    ]


def row(
    name: str, lines: Sequence[str], *, as_is: bool = False, site: str = "https://kabarlereng.example"
) -> Page:
    url = f"{site}/berita/{name}"
    fields = {"title": f"Banjir di {name}", "text": "\n".join(lines), "url": url}
    return Page(
        "rows.jsonl", 1, "row", canonical_bytes(fields), name, url=url, canonical_url=url, as_is=as_is
    )


def surveyed(pages: Sequence[Page]) -> dict[str, Recurrence]:
    found, notices = survey(pages, packs=load_all(), outlets=load())
    assert notices == ()
    return found


def cleaned(page: Page, pages: Sequence[Page]) -> Article:
    recurrence = surveyed(pages).get(page.id, NOTHING_KNOWN)
    result, _ = clean(page, packs=load_all(), outlets=load(), recurrence=recurrence)
    assert isinstance(result, Article)
    return result


def with_button(place: str) -> list[str]:
    first, *rest = told(place)
    return [first, BUTTON, *rest]


def test_a_line_of_most_captures_becomes_furniture_with_its_reason() -> None:
    pages = [row(place, with_button(place)) for place in PLACES]
    article = cleaned(pages[0], pages)
    assert article.text.split("\n") == told(PLACES[0])
    assert [(line.label, line.text) for line in article.furniture] == [("repeat", BUTTON)]


def test_alone_the_same_line_stays() -> None:
    page = row(PLACES[0], with_button(PLACES[0]))
    assert BUTTON in cleaned(page, [page]).text


def test_of_few_captures_it_stays_too() -> None:
    pages = [row(place, with_button(place)) for place in PLACES[:3]]
    assert BUTTON in cleaned(pages[0], pages).text


KEPT = {
    "a background paragraph": [[*told(place), BACKGROUND] for place in PLACES],
    "recaptures": [[*told(PLACES[0]), "Daftar Posko", "Pesan kami jelas"]] * len(PLACES),
    "versions": [
        [
            *told(PLACES[0]),
            "Daftar Posko",
            f"Versi ke-{number} memuat jumlah pengungsi terbaru, kata kepala desa itu.",
        ]
        for number in range(len(PLACES))
    ],
    "a dateline on its own line": [["KABARLERENG.COM, Wanasari -", *told(place)] for place in PLACES],
    "short quotations": [[*told(place), '"Kami capek," ujarnya.'] for place in PLACES],
}


@pytest.mark.parametrize("texts", KEPT.values(), ids=KEPT.keys())
def test_what_a_report_may_say_is_never_cut(texts: list[list[str]]) -> None:
    pages = [row(f"{number}", text) for number, text in enumerate(texts)]
    for page, text in zip(pages, texts, strict=True):
        assert cleaned(page, pages).text.split("\n") == text


def test_pages_of_one_report_say_nothing_of_each_other() -> None:
    site = "https://kabarlereng.example/berita/banjir-besar-melanda-kabupaten?page="
    pages = []
    for number, place in enumerate(PLACES, 1):
        page = row(place, with_button(place))
        pages.append(
            Page(
                page.path, 1, "row", page.data, place, url=f"{site}{number}", canonical_url=f"{site}{number}"
            )
        )
    assert surveyed(pages) == {}


def test_captures_of_other_outlets_or_of_none_say_nothing() -> None:
    strangers = [row(place, with_button(place), site=f"https://{place.lower()}.example") for place in PLACES]
    nameless = [
        Page(f"{place}.txt", None, "text", "\n".join(with_button(place)).encode(), place) for place in PLACES
    ]
    assert surveyed([*strangers, *nameless]) == {}


def test_a_declared_outlet_serves_as_well_as_an_address() -> None:
    pages = [
        Page(
            f"{place}.txt",
            None,
            "text",
            "\n".join(with_button(place)).encode(),
            place,
            fields={"outlet": "Kabar Lereng"},
        )
        for place in PLACES
    ]
    assert {key_of(BUTTON) in told_of.most for told_of in surveyed(pages).values()} == {True}
    assert len(surveyed(pages)) == len(PLACES)


def test_captures_kept_as_they_are_and_web_pages_are_not_looked_at() -> None:
    kept = [row(place, with_button(place), as_is=True) for place in PLACES]
    web = [
        Page(
            f"{place}.html",
            None,
            "html",
            f"<p>{BUTTON}</p>".encode(),
            place,
            url=f"https://kabarlereng.example/{place}",
        )
        for place in PLACES
    ]
    assert surveyed([*kept, *web]) == {}


BROKEN = {
    "a capture without bytes": {"data": None},
    "an address that is none": {"url": 7},
    "a row whose fields are no texts": {
        "kind": "text",
        "data": b"Air surut.",
        "url": None,
        "fields": {"outlet": 7},
    },
}


@pytest.mark.parametrize("changes", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("at", [0, 3])
def test_one_capture_that_fails_is_said_and_the_others_are_told_as_without_it(
    changes: dict[str, Any], at: int
) -> None:
    pages = [row(place, with_button(place)) for place in PLACES]
    broken = replace(row("rusak", with_button("Rusak")), path="rusak.jsonl", **changes)
    found, notices = survey([*pages[:at], broken, *pages[at:]], packs=load_all(), outlets=load())
    assert [(said.item, said.stage, said.reason, said.level) for said in notices] == [
        (broken.name, "clean", "not_surveyed", "warning")
    ]
    assert notices[0].detail.partition(":")[0].endswith("Error")
    assert found == surveyed(pages)


@given(st.permutations([*PLACES, "Cibeureum", "Rancabali"]))
def test_the_order_of_the_captures_is_of_no_consequence(places: list[str]) -> None:
    pages = [row(place, with_button(place)) for place in places]
    assert surveyed(pages) == surveyed(sorted(pages, key=lambda page: page.id))


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    assert (
        key_of("Geser Layar")
        == key_of("GESER LAYAR")
        == hashlib.blake2b(b"geser layar", digest_size=8).digest()
    )
    assert key_of("Geser Layar") != key_of("Geser Layar ke Atas")
