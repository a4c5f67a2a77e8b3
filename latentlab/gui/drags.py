"""Files that are dragged over the window: what letting go will do is said before it is done."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QWidget

from latentlab.gui.models.dropped_files import Foreseen
from latentlab.gui.session import Session
from latentlab.gui.widgets.drop_overlay import DropOverlay


class Drags(QObject):
    """Asks the session what would become of a file, and shows it.

    Attributes:
        overlay: says it, over the window.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._dragged: Path | None = None
        self.overlay = DropOverlay(window)

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a drag with a file; the first counts where there are many."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return
        event.acceptProposedAction()
        self._dragged = Path(paths[0])
        self.overlay.say("…", self._dragged.name, possible=True)
        self._session.dropped.foresee(self._dragged, self._on_foreseen)

    def end(self) -> None:
        """The file was let go, or went elsewhere."""
        self._dragged = None
        self.overlay.hide()

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        if foreseen.path == self._dragged:
            self.overlay.say(foreseen.text, foreseen.path.name, possible=foreseen.possible)
