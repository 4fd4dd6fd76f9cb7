"""The corpora the token labels are learned from, each read as texts with labelled character spans.

The corpora follow different guidelines, so every one keeps its own labels and gets a head of its own in training;
only the head of idner-news-2k is shipped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CORPORA: dict[str, tuple[str, ...]] = {
    "idner": ("PER", "ORG", "LOC"),
    "nergrit": ("PERSON", "ORGANISATION", "PLACE"),
    "nerp": ("PPL", "PLC", "IND", "EVT", "FNB"),
    "ud": ("PROPN",),
}
"""The kinds each corpus labels. NERP marks no organisations as such: its own head makes no claim about them."""

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: its text, labelled spans (start, end, kind) and the corpus whose guideline they follow."""

    text: str
    spans: tuple[Span, ...]
    corpus: str


def tags(kinds: Iterable[str]) -> tuple[str, ...]:
    """The token labels of these kinds: O, then B and I of each."""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))


# --- tagged tokens --------------------------------------------------------------------------------------------

Row = tuple[str, str]


def read_rows(path: Path, separator: str | None) -> Iterator[list[Row]]:
    """Yield each sentence's tokens and tags; the tag is the last column."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split(separator) for line in block.splitlines() if line.strip()]
        if lines:
            yield [(line[0], line[-1]) for line in lines]


def spaced(rows: list[Row], glued: Iterable[bool], corpus: str) -> Example:
    """The sentence with a space before every token that is not glued to the one before."""
    text, places = "", []
    for (word, _), joined in zip(rows, glued, strict=True):
        text += word if joined or not text else f" {word}"
        places.append((len(text) - len(word), len(text)))
    return Example(text, tuple(_spans(rows, places)), corpus)


def _spans(rows: list[Row], places: list[tuple[int, int]]) -> Iterator[Span]:
    opened: Span | None = None
    for (_, tag), (start, end) in zip(rows, places, strict=True):
        part, _, kind = tag.partition("-")
        if opened and part == "I" and kind == opened[2]:
            opened = (opened[0], end, kind)
            continue
        if opened:
            yield opened
        opened = None if part == "O" else (start, end, kind)
    if opened:
        yield opened


CLOSING, OPENING, QUOTES = set(",.;:?!%)]}…"), set("([{"), set("\"'“”‘’")


def natural(rows: list[Row]) -> list[bool]:
    """Whether each token is written right after the one before, as print would have it."""
    words = [word for word, _ in rows]
    glued, quoted, opens = [], set[str](), False
    for index, word in enumerate(words):
        decimal = index > 1 and word.isdigit() and words[index - 1] in ",." and words[index - 2].isdigit()
        glued.append(opens or decimal or word in CLOSING or word in quoted)
        if word in QUOTES:
            quoted ^= {word}
        opens = word in OPENING or (word in QUOTES and word in quoted)
    return [False, *glued[1:]]


# --- the raw text of idner-news-2k ------------------------------------------------------------------------------


def plain_lines(path: Path) -> Iterator[str]:
    """The sentences of ner-syaifudin without their tags."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield re.sub(r"</?[A-Z]+>", "", line).strip()


def squeezed(text: str) -> str:
    """The text without space and quote marks: what a sentence and its tokens share."""
    return re.sub(r"[\s\"'“”‘’]", "", text)


def restored(rows: list[Row], raw: str, corpus: str) -> Example | None:
    """The tokens' labels on the raw text they were cut from; None where they do not fit."""
    places, at = [], 0
    for word, _ in rows:
        start = raw.find(word, at)
        if start < 0 or squeezed(raw[at:start]):
            return None
        places.append((start, start + len(word)))
        at = start + len(word)
    return Example(raw, tuple(_spans(rows, places)), corpus)


# --- each corpus ------------------------------------------------------------------------------------------------


def read_idner(data: Path, part: str) -> list[tuple[Example, Example]]:
    """Each sentence twice: its tokens a space apart, and as it was printed where ner-syaifudin has it."""
    raw = {squeezed(line): line for line in plain_lines(data / "ner-syaifudin" / "data_train.txt")}
    pairs = []
    for rows in read_rows(data / "ner-idner-news-2k" / f"{part}.txt", None):
        apart = spaced(rows, [False] * len(rows), "idner")
        line = raw.get(squeezed(apart.text))
        apart_too = line is None or " ," in line or " ." in line
        printed = None if apart_too else restored(rows, line or "", "idner")
        pairs.append((apart, printed or spaced(rows, natural(rows), "idner")))
    return pairs


def read_nergrit(data: Path, part: str) -> list[Example]:
    rows = read_rows(data / "ner-nergrit" / f"{part}_preprocess.txt", "\t")
    return [spaced(each, natural(each), "nergrit") for each in rows]


def read_nerp(data: Path, part: str) -> list[Example]:
    """NERP in its lower case; a sentence that stands there twice is kept once."""
    rows = read_rows(data / "ner-nerp" / f"{part}_preprocess.dedup.txt", "\t")
    found = {example.text: example for example in (spaced(each, natural(each), "nerp") for each in rows)}
    return list(found.values())


def read_ud(data: Path) -> list[Example]:
    """The treebanks' sentences as printed, runs of proper nouns labelled; not CSUI's, which are scored elsewhere."""
    examples = []
    for path in sorted((data / "ud-id").glob("*.conllu")):
        if "csui" in path.name:
            continue
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            text = re.search(r"^# text = (.+)$", block, re.MULTILINE)
            if text:
                columns = (line.split("\t") for line in block.splitlines() if line[:1].isdigit())
                words = [(each[1], each[3]) for each in columns if each[0].isdigit()]
                examples.append(_proper(text[1], words))
    return examples


def _proper(text: str, words: list[tuple[str, str]]) -> Example:
    places: list[Span] = []
    at, before = 0, False
    for word, kind in words:
        start = text.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        if kind == "PROPN":
            places.append((places.pop()[0], at, kind) if before and places else (start, at, kind))
        before = kind == "PROPN"
    return Example(text, tuple(places), "ud")
