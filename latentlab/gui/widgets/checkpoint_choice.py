"""Choosing whose weights are looked at: the newest, or those of a checkpoint."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.checkpoint_slider import CheckpointSlider


class CheckpointChoice(QWidget):
    """A title, the step that is looked at with a menu of all, and a slider over them.

    Signals:
        list_wanted: somebody is about to choose, so that the list should be new.
        chosen: the step of a checkpoint, or None for the newest weights.
        branch_wanted: a new run is to begin at the model that is looked at.
        keep_wanted: that is to be kept under a name.
    """

    list_wanted = Signal()
    chosen = Signal(object)
    branch_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, title: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = QToolButton()
        self.step.setFont(theme.tabular(theme.caption_font()))
        self.step.setAutoRaise(True)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setToolTip(tr("Whose weights every pane looks at: the newest, or those of a checkpoint."))
        self.step.setAccessibleName(tr("Model of step"))
        self._menu = QMenu(self.step)
        self._menu.aboutToShow.connect(self.list_wanted)
        self.step.setMenu(self._menu)
        self.scrubber = CheckpointSlider()
        self.scrubber.asked.connect(self.chosen)
        self.keep = _button("bookmark", tr("Keep this checkpoint…"), tr("Keep the model that is looked at, under a name."))
        self.branch = _button("branch", tr("Branch from here…"), tr("Train a new run from this model on, with other settings."))
        self._tips = {button: button.toolTip() for button in (self.keep, self.branch)}
        self.keep.clicked.connect(self.keep_wanted)
        self.branch.clicked.connect(self.branch_wanted)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(title)
        line.addStretch(1)
        for widget in (self.keep, self.branch, self.step):
            line.addWidget(widget)
        head = QVBoxLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(line)
        head.addWidget(self.scrubber)
        self.set_steps({}, (), None)

    def allow(self, *, branch: bool, keep: bool, elsewhere: str = "") -> None:
        """Say whether a branch can be made, and a checkpoint be kept; why not, where the run lies on another computer."""
        self.branch.setEnabled(branch)
        self.keep.setEnabled(keep)
        for button, tip in self._tips.items():
            button.setToolTip(f"{button.accessibleName()}: {elsewhere}" if elsewhere else tip)

    def set_steps(self, steps: Mapping[int, str], earlier: tuple[int, ...], held: int | None) -> None:
        """Offer checkpoints.

        Args:
            steps: of all of them, ascending, with the names that they are kept under; empty for none.
            earlier: those before the newest weights.
            held: the one that is looked at, None for the newest weights.
        """
        self._menu.clear()
        self._menu.addAction(tr("Newest weights"), partial(self.chosen.emit, None))
        self._menu.addSeparator()
        for step in reversed(list(steps)):
            name = f" · {steps[step]}" if steps[step] else ""
            self._menu.addAction(tr("Checkpoint of step {step:,}{name}", step=step, name=name), partial(self.chosen.emit, step))
        self._menu.addSeparator()
        for button, asked in ((self.keep, self.keep_wanted), (self.branch, self.branch_wanted)):
            self._menu.addAction(button.icon(), button.text(), asked.emit).setEnabled(button.isEnabled())
        self.scrubber.set_steps(earlier, held)


def _button(icon: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(16, 16))
    button.setText(text)
    button.setToolTip(f"{text.removesuffix('…')}: {tip}")
    button.setAccessibleName(text.removesuffix("…"))
    button.setAutoRaise(True)
    return button
