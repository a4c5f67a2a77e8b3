"""Everything that is measured of a run, in one object that says what it was computed on."""

import json
import math
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

import latentlab
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.likelihoods import SpreadConfig
from latentlab.catalog.measures import MEASURES
from latentlab.catalog.transforms import CustomTransformConfig
from latentlab.config import RunConfig, TransformConfig, transform_from_text
from latentlab.data import ImageStore, policy_from
from latentlab.errors import ConfigError, RunError
from latentlab.evaluation.aggregate_density import AggregateDensity, fit_aggregate_density
from latentlab.evaluation.annealed import annealed_nll
from latentlab.evaluation.consistency import encode_transformed, measure_consistency
from latentlab.evaluation.disentanglement import Trees
from latentlab.evaluation.information import default_samples_per_image, measure_information, no_gap_sentence
from latentlab.evaluation.knowledge import DISENTANGLEMENT, encode_training, measure_knowledge
from latentlab.evaluation.likelihood import importance_nll, reconstruction_scale
from latentlab.evaluation.more import Measured, measure_more
from latentlab.evaluation.posterior import encode_all
from latentlab.evaluation.progress import Progress, part_of, silent
from latentlab.evaluation.reconstruction import measure_reconstruction
from latentlab.evaluation.refinement import refine_posterior
from latentlab.evaluation.run_images import open_images
from latentlab.evaluation.samples import INCEPTION, measure_samples, no_samples_because
from latentlab.files.atomic import write_atomically
from latentlab.models import VAE, Observation, Posterior
from latentlab.models.memory import memory_errors_told
from latentlab.models.quantization import GREY_LEVELS
from latentlab.runs import Run
from latentlab.seeding import generator_for

FILE_NAME = "evaluation.json"
DEFAULT_SAMPLES = 500
DEFAULT_IMAGES = 1024
"""As many as are measured at checkpoints, so that the numbers compare."""

FEWEST_EFFECTIVE = 10
"""Effective importance samples below which the likelihood is said to be far from converged."""
AT_CEILING = 0.1
"""Nats below log N from which the lower bound on the mutual information is said to be at its ceiling."""
_UPPER = {
    "mutual_information": "mutual_information_upper",
    "marginal_kl_lower": "marginal_kl_upper",
    "total_correlation_lower": "total_correlation_upper",
}
"""Lower bounds, each with the upper one that makes an interval of it."""
_NOT_ASKED = "annealed importance sampling takes long and was not asked for."
_NO_BITS = (
    "a density of undequantised images has no bits per pixel value; data.dequantize or a discretised likelihood gives them."
)
_UNDEFINED = {
    "nll_se": "a standard error needs two images or more.",
    "nll_ais_se": "a standard error needs two images or more.",
    "retrieval_at_1": "there is no other image to be found in its place.",
    "wasserstein2": "it has no closed form for posteriors of two levels.",
    "consistency_ratio": "there is no other image to compare with, or the posterior means of all images coincide.",
    "psnr": "the reconstructions are without error, so the ratio is infinite.",
    "ssim": "the images are smaller than its window of 11×11 pixels.",
    "attribute_auc": "no attribute is both present and absent among these images.",
}
"""Why a number that is defined for most models and images may not be, where all that it is computed from is finite."""


