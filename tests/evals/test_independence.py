"""Generated stories: the same each time, of two halves that share no words, and scored by what is known of their descent."""

import tomllib
from dataclasses import replace

import pytest
from evals.generated.pipeline import Texts, read, row
from evals.generated.stories import AGENCIES, PAPERS, PLAIN, Generated, Line, Told, generate
from evals.generated.words import HALVES, OUTLETS, templates
from evals.independence import Counted, by_reading, counted, scores, unsaid

from rujuk.model.statement import Claim, Elements, Statement
from rujuk.model.text import Span


@pytest.mark.parametrize("half", HALVES)
def test_a_story_is_the_same_each_time_and_has_two_articles_of_different_outlets(half: str) -> None:
    for number in range(40):
        story = generate(half, number)
        assert story == generate(half, number)
        assert len({told.outlet for told in story.articles}) == len(story.articles) >= 2


@pytest.mark.parametrize("half", HALVES)
def test_every_line_of_a_fact_has_an_origin_and_no_slot_is_left_open(half: str) -> None:
    for number in range(40):
        for told in generate(half, number).articles:
            assert all(line.root for line in told.lines if line.fact is not None)
            assert "{" not in told.text
            assert told.lines[0].text in row(generate(half, number), told)["title"]


def test_the_halves_share_no_form_headline_or_frame() -> None:
    def texts(half: str) -> set[str]:
        data = templates(half)
        forms = {form for event in data["events"] for fact in event["facts"] for form in fact["forms"]}
        titles = {title for event in data["events"] for title in event["titles"]}
        frames = {frame for frames in data["frames"].values() for frame in frames}
        return forms | titles | frames | set(data["people"]) | set(data["places"])

    assert texts("develop") & texts("report") == {"Sumber: {outlet}"}


def test_the_outlets_of_the_stories_are_those_of_the_pack() -> None:
    pack = tomllib.loads(OUTLETS.read_text(encoding="utf-8"))["outlet"]
    known = {name for outlet in pack for name in (outlet["name"], *outlet.get("aliases", ()))}
    assert {*PAPERS, *AGENCIES} <= known


def test_what_a_copy_tells_has_the_origin_of_what_it_was_taken_from() -> None:
    for number in range(60):
        story = generate("develop", number)
        by_outlet = {told.outlet: told for told in story.articles}
        for told in story.articles:
            original = by_outlet.get(told.taken_from)
            if original is not None:
                roots = {(line.fact, line.root) for line in original.lines[1:] if line.fact is not None}
                assert {(line.fact, line.root) for line in told.lines[1:] if line.fact is not None} <= roots


def test_scores_count_exact_near_and_over() -> None:
    found = scores(
        [
            Counted(1, 1, 2, 2, True, 1),
            Counted(2, 1, 3, 2, True, 1),
            Counted(1, 3, 3, 3, False, 2),
            Counted(2, 2, 2, 2, True, 1),
        ]
    )
    assert found["exact"] == 0.5
    assert found["within_one"] == 0.75
    assert found["not_over"] == 0.75
    assert found["peer_outlets_exact"] == 0.5
    assert found["exact_of_several"] == 0.5
    assert found["peer_derivable"] == 0.75
    assert found["exact_derivable"] == pytest.approx(2 / 3)


def told(outlet: str, *lines: Line) -> Told:
    return Told(outlet, 8, (Line("Kabar Hari Ini", 0, "", "official"), *lines))


SAYS = Line("{Said}, kata Bupati.", 1, "jembatan ambruk", "official")
ADDS = Line("{Said}, kata Bupati.", 2, "jalan ditutup", "official")
PLAINLY = Line(PLAIN, 1, "jembatan itu runtuh", "outlet:Suara Lembah")
SEEN = Line("Pantauan Suara Lembah, {said}.", 1, "jembatan itu runtuh", "outlet:Suara Lembah")


@pytest.mark.parametrize(
    ("lines", "open_in"),
    [
        ((ADDS, PLAINLY), {"b"}),
        ((PLAINLY,), set()),
        ((ADDS, SEEN), set()),
        ((SAYS, PLAINLY), set()),
    ],
)
def test_what_a_report_tells_plainly_beside_the_officials_words_is_open(lines, open_in: set[str]) -> None:
    articles = {
        "a": told("Warta Prima", Line(PLAIN, 1, "jembatan ambruk", "outlet:Warta Prima")),
        "b": told("Suara Lembah", *lines),
    }
    texts = Texts(Generated("karangan", tuple(articles.values()), True), (), articles)
    assert unsaid(texts, 1) == open_in


TOLD_BY_A = Line(PLAIN, 1, "jembatan ambruk diterjang banjir pada pagi hari", "outlet:Warta Prima")
TOLD_BY_B = Line(PLAIN, 1, "jembatan itu runtuh", "outlet:Suara Lembah")


@pytest.mark.parametrize(
    ("lines", "taken_from", "number"),
    [
        ((TOLD_BY_B,), "", 2),
        ((ADDS, TOLD_BY_B), "", 2),
        ((TOLD_BY_A,), "Warta Prima", 1),
        ((replace(TOLD_BY_A, root="outlet:Suara Lembah"),), "", 1),
        ((replace(TOLD_BY_B, root="outlet:Warta Prima"),), "Warta Prima", 2),
        ((replace(TOLD_BY_B, frame="{Said}, dikutip dari Warta Prima.", root="outlet:Warta Prima"),), "Warta Prima", 1),
    ],
    ids=["two outlets", "one beside the official", "a copy", "same words", "taken unsaid", "taken and said"],
)  # fmt: skip
def test_a_reader_counts_what_is_written(lines: tuple[Line, ...], taken_from: str, number: int) -> None:
    articles = {
        "a": told("Warta Prima", TOLD_BY_A),
        "b": Told("Suara Lembah", 8, (Line("Kabar Siang"), *lines), taken_from),
    }
    texts = Texts(Generated("karangan", tuple(articles.values()), True), (), articles)
    claims = [claim_of(key, item, 1) for key, item in articles.items()]
    assert by_reading(texts, claims, 1) == number


def claim_of(key: str, item: Told, fact: int) -> Claim:
    """Return the claim that the line of a fact makes in the body of an article."""
    line = next(line for line in item.lines[1:] if line.fact == fact)
    at = item.text.index(line.text)
    span = Span(key, "body", at, at + len(line.text), line.text, "", "")
    return Claim((span,), span, "asserted", None, (), Elements())


def test_statements_are_scored_against_the_lines_that_their_claims_stand_in() -> None:
    (own,) = read([generate("develop", 3)])
    found: list[tuple[Statement, Counted]] = []
    for statement in own.dossier.statements:
        scored = counted(own, statement)
        if scored is not None:
            found.append((statement, scored))
    assert found
    for statement, scored in found:
        assert scored.mine == statement.independent
        assert 1 <= scored.true <= scored.outlets
        for claim in statement.claims:
            assert claim.part == "title" or claim.spans[0].text in own.texts.told[claim.article_id].text
