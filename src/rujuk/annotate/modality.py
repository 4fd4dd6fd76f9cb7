"""Words that make what they govern hedged, denied, asked or planned, with how far they reach."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rujuk.annotate.tokens import Sentence, Token, phrase_at, phrase_table
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import ModalCue, Modality
from rujuk.model.text import Article

LONGEST_CLAUSE = 80
"""Tokens of the longest clause a cue may govern; no clause that was read in June 2025 news has half as many."""
QUOTES = frozenset('“”"')
SHORTEST_QUOTED = 3
"""Tokens from one quotation mark to the next between which no clause stands."""
LONGEST_OBJECT = 120
"""Tokens that a verb like "membantah" may govern behind it, which bounds the work on a sentence of nothing else."""
SHORTEST_VERB = 5
"""Letters that a word with a verb's prefix has more than; shorter ones ("meja", "diri") are nouns."""
CUTS = frozenset(',;:-–—"“”()')
RULES: tuple[tuple[str, Modality], ...] = (
    ("hedge", "hedged"),
    ("hearsay", "hedged"),
    ("condition", "hedged"),
    ("denial", "denied"),
    ("negation", "denied"),
    ("question", "asked"),
    ("plan", "planned"),
    ("forecast", "planned"),
    ("wish", "planned"),
)
MODALITY_OF = dict(RULES)
OPENERS = ("condition", "question")
"""Rules whose cues begin the clause that they govern."""
Phrases = dict[str, tuple[tuple[str, ...], ...]]


class Cues(NamedTuple):
    """Phrase tables of a pack: all cues at once, what each means, the pseudo-cues, and what cuts clauses."""

    phrases: Phrases
    rules: dict[tuple[str, ...], str]
    onward: frozenset[tuple[str, ...]]
    spoken: frozenset[tuple[str, ...]]
    pseudo: Phrases
    openers: Phrases
    complementizers: frozenset[str]
    relatives: frozenset[str]
    demonstratives: frozenset[str]
    coordinators: Phrases
    joiners: frozenset[str]
    reporting: Phrases
    verbs: frozenset[str]
    verb_prefixes: tuple[str, ...]


@lru_cache(maxsize=16)
def _cues(pack: LanguagePack) -> Cues:
    listed = [(phrase, rule) for rule, _ in RULES for phrase in getattr(pack.modality, rule)]
    rules = {words: rule for phrase, rule in reversed(listed) for words in _words(phrase)}
    clauses, opening = pack.clauses, [phrase for phrase, rule in listed if rule in OPENERS]
    return Cues(
        phrases=phrase_table([phrase for phrase, _ in listed]),
        rules=rules,
        onward=frozenset(words for phrase in pack.modality.onward for words in _words(phrase)),
        spoken=frozenset(words for phrase in pack.speech.following_pronouns for words in _words(phrase)),
        pseudo=phrase_table(pack.modality.pseudo),
        openers=phrase_table((*clauses.subordinators, *clauses.complementizers, *opening)),
        complementizers=frozenset(clauses.complementizers),
        relatives=frozenset(clauses.relatives),
        demonstratives=frozenset(pack.speech.demonstratives),
        coordinators=phrase_table(clauses.coordinators),
        joiners=frozenset(clauses.noun_joiners),
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
    denial of a claim). Reach: the clause; for a verb whose object is what it changes ("membantah", "meminta"), and for any
    cue before a complementizer, what follows up to the sentence's end or to "…, tetapi", of a verb that opens the sentence to its first comma; for a question mark
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
        if length and length >= skipped and not _is_other(tokens, index, length, cues):
            cue = _cue(article, sentence, cues, index, length, _carried(tokens, edges, index, length, cues))
            if cue is not None:
                yield cue
        index += max(length, skipped, 1)
    marks = [token for token in tokens if token.text == "?"]
    if marks:
        span = article.span(marks[0].start, marks[0].end, sentence.span.part)
        yield ModalCue(span, "asked", sentence.span, "question_mark")


def _carried(
    tokens: Sequence[Token], edges: Sequence[tuple[int, int]], index: int, length: int, cues: Cues
) -> tuple[int, int]:
    """Return the clause of a cue, of a plan with the verb that a coordinator adds to it: "akan menutup jalan dan membangun …".

    Not from a relative clause ("warga yang akan pindah dan membagikan beras"), nor to a verb of saying.
    """
    start, end = edges[index]
    first = bisect_left(tokens, start, key=lambda token: token.start)
    after = bisect_left(tokens, end, key=lambda token: token.start)
    words = tuple(token.lower for token in tokens[index : index + length])
    planned = MODALITY_OF[cues.rules[words]] == "planned"
    if not planned or after >= len(tokens) or tokens[first].lower in cues.relatives:
        return start, end
    verb = after + (tokens[after].lower in cues.joiners)
    said = verb < len(tokens) and (
        phrase_at(tokens, verb, cues.reporting) or phrase_at(tokens, verb, cues.phrases)
    )
    added = after < verb < len(tokens) and tokens[verb].lower.startswith(cues.verb_prefixes) and not said
    return (start, edges[after][1]) if added and len(tokens[verb].lower) > SHORTEST_VERB else (start, end)


