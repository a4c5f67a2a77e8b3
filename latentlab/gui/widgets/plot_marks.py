"""Vertical lines in a plot, where something happened."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme

_REACH = 5
"""Pixels from a line within which its text is read out."""


@dataclass(frozen=True)
class _Mark:
    step: float
    text: str
    colour: QColor | None
    line: pg.InfiniteLine
    label: pg.TextItem


class PlotMarks:
    """The marks of a plot, with texts at their top."""

    def __init__(self, view: pg.ViewBox, plot: QWidget) -> None:
        """Marks in a view of a plot, whose palette they follow."""
        self._view = view
        self._plot = plot
        self._marks: list[_Mark] = []

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[_Mark]:
        return iter(self._marks)

    def add(self, step: float, text: str, colour: QColor | None, *, written: bool) -> None:
        """Draw a line; its text is in its tooltip, and at its top unless `written` is off."""
        line = pg.InfiniteLine(step, angle=90, movable=False)
        line.setToolTip(theme.plain_tip(text))
        line.setZValue(-5)
        label = pg.TextItem(text if written else "", anchor=(0, 0))
        label.setFont(theme.caption_font())
        label.setToolTip(theme.plain_tip(text))
        self._view.addItem(line, ignoreBounds=True)
        self._view.addItem(label, ignoreBounds=True)
        mark = _Mark(step, text, colour, line, label)
        self._marks.append(mark)
        self._restyle(mark)

    def drop_after(self, step: float) -> None:
        """Remove those beyond a step."""
        for mark in [mark for mark in self._marks if mark.step > step]:
            self._view.removeItem(mark.line)
            self._view.removeItem(mark.label)
            self._marks.remove(mark)

    def near(self, step: float) -> _Mark | None:
        """The one nearest to a step, where one is near."""
        reach = _REACH * self._view.viewPixelSize()[0]
        near = [mark for mark in self._marks if abs(mark.step - step) <= reach]
        return min(near, key=lambda mark: abs(mark.step - step)) if near else None

    def place_labels(self, top: float) -> None:
        """Put the texts of marks at the top, those left out that would run into the one before."""
        pixel = self._view.viewPixelSize()[0]
        right = self._view.viewRange()[0][1]
        free_from = -math.inf
        for mark in sorted(self._marks, key=lambda mark: mark.step):
            width = pixel * mark.label.boundingRect().width()
            # Near the right end it stands to the left of its line, where it is not cut off.
            begin = mark.step if mark.step + width <= right else mark.step - width
            mark.label.setAnchor((0, 0) if begin == mark.step else (1, 0))
            mark.label.setPos(mark.step, top)
            mark.label.setVisible(begin >= free_from)
            if mark.label.isVisible():
                free_from = begin + width

    def restyle(self) -> None:
        """Take the colours of the theme of the moment."""
        for mark in self._marks:
            self._restyle(mark)

    def _restyle(self, mark: _Mark) -> None:
        colour = mark.colour or theme.muted(self._plot.palette())
        mark.line.setPen(pg.mkPen(colour, width=1, style=Qt.PenStyle.DashLine))
        mark.label.setColor(colour)
