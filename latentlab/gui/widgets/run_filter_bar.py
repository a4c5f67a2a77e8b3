"""What narrows the table of runs: a line to search, and a choice for each property."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.run_table import RunFilter, choices, data_text, method_text, state_text
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.runs import RunSummary

_CHOICES = {
    "state": (tr("Any state"), tr("State"), tr("Show only runs of one state")),
    "data": (tr("Any data"), tr("Data"), tr("Show only runs of one data set")),
    "method": (tr("Any method"), tr("Method"), tr("Show only runs of one method")),
    "tag": (tr("Any tag"), tr("Tag"), tr("Show only runs of one tag")),
}
"""What is chosen by, with the words for all of them, its name and its tip."""


class RunFilterBar(QWidget):
    """Says which runs to show.

    Attributes:
        search: words that must be found.
        boxes: the choices, by property.
        archived: whether archived runs are shown instead.

    Signals:
        changed: other runs are wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search runs"))
        self.search.setToolTip(tr("Words in the name, data, method, tags, note or folder (Ctrl+F)"))
        self.search.setAccessibleName(tr("Search runs"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self.search)
        shortcut.activated.connect(self.search.setFocus)
        self.boxes = {name: QComboBox() for name in _CHOICES}
        for name, box in self.boxes.items():
            every, title, tip = _CHOICES[name]
            box.addItem(every, "")
            box.setAccessibleName(title)
            box.setToolTip(tip)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._on_changed)
        self.archived = QCheckBox(tr("Archived"))
        self.archived.setMinimumHeight(self.search.sizeHint().height())
        self.archived.setToolTip(tr("Show archived runs instead of the others"))
        self.count = QLabel()
        theme.set_role(self.count, "caption")
        self.count.setMinimumHeight(self.search.sizeHint().height())
        flow = FlowLayout(self, gap=theme.SPACING.SMALL, line_gap=theme.SPACING.TIGHT)
        for widget in (self.search, *self.boxes.values(), self.archived, self.count):
            flow.addWidget(widget)
        self.search.textChanged.connect(self._on_changed)
        self.archived.toggled.connect(self._on_changed)

    def wanted(self) -> RunFilter:
        """Which runs are asked for."""
        chosen = {name: str(box.currentData() or "") for name, box in self.boxes.items()}
        return RunFilter(self.search.text(), archived=self.archived.isChecked(), **chosen)

    def offer(self, runs: Sequence[RunSummary]) -> None:
        """Offer what these runs have; what is chosen stays chosen."""
        tags = sorted({tag for run in runs for tag in run.annotations.tags}, key=str.casefold)
        found = {"state": choices(runs, state_text), "data": choices(runs, data_text), "method": choices(runs, method_text)}
        for name, offered in {**found, "tag": tags}.items():
            self._offer(self.boxes[name], _CHOICES[name][0], offered)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many runs are shown."""
        self.count.setText(
            tr("{shown:,} of {total:,} runs", shown=shown, total=total)
            if shown != total
            else tr("1 run")
            if total == 1
            else tr("{total:,} runs", total=total)
        )

    @Slot()
    def clear(self) -> None:
        """Ask for all runs that are not archived."""
        with QSignalBlocker(self):
            self.search.clear()
            self.archived.setChecked(False)
            for box in self.boxes.values():
                box.setCurrentIndex(0)
        self.changed.emit()

    def _offer(self, box: QComboBox, every: str, offered: list[str]) -> None:
        chosen = str(box.currentData() or "")
        texts = [every, *sorted({*offered, *([chosen] if chosen else [])}, key=str.casefold)]
        if texts == [box.itemText(place) for place in range(box.count())]:
            return
        with QSignalBlocker(box):
            box.clear()
            for text in texts:
                box.addItem(text, "" if text == every else text)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        box.setVisible(len(texts) > 2 or bool(chosen))

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
