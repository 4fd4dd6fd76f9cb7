"""Options and habits that the commands share: inputs, settings, JSON lines out, the report's last words."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

from rujuk.model.jsonl import json_line
from rujuk.model.report import Dropped, Notice, Report
from rujuk.pipeline.settings import Settings, gather, settle

F = TypeVar("F", bound=Callable[..., Any])

DROPPED = 3
"""Exit code of a run that was done although some inputs were dropped."""
SHOWN = 20
"""Drops and warnings printed one by one; the rest is counted (and whole in report.jsonl)."""


def inputs(command: F) -> F:
    """Add the INPUT arguments and the options that say how inputs are read."""
    for decorate in (
        click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True)),
        click.option(
            "--columns", metavar="MAP", help='Our fields to a table\'s columns: "outlet=sumber,title=judul".'
        ),
        click.option(
            "--as-is", "as_is", is_flag=True, default=None, help="Keep texts character for character."
        ),
        click.option(
            "--outlets", multiple=True, type=click.Path(), help="A further outlet pack (TOML); repeatable."
        ),
        click.option("--processes", type=click.IntRange(0), help="Processes to use; 0 lets Rujuk choose."),
        click.option("--encoder", type=click.Path(), help="A folder with another ONNX sentence encoder."),
    ):
        command = decorate(command)
    return command


def settings_of(flags: Mapping[str, Any]) -> Settings:
    """Return the settings of a run from its flags, the environment and rujuk.toml of the working directory."""
    given = {name: value for name, value in flags.items() if value not in (None, ())}
    return settle(gather(given, folder=Path.cwd(), environment=os.environ))


def write_line(data: Mapping[str, Any]) -> None:
    """Write one JSON line to standard output, as UTF-8 whatever the terminal's encoding."""
    sys.stdout.buffer.write(json_line(data).encode("utf-8"))


def busy(what: str, *, quiet: bool = False) -> AbstractContextManager[Any]:
    """Return a context that shows on a terminal's standard error that something is going on."""
    if quiet or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(what)


def say(text: str, *, quiet: bool = False) -> None:
    """Write a line for the person at the terminal to standard error."""
    if not quiet:
        click.echo(text, err=True)


def finish(report: Report, *, quiet: bool = False) -> None:
    """Say what was dropped and what to know, then end with exit code 3 if anything was dropped."""
    warnings = [notice for notice in report.notices if notice.level == "warning"]
    _list("dropped", sorted(report.drops), quiet)
    _list("warning", sorted(warnings), quiet)
    if report.drops:
        counted = ", ".join(f"{reason} {count}" for reason, count in report.reasons().items())
        say(f"done, but {len(report.drops)} inputs were dropped ({counted})", quiet=quiet)
        raise click.exceptions.Exit(DROPPED)


def _list(word: str, items: Iterable[Dropped | Notice], quiet: bool) -> None:
    listed = list(items)
    for item in listed[:SHOWN]:
        say(f"{word}: {item.item}: {item.reason}{': ' if item.detail else ''}{item.detail}", quiet=quiet)
    if len(listed) > SHOWN:
        say(f"{word}: and {len(listed) - SHOWN} more", quiet=quiet)
