"""The images that choose the best checkpoint, and the end of patience."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from latentlab import metrics
from latentlab.api import drive, prepare, prepare_resumed, resume, train
from latentlab.cli import main
from latentlab.config import RunConfig, override, parse_config
from latentlab.data import load_dataset
from latentlab.data.validation import LARGEST, split_off_validation, validation_count
from latentlab.errors import ConfigError
from latentlab.evaluation import measure_bound
from latentlab.models import build_vae
from latentlab.objectives import build_bound
from latentlab.runs import Run
from latentlab.seeding import generator_for
from latentlab.training import Trainer

WithSettings = Callable[..., RunConfig]


@pytest.mark.parametrize(
    ("count", "fraction", "expected"),
    [(1438, 0.1, 144), (100_000, 0.1, LARGEST), (10, 0.0, 0), (3, 0.5, 1), (2, 0.5, 0), (1, 0.1, 0)],
)
def test_a_share_of_the_training_images_is_validated_on(count: int, fraction: float, expected: int) -> None:
    assert validation_count(count, fraction) == expected
    learned, validated = split_off_validation(count, fraction, 0)
    assert len(validated) == expected
    assert sorted(torch.cat([learned, validated]).tolist()) == list(range(count))


def test_the_validation_images_are_the_split_seeds_not_the_runs(with_settings: WithSettings) -> None:
    _, first = split_off_validation(500, 0.1, 0)
    _, again = split_off_validation(500, 0.1, 0)
    _, other = split_off_validation(500, 0.1, 1)
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_validation_images_are_never_learned_from(with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    config = with_settings(
        "data.validation_fraction=0.5", "train.batch_size=64", "train.steps=30", "train.checkpoint_every=1000"
    )
    dataset = load_dataset(config.data)
    trainer = Trainer(config, dataset)
    seen: list[torch.Tensor] = []
    objective = trainer.learner.objective
    monkeypatch.setattr(
        trainer.learner, "objective", lambda model, x, noise, step: (seen.append(x), objective(model, x, noise, step))[1]
    )
    list(trainer.steps())
    _, validated = split_off_validation(len(dataset.train), 0.5, config.data.split_seed)
    learned_from = {image.numpy().tobytes() for image in torch.cat(seen)}
    held = {image.numpy().tobytes() for image in dataset.train.batch(validated)}
    assert len(learned_from) > 600
    assert not learned_from & held


@pytest.mark.parametrize(
    "assignments",
    [
        (),
        ("objective.beta=4", "objective.kl_warmup=1000"),
        ("objective.name=iwae", "objective.num_importance_samples=3"),
        ("objective.name=aggregate",),
        ("consistency.weight=0.3",),
    ],
)
def test_the_bound_is_the_objective_of_x_alone_at_full_weights(
    with_settings: WithSettings, assignments: tuple[str, ...]
) -> None:
    config = with_settings("train.steps=2000", *assignments)
    dataset = load_dataset(config.data)
    store = dataset.test.part(torch.arange(40))  # one batch: moments are a batch's own
    model = build_vae(config.model, config.likelihood, store.image_shape, torch.Generator().manual_seed(1)).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(3.0)  # far from the prior, so that every term weighs
    bound = build_bound(config, 0)
    measured = measure_bound(model, store, lambda vae, x, noise: bound(vae, x, noise, config.train.steps).total)

    x = store.batch(slice(None))
    noise = generator_for(20210530, "validation", x.device)
    objective = config.objective
    with torch.no_grad():
        posterior = model.encode(x)
        z = posterior.sample(noise, objective.num_importance_samples) if objective.name == "iwae" else posterior.sample(noise)
        log_likelihood = model.decode(z).log_prob(x)
        mean, variance = posterior.mean.double(), posterior.logvar.double().exp()
        kl = 0.5 * (mean.square() + variance - variance.log() - 1).sum(1)
        if objective.name == "iwae":
            log_prior = -0.5 * (z.square() + math.log(2 * math.pi)).sum(-1)
            log_posterior = -0.5 * ((z - mean).square() / variance + variance.log() + math.log(2 * math.pi)).sum(-1)
            weights = (log_likelihood + log_prior - log_posterior).double()
            expected = (weights.logsumexp(0) - math.log(len(weights))).mean()
        elif objective.name == "aggregate":
            center, spread = mean.mean(0), mean.var(0, correction=0) + variance.mean(0)
            rate = 0.5 * (center.square() + spread - spread.log() - 1).sum()
            penalty = objective.variance_weight * (variance - variance.log() - 1).mean(0).sum()
            expected = log_likelihood.mean() - rate - penalty
        else:
            expected = (log_likelihood - objective.beta * kl).mean()
            assert objective.beta * kl.mean() > 1
    assert measured == pytest.approx(float(expected), rel=1e-5)


def _planted(trainer: Trainer, curve: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound on the validation images follows a curve; the ELBO of the test images rises all along."""
    measured = iter(curve)
    monkeypatch.setattr(
        trainer._measuring,
        "measure",
        lambda learner: {
            metrics.VALIDATION_BOUND: next(measured),
            metrics.TEST_ELBO: float(trainer.step),
            metrics.TEST_ACTIVE_UNITS: 4.0,
        },
    )


