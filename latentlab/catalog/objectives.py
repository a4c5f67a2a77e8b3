"""The objectives: what is minimised."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from latentlab import metrics
from latentlab.catalog.entries import SettingsCatalog, SettingsEntry, load_code
from latentlab.catalog.settings import EntrySettings, setting
from latentlab.errors import CatalogError


@dataclass(frozen=True, kw_only=True)
class Objective(SettingsEntry):
    """An objective. Its code is `build(settings, context) -> latentlab.objectives.Objective`.

    Attributes:
        title: settings → its usual name, such as "β-VAE", and the settings worth naming, such as "β = 4".
        formula: settings → what is minimised for x.
        terms: settings → the terms it returns, those first that move most.
        two_levels: settings → why it cannot be trained with a network of two levels of latents, empty where it can.
        joint_prior: settings → why it cannot be trained with a prior whose KL is no sum over dimensions, empty where it can.
        small_batch: settings, batch size, latent dimensions → a warning, empty where there is none.
        pair_values: numbers that a training step keeps for each pair of images and each latent dimension.
        companion: "module:attribute" of what builds its second network,
            `(config, image_shape) -> latentlab.objectives.Companion`; empty where it has none.
        companion_terms: settings → the terms that network adds, of x alone.
        companion_numbers: what else is reported of that network and worth a plot, by name in `NUMBERS`.
    """

    title: Callable[[Any], tuple[str, tuple[str, ...]]]
    formula: Callable[[Any], str]
    terms: Callable[[Any], tuple[str, ...]]
    two_levels: Callable[[Any], str] = lambda settings: ""
    joint_prior: Callable[[Any], str] = lambda settings: ""
    small_batch: Callable[[Any, int, int], str] = lambda settings, batch_size, latent_dim: ""
    pair_values: int = 0
    companion: str = ""
    companion_terms: Callable[[Any], tuple[str, ...]] = lambda settings: ()
    companion_numbers: tuple[str, ...] = ()

    def load_companion(self) -> Any:
        """What builds its second network, None where it has none.

        Raises:
            CatalogError: if it cannot be imported.
        """
        try:
            return load_code(self.companion) if self.companion else None
        except CatalogError as error:
            raise CatalogError(f"{self.name}: {error}") from None


OBJECTIVES: SettingsCatalog[Objective] = SettingsCatalog("objective", "objective", "vae")


class ObjectiveConfig(EntrySettings):
    """The bound that is optimised."""

    catalog: ClassVar[Any] = OBJECTIVES
    name: str = setting("vae", "What is minimised.", label="Bound", main=True)


def _beta(description: str) -> Any:
    return setting(1.0, description, label="β (KL weight)", main=True, resumable=True, ge=0.0)


class WarmedUpConfig(ObjectiveConfig):
    """Of an objective with a KL that has a weight, which may grow at first."""

    beta: float = _beta("Weight β of the KL term; 1 is the VAE, above 1 the β-VAE.")
    kl_warmup: int = setting(
        0,
        "Steps over which the KL's weight grows in a line from 0 to β, or of one cycle; 0 keeps β throughout.",
        label="KL warm-up steps",
        within_run=True,
        resumable=True,
        ge=0,
    )
    kl_schedule: Literal["linear", "cyclical"] = setting(
        "linear",
        "linear: the warm-up happens once; cyclical: again in every cycle, over its first half.",
        label="Warm-up kind",
        while_positive="kl_warmup",
        resumable=True,
    )


class VaeConfig(WarmedUpConfig):
    """Of the ELBO and its β-weighted forms."""

    name: Literal["vae"] = setting("vae", "What is minimised.", label="Bound", main=True)
    free_bits: float = setting(
        0.0,
        "Nats per dimension that the KL term gives away: its floor for each dimension.",
        label="Free nats",
        resumable=True,
        ge=0.0,
    )
    capacity: float = setting(
        0.0,
        "Target C of the KL in nats: the term becomes β·|KL − C|, C growing in a line from 0 (Burgess et al. 2018); 0 is off.",
        resumable=True,
        ge=0.0,
    )
    capacity_steps: int = setting(
        1000,
        "Steps over which C grows.",
        while_positive="capacity",
        within_run=True,
        resumable=True,
        ge=1,
    )


class IwaeConfig(ObjectiveConfig):
    """Of the importance-weighted bound."""

    name: Literal["iwae"] = setting("iwae", "What is minimised.", label="Bound", main=True)
    num_importance_samples: int = setting(
        5, "K, the samples of z per image. K = 1 is the ELBO.", label="K (samples)", main=True, ge=1, le=1024
    )
    gradient: Literal["standard", "dreg"] = setting(
        "standard",
        "How the encoder learns from the bound: its own gradient, or the doubly reparameterised one, whose noise does not grow "
        "with K (Tucker et al. 2019). The bound that is shown is the same.",
        words={"dreg": "Doubly reparameterised"},
    )


class AggregateConfig(WarmedUpConfig):
    """Of the aggregate posterior's bound."""

    name: Literal["aggregate"] = setting("aggregate", "What is minimised.", label="Bound", main=True)
    moments: Literal["mixture", "means"] = setting(
        "mixture",
        "The variance of the aggregate posterior: of the mixture (variance of the means plus mean variance), or of the means "
        "alone, as the published code has it.",
    )
    variance_weight: float = setting(
        0.1,
        "Weight γ of Σ mean(σ² − log σ² − 1), which holds each posterior's variance near 1.",
        label="γ (variance)",
        main=True,
        resumable=True,
        ge=0.0,
    )


