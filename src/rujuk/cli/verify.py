"""`rujuk verify`."""

from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import say


@click.command("verify")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def command(obj: dict[str, Any], /, folder: Path) -> None:
    """Read every quote of the dossiers in FOLDER again, off its articles.jsonl, and name each that fails (exit code 1).

    What is checked is the data: dossiers.jsonl and articles.jsonl. The HTML pages are made from it and are not read.
    """
    from rujuk.model.errors import InputError
    from rujuk.pipeline.files import check

    try:
        result = check(folder)
    except InputError as error:
        if isinstance(error.__cause__, OSError):  # not a folder of ours: wrong usage, not a fault in one
            raise
        say(f"rujuk: {error}")
        raise click.exceptions.Exit(1) from error
    for fault in result.faults:
        click.echo(fault)
    if result.faults:
        say(f"{len(result.faults)} faults in {result.dossiers} dossiers")
        raise click.exceptions.Exit(1)
    say(f"{result.dossiers} dossiers, {result.spans} quotes: every one reads as written", quiet=obj["quiet"])
