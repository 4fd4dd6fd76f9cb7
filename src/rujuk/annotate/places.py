"""Where a named place lies: the gazetteer's candidates for it, those first that the rest of the article speaks for."""

from collections.abc import Sequence
from dataclasses import replace

from rujuk.lang.gazetteer import Gazetteer
from rujuk.model.annotations import Entity, Place

MOST = 5
"""Candidates kept of one name: the twelve cities of one name in GeoNames help no reader."""


def locate(entities: Sequence[Entity], gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """Return the entities, each place with what it may be: best first, none where nothing fits.

    First come places whose country or province the article names too, then larger kinds, then larger cities.
    """
    found = {entity.id: _candidates(entity, gazetteer) for entity in entities if entity.kind == "LOC"}
    named = {name.casefold() for entity in entities if entity.kind == "LOC" for name in _names(entity)}
    named |= {
        places[0].name.casefold() for places in found.values() if places and places[0].kind == "country"
    }
    return tuple(
        replace(entity, places=tuple(_ranked(found[entity.id], named, gazetteer)))
        if found.get(entity.id)
        else entity
        for entity in entities
    )


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name, *(alias for alias in entity.aliases if alias != entity.name)


def _candidates(entity: Entity, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what the fullest name that the gazetteer knows may be."""
    return next((places for name in _names(entity) if (places := gazetteer.find(name))), ())


def _ranked(places: Sequence[Place], named: set[str], gazetteer: Gazetteer) -> list[Place]:
    """Return the likely places in order: a small town counts only where the article names what it lies in."""
    likely = [
        place
        for place in places
        if place.kind != "city" or place.id in gazetteer.large or _is_spoken_for(place, named)
    ]
    return sorted(likely, key=lambda place: not _is_spoken_for(place, named))[:MOST]


def _is_spoken_for(place: Place, named: set[str]) -> bool:
    """Return whether the article names what a place lies in, or the place is a country."""
    return place.kind == "country" or any(above.casefold() in named for above in place.within)
