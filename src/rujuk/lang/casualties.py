"""How a language tells who was killed and who was injured, and how many."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Casualties:
    """Cues are words or phrases in lower case, as they stand in the text; the longest that fits is read.

    `killed`, `injured` and `struck` are said of victims who stand before them ("two people died"), `killing`, `injuring`
    and `striking` of victims who stand behind ("killing two"); a cue in both lists is read either way. Struck means hit by
    what kills or injures, and not yet told which. `killed_toll`, `injured_toll` and `struck_toll` are nouns for the number
    itself ("the death toll rose to five"), `killed_multiples` and `struck_multiples` phrases with the number they hold.
    `self_killed` tells that whoever did it died too, `killed_with_self` that they and another did, `self_struck` that
    somebody was hit by their own hand; `fatal` are words that tell no more than that somebody died. `pseudo` are phrases
    that hold a cue and tell no casualty.

    `one_person` and `persons` are nouns for one person and for several, `anyone` those of the former that may mean whoever
    was told of before; `age_pattern` is a number that makes a person ("6-year-old"), `aside_pattern` an age between commas,
    `pronouns` stand for one person. `counted` are words for so many persons ("both"), `ordinals` those by which victims are
    counted up. `determiners` open a phrase for persons, `joiners` tie two of them, `links` may stand between victims
    and cue, and so may `leaving`, verbs after which a new list of victims begins ("and left five others hurt"), `toll_links` between the noun for a number and the number. `nobody` are words for none, `others` for further
    ones, `of` for a part of a group.
    """

    killed: tuple[str, ...]
    killing: tuple[str, ...]
    injured: tuple[str, ...]
    injuring: tuple[str, ...]
    struck: tuple[str, ...]
    striking: tuple[str, ...]
    killed_toll: tuple[str, ...]
    injured_toll: tuple[str, ...]
    struck_toll: tuple[str, ...]
    self_killed: tuple[str, ...]
    killed_with_self: tuple[str, ...]
    self_struck: tuple[str, ...]
    fatal: tuple[str, ...]
    killed_multiples: Mapping[str, int]
    struck_multiples: Mapping[str, int]
    pseudo: tuple[str, ...]
    one_person: tuple[str, ...]
    anyone: tuple[str, ...]
    persons: tuple[str, ...]
    age_pattern: str
    aside_pattern: str
    pronouns: tuple[str, ...]
    determiners: tuple[str, ...]
    joiners: tuple[str, ...]
    links: tuple[str, ...]
    leaving: tuple[str, ...]
    toll_links: tuple[str, ...]
    nobody: tuple[str, ...]
    others: tuple[str, ...]
    of: tuple[str, ...]
    counted: Mapping[str, int]
    ordinals: Mapping[str, int]
    examples: tuple[str, ...]
