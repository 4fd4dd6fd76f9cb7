"""What one epoch learns from: examples drawn from each corpus, varied, and cut into pieces with labels."""

import itertools
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import wordfreq

from training.label_corpora import (
    CORPORA,
    Example,
    read_idner,
    read_nergrit,
    read_nerp,
    read_ud,
    tags,
)
from training.label_variants import Names, Shares, lengthened, read_names, varied

SHIPPED = "idner"  # the corpus whose guideline the shipped head follows
PREFIX, PASSAGE_PREFIX = "query: ", "passage: "
LONGEST, LONGEST_PASSAGE = 250, 128
"""Pieces of a text and of a passage that are learned from; the median sentence has 31, a window at run time 256."""
CHARACTERS = (300, 1000)
"""Of a text of several sentences: some 70 to 240 pieces."""
SHARES = Shares()
PASSAGE = 4  # sentences of a treebank, one after the other, that are read as one passage
IGNORED = -100

Drawn = dict[str, tuple[int, ...]]
# Sentences drawn from each corpus in each epoch, beside all of idner-news-2k: first the other guidelines, then the
# shipped one alone; passages and anchors keep the vectors of longer texts and of English and Malay.
DRAWN: Drawn = {
    "nergrit": (600, 600, 400, 0, 0, 0, 0, 0),
    "nerp": (800, 800, 400, 0, 0, 0, 0, 0),
    "ud": (100, 100, 100, 100, 0, 0, 0, 0),
    "passage": (40,) * 8,
    "anchor": (160,) * 8,
}
INVENTED = 1000  # strings of words made for each language of the encoder


@dataclass(frozen=True)
class Pools:
    """All examples by corpus; of idner-news-2k each sentence twice, spaced and as printed."""

    idner: list[tuple[Example, Example]]
    others: dict[str, list[Example]]
    names: Names

    def unvaried(self) -> list[Example]:
        """One example for every text that has a vector to keep to."""
        every = [*(each for pair in self.idner for each in pair), *itertools.chain(*self.others.values())]
        return sorted({each.text: each for each in every}.values(), key=lambda each: each.text)


def read_pools(data: Path, seed: int) -> Pools:
    idner = read_idner(data, "train")
    nergrit = read_nergrit(data, "train")
    others = {
        "nergrit": nergrit,
        "nerp": read_nerp(data, "train"),
        "ud": read_ud(data),
        "anchor": [Example(text, (), "anchor") for text in anchors(data, seed)],
        "passage": [Example(text, (), "passage") for text in passages(data)],
    }
    return Pools(idner, others, read_names(data, [pair[1] for pair in idner], nergrit))


def treebank_texts(data: Path, key: str) -> list[list[str]]:
    """Each treebank's sentences in order: `text` in Indonesian, `text_en` in English."""
    paths = sorted((data / "ud-id").glob("*.conllu"))
    return [
        re.findall(rf"^# {key} = (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) for path in paths
    ]


def passages(data: Path) -> list[str]:
    """Neighbouring sentences joined, in both languages, as an article's title and lead are read for clustering."""
    banks = [*treebank_texts(data, "text"), *treebank_texts(data, "text_en")]
    return [" ".join(bank[at : at + PASSAGE]) for bank in banks for at in range(0, len(bank), PASSAGE)]


def anchors(data: Path, seed: int) -> list[str]:
    """Texts without labels, only to keep their vectors: the treebanks' English, and strings of words in use."""
    texts = [text for bank in treebank_texts(data, "text_en") for text in bank]
    draw = random.Random(seed)
    for language in ("en", "ms", "id"):
        words = wordfreq.top_n_list(language, 20_000)
        shares = [wordfreq.word_frequency(word, language) for word in words]
        for _ in range(INVENTED):
            picked = draw.choices(words, shares, k=draw.randint(5, 25))
            texts.append(" ".join(picked).capitalize() + draw.choice([".", "", "."]))
    return texts


# --- one epoch ------------------------------------------------------------------------------------------------


def epoch_examples(pools: Pools, drawn: Drawn, epoch: int, draw: random.Random) -> list[Example]:
    """The examples of one epoch, in no order: all of idner-news-2k, a sample of each other corpus."""
    chosen = [varied(draw.choice(pair), pools.names, SHARES, draw) for pair in pools.idner]
    chosen = lengthened(chosen, SHARES.long, CHARACTERS, draw)
    for corpus, counts in drawn.items():
        chosen += draw.sample(pools.others[corpus], min(counts[epoch], len(pools.others[corpus])))
    return chosen


# --- pieces ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pieces:
    """One example as the network reads it; labels are IGNORED on marks, the prefix and a unit's later pieces."""

    ids: tuple[int, ...]
    labels: tuple[int, ...]
    corpus: str
    text: str


def pieces(example: Example, tokenizer: Any) -> Pieces:
    passage = example.corpus == "passage"
    encoding = tokenizer.encode((PASSAGE_PREFIX if passage else PREFIX) + example.text)
    ids = encoding.ids[: LONGEST_PASSAGE if passage else LONGEST]
    if example.corpus not in CORPORA:
        return Pieces(tuple(ids), (IGNORED,) * len(ids), example.corpus, example.text)
    number = {name: i for i, name in enumerate(tags(CORPORA[example.corpus]))}
    labels, before = [IGNORED] * len(ids), -1
    for index, start in unit_starts(PREFIX + example.text, encoding):
        if index < len(ids):
            labels[index] = number[label_at(start - len(PREFIX), before - len(PREFIX), example)]
        before = start
    return Pieces(tuple(ids), tuple(labels), example.corpus, example.text)


def unit_starts(whole: str, encoding: Any) -> list[tuple[int, int]]:
    """Pieces that begin a unit (a run of letters and digits, or one other character), and where they start."""
    starts, last = [], -1
    for index, ((start, end), token) in enumerate(zip(encoding.offsets, encoding.tokens, strict=True)):
        if token == "▁" or encoding.special_tokens_mask[index] or start < len(PREFIX):
            continue
        inner = start == last and whole[start].isalnum() and whole[start - 1].isalnum()
        if not inner:
            starts.append((index, start))
        last = end
    return starts


def label_at(place: int, before: int, example: Example) -> str:
    """The label of a unit that starts at `place`, the one before it at `before`."""
    for start, end, kind in example.spans:
        if start <= place < end:
            return f"{'B' if before < start else 'I'}-{kind}"
    return "O"
