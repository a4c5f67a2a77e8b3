"""The objectives that bring the aggregate posterior q(z), not each image's alone, to the prior or to independent dimensions."""

from typing import Any, Literal

from latentlab import metrics
from latentlab.catalog.objectives import OBJECTIVES, Objective, WarmedUpConfig, few_images, times
from latentlab.catalog.settings import setting


def _weight(default: float, description: str, label: str, *, main: bool = True) -> Any:
    return setting(default, description, label=label, main=main, resumable=True, ge=0.0)


class TcvaeConfig(WarmedUpConfig):
    """Of the KL in three parts."""

    name: Literal["tcvae"] = setting("tcvae", "What is minimised.", label="Bound", main=True)
    beta: float = _weight(6.0, "Weight β of the total correlation; 1 with α = γ = 1 is the VAE.", "β (total correlation)")
    alpha: float = _weight(
        1.0, "Weight α of the mutual information between images and z.", "α (mutual information)", main=False
    )
    gamma: float = _weight(
        1.0, "Weight γ of Σ KL(q(z_d) ‖ p(z_d)), the dimension-wise KL.", "γ (dimension-wise KL)", main=False
    )
    sampling: Literal["stratified", "weighted"] = setting(
        "stratified",
        "How q(z), a mixture over all images, is estimated from a batch: stratified is unbiased; weighted adds constants to "
        "the terms, which then say little by themselves.",
        label="Estimate of q(z)",
    )


class FactorConfig(WarmedUpConfig):
    """Of the total correlation by a discriminator on z."""

    name: Literal["factor"] = setting("factor", "What is minimised.", label="Bound", main=True)
    gamma: float = _weight(10.0, "Weight γ of the total correlation.", "γ (total correlation)")
    disc_learning_rate: float = setting(
        1e-4, "Of the discriminator's own Adam.", label="Discriminator's rate", resumable=True, gt=0.0, le=1.0
    )
    disc_width: int = setting(
        1000, "Units of each of its layers; the published 1,000.", label="Discriminator's units", ge=2, le=4096
    )
    disc_layers: int = setting(6, "Its hidden layers; the published 6.", label="Discriminator's layers", ge=1, le=16)


class DipConfig(WarmedUpConfig):
    """Of the covariance of z over images."""

    name: Literal["dip"] = setting("dip", "What is minimised.", label="Bound", main=True)
    kind: Literal["i", "ii"] = setting(
        "i",
        "i: covariance of the posterior means; ii: of z itself, whose posterior variances it adds.",
        main=True,
        words={"i": "DIP-VAE-I", "ii": "DIP-VAE-II"},
    )
    off_diagonal_weight: float = _weight(10.0, "Weight λ_od of the squared covariances of dimensions.", "λ_od (off-diagonal)")
    diagonal_weight: float = _weight(
        100.0,
        "Weight λ_d of the squared distance of each dimension's variance from 1; as published 10 λ_od for I, λ_od for II.",
        "λ_d (diagonal)",
    )


class MmdConfig(WarmedUpConfig):
    """Of the maximum mean discrepancy."""

    name: Literal["mmd"] = setting("mmd", "What is minimised.", label="Bound", main=True)
    beta: float = _weight(1.0, "Weight β of the KL term: 1 − α of InfoVAE; 0 is WAE-MMD.", "β (KL weight)")
    weight: float = _weight(10.0, "Weight λ of the squared discrepancy between z and the prior.", "λ (MMD)")
    kernel: Literal["imq", "rbf"] = setting(
        "imq",
        "imq: C / (C + ‖z − z'‖²); rbf: exp(−‖z − z'‖² / C), which does not see what lies far out.",
        words={"imq": "Inverse multiquadratic", "rbf": "Gaussian (RBF)"},
    )
    bandwidths: Literal["several", "one"] = setting(
        "several",
        "one: C = 2D, the mean squared distance of two draws from N(0, I); several: the sum over 2D times 0.1, 0.2, 0.5, 1, 2, "
        "5 and 10.",
    )
    estimator: Literal["unbiased", "biased"] = setting(
        "unbiased",
        "unbiased: mean 0 where z is distributed as the prior; biased: never below 0, and too large in small batches.",
    )


def _one_level(reason: str) -> str:
    return f"{reason}, and model.name = {{network!r}} has two levels; use vae, iwae, factor or mmd, or another network"


def _dip_title(settings: DipConfig) -> tuple[str, tuple[str, ...]]:
    weights = (f"λ_od = {settings.off_diagonal_weight:g}", f"λ_d = {settings.diagonal_weight:g}")
    return f"DIP-VAE-{settings.kind.upper()}", weights


def _dip_formula(settings: DipConfig) -> str:
    whose = "Cov(μ)" if settings.kind == "i" else "Cov(μ) + mean diag σ²"
    return (
        f"−log p(x|z) + {times(settings.beta)}KL(q(z|x) ‖ p(z)) + {settings.off_diagonal_weight:g} · Σᵢ≠ⱼ Cᵢⱼ² + "
        f"{settings.diagonal_weight:g} · Σᵢ (Cᵢᵢ − 1)², with C = {whose} of the batch"
    )


