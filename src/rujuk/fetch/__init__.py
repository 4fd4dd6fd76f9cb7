"""The stage that fetches pages, politely, into a capture file: `fetch`."""

from rujuk.fetch.config import FetchConfig
from rujuk.fetch.fetch import Capture, Fetched, fetch

__all__ = ["Capture", "FetchConfig", "Fetched", "fetch"]
