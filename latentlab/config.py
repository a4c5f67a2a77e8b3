"""What a run is made of: one frozen, validated model per component, read from and written to TOML.

An unknown key or a value out of range raises `ConfigError` with the field, the value and what would be right.
"""

import difflib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from latentlab.errors import ConfigError, FileError, MissingFileError, shown
from latentlab.expected import expected
from latentlab.files.text import parse_toml, read_toml
from latentlab.policies import saved_policies
from latentlab.resources import resource

DEFAULT_PRESET = "digits"
_THREE_CHANNELS = re.compile(r"[1-9][0-9]{0,3},[1-9][0-9]{0,3},[1-9][0-9]{0,3}")
SMALLEST_SIZE, LARGEST_SIZE = 16, 256
"""Height and width of images in pixels that networks are made for."""


class Component(BaseModel):
    """Base of every part of a `RunConfig`.

    A field's metadata carries what a form needs beside its type: `main` (shown unfolded), `only` (a mapping from a sibling
    field to the values for which this one is read) and `while_positive` (the sibling that must be above 0 for it).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _setting(
    default: Any,
    description: str,
    *,
    main: bool = False,
    only: Mapping[str, tuple[str | bool, ...]] | None = None,
    while_positive: str | None = None,
    **limits: Any,
) -> Any:
    extra: dict[str, Any] = {"main": main}
    if only:
        extra["only"] = {field: list(values) for field, values in only.items()}
    if while_positive:
        extra["while_positive"] = while_positive
    return Field(default, description=description, json_schema_extra=extra, **limits)


class DataConfig(Component):
    """Which images, at which size, and how they are split."""

    name: Literal[
        "digits",
        "sprites",
        "mnist",
        "fashion-mnist",
        "kmnist",
        "emnist",
        "omniglot",
        "cifar10",
        "celeba",
        "folder",
        "array",
    ] = _setting("digits", "Image collection.", main=True)
    root: str = _setting(
        "",
        "Folder that holds the files of the collection, or for your own images the folder, .zip, .tar, .parquet, .npz or .npy "
        "file that they are in (not needed for digits, which ship with scikit-learn, and sprites, which are drawn).",
        main=True,
        only={"name": ("mnist", "fashion-mnist", "kmnist", "emnist", "omniglot", "cifar10", "celeba", "folder", "array")},
    )
    subset: Literal["balanced", "byclass", "bymerge", "letters", "digits", "mnist"] = _setting(
        "balanced",
        "Which of EMNIST's sets: digits and letters in 47 classes of like size, in all 62 or the 47 classes as they came, "
        "letters in 26, or digits.",
        only={"name": ("emnist",)},
    )
    size: Annotated[int, Field(ge=SMALLEST_SIZE, le=LARGEST_SIZE)] | None = _setting(
        None,
        "Height and width in pixels; empty: the collection's own (digits, sprites and CIFAR-10 32, MNIST, its kin and Omniglot "
        "28, CelebA and image folder 64, an array file that of its images).",
    )
    channels: Literal["auto", "grey", "colour"] = _setting(
        "auto",
        "Grey or colour; auto: colour if any of the images is, and grey for sprites.",
        only={"name": ("sprites", "folder")},
    )
    fit: Literal["crop", "pad"] = _setting(
        "crop",
        "How an image becomes square: cropped about its centre, or kept whole between borders.",
        only={"name": ("folder",)},
    )
    pad: Literal["black", "white", "edge", "mean"] = _setting(
        "black",
        "What the borders show: black, white, the image's outermost pixels continued, or its mean colour.",
        only={"name": ("folder",), "fit": ("pad",)},
    )
    background: Literal["black", "grey", "white"] = _setting(
        "black", "The colour beneath what is transparent.", only={"name": ("folder",)}
    )
    frames: Literal["first", "images", "channels"] = _setting(
        "first",
        "What becomes of files with several frames or pages (GIF, animated PNG and WebP, TIFF): the first is taken, each is an "
        "image, or each is a channel of one image.",
        only={"name": ("folder",)},
    )
    range: Literal["auto", "full", "set", "percentile", "window"] = _setting(
        "auto",
        "Which values become black and white, in all images alike. full: the least and the largest that the kind of value "
        "allows (0 to 1 for fractions); set: the least and the largest of all images; percentile: the same without the few "
        "outermost; window: two given values; auto: full for 8 bits and where most of it is used, set otherwise.",
        only={"name": ("folder", "array")},
    )
    range_low: float = _setting(0.0, "The value that becomes black.", only={"name": ("folder", "array"), "range": ("window",)})
    range_high: float = _setting(
        255.0, "The value that becomes white.", only={"name": ("folder", "array"), "range": ("window",)}
    )
    range_percent: float = _setting(
        1.0,
        "Percent of all values that are cut off at each end.",
        only={"name": ("folder", "array"), "range": ("percentile",)},
        ge=0.0,
        lt=50.0,
    )
    resample: Literal["auto", "nearest", "area", "bilinear", "bicubic", "lanczos"] = _setting(
        "auto",
        "How images are scaled; all but nearest average where they shrink. auto: lanczos for image files, bilinear for others.",
        only={"name": ("digits", "mnist", "fashion-mnist", "kmnist", "emnist", "cifar10", "folder", "array")},
    )
    shown: str = _setting(
        "",
        "Which channels are shown as red, green and blue where there are more, such as 4,2,1; empty: the first three.",
        only={"name": ("folder", "array")},
    )
    flip: bool = _setting(
        False, "Exchange left and right of each training image with probability ½, each time that it is learned from."
    )
    test_fraction: float = _setting(0.2, "Share of the images held out for measuring.", gt=0.0, lt=1.0)
    split_seed: int = _setting(
        0, "Seed of the split, apart from the run's seed, so that runs with other seeds hold out the same images.", ge=0
    )
    validation_fraction: float = _setting(
        0.1,
        "Share of the training images, 1,024 at most, that are never learned from: the objective's bound on them tells the "
        "best checkpoint, and when train.patience is at its end. 0 keeps no best one.",
        ge=0.0,
        le=0.5,
    )
    hold_out: Literal["test", "validation"] = _setting(
        "test",
        "What is held out for measuring: the test images, or, to choose settings by, the same share of the training images, "
        "while the test images are left untouched.",
    )

    @field_validator("shown")
    @classmethod
    def _names_three_channels(cls, shown: str) -> str:
        if shown and not _THREE_CHANNELS.fullmatch(shown):
            raise ValueError(f"data.shown = {shown!r}: should be three channels from 1 on, such as 4,2,1, or empty")
        return shown

    @model_validator(mode="after")
    def _has_a_window(self) -> "DataConfig":
        if self.range == "window" and self.range_low >= self.range_high:
            raise ValueError(f"data.range_low = {self.range_low:g}: should be below data.range_high = {self.range_high:g}")
        return self


class ModelConfig(Component):
    """The encoder and decoder networks."""

    name: Literal["conv", "mlp", "resnet", "ladder"] = _setting(
        "conv",
        "Family of the encoder and decoder networks; resnet: ResNetV2 as in “How to train your VAE”; ladder: convolutional, "
        "with two levels of latents, the upper of which shapes the lower one's prior.",
        main=True,
    )
    latent_dim: int = _setting(10, "Number of latent dimensions D, of all levels together.", main=True, ge=1, le=1024)
    top_dim: int = _setting(4, "Dimensions of the upper level, which come first in z.", only={"name": ("ladder",)}, ge=1)
    width: int = _setting(
        32,
        "Channels of the first convolution; conv doubles them at each halving of the image, resnet keeps them (128 published).",
        only={"name": ("conv", "resnet", "ladder")},
        ge=1,
        le=512,
    )
    blocks: int = _setting(
        2,
        "Identity blocks in each stage of the encoder; the decoder has half as many, rounded up (published: 2).",
        only={"name": ("resnet",)},
        ge=1,
        le=8,
    )
    norm: Literal["batch", "affine"] = _setting(
        "batch",
        "batch: batch normalisation; affine: its gains and biases alone, which is what remains of it in the released code of "
        "“How to train your VAE”, where it is never told to train.",
        only={"name": ("resnet",)},
    )
    weights: Literal["pytorch", "glorot"] = _setting(
        "pytorch", "How weights are drawn at first: PyTorch's own scheme, or Glorot's with biases of 0 (Keras' own)."
    )
    hidden: int = _setting(512, "Units of each hidden layer.", only={"name": ("mlp", "ladder")}, ge=1, le=8192)
    layers: int = _setting(2, "Number of hidden layers.", only={"name": ("mlp",)}, ge=1, le=8)


class LikelihoodConfig(Component):
    """p(x|z), the distribution that the decoder describes."""

    name: Literal["bernoulli", "gaussian", "laplace", "discretized_logistic"] = _setting(
        "bernoulli",
        "Distribution of a pixel value given z. Bernoulli and the discretised logistic mixture (256 grey levels, Salimans et "
        "al. 2017) give probabilities, Gaussian and Laplace densities: their nats do not compare with each other.",
        main=True,
    )
    binarize: Literal["none", "threshold", "stochastic"] = _setting(
        "none",
        "How grey values become 0 or 1: kept as they are, cut at 0.5, or drawn at each step with their value as probability.",
        only={"name": ("bernoulli",)},
    )
    binarize_order: Literal["after_t", "before_t"] = _setting(
        "after_t",
        "Whether t acts on the grey image, which is made black and white after it (as in the CR-VAE authors' pipeline), or the "
        "other way round.",
        only={"name": ("bernoulli",), "binarize": ("threshold", "stochastic")},
    )
    dequantize: bool = _setting(
        False,
        "Add uniform noise of one grey level, drawn at each step, so that the density bounds a probability of grey levels and "
        "has bits per pixel value.",
        only={"name": ("gaussian", "laplace")},
    )
    output: Literal["sigmoid", "linear"] = _setting(
        "sigmoid",
        "How the decoder's output becomes the centre of p(x|z): squashed into [0, 1], or (output + 1) / 2 as it is, cut to "
        "[0, 1] for display only.",
        only={"name": ("gaussian", "laplace")},
    )
    mixtures: int = _setting(5, "Logistic distributions that are mixed.", only={"name": ("discretized_logistic",)}, ge=1, le=32)
    scale: Literal["fixed", "learned", "optimal"] = _setting(
        "optimal",
        "The spread of p(x|z): fixed, one learned value, or the closed form that is optimal for the batch "
        "(σ-VAE: the root of its mean squared error, or its mean absolute error for Laplace).",
        only={"name": ("gaussian", "laplace")},
    )
    scale_value: float = _setting(
        0.1,
        "The spread in units of the pixel range [0, 1] (σ for Gaussian, b for Laplace); where it is learned, its start.",
        only={"name": ("gaussian", "laplace"), "scale": ("fixed", "learned")},
        gt=0.0,
    )


class ObjectiveConfig(Component):
    """The bound that is optimised."""

    name: Literal["vae", "iwae", "aggregate"] = _setting(
        "vae",
        "vae: distortion + β·KL (β = 1 is the negative ELBO, else a β-VAE); iwae: the importance-weighted bound of K samples; "
        "aggregate: distortion + KL of the aggregate posterior to the prior, with a term against variance collapse "
        "(“How to train your VAE”).",
        main=True,
    )
    beta: float = _setting(
        1.0, "Weight β of the KL term; 1 is the VAE, above 1 the β-VAE.", main=True, only={"name": ("vae", "aggregate")}, ge=0.0
    )
    kl_warmup: int = _setting(
        0,
        "Steps over which the KL's weight grows in a line from 0 to β, or of one cycle; 0 keeps β throughout.",
        only={"name": ("vae", "aggregate")},
        ge=0,
    )
    kl_schedule: Literal["linear", "cyclical"] = _setting(
        "linear",
        "linear: the warm-up happens once; cyclical: anew in every cycle, over its first half.",
        only={"name": ("vae", "aggregate")},
        while_positive="kl_warmup",
    )
    free_bits: float = _setting(
        0.0, "Nats per dimension that the KL term gives away: its floor for each dimension.", only={"name": ("vae",)}, ge=0.0
    )
    capacity: float = _setting(
        0.0,
        "Target C of the KL in nats: the term becomes β·|KL − C|, C growing in a line from 0 (Burgess et al. 2018); 0 is off.",
        only={"name": ("vae",)},
        ge=0.0,
    )
    capacity_steps: int = _setting(1000, "Steps over which C grows.", only={"name": ("vae",)}, while_positive="capacity", ge=1)
    num_importance_samples: int = _setting(
        5, "K, the samples of z per image. K = 1 is the ELBO.", main=True, only={"name": ("iwae",)}, ge=1, le=1024
    )
    gradient: Literal["standard", "dreg"] = _setting(
        "standard",
        "How the encoder learns from the bound: its own gradient, or the doubly reparameterised one, whose noise does not grow "
        "with K (Tucker et al. 2019). The bound that is shown is the same.",
        only={"name": ("iwae",)},
    )
    moments: Literal["mixture", "means"] = _setting(
        "mixture",
        "The variance of the aggregate posterior: of the mixture (variance of the means plus mean variance), or of the means "
        "alone, as the published code has it.",
        only={"name": ("aggregate",)},
    )
    variance_weight: float = _setting(
        0.1,
        "Weight γ of Σ mean(σ² − log σ² − 1), which holds each posterior's variance near 1.",
        main=True,
        only={"name": ("aggregate",)},
        ge=0.0,
    )


class ConsistencyConfig(Component):
    """A term that asks x and t(x) for like posteriors, beside the objective of x and of t(x)."""

    weight: float = _setting(0.0, "Weight λ of the term; 0 leaves t(x) out altogether.", main=True, ge=0.0)
    name: Literal["kl", "triplet", "info_nce", "none"] = _setting(
        "kl",
        "kl: KL between the posteriors (CR-VAE); triplet and info_nce: contrastive losses on their means, for comparison; "
        "none: L(x) + L(t(x)) without a term, whatever λ is, to tell what training on t(x) alone brings.",
    )
    direction: Literal["forward", "reverse", "symmetric"] = _setting(
        "forward",
        "forward: KL(q(z|t(x)) ‖ q(z|x)), as published; reverse: the other way round; symmetric: their sum (Jeffreys).",
        only={"name": ("kl",)},
        while_positive="weight",
    )
    margin: float = _setting(
        1.0,
        "By how much another image's mean must be farther than t(x)'s.",
        only={"name": ("triplet",)},
        gt=0.0,
        while_positive="weight",
    )
    temperature: float = _setting(
        0.1, "Of the similarities between means.", only={"name": ("info_nce",)}, gt=0.0, while_positive="weight"
    )
    warmup: int = _setting(
        0,
        "Steps over which λ grows in a line from 0.",
        only={"name": ("kl", "triplet", "info_nce")},
        ge=0,
        while_positive="weight",
    )

    @property
    def has_term(self) -> bool:
        """Whether a term compares x with t(x)."""
        return self.weight > 0 and self.name != "none"

    @property
    def trains_on_t(self) -> bool:
        """Whether each step sees t(x) beside x, and so twice as many images."""
        return self.has_term or self.name == "none"

    @property
    def speed_unit(self) -> str:
        """Of the training images a second, which are counted once."""
        return "img/s + t(x)" if self.trains_on_t else "img/s"


class AdversarialConfig(Component):
    """A PatchGAN discriminator that judges reconstructions, over any objective."""

    weight: float = _setting(0.0, "Weight of the adversarial term; 0 trains without a discriminator.", main=True, ge=0.0)
    loss: Literal["bce", "hinge", "least_squares"] = _setting(
        "bce", "Kind of adversarial loss on the map of logits.", while_positive="weight"
    )
    start: int = _setting(0, "Step at which the discriminator begins to learn.", ge=0, while_positive="weight")
    warmup: int = _setting(
        0, "Steps after its start before the discriminator's verdict reaches the VAE.", ge=0, while_positive="weight"
    )
    learning_rate: float = _setting(1e-4, "Of the discriminator's own Adam.", gt=0.0, le=1.0, while_positive="weight")
    width: int = _setting(128, "Filters of its first layers; the published 128.", ge=2, le=512, while_positive="weight")
    norm: Literal["batch", "affine"] = _setting(
        "batch",
        "batch: batch normalisation and dropout; affine: neither, but for the gains and biases (see model.norm).",
        while_positive="weight",
    )
    adaptive: bool = _setting(
        False,
        "Scale the weight so that the term's gradient at the decoder's last layer is as large as the distortion's (VQGAN).",
        while_positive="weight",
    )
    adaptive_cap: float = _setting(
        100.0, "Largest factor of the adaptive weight.", only={"adaptive": (True,)}, gt=0.0, while_positive="weight"
    )


PolicyName = Literal[
    "simple",
    "large",
    "simple_jitter",
    "large_jitter",
    "simple_vertical_flip",
    "large_vertical_flip",
    "simple_vertical_flip_jitter",
    "large_vertical_flip_jitter",
    "simple_both_flips",
    "large_both_flips",
]
_FORMER_POLICIES = {"simple_flip": "simple_both_flips", "large_flip": "large_both_flips"}
"""Names that runs of earlier versions have."""
_CUSTOM = {"policy": ("custom",)}


class TransformConfig(Component):
    """The random transformation t that consistency asks the posterior not to notice."""

    policy: Literal[PolicyName, "custom"] = _setting(
        "simple",
        "simple: ±15°, shifts to 5 %, scale 0.9–1.1; large: ±30°, 10 %, 0.75–1.25; _jitter adds brightness, contrast and hue, "
        "_vertical_flip top-bottom flips (these are the policies of the CR-VAE authors' code, which warps by nearest neighbour "
        "and whole pixels and draws the order of its colour steps; here the warp is bilinear and the order fixed); _both_flips "
        "adds left-right flips too and is LatentLab's own; custom: the ranges given here. A saved policy goes by its name too.",
        main=True,
    )
    border: Literal["zeros", "border", "reflection"] = _setting(
        "zeros", "What fills the places that the warp brings in from outside the image."
    )
    degrees: float = _setting(0.0, "Rotation is drawn from ± this many degrees.", only=_CUSTOM, ge=0.0, le=180.0)
    shift: float = _setting(0.0, "Translation is drawn from ± this share of the side.", only=_CUSTOM, ge=0.0, le=1.0)
    scale_min: float = _setting(1.0, "Least scale; above 1 enlarges.", only=_CUSTOM, gt=0.0, le=10.0)
    scale_max: float = _setting(1.0, "Largest scale.", only=_CUSTOM, gt=0.0, le=10.0)
    shear: float = _setting(0.0, "Shear is drawn from ± this many degrees.", only=_CUSTOM, ge=0.0, lt=90.0)
    flip_horizontal: bool = _setting(False, "Exchange left and right with probability ½.", only=_CUSTOM)
    flip_vertical: bool = _setting(False, "Exchange top and bottom with probability ½.", only=_CUSTOM)
    brightness: float = _setting(0.0, "Values are multiplied by 1 ± this.", only=_CUSTOM, ge=0.0, le=1.0)
    contrast: float = _setting(0.0, "Distances from the image's mean are multiplied by 1 ± this.", only=_CUSTOM, ge=0.0, le=1.0)
    saturation: float = _setting(0.0, "Distances from grey are multiplied by 1 ± this.", only=_CUSTOM, ge=0.0, le=1.0)
    hue: float = _setting(0.0, "Hues are turned by ± this part of the colour circle.", only=_CUSTOM, ge=0.0, le=0.5)
    noise: float = _setting(0.0, "Largest standard deviation of added noise, pixels in [0, 1].", only=_CUSTOM, ge=0.0, le=1.0)
    blur: float = _setting(0.0, "Largest σ of a Gaussian blur in pixels.", only=_CUSTOM, ge=0.0, le=16.0)
    erase: float = _setting(0.0, "Largest share of the area that is blackened.", only=_CUSTOM, ge=0.0, le=1.0)

    @model_validator(mode="after")
    def _has_a_range(self) -> "TransformConfig":
        if self.scale_min > self.scale_max:
            raise ValueError(f"transform.scale_min = {self.scale_min:g}: above transform.scale_max = {self.scale_max:g}")
        return self


class TrainConfig(Component):
    """How long and how fast."""

    steps: int = _setting(3000, "Optimiser steps of the whole run.", main=True, ge=1)
    batch_size: int = _setting(64, "Images per step.", main=True, ge=2, le=65536)
    learning_rate: float = _setting(1e-3, "Adam's step size.", main=True, gt=0.0, le=1.0)
    adam_epsilon: float = _setting(1e-8, "Added to the root of Adam's mean squared gradient; Keras has 1e-7.", gt=0.0, le=1.0)
    adam_beta1: float = _setting(0.9, "Adam's decay of the mean gradient, for both networks.", ge=0.0, lt=1.0)
    ema_decay: float = _setting(
        0.0,
        "Decay a step of a running average of the weights, which is then what is looked at, measured and opened; 0 keeps none.",
        ge=0.0,
        lt=1.0,
    )
    gradient_clip: float = _setting(0.0, "Largest norm of the whole gradient; 0 does not clip.", ge=0.0)
    patience: int = _setting(
        0,
        "Measurements in a row, one at each checkpoint, that may pass without a new best bound on the validation images before "
        "training ends; 0 trains to the last step.",
        ge=0,
    )
    precision: Literal["float32", "bf16", "fp16"] = _setting(
        "float32", "Arithmetic of the networks; KL terms stay in float32. bf16 pays on GPUs, rarely on CPUs; fp16 needs CUDA."
    )
    threads: Annotated[int, Field(ge=1, le=1024)] | None = _setting(
        None, "CPU threads; empty takes all, or all but one while a window is open."
    )
    recover: int = _setting(
        0,
        "How often a run whose loss stops being finite may go back to its last checkpoint by itself, each time at half the "
        "learning rate; 0 stops it.",
        ge=0,
        le=20,
    )
    report_every: int = _setting(20, "Steps over which reported numbers are averaged.", ge=1)
    checkpoint_every: int = _setting(500, "Steps between checkpoints and measurements on held-out images.", ge=1)


class RunConfig(Component):
    """Everything that decides what a run computes.

    Raises:
        ConfigError: from `parse_config` and what builds on it; direct construction raises pydantic's ValidationError.
    """

    name: str = Field("run", description="Short name, part of the run folder's.", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")
    seed: int = Field(0, description="Seed of weights, batches, noise and transformations.", ge=0, lt=2**63)
    device: str = Field("auto", description="auto, cpu, cuda, cuda:N or mps.", pattern=r"^(auto|cpu|cuda(:\d{1,2})?|mps)$")
    data: DataConfig = DataConfig()
    model: ModelConfig = ModelConfig()
    likelihood: LikelihoodConfig = LikelihoodConfig()
    objective: ObjectiveConfig = ObjectiveConfig()
    consistency: ConsistencyConfig = ConsistencyConfig()
    adversarial: AdversarialConfig = AdversarialConfig()
    transform: TransformConfig = TransformConfig()
    train: TrainConfig = TrainConfig()

    @property
    def objective_title(self) -> str:
        """The method's usual name, such as "CR-VAE (λ = 0.1)"."""
        objective = self.objective
        weight = self.consistency.weight if self.consistency.has_term else 0.0
        base, settings = {
            "vae": ("VAE", []) if objective.beta == 1 else ("β-VAE", [f"β = {objective.beta:g}"]),
            "iwae": ("IWAE", [f"K = {objective.num_importance_samples}"]),
            "aggregate": ("aggregate-VAE", [f"γ = {objective.variance_weight:g}"]),
        }[objective.name]
        kinds = {"kl": "CR-", "triplet": "triplet-", "info_nce": "InfoNCE-", "none": "augmented "}
        kind = kinds[self.consistency.name] if self.consistency.trains_on_t else ""
        name = kind + base + (" + GAN" if self.adversarial.weight else "")
        settings = [*settings, *([f"λ = {weight:g}"] if weight else [])]
        return f"{name} ({', '.join(settings)})" if settings else name

    @model_validator(mode="after")
    def _agree(self) -> "RunConfig":
        for key, length, matters in (
            ("objective.kl_warmup", self.objective.kl_warmup, applies(self.objective, "kl_warmup")),
            ("objective.capacity_steps", self.objective.capacity_steps, self.objective.capacity > 0),
            ("consistency.warmup", self.consistency.warmup, self.consistency.has_term),
        ):
            if matters and length > self.train.steps:
                raise ValueError(f"{key} = {length}: longer than the run (train.steps = {self.train.steps})")
        if self.train.patience and not self.data.validation_fraction:
            raise ValueError(
                f"train.patience = {self.train.patience}: needs validation images to measure on, and data.validation_fraction "
                "is 0; give it a share such as 0.1"
            )
        if self.model.name == "ladder":
            self._suits_two_levels()
        reached = self.adversarial.start + self.adversarial.warmup
        if self.adversarial.weight > 0 and reached >= self.train.steps:
            raise ValueError(
                f"adversarial.start = {self.adversarial.start}: with its warm-up the term begins at step {reached}, "
                f"after the last (train.steps = {self.train.steps})"
            )
        return self

    def _suits_two_levels(self) -> None:
        if self.model.top_dim >= self.model.latent_dim:
            raise ValueError(
                f"model.top_dim = {self.model.top_dim}: leaves none of the {self.model.latent_dim} dimensions of "
                "model.latent_dim to the lower level"
            )
        if self.objective.name == "aggregate":
            raise ValueError(
                "objective.name = 'aggregate': matches the moments of one Gaussian an image, which model.name = 'ladder' does "
                "not have; use vae or iwae, or another network"
            )
        if self.objective.name == "iwae" and self.objective.gradient == "dreg":
            raise ValueError(
                "objective.gradient = 'dreg': is for latents of one level, and model.name = 'ladder' has two; use standard"
            )


