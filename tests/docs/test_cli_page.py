"""docs/cli.md names every command and option there is, and none that is not."""

import re
from collections.abc import Iterator
from importlib import import_module

import click
import pytest

from project import DOCS
from rujuk.cli.main import COMMANDS, rujuk
from rujuk.pipeline.settings import Settings

PAGE = (DOCS / "cli.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^### `rujuk ([^`]*)`", PAGE, re.MULTILINE)


def commands() -> dict[str, click.Command]:
    return {name: import_module(module).command for name, module in COMMANDS.items()}


def names(prefix: str, command: click.Command) -> Iterator[str]:
    """Yield how a command is called, for a group how each of its own is."""
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from names(f"{prefix} {name}", inner)
    else:
        yield prefix


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from options(inner)


@pytest.mark.parametrize(
    "name", [call for name, command in commands().items() for call in names(name, command)]
)
def test_every_command_has_a_heading(name: str) -> None:
    assert any(heading == name or heading.startswith(f"{name} ") for heading in HEADINGS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_long_option_is_there(name: str) -> None:
    missing = [
        option for option in options(commands()[name]) if option.startswith("--") and option not in PAGE
    ]
    assert missing == []


def test_the_program_s_own_options_are_there() -> None:
    short = [option for option in options(rujuk) if not option.startswith("--")]
    assert [option for option in (*short, "--version", "--help") if option not in PAGE] == []


def test_no_option_is_promised_that_is_not() -> None:
    there = {option for command in (rujuk, *commands().values()) for option in options(command)}
    pages = [PAGE, *((DOCS.parent / name).read_text("utf-8") for name in ("README.md", "README.id.md"))]
    told = {option for page in pages for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", page)}
    assert told - there - {"--help"} == set()


def test_every_setting_s_variable_is_there() -> None:
    assert [name for name in Settings.__dataclass_fields__ if f"RUJUK_{name.upper()}" not in PAGE] == []


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_every_exit_code_is_there(code: int) -> None:
    assert re.search(rf"^\| {code} \|", PAGE, re.MULTILINE)
