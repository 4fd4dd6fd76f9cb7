"""Stories as articles arrive: the same as at once where all come at once, mended when the evidence comes, bounded in memory."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cluster.builders import document
from cluster.test_stories import ALL, EVENTS, FIRE, GOLD, SUBJECTS, VERDICTS, vectors
from rujuk.cluster import Stream, StreamConfig, cluster
from rujuk.model.story import Story

TABLE = vectors(ALL, SUBJECTS, EVENTS)


def after(batches, table=TABLE, config: StreamConfig = StreamConfig()) -> dict[str, Story]:
    """Return the stories that a reader of every change knows at the end."""
    own, told = Stream(config=config), {}
    for batch in batches:
        change = own.add(batch, table)
        assert not {item.id for item in change.stories} & {*change.gone}
        for key in change.gone:
            del told[key]
        told |= {item.id: item for item in change.stories}
        assert all(told[item.id] == item for item in own.stories())
    return told


def test_all_at_once_gives_the_stories_of_cluster() -> None:
    whole = tuple(story.of_topic("") for story in cluster(ALL, TABLE))
    assert tuple(sorted(after([ALL]).values(), key=lambda item: item.id)) == whole


@given(st.permutations(ALL))
@settings(max_examples=30)
def test_order_within_a_batch_never_shows(shuffled) -> None:
    assert after([shuffled]) == after([ALL])


@given(st.permutations(ALL), st.lists(st.integers(1, 4), max_size=9))
@settings(max_examples=60)
def test_every_article_is_in_exactly_one_story_after_every_batch(shuffled, sizes) -> None:
    rest, batches = [*shuffled], []
    for size in sizes:
        batches.append(rest[:size])
        rest = rest[size:]
    told = after([*batches, rest])
    articles = sorted(article for story in told.values() for article in story.article_ids)
    assert articles == sorted(item.article.id for item in ALL)


@given(st.permutations([*FIRE, *VERDICTS]))
@settings(max_examples=30)
def test_clear_stories_end_the_same_one_by_one_in_any_order(shuffled) -> None:
    assert after([[item] for item in shuffled]) == after([[*FIRE, *VERDICTS]])


def test_a_story_keeps_one_id_that_is_its_earliest_article_s() -> None:
    own = Stream()
    late = own.add([FIRE[1]], TABLE).stories[0]
    change = own.add([FIRE[0]], TABLE)
    assert change.gone == (late.id,)
    assert len(change.stories) == 1
    assert change.stories[0].title == FIRE[0].article.title


def test_a_link_that_comes_late_joins_two_stories() -> None:
    third = document(
        "Gudang kapuk di <l>Tanjung Selor Lama</l> terbakar, <t 2031-05-02>Jumat</t>. <n 3 orang>Tiga orang</n> terluka.",
        title="Gudang Kapuk Tanjung Selor Lama Terbakar",
        outlet="kabar-teluk",
        key="fire3",
        at="2031-05-02T13:00:00+07:00",
    )
    table = vectors([*FIRE, third], [1, 1, 1])
    assert len(after([[FIRE[0]], [FIRE[1]], [third]], table)) == 1


def test_a_copy_of_a_text_joins_it_and_is_counted_apart() -> None:
    copies = [replace(FIRE[0], article=replace(FIRE[0].article, id=f"{at:016x}")) for at in range(500)]
    own = Stream()
    own.add([FIRE[0]], TABLE)
    change = own.add(copies, {item.article.id: TABLE[FIRE[0].article.id] for item in copies})
    assert [len(item.article_ids) for item in change.stories] == [501]
    assert len(own) == 1


def on(day: int, at: int):
    return document(
        f"Laporan nomor {at} dari desa.",
        title=f"Laporan {at}",
        key=f"d{day}-{at}",
        at=f"2031-{day // 28 + 1:02}-{day % 28 + 1:02}",
    )


def test_articles_of_old_days_leave_memory_and_keep_their_stories() -> None:
    days = [[on(day, day * 20 + at) for at in range(20)] for day in range(60)]
    own, told = Stream(), set()
    sizes = []
    for batch in days:
        told |= {article for item in own.add(batch, {}).stories for article in item.article_ids}
        sizes.append(len(own))
    assert len(told) == 1200
    assert max(sizes[20:]) <= 20 * 8
    assert max(sizes[40:]) <= max(sizes[20:40])


def test_a_date_years_off_moves_nothing() -> None:
    odd = on(3, 999)
    odd = replace(odd, article=replace(odd.article, published_at="2087-01-01"))
    own = Stream()
    own.add([on(3, at) for at in range(10)], {})
    own.add([odd], {})
    assert len(own) == 11


@pytest.mark.parametrize("undated", [FIRE[0], GOLD[0], VERDICTS[1]])
def test_an_article_without_a_date_is_compared_with_all_in_memory(undated) -> None:
    bare = replace(undated, article=replace(undated.article, published_at=None, id="e" * 16))
    table = {**TABLE, bare.article.id: TABLE[undated.article.id]}
    told = after([[item for item in ALL if item is not undated], [bare]], table)
    assert sorted(len(item.article_ids) for item in told.values()) == sorted(
        len(item.article_ids) for item in cluster(ALL, TABLE)
    )


def test_nothing_comes_of_nothing() -> None:
    change = Stream().add([], {})
    assert (change.stories, change.gone) == ((), ())
    assert Stream().stories() == ()
