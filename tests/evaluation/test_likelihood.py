"""The importance-sampled likelihood, against models whose exact likelihood is known."""

import math

import pytest
import torch
from torch import Tensor, nn

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.evaluation.annealed import annealed_nll
from latentlab.evaluation.likelihood import importance_nll, reconstruction_scale
from latentlab.evaluation.posterior import encode_all
from latentlab.evaluation.refinement import refine_posterior
from latentlab.models import VAE, Bernoulli, DiagonalGaussian, Gaussian, Laplace, Likelihood, build_vae

_SHAPE, _PIXELS, _LATENT = (1, 2, 4), 8, 2
_SCALE = 0.3


class LinearVAE(VAE):
    """x = W z + b + s ε with orthogonal columns of W, so that the true posterior is a diagonal Gaussian."""

    def __init__(self, family: type[Gaussian] | type[Laplace] = Gaussian, scale: float | None = _SCALE) -> None:
        generator = torch.Generator().manual_seed(3)
        basis, _ = torch.linalg.qr(torch.randn(_PIXELS, _LATENT, generator=generator))
        lengths = torch.tensor([1.0, 0.5])
        decoder = nn.Linear(_LATENT, _PIXELS)
        decoder.weight.data = basis * lengths
        decoder.bias.data = torch.linspace(-0.2, 0.6, _PIXELS)
        # q(z|x) = N(W'(x − b) / (s² + w²), s² / (s² + w²)), w the columns' lengths.
        spread = _SCALE**2 + lengths.square()
        linear = nn.Linear(_PIXELS, 2 * _LATENT)
        linear.weight.data = torch.cat([decoder.weight.data.T / spread[:, None], torch.zeros(_LATENT, _PIXELS)])
        means = -(decoder.weight.data.T @ decoder.bias.data) / spread
        linear.bias.data = torch.cat([means, torch.log(_SCALE**2 / spread)])
        super().__init__(
            nn.Sequential(nn.Flatten(), linear),
            decoder,
            image_shape=_SHAPE,
            latent_dim=_LATENT,
            likelihood=LikelihoodConfig(name="gaussian"),
        )
        self.requires_grad_(False)
        self._family, self._scale = family, scale

    def decode(self, z: Tensor) -> Likelihood:
        location = self.decoder(z.reshape(-1, _LATENT)).view(*z.shape[:-1], *_SHAPE)
        return self._family(location, None if self._scale is None else torch.tensor(self._scale))

    def marginal(self, scale: float = _SCALE) -> torch.distributions.MultivariateNormal:
        weight, bias = self.decoder.weight.double(), self.decoder.bias.double()
        covariance = weight @ weight.T + scale**2 * torch.eye(_PIXELS, dtype=torch.float64)
        return torch.distributions.MultivariateNormal(bias, covariance)

    def draw(self, count: int) -> Tensor:
        generator = torch.Generator().manual_seed(5)
        z = torch.randn(count, _LATENT, generator=generator)
        return self.decoder(z).view(count, *_SHAPE) + _SCALE * torch.randn(count, *_SHAPE, generator=generator)


@pytest.fixture
def vae() -> LinearVAE:
    return LinearVAE()


@pytest.fixture
def images(vae: LinearVAE) -> Tensor:
    return vae.draw(300)


def _exact(vae: LinearVAE, images: Tensor, scale: float = _SCALE) -> Tensor:
    return -vae.marginal(scale).log_prob(images.flatten(1).double())


def test_one_sample_of_the_true_posterior_gives_the_exact_likelihood(vae: LinearVAE, images: Tensor) -> None:
    estimate = importance_nll(vae, images, vae.encode(images), samples=1, seed=0)
    torch.testing.assert_close(estimate.nll, _exact(vae, images), rtol=0, atol=1e-4)


def test_every_sample_of_the_true_posterior_counts(vae: LinearVAE, images: Tensor) -> None:
    estimate = importance_nll(vae, images, vae.encode(images), samples=20, seed=0)
    torch.testing.assert_close(estimate.effective_samples, torch.full((300,), 20.0).double(), rtol=1e-5, atol=0)


def test_many_samples_of_another_posterior_come_within_a_hundredth_of_a_nat(vae: LinearVAE, images: Tensor) -> None:
    posterior = vae.encode(images)
    other = DiagonalGaussian(posterior.mean + 0.2 * posterior.std, posterior.logvar + 0.4)
    estimate = importance_nll(vae, images, other, samples=1000, seed=0)
    exact = float(_exact(vae, images).mean())
    assert estimate.mean == pytest.approx(exact, abs=0.01)
    assert importance_nll(vae, images, other, samples=1, seed=0).mean > exact + 0.05  # what one sample makes of it
    assert 200 < float(estimate.effective_samples.mean()) < 990


