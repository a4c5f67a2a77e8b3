"""The command that runs a sweep: alone, by several processes, a cell at a time, or on a cluster; and that prints its table."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from latentlab.cli.terminal import Settings, app, notes, print_rows, print_table, tell, without
from latentlab.errors import ConfigError
from latentlab.runs import default_runs_folder

if TYPE_CHECKING:
    from latentlab.runs.lock import Holder
    from latentlab.sweeps import Outcome, Sweep, SweepTable
    from latentlab.training import Step, Trainer


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
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, metavar="N", help="Processes that share the cells; the cores are divided among them."),
    ] = None,
    take: Annotated[
        bool, typer.Option("--take", help="Run one cell that is free and print its folder: for a job of any array of jobs.")
    ] = False,
    slurm: Annotated[
        str | None,
        typer.Option(
            metavar="KEY=VALUE,…",
            help="Submit the workers as Slurm jobs, for example partition=gpu,gpus=1,time=4:00:00; also account, qos, "
            "constraint, cpus, mem.",
        ),
    ] = None,
) -> None:
    """Train and measure every run of a sweep that is not finished yet.

    Prints a table of mean ± sd over seeds, and of differences paired by seed with 95 % intervals. Any number of these commands,
    on any computers, share a folder: each claims cells one by one, and goes on with those of a worker that has died.
    """
    from latentlab.sweeps import load_sweep, survey, tabulate, write_results
    from latentlab.sweeps.results import make_folder

    chosen = {"--dry-run": dry_run, "--table-only": table_only, "--take": take, "--slurm": slurm is not None}
    chosen |= {"--workers": workers is not None and slurm is None}
    if sum(chosen.values()) > 1:
        raise ConfigError(f"give one of {', '.join(option for option, is_given in chosen.items() if is_given)}, not several.")
    if results is not None and (take or slurm is not None):
        raise ConfigError(f"--results {results}: write the results with --table-only when all cells are done.")
    metrics = [name.strip() for name in columns.split(",")] if columns is not None else []
    plan = load_sweep(source, settings or [], metrics)
    folder = (out or default_runs_folder().with_name("sweeps")) / plan.config.name
    if dry_run:
        _print_cells(survey(plan, folder), folder)
        return
    if take:
        _take(plan, folder)
        return
    if slurm is not None:
        _submit(plan, folder, slurm, workers or 1)
        return
    if results is not None:
        make_folder(results)
    if table_only:
        outcomes = survey(plan, folder)
    else:
        outcomes = _run_side_by_side(plan, folder, workers) if workers is not None else _run_sweep(plan, folder)
    _print_sweep(tabulate(plan, outcomes), form)
    if results is not None:
        page, *_ = write_results(plan, outcomes, results, sweep_command(source, settings or []))
        notes.print(f"Results written: {page}", markup=False, soft_wrap=True)
    failures = sum(outcome.status in ("failed", "diverged") for outcome in outcomes)
    if failures and not table_only:
        again = "The next call tries them again, but for those that diverged: change their settings, or remove their folders."
        notes.print(f"latentlab: {failures} of {len(outcomes)} runs failed. {again}", style="yellow", soft_wrap=True)
        raise typer.Exit(1)


def sweep_command(source: str, settings: list[str]) -> str:
    """What runs the sweep on any computer, with PATH for where images lie."""
    shown = ["data.root=PATH" if setting.partition("=")[0].strip() == "data.root" else setting for setting in settings]
    name = Path(source).name
    return " ".join(["latentlab sweep", shlex.quote(name), *(f"--set {shlex.quote(setting)}" for setting in shown)])


def _run_sweep(plan: "Sweep", folder: Path) -> "list[Outcome]":
    from latentlab.sweeps.runner import run_sweep

    with _shown(len(plan.cells)) as shown, _told_how_to_go_on(shown.bar):
        return run_sweep(plan, folder, on_cell=shown.begin, on_step=shown.step, on_wait=shown.wait, progress=shown.measure)


def _take(plan: "Sweep", folder: Path) -> None:
    from latentlab.sweeps.runner import take_cell

    with _shown(len(plan.cells)) as shown, _told_how_to_go_on(shown.bar):

        def begin(index: int, before: "Outcome") -> None:
            if not before.is_settled:
                shown.begin(index, before)

        outcome = take_cell(plan, folder, on_cell=begin, on_step=shown.step, progress=shown.measure)
    if outcome is None:
        tell(f"no cell of {plan.config.name} is free: each is finished, or another worker has it.")
        return
    if outcome.run is not None:
        print(outcome.run.path)
    if outcome.status in ("failed", "diverged"):
        tell(f"{outcome.cell.key}: {outcome.status}: {outcome.reason}")
        raise typer.Exit(1)


def _submit(plan: "Sweep", folder: Path, options: str, workers: int) -> None:
    from latentlab.sweeps.slurm import submit

    jobs = submit(plan, folder, options, workers)
    for job in jobs:
        print(job.job_id)
    tell(f"{len(jobs)} jobs are in line; --dry-run lists what becomes of the cells." if jobs else "nothing is left to do.")


def _run_side_by_side(plan: "Sweep", folder: Path, workers: int) -> "list[Outcome]":
    from latentlab.sweeps.side_by_side import run_side_by_side

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True) as progress, _told_how_to_go_on(progress):
        task = progress.add_task("cells", total=len(plan.cells))

        def show(index: int, outcome: "Outcome") -> None:
            state = "begun" if outcome.status == "unfinished" else outcome.status
            text = f"[{index + 1}/{len(plan.cells)}] {outcome.cell.key}: {state}"
            notes.print(text + (f": {outcome.reason}" if outcome.reason else ""), markup=False, soft_wrap=True)
            if outcome.status != "unfinished":
                progress.advance(task)

        return run_side_by_side(plan, folder, workers, on_change=show)


class _Shown:
    """What is seen of a worker: a line for each cell, and a bar."""

    def __init__(self, bar: Progress, cells: int) -> None:
        self.bar = bar
        self._cells = cells
        self._task = bar.add_task("reading", numbers="")

    def begin(self, index: int, outcome: "Outcome") -> None:
        label = f"[{index + 1}/{self._cells}] {outcome.cell.key}"
        before = {"waiting": "", "unfinished": ": goes on", "failed": ": tried again", "diverged": ": diverged before"}
        notes.print(label + before.get(outcome.status, f": {outcome.status} before"), markup=False, soft_wrap=True)
        self.bar.reset(self._task, description="preparing", total=1.0, numbers="")

    def step(self, trainer: "Trainer", step: "Step") -> None:
        share = step.step / trainer.config.train.steps
        self.bar.update(self._task, description="training", completed=share, numbers=f"step {step.step:,}")
        for event in step.events:
            notes.print(f"latentlab: {event.text}", style="yellow", markup=False)

    def measure(self, share: float, text: str) -> None:
        self.bar.update(self._task, description="measuring", completed=share, numbers=text)

    def wait(self, cells: int) -> None:
        self.bar.update(self._task, description="waiting", completed=0.0, numbers=f"for {cells} cells of other workers")


@contextmanager
def _shown(cells: int) -> Iterator[_Shown]:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[numbers]}"), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True) as bar:
        yield _Shown(bar, cells)


@contextmanager
def _told_how_to_go_on(bar: Progress) -> Iterator[None]:
    """Says at Ctrl-C with what command the sweep goes on."""
    try:
        yield
    except KeyboardInterrupt:
        bar.stop()
        notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
        notes.print(shlex.join(["latentlab", *without(sys.argv[1:], "--debug")]), markup=False, soft_wrap=True)
        raise


def _print_cells(outcomes: "list[Outcome]", folder: Path) -> None:
    from latentlab.sweeps.claims import last_worker_of, worker_of

    rows = []
    for number, outcome in enumerate(outcomes, start=1):
        state = outcome.status + (f": {outcome.reason}" if outcome.reason else "")
        if not outcome.is_settled and (worker := last_worker_of(folder, outcome.cell.key)):
            state = _with_worker(state, worker, lives=worker_of(folder, outcome.cell.key) is not None)
        tried = f" ({outcome.cell.trial_text})" if outcome.cell.number is not None and outcome.cell.trial else ""
        rows.append((str(number), outcome.cell.key + tried, state))
    print_rows(("", "run", "state"), rows)


def _with_worker(state: str, worker: "Holder", *, lives: bool) -> str:
    who = f"process {worker.pid} on {worker.host}"
    return f"running: {who}" if lives else f"{state}: {who}, which worked on it, has died; the next worker goes on with it"


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
