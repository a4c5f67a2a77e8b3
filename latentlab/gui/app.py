"""Starting the window."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab import __version__, log
from latentlab.errors import LatentLabError
from latentlab.gui.display import window_problem

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from latentlab.gui.main_window import MainWindow
    from latentlab.gui.session import Session
    from latentlab.gui.workers.remotes import RemotePlace

SWITCH_INTERVAL = 0.001
"""Seconds a thread may keep Python's lock while the window waits for it; 5 ms, the default, can be felt in a drag."""


class WindowError(LatentLabError):
    """No window can be opened here."""


def open_window(remote: "RemotePlace | None" = None, run: Path | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        remote: a folder on another computer that is connected to at once.
        run: a run's folder that is opened at once, with the runs beside it.

    Returns:
        The exit code: 0, or 128 + N where signal N closed the window.

    Raises:
        WindowError: if Qt cannot open a window here.
    """
    problem = window_problem()
    if problem:
        raise WindowError(problem)
    if sys.platform == "win32":
        import torch  # noqa: F401 - on Windows its libraries must be found before Qt's
    try:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise WindowError(f"Qt cannot be loaded: {error}; `latentlab doctor` says what is missing.") from None

    from latentlab.gui import language

    log.start_log()
    log.note_start("window")
    sys.setswitchinterval(SWITCH_INTERVAL)
    QApplication.setApplicationName("LatentLab")
    QApplication.setApplicationDisplayName("LatentLab")
    QApplication.setApplicationVersion(__version__)
    QApplication.setOrganizationName("LatentLab")
    QGuiApplication.setDesktopFileName("latentlab")
    running = QApplication.instance()  # as in a notebook, where an earlier window was closed
    app = running if isinstance(running, QApplication) else QApplication(["LatentLab"])  # the window's class for the desktop
    settings = stored_settings()
    language.put_into_effect(app, language.chosen_language(settings))
    return _show_window(app, settings, remote, run)


def _show_window(app: "QApplication", settings: "QSettings", remote: "RemotePlace | None", run: Path | None) -> int:
    """Stay until the window is closed; its modules are imported in the language that is in effect."""
    from PySide6.QtCore import QTimer

    from latentlab.gui import theme
    from latentlab.gui.appearance import Appearance
    from latentlab.gui.garbage import GuiGarbageCollector
    from latentlab.gui.main_window import MainWindow
    from latentlab.gui.preferences import put_into_effect, read_preferences
    from latentlab.gui.reports import unexpected_shown
    from latentlab.gui.session import Session
    from latentlab.gui.signals import SignalWatcher
    from latentlab.runs import default_runs_folder

    Appearance(app, settings).restore()
    app.setWindowIcon(theme.window_icon())
    chosen = settings.value("runs_folder")
    session = Session(run.parent if run is not None else Path(str(chosen)) if chosen else default_runs_folder())
    put_into_effect(read_preferences(settings, session), session)
    window = MainWindow(session, settings)
    collector = GuiGarbageCollector()
    app.commitDataRequest.connect(window.close_and_save)  # the desktop's session ends
    with unexpected_shown(session):
        signals = SignalWatcher(partial(_close, window), session.training.give_up_saving)
        window.show()
        _tell_of_settings(session, settings)
        _tell_of_plugins(session)
        QTimer.singleShot(0, session.start)  # after the first paint, which loading torch would hold up
        if run is not None:
            window.show_workspace("explore")
            QTimer.singleShot(0, partial(session.runs.open, run))
        if remote is not None:
            QTimer.singleShot(0, partial(window.prompts.show_remote, remote))
        code = app.exec()
        signals.close()
    collector.close()
    return 128 + signals.number if signals.number else code


def _close(window: "MainWindow") -> None:
    """Dialogs first: they would keep the window from being closed."""
    from PySide6.QtWidgets import QApplication

    while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
        pass
    window.close_and_save()


def stored_settings() -> "QSettings":
    """Where the window keeps its layout; nowhere, if what is there is no file: Qt would wait for a pipe's other end."""
    from PySide6.QtCore import QSettings, QStandardPaths

    if sys.platform not in ("win32", "darwin"):
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        path = Path(folder) / "LatentLab" / "LatentLab.conf"
        if path.exists() and not path.is_file():
            return QSettings(os.devnull, QSettings.Format.IniFormat)
    return QSettings()


def _tell_of_settings(session: "Session", settings: "QSettings") -> None:
    """Once, where the window's layout will be forgotten."""
    from PySide6.QtCore import QSettings

    from latentlab.gui.language import tr

    place = settings.fileName()
    if settings.status() is QSettings.Status.FormatError:
        text = tr(
            "{place}: the window's settings are damaged; those that cannot be read are left at their defaults.", place=place
        )
    elif not settings.isWritable():
        text = tr("{place}: the window's settings cannot be kept there: the file cannot be written.", place=place)
    else:
        return
    session.messages.tell("warning", text, unsolicited=True)


def _tell_of_plugins(session: "Session") -> None:
    """Of those that are left out, and why."""
    from latentlab.catalog import PLUGIN_PROBLEMS
    from latentlab.explore.requests import VIEW_PROBLEMS

    problems = (*PLUGIN_PROBLEMS, *VIEW_PROBLEMS)
    if problems:
        session.messages.tell("warning", " ".join(problems), unsolicited=True)
