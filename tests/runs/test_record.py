"""What a run has reported: after any interruption, the lines of one that was never interrupted."""

import math
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab import metrics
from latentlab.api import drive, open_run, prepare, prepare_resumed, resume, train
from latentlab.config import RunConfig, override
from latentlab.errors import ConfigError, LockError
from latentlab.runs import Report, Run, RunState, RunWriter
from latentlab.training import Step, Trainer

WithSettings = Callable[..., RunConfig]

_KINDS = [
    (),
    ("objective.name=iwae", "objective.num_importance_samples=3", "likelihood.binarize=stochastic"),
    ("consistency.weight=0.5", "likelihood.name=gaussian", "train.ema_decay=0.9"),
    ("likelihood.name=laplace", "likelihood.scale=optimal"),
    ("objective.name=aggregate", "adversarial.weight=1", "adversarial.start=2", "adversarial.width=4"),
    ("model.name=ladder", "model.top_dim=2", "model.width=2", "consistency.name=none"),
]


def _lines(run: Run) -> list[tuple[int, float, dict[str, float]]]:
    """Steps and values; timings apart, nan equal to itself."""
    return [
        (report.step, report.epoch, {name: -1e99 if math.isnan(value) else value for name, value in report.values.items()})
        for report in run.reports()
    ]


def _stop_at(step: int) -> Callable[[Trainer, Step], None]:
    def stop(trainer: Trainer, taken: Step) -> None:
        if taken.step == step:
            raise KeyboardInterrupt

    return stop


def _abandon(trainer: Trainer, at: int) -> None:
    """What a kill leaves behind: everything written so far and nothing more."""
    for step in trainer.steps():
        if step.step >= at:
            break
    assert trainer.writer is not None
    trainer.writer.close()


@pytest.fixture
def config(with_settings: WithSettings) -> RunConfig:
    return with_settings("train.steps=15", "train.report_every=3", "train.checkpoint_every=4")


@pytest.mark.parametrize("assignments", _KINDS, ids=" ".join)
def test_stops_and_kills_leave_no_trace_in_the_record(tmp_path: Path, config: RunConfig, assignments: tuple[str, ...]) -> None:
    config = override(config, assignments)
    straight = train(config, tmp_path / "straight")
    chance = random.Random(" ".join(assignments))
    trainer = prepare(config, tmp_path / "interrupted")
    assert trainer.writer is not None
    path = trainer.writer.path
    for _ in range(4):
        at = trainer.step + chance.randint(1, 5)
        if at >= config.train.steps:
            break
        if chance.random() < 0.5:
            with pytest.raises(KeyboardInterrupt):
                drive(trainer, _stop_at(at))
        else:
            _abandon(trainer, at)
        if not Run(path).checkpoints():
            trainer = prepare(config, tmp_path / "again")
            assert trainer.writer is not None
            path = trainer.writer.path
        else:
            trainer = prepare_resumed(Run(path), config)
    drive(trainer)
    assert _lines(Run(path)) == _lines(straight)


def test_a_kill_between_a_checkpoint_and_its_line_loses_nothing(tmp_path: Path, config: RunConfig) -> None:
    straight = train(config, tmp_path / "straight")
    trainer = prepare(config, tmp_path / "killed")
    assert trainer.writer is not None
    _abandon(trainer, 4)
    file = trainer.writer.path / "metrics.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]) + lines[-1][:25])  # the line of the checkpoint's step is torn
    assert _lines(resume(open_run(trainer.writer.path))) == _lines(straight)


def test_a_run_that_goes_on_to_more_steps_equals_one_that_was_longer_from_the_start(tmp_path: Path, config: RunConfig) -> None:
    longer = override(config, ["train.steps=22"])
    straight = train(longer, tmp_path / "straight")
    extended = resume(train(config, tmp_path / "extended"), longer)
    assert _lines(extended) == _lines(straight)


def test_the_held_out_numbers_of_a_stop_are_there_until_the_run_goes_on(tmp_path: Path, config: RunConfig) -> None:
    trainer = prepare(config, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        drive(trainer, _stop_at(5))
    assert trainer.writer is not None
    run = Run(trainer.writer.path)
    *_, last = run.reports()
    assert last.step == 5
    assert metrics.TEST_ELBO in last.values


def test_an_earlier_checkpoint_can_be_gone_on_from(tmp_path: Path, config: RunConfig) -> None:
    run = train(config, tmp_path)
    assert run.checkpoints()[0].step == 8
    trainer = prepare_resumed(run, config, step=8)
    assert trainer.step == 8
    assert [report.step for report in run.reports()] == [3, 4, 6, 8]
    drive(trainer)
    assert [checkpoint.step for checkpoint in run.checkpoints()] == [8, 12, 15]
    aside = sorted(path.name for path in (run.path / "checkpoints").iterdir() if not path.name.startswith("step-"))
    assert aside == ["replaced-step-000000012", "replaced-step-000000015"]


@pytest.mark.parametrize("steps", [8, 9, 10, 12])
def test_a_run_killed_after_its_last_checkpoint_gets_its_last_lines(
    tmp_path: Path, with_settings: Callable[..., RunConfig], monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    # Reports every three steps and checkpoints every four: the last step has both, either or none.
    config = with_settings(
        f"train.steps={steps}", "train.report_every=3", "likelihood.name=gaussian", "likelihood.scale=optimal"
    )
    straight = train(config, tmp_path / "straight")
    killed = prepare(config, tmp_path / "killed")
    assert killed.writer is not None
    written = killed.writer.report
    monkeypatch.setattr(killed.writer, "report", lambda report: _kill(report, steps) or written(report))
    with pytest.raises(_KilledError):
        for _ in killed.steps():
            pass
    killed.writer.close()
    run = resume(Run(killed.writer.path))
    assert run.state is RunState.FINISHED
    assert _lines(run) == _lines(straight)
    with pytest.raises(ConfigError, match=f"has reached step {steps} already"):
        resume(run)


class _KilledError(Exception):
    pass


def _kill(report: Report, step: int) -> None:
    if report.step == step:
        raise _KilledError


def test_a_run_that_another_process_writes_is_not_read_to_go_on_with_it(tiny_run: Path) -> None:
    run = Run(tiny_run)
    writer = RunWriter.resume(tiny_run, run.config, 8)
    for checkpoint in run.checkpoints():
        (checkpoint.path / "model.safetensors").unlink()
    with pytest.raises(LockError):
        resume(run, override(run.config, ["train.steps=9"]))
    writer.close()
