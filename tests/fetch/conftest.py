"""A web server on this computer that answers each path with the bytes it is told to."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rujuk.fetch import FetchConfig, Fetched, fetch

CERTIFICATE = Path(__file__).with_name("localhost.pem")
Answer = bytes | Callable[[Any], None]


def answer(body: str | bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Return a whole response with this body."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(data)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + data


def moved(to: str, status: str = "302 Found") -> bytes:
    return answer("", f"Location: {to}", status=status)


PAGE = "<html><title>Pasar Kertajaya</title><p>Pasar Kertajaya terbakar, Senin (5/1/2026).</p></html>"
MISSING = answer("tidak ada", status="404 Not Found")


@dataclass
class Site:
    """The server: what it answers by path, and every request it got, as bytes."""

    port: int = 0
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [request.split(b" ")[1].decode() for request in self.requests]

    def url(self, path: str = "/", host: str = "warta.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def next_answer(self, path: str) -> Answer:
        found = self.answers.get(path, MISSING)
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        request = b""
        if not isinstance(self.request, ssl.SSLSocket) and self.request.recv(1, socket.MSG_PEEK) == b"\x16":
            return  # a client that speaks TLS to a server that does not
        while not request.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            request += line
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.requests.append(request)
        found = site.next_answer(request.split(b" ")[1].decode())
        try:
            if callable(found):
                found(self.wfile)
            else:
                self.wfile.write(found)
        except OSError:
            pass  # the client has gone, as it should from a server that does not end


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Site, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        site.port = self.server_address[1]
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: broken connections are what is tested."""


def _serve(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site()
    with _Server(site, context) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from _serve()


@pytest.fixture
def secure_site() -> Iterator[Site]:
    """Return a server in TLS; `names` of its context are the hosts it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    yield from _serve(context)


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve every name under .example to this computer."""
    resolve = socket.getaddrinfo

    def local(host: str, port: int, *rest: Any, **more: Any) -> Any:
        return resolve("127.0.0.1" if host.endswith(".example") else host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", local)


Run = Callable[..., Fetched]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "captures.warc.gz"


@pytest.fixture
def run(out: Path) -> Run:
    """Return `fetch` without pauses, and with this computer let through."""

    def call(*inputs: str, **changes: Any) -> Fetched:
        values = {"delay": 0.0, "allow_addresses": ("127.0.0.1/32",), "retries": 0, "retry_after": 0.01}
        return fetch(inputs, out, config=FetchConfig(**{**values, **changes}))

    return call
