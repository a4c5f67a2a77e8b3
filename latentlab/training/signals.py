"""Signals that ask a process to end, held back so that none of them falls into the middle of a step."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

from latentlab.errors import SignalError

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class HeldSignals:
    """What has arrived.

    Attributes:
        number: of the signal that waits for an answer; None where there is none.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._arrived = threading.Event()

    def arrive(self, number: int) -> None:
        """Note a signal, or answer at once if one is waiting already."""
        if self.number is not None:
            self.number = number
            self.answer()
        self.number = number
        self._arrived.set()

    def answer(self) -> None:
        """Raise KeyboardInterrupt for Ctrl-C, its subclass SignalError for another signal."""
        number = self.number
        raise KeyboardInterrupt if number in (None, signal.SIGINT) else SignalError(int(number or 0))

    def wait(self, seconds: float) -> None:
        """Until a signal arrives, and no longer than this."""
        self._arrived.wait(seconds)
        self._arrived.clear()


@contextlib.contextmanager
def signals_held() -> Iterator[HeldSignals]:
    """Ctrl-C, SIGTERM and SIGHUP wait to be answered; a second one raises at once. Signals that were ignored stay so."""
    held = HeldSignals()
    if threading.current_thread() is not threading.main_thread():  # Python tells only the main thread of signals
        yield held
        return

    def note(number: int, frame: FrameType | None) -> None:
        del frame
        held.arrive(number)

    earlier: dict[int, Any] = {}
    try:
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                earlier[number] = signal.signal(number, note)
        yield held
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
