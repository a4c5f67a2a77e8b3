"""Training: what it reports, what stops it, and that nothing else does."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from latentlab import metrics
from latentlab.api import drive, prepare, train
from latentlab.config import DataConfig, RunConfig
from latentlab.data import Dataset, load_dataset
from latentlab.errors import ConfigError, NonFiniteError, RunError
from latentlab.runs import Report, Run
from latentlab.training import Step, Trainer, resolve_device

WithSettings = Callable[..., RunConfig]


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return load_dataset(DataConfig())


def _reports(trainer: Trainer) -> list[Report]:
    return [step.report for step in trainer.steps() if step.report]


def _weights(trainer: Trainer) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in trainer.model.state_dict().items()}


def _same(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def test_the_loss_goes_down(digits: Dataset, with_settings: WithSettings) -> None:
    config = with_settings("train.steps=60", "train.report_every=20", "train.checkpoint_every=1000")
    totals = [report.values[metrics.TOTAL] for report in _reports(Trainer(config, digits))]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] < 0.8 * totals[0]


def test_reports_hold_every_number_under_its_name(digits: Dataset, with_settings: WithSettings) -> None:
    def names(*assignments: str) -> list[set[str]]:
        return [set(report.values) for report in _reports(Trainer(with_settings("train.steps=4", *assignments), digits))]

    held_out = {
        metrics.VALIDATION_BOUND,
        metrics.TEST_ELBO,
        metrics.TEST_DISTORTION,
        metrics.TEST_RATE,
        metrics.TEST_MSE,
        metrics.TEST_PIXEL_VARIANCE,
        metrics.TEST_CONSISTENCY_KL,
        metrics.TEST_ACTIVE_UNITS,
    }
    common = {metrics.TOTAL, metrics.ELBO, metrics.GRADIENT_NORM, metrics.LEARNING_RATE, *map(metrics.kl_dim, range(4))}
    terms = [metrics.DISTORTION, metrics.RATE]
    plain = {*common, *map(metrics.raw, terms), *map(metrics.weighted, terms)}
    assert names() == [plain, plain | held_out]
    terms += [(metrics.DISTORTION + metrics.SUFFIX_T), (metrics.RATE + metrics.SUFFIX_T), metrics.CONSISTENCY]
    consistent = {*common, *map(metrics.raw, terms), *map(metrics.weighted, terms)}
    assert names("consistency.weight=0.1") == [consistent, consistent | held_out]


def test_the_weighted_terms_of_a_report_add_up_to_its_total(digits: Dataset, with_settings: WithSettings) -> None:
    config = with_settings("objective.beta=3", "objective.kl_warmup=6", "consistency.weight=0.5")
    for report in _reports(Trainer(config, digits)):
        parts = [value for name, value in report.values.items() if name.startswith("loss/") and name != metrics.TOTAL]
        assert len(parts) == 5
        assert sum(parts) == pytest.approx(report.values[metrics.TOTAL], rel=1e-5)


def test_a_report_is_the_mean_over_its_steps(digits: Dataset, with_settings: WithSettings) -> None:
    each = _reports(Trainer(with_settings("train.report_every=1"), digits))
    four = _reports(Trainer(with_settings("train.report_every=4"), digits))
    assert [report.step for report in each] == list(range(1, 9))
    assert [report.step for report in four] == [4, 8]
    for name in (metrics.TOTAL, metrics.GRADIENT_NORM, metrics.kl_dim(3)):
        mean = sum(report.values[name] for report in each[4:]) / 4
        assert four[1].values[name] == pytest.approx(mean, rel=1e-5)


def test_the_last_step_reports_measures_and_saves(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.steps=5", "train.report_every=3", "train.checkpoint_every=100"), tmp_path)
    steps = list(trainer.steps())
    assert [step.step for step in steps] == [1, 2, 3, 4, 5]
    assert [step.step for step in steps if step.report] == [3, 5]
    last = steps[-1].report
    assert last is not None
    assert {metrics.TOTAL, metrics.TEST_ELBO} <= last.values.keys()
    assert last.images_per_second > 0
    assert last.epoch == pytest.approx(5 / ((1438 - 144) // 16), rel=1e-4)
    assert trainer.writer is not None
    assert [at.step for at in Run(trainer.writer.path).checkpoints()] == [5]


def test_the_same_seed_gives_the_same_run_whatever_the_global_generator_does(
    digits: Dataset, with_settings: WithSettings
) -> None:
    config = with_settings("consistency.weight=0.1")
    torch.manual_seed(1)
    first = Trainer(config, digits)
    reports = _reports(first)
    torch.manual_seed(2)
    second = Trainer(config, digits)
    state = torch.get_rng_state()
    assert [report.values for report in _reports(second)] == [report.values for report in reports]
    assert _same(_weights(first), _weights(second))
    assert torch.equal(torch.get_rng_state(), state)
    other = Trainer(with_settings("consistency.weight=0.1", "seed=1"), digits)
    assert not _same(_weights(other), _weights(Trainer(config, digits)))


def test_a_snapshot_keeps_the_weights_of_its_step(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    steps = trainer.steps()
    next(steps)
    snapshot, before = trainer.snapshot(), _weights(trainer)
    assert snapshot.step == 1
    for _ in steps:
        pass
    assert _same(snapshot.state, before)
    assert not _same(snapshot.state, _weights(trainer))


def test_training_can_be_left_and_taken_up_again_at_any_step(digits: Dataset, with_settings: WithSettings) -> None:
    straight, paused = Trainer(with_settings(), digits), Trainer(with_settings(), digits)
    expected = [report.values for report in _reports(straight)]
    reports = []
    while paused.step < 8:
        steps = paused.steps()
        step = next(steps)
        reports += [step.report.values] if step.report else []
        steps.close()
    assert reports == expected
    assert _same(_weights(straight), _weights(paused))


@pytest.mark.parametrize(
    "assignments",
    [
        ["likelihood.name=gaussian", "likelihood.scale=fixed"],
        ["likelihood.name=gaussian", "likelihood.scale=learned"],
        ["likelihood.name=gaussian", "likelihood.scale=optimal"],
        ["likelihood.name=laplace", "likelihood.scale=learned"],
        ["likelihood.binarize=stochastic"],
        ["likelihood.binarize=threshold"],
        ["train.precision=bf16"],
        ["train.precision=bf16", "model.name=conv", "model.width=4", "consistency.weight=0.1"],
        ["model.name=conv", "model.width=4", "consistency.weight=1", "transform.policy=large_both_flips"],
        ["train.batch_size=5000"],
    ],
    ids=" ".join,
)
def test_every_setting_trains(digits: Dataset, with_settings: WithSettings, assignments: list[str]) -> None:
    trainer = Trainer(with_settings("train.steps=2", *assignments), digits)
    before = _weights(trainer)
    reports = _reports(trainer)
    assert all(torch.isfinite(torch.tensor(list(report.values.values()))).all() for report in reports)
    after = _weights(trainer)
    assert not any(torch.equal(before[name], after[name]) for name in before)
    assert {value.dtype for value in after.values()} == {torch.float32}


def test_a_clipped_gradient_is_reported_whole_and_changes_the_step(digits: Dataset, with_settings: WithSettings) -> None:
    plain = Trainer(with_settings("train.report_every=1"), digits)
    # Adam forgives a constant factor, so the limit lies between the norms of two steps.
    norms = [report.values[metrics.GRADIENT_NORM] for report in _reports(plain)]
    limit = min(norms)
    clipped = Trainer(with_settings("train.report_every=1", f"train.gradient_clip={limit!r}"), digits)
    reports = _reports(clipped)
    assert reports[0].values[metrics.GRADIENT_NORM] == pytest.approx(norms[0])
    assert not _same(_weights(plain), _weights(clipped))


def test_warm_up_counts_the_trainers_steps(digits: Dataset, with_settings: WithSettings) -> None:
    config = with_settings("objective.beta=2", "objective.kl_warmup=4", "train.report_every=1", "train.steps=6")
    ratios = [
        report.values[metrics.weighted(metrics.RATE)] / report.values[metrics.raw(metrics.RATE)]
        for report in _reports(Trainer(config, digits))
    ]
    assert ratios == pytest.approx([0.0, 0.5, 1.0, 1.5, 2.0, 2.0])


def test_a_loss_that_is_not_finite_stops_before_the_step_and_is_named(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    steps = trainer.steps()
    next(steps)
    with torch.no_grad():
        trainer.model.decoder.network[-1].bias[7] = torch.inf
    before = _weights(trainer)
    with pytest.raises(NonFiniteError, match="The distortion stopped being finite after step 1") as caught:
        next(steps)
    assert (caught.value.step, caught.value.term) == (1, "distortion")
    assert trainer.step == 1
    assert _same(_weights(trainer), before)


def test_a_gradient_that_is_not_finite_stops_before_the_step(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    before = _weights(trainer)
    next(trainer.model.parameters()).register_hook(lambda gradient: gradient * torch.nan)
    with pytest.raises(NonFiniteError) as caught:
        next(trainer.steps())
    assert caught.value.term == "gradient"
    assert _same(_weights(trainer), before)


def test_a_failed_run_keeps_its_checkpoint_and_says_how_it_ended(tmp_path: Path, with_settings: WithSettings) -> None:
    def poison(trainer: Trainer, step: Step) -> None:
        if step.step == 6:
            with torch.no_grad():
                trainer.model.decoder.network[-1].bias[0] = torch.nan

    trainer = prepare(with_settings(), tmp_path)
    with pytest.raises(NonFiniteError):
        drive(trainer, poison)
    assert trainer.writer is not None
    run = Run(trainer.writer.path)
    assert run.state == "failed"
    assert "distortion" in run.events()[-1].text
    assert [at.step for at in run.checkpoints()] == [4]


def _full(*arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_training_waits_on_a_full_disk_and_goes_on_when_there_is_room(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = train(with_settings("train.steps=12"), tmp_path / "straight")
    trainer = prepare(with_settings("train.steps=12"), tmp_path / "full")
    assert trainer.writer is not None
    waited: list[tuple[int, str]] = []
    with pytest.MonkeyPatch.context() as patch:
        for step in trainer.steps():
            if step.waiting:
                waited.append((step.step, step.waiting))
                if len(waited) % 3 == 0:
                    patch.undo()
            elif step.step in (3, 5, 7):  # full at the checkpoint of 4, the report of 6 and the checkpoint of 8
                for name in ("waiting.append_whole", "writer.folder_atomically"):
                    patch.setattr(f"latentlab.runs.{name}", _full)
    trainer.finish("finish", "Done.")
    assert [step for step, _ in waited] == [4, 4, 4, 6, 6, 6, 8, 8, 8]
    assert all("there is no space left on the disk" in text for _, text in waited)
    run = Run(trainer.writer.path)
    assert [(report.step, dict(report.values)) for report in run.reports()] == [
        (report.step, dict(report.values)) for report in straight.reports()
    ]
    assert run.state == "finished"
    assert [at.step for at in run.checkpoints()] == [4, 8, 12]
    assert _same(dict(run.model().state_dict()), dict(straight.model().state_dict()))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size to play the full disk")
def test_a_disk_that_fills_up_within_a_checkpoint_leaves_no_half_of_one(tmp_path: Path, with_settings: WithSettings) -> None:
    import resource

    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    limits = {4: [20_000, 400_000], 8: [20_000, 400_000]}  # full in the weights, then in the optimiser's state
    waited = []
    try:
        for step in trainer.steps():
            coming = limits.get(step.step if step.waiting else step.step + 1, [])
            resource.setrlimit(resource.RLIMIT_FSIZE, (coming.pop(0) if coming else soft, hard))
            if step.waiting:
                waited.append(step.step)
                assert [path.name for path in (trainer.writer.path / "checkpoints").iterdir()] == waited_for(step.step)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert waited == [4, 4, 8, 8]
    trainer.finish("finish", "Done.")
    assert [at.step for at in Run(trainer.writer.path).checkpoints()] == [4, 8]


def waited_for(step: int) -> list[str]:
    """Checkpoints on disk while that of a step cannot be written."""
    return [] if step == 4 else ["step-000000004"]


def test_the_end_can_be_saved_again_once_there_is_room(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    steps = trainer.steps()
    for _ in range(5):
        next(steps)
    lines, checkpoints = "waiting.append_whole", "writer.folder_atomically"
    for full in ((lines, checkpoints), (lines,), (lines,)):
        with pytest.MonkeyPatch.context() as patch:
            for name in full:
                patch.setattr(f"latentlab.runs.{name}", _full)
            with pytest.raises(RunError, match="no space left on the disk"):
                trainer.finish("stop", "Stopped.")
    trainer.finish("stop", "Stopped.")
    run = Run(trainer.writer.path)
    assert [report.step for report in run.reports()] == [2, 4, 5]
    assert [event.kind for event in run.events()] == ["start", "stop"]
    assert [at.step for at in run.checkpoints()] == [4, 5]


def test_without_a_writer_nothing_is_kept(digits: Dataset, with_settings: WithSettings, tmp_path: Path) -> None:
    trainer = Trainer(with_settings(), digits)
    assert all(not step.events for step in trainer.steps())
    trainer.keeping.save(0.0)
    trainer.finish("finish", "Done.")
    assert list(tmp_path.iterdir()) == []


def test_a_checkpoint_holds_the_weights_of_its_step(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    for step in trainer.steps():
        if step.step == 4:
            before = _weights(trainer)
    assert _same(load_file(Run(trainer.writer.path).checkpoint(4).path / "model.safetensors"), before)
    assert _same(dict(Run(trainer.writer.path).model().state_dict()), _weights(trainer))


@pytest.mark.parametrize("name", ["cuda", "cuda:7", "mps"])
def test_a_device_that_is_not_at_hand_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(ConfigError, match=rf"device = '{name}': .* use auto or cpu"):
        resolve_device(name)
    assert resolve_device("auto") == torch.device("cpu")


def test_the_threads_are_the_configs(with_settings: WithSettings, digits: Dataset) -> None:
    before = torch.get_num_threads()
    try:
        drive(Trainer(with_settings("train.threads=1", "train.steps=1"), digits))
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)
