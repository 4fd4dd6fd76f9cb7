"""`rujuk dossier`."""

from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import busy, finish, inputs, say, settings_of
from rujuk.model.report import Report


@click.command("dossier")
@inputs
@click.option(
    "--out", "-o", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to."
)
@click.option(
    "--one-story", "one_story", is_flag=True, default=None, help="No clustering: one dossier of all inputs."
)
@click.option("--lang", "language", type=click.Choice(["id", "en"]), help="Language of the pages.")
@click.pass_obj
def command(obj: dict[str, Any], /, out: Path, **flags: Any) -> None:
    """Write one dossier a story of INPUT to a folder: index.html, a page each, dossiers, articles, report.jsonl.

    INPUT are files and folders (.txt, .html, .jsonl, .csv), or - for JSON rows on standard input.
    """
    from rujuk.pipeline.files import write

    report, quiet = Report(), obj["quiet"]
    paths = flags.pop("inputs")
    settings = settings_of(flags)
    with busy("reading, comparing, writing", quiet=quiet):
        write(paths, out, settings, report=report)
    counts = report.counts
    told = f"{counts['articles']} articles, {counts['stories']} stories, {counts['dossiers']} dossiers"
    say(f"{told}: open {out / 'index.html'}", quiet=quiet)
    finish(report, quiet=quiet)
