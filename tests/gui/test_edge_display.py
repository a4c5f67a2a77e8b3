"""Whether a window can be opened is known before Qt is asked, which would end the process."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from latentlab.gui import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")


@pytest.fixture(autouse=True)
def _all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda environ: [])


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "there is no display"),
        ({"DISPLAY": ":7777"}, "DISPLAY = ':7777': the display cannot be reached"),
        ({"DISPLAY": "garbage"}, "DISPLAY = 'garbage': the display cannot be reached"),
        ({"WAYLAND_DISPLAY": "wayland-77", "XDG_RUNTIME_DIR": "/nowhere"}, "WAYLAND_DISPLAY = 'wayland-77'"),
        ({"QT_QPA_PLATFORM": "bogus"}, "QT_QPA_PLATFORM = 'bogus': Qt has no such platform here, only "),
        ({"QT_QPA_PLATFORM": ";"}, "Qt has no such platform"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":7777"}, "DISPLAY = ':7777'"),
    ],
)
def test_a_display_that_is_not_there_is_named(environ: dict[str, str], words: str) -> None:
    problem = display.window_problem(environ)
    assert words in problem
    assert problem.endswith(".")
    assert "\n" not in problem


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "OFFSCREEN", "offscreen:size=800x600", "bogus;offscreen"])
def test_a_platform_without_a_screen_will_do(platform: str) -> None:
    assert display.window_problem({"QT_QPA_PLATFORM": platform}) == ""


def test_a_wayland_display_that_answers_will_do(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display.window_problem(environ) == ""


def test_a_display_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    never = threading.Event()
    monkeypatch.setattr(display, "PATIENCE", 0.01)
    monkeypatch.setattr(display, "_x_answers", lambda place, environ: never.wait(60))
    try:
        assert "does not answer" in display.window_problem({"DISPLAY": ":1"})
    finally:
        never.set()


def test_where_the_environment_leads_qt_elsewhere_it_is_tried() -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "nothing", "QT_QPA_PLATFORM_PLUGIN_PATH": "/nowhere"}
    assert display.window_problem(environ).startswith("Qt cannot start with QT_QPA_PLATFORM = 'nothing'")
    assert display.window_problem({**environ, "QT_QPA_PLATFORM": "offscreen"}) == ""


def test_the_window_ends_with_one_sentence(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "latentlab"], cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("latentlab: there is no display")
    assert done.stderr.count("\n") == 1
