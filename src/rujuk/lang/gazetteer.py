"""The bundled gazetteer: countries, provinces and regencies of Indonesia, cities of the world, by name.

Tables in `gazetteer/`, made by `training/build_gazetteer.py`; origins and licences in `gazetteer/SOURCES.md`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from rujuk.lang.spelling import Key, words_of
from rujuk.model.annotations import Place, PlaceKind
from rujuk.model.errors import PackError

HERE = Path(__file__).parent / "gazetteer"
TABLES = ("countries.tsv", "regions.tsv", "cities.tsv")
HEADS: Mapping[str, PlaceKind] = {
    "provinsi": "province",
    "province": "province",
    "kabupaten": "regency",
    "regency": "regency",
    "kota": "town",
    "kotamadya": "town",
    "city": "city",
}
"""Words before a name that say which kind of place is meant, in the languages of the bundled packs."""
LARGE = 100_000
"""Inhabitants from which on a city is a candidate for its name anywhere; a smaller one needs its country named."""
ORDER: Mapping[PlaceKind, int] = {"country": 0, "province": 1, "regency": 2, "town": 2, "city": 3}


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by their names in comparable words, larger kinds and larger cities first.

    `large` are the ids of cities of `LARGE` inhabitants and more; `sha256` is over the tables.
    """

    by_name: Mapping[Key, tuple[Place, ...]]
    large: frozenset[str]
    sha256: str

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name, those of its head's kind only where it has one ("Kabupaten Sembada")."""
        words = words_of(name)
        found = self.by_name.get(words, ())
        kind = HEADS.get(words[0]) if len(words) > 1 else None
        if found or kind is None:
            return found
        headed = self.by_name.get(words[1:], ())
        return tuple(place for place in headed if place.kind == kind) or (headed if kind == "city" else ())


@cache
def load() -> Gazetteer:
    """Return the gazetteer; raises PackError for a table that is missing or damaged."""
    try:
        texts = {name: (HERE / name).read_text(encoding="utf-8") for name in TABLES}
        named = sorted(_read(texts), key=lambda item: item[:2])
    except (OSError, UnicodeDecodeError, ValueError, KeyError, IndexError) as error:
        raise PackError(f"{HERE}: {type(error).__name__}: {error}") from error
    table: dict[Key, dict[Place, None]] = defaultdict(dict)
    for _, _, names, place in named:
        for name in names:
            table[words_of(name)][place] = None
    taken = sha256("\0".join(texts[name] for name in TABLES).encode()).hexdigest()
    large = frozenset(place.id for (_, people), _, _, place in named if -people >= LARGE)
    return Gazetteer({words: tuple(places) for words, places in table.items() if words}, large, taken)


Row = tuple[tuple[int, int], str, tuple[str, ...], Place]


def _read(texts: Mapping[str, str]) -> Iterator[Row]:
    """Yield each place with its rank, id and names."""
    countries: dict[str, str] = {}
    for code, *names in _rows(texts["countries.tsv"]):
        countries[code] = names[0]
        yield (ORDER["country"], 0), code, tuple(names), Place(code, names[0], "country", code, ())
    regions = {code: name for code, _, name, *_ in _rows(texts["regions.tsv"])}
    for code, word, name, above, *others in _rows(texts["regions.tsv"]):
        kind = _kind(word)
        chain = (regions[above], countries["ID"]) if above in regions else (countries["ID"],)
        yield (ORDER[kind], 0), code, (name, *others), Place(f"ID.{code}", name, kind, "ID", chain)
    for number, name, code, state, people, *others in _rows(texts["cities.tsv"]):
        chain = (state, countries[code]) if state else (countries[code],)
        place = Place(f"geonames:{number}", name, "city", code, chain)
        yield (ORDER["city"], -int(people)), number, (name, *others), place


def _kind(word: str) -> PlaceKind:
    kinds: dict[str, PlaceKind] = {"province": "province", "regency": "regency", "town": "town"}
    return kinds[word]


def _rows(text: str) -> Iterator[list[str]]:
    yield from (line.split("\t") for line in text.splitlines())
