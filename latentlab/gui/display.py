"""Whether Qt can open a window here, asked before Qt is: where it cannot, Qt ends the process with a core dump.

Imports nothing but the standard library. The usual cases cost a connection to the display; only where the environment leads Qt
elsewhere is it tried in a process of its own.
"""

import ctypes
import importlib.util
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from latentlab.gui.system_libraries import candidate_platforms, install_line, missing_libraries

PATIENCE = 5.0
"""Seconds that a display has for its answer."""
TRIAL = 60.0
"""Seconds that Qt has to start in a process of its own."""

WITHOUT = "`latentlab train` and the other commands work without one"

_DRAWS_NOWHERE = ("offscreen", "minimal")
# Where one of these is set, Qt looks for its plug-ins in other places.
_LEADS_ELSEWHERE = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "QT_CONF")
_TRY = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
"""


def window_problem(environ: Mapping[str, str] | None = None) -> str:
    """Why Qt cannot open a window, as a sentence that says what to do; empty where it can.

    Args:
        environ: the process's own unless given.
    """
    environ = os.environ if environ is None else environ
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed: install it with `pip install PySide6-Essentials`."
    if sys.platform != "linux":
        return ""
    if lacks_display(environ):
        return f"there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set; {WITHOUT}."
    named = environ.get("QT_QPA_PLATFORM", "")
    candidates = candidate_platforms(environ)
    unknown = [name for name in candidates if not _plugin(name)]
    elsewhere = any(environ.get(name) for name in _LEADS_ELSEWHERE)
    if len(unknown) == len(candidates) and not elsewhere:
        known = ", ".join(sorted(_plugins()))
        return f"QT_QPA_PLATFORM = {named!r}: Qt has no such platform here, only {known}; unset it, or name one of these."
    missing = missing_libraries(environ)
    if missing:
        return f"Qt needs system libraries that are missing ({', '.join(missing)}); install them with: {install_line(missing)}"
    if elsewhere or not all(name in ("xcb", "wayland", *_DRAWS_NOWHERE) for name in candidates):
        return _tried(environ)
    problems = [_connection_problem(name, environ) for name in candidates if name not in unknown]
    return problems[-1] if all(problems) else ""


def lacks_display(environ: Mapping[str, str]) -> bool:
    """Whether nothing says where to open a window."""
    return not any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"))


def _plugins() -> set[str]:
    spec = importlib.util.find_spec("PySide6")
    places = spec.submodule_search_locations if spec is not None else None
    folders = [Path(place) / "Qt" / "plugins" / "platforms" for place in places or ()]
    return {file.name.removeprefix("libq").split(".")[0] for folder in folders for file in folder.glob("libq*.so")}


def _plugin(name: str) -> bool:
    """Whether PySide6 has the plug-in; a distribution's own keeps it elsewhere, which is not looked for."""
    plugins = _plugins()
    return not plugins or name in plugins or (name.startswith("wayland") and "wayland" in plugins)


def _connection_problem(platform: str, environ: Mapping[str, str]) -> str:
    if platform in _DRAWS_NOWHERE:
        return ""
    if platform.startswith("wayland"):
        name, connect = "WAYLAND_DISPLAY", _wayland_answers
        place = environ.get(name) or "wayland-0"
    else:
        name, connect = "DISPLAY", _x_answers
        place = environ.get(name, "")
    if not place:
        return f"QT_QPA_PLATFORM = {platform!r}, but {name} is not set; {WITHOUT}."
    answer = within(PATIENCE, lambda: connect(place, environ))
    if answer is None:
        return f"{name} = {place!r}: the display does not answer; {WITHOUT}."
    if not answer:
        return f"{name} = {place!r}: the display cannot be reached; {WITHOUT}."
    return ""


def within(seconds: float, ask: Callable[[], object]) -> object:
    """What `ask` answers, None where it takes longer or fails."""
    answers: list[object] = []

    def work() -> None:
        try:
            answers.append(ask())
        except Exception:  # noqa: BLE001 - whatever it is, there is no answer
            answers.append(None)

    thread = threading.Thread(target=work, name="ask", daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else None


def _x_answers(display: str, environ: Mapping[str, str]) -> bool:
    del environ  # the C library reads the process's own
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings none of its own; what it misses has been told already
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(display: str, environ: Mapping[str, str]) -> bool:
    path = Path(environ.get("XDG_RUNTIME_DIR", "")) / display
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except (OSError, ValueError):
            return False
    return True


def _tried(environ: Mapping[str, str]) -> str:
    command = [sys.executable, "-c", _TRY]
    try:
        done = subprocess.run(
            command, env=dict(environ), stdin=subprocess.DEVNULL, capture_output=True, timeout=TRIAL, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        done = None
    if done is not None and done.returncode == 0:
        return ""
    names = ("QT_QPA_PLATFORM", *_LEADS_ELSEWHERE)
    found = ", ".join(f"{name} = {environ[name]!r}" for name in names if environ.get(name))
    return (
        f"Qt cannot start with {found}; unset {'it' if found.count(' = ') == 1 else 'them'}, or go without a window: {WITHOUT}."
    )
