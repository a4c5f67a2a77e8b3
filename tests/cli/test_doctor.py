"""`latentlab doctor`: says what is there and what is wrong, however broken the rest is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from latentlab.cli import checkup


def _doctor(cwd: Path, *arguments: str, broken: str = "", **environ: str) -> "subprocess.CompletedProcess[str]":
    """`latentlab doctor` where a package raises an ImportError."""
    path = list(sys.path)
    if broken:
        (cwd / "broken" / broken).mkdir(parents=True)
        (cwd / "broken" / broken / "__init__.py").write_text("raise ImportError('libsomething.so.1: cannot open')\n")
        path.insert(0, str(cwd / "broken"))
    places = {name: str(cwd / name.lower()) for name in ("LATENTLAB_CACHE", "LATENTLAB_SETTINGS", "LATENTLAB_LOG")}
    surroundings = {**os.environ, **places, "PYTHONPATH": os.pathsep.join(path), "SECRET_TOKEN": "hunter2", **environ}
    return subprocess.run(
        [sys.executable, "-m", "latentlab", "doctor", *arguments],
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_sound_installation_is_reported_and_nothing_secret_is(tmp_path: Path) -> None:
    done = _doctor(tmp_path, OMP_NUM_THREADS="1")
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "torch: ",
        "PySide6-Essentials: ",
        "Python: ",
        "threads of a run: 1",
        "OMP_NUM_THREADS 1",
        "display: ",
        "cache: ",
    ):
        assert words in done.stdout
    assert done.stdout.rstrip().endswith("No problem was found.")
    assert "hunter2" not in done.stdout


def test_json_holds_the_same(tmp_path: Path) -> None:
    found = json.loads(_doctor(tmp_path, "--json").stdout)
    assert found["ok"] is True
    assert found["problems"] == []
    assert found["versions"]["latentlab"]
    assert found["devices"]["CPU cores"] >= 1
    assert {"runs", "cache", "settings", "log"} <= found["folders"].keys()


@pytest.mark.parametrize("package", ["torch", "numpy"])
def test_it_works_where_a_package_is_broken(tmp_path: Path, package: str) -> None:
    done = _doctor(tmp_path, broken=package)
    assert done.returncode == 2
    assert "problem: torch or numpy cannot be loaded (ImportError: libsomething.so.1: cannot open)" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_folders_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = _doctor(tmp_path, LATENTLAB_CACHE=str(tmp_path / "file" / "cache"), LATENTLAB_SETTINGS=str(tmp_path / "file"))
    assert done.returncode == 2
    assert "the folder for cache is below a file; name another folder in LATENTLAB_CACHE." in done.stdout
    assert "the folder for settings is a file; name another folder in LATENTLAB_SETTINGS." in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_display_that_does_not_answer_is_a_problem_and_none_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "missing_libraries", lambda environ: [])
    monkeypatch.setattr("latentlab.gui.display.missing_libraries", lambda environ: [])
    found = checkup.Checkup()
    checkup._look_at_display(found, {})
    assert (len(found.notes), found.problems) == (1, [])
    checkup._look_at_display(found, {"DISPLAY": ":7777"})
    assert "DISPLAY = ':7777'" in found.problems[0]


def test_a_torch_that_never_loads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "PATIENCE", 0.5)
    monkeypatch.setattr(checkup, "_ASK_TORCH", "import signal; signal.pause()")
    found = checkup.Checkup()
    checkup._look_at_devices(found)
    assert "was not loaded within" in found.problems[0]


def test_other_commands_point_to_it_where_a_package_is_broken(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").write_text("raise ImportError('libsomething.so.1: cannot open')\n")
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]),
        "LATENTLAB_LOG": str(tmp_path / "log"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "latentlab", "runs"], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == (
        "latentlab: a part of LatentLab cannot be loaded (libsomething.so.1: cannot open); `latentlab doctor` says what is "
        "missing.\n"
    )
