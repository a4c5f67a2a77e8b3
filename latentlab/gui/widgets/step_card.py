"""A step of a guided experiment: what to do and why, a button that does it, and what was found."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from latentlab.gui import theme
from latentlab.gui.colours import Severity
from latentlab.gui.language import tr

_MARK = 16


class StepCard(QFrame):
    """One step; its text is shown while it is the one to do, its button also where it has not shown what it should.

    Attributes:
        button: does the step.

    Signals:
        requested: do the step.
    """

    requested = Signal()

    def __init__(self, number: int, title: str, text: str, label: str, parent: QWidget | None = None) -> None:
        """A step with its number from 1; `label` is the button's."""
        super().__init__(parent)
        self._number, self._title = number, title
        self._done = False
        self._severity: Severity | None = None
        self._mark, self._verdict_mark = QLabel(), QLabel()
        for mark in (self._mark, self._verdict_mark):
            mark.setFixedWidth(_MARK)
        self.title = QLabel(title)
        self.title.setFont(theme.title_font())
        self.body, self.verdict = QLabel(text), QLabel()
        for words in (self.title, self.body, self.verdict):
            words.setWordWrap(True)
            words.setMinimumWidth(1)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(label)
        self.button.setAccessibleName(f"{label}: {title}")
        self.button.clicked.connect(self.requested)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACING.MEDIUM, theme.SPACING.SMALL, theme.SPACING.MEDIUM, theme.SPACING.SMALL)
        grid.setSpacing(theme.SPACING.SMALL)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._mark, 0, 0, top)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.body, 1, 1)
        grid.addWidget(self._verdict_mark, 2, 0, top)
        grid.addWidget(self.verdict, 2, 1)
        grid.addWidget(self.button, 3, 1, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, *, done: bool, next_up: bool, verdict: tuple[bool, str] | None) -> None:
        """Show whether the step is done or is the next one, and what was found."""
        self._done = done
        self._severity = None if verdict is None else "success" if verdict[0] else "warning"
        self.setProperty("card", next_up)
        self.body.setVisible(next_up)
        self.button.setVisible(next_up or self._severity == "warning")
        theme.set_primary(self.button, next_up)
        for widget in (self.verdict, self._verdict_mark):
            widget.setVisible(verdict is not None)
        self.verdict.setText(verdict[1] if verdict else "")
        state = tr("done") if done else tr("next") if next_up else tr("later")
        self.setAccessibleName(tr("Step {number}, {state}: {title}", number=self._number, state=state, title=self._title))
        self._restyle()
        theme.repolish(self)

    def _restyle(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._done:
            colour = theme.severity_colour("success")
            self._mark.setPixmap(theme.icon_pixmap("check", _MARK, colour, ratio))
        else:
            self._mark.setText(f"{self._number}")
        if self._severity is not None:
            colour = theme.severity_colour(self._severity)
            self._verdict_mark.setPixmap(theme.icon_pixmap(self._severity, _MARK, colour, ratio))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
