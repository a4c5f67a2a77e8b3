"""The fuzzing of `python -m tests.faults fuzz` at small size: every reader is tried, and damage is what its name says."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux does")
def test_no_reader_lets_anything_through() -> None:
    command = [sys.executable, "-m", "tests.faults", "fuzz", "--inputs", "3", "--seconds", "500", "--seed", "5"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(_PROJECT)}
    done = subprocess.run(command, cwd=_PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = done.stdout.splitlines()[1:-1]
    assert len(rows) >= 50
    assert all(int(row[32:41]) == 3 for row in rows)


def test_damage_is_repeatable_and_changes_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_PROJECT))
    from tests.faults.mutation import mutate

    sound = bytes(range(200))
    damaged = [mutate(sound, [sound], random.Random(seed)) for seed in range(200)]
    assert damaged == [mutate(sound, [sound], random.Random(seed)) for seed in range(200)]
    assert sum(content != sound for content in damaged) > 150
    assert mutate(b"", [b""], random.Random(0)) is not None


def test_damaged_frames_are_answered_or_refused_both_ways(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(_PROJECT))
    from tests.faults.frames import attack

    assert attack(300, 5), capsys.readouterr()
    assert [int(row.split()[3]) for row in capsys.readouterr().out.splitlines()[1:3]] == [300, 300]