def times(beta: float) -> str:
    """A factor before a term of a formula, nothing where it is 1."""
    return "" if beta == 1 else f"{beta:g} · "


def _vae_formula(settings: VaeConfig) -> str:
    rate = f"|KL(q(z|x) ‖ p(z)) − {settings.capacity:g}|" if settings.capacity else "KL(q(z|x) ‖ p(z))"
    return f"−log p(x|z) + {times(settings.beta)}{rate}"


def _vae_terms(settings: VaeConfig) -> tuple[str, ...]:
    bent = settings.free_bits > 0 or settings.capacity > 0
    return (metrics.RATE_PENALTY if bent else metrics.RATE, metrics.DISTORTION)


def few_images(settings: ObjectiveConfig, batch_size: int, latent_dim: int) -> str:
    """A warning where the covariance of z is taken of fewer images than dimensions."""
    del settings
    if batch_size >= latent_dim:
        return ""
    return (
        f"A batch of {batch_size} images estimates the aggregate posterior of {latent_dim} dimensions from "
        "fewer images than dimensions: its variances are noisy. A larger train.batch_size or fewer latent dimensions help."
    )


OBJECTIVES.add(
    Objective(
        name="vae",
        label="VAE",
        summary="distortion + β·KL (β = 1 is the negative ELBO, else a β-VAE)",
        paper="Kingma & Welling 2014; Higgins et al. 2017",
        settings=VaeConfig,
        title=lambda settings: ("VAE", ()) if settings.beta == 1 else ("β-VAE", (f"β = {settings.beta:g}",)),
        formula=_vae_formula,
        terms=_vae_terms,
        whole_batch=lambda settings: (
            "free nats and the capacity are compared with the batch's mean KL"
            if settings.free_bits or settings.capacity
            else ""
        ),
        joint_prior=lambda settings: (
            f"objective.free_bits = {settings.free_bits:g}: is a floor under the KL of each dimension, and the KL to "
            "prior.name = {prior!r} is no sum over dimensions; use 0, or standard_normal"
            if settings.free_bits
            else ""
        ),
        code="latentlab.objectives.elbo:build",
    ),
    Objective(
        name="iwae",
        label="IWAE",
        summary="the importance-weighted bound of K samples",
        paper="Burda et al. 2016; Tucker et al. 2019",
        settings=IwaeConfig,
        title=lambda settings: ("IWAE", (f"K = {settings.num_importance_samples}",)),
        formula=lambda settings: f"−log (1/K) Σₖ p(x, zₖ)/q(zₖ|x), K = {settings.num_importance_samples}",
        terms=lambda settings: (metrics.NEGATIVE_IWAE_BOUND,),
        two_levels=lambda settings: (
            "objective.gradient = 'dreg': is for latents of one level, and model.name = {network!r} has two; use standard"
            if settings.gradient == "dreg"
            else ""
        ),
        code="latentlab.objectives.iwae:build",
    ),
    Objective(
        name="aggregate",
        label="Aggregate",
        summary="distortion + KL of the aggregate posterior to the prior, with a term against variance collapse "
        "(“How to train your VAE”)",
        paper="Rivera 2024",
        settings=AggregateConfig,
        title=lambda settings: ("aggregate-VAE", (f"γ = {settings.variance_weight:g}",)),
        formula=lambda settings: (
            f"−log p(x|z) + {times(settings.beta)}KL(N(m, v) ‖ p(z)) + {settings.variance_weight:g} · Σ (σ² − log σ² − 1), "
            "with m, v of the batch"
        ),
        terms=lambda settings: (metrics.AGGREGATE_RATE, metrics.VARIANCE, metrics.DISTORTION),
        two_levels=lambda settings: (
            "objective.name = 'aggregate': matches the moments of one Gaussian an image, which model.name = {network!r} does "
            "not have; use vae or iwae, or another network"
        ),
        joint_prior=lambda settings: (
            "objective.name = 'aggregate': compares the batch's Gaussian with the prior in closed form, and prior.name = "
            "{prior!r} has none; use standard_normal, or vae or iwae"
        ),
        small_batch=few_images,
        whole_batch=lambda settings: "objective.name = 'aggregate' takes the moments of the batch",
        code="latentlab.objectives.aggregate:build",
    ),
)
