"""What a language's news tells about two names of one person, body or place: aliases, short forms, words that refer back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Joins:
    """How names of one entity differ, and which words take a name up again.

    - `alias_cues` stand between two names of one person ("alias"); `short_cues` between a name and its short form ("disingkat");
    - `generations` end a person's name and tell parent from child ("Jr."); `patronymics` stand before the father's name
      ("bin"), which alone is not the child's; `given_forms` list the spellings of a given name, joined by " = ";
    - `body_forms` list the forms of a word or phrase inside a body's name, fullest first ("Kepolisian Daerah = Polda");
      `place_forms` the same for places ("Sungai = Kali"); `legal_forms` may be missing from a company's name ("PT");
      `body_heads` may be missing before a name that is a name by itself ("Partai"); `place_heads` likewise ("Kota");
    - `pronouns` stand for one person, `possessives` hang on the word before ("nya") and are a person's behind one of the
      words of `possessed` ("istri", "rumah", "kepada"); `own_side` words speak for the body or person last named
      ("pihaknya"); `definites` are the words after a noun that takes a name up ("itu");
      `person_nouns` are nouns for any person ("pria", "politikus"), beside the pack's roles and ranks.
    """

    alias_cues: tuple[str, ...]
    short_cues: tuple[str, ...]
    generations: tuple[str, ...]
    patronymics: tuple[str, ...]
    given_forms: tuple[str, ...]
    body_forms: tuple[str, ...]
    place_forms: tuple[str, ...]
    legal_forms: tuple[str, ...]
    body_heads: tuple[str, ...]
    place_heads: tuple[str, ...]
    pronouns: tuple[str, ...]
    possessives: tuple[str, ...]
    possessed: tuple[str, ...]
    own_side: tuple[str, ...]
    definites: tuple[str, ...]
    person_nouns: tuple[str, ...]
