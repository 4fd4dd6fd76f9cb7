"""`rujuk archive`."""

from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import busy, say


@click.command("archive")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--db",
    "path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The archive to put it into; made where it is missing.",
)
@click.pass_obj
def command(obj: dict[str, Any], /, folder: Path, path: Path) -> None:
    """Put the dossiers and articles of FOLDER, written by `rujuk dossier`, into an archive.

    Every quote is read again first: a folder with a fault is refused whole (exit code 1), and each fault is named.
    Dossiers of the same id are replaced; putting the same folder in twice changes nothing.
    """
    from rujuk.lang.base import load_all
    from rujuk.model.dossier import Dossier
    from rujuk.model.jsonl import read_lines
    from rujuk.model.text import Article
    from rujuk.pipeline.files import ARTICLES, DOSSIERS, check
    from rujuk.store import store

    quiet = obj["quiet"]
    with busy("reading every quote again, storing", quiet=quiet):
        found = check(folder)
        if not found.faults:
            articles = map(Article.from_dict, read_lines(folder / ARTICLES))
            dossiers = map(Dossier.from_dict, read_lines(folder / DOSSIERS))
            store(articles, dossiers, path=path, packs=load_all())
    for fault in found.faults:
        click.echo(fault)
    if found.faults:
        say(f"{folder}: {len(found.faults)} faults; nothing was stored")
        raise click.exceptions.Exit(1)
    say(f"{path}: {found.dossiers} dossiers of {folder} are in", quiet=quiet)
