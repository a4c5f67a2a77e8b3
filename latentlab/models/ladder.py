"""A ladder VAE of two levels with top-down inference (Sønderby et al. 2016).

Generative: p(z₂) = N(0, I), p(z₁|z₂) = N(μ_p(z₂), σ_p(z₂)²), p(x|z₁). Inference: q(z₂|x) from the bottom-up network, and
q(z₁|x, z₂), the product of what that network says of z₁, N(μ̂, σ̂²), with p(z₁|z₂), weighted by their precisions.

The latent is the flat vector z = (z₂, ε) with ε = (z₁ − μ_p(z₂)) / σ_p(z₂): its prior is N(0, I) like any other model's, and as
the change from z₁ to ε is affine given z₂, the KL of each level is the same in both.

Shapes: B images, K samples per image, T dimensions of z₂, L of ε, D = T + L.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import torch
from torch import Tensor, nn

from latentlab.catalog.networks import LadderConfig
from latentlab.models.conv import ConvDecoder, ConvEncoder
from latentlab.models.distributions import DiagonalGaussian
from latentlab.models.networks import Networks
from latentlab.share import drawn

_LOGVAR_LIMIT = 10.0
"""Of the two Gaussians whose precisions are added."""

LowerPrior = Callable[[Tensor], tuple[Tensor, Tensor]]
"""z₂ (…, T) → mean and logvar of p(z₁|z₂), (…, L) each."""


@dataclass(frozen=True, eq=False)
class LadderPosterior:
    """q(z₂|x)·q(ε|x, z₂).

    Attributes:
        top: q(z₂|x), (B, T).
        low_mean: (B, L), of the bottom-up Gaussian over z₁.
        low_logvar: (B, L).
        prior: p(z₁|z₂).
    """

    levels: ClassVar[int] = 2
    knows_sigma: ClassVar[bool] = True

    top: DiagonalGaussian
    low_mean: Tensor
    low_logvar: Tensor
    prior: LowerPrior

    def at(self, z: Tensor) -> DiagonalGaussian:
        """What each level is drawn from, given what z has in the level above.

        Args:
            z: (…, D), to be broadcast with (B, D); only its z₂ is read.

        Returns:
            (…, B, D): q(z₂|x) and q(ε|x, z₂) side by side.
        """
        mean, logvar = self.prior(z[..., : self.top.mean.shape[-1]])
        ratio = torch.exp(logvar - self.low_logvar)
        low_mean = (self.low_mean - mean) * torch.exp(0.5 * logvar - self.low_logvar) / (1 + ratio)
        low_logvar = -torch.log1p(ratio)
        shape = (*low_mean.shape[:-1], self.top.mean.shape[-1])
        return DiagonalGaussian(
            torch.cat([self.top.mean.expand(shape), low_mean], -1), torch.cat([self.top.logvar.expand(shape), low_logvar], -1)
        )

    @property
    def mean(self) -> Tensor:
        """(B, D): z₂ at its mean, and the mean of ε there."""
        return self._at_the_mean.mean

    @property
    def logvar(self) -> Tensor:
        """(B, D), there."""
        return self._at_the_mean.logvar

    @property
    def std(self) -> Tensor:
        """(B, D), there."""
        return self._at_the_mean.std

    @property
    def mode(self) -> Tensor:
        """(B, D): the mean."""
        return self.mean

    def sample(self, generator: torch.Generator | None = None, num_samples: int | None = None) -> Tensor:
        """Reparameterised draws, z₂ before ε: (B, D), or (K, B, D) where `num_samples` = K is given."""
        top = self.top.sample(generator, num_samples)
        low = self.at(top)
        noise = drawn(partial(torch.randn, generator=generator, device=top.device), low.mean.shape, dim=-2)
        width = top.shape[-1]
        return torch.cat([top, (low.mean + low.std * noise)[..., width:]], -1)

    def log_prob(self, z: Tensor) -> Tensor:
        """log q(z|x) in nats per dimension, shaped as `z` broadcast with (B, D)."""
        return self.at(z).log_prob(z)

    @classmethod
    def cat(cls, parts: Sequence["LadderPosterior"]) -> "LadderPosterior":
        """Posteriors of the same model, one after the other."""
        return cls(
            DiagonalGaussian.cat([part.top for part in parts]),
            torch.cat([part.low_mean for part in parts]),
            torch.cat([part.low_logvar for part in parts]),
            parts[0].prior,
        )

    def of_rows(self, rows: Callable[[Tensor], Tensor]) -> "LadderPosterior":
        """Those of other images: of what `rows` makes of (B, …)."""
        return LadderPosterior(self.top.of_rows(rows), rows(self.low_mean), rows(self.low_logvar), self.prior)

    def to(self, device: torch.device) -> "LadderPosterior":
        """The same on a device; the network of the prior stays where it is."""
        return LadderPosterior(self.top.to(device), self.low_mean.to(device), self.low_logvar.to(device), self.prior)

    def __getitem__(self, images: slice) -> "LadderPosterior":
        return LadderPosterior(self.top[images], self.low_mean[images], self.low_logvar[images], self.prior)

    @property
    def _at_the_mean(self) -> DiagonalGaussian:
        return self.at(self.top.mean)


class LadderEncoder(nn.Module):
    """Images (B, C, H, W) → parameters of N(μ̂, σ̂²) over z₁, (B, 2·L), and of q(z₂|x), (B, 2·T); each mean, then logvar."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, top_dim: int, width: int, hidden: int) -> None:
        super().__init__()
        self.features = ConvEncoder(image_shape, hidden, width)
        self.low = nn.Linear(2 * hidden, 2 * (latent_dim - top_dim))
        self.top = nn.Sequential(nn.Linear(2 * hidden, hidden), nn.SiLU(), nn.Linear(hidden, 2 * top_dim))

    def forward(self, x_BCHW: Tensor) -> tuple[Tensor, Tensor]:
        features = nn.functional.silu(self.features(x_BCHW))
        return self.low(features), self.top(features)


