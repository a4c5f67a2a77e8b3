"""Directions that are kept as sliders."""

from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from latentlab.explore.requests.directions import KeptDirection
from latentlab.explore.requests.values import Vector
from latentlab.gui import theme
from latentlab.gui.widgets.direction_row import REACH, DirectionRow

_MOST_SEEN = 3
"""Rows that are seen without scrolling."""


class KeptDirections(QScrollArea):
    """A row for each direction.

    Attributes:
        rows: from top to bottom.

    Signals:
        changed: there are other rows.
        moved: a `KeptDirection` and how far along it z is to be from its start, in the direction's standard deviations.
        settled: a move is over.
    """

    changed = Signal()
    moved = Signal(object, float)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DirectionRow] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING.TIGHT)
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(holder)
        self._fit()

    def add(self, direction: KeptDirection) -> None:
        """Keep a direction."""
        row = DirectionRow(direction)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.moved.connect(partial(self._on_slider, row))
        row.settled.connect(self.settled)
        row.forgotten.connect(partial(self._forget, row))
        self._fit()

    def clear(self) -> None:
        """Keep none."""
        for row in list(self.rows):
            self._forget(row)

    def holds(self, name: str, step: int) -> bool:
        """Whether a direction of this name, of the model of this step, is kept."""
        return any(row.direction.name == name and row.direction.step == step for row in self.rows)

    def kept(self) -> tuple[KeptDirection, ...]:
        """The directions, by the names that were given to them."""
        return tuple(row.kept() for row in self.rows)

    def show_place(self, moved: Vector) -> None:
        """Show how far z, less its start, lies along each direction."""
        for row in self.rows:
            if row.slider.slider.isSliderDown():
                continue  # the hand knows better than the step it is rounded to
            row.slider.blockSignals(True)
            place = moved @ row.direction.vector / max(row.direction.spread, 1e-12)
            row.slider.set_value(float(np.clip(place, -REACH, REACH)))
            row.slider.blockSignals(False)

    def _on_slider(self, row: DirectionRow) -> None:
        self.moved.emit(row.direction, row.slider.value())

    def _forget(self, row: DirectionRow) -> None:
        self.rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """Room for the rows, for a few at most."""
        seen = min(len(self.rows), _MOST_SEEN)
        each = self.rows[0].sizeHint().height() + theme.SPACING.TIGHT if self.rows else 0
        self.setFixedHeight(seen * each)
        self.setVisible(bool(self.rows))
        self.changed.emit()
