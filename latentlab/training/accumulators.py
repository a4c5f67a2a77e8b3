"""Sums of reported values, kept on the device and brought to the host once per report."""

from collections.abc import Mapping
from functools import cache

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.share import present


@cache
def _kl_names(dimensions: int) -> tuple[str, ...]:
    return tuple(metrics.kl_dim(dimension) for dimension in range(dimensions))


class Accumulators:
    """Running means of named scalars. Values that come at some steps only are averaged over those."""

    def __init__(self) -> None:
        self._sums: dict[tuple[str, ...], Tensor] = {}
        self._counts: dict[tuple[str, ...], int] = {}

    @torch.no_grad()
    def add(self, scalars: Mapping[str, Tensor], kl_per_dim: Tensor | None = None) -> None:
        """Add one step's values, averaged over the processes of the run: scalars, and where given (D,) KL in nats."""
        names = tuple(scalars)
        row = torch.stack(list(scalars.values())).float()
        if kl_per_dim is not None:
            names += _kl_names(len(kl_per_dim))
            row = torch.cat([row, kl_per_dim])
        row = present().mean(row)
        self._sums[names] = self._sums[names] + row if names in self._sums else row
        self._counts[names] = self._counts.get(names, 0) + 1

    def take(self) -> dict[str, float]:
        """The means since the last call, by name; the sums begin again."""
        averages = self.averages()
        self._sums, self._counts = {}, {}
        return averages

    def averages(self) -> dict[str, float]:
        """The means since the last `take`, by name."""
        totals: dict[str, float] = {}
        counts: dict[str, int] = {}
        for names, sums in self._sums.items():
            for name, total in zip(names, sums.tolist(), strict=True):
                totals[name] = totals.get(name, 0.0) + total
                counts[name] = counts.get(name, 0) + self._counts[names]
        return {name: total / counts[name] for name, total in totals.items()}

    def state(self) -> dict[tuple[str, ...], tuple[Tensor, int]]:
        """What `load` needs to go on in the middle of a report interval: names → sums, float32, and of how many steps."""
        return {names: (sums.cpu(), self._counts[names]) for names, sums in self._sums.items()}

    def load(self, state: Mapping[tuple[str, ...], tuple[Tensor, int]], device: torch.device) -> None:
        """Restore what `state` gave."""
        self._sums = {names: sums.to(device) for names, (sums, _) in state.items()}
        self._counts = {names: count for names, (_, count) in state.items()}
