"""The labels of the bundled encoder, on made-up sentences."""

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from encoder.test_labels import TEXTS
from rujuk.encoder import Encoder
from rujuk.encoder.files import BUNDLED, read_files

SENTENCES = [
    "[Damar Wicaksono|PER] menjabat Wali Kota [Seruni|GPE] sejak tahun lalu.",
    "Gempa itu terasa sampai [Surabaya|LOC] dan [Malang|LOC].",
    "Menurut [Retno Anggraini|PER], warga sudah dievakuasi ke balai desa.",
    "Presiden [Prabowo Subianto|PER] bertemu [Vladimir Putin|PER] di [Moskow|LOC], [Rusia|LOC].",
    "[BNPB|ORG] mencatat 40 rumah rusak di [Jawa Barat|LOC].",
    "Hujan deras turun sejak pagi dan jalan licin.",
]
MARKED = re.compile(r"\[([^|]+)\|([A-Z]+)\]")
BESIDE = ["🚀 ", "👩‍👩‍👧 ", "\u200b", "عرب ", "漢字 ", "\ufeff", "e\u0301 ", "“"]


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    return MARKED.sub(r"\1", line), [(match[1], match[2]) for match in MARKED.finditer(line)]


def named(encoder: Encoder, text: str) -> list[tuple[str, str]]:
    (labels,) = encoder.read([text]).labels
    return [(text[each.start : each.end], each.kind) for each in labels]


def test_kinds(encoder: Encoder) -> None:
    assert encoder.kinds == ("PER", "ORG", "LOC", "GPE")


@pytest.mark.parametrize("line", SENTENCES)
def test_names_of_a_sentence(encoder: Encoder, line: str) -> None:
    text, names = marked(line)
    assert named(encoder, text) == names


@pytest.mark.parametrize("mark", BESIDE)
def test_offsets_beside_what_is_no_letter(encoder: Encoder, mark: str) -> None:
    text = f"{mark}Menurut Retno Anggraini, warga dievakuasi ke Surabaya."
    assert ("Retno Anggraini", "PER") in named(encoder, text)
    assert ("Surabaya", "LOC") in named(encoder, text)


@pytest.mark.parametrize("shift", range(14))
def test_no_name_is_lost_at_a_seam(encoder: Encoder, shift: int) -> None:
    """Each shift moves the seams by a word, over the whole sentence: wherever they fall, every name is found, once and whole."""
    line = "Menurut Retno Anggraini, warga sudah dievakuasi ke Surabaya pada malam hari. "
    text = "lalu " * shift + line * 40
    assert len(encoder._encoding(text).ids) > 2 * encoder.max_tokens
    found = named(encoder, text)
    assert found.count(("Retno Anggraini", "PER")) == found.count(("Surabaya", "LOC")) == 40


@pytest.mark.parametrize("seed", range(4))
def test_names_of_mixed_sentences_in_a_long_text(encoder: Encoder, seed: int) -> None:
    """Of some forty names that are sure in their sentences alone, no more than one is lost or cut in a text of thirty."""
    order = Random(seed).choices([marked(line)[0] for line in SENTENCES], k=30)  # noqa: S311
    alone = Counter(name for line in order for name in named(encoder, line) if name[1] != "GPE")
    assert alone.total() >= 35
    assert (alone - Counter(named(encoder, " ".join(order)))).total() <= 1


def test_a_long_text_keeps_the_vector_of_its_beginning(encoder: Encoder) -> None:
    text = "Menurut Retno Anggraini, warga sudah dievakuasi ke Surabaya. " * 40
    other = Encoder(read_files(BUNDLED), encoder._session, encoder._tokenizer, threads=1)
    assert encoder.read([text]).vectors.tobytes() == other.vectors([text]).tobytes()


@settings(max_examples=40)
@given(st.lists(TEXTS, max_size=4), st.integers(1, 3))
def test_labels_stand_in_the_text_alone_and_in_company(
    encoder: Encoder, texts: list[str], threads: int
) -> None:
    other = Encoder(read_files(BUNDLED), encoder._session, encoder._tokenizer, threads=threads)
    together = other.read(texts).labels
    for text, labels in zip(texts, together, strict=True):
        assert encoder.read([text]).labels == (labels,)
        ends = [0, *(each.end for each in labels)]
        for before, each in zip(ends, labels, strict=False):
            assert before <= each.start < each.end <= len(text)
            assert text[each.start].isalnum()
