"""How many were killed and how many injured: what each report tells of its own event, and what the reports tell together."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rujuk.lang.base import Packs
from rujuk.model.annotations import Document, modality_of
from rujuk.model.casualty import Casualty, Fate
from rujuk.model.moments import read_moment
from rujuk.model.statement import Toll, TollReport
from rujuk.model.text import LEAD, Span

OWN_HAND = frozenset({"own_hand", "with_self"})
"""Rules of casualties that tell of whoever did it."""
DONE_TO = frozenset({"behind", "passive"})
"""Rules of casualties whom somebody killed or hurt; the others only tell in which state they are."""


@dataclass(frozen=True, slots=True)
class TollConfig:
    """Numbers of `tolls`; none is fitted."""

    # Characters of the body, beside the title, in which a report tells its own event's toll; further down stand other events and
    # the record of a place or a year. The length by which an article's subject is told elsewhere.
    lead: int = LEAD
    # By how much the voice of each later report outweighs that of the first: a toll is counted anew as an event is worked up.
    later: float = 1.0
    # Whether the whole body is read where title and lead tell nobody's fate. With reports that are known to be of violence it finds
    # more (GVC); in any other it is the record of another day, or of what somebody is tried for.
    body: bool = False
    # Reports that must tell the believed number: in one report alone a crime's name may be counted, or another event's dead.
    least: int = 2


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one report tells: killed (None where it does not say what became of those struck), injured, struck, and by which words."""

    document: Document
    killed: int | None
    injured: int
    struck: int
    words: tuple[Casualty, ...]

    def hurt(self, killed: int) -> int:
        """Return how many were injured by its account if so many were killed: those struck who did not die are."""
        return max(self.injured, self.struck - killed)


def tolls(
    documents: Sequence[Document], *, packs: Packs, config: TollConfig = TollConfig()
) -> tuple[Toll, ...]:
    """Return how many were killed and how many injured in the event that the documents of one story tell, killed first.

    A fate that no report tells of has no toll. Each report tells one number of killed and one of injured, in its title and lead or,
    where these tell none, further down; the number of most reports is believed, those of the n-th time of publication having n voices each. Of injured only reports count
    that tell the believed number of killed. Claims that are denied, asked or planned tell nothing.
    """
    order = sorted(documents, key=lambda item: (_moment(item), item.article.id))
    found = [item for document in order if (item := _read(document, packs, config))]
    voices = _voices(found, config.later)
    killed = _most([(item.killed, voice) for item, voice in zip(found, voices, strict=True)])
    agreed = [
        (item, voice) for item, voice in zip(found, voices, strict=True) if item.killed in (None, killed)
    ]
    injured = _most([(item.hurt(killed), voice) for item, voice in agreed])
    told = {
        "killed": [(item, item.killed or 0) for item in found],
        "injured": [(item, item.hurt(item.killed or killed)) for item in found],
    }
    made = (_toll("killed", killed, told["killed"]), _toll("injured", injured, told["injured"]))
    return tuple(toll for toll in made if toll and _tellers(toll) >= config.least)


def _voices(found: Sequence[_Reading], later: float) -> list[float]:
    """Return each report's voice: reports of one time have the same, since none of them knows more."""
    times = sorted({_moment(item.document) for item in found})
    return [1 + later * times.index(_moment(item.document)) for item in found]


def _moment(document: Document) -> float:
    """Return a publication as seconds, one moment in two zones as one; before all others where it is not known."""
    moment = read_moment(document.article.published_at)
    return -math.inf if moment is None else moment.timestamp()


def _tellers(toll: Toll) -> int:
    return sum(report.value == toll.value for report in toll.reports)


def _most(given: Sequence[tuple[int | None, float]]) -> int:
    """Return the number with most voices, the higher one of two with as many; 0 where none is given."""
    voices: Counter[int] = Counter()
    for value, voice in given:
        if value is not None:
            voices[value] += voice  # type: ignore[assignment]
    return max(voices, key=lambda value: (voices[value], value), default=0)


def _toll(fate: Fate, value: int, found: Sequence[tuple[_Reading, int]]) -> Toll | None:
    """Return the toll of a fate with every report that tells one, None where none does."""
    reports = []
    for item, told in found:
        words = tuple(word.span for word in item.words if word.fate in (fate, "struck"))
        if told and words:
            reports.append(TollReport(item.document.article.id, told, words))
    return Toll(fate, value, tuple(reports)) if value and reports else None


