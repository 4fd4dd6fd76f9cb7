"""`rujuk config`."""

import os
from pathlib import Path
from typing import Any

import click

from rujuk.pipeline.settings import Setting, gather, settle


@click.group("config")
def command() -> None:
    """Show the settings and where each comes from."""


@command.command("show")
def show() -> None:
    """Print every setting with its value and origin: an environment variable, rujuk.toml, or the default."""
    found = gather({}, folder=Path.cwd(), environment=os.environ)
    settle(found)
    for setting in found:
        click.echo(f"{setting.name} = {_written(setting)}  ({setting.origin})")


def _written(setting: Setting) -> str:
    value: Any = setting.value
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return '""' if value is None else str(value) if isinstance(value, (int, dict)) else f'"{value}"'
