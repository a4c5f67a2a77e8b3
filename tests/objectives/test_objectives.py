"""Objectives: terms that add up, in nats per image, with the published signs and directions."""

import math

import pytest
import torch
from torch import Tensor

from latentlab import metrics
from latentlab.config import LikelihoodConfig, ModelConfig, RunConfig
from latentlab.models import VAE, DiagonalGaussian, Observation, Transform, build_vae, kl_to_standard_normal
from latentlab.objectives import (
    Aggregate,
    Consistency,
    Elbo,
    Iwae,
    KlConsistency,
    LossTerms,
    Objective,
    Schedule,
    Term,
    build_objective,
    consistency_kl,
)
from latentlab.objectives.consistency import Direction


@pytest.fixture
def vae() -> VAE:
    return build_vae(
        ModelConfig(name="mlp", latent_dim=5, hidden=16, layers=1),
        LikelihoodConfig(),
        (1, 16, 16),
        torch.Generator().manual_seed(0),
    )


@pytest.fixture
def x() -> Tensor:
    return torch.rand(6, 1, 16, 16, generator=torch.Generator().manual_seed(1))


def _generator() -> torch.Generator:
    return torch.Generator().manual_seed(2)


def _identity(x: Tensor, generator: torch.Generator | None) -> Tensor:
    return x


def _darker(x: Tensor, generator: torch.Generator | None) -> Tensor:
    return x / 2


def _consistent(base: Objective, transform: Transform, weight: float, direction: Direction = "forward") -> Consistency:
    term = Term(metrics.CONSISTENCY, Schedule(weight), KlConsistency(direction))
    return Consistency(base, transform, Observation(LikelihoodConfig()), term)


def test_with_beta_one_the_loss_is_the_negative_elbo_on_the_same_noise(vae: VAE, x: Tensor) -> None:
    loss = Elbo(Schedule(1.0))(vae, x, _generator(), 0)
    posterior = vae.encode(x)
    log_likelihood = vae.decode(posterior.sample(_generator())).log_prob(x)
    elbo = (log_likelihood - kl_to_standard_normal(posterior).sum(-1)).mean()
    torch.testing.assert_close(loss.total, -elbo)
    torch.testing.assert_close(loss.elbo, elbo)


def test_the_elbo_reported_is_the_bound_whatever_the_weights(vae: VAE, x: Tensor) -> None:
    plain = Elbo()(vae, x, _generator(), 0)
    for objective in (
        Elbo(Schedule(4.0)),
        Elbo(Schedule(1.0, 10)),
        Elbo(free_bits=3.0),
        _consistent(Elbo(), _darker, 2.0),
    ):
        torch.testing.assert_close(objective(vae, x, _generator(), 0).elbo, plain.elbo)


def test_terms_are_summed_over_dimensions_and_averaged_over_images(vae: VAE, x: Tensor) -> None:
    loss = Elbo()(vae, x, _generator(), 0)
    kl = kl_to_standard_normal(vae.encode(x))
    assert kl.shape == (6, 5)
    torch.testing.assert_close(loss.terms[metrics.RATE], kl.sum(1).mean())
    torch.testing.assert_close(loss.kl_per_dim, kl.mean(0))


@pytest.mark.parametrize(
    "objective",
    [
        Elbo(Schedule(3.0)),
        Elbo(Schedule(2.0, 4)),
        Elbo(free_bits=0.5),
        _consistent(Elbo(Schedule(2.0)), _darker, 0.7),
        _consistent(Elbo(free_bits=0.2), _darker, 0.1, "symmetric"),
    ],
)
def test_weighted_terms_add_up_to_the_total(objective: Elbo | Consistency, vae: VAE, x: Tensor) -> None:
    loss = objective(vae, x, _generator(), 1)
    assert loss.terms.keys() == loss.weights.keys() == loss.weighted.keys()
    by_hand = sum(loss.weights[name] * value for name, value in loss.terms.items())
    torch.testing.assert_close(loss.total, by_hand)


def test_beta_weighs_the_rate_alone(vae: VAE, x: Tensor) -> None:
    one, four = (Elbo(Schedule(beta))(vae, x, _generator(), 0) for beta in (1.0, 4.0))
    torch.testing.assert_close(four.total, one.terms[metrics.DISTORTION] + 4 * one.terms[metrics.RATE])


def test_warm_up_grows_in_a_line_to_beta() -> None:
    objective = Elbo(Schedule(2.0, 100))
    assert [objective.beta.at(step) for step in (0, 25, 50, 100, 500)] == [0.0, 0.5, 1.0, 2.0, 2.0]
    assert Elbo(Schedule(2.0)).beta.at(0) == 2.0


