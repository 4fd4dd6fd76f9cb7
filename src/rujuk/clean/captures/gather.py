"""What the captures of a run are to each other: pages of one report, the same again, a part of another, versions.

Captures are brought together by address only. Every capture stays: as an article, as one of an article's captures, or both.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rujuk.clean.captures.joining import capture_of, chained, join
from rujuk.clean.captures.paging import Habits, PagePlace, habits_of, place_of
from rujuk.clean.config import CleanConfig
from rujuk.lang.base import Packs
from rujuk.model.report import Notice
from rujuk.model.text import Article, CaptureUse, Page

_WORD = re.compile(r"\w+")
Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Member:
    """One cleaned capture beside the others: its place among the pages of its report, and its words."""

    article: Article
    page: Page
    place: PagePlace
    title: Words
    words: Words
    lines: Mapping[str, int]
    folded: list[tuple["Member", CaptureUse]] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        """Return the number of the page, None for all pages together."""
        return self.place.number

    @property
    def order(self) -> tuple[str, ...]:
        """Return what versions are ordered by: capture, last change, publication, id."""
        changed = [item.value for item in self.article.date_candidates if item.origin == "modified"]
        return (
            self.page.captured_at or "",
            max(changed, default=""),
            self.article.published_at or "",
            self.article.id,
        )

    @property
    def members(self) -> list["Member"]:
        """Return this capture and those that were folded into it."""
        return [self, *(inner for other, _ in self.folded for inner in other.members)]


def gather(
    found: Sequence[Article],
    pages: Mapping[str, Page],
    *,
    packs: Packs,
    config: CleanConfig = CleanConfig(),
) -> tuple[tuple[Article, ...], tuple[Notice, ...]]:
    """Return the articles of a run's cleaned captures, sorted by id, and what happened to captures that are none.

    `pages` holds each article's capture by its id. Pages of one report are joined; captures of one address with the same words
    are one article that counts them; a capture that stands in a fuller one is kept as a part of it; other captures of one
    address are versions, each revising the one before. Notices: `duplicate_capture`, `part_capture`, `joined_page`,
    `missing_pages`, `recapture`.
    """
    habits = habits_of(packs)
    members = [_member(article, pages[article.id], habits) for article in found]
    done: list[Article] = []
    notices: list[Notice] = []
    for group in _groups(members, habits, config):
        articles, said = _settled(group, config)
        done += articles
        notices += said
    return tuple(sorted(done, key=lambda item: item.id)), tuple(sorted(notices))


def _member(article: Article, page: Page, habits: Habits) -> Member:
    title = habits.headline.sub("", article.title[-200:] if len(article.title) > 200 else article.title)
    lines: dict[str, int] = {}
    for line in article.text.split("\n"):
        lines[line] = len(line)
    return Member(
        article, page, place_of(article, page, habits), _words_of(title), _words_of(article.text), lines
    )


def _words_of(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _groups(members: Iterable[Member], habits: Habits, config: CleanConfig) -> list[list[Member]]:
    """Return the captures by report; each is in exactly one group, one without an address in a group of its own."""
    by_base: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_base[member.place.base or f"\0{member.article.id}"].append(member)
    for member in [item for group in by_base.values() for item in group if item.place.tail[1]]:
        _take_tail(member, by_base, config)
    _count_steps(by_base.values(), habits)
    groups = []
    for group in (report for shared in by_base.values() for report in _reports(shared, config)):
        alike = [item for item in group if _belongs(item, group, config)]
        groups += [alike, *([item] for item in group if item not in alike)]
    return [group for group in groups if group]


def _reports(group: Sequence[Member], config: CleanConfig) -> list[list[Member]]:
    """Return the captures of one address by report: sites give one address of their own to pages that have nothing in common.

    Captured under one address, or with one headline, they are one report; else they must share words.
    """
    reports: list[list[Member]] = []
    known: dict[tuple[str, ...], list[Member]] = {}
    for member in sorted(group, key=lambda item: item.order):
        keys = [key for key in (("", member.place.given), member.title) if any(key)]
        home = next((known[key] for key in keys if key in known), None) or next(
            (own for own in reports[-config.fuller_captures :] if _same_report(own[0], member, config)), None
        )
        if home is None:
            home = []
            reports.append(home)
        home.append(member)
        for key in keys:
            known.setdefault(key, home)
    return reports


def _same_report(one: Member, other: Member, config: CleanConfig) -> bool:
    words, others = set(one.words), set(other.words)
    return _alike(one, other, config) or len(words & others) >= config.same_words * len(words | others) > 0


def _take_tail(member: Member, by_base: Mapping[str, list[Member]], config: CleanConfig) -> None:
    """Move a capture whose address ends in a bare number to the report of the address above, where its headline is there."""
    above, number = member.place.tail
    home = by_base.get(above, ())
    if any(item is not member and _alike(item, member, config) and not item.place.tail[1] for item in home):
        if member.place.base != above:
            by_base[member.place.base].remove(member)
            by_base[above].append(member)
        member.place = replace(member.place, base=above, number=number, last=max(number, member.place.last))


def _count_steps(groups: Iterable[Sequence[Member]], habits: Habits) -> None:
    """Read numbers that count paragraphs ("/10", "/20") as those of pages."""
    for group in groups:
        tails = [item for item in group if item.place.tail[1] and item.place.tail[1] == item.number]
        step = next((s for s in habits.steps if tails and not any(m.place.tail[1] % s for m in tails)), 0)
        for item in tails if step else ():
            number = item.place.tail[1] // step + 1
            item.place = replace(item.place, number=number, last=number)


def _belongs(member: Member, group: Sequence[Member], config: CleanConfig) -> bool:
    """Return whether a capture is of the group's report: a further page must have the headline of the first, or of another.

    One that is to be kept as it is joins nothing, so that its further pages stay on their own.
    """
    if member.number is None or member.number == 1:
        return True
    if member.page.as_is:
        return False
    heads = [item for item in group if item.number in (1, None)] or [group[0]]
    return any(item is member or _alike(item, member, config) for item in heads)


def _alike(one: Member, other: Member, config: CleanConfig) -> bool:
    words, others = set(one.title), set(other.title)
    return bool(words and others) and len(words & others) >= config.same_headline * len(words | others)


def _settled(group: list[Member], config: CleanConfig) -> tuple[list[Article], list[Notice]]:
    group.sort(key=lambda item: item.order)
    kept = _without_parts(_without_repeats(group), config)
    notices = [note for item in kept for note in _folded_notices(item)]
    versions = []
    for pages in _versions(kept):
        versions.append(_article_of(pages))
        notices += _page_notices(pages, versions[-1])
    done = chained(versions)
    notices += [_recapture(item) for item in done if item.revises]
    return done, notices


def _without_repeats(group: Iterable[Member]) -> list[Member]:
    """Return the captures without those that hold the same words as an earlier one, which then counts them."""
    first: dict[tuple[Words, Words], Member] = {}
    for member in group:
        key = (member.title, member.words)
        same = first.setdefault(key, member)
        if same is not member:
            same.folded.append((member, "repeat"))
            if same.number != member.number:
                same.place = replace(same.place, number=None)  # two pages with one text: each holds all
    return list(first.values())


def _without_parts(group: Sequence[Member], config: CleanConfig) -> list[Member]:
    """Return the captures without those that stand in a fuller one of the same report, which then holds them."""
    by_size = sorted(group, key=lambda item: (len(item.words), item.order), reverse=True)
    fuller: list[Member] = []
    for member in by_size:
        home = next(
            (item for item in fuller[: config.fuller_captures] if _is_part(member, item, config)), None
        )
        if home is None:
            fuller.append(member)
        else:
            home.folded.append((member, "part"))
    return sorted(fuller, key=lambda item: item.order)


def _is_part(member: Member, fuller: Member, config: CleanConfig) -> bool:
    """Return whether a capture holds nothing but a piece of a fuller one.

    A page stands in the capture of all pages by nearly all of its lines. Of two captures of the same page one may be cut
    off, by a paywall or a failure: it is the beginning of the other, word for word, and less than half of it. A longer
    beginning may be a correction and stays a version.
    """
    if len(member.words) >= len(fuller.words):
        return False
    if member.number != fuller.number:
        shared = sum(length for line, length in member.lines.items() if line in fuller.lines)
        return shared >= config.part_share * sum(member.lines.values())
    is_beginning = fuller.words[: len(member.words)] == member.words and fuller.title == member.title
    return is_beginning and len(member.words) < config.cut_share * len(fuller.words)


def _versions(kept: Sequence[Member]) -> list[list[Member]]:
    """Return the versions of a report, from the first to the last, each as its pages in their order.

    A page that comes again begins a new version, which keeps the other pages until they come again too.
    """
    versions: list[list[Member]] = []
    held: dict[int, Member] = {}
    fresh: set[int] = set()
    for member in kept:
        number = member.number
        is_whole = number is None or member.page.as_is
        if is_whole or number in fresh:
            versions += [_in_order(held)] if fresh else []
            fresh.clear()
        if is_whole or number is None:
            versions.append([member])
            held.clear()
        else:
            held[number] = member
            fresh.add(number)
    return [*versions, _in_order(held)] if fresh else versions


def _in_order(held: Mapping[int, Member]) -> list[Member]:
    return [held[number] for number in sorted(held)]


def _article_of(pages: Sequence[Member]) -> Article:
    """Return the article of a version's pages, with the captures that were folded into them."""
    first = pages[0]
    article = first.article if len(pages) == 1 else join([item.article for item in pages], first.place.base)
    folded = [
        capture_of(inner.article, _use(inner, page))
        for page in pages
        for inner in page.members
        if inner is not page
    ]
    repeats = sum(inner.article.copies for page in pages for inner, use in page.folded if use == "repeat")
    return replace(
        article,
        copies=article.copies + (repeats if len(pages) == 1 else 0),
        captures=(*article.captures, *sorted(folded)),
    )


