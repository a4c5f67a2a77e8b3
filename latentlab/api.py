"""The Python API: train, resume and open runs. The command line and the window call the same functions."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from latentlab.config import RunConfig, with_data_root
from latentlab.data import Cancelled, Progress, load_dataset
from latentlab.data.fingerprint import Fingerprint, image_table
from latentlab.errors import (
    ConfigError,
    DiskError,
    FileError,
    MissingFileError,
    NonFiniteError,
    OutOfMemoryError,
    RankError,
    RunError,
)
from latentlab.evaluation.run_images import RunImages, open_images
from latentlab.files.regular import read_bytes
from latentlab.runs import IMAGES_FILE, Run, RunWriter, default_runs_folder
from latentlab.runs.folders import Branch, hold_run
from latentlab.runs.history import Parent
from latentlab.training import Step, Trainer, cpu_cores
from latentlab.training.callbacks import Callback, Callbacks
from latentlab.training.changes import changes, placed_as
from latentlab.training.signals import HeldSignals, signals_held

OnStep = Callable[[Trainer, Step], None]

_RETRY_SECONDS = 2.0
_LARGEST_DIGESTS = 2**31


def open_run(path: str | Path) -> Run:
    """Open a run folder, whoever wrote it and whether or not it is finished.

    Args:
        path: of the folder.

    Raises:
        RunError: if it is no run, is damaged or was written by a newer LatentLab.
    """
    return Run(path)


def train(
    config: RunConfig, out: str | Path | None = None, on_step: OnStep | None = None, callbacks: Sequence[Callback] = ()
) -> Run:
    """Train a run to its end.

    Args:
        config: what to compute.
        out: the folder in which the run's own folder is made; `runs` in the current folder unless given.
        on_step: called after every step, on the calling thread; what it raises ends the run.
        callbacks: told of the run; one that fails is left out, and the run goes on.

    Raises:
        ConfigError, DataError, RunError: before anything is computed, if a setting, the images or the folder are at fault.
        NonFiniteError: if a loss or gradient stopped being finite; the run's checkpoints stay.
        RunError: if the last state cannot be written.
    """
    trainer = prepare(config, out)
    drive(trainer, on_step, callbacks=callbacks)
    return _run_of(trainer)


def resume(
    run: Run,
    config: RunConfig | None = None,
    on_step: OnStep | None = None,
    data_root: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
) -> Run:
    """Go on with a run from its newest checkpoint, exactly as if it had never stopped.

    Args:
        run: what to continue.
        config: its settings with changes, such as a larger `train.steps`; the run's own unless given.
        on_step: called after every step.
        data_root: where the run's images are now, if they have moved.
        callbacks: as for `train`.

    Raises:
        ConfigError: if a setting was changed that decides what the checkpoint means.
        DataError, RunError, NonFiniteError: as for `train`.
    """
    trainer = prepare_resumed(run, config or run.config, data_root=data_root)
    drive(trainer, on_step, callbacks=callbacks)
    return _run_of(trainer)


def branch(
    run: Run,
    config: RunConfig,
    step: int | None = None,
    out: str | Path | None = None,
    on_step: OnStep | None = None,
) -> Run:
    """Train a new run from a checkpoint of another on.

    Args:
        run: what to branch off; it may be training.
        config: of the new run; `run.header.config_at(step)` with changes.
        step: of the checkpoint; the newest whole one unless given.
        out: the folder in which the new run's own folder is made; that of the run unless given.
        on_step: called after every step.

    Raises:
        ConfigError: if a setting was changed that decides what the checkpoint means.
        DataError, RunError, NonFiniteError: as for `train`.
    """
    trainer = prepare_branch(run, config, step, out)
    drive(trainer, on_step)
    return _run_of(trainer)


def prepare(
    config: RunConfig,
    out: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Trainer:
    """A trainer at step 0 with its run folder. Raises as `train` does before it computes.

    `progress` is told of the files done and their number while a folder of images is prepared; once `cancelled` answers true
    then, a StoppedError is raised.
    """
    config = _with_absolute_root(config)
    dataset = load_dataset(config.data, progress, cancelled)
    trainer = Trainer(config, dataset)
    first_weights = trainer.learner.take_first_weights()
    fingerprint = Fingerprint.of(dataset)
    trainer.writer = RunWriter.create(
        Path(out) if out else default_runs_folder(),
        config,
        dataset.image_shape,
        image_table(dataset, fingerprint),
        fingerprint.to_bytes(),
    )
    trainer.writer.event(0, "start", " ".join(part for part in (dataset.account, first_weights) if part))
    return trainer


def prepare_resumed(
    run: Run,
    config: RunConfig,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    step: int | None = None,
    data_root: str | Path | None = None,
) -> Trainer:
    """A trainer at the step of a run's newest whole checkpoint, or of another one. Raises as `resume` does before it computes.

    `progress` and `cancelled` are as for `prepare`, `data_root` is as for `resume`. What was reported after the checkpoint is
    dropped, and checkpoints after it are set aside under other names.
    """
    _refuse_from_elsewhere(run)
    config = _with_absolute_root(config, data_root)
    differs = bool(changes(run.config, config))
    lock = hold_run(run.path)  # before the checkpoint is chosen, which another writer would replace
    try:
        checkpoint = run.checkpoint(step)
        if checkpoint.step >= config.train.steps and not _lacks_its_end(run, config, checkpoint.step):
            raise ConfigError(
                f"train.steps = {config.train.steps}: this run has reached step {checkpoint.step} already; "
                "set a larger one to go on."
            )
        note = run.newest_note(checkpoint) if step is None else ""
        header = Run(run.path).header  # which may have changed since the run was opened
        config = config if differs else placed_as(header.config, config)
        then = header.config_at(checkpoint.step)
        # What was changed after the checkpoint is changed again in its turn, unless other settings are given now.
        later = () if differs else header.changes_after(checkpoint.step)
        changed = None if later else changes(then, config)
        images = _images_of(run, config, data_root, progress, cancelled)
        trainer = Trainer(placed_as(then, config), images.dataset)
        trainer.steering.plan(later, note=False)
        report = trainer.resume_from(checkpoint.path)
        if changed:
            trainer.reconfigure(config)
        if trainer.lost_patience and run.has_finished:
            trainer.progress.without_best = 0
        if run.has_finished and trainer.why_over:
            raise ConfigError(f"{run.path}: {trainer.why_over}; set more, or 0, to go on.")
        if trainer.step == trainer.last_step or trainer.lost_patience:
            report = trainer.last_report()
        trainer.writer = RunWriter.resume(run.path, config, trainer.step, changed, trainer.keeping.first_line_dropped, lock)
    except BaseException:
        lock.release()
        raise
    if report is not None:
        trainer.writer.report(report)
    trainer.writer.event(
        trainer.step, "resume", " ".join([part for part in (note, images.note, f"Resumed at step {trainer.step:,}.") if part])
    )
    return trainer


def _refuse_from_elsewhere(run: Run) -> None:
    """Raise RunError if there is nothing that training could go on from."""
    if run.header.is_from_elsewhere:
        raise RunError(
            f"{run.path.name}: another program trains this model, and the state of its optimiser is not here: it can be "
            "looked at, measured and exported, not trained on."
        )


def prepare_branch(
    run: Run,
    config: RunConfig,
    step: int | None = None,
    out: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    data_root: str | Path | None = None,
) -> Trainer:
    """A trainer of a new run that goes on from a checkpoint of another, which is left as it is.

    Args:
        run: what to branch off; it may be training.
        config: of the new run, of those that `run.header.config_at(step)` may become: without a change, both go on alike.
        step: of the checkpoint; the newest whole one unless given.
        out: the folder in which the new run's own folder is made; that of the run unless given.
        progress: as for `prepare`.
        cancelled: likewise.
        data_root: where the run's images are now, if they have moved.

    Raises:
        ConfigError: if a setting was changed that decides what the checkpoint means.
        DataError, RunError: as for `train`.
    """
    _refuse_from_elsewhere(run)
    config = _with_absolute_root(config, data_root)
    checkpoint = run.checkpoint(step)
    then = run.header.config_at(checkpoint.step)
    changed = changes(then, config, branching=True)
    if checkpoint.step >= config.train.steps:
        raise ConfigError(
            f"train.steps = {config.train.steps}: the branch begins at step {checkpoint.step}; set a larger one to go on."
        )
    images = _images_of(run, config, data_root, progress, cancelled)
    trainer = Trainer(placed_as(then, config), images.dataset)
    report = trainer.resume_from(checkpoint.path)
    trainer.reconfigure(config)
    if trainer.lost_patience:
        trainer.progress.without_best = 0
    header = run.header.resumed(config, checkpoint.step, changed)
    parent = Parent(run.path.name, run.created, checkpoint.step)
    trainer.writer = RunWriter.create(
        Path(out) if out else run.path.parent,
        config,
        run.image_shape,
        run.header.images,
        _digests(run.path),
        Branch(parent, checkpoint.path, header.history),
    )
    parts = (images.note, f"Branched off {run.path.name} at step {checkpoint.step:,}.", *(f"{change}." for change in changed))
    trainer.writer.event(checkpoint.step, "start", " ".join(part for part in parts if part))
    if report is not None:
        trainer.writer.report(report)
    return trainer


def _images_of(
    run: Run, config: RunConfig, data_root: str | Path | None, progress: Progress | None, cancelled: Cancelled | None
) -> RunImages:
    """A run's images for these settings, which count as asked for where somebody has named their place."""
    named = data_root is not None or config.data.location != run.config.data.location
    return open_images(run, config.data.location if named else None, progress, cancelled, to_resume=True)


