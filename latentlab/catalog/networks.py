"""The networks: encoders and decoders."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import model_validator

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting
from latentlab.errors import ConfigError, shown


@dataclass(frozen=True, kw_only=True)
class Network(SettingsEntry):
    """A network. Its code is `build(settings, image_shape, output_shape) -> latentlab.models.Networks`.

    Attributes:
        levels: of latents, 1 or 2.
        size: the setting that its size depends on most.
        latent_shape: settings, and the shape (C, H, W) of an image → the shape (C, H, W) of z; None where z has no places.
        z: what the latent vector is, for who uses the model elsewhere.
    """

    levels: int = 1
    size: str
    latent_shape: Callable[[Any, tuple[int, int, int]], tuple[int, int, int] | None] = lambda settings, image_shape: None
    z: str = "the latent vector; mean and logvar are those of q(z|x)"


NETWORKS: SettingsCatalog[Network] = SettingsCatalog("network", "model", "conv")
_NAME: dict[str, Any] = {"description": "Family of the encoder and decoder networks.", "label": "Network", "main": True}


LARGEST_LATENT = 2**16
"""Dimensions of the largest latent that is taken, such as 16 channels at 64×64 places."""


class ModelConfig(EntrySettings):
    """The encoder and decoder networks."""

    catalog: ClassVar[Any] = NETWORKS
    name: str = setting("conv", **_NAME)
    latent_dim: int = setting(
        10,
        "Number of latent dimensions D, of all levels together.",
        label="Latent dimensions",
        main=True,
        ge=1,
        le=LARGEST_LATENT,
    )
    weights: Literal["pytorch", "glorot"] = setting(
        "pytorch",
        "How weights are drawn at first: PyTorch's own scheme, or Glorot's with biases of 0 (Keras' own).",
        last=True,
    )


def _width() -> Any:
    return setting(
        32,
        "Channels of the first convolution; conv doubles them at each halving of the image, resnet keeps them (128 published).",
        label="First channels",
        ge=1,
        le=512,
    )


def _hidden() -> Any:
    return setting(512, "Units of each hidden layer.", label="Hidden units", ge=1, le=8192)


class ConvConfig(ModelConfig):
    """Of the convolutional network."""

    name: Literal["conv"] = setting("conv", **_NAME)
    width: int = _width()


class MlpConfig(ModelConfig):
    """Of the multilayer perceptron."""

    name: Literal["mlp"] = setting("mlp", **_NAME)
    hidden: int = _hidden()
    layers: int = setting(2, "Number of hidden layers.", label="Hidden layers", ge=1, le=8)


class ResNetConfig(ModelConfig):
    """Of ResNetV2."""

    name: Literal["resnet"] = setting("resnet", **_NAME)
    width: int = _width()
    blocks: int = setting(
        2,
        "Identity blocks in each stage of the encoder; the decoder has half as many, rounded up (published: 2).",
        ge=1,
        le=8,
    )
    norm: Literal["batch", "affine"] = setting(
        "batch",
        "batch: batch normalisation; affine: its gains and biases alone, which is what remains of it in the released code of "
        "“How to train your VAE”, where it is never told to train.",
    )


_SIGMA = "Whether the encoder gives the variance of q(z|x) beside its mean."


class OwnConfig(ModelConfig):
    """Of a model that lives in this process alone."""

    name: Literal["own"] = setting("own", **_NAME)
    key: str = setting("", "By which this process knows the model.")
    sigma: bool = setting(True, _SIGMA)


LARGEST_GRAPH = 2**31 - 2**20
"""Bytes of an ONNX file in one piece."""


class GraphConfig(ModelConfig):
    """Of an encoder and a decoder that are ONNX graphs, whose bytes are the weights."""

    name: Literal["graph"] = setting("graph", **_NAME)
    encoder_bytes: int = setting(1, "Size of the encoder's graph.", ge=1, le=LARGEST_GRAPH)
    decoder_bytes: int = setting(1, "Size of the decoder's graph.", ge=1, le=LARGEST_GRAPH)
    low: float = setting(0.0, "What black is in the images that the graphs take and give.")
    high: float = setting(1.0, "What white is.")
    sigma: bool = setting(True, _SIGMA)

    @model_validator(mode="after")
    def _is_a_range(self) -> "GraphConfig":
        if not self.low < self.high:
            raise ValueError(f"model.low = {self.low:g}: must be below model.high = {self.high:g}")
        return self


class LadderConfig(ModelConfig):
    """Of the ladder network."""

    name: Literal["ladder"] = setting("ladder", **_NAME)
    top_dim: int = setting(4, "Dimensions of the upper level, which come first in z.", label="Of the upper level", ge=1)
    width: int = _width()
    hidden: int = _hidden()

    @model_validator(mode="after")
    def _leaves_a_lower_level(self) -> "LadderConfig":
        if self.top_dim >= self.latent_dim:
            raise ValueError(
                f"model.top_dim = {self.top_dim}: leaves none of the {self.latent_dim} dimensions of "
                "model.latent_dim to the lower level"
            )
        return self


PythaeNetwork = Literal["mlp", "mnist_conv", "mnist_resnet", "cifar_conv", "cifar_resnet", "celeba_conv", "celeba_resnet"]
PYTHAE_IMAGES: dict[str, tuple[int, int, int]] = {
    f"{name}_{kind}": shape
    for name, shape in (("mnist", (1, 28, 28)), ("cifar", (3, 32, 32)), ("celeba", (3, 64, 64)))
    for kind in ("conv", "resnet")
}
"""The images (C, H, W) that pythae's benchmark networks are made for."""


