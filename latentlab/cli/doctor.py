"""`latentlab doctor`: what is installed, what the machine has, what is wrong and what to do about it."""

import json
import sys
from typing import Annotated

import typer

from latentlab.cli.terminal import app


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Check the installation and print it in a form to paste into a report; exit code 2 where something is wrong."""
    from latentlab.cli.checkup import examine

    checkup = examine()
    if as_json:
        print(json.dumps(checkup.as_dict(), indent=2))
    else:
        print(checkup.as_text())
    if checkup.problems:
        sys.stdout.flush()
        raise typer.Exit(2)
