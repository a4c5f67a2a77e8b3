"""Docks keep their shares of a window that changes its size; Qt would give what is new to one of them."""

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class DockShares(QObject):
    """Scales the docks of a host with it, whatever their arrangement: by default proportions until a separator is dragged."""

    def __init__(
        self, host: QMainWindow, docks: Callable[[], Iterable[QDockWidget]], size_by_default: Callable[[], None]
    ) -> None:
        """Watch over a host.

        Args:
            host: a main window of docks.
            docks: gives all of them; those that are hidden or float are left alone.
            size_by_default: gives them the proportions that nobody has chosen otherwise.
        """
        super().__init__(host)
        self._host = host
        self._docks = docks
        self._size_by_default = size_by_default
        self._dragging = False
        self._shares: dict[str, tuple[float, float]] = {}
        host.installEventFilter(self)

    @Slot()
    def take(self) -> None:
        """Take the present sizes as the shares to keep."""
        wide, tall = max(self._host.width(), 1), max(self._host.height(), 1)
        self._shares = {
            dock.objectName(): (dock.width() / wide, dock.height() / tall) for dock in self._docks() if _is_laid_out(dock)
        }

    def forget(self) -> None:
        """Keep the default proportions until the next `take`."""
        self._shares = {}

    def text(self) -> str:
        """The shares, for `restore`."""
        return json.dumps(self._shares)

    def restore(self, text: str) -> None:
        """Give the docks the shares of a `text`; one that makes no sense changes nothing."""
        try:
            shares = {name: (float(width), float(height)) for name, (width, height) in json.loads(text).items()}
        except (ValueError, TypeError, AttributeError):
            return
        if all(0 < share <= 1 for pair in shares.values() for share in pair):
            self._shares = shares
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Scale the docks to the present size of the host."""
        if not self._host.isVisible():
            return
        if not self._shares:
            self._size_by_default()
            return
        docks = [dock for dock in self._docks() if _is_laid_out(dock) and dock.objectName() in self._shares]
        if not docks:
            return
        shares = [self._shares[dock.objectName()] for dock in docks]
        wide, tall = self._host.width(), self._host.height()
        self._host.resizeDocks(docks, [max(1, round(share * wide)) for share, _ in shares], Qt.Orientation.Horizontal)
        self._host.resizeDocks(docks, [max(1, round(share * tall)) for _, share in shares], Qt.Orientation.Vertical)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.keep)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            # Between the docks lie separators, which are the host's own; other clicks were only passed on by a pane.
            self._dragging = self._host.childAt(event.position().toPoint()) is None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._dragging:
            self._dragging = False
            QTimer.singleShot(0, self, self.take)
        return super().eventFilter(watched, event)


def _is_laid_out(dock: QDockWidget) -> bool:
    pane: QWidget | None = dock.widget()
    return pane is not None and pane.isVisible() and not dock.isFloating()
