"""Many patterns at once: what matches by the sieve is what matches without it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.lines.rules import rules_of
from rujuk.clean.lines.sieve import Whole, Within, joined
from rujuk.lang.base import load_all

RULES = rules_of(load_all())
LETTERS = "aikstAIKST(/@. ©：9\u0131\u0130\u017f\u212a"
ITEMS = st.one_of(
    st.text("aiksTIK /@©：", min_size=1, max_size=4),
    st.sampled_from([r"\.", r"\(", ".", r"\w", r"\d", "[ak(]", "[^s]", "[(/]", r"[\w.]", "^", "$", r"\b"]),
)
PATTERNS = st.recursive(
    ITEMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{1,3}?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
        inner.map(lambda one: f"(?-i:{one})"),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
    ),
    max_leaves=8,
)


@given(st.lists(PATTERNS, max_size=4), st.text(LETTERS, max_size=8))
def test_the_sieve_lets_nothing_through_and_loses_nothing(patterns: list[str], text: str) -> None:
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    assert Whole(patterns).matches(text) == any(pattern.fullmatch(text) for pattern in compiled)
    assert Within(patterns).matches(text) == any(pattern.search(text) for pattern in compiled)


PACKS = load_all()
LINES = [
    (pattern, line)
    for pack in PACKS.values()
    for pattern, line in (
        *((pattern, True) for several in pack.boilerplate.line_patterns.values() for pattern in several),
        *((pattern, True) for pattern in pack.boilerplate.end_patterns),
        *((pattern, False) for pattern in pack.boilerplate.caption_patterns),
        *((pattern, False) for pattern in pack.boilerplate.inline_patterns),
    )
]


@given(st.sampled_from(LINES).flatmap(lambda case: st.tuples(st.just(case), _matching(case[0]))))
def test_no_line_that_a_pack_tells_is_lost(case: tuple[tuple[str, bool], str]) -> None:
    (_, is_whole), line = case
    told = RULES.told if is_whole else (RULES.captions, RULES.cuts)
    assert told.matches(line) if isinstance(told, Whole) else any(one.matches(line) for one in told)


def _matching(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(joined((pattern,)), fullmatch=True)
