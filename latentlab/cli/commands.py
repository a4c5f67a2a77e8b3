"""All commands in one application."""

from typing import Annotated

import typer

import latentlab
from latentlab.cli import (  # noqa: F401 - each adds its commands
    data,
    doctor,
    download,
    estimating,
    exploring,
    exporting,
    importing,
    manual,
    measuring,
    mirroring,
    queue,
    remote,
    runs,
    steering,
    sweeping,
    training,
)
from latentlab.cli.terminal import app as app


@app.callback(invoke_without_command=True)
def _window(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    del debug  # read by latentlab.cli.entry, which every error reaches
    if version:
        print(f"latentlab {latentlab.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from latentlab.gui.app import open_window

        raise typer.Exit(open_window())
