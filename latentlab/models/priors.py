"""The priors p(z), and the networks that hold what is learned of them.

Shapes: B images, D latent dimensions, K components or pseudo-inputs, N draws, P places in a plane.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from latentlab.catalog.priors import MixtureConfig, StandardNormalConfig, VampPriorConfig
from latentlab.errors import ConfigError
from latentlab.models.distributions import DiagonalGaussian
from latentlab.models.mixtures import GaussianMixture
from latentlab.models.posteriors import Posterior

Encode = Callable[[Tensor], Posterior]
"""Images (K, C, H, W) → q(z|x)."""
Images = Callable[[Tensor], Tensor]


@dataclass(frozen=True, eq=False)
class PriorKl:
    """KL(q(z|x) ‖ p(z)) of images, in nats.

    Attributes:
        parts: (…, B, D), whose sum over the last axis is the KL of an image, in closed form; (…, B, 1), estimated by the z that
            was drawn, for a prior that is not independent in each dimension.
        per_dim: (…, B, D), KL(q(z_d|x) ‖ p(z_d)) to the prior's marginals. The same as `parts` where that has a part for each
            dimension; else estimated by the same z, without a gradient, and its sum is not the KL: it leaves out what the prior
            says of one dimension given the others.
    """

    parts: Tensor
    per_dim: Tensor

    @property
    def per_image(self) -> Tensor:
        """(…, B)."""
        return self.parts.sum(-1)

    @property
    def rate(self) -> Tensor:
        """The mean over images (B), a scalar."""
        return self.parts.mean(0).sum()


class Prior(Protocol):
    """A distribution of z. All densities are in nats, and computed in the precision of z."""

    @property
    def factorises(self) -> bool:
        """Whether it is independent in each dimension."""
        ...

    @property
    def mean(self) -> Tensor:
        """(D,)."""
        ...

    @property
    def std(self) -> Tensor:
        """Of each dimension, (D,)."""
        ...

    def log_prob(self, z: Tensor) -> Tensor:
        """log p(z), (…, D) → (…)."""
        ...

    def log_marginals(self, z: Tensor) -> Tensor:
        """log p(z_d) of each dimension by itself, (…, D) → (…, D)."""
        ...

    def log_projected(self, places: Tensor, axes: Tensor) -> Tensor:
        """log density of (z·axis₀, z·axis₁) at places (P, 2), for orthonormal axes (2, D); (P,)."""
        ...

    def kl(self, posterior: Posterior, z: Tensor) -> PriorKl:
        """KL(q(z|x) ‖ p(z)), where z, (…, B, D), has been drawn from the posterior.

        Where there is a closed form, z only says what upper levels of latents are.
        """
        ...

    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        """Draws, (N, D), on the generator's device."""
        ...

    def to(self, device: torch.device) -> "Prior":
        """The same on a device."""
        ...


@dataclass(frozen=True)
class StandardNormal:
    """N(0, I).

    Attributes:
        latent_dim: D.
    """

    latent_dim: int

    @property
    def factorises(self) -> bool:
        return True

    @property
    def mean(self) -> Tensor:
        return torch.zeros(self.latent_dim)

    @property
    def std(self) -> Tensor:
        return torch.ones(self.latent_dim)

    def log_prob(self, z: Tensor) -> Tensor:
        return self._log_density(z).sum(-1)

    def log_marginals(self, z: Tensor) -> Tensor:
        return self._log_density(z)

    def log_projected(self, places: Tensor, axes: Tensor) -> Tensor:
        del axes  # whatever they are: it is the same in all directions
        return self.log_prob(places)

    def kl(self, posterior: Posterior, z: Tensor) -> PriorKl:
        per_dim = kl_to_standard_normal(posterior.at(z))
        return PriorKl(per_dim, per_dim)

    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        return torch.randn(count, self.latent_dim, generator=generator, device=generator.device)

    def to(self, device: torch.device) -> "StandardNormal":
        del device
        return self

    @staticmethod
    def _log_density(z: Tensor) -> Tensor:
        return -0.5 * (z.square() + math.log(2 * math.pi))


class MixturePrior(GaussianMixture):
    """A mixture of Gaussians. With one component it is a Gaussian, and its KL has a closed form."""

    @property
    def factorises(self) -> bool:
        """Whether it is independent in each dimension."""
        return len(self.log_weights) == 1

    def kl(self, posterior: Posterior, z: Tensor) -> PriorKl:
        """KL(q(z|x) ‖ p(z)), see `Prior.kl`."""
        given = posterior.at(z)
        if self.factorises:
            per_dim = given.kl(self.components)
            return PriorKl(per_dim, per_dim)
        log_q = given.log_prob(z)
        with torch.no_grad():
            per_dim = log_q - self.log_marginals(z)
        return PriorKl((log_q.sum(-1) - self.log_prob(z))[..., None], per_dim)

    def to(self, device: torch.device) -> "MixturePrior":
        """The same on a device."""
        return MixturePrior(self.components.to(device), self.log_weights.to(device))


