"""Unexpected errors while the window is open: kept in the log, and told in the window instead of in a terminal nobody sees."""

import contextlib
import sys
import threading
from collections.abc import Iterator
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from latentlab import log
from latentlab.environment import log_path
from latentlab.gui.language import tr
from latentlab.gui.session import Session

_LOUD = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


@contextlib.contextmanager
def unexpected_shown(session: Session) -> Iterator[None]:
    """Within, an exception that nothing handles, on whichever thread, becomes a message; Qt's own warnings go to the log."""

    def show(error: BaseException) -> None:
        details = log.note_error(error)
        first = str(error).strip().partition("\n")[0].rstrip(".")
        what = f"{type(error).__name__}: {first}" if first else type(error).__name__
        text = (
            tr(
                "Unexpected error: {what}. Details are in {file}; please report it with the output of `latentlab doctor`.",
                what=what,
                file=log_path(),
            )
            if log.is_kept()
            else tr("Unexpected error: {what}. Please report it with the output of `latentlab doctor`.", what=what)
        )
        session.messages.tell("error", text, details)

    def on_error(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        show(error)

    def on_thread_error(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            show(arguments.exc_value)

    before, thread_before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = on_error, on_thread_error
    qt_before = qInstallMessageHandler(_note_message)
    try:
        yield
    finally:
        qInstallMessageHandler(qt_before)
        sys.excepthook, threading.excepthook = before, thread_before


def _note_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.note(f"Qt: {text}")
    if kind in _LOUD:
        sys.stderr.write(f"latentlab: Qt: {text}\n")
