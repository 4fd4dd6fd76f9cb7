"""How a sentence of a language is cut into assertions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """Words at which a sentence may be cut into claims.

    `coordinators` join clauses ("dan", "sementara"); those among them that join nouns too are `noun_joiners` ("dan",
    "serta"), at which a sentence is cut only before a verb or after a comma; `subordinators` begin a clause that stands on its own ("setelah",
    "karena"); `relatives` begin a clause about the noun before ("yang"); `complementizers` begin reported content
    ("bahwa"); `adjuncts` begin a phrase of time, place, means or purpose, at which a sentence is cut into its smallest parts
    ("pada", "dengan"); `keep_together` are phrases at which it must never be cut.
    `happenings` are groups of words that tell one kind of happening, as a noun, as a verb or without a verb's form ("karam tenggelam", "vonis memvonis");
    none where a language has no such list. `sightings` open a phrase up to a comma that tells but whose reporter looked ("Pantauan Warta Nusa di
    lokasi, …"). `light_verbs` tell no act by themselves, only with a noun ("melakukan", "mengalami"), or only look like verbs ("berdasarkan").
    `subject_pronouns` stand for those that a claim is about and that were named before it ("ia", "mereka").
    """

    coordinators: tuple[str, ...]
    noun_joiners: tuple[str, ...]
    subordinators: tuple[str, ...]
    relatives: tuple[str, ...]
    complementizers: tuple[str, ...]
    adjuncts: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    verbs: tuple[str, ...]
    keep_together: tuple[str, ...]
    happenings: tuple[str, ...]
    sightings: tuple[str, ...]
    light_verbs: tuple[str, ...]
    subject_pronouns: tuple[str, ...]