def test_patience_ends_a_run_where_the_bound_stops_rising(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = with_settings("train.steps=40", "train.checkpoint_every=2", "train.report_every=2", "train.patience=3")
    trainer = prepare(config, tmp_path)
    _planted(trainer, [-9.0, -7.0, -8.0, -7.5, -5.0, -6.0, -6.0, -5.0, -1.0], monkeypatch)
    drive(trainer)
    assert trainer.writer is not None
    run = Run(trainer.writer.path)
    assert (trainer.step, run.state) == (16, "finished")  # an equal bound is no better one
    assert run.best().step == 10  # chosen by the validation images: the test images would have the newest
    assert run.checkpoint().step == 16
    (ending,) = [event for event in run.events() if event.kind == "finish"]
    assert ending.text == (
        "Finished at step 16 of 40: the bound on the validation images has not risen since step 10, which was the best "
        "(train.patience = 3)."
    )


def test_patience_is_part_of_the_state(tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    config = with_settings("train.steps=40", "train.checkpoint_every=2", "train.patience=2")
    trainer = prepare(config, tmp_path)
    _planted(trainer, [-9.0, -5.0, -7.0], monkeypatch)
    for step in trainer.steps():
        if step.step == 6:
            break
    assert trainer.writer is not None
    trainer.writer.close()
    resumed = prepare_resumed(Run(trainer.writer.path), config)
    assert not resumed.lost_patience
    _planted(resumed, [-6.0, -1.0], monkeypatch)
    drive(resumed)
    assert resumed.step == 8
    assert "since step 4" in resumed.ending


def test_a_run_that_lost_its_patience_goes_on_when_asked_to(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = with_settings("train.steps=12", "train.checkpoint_every=2", "train.patience=1")
    trainer = prepare(config, tmp_path)
    _planted(trainer, [-1.0, -2.0], monkeypatch)
    drive(trainer)
    assert trainer.writer is not None
    ended = Run(trainer.writer.path)
    assert (ended.checkpoint().step, ended.state) == (4, "finished")
    longer = resume(ended, override(config, ["train.patience=100"]))
    assert longer.checkpoint().step == 12
    steps = [report.step for report in longer.reports() if metrics.TEST_ELBO in report.values]
    assert steps == [2, 4, 6, 8, 10, 12]


def test_patience_needs_images_to_measure_on() -> None:
    with pytest.raises(ConfigError, match=r"train.patience = 3: needs validation images .* data.validation_fraction is 0"):
        parse_config({"train": {"patience": 3}, "data": {"validation_fraction": 0.0}})


def test_without_validation_images_no_checkpoint_is_the_best(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings("data.validation_fraction=0", "train.steps=10", "train.checkpoint_every=2"), tmp_path)
    assert [at.step for at in run.checkpoints()] == [6, 8, 10]
    assert run.best().step == 10
    assert all(metrics.VALIDATION_BOUND not in report.values for report in run.reports())


def test_a_run_from_before_there_were_validation_images_goes_on_without(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings("data.validation_fraction=0", "train.steps=4"), tmp_path)
    header = run.path / "run.toml"
    lines = [line for line in header.read_text().splitlines() if "validation_fraction" not in line]
    header.write_text("\n".join(lines).replace("schema_version = 3", "schema_version = 2"))
    earlier = Run(run.path)
    assert earlier.config.data.validation_fraction == 0
    assert resume(earlier, override(earlier.config, ["train.steps=6"])).checkpoint().step == 6


def test_the_score_of_a_checkpoint_is_its_bound(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings("train.steps=4", "train.checkpoint_every=4"), tmp_path)
    manifest = json.loads((run.checkpoint().path / "manifest.json").read_text())
    (last,) = [report.values for report in run.reports() if metrics.VALIDATION_BOUND in report.values]
    assert manifest["score"] == last[metrics.VALIDATION_BOUND]
    assert math.isfinite(manifest["score"])


def test_the_best_checkpoint_is_measured_when_asked_for(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trainer = prepare(with_settings("train.steps=6", "train.checkpoint_every=2"), tmp_path)
    _planted(trainer, [-5.0, -3.0, -4.0], monkeypatch)
    drive(trainer)
    assert trainer.writer is not None
    run = Run(trainer.writer.path)

    def measured(*more: str) -> tuple[int, str]:
        arguments = ["evaluate", str(run.path), "--samples", "2", "--images", "10", "--json", *more]
        monkeypatch.setattr("sys.argv", ["latentlab", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return (json.loads(captured.out)["provenance"]["checkpoint_step"], "") if code == 0 else (code, captured.err)

    assert measured() == (6, "")
    assert measured("--checkpoint", "best") == (4, "")
    assert measured("--checkpoint", "2") == (2, "")
    code, said = measured("--checkpoint", "first")
    assert code == 2
    assert "--checkpoint 'first': should be a step such as 500, or best." in said
