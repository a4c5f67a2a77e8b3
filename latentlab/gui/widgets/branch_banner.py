"""Says over the settings of the next run that it is a branch, and of which checkpoint."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.elided_label import ElidedLabel

_STEPS_WIDTH = 120


class BranchBanner(QWidget):
    """The run that is branched off, a choice of its checkpoints, and a button that makes no branch after all.

    Attributes:
        steps: the choice of checkpoints.
        cancel: the button.

    Signals:
        step_chosen: the step of another checkpoint.
        cancelled: no branch is wanted.
    """

    step_chosen = Signal(int)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = ElidedLabel()
        self._run.setTextFormat(Qt.TextFormat.PlainText)
        self.steps = QComboBox()
        self.steps.setAccessibleName(tr("Checkpoint that the branch begins at"))
        self.steps.setToolTip(tr("The checkpoint that the branch begins at."))
        self.steps.setFixedWidth(_STEPS_WIDTH)
        self.steps.view().setMinimumWidth(2 * _STEPS_WIDTH)
        self.steps.activated.connect(self._on_activated)
        self.cancel = QToolButton()
        self.cancel.setIcon(theme.icon("close"))
        self.cancel.setToolTip(tr("Set up a new run instead of a branch."))
        self.cancel.setAccessibleName(tr("No branch"))
        self.cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addWidget(self._run, 1)
        layout.addWidget(self.steps)
        layout.addWidget(self.cancel)

    def show_point(self, run: str, step: int, names: dict[int, str]) -> None:
        """Show a checkpoint of a run, and offer all of them by their steps, with their names."""
        self._run.setText(tr("Branch of {run}", run=run))
        self._run.setToolTip(
            theme.plain_tip(tr("A new run that goes on from a checkpoint of {run}, which is left as it is.", run=run))
        )
        self.steps.clear()
        for at in reversed(names):
            self.steps.addItem(
                tr("step {step:,} · {name}", step=at, name=names[at]) if names[at] else tr("step {step:,}", step=at), at
            )
        self.steps.setCurrentIndex(self.steps.findData(step))

    @Slot()
    def _on_activated(self) -> None:
        self.step_chosen.emit(int(self.steps.currentData()))
