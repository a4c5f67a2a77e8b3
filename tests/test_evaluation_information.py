"""Rate, mutual information, total correlation and active units, where their values are known."""

import math

import pytest
import torch
from torch import Tensor

from latentlab.evaluation.information import default_samples_per_image, measure_information
from latentlab.models import DiagonalGaussian

_COUNT = 400


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
    information = measure_information(_posterior(mean, 1e-3), samples_per_image=2, seed=0)
    assert information.mutual_information == pytest.approx(math.log(_COUNT), abs=1e-9)
    assert information.marginal_kl == pytest.approx(information.rate - math.log(_COUNT))


def test_one_posterior_for_all_images_tells_nothing() -> None:
    posterior = _posterior(torch.tensor([0.5, -1.0]).expand(_COUNT, 2), 0.7)
    information = measure_information(posterior, samples_per_image=20, seed=0)
    assert information.mutual_information == pytest.approx(0, abs=1e-9)
    assert information.total_correlation == pytest.approx(0, abs=1e-9)
    assert information.active_units == 0
    assert information.marginal_kl == pytest.approx(float(posterior.kl_to_prior()[0].sum()), rel=1e-6)
    assert information.dimension_wise_kl == pytest.approx(information.rate, abs=0.03)


def test_the_narrowest_posteriors_lose_no_digits() -> None:
    mean = 5 + torch.rand(50, 2, generator=torch.Generator().manual_seed(0))
    information = measure_information(DiagonalGaussian(mean, torch.full_like(mean, -30)), samples_per_image=2, seed=0)
    assert information.mutual_information == pytest.approx(math.log(50), abs=1e-9)
    parts = information.total_correlation + information.dimension_wise_kl
    assert parts == pytest.approx(information.marginal_kl, abs=0.6)  # the noise of 100 samples of a χ²/2 in two dimensions


def test_total_correlation_of_a_correlated_gaussian() -> None:
    # The mixture of N(m, v) over Gaussian means is Gaussian, with the means' covariance and v added to its diagonal.
    aggregate = torch.tensor([[1.3, 0.7], [0.7, 1.3]], dtype=torch.float64)
    variance = 0.5
    mean = _gaussian_means(aggregate - variance * torch.eye(2), 2000)
    information = measure_information(_posterior(mean, math.sqrt(variance)), samples_per_image=5, seed=0)
    assert information.total_correlation == pytest.approx(-0.5 * math.log(1 - (0.7 / 1.3) ** 2), abs=0.03)
    assert information.dimension_wise_kl == pytest.approx(2 * 0.5 * (1.3 - math.log(1.3) - 1), abs=0.03)
    # A Gaussian channel: ½ log det of the aggregate's covariance over the noise's.
    expected = 0.5 * float(torch.logdet(aggregate)) - math.log(variance)
    assert information.mutual_information == pytest.approx(expected, abs=0.05)


def test_independent_dimensions_have_no_total_correlation() -> None:
    mean = _gaussian_means(0.5 * torch.eye(2, dtype=torch.float64), 2000)
    information = measure_information(_posterior(mean, math.sqrt(0.5)), samples_per_image=5, seed=0)
    assert information.total_correlation == pytest.approx(0, abs=0.02)
    assert information.dimension_wise_kl == pytest.approx(0, abs=0.02)
    assert information.marginal_kl == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("std", [0.1, 0.6])
def test_the_rate_is_the_sum_of_its_parts(std: float) -> None:
    mean = torch.randn(_COUNT, 3, generator=torch.Generator().manual_seed(1)) * torch.tensor([2.0, 1.0, 0.01])
    posterior = _posterior(mean, std)
    information = measure_information(posterior, samples_per_image=25, seed=0)
    assert information.rate == pytest.approx(float(posterior.kl_to_prior().sum(1).mean()), rel=1e-6)
    assert information.kl_per_dim == pytest.approx(posterior.kl_to_prior().mean(0).tolist(), rel=1e-6)
    parts = information.mutual_information + information.total_correlation + information.dimension_wise_kl
    assert parts == pytest.approx(information.rate, abs=0.04)
    assert information.active_units == 2
    assert 0 < information.mutual_information <= math.log(_COUNT)


def test_a_dimension_is_active_above_a_variance_of_a_hundredth() -> None:
    mean = _gaussian_means(torch.diag(torch.tensor([0.0101, 0.0099, 1.0], dtype=torch.float64)), _COUNT)
    assert measure_information(_posterior(mean, 1.0), samples_per_image=1, seed=0).active_units == 2


def test_chunks_do_not_change_the_result_and_a_seed_does() -> None:
    mean = torch.randn(60, 3, generator=torch.Generator().manual_seed(1))
    whole = measure_information(_posterior(mean, 0.5), samples_per_image=4, seed=0)
    for rows in (1, 7, 1000):
        parts = measure_information(_posterior(mean, 0.5), samples_per_image=4, seed=0, rows=rows)
        for name in ("mutual_information", "total_correlation", "dimension_wise_kl"):
            assert getattr(parts, name) == pytest.approx(getattr(whole, name), abs=1e-12)
    assert measure_information(_posterior(mean, 0.5), samples_per_image=4, seed=0) == whole
    other = measure_information(_posterior(mean, 0.5), samples_per_image=4, seed=1)
    assert other.mutual_information != whole.mutual_information


def test_few_images_are_given_more_samples() -> None:
    assert [default_samples_per_image(count) for count in (10, 1000, 50_000)] == [1000, 10, 1]
