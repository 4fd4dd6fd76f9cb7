"""The limits of reading inputs."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class IngestConfig:
    """How much of an input is read before it is refused."""

    max_file_bytes: int = 50 * MEGABYTE  # a page or a JSON array; the largest saved news page seen had 3 MB
    max_row_bytes: int = (
        5 * MEGABYTE
    )  # a row of a table or JSONL file; the largest of 3,803 scraped rows had 90 kB
    max_field_factor: int = 10  # a CSV field of so many rows' size means a quote that is never closed
    sniff_bytes: int = 65_536  # read to tell binary from text and to find a declared character set
    max_nul_share: float = (
        0.05  # of the sniffed bytes; UTF-16 without a mark has 0.5, a text with stray NULs under 0.01
    )
