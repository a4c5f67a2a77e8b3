"""What is asked before a window is closed in which something trains."""

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.dialog_parts import buttons_of

_WIDTH = 360


class ClosingQuestion(QDialog):
    """Stop and save (accepted), or keep the window open (rejected). Open it with `open`; training goes on meanwhile.

    Attributes:
        stop: the button that stops and saves.
        keep: the button that keeps the window open, as Escape does.
    """

    def __init__(self, what: str, parent: QWidget) -> None:
        """Ask about what is training, in a few words such as "digits is training to step 3,000"."""
        super().__init__(parent)
        self.setWindowTitle(tr("Close LatentLab"))
        self._what = what
        title = QLabel(f"{what}.")
        title.setFont(theme.title_font())
        title.setWordWrap(True)
        body = QLabel(tr("Stop and save it before closing? It can be continued later from the step at which it stops."))
        body.setWordWrap(True)
        self.stop = QPushButton(tr("Stop and save"))
        self.stop.setToolTip(tr("End after the step in progress, save, and close the window"))
        self.keep = QPushButton(tr("Keep the window open"))
        self.keep.setToolTip(tr("Go on training (Esc)"))
        self.stop.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(title)
        layout.addWidget(body)
        layout.addSpacing(theme.SPACING.SMALL)
        layout.addLayout(buttons_of(self, self.stop, self.keep))
        self.setMinimumWidth(_WIDTH)

    def text(self) -> str:
        """What it says is training."""
        return self._what
