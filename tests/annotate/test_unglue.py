"""Words that a scraper glued are parted where the article itself shows their pieces."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from annotate.reader import article
from rujuk.annotate import annotate
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import Sentence, Token, read_sentence
from rujuk.annotate.unglue import read_labels, unglued
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load_all
from rujuk.outlets.base import load as load_outlets
from weigh.builders import outlets

PACKS = load_all()
PACK = PACKS["id"]
OUTLETS = outlets()


def parted(text: str) -> list[str]:
    """Return the words of the first sentence of a text, parted."""
    return [token.text for token in sentences(text)[0].tokens if token.is_word]


def written(text: str) -> list[Sentence]:
    return [read_sentence(span) for span in read_sentences(article(text), "body", PACK.sentences)]


def sentences(text: str) -> tuple[Sentence, ...]:
    return unglued(written(text), PACK, OUTLETS)


ELSEWHERE = " Wirya Utama lalu pulang. Kejaksaan menunggu."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wirya Utamamencabut aturan itu.", ["Wirya", "Utama", "mencabut", "aturan", "itu"]),
        ("Aturan itu dicabut Wirya Utamayang marah.", ["Aturan", "itu", "dicabut", "Wirya", "Utama", "yang", "marah"]),
        ("PresidenWirya Utama pergi.", ["Presiden", "Wirya", "Utama", "pergi"]),
        ("Menurut PresidenLaksmi hujan turun.", ["Menurut", "Presiden", "Laksmi", "hujan", "turun"]),
        ("JakartaKejaksaan bergerak.", ["Jakarta", "Kejaksaan", "bergerak"]),
        ("Buku dariWirya hilang.", ["Buku", "dari", "Wirya", "hilang"]),
        ("WiryadanKejaksaan bertemu.", ["Wirya", "dan", "Kejaksaan", "bertemu"]),
        ("Rambu di YouTube hilang.", ["Rambu", "di", "YouTube", "hilang"]),
        ("Utamanya hujan turun.", ["Utamanya", "hujan", "turun"]),
        ("Sebagaimana biasa hujan turun. Sebagai hujan.", ["Sebagaimana", "biasa", "hujan", "turun"]),
        ("Wiryadi pulang.", ["Wiryadi", "pulang"]),
        ("Laksmimencabut aturan itu.", ["Laksmimencabut", "aturan", "itu"]),
    ],
    ids=[
        "a verb", "a word of grammar", "a title", "a title before a new name", "a place", "a preposition", "two at once",
        "a name of its own", "an ending", "a word of grammar with a capital", "a name that ends like a word", "no name elsewhere",
    ],
)  # fmt: skip
def test_words_are_parted(sentence: str, expected: list[str]) -> None:
    assert parted(sentence + ELSEWHERE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kabar bahwaSudarga itu.", ["Kabar", "bahwa", "Sudarga", "itu"]),
        ("Kabar dariSudarga itu.", ["Kabar", "dariSudarga", "itu"]),
        ("Doa kepadaNya itu.", ["Doa", "kepadaNya", "itu"]),
        ("Itu zuniNews lama.", ["Itu", "zuniNews", "lama"]),
        ("Antara terhadapKejaksaandikritik warga.", ["Antara", "terhadap", "Kejaksaan", "dikritik", "warga"]),
        ("PPXQmenahan warga. Warga PPXQ pulang.", ["PPXQ", "menahan", "warga"]),
        ("PPXQmenahan warga.", ["PPXQmenahan", "warga"]),
        ("JakartaSudarga datang.", ["Jakarta", "Sudarga", "datang"]),
        ("Warga JakartaSudarga datang.", ["Warga", "JakartaSudarga", "datang"]),
        ("MANTANterpidana datang.", ["MANTANterpidana", "datang"]),
        ("Klub Timberwolves menang. Tim itu pulang.", ["Klub", "Timberwolves", "menang"]),
    ],
    ids=[
        "a word of grammar before a name of its own", "what a source is glued to", "a clitic with a capital", "no word of grammar", "glued at both ends", "an acronym",
        "an acronym that stands nowhere else", "a dateline", "not at the start", "no place but capitals", "a short word is no name before a verb",
    ],
)  # fmt: skip
def test_names_are_parted_from_what_stands_before_them(sentence: str, expected: list[str]) -> None:
    assert parted(sentence + ELSEWHERE) == expected


def test_an_outlets_name_with_a_capital_within_is_not_parted() -> None:
    """Where "Jatim" stands alone too, "detikJatim" is one name still, whatever is glued to it; the reader of citations parts that."""
    found = unglued(written("Dilansirdetik, dilansirdetikJatim di Jatim."), PACK, load_outlets())
    assert "dilansirdetikJatim" in [token.text for token in found[0].tokens]


def test_offsets_are_those_of_the_text() -> None:
    text = "Wirya Utamamencabut aturan itu." + ELSEWHERE
    for each in sentences(text):
        assert all(text[token.start : token.end] == token.text for token in each.tokens)


def test_what_is_not_glued_stays_the_same_object() -> None:
    own = written(ELSEWHERE)
    assert all(a is b for a, b in zip(unglued(own, PACK, OUTLETS), own, strict=True))


def test_an_encoder_reads_the_words_apart_and_its_labels_are_those_of_the_text() -> None:
    text = "Kata Wirya Utamamencabut aturan Wirya Utama." + ELSEWHERE
    given: list[str] = []

    def label(texts: Sequence[str]) -> list[list[Labelled]]:
        given.extend(texts)
        return [
            [Labelled(m.start(), m.end(), "PER") for m in re.finditer("Wirya Utama", each)] for each in texts
        ]

    found = read_labels(label, before := written(text), unglued(before, PACK, OUTLETS))
    assert given[0] == "Kata Wirya Utama mencabut aturan Wirya Utama."
    assert [text[each.start : each.end] for each in found[0]] == ["Wirya Utama"] * 2


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, (0, 5)), (0, 6, (0, 5)), (6, 9, (5, 8)), (0, 9, (0, 8)), (10, 12, (8, 10))],
    ids=["before", "with the space", "behind it", "over it", "behind the second"],
)
def test_offsets_come_back(start: int, end: int, expected: tuple[int, int]) -> None:
    """Of "Utamamencabut" read as "Utama men cabut": words begin at 5 and 8 of the text."""
    mark = Labelled(start, end, "PER")
    sentence = sentences("Utamamencabut")[0]
    parts = [Token(0, 5, "Utama", "utama"), Token(5, 8, "men", "men"), Token(8, 13, "cabut", "cabut")]
    [[back]] = read_labels(lambda _: [[mark]], [sentence], [replace(sentence, tokens=tuple(parts))])
    assert (back.start, back.end) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("JAKARTA-Wirya datang.", ["JAKARTA", "-", "Wirya", "datang", "."]),
        ("JAKARTA-Utamamencabut itu.", ["JAKARTA", "-", "Utama", "mencabut", "itu", "."]),
        ("KPKXQ-Wirya datang.", ["KPKXQ-Wirya", "datang", "."]),
        ("Warga JAKARTA-Wirya datang.", ["Warga", "JAKARTA-Wirya", "datang", "."]),
    ],
    ids=["a place", "and a word glued to the name", "no place", "not at the start"],
)
def test_a_dateline_is_parted_from_the_first_word(sentence: str, expected: list[str]) -> None:
    read = sentences(sentence + ELSEWHERE)[0]
    assert [token.text for token in read.tokens] == expected


def test_a_speaker_is_named_without_what_is_glued_to_him() -> None:
    text = "Wirya Utamamengatakan jembatan itu ambruk. Jembatan ambruk, kata Wirya Utama."
    document = annotate(article(text), packs=PACKS, outlets=outlets())
    assert {item.speaker.name for item in document.quotations if item.speaker} == {"Wirya Utama"}
