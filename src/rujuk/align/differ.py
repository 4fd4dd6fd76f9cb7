"""How claims that assert the same fact differ: typed, conservative, a false "disputed" being worse than a missed one.

Only claims of two articles, each in its outlet's plain assertion or one speaker's words, are held against each other, and
only where the pair is surely one fact. What may both be true ("sekitar 50" and 48, a day and its date, a place inside
another) is no difference.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from rujuk.align.acts import one_matter
from rujuk.align.breakdowns import breaks_down, gives_both, lists, long_ago, one_tells_both
from rujuk.align.claims import ReadClaim
from rujuk.align.clocks import at_other_hours, counted_up_to_others, differing_clocks
from rujuk.align.cut import verbs_of
from rujuk.align.develops import Values, same_value, told_apart
from rujuk.align.features import FIGURE
from rujuk.align.matters import of_other_sellers, of_several_places, other_of_kind, other_outcome, points_back
from rujuk.align.measures import alike, same_measure
from rujuk.align.printed import Named, is_glued, is_slip, other_code, other_figure, other_weekday
from rujuk.align.roles import giver, other_giver, same_person
from rujuk.align.values import apart, compatible, same_number, same_unit
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import WORD, content_stems, stem
from rujuk.model.annotations import Quantity
from rujuk.model.statement import Disagreement, Element, Variant

SPELLED_ALIKE = 0.5
"""Share of equal letters from which two names may be one's in two spellings; a plain choice."""
Sure = Collection[tuple[str, str]]


def disagreements(
    members: Sequence[ReadClaim],
    sure: Sure,
    published: Mapping[str, str],
    named: Named,
    packs: Packs,
    told: Mapping[tuple[str, str], Mapping[str, tuple[str, str]]] = MappingProxyType({}),
) -> tuple[Disagreement, ...]:
    """Return what the claims of one fact differ in, sorted by element.

    `sure` holds the pairs of claim ids that surely assert one fact; `published` the publication times and `named` what is
    named anywhere, by article id; `told` what parts of two claims, by their ids, differ in where the claims as a whole
    do not tell.
    """
    held = [pair for pair in combinations(members, 2) if _held_against(*pair, sure)]
    matter = [pair for pair in held if one_matter(*pair, packs)]
    found: list[Disagreement] = []
    for element, reader in _READERS:
        pairs = held if element == "person" else matter  # who gives is read from a gift or a giving in both
        read = [reader(a, b, packs[a.language], named) or _in_parts(element, a, b, told) for a, b in pairs]
        values = _differing(read, pairs)
        for part, develops in told_apart(element, values, members, published, packs):
            gap = _disagreement(element, part, develops)
            if develops or (_by_two_outlets(gap, members) and not one_tells_both(gap, members)):
                found.append(gap)
    return tuple(sorted([*found, *_denials(members, sure, packs)]))


def _in_parts(
    element: Element,
    left: ReadClaim,
    right: ReadClaim,
    told: Mapping[tuple[str, str], Mapping[str, tuple[str, str]]],
) -> tuple[str, str] | None:
    """Return what parts of two claims differ in; no number where one claim prints all figures of the other ("dari 50 persen ke 100 persen")."""
    values = told.get((left.claim.id, right.claim.id), {}).get(element)
    if values is None or element != "number":
        return values
    one, other = (_printed(item) for item in (left, right))
    return None if one <= other or other <= one else values


def _printed(item: ReadClaim) -> set[float | str]:
    """Return the figures of a claim, in digits or words; those with marks as they are printed."""
    figures = {float(figure) if figure.isdigit() else figure for figure in FIGURE.findall(item.claim.text)}
    return figures | {float(quantity.value) for quantity in item.quantities}


def values_told(left: ReadClaim, right: ReadClaim, named: Named, packs: Packs) -> dict[str, tuple[str, str]]:
    """Return the values that two claims of two outlets give differently, by element, were they sure to assert one fact.

    Of two articles of one outlet only slips of the pen are told: others are mostly items of a series.
    """
    if not _held_against(left, right, {(left.claim.id, right.claim.id)}):
        return {}
    pack = packs[left.language]
    read = ((element, reader(left, right, pack, named)) for element, reader in _READERS)
    return {
        element: values
        for element, values in read
        if values and (left.outlet != right.outlet or all(map(is_slip, values)))
    }


