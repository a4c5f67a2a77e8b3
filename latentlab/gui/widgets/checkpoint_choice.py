"""Choosing whose weights are looked at: the newest, or those of a checkpoint."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.widgets.checkpoint_slider import CheckpointSlider


class CheckpointChoice(QWidget):
    """A title, the step that is looked at with a menu of all, and a slider over them.

    Signals:
        list_wanted: somebody is about to choose, so that the list should be new.
        chosen: the step of a checkpoint, or None for the newest weights.
    """

    list_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, title: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = QToolButton()
        self.step.setFont(theme.tabular(theme.caption_font()))
        self.step.setAutoRaise(True)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setToolTip("Whose weights every pane looks at: the newest, or those of a checkpoint.")
        self.step.setAccessibleName("Model of step")
        self._menu = QMenu(self.step)
        self._menu.aboutToShow.connect(self.list_wanted)
        self.step.setMenu(self._menu)
        self.scrubber = CheckpointSlider()
        self.scrubber.asked.connect(self.chosen)
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self.step)
        head = QVBoxLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(line)
        head.addWidget(self.scrubber)
        self.set_steps((), (), None)

    def set_steps(self, steps: tuple[int, ...], earlier: tuple[int, ...], held: int | None) -> None:
        """Offer checkpoints.

        Args:
            steps: of all of them, ascending.
            earlier: those before the newest weights.
            held: the one that is looked at, None for the newest weights.
        """
        self._menu.clear()
        self._menu.addAction("Newest weights", partial(self.chosen.emit, None))
        self._menu.addSeparator()
        for step in reversed(steps):
            self._menu.addAction(f"Checkpoint of step {step:,}", partial(self.chosen.emit, step))
        self.scrubber.set_steps(earlier, held)
