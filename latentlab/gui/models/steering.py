"""What a user asks of a run while it trains, here or in another process: other settings, and checkpoints to keep."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Slot

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun, State
from latentlab.gui.models.training import TrainingModel
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.runs import Answer, Request
from latentlab.runs.requests import Value

_LOOK_MS = 50
_HERE = (State.RUNNING, State.PAUSED, State.WAITING)
OnAnswer = Callable[[Answer], object]


class SteeringModel(QObject):
    """Passes requests to whatever trains the current run, and each answer to who asked."""

    def __init__(self, run: CurrentRun, training: TrainingModel, files: FilesThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._training = training
        self._files = files
        self._waiting: list[tuple[Future[Answer], OnAnswer]] = []
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)
        run.state_changed.connect(self._look)

    @property
    def can_ask(self) -> bool:
        """Whether the current run trains, here or in another process that reads its folder."""
        subject = self._run.subject
        return self._run.state in (*_HERE, State.FOLLOWING) and not (subject is not None and subject.remote)

    def change(self, values: Mapping[str, Value], on_answer: OnAnswer) -> None:
        """Ask for other settings, by dotted names; they hold from the next step on."""
        self._ask(Request(values), on_answer)

    def keep(self, name: str, on_answer: OnAnswer) -> None:
        """Ask for a checkpoint of the next moment, kept under a name."""
        self._ask(Request(keep=name), on_answer)

    def _ask(self, request: Request, on_answer: OnAnswer) -> None:
        subject = self._run.subject
        if self._run.state is State.FOLLOWING and subject is not None:
            self._files.steer(subject.path, request, on_answer, lambda text, _: on_answer(Answer(False, self._run.step, text)))
            return
        future = self._training.request(request)
        if future is None:
            on_answer(Answer(False, self._run.step, tr("No run is training.")))
            return
        self._waiting.append((future, on_answer))
        self._clock.start()

    @Slot()
    def _look(self) -> None:
        ended = self._run.state not in (*_HERE, State.STOPPING)
        waiting, self._waiting = self._waiting, []
        for future, on_answer in waiting:
            if future.done():
                on_answer(future.result())
            elif ended:
                on_answer(Answer(False, self._run.step, tr("The run has ended; nothing was changed.")))
            else:
                self._waiting.append((future, on_answer))
        if not self._waiting:
            self._clock.stop()
