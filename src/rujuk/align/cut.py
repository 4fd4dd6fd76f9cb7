"""Cutting a sentence into assertions at clause boundaries, with spans that stay exact.

A sentence is first cut where punctuation or a connective of the language pack stands; pieces without a verb of their own
are then put back, or, where they continue an enumeration ("lima drone dan satu rompi"), become discontinuous claims that
share the head of the first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from rujuk.align.config import AlignConfig
from rujuk.lang.base import LanguagePack
from rujuk.lang.clauses import Clauses
from rujuk.lang.verbs import is_verb

TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*|[^\w\s]")
STOPS = frozenset(",;–—")
QUOTES, ENDS = frozenset("”\"’'»"), frozenset(",.?!;")
OPENERS, CLOSERS = frozenset("([“«"), frozenset(")]”»")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the sentence with its offsets in it."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Return whether this is a word or number, not a mark."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class _Rules:
    pack: LanguagePack
    joiners: re.Pattern[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    noun_joiners: frozenset[str]
    connectives: frozenset[str]
    relatives: frozenset[str]
    fine: bool


@lru_cache(maxsize=16)
def _rules(pack: LanguagePack, fine: bool) -> _Rules:
    clauses = pack.clauses
    words = sorted(
        _connectives(clauses) | {*(clauses.adjuncts if fine else ())}, key=lambda word: (-len(word), word)
    )
    joiners = re.compile(r"(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)
    return _Rules(
        pack,
        joiners,
        frozenset(clauses.coordinators),
        frozenset(clauses.subordinators),
        frozenset(clauses.noun_joiners),
        frozenset(_connectives(clauses)),
        frozenset(clauses.relatives),
        fine,
    )


def _connectives(clauses: Clauses) -> set[str]:
    return {*clauses.coordinators, *clauses.subordinators, *clauses.complementizers, *clauses.relatives}


def cut(
    text: str,
    protected: Sequence[Range],
    counts: Sequence[int],
    forced: Sequence[int],
    pack: LanguagePack,
    config: AlignConfig,
    *,
    fine: bool = False,
) -> list[tuple[Range, ...]]:
    """Return the claims of a sentence as tuples of ranges in it, in order; a sentence that cannot be cut is one claim.

    `protected` are ranges (names, numbers, times, quoted words) inside of which it is never cut; `counts` are the offsets
    at which a counted thing begins; at the offsets in `forced` (where reported words begin or end) it is always cut. `fine` cuts at adjuncts too, into the smallest parts that tell something,
    with or without a verb. Every range begins at a word and ends at a word or closing mark; ranges of one claim do not overlap. Linear in the length of the sentence.
    """
    tokens = [Token(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]
    if not tokens:
        return []
    rules = _rules(pack, fine)
    claims: list[list[list[Token]]] = []
    for stretch in _stretches(tokens, forced):
        edges = _edges(text, stretch, protected, frozenset(counts), rules)
        pieces = [stretch[left:right] for left, right in pairwise([0, *edges, len(stretch)])]
        claims += _assemble([piece for piece in pieces if piece], frozenset(counts), rules, config)
    return [ranges for ranges in (_trim(claim, rules) for claim in claims) if ranges]


def subject_and_verb(text: str, pack: LanguagePack, config: AlignConfig) -> int:
    """Return the length of the words of a piece up to its first verb, of all of it where it is short and has none, else 0."""
    words = [match for match in TOKEN.finditer(text) if match.group()[0].isalnum()]
    for word in words[1:]:
        if is_verb(word.group().lower(), pack):
            return word.end()
    return len(text) if len(words) <= config.longest_head else 0


def is_adjunct(text: str, pack: LanguagePack) -> bool:
    """Return whether a piece begins with a preposition of the pack and holds no verb: "di Desa Rejosari", "oleh warga"."""
    words = [match.group().lower() for match in TOKEN.finditer(text) if match.group()[0].isalnum()]
    return (
        words[:1] != []
        and words[0] in pack.clauses.adjuncts
        and not any(is_verb(word, pack) for word in words[1:])
    )


def verbs_of(text: str, pack: LanguagePack) -> list[str]:
    """Return the words of a piece that are verbs by their form or by the pack's list, in lower case."""
    words = (match.group().lower() for match in TOKEN.finditer(text) if match.group()[0].isalnum())
    return [word for word in words if is_verb(word, pack)]


def _stretches(tokens: Sequence[Token], forced: Sequence[int]) -> list[list[Token]]:
    """Return the tokens cut at the forced offsets; the rules of cutting never look across one."""
    found: list[list[Token]] = [[]]
    edges = sorted(forced)
    place = 0
    for token in tokens:
        while place < len(edges) and edges[place] <= token.start:
            place += 1
            found.append([])
        found[-1].append(token)
    return [stretch for stretch in found if stretch]


