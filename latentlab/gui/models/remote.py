"""Runs on another computer: reaching them, following one, and what is done when the connection is cut."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun, State, Subject
from latentlab.gui.models.messages import Messages
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.views import ViewsModel
from latentlab.gui.workers.remote_thread import Reached, RemoteThread
from latentlab.gui.workers.remotes import RemotePlace, Remotes
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.gui.workers.thumbnails import Thumbnail
from latentlab.runs import RunState


class RemoteModel(QObject):
    """Connects to folders on other computers, and opens the runs in them."""

    def __init__(
        self,
        remotes: Remotes,
        run: CurrentRun,
        runs: RunsModel,
        views: ViewsModel,
        rendering: RenderThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._remotes = remotes
        self._run = run
        self._runs = runs
        self._views = views
        self._rendering = rendering
        self._messages = messages
        self._place: RemotePlace | None = None
        self._is_reconnecting = False
        self._thread = RemoteThread(remotes)
        queued = Qt.ConnectionType.QueuedConnection
        self._thread.cut.connect(self._on_cut, queued)
        self._thread.failed.connect(messages.fail, queued)
        run.subject_changed.connect(self._on_subject)
        messages.takes_over = self._is_cut

    def reach(
        self, place: RemotePlace, on_reached: Callable[[Reached], object], on_failed: Callable[[str, str], object]
    ) -> None:
        """Connect to a folder; the answer lists its runs."""
        self._start()
        self._thread.reach(place, on_reached, on_failed)

    def give_up(self) -> None:
        """End the attempt to connect."""
        self._thread.give_up()

    def draw_thumbnail(self, path: Path, on_drawn: Callable[[Thumbnail], object]) -> None:
        """Have a small picture drawn of a run of a folder that was reached, given by its mirror."""
        self._thread.draw_thumbnail(path, on_drawn)

    def open(self, place: RemotePlace, path: Path) -> None:
        """Copy a run of a folder that was reached, given by its mirror, and explore it."""
        if self._run.is_training:
            self._messages.tell("warning", tr("A run is training. Stop it before opening another."))
            return
        self._place = place
        self._thread.fetch(path, self._runs.open, self._messages.fail)

    @Slot()
    def reconnect(self) -> None:
        """Connect again to the folder of the current run."""
        if self._place is not None and not self._is_reconnecting:
            self._is_reconnecting = True
            self._start()
            self._thread.reach(self._place, self._on_reconnected, self._on_refused)

    def cut(self) -> None:
        """End every connection; whoever waits for an answer is told at once. May be called from any thread."""
        self._remotes.cut()

    def close(self) -> None:
        """End every connection, and the thread."""
        self._remotes.cut()
        self._thread.close()
        self._remotes.close()

    def _start(self) -> None:
        if not self._thread.isRunning():
            self._thread.start()

    def _is_cut(self, text: str) -> bool:
        """Whether an error says that the connection to the current run is cut, as every view does then: it is said once."""
        subject = self._run.subject
        folder = self._remotes.of(subject.path) if subject is not None and subject.remote else None
        if folder is None or text != folder.problem:
            return False
        self._on_cut(text)
        return True

    @Slot(str)
    def _on_cut(self, text: str) -> None:
        subject = self._run.subject
        if subject is not None and subject.remote and self._run.state is not State.DISCONNECTED:
            self._run.set_idle_state(State.DISCONNECTED)
            what = tr("{problem} What has been drawn stays.", problem=text)
            self._messages.tell("warning", what, actions=((tr("Reconnect"), self.reconnect),), unsolicited=True)

    def _on_reconnected(self, reached: Reached) -> None:
        del reached
        subject = self._run.subject
        self._is_reconnecting = False
        if subject is None or not subject.remote:
            return
        if self._run.state is State.DISCONNECTED:
            self._run.set_state(State.FOLLOWING if self._run.run_state is RunState.LIVE else State.OPENED)
        self._messages.tell("success", tr("Connected to {place} again.", place=subject.remote))
        self._thread.fetch(subject.path, self._draw_again, self._messages.fail)

    def _draw_again(self, path: Path) -> None:
        """What could not be drawn meanwhile."""
        subject, step = self._run.subject, self._views.shown_step
        if subject is None or subject.path != path:
            return
        if subject.problem:  # it was opened before it had a model that could be reached
            self._runs.open(path)
        elif step is not None:
            self._rendering.hold({}, step, held=self._views.held_step is not None)

    def _on_refused(self, text: str, details: str) -> None:
        self._is_reconnecting = False
        self._messages.tell("error", text, details or None, actions=((tr("Reconnect"), self.reconnect),))

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        if not subject.remote:
            self._thread.rest()
