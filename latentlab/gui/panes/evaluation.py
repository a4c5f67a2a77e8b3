"""What a run is worth, measured on held-out images."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.panes.base import Pane, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.slim_bar import SlimBar
from latentlab.gui.widgets.unit_plots import UnitPlots, Units
from latentlab.gui.workers.evaluation_thread import Measured

if TYPE_CHECKING:
    from latentlab.evaluation import Evaluation, Row

_SAMPLES = 100
_PULL_MS = 100
_TABLE_SHARE = 60
"""Per cent of the room, beside or above the plots."""
_BESIDE_FROM = 840
"""Pixels of width from which table and plots stand beside each other."""


class EvaluationPane(Pane):
    """A button, its progress, the table of numbers with their units, and what is known of each dimension."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: list[Row] = []
        self.samples = NumberBox(whole=True, limits=Limits(low=1, high=100_000))
        self.samples.set_value(_SAMPLES)
        self.samples.setToolTip("S, importance samples per image for −log p(x). More are closer to the truth, and take longer.")
        self.samples.setAccessibleName("Importance samples")
        self.start = QPushButton("Evaluate")
        theme.set_primary(self.start)
        self.copy = QPushButton(theme.icon("copy"), "Copy")
        self.copy.setToolTip("Copy the table as text.")
        self.copy.setEnabled(False)
        self.bar = SlimBar("Progress of the evaluation")
        self.caption = QLabel()
        self.caption.setFont(theme.caption_font())
        self.caption.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName("Measured on held-out images")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.hide()
        header.sectionResized.connect(self._fit_rows)

        layout = self._column()
        layout.addLayout(
            row_of(title_label("Evaluation"), 1, QLabel("Importance samples"), self.samples, self.start, self.copy)
        )
        layout.addWidget(self.bar)
        layout.addWidget(self.caption)
        self.units = UnitPlots()
        self.units.export_requested.connect(partial(session.messages.export_picture, "units.png"))
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.table)
        self._both.addWidget(self.units)
        self._both.setSizes([_TABLE_SHARE, 100 - _TABLE_SHARE])
        layout.addWidget(self._both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self._on_copy)
        session.run.state_changed.connect(self._on_state)
        self._follow()
        self._on_state(session.run.state)

    @Slot()
    def _on_start(self) -> None:
        if self._session.evaluation.is_running:
            self._session.evaluation.cancel()
            self.start.setEnabled(False)
            return
        self._session.evaluation.start(int(self.samples.value() or _SAMPLES), self._on_measured)
        self.start.setText("Cancel")
        self.start.setToolTip("End the measurement; nothing is written.")
        theme.set_primary(self.start, False)
        self._pull.start()

    @Slot()
    def _on_pull(self) -> None:
        share, text = self._session.evaluation.progress
        self.bar.set_share(share)
        self.caption.setText(f"{text} …")

    def _on_measured(self, measured: Measured) -> None:
        self._pull.stop()
        self.bar.set_share(0)
        self.start.setText("Evaluate")
        theme.set_primary(self.start)
        self._on_state(self._session.run.state)
        if measured.problem:
            self._session.messages.tell("error", measured.problem, measured.details)
        if measured.evaluation is None:
            self.caption.setText("Cancelled." if not measured.problem else "")
            return
        origin = measured.evaluation.provenance
        self.caption.setText(
            f"{origin['run']}, step {origin['checkpoint_step']:,} · {origin['images']} · seed {origin['seed']}"
        )
        self._rows = measured.evaluation.rows()
        self.table.setRowCount(len(self._rows))
        for index, row in enumerate(self._rows):
            number = QTableWidgetItem(row.number)
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            number.setFont(theme.tabular(theme.body_font()))
            self.table.setItem(index, 0, QTableWidgetItem("    " * row.depth + row.title))
            self.table.setItem(index, 1, number)
            note = QTableWidgetItem(f"⚠ {row.note}" if row.warning else row.note)
            note.setToolTip(theme.plain_tip(row.note))
            self.table.setItem(index, 2, note)
        self._fit_rows()
        self._show_units(measured.evaluation)
        self.copy.setEnabled(True)

    def _show_units(self, evaluation: "Evaluation") -> None:
        from latentlab.evaluation.posterior import ACTIVE_KL, ACTIVE_VARIANCE  # loads torch, which has measured by now

        variances, kl = evaluation.variance_of_means, evaluation.kl_per_dim
        known = variances is not None and kl is not None
        plots = [
            Units("Variance of means", variances or (), ACTIVE_VARIANCE),
            Units("KL to the prior, nats", kl or (), ACTIVE_KL),
        ]
        self.units.set_units(plots if known else (), f"Note: {evaluation.gap_note}." if evaluation.gap_note else "")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{row.title}\t{row.number}\t{row.note}" for row in self._rows))

    @Slot(object)
    def _on_state(self, state: State) -> None:
        ready = self._session.run.subject is not None and state not in TRAINING
        self.start.setEnabled(ready or self._session.evaluation.is_running)
        if not self._session.evaluation.is_running:
            why = (
                "A run in training is measured at its checkpoints; stop it to evaluate it in full." if state in TRAINING else ""
            )
            self.start.setToolTip(
                why or "Measure the newest checkpoint on held-out images (evaluation.json in the run's folder)."
            )

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._session.evaluation.cancel()
        self.table.setRowCount(0)
        self.units.set_units(())
        self.copy.setEnabled(False)
        self.caption.setText("Press Evaluate to measure likelihood, information, consistency and reconstruction.")

    @Slot()
    def _fit_rows(self) -> None:
        """Long notes take several lines where there is room for that; else their tooltips have them."""
        if self._both.orientation() is Qt.Orientation.Horizontal:
            self.table.resizeRowsToContents()
            return
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, self.table.verticalHeader().defaultSectionSize())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._both.orientation() != orientation:
            self._both.setOrientation(orientation)
            whole = self._both.width() if beside else self._both.height()
            self._both.setSizes([whole * _TABLE_SHARE // 100, whole * (100 - _TABLE_SHARE) // 100])
