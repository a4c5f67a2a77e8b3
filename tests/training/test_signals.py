"""Signals that end `latentlab train`: what was learned is saved, and the exit code says which signal it was."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from latentlab.runs import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

_SETTINGS = (
    *("model.name=mlp", "model.hidden=8", "model.layers=1", "model.latent_dim=3", "train.batch_size=8", "train.threads=1"),
    *("train.steps=1000000", "train.report_every=1", "train.checkpoint_every=1000000"),
)
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a long run and waits until it trains; no process is left behind."""
    with contextlib.ExitStack() as stack:

        def begin(*prefix: str) -> subprocess.Popen[str]:
            settings = [part for setting in _SETTINGS for part in ("--set", setting)]
            process = subprocess.Popen(
                [*prefix, sys.executable, "-m", "latentlab", "train", *settings, "--out", str(tmp_path)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "OMP_NUM_THREADS": "1"},
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            while process.poll() is None and not any(path.stat().st_size for path in tmp_path.glob("*/metrics.jsonl")):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.05)
            return process

        yield begin


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_saves_and_tells_how_to_go_on(start: Start, tmp_path: Path, name: str) -> None:
    process, number = start(), getattr(signal, name)
    process.send_signal(number)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 128 + number
    (path,) = tmp_path.iterdir()
    run = Run(path)
    assert run.state == "stopped"
    assert run.checkpoint().step > 0
    assert "--resume" in errors
    assert "Traceback" not in errors


def test_a_signal_that_was_ignored_stays_so(start: Start, tmp_path: Path) -> None:
    process = start("nohup")
    process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=120)
    assert process.returncode == 128 + signal.SIGTERM
