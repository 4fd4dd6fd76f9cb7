import unicodedata
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.encoder import Encoder
from rujuk.encoder.labels import Labelled, Pieces, best_columns, read_kinds, read_labels, unit_starts
from rujuk.model.errors import EncoderError

KINDS = read_kinds(["O", "B-PER", "I-PER", "B-LOC", "I-LOC"])
PREFIX = "query: "
# Words of letters the vocabulary has, and what may stand around them in a scraped article.
WORDS = st.text(st.sampled_from("abcTirtaéüжДعرب0123456789"), min_size=1, max_size=8)
BETWEEN = st.sampled_from(
    [
        " ",
        "  ",
        "\u200b",
        "\u200d",
        "\ufeff",
        " 🚀 ",
        " 👩‍👩‍👧 ",
        "“",
        "、",
        "漢字",
        "\u00a0",
        "\u2028",
        "—",
        "\n",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, BETWEEN), max_size=30).map("".join)


def pieces_of(encoder: Encoder, text: str) -> Pieces:
    return encoder._pieces(encoder._encoding(PREFIX + text), len(PREFIX))


def scored(columns: list[int]) -> np.ndarray:
    """Scores under which each piece has the label of this column."""
    return np.eye(5, dtype=np.float32)[columns]


def by_hand(text: str, *words: str) -> Pieces:
    """The text cut into these pieces, each where it stands."""
    offsets, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        offsets.append((start, at))
    return Pieces(np.zeros(len(words), np.int64), np.array(offsets), np.ones(len(words), bool))


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        pytest.param([0, 0, 0, 0, 0], [], id="none"),
        pytest.param([0, 1, 0, 2, 0], [("Tirta Wibisana", "PER")], id="begun and gone on"),
        pytest.param([0, 2, 0, 2, 0], [("Tirta Wibisana", "PER")], id="never begun"),
        pytest.param([0, 1, 0, 1, 0], [("Tirta", "PER"), ("Wibisana", "PER")], id="begun twice"),
        pytest.param([0, 1, 0, 3, 0], [("Tirta", "PER"), ("Wibisana", "LOC")], id="other kind"),
        pytest.param([3, 4, 0, 4, 4], [("oleh Tirta Wibisana.", "LOC")], id="to both ends"),
        pytest.param([0, 1, 3, 2, 0], [("Tirta Wibisana", "PER")], id="later pieces of a word do not count"),
    ],
)
def test_read_labels(columns: list[int], found: list[tuple[str, str]]) -> None:
    text = "oleh Tirta Wibisana."
    cut = by_hand(text, "oleh", "Tir", "ta", "Wibisana", ".")
    labels = read_labels(text, cut, scored(columns), KINDS)
    assert [(text[each.start : each.end], each.kind) for each in labels] == found


def allowed(path: tuple[int, ...]) -> bool:
    """Whether every I of KINDS follows a B or an I of its own kind."""
    return all(
        column not in (2, 4) or before in (column - 1, column) for before, column in pairwise((0, *path))
    )


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_other_path_scores_more(rows: list[list[int]]) -> None:
    found = tuple(best_columns(np.array(rows, np.float32), KINDS).tolist())
    paths = [path for path in product(range(5), repeat=len(rows)) if allowed(path)]
    totals = {path: sum(row[column] for row, column in zip(rows, path, strict=True)) for path in paths}
    assert allowed(found)
    assert totals[found] == max(totals.values())


def test_marks_and_spaces_in_a_piece_are_no_part_of_the_name() -> None:
    text = 'ke "Sembada " itu'
    cut = by_hand(text, "ke", '"Sembada ', '" itu')
    assert read_labels(text, cut, scored([0, 3, 0]), KINDS) == (Labelled(4, 11, "LOC"),)


def test_a_mark_that_joins_a_clitic_is_no_part_of_the_name() -> None:
    text = "di Sembada-lah itu"
    cut = by_hand(text, "di", "Sembada-", "lah", "itu")
    assert read_labels(text, cut, scored([0, 3, 0, 0]), KINDS) == (Labelled(3, 10, "LOC"),)


def test_a_closing_bracket_is_part_of_a_name_only_with_its_opening_one() -> None:
    text = "itu (Sembada) dan Balai (Kota)"
    cut = by_hand(text, "itu", "(", "Sembada)", "dan", "Balai", "(Kota)")
    labels = read_labels(text, cut, scored([0, 3, 4, 0, 3, 4]), KINDS)
    assert [text[each.start : each.end] for each in labels] == ["Sembada", "Balai (Kota)"]


@given(TEXTS)
def test_pieces_stand_where_their_letters_stand(encoder: Encoder, text: str) -> None:
    encoding = encoder._encoding(PREFIX + text)
    cut = encoder._pieces(encoding, len(PREFIX))
    for (start, end), token, real in zip(cut.offsets, encoding.tokens, cut.real, strict=True):
        letters = unicodedata.normalize("NFKC", text[max(0, start) : max(0, end)])
        if real and token != "<unk>" and letters.isalnum():  # noqa: S105
            assert letters == token.strip("▁")


@given(TEXTS, st.data())
def test_labels_stand_in_the_text(encoder: Encoder, text: str, data: st.DataObject) -> None:
    cut = pieces_of(encoder, text)
    column = st.integers(0, 4)
    columns = data.draw(st.lists(column, min_size=len(cut.ids), max_size=len(cut.ids)))
    labels = read_labels(text, cut, scored(columns), KINDS)
    ends = [0, *(each.end for each in labels)]
    for before, each in zip(ends, labels, strict=False):
        assert before <= each.start < each.end <= len(text)
        assert text[each.start].isalnum()
        assert not text[each.end - 1].isspace()


@given(TEXTS)
def test_a_word_is_one_unit(encoder: Encoder, text: str) -> None:
    cut = pieces_of(encoder, text)
    for start in cut.offsets[unit_starts(text, cut), 0]:
        assert (
            start == 0 or not (text[start].isalnum() and text[start - 1].isalnum()) or not _joined(cut, start)
        )


def _joined(cut: Pieces, start: int) -> bool:
    """Whether a piece ends where this one starts: no character the tokenizer leaves out stands between."""
    return bool((cut.offsets[cut.real, 1] == start).any())


@pytest.mark.parametrize(("doubt", "found"), [(0.0, [1]), (0.4, [1]), (0.6, [0]), (5.0, [0])])
def test_a_name_must_be_surer_than_none_by_the_doubt(doubt: float, found: list[int]) -> None:
    kinds = read_kinds(["O", "B-PER", "I-PER"], doubt)
    scores = np.array([[0.5, 1.0, 0.0]], np.float32)
    assert best_columns(scores + kinds.doubt, kinds).tolist() == found


@pytest.mark.parametrize("label", ["PER", "B-", "S-PER", "b-PER"])
def test_labels_of_another_form(label: str) -> None:
    with pytest.raises(EncoderError, match="labels are O, B-KIND and I-KIND"):
        read_kinds(["O", label])
