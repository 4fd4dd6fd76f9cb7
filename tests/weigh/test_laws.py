"""The laws of weighing, on generated stories: what may add to a count, what may not, and what never matters."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rujuk.model.statement import Statement
from rujuk.weigh import weigh
from weigh.builders import Report, alignment, copy, document, outlets

OUTLETS = (
    "warta-nusa",
    "warta-nusa-timur",
    "harian-lazuardi",
    "suara-tanjung",
    "radio-teluk",
    "kb-selat",
    None,
)
NAMES = ("Kantor Berita Selat", "Kantor Berita Pulau", "Radio Teluk", "Badan Pelayaran Nusa")
SPEAKERS = (None, None, "Sari Wening", "Dimas Aryo Wibisono", "Wibisono")

named = st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple)
report = st.builds(
    Report,
    key=st.just(""),
    outlet=st.sampled_from(OUTLETS),
    via=named,
    speaker=st.sampled_from(SPEAKERS),
    modality=st.sampled_from(["asserted", "asserted", "asserted", "hedged", "denied"]),
    elsewhere=named,
    heard=st.lists(st.sampled_from([name for name in SPEAKERS if name]), max_size=2, unique=True).map(tuple),
)


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    """Draw one to six reports, at least one of them asserted, with keys of their own."""
    drawn = draw(st.lists(report, min_size=1, max_size=6))
    return [replace(drawn[0], modality="asserted", key="r0")] + [
        replace(item, key=f"r{number}") for number, item in enumerate(drawn[1:], 1)
    ]


@st.composite
def stories_with_edges(draw: st.DrawFn) -> tuple[list[Report], list]:
    reports = draw(stories())
    ends = st.tuples(st.sampled_from(reports), st.sampled_from(reports))
    pairs = {tuple(sorted((a.key, b.key))): (a, b) for a, b in draw(st.lists(ends, max_size=3)) if a != b}
    return reports, [copy(*pairs[key]) for key in sorted(pairs)]


def weighed(reports, edges=()) -> Statement:
    return weigh([alignment(reports)], [document(item) for item in reports], edges, outlets=outlets())[0]


@given(stories_with_edges(), report, st.data())
def test_a_copy_never_adds(story, extra, data) -> None:
    reports, edges = story
    original = data.draw(st.sampled_from(reports))
    added = replace(extra, key="copy", modality=original.modality)
    after = weighed([*reports, added], [*edges, copy(original, added)])
    assert after.independent <= weighed(reports, edges).independent


@given(stories_with_edges(), report, st.data())
def test_a_second_report_of_one_owner_never_adds(story, extra, data) -> None:
    reports, edges = story
    first = data.draw(st.sampled_from(reports))
    if first.outlet is None:
        first = replace(first, outlet="warta-nusa")
        reports = [first if item.key == first.key else item for item in reports]
    sister = {"warta-nusa": "warta-nusa-timur", "warta-nusa-timur": "warta-nusa"}.get(
        first.outlet, first.outlet
    )
    added = replace(extra, key="sister", outlet=sister, modality=first.modality)
    assert weighed([*reports, added], edges).independent <= weighed(reports, edges).independent


@given(stories_with_edges(), st.sampled_from([(), ("Kantor Berita Jauh",)]))
def test_an_agreeing_independent_report_never_lowers_and_adds_at_most_one(story, via) -> None:
    reports, edges = story
    before = weighed(reports, edges).independent
    after = weighed([*reports, Report("new", "koran-jauh", via=via)], edges).independent
    assert before <= after <= before + 1


@given(stories_with_edges(), st.data())
def test_order_never_matters(story, data) -> None:
    reports, edges = story
    shuffled = data.draw(st.permutations(reports))
    mixed = data.draw(st.permutations(edges))
    documents = [document(item) for item in data.draw(st.permutations(reports))]
    again = weigh([alignment(shuffled)], documents, mixed, outlets=outlets())[0]
    assert again.to_dict() == weighed(reports, edges).to_dict()


@given(stories_with_edges(), st.integers(1, 4), st.data())
def test_removing_the_evidence_removes_the_count(story, added, data) -> None:
    reports, edges = story
    base = weighed(reports, edges).independent
    fresh = [Report(f"n{at}", f"koran-{at}", via=(f"Kantor Berita Ujung {at}",)) for at in range(added)]
    kept = data.draw(st.lists(st.sampled_from(fresh), unique_by=lambda item: item.key))
    assert weighed([*reports, *fresh], edges).independent == base + added
    assert weighed([*reports, *kept], edges).independent == base + len(kept)


@given(stories_with_edges(), st.sampled_from(["hedged", "denied", "asked", "planned"]))
def test_what_is_not_asserted_never_supports_what_is(story, modality) -> None:
    reports, edges = story
    added = Report("other", "koran-jauh", modality=modality)
    before, after = weighed(reports, edges), weighed([*reports, added], edges)
    assert after.independent == before.independent
    assert document(added).article.id not in {a for origin in after.origins for a in origin.article_ids}


@given(stories_with_edges())
def test_the_count_is_between_one_and_the_number_of_origins_and_owners(story) -> None:
    reports, edges = story
    found = weighed(reports, edges)
    assert 1 <= found.independent <= min(len(found.origins), len(reports))
    assert (found.status == "agreed") == (found.independent >= 2)


def in_groups(reports: list[Report], second: set[str], edges) -> Statement:
    """Weigh reports of which those with the keys in `second` tell it in other words than the rest."""
    told = alignment(reports)
    side = {document(item).article.id: item.key in second for item in reports}
    alike = tuple(
        (a.id, b.id)
        for a, b in combinations(told.claims, 2)
        if a.article_id != b.article_id and side[a.article_id] == side[b.article_id]
    )
    documents = [document(item) for item in reports]
    return weigh([replace(told, alike=alike)], documents, edges, outlets=outlets())[0]


@given(stories_with_edges(), report, st.data())
def test_a_copy_never_lowers_where_a_fact_is_told_from_two_sides(story, extra, data) -> None:
    reports, edges = story
    second = set(data.draw(st.lists(st.sampled_from([item.key for item in reports]))))
    original = data.draw(st.sampled_from(reports))
    added = replace(extra, key="copy", outlet=original.outlet, modality=original.modality)
    more = second | ({"copy"} if original.key in second else set())
    before = in_groups(reports, second, edges).independent
    assert in_groups([*reports, added], more, [*edges, copy(original, added)]).independent <= before
    bare = replace(original, key="copy")
    assert in_groups([*reports, bare], more, [*edges, copy(original, bare)]).independent == before


def test_the_side_of_most_origins_counts_not_that_of_most_articles() -> None:
    told = [Report("a", "warta-nusa"), Report("b", "harian-lazuardi")]
    copied = [Report(key, f"koran-{key}") for key in ("c", "d", "e")]
    edges = [copy(copied[0], other) for other in copied[1:]]
    assert (
        in_groups([*told, *copied], {"a", "b"}, edges).independent == in_groups(told, set(), []).independent
    )
