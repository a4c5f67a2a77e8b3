"""Commands that change a run while another process trains it, and that keep checkpoints."""

import json
import math
from typing import Annotated

import typer

from latentlab.cli.terminal import RunFolder, app, print_rows, tell
from latentlab.config import override
from latentlab.errors import DiskError, RunError
from latentlab.runs import Answer, Checkpoint, Request, Run, RunState, ask


@app.command("set")
def set_command(
    run_folder: RunFolder,
    assignments: Annotated[
        list[str],
        typer.Argument(metavar="KEY=VALUE…", help="What to change, for example objective.beta=4.", show_default=False),
    ],
) -> None:
    """Change settings of a run that another process trains, from its next step on; prints from which, or why not."""
    from latentlab.training.changes import changes

    run = Run(run_folder)
    if run.header.is_from_elsewhere:
        raise RunError(f"{run.path.name}: another program trains this model; its settings are changed there.")
    values = {change.key: change.new for change in changes(run.config, override(run.config, assignments))}
    if not values:
        tell("Nothing changes: the run has these settings already.")
        return
    _print(ask(run.path, Request(values=values)))


@app.command()
def checkpoints(
    run_folder: RunFolder,
    keep: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Keep a checkpoint under a name: of a run that is training, one of this moment."),
    ] = None,
    step: Annotated[
        int | None, typer.Option("--checkpoint", metavar="STEP", help="With --keep: the checkpoint of this step.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of objects instead of a table.")] = False,
) -> None:
    """List a run's checkpoints, or keep one: of those without a name the last three, the best and every N-th stay
    (train.keep_every)."""
    run = Run(run_folder)
    if keep is not None:
        if step is None and run.state is RunState.LIVE:
            _print(ask(run.path, Request(keep=keep)))
            return
        _keep(run.checkpoint(step), keep)
    best = run.best() if run.checkpoints() else None
    rows = [_row(checkpoint, is_best=checkpoint == best) for checkpoint in run.checkpoints()]
    if as_json:
        print(json.dumps([dict(zip(("step", "name", "score", "best"), row, strict=True)) for row in rows], indent=2))
        return
    shown = [
        (f"{row[0]:,}", row[1], "" if row[2] is None else f"{row[2]:.2f}", "best" if row[3] and row[2] is not None else "")
        for row in rows
    ]
    print_rows(("step", "name", run.config.train.best_by, ""), shown)


def _row(checkpoint: Checkpoint, *, is_best: bool) -> tuple[int, str, float | None, bool]:
    return checkpoint.step, checkpoint.name, checkpoint.score if math.isfinite(checkpoint.score) else None, is_best


def _keep(checkpoint: Checkpoint, name: str) -> None:
    try:
        checkpoint.keep_as(name)
    except OSError as error:
        raise DiskError(f"{checkpoint.path}: cannot be written: {error.strerror or error}.") from None


def _print(answer: Answer) -> None:
    """Raises RunError where nothing was done."""
    if not answer.done:
        raise RunError(answer.text)
    print(answer.text)
