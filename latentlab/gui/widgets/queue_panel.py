"""The queue: its entries, what can be done with them, and running it."""

import re
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.queue import MOST_AT_ONCE, QueueModel
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.queue_list import QueueList
from latentlab.gui.widgets.queue_words import GOES_FIRST, row_of, summary_of
from latentlab.gui.workers.queue_reader import SeenEntry
from latentlab.queue import EntryState

_AGAIN = (EntryState.FAILED, EntryState.FINISHED)


class QueuePanel(QWidget):
    """A list over a row of buttons, and the switch of the whole queue.

    Signals:
        current_changed: another entry is the current one, or there is more to say of it.
        open_requested: show the run of the current entry.
    """

    current_changed = Signal()
    open_requested = Signal()

    def __init__(self, queue: QueueModel, times: StepTimes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._times = times
        self.list = QueueList()
        self.summary = QLabel()
        self.summary.setFont(theme.tabular(theme.caption_font()))
        self.summary.setMinimumWidth(1)
        self.start = QPushButton()
        self.at_once = NumberBox(whole=True, limits=Limits(low=1, high=MOST_AT_ONCE))
        self.at_once.set_value(queue.at_once)
        self.at_once.setAccessibleName(tr("Entries run at a time"))
        self.at_once.setToolTip(tr("How many entries are run side by side; the processor's cores are divided among them."))
        self.at_once.setFixedWidth(56)
        self._build()
        self.start.clicked.connect(self._on_start)
        self.at_once.value_changed.connect(self._on_at_once)
        self.list.moved.connect(queue.move)
        self.list.removed.connect(queue.remove)
        self.list.opened.connect(self.open_requested)
        self.list.currentRowChanged.connect(self._on_current)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        queue.changed.connect(self._show_queue)
        times.changed.connect(self._show_queue)
        self._show_queue()

    def current(self) -> SeenEntry | None:
        """The current entry."""
        number = self.list.current
        return next((seen for seen in self._queue.entries if seen.number == number), None)

    def _build(self) -> None:
        self.up = _button("arrow-up", tr("Earlier (Alt+Up)"), self._on_up)
        self.down = _button("arrow-down", tr("Later (Alt+Down)"), self._on_down)
        self.pause = _button("pause", tr("Pause this entry"), self._on_pause)
        self.again = _button("reset", tr("Retry"), self._on_again)
        self.duplicate = _button("copy", tr("Duplicate: the same settings again, at the end"), self._on_duplicate)
        self.remove = _button("close", tr("Remove from the queue; its run stays (Delete)"), self._on_remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACING.TIGHT)
        for button in (self.up, self.down, self.pause, self.again, self.duplicate, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        run = QHBoxLayout()
        run.setSpacing(theme.SPACING.SMALL)
        run.addWidget(self.start, 1)
        run.addWidget(self.at_once)
        run.addWidget(QLabel(tr("at a time")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addLayout(run)
        column.addWidget(self.summary)
        self._entries = QWidget()
        entries = QVBoxLayout(self._entries)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(theme.SPACING.SMALL)
        entries.addWidget(self.list, 1)
        entries.addLayout(buttons)
        column.addWidget(self._entries, 100)
        column.addStretch(1)

    # What is shown

    @Slot()
    def _show_queue(self) -> None:
        queue = self._queue
        self.list.set_rows([row_of(seen, self._times) for seen in queue.entries])
        self._entries.setVisible(bool(queue.entries))
        self.summary.setText(summary_of(queue, self._times, datetime.now()))
        self.summary.setToolTip(GOES_FIRST if queue.is_held else "")
        saving = queue.is_running and not queue.is_on
        self.start.setText(tr("Saving …") if saving else tr("Pause the queue") if queue.is_on else tr("Run the queue"))
        theme.set_primary(self.start, not queue.is_on)
        self.start.setEnabled(not saving and (queue.is_on or queue.due > 0))
        stops = tr("Save what is being trained, and begin nothing more; it goes on from there.")
        self.start.setToolTip(
            stops if queue.is_on else GOES_FIRST if queue.due else tr("Nothing waits; add a run or a sweep first.")
        )
        self._show_buttons()
        self.current_changed.emit()

    def _show_buttons(self) -> None:
        seen, place = self.current(), self.list.currentRow()
        state = seen.queued.state if seen is not None else None
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < self.list.count() - 1)
        paused = state is EntryState.PAUSED
        self.pause.setEnabled(state is not None and state not in _AGAIN)
        self.pause.setIcon(theme.icon("play" if paused else "pause"))
        _name(self.pause, tr("Put this entry in line again") if paused else tr("Pause this entry: the others pass it"))
        self.again.setEnabled(state in _AGAIN and seen is not None and seen.queued.entry is not None)
        finished = state is EntryState.FINISHED
        _name(self.again, tr("Train it once more, as a new run") if finished else tr("Retry: go on where it failed"))
        self.duplicate.setEnabled(seen is not None and seen.queued.entry is not None)
        self.remove.setEnabled(seen is not None)

    @Slot()
    def _on_current(self) -> None:
        self._show_buttons()
        self.current_changed.emit()

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        seen = self.current()
        if seen is None or self.list.itemAt(at) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if seen.queued.run is not None:
            menu.addAction(theme.icon("folder"), tr("Open run"), self.open_requested.emit)
        for button in (self.up, self.down, self.pause, self.again, self.duplicate, self.remove):
            if button.isEnabled():
                menu.addAction(button.icon(), button.accessibleName(), button.click)
        menu.popup(self.list.viewport().mapToGlobal(at))

    # What a user does

    @Slot()
    def _on_start(self) -> None:
        if self._queue.is_on:
            self._queue.pause_all()
        else:
            self._queue.run_all()

    @Slot(object)
    def _on_at_once(self, value: object) -> None:
        if isinstance(value, int):
            self._queue.set_at_once(value)

    @Slot()
    def _on_up(self) -> None:
        self.list.move_current(-1)

    @Slot()
    def _on_down(self) -> None:
        self.list.move_current(1)

    @Slot()
    def _on_pause(self) -> None:
        seen = self.current()
        if seen is not None and seen.queued.state is EntryState.PAUSED:
            self._queue.wait(seen.number)
        elif seen is not None:
            self._queue.pause(seen.number)

    @Slot()
    def _on_again(self) -> None:
        if self.list.current is not None:
            self._queue.wait(self.list.current)

    @Slot()
    def _on_duplicate(self) -> None:
        if self.list.current is not None:
            self._queue.duplicate(self.list.current)

    @Slot()
    def _on_remove(self) -> None:
        if self.list.current is not None:
            self._queue.remove(self.list.current)


def _button(icon: str, tip: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    _name(button, tip)
    button.clicked.connect(act)
    return button


def _name(button: QToolButton, tip: str) -> None:
    button.setToolTip(tip)
    button.setAccessibleName(re.split(r" ?[(（:：]", tip)[0])
