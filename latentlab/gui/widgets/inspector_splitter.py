"""The centre of the window with the inspector at its right, whose width is the user's."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from latentlab.gui.language import tr

_LEAST, _SHARE, _MOST = 348, 0.25, 480
"""The inspector's usual width: a share of the splitter's between two widths in pixels, with which its picture grows."""


class InspectorSplitter(QSplitter):
    """Gives the inspector its usual width, or that which was chosen, whatever size the window has; the centre takes the rest.

    Where the centre would fall below its least width the inspector yields, and gets its width back once there is room.

    Signals:
        width_chosen: the handle was dragged; the new width in pixels.
    """

    width_chosen = Signal(int)

    def __init__(self, centre: QWidget, inspector: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._inspector = inspector
        self._chosen: int | None = None
        self.addWidget(centre)
        self.addWidget(inspector)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(4)
        self.handle(1).setToolTip(tr("Drag to make the latent sliders wider or narrower."))
        self.splitterMoved.connect(self._on_moved)

    def inspector_width(self) -> int:
        """The width that the inspector is to have, in pixels."""
        return self._chosen or min(max(_LEAST, round(_SHARE * self.width())), _MOST)

    def set_inspector_width(self, width: int | None) -> None:
        """Choose a width in pixels, as dragging the handle does; None for the usual one."""
        self._chosen = width
        self.updateGeometry()
        self._hold()

    def _hold(self) -> None:
        width = self.inspector_width()
        if self._inspector.isHidden() or self._inspector.width() == width:
            return
        room = self.width() - self.handleWidth()
        self.setSizes([max(room - width, 0), min(width, room)])

    @Slot()
    def _on_moved(self) -> None:
        self._chosen = self._inspector.width()
        self.updateGeometry()
        self.width_chosen.emit(self._chosen)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self._inspector.isHidden():
            return least
        yielding = (self._chosen or _LEAST) - max(self._inspector.minimumSizeHint().width(), self._inspector.minimumWidth())
        return QSize(least.width() + max(yielding, 0), least.height())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # the least size of the centre has changed
            self._hold()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()
