"""The log: what happened to runs, and every unexpected error with its traceback, in one small file of the user's.

It must never be the reason why something fails: where the file cannot be written, nothing is kept.
"""

import contextlib
import logging
import logging.handlers
import stat
import threading
import traceback
from pathlib import Path

from latentlab.environment import log_path, versions_text

LARGEST = 1_000_000
"""Bytes of the file before it is set aside."""
KEPT = 3
"""Files set aside."""

_LOGGER = logging.getLogger("latentlab")


def start_log() -> None:
    """Keep what happens from here on; once a process."""
    if _LOGGER.handlers:
        return
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    _LOGGER.addHandler(_handler())


def stop_log() -> None:
    """Keep nothing any more, and close the file."""
    for handler in list(_LOGGER.handlers):
        _LOGGER.removeHandler(handler)
        with contextlib.suppress(OSError):
            handler.close()
    _LOGGER.propagate = True
    _LOGGER.setLevel(logging.NOTSET)


def is_kept() -> bool:
    """Whether there is a file in which things are kept."""
    return any(isinstance(handler, _QuietHandler) and not handler.failed for handler in _LOGGER.handlers)


def note_start(what: str) -> None:
    """Keep that something has begun, and the versions of what it is made of."""
    _LOGGER.info("%s: %s", what, versions_text())


def note(text: str) -> None:
    """Keep a line."""
    _LOGGER.info("%s", text)


def note_error(error: BaseException) -> str:
    """Keep an unexpected error; its traceback."""
    details = "".join(traceback.format_exception(error)).rstrip()
    _LOGGER.error("unexpected error\n%s", details)
    return details


def note_thread_errors() -> None:
    """Keep what ends a thread, which Python would print to the terminal."""
    threading.excepthook = _on_thread_error


def _on_thread_error(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
        note_error(arguments.exc_value)


class _QuietHandler(logging.handlers.RotatingFileHandler):
    """Gives up in silence where the file cannot be written.

    Attributes:
        failed: whether it has given up.
    """

    failed = False

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True, errors="backslashreplace")
        self.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:
        self.failed = True


def _handler() -> logging.Handler:
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for a reader
            return logging.NullHandler()
        if path.is_symlink() and not path.exists():
            return logging.NullHandler()
        return _QuietHandler(path)
    except (OSError, ValueError):
        return logging.NullHandler()