def test_warm_up_reaches_the_loss(vae: VAE, x: Tensor) -> None:
    objective = Elbo(Schedule(2.0, 100))
    start, end = (objective(vae, x, _generator(), step) for step in (0, 100))
    torch.testing.assert_close(start.total, start.terms[metrics.DISTORTION])
    torch.testing.assert_close(end.total, end.terms[metrics.DISTORTION] + 2 * end.terms[metrics.RATE])


def test_free_bits_are_a_floor_for_each_dimension(vae: VAE, x: Tensor) -> None:
    kl = kl_to_standard_normal(vae.encode(x)).mean(0)
    floor = kl.detach().sort().values[2].item()  # the middle of five: some dimensions below, some above
    loss = Elbo(free_bits=floor)(vae, x, _generator(), 0)
    torch.testing.assert_close(loss.terms[metrics.RATE_PENALTY], kl.clamp(min=floor).sum())
    assert loss.terms[metrics.RATE_PENALTY] > kl.sum()
    torch.testing.assert_close(loss.kl_per_dim, kl)  # what is reported keeps its true value
    torch.testing.assert_close(loss.diagnostics[metrics.raw(metrics.RATE)], kl.sum())


def test_a_capacity_is_the_distance_of_the_rate_from_it(vae: VAE, x: Tensor) -> None:
    rate = kl_to_standard_normal(vae.encode(x)).mean(0).sum()
    objective = Elbo(Schedule(5.0), capacity=Schedule(25.0, 100))
    loss = objective(vae, x, _generator(), 50)
    torch.testing.assert_close(loss.terms[metrics.RATE_PENALTY], (rate - 12.5).abs())
    torch.testing.assert_close(loss.total, loss.terms[metrics.DISTORTION] + 5 * (rate - 12.5).abs())


def test_a_cyclical_weight_starts_anew_in_every_cycle() -> None:
    schedule = Schedule(3.0, 100, "cyclical")
    assert [schedule.at(step) for step in (0, 25, 50, 99, 100, 125)] == [0.0, 1.5, 3.0, 3.0, 0.0, 1.5]


def test_the_consistency_of_the_identity_is_zero_and_doubles_the_base(vae: VAE, x: Tensor) -> None:
    # Without noise, the two passes agree.
    vae.encoder[-1].bias.data[5:] = -40.0
    loss = _consistent(Elbo(), _identity, 10.0)(vae, x, _generator(), 0)
    assert loss.terms[metrics.CONSISTENCY] == 0.0
    torch.testing.assert_close(loss.total, 2 * Elbo()(vae, x, _generator(), 0).total, rtol=1e-4, atol=0)


def test_the_consistency_kl_runs_from_the_transformed_to_the_original() -> None:
    x = DiagonalGaussian(torch.zeros(1, 1), torch.zeros(1, 1))  # N(0, 1)
    x_t = DiagonalGaussian(torch.ones(1, 1), torch.full((1, 1), math.log(4.0)))  # N(1, 4)
    forward = 0.5 * (-math.log(4.0) + (4 + 1) - 1)  # KL(N(1, 4) ‖ N(0, 1))
    reverse = 0.5 * (math.log(4.0) + (1 + 1) / 4 - 1)  # KL(N(0, 1) ‖ N(1, 4))
    assert float(consistency_kl(x, x_t)) == pytest.approx(forward)
    assert float(consistency_kl(x, x_t, "reverse")) == pytest.approx(reverse)
    assert float(consistency_kl(x, x_t, "symmetric")) == pytest.approx(forward + reverse)


def test_the_loss_holds_the_kl_in_that_direction(vae: VAE, x: Tensor) -> None:
    posterior, posterior_t = vae.encode(x), vae.encode(_darker(x, None))
    loss = _consistent(Elbo(), _darker, 0.1)(vae, x, _generator(), 0)
    torch.testing.assert_close(loss.terms[metrics.CONSISTENCY], posterior_t.kl(posterior).sum(-1).mean())
    assert not torch.isclose(loss.terms[metrics.CONSISTENCY], posterior.kl(posterior_t).sum(-1).mean(), rtol=1e-3)


def test_consistency_adds_the_base_of_both_images_and_names_them(vae: VAE, x: Tensor) -> None:
    generator = _generator()
    loss = _consistent(Elbo(), _darker, 0.5)(vae, x, _generator(), 0)
    of_x, of_x_t = Elbo()(vae, x, generator, 0), Elbo()(vae, _darker(x, None), generator, 0)
    torch.testing.assert_close(loss.total, of_x.total + of_x_t.total + 0.5 * loss.terms[metrics.CONSISTENCY])
    assert list(loss.terms) == [
        metrics.DISTORTION,
        metrics.RATE,
        (metrics.DISTORTION + metrics.SUFFIX_T),
        (metrics.RATE + metrics.SUFFIX_T),
        metrics.CONSISTENCY,
    ]
    torch.testing.assert_close(loss.terms[(metrics.DISTORTION + metrics.SUFFIX_T)], of_x_t.terms[metrics.DISTORTION])
    torch.testing.assert_close(loss.kl_per_dim, of_x.kl_per_dim)


