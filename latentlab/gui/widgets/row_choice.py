"""How many of a model's dimensions have rows, and in which order."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from latentlab.explore.requests.traversal import MOST_ROWS
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.row_order import RowOrder


class RowChoice(QWidget):
    """Says how many rows of how many there are, with a button that shows all and one that sorts them.

    Signals:
        all_wanted: whether all rows are wanted.
        sort_wanted: the order is to be made of the newest numbers.
    """

    all_wanted = Signal(bool)
    sort_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_all = False
        self.count = QLabel()
        self.count.setToolTip(tr("Latent dimensions that have a row, of those that the model has."))
        theme.set_role(self.count, "caption")
        self.all = _button()
        self.sort = _button()
        self.sort.setText(tr("Sort: order out of date"))
        self.sort.setToolTip(tr("KL has changed since rows took their places; they stay there until they are sorted."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        self.sorted = QLabel(tr("· sorted by KL"))
        self.sorted.setToolTip(tr("The largest KL is on top. Rows keep their places while the model learns."))
        theme.set_role(self.sorted, "caption")
        for part in (self.count, self.sorted, self.all, self.sort):
            row.addWidget(part)
        self.setMinimumHeight(self.sort.sizeHint().height())  # so that the line's height stays as buttons come and go
        self.all.clicked.connect(self._on_all)
        self.sort.clicked.connect(self.sort_wanted)

    def show_order(self, order: RowOrder, named: int | None) -> None:
        """Say how many dimensions have rows, in the order of KL, which may be out of date; or that so many were named."""
        count = len(order.rows()) if named is None else named
        self.count.setText(tr("{number} of {total} dimensions", number=count, total=order.size))
        self._shows_all = order.shows_all
        self.all.setVisible(named is None and (count < order.size or order.shows_all))
        self.all.setText(tr("Show fewer") if order.shows_all else tr("Show all"))
        self.all.setToolTip(
            tr("Show the active dimensions, {most} at most.", most=MOST_ROWS)
            if order.shows_all
            else tr("Show a row for each of the {total} dimensions.", total=order.size)
        )
        self.sort.setVisible(named is None and order.is_out_of_date)
        self.sorted.setVisible(named is None and not order.is_out_of_date)

    @Slot()
    def _on_all(self) -> None:
        self.all_wanted.emit(not self._shows_all)


def _button() -> QToolButton:
    button = QToolButton()
    button.setFont(theme.caption_font())
    button.setProperty("segment", True)
    return button
