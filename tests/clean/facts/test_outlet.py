"""Datelines, and whose page it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.facts.datelines import place_and_mark
from rujuk.clean.facts.outlet import Dateline, Publisher, find_outlet, read_dateline, starts_with_dateline
from rujuk.outlets.base import Outlets, load

OUTLETS = load()


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        ("JAKARTA, KOMPAS.com – Gubernur tiba.", "JAKARTA, KOMPAS.com", "KOMPAS.com"),
        ("JAKARTA, KOMPAS.com -Gubernur tiba.", "JAKARTA, KOMPAS.com", "KOMPAS.com"),
        ("MOSKOW – Menteri itu tiba.", "MOSKOW", ""),
        ("Riaumandiri.co - Menteri itu tiba.", "Riaumandiri.co", "Riaumandiri.co"),
        ("TRIBUNNEWS.COM -- Menteri itu tiba.", "TRIBUNNEWS.COM", "TRIBUNNEWS.COM"),
        ("Liputan6.com, Jakarta - Menteri itu tiba.", "Liputan6.com, Jakarta", "Liputan6.com"),
        ("Jakarta (ANTARA) - Menteri itu tiba.", "Jakarta (ANTARA)", "ANTARA"),
        ("Mataram, NTB (ANTARA News) - Menteri itu tiba.", "Mataram, NTB (ANTARA News)", "ANTARA News"),
        ("Jakarta, CNN Indonesia -- Menteri itu tiba.", "Jakarta, CNN Indonesia", "CNN Indonesia"),
        ("TEMPO.CO,Jakarta-Menteri itu tiba.", "TEMPO.CO,Jakarta", "TEMPO.CO"),
        ("JAKARTA-Menteri itu tiba.", "JAKARTA", ""),
        ("Jakarta - Menteri itu tiba.", "Jakarta", ""),
        ("Jakarta -", "Jakarta", ""),
        ("Liputan6.com, JakartaMenteri itu tiba.", "Liputan6.com, Jakarta", "Liputan6.com"),
        ("Liputan6.com, Banda AcehPT Karsa tiba.", "Liputan6.com, Banda Aceh", "Liputan6.com"),
        ("KABARTELUK.EXAMPLE.COM, WANTULI — Feri itu tiba.", "KABARTELUK.EXAMPLE.COM, WANTULI", "KABARTELUK.EXAMPLE.COM"),
    ],
)  # fmt: skip
def test_datelines(line: str, text: str, mark: str) -> None:
    found = read_dateline(line, OUTLETS)
    assert found is not None
    assert (found.text, found.mark) == (text, mark)
    assert line.startswith(found.text)


@pytest.mark.parametrize(
    ("line", "place", "mark"),
    [
        ("JAKARTA, KOMPAS.com – Gubernur tiba.", "JAKARTA", "KOMPAS.com"),
        ("MOSKOW – Menteri itu tiba.", "MOSKOW", None),
        ("Riaumandiri.co - Menteri itu tiba.", None, "Riaumandiri.co"),
        ("Liputan6.com, Jakarta - Menteri itu tiba.", "Jakarta", "Liputan6.com"),
        ("Mataram, NTB (ANTARA News) - Menteri itu tiba.", "Mataram, NTB", "ANTARA News"),
        ("Jakarta, 12 Juni (ANTARA) - Menteri itu tiba.", "Jakarta", "ANTARA"),
        ("TEMPO.CO,Jakarta-Menteri itu tiba.", "Jakarta", "TEMPO.CO"),
        ("WANTULI, KABARTELUK.EXAMPLE – Feri itu tiba.", "WANTULI", "KABARTELUK.EXAMPLE"),
        ("WANTULI, KABAR TELUK – Feri itu tiba.", "WANTULI", "KABAR TELUK"),
        ("Paris, Prancis - Menteri itu tiba.", "Paris, Prancis", None),
        ("KUALA LUMPUR, MALAYSIA – Menteri itu tiba.", "KUALA LUMPUR, MALAYSIA", None),
    ],
)
def test_a_dateline_holds_a_place_and_a_mark_apart(line: str, place: str | None, mark: str | None) -> None:
    found = read_dateline(line, OUTLETS)
    assert found is not None
    assert place_and_mark(found) == (place, mark)


@given(st.text(max_size=80), st.sampled_from(["", "ANTARA"]))
def test_place_and_mark_are_words_of_the_dateline(text: str, mark: str) -> None:
    place, house = place_and_mark(Dateline(text, mark))
    assert all(part in text for part in (place or "").split(", "))
    assert house is None or house == mark or house in text


@pytest.mark.parametrize(
    "line",
    [
        "Menteri itu tiba di Komsomolsk-on-Amur pada Selasa.",
        "Kereta cepat Jakarta-Bandung berhenti.",
        "Ia - kata saksi - tiba lebih dulu.",
        "Sebanyak 15 - 20 orang tewas.",
        "Bagas, JakartaMenteri itu tiba.",
        "Liputan6.com, Jakarta menulis bahwa ia tiba.",
        "Kapal itu terbakar. Semua – tanpa kecuali – selamat.",
        "–",
        "",
    ],
)
def test_no_datelines(line: str) -> None:
    assert read_dateline(line, OUTLETS) is None


@given(st.text(alphabet="AB.,()-– \ncom/", max_size=200))
def test_a_dateline_opens_its_line(line: str) -> None:
    found = read_dateline(line, OUTLETS)
    assert found is None or line.startswith(found.text)
    assert isinstance(starts_with_dateline(line, OUTLETS), bool)


@pytest.mark.parametrize(
    ("publisher", "outlet_id", "name"),
    [
        (Publisher("https://nasional.kompas.com/baca/1", "Karsa"), "kompas-com", "Kompas.com"),
        (Publisher("https://karsa.example/1", "detik.com"), "detik", "detikcom"),
        (Publisher(None, "", ("Kabar Teluk",), "ANTARA"), "antara", "ANTARA"),
        (Publisher("https://www.karsa.example/1", "Kabar Karsa"), "", "Kabar Karsa"),
        (Publisher("https://www.karsa.example/1"), "", "karsa.example"),
        (Publisher(None, "", (), "KARSA.COM"), "", "KARSA.COM"),
    ],
)
def test_whose_page_it_is(publisher: Publisher, outlet_id: str, name: str) -> None:
    _, reference = find_outlet(publisher, OUTLETS)
    assert reference is not None
    assert (reference.id, reference.name) == (outlet_id, name)


def test_unknown_stays_unknown(outlets: Outlets) -> None:
    assert find_outlet(Publisher("http://[bad", "", (), "MOSKOW"), outlets) == (None, None)
