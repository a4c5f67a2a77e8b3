"""The likelihoods: what a decoder's output says of an image."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting


@dataclass(frozen=True, kw_only=True)
class Likelihood(SettingsEntry):
    """A likelihood. Its code is `build(settings) -> latentlab.models.Family`.

    Attributes:
        formula: settings → log p(x|z), in which x̂ is what the decoder gives; empty where it is not known.
    """

    formula: Callable[[Any], str] = lambda settings: ""


LIKELIHOODS: SettingsCatalog[Likelihood] = SettingsCatalog("likelihood", "likelihood", "bernoulli")
_NAME: dict[str, Any] = {
    "description": "Distribution of a pixel value given z. Nats of probabilities and of densities do not compare.",
    "label": "p(x|z)",
    "main": True,
}


class LikelihoodConfig(EntrySettings):
    """p(x|z), the distribution that the decoder describes."""

    catalog: ClassVar[Any] = LIKELIHOODS
    name: str = setting("bernoulli", **_NAME)


class BernoulliConfig(LikelihoodConfig):
    """Of Bernoulli pixels."""

    name: Literal["bernoulli"] = setting("bernoulli", **_NAME)
    binarize: Literal["none", "threshold", "stochastic"] = setting(
        "none",
        "How grey values become 0 or 1: kept as they are, cut at 0.5, or drawn at each step with their value as probability.",
        label="Grey values",
        words={"none": "As they are"},
    )
    binarize_order: Literal["after_t", "before_t"] = setting(
        "after_t",
        "Whether t acts on the grey image, which is made black and white after it (as in the CR-VAE authors' pipeline), or the "
        "other way round.",
        only={"binarize": ("threshold", "stochastic")},
    )


class SpreadConfig(LikelihoodConfig):
    """Of pixels that have a centre and a spread."""

    dequantize: bool = setting(
        False,
        "Add uniform noise of one grey level, drawn at each step, so that the density bounds a probability of grey levels and "
        "has bits per pixel value.",
    )
    output: Literal["sigmoid", "linear"] = setting(
        "sigmoid",
        "How the decoder's output becomes the centre of p(x|z): squashed into [0, 1], or (output + 1) / 2 as it is, cut to "
        "[0, 1] for display only.",
    )
    scale: Literal["fixed", "learned", "optimal"] = setting(
        "optimal",
        "The spread of p(x|z): fixed, one learned value, or the closed form that is optimal for the batch "
        "(σ-VAE: the root of its mean squared error, or its mean absolute error for Laplace).",
        label="Spread",
    )
    scale_value: float = setting(
        0.1,
        "The spread in units of the pixel range [0, 1] (σ for Gaussian, b for Laplace); where it is learned, its start.",
        label="Spread value",
        only={"scale": ("fixed", "learned")},
        gt=0.0,
    )


class GaussianConfig(SpreadConfig):
    """Of Gaussian pixels."""

    name: Literal["gaussian"] = setting("gaussian", **_NAME)


class LaplaceConfig(SpreadConfig):
    """Of Laplace pixels."""

    name: Literal["laplace"] = setting("laplace", **_NAME)


class DiscretizedLogisticConfig(LikelihoodConfig):
    """Of a mixture of logistics over grey levels."""

    name: Literal["discretized_logistic"] = setting("discretized_logistic", **_NAME)
    mixtures: int = setting(5, "Logistic distributions that are mixed.", ge=1, le=32)


class NoLikelihoodConfig(LikelihoodConfig):
    """Of a model whose p(x|z) is not known."""

    name: Literal["none"] = setting("none", **_NAME)


def _optimal_spread(settings: SpreadConfig) -> str:
    return "likelihood.scale = 'optimal' is the batch's own (fixed and learned are not)" if settings.scale == "optimal" else ""


LIKELIHOODS.add(
    Likelihood(
        name="bernoulli",
        label="Bernoulli",
        summary="a probability of black and white",
        formula=lambda settings: "log p(x|z) = Σ (x log x̂ + (1 − x) log (1 − x̂))",
        settings=BernoulliConfig,
        code="latentlab.models.families:BernoulliFamily",
    ),
    Likelihood(
        name="gaussian",
        label="Gaussian",
        summary="a density",
        formula=lambda settings: "log p(x|z) = Σ (−(x − x̂)²/(2σ²) − log (2πσ²)/2)",
        settings=GaussianConfig,
        whole_batch=_optimal_spread,
        code="latentlab.models.families:GaussianFamily",
    ),
    Likelihood(
        name="laplace",
        label="Laplace",
        summary="a density with heavier tails",
        formula=lambda settings: "log p(x|z) = Σ (−|x − x̂|/b − log (2b))",
        settings=LaplaceConfig,
        whole_batch=_optimal_spread,
        code="latentlab.models.families:LaplaceFamily",
    ),
    Likelihood(
        name="discretized_logistic",
        label="Discretized logistic",
        summary="a probability of 256 grey levels, by a mixture of logistics",
        formula=lambda settings: (
            "log p(x|z) = Σ log Σₖ πₖ (F((x + h − mₖ)/sₖ) − F((x − h − mₖ)/sₖ)), F the logistic function, h half a grey level, "
            f"K = {settings.mixtures}"
        ),
        paper="Salimans et al. 2017",
        settings=DiscretizedLogisticConfig,
        code="latentlab.models.families:DiscretizedLogisticFamily",
    ),
    Likelihood(
        name="none",
        label="No likelihood",
        summary="images alone, of a model from elsewhere that does not say how likely they are",
        settings=NoLikelihoodConfig,
        trained=False,
        code="latentlab.models.families:NoFamily",
    ),
)
