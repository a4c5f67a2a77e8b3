"""Every number that an evaluation stores, computed again from the model's outputs by NumPy, SciPy and scikit-learn.

A number without an entry in `_CHECKS` fails a test here, and so does one whose sign or factor changes.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from scipy import signal, special, stats
from sklearn.linear_model import LogisticRegression

import latentlab
from latentlab.catalog import MEASURES
from latentlab.config import RunConfig
from latentlab.data import Dataset, policy_from
from latentlab.evaluation.aggregate_density import fit_aggregate_density
from latentlab.evaluation.annealed import annealed_nll
from latentlab.evaluation.disentanglement import measure_disentanglement
from latentlab.evaluation.knowledge import encode_training
from latentlab.evaluation.posterior import encode_all
from latentlab.evaluation.progress import silent
from latentlab.evaluation.run_images import open_images
from latentlab.models import Observation
from latentlab.runs import Evaluation, Run
from latentlab.seeding import generator_for

Array = NDArray[np.float64]
_S, _N, _SEED, _TEMPERATURES = 20, 60, 3, 5


@dataclass(frozen=True)
class Measured:
    """A run, and what was stored of it."""

    run: Run
    stored: Evaluation

    @cached_property
    def dataset(self) -> Dataset:
        return open_images(self.run).dataset

    @cached_property
    def model(self) -> Any:
        return self.run.model().eval().requires_grad_(False)

    @cached_property
    def images(self) -> torch.Tensor:
        return self.dataset.test.batch(slice(0, _N))

    @cached_property
    def x(self) -> Array:
        return self.images.double().numpy().reshape(_N, -1)

    @cached_property
    def moments(self) -> tuple[Array, Array]:
        return _moments(encode_all(self.model, self.images))

    def logits(self, z: Array) -> Array:
        return self.model.decoder(torch.from_numpy(z).float()).double().numpy().reshape(len(z), -1)

    @cached_property
    def log_weights(self) -> Array:
        """(N, S), by the noise that the evaluation draws."""
        rows = []
        for image, (mean, std) in enumerate(zip(*self.moments, strict=True)):
            noise = torch.randn((_S, len(mean)), generator=generator_for(_SEED, f"importance samples of image {image}"))
            z = mean + std * noise.double().numpy()
            logits, x = self.logits(z), self.x[image]
            log_p = (x * special.log_expit(logits) + (1 - x) * special.log_expit(-logits)).sum(1)
            rows.append(log_p + stats.norm.logpdf(z).sum(1) - stats.norm.logpdf(z, mean, std).sum(1))
        return np.stack(rows)

    @cached_property
    def nll(self) -> Array:
        return np.array([math.log(_S) - special.logsumexp(row) for row in self.log_weights])

    @cached_property
    def kl_per_dim(self) -> Array:
        return _kl(*self.moments, np.zeros(1), np.ones(1)).mean(0)

    @cached_property
    def draws(self) -> tuple[Array, Array]:
        """Samples of q(z), and log q of each of their dimensions under every image's posterior, (R, N, D)."""
        mean, std = self.moments
        per_image = self.stored.provenance["M"]
        generator = generator_for(_SEED, "samples of the aggregate posterior")
        noise = torch.randn(_N, per_image, mean.shape[1], generator=generator, dtype=torch.float64).numpy()
        z = (mean[:, None] + std[:, None] * noise).reshape(-1, mean.shape[1])
        return z, stats.norm.logpdf(z[:, None], mean, std)

    @property
    def own(self) -> Array:
        """log q(z|x) of the image that each sample is of."""
        z, log_q = self.draws
        return log_q.sum(2)[np.arange(len(z)), np.repeat(np.arange(_N), len(z) // _N)]

    @cached_property
    def information(self) -> float:
        _, log_q = self.draws
        return float(self.own.mean() - (special.logsumexp(log_q.sum(2), 1) - math.log(_N)).mean())

    @cached_property
    def density(self) -> Any:
        observe = Observation(self.run.config.likelihood)
        train = encode_training(self.model, self.dataset, observe, _SEED, silent).posterior
        z = train.sample(generator_for(_SEED, "latents that the aggregate density is fitted to")).double().numpy()
        fitted = fit_aggregate_density(z, _SEED)
        assert fitted is not None
        return fitted.mixture

    @cached_property
    def information_upper(self) -> float:
        z, _ = self.draws
        return min(float(self.kl_per_dim.sum()), float(self.own.mean() - self.density.score_samples(z).mean()))

    @cached_property
    def dimension_wise_kl(self) -> float:
        z, log_q = self.draws
        marginals = special.logsumexp(log_q, 1) - math.log(_N)
        return float((marginals - stats.norm.logpdf(z)).sum(1).mean())

    @cached_property
    def dimension_wise_lower(self) -> float:
        """By the marginals of the fitted mixture."""
        z, mixture, total = self.draws[0], self.density, 0.0
        for place in range(z.shape[1]):
            spread = (
                mixture.covariances_[:, place, place] if mixture.covariance_type == "full" else mixture.covariances_[:, place]
            )
            density = (mixture.weights_ * stats.norm.pdf(z[:, place, None], mixture.means_[:, place], np.sqrt(spread))).sum(1)
            total += max(0.0, float((np.log(density) - stats.norm.logpdf(z[:, place])).mean()))
        return total

    @cached_property
    def moments_t(self) -> tuple[Array, Array]:
        generator = generator_for(_SEED, "transformations")
        moved = policy_from(self.run.config.transform)(self.images, generator)
        return _moments(self.model.encode(moved))

    @cached_property
    def reconstruction(self) -> Array:
        return special.expit(self.logits(self.moments[0]))

    @cached_property
    def annealed(self) -> Array:
        """By the function that the linear-Gaussian model checks."""
        return annealed_nll(self.model, self.images, _TEMPERATURES, _SEED).nll.numpy()

    @cached_property
    def known(self) -> tuple[Array, Any, Array, Any]:
        """Means of the training images and of the held-out ones, each with what is known of them."""
        observe = Observation(self.run.config.likelihood)
        train = encode_training(self.model, self.dataset, observe, _SEED, silent)
        return train.posterior.mean.double().numpy(), train.chosen, self.moments[0], slice(0, _N)


def _moments(posterior: Any) -> tuple[Array, Array]:
    return posterior.mean.detach().double().numpy(), np.exp(posterior.logvar.detach().double().numpy() / 2)


def _kl(m1: Array, s1: Array, m2: Array, s2: Array) -> Array:
    return np.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5


def _forward(of: Measured) -> Array:
    return _kl(*of.moments_t, *of.moments).mean(0)


def _reverse(of: Measured) -> float:
    return float(_kl(*of.moments, *of.moments_t).sum(1).mean())


def _standardised(of: Measured) -> tuple[Array, Array]:
    fitted, _, asked, _ = of.known
    return (fitted - fitted.mean(0)) / fitted.std(0), (asked - fitted.mean(0)) / fitted.std(0)


def _probe(of: Measured) -> float:
    fitted, asked = _standardised(of)
    labels, truth = of.dataset.train.labels[of.known[1]].numpy(), of.dataset.test.labels[:_N].numpy()
    return float((LogisticRegression(max_iter=2000).fit(fitted, labels).predict(asked) == truth).mean())


def _distances(of: Measured) -> tuple[Array, Array]:
    """From each μ(t(x)) to each μ(x), and between the μ(x), squared."""
    (mean, _), (mean_t, _) = of.moments, of.moments_t
    return ((mean_t[:, None] - mean) ** 2).sum(2), ((mean[:, None] - mean) ** 2).sum(2)


def _ratio(of: Measured) -> float:
    to_all, between = _distances(of)
    return float(np.diag(to_all).mean() / between[~np.eye(_N, dtype=bool)].mean())


def _wasserstein(of: Measured) -> float:
    (mean, std), (mean_t, std_t) = of.moments, of.moments_t
    return float(np.sqrt(((mean - mean_t) ** 2 + (std - std_t) ** 2).sum(1)).mean())


def _ssim(of: Measured) -> float:
    """Wang et al. 2004."""
    offset = np.arange(11) - 5
    window = np.exp(-(offset[:, None] ** 2 + offset**2) / (2 * 1.5**2))

    def seen(image: Array) -> Array:
        return signal.convolve2d(image, window / window.sum(), mode="valid")

    side, values = of.images.shape[-1], []
    for a, b in zip(of.x.reshape(-1, side, side), of.reconstruction.reshape(-1, side, side), strict=True):
        m, n = seen(a), seen(b)
        v, w, c = seen(a * a) - m * m, seen(b * b) - n * n, seen(a * b) - m * n
        values.append(((2 * m * n + 1e-4) * (2 * c + 9e-4) / ((m**2 + n**2 + 1e-4) * (v + w + 9e-4))).mean())
    return float(np.mean(values))


def _factors(of: Measured) -> Any:
    """By the functions whose own tests have closed forms: what is checked here is which number is stored under which name."""
    fitted, chosen, asked, _ = of.known
    known, truth = of.dataset.train.attributes, of.dataset.test.attributes
    assert known is not None
    assert truth is not None
    return measure_disentanglement((fitted, known.values[chosen.numpy()]), (asked, truth.values[:_N]), _SEED, silent)


_CHECKS: dict[str, Callable[[Measured], Any]] = {
    "nll": lambda of: of.nll.mean(),
    "nll_se": lambda of: stats.sem(of.nll),
    "nll_bits_per_dim": lambda of: of.nll.mean() / of.x.shape[1] / math.log(2),
    "effective_samples": lambda of: (1 / (special.softmax(of.log_weights, 1) ** 2).sum(1)).mean(),
    "nll_ais": lambda of: of.annealed.mean(),
    "nll_ais_se": lambda of: stats.sem(of.annealed),
    "rate": lambda of: of.kl_per_dim.sum(),
    "kl_per_dim": lambda of: of.kl_per_dim,
    "mutual_information": lambda of: of.information,
    "mutual_information_upper": lambda of: of.information_upper,
    "marginal_kl_lower": lambda of: of.kl_per_dim.sum() - of.information_upper,
    "marginal_kl_upper": lambda of: of.kl_per_dim.sum() - of.information,
    "total_correlation_lower": lambda of: max(0, of.kl_per_dim.sum() - of.information_upper - of.dimension_wise_kl),
    "total_correlation_upper": lambda of: max(0, of.kl_per_dim.sum() - of.information - of.dimension_wise_lower),
    "dimension_wise_kl": lambda of: of.dimension_wise_kl,
    "active_units": lambda of: (of.moments[0].var(0) > 0.01).sum(),
    "active_units_by_kl": lambda of: (of.kl_per_dim > 0.1).sum(),
    "variance_of_means": lambda of: of.moments[0].var(0),
    "probe_accuracy": _probe,
    "mig": lambda of: _factors(of).mig,
    "factor_vae_score": lambda of: _factors(of).factor_vae_score,
    "dci_disentanglement": lambda of: _factors(of).dci_disentanglement,
    "dci_completeness": lambda of: _factors(of).dci_completeness,
    "dci_informativeness": lambda of: _factors(of).dci_informativeness,
    "consistency_kl": lambda of: _forward(of).sum(),
    "consistency_kl_per_dim": _forward,
    "consistency_kl_reverse": _reverse,
    "jeffreys": lambda of: _forward(of).sum() + _reverse(of),
    "wasserstein2": _wasserstein,
    "consistency_ratio": _ratio,
    "retrieval_at_1": lambda of: (_distances(of)[0].argmin(1) == np.arange(_N)).mean(),
    "mse": lambda of: ((of.reconstruction - of.x) ** 2).mean(),
    "l1": lambda of: np.abs(of.reconstruction - of.x).mean(),
    "psnr": lambda of: -10 * np.log10(((of.reconstruction - of.x) ** 2).mean()),
    "ssim": _ssim,
}
_ELSEWHERE = {"attribute_auc", "fid", "kid"}
"""`test_evaluation_reconstruction.py` has the first, by known attributes; the others need the weights of a network that
tests do not fetch."""


@pytest.fixture(scope="module")
def measured(tiny_config: RunConfig, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    """A run on digits, which have labels, and one on sprites, which have factors."""
    folder, found = tmp_path_factory.mktemp("stored"), {}
    for name in ("digits", "sprites"):
        config = latentlab.override(tiny_config, [f"data.name={name}", "train.steps=60", "train.checkpoint_every=60"])
        run = latentlab.train(config, folder)
        found[name] = Measured(
            run, latentlab.evaluate(run, samples=_S, images=_N, seed=_SEED, ais_temperatures=_TEMPERATURES, save=False)
        )
    return found


@pytest.mark.parametrize("name", list(_CHECKS))
@pytest.mark.parametrize("images", ["digits", "sprites"])
def test_what_is_stored_is_what_its_name_says(images: str, name: str, measured: dict[str, Measured]) -> None:
    of = measured[images]
    value = getattr(of.stored, name)
    if value is None:
        assert name in of.stored.unavailable
        assert getattr(measured["digits" if images == "sprites" else "sprites"].stored, name) is not None
        return
    assert value == pytest.approx(_CHECKS[name](of), rel=1e-4, abs=1e-5)


def test_every_stored_number_is_computed_again() -> None:
    numbers = {name for name, measure in MEASURES.items() if not measure.code} - {"seconds_per_step"}
    assert numbers == _CHECKS.keys() | _ELSEWHERE


def test_evaluations_of_two_runs_are_paired_by_image_and_noise(tiny_run: Path, other_run: Path) -> None:
    """The same held-out images, binarisation, draws of t and noise of each sample, whatever the run's own seed and network."""
    noise: dict[str, list[torch.Tensor]] = {}
    for name, folder in (("one", tiny_run), ("other", other_run)):
        drawn = noise[name] = []
        real = torch.randn

        def randn(*shape: Any, drawn: list[torch.Tensor] = drawn, real: Any = real, **how: Any) -> torch.Tensor:
            values: torch.Tensor = real(*shape, **how)
            drawn.append(values)
            return values

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(torch, "randn", randn)
            latentlab.evaluate(folder, samples=4, images=20)
    assert Run(tiny_run).config.seed != Run(other_run).config.seed
    assert len(noise["one"]) == len(noise["other"]) > 20
    assert all(torch.equal(one, other) for one, other in zip(noise["one"], noise["other"], strict=True))
    first, second = (open_images(Run(folder)).dataset.test.batch(slice(0, 20)) for folder in (tiny_run, other_run))
    assert torch.equal(first, second)
