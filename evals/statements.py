"""Same-fact pairs and disagreements on the labelled events (development part), with the pair model of the other events.

The shipped pair model is fitted on these events, so it is not scored on them: for each event the model is fitted anew on
the others and the samples (leave one event out), as `training/fit_parts.py` does.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from training.fit_parts import examples, fit
from training.labelled_parts import encoder

from evals.events import Event, Place, anchor_pairs, events, fact_places, made_up_events, share
from evals.joins import kept_together
from evals.reading import annotated
from rujuk.align.align import alignments_of, sorted_claims
from rujuk.align.config import AlignConfig
from rujuk.align.score import PairModel
from rujuk.lang.base import load_all
from rujuk.model.statement import Alignment


def run(data: Path) -> dict[str, float]:
    """Return pair precision, recall and F1 over all events, how the disagreements fare, and what is kept of the statements that were read."""
    chosen = [*events(data), *made_up_events()]
    known = {event.name: examples(event) for event in chosen}
    hit = miss = false = 0
    shown = right = hard = found = alone = singles = 0
    wrong: list[float] = []
    good: list[float] = []
    for event in events(data):
        statements = aligned(event, fit([known[other.name] for other in chosen if other is not event]))
        counts = score_pairs(event, statements)
        hit, miss, false = hit + counts[0], miss + counts[1], false + counts[2]
        left = score_singles(event, statements)
        alone, singles = alone + left[0], singles + left[1]
        told = score_disagreements(event, statements)
        wrong += kept_together(event, statements, one_fact=False)
        good += kept_together(event, statements, one_fact=True)
        shown, right, hard, found = shown + told[0], right + told[1], hard + told[2], found + told[3]
    return {
        "pair_precision": hit / max(1, hit + false),
        "pair_recall": hit / max(1, hit + miss),
        "pair_f1": 2 * hit / max(1, 2 * hit + miss + false),
        "single_left_alone": alone / max(1, singles),
        "disagreement_precision": right / max(1, shown),
        "hard_disagreement_recall": found / max(1, hard),
        "wrong_joins_apart": 1 - mean(wrong),
        "read_joins_kept": mean(good),
    }


def aligned(event: Event, model: PairModel) -> tuple[Alignment, ...]:
    """Return the alignments of an event's articles by a model of pairs of parts."""
    articles = sorted({*event.articles.values()}, key=lambda article: article.id)
    documents = [annotated(article) for article in articles]
    config, packs = AlignConfig(), load_all()
    claims = sorted_claims(documents, packs, config)
    return alignments_of(
        claims, documents, lambda texts: encoder().vectors(texts, prefix="query: "), model, packs, config
    )


def score_pairs(event: Event, statements: Sequence[Alignment]) -> tuple[int, int, int]:
    """Return how many same-fact pairs of anchors stand in one statement, how many do not, how many others do."""
    hit = miss = false = 0
    for left, right, same in anchor_pairs(event):
        together = bool(statements_of(left, statements) & statements_of(right, statements))
        hit += same and together
        miss += same and not together
        false += together and not same
    return hit, miss, false


def score_singles(event: Event, statements: Sequence[Alignment]) -> tuple[int, int]:
    """Return how many facts that only one article states stand in statements of one article, and how many there are."""
    places = [event.place(item["article"], item["anchor"]) for item in event.labels["single"]]
    found = [statements_of(place, statements) for place in places if place]
    told = [[{c.article_id for c in statements[index].claims} for index in indices] for indices in found]
    return sum(all(len(articles) == 1 for articles in sets) for sets in told), len(found)


def statements_of(place: Place, statements: Sequence[Alignment]) -> set[int]:
    """Return the statements whose claims hold most of the characters of an anchor."""
    shares = {
        index: max(share(place, claim) for claim in statement.claims)
        for index, statement in enumerate(statements)
    }
    best = max(shares.values(), default=0)
    return {index for index, value in shares.items() if value == best and best > 0}


def score_disagreements(event: Event, statements: Sequence[Alignment]) -> tuple[int, int, int, int]:
    """Return disagreements shown, those the labels know (hard or soft), hard labels, and hard labels found."""
    places = fact_places(event)
    conflicts = [fact for fact in event.labels["facts"] if fact["kind"] == "conflict"]
    disputed = [s for s in statements if any(not gap.develops for gap in s.disagreements)]
    known = {
        fact["id"]: _disputed_in(places[fact["id"]], disputed) | _told_by_value(fact, event, disputed)
        for fact in conflicts
    }
    right = {index for indices in known.values() for index in indices}
    hard = [fact for fact in conflicts if fact["strength"] == "hard"]
    return len(disputed), len(right), len(hard), sum(bool(known[fact["id"]]) for fact in hard)


def _told_by_value(fact: Mapping[str, Any], event: Event, disputed: Sequence[Alignment]) -> set[int]:
    """Return the disputed statements that give two of a fact's differing figures to the articles that the label gives them to."""
    given = {
        event.articles[key].id: value
        for key, value in fact.get("values", {}).items()
        if key in event.articles
    }
    found = set()
    for index, statement in enumerate(disputed):
        article = {claim.id: claim.article_id for claim in statement.claims}
        for gap in statement.disagreements:
            told = {
                given.get(article[claim_id])
                for variant in gap.variants
                for claim_id in variant.claim_ids
                if gap.element == fact.get("element")
                and variant.value.split()[0] == given.get(article[claim_id])
            }
            if len(told - {None}) > 1:
                found.add(index)
    return found


def _disputed_in(places: Sequence[Place], disputed: Sequence[Alignment]) -> set[int]:
    """Return the disputed statements that hold at least two of a fact's anchors."""
    counts: dict[int, int] = {}
    for place in places:
        for index, statement in enumerate(disputed):
            if any(share(place, claim) for claim in statement.claims):
                counts[index] = counts.get(index, 0) + 1
    return {index for index, count in counts.items() if count >= 2}
