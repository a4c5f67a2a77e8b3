"""The attacks of `python -m tests.faults` at small size."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="the attacks fork processes and mount disks")
@pytest.mark.parametrize(("name", "count"), [("kills", 3), ("damage", 3), ("disk", 1), ("writers", 1), ("follower", 6)])
def test_an_attack_loses_nothing(name: str, count: int) -> None:
    command = [sys.executable, "-m", "tests.faults", name, "--count", str(count), "--seed", "1"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(_PROJECT)}
    with subprocess.Popen(
        command, cwd=_PROJECT, env=environment, stdout=-1, stderr=-2, text=True, start_new_session=True
    ) as attack:
        try:
            output, _ = attack.communicate()
        finally:
            if attack.poll() is None:
                os.killpg(attack.pid, signal.SIGKILL)
    assert attack.returncode == 0, output
