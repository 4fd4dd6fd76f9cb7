"""How likely two made-up articles rest on one original, sign by sign."""

import numpy as np
import pytest

from cluster.builders import document
from rujuk.cluster import dependences, reuse
from rujuk.cluster.dependence import one_voice
from rujuk.cluster.reading import telling_digits
from rujuk.model.dependence import fitted
from weigh.builders import outlets

FIRST = "Gubernur membuka dermaga baru di teluk. "
SECOND = "Dermaga itu dibangun selama dua tahun. "
LONG = "kapal besar kini boleh sandar di sana setiap hari"
SHORT = "pajak sandar tahun depan tidak akan dinaikkan lagi"


def strangers(texts):
    """Return vectors of which no two say the same."""
    return np.eye(64, dtype=np.float32)[[sum(map(ord, text)) % 64 for text in texts]]


def judged(first: str, second: str, *, days: int = 0, titles=("", ""), vectors=strangers):
    left = document(first, title=titles[0], outlet="warta-nusa", key="a", at="2031-05-02T08:00:00+07:00")
    right = document(
        second, title=titles[1], outlet="harian-lazuardi", key="b", at=f"2031-05-0{2 + days}T09:00:00+07:00"
    )
    found = dependences([right, left], vectors, outlets=outlets())
    assert len(found) == 1
    return found[0]


def said(name: str, words: str) -> str:
    return f'"<q {name}>{words}</q>," kata {name}.'


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mohamad Yulian", "M Yulian", True),
        ("Sari Wening", "Wening", True),
        ("Kantor Syahbandar", "Kantor Syahbandar Teluk", True),
        ("Sari Wening", "Sari Mawar", False),
        ("M Y", "Mohamad Yulian", False),
        ("Sari Wening", "Putu Laras", False),
    ],
)
def test_one_voice(one: str, other: str, same: bool) -> None:
    names = tuple(one.casefold().split()), tuple(other.casefold().split())
    assert one_voice(*names) is one_voice(*names[::-1]) is same


def test_one_voice_in_both_raises_the_chance() -> None:
    alone = judged(FIRST + said("Sari Wening", LONG), SECOND + said("Putu Laras", SHORT))
    shared = judged(FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", SHORT))
    assert dict(alone.signs)["voice"] == 0
    assert dict(shared.signs)["voice"] == 1
    assert alone.chance < fitted("articles").told_at <= shared.chance


@pytest.mark.parametrize(("days", "voice"), [(0, 1.0), (1, 1.0), (3, 0.0)])
def test_one_voice_days_apart_speaks_on_another_occasion(days: int, voice: float) -> None:
    texts = FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", SHORT)
    assert dict(judged(*texts, days=days).signs)["voice"] == voice


@pytest.mark.parametrize(
    ("titles", "clash"),
    [
        (("Feri Terbakar, <n 5 orang>5</n> Tewas", "Korban Tewas Jadi <n 9 orang>9</n>"), 1.0),
        (("Feri Terbakar, <n 5 orang>5</n> Tewas", "Korban Tewas <n 5 orang>Lima</n>"), 0.0),
        (("Feri Terbakar, <n 5 orang>5</n> Tewas", "Feri Terbakar"), 0.0),
    ],
    ids=["two states", "one state", "one without"],
)
def test_headlines_with_other_figures_tell_two_states(titles: tuple[str, str], clash: float) -> None:
    texts = FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", SHORT)
    found = judged(*texts, titles=titles)
    assert dict(found.signs)["headlines_clash"] == clash
    assert (found.chance < fitted("articles").told_at) is bool(clash)


@pytest.mark.parametrize(
    ("value", "digits"), [(281200000, 3), (442, 2), (30, 0), (1000, 0), (4.8, 1), (0, 0), (1e300, 0)]
)
def test_telling_digits(value: float, digits: int) -> None:
    assert telling_digits(value) == digits


def test_a_figure_that_all_give_is_no_detail() -> None:
    figures = FIRST + "Ada <n 442 orang>442</n> orang dan <n 5276 lembar>5276</n> lembar. "
    texts = [figures + said(name, LONG[:at]) for at, name in enumerate(("Sari Wening", "Putu Laras"), 20)]
    three = [*texts, SECOND + said("Made Gita", SHORT)], [*texts, figures + said("Made Gita", SHORT)]
    rare, common = (
        max(
            dict(item.signs)["details"]
            for item in dependences(
                [document(text, outlet=f"harian-{at}", key=str(at)) for at, text in enumerate(own)],
                strangers,
                outlets=outlets(),
            )
        )
        for own in three
    )
    assert rare > common > 0


def test_one_quotation_counts_more_than_one_voice() -> None:
    texts = FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", LONG)
    assert judged(*texts).chance > judged(texts[0], SECOND + said("Sari Wening", SHORT)).chance


def test_the_edge_of_one_voice_names_it_and_covers_no_text() -> None:
    left = document(FIRST + said("Sari Wening", LONG), outlet="warta-nusa", key="a")
    right = document(SECOND + said("Sari Wening", SHORT), outlet="harian-lazuardi", key="b")
    (edge,) = reuse([left, right], strangers, outlets=outlets())
    assert (edge.kind, edge.origin, edge.score, edge.spans) == ("common_original", "Sari Wening", 0.0, ())
    assert reuse([left, right], outlets=outlets()) == ()


def test_the_order_of_documents_does_not_show() -> None:
    texts = FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", LONG)
    left, right = (document(text, outlet=f"harian-{at}", key=str(at)) for at, text in enumerate(texts))
    assert dependences([left, right], strangers, outlets=outlets()) == dependences(
        [right, left], strangers, outlets=outlets()
    )


def test_each_sentence_is_asked_for_once() -> None:
    asked: list[str] = []

    def counted(texts):
        asked.extend(texts)
        return strangers(texts)

    texts = [FIRST + said("Sari Wening", LONG), SECOND + said("Sari Wening", SHORT), FIRST + SECOND]
    three = [document(text, outlet=f"harian-{at}", key=str(at)) for at, text in enumerate(texts)]
    reuse(three, counted, outlets=outlets())
    assert len(asked) == len(set(asked)) > 0


ODD = {
    "three words": ("Kapal itu tenggelam.", "2031-05-02"),
    "no date": (FIRST + said("Sari Wening", LONG), None),
    "a date that is none": (FIRST + said("Sari Wening", LONG), "kemarin"),
    "years off": (FIRST + said("Sari Wening", LONG), "1931-05-02T08:00:00+07:00"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_articles_are_judged_without_a_fault(name: str) -> None:
    text, at = ODD[name]
    odd = document(text, title="", outlet=None, key="odd", at=at)
    right = document(SECOND + said("Sari Wening", SHORT), outlet="harian-lazuardi", key="b")
    (found,) = dependences([odd, right], strangers, outlets=outlets())
    assert 0 < found.chance < 1
    assert all(0 <= value <= 1 for _, value in found.signs)
    assert all(edge.direction is None or at for edge in reuse([odd, right], strangers, outlets=outlets()))
