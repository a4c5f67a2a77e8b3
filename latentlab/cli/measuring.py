"""Commands that measure: one run, or a sweep of runs."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from latentlab.cli.terminal import (
    NEVER_FOLDED,
    DataRoot,
    RunFolder,
    SafeConsole,
    Settings,
    app,
    note_damage,
    notes,
    print_table,
    tell,
    without,
)
from latentlab.config import override
from latentlab.errors import ConfigError, shown
from latentlab.runs import Run, default_runs_folder

if TYPE_CHECKING:
    from latentlab.runs import Evaluation
    from latentlab.sweeps import Outcome, Sweep, SweepTable


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


@app.command()
def sweep(
    source: Annotated[str, typer.Argument(metavar="SWEEP.toml", help="A sweep's file, or the name of a shipped one.")],
    settings: Settings = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for sweeps (default: sweeps).")] = None,
    form: Annotated[
        Literal["terminal", "csv", "markdown", "latex"], typer.Option("--format", help="How the table is printed.")
    ] = "terminal",
    columns: Annotated[
        str | None, typer.Option("--metrics", metavar="nll,…", help="Columns of the table (default: the file's).")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the runs and what has become of them; run nothing.")] = False,
    table_only: Annotated[bool, typer.Option("--table-only", help="Print the table of what is there; run nothing.")] = False,
    results: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Also write a page with the tables, a line for each run, and a figure for each metric."
        ),
    ] = None,
) -> None:
    """Train and measure every run of a sweep that is not finished yet.

    Prints a table of mean ± sd over seeds, and of differences paired by seed with 95 % intervals.
    """
    from latentlab.sweeps import load_sweep, survey, tabulate, write_results
    from latentlab.sweeps.results import make_folder

    if dry_run and table_only:
        raise ConfigError("give --dry-run or --table-only, not both.")
    metrics = [name.strip() for name in columns.split(",")] if columns is not None else []
    plan = load_sweep(source, settings or [], metrics)
    folder = (out or default_runs_folder().with_name("sweeps")) / plan.config.name
    if dry_run:
        _print_cells(survey(plan, folder))
        return
    if results is not None:
        make_folder(results)
    outcomes = survey(plan, folder) if table_only else _run_sweep(plan, folder)
    _print_sweep(tabulate(plan, outcomes), form)
    if results is not None:
        page, *_ = write_results(plan, outcomes, results, _sweep_command(source, settings or []))
        notes.print(f"Results written: {page}", markup=False, soft_wrap=True)
    failures = sum(outcome.status in ("failed", "diverged") for outcome in outcomes)
    if failures and not table_only:
        again = "The next call tries them again, but for those that diverged: change their settings, or remove their folders."
        notes.print(f"latentlab: {failures} of {len(outcomes)} runs failed. {again}", style="yellow", soft_wrap=True)
        raise typer.Exit(1)


def _sweep_command(source: str, settings: list[str]) -> str:
    """What runs the sweep on any computer, with PATH for where images lie."""
    shown = ["data.root=PATH" if setting.partition("=")[0].strip() == "data.root" else setting for setting in settings]
    name = Path(source).name
    return " ".join(["latentlab sweep", shlex.quote(name), *(f"--set {shlex.quote(setting)}" for setting in shown)])


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


def _run_sweep(plan: "Sweep", folder: Path) -> "list[Outcome]":
    from latentlab.sweeps.runner import run_sweep
    from latentlab.training import Step, Trainer

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[numbers]}"), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True) as progress:
        task = progress.add_task("reading", numbers="")

        def begin(index: int, outcome: "Outcome") -> None:
            label = f"[{index + 1}/{len(plan.cells)}] {outcome.cell.key}"
            before = {"waiting": "", "unfinished": ": goes on", "failed": ": tried again", "diverged": ": diverged before"}
            notes.print(label + before.get(outcome.status, f": {outcome.status} before"), markup=False, soft_wrap=True)
            progress.reset(task, description="preparing", total=1.0, numbers="")

        def show(trainer: Trainer, step: Step) -> None:
            share = step.step / trainer.config.train.steps
            progress.update(task, description="training", completed=share, numbers=f"step {step.step:,}")
            for event in step.events:
                notes.print(f"latentlab: {event.text}", style="yellow", markup=False)

        def measure(share: float, text: str) -> None:
            progress.update(task, description="measuring", completed=share, numbers=text)

        try:
            return run_sweep(plan, folder, on_cell=begin, on_step=show, progress=measure)
        except KeyboardInterrupt:
            progress.stop()
            notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
            notes.print(shlex.join(["latentlab", *without(sys.argv[1:], "--debug")]), markup=False, soft_wrap=True)
            raise


def _print_cells(outcomes: "list[Outcome]") -> None:
    table = Table(*(Column(title, overflow="fold") for title in ("", "run", "state")), box=None, pad_edge=False)
    for number, outcome in enumerate(outcomes, start=1):
        state = outcome.status + (f": {outcome.reason}" if outcome.reason else "")
        table.add_row(str(number), outcome.cell.key, state)
    print_table(table)


def _print_sweep(table: "SweepTable", form: str) -> None:
    if form == "terminal":
        _print_columns(table.headings, table.texts(), len(table.row_titles))
        if table.differences:
            print()
            _print_columns(table.difference_headings, table.difference_texts(), 2)
            print(table.difference_note)
        for note in table.notes:
            print(note)
        return
    print({"csv": table.to_csv, "markdown": table.to_markdown, "latex": table.to_latex}[form](), end="")
    if form == "csv":  # which has no place for them
        for note in table.notes:
            notes.print(note, markup=False, soft_wrap=True)


def _print_columns(headings: list[str], rows: list[list[str]], words: int) -> None:
    """A table whose first so many columns are words and whose others are numbers."""
    columns = (
        Column(heading, overflow="fold", justify="left" if place < words else "right") for place, heading in enumerate(headings)
    )
    shown = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        shown.add_row(*row)
    print_table(shown)
