"""Which reports tell what happened abroad: their outlet has no one there unless it says so, and an agency's word reaches many of them.

"Unstated" would count two outlets that translate one dispatch without naming it as two. So a report from abroad that names no source may rest on
whatever the others of its story rest on.
"""

from rujuk.model.annotations import Document
from rujuk.outlets.base import Outlet

LEAD = 400
"""Characters of the body, beside the title, whose places tell where something happened; the length by which stories are told apart too."""


def is_afar(document: Document, outlet: Outlet | None) -> bool:
    """Return whether title and lead of a report name places abroad, and none of the country of its outlet; not where that country is not known."""
    if outlet is None or not outlet.country:
        return False
    countries = set[str]()
    for mention in document.mentions:
        leads = mention.span.part == "title" or (mention.span.part == "body" and mention.span.start < LEAD)
        entity = document.entity(mention.entity) if leads and mention.kind == "LOC" else None
        countries |= {place.country for place in (entity.places[:1] if entity is not None else ())}
    return bool(countries) and outlet.country not in countries
