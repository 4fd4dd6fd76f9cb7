"""`rujuk fetch`."""

from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import busy, finish, say
from rujuk.model.report import Report


@click.command("fetch")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--out", "-o", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="New file to write, something.warc.gz.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(0), help="Most pages taken from feeds, sitemaps and OPML (default 200)."
)
@click.option(
    "--delay", type=click.FloatRange(0.5), help="Seconds between two requests to one host (default 2)."
)
@click.option("--hosts", type=click.IntRange(1, 16), help="Hosts asked side by side (default 4).")
@click.option("--seconds", type=click.FloatRange(1), help="Most time the whole may take (default 3600).")
@click.option("--agent", help="What Rujuk calls itself to servers; a way to reach you is good manners.")
@click.pass_obj
def command(obj: dict[str, Any], /, inputs: tuple[str, ...], out: Path, **flags: Any) -> None:
    """Capture web pages into a WARC file: INPUT are addresses, lists of them, OPML, feeds, sitemaps, or - for a list.

    The only command that uses the network. It obeys robots.txt and asks no address that is not public.
    """
    from rujuk.fetch import FetchConfig, fetch

    names = {"seconds": "total_seconds"}
    given = {names.get(name, name): value for name, value in flags.items() if value is not None}
    quiet = obj["quiet"]
    with busy("fetching", quiet=quiet):
        found = fetch(inputs, out, config=FetchConfig(**given))
    lists = sum(capture.links is not None for capture in found.captures)
    told = f"{len(found.captures) - lists} pages and {lists} feeds or lists"
    say(f"{told}: {out}" if found.captures else "nothing was captured, no file was written", quiet=quiet)
    for notice in found.notices:
        say(f"{notice.level}: {notice.reason}: {notice.detail}", quiet=quiet)
    report = Report()
    report.add(found.drops)
    finish(report, quiet=quiet)
