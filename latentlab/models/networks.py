"""What a network consists of, and how its encoder's output becomes a posterior."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn

from latentlab.models.distributions import DiagonalGaussian, MeanAlone
from latentlab.models.posteriors import Posterior

ReadPosterior = Callable[[Any, nn.Module], Posterior]
"""What the encoder gives for images, and the decoder → q(z|x)."""


def gaussian_posterior(output: Tensor, decoder: nn.Module) -> Posterior:
    """The Gaussian of an encoder's (B, 2·D): mean, then logvar."""
    del decoder
    mean, logvar = output.chunk(2, dim=-1)
    return DiagonalGaussian(mean, logvar)


def mean_alone(output: Tensor, decoder: nn.Module) -> Posterior:
    """That of an encoder's (B, D), a mean without a variance."""
    del decoder
    return MeanAlone.at_mean(output)


def posterior_reader(sigma: bool) -> ReadPosterior:
    """How the output of an encoder is read that gives, or does not give, a variance."""
    return gaussian_posterior if sigma else mean_alone


@dataclass(frozen=True)
class Networks:
    """An encoder and a decoder.

    Attributes:
        encoder: images (B, C, H, W) → what `read_posterior` takes.
        decoder: latents (N, D) → (N, `output_channels` of the likelihood's family, H, W).
        read_posterior: makes a posterior of what the encoder gives.
    """

    encoder: nn.Module
    decoder: nn.Module
    read_posterior: ReadPosterior = gaussian_posterior
