"""How claims that assert the same fact differ: typed, conservative, a false "disputed" being worse than a missed one.

Only claims of two articles, each in its outlet's plain assertion or one speaker's words, are held against each other, and
only where the pair is surely one fact. What may both be true ("sekitar 50" and 48, a day and its date, a place inside
another) is no difference.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from rujuk.align.claims import ReadClaim
from rujuk.align.roles import giver, same_person
from rujuk.align.values import apart, compatible, same_number
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems
from rujuk.model.annotations import Quantity, TimeValue
from rujuk.model.statement import Disagreement, Element, Variant

Sure = Collection[tuple[str, str]]
Values = dict[str, str]
CLOSE_CLOCKS = 30
"""Minutes below which two clock times are one event told roughly, where either is said to be approximate."""


def disagreements(
    members: Sequence[ReadClaim],
    sure: Sure,
    published: Mapping[str, str],
    places: Mapping[str, Collection[str]],
    packs: Packs,
) -> tuple[Disagreement, ...]:
    """Return what the claims of one fact differ in, sorted by element.

    `sure` holds the pairs of claim ids that surely assert one fact; `published` the publication times and `places` the
    places named anywhere, by article id.
    """
    pairs = [pair for pair in combinations(members, 2) if _held_against(*pair, sure)]
    found: list[Disagreement] = []
    for element, reader in _READERS:
        values = _differing([reader(a, b, packs[a.language], places) for a, b in pairs], pairs)
        if len(set(values.values())) > 1:
            found.append(_disagreement(element, values, members, published, packs))
    return tuple(sorted([*found, *_denials(members, sure)]))


def _denials(members: Sequence[ReadClaim], sure: Sure) -> Iterator[Disagreement]:
    """Yield the disagreement of those who assert or plan something with those who deny it, in other articles."""
    said: dict[str, set[str]] = {"asserted": set(), "denied": set()}
    for left, right in combinations(members, 2):
        modes = {left.claim.modality, right.claim.modality}
        if "denied" in modes and modes & {"asserted", "planned"} and _sure(left, right, sure):
            for item in (left, right):
                said["denied" if item.claim.modality == "denied" else "asserted"].add(item.claim.id)
    if said["denied"]:
        variants = tuple(Variant(value, tuple(sorted(ids))) for value, ids in sorted(said.items()))
        yield Disagreement("other", variants, False, "asserted / denied")


def _sure(left: ReadClaim, right: ReadClaim, sure: Sure) -> bool:
    """Return whether two claims of different articles, in one language, surely speak of one fact."""
    one, other = left.claim, right.claim
    if one.article_id == other.article_id or left.language != right.language:
        return False
    return (one.id, other.id) in sure or (other.id, one.id) in sure


def _held_against(left: ReadClaim, right: ReadClaim, sure: Sure) -> bool:
    """Return whether a difference between two claims may be called one: both are plainly asserted."""
    return {left.claim.modality, right.claim.modality} == {"asserted"} and _sure(left, right, sure)


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


def _disagreement(
    element: Element, values: Values, members: Sequence[ReadClaim], published: Mapping[str, str], packs: Packs
) -> Disagreement:
    grouped: dict[str, list[str]] = {}
    for claim_id, value in values.items():
        grouped.setdefault(_shortest(value, values) if element == "person" else value, []).append(claim_id)
    variants = tuple(Variant(value, tuple(sorted(ids))) for value, ids in sorted(grouped.items()))
    develops = element == "number" and _develops(values, members, published, packs)
    return Disagreement(element, variants, develops, " / ".join(variant.value for variant in variants))


def _shortest(name: str, values: Values) -> str:
    """Return the shortest name given whose words are all in this one: "Salvek Anton Brisk" is Anton Brisk."""
    inside = [other for other in values.values() if {*other.split()} <= {*name.split()}]
    return min(inside, key=lambda other: (len(other), other))


def _numbers(
    left: ReadClaim, right: ReadClaim, pack: LanguagePack, _places: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    """Return the two figures where both claims count one thing, once each, and the figures cannot both be true."""
    met = [(a, b) for a in left.quantities for b in right.quantities if _same_thing(a, left, b, right, pack)]
    if len(met) != 1 or compatible(*met[0]):
        return None
    return _number_text(met[0][0]), _number_text(met[0][1])


def _same_thing(a: Quantity, left: ReadClaim, b: Quantity, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two quantities count one thing: what only one of them says of it stands in the other's claim too."""
    if a.unit != b.unit or not (a.counted and b.counted):
        return False
    one, other = set(content_stems(a.counted, pack.words)), set(content_stems(b.counted, pack.words))
    if not one & other:
        return False
    telling = (one | other) - set(pack.differences.generic)
    return bool(telling) and one - other <= {*right.stems} and other - one <= {*left.stems}


def _number_text(item: Quantity) -> str:
    number = f"{item.value:g}" if isinstance(item.value, float) else str(item.value)
    high = f"–{item.high}" if item.high is not None else ""
    about = {"about": "± ", "at_least": "≥ ", "at_most": "≤ "}.get(item.bound, "")
    return f"{about}{number}{high} {item.unit or item.counted}".strip()


