"""What is asked before a window is closed in which something trains."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

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
        self.stop.setDefault(True)
        theme.set_primary(self.stop)
        self.keep = QPushButton(tr("Keep the window open"))
        self.keep.setToolTip(tr("Go on training (Esc)"))
        self.stop.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACING.SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.stop)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(title)
        layout.addWidget(body)
        layout.addSpacing(theme.SPACING.SMALL)
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def text(self) -> str:
        """What it says is training."""
        return self._what
