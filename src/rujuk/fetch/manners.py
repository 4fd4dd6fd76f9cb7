"""How hosts are treated: robots.txt before anything else, one request at a time, a pause between two."""

import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urljoin

from protego import Protego

from rujuk.fetch.addresses import Address, read_address
from rujuk.fetch.codings import decoded
from rujuk.fetch.config import FetchConfig
from rujuk.fetch.exchange import Exchange, exchange
from rujuk.fetch.failure import Failure

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
ROBOTS_BYTES = 500_000
"""Of a robots.txt that are read; RFC 9309 asks for at least 500 KiB of it, larger ones are cut."""


@dataclass(slots=True)
class Host:
    """One host's turn: who holds `lock` may ask, not before `free_at`, and waits `delay` after it."""

    delay: float
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


@dataclass(slots=True)
class Site:
    """One site's robots.txt, once it was asked for: its rules, or why the site may not be asked at all."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: Protego | Failure | None = None


class Manners:
    """The network as a polite visitor sees it; shared by all workers of a run.

    No worker holds two hosts' locks at once: a site's lock may be held while a host's is taken, never the other way.
    """

    def __init__(self, config: FetchConfig) -> None:
        self.config = config
        self.deadline = time.monotonic() + config.total_seconds
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._hosts: dict[str, Host] = {}
        self._sites: dict[str, Site] = {}

    def follow(self, address: Address) -> list[Exchange]:
        """Return the exchanges from an address to the page it leads to, each hop allowed by its own robots.txt.

        Raises Failure: `robots`, `redirects`, `http_status`, and what `exchange` and `decoded` raise.
        """
        hops = self._hops(address, check=True)
        if hops[-1].status != 200:
            raise Failure("http_status", f"{hops[-1].status} from {hops[-1].address.url}")
        decoded(hops[-1], self.config.max_decoded)
        return hops

    def _hops(self, address: Address, *, check: bool) -> list[Exchange]:
        hops: list[Exchange] = []
        seen: set[str] = set()
        while True:
            if check:
                self._allow(address)
            seen.add(address.url)
            found = self._get(address, any_kind=not check)
            hops.append(found)
            if found.status not in REDIRECTS or not found.location:
                return hops
            address = _moved(address, found.location)
            if address.url in seen:
                raise Failure("redirects", f"it leads back to {address.url}")
            if len(hops) > self.config.redirects:
                raise Failure("redirects", f"more than {self.config.redirects}")

    def _get(self, address: Address, *, any_kind: bool) -> Exchange:
        """Return the response to one request when it is the host's turn; one that goes wrong is tried again."""
        host = self._host(address.host)
        for left in reversed(range(self.config.retries + 1)):
            with host.lock:
                self._wait(host)
                try:
                    found = exchange(address, self.config, self.deadline, any_kind=any_kind)
                    pause = min(self.config.retry_after, _seconds(found.headers.get("retry-after", "")))
                    if not left or found.status not in BUSY:
                        return found
                except Failure as failure:
                    pause = host.delay
                    if not left or failure.reason not in {"unreachable", "timeout"}:
                        raise
                finally:
                    host.free_at = time.monotonic() + host.delay
                host.free_at = time.monotonic() + max(host.delay, pause)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _wait(self, host: Host) -> None:
        now = time.monotonic()
        if max(now, host.free_at) >= self.deadline:
            raise Failure("timeout", f"the run's {self.config.total_seconds:g} seconds are over")
        if self.stop.wait(max(0.0, host.free_at - now)):
            raise Failure("timeout", "the run was stopped")

    def _host(self, name: str) -> Host:
        with self._lock:
            return self._hosts.setdefault(name, Host(self.config.delay))

    def _allow(self, address: Address) -> None:
        """Raise Failure where the site's robots.txt, read once a run, does not let the address be asked."""
        with self._lock:
            site = self._sites.setdefault(address.origin, Site())
        with site.lock:
            if site.rules is None:
                site.rules = self._rules(address)
        if isinstance(site.rules, Failure):
            raise Failure(site.rules.reason, site.rules.detail)
        if not site.rules.can_fetch(address.url, self.config.agent.partition("/")[0]):
            raise Failure("robots", f"{address.origin}/robots.txt disallows it")

    def _rules(self, address: Address) -> Protego | Failure:
        """Return what RFC 9309 makes of a site's robots.txt: all is allowed where there is none, nothing where it fails."""
        try:
            found = self._hops(read_address(f"{address.origin}/robots.txt"), check=False)[-1]
            if found.status >= 500:
                return Failure("robots", f"{address.origin}/robots.txt answers {found.status}")
            text = decoded(found, self.config.max_decoded) if found.status == 200 else b""
            rules = Protego.parse(text[:ROBOTS_BYTES].decode("utf-8", "replace"))
        except Failure as failure:
            return Failure(failure.reason, f"robots.txt: {failure.detail}")
        except Exception as error:  # a parser’s fault in a hostile file
            return Failure("robots", f"{address.origin}/robots.txt cannot be read ({type(error).__name__})")
        delay = rules.crawl_delay(self.config.agent.partition("/")[0]) or 0.0
        host = self._host(address.host)
        with host.lock:
            host.delay = max(host.delay, float(delay))
            host.free_at = max(host.free_at, time.monotonic() + host.delay)
        return rules


def _moved(address: Address, location: str) -> Address:
    try:
        return read_address(urljoin(address.url, location.strip()))
    except ValueError as error:
        raise Failure("bad_url", f"it leads to {location[:200]!r} ({error})") from error


def _seconds(text: str) -> float:
    """Return the seconds that a Retry-After names, 0 where it names a date or nothing."""
    return float(text) if text.isascii() and text.strip().isdigit() and len(text) < 10 else 0.0
