"""Who names and pronouns stand for: joining within a document (CSUI news), pronouns (CSUI, IndoCoref), alias pairs of stories.

Files and documents are split by hash (first 8 hex digits of the SHA-256 of "rujuk:" and the key, even: tune, odd: report):
the report half was not looked at while rules were written. CSUI news marks no documents: a piece is a run of sentences over
none of whose gaps a link reaches. Names there are phrases that begin with a proper noun in capitals and tell no time or number;
mention spans are given, kinds are those that our reading of the text
gives them (the file's own classes are a tagger's guesses).
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evals.aliases import alias_scores
from evals.labelled_news import article
from evals.reading import names_of
from rujuk.annotate.entities import join_names
from rujuk.annotate.name_reader import Name
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import read_sentence
from rujuk.lang.base import LanguagePack, load

PLAIN = "[.,;:!?\"'“”]"


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return B³ F1 of names and the precision and recall of alias pairs."""
    pack = load("id")
    made = 0
    precision = recall = 0.0
    for number, document in enumerate(csui(data)):
        if part_of(f"csui-{number}") != part:
            continue
        gold, mine = clusters(document, pack)
        precision += b_cubed(mine, gold)
        recall += b_cubed(gold, mine)
        made += len(gold)
    p, r = precision / made, recall / made
    return {"csui_names_b3": 2 * p * r / (p + r), **alias_scores(data, part)}


def part_of(key: str) -> str:
    """Return the part of the split that a document or file belongs to."""
    return "report" if int(sha256(f"rujuk:{key}".encode()).hexdigest()[:8], 16) % 2 else "tune"


def b_cubed(left: Mapping[int, Hashable], right: Mapping[int, Hashable]) -> float:
    """Return the sum, over items, of the share of an item's left cluster that is in its right cluster too."""
    sizes = Counter(left.values())
    both = Counter((left[item], right[item]) for item in left)
    return sum(both[left[item], right[item]] / sizes[left[item]] for item in left)


@dataclass(frozen=True)
class Phrase:
    """A noun phrase of CSUI news: its id, words with their parts of speech, kinds of names, and antecedent."""

    id: str
    words: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    coref: str | None

    @property
    def text(self) -> str:
        """Return the words as written, without closing marks."""
        return " ".join(word for word, _ in self.words)


Sentences = list[list[Phrase | str]]


def csui(data: Path) -> list[Sentences]:
    """Return the documents of CSUI news as sentences of phrases and other words."""
    root = ET.parse(data / "coref-csui-news" / "training" / "data.xml").getroot()
    read = [[_phrase(node) for node in sentence] for sentence in root]
    place = {item.id: n for n, sentence in enumerate(read) for item in sentence if isinstance(item, Phrase)}
    crossed: set[int] = set()
    for number, sentence in enumerate(read):
        for item in sentence:
            if isinstance(item, Phrase) and item.coref in place:
                first, last = sorted((number, place[item.coref]))
                crossed.update(range(first + 1, last + 1))
    found: list[Sentences] = []
    for number, sentence in enumerate(read):
        if number not in crossed:
            found.append([])
        found[-1].append(sentence)
    return found


def _phrase(node: ET.Element) -> Phrase | str:
    words = tuple(tuple(word.rsplit("\\", 1)) for word in (node.text or "").split())
    if node.get("type", "").startswith("np"):
        pairs = tuple((word[0], word[-1]) for word in words)
        kinds = tuple((node.get("ne") or "").split("|"))
        return Phrase(node.get("id") or "", pairs, kinds, node.get("coref"))
    return " ".join(word[0] for word in words)


def clusters(document: Sentences, pack: LanguagePack) -> tuple[dict[int, Hashable], dict[int, Hashable]]:
    """Return the gold cluster and ours of each name of a document, by its number."""
    text, spans = written(document)
    own = article("csui", text, None)
    sentences = [read_sentence(span) for span in read_sentences(own, "body", pack.sentences)]
    found = names_of(sentences, pack)
    names: list[Name] = []
    gold: dict[int, Hashable] = {}
    root = roots_of([phrase for phrase, _ in spans])
    for phrase, start in spans:
        name = name_of(phrase, start, found, pack)
        if name is not None:
            gold[len(names)] = root[phrase.id]
            names.append(name)
    mentions, _ = join_names(own, names, pack)
    return gold, {number: mention.entity for number, mention in enumerate(mentions)}


def written(document: Sentences) -> tuple[str, list[tuple[Phrase, int]]]:
    """Return a document's text and where each phrase stands in it."""
    text, spans = "", []
    for sentence in document:
        for item in sentence:
            if isinstance(item, Phrase):
                spans.append((item, len(text)))
            text += f"{item.text if isinstance(item, Phrase) else item} "
        text = f"{text[:-1]}\n"
    return text, spans


def name_of(phrase: Phrase, start: int, found: Sequence[Name], pack: LanguagePack) -> Name | None:
    """Return the name that a phrase is: the person read in it, else the body or place, else its capitalised words.

    None for phrases that begin without a proper noun in capitals, tell a time or number, are written words of the pack
    that are no names, or are a title without a person.
    """
    word, tag = phrase.words[0] if phrase.words else ("", "")
    first = re.sub(PLAIN, "", word).casefold()
    listed = {name.casefold() for name in (*pack.names.not_names, "dolar", "rupiah")}
    if tag != "NNP" or not word[:1].isupper() or first in listed or {"TIME", "NUM"} & {*phrase.kinds}:
        return None
    inside = [n for n in found if start <= n.start and n.end <= start + len(phrase.text)]
    person = next((name for name in inside if name.label == "PER"), None)
    if person or inside:
        roles = {role.casefold() for role in pack.names.roles}
        return person or (None if first in roles else inside[0])
    end = start + len(re.sub(f"{PLAIN}+$", "", phrase.text))
    return Name("body", start, end, phrase.text[: end - start], "ORG", None, False) if end > start else None


def roots_of(phrases: Sequence[Phrase]) -> dict[str, str]:
    """Return the first phrase of each phrase's chain of links."""
    parent = {phrase.id: phrase.coref for phrase in phrases}
    roots = {}
    for phrase in phrases:
        at, seen = phrase.id, set[str]()
        while (above := parent.get(at)) is not None and above in parent and at not in seen:
            seen.add(at)
            at = above
        roots[phrase.id] = at
    return roots
