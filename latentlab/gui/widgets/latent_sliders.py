"""Any number of latent sliders in one list: by KL, the inactive ones folded, searched by number, a page of rows at a time."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.gui.widgets.latent_slider import LatentSlider

PAGE = 32
"""Rows at a time: a model of hundreds of dimensions moves no more widgets than one of thirty."""

Values = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class SliderValues:
    """What all rows say, n of them, whether they are seen or not.

    Attributes:
        value: (n,).
        reset: where a double click goes back to, (n,).
        low: of the range, (n,).
        high: of the range, (n,).
        mark: mean of the posterior that is marked, (n,); None for none.
        mark_std: its standard deviation, (n,).
        measure: KL in nats, or the components' share of the variance, (n,); None where it is not known.
        locked: which keep their value.
    """

    value: Values
    reset: Values
    low: Values
    high: Values
    mark: Values | None = None
    mark_std: Values | None = None
    measure: Values | None = None
    locked: frozenset[int] = frozenset()


class LatentSliders(QWidget):
    """Rows for latent dimensions, or for principal components.

    Signals:
        value_changed: (dimension or component, value) after a person moved it.
        lock_changed: (dimension, whether it is locked) after a person changed it.
        kind_changed: True once components are asked for.
    """

    value_changed = Signal(object)
    lock_changed = Signal(object)
    kind_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: SliderValues | None = None
        self._count = 0
        self._order: tuple[int, ...] = ()
        self._asleep = 0
        self._page = 0
        self._found: tuple[int, ...] | None = None
        self._refill_due = False
        self._rows: list[LatentSlider] = []
        self._shown: dict[int, LatentSlider] = {}

        self.dimensions = self._segment("Dimensions", "One slider for each latent dimension, those with the largest KL first.")
        self.components = self._segment(
            "Components",
            "Principal components of the held-out images' posterior means: a slider moves z along one, in standard deviations "
            "of the means along it; beside the name the share of their variance.",
        )
        self.dimensions.setChecked(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find: 3, 7-9")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Find sliders by number")
        self.search.setToolTip(_SEARCH_TIP)
        self.search.textChanged.connect(self._on_search)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.TIGHT)
        head.addWidget(self.dimensions)
        head.addWidget(self.components)
        head.addWidget(self.search, 1)

        self.inactive = FoldButton("inactive")
        self.inactive.setToolTip(
            "Dimensions whose posterior means hardly vary between images (variance below 0.01): moving them changes little. "
            "Folded, only the active ones are listed."
        )
        self.inactive.toggled.connect(self._refill)
        self.inactive.hide()
        self._note = QLabel()
        self._note.setWordWrap(True)
        theme.set_role(self._note, "caption")
        self._note.hide()
        self._error = QLabel()
        self._error.setWordWrap(True)
        theme.set_role(self._error, "error")
        self._error.hide()
        rows = QWidget()
        self._stack = QVBoxLayout(rows)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addWidget(self._note)
        self._stack.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(rows)

        self.previous = self._turner("‹", "Earlier sliders", -1, "Ctrl+PgUp")
        self.next = self._turner("›", "Further sliders", 1, "Ctrl+PgDown")
        self._where = QLabel()
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self._where, "caption")
        self._pager = QWidget()
        turn = QHBoxLayout(self._pager)
        turn.setContentsMargins(0, 0, 0, 0)
        turn.addWidget(self.previous)
        turn.addWidget(self._where, 1)
        turn.addWidget(self.next)
        turn.insertWidget(0, self.inactive)
        self._turn_row = turn
        self._pager.hide()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self._error)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._pager)

    @property
    def are_components(self) -> bool:
        """Whether the rows stand for principal components."""
        return self.components.isChecked()

    @property
    def is_held(self) -> bool:
        """Whether a hand is on one of the sliders."""
        return any(row.is_held for row in self._rows)

    def rows(self) -> tuple[LatentSlider, ...]:
        """Those that are seen, from the top."""
        return tuple(self._shown.values())

    def row(self, number: int) -> LatentSlider:
        """The row of a dimension or component; the page is turned, and what hides it undone."""
        if number not in self._shown:
            self.search.clear()
            if number in self._order[len(self._order) - self._asleep :]:
                self.inactive.setChecked(True)
            self._page = self._order.index(number) // PAGE
            self._refill()
        return self._shown[number]

    def start_afresh(self, count: int) -> None:
        """Show so many rows in the order of their numbers, of which nothing is known yet."""
        self._values = None
        self.search.clear()
        self.inactive.setChecked(False)
        self._page, self._count, self._refill_due = 0, count, False
        for row in self._rows:
            row.hide()
        self._shown = {}
        self.set_order(tuple(range(count)), 0)

    def set_order(self, order: tuple[int, ...], asleep: int) -> None:
        """List the rows in this order, the last so many inactive; while a hand is on a slider, once it has left it."""
        if (order, asleep) == (self._order, self._asleep) and self._shown:
            return
        self._order, self._asleep = order, asleep
        self._count = len(order)
        if self.is_held:
            self._refill_due = True
        else:
            self._find()
            self._refill()

    def set_note(self, text: str) -> None:
        """Say something in place of rows; empty for nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_values(self, values: SliderValues) -> None:
        """Show these, in the rows that are seen."""
        self._values = values
        for row in self._shown.values():
            self._fill(row)

    def _segment(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("segment", True)
        button.clicked.connect(self._on_segment)
        return button

    def _turner(self, text: str, tip: str, by: int, shortcut: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(tip)
        button.setToolTip(f"{tip} ({shortcut})")
        button.clicked.connect(lambda: self._turn(by))
        keys = QShortcut(QKeySequence(shortcut), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(button.click)
        return button

    def _turn(self, by: int) -> None:
        self._page += by
        self._refill()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _on_segment(self) -> None:
        components = self.components.isChecked()
        self.search.clear()
        self._page = 0
        self.kind_changed.emit(components)

    @Slot()
    def _on_search(self) -> None:
        self._page = 0
        self._find()
        self._refill()

    @Slot()
    def _on_released(self) -> None:
        if self._refill_due:
            self._find()
            self._refill()
        for row in self._shown.values():  # the range of the one that was held
            self._fill(row)

    def _find(self) -> None:
        """Read what is searched for; a text that is no list of numbers is marked and finds nothing new."""
        first = 1 if self.are_components else 0
        text = self.search.text().strip()
        try:
            found = numbers_in(text, first, first + self._count - 1) if text else None
        except ValueError as error:
            wrong = str(error)
        else:
            self._found = None if found is None else tuple(number - first for number in found)
            wrong = ""
        self._error.setText(wrong)
        self._error.setVisible(bool(wrong))
        if self.search.property("invalid") is not bool(wrong):
            self.search.setProperty("invalid", bool(wrong))
            theme.repolish(self.search)

    @Slot()
    def _refill(self) -> None:
        """Give the rows to the dimensions of the page; a dimension that was seen keeps its own, and with it the focus."""
        self._refill_due = False
        awake = len(self._order) - self._asleep
        foldable = self._found is None and 0 < self._asleep < len(self._order)
        unfolded = self.inactive.isChecked() or not foldable
        listed = self._found if self._found is not None else self._order if unfolded else self._order[:awake]
        pages = max(1, math.ceil(len(listed) / PAGE))
        self._page = min(max(self._page, 0), pages - 1)
        first = self._page * PAGE
        wanted = listed[first : first + PAGE]
        kept = {number: row for number, row in self._shown.items() if number in set(wanted)}
        free = [row for row in self._rows if row not in kept.values()]
        self._shown = {number: kept.get(number) or self._take(free, number) for number in wanted}
        for row in free:
            row.hide()
        for place, row in enumerate(self._shown.values()):
            self._stack.insertWidget(place, row)
            row.show()
        # The fold's heading stands where the inactive ones begin, or would; where there may be pages, it stands below them all.
        many = len(self._order) > PAGE
        if many:
            self._turn_row.insertWidget(0, self.inactive)
        else:
            self._stack.insertWidget(min(awake, len(wanted)), self.inactive, 0, Qt.AlignmentFlag.AlignLeft)
        self.inactive.setText(f"{self._asleep} inactive")
        self.inactive.updateGeometry()
        self.inactive.setVisible(foldable)
        self._pager.setVisible(pages > 1 or (many and foldable))
        self._where.setText(f"{first + 1:,}–{first + len(wanted):,} of {len(listed):,}")
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page < pages - 1)

    def _take(self, free: list[LatentSlider], number: int) -> LatentSlider:
        """A row that nobody needs, or a new one, for a dimension."""
        if free:
            row = free.pop()
        else:
            row = LatentSlider(number)
            row.value_changed.connect(self.value_changed)
            row.lock_changed.connect(self.lock_changed)
            row.released.connect(self._on_released)
            self._rows.append(row)
        digits = max(2, len(str(self._count if self.are_components else self._count - 1)))
        if self.are_components:
            row.show_component(number, digits=digits)
        else:
            row.show_dimension(number, digits=digits)
        self._fill(row)
        return row

    def _fill(self, row: LatentSlider) -> None:
        values, number = self._values, row.dimension
        if values is None or number >= len(values.value):
            return
        if not row.is_held:
            row.set_range(float(values.low[number]), float(values.high[number]))
        row.set_value(float(values.value[number]))
        row.set_reset_value(float(values.reset[number]))
        if values.mark is None or values.mark_std is None:
            row.set_marks(None)
        else:
            row.set_marks(float(values.mark[number]), float(values.mark_std[number]))
        if values.measure is not None:
            (row.set_share if self.are_components else row.set_kl)(float(values.measure[number]))
        row.set_locked(number in values.locked)


_SEARCH_TIP = "Numbers and ranges with commas: 3, 7, 12-15. Inactive ones are found too (Ctrl+F)."


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
