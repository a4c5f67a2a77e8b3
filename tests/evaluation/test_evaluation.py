"""Numbers measured on held-out images, against their definitions."""

import numpy as np
import pytest
import torch
from torch import Tensor

from latentlab import metrics
from latentlab.config import DataConfig, LikelihoodConfig, ModelConfig
from latentlab.data import ImageStore, load_dataset
from latentlab.evaluation import PosteriorSummary, measure_held_out, summary_of
from latentlab.evaluation.posterior import aggregate_quantiles, encode_all
from latentlab.models import VAE, DiagonalGaussian, build_vae, kl_to_standard_normal
from latentlab.models.priors import StandardNormal


def _summary(model: VAE, store: ImageStore) -> PosteriorSummary:
    return summary_of(model, encode_all(model, store.batch(slice(0, None))))


def _identity(x: Tensor, generator: torch.Generator | None) -> Tensor:
    return x


def _darker(x: Tensor, generator: torch.Generator | None) -> Tensor:
    return x / 2


def _vae(likelihood: LikelihoodConfig | None = None) -> VAE:
    model = ModelConfig(name="mlp", latent_dim=3, hidden=16, layers=1)
    return build_vae(model, likelihood or LikelihoodConfig(), (1, 32, 32), torch.Generator().manual_seed(0))


@pytest.fixture(scope="module")
def store() -> ImageStore:
    return load_dataset(DataConfig()).test


def test_measurements_are_what_their_names_say(store: ImageStore) -> None:
    vae = _vae()
    values = measure_held_out(vae, store, _darker, limit=300)  # more than a chunk, less than two
    x = store.batch(slice(0, 300))
    with torch.no_grad():
        posterior = vae.encode(x)
        expected = {
            metrics.TEST_RATE: kl_to_standard_normal(posterior).sum(1).mean(),
            metrics.TEST_MSE: (vae.decode(posterior.mean).mean - x).square().mean(),
            metrics.TEST_PIXEL_VARIANCE: x.var(0, correction=0).mean(),
            metrics.TEST_CONSISTENCY_KL: vae.encode(x / 2).kl(posterior).sum(1).mean(),
            metrics.TEST_ACTIVE_UNITS: (posterior.mean.var(0, correction=0) > 0.01).sum(),
            metrics.TEST_DISTORTION: -vae.decode(posterior.mean).log_prob(x).mean(),
        }
    for name, value in expected.items():
        # The distortion is of one sample of z, so near that of the mean only.
        assert values[name] == pytest.approx(value.item(), rel=0.02 if name == metrics.TEST_DISTORTION else 1e-4)
    assert values[metrics.TEST_ELBO] == pytest.approx(-values[metrics.TEST_DISTORTION] - values[metrics.TEST_RATE])


def test_the_consistency_kl_of_the_identity_is_zero(store: ImageStore) -> None:
    assert measure_held_out(_vae(), store, _identity)[metrics.TEST_CONSISTENCY_KL] == 0.0


def test_measuring_is_repeatable_and_leaves_no_trace(store: ImageStore) -> None:
    vae = _vae().train()
    state = torch.get_rng_state()
    assert measure_held_out(vae, store, _darker) == measure_held_out(vae, store, _darker)
    assert torch.equal(torch.get_rng_state(), state)
    assert vae.training


def test_what_is_trained_black_and_white_is_measured_so(store: ImageStore) -> None:
    values = measure_held_out(_vae(LikelihoodConfig(binarize="threshold")), store, _identity)
    x = (store.batch(slice(None)) >= 0.5).float()
    assert values[metrics.TEST_PIXEL_VARIANCE] == pytest.approx(x.var(0, correction=0).mean().item(), rel=1e-5)


def test_the_summary_of_posteriors(store: ImageStore) -> None:
    vae = _vae()
    summary = _summary(vae, store)
    with torch.no_grad():
        posterior = vae.encode(store.batch(slice(None)))
        z = posterior.sample(torch.Generator().manual_seed(0), num_samples=200).reshape(-1, 3)
    torch.testing.assert_close(summary.kl_per_dim, kl_to_standard_normal(posterior).mean(0))
    torch.testing.assert_close(summary.mean, z.mean(0), rtol=0, atol=0.02)
    torch.testing.assert_close(summary.std, z.std(0), rtol=0.02, atol=0)
    torch.testing.assert_close(summary.variance_of_means, posterior.mean.var(0, correction=0))
    assert summary.kl_per_dim[summary.order].tolist() == sorted(summary.kl_per_dim.tolist(), reverse=True)
    assert torch.equal(summary.active, summary.variance_of_means > 0.01)


