"""Sentence boundaries on the Universal Dependencies treebanks of Indonesian, sentences joined in sixes.

Boundary F1: a predicted end counts where a sentence of the treebank ends at the same character; the end of each text,
which nobody can miss, is left out. Runs on the parts that are here (PUD 711, CSUI train 656, GSD dev 559 sentences).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rujuk.annotate.sentences import read_sentences
from rujuk.lang.base import HERE
from rujuk.lang.section import read_section
from rujuk.lang.sentences import Sentences
from rujuk.model.text import Article

FILES = {"pud": "id_pud-ud-70pct.conllu", "csui": "id_csui-ud-train.conllu", "gsd": "id_gsd-ud-dev.conllu"}
JOINED = 6


def run(data: Path) -> dict[str, float]:
    """Return the boundary F1 of each treebank."""
    pack = read_section(Sentences, HERE / "id" / "sentences.toml")
    folder = data / "ud-id"
    return {f"{name}_f1": _score(_texts(folder / file), pack) for name, file in FILES.items()}


def article(text: str) -> Article:
    """Return an article that holds only this text."""
    return Article(
        id="0" * 16, path="", url=None, canonical_url=None, outlet=None, language="id", title="", byline=None,
        dateline=None, published_at=None, date_candidates=(), captions="", furniture=(), text=text,
    )  # fmt: skip


def wrong_places(data: Path, name: str) -> Iterator[str]:
    """Yield the surroundings of each missed (-) and each false (+) boundary, to be read."""
    pack = read_section(Sentences, HERE / "id" / "sentences.toml")
    for text, gold in _joined(_texts(data / "ud-id" / FILES[name])):
        found = _ends(text, pack)
        for place in sorted(found ^ gold):
            yield f"{'+' if place in found else '-'} {text[max(0, place - 50) : place]} || {text[place : place + 30]}"


def _texts(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]


def _joined(texts: Sequence[str]) -> Iterator[tuple[str, set[int]]]:
    for first in range(0, len(texts), JOINED):
        group = texts[first : first + JOINED]
        text, gold = "", set()
        for sentence in group:
            text = f"{text} {sentence}" if text else sentence
            gold.add(len(text))
        yield text, gold - {len(text)}


def _ends(text: str, pack: Sentences) -> set[int]:
    return {span.end for span in read_sentences(article(text), "body", pack)} - {len(text)}


def _score(texts: Sequence[str], pack: Sentences) -> float:
    right = found = wanted = 0
    for text, gold in _joined(texts):
        ends = _ends(text, pack)
        right, found, wanted = right + len(ends & gold), found + len(ends), wanted + len(gold)
    return 2 * right / (found + wanted)
