"""The `rujuk` command and its exit codes: 0 done, 1 failed, 2 usage, 3 done but some inputs were dropped."""

import logging
import sys
from importlib import import_module
from typing import NoReturn

import click

COMMANDS = {
    "annotate": "rujuk.cli.annotate",
    "archive": "rujuk.cli.archive",
    "clean": "rujuk.cli.clean",
    "config": "rujuk.cli.config",
    "dossier": "rujuk.cli.dossier",
    "pairs": "rujuk.cli.pairs",
    "reconcile": "rujuk.cli.reconcile",
    "fetch": "rujuk.cli.fetch",
    "search": "rujuk.cli.search",
    "stories": "rujuk.cli.stories",
    "verify": "rujuk.cli.verify",
    "why": "rujuk.cli.why",
}
SUMMARIES = {
    "annotate": "Write each article with everything read in it, a JSON line each.",
    "archive": "Put a folder of dossiers into an archive, a single SQLite file, after reading every quote again.",
    "clean": "Write the cleaned articles, a JSON line each.",
    "config": "Show the settings and where each comes from.",
    "dossier": "Write one dossier a story: HTML pages, dossiers.jsonl, articles.jsonl, report.jsonl.",
    "pairs": "Write every pair of claims that was compared, with its score and what it is made of, a JSON line each.",
    "reconcile": "Ask a reconciliation service what the entities of written dossiers may be; off unless called.",
    "fetch": "Capture web pages into a WARC file, over the network.",
    "search": "Search an archive's statements, quotations and articles, a JSON line each.",
    "stories": "Write the stories that the articles tell, a JSON line each.",
    "verify": "Read every quote of written dossiers again, off the articles' own text.",
    "why": "Say why an article is in a story, or is not: what each comparison was made of.",
}


class LateGroup(click.Group):
    """A group whose commands are imported when they are called, so that `rujuk --help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the base class's signature
        """Return the names of the commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)  # noqa: S101 - a broken promise of our own table
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table of summaries, importing none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in self.list_commands(ctx)])


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"rujuk {import_module('rujuk').__version__}")
        ctx.exit()


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say more on standard error.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error.")
@click.pass_context
def rujuk(ctx: click.Context, verbose: bool, quiet: bool) -> None:
    """Read many outlets' reports of the same events and write one account that a person can check."""
    level = logging.ERROR if quiet else logging.DEBUG if verbose else logging.WARNING
    logging.basicConfig(stream=sys.stderr, level=level, format="%(levelname)s %(name)s: %(message)s")
    ctx.obj = {"quiet": quiet}


def main() -> NoReturn:
    """Run the command line; an error that Rujuk raises on purpose ends it with its message and exit code 1."""
    from rujuk.model.errors import ConfigError, InputError, RujukError

    try:
        code = rujuk.main(standalone_mode=False)  # click returns the code of an `Exit`, and None otherwise
    except click.Abort:
        sys.exit("rujuk: stopped")
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (ConfigError, InputError) as error:
        click.echo(f"rujuk: {error}", err=True)
        sys.exit(2)
    except (RujukError, OSError) as error:
        click.echo(f"rujuk: {error}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
