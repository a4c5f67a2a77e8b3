"""The field at the end of a latent slider."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent

from latentlab.gui import theme
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.number_box import Limits, NumberBox

WIDEST_VALUE = 20.0


class ExactValueBox(NumberBox):
    """The exact value of a dimension, with two decimals; one that is being typed stays until it is taken."""

    def __init__(self) -> None:
        super().__init__(whole=False, limits=Limits(-WIDEST_VALUE, WIDEST_VALUE), decimals=2, tracking=False)
        # The style sheet takes the buttons away; NoButtons together with a style sheet leaves no room for the text.
        self.setProperty("plain", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_step(0.1)
        self.fit_font()

    def fit_font(self) -> None:
        """Follow the application's font."""
        font = theme.tabular(theme.body_font())
        self.setFont(font)
        self.setFixedWidth(QFontMetrics(font).horizontalAdvance(figures.signed(-WIDEST_VALUE)) + 20)

    def show_value(self, value: float) -> None:
        """Show the dimension's value, unless another one is being typed."""
        if not (self.hasFocus() and self.is_edited):
            self.set_value(value)

    @Slot(object)
    def begin(self, event: QKeyEvent) -> None:
        """Begin a number with a key that was pressed elsewhere."""
        self.setFocus()
        self.selectAll()
        QCoreApplication.sendEvent(self, event)
