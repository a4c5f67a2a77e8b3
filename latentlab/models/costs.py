"""What a network needs, known before any of it is allocated.

Networks are built, and images passed through them, on PyTorch's "meta" device, where a tensor has a shape and no memory.
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from torch.overrides import TorchFunctionMode

from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.objectives import OBJECTIVES, ObjectiveConfig
from latentlab.catalog.priors import PRIORS
from latentlab.config import LikelihoodConfig, ModelConfig, PriorConfig, RunConfig
from latentlab.errors import ConfigError
from latentlab.files.regular import size_text
from latentlab.machine import available_memory
from latentlab.models.vae import VAE, vae_without_weights

_BYTES = 4  # of a float32
_COPIES_IN_TRAINING = 4
"""Of each weight: itself, its gradient and Adam's two averages."""


@dataclass(frozen=True)
class Cost:
    """What a network needs.

    Attributes:
        parameters: number of weights.
        activations: numbers that one image leaves behind in the layers of encoder and decoder.
        prior_activations: numbers that the images of the prior leave behind in those of the encoder.
        pair_values: numbers that the objective keeps for each pair of images of a batch.
    """

    parameters: int
    activations: int
    prior_activations: int = 0
    pair_values: int = 0

    @property
    def weights_bytes(self) -> int:
        """Of the weights alone."""
        return self.parameters * _BYTES

    def training_bytes(self, batch_size: int) -> int:
        """The least that a training step takes: weights, gradients, the optimiser's state, and what a batch leaves behind."""
        of_batch = batch_size * self.activations + batch_size**2 * self.pair_values
        return _BYTES * (_COPIES_IN_TRAINING * self.parameters + of_batch + self.prior_activations)


@lru_cache(maxsize=32)
def cost(
    model: ModelConfig,
    likelihood: LikelihoodConfig,
    image_shape: tuple[int, int, int],
    prior: PriorConfig | None = None,
    objective: ObjectiveConfig | None = None,
) -> Cost:
    """What a network needs for images (C, H, W); the prior is N(0, I) and the objective the VAE's unless given.

    Raises:
        ConfigError: if the networks do not take images of this size.
    """
    prior = prior or PriorConfig()
    if not NETWORKS.of(model).trained:
        return Cost(0, 0)  # of a model from elsewhere nothing is known before it is there
    vae = vae_without_weights(model, likelihood, image_shape, prior)
    encoder, decoder = _activations(vae)
    parameters = sum(weight.numel() for weight in vae.parameters())
    pairs = OBJECTIVES.of(objective).pair_values * model.latent_dim if objective else 0
    return Cost(parameters, encoder + decoder, PRIORS.of(prior).encoded(prior) * encoder, pairs)


def refuse_too_large(config: RunConfig, image_shape: tuple[int, int, int], device: torch.device) -> None:
    """Raise ConfigError if training needs more memory than the device, or the machine, has available."""
    needed = cost(config.model, config.likelihood, image_shape, config.prior, config.objective)
    if device.type == "cuda":
        available: int | None = torch.cuda.mem_get_info(device)[0]
    else:
        available = available_memory()
    training = needed.training_bytes(config.train.batch_size)
    if available is not None and training > available:
        raise ConfigError(
            f"{_settings(config.model)}: with images of {image_shape[2]}×{image_shape[1]} pixels and train.batch_size = "
            f"{config.train.batch_size}, training takes {size_text(training)} of memory or more, for {needed.parameters:,} "
            f"weights; {size_text(available)} are available."
        )


def refuse_too_many_weights(
    model: ModelConfig, likelihood: LikelihoodConfig, image_shape: tuple[int, int, int], prior: PriorConfig
) -> None:
    """Raise ConfigError if a network's weights alone need more memory than is available."""
    needed, available = cost(model, likelihood, image_shape, prior), available_memory()
    if available is not None and needed.weights_bytes > available:
        raise ConfigError(
            f"{_settings(model)}: the network has {needed.parameters:,} weights, which need {size_text(needed.weights_bytes)} "
            f"of memory; {size_text(available)} are available."
        )


def _settings(model: ModelConfig) -> str:
    """The setting that a network's size hangs on most."""
    name = NETWORKS.of(model).size
    return f"model.{name} = {getattr(model, name)}"


@torch.no_grad()
def _activations(vae: VAE) -> tuple[int, int]:
    """Numbers that the layers of the encoder, with the image itself, and of the decoder give for one image."""
    counts = [math.prod(vae.image_shape)]
    images = 2  # normalisation over a batch takes no batch of one

    def count(layer: nn.Module, inputs: object, output: object) -> None:
        if isinstance(output, torch.Tensor) and not getattr(layer, "inplace", False):
            counts.append(output.numel() // images)

    for layer in vae.modules():
        if not list(layer.children()):
            layer.register_forward_hook(count)
    with _LinearByShape():
        vae.encoder(torch.empty(images, *vae.image_shape, device="meta"))
        encoder = sum(counts)
        vae.decoder(torch.empty(images, vae.latent_dim, device="meta"))
    return encoder, sum(counts) - encoder


class _LinearByShape(TorchFunctionMode):
    """Says of a linear layer's output its shape alone: PyTorch's own way on "meta" imports its compiler, most of a second."""

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Collection[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        del types
        if func is functional.linear:
            x, weight = args[:2]
            return x.new_empty(*x.shape[:-1], len(weight))
        return func(*args, **(kwargs or {}))
