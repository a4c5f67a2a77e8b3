"""Tells through the desktop that a long run or the queue has ended, where the window is not in front."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import State
from latentlab.gui.models.queue import finished_text
from latentlab.gui.session import Session

LONG_SECONDS = 60.0
_ENDED = {
    State.FINISHED: mark("{run} has finished."),
    State.FAILED: mark("{run} has failed."),
    State.WAITING: mark("{run} waits for room on the disk."),
}


class Notifier(QObject):
    """Watches the run and the queue of a session."""

    def __init__(self, session: Session, window: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._clock = clock
        self._began: float | None = None
        self._tray: QSystemTrayIcon | None = None
        session.run.state_changed.connect(self._on_state)
        session.queue.all_done.connect(self._on_queue_done)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if state is State.PREPARING:
            self._began = self._clock()
        elif state in _ENDED and self._began is not None:
            is_long = self._clock() - self._began >= LONG_SECONDS
            if state is not State.WAITING:
                self._began = None
            if is_long and not self._window.isActiveWindow():
                subject = self._session.run.subject
                run = self._session.library.label(subject.path) if subject else tr("The run")
                self._notify(tr(_ENDED[state], run=run))
        elif state in (State.STOPPED, State.EMPTY, State.OPENED):
            self._began = None

    @Slot(int, int)
    def _on_queue_done(self, run: int, failed: int) -> None:
        if not self._window.isActiveWindow():
            self._notify(finished_text(run, failed))

    def _notify(self, text: str) -> None:
        QApplication.alert(self._window)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(theme.window_icon(), self)
            self._tray.setToolTip("LatentLab")
            self._tray.messageClicked.connect(self._window.activateWindow)
        self._tray.show()
        self._tray.showMessage("LatentLab", text)
