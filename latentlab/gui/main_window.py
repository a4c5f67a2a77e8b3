"""The window: the frame with the tool bar and the status bar; it does what the session asks of it, and closes."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from latentlab.config import DEFAULT_PRESET, RunConfig
from latentlab.errors import ConfigError
from latentlab.gui.drags import Drags
from latentlab.gui.language import tr
from latentlab.gui.main_menu import MainMenu
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.messages import (
    Message,
)
from latentlab.gui.models.show_in_folder import show_folder
from latentlab.gui.notifier import Notifier
from latentlab.gui.panes.base import Pane
from latentlab.gui.preferences import read_cell_sizes, read_queue, remember_cell_size, remember_queue
from latentlab.gui.prompts import Prompts
from latentlab.gui.run_bar import RunBar
from latentlab.gui.session import Session
from latentlab.gui.setting_words import in_form_words, key_in
from latentlab.gui.status_line import StatusLine
from latentlab.gui.widgets.closing_question import ClosingQuestion
from latentlab.gui.widgets.focus_ring import FocusRing
from latentlab.gui.window_frame import WindowFrame
from latentlab.gui.window_tasks import WindowTasks
from latentlab.gui.workspaces import WORKSPACES, pane_for

P = TypeVar("P", bound=Pane)


class MainWindow(WindowFrame):
    """LatentLab's window.

    Attributes:
        run_bar, menu, status_line, prompts, drags: its parts, beside those of the frame.
    """

    def __init__(self, session: Session, settings: QSettings) -> None:
        """Build the window; layout and size come from, and go to, `settings`."""
        super().__init__(session, settings)
        session.cell_sizes.restore(read_cell_sizes(settings))
        session.cell_sizes.chosen.connect(partial(remember_cell_size, settings))
        session.queue.restore(*read_queue(settings))
        session.queue.chosen.connect(partial(remember_queue, settings))
        self._closing = self._starting = False
        self._question: ClosingQuestion | None = None
        self.setWindowTitle("LatentLab")
        self.setAcceptDrops(True)
        self.prompts = Prompts(session, settings, self)
        self.run_bar = RunBar(session)
        self.menu = MainMenu(self, self.run_bar, settings)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.run_bar)
        self.status_line = StatusLine(session, self.statusBar())
        self.drags = Drags(session, self)
        Notifier(session, self)
        FocusRing(self)
        self._tasks = WindowTasks(self)
        self._connect()
        self._restore()
        self.setup_dock.visibilityChanged.connect(self._choose_primary)
        self._choose_primary()

    def pane(self, kind: type[P]) -> P:
        """A pane of a dock or of the inspector, built when it is first asked for."""
        return self.panes.of(kind)

    def show_workspace(self, name: str) -> None:
        """Switch to a workspace, keeping the layout of the one that is left."""
        left = self.docks.workspace
        super().show_workspace(name)
        if name == "data" != left:
            self._offer_data()
        self.session.learning.note_workspace(name)
        self._choose_primary()

    @Slot()
    def close_and_save(self) -> None:
        """Close without a question, as at the end of the desktop's session; what trains is stopped and saved first."""
        self._closing = True
        self.close()

    def _connect(self) -> None:
        session = self.session
        session.run.state_changed.connect(self._on_state)
        session.run.state_changed.connect(self._drop_question)
        session.queue.stopped_running.connect(self._drop_question)
        session.run.subject_changed.connect(self._on_subject)
        session.library.changed.connect(self._on_named)
        session.messages.told.connect(self._on_message)
        session.messages.asked.connect(self._tasks.do)
        self.run_bar.train_requested.connect(self.train_next)
        self.run_bar.queue_requested.connect(self.queue_next)
        self.run_bar.open_requested.connect(self.prompts.open_run)
        self.run_bar.remote_requested.connect(self.prompts.open_remote)
        self.welcome.demo_requested.connect(self._on_demo)
        self.welcome.images_requested.connect(self.prompts.choose_images)
        self.welcome.setup_requested.connect(self._on_show_setup)
        self.welcome.open_requested.connect(self.prompts.open_run)
        self.welcome.tour_requested.connect(self.menu.start_tour)
        self.welcome.learn_requested.connect(self.show_learn)

    # What the session says

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if self.session.run.subject is not None:
            self._show_name(self.session.run.subject.path)
        if state in (State.FINISHED, State.STOPPED):
            self._tell_what_next(state)

    @Slot()
    def _on_named(self) -> None:
        if self.session.run.subject is not None:
            self._show_name(self.session.run.subject.path)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._show_name(subject.path)
        if subject.trained_here:
            self._starting = False
            self.ask_for_setup(False)  # the plots can use the room
        self.docks.show_subject(subject)
        if self._stack.currentWidget() is not self.docks:
            self._show_welcome()
            self.docks.settle()

    def _show_name(self, path: Path) -> None:
        self.setWindowTitle(tr("{label} — LatentLab", label=self.session.library.label(path)))

    @Slot(object)
    def _on_message(self, message: Message | None) -> None:
        at = self._part_of(message.at) if message is not None else None
        key = _wrong_setting(message, starting=self._starting) if message is not None else None
        if message is not None and key is not None:
            message = replace(message, text=in_form_words(message.text))
        if self.message_bar.take(message, at) and message is not None and key is not None:
            self._starting = False
            self.ask_for_setup()
            self.setup.show_error(message.text, key)

    @Slot()
    def _choose_primary(self) -> None:
        """Only one button is filled: that of Setup or of the workspace where it has one, else New run."""
        self.run_bar.set_leading(self.setup_dock.isHidden() and not WORKSPACES[self.docks.workspace].acts)

    def _part_of(self, at: object) -> QWidget | None:
        """The part of the window that a message is about, where it can be seen: a pane, or the one that shows a request."""
        if at is not None and not isinstance(at, QWidget):
            name = pane_for(at)
            at = self.docks.docks[name].widget() if name is not None else None
        return at if isinstance(at, QWidget) and at.isVisible() else None

    def _tell_what_next(self, state: State) -> None:
        session, subject = self.session, self.session.run.subject
        if subject is None:
            return
        step, kept = session.training.step, session.run.checkpoint
        text = tr("{ended} at step {step:,}", ended=tr("Finished") if state is State.FINISHED else tr("Stopped"), step=step)
        if kept == step:
            text += tr("; everything is saved.")
        else:
            what = tr("step {kept:,} is kept", kept=kept) if kept is not None else tr("no step is kept")
            text += tr(" without saving; {what} in {path}.", what=what, path=subject.path)
        session.messages.tell(
            "success" if kept == step else "warning",
            text,
            actions=(
                (tr("Traverse the latent space"), partial(self.show_workspace, "explore")),
                (tr("Show in folder"), partial(show_folder, subject.path.absolute(), session.messages)),
            ),
        )

    # What a user does

    @Slot()
    def train_next(self) -> None:
        """Train with the settings of the next run."""
        config = self._next_config()
        if config is not None:
            self._starting = True
            branch = self.setup.branch
            if branch is None:
                self.session.training.train(config)
            else:
                self.session.training.branch(branch.path, branch.step, config)

    @Slot()
    def queue_next(self) -> None:
        """Put a run with these settings at the end of the queue."""
        config = self._next_config()
        if config is not None:
            self.session.queue.add_run(config)

    def _next_config(self) -> RunConfig | None:
        """The settings of the next run; where they will not do, that is shown."""
        try:
            return self.setup.config()
        except ConfigError:
            self.ask_for_setup()
            self.setup.show_problems()
            return None

    @Slot()
    def _on_demo(self) -> None:
        self.setup.choose_preset(DEFAULT_PRESET)
        self.train_next()

    @Slot()
    def _on_show_setup(self) -> None:
        self.ask_for_setup()
        self.setup.ask_for_preset()

    def _offer_data(self) -> None:
        """The images of the settings are looked at, unless others have been."""
        from latentlab.gui.panes.data import DataPane

        try:
            self.pane(DataPane).offer(self.setup.config().data)
        except ConfigError as error:
            self.session.messages.tell("error", str(error))

    # Closing

    def _ask_before_closing(self) -> None:
        """Stop and save, or keep the window; training goes on meanwhile, and nothing is asked twice."""
        if self._question is not None:
            self._question.raise_()
            return
        self._question = ClosingQuestion(self.session.training.what_trains, self)
        self._question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question.accepted.connect(self.close_and_save)
        self._question.finished.connect(self._on_answered)
        self._question.open()

    @Slot()
    def _drop_question(self) -> None:
        """What trained has ended by itself: there is nothing to ask, and the window says so."""
        if self._question is not None and not self.session.training.loses_steps:
            self._question.reject()

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drags.enter(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.drags.end()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.drags.end()
        self.session.dropped.take(Path(path))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.session.dropped.paste()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.training.loses_steps and not self._closing:
            event.ignore()
            self._ask_before_closing()
            return
        self._closing = True
        self._save_layout()
        if self.session.close(then=self.close):
            event.accept()
        else:
            event.ignore()


def _wrong_setting(message: Message, *, starting: bool) -> str | None:
    """The setting of the next run that an error is about: one that it begins with, or names while a run is started."""
    key = key_in(message.text) if message.severity == "error" else None
    return key if key is not None and (starting or message.text.startswith(key)) else None
