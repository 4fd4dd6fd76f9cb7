"""One page to one article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rujuk.clean.body.text import body_of_lines, body_of_page
from rujuk.clean.body.title import choose_title
from rujuk.clean.body.webpage import body_of_markup
from rujuk.clean.captures.joining import paragraphs_of
from rujuk.clean.characters import is_damaged, keep, lines_of, normalise, one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.content import content_of
from rujuk.clean.facts.datelines import place_and_mark
from rujuk.clean.facts.dates import address_date, after_capture, candidates, choose, reader_of
from rujuk.clean.facts.language import UNKNOWN, declared_language, identify
from rujuk.clean.facts.outlet import Publisher, find_outlet, read_dateline
from rujuk.clean.facts.site import NOWHERE, Site, rules_in_force, site_of
from rujuk.clean.lines.byline import (
    byline_beside,
    choose_byline,
    closing_lines,
    is_name,
    person,
    printed_roles,
    roles_of,
    signature,
)
from rujuk.clean.lines.classifier import LineModels, bundled
from rujuk.clean.lines.line import Sorted, length_of
from rujuk.clean.lines.recurrence import NOTHING_KNOWN, Recurrence
from rujuk.clean.lines.rules import Rules, rules_of
from rujuk.clean.markup.blocks import parse
from rujuk.clean.markup.metadata import read_metadata
from rujuk.lang.base import Packs
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Article, DateCandidate, Furniture, OutletRef, Page
from rujuk.outlets.base import Outlet, Outlets
from rujuk.outlets.rules import OutletRule

DATED = (None, "date", "menu", "byline", "credit", "other", "caption")
"""Labels of lines that may hold the date of the article itself; a list of other stories holds theirs."""
MAX_MARK = 60
"""Characters of a line that may be an outlet's mark, name or address; the longest in the packs has 32."""
Cleaned = tuple[Article | Dropped, tuple[Notice, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found in a page, before it is known whose it is, from when and in which language.

    `signed` and `edited` are those whom a page's tags name as writers and editors, `printed` the writers that it prints
    by a role, `marked` what its markup shows as a writer's name, `beside` a name beside the printed date. `addresses` are those that the page gives as its own. `disputed` says how another
    extractor's body differs, where it does badly.
    """

    title: str
    text: str
    furniture: tuple[Furniture, ...] = ()
    captions: str = ""
    signed: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    beside: str = ""
    publishers: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    paths: tuple[str, ...] = ()
    disputed: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page is cleaned with."""

    packs: Packs
    outlets: Outlets
    config: CleanConfig
    models: LineModels
    site: Site = NOWHERE
    own: tuple[OutletRule, ...] = ()
    recurrence: Recurrence = NOTHING_KNOWN

    def at(self, site: Site) -> "Desk":
        """Return the same for a page of which this is told, with the rules of its outlet that hold on its day."""
        return replace(self, site=site, own=rules_in_force(site, self.outlets, reader_of(self.packs)))

    @property
    def rules(self) -> Rules:
        """Return the line rules of all packs and of the page's outlet."""
        return rules_of(self.packs, self.own)


def clean(
    page: Page,
    *,
    packs: Packs,
    outlets: Outlets,
    config: CleanConfig = CleanConfig(),
    models: LineModels | None = None,
    recurrence: Recurrence = NOTHING_KNOWN,
) -> Cleaned:
    """Return the article in a page, or why there is none, and what a reader should know of it.

    The article keeps the page's id. Where the page is as-is its text stays as it is, character for character, and it
    is never dropped. Drops: `empty`, `no_body`, `too_large`. Notices: `repaired`, `unread_date`, `language_guess`,
    `extractors_disagree`. `models` are the bundled ones where none are given. `recurrence` is what `survey` says of the
    lines of a page that is no HTML.
    """
    desk = Desk(packs, outlets, config, models or bundled(), recurrence=recurrence)
    declared, text, is_html = content_of(page)
    desk = desk.at(site_of(page, declared))
    if not (text if page.as_is else text.strip()):
        return Dropped(page.name, "clean", "empty"), ()
    if not page.as_is and len(text) > (config.max_markup if is_html else config.max_characters):
        return Dropped(page.name, "clean", "too_large", f"{len(text)} characters are no article"), ()
    draft = _draft(text, declared, desk, as_is=page.as_is, is_html=is_html, is_row=page.kind == "row")
    if not draft.text:
        is_titled = page.kind == "row" and not is_html and bool(draft.title)
        least = desk.config.min_row_words if is_titled else desk.config.min_words
        return Dropped(page.name, "clean", "no_body", f"under {least} words of running text"), ()
    article, notices = _article(page, draft, declared, desk)
    if is_damaged(text, may_be_halved=page.kind == "row"):
        notices.insert(0, Notice(page.name, "clean", "repaired"))
    return article, tuple(notices)


def _draft(
    text: str, declared: dict[str, str], desk: Desk, *, as_is: bool, is_html: bool, is_row: bool
) -> Draft:
    title = one_line(declared.get("title", ""))
    if is_html:
        return _from_html(text, title, desk)
    if as_is:
        return Draft(keep(declared.get("title", "")), keep(text))
    lines = lines_of(normalise(text))
    if _is_body(lines, title):
        own = _drafted(
            body_of_lines(desk.recurrence.lines(lines), title, desk.rules, desk.config), title, desk
        )
        return own if _words([own.text]) >= desk.config.min_row_words else Draft(title, "")
    page, found = body_of_page(desk.recurrence.lines(lines), desk)
    draft = _from_page(page, title or found, desk)
    if not draft.text and is_row and _words(lines) >= desk.config.min_words:
        # A row's text was called that by somebody: rather a body with a menu in it than a report lost.
        return _drafted(
            body_of_lines(desk.recurrence.lines(lines), title, desk.rules, desk.config), title, desk
        )
    return draft


def _is_body(lines: Sequence[str], title: str) -> bool:
    """Return whether lines are a body and not a flattened page: they come with a title and do not hold it further down."""
    return bool(title) and title not in lines[1:]


def _from_page(page: Sorted, title: str, desk: Desk) -> Draft:
    if _words(page.body) < desk.config.min_words:
        return Draft(title, "")
    above = page.lines[max(0, page.start - desk.config.date_lines) : page.start]
    printed = [line for line in reversed(above) if line.label in DATED and desk.rules.is_date(line.text)]
    for line in printed:
        line.label = "date"
    at = next((index for index, line in enumerate(above) if printed and line is printed[0]), None)
    beside = "" if at is None else byline_beside(above, at, title, desk.rules, desk.outlets)
    dates = tuple(("printed", line.text) for line in printed)
    return replace(_drafted(page, title, desk), dates=dates, beside=beside)


def _words(lines: Sequence[str]) -> int:
    return sum(map(length_of, lines))


def _drafted(page: Sorted, title: str, desk: Desk) -> Draft:
    count = closing_lines(page.body, roles_of(desk.packs), desk.rules, desk.outlets)
    body, closing = page.body[: len(page.body) - count], page.body[len(page.body) - count :]
    signed = (signature(line, desk.outlets) for line in closing)
    return Draft(
        title=title,
        text="\n".join(body),
        furniture=(*page.furniture, *(Furniture("byline", line) for line in closing)),
        captions="\n".join(page.captions),
        paths=tuple(page.paths[: len(body)]),
        printed=tuple(filter(None, (page.byline, *signed))),
    )


def _from_html(html: str, title: str, desk: Desk) -> Draft:
    tree = parse(html)
    if tree is None:
        return Draft(title, "")
    metadata = read_metadata(tree, desk.config)
    desk = desk.at(desk.site.with_tags(metadata.addresses, metadata.publishers, metadata.dates))
    title = title or choose_title(metadata, desk.rules, desk.outlets)
    page, disputed = body_of_markup(tree, html, title, desk)
    draft = _from_page(page, title, desk)
    return replace(
        draft,
        signed=metadata.authors,
        edited=metadata.editors,
        marked=metadata.printed_authors,
        publishers=metadata.publishers,
        dates=(*metadata.dates, *draft.dates),
        disputed=disputed,
        addresses=metadata.addresses,
    )


def _article(page: Page, draft: Draft, declared: dict[str, str], desk: Desk) -> tuple[Article, list[Notice]]:
    notices: list[Notice] = []
    if draft.disputed:
        notices.append(Notice(page.name, "clean", "extractors_disagree", draft.disputed))
    dateline = read_dateline(draft.text.partition("\n")[0][:200], desk.outlets)
    place, house = place_and_mark(dateline) if dateline else (None, None)
    address = page.url or page.canonical_url or next(iter(draft.addresses), None)
    told = Publisher(
        address,
        one_line(declared.get("outlet", "")),
        draft.publishers,
        dateline.mark if dateline else "",
    )
    outlet, reference = _publisher(told, draft, desk.outlets)
    language = _language(page, draft, declared, desk, outlet, notices)
    zone = _press_zone(desk.packs, outlet)
    found = _dates(page, draft, declared, desk, zone, notices)
    byline, editor = _signatures(declared, draft, desk, reference.name if reference else "")
    article = Article(
        id=page.id,
        path=page.path,
        url=page.url,
        canonical_url=page.canonical_url,
        outlet=reference,
        language=language,
        title=draft.title,
        byline=byline,
        dateline=dateline.text if dateline else None,
        published_at=choose(found, page.captured_at, zone),
        date_candidates=found,
        captions=draft.captions,
        furniture=draft.furniture,
        text=draft.text,
        editor=editor,
        dateline_place=place,
        dateline_mark=house,
        paragraphs=paragraphs_of(draft.text, draft.paths),
    )
    return article, notices


def _publisher(told: Publisher, draft: Draft, outlets: Outlets) -> tuple[Outlet | None, OutletRef | None]:
    """Return the outlet, by a line that is its mark where nothing else tells it."""
    outlet, reference = find_outlet(told, outlets)
    if outlet is not None or told.mark:
        return outlet, reference
    short = (line.text for line in draft.furniture if len(line.text) <= MAX_MARK)
    return find_outlet(replace(told, mark=next(filter(outlets.by_mark, short), "")), outlets)


def _signatures(
    declared: dict[str, str], draft: Draft, desk: Desk, outlet: str
) -> tuple[str | None, str | None]:
    """Return who wrote and who edited the report, each None where nothing says so."""
    roles = roles_of(desk.packs)
    writers, editors = printed_roles(draft.furniture, roles)
    own = (outlet, *draft.publishers, *(desk_name for rule in desk.own for desk_name in rule.desks))
    edited = _people((*draft.edited, *editors), desk, own)
    tagged = _people((one_line(declared.get("author", "")), *draft.signed), desk, own)
    marked = [name for name in _people(draft.marked, desk, own) if is_name(name)]
    printed = [*_people((*draft.printed, *writers), desk, own), *marked] or _people(
        (draft.beside,), desk, own
    )
    return choose_byline(tagged, printed, edited), next(iter(edited), None)


def _people(texts: Sequence[str], desk: Desk, own: Sequence[str]) -> list[str]:
    roles = roles_of(desk.packs)
    return list(filter(None, (person(text, roles, desk.outlets, own) for text in texts)))


def _language(
    page: Page,
    draft: Draft,
    declared: dict[str, str],
    desk: Desk,
    outlet: Outlet | None,
    notices: list[Notice],
) -> str:
    said = declared_language(declared.get("language", ""), desk.packs)
    if said:
        return said
    language, sure = identify(draft.text[: desk.config.language_characters], desk.packs, outlet)
    if not sure and language != UNKNOWN:
        detail = f"{language}, by the outlet's country; the text alone reads as a near language"
        notices.append(Notice(page.name, "clean", "language_guess", detail, "note"))
    return language


def _press_zone(packs: Packs, outlet: Outlet | None) -> str:
    """Return the zone of times that an outlet prints without one: that of its country's national press, or ""."""
    countries = {
        country: pack.boilerplate.press_zone
        for pack in packs.values()
        for country in pack.boilerplate.countries
    }
    return countries.get(outlet.country, "") if outlet and outlet.kind in {"national", "wire"} else ""


def _dates(
    page: Page,
    draft: Draft,
    declared: dict[str, str],
    desk: Desk,
    zone: str,
    notices: list[Notice],
) -> tuple[DateCandidate, ...]:
    said = one_line(declared.get("published_at", ""))
    reader = reader_of(desk.packs)
    if said and not reader.read(said):
        notices.append(Notice(page.name, "clean", "unread_date", said[:100]))
    addresses = filter(None, (page.url, page.canonical_url, *draft.addresses))
    in_address = next(filter(None, map(address_date, addresses)), "")
    told = [("row", said), *draft.dates, *page.dates, ("url", in_address)]
    found = candidates(told, reader, zone, page.captured_at)
    late = [item for item in found if after_capture(item, page.captured_at)]
    if late:
        detail = f"{late[0].value} ({late[0].origin}) is after the capture; it was not used"
        notices.append(Notice(page.name, "clean", "after_capture", detail, "note"))
    return found
