"""The command that writes a run's model for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from latentlab.cli.terminal import DataRoot, RunFolder, app, note_damage
from latentlab.runs import Run


@app.command()
def export(
    run_folder: RunFolder,
    to: Annotated[str, typer.Option(metavar="TARGET", help="onnx, torch, diffusers or pythae.", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Folder to write.", show_default=False)],
    step: Annotated[int | None, typer.Option(metavar="N", help="Step of the checkpoint (default: the newest).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export in that folder.")] = False,
) -> None:
    """Write a run's encoder and decoder for another program, compared with PyTorch to 1e-5."""
    from latentlab.exchange.exported import export as write

    run = Run(run_folder)
    note_damage(run, step)
    written = write(run, to, output, step, force=force)
    print(f"{written.folder}: {', '.join(written.files)} (step {written.step:,}; within {written.difference:.1g} of PyTorch)")


@app.command()
def publish(
    run_folder: RunFolder,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Page to write.", show_default=False)],
    step: Annotated[int | None, typer.Option(metavar="N", help="Step of the checkpoint (default: the newest).")] = None,
    data_root: DataRoot = None,
) -> None:
    """Write a run as one web page that works offline, with its decoder and sliders, and a few held-out images."""
    from latentlab.exchange.page import publish as write

    run = Run(run_folder)
    note_damage(run, step)
    written = write(run, output, step, data_root)
    print(f"{written}: {written.stat().st_size / 1e6:.1f} MB")
