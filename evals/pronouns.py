"""Which person a pronoun stands for: share of "ia", "dia", "beliau", "-nya" whose person our resolution names, on two corpora.

Gold pronouns and names are given; a pronoun counts where a person of its gold cluster is named before it, and is right where
the latest naming before it of the person we choose is in that cluster. IndoCoref (encyclopedia) and CSUI news are split by
hash of file or piece; the weights are fitted on the tune halves (`training/fit_coreference.py`), "nearest" is the baseline of
the person named last.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.entities import Phrase, Sentences, csui, name_of, part_of, roots_of, written
from evals.labelled_news import article
from evals.reading import names_of
from rujuk.annotate.coreference import Scene, antecedent, referring, scene
from rujuk.annotate.entities import join_names
from rujuk.annotate.name_reader import Name
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import read_sentence
from rujuk.lang.base import LanguagePack, load

PRONOUNS = frozenset({"ia", "dia", "beliau", "nya"})
OPENED = re.compile(r'\{(M\d+):jenis="([^"]*)" ?|\}')


@dataclass(frozen=True)
class Case:
    """A text's persons and pronouns: offsets of pronouns with the entities that are right, none where nobody is named."""

    key: str
    told: Scene
    pronouns: tuple[tuple[int, frozenset[str]], ...]


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return the accuracy on each corpus, and of the nearest person as a peer."""
    scores = {}
    for name, cases in (("csui", csui_cases(data)), ("indocoref", indocoref_cases(data))):
        own = [case for case in cases if part_of(case.key) == part]
        scores[f"{name}_pronouns"] = accuracy(own)
        scores[f"{name}_pronouns_peer_nearest"] = accuracy(own, NEAREST)
    return scores | possessives(data, part)


def possessives(data: Path, part: str) -> dict[str, float]:
    """Return how many of the endings read as a person's "-nya" are marked in IndoCoref, and how many of the marked are read."""
    pack = load("id")
    both = read = marked = 0
    for path in sorted((data / "coref-indocoref" / "annotated").glob("*.txt")):
        if part_of(path.name) != part:
            continue
        text, marks = _sacr(path.read_text(encoding="utf-8"))
        gold = {start for _, _, start, end in marks if text[start:end].strip(" .,").casefold() == "nya"}
        spans = read_sentences(article(path.name, text, None), "body", pack.sentences)
        found = (item for span in spans for item in referring(read_sentence(span), pack))
        own = {item.start for item in found if item.kind == "possessive"}
        both, read, marked = both + len(own & gold), read + len(own), marked + len(gold)
    return {"indocoref_possessives_precision": both / read, "indocoref_possessives_recall": both / marked}


NEAREST: Mapping[str, float] = dict.fromkeys(
    ("distance", "here", "before", "leads", "opens", "nearest", "often", "latest", "first"), 0.0
) | {"nearest": 1.0}


def accuracy(cases: list[Case], fitted: Mapping[str, float] | None = None) -> float:
    """Return the share of pronouns whose person is chosen."""
    right = total = 0
    for case in cases:
        latest = None
        for place, gold in case.pronouns:
            latest = antecedent(case.told, place, latest, fitted)
            right += latest in gold
            total += 1
    return right / total if total else 0.0


def indocoref_cases(data: Path) -> Iterator[Case]:
    """Yield the passages of IndoCoref."""
    pack = load("id")
    for path in sorted((data / "coref-indocoref" / "annotated").glob("*.txt")):
        text, marks = _sacr(path.read_text(encoding="utf-8"))
        roots = _clusters(marks)
        names = [
            (start, end, roots[own])
            for own, kind, start, end in marks
            if kind == "named-entity person" and end > start
        ]
        pronouns = [
            (start, roots[own])
            for own, kind, start, end in marks
            if kind.startswith(("kata ganti orang tunggal", "kata ganti orang kepemilikan"))
            and text[start:end].strip(" .,").casefold() in PRONOUNS
        ]
        yield _case(path.name, text, names, pronouns, pack)


Mark = tuple[str, str, int, int]


def _sacr(raw: str) -> tuple[str, list[Mark]]:
    """Return a text without its marks, and each mark's id, kind and offsets; a mark without kind names the antecedent."""
    text, place, stack, found = "", 0, [], []
    for match in OPENED.finditer(raw):
        text += raw[place : match.start()]
        place = match.end()
        if match.group(1):
            stack.append((match.group(1), match.group(2), len(text)))
        elif stack:
            own, kind, start = stack.pop()
            found.append((own, kind, start, len(text)))
    return text + raw[place:], sorted(found, key=lambda mark: (mark[2], -mark[3]))


def _clusters(marks: list[Mark]) -> dict[str, str]:
    """Return the cluster of each mark: an inner mark without kind says which mark the outer one takes up."""
    parent = {own: own for own, _, _, _ in marks}

    def root(own: str) -> str:
        while parent[own] != own:
            own = parent[own]
        return own

    open_marks: list[Mark] = []
    for mark in marks:
        while open_marks and open_marks[-1][3] <= mark[2] and open_marks[-1] != mark:
            open_marks.pop()
        if not mark[1] and open_marks:
            parent[root(open_marks[-1][0])] = root(mark[0])
        if mark[1]:
            open_marks.append(mark)
    return {own: root(own) for own in parent}


def csui_cases(data: Path) -> Iterator[Case]:
    """Yield the pieces of CSUI news."""
    pack = load("id")
    for number, document in enumerate(csui(data)):
        yield _csui_case(f"csui-{number}", document, pack)


def _csui_case(key: str, document: Sentences, pack: LanguagePack) -> Case:
    text, spans = written(document)
    own = article(key, text, None)
    sentences = [read_sentence(span) for span in read_sentences(own, "body", pack.sentences)]
    found = names_of(sentences, pack)
    root = roots_of([phrase for phrase, _ in spans])
    names, pronouns = [], []
    for phrase, start in spans:
        if _bare(phrase) in PRONOUNS:
            pronouns.append((start, root[phrase.id]))
            continue
        name = name_of(phrase, start, found, pack)
        if name is not None and name.label == "PER":
            names.append((name.start, name.end, root[phrase.id]))
    return _case(key, text, names, pronouns, pack)


def _bare(phrase: Phrase) -> str:
    return phrase.text.strip(" .,!?").casefold()


def _case(
    key: str,
    text: str,
    named: list[tuple[int, int, str]],
    pronouns: list[tuple[int, str]],
    pack: LanguagePack,
) -> Case:
    """Return a case of gold names and pronouns with their clusters; the names are joined by our own rules."""
    own = article(key, text, None)
    spans = read_sentences(own, "body", pack.sentences)
    flat = sorted({start: (start, end, cluster) for start, end, cluster in named}.values())
    names = [Name("body", start, end, text[start:end].strip(), "PER", None, True) for start, end, _ in flat]
    mentions, _ = join_names(own, names, pack)
    persons = [(mention.span.start, mention.entity) for mention in mentions]
    clusters = {start: cluster for start, _, cluster in flat}
    asked = []
    for place, cluster in pronouns:
        latest = {entity: clusters[start] for start, entity in persons if start < place}
        if cluster in {clusters[start] for start, _ in persons if start < place}:
            asked.append((place, frozenset(e for e, held in latest.items() if held == cluster)))
    return Case(key, scene(spans, persons), tuple(sorted(asked)))