def test_gradients_flow_through_both_posteriors() -> None:
    means = [torch.tensor([[value]], requires_grad=True) for value in (0.0, 2.0)]
    posteriors = iter([DiagonalGaussian(mean, torch.zeros(1, 1)) for mean in means])

    class TwoPosteriors(VAE):
        def encode(self, x_BCHW: Tensor) -> DiagonalGaussian:
            return next(posteriors)

    model = TwoPosteriors(
        torch.nn.Identity(), torch.nn.Linear(1, 256), image_shape=(1, 16, 16), latent_dim=1, likelihood=LikelihoodConfig()
    )
    loss = _consistent(Elbo(), _identity, 1.0)(model, torch.rand(1, 1, 16, 16), _generator(), 0)
    loss.terms[metrics.CONSISTENCY].backward()
    # ½(μ_t − μ)²
    assert means[0].grad is not None
    assert means[1].grad is not None
    assert float(means[0].grad) == pytest.approx(-2.0)
    assert float(means[1].grad) == pytest.approx(2.0)


def test_with_weight_zero_the_transform_is_never_called(vae: VAE, x: Tensor) -> None:
    def refuse(x: Tensor, generator: torch.Generator | None) -> Tensor:
        raise AssertionError("called")

    config = RunConfig()
    assert config.consistency.weight == 0
    loss = build_objective(config, refuse, 64)(vae, x, _generator(), 0)
    torch.testing.assert_close(loss.total, Elbo()(vae, x, _generator(), 0).total)


def test_a_config_becomes_its_objective() -> None:
    config = RunConfig.model_validate(
        {"objective": {"beta": 2.0, "kl_warmup": 7, "free_bits": 0.5}, "consistency": {"weight": 0.3, "direction": "reverse"}}
    )
    assert build_objective(config, _darker, 64) == Consistency(
        Elbo(Schedule(2.0, 7), 0.5),
        _darker,
        Observation(config.likelihood),
        Term(metrics.CONSISTENCY, Schedule(0.3), KlConsistency("reverse")),
    )


@pytest.mark.parametrize("objective", [Elbo(Schedule(3.0)), Aggregate(Schedule(2.0), 0.5), Aggregate(moments="means"), Iwae(1)])
def test_every_objective_reports_the_elbo_of_its_own_sample(objective: Objective, vae: VAE, x: Tensor) -> None:
    posterior = vae.encode(x)
    z = posterior.sample(_generator(), 1)[0]
    exact_rate = kl_to_standard_normal(posterior).sum(-1)
    sampled_rate = (posterior.log_prob(z) + 0.5 * (z.square() + math.log(2 * math.pi))).sum(-1)
    rate = sampled_rate if isinstance(objective, Iwae) else exact_rate
    expected = (vae.decode(z).log_prob(x) - rate).mean()
    assert expected < -100
    torch.testing.assert_close(objective(vae, x, _generator(), 0).elbo, expected)


def _two_by_two(observe: Observation, x: Tensor) -> tuple[Tensor, Tensor]:
    """What an objective is shown of x and of t(x)."""
    seen = []

    def note(model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        seen.append(x_BCHW)
        return Elbo()(model, x_BCHW, generator, step)

    model = build_vae(ModelConfig(name="mlp", latent_dim=2, hidden=4, layers=1), LikelihoodConfig(), (1, 16, 16))
    Consistency(note, _darker, observe, None)(model, x, _generator(), 0)
    return seen[0], seen[1]


def test_t_acts_on_the_grey_image_before_it_is_made_black_and_white_or_after_if_asked(x: Tensor) -> None:
    likelihood = LikelihoodConfig(binarize="threshold")
    black_and_white, of_t = _two_by_two(Observation(likelihood), x)
    assert torch.equal(black_and_white, (x >= 0.5).float())
    assert torch.equal(of_t, (x / 2 >= 0.5).float())
    _, of_t = _two_by_two(Observation(likelihood.model_copy(update={"binarize_order": "before_t"})), x)
    assert torch.equal(of_t, (x >= 0.5).float() / 2)


def test_without_a_term_the_loss_is_that_of_x_and_of_t_of_x(vae: VAE, x: Tensor) -> None:
    config = RunConfig.model_validate({"consistency": {"name": "none"}})
    loss = build_objective(config, _darker, 64)(vae, x, _generator(), 0)
    generator = _generator()
    of_x, of_x_t = (Elbo()(vae, image, generator, 0) for image in (x, x / 2))
    torch.testing.assert_close(loss.total, of_x.total + of_x_t.total)
    torch.testing.assert_close(loss.elbo, of_x.elbo)
    assert set(loss.terms) == {"distortion", "rate", "distortion_t", "rate_t"}
    assert config.objective_title == "augmented VAE"
