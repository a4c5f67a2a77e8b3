"""What letting go of a dragged file will do, over the window while it is dragged."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme


class DropOverlay(QWidget):
    """A veil with a sentence; it never takes the mouse or the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text, self._name, self._possible = "", "", True
        self.hide()

    def say(self, text: str, name: str, *, possible: bool) -> None:
        """Cover the window and say what would happen to the file of that name, or why nothing would."""
        self._text, self._name, self._possible = text, name, possible
        self.setAccessibleName(f"{text}: {name}")
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def text(self) -> str:
        """The sentence."""
        return self._text

    def is_possible(self) -> bool:
        """Whether the file can be taken."""
        return self._possible

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        veil = QColor(palette.window().color())
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        colour = theme.accent(palette) if self._possible else theme.error_colour(palette)
        pen = QPen(colour, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        margin = theme.SPACING.LARGE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 12, 12)
        room = self.rect().adjusted(4 * margin, 0, -4 * margin, 0)
        middle = room.center().y()
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.heading_font())
        painter.setPen(palette.windowText().color() if self._possible else theme.error_colour(palette))
        height = painter.fontMetrics().boundingRect(room, flags, self._text).height()
        painter.drawText(room.adjusted(0, middle - height, 0, 0), flags, self._text)
        painter.setFont(theme.body_font())
        painter.setPen(theme.muted(palette))
        painter.drawText(room.adjusted(0, middle + theme.SPACING.MEDIUM, 0, 0), flags, self._name)
