"""The priors against closed forms: the mixtures they are, the prior they reduce to, and a model whose evidence is known."""

import math

import pytest
import torch
from torch import Tensor, nn

from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import ModelConfig
from latentlab.catalog.priors import PriorConfig
from latentlab.config import parse_config
from latentlab.errors import ConfigError
from latentlab.evaluation.annealed import annealed_nll
from latentlab.evaluation.information import measure_information
from latentlab.evaluation.likelihood import importance_nll
from latentlab.models import VAE, DiagonalGaussian, MixturePrior, StandardNormal, build_vae
from latentlab.objectives import Elbo, Iwae

_MEANS = torch.tensor([[-1.5, 0.5], [1.0, -1.0], [0.5, 2.0]])
_LOGVARS = torch.tensor([[-1.0, 0.2], [0.3, -0.7], [-0.5, -0.5]])
_LOG_WEIGHTS = torch.tensor([0.5, 0.3, 0.2]).log()
_MIXTURE = MixturePrior(DiagonalGaussian(_MEANS, _LOGVARS), _LOG_WEIGHTS)


def _drawn(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def _reference() -> torch.distributions.MixtureSameFamily:
    normal = torch.distributions.Normal(_MEANS, (0.5 * _LOGVARS).exp())
    return torch.distributions.MixtureSameFamily(
        torch.distributions.Categorical(logits=_LOG_WEIGHTS), torch.distributions.Independent(normal, 1)
    )


def _vae(prior: PriorConfig | None = None) -> VAE:
    model = ModelConfig(name="mlp", latent_dim=2, hidden=8, layers=1)
    return build_vae(model, LikelihoodConfig(), (1, 16, 16), _drawn(), prior)


def _images(count: int) -> Tensor:
    return torch.rand(count, 1, 16, 16, generator=_drawn(1))


def test_a_mixture_has_the_density_moments_and_marginals_of_one() -> None:
    z = torch.randn(4, 5, 2, generator=_drawn())
    torch.testing.assert_close(_MIXTURE.log_prob(z), _reference().log_prob(z))
    torch.testing.assert_close(_MIXTURE.mean, _reference().mean)
    torch.testing.assert_close(_MIXTURE.std, _reference().variance.sqrt())
    places = torch.linspace(-20, 20, 4001)
    marginals = _MIXTURE.log_marginals(places[:, None].expand(-1, 2)).exp()
    torch.testing.assert_close(torch.trapezoid(marginals, places, dim=0), torch.ones(2))
    torch.testing.assert_close(torch.trapezoid(marginals * places[:, None], places, dim=0), _MIXTURE.mean, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(_MIXTURE.log_projected(z[0], torch.eye(2)), _MIXTURE.log_prob(z[0]))


@pytest.mark.parametrize("prior", [StandardNormal(2), _MIXTURE])
def test_samples_have_the_density(prior: StandardNormal | MixturePrior) -> None:
    z = prior.sample(40_000, _drawn())
    torch.testing.assert_close(z.mean(0), prior.mean, rtol=0, atol=0.03)
    torch.testing.assert_close(z.std(0), prior.std, rtol=0.03, atol=0)
    wide = torch.distributions.Independent(torch.distributions.Normal(torch.zeros(2), torch.full((2,), 3.0)), 1)
    ratios = (wide.log_prob(z) - prior.log_prob(z)).exp()  # E_p[r/p] = 1 for any r that p covers
    inside = torch.logical_and(z.abs().amax(1) < 2, torch.ones(len(z), dtype=torch.bool))
    grid = torch.cartesian_prod(*(torch.linspace(-2, 2, 401),) * 2)
    assert float((ratios * inside).mean()) == pytest.approx(float(wide.log_prob(grid).exp().mean() * 16), rel=0.03)


def test_a_mixture_of_one_standard_normal_is_the_standard_normal() -> None:
    one, exact = MixturePrior(DiagonalGaussian(torch.zeros(1, 2), torch.zeros(1, 2))), StandardNormal(2)
    z = torch.randn(7, 2, generator=_drawn())
    posterior = DiagonalGaussian(z, -z.abs())
    torch.testing.assert_close(one.log_prob(z), exact.log_prob(z))
    torch.testing.assert_close(one.kl(posterior, z).parts, exact.kl(posterior, z).parts)
    torch.testing.assert_close(one.sample(9, _drawn()), exact.sample(9, _drawn()))


@pytest.mark.parametrize("objective", [Elbo(), Iwae(3), Iwae(3, "dreg")])
def test_an_objective_with_a_mixture_of_one_is_that_with_the_standard_normal(objective: Elbo | Iwae) -> None:
    usual, mixed = _vae(), _vae(PriorConfig(name="mixture", components=1))
    with torch.no_grad():
        mixed.prior_network.means.zero_()  # type: ignore[operator, union-attr]
    gradients = []
    for vae in (usual, mixed):
        loss = objective(vae, _images(4), _drawn(2), 0).total
        gradients.append((loss, *torch.autograd.grad(loss, [*vae.encoder.parameters(), *vae.decoder.parameters()])))
    torch.testing.assert_close(gradients[0], gradients[1])


def test_the_elbo_with_a_mixture_is_the_importance_weighted_bound_of_one_sample() -> None:
    vae = _vae(PriorConfig(name="mixture", components=4))
    elbo, iwae = (objective(vae, _images(4), _drawn(2), 0) for objective in (Elbo(), Iwae(1)))
    torch.testing.assert_close(elbo.total, iwae.total)
    torch.testing.assert_close(elbo.elbo, iwae.elbo)


def test_a_vampprior_of_all_images_is_the_aggregate_posterior() -> None:
    vae, images = _vae(PriorConfig(name="vampprior", pseudo_inputs=6)), _images(6)
    vae.prior_network.start_from(6, lambda indices: images[indices], _drawn())
    z = torch.randn(5, 2, generator=_drawn())
    posterior = vae.encode(images)
    aggregate = torch.logsumexp(posterior.log_prob(z[:, None]).sum(-1), 1) - math.log(6)
    torch.testing.assert_close(vae.prior.log_prob(z), aggregate)
    # rate = I + KL(q(z) ‖ p(z)), and the latter is 0.
    information = measure_information(posterior, 2000, 0, prior=vae.prior)
    assert information.rate == pytest.approx(information.mutual_information, abs=1e-4)
    assert information.marginal_kl_upper == pytest.approx(0, abs=1e-4)


def test_pseudo_inputs_learn_and_leave_the_encoder_in_its_mode() -> None:
    vae = _vae(PriorConfig(name="vampprior", pseudo_inputs=3, start="random")).train()
    Elbo()(vae, _images(4), _drawn(), 0).total.backward()
    gradient = vae.prior_network.pseudo_inputs.grad
    assert isinstance(gradient, Tensor)
    assert float(gradient.abs().sum()) > 0
    assert vae.encoder.training


def test_too_few_images_to_start_from_are_refused() -> None:
    vae = _vae(PriorConfig(name="vampprior", pseudo_inputs=7))
    with pytest.raises(ConfigError, match=r"prior.pseudo_inputs = 7: there are 6 training images"):
        vae.prior_network.start_from(6, lambda indices: _images(6)[indices], _drawn())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"objective": {"name": "aggregate"}}, "objective.name = 'aggregate': compares"),
        ({"objective": {"free_bits": 0.1}}, "objective.free_bits = 0.1: is a floor"),
        ({"model": {"name": "ladder"}}, "prior.name = 'vampprior': is for latents of one level"),
    ],
)
def test_what_does_not_go_with_a_mixture_is_refused(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse_config({"prior": {"name": "vampprior"}, **settings})


class _Fixed(nn.Module):
    def forward(self, encode: object) -> MixturePrior:
        del encode
        return _MIXTURE


def _linear(noise: float) -> tuple[VAE, Tensor, Tensor]:
    """x = 0.5 + z·W + noise, z of the mixture, with its exact log p(x)."""
    weights = 0.1 * torch.randn(2, 256, generator=_drawn(3))
    model = ModelConfig(name="mlp", latent_dim=2, hidden=8, layers=1)
    likelihood = LikelihoodConfig(name="gaussian", output="linear", scale="fixed", scale_value=noise)
    vae = build_vae(model, likelihood, (1, 16, 16), _drawn()).eval().requires_grad_(False)
    vae.prior_network = _Fixed()  # type: ignore[assignment]
    layer = nn.Linear(2, 256)
    layer.weight.data, layer.bias.data = 2 * weights.T, torch.zeros(256)  # p(x|z) has its centre at (output + 1) / 2
    vae.decoder = nn.Sequential(layer, nn.Unflatten(1, (1, 16, 16))).requires_grad_(False)
    z = _MIXTURE.sample(4, _drawn(4))
    x = 0.5 + z @ weights + noise * torch.randn(4, 256, generator=_drawn(5))
    terms = []
    for mean, logvar, log_weight in zip(_MEANS.double(), _LOGVARS.double(), _LOG_WEIGHTS.double(), strict=True):
        double = weights.double()
        covariance = double.T @ torch.diag(logvar.exp()) @ double + noise**2 * torch.eye(256, dtype=torch.float64)
        terms.append(log_weight + torch.distributions.MultivariateNormal(0.5 + mean @ double, covariance).log_prob(x.double()))
    return vae, x.view(4, 1, 16, 16), torch.logsumexp(torch.stack(terms), 0)


def test_bounds_lie_below_the_known_evidence_of_a_linear_model_with_a_mixture_prior() -> None:
    noise = 0.5
    vae, x, exact = _linear(noise)
    weights = vae.decoder[0].weight.T / 2  # type: ignore[index]
    precision = weights @ weights.T / noise**2
    mean = (x.flatten(1) - 0.5) @ weights.T / noise**2 @ torch.linalg.inv(precision)
    posterior = DiagonalGaussian(mean, -precision.diagonal().log().expand(4, 2))
    z = posterior.sample(_drawn(), 4000)
    elbo = (vae.decode(z).log_prob(x) - vae.prior.kl(posterior, z).per_image).mean(0)
    assert (elbo < exact + 0.01).all()
    torch.testing.assert_close(elbo.double(), exact, rtol=0, atol=1.5)
    nll = importance_nll(vae, x, posterior, 4000, 0, widening=1.5).nll
    torch.testing.assert_close(-nll, exact, rtol=0, atol=0.05)
    annealed = annealed_nll(vae, x, temperatures=200, seed=0).nll
    torch.testing.assert_close(-annealed, exact, rtol=0, atol=0.3)
