"""How a decoder's output is read, a family of likelihoods each, and what of an image the likelihood is about."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

import torch
from torch import Tensor

from latentlab.catalog.likelihoods import (
    LIKELIHOODS,
    BernoulliConfig,
    DiscretizedLogisticConfig,
    LikelihoodConfig,
    SpreadConfig,
)
from latentlab.models.likelihoods import (
    PARAMETERS_PER_LOGISTIC,
    Bernoulli,
    DiscretizedLogistic,
    ExpectedImage,
    Gaussian,
    Laplace,
    Likelihood,
)
from latentlab.models.quantization import binarize, dequantize


class Family(Protocol):
    """Likelihoods of one kind."""

    def output_channels(self, channels: int) -> int:
        """Of a decoder for images of so many channels."""
        ...

    def read(self, output: Tensor, channels: int, scale: Tensor | None) -> Likelihood:
        """The likelihood that a decoder's output describes.

        Args:
            output: (…, B, `output_channels`, H, W).
            channels: of the images.
            scale: the spread where the family has one; None takes each batch's optimum.
        """
        ...

    def observe(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        """Images in [0, 1], (B, C, H, W), as the likelihood sees them."""
        ...


@dataclass(frozen=True)
class BernoulliFamily:
    """Logits of black and white pixels."""

    settings: BernoulliConfig

    def output_channels(self, channels: int) -> int:
        return channels

    def read(self, output: Tensor, channels: int, scale: Tensor | None) -> Likelihood:
        del channels, scale
        return Bernoulli(output)

    def observe(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        return binarize(x, self.settings.binarize, generator)


@dataclass(frozen=True)
class _SpreadFamily:
    """Centres of pixels that share a spread."""

    kind: ClassVar[type[Gaussian] | type[Laplace]]
    settings: SpreadConfig

    def output_channels(self, channels: int) -> int:
        return channels

    def read(self, output: Tensor, channels: int, scale: Tensor | None) -> Likelihood:
        del channels
        output = output.float()
        return self.kind((output + 1) / 2 if self.settings.output == "linear" else torch.sigmoid(output), scale)

    def observe(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        return dequantize(x, generator) if self.settings.dequantize else x


class GaussianFamily(_SpreadFamily):
    """Gaussian pixels."""

    kind = Gaussian


class LaplaceFamily(_SpreadFamily):
    """Laplace pixels."""

    kind = Laplace


@dataclass(frozen=True)
class DiscretizedLogisticFamily:
    """Parameters of a mixture of logistics for each pixel value."""

    settings: DiscretizedLogisticConfig

    def output_channels(self, channels: int) -> int:
        return channels * PARAMETERS_PER_LOGISTIC * self.settings.mixtures

    def read(self, output: Tensor, channels: int, scale: Tensor | None) -> Likelihood:
        del scale
        return DiscretizedLogistic.of_output(output, channels)

    def observe(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        del generator
        return x


@dataclass(frozen=True)
class NoFamily:
    """Images alone."""

    settings: LikelihoodConfig

    def output_channels(self, channels: int) -> int:
        return channels

    def read(self, output: Tensor, channels: int, scale: Tensor | None) -> Likelihood:
        del channels, scale
        return ExpectedImage(output)

    def observe(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        del generator
        return x


def family_of(likelihood: LikelihoodConfig) -> Family:
    """The family that settings describe."""
    family: Family = LIKELIHOODS.of(likelihood).load()(likelihood)
    return family
