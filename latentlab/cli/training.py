"""Commands that train, and list what was trained."""

import shlex
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from latentlab import metrics
from latentlab.cli.terminal import Settings, app, files_shown, notes, print_table
from latentlab.config import DEFAULT_PRESET, RunConfig, load_config, load_preset, override
from latentlab.errors import ConfigError
from latentlab.runs import Run, default_runs_folder, list_runs


@app.command()
def train(
    config_file: Annotated[
        Path | None, typer.Argument(metavar="[RUN.toml]", help="Settings; a run's own run.toml serves.")
    ] = None,
    preset: Annotated[str | None, typer.Option(help=f"Start from a preset (default: {DEFAULT_PRESET}).")] = None,
    settings: Settings = None,
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
            summary.state or "unknown",
            f"{summary.step:,}/{config.train.steps:,}",
            config.data.name,
            config.objective_title,
        )
    print_table(table)


def _train(config: RunConfig, out: Path | None, earlier: Run | None) -> Run:
    from latentlab.api import drive, prepare, prepare_resumed
    from latentlab.training import Step, Trainer

    with files_shown("preparing images") as files:
        trainer = prepare_resumed(earlier, config, files) if earlier else prepare(config, out, files)
    assert trainer.writer is not None
    path = trainer.writer.path
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:,.0f}/{task.total:,.0f}"),
        TextColumn("{task.fields[numbers]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes) as progress:
        task = progress.add_task(config.name, total=config.train.steps, completed=trainer.step, numbers="")

        def show(trainer: Trainer, step: Step) -> None:
            progress.update(task, completed=step.step)
            if step.report and metrics.TOTAL in step.report.values:
                rate = f"{step.report.images_per_second:,.0f} img/s"
                progress.update(task, numbers=f"loss {step.report.values[metrics.TOTAL]:,.1f} nats · {rate}")
            for event in step.events:
                notes.print(f"latentlab: {event.text}", style="yellow", markup=False)

        try:
            drive(trainer, show)
        except KeyboardInterrupt:
            progress.stop()
            notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
            notes.print(f"latentlab train --resume {shlex.quote(str(path))}", markup=False, soft_wrap=True)
            raise
    return Run(path)


def _summarize(run: Run) -> None:
    measured = [report.values for report in run.reports() if metrics.TEST_ELBO in report.values]
    if not measured:
        return
    values = measured[-1]
    notes.print(
        f"Held out: ELBO {values[metrics.TEST_ELBO]:.2f} nats ({run.config.likelihood.name}), "
        f"rate {values[metrics.TEST_RATE]:.2f} nats, "
        f"consistency KL {values[metrics.TEST_CONSISTENCY_KL]:.2f} nats ({run.config.transform.policy}), "
        f"{values[metrics.TEST_ACTIVE_UNITS]:.0f} of {run.config.model.latent_dim} units active,\n"
        f"reconstruction error {values[metrics.TEST_MSE]:.5f} per pixel "
        f"({values[metrics.TEST_MSE] / values[metrics.TEST_PIXEL_VARIANCE]:.2f} of the pixel variance)."
    )