def kl_to_standard_normal(gaussian: DiagonalGaussian) -> Tensor:
    """KL(gaussian ‖ N(0, I)) in nats per dimension, (…, D)."""
    return 0.5 * (gaussian.mean.square() + torch.exp(gaussian.logvar) - gaussian.logvar - 1)


class PriorNetwork(nn.Module):
    """What a prior learns. Calling it with what encodes images gives the prior under the present weights."""

    def __call__(self, encode: Encode) -> Prior:
        """The prior; a gradient reaches the weights through it."""
        prior: Prior = super().__call__(encode)
        return prior

    def draw_weights(self, generator: torch.Generator) -> None:
        """Draw the first weights; a prior without any draws nothing."""

    def start_from(self, count: int, images: Images, generator: torch.Generator) -> None:
        """See the images of training before the first step.

        Args:
            count: how many there are.
            images: those of these indices, int64 (n,) → float (n, C, H, W) in [0, 1].
            generator: on the CPU.

        Raises:
            ConfigError: if they will not do.
        """


class StandardNormalNetwork(PriorNetwork):
    """Nothing: the standard normal learns nothing."""

    def __init__(self, latent_dim: int) -> None:
        super().__init__()
        self._prior = StandardNormal(latent_dim)

    def forward(self, encode: Encode) -> StandardNormal:
        del encode
        return self._prior


class MixtureNetwork(PriorNetwork):
    """Means, scales and weights of K Gaussians. At first the means are drawn from N(0, I), scales are 1 and weights equal."""

    def __init__(self, components: int, latent_dim: int) -> None:
        super().__init__()
        self.means = nn.Parameter(torch.zeros(components, latent_dim))
        self.logvars = nn.Parameter(torch.zeros(components, latent_dim))
        self.logits = nn.Parameter(torch.zeros(components))

    def draw_weights(self, generator: torch.Generator) -> None:
        with torch.no_grad():
            self.means.normal_(generator=generator)

    def forward(self, encode: Encode) -> MixturePrior:
        del encode
        return MixturePrior(DiagonalGaussian(self.means, self.logvars), torch.log_softmax(self.logits, 0))


class VampPriorNetwork(PriorNetwork):
    """Pseudo-inputs u_k, whose posteriors are mixed equally (Tomczak & Welling 2018); as there, kept in [0, 1] by cutting."""

    def __init__(self, settings: VampPriorConfig, image_shape: tuple[int, int, int]) -> None:
        super().__init__()
        self.pseudo_inputs = nn.Parameter(torch.zeros(settings.pseudo_inputs, *image_shape))
        self._starts_from_images = settings.start == "images"

    def draw_weights(self, generator: torch.Generator) -> None:
        with torch.no_grad():
            self.pseudo_inputs.uniform_(generator=generator)

    @torch.no_grad()
    def start_from(self, count: int, images: Images, generator: torch.Generator) -> None:
        """Take different images as pseudo-inputs, where they start from images; see `PriorNetwork.start_from`."""
        if not self._starts_from_images:
            return
        wanted = len(self.pseudo_inputs)
        if wanted > count:
            raise ConfigError(
                f"prior.pseudo_inputs = {wanted}: there are {count:,} training images to start them from; use fewer, or "
                "prior.start = 'random'."
            )
        self.pseudo_inputs.copy_(images(torch.randperm(count, generator=generator)[:wanted]))

    def forward(self, encode: Encode) -> MixturePrior:
        posterior = encode(self.pseudo_inputs.clamp(0, 1))
        return MixturePrior(posterior.at(posterior.mean))


def build_standard_normal(
    settings: StandardNormalConfig, latent_dim: int, image_shape: tuple[int, int, int]
) -> StandardNormalNetwork:
    """The standard normal prior of D dimensions."""
    del settings, image_shape
    return StandardNormalNetwork(latent_dim)


def build_mixture(settings: MixtureConfig, latent_dim: int, image_shape: tuple[int, int, int]) -> MixtureNetwork:
    """The mixture that settings describe, of D dimensions."""
    del image_shape
    return MixtureNetwork(settings.components, latent_dim)


def build_vampprior(settings: VampPriorConfig, latent_dim: int, image_shape: tuple[int, int, int]) -> VampPriorNetwork:
    """The VampPrior that settings describe, for images (C, H, W)."""
    del latent_dim
    return VampPriorNetwork(settings, image_shape)
