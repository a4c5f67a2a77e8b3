"""Everything that is measured of a run, with what it was computed on."""

import math
import platform
from collections.abc import Mapping
from dataclasses import asdict, fields
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

import latentlab
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.likelihoods import NoLikelihoodConfig, SpreadConfig
from latentlab.catalog.measure import MEASURES, SIGMA_UNKNOWN
from latentlab.catalog.transforms import CustomTransformConfig
from latentlab.config import RunConfig, TransformConfig, transform_from_text
from latentlab.data import ImageStore, policy_from
from latentlab.errors import ConfigError
from latentlab.evaluation.aggregate_density import AggregateDensity, fit_aggregate_density
from latentlab.evaluation.annealed import annealed_nll
from latentlab.evaluation.consistency import encode_transformed, measure_consistency
from latentlab.evaluation.disentanglement import Trees
from latentlab.evaluation.information import Information, default_samples_per_image, measure_information
from latentlab.evaluation.knowledge import encode_training, measure_knowledge
from latentlab.evaluation.likelihood import importance_nll, reconstruction_scale
from latentlab.evaluation.more import Measured, measure_more
from latentlab.evaluation.posterior import encode_all
from latentlab.evaluation.progress import Progress, part_of, silent
from latentlab.evaluation.reconstruction import measure_reconstruction
from latentlab.evaluation.refinement import refine_posterior
from latentlab.evaluation.run_images import open_images
from latentlab.evaluation.samples import INCEPTION, measure_samples, no_samples_because
from latentlab.models import VAE, Observation, Posterior
from latentlab.models.memory import memory_errors_told
from latentlab.models.quantization import GREY_LEVELS
from latentlab.runs import Evaluation, Run
from latentlab.seeding import generator_for

DEFAULT_SAMPLES = 500
DEFAULT_IMAGES = 1024
"""As many as are measured at checkpoints, so that the numbers compare."""

_OF_LIKELIHOOD = ("nll", "nll_se", "nll_bits_per_dim", "effective_samples", "nll_ais", "nll_ais_se")
_NO_LIKELIHOOD = "likelihood.name = 'none': the model does not say how likely an image is given z."
_OF_SIGMA = (
    *(field.name for field in fields(Information) if field.name not in ("active_units", "variance_of_means")),
    *("consistency_kl", "consistency_kl_per_dim", "consistency_kl_reverse", "jeffreys", "wasserstein2"),
)
_NOT_ASKED = "annealed importance sampling takes long and was not asked for."
_NO_BITS = (
    "a density of undequantised images has no bits per pixel value; data.dequantize or a discretised likelihood gives them."
)


