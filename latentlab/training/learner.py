"""The networks in training, and what one step does to them."""

import math
from typing import NoReturn

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.data import BatchOrder, ImageStore
from latentlab.errors import ConfigError
from latentlab.models import VAE, Transform, build_vae
from latentlab.objectives import LossTerms, build_companions, build_objective
from latentlab.objectives.companions import Adam, Companion, frozen
from latentlab.seeding import generator_for
from latentlab.training.accumulators import Accumulators
from latentlab.training.faults import locate, non_finite
from latentlab.training.optimization import Optimization


class Partner:
    """A companion with its optimiser.

    Attributes:
        companion: the second network and its part in a step.
        optimization: of that network.
    """

    def __init__(self, companion: Companion, device: torch.device) -> None:
        self.companion = companion
        self.optimization = Optimization(companion.network.to(device), companion.adam)

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
        _, healthy = self.optimization.backward(cost)
        self.optimization.step(healthy)
        return {self.companion.cost_name: cost, **report}


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
        partners: second networks with their optimisers.
        order: of the images.
        noise: draws everything random in a step.
        sums: of what there is to report.
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
        self.order = BatchOrder(len(images), train.batch_size, config.seed)
        self.noise = generator_for(config.seed, "noise and transformations", device)
        self.objective = build_objective(config, transform, len(images))
        if train.precision == "fp16" and device.type != "cuda":
            raise ConfigError(f"train.precision = 'fp16': needs a CUDA device, and this is {device.type}; use bf16 or float32.")
        adam = Adam(train.learning_rate, train.adam_beta1, epsilon=train.adam_epsilon)
        self.optimization = Optimization(self.model, adam, clip=train.gradient_clip, scales=train.precision == "fp16")
        self.partners = tuple(Partner(companion, device) for companion in build_companions(config, image_shape))
        decay = train.ema_decay
        self.average = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=True) if decay else None
        self.sums = Accumulators()
        self._batch = torch.empty(0)
        self._noise_before = self.noise.get_state()

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

    def take_step(self, step: int) -> None:
        """Take one step after so many.

        Raises:
            NonFiniteError: on a CPU, before the optimiser would take a step with a loss or gradient that is not finite.
        """
        x = self._next_batch()
        loss, judged, of_partners = self._loss(x, step)
        total = judged.total
        norm, healthy = self.optimization.backward(total)
        if self.device.type == "cpu" and not healthy:
            self._fail(next((name for name, value in judged.terms.items() if not torch.isfinite(value)), "gradient"), step)
        self.optimization.step(healthy)
        for partner in self.partners:
            if partner.companion.learns_at(step):
                of_partners |= partner.learn(loss, self.noise, self._autocast())
        if self.average:
            self.average.update_parameters(self.model)
        self.sums.add(_scalars(loss, total, norm), loss.kl_per_dim)
        if of_partners:
            self.sums.add(of_partners)

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
            self._fail("gradient", step)
        return {**values, metrics.LEARNING_RATE: self.optimization.learning_rate}

    def set_learning_rate(self, rate: float) -> None:
        """Go on at another learning rate of the VAE."""
        self.config = self.config.model_copy(update={"train": self.config.train.model_copy(update={"learning_rate": rate})})
        self.optimization.learning_rate = rate

    def _next_batch(self) -> Tensor:
        x = self.images.batch(self.order.next())
        if self.config.data.flip:
            mirrored = torch.rand(len(x), generator=self.noise, device=self.device) < 0.5
            x = torch.where(mirrored[:, None, None, None], x.flip(-1), x)
        self._batch = x
        if self.device.type == "cpu":
            self._noise_before = self.noise.get_state()
        return x

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
        noise = generator_for(0, "the noise of the step that failed", self.device)
        noise.set_state(self._noise_before)

        def loss() -> LossTerms:
            with self._autocast():
                return self.objective(self.model, self._batch, noise, step)

        fault = locate(self.model, self._batch, loss, list(self.model.parameters()))
        raise non_finite(term, step, fault, self.model, self.config)


def _scalars(loss: LossTerms, total: Tensor, norm: Tensor) -> dict[str, Tensor]:
    """What there is to report of the objective; companions report their terms, which come later, apart."""
    return {
        metrics.TOTAL: total,
        **{metrics.weighted(name): value for name, value in loss.weighted.items()},
        **{metrics.raw(name): value for name, value in loss.terms.items()},
        **loss.diagnostics,
        metrics.ELBO: loss.elbo,
        metrics.GRADIENT_NORM: norm,
    }
