"""`rujuk why`."""

from typing import Any

import click

from rujuk.cli.options import busy, finish, inputs, settings_of, write_line
from rujuk.model.report import Report


@click.command("why")
@click.argument("article")
@click.argument("story")
@inputs
@click.pass_obj
def command(obj: dict[str, Any], /, **flags: Any) -> None:
    """Say why ARTICLE is in STORY, or is not, among the articles of INPUT: one JSON line.

    ARTICLE is an id, the beginning of one, a path or an address; STORY the same of a story, or of an article in it.
    """
    from rujuk.pipeline.why import why

    report, quiet = Report(), obj["quiet"]
    paths, article, story = flags.pop("inputs"), flags.pop("article"), flags.pop("story")
    with busy("comparing", quiet=quiet):
        found = why(paths, article, story, settings_of(flags), report=report)
    write_line(found.to_dict())
    finish(report, quiet=quiet)
