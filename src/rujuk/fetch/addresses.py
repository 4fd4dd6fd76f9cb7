"""Addresses on the web: which are asked at all, and which computers may be connected to."""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import quote, urlsplit

from rujuk.fetch.failure import Failure

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 4_000
"""Characters of an address; what is longer is no article's."""
NAT64 = IPv6Network("64:ff9b::/96")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
IP = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An absolute http(s) address in ASCII, without fragment or login: what is asked of whom."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Return host and port as they stand in a request: IPv6 in brackets, the usual port left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return the address of the site."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """Return the whole address."""
        return self.origin + self.target


def read_address(text: str) -> Address:
    """Return the address that a text is, with international names and characters written in ASCII.

    Raises Failure `bad_url` for anything but http and https, a login, a control character, or no host.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH or _UNSAFE.search(text):
        raise Failure("bad_url", "too long, or a control character in it")
    try:
        parts = urlsplit(text)
        host, port = _host(parts.hostname or ""), parts.port
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]|")
    except ValueError as error:
        raise Failure("bad_url", str(error)) from error
    if parts.scheme.lower() not in PORTS:
        raise Failure("bad_url", f"{parts.scheme or 'no scheme'}; only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise Failure("bad_url", "a login stands in it")
    scheme = parts.scheme.lower()
    return Address(scheme, host, port or PORTS[scheme], f"{target}?{query}" if query else target)


def _host(name: str) -> str:
    """Return a host's name in ASCII; raises ValueError where it is none."""
    if ":" in name and "%" not in name:
        return str(IPv6Address(name))
    host = name.encode("idna").decode("ascii").lower().rstrip(".")
    if not _NAME.fullmatch(host):
        raise ValueError(f"{name!r} is no host")
    return host


def is_public(address: IP) -> bool:
    """Return whether an address is one of the public internet, looked at through every way to write IPv4 in IPv6."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    refused = (
        address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
        or address.is_reserved or address.is_unspecified
    )  # fmt: skip
    return address.is_global and not refused


def resolve(address: Address, allowed: tuple[str, ...], seconds: float) -> tuple[str, ...]:
    """Return the IP addresses of a host, resolved once; the caller connects to these and to no other.

    Raises Failure `private_address` where one of them is not public and not in an allowed network, `unreachable`
    where there is none, `timeout` where none came within so many seconds. One bad address among good ones refuses the
    host: it is how a name is bound anew.
    """
    numbers = _looked_up(address, seconds)
    networks = [ip_network(item) for item in allowed]
    for number in numbers:
        known = ip_address(number)
        if not is_public(known) and not any(known in network for network in networks):
            raise Failure("private_address", f"{address.host} is {number}")
    if not numbers:
        raise Failure("unreachable", f"the name {address.host} has no address")
    return numbers


def _looked_up(address: Address, seconds: float) -> tuple[str, ...]:
    """Return what the system's resolver says, or a Failure: it takes no timeout, so it is waited for from outside.

    A resolver that does not answer keeps its thread until the system gives up on it; as a daemon it holds up nothing.
    """
    answer: SimpleQueue[tuple[str, ...] | Exception] = SimpleQueue()
    Thread(target=lambda: answer.put(_asked(address)), daemon=True, name=f"resolve {address.host}").start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise Failure("timeout", f"the name {address.host} was not resolved in time") from None
    if isinstance(found, Exception):
        raise Failure("unreachable", f"the name {address.host} cannot be resolved ({found})") from found
    return found


def _asked(address: Address) -> tuple[str, ...] | Exception:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return error
    return tuple(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))
