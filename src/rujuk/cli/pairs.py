"""`rujuk pairs`."""

from typing import Any

import click

from rujuk.cli.options import finish, inputs, settings_of, write_line
from rujuk.model.report import Report


@click.command("pairs")
@inputs
@click.option("--one-story", "one_story", is_flag=True, default=None, help="All inputs are one story.")
@click.pass_obj
def command(obj: dict[str, Any], /, **flags: Any) -> None:
    """Write the pairs of parts of INPUT's sentences that may tell one fact, a JSON line each."""
    from rujuk.pipeline.run import pairs

    report, quiet = Report(), obj["quiet"]
    paths = flags.pop("inputs")
    for item in pairs(paths, settings_of(flags), report=report):
        write_line(item)
    finish(report, quiet=quiet)
