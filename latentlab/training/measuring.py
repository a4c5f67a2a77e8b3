"""What is measured of the networks in training on images that they do not learn from."""

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.objectives import WarmedUpConfig
from latentlab.config import RunConfig
from latentlab.data import ImageStore
from latentlab.evaluation import measure_bound, measure_held_out, training_scale
from latentlab.models import VAE, Transform
from latentlab.models.memory import memory_errors_told
from latentlab.objectives import Objective
from latentlab.training.learner import Learner

_ADVICE = "A smaller model.width or data.size needs less."


class Measuring:
    """The measurement taken at every checkpoint.

    Attributes:
        held_out: images that are measured, never learned from.
        validation: those set aside from the training images; none where the config sets none aside.
    """

    def __init__(
        self, config: RunConfig, held_out: ImageStore, validation: ImageStore, transform: Transform, objective: Objective
    ) -> None:
        """Begin.

        Args:
            config: of the run.
            held_out: see the class.
            validation: see the class.
            transform: draws t(x) for the held-out images.
            objective: of x alone, whose loss the validation images have.
        """
        self.held_out = held_out
        self.validation = validation
        self._config = config
        self._transform = transform
        self._objective = objective

    def reconfigure(self, config: RunConfig, transform: Transform, objective: Objective) -> None:
        """Go on with other settings; see `__init__`."""
        self._config, self._transform, self._objective = config, transform, objective

    def measure(self, learner: Learner) -> dict[str, float]:
        """The numbers of the model that is shown, by their metric names.

        Raises:
            OutOfMemoryError: if it does not fit into memory.
        """
        with memory_errors_told(f"measuring {len(self.held_out):,} held-out images", _ADVICE):
            _fix_scale(learner)
            values = measure_held_out(learner.shown_model, self.held_out, self._transform)
        if not len(self.validation):
            return values
        with memory_errors_told(f"measuring {len(self.validation):,} validation images", _ADVICE):
            bound = measure_bound(learner.shown_model, self.validation, self._at_full_weights)
        return {**values, metrics.VALIDATION_BOUND: bound}

    def _at_full_weights(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator) -> Tensor:
        """The objective of x alone with the weights that its schedules reach, so that steps compare."""
        objective = self._config.objective
        cycle = max(objective.kl_warmup, 1) if isinstance(objective, WarmedUpConfig) else 1
        last_of_a_cycle = (self._config.train.steps // cycle + 1) * cycle - 1
        return self._objective(model, x_BCHW, generator, last_of_a_cycle).total


def _fix_scale(learner: Learner) -> None:
    """Where the spread is the closed-form optimum, evaluation takes that of the training images: one model, one bound."""
    if not learner.model.fixes_scale:
        return
    shown = learner.shown_model
    training = shown.training  # asked for before: without a running average it is the network in training itself
    scale = training_scale(shown.eval(), learner.images)
    shown.train(training)
    for model in (learner.model, shown):
        model.optimal_scale.fill_(scale)
