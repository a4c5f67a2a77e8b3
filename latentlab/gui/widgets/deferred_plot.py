"""A plot that is drawn when something has changed and it can be seen, never at each change."""

import math
import time
from typing import ClassVar

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from latentlab.gui.widgets.picture_widget import PictureWidget

_APART_MS = 8
"""Between two drawings, of whatever plots: a slider, a key and the painting of the last one come in between."""


class DeferredPlot(PictureWidget):
    """What is stored waits for `refresh` or for the plot's turn; what a user does to the view shows at its turn."""

    _drawn_at: ClassVar[float] = -math.inf
    """When any of the plots was drawn last, by the clock that only goes forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dirty = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_turn)

    def refresh(self) -> None:
        """Draw now, if something changed and the plot can be seen."""
        if self._dirty and self.isVisible():
            self._dirty = False
            self._redraw()

    def refresh_in_turn(self) -> None:
        """Draw once nothing else has been drawn just before: plots that change together do not stop the window together."""
        if not self._soon.isActive():
            self._soon.start(0)

    @Slot()
    def _redraw_soon(self) -> None:
        self._dirty = True
        self.refresh_in_turn()

    @Slot()
    def _on_turn(self) -> None:
        if not (self._dirty and self.isVisible()):
            return
        left_ms = _APART_MS - (time.monotonic() - DeferredPlot._drawn_at) * 1000
        if left_ms > 0:
            self._soon.start(math.ceil(left_ms))
            return
        self.refresh()
        DeferredPlot._drawn_at = time.monotonic()

    def _settle(self) -> None:
        self._restyle()
        self._redraw()

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
