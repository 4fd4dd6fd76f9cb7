"""`rujuk stories`."""

from typing import Any

import click

from rujuk.cli.options import busy, finish, inputs, settings_of, write_line
from rujuk.model.report import Report


@click.command("stories")
@inputs
@click.pass_obj
def command(obj: dict[str, Any], /, **flags: Any) -> None:
    """Write the stories that the articles of INPUT tell, with who reuses whose text, a JSON line each."""
    from rujuk.pipeline.run import stories

    report, quiet = Report(), obj["quiet"]
    paths = flags.pop("inputs")
    with busy("finding stories", quiet=quiet):
        found = stories(paths, settings_of(flags), report=report)
    for item in found:
        write_line(item.to_dict())
    finish(report, quiet=quiet)
