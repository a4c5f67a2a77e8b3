"""The step that is pointed at, in any of the plots over a run's steps: all of them and the gallery show it."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_INTERVAL_MS = 16


class StepCursor(QObject):
    """One step for all; of many movements of the pointer, those that a screen cannot show are passed over.

    Attributes:
        step: None while none is pointed at.

    Signals:
        moved: the step.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.step: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._tell)

    @Slot(object)
    def point_at(self, step: float | None) -> None:
        """Point at a step; None points at none."""
        if step != self.step:
            self.step = step
            if not self._timer.isActive():
                self._timer.start()

    @Slot()
    def _tell(self) -> None:
        self.moved.emit(self.step)
