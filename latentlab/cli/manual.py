"""The command that opens the manual."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from latentlab import __version__
from latentlab.cli.terminal import app
from latentlab.environment import cache_folder
from latentlab.errors import ConfigError


@app.command()
def docs(
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="DIR", help="Write the pages there and open none.")] = None,
) -> None:
    """Open the manual in the browser, without a network; prints the first page's path."""
    from latentlab.manual import write_site

    if out is not None and out.exists():
        raise ConfigError(f"{out}: exists already; name a folder that does not.")
    try:
        first = write_site(out if out is not None else cache_folder() / f"docs-{__version__}")
    except OSError as error:
        raise ConfigError(f"the manual cannot be written: {error.strerror or error}.") from None
    print(first)
    if out is None:
        webbrowser.open(first.absolute().as_uri())
