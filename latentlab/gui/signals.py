"""Ctrl-C, `kill` and a terminal that closes: the window closes as by its own button, and what is training is saved.

Python runs a signal's handler between two of its instructions, and there are none while Qt waits. The operating system's
byte on a socket wakes Qt, whose notifier is such an instruction.
"""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class SignalWatcher(QObject):
    """Calls back on the thread it was made on, the main thread, from its creation until `close`.

    Attributes:
        number: the first signal that came, 0 before.
    """

    def __init__(self, on_first: Callable[[], None], on_second: Callable[[], None], parent: QObject | None = None) -> None:
        """A watcher; a third signal is the system's to answer: it ends the process."""
        super().__init__(parent)
        self.number = 0
        self._calls = [on_first, on_second]
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._wakeup_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._before = {}
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup's wish
                self._before[number] = signal.signal(number, self._note)
        self._come: list[int] = []

    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.number = self.number or number
        self._come.append(number)

    @Slot()
    def _on_byte(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(4096)
        while self._come:
            self._come.pop()
            if self._calls:
                self._calls.pop(0)()
            if not self._calls:
                for number in self._before:
                    signal.signal(number, signal.SIG_DFL)
