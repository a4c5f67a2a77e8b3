"""The command that takes a model from another program."""

from pathlib import Path
from typing import Annotated

import typer

from latentlab.cli.terminal import Settings, app
from latentlab.errors import FileError


@app.command("import")
def import_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A model's folder.", show_default=False)],
    images: Annotated[
        str, typer.Option(metavar="DATA", help="Images to look at it with: a data set's name, or a folder or file of images.")
    ] = "digits",
    settings: Settings = None,
    value_range: Annotated[
        tuple[float, float] | None,
        typer.Option("--range", metavar="LOW HIGH", help="What black and white are for ONNX graphs (default: 0 1)."),
    ] = None,
    name: Annotated[str | None, typer.Option(help="Of the run; by default that of the folder.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for runs (default: runs).")] = None,
) -> None:
    """Make a run of a model that another program trained, to look at, measure and export; prints its folder.

    Of a pythae folder with networks of its own, --set model.name=NAME names the network of a plug-in that has the same tensors.
    """
    from latentlab.errors import ConfigError
    from latentlab.exchange.formats import config_of
    from latentlab.exchange.importing import import_model, run_name

    config = config_of(name or run_name(folder), images, settings or [])
    try:
        print(import_model(folder, config, out, value_range).path)
    except FileError as error:
        raise ConfigError(str(error)) from None
