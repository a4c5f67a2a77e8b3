"""Ctrl-C in a command: a KeyboardInterrupt, but the end of the process at once where one would do harm.

An import that is interrupted can leave a library half loaded, turn the interrupt into another exception or end in an abort
inside a C extension; nothing needs saving then.
"""

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

SIGINT = int(signal.SIGINT)

_IMPORTING = "<frozen importlib._bootstrap>"
_SHOW_CURSOR = b"\x1b[?25h"


class _State:
    interrupted = False


def hold() -> None:
    """Answer Ctrl-C from here on. A process that ignores it (in the background, under nohup) goes on ignoring it."""
    _State.interrupted = False
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        try:
            signal.signal(signal.SIGINT, _answer)
        except ValueError:  # not the main thread
            return


def release() -> None:
    """Give Ctrl-C back: to Python where it is not interrupted, to the system where the process is about to end."""
    if signal.getsignal(signal.SIGINT) is _answer:
        signal.signal(signal.SIGINT, signal.SIG_DFL if _State.interrupted else signal.default_int_handler)


def interrupted() -> bool:
    """Whether Ctrl-C has been pressed: what else goes wrong then is its consequence."""
    return _State.interrupted


def _answer(number: int, frame: "FrameType | None") -> None:
    if _State.interrupted or _is_importing(frame):
        if sys.stderr is not None and sys.stderr.isatty():
            os.write(2, _SHOW_CURSOR)
        os._exit(128 + SIGINT)
    _State.interrupted = True
    raise KeyboardInterrupt


def _is_importing(frame: "FrameType | None") -> bool:
    while frame is not None:
        if frame.f_code.co_filename == _IMPORTING:
            return True
        frame = frame.f_back
    return False
