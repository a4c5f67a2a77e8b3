"""Going on with a run exactly where it stood, also after its process was killed."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import Tensor

from latentlab import metrics
from latentlab.api import drive, open_run, prepare, prepare_resumed, resume, train
from latentlab.config import RunConfig, override
from latentlab.runs import Run
from latentlab.training import Step, Trainer

WithSettings = Callable[..., RunConfig]


def _same(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def _values(run: Run) -> dict[int, dict[str, float]]:
    return {report.step: dict(report.values) for report in run.reports() if metrics.TOTAL in report.values}


def _stop_at(step: int) -> Callable[[Trainer, Step], None]:
    def stop(trainer: Trainer, taken: Step) -> None:
        if taken.step == step:
            raise KeyboardInterrupt

    return stop


@pytest.mark.parametrize("stopped_at", [4, 5, 7], ids=lambda step: f"stopped at {step}")
@pytest.mark.parametrize(
    "assignments",
    [
        [],
        ["consistency.weight=0.5", "objective.kl_warmup=9"],
        ["likelihood.name=gaussian", "likelihood.scale=learned", "model.name=conv", "model.width=2"],
        ["likelihood.binarize=stochastic", "train.batch_size=600"],
    ],
    ids=" ".join,
)
def test_a_resumed_run_equals_one_that_never_stopped(
    tmp_path: Path, with_settings: WithSettings, assignments: list[str], stopped_at: int
) -> None:
    # Reports every three steps and checkpoints every four: 4 and 7 lie inside a report interval, 5 and 7 between checkpoints.
    config = with_settings("train.steps=10", "train.report_every=3", *assignments)
    straight = train(config, tmp_path / "straight")
    stopped = prepare(config, tmp_path / "stopped")
    with pytest.raises(KeyboardInterrupt):
        drive(stopped, _stop_at(stopped_at))
    assert stopped.writer is not None
    run = open_run(stopped.writer.path)
    assert run.state == "stopped"
    assert [at.step for at in run.checkpoints()][-1] == stopped_at
    resumed = resume(run)
    assert resumed.state == "finished"
    assert _same(dict(straight.model().state_dict()), dict(resumed.model().state_dict()))
    assert _values(straight) == _values(resumed)
    assert [event.kind for event in resumed.events()] == ["start", "stop", "resume", "finish"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_in_the_middle_of_a_step_lets_it_end(tmp_path: Path, with_settings: WithSettings) -> None:
    straight = train(with_settings(), tmp_path / "straight")
    stopped = prepare(with_settings(), tmp_path / "stopped")
    assert stopped.writer is not None

    def press_ctrl_c(gradient: Tensor) -> None:
        if stopped.step == 4:
            os.kill(os.getpid(), signal.SIGINT)

    hook = next(stopped.model.parameters()).register_hook(press_ctrl_c)
    with pytest.raises(KeyboardInterrupt):
        drive(stopped)
    hook.remove()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    run = Run(stopped.writer.path)
    assert (run.state, [at.step for at in run.checkpoints()][-1]) == ("stopped", 5)
    assert _same(dict(straight.model().state_dict()), dict(resume(run).model().state_dict()))


def test_a_finished_run_goes_on_to_more_steps(tmp_path: Path, with_settings: WithSettings) -> None:
    straight = train(with_settings("train.steps=12"), tmp_path / "straight")
    short = train(with_settings("train.steps=8"), tmp_path / "short")
    longer = resume(short, override(short.config, ["train.steps=12"]))
    assert longer.path == short.path
    assert longer.config.train.steps == 12
    assert _same(dict(straight.model().state_dict()), dict(longer.model().state_dict()))


def test_what_was_reported_after_the_checkpoint_is_reported_once(tiny_run: Path) -> None:
    shutil.rmtree(Run(tiny_run).checkpoint(8).path)
    again = resume(Run(tiny_run))
    assert [report.step for report in again.reports()] == [2, 4, 6, 8]


def test_a_larger_learning_rate_is_taken_over(tiny_run: Path) -> None:
    run = Run(tiny_run)
    trainer = prepare_resumed(run, override(run.config, ["train.learning_rate=0.5", "train.steps=9"]))
    before = trainer.snapshot().state
    next(trainer.steps())
    after = trainer.snapshot().state
    assert max((after[name] - before[name]).abs().max() for name in before) > 0.01


def test_a_collection_may_have_moved_and_is_found_from_any_folder(
    tmp_path: Path, mnist_root: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "mnist").symlink_to(mnist_root)
    monkeypatch.chdir(here)
    run = train(with_settings("data.name=mnist", "data.root=mnist", "train.steps=2"), tmp_path / "runs")
    monkeypatch.chdir(tmp_path)
    assert resume(run, override(run.config, ["train.steps=3"])).state == "finished"
    (here / "mnist").unlink()
    moved = override(run.config, ["train.steps=4", f"data.root={mnist_root}"])
    assert resume(Run(run.path), moved).config.data.root == str(mnist_root)


_ENDLESS = """
import sys
from latentlab.api import train
from latentlab.config import load_config

train(load_config(sys.argv[1]), sys.argv[2], lambda trainer, step: print(step.step, flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_run_whose_process_was_killed_is_opened_and_resumed(tmp_path: Path, with_settings: WithSettings) -> None:
    from latentlab.config import dump_config

    config = with_settings("train.steps=1000000", "train.checkpoint_every=3")
    (tmp_path / "config.toml").write_text(dump_config(config))
    command = [sys.executable, "-c", _ENDLESS, str(tmp_path / "config.toml"), str(tmp_path / "runs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while int(process.stdout.readline()) < 20:
            pass
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    (path,) = (tmp_path / "runs").iterdir()
    run = Run(path)
    assert run.state == "interrupted"
    reached = [at.step for at in run.checkpoints()][-1]
    assert reached >= 18
    assert run.reports()[-1].step >= reached
    steps = f"train.steps={reached + 4}"
    resumed = resume(run, override(run.config, [steps]))
    assert resumed.state == "finished"
    straight = train(override(config, [steps, "train.checkpoint_every=1000000"]), tmp_path / "straight")
    assert _same(dict(straight.model().state_dict()), dict(resumed.model().state_dict()))
    steps_reported = [report.step for report in resumed.reports()]
    assert steps_reported == sorted(set(steps_reported))
