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
    max_field_factor: int = 2  # a CSV field of so many rows' size means a quote that is never closed; each takes 4 bytes a character
    sniff_bytes: int = 65_536  # read to tell binary from text and to find a declared character set
    max_nul_share: float = (
        0.05  # of the sniffed bytes; UTF-16 without a mark has 0.5, a text with stray NULs under 0.01
    )
    min_wide_share: float = 0.35  # NULs on one side of each pair; Latin letters in UTF-16 give close to 0.5
    max_feed_bytes: int = (
        8 * MEGABYTE
    )  # parsed whole, hostile ones at 7 s a MB; those of news sites have under 2 MB
    max_members: int = 20_000  # of one zip archive
    max_unpacked_bytes: int = 2_000 * MEGABYTE  # of one archive with all that is nested in it
    max_ratio: int = 300  # unpacked to packed; saved pages pack 3 to 12 times, runs of one byte 1,000 times
    free_bytes: int = 10 * MEGABYTE  # unpacked before the ratio is looked at
    max_depth: int = 2  # a zip archive in a zip archive, and no further
    spool_bytes: int = 8 * MEGABYTE  # an unpacked member stays in memory up to here, then in a temporary file
    max_damages: int = 1_000  # places of one web archive; with more of them it is junk, and each costs 0.5 ms
    max_sheet_rows: int = (
        200_000  # of one sheet, empty ones included: a file can name row 1,048,576 in a few bytes
    )
    max_sheet_columns: int = 200