def test_the_shares_of_narrow_and_wide_posteriors_and_the_moments_of_their_mixture() -> None:
    """Two images and three dimensions, set by hand: σ of 0.05; of 0.95 and 0.5; and of 1 about −2 and 2."""

    class Hand(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.anchor = torch.nn.Parameter(torch.zeros(()))
            self.prior = StandardNormal(3)

        def encode(self, x: Tensor) -> DiagonalGaussian:
            bright = x.mean((1, 2, 3)) > 0.5
            at, one = torch.where(bright, 2.0, -2.0), torch.ones(len(x))
            sigma = torch.stack([0.05 * one, torch.where(bright, 0.5, 0.95), one], 1)
            return DiagonalGaussian(torch.stack([0 * at, 0 * at, at], 1), 2 * sigma.log())

    pixels = np.stack([np.zeros((1, 16, 16), np.uint8), np.full((1, 16, 16), 255, np.uint8)])
    summary = _summary(Hand(), ImageStore(torch.tensor(pixels), torch.zeros(2, dtype=torch.int64)))
    torch.testing.assert_close(summary.near_zero, torch.tensor([1.0, 0.0, 0.0]))
    torch.testing.assert_close(summary.near_one, torch.tensor([0.0, 0.5, 1.0]))
    torch.testing.assert_close(summary.mean, torch.zeros(3))
    torch.testing.assert_close(summary.std, torch.tensor([0.05, ((0.25 + 0.9025) / 2) ** 0.5, 5**0.5]))


def test_quantiles_of_one_gaussian_are_its_own_and_of_a_mixture_are_where_its_distribution_function_says() -> None:
    generator = torch.Generator().manual_seed(0)
    q = torch.tensor([1e-6, 0.025, 0.5, 0.84134474606854293, 0.999], dtype=torch.float64)
    mean, std = torch.tensor([[3.0, -1.0]]).double(), torch.tensor([[2.0, 1e-3]]).double()
    single = aggregate_quantiles(mean, std, q)
    assert single.dtype == torch.float64
    for dimension in range(2):
        exact = torch.distributions.Normal(mean[0, dimension].double(), std[0, dimension].double()).icdf(q.double())
        torch.testing.assert_close(single[:, dimension], exact, rtol=1e-11, atol=1e-11)
    # Two equal Gaussians apart by 2a: the median lies between them, and quantiles are mirrored about it.
    pair = aggregate_quantiles(torch.tensor([[-4.0], [4.0]]).double(), torch.ones(2, 1).double(), torch.tensor([0.1, 0.5, 0.9]))
    torch.testing.assert_close(pair[1], torch.zeros(1, dtype=torch.float64), rtol=0, atol=1e-9)
    torch.testing.assert_close(pair[0], -pair[2], rtol=1e-6, atol=0)
    means = torch.randn(200, 3, generator=generator).double()
    deviations = torch.rand(200, 3, generator=generator).double() + 0.01
    found = aggregate_quantiles(means, deviations, q)
    reached = torch.distributions.Normal(means.double()[:, None], deviations.double()[:, None]).cdf(found).mean(0)
    torch.testing.assert_close(reached, q.double()[:, None].expand(-1, 3), rtol=1e-9, atol=1e-12)


def test_the_reach_of_a_summary_is_that_of_its_draws(store: ImageStore) -> None:
    vae = _vae()
    summary = _summary(vae, store)
    with torch.no_grad():
        z = vae.encode(store.batch(slice(None))).sample(torch.Generator().manual_seed(1), num_samples=2000).reshape(-1, 3)
    torch.testing.assert_close((z < summary.low).float().mean(0), torch.full((3,), 0.001), rtol=0, atol=6e-4)
    torch.testing.assert_close((z > summary.high).float().mean(0), torch.full((3,), 0.001), rtol=0, atol=6e-4)
