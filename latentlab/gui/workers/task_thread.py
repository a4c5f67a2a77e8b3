"""A thread that does one task, tells how far it is, and can be cancelled."""

import traceback
from abc import abstractmethod

from PySide6.QtCore import QThread, Signal

from latentlab.errors import LatentLabError, StoppedError
from latentlab.gui.language import tr


class TaskThread(QThread):
    """Does its task once.

    Attributes:
        progress: share done and what is being done, for reading at any time.

    Signals:
        ended: the result of the task; the last signal of a thread.
    """

    ended = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.progress: tuple[float, str] = (0.0, tr("reading"))

    @abstractmethod
    def _work(self) -> object:
        """Do the task.

        Raises:
            StoppedError: once an interruption is requested.
        """

    @abstractmethod
    def _unfinished(self, *, stopped: str = "", problem: str = "", details: str | None = None) -> object:
        """The result of a task that was stopped or failed."""

    # Qt overrides

    def run(self) -> None:
        try:
            result = self._work()
        except StoppedError as stop:
            result = self._unfinished(stopped=str(stop))
        except LatentLabError as error:
            result = self._unfinished(problem=str(error))
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            result = self._unfinished(problem=f"{type(error).__name__}: {error}", details=traceback.format_exc())
        self.ended.emit(result)
