"""FactorVAE: its discriminator gives the total correlation of a known density, and each phase moves one network alone."""

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.data import load_dataset
from latentlab.objectives import LossTerms
from latentlab.objectives.companions import Adam
from latentlab.objectives.factor import FactorDiscriminator, density_ratio, permuted
from latentlab.runs import Run
from latentlab.training import Trainer
from latentlab.training.learner import Partner

_FACTOR = ("objective.name=factor", "objective.disc_width=16", "objective.disc_layers=2", "objective.gamma=3")
_PLAIN = torch.autocast("cpu", enabled=False)
_CORRELATION = 0.8
_TOTAL_CORRELATION = -0.5 * math.log(1 - _CORRELATION**2)


class _Optimal(nn.Module):
    """The log density ratio of N(0, [[1, ρ], [ρ, 1]]) to N(0, I)."""

    def forward(self, z: Tensor) -> Tensor:
        covariance = torch.tensor([[1.0, _CORRELATION], [_CORRELATION, 1.0]])
        joint = torch.distributions.MultivariateNormal(torch.zeros(2), covariance).log_prob(z)
        return (joint - torch.distributions.Normal(0.0, 1.0).log_prob(z).sum(-1))[:, None]


def _correlated(count: int, generator: torch.Generator) -> Tensor:
    first, second = torch.randn(2, count, generator=generator)
    return torch.stack([first, _CORRELATION * first + math.sqrt(1 - _CORRELATION**2) * second], -1)


def _loss_of(z: Tensor) -> LossTerms:
    nothing = torch.zeros(())
    return LossTerms({}, {}, nothing, nothing, None, nothing, z, nothing)  # type: ignore[arg-type]


def _trainer(config: RunConfig) -> Trainer:
    return Trainer(config, load_dataset(config.data))


def test_the_optimal_discriminator_gives_the_total_correlation() -> None:
    z = _correlated(40_000, torch.Generator().manual_seed(0))
    companion = FactorDiscriminator(_Optimal(), Adam(1e-3), 5.0)
    loss, report = companion.judge(_loss_of(z), None, None)  # type: ignore[arg-type]
    assert float(loss.terms[metrics.DENSITY_RATIO_TC]) == pytest.approx(_TOTAL_CORRELATION, abs=0.02)
    assert float(loss.total) == pytest.approx(5 * _TOTAL_CORRELATION, abs=0.1)
    assert float(report[metrics.weighted(metrics.DENSITY_RATIO_TC)]) == float(loss.total)


def test_a_trained_discriminator_comes_near_the_total_correlation() -> None:
    generator = torch.Generator().manual_seed(0)
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = nn.Sequential(nn.Linear(2, 64), nn.LeakyReLU(0.2), nn.Linear(64, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1))
    partner = Partner(FactorDiscriminator(network, Adam(3e-3), 1.0), torch.device("cpu"))
    for _ in range(600):
        partner.learn(_loss_of(_correlated(512, generator)), generator, _PLAIN)
    with torch.no_grad():
        estimate = float(density_ratio(network, _correlated(20_000, generator)).mean())
        factorised = float(density_ratio(network, torch.randn(20_000, 2, generator=generator)).mean())
    assert estimate == pytest.approx(_TOTAL_CORRELATION, abs=0.08)
    assert factorised < 0


def test_permuting_keeps_each_dimension_and_loses_their_correlation() -> None:
    generator = torch.Generator().manual_seed(0)
    z = _correlated(20_000, generator)
    other = permuted(z, generator)
    assert torch.equal(other.sort(0).values, z.sort(0).values)
    assert float(torch.corrcoef(z.T)[0, 1]) == pytest.approx(_CORRELATION, abs=0.02)
    assert float(torch.corrcoef(other.T)[0, 1]) == pytest.approx(0, abs=0.03)


def test_what_cannot_be_told_apart_costs_log_2_and_is_told_right_half_of_the_time() -> None:
    companion = FactorDiscriminator(_Optimal(), Adam(1e-3), 1.0)
    network = nn.Linear(2, 1)
    nn.init.zeros_(network.weight)
    nn.init.constant_(network.bias, 1e-9)
    blind = FactorDiscriminator(network, Adam(1e-3), 1.0)
    z = _correlated(4000, torch.Generator().manual_seed(0))
    cost, report = blind.cost(_loss_of(z), torch.Generator().manual_seed(1))
    assert float(cost.detach()) == pytest.approx(math.log(2))
    assert float(report[metrics.FACTOR_ACCURACY]) == 0.5
    cost, report = companion.cost(_loss_of(z), torch.Generator().manual_seed(1))
    assert float(cost.detach()) < math.log(2)
    assert 0.6 < float(report[metrics.FACTOR_ACCURACY]) < 0.9


def test_each_phase_leaves_the_other_network_alone(with_settings: Callable[..., RunConfig]) -> None:
    trainer = _trainer(with_settings(*_FACTOR))
    (partner,) = trainer.learner.partners
    network, model = partner.companion.network, trainer.model
    noise = torch.Generator().manual_seed(0)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    loss = trainer.learner.objective(model, trainer.held_out.batch(slice(0, 8)), noise, 0)
    judged, _ = partner.judge(loss, model, noise)
    judged.terms[metrics.DENSITY_RATIO_TC].backward(retain_graph=True)
    assert all(parameter.grad is None for parameter in network.parameters())
    assert all(parameter.grad is None for parameter in model.decoder.parameters())
    assert all(parameter.grad.abs().sum() > 0 for parameter in model.encoder.parameters())
    judged.total.backward()
    assert all((value == before[name]).all() for name, value in network.state_dict().items())

    of_vae = {name: parameter.grad.clone() for name, parameter in model.named_parameters()}
    weights = {name: value.clone() for name, value in model.state_dict().items()}
    partner.learn(loss, noise, _PLAIN)
    assert all((parameter.grad == of_vae[name]).all() for name, parameter in model.named_parameters())
    assert all((value == weights[name]).all() for name, value in model.state_dict().items())
    assert all((value != before[name]).any() for name, value in network.state_dict().items())


@pytest.mark.parametrize(
    "also",
    [(), ("adversarial.weight=1", "adversarial.width=4", "consistency.weight=0.1"), ("model.name=ladder", "model.top_dim=2")],
)
def test_resuming_is_exact_with_one_companion_and_with_two(
    also: tuple[str, ...],
    with_settings: Callable[..., RunConfig],
    whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]],
) -> None:
    config = with_settings(*_FACTOR, *also, "train.ema_decay=0.8", "train.checkpoint_every=3", "train.report_every=2")
    whole, _ = whole_and_resumed(config, 3)
    for report in (report for report in whole.reports() if metrics.TOTAL in report.values):
        weighted = [value for name, value in report.values.items() if name.startswith("loss/") and name != metrics.TOTAL]
        assert math.isclose(sum(weighted), report.values[metrics.TOTAL], rel_tol=1e-5)


def test_a_loss_that_is_not_finite_is_named(with_settings: Callable[..., RunConfig]) -> None:
    from latentlab.errors import NonFiniteError

    trainer = _trainer(with_settings(*_FACTOR, "train.report_every=1"))
    (partner,) = trainer.learner.partners
    partner.companion.network.register_forward_hook(
        lambda module, given, logits: logits if logits.grad_fn is None or given[0].requires_grad else logits * math.inf
    )
    with pytest.raises(NonFiniteError, match="^The factor discriminator's loss stopped being finite"):
        list(trainer.steps())
