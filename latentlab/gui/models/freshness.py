"""Whether a view shows what is asked for by now."""

import time
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from latentlab.explore.requests.commands import Request

PATIENCE = 0.25
"""Seconds that a view may be behind before that is worth showing."""


class Freshness(QObject):
    """Compares what a view shows with what was asked for since; the same request by newer weights asks for nothing else.

    Attributes:
        shown: the request that is answered by what is shown; None before there is an answer.
        is_stale: whether something else has been asked for since, for longer than an answer may take unnoticed.

    Signals:
        changed: whether it is stale, once that is otherwise.
    """

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.shown: Request | None = None
        self.is_stale = False
        self._open: list[tuple[Request, float]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_late)

    def ask(self, request: Request) -> None:
        """Something is asked for."""
        newest = self._open[-1][0] if self._open else self.shown
        if newest is not None and is_same(request, newest):
            return
        self._open.append((request, time.monotonic()))
        if len(self._open) == 1:
            self._look()

    def answer(self, request: Request) -> None:
        """It is shown now."""
        self.shown = request
        self._open = self._open[self._place(request) :]
        self._look()

    def refuse(self, request: Request) -> None:
        """It cannot be shown: what is there stays, and answers another question."""
        self._open = self._open[max(0, self._place(request) - 1) :]
        if self._open and is_same(request, self._open[0][0]):
            self._on_late()

    def _place(self, request: Request) -> int:
        """How many of the open requests are over with it."""
        return next((place for place, (asked, _) in enumerate(self._open, 1) if is_same(request, asked)), 0)

    def _look(self) -> None:
        """The oldest open request says how far behind the view is."""
        if not self._open:
            self._timer.stop()
            self._tell(False)
            return
        left = self._open[0][1] + PATIENCE - time.monotonic()
        self._tell(left <= 0)
        self._timer.start(max(0, round(1000 * left)))

    @Slot()
    def _on_late(self) -> None:
        self._tell(True)

    def _tell(self, stale: bool) -> None:
        if stale != self.is_stale:
            self.is_stale = stale
            self.changed.emit(stale)


def is_same(one: Any, other: Any) -> bool:
    """Whether two requests, or values in them, ask for the same; arrays are compared by what they hold."""
    if type(one) is not type(other):
        return False
    if is_dataclass(one):
        return all(is_same(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)
