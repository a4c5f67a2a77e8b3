"""The order in which images are visited: seeded, shuffled each epoch, and resumable at any batch."""

from typing import TypedDict

import torch
from torch import Tensor

from latentlab.seeding import generator_for


class BatchPosition(TypedDict):
    """Where an order stands: batches of `epoch` already taken."""

    epoch: int
    batch: int


class BatchOrder:
    """An endless sequence of index batches; the last, smaller batch of an epoch is left out unless it is the only one.

    The order of an epoch depends on the seed and the epoch alone, so a position is two integers.

    Attributes:
        epoch: epochs completed.
    """

    def __init__(self, count: int, batch_size: int, seed: int) -> None:
        self.count = count
        self.batch_size = min(batch_size, count)
        self.seed = seed
        self.epoch = 0
        self._batch = 0
        self._order = self._shuffle()

    @property
    def batches_per_epoch(self) -> int:
        """Batches taken before the images are shuffled again."""
        return self.count // self.batch_size

    def next(self) -> Tensor:
        """Indices of the next batch, int64 (batch_size,)."""
        if self._batch == self.batches_per_epoch:
            self.epoch += 1
            self._batch = 0
            self._order = self._shuffle()
        start = self._batch * self.batch_size
        self._batch += 1
        return self._order[start : start + self.batch_size]

    def position(self) -> BatchPosition:
        """What `seek` needs to go on from here."""
        return {"epoch": self.epoch, "batch": self._batch}

    def seek(self, position: BatchPosition) -> None:
        """Go to a position that an order of the same count, batch size and seed gave."""
        self.epoch = position["epoch"]
        self._batch = position["batch"]
        self._order = self._shuffle()

    def _shuffle(self) -> Tensor:
        return torch.randperm(self.count, generator=generator_for(self.seed, f"order of epoch {self.epoch}"))
