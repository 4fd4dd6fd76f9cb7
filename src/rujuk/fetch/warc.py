"""The capture file: WARC 1.1, each record compressed on its own, written beside its name and moved there when done."""

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rujuk.fetch.config import FetchConfig
from rujuk.fetch.exchange import Exchange
from rujuk.model.errors import InputError

ENDING = ".warc.gz"


class _AsSent(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """The head of a message exactly as it went over the wire: warcio would write it anew."""

    def __init__(self, head: bytes) -> None:
        super().__init__("", [])
        self.headers_buff = head

    def __bool__(self) -> bool:
        return True

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Keep the bytes."""


class CaptureFile:
    """Where exchanges are written to, from any worker, each address once; `written` counts responses, `bytes` theirs."""

    def __init__(self, stream: BinaryIO, name: str, config: FetchConfig) -> None:
        self._writer = WARCWriter(stream, gzip=True, warc_version="1.1")
        self._lock = threading.Lock()
        self._seen: set[str] = set()
        self.bytes = 0
        about = {
            "software": config.agent,
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
            "http-header-user-agent": config.agent,
        }
        self._writer.write_record(self._writer.create_warcinfo_record(name, about))

    @property
    def written(self) -> int:
        """Return how many responses were written."""
        return len(self._seen)

    def write(self, hops: list[Exchange]) -> None:
        """Write exchanges, each as a response record and the request that belongs to it."""
        with self._lock:
            for found in hops:
                if found.address.url not in self._seen:
                    self._seen.add(found.address.url)
                    self._write(found)

    def _write(self, found: Exchange) -> None:
        self.bytes += len(found.head) + len(found.raw)
        fields = {"WARC-Date": found.moment, "WARC-IP-Address": found.ip}
        response = self._writer.create_warc_record(
            found.address.url, "response", payload=BytesIO(found.raw), length=len(found.raw),
            warc_headers_dict=fields, http_headers=_AsSent(found.head),
        )  # fmt: skip
        request = self._writer.create_warc_record(
            found.address.url, "request", payload=BytesIO(b""), length=0,
            warc_headers_dict=fields, http_headers=_AsSent(found.request),
        )  # fmt: skip
        self._writer.write_request_response_pair(request, response)


@contextmanager
def capture_file(out: Path, config: FetchConfig) -> Iterator[CaptureFile]:
    """Return the file that captures are written to; it stands at `out` once all went well and something was written.

    Raises InputError where the name does not end in .warc.gz or there is a file of that name: captures are evidence,
    so none is overwritten or added to.
    """
    if not out.name.endswith(ENDING):
        raise InputError(f"{out}: a capture file is called something{ENDING}")
    if out.exists():
        raise InputError(
            f"{out} is there already; captures are never overwritten or added to: give a new name"
        )
    if not out.parent.is_dir():
        raise InputError(f"{out.parent}: no such folder")
    number, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            captures = CaptureFile(stream, out.name, config)
            yield captures
            stream.flush()
            os.fsync(stream.fileno())
        if captures.written:
            part.chmod(0o644)
            os.link(part, out)  # unlike a rename it fails where a file of that name has come meanwhile
    except FileExistsError as error:
        raise InputError(f"{out} was written by somebody else meanwhile") from error
    finally:
        part.unlink(missing_ok=True)
