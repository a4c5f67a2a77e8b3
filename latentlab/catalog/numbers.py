"""The numbers that a run reports while it trains: what each is, its unit, its decimals and its colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from latentlab import metrics
from latentlab.catalog.entries import Catalog, Entry

NATS = "nats per image"


class Hue(NamedTuple):
    """A colour on light and on dark ground, each with a contrast of at least 3 to it."""

    light: str
    dark: str


@dataclass(frozen=True, kw_only=True)
class Number(Entry):
    """A reported number.

    Attributes:
        unit: empty for a pure number.
        decimals: shown after the point in tables; None where no table shows it.
        better: which of two values is, where the best checkpoint can be told by it.
    """

    unit: str = NATS
    decimals: int | None = None
    better: Literal["higher", "lower"] | None = None


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A term of a loss, reported as `term/…` and, weighted, as `loss/…`.

    Attributes:
        unit: before weighting.
        colour: of its curve.
        colour_t: of the same term of t(x).
        weight: the setting that weighs it, dotted; empty where none does.
    """

    unit: str = NATS
    colour: Hue
    colour_t: Hue
    weight: str = ""


# Okabe and Ito's hues, apart for colour-blind eyes, and another lightness of each for t(x).
_BLUE, _SKY = Hue("#0072B2", "#56B4E9"), Hue("#2E8FC9", "#A6D8F5")
_ORANGE, _BROWN = Hue("#B87F00", "#E69F00"), Hue("#7A5200", "#F2BF57")
_YELLOW, _OLIVE = Hue("#857B00", "#F0E442"), Hue("#5E5700", "#F7F19B")
_VERMILION, _RUST = Hue("#D55E00", "#FF7A33"), Hue("#8A3D00", "#FFB08A")
_GREEN, _PINK = Hue("#008F68", "#2BBF8F"), Hue("#C26597", "#CC79A7")

TERMS: Catalog[Term] = Catalog("term")
TERMS.add(
    Term(
        name=metrics.DISTORTION,
        label="distortion",
        summary="−log p(x|z) of one sample of z an image.",
        colour=_BLUE,
        colour_t=_SKY,
    ),
    Term(
        name=metrics.RATE,
        label="rate",
        summary="KL of the posterior to the prior.",
        colour=_ORANGE,
        colour_t=_BROWN,
        weight="objective.beta",
    ),
    Term(
        name=metrics.RATE_PENALTY,
        label="rate penalty",
        summary="What is optimised in the rate's place where free bits or a capacity change it.",
        colour=_ORANGE,
        colour_t=_BROWN,
        weight="objective.beta",
    ),
    Term(
        name=metrics.NEGATIVE_IWAE_BOUND,
        label="negative IWAE bound",
        summary="−log of the mean importance weight of K samples.",
        colour=_BLUE,
        colour_t=_SKY,
    ),
    Term(
        name=metrics.AGGREGATE_RATE,
        label="aggregate rate",
        summary="KL of the aggregate posterior's Gaussian to the prior.",
        colour=_ORANGE,
        colour_t=_BROWN,
        weight="objective.beta",
    ),
    Term(
        name=metrics.VARIANCE,
        label="variance",
        summary="Σ mean(σ² − log σ² − 1), which is 0 where every σ is 1.",
        colour=_YELLOW,
        colour_t=_OLIVE,
        weight="objective.variance_weight",
    ),
    Term(
        name=metrics.MUTUAL_INFORMATION,
        label="mutual information",
        summary="Between images and z, of the data's q(z) as the batch estimates it; at most log N for N images.",
        colour=_ORANGE,
        colour_t=_BROWN,
        weight="objective.alpha",
    ),
    Term(
        name=metrics.TOTAL_CORRELATION,
        label="total correlation",
        summary="KL of q(z) to the product of its dimensions', as the batch estimates it.",
        colour=_VERMILION,
        colour_t=_RUST,
        weight="objective.beta",
    ),
    Term(
        name=metrics.DIMENSION_WISE_KL,
        label="dimension-wise KL",
        summary="Σ of the KL of each dimension's q(z_d) to the prior, as the batch estimates it.",
        colour=_YELLOW,
        colour_t=_OLIVE,
        weight="objective.gamma",
    ),
    Term(
        name=metrics.DENSITY_RATIO_TC,
        label="total correlation by D",
        summary="Mean log density ratio of q(z) to the product of its dimensions', as the discriminator on z sees it; below 0 "
        "where it errs.",
        colour=_VERMILION,
        colour_t=_RUST,
        weight="objective.gamma",
    ),
    Term(
        name=metrics.DECORRELATION,
        label="decorrelation",
        summary="Σ of the squared covariances of two latent dimensions over images, which is 0 where none are correlated.",
        unit="squared covariance",
        colour=_VERMILION,
        colour_t=_RUST,
        weight="objective.off_diagonal_weight",
    ),
    Term(
        name=metrics.UNIT_VARIANCE,
        label="unit variance",
        summary="Σ of the squared distances from 1 of the latent dimensions' variances over images.",
        unit="squared variance",
        colour=_YELLOW,
        colour_t=_OLIVE,
        weight="objective.diagonal_weight",
    ),
    Term(
        name=metrics.MMD,
        label="MMD²",
        summary="Squared maximum mean discrepancy between z and the prior; unbiased, so that 0 is often a little below 0.",
        unit="kernel units (1 for two equal points, each bandwidth)",
        colour=_VERMILION,
        colour_t=_RUST,
        weight="objective.weight",
    ),
    Term(
        name=metrics.CONSISTENCY,
        label="consistency",
        summary="KL between the posteriors of x and t(x).",
        colour=_GREEN,
        colour_t=_GREEN,
        weight="consistency.weight",
    ),
    Term(
        name=metrics.TRIPLET,
        label="triplet",
        summary="Triplet loss on posterior means.",
        unit="squared units of z",
        colour=_GREEN,
        colour_t=_GREEN,
        weight="consistency.weight",
    ),
    Term(
        name=metrics.INFO_NCE,
        label="InfoNCE",
        summary="InfoNCE loss on posterior means.",
        colour=_GREEN,
        colour_t=_GREEN,
        weight="consistency.weight",
    ),
    Term(
        name=metrics.ADVERSARIAL,
        label="adversarial",
        summary="The discriminator's verdict on reconstructions.",
        colour=_RUST,
        colour_t=_RUST,
        weight="adversarial.weight",
    ),
)

