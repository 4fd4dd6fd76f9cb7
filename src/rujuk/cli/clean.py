"""`rujuk clean`."""

from typing import Any

import click

from rujuk.cli.options import busy, finish, inputs, settings_of, write_line
from rujuk.model.report import Report


@click.command("clean")
@inputs
@click.pass_obj
def command(obj: dict[str, Any], /, **flags: Any) -> None:
    """Write the cleaned articles of INPUT (files, folders, or - for JSON rows), a JSON line each."""
    from rujuk.pipeline.run import articles

    report, quiet = Report(), obj["quiet"]
    paths = flags.pop("inputs")
    with busy("cleaning", quiet=quiet):
        found = articles(paths, settings_of(flags), report=report)
    for item in found:
        write_line(item.to_dict())
    finish(report, quiet=quiet)
