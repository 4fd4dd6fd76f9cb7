"""`rujuk reconcile` against a service on this computer."""

import json
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result

from rujuk.cli.main import rujuk
from rujuk.model.errors import InputError

ANSWERS = {
    "known": {"result": [{"id": "Q1", "name": "Rukmana", "score": 91.5, "match": True}, {"name": "no id"}]},
    "empty": {"result": []},
    "odd": {"result": "none"},
}


class Service(BaseHTTPRequestHandler):
    """A service that knows the answers of this page, and keeps what it was asked."""

    asked: ClassVar[list[dict[str, Any]]] = []
    body: ClassVar[bytes | None] = None

    def do_POST(self) -> None:
        """Answer a batch of queries."""
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        queries = json.loads(urllib.parse.parse_qs(form)["queries"][0])
        self.asked.append(queries)
        found = {key: ANSWERS.get(key, {"result": []}) for key in queries}
        self.send_response(302 if self.body == b"elsewhere" else 200)
        if self.body == b"elsewhere":
            self.send_header("Location", "file:///etc/hostname")
        self.end_headers()
        self.wfile.write(self.body if self.body is not None else json.dumps(found).encode())

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Service.asked.clear()
    Service.body = None
    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def folder(path: Path, *ids: str) -> Path:
    """Return a folder with one dossier that names these entities."""
    entities = [{"id": own, "kind": "PER", "name": f"Nama {own}"} for own in ids]
    (path / "dossiers.jsonl").write_text(
        json.dumps({"id": "d1", "entities": entities}) + "\n", encoding="utf-8"
    )
    return path


def call(path: Path, address: str, *more: str) -> Result:
    arguments = ["reconcile", str(path), "--service", address, "--out", str(path / "out.jsonl"), *more]
    return CliRunner().invoke(rujuk, arguments)


def test_candidates_are_written_beside_the_names(tmp_path: Path, address: str) -> None:
    assert call(folder(tmp_path, "known", "odd", "empty"), address).exit_code == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert {line["entity"]: line["candidates"] for line in lines} == {
        "known": [{"id": "Q1", "name": "Rukmana", "score": 91.5, "match": True}],
        "odd": [],
        "empty": [],
    }
    assert Service.asked[0]["known"] == {"query": "Nama known", "type": "Q5", "limit": 5}


def test_names_go_in_batches_up_to_the_limit(tmp_path: Path, address: str) -> None:
    path = folder(tmp_path, *(f"e{number:02}" for number in range(50)))
    assert call(path, address, "--limit", "45").exit_code == 0
    assert [len(queries) for queries in Service.asked] == [20, 20, 5]


@pytest.mark.parametrize("body", [b"no json", b"[]", b"elsewhere", b"[" * 5_000_000, b"[" * 100_000])
def test_an_answer_that_is_none_is_an_error_that_names_the_service(
    tmp_path: Path, address: str, body: bytes
) -> None:
    Service.body = body
    result = call(folder(tmp_path, "known"), address)
    assert isinstance(result.exception, InputError)
    assert address in str(result.exception)


@pytest.mark.parametrize("service", ["file:///etc/hostname", "ftp://127.0.0.1/", "no address"])
def test_only_http_is_asked(tmp_path: Path, service: str) -> None:
    assert call(folder(tmp_path, "known"), service).exit_code == 2
