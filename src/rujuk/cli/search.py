"""`rujuk search`."""

from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import say, write_line


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--db",
    "path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The archive to search.",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(0, 1000), help="Hits at most.")
@click.option(
    "--offset", default=0, show_default=True, type=click.IntRange(0), help="Hits to pass over first."
)
@click.pass_obj
def command(obj: dict[str, Any], /, query: tuple[str, ...], path: Path, limit: int, offset: int) -> None:
    """Write the statements, quotations and articles of an archive that hold every word of QUERY, a JSON line each.

    Words are found in other forms too ("membangun" finds "dibangun"); words inside quotation marks are a phrase.
    """
    from rujuk.lang.base import load_all
    from rujuk.store.archive import Archive

    text = " ".join(query)
    with Archive.open(path, packs=load_all()) as archive:
        for hit in archive.search(text, limit, offset):
            write_line(hit.to_dict())
        total = archive.count(text)
    say(f"{total} hits", quiet=obj["quiet"])
