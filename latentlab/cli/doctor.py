"""`latentlab doctor`: what is installed, what the machine has, what is wrong and what to do about it."""

import json
from typing import Annotated

import typer

from latentlab.cli.terminal import app


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Check the installation and print it in a form to paste into a report; exit code 2 where something is wrong."""
    raise typer.Exit(report(as_json))


def report(as_json: bool) -> int:
    """Print what was found.

    Returns:
        The exit code: 0, or 2 where something is wrong.
    """
    from latentlab.cli.checkup import examine

    checkup = examine()
    print(json.dumps(checkup.as_dict(), indent=2) if as_json else checkup.as_text())
    return 2 if checkup.problems else 0
