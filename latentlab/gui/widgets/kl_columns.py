"""KL per dimension over the steps of a run, in as many columns as a screen has."""

import math

import numpy as np
from numpy.typing import NDArray

from latentlab.gui.series import Floats

MOST_COLUMNS = 600


class KlColumns:
    """KL per dimension over the steps, in at most `MOST_COLUMNS` columns: when they are full, neighbours become their mean.

    Attributes:
        steps: the last step of each column.
        first_step: of all.
        latest: the newest values, as they came.
    """

    def __init__(self) -> None:
        self.steps: list[float] = []
        self.first_step = math.nan
        self.latest: Floats | None = None
        self._means: list[Floats] = []
        self._pending: list[Floats] = []
        self._per_column = 1

    def append(self, step: float, kl: Floats) -> None:
        """Add the values of a step.

        Raises:
            ValueError: the number of dimensions changed or the step went back.
        """
        if self.latest is not None and self.latest.shape != kl.shape:
            raise ValueError(f"{kl.size} dimensions after {self.latest.size}")
        if self.steps and step < self.steps[-1]:
            raise ValueError(f"step {step} after step {self.steps[-1]}")
        if not self.steps:
            self.first_step = step
        self.latest = kl
        if self._pending:
            self.steps[-1] = step
        else:
            self.steps.append(step)
            self._means.append(kl)
        self._pending.append(kl)
        self._means[-1] = np.mean(self._pending, axis=0)
        if len(self._pending) == self._per_column:
            self._pending = []
            if len(self.steps) == MOST_COLUMNS:
                self._merge()

    def truncate(self, step: float) -> None:
        """Drop what came after a step."""
        kept = int(np.searchsorted(self.steps, step, side="right"))
        if kept == len(self.steps):
            return
        self.steps, self._means, self._pending = self.steps[:kept], self._means[:kept], []
        self.latest = self._means[-1] if self._means else None

    def values(self) -> Floats:
        """(D, columns)."""
        return np.stack(self._means, axis=1)

    def extent(self) -> tuple[float, float]:
        """The first and the last step, at least one apart."""
        return self.first_step, max(self.steps[-1], self.first_step + 1)

    def at(self, steps: NDArray[np.float64]) -> NDArray[np.intp]:
        """The columns in which steps lie."""
        return np.minimum(np.searchsorted(self.steps, steps), len(self.steps) - 1)

    def _merge(self) -> None:
        self._means = [(a + b) / 2 for a, b in zip(self._means[0::2], self._means[1::2], strict=True)]
        self.steps = self.steps[1::2]
        self._per_column *= 2
