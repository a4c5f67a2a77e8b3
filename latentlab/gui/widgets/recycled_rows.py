"""A list of any length made of the few widgets that are seen."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

W = TypeVar("W", bound=QWidget)

_SPARE = 8
"""Pixels that a row may be higher than it asks for, where there is room."""


class RecycledRows(QAbstractScrollArea, Generic[W]):
    """Rows of one height, scrolled. A row that leaves the view is given to one that comes into it.

    Where all rows fit at the least height of a row, or have room to spare, they share the room. Where not, there is room for
    a whole number of them.

    A row that has the focus stays with its key wherever it is, and so does the one that was revealed last.
    """

    def __init__(self, make: Callable[[QWidget], W], bind: Callable[[W, int], None], heading: QWidget) -> None:
        """Build an empty list.

        Args:
            make: makes a row with a parent.
            bind: makes a row that of a key.
            heading: a widget that stands between two rows.
        """
        super().__init__()
        self._make = make
        self._bind = bind
        self._heading = heading
        self._heading_at: int | None = None
        self._keys: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self._revealed: int | None = None
        self._rows: list[W] = []
        self._shown: dict[int, W] = {}
        self._chain: tuple[W, ...] = ()
        self._wanted = self._height = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        heading.setParent(self.viewport())

    def rows(self) -> dict[int, W]:
        """Those that are seen, by their keys from the top."""
        return {key: self._shown[key] for key in self._keys if key in self._shown and self._is_seen(key)}

    def made(self) -> Sequence[W]:
        """All rows, in use or not."""
        return self._rows

    def in_use(self) -> dict[int, W]:
        """Those that stand for a key, seen or not."""
        return self._shown

    def set_keys(self, keys: tuple[int, ...], heading_at: int | None) -> None:
        """List these, the heading before the row of that place; None for none."""
        self._keys, self._heading_at = keys, heading_at
        self._places = {key: place + (heading_at is not None and place >= heading_at) for place, key in enumerate(keys)}
        if self._revealed not in self._places:
            self._revealed = None
        self._heading.setVisible(heading_at is not None)
        self._fit()

    def forget(self) -> None:
        """Let no row stand for anything, so that all are bound afresh."""
        for row in self._rows:
            row.hide()
        self._shown, self._revealed = {}, None

    def reveal(self, key: int) -> W:
        """The row of a key that is listed, scrolled into the view."""
        self._revealed = key
        bar, top = self.verticalScrollBar(), self._places[key] * self._height
        if top < bar.value():
            bar.setValue(top)
        elif top + self._height > bar.value() + self.viewport().height():
            bar.setValue(top + self._height - self.viewport().height())
        self._lay_out()
        return self._shown[key]

    def beside(self, key: int, by: int) -> int | None:
        """The key so many rows further on, None beyond the ends."""
        place = self._keys.index(key) + by
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def _is_seen(self, key: int) -> bool:
        top = self._places[key] * self._height - self.verticalScrollBar().value()
        return -self._height < top < self.viewport().height()

    def _fit(self) -> None:
        """Take the rows' height and the length of the list."""
        if not self._rows:
            self._rows.append(self._make(self.viewport()))
            self._rows[0].hide()
        count = len(self._keys) + (self._heading_at is not None)
        room = self.contentsRect().height()
        each = room // max(count, 1)
        self._wanted = self._rows[0].sizeHint().height()
        fits = each >= self._rows[0].minimumSizeHint().height()
        self._height = min(each, self._wanted + _SPARE) if fits else self._wanted
        below = 0 if fits or room < self._wanted else room % self._wanted
        if self.viewportMargins().bottom() != below:
            self.setViewportMargins(0, 0, 0, below)
        bar = self.verticalScrollBar()
        total = count * self._height
        bar.setSingleStep(self._height)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, total - self.viewport().height()))
        self._lay_out()

    def _lay_out(self) -> None:
        wanted = [
            key for key in self._keys if self._is_seen(key) or key == self._revealed or self._has_focus(self._shown.get(key))
        ]
        kept = {key: row for key, row in self._shown.items() if key in set(wanted)}
        free = [row for row in self._rows if row not in kept.values()]
        self._shown = {}
        for key in wanted:
            row = kept.get(key)
            if row is None:
                row = free.pop() if free else self._new()
                self._bind(row, key)
            self._shown[key] = row
        offset, width = self.verticalScrollBar().value(), self.viewport().width()
        for row in free:
            row.hide()
        for key, row in self._shown.items():
            row.setGeometry(0, self._places[key] * self._height - offset, width, self._height)
            row.show()
        if self._heading_at is not None:
            size = self._heading.sizeHint()
            top = self._heading_at * self._height - offset + (self._height - size.height()) // 2
            self._heading.setGeometry(0, top, min(size.width(), width), size.height())
        self._chain_tabs()

    def _chain_tabs(self) -> None:
        """Tab goes from row to row as they are seen."""
        chain = tuple(self._shown.values())
        if chain == self._chain:
            return
        self._chain = chain
        for row, following in pairwise(chain):
            QWidget.setTabOrder(row, following)

    def _new(self) -> W:
        self._rows.append(self._make(self.viewport()))
        return self._rows[-1]

    @staticmethod
    def _has_focus(row: W | None) -> bool:
        focused = None if row is None else row.window().focusWidget()
        return row is not None and focused is not None and (focused is row or row.isAncestorOf(focused))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        # A row that has become taller, as with larger text, would lie over the next one.
        if event.type() == QEvent.Type.LayoutRequest and self._rows and self._rows[0].sizeHint().height() != self._wanted:
            self._fit()
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._lay_out()
