"""The training loop, from top to bottom."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from latentlab.config import RunConfig, TrainConfig, refuse_untrained
from latentlab.data import Dataset, ImageStore, policy_from
from latentlab.data.fingerprint import sampled_digest
from latentlab.data.validation import split_off_validation
from latentlab.errors import ConfigError, DataError, DiskError, NonFiniteError
from latentlab.models import VAE, refuse_too_large
from latentlab.objectives import build_bound
from latentlab.runs import Event, Report, RunWriter
from latentlab.training.changes import scores_compare
from latentlab.training.checkpointing import InTraining
from latentlab.training.devices import resolve_device
from latentlab.training.diagnostics import Diagnostics, batch_warning
from latentlab.training.ending import ending, lost_patience, why_over
from latentlab.training.keeping import Keeping
from latentlab.training.learner import Learner
from latentlab.training.machine_use import MachineUse
from latentlab.training.measuring import Measuring
from latentlab.training.progress import Progress
from latentlab.training.ranks import NEXT_STEP, Begin, Change, Order, Ranks, Watch
from latentlab.training.recovery import recover
from latentlab.training.snapshot import Snapshot
from latentlab.training.steering import Steering


@dataclass(frozen=True)
class Step:
    """What one step brought.

    Attributes:
        step: steps taken so far.
        report: averages, where a report interval ended.
        events: what a user should know, such as posterior collapse.
        waiting: why nothing more is computed for now, as a sentence: something cannot be written. Asking for the next step
            tries again. Empty otherwise.
    """

    step: int
    report: Report | None = None
    events: tuple[Event, ...] = ()
    waiting: str = ""


class Trainer:
    """One run in training. Iterate `steps()`; whatever is called between two of them happens at a step's boundary.

    Attributes:
        learner: the networks in training. Look at them through `snapshot()`.
        progress: what is counted.
        keeping: what of it is kept on disk.
        steering: what is asked of the run while it trains, from any thread.
    """

    def __init__(self, config: RunConfig, dataset: Dataset, writer: RunWriter | None = None) -> None:
        """Prepare a run.

        Raises:
            ConfigError: if the settings are those of a model from elsewhere, the device is not at hand or the images do not
                suit the networks.
        """
        refuse_untrained(config)
        device = resolve_device(config.device)
        refuse_too_large(config, dataset.image_shape, device)
        images = dataset.train.to(device)
        learned, validated = split_off_validation(len(images), config.data.validation_fraction, config.data.split_seed)
        train_images = images.part(learned) if len(validated) else images
        transform = policy_from(config.transform)
        self.learner = Learner(config, train_images, dataset.image_shape, transform, device)
        self.progress = Progress()
        self._machine = MachineUse(device)
        self._measuring = Measuring(
            config, dataset.test.to(device), images.part(validated), transform, build_bound(config, len(train_images))
        )
        self._diagnostics = Diagnostics(config)
        self.keeping = Keeping(InTraining(self.learner, self.progress, self._diagnostics), writer)
        self.steering = Steering(self)
        self._ranks: Ranks | None = None

    def lead(self, ranks: Ranks) -> None:
        """Train together with other processes from here on, which begin with this state; see `latentlab.training.following`.

        Raises:
            ConfigError: if there are fewer images than a batch has, and these do not divide among the processes.
        """
        _refuse_uneven(self.learner.order.batch_size, self.config.train.batch_size, ranks.count)
        self.learner.share = self._ranks = ranks
        self._tell_all()

    def _tell_all(self) -> None:
        """Have the other processes, where there are any, go on from this state."""
        if self._ranks is None:
            return
        state, learner = InTraining(self.learner, self.progress, self._diagnostics), self.learner
        average = learner.shown_model.state_dict() if learner.average else {}
        images = sampled_digest(learner.images)
        self._ranks.tell(Begin(self.config.model_dump(), learner.model.state_dict(), average, state.state(), images))

    def follow(self, begin: Begin) -> None:
        """Begin with the state of the process that leads.

        Raises:
            DataError: if it learns from other images.
        """
        if sampled_digest(self.learner.images) != begin.images:
            raise DataError(
                f"data.name = {self.config.data.name!r}: the training images of this process are not those of rank 0; give "
                "every computer the same files."
            )
        InTraining(self.learner, self.progress, self._diagnostics).take_over(begin.state, begin.weights, begin.average)

    def _tell(self, order: Order) -> None:
        if self._ranks is not None:
            self._ranks.tell(order)

    @property
    def signal(self) -> int | None:
        """That another process of the run was sent, to end it; None where there is none."""
        return self._ranks.signal if self._ranks is not None else None

    @property
    def writer(self) -> RunWriter | None:
        """Of the run folder; None keeps nothing on disk."""
        return self.keeping.writer

    @writer.setter
    def writer(self, writer: RunWriter | None) -> None:
        self.keeping.writer = writer

    @property
    def config(self) -> RunConfig:
        """What is computed."""
        return self.learner.config

    @property
    def model(self) -> VAE:
        """The network in training."""
        return self.learner.model

    @property
    def shown_model(self) -> VAE:
        """The network to look at and to measure: the running average of the weights where there is one."""
        return self.learner.shown_model

    @property
    def device(self) -> torch.device:
        """Where it is computed."""
        return self.learner.device

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.progress.step

    @property
    def held_out(self) -> ImageStore:
        """Images that are measured, never learned from."""
        return self._measuring.held_out

    @property
    def last_step(self) -> int:
        """The step with which the run ends at the latest."""
        return self.learner.last_step

    @property
    def total_epochs(self) -> float:
        """Passes over the training images in the whole run."""
        return self.last_step / self.learner.order.batches_per_epoch

    @property
    def lost_patience(self) -> bool:
        """Whether `train.patience` measurements have passed without a new best one."""
        return lost_patience(self.config.train, self.progress)

    @property
    def why_over(self) -> str:
        """Why the run ends before it has taken `train.steps`; empty while it goes on and where it has taken them."""
        return why_over(self.config.train, self.progress, self.last_step)

    @property
    def ending(self) -> str:
        """Where training ended and why, and which checkpoint is the best; one or two sentences."""
        return ending(self.config.train, self.progress, self.last_step)

    def reconfigure(self, config: RunConfig) -> None:
        """Go on with other settings, of those that may change; call it between steps.

        Raises:
            ConfigError: if they ask for other networks.
        """
        transform = policy_from(config.transform)
        if not scores_compare(self.config, config):
            self.progress.forget_best()
        self.learner.reconfigure(config, transform)
        self._tell(Change(config.model_dump()))  # which rank 0 has taken, so that the others can
        self._measuring.reconfigure(config, transform, build_bound(config, len(self.learner.images)))
        self._diagnostics.config = config

    def steps(self) -> Iterator[Step]:
        """Train to the run's end by steps, epochs, minutes or patience, yielding after every step.

        While something cannot be written, the same step is yielded again with the reason in `waiting`. Collapse, a too strong
        discriminator and a run of many hours are alarms.

        Raises:
            NonFiniteError: before the optimiser would take a step with a loss or gradient that is not finite, once the run has
                gone back to its last checkpoint as often as `train.recover` allows.
            OutOfMemoryError: if a step does not fit into memory.
        """
        self.model.train()
        while True:
            if events := self.steering.take():
                yield Step(self.step, events=tuple(events))
            if self.step >= self.last_step or self.why_over:
                return
            try:
                yield from self._next_step()
            except NonFiniteError as error:
                event = recover(self, error)
                self._tell_all()
                yield Step(self.step, events=(event,))

    def _next_step(self) -> Iterator[Step]:
        train = self.config.train
        began = time.perf_counter()
        self._tell(NEXT_STEP)
        self.learner.take_step(self.step)
        self.progress.step += 1
        last = self.step == self.last_step
        report_due, checkpoint_due = self.step % train.report_every == 0, self.step % train.checkpoint_every == 0
        averages = self.learner.averages(self.step, keep=not report_due) if report_due or last else {}
        took = time.perf_counter() - began
        self.progress.seconds += took
        warnings = [self._diagnostics.time(took, self.last_step - self.step)]
        if self.step == 1:
            warnings.append(batch_warning(self.config, self.learner.order.batch_size))
        events = [self.keeping.note("alarm", text) for text in warnings if text]
        held_out = self._measuring.measure(self.learner) if checkpoint_due or last else {}
        values = averages | held_out
        events += [self.keeping.note("alarm", text) for text in self._diagnostics.look(self.step, values)]
        report = self._report(values, self._machine.read() if averages else {}) if values else None
        # A checkpoint goes on from what a longer run has reported: not from what the last step alone has brought.
        lasting = (averages if report_due else {}) | (held_out if checkpoint_due else {})
        self.progress.last_report = replace(report, values=lasting) if report and lasting else self.progress.last_report
        if held_out:
            score = _score(self.config.train, held_out)
            if score is not None:
                self.progress.watch(score)
                self._tell(Watch(score))
                self.learner.watch(score)
            yield from _until_written(self, lambda: self.keeping.save(score))
        if report:
            yield from _until_written(self, lambda: self.keeping.report(report))
        yield Step(self.step, report, tuple(events))

    def snapshot(self) -> Snapshot:
        """A copy of the weights."""
        return Snapshot.of(self.shown_model, self.step)

    def finish(self, kind: str, text: str) -> None:
        """Save the last state and note how the run ended (`finish`, `stop` or `failure`).

        Raises:
            DiskError: if something cannot be written; call again once it can.
        """
        self.steering.refuse(f"The run has ended at step {self.step:,}.")
        if self.writer is None:
            return
        if not self.keeping.is_saved and kind != "failure":
            held_out = self._measuring.measure(self.learner)
            self.keeping.save(_score(self.config.train, held_out))
            # A run that goes on drops this line: one that was never stopped has none.
            with contextlib.suppress(DiskError):  # the writer keeps what it could not write
                self.writer.report(self._report(held_out, {}))
        self.keeping.end(kind, text)

    def resume_from(self, checkpoint: Path) -> Report | None:
        """Take over the state in a checkpoint folder, and give the report of its step; see `Keeping.restore`."""
        return self.keeping.restore(checkpoint)

    def last_report(self) -> Report | None:
        """The report of a run's last step, after `resume_from` its checkpoint: its process may have been killed before it was
        written. None for checkpoints of the first schema, which are written after it.
        """
        if not self.keeping.knows_report:
            return None
        kept = self.progress.last_report
        earlier = kept if kept and kept.step == self.step else None
        averages = {} if self.step % self.config.train.report_every == 0 else self.learner.averages(self.step, keep=True)
        values = {**averages, **(earlier.values if earlier else {}), **self._measuring.measure(self.learner)}
        return self._report(values, earlier.machine if earlier else {})

    def _report(self, values: dict[str, float], machine: Mapping[str, float]) -> Report:
        return self.progress.report(self.learner.epochs, self.learner.order.batch_size, values, machine)


def _refuse_uneven(images: int, batch: int, processes: int) -> None:
    """Raise ConfigError if so many images of a step do not divide among the processes."""
    if images % processes:
        raise ConfigError(
            f"train.batch_size = {batch}: all {images:,} training images are one step, and do not divide among "
            f"{processes} processes; use at most {images // processes * processes}."
        )


def _until_written(trainer: Trainer, write: Callable[[], None]) -> Iterator[Step]:
    """Nothing where all goes well; else the same step again and again, with the reason, until it does."""
    while True:
        try:
            write()
            return
        except DiskError as error:
            yield Step(trainer.step, waiting=str(error))


def _score(train: TrainConfig, measured: Mapping[str, float]) -> float | None:
    return train.score(measured.get(train.best_by))