def _by_two_outlets(gap: Disagreement, members: Sequence[ReadClaim]) -> bool:
    """Return whether a difference is one of outlets, and no article stands on two sides of it.

    Of 71 disputes read on one day of six outlets, 49 were of one outlet's own articles, and 46 of those false: items of a series.
    """
    by_id = {item.claim.id: item for item in members}
    sides = [[by_id[claim_id] for claim_id in variant.claim_ids] for variant in gap.variants]
    articles = [{item.claim.article_id for item in side} for side in sides]
    if any(one & other for one, other in combinations(articles, 2)):
        return False
    return all(is_slip(variant.value) for variant in gap.variants) or any(
        a.outlet != b.outlet or not a.outlet
        for one, other in combinations(sides, 2)
        for a in one
        for b in other
    )


def _denials(members: Sequence[ReadClaim], sure: Sure, packs: Packs) -> Iterator[Disagreement]:
    """Yield the disagreement of those who assert or plan something with those who deny it, in other articles.

    That somebody is charged is not denied by his denying the deed. Nor does a piece of a denial with a beginning borrowed tell what is denied:
    "a man has … at a supermarket" of one who denied the fire there.
    """
    said: dict[str, set[str]] = {"asserted": set(), "denied": set()}
    for left, right in combinations(members, 2):
        modes = {left.claim.modality, right.claim.modality}
        if (
            "denied" in modes
            and modes & {"asserted", "planned"}
            and _sure(left, right, sure)
            and not any(_borrows_denial(item) for item in (left, right))
            and _of_one_thing(left, right, packs)
            and not any(is_glued(item.claim.sentence.text) for item in (left, right))
            and not any(_accuses(item, packs[item.language]) for item in (left, right))
        ):
            for item in (left, right):
                if not item.negated and not item.attribution:
                    said["denied" if item.claim.modality == "denied" else "asserted"].add(item.claim.id)
    if said["denied"] and said["asserted"]:
        variants = tuple(Variant(value, tuple(sorted(ids))) for value, ids in sorted(said.items()))
        gap = Disagreement("other", variants, False, "asserted / denied")
        if _by_two_outlets(gap, members):
            yield gap


def _borrows_denial(item: ReadClaim) -> bool:
    return item.claim.modality == "denied" and len(item.claim.spans) > 1


