"""Words that make what they govern hedged, denied, asked or planned, with how far they reach."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rujuk.annotate.tokens import Sentence, Token, phrase_at, phrase_table
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import ModalCue, Modality
from rujuk.model.text import Article

LONGEST_CLAUSE = 80
"""Tokens of the longest clause a cue may govern; no clause that was read in June 2025 news has half as many."""
CUTS = frozenset(',;:–—"“”()')
RULES: tuple[tuple[str, Modality], ...] = (
    ("hedge", "hedged"),
    ("hearsay", "hedged"),
    ("denial", "denied"),
    ("negation", "denied"),
    ("question", "asked"),
    ("plan", "planned"),
    ("forecast", "planned"),
)
TO_THE_END = frozenset({"denial"})
Phrases = dict[str, tuple[tuple[str, ...], ...]]


class Cues(NamedTuple):
    """Phrase tables of a pack: all cues at once, what each means, the pseudo-cues, and what cuts clauses."""

    phrases: Phrases
    rules: dict[tuple[str, ...], str]
    pseudo: Phrases
    subordinators: Phrases
    coordinators: Phrases
    reporting: Phrases
    verbs: frozenset[str]
    verb_prefixes: tuple[str, ...]


@lru_cache(maxsize=16)
def _cues(pack: LanguagePack) -> Cues:
    listed = [(phrase, rule) for rule, _ in RULES for phrase in getattr(pack.modality, rule)]
    rules = {words: rule for phrase, rule in reversed(listed) for words in _words(phrase)}
    clauses = pack.clauses
    return Cues(
        phrases=phrase_table([phrase for phrase, _ in listed]),
        rules=rules,
        pseudo=phrase_table(pack.modality.pseudo),
        subordinators=phrase_table((*clauses.subordinators, *clauses.complementizers)),
        coordinators=phrase_table(clauses.coordinators),
        reporting=phrase_table(pack.speech.preceding),
        verbs=frozenset(clauses.verbs),
        verb_prefixes=clauses.verb_prefixes,
    )


def _words(phrase: str) -> list[tuple[str, ...]]:
    return [words for found in phrase_table([phrase]).values() for words in found]


def read_modal_cues(
    article: Article, sentences: Sequence[Sentence], pack: LanguagePack
) -> tuple[ModalCue, ...]:
    """Return the modal cues of these sentences, sorted by part and offset.

    `rule` is the list of the pack that the cue stands in ("negation" is a statement in the negative, "denial" somebody's
    denial of a claim). Reach: the clause; for a denial from the cue to the end of its sentence; for a question mark
    the whole sentence.
    """
    cues = _cues(pack)
    found = [cue for sentence in sentences for cue in _read(article, sentence, cues)]
    return tuple(sorted(found, key=lambda cue: (cue.span.part, cue.span.start)))


def _read(article: Article, sentence: Sentence, cues: Cues) -> Iterator[ModalCue]:
    tokens = sentence.tokens
    edges = _clauses(tokens, cues)
    index = 0
    while index < len(tokens):
        skipped = phrase_at(tokens, index, cues.pseudo)
        length = phrase_at(tokens, index, cues.phrases)
        if length and length >= skipped:
            yield _cue(article, sentence, cues, index, length, edges[index])
        index += max(length, skipped, 1)
    marks = [token for token in tokens if token.text == "?"]
    if marks:
        span = article.span(marks[0].start, marks[0].end, sentence.span.part)
        yield ModalCue(span, "asked", sentence.span, "question_mark")


def _cue(
    article: Article, sentence: Sentence, cues: Cues, index: int, length: int, clause: tuple[int, int]
) -> ModalCue:
    tokens, part = sentence.tokens, sentence.span.part
    rule = cues.rules[tuple(token.lower for token in tokens[index : index + length])]
    start, end = tokens[index].start, tokens[index + length - 1].end
    onward = rule in TO_THE_END or phrase_at(tokens, index, cues.reporting) == length
    reach = article.span(start, sentence.span.end, part) if onward else article.span(*clause, part)
    return ModalCue(article.span(start, end, part), dict(RULES)[rule], reach, rule)


def _clauses(tokens: Sequence[Token], cues: Cues) -> list[tuple[int, int]]:
    """Return for each token the offsets of the clause it stands in, cut at marks and at the pack's clause words."""
    edges: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if token.text in CUTS or index - first >= LONGEST_CLAUSE or _begins_clause(tokens, index, cues):
            edges += [_extent(tokens, first, index)] * (index - first)
            first = index
    return edges + [_extent(tokens, first, len(tokens))] * (len(tokens) - first)


def _begins_clause(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Return whether a clause begins here: at a subordinator, after a verb of saying, or at a coordinator before a verb ("dan menahan")."""
    if phrase_at(tokens, index, cues.subordinators) or (
        index and phrase_at(tokens, index - 1, cues.reporting) == 1
    ):
        return True
    length = phrase_at(tokens, index, cues.coordinators)
    if not length or index + length >= len(tokens):
        return False
    word = tokens[index + length].lower
    return word in cues.verbs or (word.startswith(cues.verb_prefixes) and len(word) > 5)


def _extent(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the offsets of tokens first..last without a mark in front."""
    if first + 1 < last and tokens[first].text in CUTS:
        first += 1
    return tokens[first].start, tokens[max(first, last - 1)].end