_PYTHAE_WORDS = {
    "mlp": "MLP (pythae's default)",
    "mnist_conv": "MNIST, convolutional",
    "mnist_resnet": "MNIST, residual",
    "cifar_conv": "CIFAR, convolutional",
    "cifar_resnet": "CIFAR, residual",
    "celeba_conv": "CelebA, convolutional",
    "celeba_resnet": "CelebA, residual",
}


class PythaeConfig(ModelConfig):
    """Of pythae's networks."""

    name: Literal["pythae"] = setting("pythae", **_NAME)
    encoder: PythaeNetwork = setting("mlp", "pythae's default encoder, or that of one of its benchmarks.", words=_PYTHAE_WORDS)
    decoder: PythaeNetwork = setting("mlp", "pythae's default decoder, or that of one of its benchmarks.", words=_PYTHAE_WORDS)
    sigmoid: bool = setting(
        False, "End the decoder in a sigmoid, for a likelihood that takes its output as the image; the others have their own."
    )


class AutoencoderKlConfig(ModelConfig):
    """Of the auto-encoder of latent diffusion models."""

    name: Literal["autoencoder_kl"] = setting("autoencoder_kl", **_NAME)
    channels: str = setting(
        "32, 64, 64",
        "Channels of each stage; the image is halved between stages, and z has a value for each latent channel at each place.",
        label="Channels of stages",
    )
    blocks: int = setting(1, "Residual blocks in each stage of the encoder; the decoder has one more.", ge=1, le=8)
    norm_groups: int = setting(
        32, "Groups of group normalisation; each stage's channels are a multiple.", label="Groups of norms", ge=1, le=512
    )
    mid_attention: bool = setting(True, "Attention between all places in the middle of encoder and decoder.", label="Attention")
    quant_conv: bool = setting(True, "A 1×1 convolution after the encoder.", label="Convolution after encoder")
    post_quant_conv: bool = setting(True, "A 1×1 convolution before the decoder.", label="Convolution before decoder")
    scaling_factor: float = setting(
        1.0,
        "z is (output − shift) · scale of the encoder's own output, as a diffusion model sees it.",
        label="Scale of z",
        gt=0.0,
    )
    shift_factor: float = setting(0.0, "See the scale of z.", label="Shift of z")

    @property
    def widths(self) -> tuple[int, ...]:
        """The channels of each stage."""
        return tuple(int(part) for part in self.channels.split(","))

    def latent_shape(self, image_shape: tuple[int, int, int]) -> tuple[int, int, int]:
        """(C, H, W) of z, for images of a shape (C, H, W).

        Raises:
            ConfigError: if the image cannot be halved as often as needed, or the latent dimensions are not channels × places.
        """
        factor = 2 ** (len(self.widths) - 1)
        _, height, width = image_shape
        if height % factor or width % factor:
            raise ConfigError(
                f"images are {width}×{height}; this autoencoder_kl takes multiples of {factor}. Set data.size to one."
            )
        places = (height // factor) * (width // factor)
        if self.latent_dim % places:
            raise ConfigError(
                f"model.latent_dim = {self.latent_dim}: z has {height // factor}×{width // factor} places for images of "
                f"{width}×{height}, so it must be a multiple of {places}, such as {4 * places} for 4 channels."
            )
        return self.latent_dim // places, height // factor, width // factor

    @model_validator(mode="after")
    def _channels_are_counts_of_groups(self) -> "AutoencoderKlConfig":
        parts = [part.strip() for part in self.channels.split(",")]
        good = all(part.isascii() and part.isdigit() and len(part) <= 4 and 0 < int(part) <= _MOST_CHANNELS for part in parts)
        if not good or len(parts) > _MOST_STAGES:
            raise ValueError(
                f"model.channels = {shown(self.channels)}: write 1 to {_MOST_STAGES} whole numbers up to {_MOST_CHANNELS:,}, "
                "such as '128, 256, 512, 512'"
            )
        if any(width % self.norm_groups for width in self.widths):
            raise ValueError(
                f"model.norm_groups = {self.norm_groups}: the channels of each stage ({self.channels}) must be a multiple of it"
            )
        return self


_MOST_STAGES, _MOST_CHANNELS = 7, 4096


NETWORKS.add(
    Network(
        name="conv",
        label="Convolutional",
        summary="convolutions that halve the image",
        settings=ConvConfig,
        size="width",
        code="latentlab.models.conv:build",
    ),
    Network(
        name="mlp",
        label="MLP",
        summary="fully connected layers",
        settings=MlpConfig,
        size="hidden",
        code="latentlab.models.mlp:build",
    ),
    Network(
        name="resnet",
        label="ResNetV2",
        summary="ResNetV2 as in “How to train your VAE”",
        paper="Rivera 2024",
        settings=ResNetConfig,
        size="width",
        whole_batch=lambda settings: (
            "model.norm = 'batch' normalises by the batch (affine does not)" if settings.norm == "batch" else ""
        ),
        code="latentlab.models.resnet:build",
    ),
    Network(
        name="ladder",
        label="Ladder (two levels)",
        summary="convolutional, with two levels of latents, the upper of which shapes the lower one's prior",
        paper="Sønderby et al. 2016",
        settings=LadderConfig,
        levels=2,
        size="width",
        z="(z₂, ε): the upper level's dimensions, then ε = (z₁ − μ(z₂)) / σ(z₂) of the lower level, N(0, 1) in the prior; mean "
        "and logvar are those of q(z₂|x), and of q(ε|x, z₂) where z₂ is at its mean",
        code="latentlab.models.ladder:build",
    ),
    Network(
        name="pythae",
        label="pythae",
        summary="the networks that pythae brings, to which its weights fit",
        paper="Chadebec et al. 2022",
        settings=PythaeConfig,
        size="encoder",
        whole_batch=lambda settings: (
            "pythae's convolutional networks normalise by the batch (mlp and resnet do not)"
            if "conv" in settings.encoder + settings.decoder
            else ""
        ),
        code="latentlab.models.pythae:build",
    ),
    Network(
        name="autoencoder_kl",
        label="AutoencoderKL",
        summary="the auto-encoder of latent diffusion models, whose z is a small image",
        paper="Rombach et al. 2022",
        settings=AutoencoderKlConfig,
        size="channels",
        z="(z_raw - shift) * scale of the encoder's own output, channels first, flattened, as a diffusion model sees it; "
        "mean and logvar are those of q(z|x)",
        latent_shape=lambda settings, image_shape: settings.latent_shape(image_shape),
        code="latentlab.models.autoencoder_kl:build",
    ),
    Network(
        name="graph",
        label="ONNX graphs",
        summary="an encoder and a decoder of another program",
        settings=GraphConfig,
        size="encoder_bytes",
        trained=False,
        code="latentlab.models.graph:build",
    ),
    Network(
        name="own",
        label="Your own",
        summary="a Python object of the process that opened the window",
        settings=OwnConfig,
        size="latent_dim",
        trained=False,
        code="latentlab.models.own:build",
    ),
)


def knows_sigma(model: ModelConfig) -> bool:
    """Whether the encoder gives the variance of q(z|x) beside its mean."""
    return bool(getattr(model, "sigma", True))


def latent_shape_of(model: ModelConfig, image_shape: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """The shape (C, H, W) of z for images of a shape (C, H, W); None where z has no places, or the images do not fit."""
    try:
        return NETWORKS.of(model).latent_shape(model, image_shape)
    except ConfigError:
        return None
