"""Sums of reported values, kept on the device and brought to the host once per report."""

from collections.abc import Mapping

import torch
from torch import Tensor

from latentlab import metrics


class Accumulators:
    """Running means of named scalars and of the KL per dimension."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._sums: Tensor | None = None
        self._count = 0

    @property
    def count(self) -> int:
        """Steps added since the last report."""
        return self._count

    @torch.no_grad()
    def add(self, scalars: Mapping[str, Tensor], kl_per_dim: Tensor) -> None:
        """Add one step's values: scalars, and (D,) KL in nats."""
        row = torch.cat([torch.stack([value.detach().float() for value in scalars.values()]), kl_per_dim.detach()])
        if self._sums is None:
            self._names = [*scalars, *(metrics.kl_dim(dimension) for dimension in range(len(kl_per_dim)))]
            self._sums = torch.zeros_like(row)
        self._sums += row
        self._count += 1

    def take(self) -> dict[str, float]:
        """The means since the last call, by name; starts anew."""
        if self._sums is None:
            return {}
        means = (self._sums / self._count).tolist()
        self._sums, self._count = None, 0
        return dict(zip(self._names, means, strict=True))

    def state(self) -> dict[str, object]:
        """What `load` needs to go on in the middle of a report interval."""
        return {"names": self._names, "sums": None if self._sums is None else self._sums.cpu(), "count": self._count}

    def load(self, state: Mapping[str, object], device: torch.device) -> None:
        """Restore what `state` gave."""
        names, sums, count = state["names"], state["sums"], state["count"]
        assert isinstance(names, list)
        assert isinstance(count, int)
        self._names, self._count = names, count
        self._sums = sums.to(device) if isinstance(sums, Tensor) else None
