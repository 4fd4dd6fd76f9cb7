"""The verb: addresses, and what lists of them lead to, are captured into one file."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from rujuk.fetch.addresses import Address, read_address
from rujuk.fetch.codings import decoded
from rujuk.fetch.config import FetchConfig
from rujuk.fetch.failure import Failure
from rujuk.fetch.lists import Link, links_of_document, links_of_text
from rujuk.fetch.manners import Manners
from rujuk.fetch.warc import CaptureFile, capture_file
from rujuk.model.errors import InputError
from rujuk.model.report import Dropped, Notice

DEPTH = 3
"""Rounds of asking: a list of feeds or sitemaps, the feeds, their pages."""


@dataclass(frozen=True, slots=True, order=True)
class Capture:
    """One address that was captured: as it was asked for, and the address, bytes and links of what it led to.

    `links` is None of a page; of a feed, a sitemap or an OPML it is how many links it holds.
    """

    asked: str
    url: str
    bytes: int
    links: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a run of fetching gave, sorted: captures, the addresses that gave none and why, and what to know."""

    captures: tuple[Capture, ...]
    drops: tuple[Dropped, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What the workers of a run share."""

    manners: Manners
    captures: CaptureFile


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one address: a capture with the links found in it, or a drop."""

    asked: Link
    result: Capture | Dropped
    links: tuple[Link, ...] = ()


def fetch(inputs: Sequence[str], out: Path, *, config: FetchConfig = FetchConfig()) -> Fetched:
    """Capture what the inputs name into the new WARC file `out`, and return what was captured and what was not.

    An input is an http(s) address, a file (a list with an address a line, OPML, a feed, a sitemap), or "-" for a list
    on standard input. Feeds, sitemaps and OPML, on disk or at an address, are followed to the pages they name, at most
    `config.limit` of them, taken from the lists in turn. Where nothing was captured no file is written.
    Raises InputError for an input that does not exist, and where `out` exists or cannot be written.
    """
    drops: list[Dropped] = []
    given, listed = _given(inputs, config, drops)
    with capture_file(out, config) as captures:
        run = Run(Manners(config), captures)
        answers, notices = _rounds(given, listed, run)
    results = [answer.result for answer in answers]
    drops += [item for item in results if isinstance(item, Dropped)]
    found = sorted(item for item in results if isinstance(item, Capture))
    return Fetched(tuple(found), tuple(sorted(drops)), tuple(sorted(notices)))


def _given(
    inputs: Sequence[str], config: FetchConfig, drops: list[Dropped]
) -> tuple[list[Link], list[list[Link]]]:
    """Return the addresses given one by one, and the links of each document that was given as a file."""
    given: list[Link] = []
    listed: list[list[Link]] = []
    for item in inputs:
        if item.lower().startswith(("http://", "https://")) or (":/" in item and not Path(item).exists()):
            given.append(Link(item, is_list=True))
            continue
        data = _read(item, config)
        links = links_of_document(data, "")
        if links is not None:
            listed.append(links)
        else:
            links = links_of_text(data.decode("utf-8-sig", "replace"))
            given += links
        if not links:
            drops.append(Dropped(item, "fetch", "no_articles", "no address stands in it"))
    return given, listed


def _read(name: str, config: FetchConfig) -> bytes:
    if name == "-":
        data = sys.stdin.buffer.read(config.max_list_bytes + 1)
    else:
        try:
            with Path(name).open("rb") as stream:
                data = stream.read(config.max_list_bytes + 1)
        except OSError as error:
            raise InputError(f"{name}: neither an http(s) address nor a file ({error.strerror})") from error
    if len(data) > config.max_list_bytes:
        raise InputError(f"{name}: more than {config.max_list_bytes} bytes are no list of addresses")
    return data


def _rounds(
    given: Sequence[Link], listed: Sequence[Sequence[Link]], run: Run
) -> tuple[list[Answer], list[Notice]]:
    """Return the answers of all addresses: of those given, then of what their lists lead to, round by round."""
    answers: list[Answer] = []
    notices: list[Notice] = []
    seen: set[str] = set()
    taken, left_out = 0, 0
    todo = _new(given, seen)
    for _ in range(DEPTH):
        lists, pages = _parted(listed)
        pages, lists = _new(pages, seen), _new(lists, seen)
        limit = run.manners.config.limit
        room = max(0, limit - taken)
        taken, left_out = taken + len(pages[:room]), left_out + len(pages[room:]) + len(lists[limit:])
        todo = [*todo, *pages[:room], *lists[:limit]]
        found = _ask_all(todo, run)
        answers += found
        todo, listed = [], [answer.links for answer in found if answer.links]
    left_out += sum(map(len, listed))
    if left_out:
        detail = f"{left_out} addresses of feeds and lists; {taken} were asked"
        notices.append(Notice("fetch", "fetch", "limit", detail, "note"))
    return answers, notices


def _parted(listed: Sequence[Sequence[Link]]) -> tuple[list[Link], list[Link]]:
    """Return the links to further lists and those to pages, taken from each list in turn: no feed uses up the limit."""
    turns = chain.from_iterable(zip_longest(*listed))
    links = [link for link in turns if link is not None]
    return [link for link in links if link.is_list], [link for link in links if not link.is_list]


def _new(links: Sequence[Link], seen: set[str]) -> list[Link]:
    fresh = [link for link in dict.fromkeys(links) if link.url not in seen]
    seen.update(link.url for link in fresh)
    return fresh


def _ask_all(links: Sequence[Link], run: Run) -> list[Answer]:
    """Return the answer for each link: hosts side by side, the addresses of one host one after another."""
    hosts: dict[str, list[tuple[Link, Address]]] = {}
    answers: list[Answer] = []
    for link in links:
        try:
            address = read_address(link.url)
            hosts.setdefault(address.host, []).append((link, address))
        except Failure as failure:
            answers.append(_failed(link, failure))
    with ThreadPoolExecutor(run.manners.config.hosts) as pool:
        try:
            for part in pool.map(lambda items: list(_ask_host(items, run)), hosts.values()):
                answers += part
        except BaseException:
            run.manners.stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return answers


def _ask_host(items: Sequence[tuple[Link, Address]], run: Run) -> Iterator[Answer]:
    for link, address in items:
        try:
            yield _captured(link, address, run)
        except Failure as failure:
            yield _failed(link, failure)
        except Exception as error:  # nothing that one page does may lose the captures of the others
            yield Answer(link, Dropped.of_fault(link.url, "fetch", error))


def _failed(link: Link, failure: Failure) -> Answer:
    return Answer(link, Dropped(link.url[:500], "fetch", failure.reason, failure.detail))


def _captured(link: Link, address: Address, run: Run) -> Answer:
    """Return the capture of one address, written to the file; of what may be a list with the links in it."""
    config = run.manners.config
    if run.captures.bytes >= config.max_total_bytes:
        raise Failure("too_large", f"the run's {config.max_total_bytes} bytes are used up")
    hops = run.manners.follow(address)
    last = hops[-1]
    links = None
    if link.is_list:
        links = links_of_document(decoded(last, config.max_decoded), last.address.url)
    run.captures.write(hops)
    size = len(last.head) + len(last.raw)
    capture = Capture(link.url, last.address.url, size, None if links is None else len(links))
    return Answer(link, capture, tuple(links or ()))
