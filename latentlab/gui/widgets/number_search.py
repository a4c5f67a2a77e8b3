"""A field to find rows by their numbers."""

from PySide6.QtWidgets import QLineEdit, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr


class NumberSearch(QLineEdit):
    """Numbers and ranges with commas; a text that is no such list is marked.

    Attributes:
        found: the numbers that were read last, None where nothing is searched for.
        problem: why the text is no list of numbers, else empty.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[int, ...] | None = None
        self.problem = ""
        self.setPlaceholderText(tr("Find: 3, 7-9"))
        self.setClearButtonEnabled(True)
        self.setAccessibleName(tr("Find sliders by number"))
        self.setToolTip(tr("Numbers and ranges with commas: 3, 7, 12-15. Inactive ones are found too (Ctrl+F)."))

    def read(self, first: int, last: int) -> None:
        """Read the text, whose numbers go from `first` to `last`; `found` stays where it is no list of them."""
        text = self.text().strip()
        try:
            self.found = numbers_in(text, first, last) if text else None
            self.problem = ""
        except ValueError as error:
            self.problem = str(error)
        if self.property("invalid") is not bool(self.problem):
            self.setProperty("invalid", bool(self.problem))
            theme.repolish(self)


def numbers_in(text: str, first: int, last: int) -> tuple[int, ...]:
    """The numbers that a text like "3, 7-9" names, each once, in its order.

    Raises:
        ValueError: if it is no such list, or names one outside `first` to `last`.
    """
    numbers: dict[int, None] = {}
    for part in text.replace("\N{EN DASH}", "-").replace(" -", "-").replace("- ", "-").replace(",", " ").split():
        low, dash, high = part.lower().lstrip("zc").partition("-")
        high = high.lstrip("zc")
        if not (low.isdecimal() and (high.isdecimal() if dash else True)):
            raise ValueError(f"“{part}” is no number and no range: write for example 3, 7-9.")
        start, end = int(low), int(high) if dash else int(low)
        for number in (start, end):
            if not first <= number <= last:
                raise ValueError(f"There is no {number} here: {first} to {last}.")
        numbers.update(dict.fromkeys(range(start, end + 1)))
    if not numbers:
        raise ValueError(f"Nothing is named by “{text}”: write for example 3, 7-9.")
    return tuple(numbers)
