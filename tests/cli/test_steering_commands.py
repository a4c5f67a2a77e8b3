"""Commands that change a run while it trains, keep checkpoints, branch and replay."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from latentlab.api import prepare
from latentlab.config import RunConfig
from latentlab.runs import Run

RunCommand = Callable[..., tuple[int, str, str]]
WithSettings = Callable[..., RunConfig]


@contextmanager
def _training(config: RunConfig, out: Path) -> Iterator[Run]:
    """A run that trains on another thread, as one in another process would."""
    trainer, ends = prepare(config, out), threading.Event()
    assert trainer.writer is not None

    def work() -> None:
        for _ in trainer.steps():
            if ends.is_set():
                break
        trainer.finish("stop", "Stopped.")

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield Run(trainer.writer.path)
    finally:
        ends.set()
        thread.join()
        trainer.writer.close()


def test_settings_of_a_live_run_are_changed_by_a_command(
    run_command: RunCommand, tmp_path: Path, with_settings: WithSettings
) -> None:
    with _training(with_settings("train.steps=1000000"), tmp_path) as run:
        code, out, _ = run_command("set", run.path, "objective.beta=2", "train.learning_rate=1e-4")
        assert code == 0
        assert "objective.beta: 1 → 2" in out
        assert "train.learning_rate: 0.001 → 0.0001" in out
        assert Run(run.path).config.objective.beta == 2
        code, _, err = run_command("set", run.path, "consistency.warmup=3")
        assert (code, err.startswith("latentlab: consistency.warmup = 3: this run does not read it")) == (2, True)
        code, _, err = run_command("set", run.path, "objective.beta=2")
        assert (code, "has these settings already" in err) == (0, True)
        code, out, _ = run_command("checkpoints", run.path, "--keep", "midway")
        assert (code, "is kept as 'midway'" in out) == (0, True)
    code, _, err = run_command("set", run.path, "objective.beta=3")
    assert code == 2
    assert "no process trains this run now" in err
    named = [checkpoint.name for checkpoint in Run(run.path).checkpoints() if checkpoint.name]
    assert named == ["midway"]


@pytest.mark.parametrize(
    ("assignment", "reason"),
    [
        ("seed=4", "seed = 4: cannot change once a run has begun"),
        ("objective.beta", "write it as section.key=value"),
        ("objective.bta=1", "objective.bta: unknown setting; did you mean 'beta'?"),
    ],
)
def test_a_wrong_change_is_refused_before_it_is_asked_for(
    run_command: RunCommand, tiny_run: Path, assignment: str, reason: str
) -> None:
    code, _, err = run_command("set", tiny_run, assignment)
    assert (code, err.count("\n")) == (2, 1)
    assert reason in err


def test_checkpoints_are_listed_and_kept(run_command: RunCommand, tiny_run: Path) -> None:
    assert run_command("checkpoints", tiny_run, "--keep", "half way", "--checkpoint", "4")[0] == 0
    code, out, _ = run_command("checkpoints", tiny_run, "--json")
    listed = json.loads(out)
    assert code == 0
    assert [(row["step"], row["name"]) for row in listed] == [(4, "half way"), (8, "")]
    assert sum(row["best"] for row in listed) == 1
    assert "half way" in run_command("checkpoints", tiny_run)[1]
    code, _, err = run_command("checkpoints", tiny_run, "--keep", "../x")
    assert (code, "checkpoint name '../x'" in err) == (2, True)


def test_a_run_is_replayed_by_a_command(run_command: RunCommand, tiny_run: Path, tmp_path: Path) -> None:
    code, out, err = run_command("train", "--replay", tiny_run, "--out", tmp_path / "again")
    assert code == 0
    assert Run(out.strip()).checkpoint().step == 8
    assert "The weights at step 8 are the same, bit for bit." in err
    code, _, err = run_command("train", "--replay", tiny_run, "--set", "seed=3")
    assert (code, "--replay: takes all settings from the run" in err) == (2, True)


def test_a_branch_is_trained_and_listed_below_its_run(run_command: RunCommand, tiny_run: Path) -> None:
    code, out, _ = run_command("branch", tiny_run, "objective.beta=4", "name=strong", "--step", "4")
    branch = Run(out.strip())
    assert (code, branch.checkpoint().step, branch.config.objective.beta) == (0, 8, 4.0)
    lines = run_command("runs", tiny_run.parent, "--tree")[1].splitlines()
    assert lines[1].startswith(tiny_run.name)
    assert lines[2].startswith(f"└ {branch.path.name} (from step 4)")
    listed = json.loads(run_command("runs", tiny_run.parent, "--json")[1])
    assert [row["parent"] and row["parent"]["step"] for row in listed] == [4, None]
    code, _, err = run_command("branch", tiny_run, "model.hidden=8")
    assert (code, err.startswith("latentlab: model.hidden = 8: cannot change once a run has begun")) == (2, True)
    code, _, err = run_command("branch", tiny_run, "--step", "5")
    assert (code, "no checkpoint of step 5; there are 4, 8" in err) == (2, True)
