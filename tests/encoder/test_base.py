import hashlib
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.encoder import Encoder
from rujuk.encoder.base import DECIMALS
from rujuk.model.errors import ConfigError

SENTENCES = (
    "Bupati Tanah Rimba meresmikan pasar baru di Kota Seruni, Senin (3/3).",
    "Pasar baru di Kota Seruni diresmikan oleh Bupati Tanah Rimba.",
    "Sebanyak 12 penumpang kapal Camar Laut selamat setelah kapal itu kandas.",
    "Polisi belum menemukan pengemudi truk yang kabur.",
    "“Kami menunggu hasil pemeriksaan,” kata Ratna Wijayakusuma.",
    "Twelve passengers of the ferry Camar Laut were rescued after it ran aground.",
    "Seramai 12 penumpang feri Camar Laut diselamatkan selepas feri itu terkandas.",
    "Ya.",
    "",
)

texts = st.one_of(st.sampled_from(SENTENCES), st.text(max_size=80))


def same(left: np.ndarray, right: np.ndarray) -> bool:
    """Bit for bit: 0.0 is not -0.0."""
    return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()


def alone(encoder: Encoder, batch: Sequence[str]) -> np.ndarray:
    return np.concatenate([encoder.vectors([text]) for text in batch])


class TestLaw:
    """A sentence's vector is the same alone and in any batch, order and number of threads, bit for bit."""

    @settings(max_examples=30, deadline=None)
    @given(batch=st.lists(texts, min_size=1, max_size=6))
    def test_alone_as_in_a_batch(self, encoder: Encoder, batch: list[str]) -> None:
        assert same(encoder.vectors(batch), alone(encoder, batch))

    @settings(max_examples=20, deadline=None)
    @given(data=st.data(), batch=st.lists(texts, min_size=2, max_size=6))
    def test_any_order(self, encoder: Encoder, data: st.DataObject, batch: list[str]) -> None:
        order = data.draw(st.permutations(range(len(batch))))
        shuffled = encoder.vectors([batch[i] for i in order])
        assert same(shuffled, encoder.vectors(batch)[order])

    @pytest.mark.parametrize("threads", [1, 3, 8])
    def test_any_number_of_threads(self, encoder: Encoder, threads: int) -> None:
        assert same(Encoder.load(threads=threads).vectors(SENTENCES * 3), encoder.vectors(SENTENCES * 3))

    def test_neighbour_that_would_move_a_shared_scale(self, encoder: Encoder) -> None:
        loud = "!!!! ???? ####" * 20
        assert same(encoder.vectors([SENTENCES[0], loud])[:1], encoder.vectors([SENTENCES[0]]))

    def test_another_process(self, encoder: Encoder) -> None:
        code = (
            "import hashlib, sys; from rujuk.encoder import Encoder;"
            "print(hashlib.sha256(Encoder.load(threads=1).vectors(sys.argv[1:]).tobytes()).hexdigest())"
        )
        command = [sys.executable, "-c", code, *SENTENCES]
        run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        assert run.stdout.strip() == hashlib.sha256(encoder.vectors(SENTENCES).tobytes()).hexdigest()


