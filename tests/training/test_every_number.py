"""Every number that a run streams, computed again from what its networks gave, in float64 by NumPy and SciPy.

A number without an entry in `_STREAMED` fails a test here, and so does one whose sign or factor changes.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

import latentlab.training.measuring as measuring
from latentlab import metrics
from latentlab.config import DataConfig, RunConfig
from latentlab.data import Dataset, load_dataset
from latentlab.models import VAE, Likelihood, Posterior
from latentlab.objectives import LossTerms, mmd
from latentlab.objectives.adversarial import gradient_ratio
from latentlab.objectives.mmd import squared_mmd
from latentlab.training import Trainer
from tests.training.recomputed import (
    PAIR_TERMS,
    TERMS,
    Pass,
    Recording,
    array_of,
    held_out,
    moments,
    streamed,
    validation_bound,
)

_SMALL_FACTOR = ("objective.disc_width=8", "objective.disc_layers=2")
_CASES: dict[str, tuple[str, ...]] = {
    "vae": (),
    "β-vae, warm-up": ("objective.beta=4", "objective.kl_warmup=2"),
    "cyclical": ("objective.beta=3", "objective.kl_warmup=2", "objective.kl_schedule=cyclical"),
    "free bits": ("objective.beta=2", "objective.free_bits=0.01"),
    "capacity": ("objective.beta=2", "objective.capacity=5", "objective.capacity_steps=2"),
    "iwae": ("objective.name=iwae", "objective.num_importance_samples=3"),
    "dreg": ("objective.name=iwae", "objective.num_importance_samples=3", "objective.gradient=dreg"),
    "aggregate": ("objective.name=aggregate", "objective.beta=3", "objective.variance_weight=0.7"),
    "moments of the means": ("objective.name=aggregate", "objective.moments=means"),
    "tcvae": ("objective.name=tcvae", "objective.alpha=2", "objective.beta=5", "objective.gamma=3", "objective.kl_warmup=2"),
    "weighted tcvae, consistency": ("objective.name=tcvae", "objective.sampling=weighted", "consistency.weight=0.6"),
    "factor": ("objective.name=factor", "objective.beta=2", "objective.gamma=7", *_SMALL_FACTOR),
    "factor, consistency": ("objective.name=factor", "consistency.weight=0.6", *_SMALL_FACTOR),
    "dip i": ("objective.name=dip", "objective.off_diagonal_weight=3", "objective.diagonal_weight=5"),
    "dip ii": ("objective.name=dip", "objective.kind=ii", "objective.beta=2", "consistency.weight=0.6"),
    "mmd": ("objective.name=mmd", "objective.weight=9", "objective.beta=0.5"),
    "biased mmd": (
        *("objective.name=mmd", "objective.kernel=rbf", "objective.bandwidths=one", "objective.estimator=biased"),
        "consistency.weight=0.6",
    ),
    "consistency": ("consistency.weight=0.6", "consistency.warmup=2", "objective.beta=2"),
    "reverse": ("consistency.weight=0.6", "consistency.direction=reverse"),
    "symmetric": ("consistency.weight=0.6", "consistency.direction=symmetric"),
    "augmentation": ("consistency.name=none",),
    "triplet": ("consistency.name=triplet", "consistency.weight=0.6"),
    "info_nce": ("consistency.name=info_nce", "consistency.weight=0.6"),
    "aggregate, consistency": ("objective.name=aggregate", "consistency.weight=0.6"),
    "free bits, consistency": ("objective.free_bits=0.01", "consistency.weight=0.6"),
    "iwae, consistency": ("objective.name=iwae", "consistency.weight=0.6"),
    "gan": ("adversarial.weight=3", "adversarial.width=4"),
    "hinge": ("adversarial.weight=3", "adversarial.width=4", "adversarial.loss=hinge"),
    "least squares": ("adversarial.weight=3", "adversarial.width=4", "adversarial.loss=least_squares", "consistency.weight=1"),
    "adaptive": ("adversarial.weight=3", "adversarial.width=4", "adversarial.adaptive=true", "adversarial.adaptive_cap=1e9"),
    "ladder": ("model.name=ladder", "model.top_dim=2", "model.width=4", "consistency.weight=0.6"),
    "gaussian": ("likelihood.name=gaussian", "likelihood.scale=fixed", "likelihood.scale_value=0.3"),
    "laplace": ("likelihood.name=laplace", "likelihood.scale=learned"),
    "optimal gaussian": ("likelihood.name=gaussian", "likelihood.scale=optimal"),
    "optimal laplace": ("likelihood.name=laplace", "likelihood.scale=optimal"),
    "grey levels": ("likelihood.name=discretized_logistic", "likelihood.mixtures=2"),
}
_STEPS = 2


@pytest.fixture(scope="module")
def images() -> Dataset:
    """A hundred digits to learn from, three hundred to measure on: more than one chunk of them."""
    digits = load_dataset(DataConfig())
    return replace(digits, train=digits.train.part(torch.arange(100)), test=digits.test.part(torch.arange(300)))


@pytest.fixture
def record(
    with_settings: Callable[..., RunConfig], images: Dataset, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Recording]:
    """Trains two steps under a spy."""

    def run(case: str) -> Recording:
        config = with_settings("train.steps=2", "train.report_every=2", "train.checkpoint_every=2", *_CASES[case])
        trainer = Trainer(config, images)
        passes: list[Pass] = []
        held_out, validation = Pass(_STEPS), Pass(_STEPS)
        now: list[Pass] = [Pass(-1)]
        encode, decode, objective = VAE.encode, VAE.decode, trainer.learner.objective

        def encode_noted(model: VAE, x: Tensor) -> Posterior:
            posterior = encode(model, x)
            now[0].encoded.append((x, posterior))
            return posterior

        def decode_noted(model: VAE, z: Tensor) -> Likelihood:
            likelihood = decode(model, z)
            now[0].decoded.append((z, likelihood))
            now[0].drawn_from.append(moments(now[0].encoded[-1][1], z if z.ndim == 2 else z[0]))
            return likelihood

        def objective_noted(*given: Any) -> LossTerms:
            now[0] = Pass(trainer.step)
            passes.append(now[0])
            return objective(*given)

        def during(what: Pass, act: Callable[..., Any]) -> Callable[..., Any]:
            def noted(*given: Any) -> Any:
                now[0] = what
                return act(*given)

            return noted

        def discrepancy_noted(z: Tensor, drawn: Tensor, *how: Any) -> Tensor:
            now[0].priors.append(array_of(drawn))
            return squared_mmd(z, drawn, *how)

        monkeypatch.setattr(mmd, "squared_mmd", discrepancy_noted)
        monkeypatch.setattr(VAE, "encode", encode_noted)
        monkeypatch.setattr(VAE, "decode", decode_noted)
        monkeypatch.setattr(trainer.learner, "objective", objective_noted)
        monkeypatch.setattr(measuring, "measure_held_out", during(held_out, measuring.measure_held_out))
        monkeypatch.setattr(measuring, "measure_bound", during(validation, measuring.measure_bound))
        monkeypatch.setattr(measuring, "training_scale", during(Pass(-1), measuring.training_scale))
        for partner in trainer.learner.partners:
            partner.companion.network.register_forward_hook(
                lambda module, given, logits: now[0].judged.append(array_of(logits))
            )
        reports = []
        for step in trainer.steps():
            grads = [array_of(parameter.grad) for parameter in trainer.model.parameters() if parameter.grad is not None]
            passes[-1].gradients = float(np.sqrt(sum((grad**2).sum() for grad in grads)))
            reports += [step.report] if step.report else []
        (report,) = reports
        values = dict(report.values)
        return Recording(
            config, len(trainer.learner.images), passes, held_out, validation, values, report.images_per_second, report.seconds
        )

    return run


_OF_COMPANIONS = (metrics.ADVERSARIAL, metrics.DENSITY_RATIO_TC)
_STREAMED = {
    *(metrics.raw(name) for name in (*TERMS, *PAIR_TERMS, *_OF_COMPANIONS)),
    *(metrics.weighted(name) for name in (*TERMS, *PAIR_TERMS, *_OF_COMPANIONS)),
    *(f"{kind}/{name}{metrics.SUFFIX_T}" for kind in ("term", "loss") for name in TERMS),
    *(metrics.ELBO, metrics.GRADIENT_NORM, metrics.LEARNING_RATE, metrics.IWAE_BOUND, metrics.EFFECTIVE_SAMPLE_SIZE),
    *(metrics.DISC_LOSS, metrics.LOGITS_REAL, metrics.LOGITS_FAKE, metrics.ACCURACY_REAL, metrics.ACCURACY_FAKE),
    *(metrics.FACTOR_LOSS, metrics.FACTOR_ACCURACY),
    *(metrics.TEST_ELBO, metrics.TEST_DISTORTION, metrics.TEST_RATE, metrics.TEST_MSE, metrics.TEST_PIXEL_VARIANCE),
    *(metrics.TEST_CONSISTENCY_KL, metrics.TEST_ACTIVE_UNITS, metrics.VALIDATION_BOUND),
    *(metrics.TOTAL, metrics.GRADIENT_RATIO, metrics.ADAPTIVE_WEIGHT),  # by the tests below
    *(metrics.kl_dim(place) for place in range(4)),
}
"""Names that are computed again."""


@pytest.mark.parametrize("case", list(_CASES))
def test_what_is_streamed_is_what_its_name_says(case: str, record: Callable[[str], Recording]) -> None:
    recording = record(case)
    reported = dict(recording.reported)
    unchecked = reported.keys() - _STREAMED
    assert not unchecked, f"{', '.join(sorted(unchecked))}: nothing here computes it again; add it"
    steps = [streamed(recording, at) for at in recording.steps]
    assert len(steps) == _STEPS
    expected = {name: float(np.mean([values[name] for values in steps])) for name in steps[0]}
    expected[metrics.LEARNING_RATE] = recording.config.train.learning_rate
    if case != "ladder":
        expected |= held_out(recording)
        expected[metrics.VALIDATION_BOUND] = validation_bound(recording)
    else:  # the conditions of its two levels are drawn inside, and the tests of the ladder have them
        for name in (metrics.CONSISTENCY, metrics.TEST_CONSISTENCY_KL):
            reported = {key: value for key, value in reported.items() if name.removeprefix("test/") not in key}
        reported = {key: value for key, value in reported.items() if key not in (metrics.VALIDATION_BOUND,)}
        expected |= {name: value for name, value in held_out(recording).items() if name != metrics.TEST_CONSISTENCY_KL}
    if recording.config.adversarial.adaptive:
        ratio = reported.pop(metrics.GRADIENT_RATIO)
        assert reported.pop(metrics.ADAPTIVE_WEIGHT) == pytest.approx(3 * ratio, rel=1e-5)
        reported.pop(metrics.weighted(metrics.ADVERSARIAL))
    total = reported.pop(metrics.TOTAL)
    if not recording.config.adversarial.adaptive and case != "ladder":
        parts = [value for name, value in recording.reported.items() if name.startswith("loss/") and name != metrics.TOTAL]
        assert total == pytest.approx(sum(parts), rel=1e-5)
    for name, value in reported.items():
        assert value == pytest.approx(expected[name], rel=2e-4, abs=2e-5), name


def test_every_name_is_computed_again() -> None:
    names = {value for name, value in vars(metrics).items() if name.isupper() and isinstance(value, str) and name[0] != "_"}
    terms = {*TERMS, *PAIR_TERMS, *_OF_COMPANIONS, metrics.SUFFIX_T}
    of_machine = {name for name in names if metrics.is_of_machine(name)}  # read, not computed: test_machine_use.py
    assert names - terms - of_machine <= _STREAMED


def test_images_a_second_are_of_the_training_images(record: Callable[[str], Recording]) -> None:
    for case, unit in (("vae", "img/s"), ("consistency", "img/s + t(x)"), ("augmentation", "img/s + t(x)")):
        recording = record(case)
        assert recording.config.consistency.speed_unit == unit
        batch = recording.config.train.batch_size
        assert recording.images_per_second * recording.seconds == pytest.approx(_STEPS * batch, rel=1e-6)


class _Linear(nn.Module):
    """A model whose terms are linear in its last weights."""

    def __init__(self) -> None:
        super().__init__()
        self.decoder = nn.Linear(2, 1, bias=False)


@pytest.mark.parametrize("has_distortion", [True, False])
def test_the_ratio_of_gradients_at_the_last_weights(has_distortion: bool) -> None:
    model: Any = _Linear()
    weights = model.decoder.weight
    rest = (weights * torch.tensor([[3.0, 4.0]])).sum()
    name = metrics.DISTORTION if has_distortion else metrics.NEGATIVE_IWAE_BOUND
    terms = {name: rest, metrics.ADVERSARIAL: -0.5 * weights[0, 0]}
    nothing = torch.zeros(1)
    loss = LossTerms(terms, {name: 7.0, metrics.ADVERSARIAL: 9.0}, nothing, nothing, None, nothing, nothing, nothing)  # type: ignore[arg-type]
    assert float(gradient_ratio(loss, model)) == pytest.approx(10.0, rel=1e-4)
