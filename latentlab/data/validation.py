"""Which of the training images choose between checkpoints instead of being learned from."""

import torch
from torch import Tensor

from latentlab.seeding import generator_for

LARGEST = 1024
"""Images that are validated on, however many there are."""


def validation_count(count: int, fraction: float) -> int:
    """How many of `count` training images are validated on: at least two stay to be learned from."""
    return max(0, min(round(count * fraction), LARGEST, count - 2))


def split_off_validation(count: int, fraction: float, seed: int) -> tuple[Tensor, Tensor]:
    """The places of the images that are learned from and of those that are validated on, each int64 and ascending.

    They depend on the three arguments alone, so that a run that goes on, and runs with other seeds, have the same.
    """
    held = validation_count(count, fraction)
    order = torch.randperm(count, generator=generator_for(seed, "validation images"))
    return order[held:].sort().values, order[:held].sort().values