def _dates(
    left: ReadClaim, right: ReadClaim, _pack: LanguagePack, _places: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    """Return the two days where each claim prints exactly one calendar date and the dates differ."""
    one, other = _printed_days(left), _printed_days(right)
    if len(one) != 1 or len(other) != 1 or not apart(one[0], other[0]):
        return None
    return one[0][0], other[0][0]


def _printed_days(item: ReadClaim) -> list[tuple[str, str]]:
    """Return the days a claim prints with digits: a bare weekday is read from its article's date and may be off."""
    days = {
        (time.start_at[:10], time.end_at[:10])
        for time in item.times
        if len(time.start_at) >= 10 and any(character.isdigit() for character in time.span.text)
        and time.start_at[:10] == time.end_at[:10] and time.timex_type in {"DATE", "TIME"}
        and time.rule.startswith("date.")
    }  # fmt: skip
    return sorted(days)


def _clocks(
    left: ReadClaim, right: ReadClaim, _pack: LanguagePack, _places: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    """Return the two clock times where each claim gives exactly one and they differ beyond what "about" allows."""
    one, other = _clock_times(left), _clock_times(right)
    if len(one) != 1 or len(other) != 1 or one[0].zone != other[0].zone:
        return None
    first, second = (_minutes(time) for time in (one[0], other[0]))
    gap = abs(first - second)
    if gap == 0 or (gap < CLOSE_CLOCKS and (_rough(one[0]) or _rough(other[0]))):
        return None
    return _clock_text(first), _clock_text(second)


def _clock_times(item: ReadClaim) -> list[TimeValue]:
    return [
        time
        for time in item.times
        if "T" in time.start_at and time.granularity in {"minute", "hour", "second"}
    ]


def _minutes(time: TimeValue) -> int:
    hour, _, minute = time.start_at.partition("T")[2][:5].partition(":")
    return int(hour) * 60 + int(minute or 0)


def _rough(time: TimeValue) -> bool:
    """Return whether a clock time is said to be approximate: a word for "about" stands right before it."""
    return "about" in time.flags


def _clock_text(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def _places(
    left: ReadClaim, right: ReadClaim, pack: LanguagePack, places: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    """Return the two places where each claim is located in exactly one, which the other article never names."""
    one, other = list(_located(left, pack)), list(_located(right, pack))
    if len(one) != 1 or len(other) != 1:
        return None
    (first, first_name), (second, second_name) = one[0], other[0]
    named = places.get(right.claim.article_id, ()), places.get(left.claim.article_id, ())
    if first == second or first in named[0] or second in named[1]:
        return None
    if {*first_name.lower().split()} & {*second_name.lower().split()}:
        return None
    return first_name, second_name


def _located(item: ReadClaim, pack: LanguagePack) -> Iterator[tuple[str, str]]:
    """Yield entity and name of each place in the claim that stands right behind a locative word."""
    for mention in item.mentions:
        words = mention.span.prefix.lower().split()
        if mention.label == "LOC" and words and words[-1] in pack.differences.locatives[:1]:
            yield mention.entity, mention.span.text


def _develops(
    values: Values, members: Sequence[ReadClaim], published: Mapping[str, str], packs: Packs
) -> bool:
    """Return whether a figure that is counted anew only ever grew with time of publication."""
    told = [item for item in members if item.claim.id in values]
    growing = {
        stem
        for item in told
        for stem in content_stems(" ".join(_growing(item, packs)), packs[item.language].words)
    }
    if not all(growing & {*item.stems} for item in told):
        return False
    moments = sorted(
        (published.get(item.claim.article_id, ""), _leading(values[item.claim.id])) for item in told
    )
    times = [moment for moment, _ in moments]
    figures = [figure for _, figure in moments]
    rising = all(a <= b for a, b in pairwise(figures))
    clear = all(a != b or x == y for (a, x), (b, y) in pairwise(moments))
    return rising and clear and all("T" in time for time in times)


def _growing(item: ReadClaim, packs: Packs) -> tuple[str, ...]:
    return packs[item.language].differences.growing


def _leading(value: str) -> float:
    """Return the figure that a variant's text begins with."""
    words = value.replace("±", " ").replace("≥", " ").replace("≤", " ").replace("–", " ").split()
    return float(words[0]) if words else 0.0


def _givers(
    left: ReadClaim, right: ReadClaim, pack: LanguagePack, _places: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    """Return the two persons where each claim has another one give the same thing."""
    one, other = giver(left, pack), giver(right, pack)
    if one is None or other is None or not _share_things(left, right):
        return None
    if one.entity == other.entity or same_person(one.span.text, other.span.text):
        return None
    return one.span.text, other.span.text


def _share_things(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether both claims count one thing alike: the thing given."""
    return any(same_number(a, b) and a.counted for a in left.quantities for b in right.quantities)


_Reader = Callable[
    [ReadClaim, ReadClaim, LanguagePack, Mapping[str, Collection[str]]], "tuple[str, str] | None"
]
_READERS: tuple[tuple[Element, _Reader], ...] = (
    ("number", _numbers),
    ("date", _dates),
    ("time", _clocks),
    ("place", _places),
    ("person", _givers),
)
