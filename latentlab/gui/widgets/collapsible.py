"""A heading that folds what stands under it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from latentlab.gui import theme


class Collapsible(QWidget):
    """A folded part. Not superqt's: that one fixes the height of its content, which cuts off text that wraps.

    Signals:
        toggled: True once the content is shown.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, *, expanded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = FoldButton(title, self)
        self._header.toggled.connect(self._fold)
        self._content = QWidget(self)
        self._content.setVisible(False)
        self._stack = QVBoxLayout(self._content)
        self._stack.setContentsMargins(0, theme.SPACING.TIGHT, 0, 0)
        self._stack.setSpacing(theme.SPACING.TIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._content)
        self.set_expanded(expanded)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._header.setText(title)

    def title(self) -> str:
        """The heading."""
        return self._header.text()

    def add_widget(self, widget: QWidget) -> None:
        """Add to the end of the content."""
        self._stack.addWidget(widget)

    def content(self) -> QWidget:
        """The widget that is folded; its layout is vertical."""
        return self._content

    def is_expanded(self) -> bool:
        """Whether the content is shown."""
        return self._header.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        """Show or fold the content."""
        self._header.setChecked(expanded)

    def _fold(self, expanded: bool) -> None:
        self._content.setVisible(expanded)
        self.toggled.emit(expanded)


class FoldButton(QAbstractButton):
    """A flat toggle: a chevron that turns down when checked, and a text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip("Show or fold")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 20, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.hasFocus():
            painter.setPen(theme.accent(palette))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        colour = palette.windowText().color() if self.underMouse() or not self.isEnabled() else theme.muted(palette)
        pen = QPen(colour, 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.save()
        painter.translate(8, self.height() / 2)
        painter.rotate(90 if self.isChecked() else 0)
        painter.drawPolyline([QPointF(-1.5, -3.5), QPointF(2, 0), QPointF(-1.5, 3.5)])
        painter.restore()
        painter.drawText(self.rect().adjusted(16, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
