"""Sweeps and queue: what is run in turn, and the result of each run or sweep."""

import shlex
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.panes.base import Pane, title_label
from latentlab.gui.session import Session
from latentlab.gui.setting_words import in_form_words
from latentlab.gui.widgets.queue_panel import QueuePanel
from latentlab.gui.widgets.queue_words import progress_text, seconds_of
from latentlab.gui.widgets.queued_run import QueuedRun
from latentlab.gui.widgets.sweep_editor import SweepEditor
from latentlab.gui.widgets.sweep_gallery import SweepGallery
from latentlab.gui.widgets.sweep_result import SweepResult, table_text
from latentlab.gui.workers.queue_reader import SeenEntry
from latentlab.queue import Queued
from latentlab.sweeps import SweepTable, sweep_names

_QUEUE_WIDTH = 340


class SweepsPane(Pane):
    """The queue on the left, its current entry on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._queue = session.queue
        self._table: SweepTable | None = None
        self._wanted: str | None = None
        self._described = False
        self.panel = QueuePanel(session.queue, session.step_times)
        self.list = self.panel.list
        self.result = SweepResult()
        self.run = QueuedRun()
        self.gallery = SweepGallery(sweep_names(), session.step_times)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.gallery)
        self._pages.addWidget(self.run)
        self._pages.addWidget(self.result)
        layout = self._column()
        layout.addLayout(self._build_head())
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.panel)
        both.addWidget(self._pages)
        both.setStretchFactor(1, 1)
        both.setSizes([_QUEUE_WIDTH, 900])
        layout.addWidget(both, 1)

        self.panel.current_changed.connect(self._show_current)
        self.panel.open_requested.connect(self._on_open)
        self.run.open_requested.connect(self._on_open)
        self.result.row_chosen.connect(self._on_row)
        self.result.copy_requested.connect(self._copy)
        self.result.export_requested.connect(self._export)
        self.result.plot.export_requested.connect(partial(session.messages.export_picture, "sweep.png"))
        self.gallery.chosen.connect(self.add_sweep)
        self._show_current()

    def _build_head(self) -> QHBoxLayout:
        self.source = QComboBox()
        self.source.setEditable(True)
        self.source.addItems(sweep_names())
        self.source.setMinimumWidth(200)
        self.source.setToolTip(tr("A sweep that ships with LatentLab, or the path of a sweep's .toml file."))
        self.source.setAccessibleName(tr("Sweep"))
        self.browse = QPushButton(theme.icon("folder"), tr("From a file…"))
        self.browse.setToolTip(tr("Choose a sweep's .toml file, and put the sweep at the end of the queue."))
        self.browse.clicked.connect(self._on_browse)
        self.settings = QLineEdit()
        self.settings.setPlaceholderText(tr("optional: settings of every run, such as train.steps=1000"))
        self.settings.setToolTip(tr("section.key=value, with spaces between; quote a path that has spaces."))
        self.settings.setAccessibleName(tr("Settings of every run"))
        self.add = QPushButton(tr("Add sweep"))
        self.add.setToolTip(tr("Put the sweep at the end of the queue. What is done of it already is not done again."))
        self.add.clicked.connect(self._on_add)
        self.new = QPushButton(tr("New sweep…"))
        self.new.setToolTip(tr("Choose settings, their values and seeds."))
        self.new.clicked.connect(self._on_new)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        for widget in (title_label(tr("Sweeps and queue")), self.new, self.browse):
            head.addWidget(widget)
        head.addWidget(self.settings, 1)
        head.addWidget(self.source)
        head.addWidget(self.add)
        return head

    # What a user does

    @Slot()
    def _on_browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("A sweep's file"), "", tr("Sweeps (*.toml)"))
        if name:
            self.add_sweep(name)

    @Slot()
    def _on_add(self) -> None:
        source = self.source.currentText().strip()
        if source:
            self.add_sweep(source)
        else:
            self._tell("error", tr("Name a sweep, or choose its .toml file."))

    @Slot(str)
    def add_sweep(self, source: str) -> None:
        """Put a sweep that ships, or that of a file, at the end of the queue, with the settings that are written beside it."""
        try:
            settings = shlex.split(self.settings.text())
        except ValueError:
            self._tell("error", tr("Settings {settings!r}: a quotation mark is not closed.", settings=self.settings.text()))
            return
        self._queue.add_sweep(source, settings, self._on_added, self._on_refused)

    @Slot()
    def _on_new(self) -> None:
        editor = SweepEditor(self._session.step_times, self._queue, self)
        editor.made.connect(self._on_made)
        editor.open()

    @Slot(object)
    def _on_made(self, values: Mapping[str, Any]) -> None:
        self._queue.add_made(values, self._on_added, self._on_refused)

    def _on_added(self, added: Queued) -> None:
        self._wanted = added.number

    def _on_refused(self, text: str, details: str) -> None:
        self._session.messages.tell("error", in_form_words(text), details or None, at=self)

    @Slot()
    def _on_open(self) -> None:
        seen = self.panel.current()
        if seen is not None and seen.queued.run is not None:
            self._open(seen.queued.run)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        seen = self.panel.current()
        folders = seen.sweep.folders[row] if seen is not None and seen.sweep is not None else ()
        if folders:
            self._open(folders[0])

    def _open(self, run: Path) -> None:
        if self._session.run.is_training:
            self._tell("info", tr("A run is training. Stop it before opening another."))
        else:
            self._session.runs.open(run)

    @Slot(str)
    def _copy(self, form: str) -> None:
        if self._table is not None:
            QGuiApplication.clipboard().setText(table_text(self._table, form))

    @Slot(str, str)
    def _export(self, form: str, ending: str) -> None:
        seen = self.panel.current()
        if self._table is None or seen is None:
            return
        suggestion = self._session.runs.folder.with_name("sweeps") / f"{seen.queued.title}.{ending}"
        name, _ = QFileDialog.getSaveFileName(self, tr("Export table"), str(suggestion), f"{form} (*.{ending})")
        if name:
            self._session.exports.write_text(table_text(self._table, form), Path(name))

    # What is shown

    @Slot()
    def _show_current(self) -> None:
        if self._wanted is not None and self.list.choose(self._wanted):
            self._wanted = None
        seen = self.panel.current()
        is_sweep = seen is not None and seen.sweep is not None
        empty = not self._queue.entries
        self.panel.setVisible(not empty)
        for widget in (self.source, self.add):  # else the cards say the same
            widget.setVisible(not empty)
        theme.set_primary(self.new, empty)
        if seen is None and not self._queue.entries:
            self._pages.setCurrentWidget(self.gallery)
        elif seen is not None and is_sweep:
            self._pages.setCurrentWidget(self.result)
            self._show_sweep(seen)
        else:
            self._pages.setCurrentWidget(self.run)
            self.run.show_entry(seen, _caption(seen, self._session) if seen is not None else "")

    def _show_sweep(self, seen: SeenEntry) -> None:
        assert seen.sweep is not None
        if self._table is not seen.sweep.table:
            self._table = seen.sweep.table
            self.result.set_table(self._table)
        self.result.caption.setText(_caption(seen, self._session))
        self.result.bar.set_share(seen.share)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._queue.watch(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._queue.watch(True)
        if not self._described:
            self._described = True
            for name in self.gallery.cards:
                self._queue.plan(name, partial(self.gallery.show_plan, name), self._on_refused)


def _caption(seen: SeenEntry, session: Session) -> str:
    """What has become of an entry, in a line."""
    parts = [translated(seen.queued.state.value), progress_text(seen, seconds_of(seen, session.step_times))]
    if seen.cell:
        parts.append(tr("{cell}: step {step:,} of {steps:,}", cell=seen.cell, step=seen.step, steps=seen.steps))
    if seen.sweep is not None:
        parts.append(seen.queued.reason)
    return " · ".join(part for part in parts if part)
