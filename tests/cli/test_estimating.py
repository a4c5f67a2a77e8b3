"""`latentlab estimate`: how long a run would take, before it is trained."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab.config import RunConfig, dump_config
from latentlab.training import timing

Command = Callable[..., tuple[int, str, str]]


def test_the_time_of_all_steps_is_printed(
    run_command: Command, tiny_config: RunConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timing, "seconds_per_step", lambda config: 0.25)
    path = tmp_path / "run.toml"
    path.write_text(dump_config(tiny_config), encoding="utf-8")
    code, out, _ = run_command("estimate", path, "--set", "train.steps=960")
    assert (code, out.strip()) == (0, "0.25 s a step, about 4 min for 960 steps")


def test_settings_come_from_standard_input_as_the_window_sends_them(tiny_config: RunConfig) -> None:
    line = (sys.executable, "-c", "from latentlab.cli import main; main()", "estimate", "-", "--json")
    done = subprocess.run(line, input=dump_config(tiny_config).encode(), capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["seconds_per_step"] > 0
    assert told["steps"] == tiny_config.train.steps


def test_a_file_and_a_preset_are_one_too_many(run_command: Command) -> None:
    code, _, error = run_command("estimate", "-", "--preset", "digits")
    assert code != 0
    assert "give one of RUN.toml and --preset, not both." in error
