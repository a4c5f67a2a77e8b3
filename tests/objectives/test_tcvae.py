"""β-TCVAE: three parts that add up to the KL, against Gaussian aggregate posteriors whose parts are known."""

import math
from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from latentlab import metrics
from latentlab.config import LikelihoodConfig, ModelConfig, RunConfig, override
from latentlab.errors import ConfigError
from latentlab.models import VAE, DiagonalGaussian, build_vae
from latentlab.objectives import Elbo, Schedule, build_bound
from latentlab.objectives.tcvae import Sampling, Tcvae, log_aggregate

_IMAGES = 3000


def _vae() -> VAE:
    return build_vae(ModelConfig(name="mlp", hidden=8, latent_dim=3), LikelihoodConfig(), (1, 16, 16))


def _batch() -> Tensor:
    return torch.rand(6, 1, 16, 16, generator=torch.Generator().manual_seed(2))


def _noise() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def _correlated(correlation: float, std: float = 0.5) -> tuple[DiagonalGaussian, Tensor]:
    """Posteriors of many images whose q(z) is N(0, [[1, ρ], [ρ, 1]]), and a sample of each."""
    covariance = torch.tensor([[1.0, correlation], [correlation, 1.0]]) - std**2 * torch.eye(2)
    noise = _noise()
    means = torch.randn(_IMAGES, 2, generator=noise) @ torch.linalg.cholesky(covariance).T
    posterior = DiagonalGaussian(means, torch.full_like(means, 2 * math.log(std)))
    return posterior, posterior.sample(noise)


@pytest.mark.parametrize("sampling", ["stratified", "weighted"])
@given(images=st.integers(6, 100_000), step=st.integers(0, 20))
def test_the_parts_add_up_to_the_kl_by_one_sample(sampling: Sampling, images: int, step: int) -> None:
    vae, x = _vae(), _batch()
    loss = Tcvae(images, sampling=sampling)(vae, x, _noise(), step)
    posterior = vae.encode(x)
    z = posterior.sample(_noise())
    prior = torch.distributions.Normal(0.0, 1.0).log_prob(z)
    expected = (posterior.log_prob(z) - prior).sum(-1).mean()
    parts = [metrics.MUTUAL_INFORMATION, metrics.TOTAL_CORRELATION, metrics.DIMENSION_WISE_KL]
    torch.testing.assert_close(sum(loss.terms[name] for name in parts), expected, atol=1e-3, rtol=1e-5)


@pytest.mark.parametrize("correlation", [0.0, 0.6])
def test_a_gaussian_aggregate_posterior_has_its_known_parts(correlation: float) -> None:
    posterior, z = _correlated(correlation)
    joint, marginals = log_aggregate(posterior, z, _IMAGES, "stratified")
    total_correlation = -0.5 * math.log(1 - correlation**2)
    assert float((joint - marginals.sum(-1)).mean()) == pytest.approx(total_correlation, abs=0.02)
    # q(z) has the entropy of that Gaussian, each q(z|x) that of its own: their difference is the mutual information.
    information = 0.5 * math.log((1 - correlation**2) / 0.5**4)
    assert float((posterior.log_prob(z).sum(-1) - joint).mean()) == pytest.approx(information, abs=0.04)
    prior = torch.distributions.Normal(0.0, 1.0).log_prob(z).sum(-1)
    assert float((marginals.sum(-1) - prior).mean()) == pytest.approx(0.0, abs=0.02)


def test_a_batch_of_all_images_gives_the_mixture_exactly() -> None:
    posterior, z = _correlated(0.3)
    posterior, z = posterior[slice(0, 50)], z[:50]
    joint, marginals = log_aggregate(posterior, z, 50, "stratified")
    parts = torch.distributions.Normal(posterior.mean, posterior.std).log_prob(z[:, None])
    torch.testing.assert_close(joint, torch.logsumexp(parts.sum(-1), 1) - math.log(50))
    torch.testing.assert_close(marginals, torch.logsumexp(parts, 1) - math.log(50))


