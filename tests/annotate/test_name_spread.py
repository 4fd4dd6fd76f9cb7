import re

import pytest

from annotate.reader import article
from rujuk.annotate.name_spread import spread_names
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import read_sentence
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load

MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def spread(*lines: str) -> list[list[tuple[str, str]]]:
    """The names of each sentence after what the marked ones tell each other."""
    plain = [MARKED.sub(r"\1", line) for line in lines]
    page = article(" ".join(plain))
    sentences = [read_sentence(span) for span in read_sentences(page, "body", load("id").sentences)]
    assert [each.span.text for each in sentences] == plain
    found = spread_names(sentences, [list(marks(line)) for line in lines])
    return [
        [(text[m.start : m.end], m.kind) for m in names] for text, names in zip(plain, found, strict=True)
    ]


def marks(line: str) -> list[Labelled]:
    found, cut = [], 0
    for match in MARKED.finditer(line):
        start = match.start() - cut
        found.append(Labelled(start, start + len(match[1]), match[2]))
        cut += len(match[0]) - len(match[1])
    return found


FULL = "Menurut [Retno Anggraini|PER], jalan itu rusak."


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        pytest.param([FULL, "Retno Anggraini lalu pulang."], [("Retno Anggraini", "PER")], id="missed"),
        pytest.param([FULL, "[Retno|PER] Anggraini lalu pulang."], [("Retno Anggraini", "PER")], id="cut short"),
        pytest.param([FULL, "Warga memanggil Anggraini."], [("Anggraini", "PER")], id="a word of a person's name"),
        pytest.param([FULL, "Warga memilih retno anggraini."], [], id="lower case"),
        pytest.param(
            [FULL, "[Yayasan Retno Anggraini|ORG] tutup."], [("Yayasan Retno Anggraini", "ORG")], id="inside another"
        ),
        pytest.param(["Ia ke [Seruni|LOC].", "Warga Seruni pulang."], [], id="one word once"),
        pytest.param(
            ["Ia ke Kota [Seruni|LOC].", "Menurut Kepala Kantor SAR [Seruni Yosef Rade|PER], kapal karam."],
            [("Seruni", "LOC"), ("Yosef Rade", "PER")],
            id="the place of an office before a person",
        ),
        pytest.param(
            ["Ia ke Kota [Seruni|LOC].", "Kemarin warga memuji [Seruni Yosef Rade|PER] itu."],
            [("Seruni Yosef Rade", "PER")],
            id="a person named like a place",
        ),
        pytest.param(
            ["Ia ke [Seruni|LOC].", "Ia dari [Seruni|LOC].", "Warga Seruni pulang."], [("Seruni", "LOC")], id="one word twice"
        ),
        pytest.param(
            [FULL, "[Dinas Pasar Seruni (Dispas)|ORG] tutup."],
            [("Dinas Pasar Seruni", "ORG"), ("Dispas", "ORG")],
            id="brackets",
        ),
        pytest.param([FULL, "[Balai (Kota|ORG] tutup."], [("Balai", "ORG"), ("Kota", "ORG")], id="bracket not closed"),
    ],
)  # fmt: skip
def test_what_sentences_tell_each_other(lines: list[str], last: list[tuple[str, str]]) -> None:
    assert spread(*lines)[-1] == last


def test_the_kind_that_most_sentences_give() -> None:
    lines = [
        "Kata [Balai Kota|ORG].",
        "Ia ke [Balai Kota|LOC].",
        "Warga ke [Balai Kota|LOC].",
        "Balai Kota tutup.",
    ]
    assert spread(*lines)[-1] == [("Balai Kota", "LOC")]
