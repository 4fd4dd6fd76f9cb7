"""Speech on captures made to hurt: no exception, offsets that hold, and work that grows no faster than the text."""

import pytest

from annotate.reader import read
from annotate.work import lines_run
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
    "right to left with names": "\u202eTirta Wibisana\u202c: \u00ab\u0627\u0644\u0645\u0627\u0621 surut\u00bb, kata Tirta Wibisana.\n"
    * 300,
    "turns alone": "Tanya: Apakah?\nJawab: Sudah.\n" * 600,
    "colons alone": "Tirta Wibisana: " * 1500,
    "dashes alone": "— kata Tirta Wibisana " * 1200,
    "spaced marks": "” air surut , ” kata " * 1500,
    "outlets glued": "dilansirAFPdanAntara.comdari " * 800,
    "denials alone": "membantah tidak benar bahwa jika " * 1200,
    "names of things alone": "yang diklaim Moskow sebagai " * 1200,
    "praise alone": "memuji karena “air” " * 1200,
    "dash parentheses alone": "Air — kata Tirta Wibisana — surut " * 800,
    "single names": "Bagas: Kami pulang sejak subuh.\n" * 600,
    "data alone": "Data dari BMKG menunjukkan " * 1200,
    "relative clauses alone": "yang itu " * 2500,
}
REPEATED = {
    "marks alone": '"',
    "marks and words": '"air" ',
    "marks that never close": "“air surut ",
    "spaced marks": "” air surut , ” kata ",
    "quotations": "“Air surut,” kata Tirta Wibisana. ",
    "verbs alone": "mengatakan ",
    "cues alone": '" kata ',
    "relays alone": "dilansir dari ",
    "turns": "Tirta Wibisana: Air sudah surut.\n",
    "denials alone": "membantah tidak benar bahwa jika ",
    "names of things alone": "yang diklaim Moskow sebagai ",
    "praise alone": "memuji karena “air” ",
    "single names": "Bagas: Kami pulang sejak subuh.\n",
    "data alone": "Data dari BMKG menunjukkan ",
    "right to left": "\u202e\u0642\u0627\u0644 \u00ab\u0627\u0644\u0645\u0627\u0621\u00bb ",
    "credits in sentences": "Kapal tiba, dilansir Antara. ",
    "credits of two": "Kapal tiba, dilansir Antara. Muatannya beras, dikutip dari AFP.\n",
    "credits with words": "“Ya,” kata Wirya Sembada dilansir Antara. “Ya,” kata Wirya Sembada. ",
    "documents with words": "“Ya,” kata Wirya Sembada dalam keterangan tertulis. ",
    "credits of what follows": "Simak ulasannya, dilansir AFP. ",
    "credits of what precedes": "Demikian dilansir AFP. Laporan itu menyebut dermaga penuh.\n",
    "notes of the outlet": "Sebagai informasi, dilansir AFP.\n",
    "names and joints": "Ketua Badan dan Dinas (A), ",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    document = read(text)
    for item in document.quotations:
        spans = (item.span, item.content, item.cue, item.said_when, item.said_where)
        assert all(text[span.start : span.end] == span.text for span in spans if span)
        assert item.span.start <= item.content.start < item.content.end <= item.span.end
    assert all(text[item.span.start : item.span.end] == item.span.text for item in document.citations)


def steps(text: str) -> int:
    """Return how many lines of this stage run while a text is read."""
    return lines_run(lambda: read(text))


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_work_doubles_with_the_text(piece: str) -> None:
    read(piece)
    once, twice = steps(piece * 250), steps(piece * 500)
    assert twice <= 2.2 * once


def test_five_thousand_marks_are_no_more_work_than_their_share() -> None:
    read('"')
    assert steps('"air" ' * 2500) <= 11 * steps('"air" ' * 250)


def test_readings_double_with_the_text() -> None:
    line = 'Warga pulang. "Air sudah surut," kata Tirta Wibisana di Garut, Senin (2/3).\n'
    counts = [len(read(line * times).quotations) for times in (20, 40, 80)]
    assert counts == [20, 40, 80]


def test_time_of_saying_is_not_looked_for_beyond_its_zone() -> None:
    text = '"Air surut," kata Tirta Wibisana kepada ' + "warga " * LONGEST_ZONE + ", Senin (2/3)."
    assert [item.said_when for item in read(text).quotations] == [None]
