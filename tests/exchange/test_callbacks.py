"""What is told of a run in training, and what becomes of the run where that fails."""

import importlib.util
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab.api import train
from latentlab.config import RunConfig
from latentlab.resources import resource
from latentlab.runs import Report, Run
from latentlab.training import Step, Trainer

Command = Callable[..., tuple[int, str, str]]


class _Told:
    def __init__(self, fails_at: int | None = None) -> None:
        self.calls: list[str] = []
        self.steps: list[int] = []
        self._fails_at = fails_at

    def start(self, trainer: Trainer) -> None:
        self.calls.append(f"start {trainer.step}")

    def report(self, trainer: Trainer, report: Report) -> None:
        self.steps.append(report.step)
        if report.step == self._fails_at:
            raise OSError(28, "No space left on device")

    def end(self, trainer: Trainer) -> None:
        self.calls.append(f"end {trainer.step}")


def test_a_callback_that_fails_is_left_out_and_said_once(tiny_config: RunConfig, tiny_run: Path, tmp_path: Path) -> None:
    whole, failing = _Told(), _Told(fails_at=4)
    seen: list[str] = []

    def on_step(trainer: Trainer, step: Step) -> None:
        seen.extend(event.text for event in step.events if "callback" in event.text)

    run = train(tiny_config, tmp_path / "out", on_step, [failing, whole])
    assert run.state == "finished"
    assert whole.steps == [report.step for report in run.reports()] == [2, 4, 6, 8]
    assert whole.calls == ["start 0", "end 8"]
    assert (failing.steps, failing.calls) == ([2, 4], ["start 0"])
    said = ["The callback _Told failed (OSError: [Errno 28] No space left on device); the run goes on without it."]
    assert seen == said
    assert [event.text for event in run.events() if event.kind == "alarm"] == said
    for name, value in run.model().state_dict().items():
        assert (Run(tiny_run).model().state_dict()[name] == value).all(), name


def test_a_callback_that_fails_at_the_end_is_said_too(tiny_config: RunConfig, tmp_path: Path) -> None:
    class Failing(_Told):
        def end(self, trainer: Trainer) -> None:
            raise ConnectionError("the server is gone")

    seen: list[str] = []
    run = train(tiny_config, tmp_path / "out", lambda _, step: seen.extend(event.text for event in step.events), [Failing()])
    assert run.state == "finished"
    assert seen == ["The callback Failing failed (ConnectionError: the server is gone); the run goes on without it."]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("json", "should be package.module:name"),
        ("no_such_module:Thing", "cannot be loaded: ModuleNotFoundError"),
        ("gone.py:Thing", "cannot be loaded: FileNotFoundError"),
        ("json:JSONDecoder", "has no start or report or end"),
    ],
)
def test_what_is_no_callback_is_refused_before_training(
    run_command: Command, tiny_run: Path, tmp_path: Path, name: str, reason: str
) -> None:
    code, _, err = run_command("train", tiny_run / "run.toml", "--out", tmp_path / "out", "--callback", name)
    assert code == 2
    assert reason in err
    assert not (tmp_path / "out").exists()


def _example(name: str) -> str:
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    return f"{resource('examples', f'{name}_callback.py')}:{name.capitalize()}Callback"


@pytest.mark.filterwarnings("default")
def test_mlflow_has_the_numbers(run_command: Command, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = _example("mlflow")
    monkeypatch.setenv("MLFLOW_TRACKING_URI", (tmp_path / "mlruns").as_uri())
    monkeypatch.setenv("MLFLOW_ALLOW_FILE_STORE", "true")
    code, out, err = run_command("train", tiny_run / "run.toml", "--out", tmp_path / "out", "--callback", example)
    assert code == 0
    assert "The callback" not in err
    lines = next((tmp_path / "mlruns").rglob("metrics/loss/total")).read_text().splitlines()
    kept = [(int(step), float(value)) for _, value, step in map(str.split, lines)]
    assert kept == [(report.step, report.values["loss/total"]) for report in Run(out.strip()).reports()]


@pytest.mark.filterwarnings("default")
def test_wandb_keeps_the_numbers_offline(
    run_command: Command, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = _example("wandb")
    monkeypatch.setenv("WANDB_MODE", "offline")
    code, out, err = run_command("train", tiny_run / "run.toml", "--out", tmp_path / "out", "--callback", example)
    assert code == 0
    assert "The callback" not in err
    content = next(Path(out.strip()).rglob("run-*.wandb")).read_bytes()
    total = next(iter(Run(out.strip()).reports())).values["loss/total"]
    assert str(total).encode() in content


@pytest.mark.filterwarnings("default")
def test_trackio_has_the_numbers(run_command: Command, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = _example("trackio")
    monkeypatch.setenv("TRACKIO_DIR", str(tmp_path / "trackio"))
    code, out, err = run_command("train", tiny_run / "run.toml", "--out", tmp_path / "out", "--callback", example)
    assert code == 0
    assert "The callback" not in err
    with sqlite3.connect(tmp_path / "trackio" / "latentlab.db") as kept:
        steps = [step for (step,) in kept.execute("SELECT step FROM metrics ORDER BY step")]
    assert set(steps) >= {report.step for report in Run(out.strip()).reports()}
