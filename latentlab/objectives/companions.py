"""A second network that trains beside the VAE, such as a discriminator on images or on z, with an optimiser of its own.

Each step has two phases. In the VAE's, the second network is frozen and adds a term to the loss; in its own, it takes a step on
what the VAE made, cut off from the networks that made it. An objective or a section of the settings brings a companion; the
trainer knows this protocol alone.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from latentlab.models import VAE
from latentlab.objectives.terms import LossTerms


@dataclass(frozen=True)
class Adam:
    """Settings of an optimiser (Kingma & Ba 2015)."""

    learning_rate: float
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8


class Companion(Protocol):
    """A second network and its part in a step.

    Attributes:
        name: of its weights and its optimiser's state in checkpoints, alone in its run; also its word in messages.
        network: in training mode; the trainer moves it to its device.
        adam: of its optimiser.
        cost_name: what its own loss is reported as.
    """

    @property
    def name(self) -> str: ...

    @property
    def network(self) -> nn.Module: ...

    @property
    def adam(self) -> Adam: ...

    @property
    def cost_name(self) -> str: ...

    def learns_at(self, step: int) -> bool:
        """Whether it takes a step of its own."""
        ...

    def judges_at(self, step: int) -> bool:
        """Whether it has a part in the VAE's phase."""
        ...

    def judge(self, loss: LossTerms, model: VAE, generator: torch.Generator | None) -> tuple[LossTerms, Mapping[str, Tensor]]:
        """The VAE's phase, where the network is frozen: the loss with its term, and scalars to report by their metric names.

        The term is of x alone, and reported here: raw and weighted.
        """
        ...

    def cost(self, loss: LossTerms, generator: torch.Generator | None) -> tuple[Tensor, Mapping[str, Tensor]]:
        """Its own phase, after the VAE's step: the loss it minimises, whose gradient reaches nothing but its network, and what
        there is to report beside that loss.
        """
        ...


@contextlib.contextmanager
def frozen(network: nn.Module) -> Iterator[None]:
    """Nothing of a network changes inside: no gradient gathers in its weights and batch norm keeps its running statistics.

    It still normalises by the batch, as it does in its own phase, so that both phases see the same function.
    """
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    momenta = [norm.momentum for norm in norms]
    counts = [norm.num_batches_tracked.clone() for norm in norms if norm.num_batches_tracked is not None]
    network.requires_grad_(False)
    for norm in norms:
        norm.momentum = 0.0
    try:
        yield
    finally:
        network.requires_grad_(True)
        for norm, momentum in zip(norms, momenta, strict=True):
            norm.momentum = momentum
        for norm, count in zip(norms, counts, strict=True):
            norm.num_batches_tracked.copy_(count)  # type: ignore[union-attr]