def _digests(run: Path) -> bytes:
    """What a run knows of its images, empty where it is of a version that kept nothing."""
    try:
        return read_bytes(run / IMAGES_FILE, _LARGEST_DIGESTS)
    except MissingFileError:
        return b""
    except FileError as error:
        raise RunError(str(error)) from None


@dataclass(frozen=True)
class Replayed:
    """A run that was trained again from another's history.

    Attributes:
        run: the new one.
        step: up to which.
        equal: whether its weights there are those of the other, bit for bit.
    """

    run: Run
    step: int
    equal: bool


def replay(run: Run, out: str | Path | None = None, on_step: OnStep | None = None) -> Replayed:
    """Train a run again from its first step on the CPU, with every change at its step, up to its newest checkpoint.

    Args:
        run: whose settings and history are used.
        out: the folder in which the new run's own folder is made; `runs` in the current folder unless given.
        on_step: called after every step.

    Raises:
        ConfigError, DataError, RunError, NonFiniteError: as for `train`.
    """
    step = run.checkpoint().step
    # When it ended has no part in what it computed.
    endless = {"patience": 0, "minutes": 0.0}
    config = run.header.config_at(0)
    config = config.model_copy(update={"device": "cpu", "train": config.train.model_copy(update=endless)})
    ends = tuple(f"train.{name}" for name in endless)
    history = [
        replace(segment, changes=tuple(change for change in segment.changes if change.key not in ends))
        for segment in run.header.changes_after(-1)
    ]
    trainer = prepare(config, out)
    trainer.steering.plan([segment for segment in history if segment.changes and segment.step < step], note=True)
    drive(trainer, on_step, until=step)
    replayed = _run_of(trainer)
    theirs, ours = run.model(step).state_dict(), replayed.model(step).state_dict()
    return Replayed(replayed, step, all(torch.equal(theirs[name], value) for name, value in ours.items()))