def test_the_stratified_estimate_is_unbiased_over_the_images_of_a_batch() -> None:
    posterior, z = _correlated(0.1, std=0.9)
    posterior, z = posterior[slice(0, 7)], z[:7]
    exact = log_aggregate(posterior, z, 7, "stratified")[0][0].exp()
    estimates = []
    for first in range(1, 7):
        for second in range(first + 1, 7):
            some = [0, first, second]
            batch = DiagonalGaussian(posterior.mean[some], posterior.logvar[some])
            estimates.append(log_aggregate(batch, z[some], 7, "stratified")[0][0].exp())
    torch.testing.assert_close(torch.stack(estimates).mean(), exact)


def test_the_weighted_estimate_differs_by_constants_of_a_batch_of_all_images() -> None:
    posterior, z = _correlated(0.3)
    stratified, weighted = (log_aggregate(posterior, z, _IMAGES, sampling) for sampling in ("stratified", "weighted"))
    torch.testing.assert_close(weighted[0] - stratified[0], torch.full_like(z[:, 0], -math.log(_IMAGES)))
    torch.testing.assert_close(weighted[1] - stratified[1], torch.full_like(z, -math.log(_IMAGES)))


def test_images_that_no_other_is_near_tell_no_more_than_log_n() -> None:
    means = 1000.0 * torch.arange(8.0)[:, None].expand(-1, 2)
    posterior = DiagonalGaussian(means, torch.zeros_like(means))
    z = posterior.sample(_noise())
    joint, _ = log_aggregate(posterior, z, 500, "stratified")
    torch.testing.assert_close((posterior.log_prob(z).sum(-1) - joint).mean(), torch.tensor(math.log(500)))


def test_one_image_is_its_own_aggregate() -> None:
    posterior, z = _correlated(0.3)
    joint, marginals = log_aggregate(posterior[slice(0, 1)], z[:1], 500, "stratified")
    torch.testing.assert_close(joint, posterior.log_prob(z)[:1].sum(-1))
    torch.testing.assert_close(marginals, posterior.log_prob(z)[:1])


def test_its_bound_is_the_vaes_whatever_the_weights() -> None:
    vae, x = _vae(), _batch()
    loss = Tcvae(500, Schedule(3.0), Schedule(7.0), Schedule(2.0))(vae, x, _noise(), 0)
    torch.testing.assert_close(loss.elbo, Elbo()(vae, x, _noise(), 0).elbo)
    expected = (
        loss.terms[metrics.DISTORTION]
        + 3 * loss.terms[metrics.MUTUAL_INFORMATION]
        + 7 * loss.terms[metrics.TOTAL_CORRELATION]
        + 2 * loss.terms[metrics.DIMENSION_WISE_KL]
    )
    torch.testing.assert_close(loss.total, expected)


def test_the_data_and_the_warm_up_reach_it(with_settings: Callable[..., RunConfig]) -> None:
    config = with_settings("objective.name=tcvae", "objective.beta=4", "objective.alpha=0.5", "objective.kl_warmup=4")
    built = build_bound(config, 321)
    assert built.base == Tcvae(321, Schedule(0.5, 4), Schedule(4.0, 4), Schedule(1.0, 4))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["tcvae", "dip"])
def test_two_levels_are_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ConfigError, match=f"^objective.name = '{name}': .*model.name = 'ladder' has two levels; use vae"):
        override(RunConfig(), ["model.name=ladder", "model.top_dim=2", f"objective.name={name}"])


def test_a_prior_that_is_not_independent_in_each_dimension_is_refused() -> None:
    with pytest.raises(ConfigError, match="^objective.name = 'tcvae': .*prior.name = 'mixture' is not independent in each"):
        override(RunConfig(), ["objective.name=tcvae", "prior.name=mixture"])


def test_closed_parts_of_a_model_have_gradients_in_encoder_alone() -> None:
    vae = _vae()
    Tcvae(100)(vae, _batch(), _noise(), 0).terms[metrics.TOTAL_CORRELATION].backward()
    assert all(parameter.grad is None for parameter in vae.decoder.parameters())
    assert all(parameter.grad is not None and parameter.grad.abs().sum() > 0 for parameter in vae.encoder.parameters())
