"""Five steps through the window, for whoever asks for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from latentlab.gui.widgets.callout import Callout


@dataclass(frozen=True)
class Step:
    """What a step of the tour points at, and what it says.

    Attributes:
        find: the part of the window; what it gives may be hidden, or None.
    """

    title: str
    text: str
    find: Callable[[], QWidget | None]


class Tour(QObject):
    """Shows one step after the other; nothing of the window is blocked meanwhile.

    Attributes:
        callout: the box of the step that is shown, hidden where there is none.
    """

    def __init__(self, steps: tuple[Step, ...], window: QWidget) -> None:
        super().__init__(window)
        self._steps = steps
        self._at = 0
        self._focus: QWidget | None = None
        self.callout = Callout(window)
        self.callout.hide()
        self.callout.forward.connect(self._forward)
        self.callout.back.connect(self._back)
        self.callout.skipped.connect(self.end)

    @Slot()
    def start(self) -> None:
        """Begin with the first step."""
        self._focus = self.callout.window().focusWidget()
        self._at = 0
        self._show()

    @Slot()
    def end(self) -> None:
        """Be done with it; the focus goes back to where it was."""
        self.callout.hide()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None

    @Slot()
    def _forward(self) -> None:
        self._at += 1
        if self._at < len(self._steps):
            self._show()
        else:
            self.end()

    @Slot()
    def _back(self) -> None:
        self._at = max(self._at - 1, 0)
        self._show()

    def _show(self) -> None:
        step = self._steps[self._at]
        self.callout.point_at(step.find(), step.title, step.text, self._at + 1, len(self._steps))
