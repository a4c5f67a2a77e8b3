"""A menu of tags, those checked that all the chosen runs have."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from latentlab.gui.language import tr
from latentlab.runs import RunSummary


class TagMenu(QMenu):
    """Every tag that there is, and an entry for a new one.

    Signals:
        chosen: a tag, and whether it is added or removed.
        new_wanted: a tag that there is not yet.
    """

    chosen = Signal(str, bool)
    new_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Tags"), parent)
        self.triggered.connect(self._on_triggered)

    def fill(self, chosen: Sequence[RunSummary], runs: Iterable[RunSummary]) -> None:
        """Offer the tags of all runs for those that are chosen."""
        self.clear()
        known = {tag for run in runs for tag in run.annotations.tags}
        for tag in sorted(known, key=str.casefold):
            action = self.addAction(tag.replace("&", "&&"))
            action.setData(tag)
            action.setCheckable(True)
            action.setChecked(all(tag in run.annotations.tags for run in chosen))
        self.addSeparator()
        self.addAction(tr("New tag…"))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is None:
            self.new_wanted.emit()
        else:
            self.chosen.emit(str(action.data()), action.isChecked())
