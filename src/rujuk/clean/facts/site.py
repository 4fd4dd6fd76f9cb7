"""Whose page it is and from when, as far as that is told before the page is read: which of an outlet's own rules hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rujuk.clean.characters import one_line
from rujuk.clean.facts.dates import MODIFIED, DateReader, address_date
from rujuk.clean.facts.outlet import Publisher, find_outlet
from rujuk.model.text import Page
from rujuk.outlets.base import Outlets
from rujuk.outlets.rules import OutletRule


@dataclass(frozen=True, slots=True)
class Site:
    """What is told of a page from outside, and by its tags: its addresses, its outlet's names, its dates, nearest first."""

    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()

    def with_tags(
        self, addresses: Iterable[str], names: Iterable[str], dates: Iterable[tuple[str, str]]
    ) -> "Site":
        """Return the same with what the page's own tags say, which counts after what is told from outside."""
        published = (text for origin, text in dates if origin != MODIFIED)
        return replace(
            self,
            addresses=(*self.addresses, *addresses),
            names=(*self.names, *names),
            dates=(*self.dates, *published),
        )


NOWHERE = Site()


def site_of(page: Page, declared: Mapping[str, str]) -> Site:
    """Return what is told of a page from outside: the capture's time first, since a page is laid out as of that day."""
    said = one_line(declared.get("outlet", ""))
    told = (page.captured_at, one_line(declared.get("published_at", "")), *(text for _, text in page.dates))
    return Site(
        tuple(filter(None, (page.url, page.canonical_url))),
        (said,) if said else (),
        tuple(filter(None, told)),
    )


def rules_in_force(site: Site, outlets: Outlets, reader: DateReader) -> tuple[OutletRule, ...]:
    """Return the rules of the page's outlet that hold on its day; none where the outlet is not known."""
    address = next(iter(site.addresses), None)
    outlet, _ = find_outlet(Publisher(address, "", site.names), outlets)
    if outlet is None or not outlet.rules:
        return ()
    days = (reader.read(text) for text in site.dates)
    told = next((found[0] for found in days if found), "")
    day = told or next(filter(None, map(address_date, site.addresses)), "")
    return tuple(rule for rule in outlet.rules if rule.holds(day))
