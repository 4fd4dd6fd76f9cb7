"""The templates of one half, and how a fact is put into words: a form of it, in a frame that says who says so."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
OUTLETS = HERE / "outlets.toml"
HALVES = ("develop", "report")


@cache
def templates(half: str) -> Mapping[str, Any]:
    """Return the templates of a half: "develop" to work on, "report" to be scored on."""
    return tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8"))


@dataclass
class World:
    """What is true in one story, and by which names: the event's facts with their figures, and who is there to tell them."""

    half: str
    event: Mapping[str, Any]
    slots: Mapping[str, str]
    official: str
    witnesses: Sequence[str]
    rng: Random
    used: dict[str, list[str]] = field(default_factory=dict)

    @property
    def facts(self) -> range:
        """Return the numbers of the event's facts."""
        return range(len(self.event["facts"]))

    def fill(self, template: str, **more: str) -> str:
        """Return a template with its slots filled."""
        return template.format(**{**self.slots, **more})

    def clause(self, fact: int) -> str:
        """Return the fact in one of its forms."""
        return self.fresh(str(fact), self.event["facts"][fact]["forms"])

    def title(self) -> str:
        """Return one of the event's headlines."""
        return self.fresh("title", self.event["titles"])

    def fresh(self, what: str, forms: Sequence[str]) -> str:
        """Return one of the forms, one that nobody has used while there is one: writers do not meet in whole sentences."""
        filled = [self.fill(form) for form in forms]
        used = self.used.setdefault(what, [])
        chosen = self.rng.choice([form for form in filled if form not in used] or filled)
        used.append(chosen)
        return chosen

    def frame(self, kind: str, /, **more: str) -> str:
        """Return one of the frames of this kind, all but the place of the clause filled in."""
        chosen = self.rng.choice(templates(self.half)["frames"][kind])
        return self.fill(chosen, said="{said}", Said="{Said}", **more)

    def by_official(self, *, first: bool) -> str:
        """Return a frame of the official's words, with role and name at the first mention."""
        names = {"name": self.official, "short": self.official.split()[0]}
        return self.frame(
            "first_said" if first else "later_said", role=self.fill(self.event["role"]), **names
        )


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def new_world(half: str, rng: Random) -> World:
    """Return what is true in one new story of a half."""
    data = templates(half)
    event = rng.choice(data["events"])
    regency = rng.choice(data["regencies"])
    slots = {name: str(rng.randint(*ends)) for name, ends in event["slots"].items()}
    slots |= {"place": rng.choice(data["places"]), "day": rng.choice(data["days"])}
    slots |= {"regency": f"Kabupaten {regency}", "REGENCY": regency.upper()}
    people = rng.sample(data["people"], 2)
    return World(half, event, slots, people[0], rng.sample(data["witnesses"], 3), rng)
