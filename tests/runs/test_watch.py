"""Following a run that another process writes, from Python and in the terminal."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from latentlab.config import RunConfig, override
from latentlab.errors import RunError
from latentlab.runs import Follower, Report, Run, RunState, RunWriter, reports_since

SHAPE = (1, 32, 32)
Watch = Callable[[Path], tuple[int, str, str]]


def _report(step: int) -> Report:
    return Report(step, step / 10, step / 100, 1000.0, {"loss/total": float(step)})


@pytest.fixture
def watch(run_command: Callable[..., tuple[int, str, str]]) -> Watch:
    """Runs `latentlab watch` in this process; exit code, output, errors."""
    return partial(run_command, "watch")


def test_a_follower_sees_what_is_new_of_each_kind(tmp_path: Path, tiny_config: RunConfig) -> None:
    writer = RunWriter.create(tmp_path, tiny_config, SHAPE)
    follower = Follower(writer.path)
    news = follower.look()
    assert (news.state, news.reports, news.events, news.checkpoints) == (RunState.LIVE, (), (), ())
    for step in range(1, 61):
        writer.report(_report(step))
        writer.event(step, "alarm", f"text {step}")
        writer.checkpoint(step, 0.0, lambda path: (path / "model.safetensors").write_bytes(b"weights"))
        news = follower.look()
        assert [report.step for report in news.reports] == [step]
        assert [event.text for event in news.events] == [f"text {step}"]
        assert news.checkpoints[-1] == step
        assert Run(writer.path).checkpoint().step == step
        assert (news.state, news.afresh, news.more) == (RunState.LIVE, False, False)
    writer.event(60, "stop", "Stopped.")
    writer.close()
    news = follower.look()
    assert (news.state, news.reports) == (RunState.STOPPED, ())
    resumed = RunWriter.resume(writer.path, override(tiny_config, ["train.steps=99"]), 58)
    news = follower.look()
    assert news.afresh
    assert [report.step for report in news.reports] == list(range(1, 59))
    assert news.checkpoints[-1] == 58
    assert news.header.config.train.steps == 99
    resumed.close()


def test_a_line_longer_than_any_of_ours_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.runs.following._AT_ONCE", 300)
    (tmp_path / "metrics.jsonl").write_text("x" * 1000 + "\n" + _report(1).to_line() + "\n")
    position, steps, more = None, [], True
    while more:
        found = reports_since(tmp_path, position)
        steps += [report.step for report in found.reports]
        position, more = found.position, found.more
    assert steps == [1]


def test_a_follower_of_a_folder_that_is_deleted_says_so(tiny_run: Path) -> None:
    follower = Follower(tiny_run)
    assert follower.look().state is RunState.FINISHED
    shutil.rmtree(tiny_run)
    with pytest.raises(RunError, match="there is no such folder"):
        follower.look()


def test_watching_a_run_that_is_over_tells_its_end(watch: Watch, tiny_run: Path) -> None:
    code, out, err = watch(tiny_run)
    assert (code, out) == (0, "Finished at step 8.\n")
    assert "step 8/8" in err
    assert "nats" in err


def test_watching_shows_what_comes_and_says_when_the_writer_died(
    watch: Watch, tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = RunWriter.create(tmp_path / "my runs", tiny_config, SHAPE)
    writer.event(0, "start", "text")
    writer.event(0, "alarm", "An old alarm.")
    looks = []

    def go_on(seconds: float) -> None:
        looks.append(seconds)
        step = 2 * len(looks)
        if step <= 6:
            writer.report(_report(step))
            writer.event(step, "alarm", f"Alarm {step}.")
            writer.checkpoint(step, 0.0, lambda path: (path / "model.safetensors").write_bytes(b"weights"))
        else:
            (writer.path / "checkpoints" / "step-000000006" / "model.safetensors").write_bytes(b"")
            writer.close()

    monkeypatch.setattr("latentlab.cli.runs.time.sleep", go_on)
    code, out, err = watch(writer.path)
    assert code == 0
    assert len(looks) == 4
    assert out.splitlines() == [
        "Interrupted at step 6: the process that wrote this run ended without saying so.",
        "The checkpoint of step 6 is damaged (model.safetensors has 0 bytes; 7 were written); step 4 is used.",
        "Resume it from step 4 with:",
        f"latentlab train --resume '{writer.path}'",
    ]
    assert [line for line in err.splitlines() if "larm" in line] == [f"latentlab: Alarm {step}." for step in (2, 4, 6)]
    assert "step 6/8 loss 6.0 nats · 1,000 img/s" in err


@pytest.mark.parametrize(("kind", "text"), [("stop", "Stopped at step 4."), ("failure", "The loss is not finite.")])
def test_the_end_that_a_run_came_to_is_told(watch: Watch, tmp_path: Path, tiny_config: RunConfig, kind: str, text: str) -> None:
    writer = RunWriter.create(tmp_path, tiny_config, SHAPE)
    writer.event(4, kind, text)
    writer.close()
    assert watch(writer.path)[:2] == (0, f"{text}\n{writer.path}: the run has no checkpoint yet.\n")


def test_ctrl_c_ends_the_watching_alone(
    watch: Watch, tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = RunWriter.create(tmp_path, tiny_config, SHAPE)

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("latentlab.cli.runs.time.sleep", interrupt)
    assert watch(writer.path)[:2] == (130, "")
    assert Run(writer.path).state is RunState.LIVE


def test_what_is_no_run_is_named(watch: Watch, tmp_path: Path) -> None:
    code, out, err = watch(tmp_path)
    assert (code, out) == (2, "")
    assert err == f"latentlab: {tmp_path}: not a LatentLab run: run.toml is missing.\n"
