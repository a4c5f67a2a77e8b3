"""The command that fetches a collection's official files."""

import shlex
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from latentlab.catalog.datasets import DATASETS
from latentlab.cli.data import data_app
from latentlab.cli.terminal import notes
from latentlab.errors import ConfigError


@data_app.command("download")
def download_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A collection, such as mnist.", show_default=False)],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where its files go.", show_default=False)],
) -> None:
    """Fetch a collection's official files from where its authors publish them; a broken download goes on where it ended."""
    from latentlab.data.download import download

    if name not in DATASETS:
        raise ConfigError(f"{name}: there is no such collection; there are {', '.join(DATASETS)}.")
    terms = DATASETS[name].terms
    if terms.remote:
        text = f"{terms.title}: {terms.download_size / 1e6:,.0f} MB. Licence: {terms.licence}. Please cite: {terms.citation}."
        notes.print(text, markup=False, soft_wrap=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, disable=not notes.is_interactive) as progress:
        tasks = {file.name: progress.add_task(file.name, total=file.size) for file in terms.remote}
        try:
            download(
                name,
                folder,
                lambda done, total, file: progress.update(tasks[file], completed=done, total=total),
                terms.remote,
            )
        except KeyboardInterrupt:
            progress.stop()
            notes.print("Stopped; the same command goes on from here.", markup=False)
            raise
    print(folder)
    notes.print(
        f"Train on it with --set data.name={name} --set data.root={shlex.quote(str(folder))}", markup=False, soft_wrap=True
    )
