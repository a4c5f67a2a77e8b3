"""The networks in training, and what one step does to them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from latentlab import metrics
from latentlab.config import RunConfig, TrainConfig
from latentlab.data import BatchOrder, ImageStore
from latentlab.errors import ConfigError
from latentlab.models import VAE, Transform, build_vae
from latentlab.models.memory import memory_errors_told
from latentlab.objectives import LossTerms, build_companions, build_objective
from latentlab.objectives.companions import Companion, frozen
from latentlab.seeding import generator_for
from latentlab.share import ALONE, shared
from latentlab.training.accumulators import Accumulators
from latentlab.training.changes import scores_compare
from latentlab.training.ending import last_step
from latentlab.training.faults import NOWHERE, Fault, locate, non_finite
from latentlab.training.optimization import Optimization
from latentlab.training.schedules import Plateau, rate_factor
from latentlab.training.starting import freeze, take_weights

_GRADIENT = "gradient"
"""What is said to be not finite where no term of the loss is."""


class Partner:
    """A companion with its optimiser.

    Attributes:
        companion: the second network and its part in a step.
        optimization: of that network.
    """

    def __init__(self, companion: Companion, device: torch.device) -> None:
        self.companion = companion
        self.optimization = Optimization.by_adam(companion.network.to(device), companion.adam)

    def with_settings_of(self, companion: Companion, device: torch.device) -> "Partner":
        """The same network and state of its optimiser under the settings of a fresh companion."""
        partner = Partner(companion, device)
        companion.network.load_state_dict(self.companion.network.state_dict())
        partner.optimization.load(self.optimization.moments())
        return partner

    def judge(self, loss: LossTerms, model: VAE, generator: torch.Generator) -> tuple[LossTerms, dict[str, Tensor]]:
        """The VAE's phase: its loss with the companion's term, and what there is to report of it."""
        with frozen(self.companion.network):
            judged, report = self.companion.judge(loss, model, generator)
        return judged, dict(report)

    def learn(self, loss: LossTerms, generator: torch.Generator, autocast: torch.autocast) -> dict[str, Tensor]:
        """The companion's phase: one step; returns what there is to report.

        A step whose loss is not finite is not taken, and shows as such in the report.
        """
        with autocast:
            cost, report = self.companion.cost(loss, generator)
        self.optimization.forget_gradient()
        self.optimization.add_gradient(cost)
        *_, healthy = self.optimization.gradient_norm(cost)
        self.optimization.step(healthy)
        return {self.companion.cost_name: cost, **report}


@dataclass(frozen=True, eq=False)
class _Part:
    """A part of a step's images, whose gradient was added.

    Attributes:
        share: of the step's images.
        total: of the loss with the terms of companions, a scalar.
        scalars: what there is to report of the objective.
        kl_per_dim: (D,), in nats.
        of_partners: what companions have to report.
    """

    share: float
    total: Tensor
    scalars: dict[str, Tensor]
    kl_per_dim: Tensor
    of_partners: dict[str, Tensor]


class Learner:
    """The networks of a run with everything that decides what their next step does.

    Attributes:
        config: what is computed.
        device: where.
        images: those learned from.
        model: the VAE.
        average: the running average of its weights, None where there is none.
        objective: what it minimises, without the terms of companions.
        optimization: of the VAE.
        plateau: the part of its learning rate that follows measurements.
        partners: second networks with their optimisers.
        order: of the images.
        noise: draws everything random in a step.
        sums: of what there is to report.
        share: of every batch.
    """

    def __init__(
        self,
        config: RunConfig,
        images: ImageStore,
        image_shape: tuple[int, int, int],
        transform: Transform,
        device: torch.device,
    ) -> None:
        """Prepare a run.

        Raises:
            ConfigError: if the images do not suit the networks, or the device the precision.
        """
        train = config.train
        self.config = config
        self.device = device
        self.images = images
        weights = generator_for(config.seed, "weights")
        self.model = build_vae(config.model, config.likelihood, image_shape, weights, config.prior).to(device)
        first = generator_for(config.seed, "images that the prior starts from")
        self.model.prior_network.start_from(len(images), images.batch, first)
        freeze(train, self.model)
        self.order = BatchOrder(len(images), train.images_per_step, config.seed)
        self.noise = generator_for(config.seed, "noise and transformations", device)
        self.objective = build_objective(config, transform, len(images))
        _require_precision(train, device)
        self.optimization = Optimization.of_vae(self.model, train)
        self.plateau = Plateau(train)
        self.partners = tuple(Partner(companion, device) for companion in build_companions(config, image_shape))
        decay = train.ema_decay
        self.average = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=True) if decay else None
        self.sums = Accumulators()
        self.share = ALONE
        self._broken_term = ""
        self._batch = torch.empty(0)
        self._noise_before = self.noise.get_state()

    def take_first_weights(self) -> str:
        """Begin with the weights of another run, where the settings name one; what they are in a sentence, else empty.

        Raises:
            ConfigError: if they cannot be had or do not fit.
        """
        return take_weights(self.config.train, [self.model, *([self.shown_model] if self.average else [])])

    @property
    def shown_model(self) -> VAE:
        """The network to look at and to measure: the running average of the weights where there is one."""
        if self.average is None:
            return self.model
        average = self.average.module
        assert isinstance(average, VAE)
        return average

    @property
    def epochs(self) -> float:
        """Passes over the training images so far."""
        position = self.order.position()
        return position["epoch"] + position["batch"] / self.order.batches_per_epoch

    @property
    def last_step(self) -> int:
        """The step with which the run ends at the latest."""
        return last_step(self.config.train, self.order.batches_per_epoch)

    def take_step(self, step: int) -> None:
        """Take one step after so many.

        Raises:
            NonFiniteError: on a CPU, before the optimiser would take a step with a loss or gradient that is not finite.
            OutOfMemoryError: if it does not fit into memory.
            RankError: if another process of the run has ended.
        """
        with memory_errors_told(*_needs(self)), shared(self.share):
            self._take_step(step)

    def _take_step(self, step: int) -> None:
        self.optimization.learning_rate = self.rate_at(step)
        self.optimization.forget_gradient()
        self._broken_term = ""
        images = self._next_batch()
        parts = images.split(self.config.train.batch_size // self.share.count)
        taken = []
        for images_of_part in parts:  # a run with partners has one part
            loss, part = self._learn_from(images_of_part, len(images_of_part) / len(images), step)
            taken.append(part)
        total = torch.stack([part.share * part.total for part in taken]).sum()
        total, norm, healthy = self.optimization.gradient_norm(total)
        if self.optimization.asks and not healthy:
            self._fail_together(step)
        self.optimization.step(healthy)
        self.sums.add(*_reported(taken, total, norm))
        of_partners = dict(taken[-1].of_partners)
        for partner in self.partners:
            if partner.companion.learns_at(step):
                of_partners |= partner.learn(loss, self.noise, self._autocast())
        if self.average:
            self.average.update_parameters(self.model)
        if of_partners:
            self.sums.add(of_partners)

    def watch(self, score: float) -> None:
        """Take in a measurement that the learning rate may follow; larger is better."""
        if self.config.train.follows_measurements:
            self.plateau.watch(score)

    def rate_at(self, step: int) -> float:
        """The VAE's learning rate in the step after so many."""
        train = self.config.train
        factor = rate_factor(train, self.last_step, step)
        return train.learning_rate * factor * (self.plateau.factor if train.follows_measurements else 1.0)

    def averages(self, step: int, *, keep: bool) -> dict[str, float]:
        """Of what there is to report, since the last call that did not keep them.

        Raises:
            NonFiniteError: if one is not finite.
        """
        values = self.sums.averages() if keep else self.sums.take()
        for name in values:
            if not math.isfinite(values[name]) and name.startswith(metrics.raw("")):
                self._fail(name.removeprefix(metrics.raw("")), step)
        for partner in self.partners:
            if not math.isfinite(values.get(partner.companion.cost_name, 0.0)):
                self._fail(f"{partner.companion.name.replace('_', ' ')}'s loss", step)
        if not math.isfinite(values[metrics.GRADIENT_NORM]) and not self.optimization.scales:
            self._fail(_GRADIENT, step)
        return {**values, metrics.LEARNING_RATE: self.optimization.learning_rate}

    def check(self, config: RunConfig) -> None:
        """Raise ConfigError where settings ask for other networks, or the device does not suit their precision."""
        _require_precision(config.train, self.device)
        self._partners_for(config)

    def reconfigure(self, config: RunConfig, transform: Transform) -> None:
        """Go on with other settings, of those that may change; call it between steps. Raises as `check` does."""
        _require_precision(config.train, self.device)
        partners = self._partners_for(config)
        plateau, scores = Plateau(config.train), self.plateau.state()
        compares = scores_compare(self.config, config)
        plateau.load(scores if compares else scores.model_copy(update={"best": None, "without_best": 0}))
        self.plateau, self.config, self.partners = plateau, config, partners
        self.objective = build_objective(config, transform, len(self.images))
        self.optimization.clip = config.train.gradient_clip
        self.optimization.scale_losses(config.train.precision == "fp16")

    def _partners_for(self, config: RunConfig) -> tuple[Partner, ...]:
        partners = self.partners
        if (config.objective, config.adversarial) == (self.config.objective, self.config.adversarial):
            return partners
        companions = build_companions(config, self.model.image_shape)
        if [companion.name for companion in companions] != [partner.companion.name for partner in partners]:
            raise ConfigError(
                f"objective.name = {config.objective.name!r}, adversarial.weight = {config.adversarial.weight:g}: need "
                "other second networks than the run has; start a new run instead."
            )
        pairs = zip(partners, companions, strict=True)
        return tuple(partner.with_settings_of(companion, self.device) for partner, companion in pairs)

    def _learn_from(self, x: Tensor, share: float, step: int) -> "tuple[LossTerms, _Part]":
        """Add the gradient of a part of a step's images, x, which are this share of them.

        Returns:
            The objective's loss, without the terms of companions, and what is needed of it once there are more parts.

        Raises:
            NonFiniteError: on a CPU, if its loss is not finite.
        """
        if not self._broken_term:
            self._batch = x
            if self.optimization.asks:
                self._noise_before = self.noise.get_state()
        loss, judged, of_partners = self._loss(x, step)
        total = judged.total
        self.optimization.add_gradient(share * total if share < 1 else total)
        if self.optimization.asks and not self._broken_term and not math.isfinite(total.detach()):
            broken = (name for name, value in judged.terms.items() if not torch.isfinite(value))
            self._broken_term = next(broken, _GRADIENT)
            if self.share.count == 1:  # several processes find out together, once their gradients are averaged
                self._fail(self._broken_term, step)
        return loss, _Part(share, total.detach(), _scalars(loss), loss.kl_per_dim.detach(), of_partners)

    def _next_batch(self) -> Tensor:
        x = self.images.batch(self._own(self.order.next()))
        if self.config.data.flip:
            mirrored = self._own(torch.rand(self.order.batch_size, generator=self.noise, device=self.device) < 0.5)
            x = torch.where(mirrored[:, None, None, None], x.flip(-1), x)
        return x

    def _own(self, of_step: Tensor) -> Tensor:
        """Of what there is for each image of a step, (images, …), that of this process: of each part that is learned from."""
        return torch.cat([self.share.own(part) for part in of_step.split(self.config.train.batch_size)])

    def _loss(self, x: Tensor, step: int) -> tuple[LossTerms, LossTerms, dict[str, Tensor]]:
        """The objective's, the same with the terms of companions, and what these have to report."""
        report: dict[str, Tensor] = {}
        with self._autocast():
            judged = loss = self.objective(self.model, x, self.noise, step)
            for partner in self.partners:
                if partner.companion.judges_at(step):
                    judged, of_partner = partner.judge(judged, self.model, self.noise)
                    report |= of_partner
        return loss, judged, report

    def _autocast(self) -> torch.autocast:
        types = {"float32": None, "bf16": torch.bfloat16, "fp16": torch.float16}
        kind = types[self.config.train.precision]
        return torch.autocast(self.device.type, kind, enabled=kind is not None)

    def _fail(self, term: str, step: int) -> NoReturn:
        raise non_finite(term, step, self._located(step), self.model, self.config)

    def _fail_together(self, step: int) -> NoReturn:
        """Each process looks for itself; what the first says that has found a term, or at least a place, is what all say."""
        found = self.share.gather_objects((self._broken_term or _GRADIENT, self._located(step)))
        term, fault = min(found, key=lambda each: (each[0] == _GRADIENT, each[1] == NOWHERE))
        raise non_finite(term, step, fault, self.model, self.config)

    def _located(self, step: int) -> Fault:
        noise = generator_for(0, "the noise of the step that failed", self.device)
        noise.set_state(self._noise_before)

        def loss() -> LossTerms:
            with self._autocast():
                return self.objective(self.model, self._batch, noise, step)

        with shared(ALONE):
            return locate(self.model, self._batch, loss, [each for each in self.model.parameters() if each.requires_grad])