def _lacks_its_end(run: Run, config: RunConfig, step: int) -> bool:
    """Whether a run was interrupted between its last checkpoint and its last lines."""
    if not step == config.train.steps == run.config.train.steps:
        return False
    return not run.has_finished


def drive(
    trainer: Trainer,
    on_step: OnStep | None = None,
    threads: int | None = None,
    until: int | None = None,
    callbacks: Sequence[Callback] = (),
) -> None:
    """Take all the steps of a trainer, save its last state and close its run, also when interrupted from the keyboard.

    Ctrl-C, SIGTERM and SIGHUP are answered after the step in progress, with a KeyboardInterrupt (a SignalError for the latter
    two), once the state is saved; a second one does not wait for that. While something cannot be written, training waits, and
    tries again every two seconds.

    Args:
        trainer: from `prepare` or `prepare_resumed`.
        on_step: called after every step, and at every try while training waits (see `Step.waiting`).
        threads: CPU threads where the config leaves them open; all cores unless given.
        until: the step after which to stop, where that is before the run's end.
        callbacks: as for `train`.

    Raises:
        NonFiniteError, OutOfMemoryError: if a step cannot be taken; what was saved stays.
        DiskError: if waiting for room was interrupted; the steps after the last checkpoint are lost.
    """
    torch.set_num_threads(trainer.config.train.threads or threads or cpu_cores())
    told = Callbacks(callbacks)
    with _closed_at_the_end(trainer), signals_held() as held, told.running(trainer, on_step):
        try:
            for step in trainer.steps():
                step = told.tell(trainer, step)
                if on_step:
                    on_step(trainer, step)
                if step.waiting:
                    held.wait(_RETRY_SECONDS)
                held.number = held.number or trainer.signal
                if held.number is not None:
                    held.answer()
                if trainer.step == until and not step.waiting:
                    _finish(trainer, "stop", f"Stopped at step {trainer.step:,}.", on_step, held)
                    return
        except KeyboardInterrupt:
            _finish(trainer, "stop", f"Stopped at step {trainer.step:,}.", on_step, held)
            raise
        except (NonFiniteError, OutOfMemoryError, RankError) as error:
            _finish(trainer, "failure", str(error), on_step, held)
            raise
        _finish(trainer, "finish", trainer.ending, on_step, held)


def _finish(trainer: Trainer, kind: str, text: str, on_step: OnStep | None, held: HeldSignals) -> None:
    """Save the last state, waiting for room where there is none; a further signal gives that up."""
    held.number = None
    while True:
        try:
            return trainer.finish(kind, text)
        except DiskError as error:
            if held.number is not None:
                raise DiskError(f"{error} The steps since the last checkpoint are lost.") from None
            if on_step:
                on_step(trainer, Step(trainer.step, waiting=str(error)))
            held.wait(_RETRY_SECONDS)


@contextlib.contextmanager
def _closed_at_the_end(trainer: Trainer) -> Iterator[None]:
    try:
        yield
    finally:
        if trainer.writer is not None:
            trainer.writer.close()


def _with_absolute_root(config: RunConfig, data_root: str | Path | None = None) -> RunConfig:
    """With the images in another place where one is given; the run can then be opened from any folder."""
    if data_root is not None:
        config = with_data_root(config, data_root)
    if (run := config.train.init_from) and not run.startswith("~"):
        config = config.model_copy(update={"train": config.train.model_copy(update={"init_from": str(Path(run).absolute())})})
    root = config.data.location
    return with_data_root(config, str(Path(root).absolute())) if root and not root.startswith("~") else config


def _run_of(trainer: Trainer) -> Run:
    assert trainer.writer is not None
    return Run(trainer.writer.path)
