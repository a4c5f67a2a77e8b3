"""What is asked before a window is closed in which something trains."""

from PySide6.QtWidgets import QMessageBox, QWidget


class ClosingQuestion(QMessageBox):
    """Stop and save, or keep the window open. Open it with `open`; training goes on meanwhile.

    Attributes:
        stop: the button that stops and saves.
        keep: the button that keeps the window open, which Escape presses too.
    """

    def __init__(self, what: str, parent: QWidget) -> None:
        """Ask about what is training, in a few words such as "digits is training (step 400 of 3,000)"."""
        super().__init__(parent)
        self.setWindowTitle("Close LatentLab")
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setText(f"{what}.")
        self.setInformativeText("Stop and save it before closing? It can be continued later from the step where it stops.")
        self.stop = self.addButton("Stop and save", QMessageBox.ButtonRole.AcceptRole)
        self.keep = self.addButton("Keep the window open", QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stop)
        self.setEscapeButton(self.keep)