def test_every_proposal_bounds_the_exact_cost_and_comes_closer_with_more_samples(vae: LinearVAE, images: Tensor) -> None:
    true = vae.encode(images)
    poor = DiagonalGaussian(true.mean + true.std, true.logvar - 1.0)
    exact = float(_exact(vae, images).mean())
    for widening in (1.0, 1.5):
        few, many = (
            importance_nll(vae, images, poor, samples=samples, seed=0, widening=widening).mean for samples in (10, 5000)
        )
        assert few > many > exact - 0.01
    assert importance_nll(vae, images, poor, samples=5000, seed=0, widening=1.5).mean == pytest.approx(exact, abs=0.01)


def test_a_wider_proposal_than_the_true_posterior_is_still_exact_in_the_limit(vae: LinearVAE, images: Tensor) -> None:
    estimate = importance_nll(vae, images, vae.encode(images), samples=3000, seed=0, widening=1.3)
    assert estimate.mean == pytest.approx(float(_exact(vae, images).mean()), abs=0.005)
    # ESS / S of a Gaussian proposal that is c times too wide: √(2c² − 1) / c² per dimension.
    expected = 3000 * (math.sqrt(2 * 1.3**2 - 1) / 1.3**2) ** _LATENT
    assert float(estimate.effective_samples.mean()) == pytest.approx(expected, rel=0.02)


def test_a_refined_posterior_is_the_true_one(vae: LinearVAE, images: Tensor) -> None:
    true = vae.encode(images)
    poor = DiagonalGaussian(true.mean + 0.5 * true.std, true.logvar + 0.5)
    refined = refine_posterior(vae, images, poor, steps=200, seed=0)
    # Noisy gradients leave Adam a tenth of a standard deviation or so from the optimum.
    assert ((refined.mean - true.mean) / true.std).abs().mean() < 0.15
    assert (refined.logvar - true.logvar).abs().mean() < 0.15
    exact = float(_exact(vae, images).mean())
    before, after = (importance_nll(vae, images, q, samples=1, seed=0).mean for q in (poor, refined))
    assert before > exact + 0.2
    assert exact - 0.01 < after < exact + 0.05


def test_annealing_from_the_prior_gives_the_exact_likelihood_without_an_encoder(vae: LinearVAE, images: Tensor) -> None:
    images = images[:60]
    exact = float(_exact(vae, images).mean())
    rough, fine = (annealed_nll(vae, images, temperatures=count, seed=0).mean for count in (3, 300))
    assert rough > fine + 0.1
    assert fine == pytest.approx(exact, abs=0.05)