@dataclass(frozen=True)
class Evaluation:
    """A run's numbers on held-out images. None stands for one that cannot be had; `unavailable` says why.

    Attributes:
        nll: −log p(x) by importance sampling, nats per image, of the likelihood in `provenance`; an upper bound in expectation.
        nll_se: its standard error over images, nats; it does not cover the gap of the bound.
        nll_bits_per_dim: the same cost in bits per pixel value, of a likelihood over grey levels or dequantised images.
        effective_samples: mean effective number of the S importance samples; below 10 the gap of the bound is large.
        nll_ais: −log p(x) by annealed importance sampling, an upper bound too; only where it is asked for.
        nll_ais_se: its standard error over images, nats.
        rate: mean KL(q(z|x) ‖ p(z)), nats.
        kl_per_dim: KL(q(z_d|x) ‖ p(z_d)) of each latent dimension, nats; its sum is the rate where the prior is independent in
            each dimension, and only there.
        mutual_information: a lower bound on I_q(x; z), nats, that cannot exceed log N.
        mutual_information_upper: an upper bound on it, nats.
        marginal_kl_lower: a lower bound on KL(q(z) ‖ p(z)), nats.
        marginal_kl_upper: an upper bound on it, nats.
        total_correlation_lower: a lower bound on KL(q(z) ‖ Π q(z_d)), nats.
        total_correlation_upper: an upper bound on it, nats.
        dimension_wise_kl: an upper bound on Σ_d KL(q(z_d) ‖ p(z_d)), nats; with the total correlation it makes the marginal
            KL, where the prior is independent in each dimension.
        active_units: number of dimensions whose posterior means vary by more than 0.01.
        active_units_by_kl: number of dimensions whose KL exceeds 0.1 nat.
        variance_of_means: of each latent dimension over the images.
        probe_accuracy: share of labels that logistic regression on posterior means gets right.
        attribute_auc: area under the ROC curve of logistic regression on posterior means, mean over attributes that are present
            or absent.
        mig: mutual information gap; this and the following only where the factors are known that the images were made from.
        factor_vae_score: accuracy of telling a factor that is fixed by the dimension that varies least.
        dci_disentanglement: how much each dimension serves one factor alone.
        dci_completeness: how much each factor is served by one dimension alone.
        dci_informativeness: share of factor values that trees on posterior means get right.
        consistency_kl: KL(q(z|t(x)) ‖ q(z|x)), nats.
        consistency_kl_reverse: KL(q(z|x) ‖ q(z|t(x))), nats.
        consistency_kl_per_dim: the forward one for each latent dimension.
        jeffreys: their sum.
        wasserstein2: 2-Wasserstein distance of the two posteriors, in units of z.
        consistency_ratio: distance that t moves the mean over distance to another image, both squared.
        retrieval_at_1: share of t(x) whose nearest mean is that of x.
        mse: squared error per pixel value of the reconstruction at the posterior's mode.
        l1: absolute error, likewise.
        psnr: of `mse`, dB.
        ssim: structural similarity.
        fid: Fréchet Inception distance between prior samples and images.
        kid: kernel Inception distance, likewise.
        more: measures that have code of their own in the catalog, by name.
        unavailable: name → reason, for each that is None.
        provenance: what the numbers were computed on: N images, S importance samples, M samples of the aggregate posterior per
            image, seed, likelihood, scale, policy, checkpoint, split, versions.
    """

    nll: float | None
    nll_se: float | None
    nll_bits_per_dim: float | None
    effective_samples: float | None
    nll_ais: float | None
    nll_ais_se: float | None
    rate: float | None
    kl_per_dim: tuple[float, ...] | None
    mutual_information: float | None
    mutual_information_upper: float | None
    marginal_kl_lower: float | None
    marginal_kl_upper: float | None
    total_correlation_lower: float | None
    total_correlation_upper: float | None
    dimension_wise_kl: float | None
    active_units: int | None
    active_units_by_kl: int | None
    variance_of_means: tuple[float, ...] | None
    probe_accuracy: float | None
    attribute_auc: float | None
    mig: float | None
    factor_vae_score: float | None
    dci_disentanglement: float | None
    dci_completeness: float | None
    dci_informativeness: float | None
    consistency_kl: float | None
    consistency_kl_reverse: float | None
    consistency_kl_per_dim: tuple[float, ...] | None
    jeffreys: float | None
    wasserstein2: float | None
    consistency_ratio: float | None
    retrieval_at_1: float | None
    mse: float | None
    l1: float | None
    psnr: float | None
    ssim: float | None
    fid: float | None
    kid: float | None
    more: Mapping[str, float | None] = field(default_factory=dict)
    unavailable: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """One JSON object, a line a key."""
        values = asdict(self)
        return json.dumps({**values.pop("more"), **values}, indent=2, ensure_ascii=False, allow_nan=False)

    def save(self, folder: Path) -> Path:
        """Write `evaluation.json` into a run's folder, whole or not at all, over an earlier one.

        Raises:
            RunError: if it cannot be written.
        """
        path = folder / FILE_NAME
        try:
            write_atomically(path, (self.to_json() + "\n").encode())
        except OSError as error:
            raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None
        return path

    def rows(self) -> list["Row"]:
        """The numbers as lines of a table, each under what it is a part of; none for what these images cannot have."""
        origin = self.provenance
        named = bool(origin["attributes"]) and not origin["factors"]
        beside = {
            *(() if origin["factors"] else DISENTANGLEMENT),
            *(() if named else ("attribute_auc",)),
            *(() if origin["ais_temperatures"] else ("nll_ais", "nll_ais_se")),
        }
        lines = (
            ("nll", 0, f"negative log-likelihood ({origin['likelihood']}, S = {origin['S']:,})", "nats"),
            ("nll_se", 1, "standard error over images", "nats"),
            ("nll_bits_per_dim", 1, "per pixel value", "bits"),
            ("effective_samples", 1, "effective importance samples", self._effective_note()),
            ("nll_ais", 1, "by annealed importance sampling", f"nats, {origin['ais_temperatures']} temperatures"),
            ("nll_ais_se", 2, "standard error over images", "nats"),
            ("rate", 0, "rate", "nats"),
            ("mutual_information", 1, "mutual information", self._information_note()),
            ("marginal_kl_lower", 1, "marginal KL", "nats"),
            ("total_correlation_lower", 2, "total correlation", "nats"),
            ("dimension_wise_kl", 2, "dimension-wise KL", "nats"),
            ("active_units", 0, "active units (variance of means > 0.01)", self._active_note()),
            ("active_units_by_kl", 1, "by KL > 0.1 nat", f"of {origin['latent_dim']}"),
            ("probe_accuracy", 0, "linear probe accuracy", ""),
            ("attribute_auc", 0, "linear probe AUC, mean over attributes", ""),
            ("mig", 0, "mutual information gap (MIG)", "1 is best"),
            ("factor_vae_score", 1, "FactorVAE score", "1 is best"),
            ("dci_disentanglement", 1, f"DCI disentanglement ({origin['dci']})", "1 is best"),
            ("dci_completeness", 1, "DCI completeness", "1 is best"),
            ("dci_informativeness", 1, "DCI informativeness", "share of factor values"),
            ("consistency_kl", 0, f"consistency KL ({origin['policy']})", "nats"),
            ("consistency_kl_reverse", 1, "reverse", "nats"),
            ("jeffreys", 1, "Jeffreys", "nats"),
            ("wasserstein2", 1, "2-Wasserstein", "units of z"),
            ("consistency_ratio", 1, "ratio", "0 = invariant, 1 = unrelated images"),
            ("retrieval_at_1", 1, "retrieval@1", f"among {origin['N']:,} images"),
            ("mse", 0, "reconstruction MSE", "per pixel value"),
            ("l1", 1, "L1", "per pixel value"),
            ("psnr", 1, "PSNR of the mean MSE", "dB"),
            ("ssim", 1, "SSIM", ""),
            ("fid", 0, "samples FID", ""),
            ("kid", 1, "KID", ""),
        )
        return [
            Row(title, depth, self._text(name), self.unavailable.get(name, unit), name in self._warnings())
            for name, depth, title, unit in lines
            if name not in beside
        ] + [
            Row(MEASURES[name].label, 0, _number(value, _bound(name)), self.unavailable.get(name, MEASURES[name].unit))
            for name, value in self.more.items()
            if name in MEASURES
        ]

    def _text(self, name: str) -> str:
        """A number with the sign of a bound before it, or both bounds."""
        below = _number(getattr(self, name), _bound(name))
        if name not in _UPPER or getattr(self, name) is None:
            return below
        return f"{below}, {_number(getattr(self, _UPPER[name]), _bound(_UPPER[name]))}"

    def _warnings(self) -> set[str]:
        """Numbers that are not what they seem; their notes say why."""
        found = set()
        if self.effective_samples is not None and self.effective_samples < FEWEST_EFFECTIVE:
            found |= {"effective_samples"}
        if self._is_at_ceiling:
            found |= {"mutual_information"}
        return found | ({"active_units"} if self.gap_note else set())

    @property
    def gap_note(self) -> str:
        """Says that the number of active units is arbitrary, where it is; else empty."""
        return no_gap_sentence(self.variance_of_means or ())

    @property
    def _is_at_ceiling(self) -> bool:
        return self.mutual_information is not None and self.mutual_information >= math.log(self.provenance["N"]) - AT_CEILING

    def _effective_note(self) -> str:
        of_all = f"of {self.provenance['S']:,}"
        if self.effective_samples is None or self.effective_samples >= FEWEST_EFFECTIVE:
            return of_all
        return f"{of_all}: below {FEWEST_EFFECTIVE}, so the bound above may be far from the truth; more samples bring it closer"

    def _information_note(self) -> str:
        if not self._is_at_ceiling:
            return "nats"
        return f"nats; the lower bound is at its ceiling log N = {math.log(self.provenance['N']):.2f}: more images raise it"

    def _active_note(self) -> str:
        of_all = f"of {self.provenance['latent_dim']}"
        return f"{of_all}; {self.gap_note}" if self.gap_note else of_all