def with_data_root(config: RunConfig, root: str | Path) -> RunConfig:
    """The same settings with the images in another place."""
    return config.model_copy(update={"data": config.data.model_copy(update={"root": str(root)})})


@dataclass(frozen=True)
class Change:
    """A setting that was changed when a run was resumed.

    Attributes:
        key: dotted, such as "train.learning_rate".
        old: its value before; None where it was not set.
        new: its value since.
    """

    key: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.key}: {_shown(self.old)} → {_shown(self.new)}"


def _shown(value: object) -> str:
    return "not set" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def parse_config(values: Mapping[str, Any]) -> RunConfig:
    """Validate nested plain values.

    Raises:
        ConfigError: naming each field that is wrong, its value and what would be right.
    """
    try:
        return RunConfig.model_validate(_with_ranges(values))
    except ValidationError as error:
        raise ConfigError("; ".join(_explain(detail) for detail in error.errors())) from None


def load_config(path: str | Path) -> RunConfig:
    """Read a config's TOML file, or the `run.toml` that a run keeps.

    Raises:
        ConfigError: if the file cannot be read, is no TOML or holds a wrong setting.
    """
    path = Path(path)
    try:
        values = read_toml(path)
    except MissingFileError:
        raise ConfigError(f"{path}: cannot be read: No such file or directory.") from None
    except FileError as error:
        reason = "cannot be read: Is a directory" if path.is_dir() else error.reason
        raise ConfigError(f"{path}: {reason}.") from None
    if "schema_version" in values:
        if not isinstance(values.get("config"), dict):
            raise ConfigError(f"{path}: a run.toml without its config; it is incomplete.")
        values = values["config"]
    try:
        return parse_config(values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def dump_config(config: RunConfig) -> str:
    """The config as TOML text; settings left empty are left out."""
    return tomli_w.dumps(config.model_dump(exclude_none=True))


def override(config: RunConfig, assignments: Iterable[str]) -> RunConfig:
    """Apply `section.key=value` assignments, as given to `--set`.

    A value is read as TOML (`4`, `1e-3`, `true`, `"text"`); where text is expected, and for what is no TOML, quotes are not
    needed.

    Raises:
        ConfigError: for an assignment without `=`, an unknown key or a wrong value.
    """
    values = config.model_dump(exclude_none=True)
    for assignment in assignments:
        key, equals, text = assignment.partition("=")
        if not equals or not key.strip():
            raise ConfigError(f"--set {assignment}: write it as section.key=value, for example objective.beta=4.")
        section: Any = values
        *parents, leaf = key.strip().split(".")
        for depth, parent in enumerate(parents, start=1):
            if parent not in section:
                raise ConfigError(_unknown_key(tuple(parents[:depth])))
            if not isinstance(section[parent], dict):
                raise ConfigError(f"{'.'.join(parents[:depth])}: a single value, that has no settings of its own")
            section = section[parent]
        section[leaf] = _parse_value(text.strip(), _expects_text((*parents, leaf)))
        values = _with_ranges(values)  # what is assigned next may change what a saved policy brought
    return parse_config(values)


def transform_config(policy: str) -> TransformConfig:
    """The transformations of a policy that has a name: one that LatentLab knows, or one that a person saved.

    Raises:
        ConfigError: if there is none, or its file holds what is no range.
    """
    return parse_config({"transform": {"policy": policy}}).transform


def transform_from_text(text: str) -> TransformConfig:
    """A policy by its name, or by its ranges as in `degrees=20,shift=0.1`.

    Raises:
        ConfigError: if there is none of that name, or a range will not do.
    """
    if "=" not in text:
        return transform_config(text)
    assignments = (f"transform.{part.strip()}" for part in text.split(","))
    return override(parse_config({}), ["transform.policy=custom", *assignments]).transform


def transform_text(transform: TransformConfig) -> str:
    """What `transform_from_text` makes the same transformations of."""
    if transform.policy != "custom" and transform.border == "zeros":
        return transform.policy
    ranges = policy_ranges(transform)
    given = ranges.model_dump(exclude={"policy"}, exclude_defaults=True) or {"border": ranges.border}
    return ",".join(f"{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in given.items())


def current_policy(name: Any) -> Any:
    """A policy's name today, where it has changed; anything else as it is."""
    return _FORMER_POLICIES.get(name, name) if isinstance(name, str) else name


def policy_ranges(transform: TransformConfig) -> TransformConfig:
    """The same transformations with their ranges written out: those of the CR-VAE authors' code, but for `_both_flips`."""
    if transform.policy == "custom":
        return transform
    simple, jitter = transform.policy.startswith("simple"), transform.policy.endswith("_jitter")
    both_flips = transform.policy.endswith("_both_flips")
    return TransformConfig(
        policy="custom",
        border=transform.border,
        degrees=15 if simple else 30,
        shift=0.05 if simple else 0.10,
        scale_min=0.9 if simple else 0.75,
        scale_max=1.1 if simple else 1.25,
        flip_horizontal=both_flips,
        flip_vertical=both_flips or "_vertical_flip" in transform.policy,
        brightness=0.2 if jitter else 0.0,
        contrast=0.5 if jitter else 0.0,
        hue=0.2 if jitter else 0.0,
    )


def _with_ranges(values: Mapping[str, Any]) -> dict[str, Any]:
    """With a saved policy's ranges in the place of its name."""
    transform = values.get("transform")
    name = transform.get("policy") if isinstance(transform, Mapping) else None
    if isinstance(transform, Mapping) and current_policy(name) != name:
        return {**values, "transform": {**transform, "policy": current_policy(name)}}
    if not isinstance(name, str) or name in choices(TransformConfig.model_fields["policy"].annotation):
        return dict(values)
    damaged: list[FileError] = []
    saved = saved_policies(damaged.append)
    for error in damaged:
        if error.path.stem == name:
            raise ConfigError(f"transform.policy = {name!r}: {error}")
    if name not in saved:
        known = (*choices(TransformConfig.model_fields["policy"].annotation), *saved)
        raise ConfigError(f"transform.policy = {shown(name)}: there is no such policy; there are {', '.join(known)}.")
    return {**values, "transform": {**saved[name], "policy": "custom"}}


def preset_names() -> list[str]:
    """The presets that ship with LatentLab, the default one first."""
    names = sorted(path.stem for path in resource("presets").glob("*.toml"))
    return sorted(names, key=lambda name: name != DEFAULT_PRESET)


def load_preset(name: str) -> RunConfig:
    """A preset by name.

    Raises:
        ConfigError: if there is none of that name.
    """
    names = preset_names()
    if name not in names:
        raise ConfigError(f"no preset is called {name!r}; there are {', '.join(names)}.")
    return load_config(resource("presets", f"{name}.toml"))


def applies(component: Component, field: str) -> bool:
    """Whether a component, as it is set, reads this field of its own."""
    extra = type(component).model_fields[field].json_schema_extra
    if not isinstance(extra, dict):
        return True
    switch = extra.get("while_positive")
    if isinstance(switch, str) and not (getattr(component, switch) > 0 and applies(component, switch)):
        return False
    only = extra.get("only", {})
    assert isinstance(only, dict)
    return all(
        getattr(component, sibling) in values and applies(component, sibling)
        for sibling, values in only.items()
        if isinstance(values, list)
    )


def _parse_value(text: str, expects_text: bool) -> Any:
    if expects_text and not text.startswith(('"', "'")):
        return text
    try:
        return parse_toml(f"value = {text}".encode(errors="replace"), Path("--set"))["value"]
    except FileError:
        return text


_FORMS: dict[tuple[str, ...], str] = {
    ("name",): "must be letters, digits, '.', '_' and '-', 60 at most, the first a letter or digit",
    ("device",): "must be auto, cpu, cuda, cuda:N or mps",
}


def _explain(detail: Any) -> str:
    location = tuple(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(location)
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    message = _FORMS.get(location, "") if detail["type"] == "string_pattern_mismatch" else ""
    if isinstance(detail["input"], float) and not math.isfinite(detail["input"]):
        message = "must be a finite number"
    return f"{'.'.join(location)} = {shown(detail['input'])}: {message or expected(detail['msg'])}"


def _unknown_key(location: tuple[str, ...]) -> str:
    model = _model_at(location[:-1])
    fields = list(model.model_fields) if model else []
    close = difflib.get_close_matches(location[-1], fields, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{'.'.join(location)}: unknown setting; {hint}valid here: {', '.join(fields)}"


def _expects_text(location: tuple[str, ...]) -> bool:
    model = _model_at(location[:-1])
    field = model.model_fields.get(location[-1]) if model else None
    return field is not None and field.annotation is str


def _model_at(location: tuple[str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] = RunConfig
    for part in location:
        field = model.model_fields.get(part)
        annotation = field.annotation if field else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return None
        model = annotation
    return model


def choices(annotation: Any) -> tuple[str, ...]:
    """The values of a `Literal` annotation, none for any other."""
    return tuple(value for value in get_args(annotation) if isinstance(value, str))
