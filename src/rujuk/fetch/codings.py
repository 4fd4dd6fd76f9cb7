"""The content encodings of a response, taken off within a bound.

Only gzip is asked for; deflate and br come all the same from servers that do not look, and `ingest` reads them.
"""

import zlib
from collections.abc import Callable, Mapping

import brotli

from rujuk.fetch.exchange import PIECE, Exchange
from rujuk.fetch.failure import Failure

MAX_CODINGS = 2
"""Layers of compression of one response; servers use one."""
Decoder = Callable[[bytes, int], bytes]


def decoded(found: Exchange, limit: int) -> bytes:
    """Return the content of a response, decompressed.

    Raises Failure: `too_large` beyond the limit, `bad_response` where it is damaged or compressed in another way.
    """
    written = ",".join(found.headers.get_all("content-encoding", [])).lower().split(",")
    codings = [coding for item in written if (coding := item.strip()) not in {"", "identity"}]
    if len(codings) > MAX_CODINGS or not {*codings} <= DECODERS.keys():
        raise Failure("bad_response", f"an unknown Content-Encoding: {', '.join(codings)}"[:200])
    data = found.body
    try:
        for coding in reversed(codings):
            data = DECODERS[coding](data, limit)
    except (zlib.error, brotli.error) as error:
        raise Failure("bad_response", f"the compressed content is damaged ({error})") from error
    return data


def _bounded(size: int, limit: int) -> None:
    if size > limit:
        raise Failure("too_large", f"more than {limit} bytes once decompressed")


def _gunzipped(data: bytes, limit: int, bits: int = zlib.MAX_WBITS | 32) -> bytes:
    """Return the members of gzip or zlib content, told apart by what stands at the start of each."""
    pieces, size = [], 0
    while data:
        stream = zlib.decompressobj(bits)
        pieces.append(stream.decompress(data, limit + 1 - size))
        size += len(pieces[-1])
        _bounded(size, limit)
        if not stream.eof:
            raise Failure("bad_response", "the compressed content breaks off")
        data = stream.unused_data.lstrip(b"\0")
    return b"".join(pieces)


def _deflated(data: bytes, limit: int) -> bytes:
    """Return deflate content: by the standard in zlib's frame, from some servers without it."""
    framed = data[:1] == b"\x78" or data[:2] == b"\x1f\x8b"
    return _gunzipped(data, limit) if framed else _gunzipped(data, limit, -zlib.MAX_WBITS)


def _unbrotlied(data: bytes, limit: int) -> bytes:
    engine = brotli.Decompressor()
    pieces = [engine.process(data, output_buffer_limit=PIECE)]
    size = len(pieces[0])
    while not engine.is_finished():
        _bounded(size, limit)
        piece = engine.process(b"", output_buffer_limit=PIECE)
        if not piece and engine.can_accept_more_data():
            raise Failure("bad_response", "the compressed content breaks off")
        pieces.append(piece)
        size += len(piece)
    _bounded(size, limit)
    return b"".join(pieces)


DECODERS: Mapping[str, Decoder] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
}
