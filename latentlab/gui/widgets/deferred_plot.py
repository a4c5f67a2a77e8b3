"""A plot that is drawn when something has changed and it can be seen, never at each change."""

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from latentlab.gui.widgets.picture_widget import PlotWidget


class DeferredPlot(PlotWidget):
    """What is stored waits for `refresh`; what a user does to the view shows at the next turn of the event loop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dirty = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Draw once, if something changed and the plot can be seen."""
        if self._dirty and self.isVisible():
            self._dirty = False
            self._redraw()

    @Slot()
    def _redraw_soon(self) -> None:
        self._dirty = True
        self._soon.start()

    def _redraw(self) -> None:
        """Draw everything."""
        raise NotImplementedError

    def _restyle(self) -> None:
        """Take the colours and fonts of the theme of the moment."""

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self._redraw_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw_soon()
