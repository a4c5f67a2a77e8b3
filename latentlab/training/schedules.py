"""The learning rate at each step: a function of the settings and the step, so that a run goes on from any step exactly.

PyTorch's schedulers of the same names make each rate of the last one instead, which a change of `train.steps` or of
`train.learning_rate` in the middle would throw off; the tests compare the two.
"""

import math

import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

from latentlab.catalog.schedules import SCHEDULES
from latentlab.config import TrainConfig
from latentlab.training.state import PlateauState

_ONE_CYCLE_START, _ONE_CYCLE_END, _ONE_CYCLE_RISE = 1 / 25, 1 / 25 / 1e4, 0.3
"""Factors of the rate, and share of the run that is the rise: PyTorch's."""


def rate_factor(train: TrainConfig, steps: int, step: int) -> float:
    """What the learning rate is multiplied by in the step after so many, measurements apart.

    Args:
        train: the settings.
        steps: of the whole run.
        step: steps taken.
    """
    schedule = SCHEDULES[train.schedule]
    if schedule.own_warmup:
        factor: float = schedule.load()(step, steps, train)
        return factor
    if step < train.warmup:
        return (step + 1) / train.warmup
    factor = schedule.load()(step - train.warmup, steps - train.warmup, train)
    return factor


def constant(step: int, steps: int, train: TrainConfig) -> float:
    """1."""
    del step, steps, train
    return 1.0


def cosine(step: int, steps: int, train: TrainConfig) -> float:
    """Half a cosine from 1 to 0."""
    del train
    return _eased(1.0, 0.0, step / steps)


def linear(step: int, steps: int, train: TrainConfig) -> float:
    """A line from 1 to 0."""
    del train
    return 1 - step / steps


def one_cycle(step: int, steps: int, train: TrainConfig) -> float:
    """Half a cosine up and another down."""
    top = max((train.warmup or _ONE_CYCLE_RISE * steps) - 1, 0.0)
    if step < top:
        return _eased(_ONE_CYCLE_START, 1.0, step / top)
    return _eased(1.0, _ONE_CYCLE_END, (step - top) / max(steps - 1 - top, 1.0))


def staircase(step: int, steps: int, train: TrainConfig) -> float:
    """A drop by `train.decay` after every `train.decay_every` steps."""
    del steps
    return train.decay ** (step // train.decay_every)


class Plateau:
    """A factor of the rate that drops where measurements no longer improve: PyTorch's `ReduceLROnPlateau`."""

    def __init__(self, train: TrainConfig) -> None:
        self._optimizer = torch.optim.SGD([torch.zeros(())], lr=1.0)
        # PyTorch drops the rate at the first measurement after so many, we at the last of so many.
        patience = train.decay_patience - 1
        self._scheduler = ReduceLROnPlateau(self._optimizer, "max", train.decay, patience, 0.0, "abs", eps=0.0)

    @property
    def factor(self) -> float:
        """Of the rate."""
        return float(self._optimizer.param_groups[0]["lr"])

    def watch(self, score: float) -> None:
        """Take in a measurement; larger is better."""
        self._scheduler.step(score)

    def state(self) -> PlateauState:
        """What `load` goes on from."""
        best = float(self._scheduler.best)
        return PlateauState(
            factor=self.factor, best=best if math.isfinite(best) else None, without_best=self._scheduler.num_bad_epochs
        )

    def load(self, state: PlateauState) -> None:
        """Restore what `state` gave."""
        self._optimizer.param_groups[0]["lr"] = state.factor
        self._scheduler.best = -math.inf if state.best is None else state.best
        self._scheduler.num_bad_epochs = state.without_best


def _eased(start: float, end: float, share: float) -> float:
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))
