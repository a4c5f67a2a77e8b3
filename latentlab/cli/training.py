"""The command that trains."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from latentlab import metrics
from latentlab.cli.step_bar import StepBar, step_bar
from latentlab.cli.terminal import DataRoot, RunFolder, Settings, app, files_shown, notes, tell
from latentlab.config import DEFAULT_PRESET, RunConfig, load_config, load_preset, override, with_values
from latentlab.errors import ConfigError, RunError
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.training import Step, Trainer
    from latentlab.training.callbacks import Callback

_TensorBoard = Annotated[
    bool,
    typer.Option("--tensorboard", help="Write TensorBoard's event files into RUN/tensorboard: numbers, images, projector."),
]
_KlPerDim = Annotated[bool, typer.Option("--kl-per-dim", help="With --tensorboard: the KL of every latent dimension too.")]
_CallbackNames = Annotated[
    list[str] | None,
    typer.Option(
        "--callback", metavar="NAME", help="Tell a callback of the run: package.module:name or file.py:name. Repeatable."
    ),
]


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
    start: Annotated[
        Path | None, typer.Option("--from", metavar="RUN", help="Begin with the weights of another run (train.init_from).")
    ] = None,
    parts: Annotated[
        str | None, typer.Option(metavar="PARTS", help="With --from: all, encoder or decoder (train.init_parts).")
    ] = None,
    freeze: Annotated[
        bool, typer.Option("--freeze", help="With --from: keep those weights as they are (train.freeze).")
    ] = False,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="RUN", help="Train a run again on the CPU, with each change at its step, and compare the weights."
        ),
    ] = None,
    tensorboard: _TensorBoard = False,
    kl_per_dim: _KlPerDim = False,
    callback_names: _CallbackNames = None,
) -> None:
    """Train a run to its end; prints its folder."""
    if sum(choice is not None for choice in (config_file, preset, resume, replay)) > 1:
        raise ConfigError("give one of RUN.toml, --preset, --resume and --replay, not several.")
    if replay is not None:
        if settings or device is not None:
            raise ConfigError("--replay: takes all settings from the run; leave out --set and --device.")
        if tensorboard or callback_names:
            raise ConfigError("--replay: only compares weights; leave out --tensorboard and --callback.")
        _replay(Run(replay), out)
        return
    if resume is not None and out is not None:
        raise ConfigError("--out: a resumed run stays in its own folder.")
    if checkpoint is not None and resume is None:
        raise ConfigError(f"--checkpoint {checkpoint}: names a checkpoint of the run given with --resume, and there is none.")
    if data_root is not None and resume is None:
        raise ConfigError(f"--data-root {data_root}: is for --resume; a new run has --set data.root=PATH.")
    earlier = Run(resume) if resume is not None else None
    config = earlier.config if earlier else load_config(config_file) if config_file else load_preset(preset or DEFAULT_PRESET)
    config = override(config, [*(settings or []), *([f'device="{device}"'] if device else [])])
    if start is not None:
        began = {"init_from": str(start), "freeze": freeze, **({"init_parts": parts} if parts else {})}
        config = with_values(config, {"train": began})
    elif parts is not None or freeze:
        raise ConfigError("--parts, --freeze: say which weights of a run to begin with; give --from RUN too.")
    callbacks = _callbacks(callback_names or (), tensorboard=tensorboard, kl_per_dim=kl_per_dim)
    _tell_of(_together(config, lambda: _prepared(config, out, earlier, checkpoint, data_root), callbacks))


@app.command()
def branch(
    run_folder: RunFolder,
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE…]", help="Settings of the branch that differ, for example objective.beta=4."),
    ] = None,
    step: Annotated[int | None, typer.Option(metavar="STEP", help="Of the checkpoint; by default the newest.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for the new run (default: that of the run).")] = None,
    data_root: DataRoot = None,
    tensorboard: _TensorBoard = False,
    kl_per_dim: _KlPerDim = False,
    callback_names: _CallbackNames = None,
) -> None:
    """Train a new run from a checkpoint of another on, with other settings from there; prints its folder."""
    from latentlab.api import prepare_branch

    parent = Run(run_folder)
    config = override(parent.header.config_at(parent.checkpoint(step).step), assignments or [])

    def prepared() -> "Trainer":
        with files_shown("preparing images") as files:
            return prepare_branch(parent, config, step, out, files, data_root=data_root)

    callbacks = _callbacks(callback_names or (), tensorboard=tensorboard, kl_per_dim=kl_per_dim)
    _tell_of(_together(config, prepared, callbacks))


def _callbacks(names: Sequence[str], *, tensorboard: bool, kl_per_dim: bool) -> "list[Callback]":
    """Those asked for. Raises ConfigError where one cannot be had, before anything is computed."""
    if kl_per_dim and not tensorboard:
        raise ConfigError("--kl-per-dim: says what --tensorboard writes; give that too.")
    if not tensorboard and not names:
        return []
    from latentlab.training.callbacks import load_callback

    callbacks = [load_callback(name) for name in names]
    if tensorboard:
        from latentlab.exchange.tensorboard import TensorBoard, require_tensorboard

        require_tensorboard()
        callbacks.append(TensorBoard(kl_per_dim=kl_per_dim))
    return callbacks


def _together(config: RunConfig, prepared: "Callable[[], Trainer]", callbacks: "Sequence[Callback]") -> Run | None:
    """Train with the other processes that torchrun started, where it did; None in those that follow."""
    from latentlab.training.following import follow
    from latentlab.training.ranks import joined, led

    with joined(config) as ranks:
        if ranks is None:
            return _drive(prepared(), config, callbacks)
        if ranks.rank:
            follow(ranks)
            return None
        with led(ranks):
            trainer = prepared()
            trainer.lead(ranks)
            return _drive(trainer, config, callbacks)


def _prepared(
    config: RunConfig, out: Path | None, earlier: Run | None, checkpoint: int | None, data_root: Path | None
) -> "Trainer":
    from latentlab.api import prepare, prepare_resumed

    with files_shown("preparing images") as files:
        trainer = (
            prepare_resumed(earlier, config, files, step=checkpoint, data_root=data_root)
            if earlier
            else prepare(config, out, files)
        )
    assert trainer.writer is not None
    if earlier is None:
        for begun in Run(trainer.writer.path).events():  # what was read of the images, and what was not
            notes.print(begun.text, markup=False, soft_wrap=True)
    elif event := earlier.events().last:  # of how it goes on
        tell(event.text.removesuffix(f"Resumed at step {trainer.step:,}.").rstrip())
    return trainer


def _drive(trainer: "Trainer", config: RunConfig, callbacks: "Sequence[Callback]") -> Run:
    from latentlab.api import drive
    from latentlab.training.ranks import threads_of_each

    assert trainer.writer is not None
    path = trainer.writer.path
    with step_bar(config, trainer.step) as bar:
        try:
            drive(trainer, _Shown(bar), threads_of_each(), callbacks=callbacks)
        except KeyboardInterrupt:
            bar.stop()
            notes.print("Stopped; what was learned is saved. Go on with:", markup=False)
            notes.print(f"latentlab train --resume {shlex.quote(str(path))}", markup=False, soft_wrap=True)
            raise
    return Run(path)


def _replay(run: Run, out: Path | None) -> None:
    """Print the folder of the run that is trained again. Raises RunError where its weights differ."""
    from latentlab.api import replay

    with step_bar(run.config) as bar:
        replayed = replay(run, out, _Shown(bar))
    print(replayed.run.path)
    if not replayed.equal:
        raise RunError(f"{replayed.run.path}: its weights at step {replayed.step:,} are not those of {run.path}.")
    notes.print(f"The weights at step {replayed.step:,} are the same, bit for bit.", markup=False)


class _Shown:
    """What is seen of each step: the bar moves, and what a user should know is printed."""

    def __init__(self, bar: StepBar) -> None:
        self._bar = bar
        self._waited = ""

    def __call__(self, trainer: "Trainer", step: "Step") -> None:
        if step.waiting != self._waited:
            self._waited = step.waiting
            waits = f"{self._waited} Training waits and tries again; Ctrl-C stops it."
            text = waits if self._waited else "Written; training goes on."
            notes.print(f"latentlab: {text}", style="yellow", markup=False)
        self._bar.move(step.step, trainer.last_step)
        if step.report:
            self._bar.report(step.report)
        for event in step.events:
            notes.print(f"latentlab: {event.text}", style="yellow", markup=False)


def _tell_of(run: Run | None) -> None:
    if run is not None:
        _summarize(run)
        print(run.path)


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
