"""The training loop, from top to bottom."""

import contextlib
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import NoReturn

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.data import BatchOrder, Dataset, binarize, policy_from
from latentlab.errors import ConfigError, NonFiniteError, RunError
from latentlab.evaluation import measure_held_out
from latentlab.models import VAE, build_vae
from latentlab.objectives import LossTerms, build_objective
from latentlab.runs import Event, Report, RunWriter
from latentlab.seeding import generator_for
from latentlab.training.accumulators import Accumulators
from latentlab.training.adversary import Adversary
from latentlab.training.devices import resolve_device
from latentlab.training.diagnostics import Diagnostics, batch_warning
from latentlab.training.snapshot import Snapshot


@dataclass(frozen=True)
class Step:
    """What one step brought.

    Attributes:
        step: steps taken so far.
        report: averages, where a report interval ended.
        events: what a person should know, such as a checkpoint that could not be written.
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
        self.model = build_vae(config.model, config.likelihood, dataset.image_shape, generator_for(config.seed, "weights")).to(
            self.device
        )
        self._train_images = dataset.train.to(self.device)
        self.held_out = dataset.test.to(self.device)
        self._order = BatchOrder(len(dataset.train), config.train.batch_size, config.seed)
        self._noise = generator_for(config.seed, "noise and transformations", self.device)
        self._transform = policy_from(config.transform)
        self._objective = build_objective(config, self._transform)
        self._parameters = list(self.model.parameters())
        self._optimizer = torch.optim.Adam(
            self._parameters, lr=config.train.learning_rate, betas=(config.train.adam_beta1, 0.999), fused=True
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
        self._saved_step = -1
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

    def steps(self) -> Iterator[Step]:
        """Train to the config's last step, yielding after every step.

        A failed write never ends training: it is yielded as an alarm and tried again. Collapse, a too strong discriminator and
        a run of many hours are alarms too.

        Raises:
            NonFiniteError: before the optimiser would take a step with a loss or gradient that is not finite.
        """
        self.model.train()
        while self.step < self.config.train.steps:
            began = time.perf_counter()
            self._take_step()
            report_due = self.step % self.config.train.report_every == 0 or self.step == self.config.train.steps
            values = self._averages() if report_due else {}
            took = time.perf_counter() - began
            self._seconds += took
            checkpoint_due = self.step % self.config.train.checkpoint_every == 0 or self.step == self.config.train.steps
            warnings = [self._diagnostics.time(took, self.config.train.steps - self.step)]
            if self.step == 1:
                warnings.append(batch_warning(self.config, self._order.batch_size))
            events = [self._alarm(text) for text in warnings if text]
            if checkpoint_due:
                held_out, event = self._measure_and_save()
                values = {**values, **held_out}
                events += [event] if event else []
            events += [self._alarm(text) for text in self._diagnostics.look(self.step, values)]
            report = self._report(values) if values else None
            if report:
                event = self._write(report)
                events += [event] if event else []
            yield Step(self.step, report, tuple(events))

    def snapshot(self) -> Snapshot:
        """A copy of the weights."""
        return Snapshot.of(self.shown_model, self.step)

    def finish(self, kind: str, text: str) -> None:
        """Save the last state and note how the run ended (`finish`, `stop` or `failure`).

        Raises:
            RunError: if something cannot be written; call again once there is room.
        """
        if self.writer is None:
            return
        if self._saved_step != self.step and kind != "failure":
            held_out = measure_held_out(self.shown_model, self.held_out, self._transform)
            self.save(held_out[metrics.TEST_ELBO])
            with contextlib.suppress(RunError):  # the writer keeps what it could not write
                self.writer.report(self._report(held_out))
        if self._ended_step != self.step:
            self._ended_step = self.step
            with contextlib.suppress(RunError):
                self.writer.event(self.step, kind, text)
        self.writer.flush()

    def save(self, score: float) -> None:
        """Write a checkpoint that `resume_from` continues exactly.

        Raises:
            RunError: if it cannot be written; earlier checkpoints stay.
        """
        if self.writer is None:
            return
        self.writer.checkpoint(self.step, score, self._fill_checkpoint)
        self._saved_step = self.step

    def resume_from(self, checkpoint: Path) -> None:
        """Take over the state in a checkpoint folder, so that training goes on as if it had never stopped.

        Raises:
            RunError: if it is damaged or belongs to another config.
        """
        try:
            self.model.load_state_dict(load_file(checkpoint / "model.safetensors"))
            state = torch.load(checkpoint / "trainer.pt", map_location="cpu", weights_only=True)
            self._optimizer.load_state_dict(state["optimizer"])
            for group in self._optimizer.param_groups:
                group["lr"] = self.config.train.learning_rate
            if state["device"] == self.device.type:
                self._noise.set_state(state["noise"])
            else:  # the state of one kind of device means nothing to another
                self._noise = generator_for(self.config.seed, f"noise from step {state['step']}", self.device)
            self._order.seek(state["order"])
            self._sums.load(state["sums"], self.device)
            self._scaler.load_state_dict(state["scaler"])
            if self._adversary:
                self._adversary.load(state["adversary"])
            if self._average:
                self._average.module.load_state_dict(load_file(checkpoint / "ema.safetensors"))
                self._average.n_averaged.fill_(state["averaged"])
            self.step, self._seconds = state["step"], state["seconds"]
            self._reported_at = state["reported_at"]
        except (
            OSError,
            RuntimeError,
            LookupError,
            ValueError,
            TypeError,
            EOFError,
            UnpicklingError,
            SafetensorError,
        ) as error:
            reason = str(error).partition("\n")[0] or type(error).__name__
            raise RunError(f"{checkpoint}: cannot be resumed: {reason}") from None
        self._saved_step = self.step

    def _take_step(self) -> None:
        x = self._train_images.batch(self._order.next())
        if self.config.likelihood.name == "bernoulli":
            x = binarize(x, self.config.likelihood.binarize, self._noise)
        adversary = self._adversary
        of_adversary: dict[str, Tensor] = {}
        with self._autocast():
            loss = self._objective(self.model, x, self._noise, self.step)
            if adversary and adversary.judges_at(self.step):
                loss, of_adversary = adversary.judge(loss, self.model, x, self._noise)
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
                of_adversary |= adversary.learn(x, loss.reconstruction, self._noise)
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

    def _averages(self) -> dict[str, float]:
        values = self._sums.take()
        for name in values:
            if not math.isfinite(values[name]) and name.startswith("term/"):
                self._fail(name.removeprefix("term/"))
        if not math.isfinite(values.get(metrics.DISC_LOSS, 0.0)):
            self._fail("discriminator's loss")
        if not math.isfinite(values[metrics.GRADIENT_NORM]) and not self._scaler.is_enabled():
            self._fail("gradient")
        return values

    def _fail(self, term: str) -> NoReturn:
        raise NonFiniteError(
            f"The {term} stopped being finite after step {self.step:,}. The weights are sound: the step was not taken. "
            "Try a lower train.learning_rate, or a train.gradient_clip of about 100.",
            step=self.step,
            term=term,
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

    def _measure_and_save(self) -> tuple[dict[str, float], Event | None]:
        held_out = measure_held_out(self.shown_model, self.held_out, self._transform)
        try:
            self.save(held_out[metrics.TEST_ELBO])
        except RunError as error:
            return held_out, self._alarm(str(error))
        return held_out, None

    def _write(self, report: Report) -> Event | None:
        if self.writer is None:
            return None
        try:
            self.writer.report(report)
        except RunError as error:
            return self._alarm(f"{error} Nothing is lost: it is tried again at the next report.")
        return None

    def _alarm(self, text: str) -> Event:
        if self.writer is None:
            return Event(self.step, "alarm", text, "")
        try:
            return self.writer.event(self.step, "alarm", text)
        except RunError:
            return Event(self.step, "alarm", text, "")

    def _fill_checkpoint(self, folder: Path) -> None:
        save_file(_contiguous(self.model), folder / "model.safetensors")
        if self._average:
            save_file(_contiguous(self.shown_model), folder / "ema.safetensors")
        torch.save(
            {
                "step": self.step,
                "seconds": self._seconds,
                "reported_at": self._reported_at,
                "optimizer": self._optimizer.state_dict(),
                "device": self.device.type,
                "noise": self._noise.get_state(),
                "order": self._order.position(),
                "sums": self._sums.state(),
                "scaler": self._scaler.state_dict(),
                "adversary": self._adversary.state() if self._adversary else None,
                "averaged": int(self._average.n_averaged) if self._average else 0,
            },
            folder / "trainer.pt",
        )


def _contiguous(model: VAE) -> dict[str, Tensor]:
    return {name: value.contiguous() for name, value in model.state_dict().items()}