def _accuses(item: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether a claim is of a sentence that asserts that somebody is accused."""
    return item.claim.modality != "denied" and not _accusing(pack).isdisjoint(item.context)


@lru_cache(maxsize=16)
def _accusing(pack: LanguagePack) -> frozenset[str]:
    return frozenset(stem(word, pack.words) for word in pack.differences.accusing)


def _of_one_thing(left: ReadClaim, right: ReadClaim, packs: Packs) -> bool:
    """Return whether two claims share a word beside their names: whoever denies one thing of a person denies no other."""
    one, other = (
        {*_main_stems(item, packs[item.language])} - _name_stems(item, packs[item.language])
        for item in (left, right)
    )
    return bool(one & other)


def _main_stems(item: ReadClaim, pack: LanguagePack) -> tuple[str, ...]:
    """Return the content words of a claim; of a denied one but those of a clause about a noun, which is not what is denied."""
    if item.claim.modality != "denied":
        return item.stems
    words = WORD.findall(item.claim.text)
    ends = (at for at, word in enumerate(words) if at and word.lower() in pack.clauses.relatives)
    return content_stems(" ".join(words[: next(ends, len(words))]), pack.words)


def _name_stems(item: ReadClaim, pack: LanguagePack) -> set[str]:
    return {word for mention in item.mentions for word in content_stems(mention.span.text, pack.words)}


def _sure(left: ReadClaim, right: ReadClaim, sure: Sure) -> bool:
    """Return whether two claims of different articles, in one language, surely speak of one fact."""
    one, other = left.claim, right.claim
    if one.article_id == other.article_id or left.language != right.language:
        return False
    return (one.id, other.id) in sure or (other.id, one.id) in sure


def _held_against(left: ReadClaim, right: ReadClaim, sure: Sure) -> bool:
    """Return whether a difference between two claims may be called one: both are plainly asserted, or firmly planned."""
    modality = left.claim.modality
    return (
        modality == right.claim.modality and modality in {"asserted", "planned"} and _sure(left, right, sure)
    )


def _differing(
    read: Sequence[tuple[str, str] | None], pairs: Sequence[tuple[ReadClaim, ReadClaim]]
) -> Values:
    """Return the value of each claim that differs from another, by claim id; nothing if a claim would have two values."""
    values: dict[str, set[str]] = {}
    for found, (left, right) in zip(read, pairs, strict=True):
        if found:
            values.setdefault(left.claim.id, set()).add(found[0])
            values.setdefault(right.claim.id, set()).add(found[1])
    if any(len(given) > 1 for given in values.values()):
        return {}
    return {key: given.pop() for key, given in values.items()}


def _disagreement(element: Element, values: Values, develops: bool) -> Disagreement:
    grouped: dict[str, list[str]] = {}
    for claim_id, value in values.items():
        grouped.setdefault(same_value(element, value, values), []).append(claim_id)
    variants = tuple(Variant(value, tuple(sorted(ids))) for value, ids in sorted(grouped.items()))
    return Disagreement(element, variants, develops, " / ".join(variant.value for variant in variants))


def _numbers(left: ReadClaim, right: ReadClaim, pack: LanguagePack, named: Named) -> tuple[str, str] | None:
    """Return the two figures of the one thing that both claims count, once each, and of which the figures cannot both be true.

    An ordinal is no figure: it tells which of several. Where nothing is counted in both, a slip of the pen is looked for.
    """
    met = [(a, b) for a in left.quantities for b in right.quantities if _same_thing(a, left, b, right, pack)]
    clashes = [pair for pair in met if not compatible(*pair) and pair[0].unit != "ordinal"]
    if not met:
        return other_code(left, right, named) or other_figure(left, right, named)
    if len(clashes) != 1 or sum(a is clashes[0][0] or b is clashes[0][1] for a, b in met) != 1:
        return None
    if any(breaks_down(clashes[0], item.claim.article_id, pack, named) for item in (left, right)):
        return None
    if gives_both(clashes[0], (left.claim.article_id, right.claim.article_id), named):
        return None
    if long_ago(left) != long_ago(right):
        return None
    if counted_up_to_others(left, right, pack):
        return None
    if any(lists(count, item.counts, pack) for count, item in zip(clashes[0], (left, right), strict=True)):
        return None
    return _number_text(clashes[0][0]), _number_text(clashes[0][1])


def counts_one_thing(left: ReadClaim, right: ReadClaim, packs: Packs) -> bool:
    """Return whether other figures of two claims may be a difference: they count or measure one thing."""
    pack = packs[left.language]
    return any(_same_thing(a, left, b, right, pack) for a in left.quantities for b in right.quantities)


def _same_thing(a: Quantity, left: ReadClaim, b: Quantity, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two quantities count one thing: what only one of them says of it stands in the other's claim too."""
    if not same_unit(a, b):
        return False
    if (a.unit or b.unit) and not (a.counted or b.counted):
        if points_back(a, left, pack) or points_back(b, right, pack) or at_other_hours(left, right, pack):
            return False
        if other_of_kind(left, right, pack) or _of_others(left, right) or of_other_sellers(a, left, right):
            return False
        return same_measure(a, left, b, right, pack)
    heads = content_stems(a.counted, pack.words)[:1], content_stems(b.counted, pack.words)[:1]
    one, other = set(content_stems(a.counted, pack.words)), set(content_stems(b.counted, pack.words))
    if not one & other or _elsewhere(left, right) or _of_others(left, right):
        return False
    if of_several_places(left, right, pack) or other_outcome(left, right, pack):
        return False
    generic = set(pack.differences.generic)
    if heads[0] != heads[1] and not {*heads[0], *heads[1]} & {stem(word, pack.words) for word in generic}:
        return False
    telling = (one | other) - generic
    return bool(telling) and one - other <= {*right.stems} and other - one <= {*left.stems}


def _elsewhere(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether both sentences name places and share none: one counts here, the other there."""
    return bool(left.places and right.places and not left.places & right.places)


def _of_others(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether both claims are of named persons of whom none may be one: what each won or got is no one count.

    Where a claim leaves its person to the words before it, names half of whose letters are equal may be one's in two spellings ("Joren", "Dzhoren").
    """
    pairs = [(one, other) for one in left.subjects for other in right.subjects]
    if any(same_person(one, other) for one, other in pairs):
        return False
    named = bool(left.persons and right.persons)
    return bool(pairs) and (named or not any(_alike_names(*pair) for pair in pairs))


def _alike_names(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= SPELLED_ALIKE


def _number_text(item: Quantity) -> str:
    number = f"{item.value:.12g}" if isinstance(item.value, float) else str(item.value)
    high = f"–{item.high}" if item.high is not None else ""
    about = {"about": "± ", "at_least": "≥ ", "at_most": "≤ "}.get(item.bound, "")
    return f"{about}{number}{high} {item.unit or item.counted}".strip()


def _dates(left: ReadClaim, right: ReadClaim, pack: LanguagePack, _named: Named) -> tuple[str, str] | None:
    """Return the two days where each claim prints exactly one calendar date and the dates differ, or its weekday does."""
    slip = other_weekday(left, right, pack)
    if slip:
        return slip
    if not (verbs_of(left.claim.text, pack) and verbs_of(right.claim.text, pack)):
        return None  # a day alone is nothing's
    one, other = _printed_days(left), _printed_days(right)
    if len(one) != 1 or len(other) != 1 or not apart(one[0], other[0]) or not alike(left, right):
        return None
    return None if counted_up_to_others(left, right, pack) else (one[0][0], other[0][0])


def _printed_days(item: ReadClaim) -> list[tuple[str, str]]:
    """Return the days a claim prints with digits: a bare weekday is read from its article's date and may be off."""
    if item.attribution:
        return []
    days = {
        (time.start_at[:10], time.end_at[:10])
        for time in item.times
        if len(time.start_at) >= 10 and any(character.isdigit() for character in time.span.text)
        and time.start_at[:10] == time.end_at[:10] and time.timex_type in {"DATE", "TIME"}
        and time.rule.startswith("date.") and "weekday_mismatch" not in time.flags
        and time.start_at[:10] != item.published[:10]
    }  # fmt: skip
    return sorted(days)


def _clocks(left: ReadClaim, right: ReadClaim, pack: LanguagePack, _named: Named) -> tuple[str, str] | None:
    return (
        None
        if _of_others(left, right) or other_of_kind(left, right, pack)
        else differing_clocks(left, right, pack)
    )


def _places(left: ReadClaim, right: ReadClaim, pack: LanguagePack, named: Named) -> tuple[str, str] | None:
    """Return the two places where each claim is located in exactly one, which the other article never names."""
    one, other = list(_located(left, pack)), list(_located(right, pack))
    if (
        left.attribution
        or right.attribution
        or len(one) != 1
        or len(other) != 1
        or len(left.places) > 1
        or len(right.places) > 1
    ):
        return None
    (first, first_name), (second, second_name) = one[0], other[0]
    there = named.get(right.claim.article_id, ()), named.get(left.claim.article_id, ())
    if first == second or first in there[0] or second in there[1]:
        return None
    kinds = [name.lower().split() for name in (first_name, second_name)]
    if kinds[0][0] != kinds[1][0] or min(map(len, kinds)) < 2 or _one_longer(*kinds):
        return None  # only two places of one kind, "Desa X" and "Desa Y": a town and its province are no difference
    return first_name, second_name


def _one_longer(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether one name has all words of the other ("Bandara X", "Bandara Internasional X"), or both are one written apart and together."""
    return {*one} <= {*other} or {*other} <= {*one} or "".join(one) == "".join(other)


def _located(item: ReadClaim, pack: LanguagePack) -> Iterator[tuple[str, str]]:
    """Yield entity and name of each place in the claim that stands right behind a locative word."""
    for mention in item.mentions:
        name = mention.forms[0]
        words = name.prefix.lower().split()
        if mention.kind == "LOC" and words and words[-1] in pack.differences.locatives:
            yield mention.entity, name.text


def _givers(left: ReadClaim, right: ReadClaim, pack: LanguagePack, named: Named) -> tuple[str, str] | None:
    """Return the two persons, or a person and another's office, where each claim has another one give the same thing."""
    one, other = giver(left, pack), giver(right, pack)
    if one is None or other is None or not _share_things(left, right, pack):
        return None
    held = {*named.get(left.claim.article_id, ()), *named.get(right.claim.article_id, ())}
    return (one.text, other.text) if other_giver(one, other, held) else None


def _share_things(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether both claims count one thing alike, the thing given, or both call it a gift."""
    gifts = {stem(word, pack.words) for word in pack.differences.gifts}
    if gifts & {*left.stems} & {*right.stems}:
        return True
    return any(same_number(a, b) and a.counted for a in left.quantities for b in right.quantities)


_Reader = Callable[[ReadClaim, ReadClaim, LanguagePack, Named], "tuple[str, str] | None"]
_READERS: tuple[tuple[Element, _Reader], ...] = (
    ("number", _numbers),
    ("date", _dates),
    ("time", _clocks),
    ("place", _places),
    ("person", _givers),
)
