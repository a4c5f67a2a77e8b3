"""Adversarial training: losses by closed form, and each phase leaves the other's network alone."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch.nn import functional

from latentlab import metrics
from latentlab.api import prepare, train
from latentlab.config import RunConfig
from latentlab.data import load_dataset
from latentlab.errors import ConfigError
from latentlab.objectives.adversarial import discriminator_loss, generator_loss
from latentlab.runs import Run
from latentlab.training import Trainer

_ADVERSARIAL = ("adversarial.weight=2", "adversarial.width=4")


def _trainer(config: RunConfig) -> Trainer:
    return Trainer(config, load_dataset(config.data))


def test_the_losses_are_the_closed_forms() -> None:
    generator = torch.Generator().manual_seed(0)
    real, fake = torch.randn(2, 1, 4, 4, generator=generator), torch.randn(2, 1, 4, 4, generator=generator)
    ones, zeros = torch.ones_like(real), torch.zeros_like(real)
    cross_entropy = functional.binary_cross_entropy_with_logits
    expected = (cross_entropy(real, ones) + cross_entropy(fake, zeros)) / 2
    torch.testing.assert_close(discriminator_loss(real, fake, "bce"), expected)
    torch.testing.assert_close(generator_loss(fake, "bce"), cross_entropy(fake, ones))
    assert discriminator_loss(2 * ones, -2 * ones, "hinge") == 0
    assert discriminator_loss(zeros, zeros, "hinge") == 1
    assert generator_loss(3 * ones, "hinge") == -3
    assert discriminator_loss(ones, zeros, "least_squares") == 0
    assert generator_loss(3 * ones, "least_squares") == 2
    assert math.isclose(discriminator_loss(zeros, zeros, "bce").item(), math.log(2), rel_tol=1e-6)


def test_each_phase_leaves_the_other_network_alone(with_settings: Callable[..., RunConfig]) -> None:
    trainer = _trainer(with_settings(*_ADVERSARIAL))
    (adversary,) = trainer.learner.partners
    discriminator = adversary.companion.network
    x = trainer.held_out.batch(slice(0, 8))
    noise = torch.Generator().manual_seed(0)
    before = {name: value.clone() for name, value in discriminator.state_dict().items()}
    loss, _ = adversary.judge(trainer.learner.objective(trainer.model, x, noise, 0), trainer.model, noise)
    loss.total.backward()
    assert all(parameter.grad is None for parameter in discriminator.parameters())
    assert all((value == before[name]).all() for name, value in discriminator.state_dict().items())

    of_vae = {name: parameter.grad.clone() for name, parameter in trainer.model.named_parameters()}
    adversary.learn(loss, noise, torch.autocast("cpu", enabled=False))
    assert all((parameter.grad == of_vae[name]).all() for name, parameter in trainer.model.named_parameters())
    changed = discriminator.state_dict()
    assert any((value != before[name]).any() for name, value in changed.items())


def test_the_adversarial_term_reaches_decoder_and_encoder(with_settings: Callable[..., RunConfig]) -> None:
    trainer = _trainer(with_settings(*_ADVERSARIAL))
    (adversary,) = trainer.learner.partners
    x = trainer.held_out.batch(slice(0, 8))
    noise = torch.Generator().manual_seed(0)
    loss, _ = adversary.judge(trainer.learner.objective(trainer.model, x, noise, 0), trainer.model, noise)
    loss.terms[metrics.ADVERSARIAL].backward()
    assert all(parameter.grad.abs().sum() > 0 for parameter in trainer.model.decoder.parameters())
    assert any(parameter.grad.abs().sum() > 0 for parameter in trainer.model.encoder.parameters())


def test_it_begins_where_it_is_told_and_terms_add_up(with_settings: Callable[..., RunConfig], tmp_path: Path) -> None:
    config = with_settings(*_ADVERSARIAL, "adversarial.start=2", "adversarial.warmup=2", "train.report_every=1")
    reports = train(config, tmp_path).reports()
    names = [{metrics.DISC_LOSS, metrics.raw(metrics.ADVERSARIAL)} & set(report.values) for report in reports]
    assert names[:2] == [set(), set()]
    assert names[2:4] == [{metrics.DISC_LOSS}] * 2
    assert names[4:] == [{metrics.DISC_LOSS, metrics.raw(metrics.ADVERSARIAL)}] * 4
    for report in reports:
        weighted = [value for name, value in report.values.items() if name.startswith("loss/") and name != metrics.TOTAL]
        assert math.isclose(sum(weighted), report.values[metrics.TOTAL], rel_tol=1e-5)


def test_the_adaptive_weight_is_the_ratio_under_its_cap(with_settings: Callable[..., RunConfig], tmp_path: Path) -> None:
    config = with_settings(*_ADVERSARIAL, "adversarial.adaptive=true", "adversarial.adaptive_cap=1.5", "train.report_every=1")
    for report in train(config, tmp_path).reports():
        expected = 2 * min(report.values[metrics.GRADIENT_RATIO], 1.5)
        assert math.isclose(report.values[metrics.ADAPTIVE_WEIGHT], expected, rel_tol=1e-5)


def test_resuming_is_exact_with_discriminator_and_weight_average(
    with_settings: Callable[..., RunConfig], whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]]
) -> None:
    config = with_settings(*_ADVERSARIAL, "train.ema_decay=0.8", "train.checkpoint_every=3", "train.report_every=2")
    whole_and_resumed(config, 3)


def test_the_average_of_the_weights_is_what_a_run_opens_with(with_settings: Callable[..., RunConfig], tmp_path: Path) -> None:
    trainer = prepare(with_settings("train.ema_decay=0.5"), tmp_path)
    name = "decoder.network.0.weight"
    average = dict(trainer.model.named_parameters())[name].detach().clone()
    for step in trainer.steps():
        value = dict(trainer.model.named_parameters())[name].detach()
        average = value.clone() if step.step == 1 else torch.lerp(average, value, 0.5)
    trainer.finish("finish", "")
    assert trainer.writer is not None
    torch.testing.assert_close(Run(trainer.writer.path).model().state_dict()[name], average)


@pytest.mark.parametrize("settings", [("adversarial.start=8",), ("adversarial.start=4", "adversarial.warmup=4")])
def test_a_start_after_the_last_step_is_refused(with_settings: Callable[..., RunConfig], settings: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError, match=r"adversarial\.start .* after the last \(train\.steps = 8\)"):
        with_settings(*_ADVERSARIAL, *settings)
