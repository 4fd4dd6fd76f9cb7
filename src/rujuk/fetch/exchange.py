"""One request and its response over a checked connection, every byte kept as it went over the wire.

http.client reads the response, but off a connection that was made here: to an address that was checked, with one
deadline over all of it, and through a reader that keeps what it hands on and counts it.
"""

import io
import re
import socket
import ssl
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import Any, cast

from rujuk.fetch.addresses import Address, resolve
from rujuk.fetch.config import FetchConfig
from rujuk.fetch.failure import Failure

PIECE = 65_536
TRIED = 3
"""Addresses of one host that are tried."""
READABLE = re.compile(r"text/[\w.+-]+|application/(?:[\w.-]+\+)?(?:xml|json)", re.IGNORECASE)
_CONTINUE = re.compile(rb"HTTP/1\.[01] 100\b[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response: `request`, `head` and `raw` are the bytes as sent and received.

    `body` is the response's content without the frames of its transfer, still compressed where `headers` say so.
    """

    address: Address
    ip: str
    moment: str
    request: bytes
    head: bytes
    raw: bytes
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def location(self) -> str:
        """Return where the response sends the reader, or ""; most servers write it in UTF-8 if not in ASCII."""
        found: str = self.headers.get("location", "")
        return found.encode("latin-1", "replace").decode("utf-8", "replace")


class _Line(io.RawIOBase):
    """A connection whose every byte is sent and read before one deadline."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline

    def send(self, data: bytes) -> None:
        self._connection.settimeout(left(self._deadline))
        self._connection.sendall(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._connection.settimeout(left(self._deadline))
        return self._connection.recv_into(buffer)


class _Wire(io.BufferedReader):
    """What http.client takes for the connection's file: it keeps the bytes it hands on, up to a limit."""

    def __init__(self, raw: _Line, limit: int) -> None:
        super().__init__(raw)
        self.log = bytearray()
        self._limit = limit

    def makefile(self, _mode: str) -> "_Wire":
        return self

    def _kept(self, data: bytes) -> bytes:
        self.log += data
        if len(self.log) > self._limit:
            raise Failure("too_large", f"more than {self._limit} bytes")
        return data

    def readline(self, size: int | None = -1) -> bytes:
        return self._kept(super().readline(size))

    def read(self, size: int | None = -1) -> bytes:
        return self._kept(super().read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._kept(super().read1(size))

    def readinto(self, buffer: Any) -> int:
        count = super().readinto(buffer)
        self._kept(bytes(memoryview(buffer)[:count]))
        return count


def left(deadline: float) -> float:
    """Return the seconds until a deadline; raises TimeoutError once it has passed."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError("the time for it is over")
    return seconds


def exchange(address: Address, config: FetchConfig, deadline: float, *, any_kind: bool = False) -> Exchange:
    """Return the response to one GET request; of what is no text only with `any_kind`.

    Raises Failure: `private_address`, `unreachable`, `timeout`, `too_large`, `bad_response`, `unknown_kind`.
    """
    deadline = min(deadline, time.monotonic() + config.response_seconds)
    try:
        numbers = resolve(address, config.allow_addresses, min(config.resolve_seconds, left(deadline)))
        connection, number = _connect(address, numbers, config, deadline)
        with closing(connection):
            return _ask(address, number, _Line(connection, deadline), config, any_kind=any_kind)
    except TimeoutError as error:
        raise Failure("timeout", str(error)) from error
    except OSError as error:
        raise Failure("unreachable", str(error)) from error
    except (HTTPException, ValueError) as error:
        raise Failure("bad_response", f"{type(error).__name__}: {error}"[:200]) from error


def _connect(
    address: Address, numbers: Sequence[str], config: FetchConfig, deadline: float
) -> tuple[socket.socket, str]:
    """Return a connection to the first of the checked addresses that answers, in TLS where the address asks for it."""
    failed: OSError = OSError("no address to connect to")
    for number in numbers[:TRIED]:
        try:
            plain = _plain(number, address.port, min(config.connect_seconds, left(deadline)))
        except OSError as error:
            failed = error
            continue
        try:
            return (_secured(plain, address.host) if address.scheme == "https" else plain), number
        except BaseException:
            plain.close()
            raise
    raise failed


def _plain(number: str, port: int, seconds: float) -> socket.socket:
    """Return a connection to an IP address; no resolver has a say in it."""
    plain = socket.socket(socket.AF_INET6 if ":" in number else socket.AF_INET, socket.SOCK_STREAM)
    try:
        plain.settimeout(seconds)
        plain.connect((number, port))
    except BaseException:
        plain.close()
        raise
    return plain


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """Return the connection in TLS, with the certificate checked against the host's own name."""
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _request(address: Address, config: FetchConfig) -> bytes:
    lines = (
        f"GET {address.target} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: {config.agent}",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "replace")


def _ask(address: Address, number: str, line: "_Line", config: FetchConfig, *, any_kind: bool) -> Exchange:
    request, moment = _request(address, config), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    line.send(request)
    wire = _Wire(line, config.max_bytes)
    response = HTTPResponse(cast(Any, wire), method="GET")
    response.begin()
    skipped = 0
    while found := _CONTINUE.match(wire.log, skipped):
        skipped = found.end()
    start = len(wire.log)
    body = _body(response, any_kind=any_kind)
    return Exchange(
        address, number, moment, request,
        bytes(wire.log[skipped:start]), bytes(wire.log[start:]), response.status, response.headers, body,
    )  # fmt: skip


def _body(response: HTTPResponse, *, any_kind: bool) -> bytes:
    """Return the content of a response; what no reader could use is not waited for."""
    kind = response.headers.get_content_type() if "content-type" in response.headers else "text/html"
    if response.status == 200 and not any_kind and not READABLE.fullmatch(kind):
        raise Failure("unknown_kind", f"{kind}"[:100])
    pieces = []
    while piece := response.read(PIECE):
        pieces.append(piece)
    if response.length:
        raise Failure("bad_response", f"it ended {response.length} bytes before its Content-Length")
    return b"".join(pieces)