@dataclass(frozen=True)
class Row:
    """A line of an evaluation's table.

    Attributes:
        title: what the number is.
        depth: how far it is indented under what it is a part of.
        number: as text; a dash where it cannot be had.
        note: its unit, or why it cannot be had.
        warning: whether the note says that the number is not what it seems.
    """

    title: str
    depth: int
    number: str
    note: str
    warning: bool = False


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
        images: N, the first so many held-out images; 1,024 unless given, or all where there are fewer.
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
    proposal = _proposal(model, x, posterior, refine, seed, scale, part_of(progress, 0.02, 0.1))
    values |= _likelihood(model, x, proposal, samples, seed, scale, widening, part_of(progress, 0.1, 0.6))
    values |= _annealed(model, x, ais_temperatures, seed, scale, part_of(progress, 0.6, 0.78))
    unavailable |= {} if ais_temperatures else dict.fromkeys(("nll_ais", "nll_ais_se"), _NOT_ASKED)
    if isinstance(run.config.likelihood, SpreadConfig):
        dequantized = run.config.likelihood.dequantize
        values["nll_bits_per_dim"] = _bits_of_density(values["nll_bits_per_dim"]) if dequantized else None
        unavailable |= {} if dequantized else {"nll_bits_per_dim": _NO_BITS}

    train = encode_training(model, dataset, observe, seed, part_of(progress, 0.78, 0.82))
    density = _density(train.posterior, seed)
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

    evaluation = Evaluation(
        **_finite(values, unavailable),
        more=more.values,
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
        "objective": config.objective_title,
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
    broken = not all(math.isfinite(values[name]) for name in ("nll", "rate", "mse"))
    kept = dict(values)
    for name, value in values.items():
        numbers = value if isinstance(value, tuple) else () if value is None else (value,)
        if not all(math.isfinite(number) for number in numbers):
            kept[name] = None
            whole = "the model's outputs on these images are not all finite."
            unavailable[name] = whole if broken else _UNDEFINED.get(name, whole)
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


def _bound(name: str) -> str:
    return MEASURES[name].bound if name in MEASURES else ""


def _number(value: float | int | None, sign: str) -> str:
    if value is None:
        return "–"
    number = str(value) if isinstance(value, int) else f"{value:.4f}"
    return f"{sign} {number}" if sign else number
