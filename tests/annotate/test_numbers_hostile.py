"""Numbers, times and sentences of captures made to hurt: no exception, offsets that hold, readings that grow with the text."""

import sys
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.work import lines_run
from builders import article
from rujuk.annotate.quantities import read_quantities
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.times import read_times
from rujuk.lang.base import load
from rujuk.model.annotations import Quantity, TimeValue
from rujuk.model.text import Span

PUBLISHED = "2026-03-04T08:00:00+07:00"
HOSTILE = {
    "forty digits": "1" * 40 + " orang, Rp " + "2" * 40 + ", tahun " + "3" * 40,
    "digits without end": "9" * 6000,
    "grouped without end": "1.000." * 1500 + "1,000," * 1500,
    "year zero": "Pada 0 Januari 0000, 1/1/0000, tahun 0000, abad ke-0, 00/00/0000, pukul 99.99.",
    "year 9999": "Pada 31 Desember 9999, tahun depan, Natal 9999, Paskah 9999, Nyepi 9999, abad ke-99, lusa.",
    "year one": "Pada 1 Januari 0001, tahun lalu, Natal 0001, tahun 1 SM, abad ke-1 SM, 5.000 tahun lalu.",
    "mixed scripts": "Ada 1２٣ orang, １２ Maret ٢٠٢٦, Rp ５.０００, XII orang, abad XIX, 5² meter, ½ juta, ₅ kg, Ⅻ.",
    "right to left": "\u202e12 orang \u0642\u0627\u0644 5 \u0623\u0634\u062e\u0627\u0635, Senin (2/3)\u202c \u200f7 rumah\u200e"
    * 100,
    "zero width": "1\u200b2 o\u200brang, Rp\u200b 5.000, Se\u200bnin (2\u200b/3), 7\u2060 rumah, 3\ufeff unit. "
    * 100,
    "brackets": "5 (lima (5 (lima) orang " * 500,
    "names": "Vanto 5 Pro " * 800,
    "ranges": "1-2-3–4—5 hingga 6 dan 7 atau " * 300,
    "weekdays": "setiap Senin, Selasa dan " * 500,
    "number words": "dua puluh juta ribu lusin seratus " * 400,
    "stops": "No. XI. B. a. " * 800,
    "fractions": "½¼ 2½ 3 1/2 1/2/3 juta " * 500,
    "dimensions": "5x3x" * 1500 + " meter",
    "scores": "Menang 2-1, 3-0, (" * 600,
    "short years": "4 Maret 98, 12/2/98 " * 500,
}


def readings(text: str, published_at: str | None) -> tuple[tuple[Span, ...], list[TimeValue | Quantity]]:
    own, pack = article("a", text, published_at=published_at), load("id")
    sentences = read_sentences(own, "body", pack.sentences)
    times = read_times(own, sentences, pack)
    return sentences, [*times, *read_quantities(own, sentences, times, pack)]


def check(text: str, published_at: str | None) -> None:
    sentences, found = readings(text, published_at)
    spans = sorted(item.span for item in found)
    for span in (*sentences, *spans):
        assert text[span.start : span.end] == span.text
    for row in (sentences, spans):
        assert all(left.end <= right.start for left, right in pairwise(row))


@pytest.mark.parametrize("published_at", [PUBLISHED, "0001-01-01", "9999-12-31", None])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_read_and_every_span_stands_in_it(text: str, published_at: str | None) -> None:
    check(text, published_at)


PIECES = st.sampled_from([
    "12", "0", "0000", "9999", "1" * 40, "１２", "٣", "Ⅻ", "XII", "½", "\u200b", "\u202e", "\ufeff", " ", "\n", ".", ",", "-", "/", "(", ")", "'",
    "Rp", "juta", "lusin", "orang", "persen", "LS", "GB", "dan", "dari", "hingga", "per", "usia", "tahun", "Senin", "Maret", "pukul", "setiap", "Natal",
    "Nyepi", "Paskah", "abad", "SM", "lalu", "depan", "Jl.", "No.", "\u0642\u0627\u0644", "iOS", "Vanto",
])  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.lists(PIECES, max_size=24).map("".join), st.sampled_from([PUBLISHED, "0001-01-01", "9999-12-31", None])
)
def test_spans_stand_in_any_text_of_numbers(text: str, published_at: str | None) -> None:
    check(text, published_at)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="0123456789.,-/%() RpjutaSenin\u200b\u202e１٣", max_size=80))
def test_spans_stand_in_any_text_of_digits(text: str) -> None:
    check(text, PUBLISHED)


def test_digits_of_every_script_count_alike() -> None:
    plain, *others = [readings(text, PUBLISHED)[1] for text in (
        "Ada 12 orang pada 13 Maret 2025.", "Ada １２ orang pada １３ Maret ２０２５.", "Ada ١٢ orang pada ١٣ Maret ٢٠٢٥.",
    )]  # fmt: skip
    values = [
        [item.value if isinstance(item, Quantity) else item.timex for item in row] for row in (plain, *others)
    ]
    assert values == [["2025-03-13", 12]] * 3


@pytest.mark.parametrize(
    "line",
    ["Ada 12 orang tewas pada Senin (2/3), kerugian Rp 5 juta.\n", "Rp 5 juta (12 orang), Senin (2/3); "],
)
def test_readings_double_with_the_text(line: str) -> None:
    counts = [len(readings(line * times, PUBLISHED)[1]) for times in (20, 40, 80)]
    assert counts == [60, 120, 240]


@pytest.mark.parametrize(
    "piece",
    [
        "1" * 40 + " orang, ", "Pada 0 Januari 0000. ", "Natal 9999, lusa. ", "Ada 1２٣ orang, ½ juta, Ⅻ. ", "\u202e12 orang, Senin\u202c. ",
        "5x3x", "Menang 2-1, 3-0, ", "12 dan ", "dua puluhan ",
    ],
)  # fmt: skip
def test_work_doubles_with_the_text(piece: str) -> None:
    def steps(text: str) -> int:
        return lines_run(lambda: readings(text, PUBLISHED))

    readings(piece, PUBLISHED)
    assert steps(piece * 200) <= 2.2 * steps(piece * 100)


def test_without_a_day_of_publication_the_text_is_copied_no_oftener_in_a_longer_one() -> None:
    def copies(text: str) -> int:
        count = 0

        def profile(frame: FrameType, event: str, _: Any) -> None:
            nonlocal count
            count += event == "call" and frame.f_code.co_name == "plain_digits"

        sys.setprofile(profile)
        try:
            readings(text, None)
        finally:
            sys.setprofile(None)
        return count

    line = "Kapal tiba 3 Maret 2026 di Sembada. "
    assert copies(line * 40) == copies(line * 20) > 0
