"""The foot of the settings: what the run takes, where it goes, and the button that starts it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.network_cost import NetworkCost

_FOLDER_WIDTH = 230


class RunFoot(QWidget):
    """Estimate, folder and button.

    Attributes:
        cost: what the run takes.
        choose: for choosing another folder.
        train: for starting the run.
        queue: for putting it at the end of the queue.
    """

    def __init__(self, times: StepTimes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cost = NetworkCost(times)
        self.train = QPushButton(theme.icon("play"), tr("Train"))
        theme.set_primary(self.train)
        self.queue = QPushButton(theme.icon("queue"), tr("Add to queue"))
        self.queue.setToolTip(tr("Put a run with these settings at the end of the queue (Ctrl+Alt+Return)."))
        self._folder = QLabel()
        theme.set_role(self._folder, "caption")
        self._folder.setTextFormat(Qt.TextFormat.PlainText)
        self._folder.setMinimumWidth(1)
        self.choose = QToolButton()
        self.choose.setIcon(theme.icon("folder"))
        self.choose.setToolTip(tr("Choose the folder that new runs are kept in."))
        self.choose.setAccessibleName(tr("Folder for runs"))
        place = QHBoxLayout()
        place.addWidget(self._folder, 1)
        place.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        column.setSpacing(theme.SPACING.TIGHT)
        column.addWidget(self.cost)
        column.addLayout(place)
        start = QHBoxLayout()
        start.addWidget(self.train, 1)
        start.addWidget(self.queue)
        column.addLayout(start)

    def show_folder(self, folder: Path) -> None:
        """Show where new runs go."""
        text = tr("Runs in {folder}", folder=folder)
        self._folder.setText(self._folder.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _FOLDER_WIDTH))
        self._folder.setToolTip(theme.plain_tip(text))
