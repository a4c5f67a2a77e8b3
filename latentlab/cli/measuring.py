"""The command that measures a run."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from latentlab.cli.terminal import (
    NEVER_FOLDED,
    DataRoot,
    RunFolder,
    SafeConsole,
    app,
    note_damage,
    notes,
    tell,
)
from latentlab.config import override
from latentlab.errors import ConfigError, shown
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.runs import Evaluation


@app.command()
def evaluate(
    run_folder: RunFolder,
    samples: Annotated[int, typer.Option(metavar="S", help="Importance samples per image for the likelihood.")] = 500,
    images: Annotated[int | None, typer.Option(metavar="N", help="Held-out images (default: the first 1,024).")] = None,
    policy: Annotated[
        str | None, typer.Option(help="Transformations for consistency, such as simple or large (default: the run's).")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of all noise; the same gives the same numbers.")] = 0,
    widening: Annotated[
        float, typer.Option(metavar="FACTOR", help="Draw importance samples from posteriors so many times as wide.")
    ] = 1.0,
    refine: Annotated[
        int, typer.Option(metavar="STEPS", help="Improve each image's posterior by gradient steps before sampling from it.")
    ] = 0,
    ais: Annotated[
        int, typer.Option(metavar="TEMPERATURES", help="Also measure the likelihood by annealed importance sampling; slow.")
    ] = 0,
    dci: Annotated[
        Literal["forests", "boosted"],
        typer.Option(help="Trees of DCI where factors are known: quick forests, or boosted as in disentanglement_lib."),
    ] = "forests",
    checkpoint: Annotated[
        str | None,
        typer.Option(
            metavar="STEP",
            help="A checkpoint's step, or best: that with the largest bound on the validation images (default: the newest).",
        ),
    ] = None,
    data_root: DataRoot = None,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda, cuda:N or mps.")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
) -> None:
    """Measure a run on its held-out images; keeps the numbers in its evaluation.json."""
    from latentlab.evaluation import evaluate as measure
    from latentlab.training.devices import resolve_device

    run = Run(run_folder)
    step = _step_of(run, checkpoint)
    note_damage(run, step)
    where = resolve_device(override(run.config, [f'device="{device}"']).device)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True, disable=not notes.is_interactive) as progress:
        task = progress.add_task("reading", total=1.0)
        evaluation = measure(
            run,
            samples=samples,
            images=images,
            policy=policy,
            seed=seed,
            widening=widening,
            refine=refine,
            ais_temperatures=ais,
            dci=dci,
            data_root=data_root,
            checkpoint=step,
            device=where,
            save=False,
            progress=lambda share, text: progress.update(task, completed=share, description=text),
        )
    tell(str(evaluation.provenance["images_note"]))
    # Shown before it is saved: a run may lie in a folder that can only be read.
    if as_json:
        print(evaluation.to_json())
    else:
        _print_evaluation(evaluation)
    path = evaluation.save(run.path)
    if not as_json:
        notes.print(f"Kept in {path}.", markup=False, soft_wrap=True)


def _step_of(run: Run, checkpoint: str | None) -> int | None:
    if checkpoint is None:
        return None
    if checkpoint == "best":
        return run.best().step
    if not checkpoint.isascii() or not checkpoint.isdigit() or len(checkpoint) > 15:
        raise ConfigError(f"--checkpoint {shown(checkpoint)}: should be a step such as 500, or best.")
    return int(checkpoint)


def _print_evaluation(evaluation: "Evaluation") -> None:
    origin = evaluation.provenance
    table = Table(Column(), Column(justify="right"), Column(overflow="fold"), box=None, pad_edge=False, show_header=False)
    for row in evaluation.rows():
        table.add_row("  " * row.depth + row.title, row.number, row.note)
    console = SafeConsole(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = NEVER_FOLDED
    console.print(f"{origin['run']}, step {origin['checkpoint_step']:,}: {origin['images']}, seed {origin['seed']}")
    console.print(table)