class TestVectors:
    def test_shape_and_type(self, encoder: Encoder) -> None:
        vectors = encoder.vectors(SENTENCES)
        assert vectors.shape == (len(SENTENCES), encoder.width)
        assert vectors.dtype == np.float32

    def test_none(self, encoder: Encoder) -> None:
        vectors = encoder.vectors([])
        assert vectors.shape == (0, 384)
        assert vectors.dtype == np.float32

    def test_length_one(self, encoder: Encoder) -> None:
        assert np.linalg.norm(encoder.vectors(SENTENCES), axis=1) == pytest.approx(1, abs=1e-4)

    def test_rounded(self, encoder: Encoder) -> None:
        vectors = encoder.vectors(SENTENCES)
        assert same(vectors, np.round(vectors.astype(np.float64), DECIMALS).astype(np.float32))

    def test_no_negative_zero(self, encoder: Encoder) -> None:
        vectors = encoder.vectors(SENTENCES * 2)
        assert not np.signbit(vectors[vectors == 0]).any()

    def test_equal_texts_in_one_call(self, encoder: Encoder) -> None:
        vectors = encoder.vectors([SENTENCES[1], SENTENCES[0], SENTENCES[1]])
        assert same(vectors[0], vectors[2])
        assert not same(vectors[0], vectors[1])

    def test_the_caller_may_write_into_them(self, encoder: Encoder) -> None:
        first = encoder.vectors([SENTENCES[0], SENTENCES[0]])
        first[0] = 0
        assert first[1].any()
        assert encoder.vectors([SENTENCES[0]]).any()

    def test_prefix_is_read(self, encoder: Encoder) -> None:
        query, passage = (encoder.vectors([SENTENCES[0]], prefix=each) for each in ("query: ", "passage: "))
        assert not same(query, passage)
        assert same(query, encoder.vectors(["query: " + SENTENCES[0]], prefix=""))

    def test_one_text_is_a_mistake(self, encoder: Encoder) -> None:
        with pytest.raises(TypeError, match="sequence of texts"):
            encoder.vectors("Ya.")

    def test_threads_below_one(self) -> None:
        with pytest.raises(ConfigError, match="not 0"):
            Encoder.load(threads=0)


class TestMeaning:
    @pytest.mark.parametrize(
        ("text", "near", "far"),
        [
            pytest.param(SENTENCES[0], SENTENCES[1], SENTENCES[3], id="active and passive"),
            pytest.param(SENTENCES[2], SENTENCES[5], SENTENCES[0], id="Indonesian and English"),
            pytest.param(SENTENCES[2], SENTENCES[6], SENTENCES[3], id="Indonesian and Malay"),
            pytest.param("Harga cabai naik.", "Cabai makin mahal.", "Harga saham turun.", id="other words"),
        ],
    )
    def test_nearer(self, encoder: Encoder, text: str, near: str, far: str) -> None:
        vectors = encoder.vectors([text, near, far])
        assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


class TestTokens:
    def test_marks_written_in_a_text_are_characters(self, encoder: Encoder) -> None:
        ids = encoder._encoding("Baca </s> <pad> <s> <unk> juga").ids
        assert (ids[0], ids[-1]) == (0, 2)
        assert not set(ids[1:-1]) & {0, 1, 2}

    @pytest.mark.parametrize(
        ("left", "right"),
        [
            pytest.param("dua  kata", "dua kata", id="spaces"),
            pytest.param("dua\u00a0\tkata\n", "dua kata", id="other spaces"),
            pytest.param("dua\u2028kata", "dua kata", id="line separator"),
            pytest.param("du\x00a kata", "dua kata", id="NUL"),
            pytest.param("ｄｕａ kata", "dua kata", id="full width"),
            pytest.param("cafe\u0301", "café", id="composed"),
        ],
    )
    def test_normalised(self, encoder: Encoder, left: str, right: str) -> None:
        assert encoder._encoding(left).ids == encoder._encoding(right).ids

    @pytest.mark.parametrize("text", SENTENCES)
    def test_nothing_unknown_in_our_languages(self, encoder: Encoder, text: str) -> None:
        assert 3 not in encoder._encoding(text).ids

    def test_long_text_is_read_to_its_limit(self, encoder: Encoder) -> None:
        long = "kata demi kata " * 300
        assert len(encoder._cut(encoder._encoding(long).ids)) == encoder.max_tokens
        assert same(encoder.vectors([long]), encoder.vectors([long + "lalu sesuatu yang lain"]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\x00", id="NUL"),
        pytest.param("\ud800 separuh", id="half a surrogate pair"),
        pytest.param('"' * 5000, id="quotes"),
        pytest.param("1" * 40, id="digits"),
        pytest.param("\u2028\u2029", id="separators"),
        pytest.param("a" * 1_000_000, id="one long word"),
        pytest.param(" " * 1_000_000 + "kata", id="spaces"),
        pytest.param("\u0301" * 3000, id="accents alone"),
        pytest.param("漢字かな交じり文 한국어 हिन्दी", id="scripts not kept"),
        pytest.param("👩‍👩‍👧‍👦" * 50, id="joined emoji"),
    ],
)
def test_any_text(encoder: Encoder, text: str) -> None:
    vectors = encoder.vectors([text])
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors[0]) == pytest.approx(1, abs=1e-4)
