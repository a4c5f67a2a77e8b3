"""A dock whose content is built when it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QDockWidget, QWidget


class LazyDock(QDockWidget):
    """Asks for its content once."""

    def __init__(self, title: str, build: Callable[[], QWidget]) -> None:
        """A dock with a title; `build` gives its content."""
        super().__init__(title)
        self._build: Callable[[], QWidget] | None = build
        self.hide()

    # Qt overrides

    def setVisible(self, visible: bool) -> None:
        if visible and self._build is not None:
            build, self._build = self._build, None
            self.setWidget(build())
        super().setVisible(visible)
