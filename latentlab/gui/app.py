"""Starting the window."""

import sys
from pathlib import Path

from latentlab.gui.system_libraries import install_line, missing_libraries

SWITCH_INTERVAL = 0.001
"""Seconds a thread may keep Python's lock while the window waits for it; 5 ms, the default, can be felt in a drag."""


def open_window() -> int:
    """Open the window and stay until it is closed.

    Returns:
        The exit code: 0, or 2 where the system lacks what Qt needs.
    """
    missing = missing_libraries()
    if missing:
        sys.stderr.write(
            f"latentlab: Qt needs system libraries that are missing: {', '.join(missing)}.\n"
            f"Install them with: {install_line(missing)}\n"
        )
        return 2
    if sys.platform == "win32":
        import torch  # noqa: F401 - on Windows its libraries must be found before Qt's

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from latentlab.gui import theme
    from latentlab.gui.garbage import GuiGarbageCollector
    from latentlab.gui.main_window import MainWindow
    from latentlab.gui.session import Session
    from latentlab.runs import default_runs_folder

    sys.setswitchinterval(SWITCH_INTERVAL)
    QApplication.setApplicationName("LatentLab")
    QApplication.setOrganizationName("LatentLab")
    app = QApplication(sys.argv[:1])
    theme.apply_theme(app)
    settings = QSettings()
    chosen = settings.value("runs_folder")
    session = Session(Path(str(chosen)) if chosen else default_runs_folder())
    window = MainWindow(session, settings)
    collector = GuiGarbageCollector()
    app.commitDataRequest.connect(window.close_and_save)  # the desktop's session ends
    window.show()
    session.start()
    code = app.exec()
    collector.close()
    return code