def test_many_samples_are_summed_in_parts_of_bounded_size(
    vae: LinearVAE, images: Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    poor = DiagonalGaussian(vae.encode(images[:3]).mean, torch.zeros(3, _LATENT))
    whole = importance_nll(vae, images[:3], poor, samples=900, seed=0)
    monkeypatch.setattr("latentlab.evaluation.likelihood._SAMPLES_AT_ONCE", 90)
    parts = importance_nll(vae, images[:3], poor, samples=900, seed=0)
    torch.testing.assert_close(parts.nll, whole.nll, rtol=0, atol=0.1)  # other noise, the same estimate
    assert (parts.effective_samples > 90).all()


def test_the_error_and_the_units(vae: LinearVAE, images: Tensor) -> None:
    estimate = importance_nll(vae, images, vae.encode(images), samples=2, seed=0)
    exact = _exact(vae, images)
    assert estimate.standard_error == pytest.approx(float(exact.std()) / math.sqrt(300), rel=1e-4)
    assert estimate.bits_per_dim == pytest.approx(estimate.mean / 8 / math.log(2))
    assert math.isnan(importance_nll(vae, images[:1], vae.encode(images[:1]), samples=2, seed=0).standard_error)


def test_chunks_do_not_change_the_result(vae: LinearVAE, images: Tensor) -> None:
    images = images[:20]
    posterior = DiagonalGaussian(vae.encode(images).mean, torch.zeros(20, _LATENT))
    whole = importance_nll(vae, images, posterior, samples=30, seed=1)
    for rows in (1, 7, 30, 61):  # single latents, parts of an image, one image, two images
        parts = importance_nll(vae, images, posterior, samples=30, seed=1, rows=rows)
        torch.testing.assert_close(parts.nll, whole.nll, rtol=1e-6, atol=1e-6)
    alone = importance_nll(vae, images[:5], DiagonalGaussian(posterior.mean[:5], posterior.logvar[:5]), samples=30, seed=1)
    torch.testing.assert_close(alone.nll, whole.nll[:5], rtol=1e-6, atol=1e-6)


def test_a_seed_decides_the_noise(vae: LinearVAE, images: Tensor) -> None:
    posterior = DiagonalGaussian(vae.encode(images).mean, torch.zeros(300, _LATENT))
    first, again, other = (importance_nll(vae, images, posterior, samples=3, seed=seed).nll for seed in (0, 0, 1))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_an_optimal_spread_is_one_for_all_chunks(images: Tensor) -> None:
    vae = LinearVAE(scale=None)
    posterior = vae.encode(images)
    scale = reconstruction_scale(vae, images, posterior)
    error = images - vae.decode(posterior.mean).location
    assert scale == pytest.approx(float(error.square().mean().sqrt()), rel=1e-6)
    # The marginal of that spread is exact, whatever the chunks: so it was one and the same in all of them.
    for rows in (50, 1000):
        estimate = importance_nll(vae, images, posterior, samples=500, seed=0, scale=scale, rows=rows)
        assert estimate.mean == pytest.approx(float(_exact(vae, images, scale).mean()), abs=0.01)


def test_the_optimal_spread_of_a_laplace_is_the_mean_absolute_error(images: Tensor) -> None:
    vae = LinearVAE(Laplace, scale=None)
    posterior = vae.encode(images)
    error = images - vae.decode(posterior.mean).location
    assert reconstruction_scale(vae, images, posterior) == pytest.approx(float(error.abs().mean()), rel=1e-6)


def test_a_spread_that_the_model_has_is_kept(vae: LinearVAE, images: Tensor) -> None:
    posterior = vae.encode(images)
    assert reconstruction_scale(vae, images, posterior) == pytest.approx(_SCALE)
    told = importance_nll(vae, images, posterior, samples=2, seed=0, scale=5.0)
    assert torch.equal(told.nll, importance_nll(vae, images, posterior, samples=2, seed=0).nll)


def test_a_bernoulli_model_agrees_with_a_plain_sum_over_its_own_samples() -> None:
    generator = torch.Generator().manual_seed(0)
    model = ModelConfig(name="mlp", latent_dim=3, hidden=8, layers=1)
    vae = build_vae(model, LikelihoodConfig(), (1, 16, 16), generator).eval().requires_grad_(False)
    images = torch.rand(4, 1, 16, 16, generator=generator)
    posterior = encode_all(vae, images)
    assert reconstruction_scale(vae, images, posterior) is None
    estimate = importance_nll(vae, images, posterior, samples=2000, seed=0)
    z = posterior.sample(generator, 2000)
    prior = DiagonalGaussian(torch.zeros(4, 3), torch.zeros(4, 3))
    likelihood = vae.decode(z)
    assert isinstance(likelihood, Bernoulli)
    log_w = likelihood.log_prob(images) + (prior.log_prob(z) - posterior.log_prob(z)).sum(2)
    torch.testing.assert_close(estimate.nll.float(), math.log(2000) - torch.logsumexp(log_w, 0), rtol=0, atol=0.05)


def test_progress_ends_at_one_and_may_end_the_measurement(vae: LinearVAE, images: Tensor) -> None:
    shares: list[float] = []
    importance_nll(
        vae, images, vae.encode(images), samples=2, seed=0, rows=100, progress=lambda share, text: shares.append(share)
    )
    assert shares == sorted(shares)
    assert (len(shares), shares[-1]) == (6, 1.0)

    def cancel(share: float, text: str) -> None:
        raise InterruptedError(text)

    with pytest.raises(InterruptedError, match="negative log-likelihood"):
        importance_nll(vae, images, vae.encode(images), samples=2, seed=0, progress=cancel)


def test_convolutions_are_laid_out_in_a_copy() -> None:
    model = build_vae(ModelConfig(width=8, latent_dim=3), LikelihoodConfig(), (1, 20, 20)).eval()
    generator = torch.Generator().manual_seed(2)
    x = torch.rand(3, 1, 20, 20, generator=generator)
    posterior, strides = encode_all(model, x), [weight.stride() for weight in model.parameters()]
    estimate = importance_nll(model, x, posterior, samples=50, seed=0)
    assert [weight.stride() for weight in model.parameters()] == strides
    in_one = importance_nll(model, x, posterior, samples=50, seed=0, rows=1000)
    torch.testing.assert_close(estimate.nll, in_one.nll, rtol=1e-6, atol=1e-4)