NUMBERS: Catalog[Number] = Catalog("reported number")
NUMBERS.add(
    Number(
        name=metrics.TOTAL,
        label="total",
        summary="What the optimiser makes small: the sum of the weighted terms, those of t(x) among them where there are any.",
    ),
    Number(
        name=metrics.ELBO,
        label="ELBO",
        summary="The lower bound on log p(x), of x alone: where a run trains on t(x) too, that has no part in it.",
    ),
    Number(name=metrics.IWAE_BOUND, label="IWAE bound", summary="The bound of K samples, of x alone."),
    Number(
        name=metrics.EFFECTIVE_SAMPLE_SIZE,
        label="effective sample size",
        summary="Of the importance weights, between 1 and K.",
        unit="samples",
    ),
    Number(name=metrics.LEARNING_RATE, label="learning rate", summary="Of the optimiser, at the step of the report.", unit=""),
    Number(name=metrics.GRADIENT_NORM, label="gradient norm", summary="Of the whole gradient, before clipping.", unit=""),
    Number(
        name=metrics.TEST_ELBO,
        label="ELBO",
        summary="The lower bound on log p(x) by one sample, of held-out images without t.",
        decimals=2,
        better="higher",
    ),
    Number(name=metrics.TEST_DISTORTION, label="distortion", summary="Of held-out images.", decimals=2),
    Number(name=metrics.TEST_RATE, label="rate", summary="Of held-out images.", decimals=2),
    Number(
        name=metrics.TEST_MSE,
        label="MSE",
        summary="Mean squared error of held-out images, which are in [0, 1].",
        unit="per pixel value",
        decimals=5,
        better="lower",
    ),
    Number(
        name=metrics.TEST_CONSISTENCY_KL,
        label="consistency KL",
        summary="KL between the posteriors of held-out images and their t(x).",
        decimals=3,
    ),
    Number(
        name=metrics.TEST_ACTIVE_UNITS,
        label="active units",
        summary="Latent dimensions whose posterior means vary over held-out images.",
        unit="dimensions",
        decimals=0,
    ),
    Number(
        name=metrics.TEST_PIXEL_VARIANCE,
        label="pixel variance",
        summary="Mean over pixel positions of the variance over held-out images.",
        unit="per pixel value",
    ),
    Number(
        name=metrics.VALIDATION_BOUND,
        label="validation bound",
        summary="What the objective makes small of x alone, without a discriminator's term, its sign turned, on images that "
        "are not learned from.",
        better="higher",
    ),
    Number(name=metrics.DISC_LOSS, label="discriminator loss", summary="Mean over patches.", unit="nats per patch"),
    Number(name=metrics.LOGITS_REAL, label="logits of real", summary="Mean over patches of real images.", unit=""),
    Number(name=metrics.LOGITS_FAKE, label="logits of fake", summary="Mean over patches of reconstructions.", unit=""),
    Number(
        name=metrics.ACCURACY_REAL,
        label="accuracy on real",
        summary="Share of patches of real images with a positive logit.",
        unit="share of patches",
    ),
    Number(
        name=metrics.ACCURACY_FAKE,
        label="accuracy on fake",
        summary="Share of patches of reconstructions with a negative logit.",
        unit="share of patches",
    ),
    Number(
        name=metrics.GRADIENT_RATIO,
        label="gradient ratio",
        summary="Norm of the distortion's gradient over that of the adversarial term's, at the decoder's last layer.",
        unit="",
    ),
    Number(
        name=metrics.ADAPTIVE_WEIGHT,
        label="adaptive weight",
        summary="Of the adversarial term, scaled by the gradient ratio.",
        unit="",
    ),
    Number(
        name=metrics.FACTOR_LOSS,
        label="loss of the discriminator on z",
        summary="Cross-entropy of telling z from z of permuted dimensions; log 2 = 0.69 where it cannot tell.",
        unit="nats per sample",
    ),
    Number(
        name=metrics.FACTOR_ACCURACY,
        label="accuracy of the discriminator on z",
        summary="Share of samples told right, ½ where it cannot tell.",
        unit="share of samples",
    ),
    Number(
        name=metrics.MACHINE_CPU,
        label="CPU",
        summary="Processor time of LatentLab since the last report, of what all cores that it may use have.",
        unit="% of the cores",
    ),
    Number(name=metrics.MACHINE_MEMORY, label="memory", summary="Main memory that LatentLab's process takes.", unit="GiB"),
    Number(
        name=metrics.MACHINE_POWER,
        label="CPU power",
        summary="Mean power of the processor since the last report, whoever uses it.",
        unit="W",
    ),
    Number(
        name=metrics.MACHINE_GPU,
        label="GPU",
        summary="Share of the time in which the GPU computes, whoever uses it, at the moment of the report.",
        unit="% of the time",
    ),
    Number(
        name=metrics.MACHINE_GPU_MEMORY, label="GPU memory", summary="Memory of the GPU that PyTorch has taken.", unit="GiB"
    ),
    Number(
        name=metrics.MACHINE_GPU_POWER,
        label="GPU power",
        summary="Power of the GPU at the moment of the report, whoever uses it.",
        unit="W",
    ),
)


