"""What stands in a pane in place of what cannot be shown: why, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.colours import Severity


class Notice(QFrame):
    """An icon, a sentence and at most one button, in the middle of the room there is. Hidden without a sentence.

    Attributes:
        button: does what can be done; hidden where that is nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity: Severity = "error"
        self._act: Callable[[], object] | None = None
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setMinimumWidth(1)
        self.button = QPushButton()
        self.button.clicked.connect(self._on_clicked)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.LARGE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.hide()

    def say(self, severity: Severity, text: str, label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence, and a button where there is something to do; an empty sentence hides all of it."""
        self._severity, self._act = severity, act
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(label)
        self.button.setToolTip(label)
        self.button.setVisible(bool(label))
        self._restyle()
        self.setVisible(bool(text))

    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def _on_clicked(self) -> None:
        if self._act is not None:
            self._act()

    def _restyle(self) -> None:
        colour = theme.severity_colour(self._severity)
        self._icon.setPixmap(theme.icon_pixmap(self._severity, 20, colour, self.devicePixelRatioF()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
