"""The laws of weighing on generated stories, as text through the whole pipeline; on drawn structures they stand in test_laws.py."""

from dataclasses import replace

import pytest
from evals.generated.pipeline import Read, read
from evals.generated.stories import PAPERS, Generated, Line, Told, generate

from rujuk.model.jsonl import json_line
from rujuk.model.statement import Statement

NUMBERS = range(500, 510)
Place = tuple[str, str, int]


def places(own: Read, statement: Statement) -> list[Place]:
    """Return where the claims of a statement stand: outlet, part and first character."""
    told = own.texts.told
    return [(told[claim.article_id].outlet, claim.part, claim.spans[0].start) for claim in statement.claims]


def counts(own: Read) -> dict[Place, int]:
    """Return how many independent origins stand behind each claim, by its place."""
    found: dict[Place, int] = {}
    for statement in own.dossier.statements:
        for place in places(own, statement):
            found[place] = max(found.get(place, 0), statement.independent)
    return found


def unused(story: Generated) -> str:
    """Return an outlet that has no report in the story, nor has its owner."""
    owners = {told.owner for told in story.articles}
    return next(name for name in PAPERS if Told(name, 0, ()).owner not in owners)


def read_again(story: Generated, articles: tuple[Told, ...]) -> Read:
    (own,) = read([replace(story, articles=articles)])
    return own


@pytest.mark.parametrize("number", NUMBERS)
def test_a_copy_never_adds(number: int) -> None:
    """A statement may gain claims by a copy, as pairs are brought together anew; no count grows beyond what its claims had."""
    story = generate("develop", number)
    (before,) = read([story])
    last = max(story.articles, key=lambda told: told.hour)
    copy = replace(last, outlet=unused(story), hour=last.hour + 1)
    told, after = counts(before), read_again(story, (*story.articles, copy))
    for statement in after.dossier.statements:
        known = [told[place] for place in places(after, statement) if place in told]
        assert statement.independent <= max(known, default=1), statement.text


@pytest.mark.parametrize("number", NUMBERS)
def test_what_one_owner_prints_is_one_origin_at_most(number: int) -> None:
    """Removing the evidence removes the count: with the reports of one owner alone nothing has two origins."""
    story = generate("develop", number)
    first = story.articles[0]
    sister = replace(first, outlet="Meranti Utara", hour=first.hour + 1)
    found = read_again(story, (replace(first, outlet="Harian Meranti"), sister))
    assert {statement.independent for statement in found.dossier.statements} <= {1}
    assert all(statement.status != "agreed" for statement in found.dossier.statements)


@pytest.mark.parametrize("number", NUMBERS)
def test_order_never_matters(number: int) -> None:
    story = generate("develop", number)
    (before,) = read([story])
    after = read_again(story, story.articles[::-1])
    assert json_line(after.dossier.to_dict()) == json_line(before.dossier.to_dict())


def family(story: Generated) -> list[Told]:
    """Return a report with all that others took from it, where that is two articles or more."""
    taken = [told.taken_from for told in story.articles if told.taken_from]
    families = ([told for told in story.articles if name in (told.outlet, told.taken_from)] for name in taken)
    return next((own for own in families if len(own) > 1), [])


TAKEN = [number for number in range(500, 530) if family(generate("develop", number))][: len(NUMBERS)]


def test_there_are_stories_in_which_somebody_took_something() -> None:
    assert len(TAKEN) == len(NUMBERS)


@pytest.mark.parametrize("number", TAKEN)
def test_all_that_was_taken_from_one_report_adds_nothing_to_it(number: int) -> None:
    """Verbatim and edited, declared and not: a report and what others took from it, without the rest of the story."""
    story = generate("develop", number)
    over = [s for s in read_again(story, tuple(family(story))).dossier.statements if s.independent > 1]
    assert len(over) <= 1, [statement.text for statement in over]


@pytest.mark.parametrize("number", NUMBERS)
def test_an_agreeing_independent_report_never_lowers(number: int) -> None:
    """Another owner's reporter tells what one report's first sentence tells, as seen: no claim's count falls by it."""
    story = generate("develop", number)
    (before,) = read([story])
    first = story.articles[0].lines[1]
    outlet = unused(story)
    seen = Line(f"Pantauan {outlet} di lokasi, {{said}}.", first.fact, first.clause, f"outlet:{outlet}")
    title = Line(f"Catatan Wartawan {outlet}", None)
    added = Told(outlet, 20, (title, seen))
    told, after = counts(before), counts(read_again(story, (*story.articles, added)))
    assert {place: count for place, count in told.items() if after.get(place, count) < count} == {}
