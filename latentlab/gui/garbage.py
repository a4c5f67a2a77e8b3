"""Python's cyclic garbage collection, kept on the GUI thread.

Left to itself, a collection starts on whichever thread allocates next. One that starts on the training thread may find a plot
that is no longer shown and destroy its Qt objects there, which corrupts memory.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PERIOD_MS = 500
_DUE = (700, 10, 10)
"""Python's own: objects made, then collections of the generation before, after which a generation is looked through."""
_MANY = 50_000
"""Objects left by a look through all, above which they are taken for modules, such as training loads, and not looked at again:
150,000 of them hold the window up for 80 ms."""


class GuiGarbageCollector(QObject):
    """Collects on the thread it lives on, from its creation until `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PERIOD_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def close(self) -> None:
        """Collect a last time and give the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        due = [count > limit for count, limit in zip(gc.get_count(), _DUE, strict=True)]
        if any(due):
            gc.collect(2 if due[2] else 1 if due[1] else 0)
        if due[2] and len(gc.get_objects()) > _MANY:
            gc.freeze()
