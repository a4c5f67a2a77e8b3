"""Sweeps: a queue of them, and of each its table and its plots as its runs finish."""

import shlex
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.session import TRAINING, Message, Session, Severity, State
from latentlab.gui.sweep_queue import QueuedSweep, Standing, Turn
from latentlab.gui.widgets.sweep_plot import SweepPlot
from latentlab.sweeps import METRICS, figure_of, sweep_names

_PULL_MS = 200
_QUEUE_WIDTH = 260
_FORMS = {"CSV": ("csv", "to_csv"), "Markdown": ("md", "to_markdown"), "LaTeX": ("tex", "to_latex")}


class SweepsPane(QWidget):
    """What is run in turn on the left, what it came to on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = session.sweeps
        self._shown: Standing | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(self._build_head())
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._build_queue())
        both.addWidget(self._build_result())
        both.setStretchFactor(1, 1)
        both.setSizes([_QUEUE_WIDTH, 900])
        layout.addWidget(both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._show_progress)
        self._queue.changed.connect(self._on_changed)
        self._queue.failed.connect(self._on_failed)
        session.state_changed.connect(self._on_state)
        self._on_changed()

    def selected(self) -> QueuedSweep | None:
        """The sweep whose result is shown."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return next((sweep for sweep in self._queue.sweeps if sweep.number in chosen), None)

    def _build_head(self) -> QHBoxLayout:
        title = QLabel("Sweeps")
        title.setFont(theme.title_font())
        self.source = QComboBox()
        self.source.setEditable(True)
        self.source.addItems(sweep_names())
        self.source.setMinimumWidth(200)
        self.source.setToolTip("A sweep that ships with LatentLab, or the path of a sweep's .toml file.")
        self.source.setAccessibleName("Sweep")
        browse = QToolButton()
        browse.setIcon(theme.icon("folder"))
        browse.setToolTip("Choose a sweep's .toml file.")
        browse.clicked.connect(self._on_browse)
        self.settings = QLineEdit()
        self.settings.setPlaceholderText("settings of every run, such as data.root=/path/to/images train.steps=1000")
        self.settings.setToolTip("section.key=value, with spaces between; quote a path that has spaces.")
        self.settings.setAccessibleName("Settings of every run")
        self.add = QPushButton("Add to queue")
        self.add.setToolTip("Put the sweep at the end of the queue. What is done of it already is not done again.")
        self.add.clicked.connect(self._on_add)
        self.settings.returnPressed.connect(self._on_add)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        for widget in (title, self.source, browse):
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

    def _build_result(self) -> QWidget:
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName("Progress of the sweep")
        self.copy = self._table_button("copy", "Copy", "Copy the table.", self._copy)
        self.export = self._table_button("export", "Export…", "Write the table to a file.", self._export)
        self.table = QTableWidget()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setToolTip("Mean ± sample standard deviation over seeds. Double click: open the row's first run.")
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.cellDoubleClicked.connect(self._on_row)
        self.plotted = QComboBox()
        self.plotted.setMinimumWidth(200)
        self.plotted.setToolTip("What the plot shows.")
        self.plotted.setAccessibleName("Metric of the plot")
        self.plotted.currentIndexChanged.connect(self._show_plot)
        self.plot = SweepPlot()
        self.plot.export_requested.connect(lambda image: self._session.ask_export("sweep.png", image))
        self.notes = QLabel()
        self.notes.setFont(theme.caption_font())
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.SPACING.SMALL, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(self.caption, 1)
        for widget in (self.plotted, self.copy, self.export):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.bar)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.plot)
        parts.setSizes([300, 300])
        column.addWidget(parts, 1)
        column.addWidget(self.notes)
        return holder

    def _table_button(self, icon: str, text: str, tip: str, act: Callable[[str], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setText(text)
        button.setToolTip(tip)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for form in _FORMS:
            menu.addAction(form).triggered.connect(lambda checked=False, form=form: act(form))
        button.setMenu(menu)
        return button

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
        added = self._queue.add(source, settings)
        self.list.setCurrentRow(self._queue.sweeps.index(added))

    @Slot()
    def _on_start(self) -> None:
        if self._queue.is_running:
            self._queue.stop()
            self.start.setEnabled(False)
            self.start.setText("Finishing the step …")
        else:
            self._session.message.emit(None)
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

    @Slot(int, int)
    def _on_row(self, row: int, column: int) -> None:
        del column
        folders = self._shown.folders[row] if self._shown else ()
        if folders and not self._queue.is_running:
            self._session.open_run(folders[0])
        elif folders:
            self._tell("info", "The sweep is at work. Stop it to look into one of its runs.")

    def _copy(self, form: str) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(getattr(self._shown.table, _FORMS[form][1])())

    def _export(self, form: str) -> None:
        sweep, ending = self.selected(), _FORMS[form][0]
        if self._shown is None or sweep is None:
            return
        suggestion = self._queue.folder / f"{sweep.title}.{ending}"
        name, _ = QFileDialog.getSaveFileName(self, "Export table", str(suggestion), f"{form} (*.{ending})")
        if name:
            self._session.export_text(getattr(self._shown.table, _FORMS[form][1])(), Path(name))

    # What is shown

    @Slot(str, str)
    def _on_failed(self, text: str, details: str) -> None:
        self._session.message.emit(Message("error", text, details or None))

    def _tell(self, severity: Severity, text: str) -> None:
        self._session.message.emit(Message(severity, text))

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
            item = QListWidgetItem(f"{sweep.title}\n{_standing_text(sweep)}")
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
        running, training = self._queue.is_running, self._session.state in TRAINING
        ready = self._session.state is not State.LOADING
        self.start.setText("Stop" if running else "Run the queue")
        theme.set_primary(self.start, not running)
        waiting = any(sweep.turn in (Turn.WAITING, Turn.STOPPED, Turn.FAILED) for sweep in self._queue.sweeps)
        self.start.setEnabled(running or (waiting and ready and not training))
        why = "A run is in training; sweeps begin when it has ended." if training else "" if waiting else "Add a sweep first."
        self.start.setToolTip("End after the step in progress; what was learned is saved." if running else why)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(bool(self._queue.sweeps))

    @Slot()
    def _on_selected(self) -> None:
        sweep = self.selected()
        self._shown = sweep.standing if sweep else None
        table = self._shown.table if self._shown else None
        self.copy.setEnabled(table is not None)
        self.export.setEnabled(table is not None)
        self.table.setColumnCount(len(table.headings) if table else 0)
        self.table.setRowCount(len(table.rows) if table else 0)
        self.notes.setText("\n".join(table.notes) if table else "")
        self.notes.setVisible(bool(table and table.notes))
        names = table.metrics if table else ()
        if [self.plotted.itemData(index) for index in range(self.plotted.count())] != list(names):
            self.plotted.clear()
            for name in names:
                self.plotted.addItem(METRICS[name].heading, name)
        for widget in (self.plotted, self.copy, self.export, self.bar):
            widget.setVisible(bool(names))
        if table is not None:
            self.table.setHorizontalHeaderLabels(table.headings)
            for row, texts in enumerate(table.texts()):
                for column, text in enumerate(texts):
                    self.table.setItem(row, column, self._item(text, number=column >= len(table.row_titles)))
        self._show_plot()
        self._show_progress()

    def _item(self, text: str, *, number: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        if number:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setFont(theme.tabular(theme.body_font()))
        return item

    @Slot()
    def _show_plot(self) -> None:
        name = self.plotted.currentData()
        table = self._shown.table if self._shown is not None else None
        self.plot.set_figure(None if table is None or name is None else figure_of(table, name))

    @Slot()
    def _show_progress(self) -> None:
        sweep = self.selected()
        progress = self._queue.progress
        if sweep is None:
            self.caption.setText("Add a sweep: a grid of settings and seeds, trained and measured in turn.")
        elif sweep.turn is Turn.RUNNING and progress is not None:
            self.bar.setValue(round(1000 * progress.whole))
            self.caption.setText(
                f"run {progress.run} of {progress.runs} · {progress.key} · {progress.doing} {progress.share:.0%}"
            )
        else:
            done = sweep.standing.finished / sweep.standing.runs if sweep.standing else 0.0
            self.bar.setValue(round(1000 * done))
            self.caption.setText(_standing_text(sweep))


def _standing_text(sweep: QueuedSweep) -> str:
    if sweep.standing is None:
        return "reading …" if sweep.turn is Turn.RUNNING else sweep.turn.value
    failed = f" · {sweep.standing.failed} failed" if sweep.standing.failed else ""
    return f"{sweep.turn.value} · {sweep.standing.finished} of {sweep.standing.runs} runs{failed}"
