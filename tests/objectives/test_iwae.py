"""The importance-weighted bound, on a model whose every density is known."""

import math

import pytest
import torch
from torch import Tensor, nn

from latentlab import metrics
from latentlab.config import LikelihoodConfig
from latentlab.models import VAE
from latentlab.objectives import Elbo, Iwae
from latentlab.objectives.adversarial import with_adversary

_SHAPE = (1, 2, 2)


class _Affine(nn.Module):
    """An encoder of one latent dimension whose posterior is N(a·mean(x), s²), with a and log s² free."""

    def __init__(self, slope: float, logvar: float) -> None:
        super().__init__()
        self.slope = nn.Parameter(torch.tensor(slope))
        self.logvar = nn.Parameter(torch.tensor(logvar))

    def forward(self, x_BCHW: Tensor) -> Tensor:
        mean_B1 = self.slope * x_BCHW.flatten(1).mean(1, keepdim=True)
        return torch.cat([mean_B1, self.logvar.expand_as(mean_B1)], 1)


class _Spread(nn.Module):
    """A decoder whose every pixel has the logit z."""

    def __init__(self) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.tensor(1.0))

    def forward(self, z_ND: Tensor) -> Tensor:
        return (self.gain * z_ND)[..., None, None].expand(-1, *_SHAPE)


def _vae(slope: float = 0.7, logvar: float = -0.5) -> VAE:
    return VAE(_Affine(slope, logvar), _Spread(), image_shape=_SHAPE, latent_dim=1, likelihood=LikelihoodConfig())


def _log_evidence(x_BCHW: Tensor) -> Tensor:
    """log p(x) of the decoder above by quadrature, (B,)."""
    z = torch.linspace(-12, 12, 4801, dtype=torch.float64)
    on = x_BCHW.double().flatten(1).sum(1, keepdim=True)
    log_joint = (
        on * nn.functional.logsigmoid(z) + (4 - on) * nn.functional.logsigmoid(-z) - 0.5 * (z**2 + math.log(2 * math.pi))
    )
    return torch.logsumexp(log_joint, 1) + math.log(float(z[1] - z[0]))


@pytest.fixture
def x() -> Tensor:
    return (torch.rand(64, *_SHAPE, generator=torch.Generator().manual_seed(1)) > 0.4).float()


def _generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_one_sample_is_the_elbo_on_the_same_noise(x: Tensor) -> None:
    model = _vae()
    loss = Iwae(1)(model, x, _generator(), 0)
    posterior = model.encode(x)
    z = posterior.sample(_generator(), 1)[0]
    log_ratio = (
        model.decode(z).log_prob(x) + torch.distributions.Normal(0, 1).log_prob(z).sum(-1) - posterior.log_prob(z).sum(-1)
    )
    torch.testing.assert_close(loss.total, -log_ratio.mean())
    torch.testing.assert_close(loss.elbo, log_ratio.mean())
    # In expectation that is the ELBO whose KL is taken in closed form.
    many = x.repeat(400, 1, 1, 1)
    closed = Elbo()(model, many, _generator(1), 0).elbo
    torch.testing.assert_close(Iwae(1)(model, many, _generator(1), 0).elbo, closed, atol=0.02, rtol=0)


def test_the_bound_grows_with_k_towards_the_evidence(x: Tensor) -> None:
    model, evidence = _vae(slope=-0.5, logvar=0.5), _log_evidence(x).mean().item()
    many = x.repeat(100, 1, 1, 1)
    bounds = [Iwae(k)(model, many, _generator(), 0).diagnostics[metrics.IWAE_BOUND].item() for k in (1, 5, 50, 300)]
    assert bounds == sorted(bounds)
    assert bounds[-1] < evidence + 0.005
    assert evidence - bounds[-1] < 0.02
    assert evidence - bounds[0] > 0.1


def test_the_effective_sample_size_lies_between_one_and_k(x: Tensor) -> None:
    poor = Iwae(20)(_vae(slope=-3.0, logvar=-3.0), x, _generator(), 0).diagnostics[metrics.EFFECTIVE_SAMPLE_SIZE]
    good = Iwae(20)(_vae(slope=0.9, logvar=-0.4), x, _generator(), 0).diagnostics[metrics.EFFECTIVE_SAMPLE_SIZE]
    assert 1 <= poor < good <= 20


def _gradients(objective: Iwae, x: Tensor, seed: int) -> Tensor:
    model = _vae(slope=0.2, logvar=0.3)
    objective(model, x, _generator(seed), 0).total.backward()
    encoder, decoder = model.encoder, model.decoder
    assert isinstance(encoder, _Affine)
    assert isinstance(decoder, _Spread)
    return torch.stack([encoder.slope.grad, encoder.logvar.grad, decoder.gain.grad])


def test_dreg_shows_the_same_bound_and_the_same_decoder_gradient(x: Tensor) -> None:
    standard, dreg = Iwae(8), Iwae(8, "dreg")
    torch.testing.assert_close(dreg(_vae(), x, _generator(), 0).total, standard(_vae(), x, _generator(), 0).total)
    torch.testing.assert_close(_gradients(dreg, x, 3)[2], _gradients(standard, x, 3)[2])


def test_dreg_agrees_in_expectation_with_finite_differences_and_is_less_noisy(x: Tensor) -> None:
    many = x.repeat(60, 1, 1, 1)
    dreg, standard = (
        torch.stack([_gradients(Iwae(8, kind), many, seed) for seed in range(12)])  # type: ignore[arg-type]
        for kind in ("dreg", "standard")
    )
    step = 0.05

    def bound(slope: float, logvar: float) -> float:
        with torch.no_grad():  # the same noise on both sides, so that it cancels
            values = [Iwae(8)(_vae(slope, logvar), many, _generator(100 + seed), 0).total.item() for seed in range(12)]
        return sum(values) / len(values)

    finite = torch.tensor(
        [
            (bound(0.2 + step, 0.3) - bound(0.2 - step, 0.3)) / (2 * step),
            (bound(0.2, 0.3 + step) - bound(0.2, 0.3 - step)) / (2 * step),
        ]
    )
    torch.testing.assert_close(dreg.mean(0)[:2], finite, atol=0.006, rtol=0.05)
    assert (dreg.std(0)[:2] < standard.std(0)[:2]).all()


@pytest.mark.parametrize("num_samples", [1, 5, 50])
def test_a_discriminator_gets_the_plain_gradient_of_z(x: Tensor, num_samples: int) -> None:
    def gradient(kind: str) -> tuple[Tensor, Tensor]:
        model = _vae()
        loss = Iwae(num_samples, kind, judged=True)(model, x, _generator(2), 0)  # type: ignore[arg-type]
        verdict = with_adversary(loss, lambda fake: 3 * fake, 1.0, "bce").terms[metrics.ADVERSARIAL]
        return torch.autograd.grad(verdict, [model.encoder.slope, model.encoder.logvar])  # type: ignore[union-attr, return-value]

    for dreg, standard in zip(gradient("dreg"), gradient("standard"), strict=True):
        torch.testing.assert_close(dreg, standard)
        assert standard.abs() > 1e-6


def test_a_discriminator_changes_nothing_in_the_bounds_own_gradient(x: Tensor) -> None:
    torch.testing.assert_close(_gradients(Iwae(8, "dreg", judged=True), x, 3), _gradients(Iwae(8, "dreg"), x, 3))
