"""The command that trains."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from latentlab import metrics
from latentlab.cli.terminal import DataRoot, Settings, app, files_shown, notes, tell
from latentlab.config import DEFAULT_PRESET, RunConfig, load_config, load_preset, override
from latentlab.errors import ConfigError
from latentlab.runs import Run


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
    checkpoint: Annotated[
        int | None, typer.Option(metavar="STEP", help="With --resume: go on from the checkpoint of this step.")
    ] = None,
    data_root: DataRoot = None,
) -> None:
    """Train a run to its end; prints its folder."""
    if sum(choice is not None for choice in (config_file, preset, resume)) > 1:
        raise ConfigError("give one of RUN.toml, --preset and --resume, not several.")
    if resume is not None and out is not None:
        raise ConfigError("--out: a resumed run stays in its own folder.")
    if checkpoint is not None and resume is None:
        raise ConfigError(f"--checkpoint {checkpoint}: names a checkpoint of the run given with --resume, and there is none.")
    if data_root is not None and resume is None:
        raise ConfigError(f"--data-root {data_root}: is for --resume; a new run has --set data.root=PATH.")
    earlier = Run(resume) if resume is not None else None
    config = earlier.config if earlier else load_config(config_file) if config_file else load_preset(preset or DEFAULT_PRESET)
    config = override(config, [*(settings or []), *([f'device="{device}"'] if device else [])])
    run = _train(config, out, earlier, checkpoint, data_root)
    _summarize(run)
    print(run.path)


def _train(config: RunConfig, out: Path | None, earlier: Run | None, checkpoint: int | None, data_root: Path | None) -> Run:
    from latentlab.api import drive, prepare, prepare_resumed
    from latentlab.training import Step, Trainer

    with files_shown("preparing images") as files:
        trainer = (
            prepare_resumed(earlier, config, files, step=checkpoint, data_root=data_root)
            if earlier
            else prepare(config, out, files)
        )
    assert trainer.writer is not None
    path = trainer.writer.path
    if earlier is None:
        for begun in Run(path).events():  # what was read of the images, and what was not
            notes.print(begun.text, markup=False, soft_wrap=True)
    elif event := earlier.events().last:  # of how it goes on
        tell(event.text.removesuffix(f"Resumed at step {trainer.step:,}.").rstrip())
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:,.0f}/{task.total:,.0f}"),
        TextColumn("{task.fields[numbers]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes) as progress:
        task = progress.add_task(config.name, total=config.train.steps, completed=trainer.step, numbers="")

        waited = ""

        def show(trainer: Trainer, step: Step) -> None:
            nonlocal waited
            if step.waiting != waited:
                waited = step.waiting
                text = f"{waited} Training waits and tries again; Ctrl-C stops it." if waited else "Written; training goes on."
                notes.print(f"latentlab: {text}", style="yellow", markup=False)
            progress.update(task, completed=step.step)
            if step.report and metrics.TOTAL in step.report.values:
                rate = f"{step.report.images_per_second:,.0f} {config.consistency.speed_unit}"
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
    values = next((report.values for report in reversed(run.reports()) if metrics.TEST_ELBO in report.values), None)
    if values is None:
        return
    notes.print(
        f"Held out: ELBO {values[metrics.TEST_ELBO]:.2f} nats ({run.config.likelihood.name}), "
        f"rate {values[metrics.TEST_RATE]:.2f} nats, "
        f"consistency KL {values[metrics.TEST_CONSISTENCY_KL]:.2f} nats ({run.config.transform.policy}), "
        f"{values[metrics.TEST_ACTIVE_UNITS]:.0f} of {run.config.model.latent_dim} units active,\n"
        f"reconstruction error {values[metrics.TEST_MSE]:.5f} per pixel ({_share_of_variance(values)})."
    )


def _share_of_variance(values: Mapping[str, float]) -> str:
    variance = values[metrics.TEST_PIXEL_VARIANCE]
    if not variance > 0:
        return "the held-out images are all alike"
    return f"{values[metrics.TEST_MSE] / variance:.2f} of the pixel variance"
