"""Rate, mutual information, total correlation and active units, where their values are known."""

import math
from typing import Any

import pytest
import torch
from torch import Tensor

from latentlab.evaluation.aggregate_density import AggregateDensity, fit_aggregate_density
from latentlab.evaluation.information import Information, default_samples_per_image, measure_information
from latentlab.models import DiagonalGaussian, Posterior, StandardNormal, kl_to_standard_normal
from latentlab.runs.evaluation import no_gap_sentence

_COUNT = 400


def measured(posterior: Posterior, samples_per_image: int, seed: int, **options: Any) -> Information:
    """Under the standard normal."""
    return measure_information(posterior, samples_per_image, seed, prior=StandardNormal(posterior.mean.shape[1]), **options)


def _gaussian_means(covariance: Tensor, count: int) -> Tensor:
    """Points whose mean is 0 and whose covariance is exactly this."""
    points = torch.randn(count, len(covariance), generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    points = points - points.mean(0)
    points = torch.linalg.solve_triangular(torch.linalg.cholesky(points.T @ points / count), points.T, upper=False).T
    return (points @ torch.linalg.cholesky(covariance).T).float()


def _posterior(mean: Tensor, std: float) -> DiagonalGaussian:
    return DiagonalGaussian(mean, torch.full_like(mean, 2 * math.log(std)))


def test_posteriors_far_apart_tell_which_image_it_was() -> None:
    mean = torch.arange(_COUNT)[:, None].float().expand(-1, 3)
    information = measured(_posterior(mean, 1e-3), samples_per_image=2, seed=0)
    assert information.mutual_information == pytest.approx(math.log(_COUNT), abs=1e-9)
    assert information.marginal_kl_upper == pytest.approx(information.rate - math.log(_COUNT))


def test_one_posterior_for_all_images_tells_nothing() -> None:
    posterior = _posterior(torch.tensor([0.5, -1.0]).expand(_COUNT, 2), 0.7)
    information = measured(posterior, samples_per_image=20, seed=0, density=_density(posterior))
    assert information.mutual_information == pytest.approx(0, abs=1e-9)
    assert information.mutual_information_upper == pytest.approx(0, abs=0.02)
    assert information.total_correlation_upper == pytest.approx(0, abs=0.03)
    assert information.active_units == 0
    assert information.marginal_kl_upper == pytest.approx(float(kl_to_standard_normal(posterior)[0].sum()), rel=1e-6)
    assert information.dimension_wise_kl == pytest.approx(information.rate, abs=0.03)


def test_the_narrowest_posteriors_lose_no_digits() -> None:
    mean = 5 + torch.rand(50, 2, generator=torch.Generator().manual_seed(0))
    information = measured(DiagonalGaussian(mean, torch.full_like(mean, -30)), samples_per_image=2, seed=0)
    assert information.mutual_information == pytest.approx(math.log(50), abs=1e-9)
    assert information.marginal_kl_upper == pytest.approx(information.rate - math.log(50), abs=1e-9)
    assert information.dimension_wise_kl == pytest.approx(information.rate - 2 * math.log(50), abs=0.6)  # 100 samples of a χ²/2


def test_total_correlation_of_a_correlated_gaussian() -> None:
    # The mixture of N(m, v) over Gaussian means is Gaussian, with the means' covariance and v added to its diagonal.
    aggregate = torch.tensor([[1.3, 0.7], [0.7, 1.3]], dtype=torch.float64)
    variance = 0.5
    mean = _gaussian_means(aggregate - variance * torch.eye(2), 2000)
    posterior = _posterior(mean, math.sqrt(variance))
    information = measured(posterior, samples_per_image=5, seed=0, density=_density(posterior))
    assert information.total_correlation_lower == pytest.approx(-0.5 * math.log(1 - (0.7 / 1.3) ** 2), abs=0.03)
    assert information.total_correlation_upper == pytest.approx(-0.5 * math.log(1 - (0.7 / 1.3) ** 2), abs=0.03)
    assert information.dimension_wise_kl == pytest.approx(2 * 0.5 * (1.3 - math.log(1.3) - 1), abs=0.03)
    # A Gaussian channel: ½ log det of the aggregate's covariance over the noise's.
    expected = 0.5 * float(torch.logdet(aggregate)) - math.log(variance)
    assert information.mutual_information == pytest.approx(expected, abs=0.05)


def test_independent_dimensions_have_no_total_correlation() -> None:
    mean = _gaussian_means(0.5 * torch.eye(2, dtype=torch.float64), 2000)
    posterior = _posterior(mean, math.sqrt(0.5))
    information = measured(posterior, samples_per_image=5, seed=0, density=_density(posterior))
    assert information.total_correlation_upper == pytest.approx(0, abs=0.05)
    assert information.dimension_wise_kl == pytest.approx(0, abs=0.02)
    assert information.marginal_kl_upper == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("std", [0.1, 0.6])
def test_the_rate_is_the_sum_of_its_parts(std: float) -> None:
    mean = torch.randn(_COUNT, 3, generator=torch.Generator().manual_seed(1)) * torch.tensor([2.0, 1.0, 0.01])
    posterior = _posterior(mean, std)
    information = measured(posterior, samples_per_image=25, seed=0, density=_density(posterior))
    assert information.rate == pytest.approx(float(kl_to_standard_normal(posterior).sum(1).mean()), rel=1e-6)
    assert information.kl_per_dim == pytest.approx(kl_to_standard_normal(posterior).mean(0).tolist(), rel=1e-6)
    assert information.mutual_information + information.marginal_kl_upper == pytest.approx(information.rate)
    assert information.mutual_information_upper + information.marginal_kl_lower == pytest.approx(information.rate)
    parts = information.marginal_kl_upper - information.dimension_wise_kl
    assert parts - 0.04 < information.total_correlation_upper < parts + 0.1
    assert 0 <= information.total_correlation_lower <= information.total_correlation_upper
    assert information.active_units == 2
    assert 0 < information.mutual_information <= math.log(_COUNT)


def test_a_dimension_is_active_above_a_variance_of_a_hundredth() -> None:
    mean = _gaussian_means(torch.diag(torch.tensor([0.0101, 0.0099, 1.0], dtype=torch.float64)), _COUNT)
    assert measured(_posterior(mean, 1.0), samples_per_image=1, seed=0).active_units == 2


def test_chunks_do_not_change_the_result_and_a_seed_does() -> None:
    mean = torch.randn(60, 3, generator=torch.Generator().manual_seed(1))
    whole = measured(_posterior(mean, 0.5), samples_per_image=4, seed=0)
    for rows in (1, 7, 1000):
        parts = measured(_posterior(mean, 0.5), samples_per_image=4, seed=0, rows=rows)
        for name in ("mutual_information", "marginal_kl_upper", "dimension_wise_kl"):
            assert getattr(parts, name) == pytest.approx(getattr(whole, name), abs=1e-12)
    assert measured(_posterior(mean, 0.5), samples_per_image=4, seed=0) == whole
    other = measured(_posterior(mean, 0.5), samples_per_image=4, seed=1)
    assert other.mutual_information != whole.mutual_information


def test_few_images_are_given_more_samples() -> None:
    assert [default_samples_per_image(count) for count in (10, 1000, 50_000)] == [1000, 10, 1]


def _channel(dims: int, count: int, information: float, seed: int) -> DiagonalGaussian:
    """Posteriors whose aggregate is N(0, I) exactly: μ ~ N(0, 1 − s²), with s² such that I(x; z) is the number given."""
    variance = math.exp(-2 * information / dims)
    noise = torch.randn(count, dims, generator=torch.Generator().manual_seed(seed))
    return _posterior(noise * math.sqrt(1 - variance), math.sqrt(variance))


def _density(posterior: DiagonalGaussian) -> AggregateDensity | None:
    return fit_aggregate_density(posterior.sample(torch.Generator().manual_seed(9)).double().numpy(), 0)


def test_the_interval_holds_the_truth_where_the_lower_bound_is_at_its_ceiling() -> None:
    truth, dims = 26.57, 32
    held_out = _channel(dims, 1024, truth, seed=0)
    information = measured(held_out, 4, 0, density=_density(_channel(dims, 5000, truth, seed=1)))
    assert information.mutual_information == pytest.approx(math.log(1024), abs=0.01)
    assert information.mutual_information_upper == pytest.approx(truth, abs=0.4)
    assert information.marginal_kl_lower == pytest.approx(0, abs=0.3)
    assert information.marginal_kl_upper == pytest.approx(information.rate - math.log(1024), abs=0.01)
    assert information.total_correlation_lower == pytest.approx(0, abs=0.3)
    assert information.total_correlation_upper > 19


def test_the_upper_bound_finds_the_correlation_that_the_prior_lacks() -> None:
    covariance = torch.tensor([[1.3, 0.7], [0.7, 1.3]], dtype=torch.float64)
    narrow = 1e-3
    mean = _gaussian_means(covariance, 2000)
    density = _density(_posterior(_gaussian_means(covariance, 1500), narrow))
    information = measured(_posterior(mean, narrow), 2, 0, density=density)
    exact = 0.5 * float(torch.logdet(covariance)) - 2 * math.log(narrow)
    assert information.mutual_information < exact - 3  # log N = 7.6 of 13.7 nats
    assert information.mutual_information_upper == pytest.approx(exact, abs=0.1)
    assert information.total_correlation_lower < -0.5 * math.log(1 - (0.7 / 1.3) ** 2) < information.total_correlation_upper
    assert information.rate > information.mutual_information_upper + 0.2


def test_a_mixture_of_clusters_is_fitted_by_several_components() -> None:
    centres = torch.tensor([[-3.0, 0.0], [3.0, 0.0], [0.0, 3.0]])
    mean = centres[torch.arange(900) % 3] + 0.1 * torch.randn(900, 2, generator=torch.Generator().manual_seed(2))
    density = _density(_posterior(mean, 0.05))
    assert density is not None
    assert "4 components" in density.description or "2 components" not in density.description
    far, near = density.log_prob(torch.tensor([[0.0, 0.0], [3.0, 0.0]]).double().numpy())
    assert near > far + 10


@pytest.mark.parametrize("latents", [torch.zeros(20, 2), torch.full((100, 2), math.nan)])
def test_too_few_or_broken_latents_give_no_density(latents: Tensor) -> None:
    assert fit_aggregate_density(latents.double().numpy(), 0) is None


def test_without_a_density_the_rate_is_the_upper_bound() -> None:
    information = measured(_channel(4, 100, 8.0, seed=0), 4, 0)
    assert information.mutual_information_upper == information.rate
    assert information.marginal_kl_lower == 0


def test_latents_that_hardly_vary_have_a_density() -> None:
    mean = torch.zeros(200, 3)
    mean[:, 0] = torch.linspace(-1, 1, 200)
    assert _density(_posterior(mean, 1e-6)) is not None


def test_units_are_counted_by_variance_and_by_kl_and_a_missing_gap_is_said() -> None:
    mean = _gaussian_means(torch.diag(torch.tensor([0.012, 0.009, 1.0], dtype=torch.float64)), _COUNT)
    information = measured(DiagonalGaussian(mean, torch.tensor([0.0, -3.0, -2.0]).expand(_COUNT, 3)), 1, 0)
    assert (information.active_units, information.active_units_by_kl) == (2, 2)
    assert information.variance_of_means == pytest.approx((0.012, 0.009, 1.0), rel=1e-4)
    assert "0.009 and 0.012" in no_gap_sentence(information.variance_of_means)
    assert no_gap_sentence((1.0, 0.001)) == no_gap_sentence((1.0, 2.0)) == no_gap_sentence(()) == ""
