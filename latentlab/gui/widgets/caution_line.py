"""A sentence over what it is about: what one should know before reading it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from latentlab.gui import theme
from latentlab.gui.colours import Severity

_ICON = 16


class CautionLine(QWidget):
    """An icon and a sentence; hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity: Severity = "info"
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._text, "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, severity: Severity, text: str) -> None:
        """Show a sentence, or nothing."""
        self._severity = severity
        self._text.setText(text)
        self.setAccessibleName(text)
        self._restyle()
        self.setVisible(bool(text))

    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def _restyle(self) -> None:
        colour = theme.severity_colour(self._severity)
        self._icon.setPixmap(theme.icon_pixmap(self._severity, _ICON, colour, self.devicePixelRatioF()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
