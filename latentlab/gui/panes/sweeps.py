"""Sweeps: a queue of them, and of each its table and its plots as its runs finish."""

import shlex
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.models.current_run import TRAINING, State
from latentlab.gui.panes.base import Pane, title_label
from latentlab.gui.session import Session
from latentlab.gui.setting_words import in_form_words
from latentlab.gui.widgets.sweep_editor import SweepEditor
from latentlab.gui.widgets.sweep_result import SweepResult, table_text
from latentlab.gui.workers.kept_sweeps import SweepProgress
from latentlab.gui.workers.sweep_queue import QueuedSweep, QueueStatus
from latentlab.sweeps import sweep_names

_PULL_MS = 200
_QUEUE_WIDTH = 260


class SweepsPane(Pane):
    """What is run in turn on the left, what it came to on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._queue = session.sweeps
        self._shown: SweepProgress | None = None
        self.result = SweepResult()
        layout = self._column()
        layout.addLayout(self._build_head())
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._build_queue())
        both.addWidget(self.result)
        both.setStretchFactor(1, 1)
        both.setSizes([_QUEUE_WIDTH, 900])
        layout.addWidget(both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._show_progress)
        self._queue.changed.connect(self._on_changed)
        self._queue.failed.connect(self._on_failed)
        self.result.row_chosen.connect(self._on_row)
        self.result.copy_requested.connect(self._copy)
        self.result.export_requested.connect(self._export)
        self.result.plot.export_requested.connect(partial(session.messages.export_picture, "sweep.png"))
        session.run.state_changed.connect(self._on_state)
        self._on_changed()

    def selected(self) -> QueuedSweep | None:
        """The sweep whose result is shown."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return next((sweep for sweep in self._queue.sweeps if sweep.number in chosen), None)

    def _build_head(self) -> QHBoxLayout:
        self.source = QComboBox()
        self.source.setEditable(True)
        self.source.addItems(sweep_names())
        self.source.setMinimumWidth(200)
        self.source.setToolTip("A sweep that ships with LatentLab, or the path of a sweep's .toml file.")
        self.source.setAccessibleName("Sweep")
        browse = QToolButton()
        browse.setIcon(theme.icon("folder"))
        browse.setToolTip("Choose a sweep's .toml file.")
        browse.setAccessibleName("Choose a sweep's file")
        browse.clicked.connect(self._on_browse)
        self.settings = QLineEdit()
        self.settings.setPlaceholderText("settings of every run, such as data.root=/path/to/images train.steps=1000")
        self.settings.setToolTip("section.key=value, with spaces between; quote a path that has spaces.")
        self.settings.setAccessibleName("Settings of every run")
        self.add = QPushButton("Add to queue")
        self.add.setToolTip("Put the sweep at the end of the queue. What is done of it already is not done again.")
        self.add.clicked.connect(self._on_add)
        self.settings.returnPressed.connect(self._on_add)
        self.new = QPushButton("New sweep…")
        self.new.setToolTip("Choose settings, their values and seeds.")
        self.new.clicked.connect(self._on_new)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        for widget in (title_label("Sweeps"), self.new, self.source, browse):
            head.addWidget(widget)
        head.addWidget(self.settings, 1)
        head.addWidget(self.add)
        return head

    def _build_queue(self) -> QWidget:
        self.list = QListWidget()
        self.list.setAccessibleName("Queue of sweeps")
        self.list.currentRowChanged.connect(self._on_selected)
        self.start = QPushButton("Run the queue")
        theme.set_primary(self.start)
        self.start.clicked.connect(self._on_start)
        self.up, self.down, self.remove = (QToolButton() for _ in range(3))
        for button, icon, tip, act in (
            (self.up, "arrow-up", "Earlier", lambda: self._move(-1)),
            (self.down, "arrow-down", "Later", lambda: self._move(1)),
            (self.remove, "close", "Take it out of the queue; its folder stays", self._on_remove),
        ):
            button.setIcon(theme.icon(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.TIGHT)
        row.addWidget(self.start, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        return holder

    # What a person does

    @Slot()
    def _on_browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "A sweep's file", "", "Sweeps (*.toml)")
        if name:
            self.source.setEditText(name)

    @Slot()
    def _on_add(self) -> None:
        try:
            settings = shlex.split(self.settings.text())
        except ValueError:
            self._tell("error", f"Settings {self.settings.text()!r}: a quotation mark is not closed.")
            return
        source = self.source.currentText().strip()
        if not source:
            self._tell("error", "Name a sweep, or choose its .toml file.")
            return
        self._queue.add(source, settings, self._on_added, self._on_refused)

    @Slot()
    def _on_new(self) -> None:
        editor = SweepEditor(self._session.step_times, self._queue, self)
        editor.made.connect(self._on_made)
        editor.open()

    @Slot(object)
    def _on_made(self, values: Mapping[str, Any]) -> None:
        self._queue.add_made(values, self._on_added, self._on_refused)

    def _on_added(self, added: QueuedSweep) -> None:
        self.list.setCurrentRow(self._queue.sweeps.index(added))

    def _on_refused(self, text: str, details: str) -> None:
        self._session.messages.tell("error", in_form_words(text), details or None, at=self)

    @Slot()
    def _on_start(self) -> None:
        if self._queue.is_running:
            self._queue.stop()
            self.start.setEnabled(False)
            self.start.setText("Finishing the step …")
        else:
            self._session.messages.clear()
            self._queue.start()

    def _move(self, places: int) -> None:
        sweep = self.selected()
        if sweep is not None:
            self._queue.move(sweep.number, places)

    @Slot()
    def _on_remove(self) -> None:
        sweep = self.selected()
        if sweep is not None:
            self._queue.remove(sweep.number)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        folders = self._shown.folders[row] if self._shown else ()
        if folders and not self._queue.is_running:
            self._session.runs.open(folders[0])
        elif folders:
            self._tell("info", "The sweep is running. Stop it to look into one of its runs.")

    @Slot(str)
    def _copy(self, form: str) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(table_text(self._shown.table, form))

    @Slot(str, str)
    def _export(self, form: str, ending: str) -> None:
        sweep = self.selected()
        if self._shown is None or sweep is None:
            return
        suggestion = self._queue.folder / f"{sweep.title}.{ending}"
        name, _ = QFileDialog.getSaveFileName(self, "Export table", str(suggestion), f"{form} (*.{ending})")
        if name:
            self._session.exports.write_text(table_text(self._shown.table, form), Path(name))

    # What is shown

    @Slot(str, str)
    def _on_failed(self, text: str, details: str) -> None:
        self._session.messages.fail(text, details)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        del state
        self._show_start()

    @Slot()
    def _on_changed(self) -> None:
        chosen = self.selected()
        self.list.blockSignals(True)
        self.list.clear()
        for sweep in self._queue.sweeps:
            item = QListWidgetItem(f"{sweep.title}\n{_progress_text(sweep)}")
            item.setData(Qt.ItemDataRole.UserRole, sweep.number)
            item.setToolTip(theme.plain_tip(" ".join((sweep.source, *sweep.settings))))
            self.list.addItem(item)
            if chosen is not None and sweep.number == chosen.number:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and self._queue.sweeps:
            self.list.setCurrentRow(0)
        self._show_start()
        self._on_selected()
        (self._pull.start if self._queue.is_running else self._pull.stop)()

    def _show_start(self) -> None:
        running, training = self._queue.is_running, self._session.run.state in TRAINING
        ready = self._session.run.state is not State.LOADING
        self.start.setText("Stop" if running else "Run the queue")
        theme.set_primary(self.start, not running)
        startable = (QueueStatus.WAITING, QueueStatus.STOPPED, QueueStatus.FAILED)
        waiting = any(sweep.status in startable for sweep in self._queue.sweeps)
        self.start.setEnabled(running or (waiting and ready and not training))
        why = "A run is training; sweeps start when it has ended." if training else "" if waiting else "Add a sweep first."
        self.start.setToolTip("End after the step in progress; what was learned is saved." if running else why)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(bool(self._queue.sweeps))

    @Slot()
    def _on_selected(self) -> None:
        sweep = self.selected()
        self._shown = sweep.progress if sweep else None
        self.result.set_table(self._shown.table if self._shown else None)
        self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        sweep = self.selected()
        progress = self._queue.progress
        if sweep is None:
            self.result.caption.setText("Add a sweep: a grid of settings and seeds, trained and measured in turn.")
        elif sweep.status is QueueStatus.RUNNING and progress is not None:
            self.result.bar.set_share(progress.whole)
            self.result.caption.setText(
                f"run {progress.run} of {progress.runs} · {progress.key} · {progress.doing} {progress.share:.0%}"
            )
        else:
            done = sweep.progress.finished / sweep.progress.runs if sweep.progress else 0.0
            self.result.bar.set_share(done)
            self.result.caption.setText(_progress_text(sweep))


def _progress_text(sweep: QueuedSweep) -> str:
    if sweep.progress is None:
        if sweep.status is QueueStatus.RUNNING:
            return "reading …"
        return f"{sweep.status.value} · {sweep.runs} runs" if sweep.runs else sweep.status.value
    failed = f" · {sweep.progress.failed} failed" if sweep.progress.failed else ""
    return f"{sweep.status.value} · {sweep.progress.finished} of {sweep.progress.runs} runs{failed}"
