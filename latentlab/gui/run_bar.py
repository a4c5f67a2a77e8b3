"""The tool bar of the current run: which it is, what can be done with it, and how far it is."""

import math
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.session import Session
from latentlab.gui.time_left import seconds_left
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.gui.widgets.run_progress import RunProgress
from latentlab.gui.workers.run_files import Listed

_RECENT_RUNS = 12
_PROGRESS_MS = 200


class RunBar(QToolBar):
    """Buttons and progress.

    Signals:
        train_requested: start a new run.
        queue_requested: put it in the queue instead.
        open_requested: choose the folder of a run.
        remote_requested: choose a run on another computer.
    """

    train_requested = Signal()
    queue_requested = Signal()
    open_requested = Signal()
    remote_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Run"))
        self._session = session
        self._leading = True
        self.setObjectName("run")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.run_button = QToolButton()
        self.run_button.setText(tr("No run"))
        self.run_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.run_button.setToolTip(tr("The run this window is about; open another one here."))
        self.run_menu = QMenu(self.run_button)
        self.run_menu.setProperty("listing", True)
        self.run_button.setMenu(self.run_menu)
        self.train_button = _button(
            "play", tr("New run"), tr("Start a new run with these settings (Ctrl+Return)"), "Ctrl+Return"
        )
        tip = tr("Add a run with these settings to the queue (Ctrl+Alt+Return)")
        self.queue_button = _button("queue", tr("Add to queue"), tip, "Ctrl+Alt+Return")
        self.queue_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.continue_button = _button("forward", tr("Continue"), "", "Ctrl+Shift+Return")
        self.continue_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._continue_menu = QMenu(self.continue_button)
        self._as_planned = self._continue_menu.addAction("", self._continue_as_planned)
        self._continue_menu.addAction(tr("To a later step…"), self._ask_how_far)
        self.continue_button.setMenu(self._continue_menu)
        self.pause_button = _button(
            "pause", tr("Pause"), tr("Hold after the step in progress, or go on (Ctrl+Space)"), "Ctrl+Space"
        )
        self.stop_button = _button("stop", tr("Stop"), tr("End after the step in progress and save (Ctrl+.)"), "Ctrl+.")
        tip = tr("Connect again to the computer on which this run lies (Ctrl+Shift+O)")
        self.reconnect_button = _button("reset", tr("Reconnect"), tip, "Ctrl+Shift+O")
        theme.set_primary(self.reconnect_button)
        self.progress = RunProgress()
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = (self.train_button, self.queue_button, self.continue_button, self.pause_button, self.stop_button)
        for widget in (self.run_button, *buttons):
            self.addWidget(widget)
        self._reconnect_place = self.addWidget(self.reconnect_button)
        self.addWidget(spacer)
        self.addWidget(self.progress)
        self._clock = QTimer(self)
        self._clock.setInterval(_PROGRESS_MS)
        self._clock.timeout.connect(self._show_progress)
        self.train_button.clicked.connect(self.train_requested)
        self.queue_button.clicked.connect(self.queue_requested)
        self.continue_button.clicked.connect(self.continue_run)
        self.pause_button.clicked.connect(session.training.pause)
        self.stop_button.clicked.connect(session.training.stop)
        self.reconnect_button.clicked.connect(session.remote.reconnect)
        self.run_menu.aboutToShow.connect(self._list_runs)
        session.run.state_changed.connect(self._on_state)
        session.views.gallery_changed.connect(self._show_progress)  # not a step behind the model that is shown
        session.run.subject_changed.connect(self._on_subject)
        session.library.changed.connect(self._on_named)
        self._fill_run_menu(None)
        self._on_state(session.run.state)

    def set_leading(self, leading: bool) -> None:
        """Fill New run with the accent, once there is a run, or leave that to another button."""
        self._leading = leading
        self._choose_primary()

    def _choose_primary(self) -> None:
        theme.set_primary(self.train_button, self._leading and self._session.run.subject is not None)

    @Slot()
    def continue_run(self) -> None:
        """Go on to where the run was planned to end, or ask how far."""
        subject, step = self._session.run.subject, self._session.run.checkpoint
        if subject is not None and step is not None and subject.config.train.steps > step:
            self._continue_as_planned()
        else:
            self._ask_how_far()

    def _fill_run_menu(self, listed: Listed | None) -> None:
        menu = self.run_menu
        menu.clear()
        menu.addAction(theme.icon("folder"), tr("Open a run's folder…"), self.open_requested.emit)
        menu.addAction(tr("Open a run on another computer…"), self.remote_requested.emit)
        menu.addSeparator()
        runs = [run for run in listed.runs if not run.annotations.archived][:_RECENT_RUNS] if listed else ()
        for summary in runs:
            words = tr("damaged")
            if summary.run is not None:
                state = f" · {translated(summary.state)}" if summary.state else ""
                words = tr(
                    "{method}{state} · step {step:,} of {steps:,}",
                    method=summary.method,
                    state=state,
                    step=summary.step,
                    steps=summary.steps,
                )
            action = menu.addAction(
                f"{self._session.library.label(summary.path)}   {words}", partial(self._session.runs.open, summary.path)
            )
            action.setEnabled(summary.run is not None and not self._session.run.is_training)
        if listed is not None and not runs:
            menu.addAction(tr("No runs in {folder} yet", folder=listed.folder)).setEnabled(False)

    @Slot()
    def _list_runs(self) -> None:
        self._session.runs.list_recent(self._on_recent_listed)

    def _on_recent_listed(self, listed: Listed) -> None:
        if listed.folder == self._session.runs.folder:
            self._fill_run_menu(listed)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        run = self._session.run
        training, ready = state in TRAINING, state is not State.LOADING
        if run.subject is not None:
            self._show_name(run.subject.path)
        self.train_button.setEnabled(ready and not training)
        self._choose_primary()
        self._show_continue()
        self._reconnect_place.setVisible(state is State.DISCONNECTED)
        self.pause_button.setEnabled(state in (State.RUNNING, State.PAUSED))
        self.pause_button.setText(tr("Resume") if state is State.PAUSED else tr("Pause"))
        self.pause_button.setIcon(theme.icon("play" if state is State.PAUSED else "pause"))
        self.stop_button.setEnabled(state in (State.PREPARING, State.RUNNING, State.PAUSED, State.WAITING))
        if state in (State.PREPARING, State.RUNNING, State.PAUSED):  # the step in progress ends after the press
            self._clock.start()
        else:
            self._clock.stop()
        if state in (State.LOADING, State.PREPARING, State.STOPPING):
            self.progress.show_state(f"{translated(state.value)} …")
        elif state is State.EMPTY:
            self.progress.reset()
        else:
            self._show_progress()

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._show_name(subject.path)

    @Slot()
    def _on_named(self) -> None:
        if self._session.run.subject is not None:
            self._show_name(self._session.run.subject.path)

    def _show_name(self, path: Path) -> None:
        self.run_button.setText(self._session.library.label(path))

    def _show_continue(self) -> None:
        run, button = self._session.run, self.continue_button
        button.setEnabled(run.can_continue)
        subject, step = run.subject, run.checkpoint
        if subject is None or step is None:
            button.setToolTip(tr("Go on with a run from its newest checkpoint; train a run or open one first."))
            return
        if subject.remote:
            button.setToolTip(tr("Continue: {why}", why=subject.elsewhere))
            return
        if not subject.resumable:
            button.setToolTip(tr("This run holds weights alone, without the optimiser's state: it cannot be continued."))
            return
        steps = subject.config.train.steps
        self._as_planned.setText(tr("To step {steps:,}, as planned", steps=steps))
        self._as_planned.setVisible(steps > step)
        how = tr("to step {steps:,}, as planned", steps=steps) if steps > step else tr("to a later step")
        button.setToolTip(tr("Go on with this run from step {step:,} {how} (Ctrl+Shift+Return)", step=step, how=how))

    @Slot()
    def _continue_as_planned(self) -> None:
        if self._session.run.can_continue:
            self._session.training.continue_run()

    @Slot()
    def _ask_how_far(self) -> None:
        run = self._session.run
        if not run.can_continue:
            return
        assert run.subject is not None
        assert run.checkpoint is not None
        train = run.subject.config.train
        dialog = ContinueDialog(
            self._session.library.label(run.subject.path), run.checkpoint, train.steps, train.learning_rate, self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._continue_with, dialog))
        dialog.open()

    def _continue_with(self, dialog: ContinueDialog) -> None:
        if self._session.run.can_continue:
            self._session.training.continue_run(**dialog.changes())

    @Slot()
    def _show_progress(self) -> None:
        run, training = self._session.run, self._session.training
        if run.state is State.PREPARING:
            if training.preparing:
                done, total = training.preparing
                self.progress.show_state(
                    tr("{state} · {done:,} of {total:,} images", state=translated(run.state.value), done=done, total=total)
                )
            return
        if run.subject is None:
            return
        total, step = run.subject.config.train.steps, training.step
        if run.state not in TRAINING or run.state in (State.PAUSED, State.WAITING):
            state = translated(run.run_state.value if run.state is State.OPENED and run.run_state else run.state.value)
            of_total = tr("{state} · step {step:,} of {total:,}", state=state, step=step, total=total)
            unknown = tr("{state} · step {step:,}", state=state, step=step)  # of another program's training
            self.progress.show_state(of_total if total > 1 else unknown, min(1.0, step / total))
            return
        speed = run.last_report.images_per_second if run.last_report else 0.0
        left = seconds_left(run.subject.config.train, step, run.last_report)
        epochs = run.subject.total_epochs
        unit = translated(run.subject.config.consistency.speed_unit)
        self.progress.show_progress(step, total, math.ceil(step / total * epochs), math.ceil(epochs), speed, left, unit)


def _button(icon: str, text: str, tip: str, shortcut: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(tip)
    button.setShortcut(shortcut)
    return button
