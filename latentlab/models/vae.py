"""The variational auto-encoder: encode an image to a posterior, decode a latent to a likelihood."""

import math
from typing import Any, Literal

import torch
from torch import Tensor, nn

from latentlab.catalog.likelihoods import LikelihoodConfig, SpreadConfig
from latentlab.catalog.networks import NETWORKS, ModelConfig
from latentlab.catalog.priors import PRIORS, PriorConfig
from latentlab.errors import ConfigError
from latentlab.models.families import family_of
from latentlab.models.likelihoods import Likelihood
from latentlab.models.networks import Networks, ReadPosterior, gaussian_posterior
from latentlab.models.posteriors import Posterior
from latentlab.models.priors import Prior, PriorNetwork, StandardNormalNetwork

SMALLEST_IMAGE, LARGEST_IMAGE = 16, 256


class VAE(nn.Module):
    """An encoder and a decoder with what the decoder's output means.

    Where the spread of the likelihood is the closed-form optimum, training takes each batch's own; evaluation takes
    `optimal_scale`, the one value of the training images, once that is known.

    Attributes:
        image_shape: (C, H, W).
        latent_dim: D.
        likelihood: how the decoder's output is read.
        prior_network: what is learned of the prior.
        fixes_scale: whether `optimal_scale` is in use.
        optimal_scale: scalar, in units of the pixel range; 0 until it is measured.
    """

    def __init__(
        self,
        encoder: nn.Module,
        decoder: nn.Module,
        *,
        image_shape: tuple[int, int, int],
        latent_dim: int,
        likelihood: LikelihoodConfig,
        read_posterior: ReadPosterior = gaussian_posterior,
        prior_network: PriorNetwork | None = None,
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.image_shape = image_shape
        self.latent_dim = latent_dim
        self.likelihood = likelihood
        self._family = family_of(likelihood)
        self._read_posterior = read_posterior
        self.prior_network = prior_network or StandardNormalNetwork(latent_dim)
        spread = likelihood if isinstance(likelihood, SpreadConfig) else None
        self.log_scale: Tensor | None
        if spread and spread.scale == "learned":
            self.log_scale = nn.Parameter(torch.tensor(math.log(spread.scale_value)))
        else:
            fixed = torch.tensor(math.log(spread.scale_value)) if spread else None
            self.register_buffer("log_scale", fixed, persistent=False)
        self.fixes_scale = spread is not None and spread.scale == "optimal"
        self.optimal_scale: Tensor
        self.register_buffer("optimal_scale", torch.tensor(0.0), persistent=self.fixes_scale)
        self.register_load_state_dict_pre_hook(_without_optimal_scale)  # type: ignore[no-untyped-call]

    @property
    def later_state(self) -> frozenset[str]:
        """Names in `state_dict` that checkpoints of earlier versions lack."""
        return frozenset({"optimal_scale"} if self.fixes_scale else ())

    def encode(self, x_BCHW: Tensor) -> Posterior:
        """q(z|x) of images in [0, 1], (B, C, H, W)."""
        return self._read_posterior(self.encoder(x_BCHW), self.decoder)

    def _encode_as_evaluated(self, x_BCHW: Tensor) -> Posterior:
        training = self.encoder.training
        self.encoder.eval()
        try:
            return self.encode(x_BCHW)
        finally:
            self.encoder.train(training)

    @property
    def prior(self) -> Prior:
        """p(z) under the present weights; a gradient reaches them through it.

        Ask once for what belongs together: a VampPrior encodes its pseudo-inputs each time, as in evaluation, so that they have
        no part in the statistics of batch normalisation.
        """
        return self.prior_network(self._encode_as_evaluated)

    def decode(self, z: Tensor) -> Likelihood:
        """p(x|z) of latents (…, D), as a likelihood over images (…, C, H, W)."""
        channels, *size = self.image_shape
        shape = (self._family.output_channels(channels), *size)
        output = self.decoder(z.reshape(-1, self.latent_dim)).view(*z.shape[:-1], *shape)
        scale: Tensor | None = None if self.log_scale is None else self.log_scale.exp()
        if self.fixes_scale:
            scale = None if self.training or not bool(self.optimal_scale > 0) else self.optimal_scale
        return self._family.read(output, channels, scale)


def build_vae(
    model: ModelConfig,
    likelihood: LikelihoodConfig,
    image_shape: tuple[int, int, int],
    generator: torch.Generator | None = None,
    prior: PriorConfig | None = None,
) -> VAE:
    """A VAE with fresh weights, on the CPU.

    Args:
        model: the networks.
        likelihood: how the decoder's output is read.
        image_shape: (C, H, W).
        generator: draws the weights, a fresh one unless given; the global random state is left alone.
        prior: of z, N(0, I) unless given.

    Raises:
        ConfigError: if the images are smaller than 16 or larger than 256 pixels on a side.
    """
    with torch.random.fork_rng(devices=[]):
        vae = _built(model, likelihood, image_shape, prior)
    generator = generator or torch.Generator()
    draw_weights(vae, generator, model.weights)
    vae.prior_network.draw_weights(generator)
    return vae


def vae_without_weights(
    model: ModelConfig, likelihood: LikelihoodConfig, image_shape: tuple[int, int, int], prior: PriorConfig | None = None
) -> VAE:
    """As `build_vae`, on PyTorch's "meta" device: names and shapes of all weights, and no memory for them."""
    with torch.device("meta"):
        return _built(model, likelihood, image_shape, prior)


def _built(
    model: ModelConfig, likelihood: LikelihoodConfig, image_shape: tuple[int, int, int], prior: PriorConfig | None
) -> VAE:
    _, height, width = image_shape
    if min(height, width) < SMALLEST_IMAGE or max(height, width) > LARGEST_IMAGE:
        raise ConfigError(
            f"images are {width}×{height}; the networks take {SMALLEST_IMAGE} to {LARGEST_IMAGE} pixels on each side. "
            "Set data.size to scale them."
        )
    networks: Networks = NETWORKS.of(model).load()(model, image_shape, _output_shape(likelihood, image_shape))
    prior = prior or PriorConfig()
    prior_network: PriorNetwork = PRIORS.of(prior).load()(prior, model.latent_dim, image_shape)
    return VAE(
        networks.encoder,
        networks.decoder,
        image_shape=image_shape,
        latent_dim=model.latent_dim,
        likelihood=likelihood,
        read_posterior=networks.read_posterior,
        prior_network=prior_network,
    )


def _output_shape(likelihood: LikelihoodConfig, image_shape: tuple[int, int, int]) -> tuple[int, int, int]:
    """What a decoder gives for one image: a value for each of its own, or the parameters of a mixture."""
    channels, height, width = image_shape
    return family_of(likelihood).output_channels(channels), height, width


def _without_optimal_scale(model: VAE, state: dict[str, Any], prefix: str, *rest: object) -> None:
    """A checkpoint of an earlier version has none: it is unknown there."""
    del rest
    if model.fixes_scale:
        state.setdefault(f"{prefix}optimal_scale", torch.tensor(0.0))


@torch.no_grad()
def draw_weights(network: nn.Module, generator: torch.Generator, scheme: Literal["pytorch", "glorot"] = "pytorch") -> None:
    """Draw the weights of linear and convolutional layers again; those of norms are left as they are.

    Args:
        network: its constructors have drawn, from the global generator only, what this replaces by PyTorch's own scheme.
        generator: draws the weights.
        scheme: PyTorch's own, or Glorot & Bengio 2010, uniform, with biases of 0.
    """
    for layer in network.modules():
        if isinstance(layer, nn.Linear | nn.Conv2d | nn.ConvTranspose2d):
            if scheme == "glorot":
                nn.init.xavier_uniform_(layer.weight, generator=generator)
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)
                continue
            nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
            if layer.bias is not None:
                bound = 1 / math.sqrt(layer.weight[0].numel())
                nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
