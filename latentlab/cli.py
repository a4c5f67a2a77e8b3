"""The command line: `latentlab` opens the window, its commands do the same work without one."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

import latentlab
from latentlab import metrics
from latentlab.config import DEFAULT_PRESET, RunConfig, load_config, load_preset, override
from latentlab.errors import ConfigError, DataError, ExportError, LatentLabError
from latentlab.runs import Run, default_runs_folder, list_runs

if TYPE_CHECKING:
    from latentlab.evaluation import Evaluation
    from latentlab.sweeps import Outcome, Sweep, SweepTable

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Train variational auto-encoders and explore their latent space while they learn. Without a command: the window.",
)
_notes = Console(stderr=True, highlight=False)
_NEVER_FOLDED = 10_000
"""Width of what goes to a file or another program."""

_Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change a setting, for example objective.beta=4. Repeatable."),
]
_RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="A run's folder.", show_default=False)]


@app.callback(invoke_without_command=True)
def _window(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    del debug  # read by main(), which every error reaches
    if version:
        print(f"latentlab {latentlab.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from latentlab.gui.app import open_window

        raise typer.Exit(open_window())


@app.command()
def train(
    config_file: Annotated[
        Path | None, typer.Argument(metavar="[RUN.toml]", help="Settings; a run's own run.toml serves.")
    ] = None,
    preset: Annotated[str | None, typer.Option(help=f"Start from a preset (default: {DEFAULT_PRESET}).")] = None,
    settings: _Set = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for runs (default: runs).")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda, cuda:N or mps.")] = None,
    resume: Annotated[Path | None, typer.Option(metavar="RUN", help="Go on with a run from its newest checkpoint.")] = None,
) -> None:
    """Train a run to its end; prints its folder."""
    if sum(choice is not None for choice in (config_file, preset, resume)) > 1:
        raise ConfigError("give one of RUN.toml, --preset and --resume, not several.")
    if resume is not None and out is not None:
        raise ConfigError("--out: a resumed run stays in its own folder.")
    earlier = Run(resume) if resume is not None else None
    config = earlier.config if earlier else load_config(config_file) if config_file else load_preset(preset or DEFAULT_PRESET)
    config = override(config, [*(settings or []), *([f'device="{device}"'] if device else [])])
    run = _train(config, out, earlier)
    _summarize(run)
    print(run.path)


@app.command()
def traverse(
    run_folder: _RunFolder,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="PNG to write.", show_default=False)],
    image: Annotated[Path | None, typer.Option(help="Start from an image file.")] = None,
    index: Annotated[int | None, typer.Option(help="Start from a held-out image.")] = None,
    fit: Annotated[bool, typer.Option("--fit", help="Crop and scale --image to the model's size and colours.")] = False,
    dims: Annotated[str | None, typer.Option(metavar="0,3,5", help="Rows; by default the active dimensions by KL.")] = None,
    span: Annotated[float, typer.Option(help="Largest offset to either side, in units.")] = 3.0,
    steps: Annotated[int, typer.Option(help="Columns.")] = 9,
    units: Annotated[
        Literal["prior", "posterior", "aggregate"],
        typer.Option(help="What an offset counts: 1, the start image's posterior σ, or the aggregate posterior's."),
    ] = "prior",
    checkpoint: Annotated[int | None, typer.Option(metavar="STEP", help="A checkpoint's step; by default the newest.")] = None,
    scale: Annotated[int | None, typer.Option(min=1, max=8, help="Enlarge each image by a whole factor.")] = None,
    labels: Annotated[bool, typer.Option("--labels/--no-labels", help="Draw row and column labels.")] = True,
) -> None:
    """Draw a latent traversal as a PNG: one row a dimension, the start moved along it."""
    from latentlab.explore.renderer import Renderer
    from latentlab.explore.requests import Encode, Encoded, Failed, Traversal, Traverse

    if image is not None and index is not None:
        raise ConfigError("give --image or --index, not both.")
    traversal = Traversal(_parse_dims(dims), span, steps, units)
    run = Run(run_folder)
    renderer = Renderer.of_run(run, checkpoint)
    z, std, origin = np.zeros(run.config.model.latent_dim, np.float32), None, "prior mean"
    if image is not None or index is not None:
        start = renderer.render(Encode(index, image, crop_and_scale=fit))
        if isinstance(start, Failed):
            raise DataError(start.message)
        assert isinstance(start, Encoded)
        z, std, origin = start.mean, start.std, start.origin
    result = renderer.render(Traverse(traversal, z, std, origin, output, labels, scale))
    if isinstance(result, Failed):
        raise ExportError(result.message)
    print(output)


@app.command()
def evaluate(
    run_folder: _RunFolder,
    samples: Annotated[int, typer.Option(metavar="S", help="Importance samples per image for the likelihood.")] = 500,
    images: Annotated[int | None, typer.Option(metavar="N", help="Held-out images (default: the first 1,024).")] = None,
    policy: Annotated[
        str | None, typer.Option(help="Transformations for consistency, such as simple or large (default: the run's).")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of all noise; the same gives the same numbers.")] = 0,
    checkpoint: Annotated[int | None, typer.Option(metavar="STEP", help="A checkpoint's step; by default the newest.")] = None,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda, cuda:N or mps.")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
) -> None:
    """Measure a run on its held-out images; keeps the numbers in its evaluation.json."""
    from latentlab.evaluation import evaluate as measure
    from latentlab.training.devices import resolve_device

    run = Run(run_folder)
    where = resolve_device(override(run.config, [f'device="{device}"']).device)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeRemainingColumn())
    with Progress(*columns, console=_notes, transient=True, disable=not _notes.is_interactive) as progress:
        task = progress.add_task("reading", total=1.0)
        evaluation = measure(
            run,
            samples=samples,
            images=images,
            policy=policy,
            seed=seed,
            checkpoint=checkpoint,
            device=where,
            save=False,
            progress=lambda share, text: progress.update(task, completed=share, description=text),
        )
    # Shown before it is saved: a run may lie in a folder that can only be read.
    if as_json:
        print(evaluation.to_json())
    else:
        _print_evaluation(evaluation)
    path = evaluation.save(run.path)
    if not as_json:
        _notes.print(f"Kept in {path}.", markup=False, soft_wrap=True)


@app.command()
def sweep(
    source: Annotated[str, typer.Argument(metavar="SWEEP.toml", help="A sweep's file, or the name of a shipped one.")],
    settings: _Set = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for sweeps (default: sweeps).")] = None,
    form: Annotated[
        Literal["terminal", "csv", "markdown", "latex"], typer.Option("--format", help="How the table is printed.")
    ] = "terminal",
    columns: Annotated[
        str | None, typer.Option("--metrics", metavar="nll,…", help="Columns of the table (default: the file's).")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the runs and what has become of them; run nothing.")] = False,
    table_only: Annotated[bool, typer.Option("--table-only", help="Print the table of what is there; run nothing.")] = False,
) -> None:
    """Train and measure every run of a sweep that is not finished yet; prints a table of mean ± sd over seeds."""
    from latentlab.sweeps import load_sweep, survey, tabulate

    if dry_run and table_only:
        raise ConfigError("give --dry-run or --table-only, not both.")
    metrics = [name.strip() for name in columns.split(",")] if columns is not None else []
    plan = load_sweep(source, settings or [], metrics)
    folder = (out or default_runs_folder().with_name("sweeps")) / plan.config.name
    if dry_run:
        _print_cells(survey(plan, folder))
        return
    outcomes = survey(plan, folder) if table_only else _run_sweep(plan, folder)
    _print_sweep(tabulate(plan, outcomes), form)
    failures = sum(outcome.status in ("failed", "diverged") for outcome in outcomes)
    if failures and not table_only:
        again = "The next call tries them again, but for those that diverged: change their settings, or remove their folders."
        _notes.print(f"latentlab: {failures} of {len(outcomes)} runs failed. {again}", style="yellow", soft_wrap=True)
        raise typer.Exit(1)


@app.command("runs")
def list_command(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Folder of runs (default: runs).")] = None,
) -> None:
    """List the runs in a folder, newest first."""
    titles = ("run", "state", "step", "data", "objective")
    table = Table(*(Column(title, overflow="fold") for title in titles), box=None, pad_edge=False)
    for summary in list_runs(folder or default_runs_folder()):
        if summary.run is None:
            table.add_row(summary.path.name, "damaged", "", summary.problem, "")
            continue
        config = summary.run.config
        table.add_row(
            summary.path.name,
            summary.run.status,
            f"{summary.step:,}/{config.train.steps:,}",
            config.data.name,
            config.objective_title,
        )
    _print_table(table)


def main() -> None:
    """Run the command line: 0 on success, 2 for input at fault (one line on standard error), 130 when interrupted."""
    debug = "--debug" in sys.argv[1:]
    arguments = _without(sys.argv[1:], "--debug")
    try:
        app(arguments, prog_name="latentlab")
    except LatentLabError as error:
        if debug:
            raise
        print(f"latentlab: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def _train(config: RunConfig, out: Path | None, earlier: Run | None) -> Run:
    from latentlab.api import drive, prepare, prepare_resumed
    from latentlab.training import Step, Trainer

    trainer = prepare_resumed(earlier, config) if earlier else prepare(config, out)
    assert trainer.writer is not None
    path = trainer.writer.path
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:,.0f}/{task.total:,.0f}"),
        TextColumn("{task.fields[numbers]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_notes) as progress:
        task = progress.add_task(config.name, total=config.train.steps, completed=trainer.step, numbers="")

        def show(trainer: Trainer, step: Step) -> None:
            progress.update(task, completed=step.step)
            if step.report and metrics.TOTAL in step.report.values:
                rate = f"{step.report.images_per_second:,.0f} img/s"
                progress.update(task, numbers=f"loss {step.report.values[metrics.TOTAL]:,.1f} nats · {rate}")
            for event in step.events:
                _notes.print(f"latentlab: {event.text}", style="yellow", markup=False)

        try:
            drive(trainer, show)
        except KeyboardInterrupt:
            progress.stop()
            _notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
            _notes.print(f"latentlab train --resume {shlex.quote(str(path))}", markup=False, soft_wrap=True)
            raise
    return Run(path)


def _summarize(run: Run) -> None:
    measured = [report.values for report in run.reports() if metrics.TEST_ELBO in report.values]
    if not measured:
        return
    values = measured[-1]
    _notes.print(
        f"Held out: ELBO {values[metrics.TEST_ELBO]:.2f} nats ({run.config.likelihood.name}), "
        f"rate {values[metrics.TEST_RATE]:.2f} nats, "
        f"consistency KL {values[metrics.TEST_CONSISTENCY_KL]:.2f} nats ({run.config.transform.policy}), "
        f"{values[metrics.TEST_ACTIVE_UNITS]:.0f} of {run.config.model.latent_dim} units active,\n"
        f"reconstruction error {values[metrics.TEST_MSE]:.5f} per pixel "
        f"({values[metrics.TEST_MSE] / values[metrics.TEST_PIXEL_VARIANCE]:.2f} of the pixel variance)."
    )


def _print_evaluation(evaluation: "Evaluation") -> None:
    origin = evaluation.provenance
    table = Table(Column(), Column(justify="right"), Column(overflow="fold"), box=None, pad_edge=False, show_header=False)
    for row in evaluation.rows():
        table.add_row("  " * row.depth + row.title, row.number, row.note)
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _NEVER_FOLDED
    console.print(f"{origin['run']}, step {origin['checkpoint_step']:,}: {origin['images']}, seed {origin['seed']}")
    console.print(table)


def _run_sweep(plan: "Sweep", folder: Path) -> "list[Outcome]":
    from latentlab.sweeps.runner import run_sweep
    from latentlab.training import Step, Trainer

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[numbers]}"), TimeRemainingColumn())
    with Progress(*columns, console=_notes, transient=True) as progress:
        task = progress.add_task("reading", numbers="")

        def begin(index: int, outcome: "Outcome") -> None:
            label = f"[{index + 1}/{len(plan.cells)}] {outcome.cell.key}"
            before = {"waiting": "", "unfinished": ": goes on", "failed": ": tried again", "diverged": ": diverged before"}
            _notes.print(label + before.get(outcome.status, f": {outcome.status} before"), markup=False, soft_wrap=True)
            progress.reset(task, description="preparing", total=1.0, numbers="")

        def show(trainer: Trainer, step: Step) -> None:
            share = step.step / trainer.config.train.steps
            progress.update(task, description="training", completed=share, numbers=f"step {step.step:,}")
            for event in step.events:
                _notes.print(f"latentlab: {event.text}", style="yellow", markup=False)

        def measure(share: float, text: str) -> None:
            progress.update(task, description="measuring", completed=share, numbers=text)

        try:
            return run_sweep(plan, folder, on_cell=begin, on_step=show, progress=measure)
        except KeyboardInterrupt:
            progress.stop()
            _notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
            _notes.print(shlex.join(["latentlab", *_without(sys.argv[1:], "--debug")]), markup=False, soft_wrap=True)
            raise


def _print_cells(outcomes: "list[Outcome]") -> None:
    table = Table(*(Column(title, overflow="fold") for title in ("", "run", "state")), box=None, pad_edge=False)
    for number, outcome in enumerate(outcomes, start=1):
        state = outcome.status + (f": {outcome.reason}" if outcome.reason else "")
        table.add_row(str(number), outcome.cell.key, state)
    _print_table(table)


def _print_sweep(table: "SweepTable", form: str) -> None:
    if form == "terminal":
        names = (Column(title, overflow="fold") for title in table.row_titles)
        numbers = (Column(title, justify="right", overflow="fold") for title in table.headings[len(table.row_titles) :])
        shown = Table(*names, *numbers, box=None, pad_edge=False)
        for row in table.texts():
            shown.add_row(*row)
        _print_table(shown)
        for note in table.notes:
            print(note)
        return
    print({"csv": table.to_csv, "markdown": table.to_markdown, "latex": table.to_latex}[form](), end="")
    if form == "csv":  # which has no place for them
        for note in table.notes:
            _notes.print(note, markup=False, soft_wrap=True)


def _print_table(table: Table) -> None:
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _NEVER_FOLDED
    console.print(table)


def _without(arguments: list[str], flag: str) -> list[str]:
    return [argument for argument in arguments if argument != flag]


def _parse_dims(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"--dims {text!r}: write dimensions as whole numbers with commas, for example 0,3,5.") from None
