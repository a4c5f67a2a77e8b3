"""Commands that give what runs have reported to other programs."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from latentlab.cli.terminal import app
from latentlab.errors import ConfigError
from latentlab.runs import Run, RunState

_BETWEEN_LOOKS = 1.0
"""Seconds."""
_Runs = Annotated[list[Path], typer.Argument(metavar="RUN...", help="Folders of runs.", show_default=False)]


@app.command()
def tensorboard(
    run_folders: _Runs,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="Folder for the event files; each run has one of its own there.")
    ] = Path("tensorboard"),
    follow: Annotated[bool, typer.Option("--follow", help="Go on while a run is training, until all have ended.")] = False,
    kl_per_dim: Annotated[bool, typer.Option("--kl-per-dim", help="Also the KL of every latent dimension.")] = False,
) -> None:
    """Write the metrics of runs as TensorBoard's event files; prints their folders, for tensorboard --logdir DIR."""
    from latentlab.exchange.tensorboard import Conversion, folder_of

    runs = [Run(folder) for folder in run_folders]
    folders = [folder_of(run, out) for run in runs]
    if twice := next((folder for folder in folders if folders.count(folder) > 1), None):
        raise ConfigError(f"{twice.name}: is the name of two of these runs; convert them into different folders.")
    with ExitStack() as stack:
        conversions = []
        for run, folder in zip(runs, folders, strict=True):
            conversion = Conversion(run, folder, kl_per_dim=kl_per_dim)
            stack.callback(conversion.close)
            conversions.append(conversion)
            print(folder, flush=True)
        going = conversions
        while going:
            more = [conversion for conversion in going if conversion.advance()]
            going = [one for one in going if one in more or (follow and one.state is RunState.LIVE)]
            if going and not more:
                time.sleep(_BETWEEN_LOOKS)


@app.command("metrics")
def metrics_command(
    run_folders: _Runs,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="A .csv or .parquet file (default: CSV is printed).")
    ] = None,
) -> None:
    """Write all numbers that runs have reported as one table, a row for each report."""
    from latentlab.exchange.tables import check_table, to_csv, write_table

    if output is not None:
        check_table(output)
    runs = [Run(folder) for folder in run_folders]
    if output is None:
        print(to_csv(runs), end="")
    else:
        write_table(runs, output)
        print(output)