@memory_errors_told("this measurement", "Fewer importance samples or images, or a smaller model.width or data.size, need less.")
def evaluate(
    run: Run | str | Path,
    *,
    samples: int = DEFAULT_SAMPLES,
    images: int | None = None,
    policy: str | None = None,
    seed: int = 0,
    widening: float = 1.0,
    refine: int = 0,
    ais_temperatures: int = 0,
    dci: Trees = "forests",
    checkpoint: int | None = None,
    data_root: str | Path | None = None,
    device: torch.device | str = "cpu",
    save: bool = True,
    progress: Progress = silent,
) -> Evaluation:
    """Measure a run on its held-out images and keep the numbers in its folder.

    All noise is drawn on the CPU from `seed`, so that a second measurement gives the same numbers.

    Args:
        run: a run or its folder.
        samples: S, importance samples per image.
        images: N, how many of the held-out images, from the first on; 1,024 unless given, or all where there are fewer.
        policy: of the transformations that consistency is measured under; the run's own unless given.
        seed: of all noise.
        widening: factor on the standard deviations of the posterior that importance samples are drawn from, 1 to 10.
        refine: gradient steps by which each image's posterior is improved before importance samples are drawn from it.
        ais_temperatures: of annealed importance sampling, a slow reference for the likelihood; 0 leaves it out.
        dci: trees that DCI is measured by, where the factors are known: quick random forests, or gradient-boosted ones.
        checkpoint: its step; the newest unless given.
        data_root: where the run's images are now, if they have moved.
        device: where the networks run.
        save: write `evaluation.json` into the run's folder.
        progress: told how far it is; what it raises ends the measurement, and nothing is written.

    Raises:
        ConfigError: if an argument is out of range.
        RunError, DataError: if the run, its checkpoint or its images cannot be read, or the numbers cannot be written.
    """
    run = run if isinstance(run, Run) else Run(run)
    transform = _transform_config(run.config, policy)
    if samples < 1:
        raise ConfigError(f"samples = {samples}: at least 1 is needed.")
    if not 1 <= widening <= 10:
        raise ConfigError(f"widening = {widening:g}: choose a factor from 1 to 10.")
    if refine < 0:
        raise ConfigError(f"refine = {refine}: must not be negative.")
    if ais_temperatures < 0:
        raise ConfigError(f"ais = {ais_temperatures}: must not be negative.")
    if seed < 0:
        raise ConfigError(f"seed = {seed}: must not be negative.")
    used = run.checkpoint(checkpoint)
    model = run.model(used.step).to(device)
    images_of_run = open_images(run, data_root)
    dataset = images_of_run.dataset
    observe = Observation(run.config.likelihood)
    grey = _first_images(dataset.test, images)
    x = observe(grey, generator_for(seed, "evaluation images as the likelihood sees them"))

    values: dict[str, Any] = {}
    unavailable: dict[str, str] = {}
    posterior = encode_all(model, x, part_of(progress, 0.0, 0.02))
    scale = reconstruction_scale(model, x, posterior)
    per_image = default_samples_per_image(len(x))
    if isinstance(run.config.likelihood, NoLikelihoodConfig):
        values |= dict.fromkeys(_OF_LIKELIHOOD)
        unavailable |= dict.fromkeys(_OF_LIKELIHOOD, _NO_LIKELIHOOD)
    else:
        proposal = _proposal(model, x, posterior, refine, seed, scale, part_of(progress, 0.02, 0.1))
        values |= _likelihood(model, x, proposal, samples, seed, scale, widening, part_of(progress, 0.1, 0.6))
        values |= _annealed(model, x, ais_temperatures, seed, scale, part_of(progress, 0.6, 0.78))
        unavailable |= {} if ais_temperatures else dict.fromkeys(("nll_ais", "nll_ais_se"), _NOT_ASKED)
    if isinstance(run.config.likelihood, SpreadConfig):
        dequantized = run.config.likelihood.dequantize
        values["nll_bits_per_dim"] = _bits_of_density(values["nll_bits_per_dim"]) if dequantized else None
        unavailable |= {} if dequantized else {"nll_bits_per_dim": _NO_BITS}

    train = encode_training(model, dataset, observe, seed, part_of(progress, 0.78, 0.82))
    density = _density(train.posterior, seed) if posterior.knows_sigma else None
    told = part_of(progress, 0.82, 0.9)
    with torch.no_grad():
        prior = model.prior
    values |= asdict(measure_information(posterior, per_image, seed, prior=prior, density=density, progress=told))
    factors = DATASETS.of(run.config.data).factors
    knowledge = measure_knowledge(dataset, train, posterior, factors, seed, part_of(progress, 0.9, 0.94), dci)
    values |= knowledge.values
    unavailable |= knowledge.unavailable
    values |= _consistency(model, grey, x, posterior, observe, transform, seed, part_of(progress, 0.94, 0.97))
    values |= asdict(measure_reconstruction(model, x, posterior, part_of(progress, 0.97, 0.98)))
    no_samples = no_samples_because(len(x))
    quality = None if no_samples else measure_samples(model, x, seed, part_of(progress, 0.98, 1.0))
    values |= asdict(quality) if quality else {"fid": None, "kid": None}
    unavailable |= {"fid": no_samples, "kid": no_samples} if no_samples else {}
    more = measure_more(Measured(model, x, posterior, dataset.test, seed))
    unavailable |= more.unavailable
    progress(1.0, "done")

    if not posterior.knows_sigma:
        unavailable |= dict.fromkeys(_OF_SIGMA, SIGMA_UNKNOWN)
        values |= dict.fromkeys(_OF_SIGMA)
    evaluation = Evaluation(
        values={**_finite(values, unavailable), **more.values},
        unavailable=unavailable,
        provenance={
            "N": len(x),
            "S": samples,
            "M": per_image,
            "seed": seed,
            "proposal": _describe_proposal(widening, refine),
            "ais_temperatures": ais_temperatures,
            "aggregate_density": density.description if density else None,
            "scale": _describe_scale(run.config, scale, len(x), bool(model.optimal_scale > 0)),
            "policy": transform.policy,
            "border": transform.border,
            "ranges": _ranges(transform),
            "checkpoint_step": used.step,
            "images": f"the first {len(x):,} of {len(dataset.test):,} held-out images",
            "split": dataset.description,
            "images_note": images_of_run.note,
            "images_digest": run.header.images.get("digest"),
            "dci": {"forests": "random forests", "boosted": "gradient-boosted trees"}[dci] if factors else None,
            "probe_training_images": knowledge.fitted_on,
            "attributes": dataset.test.attributes.names if dataset.test.attributes else None,
            "factors": factors,
            "sample_features": INCEPTION if quality else None,
            "device": str(device),
            **_origin(run),
        },
    )
    if save:
        evaluation.save(run.path)
    return evaluation


def _origin(run: Run) -> dict[str, Any]:
    """What of the provenance is the run's and the machine's, whatever is measured."""
    config = run.config
    return {
        "likelihood": config.likelihood.name,
        "prior": config.prior.name,
        "binarize": getattr(config.likelihood, "binarize", None),
        "latent_dim": config.model.latent_dim,
        "config_name": config.name,
        "objective": run.header.method,
        "run": run.path.resolve().name,
        "versions": {
            "latentlab": latentlab.__version__,
            "python": platform.python_version(),
            **{name: metadata.version(name) for name in ("torch", "numpy", "scikit-learn")},
        },
    }