def _use(inner: Member, page: Member) -> CaptureUse:
    return "repeat" if (inner.title, inner.words) == (page.title, page.words) else "part"


def _folded_notices(kept: Member) -> Iterable[Notice]:
    for inner in kept.members[1:]:
        if _use(inner, kept) == "repeat":
            detail = f"same words as {kept.page.name}"
            yield Notice(inner.page.name, "clean", "duplicate_capture", detail, "note")
        else:
            yield Notice(inner.page.name, "clean", "part_capture", f"stands in {kept.page.name}", "note")


def _page_notices(pages: Sequence[Member], article: Article) -> Iterable[Notice]:
    numbers = {item.number for item in pages}
    if len(pages) > 1:
        for item in pages:
            detail = f"page {item.number} of article {article.id}"
            yield Notice(item.page.name, "clean", "joined_page", detail, "note")
    last = max(item.place.last for item in pages)
    missing = [number for number in range(1, last + 1) if number not in numbers]
    if missing and None not in numbers and not pages[0].page.as_is:
        detail = (
            f"{article.canonical_url}: of {last} pages there is no capture of {', '.join(map(str, missing))}"
        )
        yield Notice(article.path, "clean", "missing_pages", detail)


def _recapture(article: Article) -> Notice:
    detail = f"{article.canonical_url}: other content than {article.revises}"
    return Notice(article.path, "clean", "recapture", detail, "note")
