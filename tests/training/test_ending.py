"""When runs end: by steps, epochs, minutes, or where a measurement no longer improves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab import metrics
from latentlab.api import drive, prepare, prepare_resumed, resume, train
from latentlab.config import RunConfig, override
from latentlab.errors import ConfigError
from latentlab.runs import Run
from latentlab.training import Step, Trainer

WithSettings = Callable[..., RunConfig]


def _run_of(trainer: Trainer) -> Run:
    assert trainer.writer is not None
    return Run(trainer.writer.path)


def test_a_run_ends_with_its_epochs(tmp_path: Path, with_settings: WithSettings) -> None:
    config = with_settings("train.steps=1000", "train.batch_size=256", "train.epochs=1.5", "train.schedule=linear")
    trainer = prepare(config, tmp_path)
    drive(trainer)
    last = trainer.last_step
    run = _run_of(trainer)
    assert last == -(-3 * trainer.learner.order.batches_per_epoch // 2) == run.checkpoint().step
    (ending,) = [event.text for event in run.events() if event.kind == "finish"]
    assert ending.startswith(f"Finished at step {last} of 1,000: it has had its 1.5 epochs (train.epochs).")
    assert trainer.learner.rate_at(last) == 0  # the schedule ends with the run
    with pytest.raises(ConfigError, match="it has had its 1.5 epochs"):
        prepare_resumed(run, config)
    assert resume(run, override(config, ["train.epochs=3"])).checkpoint().step == 3 * trainer.learner.order.batches_per_epoch


def test_a_run_ends_with_its_minutes(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.steps=1000", "train.minutes=60"), tmp_path)
    steps = trainer.steps()
    next(steps)
    trainer.progress.seconds = 3599
    next(steps)
    trainer.progress.seconds = 3600
    assert next(steps, None) is None
    assert trainer.ending == "Finished at step 2 of 1,000: it has had its 60 minutes (train.minutes)."
    trainer.finish("finish", trainer.ending)
    assert trainer.writer is not None
    trainer.writer.close()
    run = _run_of(trainer)
    assert run.checkpoint().step == 2
    with pytest.raises(ConfigError, match="60 minutes"):
        prepare_resumed(run, run.config)


def test_the_best_checkpoint_may_be_told_by_another_number(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = with_settings("train.best_by=test/mse", "train.steps=20", "train.checkpoint_every=2", "train.patience=4")
    trainer = prepare(config, tmp_path)
    errors = iter([0.5, 0.2, 0.3, 0.4, 0.2, 0.6])
    measured = {metrics.VALIDATION_BOUND: -1.0, metrics.TEST_ACTIVE_UNITS: 4.0}
    monkeypatch.setattr(trainer._measuring, "measure", lambda learner: {**measured, metrics.TEST_MSE: next(errors)})
    drive(trainer)
    run = _run_of(trainer)
    assert (run.checkpoint().step, run.best().step) == (12, 4)
    assert trainer.ending == (
        "Finished at step 12 of 20: the MSE of the held-out images has not fallen since step 4, which was the best "
        "(train.patience = 4)."
    )


def test_the_best_checkpoint_is_said_where_it_is_not_the_last(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = prepare(with_settings("train.steps=12", "train.checkpoint_every=2"), tmp_path)
    bounds = iter([-5.0, -3.0, -4.0, -4.0, -4.0, -4.0])
    monkeypatch.setattr(
        trainer._measuring, "measure", lambda learner: {metrics.VALIDATION_BOUND: next(bounds), metrics.TEST_ACTIVE_UNITS: 4.0}
    )
    drive(trainer)
    assert trainer.ending == (
        "Finished at step 12. Step 4 has the best bound on the validation images; its checkpoint is kept."
    )
    assert [at.step for at in _run_of(trainer).checkpoints()] == [4, 8, 10, 12]


def test_every_nth_checkpoint_is_kept(tmp_path: Path, with_settings: WithSettings) -> None:
    settings = ("train.steps=20", "train.checkpoint_every=2", "train.keep_every=6", "data.validation_fraction=0")
    run = train(with_settings(*settings), tmp_path)
    assert [at.step for at in run.checkpoints()] == [6, 12, 16, 18, 20]


def test_measurements_before_the_objective_changed_do_not_count(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = with_settings("train.steps=40", "train.checkpoint_every=2", "train.patience=2", "train.schedule=plateau")
    trainer = prepare(config, tmp_path)
    bounds = iter([-5.0, -3.0, -4.0, -90.0, -80.0, -85.0, -85.0])
    monkeypatch.setattr(
        trainer._measuring, "measure", lambda learner: {metrics.VALIDATION_BOUND: next(bounds), metrics.TEST_ACTIVE_UNITS: 4.0}
    )
    asked = []

    def ask(trainer: Trainer, step: Step) -> None:
        if step.step == 7 and not asked:
            asked.append(trainer.steering.change({"objective.beta": 9.0}))

    drive(trainer, ask)
    assert asked[0].result(0).done
    run = _run_of(trainer)
    assert (run.checkpoint().step, run.best().step) == (14, 10)
    assert "has not risen since step 10" in trainer.ending
    assert [at.step for at in run.checkpoints()] == [10, 12, 14]
    resumed = prepare_resumed(run, override(run.config, ["objective.beta=8", "train.patience=3"]))
    assert (resumed.progress.best, resumed.learner.plateau.state().best) == (None, None)
    assert resumed.writer is not None
    resumed.writer.close()
    assert Run(run.path).best().step == 14
