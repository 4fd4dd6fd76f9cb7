"""How likely reports depend on each other: what speaks for it raises the probability, what speaks against it lowers it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.weigh.likelihood import FEATURES, LOOKED_BACK, Pair, Voice, expected, judge, report_model

LONE = Voice("a", "outlet:a", True, frozenset(), frozenset({"outlet:a"}), frozenset(), frozenset())
OTHER = replace(LONE, article_id="b", owner="outlet:b", perhaps=frozenset({"outlet:b"}))
NOTHING: frozenset[str] = frozenset()


def judged(left: Voice = LONE, right: Voice = OTHER, shared: frozenset[str] = NOTHING) -> float:
    return judge(Pair(left, right, shared), report_model())[0]


STRONGER = {
    "same_owner": (LONE, replace(OTHER, owner="outlet:a"), NOTHING),
    "copied": (LONE, OTHER, frozenset({"copied"})),
    "same_words": (LONE, OTHER, frozenset({"same_words"})),
    "same_quotation": (LONE, OTHER, frozenset({"same_quotation"})),
    "same_origin": (
        replace(LONE, stated=frozenset({"name:x"})), replace(OTHER, stated=frozenset({"name:x"})), NOTHING,
    ),
    "perhaps_same_origin": (
        replace(LONE, stated=frozenset({"name:x"})), replace(OTHER, perhaps=frozenset({"name:x"})), NOTHING,
    ),
    "names_the_other": (LONE, replace(OTHER, named=frozenset({"outlet:a"})), NOTHING),
    "rare_words": (replace(LONE, words=frozenset({"kuda"})), replace(OTHER, words=frozenset({"kuda"})), NOTHING),
}  # fmt: skip


@pytest.mark.parametrize(("name", "case"), STRONGER.items(), ids=STRONGER)
def test_what_two_reports_share_makes_dependence_likelier_and_is_named(name: str, case) -> None:
    probability, reasons = judge(Pair(*case), report_model())
    assert probability > judged()
    assert name in reasons


def test_two_stated_origins_make_it_less_likely() -> None:
    one, other = (replace(v, stated=frozenset({k})) for v, k in ((LONE, "name:x"), (OTHER, "name:y")))
    assert judged(one, other) < judged()


def test_reports_that_share_nothing_are_likely_independent_and_unknown_owners_are_no_tie() -> None:
    assert judged() < 0.2
    assert judged(replace(LONE, known=False), replace(OTHER, known=False, owner="outlet:a")) == judged()


@given(st.integers(1, 6))
def test_a_copy_hardly_adds_and_one_alone_is_one(count: int) -> None:
    voices = [replace(OTHER, article_id=f"v{number}", owner="outlet:b") for number in range(count)]
    total, ties = expected(voices, {}, {}, report_model())
    assert 1 <= total <= 1 + 0.35 * (count - 1)
    assert len(ties) == count - 1


def test_hundreds_of_reports_are_each_compared_with_so_many() -> None:
    voices = [
        replace(OTHER, article_id=f"v{number:04}", owner="outlet:b") for number in range(LOOKED_BACK + 200)
    ]
    assert len(expected(voices, {}, {}, report_model())[1]) == len(voices) - 1


def test_the_likelier_whole_articles_depend_the_likelier_their_reports_do() -> None:
    said = [
        judge(Pair(LONE, OTHER, NOTHING, chance), report_model())[0] for chance in (0.0, 0.1, 0.5, 0.9, 1.0)
    ]
    assert said == sorted(said)
    assert said[2] == judged()


def test_the_shipped_model_has_a_weight_for_each_feature() -> None:
    assert len(report_model().weights) == len(FEATURES)