def _edges(
    text: str, tokens: Sequence[Token], protected: Sequence[Range], counts: frozenset[int], rules: _Rules
) -> list[int]:
    """Return the indices of the tokens before which the sentence may be cut."""
    closed = _inside(tokens, protected)
    open_places = (index for index in range(1, len(tokens)) if not closed[index])
    return [index for index in open_places if _may_cut(text, tokens, index, counts, rules)]


def _may_cut(text: str, tokens: Sequence[Token], index: int, counts: frozenset[int], rules: _Rules) -> bool:
    """Return whether the sentence may be cut before a token: after a mark, or at a connective that joins clauses here."""
    before, token = tokens[index - 1], tokens[index]
    if before.text in STOPS or (index > 1 and before.text in QUOTES and tokens[index - 2].text in ENDS):
        return True
    if (
        not token.is_word
        or before.text.lower() in rules.connectives
        or not rules.joiners.match(text, token.start)
    ):
        return False
    if token.text.lower() not in rules.noun_joiners:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else token
    return is_verb(following.text.lower(), rules.pack) or following.start in counts


def _inside(tokens: Sequence[Token], protected: Sequence[Range]) -> list[bool]:
    """Return for each token whether it continues a protected range or stands inside brackets."""
    starts = sorted(protected)
    result, depth, place, reach = [], 0, 0, -1
    for token in tokens:
        while place < len(starts) and starts[place][0] < token.start:
            reach = max(reach, starts[place][1])
            place += 1
        result.append(depth > 0 or token.start < reach)
        depth += (token.text in OPENERS) - (token.text in CLOSERS)
        depth = max(0, depth)
    return result


def _assemble(
    pieces: Sequence[list[Token]], counts: frozenset[int], rules: _Rules, config: AlignConfig
) -> list[list[list[Token]]]:
    """Join pieces without a verb to the claim before, or make them conjuncts that share its head."""
    claims: list[list[list[Token]]] = []
    waiting: list[Token] = []
    series = False
    for part in pieces:
        piece = [*waiting, *part]
        waiting = []
        if _stands(piece, rules, config) and not (series and _continues(piece, rules)):
            claims.append([piece])
            series = False
            continue
        series = True
        if not claims:
            waiting = piece
        elif (head := _head(claims, piece, counts, rules)) is not None:
            claims.append([head, piece])
        else:
            claims[-1][-1].extend(piece)
    if waiting:
        claims.append([waiting])
    return claims


def _stands(piece: Sequence[Token], rules: _Rules, config: AlignConfig) -> bool:
    """Return whether a piece can be a claim of its own: long enough, with a verb, and not about the noun before it."""
    words = [token.text.lower() for token in piece if token.is_word]
    if rules.fine:
        return len(words) >= config.shortest_claim
    least = (
        config.shortest_subordinate
        if words[:1] and words[0] in rules.subordinators
        else config.shortest_claim
    )
    if len(words) < least or words[0] in rules.relatives:
        return False
    main = list(takewhile(lambda word: word not in rules.relatives, words))
    verbs = sum(is_verb(word, rules.pack) for word in words)
    return any(is_verb(word, rules.pack) for word in main) or verbs > sum(
        word in rules.relatives for word in words
    )


def _continues(piece: Sequence[Token], rules: _Rules) -> bool:
    """Return whether a piece ends a series of nouns ("beras, minyak, dan selimut telah tiba"): no verb follows its "dan"."""
    words = [token.text.lower() for token in piece if token.is_word][:2]
    return len(words) == 2 and words[0] in rules.coordinators and not is_verb(words[1], rules.pack)


def _head(
    claims: Sequence[list[list[Token]]], piece: Sequence[Token], counts: frozenset[int], rules: _Rules
) -> list[Token] | None:
    """Return the head that an enumeration's further member shares, or None where the piece is not such a member.

    A member begins with a counted thing, after a comma or a coordinator, and so does the first member, inside a claim whose
    head before that holds the verb.
    """
    words = [token for token in piece if token.is_word]
    if words and words[0].text.lower() in rules.coordinators:
        words = words[1:]
    if len(words) < 2 or words[0].start not in counts:
        return None
    first = claims[-1][0]
    numbers = [index for index, token in enumerate(first) if token.start in counts]
    head = first[: numbers[0]] if numbers else []
    return list(head) if any(is_verb(token.text.lower(), rules.pack) for token in head) else None


def _trim(claim: Sequence[Sequence[Token]], rules: _Rules) -> tuple[Range, ...]:
    """Return the ranges of a claim without marks at their edges and without the coordinator a later piece begins with."""
    ranges = []
    for piece in claim:
        words = [token for token in piece if token.is_word]
        if len(words) > 1 and words[0].start > 0 and words[0].text.lower() in rules.coordinators:
            words = words[1:]
        if words:
            ranges.append((words[0].start, _close(piece, words[-1])))
    return tuple(ranges)


def _close(piece: Sequence[Token], last: Token) -> int:
    """Return where a piece ends: after its last word, with the bracket or quotation mark that closes right behind it."""
    end = last.end
    for token in piece:
        if token.start >= last.end and token.text in {*CLOSERS, '"', "%"} and token.start == end:
            end = token.end
    return end