def _few_for_halves(settings: FactorConfig, batch_size: int, latent_dim: int) -> str:
    del settings, latent_dim
    if batch_size >= 16:
        return ""
    return (
        f"A batch of {batch_size} images leaves the discriminator {batch_size // 2} to permute the dimensions of: that is "
        "hardly the product of their distributions. A larger train.batch_size helps."
    )


OBJECTIVES.add(
    Objective(
        name="tcvae",
        label="β-TCVAE",
        summary="distortion + α·mutual information + β·total correlation + γ·dimension-wise KL",
        paper="Chen et al. 2018",
        settings=TcvaeConfig,
        title=lambda settings: (
            "β-TCVAE",
            (
                *([f"α = {settings.alpha:g}"] if settings.alpha != 1 else []),
                f"β = {settings.beta:g}",
                *([f"γ = {settings.gamma:g}"] if settings.gamma != 1 else []),
            ),
        ),
        formula=lambda settings: (
            f"−log p(x|z) + {times(settings.alpha)}I(x; z) + {times(settings.beta)}KL(q(z) ‖ Π q(z_d)) + "
            f"{times(settings.gamma)}Σ KL(q(z_d) ‖ p(z_d))"
        ),
        terms=lambda settings: (
            *(metrics.TOTAL_CORRELATION, metrics.DIMENSION_WISE_KL, metrics.MUTUAL_INFORMATION, metrics.DISTORTION),
        ),
        two_levels=lambda settings: _one_level(
            "objective.name = 'tcvae': compares each z with the posteriors of all images of the batch"
        ),
        joint_prior=lambda settings: (
            "objective.name = 'tcvae': splits the KL into one for each dimension, and prior.name = {prior!r} is not "
            "independent in each; use standard_normal, or vae, factor, dip or mmd"
        ),
        whole_batch=lambda settings: "objective.name = 'tcvae' estimates q(z) from the batch",
        pair_values=3,
        code="latentlab.objectives.tcvae:build",
    ),
    Objective(
        name="factor",
        label="FactorVAE",
        summary="distortion + β·KL + γ·total correlation, which a discriminator on z estimates",
        paper="Kim & Mnih 2018",
        settings=FactorConfig,
        title=lambda settings: ("FactorVAE", (f"γ = {settings.gamma:g}",)),
        formula=lambda settings: (
            f"−log p(x|z) + {times(settings.beta)}KL(q(z|x) ‖ p(z)) + {settings.gamma:g} · log D(z)/(1 − D(z)), "
            "with D telling z from z of permuted dimensions"
        ),
        terms=lambda settings: (metrics.RATE, metrics.DISTORTION),
        small_batch=_few_for_halves,
        whole_batch=lambda settings: "the discriminator of objective.name = 'factor' permutes z over the batch",
        code="latentlab.objectives.factor:build",
        companion="latentlab.objectives.factor:build_companion",
        companion_terms=lambda settings: (metrics.DENSITY_RATIO_TC,),
        companion_numbers=(metrics.FACTOR_ACCURACY, metrics.FACTOR_LOSS),
    ),
    Objective(
        name="dip",
        label="DIP-VAE",
        summary="distortion + β·KL + what the covariance of z over images differs from the identity",
        paper="Kumar et al. 2018",
        settings=DipConfig,
        title=_dip_title,
        formula=_dip_formula,
        terms=lambda settings: (metrics.RATE, metrics.DECORRELATION, metrics.UNIT_VARIANCE, metrics.DISTORTION),
        two_levels=lambda settings: _one_level("objective.name = 'dip': takes the covariance of one Gaussian an image"),
        small_batch=few_images,
        whole_batch=lambda settings: "objective.name = 'dip' takes the covariance of the batch",
        code="latentlab.objectives.dip:build",
    ),
    Objective(
        name="mmd",
        label="InfoVAE (MMD)",
        summary="distortion + β·KL + λ·squared maximum mean discrepancy of z to the prior (β = 0 is WAE-MMD)",
        paper="Zhao et al. 2019; Tolstikhin et al. 2018",
        settings=MmdConfig,
        title=lambda settings: (
            "InfoVAE" if settings.beta else "WAE-MMD",
            (*([f"β = {settings.beta:g}"] if settings.beta not in (0, 1) else []), f"λ_MMD = {settings.weight:g}"),
        ),
        formula=lambda settings: (
            "−log p(x|z) + "
            + (f"{times(settings.beta)}KL(q(z|x) ‖ p(z)) + " if settings.beta else "")
            + f"{settings.weight:g} · MMD²(q(z), p(z))"
        ),
        terms=lambda settings: (metrics.RATE, metrics.MMD, metrics.DISTORTION),
        whole_batch=lambda settings: "objective.name = 'mmd' compares each z with the others of the batch",
        pair_values=2,
        code="latentlab.objectives.mmd:build",
    ),
)