class LadderDecoder(nn.Module):
    """Latents (N, D) → images before any squashing (N, C, H, W)."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, top_dim: int, width: int, hidden: int) -> None:
        super().__init__()
        low_dim = latent_dim - top_dim
        self.top_dim = top_dim
        self.prior_network = nn.Sequential(nn.Linear(top_dim, hidden), nn.SiLU(), nn.Linear(hidden, 2 * low_dim))
        self.image = ConvDecoder(image_shape, low_dim, width)

    def prior(self, z_top: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and logvar of p(z₁|z₂), on the device of z₂ and in float32 wherever and however the network computes."""
        weight = next(self.prior_network.parameters())
        mean, logvar = self.prior_network(z_top.to(weight)).to(z_top.device).float().chunk(2, -1)
        return mean, logvar.clamp(-_LOGVAR_LIMIT, _LOGVAR_LIMIT)

    def forward(self, z_ND: Tensor) -> Tensor:
        top, low = z_ND[:, : self.top_dim], z_ND[:, self.top_dim :]
        mean, logvar = self.prior(top)
        image: Tensor = self.image(mean + torch.exp(0.5 * logvar) * low)
        return image


def ladder_posterior(low: Tensor, top: Tensor, prior: LowerPrior) -> LadderPosterior:
    """The posterior of an encoder's two outputs under a decoder's p(z₁|z₂)."""
    low_mean, low_logvar = low.float().chunk(2, -1)
    return LadderPosterior(
        DiagonalGaussian(*top.chunk(2, -1)), low_mean, low_logvar.clamp(-_LOGVAR_LIMIT, _LOGVAR_LIMIT), prior
    )


def build(settings: LadderConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W)."""
    sizes = (settings.latent_dim, settings.top_dim, settings.width, settings.hidden)
    return Networks(LadderEncoder(image_shape, *sizes), LadderDecoder(output_shape, *sizes), read_ladder_posterior)


def read_ladder_posterior(output: tuple[Tensor, Tensor], decoder: nn.Module) -> LadderPosterior:
    """The posterior of an encoder's two outputs under a decoder's p(z₁|z₂)."""
    assert isinstance(decoder, LadderDecoder)
    return ladder_posterior(*output, decoder.prior)
