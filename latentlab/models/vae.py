"""The variational auto-encoder: encode an image to a posterior, decode a latent to a likelihood."""

import math
from typing import Any, Literal

import torch
from torch import Tensor, nn

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.errors import ConfigError
from latentlab.models.conv import ConvDecoder, ConvEncoder
from latentlab.models.distributions import DiagonalGaussian
from latentlab.models.ladder import LadderDecoder, LadderEncoder, ladder_posterior
from latentlab.models.likelihoods import (
    PARAMETERS_PER_LOGISTIC,
    Bernoulli,
    DiscretizedLogistic,
    Gaussian,
    Laplace,
    Likelihood,
)
from latentlab.models.mlp import MLPDecoder, MLPEncoder
from latentlab.models.posteriors import Posterior
from latentlab.models.resnet import ResNetDecoder, ResNetEncoder

SMALLEST_IMAGE, LARGEST_IMAGE = 16, 256


class VAE(nn.Module):
    """An encoder and a decoder with what the decoder's output means.

    Where the spread of the likelihood is the closed-form optimum, training takes each batch's own; evaluation takes
    `optimal_scale`, the one value of the training images, once that is known.

    Attributes:
        image_shape: (C, H, W).
        latent_dim: D.
        likelihood: how the decoder's output is read.
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
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.image_shape = image_shape
        self.latent_dim = latent_dim
        self.likelihood = likelihood
        log_scale = torch.tensor(math.log(likelihood.scale_value))
        has_scale = likelihood.name in ("gaussian", "laplace")
        if has_scale and likelihood.scale == "learned":
            self.log_scale = nn.Parameter(log_scale)
        else:
            self.register_buffer("log_scale", log_scale, persistent=False)
        self.fixes_scale = has_scale and likelihood.scale == "optimal"
        self.optimal_scale: Tensor
        self.register_buffer("optimal_scale", torch.tensor(0.0), persistent=self.fixes_scale)
        self.register_load_state_dict_pre_hook(_without_optimal_scale)  # type: ignore[no-untyped-call]

    @property
    def later_state(self) -> frozenset[str]:
        """Names in `state_dict` that checkpoints of earlier versions lack."""
        return frozenset({"optimal_scale"} if self.fixes_scale else ())

    def encode(self, x_BCHW: Tensor) -> Posterior:
        """q(z|x) of images in [0, 1], (B, C, H, W)."""
        if isinstance(self.decoder, LadderDecoder):
            low, top = self.encoder(x_BCHW)
            return ladder_posterior(low, top, self.decoder.prior)
        mean, logvar = self.encoder(x_BCHW).chunk(2, dim=-1)
        return DiagonalGaussian(mean, logvar)

    def decode(self, z: Tensor) -> Likelihood:
        """p(x|z) of latents (…, D), as a likelihood over images (…, C, H, W)."""
        shape = _output_shape(self.likelihood, self.image_shape)
        output = self.decoder(z.reshape(-1, self.latent_dim)).view(*z.shape[:-1], *shape)
        if self.likelihood.name == "bernoulli":
            return Bernoulli(output)
        if self.likelihood.name == "discretized_logistic":
            return DiscretizedLogistic.of_output(output, self.image_shape[0])
        scale: Tensor | None = self.log_scale.exp()
        if self.fixes_scale:
            scale = None if self.training or not bool(self.optimal_scale > 0) else self.optimal_scale
        family = Gaussian if self.likelihood.name == "gaussian" else Laplace
        output = output.float()
        return family((output + 1) / 2 if self.likelihood.output == "linear" else torch.sigmoid(output), scale)


def build_vae(
    model: ModelConfig,
    likelihood: LikelihoodConfig,
    image_shape: tuple[int, int, int],
    generator: torch.Generator | None = None,
) -> VAE:
    """A VAE with fresh weights, on the CPU.

    Args:
        model: the networks.
        likelihood: how the decoder's output is read.
        image_shape: (C, H, W).
        generator: draws the weights, a fresh one unless given; the global random state is left alone.

    Raises:
        ConfigError: if the images are smaller than 16 or larger than 256 pixels on a side.
    """
    with torch.random.fork_rng(devices=[]):
        vae = _built(model, likelihood, image_shape)
    draw_weights(vae, generator or torch.Generator(), model.weights)
    return vae


def vae_without_weights(model: ModelConfig, likelihood: LikelihoodConfig, image_shape: tuple[int, int, int]) -> VAE:
    """As `build_vae`, on PyTorch's "meta" device: names and shapes of all weights, and no memory for them."""
    with torch.device("meta"):
        return _built(model, likelihood, image_shape)


def _built(model: ModelConfig, likelihood: LikelihoodConfig, image_shape: tuple[int, int, int]) -> VAE:
    _, height, width = image_shape
    if min(height, width) < SMALLEST_IMAGE or max(height, width) > LARGEST_IMAGE:
        raise ConfigError(
            f"images are {width}×{height}; the networks take {SMALLEST_IMAGE} to {LARGEST_IMAGE} pixels on each side. "
            "Set data.size to scale them."
        )
    encoder, decoder = _networks(model, image_shape, _output_shape(likelihood, image_shape))
    return VAE(encoder, decoder, image_shape=image_shape, latent_dim=model.latent_dim, likelihood=likelihood)


def _output_shape(likelihood: LikelihoodConfig, image_shape: tuple[int, int, int]) -> tuple[int, int, int]:
    """What a decoder gives for one image: a value for each of its own, or the parameters of a mixture."""
    channels, height, width = image_shape
    if likelihood.name == "discretized_logistic":
        channels *= PARAMETERS_PER_LOGISTIC * likelihood.mixtures
    return channels, height, width


def _without_optimal_scale(model: VAE, state: dict[str, Any], prefix: str, *rest: object) -> None:
    """A checkpoint of an earlier version has none: it is unknown there."""
    del rest
    if model.fixes_scale:
        state.setdefault(f"{prefix}optimal_scale", torch.tensor(0.0))


def _networks(
    model: ModelConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]
) -> tuple[nn.Module, nn.Module]:
    if model.name == "mlp":
        return (
            MLPEncoder(image_shape, model.latent_dim, model.hidden, model.layers),
            MLPDecoder(output_shape, model.latent_dim, model.hidden, model.layers),
        )
    if model.name == "ladder":
        sizes = (model.latent_dim, model.top_dim, model.width, model.hidden)
        return LadderEncoder(image_shape, *sizes), LadderDecoder(output_shape, *sizes)
    if model.name == "resnet":
        return (
            ResNetEncoder(image_shape, model.latent_dim, model.width, model.blocks, model.norm),
            ResNetDecoder(output_shape, model.latent_dim, model.width, (model.blocks + 1) // 2, model.norm),
        )
    return (
        ConvEncoder(image_shape, model.latent_dim, model.width),
        ConvDecoder(output_shape, model.latent_dim, model.width),
    )


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