def _needs(learner: Learner) -> tuple[str, str]:
    """What a step needs memory for, and what would need less."""
    channels, height, width = learner.model.image_shape
    batch = min(learner.config.train.batch_size, learner.order.batch_size)
    return (
        f"a training step of {batch:,} images of {width}×{height}×{channels}",
        f"A train.batch_size of {max(2, batch // 2):,}, a smaller model.width or data.size need less.",
    )


def _require_precision(train: TrainConfig, device: torch.device) -> None:
    if train.precision == "fp16" and device.type != "cuda":
        raise ConfigError(f"train.precision = 'fp16': needs a CUDA device, and this is {device.type}; use bf16 or float32.")


def _reported(taken: Sequence[_Part], total: Tensor, norm: Tensor) -> tuple[dict[str, Tensor], Tensor]:
    """What there is to report of the objective, scalars and (D,) KL, averaged over the images of a step.

    Companions report their terms, which come later, apart.
    """
    shares = [part.share for part in taken]
    kl_per_dim = torch.stack([part.share * part.kl_per_dim for part in taken]).sum(0)
    means = {name: _mean(shares, [part.scalars[name] for part in taken]) for name in taken[0].scalars}
    return {metrics.TOTAL: total, **means, metrics.GRADIENT_NORM: norm}, kl_per_dim


def _scalars(loss: LossTerms) -> dict[str, Tensor]:
    values = {
        **{metrics.weighted(name): value for name, value in loss.weighted.items()},
        **{metrics.raw(name): value for name, value in loss.terms.items()},
        **loss.diagnostics,
        metrics.ELBO: loss.elbo,
    }
    return {name: value.detach() for name, value in values.items()}


def _mean(shares: Sequence[float], values: Sequence[Tensor]) -> Tensor:
    if len(values) == 1:  # a GPU is not kept busy with it
        return values[0]
    return torch.stack([share * value for share, value in zip(shares, values, strict=True)]).sum()
