"""The command line: `latentlab` opens the window, its commands do the same work without one."""

import signal
import sys
from typing import Annotated

import typer

import latentlab
from latentlab.cli import data, download, exploring, measuring, runs, training  # noqa: F401 - each adds its commands
from latentlab.cli.terminal import app, without
from latentlab.errors import LatentLabError, SignalError


@app.callback(invoke_without_command=True)
def _window(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    del debug  # read by main(), which every error reaches
    if version:
        print(f"latentlab {latentlab.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from latentlab.gui.app import open_window

        raise typer.Exit(open_window())


def main() -> None:
    """Run the command line: 0 on success, 2 for input at fault (one line on standard error), 130 when interrupted."""
    debug = "--debug" in sys.argv[1:]
    arguments = without(sys.argv[1:], "--debug")
    try:
        app(arguments, prog_name="latentlab")
    except LatentLabError as error:
        if debug:
            raise
        print(f"latentlab: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt as interrupt:
        sys.exit(128 + (interrupt.number if isinstance(interrupt, SignalError) else signal.SIGINT))