def unit(name: str) -> str:
    """Of a reported number, by its full name; empty for a pure one."""
    if name in NUMBERS:
        return NUMBERS[name].unit
    term = _term(name.removeprefix(metrics.raw(""))) if name.startswith(metrics.raw("")) else None
    return term.unit if term else NATS


def about(name: str) -> str:
    """What a reported number counts, in a sentence; empty for one of many, such as a term."""
    return NUMBERS[name].summary if name in NUMBERS else ""


def in_words(name: str) -> str:
    """A reported number as a list of all of them has it, such as "held-out ELBO" or "distortion in the loss"."""
    dimension = metrics.dim_of(name)
    if dimension is not None:
        return f"KL of z{dimension}"
    held_out = name.startswith("test/")
    if name in NUMBERS:
        return f"held-out {NUMBERS[name].label}" if held_out else NUMBERS[name].label
    for prefix, where in ((metrics.weighted(""), " in the loss"), (metrics.raw(""), "")):
        if name.startswith(prefix):
            return term_label(name.removeprefix(prefix)) + where
    return f"held-out {term_label(name.removeprefix('test/'))}" if held_out else name


def term_label(name: str) -> str:
    """A term as a legend has it, that of t(x) too."""
    term = _term(name)
    words = term.label if term else name.removesuffix(metrics.SUFFIX_T).replace("_", " ")
    return f"{words} of t(x)" if name.endswith(metrics.SUFFIX_T) else words


def term_hue(name: str) -> Hue | None:
    """The colours of a term's curve, of that of t(x) too; None where the term is unknown."""
    term = _term(name)
    return None if term is None else term.colour_t if name.endswith(metrics.SUFFIX_T) else term.colour


def term_weight(name: str) -> str:
    """The setting that weighs a term, that of t(x) too; empty where none does."""
    term = _term(name)
    return term.weight if term else ""


def term_colours() -> Mapping[str, Hue]:
    """Colour of every term, those of t(x) included."""
    return {
        **{term.name: term.colour for term in TERMS.values()},
        **{term.name + metrics.SUFFIX_T: term.colour_t for term in TERMS.values()},
    }


def machine_numbers() -> tuple[Number, ...]:
    """About the machine, in the order in which they are shown."""
    return tuple(number for number in NUMBERS.values() if metrics.is_of_machine(number.name))


def held_out_numbers() -> Mapping[str, int]:
    """What tables show of a checkpoint's measurement: name → decimals."""
    return {number.name: number.decimals for number in NUMBERS.values() if number.decimals is not None}


def _term(name: str) -> Term | None:
    return TERMS.get(name.removesuffix(metrics.SUFFIX_T))
