"""The training loop, from top to bottom."""

import contextlib
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from latentlab import metrics
from latentlab.catalog.objectives import WarmedUpConfig
from latentlab.config import Change, RunConfig
from latentlab.data import BatchOrder, Dataset, policy_from
from latentlab.data.validation import split_off_validation
from latentlab.errors import ConfigError, DiskError, FileError, MissingFileError, NonFiniteError, RunError
from latentlab.evaluation import measure_bound, measure_held_out, training_scale
from latentlab.files.tensors import kinds_of, read_tensors
from latentlab.models import VAE, build_vae, refuse_too_large
from latentlab.models.memory import memory_errors_told
from latentlab.objectives import LossTerms, build_bound, build_objective
from latentlab.runs import Event, Report, Run, RunWriter
from latentlab.seeding import generator_for
from latentlab.training.accumulators import Accumulators
from latentlab.training.adversary import Adversary
from latentlab.training.devices import resolve_device
from latentlab.training.diagnostics import Diagnostics, batch_warning
from latentlab.training.faults import Fault, advice, locate, weights_are_finite
from latentlab.training.first_state import FILE_NAME as FIRST_STATE
from latentlab.training.first_state import read_first_state
from latentlab.training.snapshot import Snapshot
from latentlab.training.state import (
    Expected,
    Position,
    ScalerState,
    SumNames,
    TrainerNumbers,
    TrainerState,
    load_moments,
    moments_of,
    read_state,
)


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
        config: what is computed.
        device: where.
        model: the network in training. Look at it through `snapshot()`.
        step: steps taken.
        held_out: images that are measured, never learned from.
        writer: of the run folder; None keeps nothing on disk.
    """

    def __init__(self, config: RunConfig, dataset: Dataset, writer: RunWriter | None = None) -> None:
        """Prepare a run.

        Raises:
            ConfigError: if the device is not at hand or the images do not suit the networks.
        """
        self.config = config
        self.device = resolve_device(config.device)
        self.writer = writer
        self.step = 0
        refuse_too_large(config, dataset.image_shape, self.device)
        self.model = build_vae(config.model, config.likelihood, dataset.image_shape, generator_for(config.seed, "weights")).to(
            self.device
        )
        images = dataset.train.to(self.device)
        learned, validated = split_off_validation(len(images), config.data.validation_fraction, config.data.split_seed)
        self._train_images = images.part(learned) if len(validated) else images
        self._validation_images = images.part(validated)
        self.held_out = dataset.test.to(self.device)
        self._order = BatchOrder(len(self._train_images), config.train.batch_size, config.seed)
        self._noise = generator_for(config.seed, "noise and transformations", self.device)
        self._transform = policy_from(config.transform)
        self._objective = build_objective(config, self._transform)
        self._bound = build_bound(config)
        self._parameters = list(self.model.parameters())
        self._optimizer = torch.optim.Adam(
            self._parameters,
            lr=config.train.learning_rate,
            betas=(config.train.adam_beta1, 0.999),
            eps=config.train.adam_epsilon,
            fused=True,
        )
        if config.train.precision == "fp16" and self.device.type != "cuda":
            raise ConfigError(
                f"train.precision = 'fp16': needs a CUDA device, and this is {self.device.type}; use bf16 or float32."
            )
        self._scaler = torch.amp.GradScaler(self.device.type, enabled=config.train.precision == "fp16")
        self._adversary = Adversary(config, dataset.image_shape, self.device) if config.adversarial.weight > 0 else None
        decay = config.train.ema_decay
        self._average = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=True) if decay else None
        self._sums = Accumulators()
        self._diagnostics = Diagnostics(config)
        self._seconds = 0.0
        self._reported_at = (0, 0.0)
        self._last_report: Report | None = None
        self._batch = torch.empty(0)
        self._noise_before = self._noise.get_state()
        self._recoveries = 0
        self._best: float | None = None
        self._best_step = self._without_best = 0
        self._knows_report = True
        self._saved_step = self._written_step = -1
        self._ended_step = -1

    @property
    def shown_model(self) -> VAE:
        """The network to look at and to measure: the running average of the weights where there is one."""
        if self._average is None:
            return self.model
        average = self._average.module
        assert isinstance(average, VAE)
        return average

    @property
    def epochs(self) -> float:
        """Passes over the training images so far."""
        position = self._order.position()
        return position["epoch"] + position["batch"] / self._order.batches_per_epoch

    @property
    def total_epochs(self) -> float:
        """Passes over the training images in the whole run."""
        return self.config.train.steps / self._order.batches_per_epoch

    @property
    def lost_patience(self) -> bool:
        """Whether `train.patience` measurements have passed without a new best bound on the validation images."""
        return 0 < self.config.train.patience <= self._without_best

    @property
    def ending(self) -> str:
        """Where training ended and why, a sentence."""
        if self.step == self.config.train.steps or not self.lost_patience:
            return f"Finished at step {self.step:,}."
        return (
            f"Finished at step {self.step:,} of {self.config.train.steps:,}: the bound on the validation images has not risen "
            f"since step {self._best_step:,}, which was the best (train.patience = {self.config.train.patience})."
        )

    def be_patient_again(self) -> None:
        """Wait for a better bound from here on as if the last measurement had brought one."""
        self._without_best = 0

    def steps(self) -> Iterator[Step]:
        """Train to the config's last step or the end of its patience, yielding after every step.

        While something cannot be written, the same step is yielded again with the reason in `waiting`. Collapse, a too strong
        discriminator and a run of many hours are alarms.

        Raises:
            NonFiniteError: before the optimiser would take a step with a loss or gradient that is not finite, once the run has
                gone back to its last checkpoint as often as `train.recover` allows.
            OutOfMemoryError: if a step does not fit into memory.
        """
        self.model.train()
        while self.step < self.config.train.steps and not self.lost_patience:
            try:
                yield from self._next_step()
            except NonFiniteError as error:
                yield Step(self.step, events=(self._recover(error),))

    def _next_step(self) -> Iterator[Step]:
        train = self.config.train
        began = time.perf_counter()
        with memory_errors_told(*self._needs):
            self._take_step()
        last = self.step == train.steps
        report_due, checkpoint_due = self.step % train.report_every == 0, self.step % train.checkpoint_every == 0
        averages = self._averages(keep=not report_due) if report_due or last else {}
        took = time.perf_counter() - began
        self._seconds += took
        warnings = [self._diagnostics.time(took, train.steps - self.step)]
        if self.step == 1:
            warnings.append(batch_warning(self.config, self._order.batch_size))
        events = [self._alarm(text) for text in warnings if text]
        held_out = self._held_out() if checkpoint_due or last else {}
        values = averages | held_out
        events += [self._alarm(text) for text in self._diagnostics.look(self.step, values)]
        report = self._report(values) if values else None
        # A checkpoint goes on from what a longer run has reported: not from what the last step alone has brought.
        lasting = (averages if report_due else {}) | (held_out if checkpoint_due else {})
        self._last_report = replace(report, values=lasting) if report and lasting else self._last_report
        if held_out:
            score = held_out.get(metrics.VALIDATION_BOUND)
            self._watch(score)
            yield from self._until_written(lambda: self.save(score))
        if report:
            yield from self._until_written(lambda: self._write(report))
        yield Step(self.step, report, tuple(events))

    def _until_written(self, write: Callable[[], None]) -> Iterator[Step]:
        """Nothing where all goes well; else the same step again and again, with the reason, until it does."""
        while True:
            try:
                write()
                return
            except DiskError as error:
                yield Step(self.step, waiting=str(error))

    def snapshot(self) -> Snapshot:
        """A copy of the weights."""
        return Snapshot.of(self.shown_model, self.step)

    def finish(self, kind: str, text: str) -> None:
        """Save the last state and note how the run ended (`finish`, `stop` or `failure`).

        Raises:
            DiskError: if something cannot be written; call again once it can.
        """
        if self.writer is None:
            return
        if self._saved_step != self.step and kind != "failure":
            held_out = self._held_out()
            self.save(held_out.get(metrics.VALIDATION_BOUND))
            # A run that goes on drops this line: one that was never stopped has none.
            with contextlib.suppress(DiskError):  # the writer keeps what it could not write
                self.writer.report(self._report(held_out))
        if self._ended_step != self.step:
            self._ended_step = self.step
            with contextlib.suppress(DiskError):
                self.writer.event(self.step, kind, text)
        self.writer.flush()

    def save(self, score: float | None) -> None:
        """Write a checkpoint that `resume_from` continues exactly.

        Args:
            score: what the best checkpoint has the largest of; None where nothing tells which is better.

        Raises:
            DiskError: if it cannot be written; earlier checkpoints stay.
        """
        if self.writer is None:
            return
        self.writer.checkpoint(self.step, -math.inf if score is None else score, self._fill_checkpoint)
        self._saved_step = self.step

    def resume_from(self, checkpoint: Path) -> Report | None:
        """Take over the state in a checkpoint folder, so that training goes on as if it had never stopped.

        Returns:
            The report of the checkpoint's step, where an uninterrupted run has one, which may not have reached the disk; None
            also for checkpoints of the first schema, which do not keep it.

        Raises:
            RunError: if it is damaged or belongs to another config; the trainer is as it was.
        """
        try:
            expected = self._expected()
            weights = _read_weights(checkpoint / "model.safetensors", self.model)
            average = _read_weights(checkpoint / "ema.safetensors", self.shown_model) if self._average else {}
            self._knows_report = not (checkpoint / FIRST_STATE).exists()
            if self._knows_report:
                state = read_state(checkpoint, expected)
            else:
                state = read_first_state(checkpoint / FIRST_STATE, expected)
            self._take_over(state, weights, average)
        except MissingFileError as error:
            raise RunError(f"{checkpoint}: cannot be resumed: {error.path.name} is missing.") from None
        except (FileError, RuntimeError) as error:  # PyTorch refuses the state of a random generator that none could have
            reason = f"{error.path.name} {error.reason}" if isinstance(error, FileError) else "trainer state is damaged: noise"
            raise RunError(f"{checkpoint}: cannot be resumed: {reason}.") from None
        self._saved_step, self._written_step = self.step, -1
        return self._last_report

    def last_report(self) -> Report | None:
        """The report of a run's last step, after `resume_from` its checkpoint: its process may have been killed before it was
        written. None for checkpoints of the first schema, which are written after it.
        """
        if not self._knows_report:
            return None
        earlier = self._last_report.values if self._last_report and self._last_report.step == self.step else {}
        averages = {} if self.step % self.config.train.report_every == 0 else self._averages(keep=True)
        return self._report({**averages, **earlier, **self._held_out()})

    @property
    def first_line_dropped(self) -> int:
        """The step from which on lines of metrics are dropped when a run goes on from the state that was resumed from.

        From the checkpoint's own step on where the state keeps that step's report, else from the next.
        """
        return self.step if self._knows_report else self.step + 1

    def _take_over(self, state: TrainerState, weights: dict[str, Tensor], average: dict[str, Tensor]) -> None:
        numbers = state.numbers
        if numbers.device == self.device.type:
            self._noise.set_state(state.noise)
        else:  # the state of one kind of device means nothing to another
            self._noise = generator_for(self.config.seed, f"noise from step {numbers.step}", self.device)
        self.model.load_state_dict(weights)
        load_moments(self._optimizer, self.model, state.moments)
        self._order.seek({"epoch": numbers.order.epoch, "batch": numbers.order.batch})
        self._sums.load(
            {part.names: (row, part.count) for part, row in zip(numbers.sums, state.sums, strict=True)}, self.device
        )
        if numbers.scaler and self._scaler.is_enabled():
            settings = self._scaler.state_dict()
            self._scaler.load_state_dict(
                {**settings, "scale": numbers.scaler.scale, "_growth_tracker": numbers.scaler.growth_tracker}
            )
        if self._adversary:
            self._adversary.load(state.discriminator, state.discriminator_moments)
        if self._average:
            self._average.module.load_state_dict(average)
            self._average.n_averaged.fill_(numbers.averaged)
        self._diagnostics.standing = set(numbers.standing)
        self.step, self._seconds = numbers.step, numbers.seconds
        self._reported_at = numbers.reported_at
        self._recoveries = numbers.recoveries
        self._best, self._best_step, self._without_best = numbers.best, numbers.best_step, numbers.without_best
        self._last_report = Report.from_line(numbers.report) if numbers.report else None

    def _state(self) -> TrainerState:
        position = self._order.position()
        sums = self._sums.state()
        scaler = self._scaler.state_dict() if self._scaler.is_enabled() else None
        report = self._last_report if self._last_report and self._last_report.step == self.step else None
        numbers = TrainerNumbers(
            step=self.step,
            seconds=self._seconds,
            reported_at=self._reported_at,
            device=self.device.type,
            order=Position(epoch=position["epoch"], batch=position["batch"]),
            sums=tuple(SumNames(names=names, count=count) for names, (_, count) in sums.items()),
            scaler=ScalerState(scale=scaler["scale"], growth_tracker=scaler["_growth_tracker"]) if scaler else None,
            averaged=int(self._average.n_averaged) if self._average else 0,
            report=report.to_line() if report else None,
            standing=tuple(sorted(self._diagnostics.standing)),
            recoveries=self._recoveries,
            best=self._best,
            best_step=self._best_step,
            without_best=self._without_best,
        )
        return TrainerState(
            numbers,
            self._noise.get_state(),
            tuple(row for row, _ in sums.values()),
            moments_of(self._optimizer, self.model),
            self._adversary.discriminator.state_dict() if self._adversary else {},
            self._adversary.moments() if self._adversary else {},
        )

    def _expected(self) -> Expected:
        return Expected(
            self.model,
            self._adversary.discriminator if self._adversary else None,
            len(self._noise.get_state()),
            self.device.type,
            self._order.batches_per_epoch,
        )

    def _take_step(self) -> None:
        x = self._train_images.batch(self._order.next())
        if self.config.data.flip:
            mirrored = torch.rand(len(x), generator=self._noise, device=self.device) < 0.5
            x = torch.where(mirrored[:, None, None, None], x.flip(-1), x)
        self._batch = x
        if self.device.type == "cpu":
            self._noise_before = self._noise.get_state()
        adversary = self._adversary
        of_adversary: dict[str, Tensor] = {}
        with self._autocast():
            loss = self._objective(self.model, x, self._noise, self.step)
            if adversary and adversary.judges_at(self.step):
                loss, of_adversary = adversary.judge(loss, self.model, loss.observed, self._noise)
        self._optimizer.zero_grad(set_to_none=True)
        total = loss.total
        self._scaler.scale(total).backward()
        self._scaler.unscale_(self._optimizer)
        gradients = [parameter.grad for parameter in self._parameters if parameter.grad is not None]
        norm = torch.nn.utils.get_total_norm(gradients)
        if self.config.train.gradient_clip:
            torch.nn.utils.clip_grads_with_norm_(self._parameters, self.config.train.gradient_clip, norm)
        healthy = torch.isfinite(total.detach() + norm)
        if self.device.type == "cpu" and not healthy:
            self._fail(next((name for name, value in loss.terms.items() if not torch.isfinite(value)), "gradient"))
        # Asking a GPU at every step would stall it. Fused Adam skips its step there where this flag is set, and the averages
        # of the report tell.
        if self._scaler.is_enabled():  # float16 gradients may overflow now and then: its scaler skips those steps itself
            self._scaler.step(self._optimizer)
            self._scaler.update()
        else:
            self._optimizer.found_inf = (~healthy).float()  # type: ignore[attr-defined]
            self._optimizer.step()
        if adversary and adversary.learns_at(self.step):
            with self._autocast():
                of_adversary |= adversary.learn(loss.observed, loss.reconstruction, self._noise)
        self.step += 1
        if self._average:
            self._average.update_parameters(self.model)
        self._sums.add(self._scalars(loss, total, norm), loss.kl_per_dim)
        if of_adversary:
            self._sums.add(of_adversary)

    def _autocast(self) -> torch.autocast:
        types = {"float32": None, "bf16": torch.bfloat16, "fp16": torch.float16}
        kind = types[self.config.train.precision]
        return torch.autocast(self.device.type, kind, enabled=kind is not None)

    def _averages(self, *, keep: bool) -> dict[str, float]:
        values = self._sums.averages() if keep else self._sums.take()
        for name in values:
            if not math.isfinite(values[name]) and name.startswith("term/"):
                self._fail(name.removeprefix("term/"))
        if not math.isfinite(values.get(metrics.DISC_LOSS, 0.0)):
            self._fail("discriminator's loss")
        if not math.isfinite(values[metrics.GRADIENT_NORM]) and not self._scaler.is_enabled():
            self._fail("gradient")
        return {**values, metrics.LEARNING_RATE: float(self._optimizer.param_groups[0]["lr"])}

    def _fail(self, term: str) -> NoReturn:
        fault = self._locate()
        first = f" It began in {fault.layer}." if fault.layer else ""
        kept = (
            "The step was not taken and the weights are finite."
            if weights_are_finite(self.model)
            else ("The weights are not finite either: go back to an earlier checkpoint.")
        )
        raise NonFiniteError(
            f"The {term} stopped being finite after step {self.step:,}.{first} {kept} {advice(fault, term, self.config)}",
            step=self.step,
            term=term,
            layer=fault.layer,
        )

    def _locate(self) -> Fault:
        noise = generator_for(0, "the noise of the step that failed", self.device)
        noise.set_state(self._noise_before)

        def loss() -> LossTerms:
            with self._autocast():
                return self._objective(self.model, self._batch, noise, self.step)

        return locate(self.model, self._batch, loss, self._parameters)

    def _recover(self, error: NonFiniteError) -> Event:
        """Go back to the newest whole checkpoint at half the learning rate, or raise the error."""
        if self.writer is None or self._recoveries >= self.config.train.recover:
            raise error
        try:
            checkpoint = Run(self.writer.path).checkpoint()
        except RunError:
            raise error from None
        recoveries = self._recoveries + 1
        self.resume_from(checkpoint.path)
        self._recoveries = recoveries
        rate = self.config.train.learning_rate / 2
        change = Change("train.learning_rate", self.config.train.learning_rate, rate)
        self.config = self.config.model_copy(update={"train": self.config.train.model_copy(update={"learning_rate": rate})})
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        report, path = self._last_report, self.writer.path
        self.writer.close()
        self.writer = RunWriter.resume(path, self.config, self.step, [change], self.first_line_dropped)
        if report is not None:
            self.writer.report(report)
        return self.writer.event(
            self.step,
            "recovery",
            f"{error} Went back to step {self.step:,} by itself at half the learning rate, {rate:g} "
            f"({recoveries} of {self.config.train.recover} times).",
        )

    @property
    def _needs(self) -> tuple[str, str]:
        """What a step needs memory for, and what would need less."""
        channels, height, width = self.model.image_shape
        batch = self._order.batch_size
        return (
            f"a training step of {batch:,} images of {width}×{height}×{channels}",
            f"A train.batch_size of {max(2, batch // 2):,}, a smaller model.width or data.size need less.",
        )

    def _scalars(self, loss: LossTerms, total: Tensor, norm: Tensor) -> dict[str, Tensor]:
        named = [name for name in loss.terms if name != metrics.ADVERSARIAL]  # that one comes later, and is reported apart
        weighted = loss.weighted
        return {
            metrics.TOTAL: total,
            **{metrics.weighted(name): weighted[name] for name in named},
            **{metrics.raw(name): loss.terms[name] for name in named},
            **loss.diagnostics,
            metrics.ELBO: loss.elbo,
            metrics.GRADIENT_NORM: norm,
        }

    def _report(self, values: dict[str, float]) -> Report:
        steps, seconds = self.step - self._reported_at[0], self._seconds - self._reported_at[1]
        self._reported_at = (self.step, self._seconds)
        return Report(self.step, self.epochs, self._seconds, steps * self._order.batch_size / max(seconds, 1e-9), values)

    def _held_out(self) -> dict[str, float]:
        doing = f"measuring {len(self.held_out):,} held-out images"
        advice = "A smaller model.width or data.size needs less."
        with memory_errors_told(doing, advice):
            self._fix_scale()
            values = measure_held_out(self.shown_model, self.held_out, self._transform)
        if not len(self._validation_images):
            return values
        with memory_errors_told(f"measuring {len(self._validation_images):,} validation images", advice):
            bound = measure_bound(self.shown_model, self._validation_images, self._at_full_weights)
        return {**values, metrics.VALIDATION_BOUND: bound}

    def _at_full_weights(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator) -> Tensor:
        """The objective of x alone with the weights that its schedules reach, so that steps compare."""
        objective = self.config.objective
        cycle = max(objective.kl_warmup, 1) if isinstance(objective, WarmedUpConfig) else 1
        last_of_a_cycle = (self.config.train.steps // cycle + 1) * cycle - 1
        return self._bound(model, x_BCHW, generator, last_of_a_cycle).total

    def _watch(self, bound: float | None) -> None:
        """Count the measurements since the best one."""
        if bound is None:
            return
        if self._best is None or bound > self._best:
            self._best, self._best_step, self._without_best = bound, self.step, 0
        else:
            self._without_best += 1

    def _fix_scale(self) -> None:
        """Where the spread is the closed-form optimum, evaluation takes that of the training images: one model, one bound."""
        if not self.model.fixes_scale:
            return
        shown = self.shown_model
        training = shown.training  # asked for before: without a running average it is the network in training itself
        scale = training_scale(shown.eval(), self._train_images)
        shown.train(training)
        for model in (self.model, shown):
            model.optimal_scale.fill_(scale)

    def _write(self, report: Report) -> None:
        """Append a report, or what is left of it. Raises DiskError while that cannot be done."""
        if self.writer is None:
            return
        if self._written_step != report.step:
            self._written_step = report.step
            self.writer.report(report)
        else:
            self.writer.flush()

    def _alarm(self, text: str) -> Event:
        if self.writer is None:
            return Event(self.step, "alarm", text, "")
        try:
            return self.writer.event(self.step, "alarm", text)
        except DiskError:  # the writer keeps it
            return Event(self.step, "alarm", text, "")

    def _fill_checkpoint(self, folder: Path) -> None:
        save_file(_contiguous(self.model), folder / "model.safetensors")
        if self._average:
            save_file(_contiguous(self.shown_model), folder / "ema.safetensors")
        self._state().save(folder)


def _contiguous(model: VAE) -> dict[str, Tensor]:
    return {name: value.contiguous() for name, value in model.state_dict().items()}


def _read_weights(path: Path, model: VAE) -> dict[str, Tensor]:
    """Raises FileError if they do not fit the model or are not finite."""
    weights = read_tensors(path, kinds_of(model.state_dict()), model.later_state)
    for name, value in weights.items():
        if not torch.isfinite(value).all():
            raise FileError(path, f"holds weights that are not finite ({name})")
    return weights
