"""How far a run is continued, and at what learning rate."""

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.dialog_parts import buttons_of, fields_of
from latentlab.gui.widgets.number_box import Limits, NumberBox


class ContinueDialog(QDialog):
    """Asks for the last step and the learning rate; open it with `open`, and read `changes` when it is accepted."""

    def __init__(self, name: str, step: int, steps: int, learning_rate: float, parent: QWidget | None = None) -> None:
        """Build the dialog.

        Args:
            name: of the run.
            step: it goes on from.
            steps: planned so far.
            learning_rate: so far.
            parent: as in Qt.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Continue run"))
        self._before = learning_rate
        title = QLabel(tr("Continue {name} from step {step:,}", name=name, step=step))
        title.setFont(theme.title_font())
        self.steps = NumberBox(whole=True, limits=Limits(low=step + 1))
        self.steps.set_value(steps if steps > step else 2 * step)
        self.steps.setAccessibleName(tr("Last step"))
        self.steps.setToolTip(tr("The step at which training ends; above {step:,}, which is reached already.", step=step))
        self.learning_rate = NumberBox(whole=False, limits=Limits(low=0, above=True))
        self.learning_rate.set_value(learning_rate)
        self.learning_rate.setAccessibleName(tr("Learning rate"))
        self.learning_rate.setToolTip(tr("A change is kept in the run's history and drawn as a mark in the plots."))
        fields = fields_of((tr("Train to step"), self.steps), (tr("Learning rate"), self.learning_rate))
        self.go_on = QPushButton(tr("Continue"))
        self.go_on.clicked.connect(self.accept)
        buttons = buttons_of(self, self.go_on)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.LARGE)
        layout.addWidget(title)
        layout.addLayout(fields)
        layout.addLayout(buttons)
        self.setMinimumWidth(340)
        self.steps.setFocus()
        self.steps.selectAll()

    def changes(self) -> dict[str, object]:
        """What is to be changed of the `train` settings."""
        changed: dict[str, object] = {"steps": self.steps.value()}
        if self.learning_rate.value() != self._before:
            changed["learning_rate"] = self.learning_rate.value()
        return changed
