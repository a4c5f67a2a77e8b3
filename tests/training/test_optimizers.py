"""The optimisers against PyTorch's own, and gradients of several batches against those of a large one."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn

from latentlab.api import prepare
from latentlab.config import RunConfig, TrainConfig, override, parse_config
from latentlab.errors import ConfigError
from latentlab.models import VAE
from latentlab.runs import Run
from latentlab.training.optimization import Optimization, decays

WithSettings = Callable[..., RunConfig]


@pytest.mark.parametrize("name", ["adam", "adamw", "sgd"])
def test_a_run_goes_on_exactly_with_every_optimiser(
    whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]], with_settings: WithSettings, name: str
) -> None:
    whole, _ = whole_and_resumed(with_settings(f"train.optimizer={name}", "train.learning_rate=0.01"), 5)
    first, last = whole.model(4).state_dict(), whole.model().state_dict()
    assert any(not torch.equal(first[key], last[key]) for key in first)


def _after_steps(vae: VAE, optimizer: torch.optim.Optimizer | None, train: TrainConfig) -> dict[str, torch.Tensor]:
    """The weights after three steps on a fixed loss, by an optimiser of PyTorch's or by ours."""
    ours = None if optimizer else Optimization.of_vae(vae, train)
    for step in range(3):
        loss = sum(((parameter - 0.1 * step) ** 2).sum() for parameter in vae.parameters())
        assert isinstance(loss, torch.Tensor)
        if optimizer:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        elif ours:
            ours.forget_gradient()
            ours.add_gradient(loss)
            ours.step(ours.gradient_norm(loss.detach())[-1])
    return {key: value.clone() for key, value in vae.state_dict().items()}


@pytest.mark.parametrize("name", ["adam", "adamw", "sgd"])
def test_steps_are_pytorchs(tiny_run: Path, name: str) -> None:
    train = TrainConfig(optimizer=name, learning_rate=0.01, weight_decay=0.2, momentum=0.8)
    theirs, ours = (Run(tiny_run).model().requires_grad_() for _ in range(2))
    norms_and_biases = [parameter for parameter in theirs.parameters() if parameter.ndim < 2]
    weights = [parameter for parameter in theirs.parameters() if parameter.ndim > 1]
    groups = [{"params": weights, "weight_decay": 0.2}, {"params": norms_and_biases, "weight_decay": 0.0}]
    optimizers: dict[str, Callable[[], torch.optim.Optimizer]] = {
        "adam": lambda: torch.optim.Adam(theirs.parameters(), 0.01),
        "adamw": lambda: torch.optim.AdamW(groups, 0.01),
        "sgd": lambda: torch.optim.SGD(theirs.parameters(), 0.01, momentum=0.8),
    }
    expected = _after_steps(theirs, optimizers[name](), train)
    for key, value in _after_steps(ours, None, train).items():
        torch.testing.assert_close(value, expected[key])


def test_biases_norms_and_the_prior_do_not_decay() -> None:
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.Flatten(), nn.Linear(4, 2))
    assert [name for name, parameter in network.named_parameters() if decays(name, parameter)] == ["0.weight", "3.weight"]
    assert not decays("prior_network.means", nn.Parameter(torch.zeros(5, 2)))


def test_a_refused_first_step_leaves_no_momentum() -> None:
    vae = nn.Linear(2, 1)
    ours = Optimization.of_vae(vae, TrainConfig(optimizer="sgd"))  # type: ignore[arg-type]
    before = vae.weight.clone()
    for loss in (vae.weight.sum() * torch.inf, vae.weight.sum() * 0.0):
        ours.forget_gradient()
        ours.add_gradient(loss)
        ours.step(ours.gradient_norm(loss.detach())[-1])
    assert torch.equal(vae.weight, before)


def test_four_batches_make_the_step_of_one_large_batch(tmp_path: Path, with_settings: WithSettings) -> None:
    settings = ("train.optimizer=sgd", "train.learning_rate=0.01", "train.steps=6")
    large = prepare(with_settings(*settings, "train.batch_size=64"), tmp_path / "large")
    parts = prepare(with_settings(*settings, "train.batch_size=16", "train.accumulate=4"), tmp_path / "parts")
    for one, other in zip(large.steps(), parts.steps(), strict=True):
        for name, value in large.model.state_dict().items():
            torch.testing.assert_close(parts.model.state_dict()[name], value, rtol=1e-5, atol=1e-6)
        if one.report and other.report:
            assert other.report.epoch == one.report.epoch
            assert other.report.values == pytest.approx(dict(one.report.values), rel=1e-4, abs=1e-4)
    for trainer in (large, parts):
        assert trainer.writer is not None
        trainer.writer.close()


def test_accumulated_runs_go_on_exactly(
    whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]], with_settings: WithSettings
) -> None:
    whole_and_resumed(with_settings("train.accumulate=3", "consistency.weight=0.2"), 5)


@pytest.mark.parametrize(
    ("assignments", "reason"),
    [
        (["objective.name=aggregate"], "takes the moments of the batch"),
        (["objective.name=tcvae"], "estimates q(z) from the batch"),
        (["objective.name=mmd"], "compares each z with the others"),
        (["objective.name=factor"], "permutes z over the batch"),
        (["objective.name=dip"], "takes the covariance of the batch"),
        (["objective.free_bits=0.1"], "compared with the batch's mean KL"),
        (["consistency.name=info_nce", "consistency.weight=1.0"], "compares with other images of the batch"),
        (["likelihood.name=gaussian"], "is the batch's own"),
        (["model.name=resnet"], "normalises by the batch"),
        (["adversarial.weight=0.1"], "a discriminator"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_batches_that_do_not_add_up_to_a_large_one_are_refused(assignments: list[str], reason: str) -> None:
    with pytest.raises(ConfigError) as error:
        override(parse_config({}), ["train.accumulate=4", *assignments])
    assert str(error.value).startswith("train.accumulate = 4: would not equal one large batch")
    assert reason in str(error.value)
