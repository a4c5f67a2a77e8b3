"""Commands about collections of images."""

import typer

from latentlab.cli.terminal import app

data_app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)
app.add_typer(data_app, name="data", help="Collections of images: what there is, and how to get it.")
