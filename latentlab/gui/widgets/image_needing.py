"""A pane that shows images of a run, or why they are missing and a button that looks for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from latentlab.gui.language import tr
from latentlab.gui.widgets.notice import Notice


class ImageNeeding(QStackedWidget):
    """Holds a pane; without the images it stands aside for the reason.

    Attributes:
        notice: what is shown instead.
    """

    def __init__(self, pane: QWidget, choose: Callable[[], object]) -> None:
        """Hold a pane; `choose` asks for the folder of the images."""
        super().__init__()
        self._pane, self._choose = pane, choose
        self.notice = Notice()
        self.notice.setProperty("card", True)
        self.addWidget(pane)
        self.addWidget(self.notice)

    def set_problem(self, problem: str) -> None:
        """Say why there are no images; an empty sentence brings the pane back."""
        self.notice.say("warning", problem, tr("Choose folder…"), self._choose)
        self.setCurrentWidget(self.notice if problem else self._pane)