def _read(document: Document, packs: Packs, config: TollConfig) -> _Reading | None:
    """Return what a report tells of its own event, None where it tells of nobody killed, injured or struck."""
    pack = packs.get(document.article.language)
    words = _lead(document, config)
    if pack is None or not words:
        return None
    dead = [word for word in words if word.fate == "killed" and word.rule not in OWN_HAND]
    killed = _count(dead)
    killed += _by_own_hand(words, dead, killed, document)
    others = [
        word
        for word in words
        if word.fate == "injured" and _is_another(word, dead, document, pack.casualties.anyone)
    ]
    injured = _count(others)
    struck = _struck(words)
    unsaid = not killed and not any(word.fate == "injured" for word in words)
    return _Reading(document, None if unsaid else killed, injured, struck, words)


def _lead(document: Document, config: TollConfig) -> tuple[Casualty, ...]:
    """Return the casualties that title and lead plainly tell, or where these tell none those of the whole body; title first."""
    plain = [word for word in document.casualties if _is_told(word, document)]
    ordered = sorted(plain, key=lambda word: (word.span.part != "title", word.span.start))
    lead = [word for word in ordered if word.span.part == "title" or word.span.start < config.lead]
    return tuple(lead or (ordered if config.body else ()))


def _is_told(word: Casualty, document: Document) -> bool:
    """Return whether a casualty is told as having happened, in the title or the body."""
    modality = modality_of((cue for cue in document.modal_cues if cue.reach.overlaps(word.span)), [word.span])
    return word.span.part != "caption" and modality in {"asserted", "hedged"}


def _count(words: Sequence[Casualty]) -> int:
    """Return how many persons the casualties of one fate are: the first number given, else as many as have ages of their own."""
    counted = next((word.value for word in words if _is_counted(word)), None)
    if counted:
        return counted
    ages = {victim for word in words for victim in word.victims if _is_age(victim)}
    return max(len(ages), *(word.value or 1 for word in words)) if words else 0


def _is_counted(word: Casualty) -> bool:
    return bool(word.value) and (word.value != 1 or not word.victims) and word.rule not in OWN_HAND


def _by_own_hand(words: Sequence[Casualty], dead: Sequence[Casualty], killed: int, document: Document) -> int:
    """Return how many more died by their own hand than the casualties told tell: whoever killed others and then themselves.

    Those found dead are counted with whoever did it; those whom somebody killed are not.
    """
    alone = [word for word in words if word.rule == "own_hand" and word.fate == "killed"]
    both = [word for word in words if word.rule == "with_self"]
    if not killed:
        return 2 if both else 1 if alone else 0
    first = next((word for word in dead if _is_counted(word)), None)
    if first is not None:
        same = [word for word in dead if word.rule in DONE_TO and word.value == first.value]
        return int(any(_one_sentence(one.span, word.span, document) for one in same for word in alone))
    return int(bool(alone or both) and any(word.rule in DONE_TO for word in dead))


def _one_sentence(one: Span, other: Span, document: Document) -> bool:
    return any(sentence.contains(one) and sentence.contains(other) for sentence in document.sentences)


def _is_another(
    word: Casualty, dead: Sequence[Casualty], document: Document, anyone: Collection[str]
) -> bool:
    """Return whether an injured person is none of the dead: counted, of another age or name, or another's relation."""
    if not dead or _is_counted(word):
        return True
    victim = next(iter(word.victims), "")
    known = {key for other in dead for key in other.victims}
    if not victim or victim in known | set(anyone):
        return False
    if _is_age(victim):
        return any(map(_is_age, known))
    return document.entity(victim) is None or any(document.entity(key) for key in known)


def _struck(words: Sequence[Casualty]) -> int:
    """Return how many were struck by what kills or injures: the highest number given, 1 where none is."""
    struck = [word for word in words if word.fate == "struck"]
    known = [word.value for word in struck if word.value and all(word.victims)]
    return max([1, *known]) if struck else 0


def _is_age(victim: str) -> bool:
    return "-" in victim
