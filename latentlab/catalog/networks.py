"""The networks: encoders and decoders."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import model_validator

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting


@dataclass(frozen=True, kw_only=True)
class Network(SettingsEntry):
    """A network. Its code is `build(settings, image_shape, output_shape) -> latentlab.models.Networks`.

    Attributes:
        levels: of latents, 1 or 2.
        size: the setting that its size depends on most.
        z: what the latent vector is, for who uses the model elsewhere.
    """

    levels: int = 1
    size: str
    z: str = "the latent vector; mean and logvar are those of q(z|x)"


NETWORKS: SettingsCatalog[Network] = SettingsCatalog("network", "model", "conv")
_NAME: dict[str, Any] = {"description": "Family of the encoder and decoder networks.", "label": "Network", "main": True}


class ModelConfig(EntrySettings):
    """The encoder and decoder networks."""

    catalog: ClassVar[Any] = NETWORKS
    name: str = setting("conv", **_NAME)
    latent_dim: int = setting(
        10, "Number of latent dimensions D, of all levels together.", label="Latent dimensions", main=True, ge=1, le=1024
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


class OwnConfig(ModelConfig):
    """Of a model that lives in this process alone."""

    name: Literal["own"] = setting("own", **_NAME)
    key: str = setting("", "By which this process knows the model.")


LARGEST_GRAPH = 2**31 - 2**20
"""Bytes of an ONNX file in one piece."""


class GraphConfig(ModelConfig):
    """Of an encoder and a decoder that are ONNX graphs, whose bytes are the weights."""

    name: Literal["graph"] = setting("graph", **_NAME)
    encoder_bytes: int = setting(1, "Size of the encoder's graph.", ge=1, le=LARGEST_GRAPH)
    decoder_bytes: int = setting(1, "Size of the decoder's graph.", ge=1, le=LARGEST_GRAPH)
    low: float = setting(0.0, "What black is in the images that the graphs take and give.")
    high: float = setting(1.0, "What white is.")

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
