"""Commands that watch runs, here or on another computer, and the agent that answers there."""

import os
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from latentlab.cli.runs import follow, print_runs
from latentlab.cli.terminal import app, tell
from latentlab.errors import ConfigError, RemoteError
from latentlab.gui.display import window_problem
from latentlab.remote.address import SCHEME, Address
from latentlab.runs import list_runs

if TYPE_CHECKING:
    from latentlab.remote.folder import RemoteFolder

_TRIES = (1.0, 3.0, 10.0, 30.0)
"""Seconds before each try to connect again."""


@app.command()
def watch(
    run_folder: Annotated[
        str, typer.Argument(metavar="RUN", help="A run's folder, or ssh://host/folder of a run or of runs.", show_default=False)
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Of ssh://…: print here, as is done where no window can be opened.")
    ] = False,
    agent: Annotated[
        str, typer.Option(metavar="COMMAND", help="Of ssh://…: what starts LatentLab there (default: latentlab).")
    ] = "",
    via: Annotated[
        str, typer.Option(metavar="COMMAND", help="Run this in the place of ssh, with `agent FOLDER` after it.")
    ] = "",
) -> None:
    """Follow a run that another process writes, here or on another computer, until it ends. Ctrl-C ends the watching alone.

    Of an ssh:// address the window opens; with --text, or without a display, a folder's runs are listed and a run is followed.
    """
    if not run_folder.startswith(SCHEME):
        given = [name for name, value in (("--text", text), ("--agent", agent), ("--via", via)) if value]
        if given:
            raise ConfigError(f"{given[0]}: it is for an address; {run_folder!r} does not begin with {SCHEME}.")
        follow(Path(run_folder))
        return
    address = Address.parse(run_folder)
    address.command(via, agent)  # what is wrong with it is said before a window opens
    if not text and not window_problem():
        from latentlab.gui.app import open_window
        from latentlab.gui.workers.remotes import RemotePlace

        raise typer.Exit(open_window(RemotePlace(address.text, agent, via)))
    from latentlab.remote.folder import RemoteFolder

    with closing(RemoteFolder(address, via, agent)) as folder:
        folder.connect()
        folder.update_list()
        if name := folder.only_run():
            follow(folder.update(name), lambda: _update(folder, name))
        elif runs := list_runs(folder.path):
            print_runs([(0, summary) for summary in runs])
        else:
            tell(f"there is no run in {address.text}.")


def _update(folder: "RemoteFolder", name: str) -> None:
    """Take over what is new, over a new connection where the old one was cut."""
    for seconds in _TRIES:
        try:
            if folder.problem:
                folder.connect()
            folder.update(name)
            return
        except RemoteError as error:
            if not folder.problem:
                raise
            tell(f"{error} Connecting again in {seconds:g} s.")
            time.sleep(seconds)
    folder.connect()
    folder.update(name)


@app.command()
def agent(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of runs, or a run's.", show_default=False)],
) -> None:
    """Answer `latentlab watch ssh://…` on another computer: it runs this over ssh. Reads only, and nothing outside the folder.

    Speaks on standard input and output until the input ends.
    """
    from latentlab.remote.agent import serve

    # Whatever else prints must not come between the answers.
    with os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)
        raise typer.Exit(serve(folder, sys.stdin.buffer, outgoing))
