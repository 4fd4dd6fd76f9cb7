"""The names of a language's news: titles and heads that announce a name, known names, and their other forms."""

from dataclasses import dataclass

APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What tells a name, and of what kind, in running text.

    - `honorifics` stand before a person's name and are not part of it ("Pak", "Dr", "H");
    - `ranks` are the same for soldiers and police ("Kombes"); of both and of roles only those listed in capitals may
      stand in capitals ("AKBP"; "TN" is no "Tn"); `roles` are offices, case-folded, one or more words
      ("presiden", "wakil gubernur"): what follows may be their field or place, then the person;
    - `serving_roles` are roles beside somebody, who may be named before the one who has the role: "juru bicara Tirta, Laksmi";
    - `role_words` may follow a role inside it ("utama", "luar negeri", "umum"); `degrees` follow a person's name
      ("S.H.") and are not part of it; `name_particles` stand in lower case inside a name ("bin", "van");
    - `given_names` are common first names;
    - `articles` may stand before a name or an office and are no name alone ("the");
    - `organisation_heads` begin the name of an organisation ("Kementerian"), `organisation_words` occur inside one
      ("Nasional"), `organisation_tails` end one ("Tbk", "FC"), `organisation_joints` link its words in lower case ("dan");
      `organisation_ends` are patterns of what a body's name goes on to behind its place ("sheriff's office");
    - `place_heads` begin the name of a place ("Kabupaten"), `place_words` follow a place's name ("Timur"),
      `place_prepositions` stand before places ("di", "ke");
    - `place_bodies` are heads of bodies after which only their place is named ("Pemkab", "Polres");
    - `thing_heads` are nouns before names of other things ("rudal", "film"); `clitics` may hang on a name ("lah");
    - `places`, `organisations`, `persons` are known names; each entry of the `*_aliases` lists the
      names of one, fullest first, separated by " = ";
    - `not_names` are written with a capital and are none (months, weekdays, religions); `ordinary` are everyday words
      that may begin a sentence; `ordinary_patterns` match such words by their form (affixes),
      `opening_patterns` more of them, for the first word of a sentence only;
    - `examples` mark <per>, <org>, <loc>.
    """

    honorifics: tuple[str, ...]
    ranks: tuple[str, ...]
    roles: tuple[str, ...]
    serving_roles: tuple[str, ...]
    role_words: tuple[str, ...]
    degrees: tuple[str, ...]
    name_particles: tuple[str, ...]
    given_names: tuple[str, ...]
    articles: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    organisation_words: tuple[str, ...]
    organisation_tails: tuple[str, ...]
    organisation_joints: tuple[str, ...]
    organisation_ends: tuple[str, ...]
    place_heads: tuple[str, ...]
    place_words: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    place_bodies: tuple[str, ...]
    thing_heads: tuple[str, ...]
    clitics: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    persons: tuple[str, ...]
    place_aliases: tuple[str, ...]
    organisation_aliases: tuple[str, ...]
    person_aliases: tuple[str, ...]
    not_names: tuple[str, ...]
    ordinary: tuple[str, ...]
    ordinary_patterns: tuple[str, ...]
    opening_patterns: tuple[str, ...]
    examples: tuple[str, ...]

    @property
    def possessives(self) -> tuple[str, ...]:
        """Return the clitics that bring their own apostrophe ("'s"); the others are tied by a hyphen."""
        return tuple(clitic for clitic in self.clitics if clitic.startswith(APOSTROPHES))