def _is_other(tokens: Sequence[Token], index: int, length: int, cues: Cues) -> bool:
    """Return whether a cue stands for something else here: a word of speech, or "that" behind a verb of saying ("mengakui kalau")."""
    rule = cues.rules[tuple(token.lower for token in tokens[index : index + length])]
    said = rule == "condition" and index > 0 and phrase_at(tokens, index - 1, cues.reporting) == 1
    return said or _only_speech(tokens, index, length, cues)


def _only_speech(tokens: Sequence[Token], index: int, length: int, cues: Cues) -> bool:
    """Return whether a cue that may tell of speech does so here ("…," katanya kepada warga) and is no hearsay ("katanya dijual")."""
    after = index + length
    if tuple(token.lower for token in tokens[index:after]) not in cues.spoken:
        return False
    leads = index == 0 or tokens[index - 1].is_word
    return not leads or after >= len(tokens) or not (tokens[after].is_word or tokens[after].text == ",")


def _cue(
    article: Article, sentence: Sentence, cues: Cues, index: int, length: int, clause: tuple[int, int]
) -> ModalCue | None:
    """Return the cue at a token, or None for a doubt that has no object ("membuat warga khawatir")."""
    tokens, part = sentence.tokens, sentence.span.part
    words = tuple(token.lower for token in tokens[index : index + length])
    rule = cues.rules[words]
    start, end = tokens[index].start, tokens[index + length - 1].end
    introduces = _introduces(tokens, index + length, cues)
    onward = words in cues.onward or introduces
    # A verb alone: "Tidak benar bupati menerima uang, beras" goes on behind its comma.
    opens = length == 1 and not introduces and not any(token.is_word for token in tokens[:index])
    governed = _object(tokens, index + length, cues, opens=opens) if onward else None
    if onward and governed is None and MODALITY_OF[rule] == "hedged":
        return None
    reach = governed or clause
    return ModalCue(article.span(start, end, part), MODALITY_OF[rule], article.span(*reach, part), rule)


def _introduces(tokens: Sequence[Token], after: int, cues: Cues) -> bool:
    """Return whether a cue that ends here has what it governs behind a complementizer ("tidak benar bahwa …")."""
    return after < len(tokens) and tokens[after].lower in cues.complementizers


def _object(
    tokens: Sequence[Token], first: int, cues: Cues, *, opens: bool = False
) -> tuple[int, int] | None:
    """Return the offsets of what follows from a token on, up to a comma before another clause ("…, tetapi"), or None for nothing.

    Of a cue that `opens` its sentence the main clause stands behind the first comma ("Membantah tudingan itu, X menyebut …").
    """
    while first < len(tokens) and not tokens[first].is_word:
        first += 1
    end = min(len(tokens), first + LONGEST_OBJECT)
    last = next(
        (
            index
            for index in range(first + 1, end - 1)
            if (opens and tokens[index].text == ",") or _turns(tokens, index, cues)
        ),
        end,
    )
    return (tokens[first].start, tokens[last - 1].end) if first < last else None


def _turns(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Return whether a comma stands here with a coordinator and a clause behind it."""
    return tokens[index].text == "," and (
        _adds_clause(tokens, index + 1, cues) or phrase_at(tokens, index + 1, cues.coordinators) > 1
    )


def _clauses(tokens: Sequence[Token], cues: Cues) -> list[tuple[int, int]]:
    """Return for each token the offsets of the clause it stands in, cut at marks and at the pack's clause words.

    A relative clause goes on to a demonstrative that closes it ("orang yang lari itu | akan ditangkap"), else to the next cut.
    """
    edges: list[tuple[int, int]] = []
    first, relative = 0, False
    for index, token in enumerate(tokens):
        closed = (
            relative
            and index > first + 1
            and tokens[index - 1].lower in cues.demonstratives
            and token.is_word
        )
        opens = token.lower in cues.relatives
        cut = _cuts(tokens, index) or index - first >= LONGEST_CLAUSE or opens or closed
        if cut or _begins_clause(tokens, index, cues):
            edges += [_extent(tokens, first, index)] * (index - first)
            first, relative = index, opens
    return edges + [_extent(tokens, first, len(tokens))] * (len(tokens) - first)


def _cuts(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a mark ends a clause here; marks around a word or two ("“kemungkinan”") do not."""
    text = tokens[index].text
    if text not in QUOTES:
        return text in CUTS
    near = range(max(0, index - SHORTEST_QUOTED), min(len(tokens), index + SHORTEST_QUOTED + 1))
    return not any(tokens[other].text in QUOTES for other in near if other != index)


def _begins_clause(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Return whether a clause begins here: at an opener, after a verb of saying, or at a coordinator before a verb ("dan menahan")."""
    said = index > 0 and phrase_at(tokens, index - 1, cues.reporting) == 1
    return phrase_at(tokens, index, cues.openers) > 0 or said or _adds_clause(tokens, index, cues)


def _adds_clause(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Return whether a coordinator stands here with a verb, or a word of doubt, denial or plan, right behind it."""
    length = phrase_at(tokens, index, cues.coordinators)
    if not length or index + length >= len(tokens):
        return False
    word = tokens[index + length].lower
    prefixed = word.startswith(cues.verb_prefixes) and len(word) > SHORTEST_VERB
    return word in cues.verbs or prefixed or phrase_at(tokens, index + length, cues.phrases) > 0


def _extent(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the offsets of tokens first..last without a mark in front."""
    if first + 1 < last and tokens[first].text in CUTS:
        first += 1
    return tokens[first].start, tokens[max(first, last - 1)].end
