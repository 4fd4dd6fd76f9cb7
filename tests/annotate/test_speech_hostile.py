"""Speech on captures made to hurt: no exception, offsets that hold, and readings that grow no faster than the text."""

import pytest

from annotate.reader import read
from rujuk.annotate.occasions import LONGEST_ZONE

HOSTILE = {
    "marks alone": '"' * 5000,
    "marks and words": '"air" ' * 2500,
    "marks that never close": "“air surut " * 2500,
    "verbs alone": "mengatakan " * 3000,
    "cues alone": '" kata ' * 2500,
    "menurut alone": "menurut, " * 2500,
    "right to left": "\u202e\u0642\u0627\u0644 \u00ab\u0627\u0644\u0645\u0627\u0621\u00bb " * 800,
    "nested marks": "“‘«" * 1000 + "air" + "»’”" * 1000,
    "relays alone": "dilansir dari " * 2500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    document = read(text)
    for item in document.quotations:
        spans = (item.span, item.content, item.cue, item.said_when, item.said_where)
        assert all(text[span.start : span.end] == span.text for span in spans if span)
        assert item.span.start <= item.content.start < item.content.end <= item.span.end
    assert all(text[item.span.start : item.span.end] == item.span.text for item in document.citations)


def test_readings_double_with_the_text() -> None:
    line = 'Warga pulang. "Air sudah surut," kata Tirta Wibisana di Garut, Senin (2/3).\n'
    counts = [len(read(line * times).quotations) for times in (20, 40, 80)]
    assert counts == [20, 40, 80]


def test_time_of_saying_is_not_looked_for_beyond_its_zone() -> None:
    text = '"Air surut," kata Tirta Wibisana kepada ' + "warga " * LONGEST_ZONE + ", Senin (2/3)."
    assert [item.said_when for item in read(text).quotations] == [None]
