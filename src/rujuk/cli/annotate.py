"""`rujuk annotate`."""

from typing import Any

import click

from rujuk.cli.options import busy, finish, inputs, settings_of, write_line
from rujuk.model.report import Report


@click.command("annotate")
@inputs
@click.pass_obj
def command(obj: dict[str, Any], /, **flags: Any) -> None:
    """Write each article of INPUT with everything read in it, a JSON line each."""
    from rujuk.pipeline.run import documents

    report, quiet = Report(), obj["quiet"]
    paths = flags.pop("inputs")
    with busy("reading", quiet=quiet):
        found = documents(paths, settings_of(flags), report=report)
    for item in found:
        write_line(item.to_dict())
    finish(report, quiet=quiet)