def _transform_config(config: RunConfig, policy: str | None) -> TransformConfig:
    if policy is None or policy == config.transform.policy:
        return config.transform
    if policy == "custom":
        raise ConfigError("policy = 'custom': the run has no ranges of its own; name a policy that has them.")
    named = transform_from_text(policy)
    # Of the policies that LatentLab knows, the border is the run's; a saved one brings its own.
    return named if named.policy == "custom" else named.model_copy(update={"border": config.transform.border})


def _ranges(transform: TransformConfig) -> dict[str, Any] | None:
    """What a policy of a run's own draws from; None for the named ones, which say it by their names."""
    if not isinstance(transform, CustomTransformConfig):
        return None
    return transform.model_dump(exclude={"policy", "border"}, exclude_defaults=True)


def _first_images(store: ImageStore, count: int | None) -> Tensor:
    if count is not None and not 1 <= count <= len(store):
        raise ConfigError(f"images = {count}: there are {len(store):,} held-out images; ask for 1 to {len(store)}.")
    return store.batch(slice(0, DEFAULT_IMAGES if count is None else count))


def _proposal(
    model: VAE, x: Tensor, posterior: Posterior, refine: int, seed: int, scale: float | None, progress: Progress
) -> Posterior:
    return refine_posterior(model, x, posterior, refine, seed, scale=scale, progress=progress) if refine else posterior


def _describe_proposal(widening: float, refine: int) -> str:
    refined = f", refined by {refine} gradient steps an image" if refine else ""
    widened = f", {widening:g} times as wide" if widening != 1 else ""
    return f"q(z|x){refined}{widened}"


def _likelihood(
    model: VAE,
    x: Tensor,
    proposal: Posterior,
    samples: int,
    seed: int,
    scale: float | None,
    widening: float,
    progress: Progress,
) -> dict[str, float]:
    estimate = importance_nll(model, x, proposal, samples, seed, scale=scale, widening=widening, progress=progress)
    return {
        "nll": estimate.mean,
        "nll_se": estimate.standard_error,
        "nll_bits_per_dim": estimate.bits_per_dim,
        "effective_samples": float(estimate.effective_samples.mean()),
    }


def _bits_of_density(bits: float) -> float:
    """Bits per pixel value of 256 grey levels, from those of a density of images dequantised into [0, 1)."""
    return bits + math.log2(GREY_LEVELS)


def _annealed(
    model: VAE, x: Tensor, temperatures: int, seed: int, scale: float | None, progress: Progress
) -> dict[str, float | None]:
    if not temperatures:
        return {"nll_ais": None, "nll_ais_se": None}
    estimate = annealed_nll(model, x, temperatures, seed, scale=scale, progress=progress)
    return {"nll_ais": estimate.mean, "nll_ais_se": estimate.standard_error}


def _density(train: Posterior, seed: int) -> AggregateDensity | None:
    z = train.sample(generator_for(seed, "latents that the aggregate density is fitted to"))
    return fit_aggregate_density(z.double().numpy(), seed)


def _consistency(
    model: VAE,
    grey: Tensor,
    x: Tensor,
    posterior: Posterior,
    observe: Observation,
    transform: TransformConfig,
    seed: int,
    progress: Progress,
) -> dict[str, Any]:
    draw_t = policy_from(transform)

    def observed_t(images: Tensor, generator: torch.Generator | None) -> Tensor:
        return observe.of_transformed(images, images, draw_t, generator)  # both orders are of the images given below

    posterior_t = encode_transformed(model, x if observe.precedes_t else grey, observed_t, seed, progress)
    values = asdict(measure_consistency(posterior, posterior_t, seed=seed))
    renamed = {"kl": "consistency_kl", "kl_reverse": "consistency_kl_reverse", "kl_per_dim": "consistency_kl_per_dim"}
    return {renamed.get(name, "consistency_ratio" if name == "ratio" else name): value for name, value in values.items()}


def _finite(values: Mapping[str, Any], unavailable: dict[str, str]) -> dict[str, Any]:
    """The values, with None for each that is not finite and a note of why."""
    broken = not all(math.isfinite(values[name]) for name in ("nll", "rate", "mse") if values[name] is not None)
    kept = dict(values)
    for name, value in values.items():
        numbers = value if isinstance(value, tuple) else () if value is None else (value,)
        if not all(math.isfinite(number) for number in numbers):
            kept[name] = None
            whole = "the model's outputs on these images are not all finite."
            unavailable[name] = whole if broken else MEASURES[name].undefined or whole
    return kept


def _describe_scale(config: RunConfig, scale: float | None, count: int, kept: bool) -> dict[str, Any] | None:
    if scale is None or not isinstance(config.likelihood, SpreadConfig):
        return None
    kind = config.likelihood.scale
    how = {
        "fixed": "fixed by the config",
        "learned": "learned with the weights",
        "optimal": "the closed-form optimum over training images, kept with the checkpoint"
        if kept
        else f"the closed-form optimum over the reconstructions of these {count:,} images at the posterior's mode",
    }
    return {"value": scale, "kind": kind, "from": how[kind]}
