"""`python -m rujuk.web`: serve an archive on this computer."""

import sys
from pathlib import Path

import click

from rujuk.lang.base import load_all
from rujuk.model.errors import RujukError
from rujuk.store.archive import Archive

try:
    import uvicorn

    from rujuk.web.app import LOOPBACK, application
except ModuleNotFoundError as error:
    missing = str(error.name).partition(".")[0]
    if missing not in {"uvicorn", "starlette"}:
        raise
    sys.exit(f'rujuk.web: {missing} is not installed; run: pip install "rujuk[web]"')


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--lang", "language", default="id", show_default=True, type=click.Choice(["id", "en"]))
def serve(archive: Path, host: str, port: int, language: str) -> None:
    """Serve the dossiers and articles of ARCHIVE (a file that `rujuk archive` made) as web pages, to read only.

    Without --host only this computer can read them. There are no passwords: with --host 0.0.0.0 the whole network can.
    """
    packs = load_all()
    try:
        with Archive.open(archive, packs=packs) as opened:
            counts = opened.counts()
    except RujukError as error:
        raise click.ClickException(str(error)) from error
    shown = f"[{host}]" if ":" in host else host
    hosts = LOOPBACK if shown in LOOPBACK else ("*",)
    click.echo(f"{counts.dossiers} dossiers, {counts.articles} articles: http://{shown}:{port}/", err=True)
    app = application(archive, packs=packs, language=language, hosts=hosts)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


if __name__ == "__main__":
    serve(prog_name="python -m rujuk.web")
