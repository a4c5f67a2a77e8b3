"""A sweep made by hand: a base, settings with their values, and seeds; how many runs that is and how long they take."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from latentlab.config import preset_names
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.queue import QueueModel
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.setting_words import in_form_words
from latentlab.gui.widgets.queue_words import plan_text
from latentlab.gui.widgets.swept_setting import SweptSetting, list_of

if TYPE_CHECKING:
    from latentlab.sweeps import Sweep

_SETTLED_MS = 250
_WIDTH = 620
_MOST_TIMED = 12
"""Different runs that are measured for the expected time."""


class SweepEditor(QDialog):
    """Every change is checked; what is wrong is said in one sentence.

    Signals:
        made: what the sweep's file will say, as nested plain values.
    """

    made = Signal(object)

    def __init__(self, times: StepTimes, queue: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New sweep"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._times = times
        self._queue = queue
        self._plan: Sweep | None = None
        self.base = QComboBox()
        self.base.addItems(preset_names())
        self.base.setToolTip(tr("The preset that every run starts from."))
        self.name = QLineEdit("my-sweep")
        self.name.setToolTip(tr("Name of the sweep and of its folder: letters, digits, '.', '_' and '-'."))
        self.steps = QLineEdit()
        self.steps.setPlaceholderText(tr("as in the preset"))
        self.steps.setToolTip(tr("Steps of every run."))
        self.seeds = QLineEdit("0, 1, 2")
        self.seeds.setToolTip(tr("Each combination of values is trained once with each seed."))
        self.rows: list[SweptSetting] = []
        self.more = QPushButton(tr("Add a setting"))
        self.more.setToolTip(tr("Vary another setting too: every combination of values is trained."))
        self.summary = QLabel(" ")
        self.summary.setFont(theme.title_font())
        self.problem = QLabel(" ")
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self.problem, "error")
        self._build()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._check)
        for line in (self.name, self.steps, self.seeds):
            line.textChanged.connect(self._on_changed)
        self.base.currentIndexChanged.connect(self._on_changed)
        self.more.clicked.connect(self._on_more)
        times.changed.connect(self._show_plan)
        self._on_more()
        self.rows[0].choose("objective.beta", "1, 4")

    def values(self) -> dict[str, Any]:
        """What the sweep's file will say."""
        values: dict[str, Any] = {
            "name": self.name.text().strip(),
            "preset": self.base.currentText(),
            "seeds": list_of(self.seeds.text()),
            "grid": {row.key: row.values() for row in self.rows if row.key},
        }
        steps = list_of(self.steps.text())
        return {**values, **({"base": {"train": {"steps": steps[0]}}} if steps else {})}

    def _build(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.SPACING.MEDIUM)
        fields.setVerticalSpacing(theme.SPACING.SMALL)
        fields.setColumnStretch(1, 1)
        for line, (words, field) in enumerate(
            ((tr("Name"), self.name), (tr("Base"), self.base), (tr("Steps"), self.steps), (tr("Seeds"), self.seeds))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            fields.addWidget(label, line, 0)
            fields.addWidget(field, line, 1)
        heading = QLabel(tr("Settings and their values"))
        heading.setFont(theme.title_font())
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.SPACING.SMALL)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add = QPushButton(tr("Add to queue"))
        self.add.setDefault(True)
        self.add.clicked.connect(self._on_add)
        theme.set_primary(self.add)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACING.SMALL)
        foot.addWidget(self.summary, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.add)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        column = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.SPACING.MEDIUM)
        column.addLayout(fields)
        column.addWidget(heading)
        column.addLayout(self._place)
        column.addLayout(more)
        column.addStretch(1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDTH)

    @Slot()
    def _on_more(self) -> None:
        row = SweptSetting(self)
        row.changed.connect(self._on_changed)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._place.addWidget(row)
        self._on_changed()
        row.setting.setFocus()

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, SweptSetting) and len(self.rows) > 1:
            self.rows.remove(row)
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._plan = None
        self.add.setEnabled(False)
        for row in self.rows:
            row.set_removable(len(self.rows) > 1)
        self._settled.start()

    @Slot()
    def _check(self) -> None:
        keys = [row.key for row in self.rows if row.key]
        twice = next((row.setting.currentText() for row in self.rows if row.key and keys.count(row.key) > 1), "")
        if twice:
            self._on_refused(tr("{twice}: is there twice; put all of its values on one line.", twice=twice), "")
        else:
            self._queue.plan(self.values(), self._on_planned, self._on_refused)

    def _on_planned(self, plan: "Sweep") -> None:
        if self._settled.isActive():
            return  # something has changed since
        self._plan = plan
        self.add.setEnabled(True)
        self.problem.setText(" ")
        self._times.want([cell.config for cell in plan.cells[:: max(1, len(plan.cells) // _MOST_TIMED)]])
        self._show_plan()

    def _on_refused(self, text: str, details: str) -> None:
        del details
        if not self._settled.isActive():
            self.summary.setText(" ")
            # Of a run that will not do, the setting at fault comes after the values that the run has.
            at = max((text.rfind(f": {row.key} = ") + len(": ") for row in self.rows if f": {row.key} = " in text), default=0)
            self.problem.setText(in_form_words(text[at:].removeprefix("grid.")))

    @Slot()
    def _show_plan(self) -> None:
        if self._plan is not None:
            self.summary.setText(plan_text(self._plan, self._times))

    @Slot()
    def _on_add(self) -> None:
        self.made.emit(self.values())
        self.accept()
