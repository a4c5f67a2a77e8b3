"""What z has been, step by step, for each run: undone and redone."""

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from latentlab.explore.requests.values import Images

if TYPE_CHECKING:
    from latentlab.gui.models.latent import Latent

LARGEST_HISTORY = 200
"""Steps that can be undone."""
_RUNS = 8
"""Runs whose histories are kept."""


class _Step(QUndoCommand):
    """From one z to the next; the history asks afterwards which one was reached."""

    def __init__(self, history: "LatentHistory", before: "Latent", after: "Latent", words: str) -> None:
        super().__init__(words)
        self._history = history
        self._before = before
        self.after = after

    # Qt overrides

    def undo(self) -> None:
        self._history.reached = self._before

    def redo(self) -> None:
        self._history.reached = self.after


class _RunHistory:
    """The steps of one run, and a picture of each z between them as far as it was drawn."""

    def __init__(self, parent: QObject) -> None:
        self.stack = QUndoStack(parent)
        self.stack.setUndoLimit(LARGEST_HISTORY)
        self.pictures: list[Images | None] = [None]
        self.left_at: Latent | None = None


class LatentHistory(QObject):
    """Steps of the current z. A run that is opened again finds its own steps, and the z that it was left at.

    Attributes:
        reached: the z after the last step that was done, undone or redone.

    Signals:
        changed: a step was done, undone or redone, or has a picture now.
        restored: a `Latent` that undoing or redoing reached.
    """

    changed = Signal()
    restored = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reached: Latent | None = None
        self._runs: dict[Path, _RunHistory] = {}
        self._run = _RunHistory(self)
        self._last: _Step | None = None
        self._merges: Hashable | None = None

    def enter(self, path: Path, size: int, leaving: "Latent | None") -> "Latent | None":
        """Go on with the history of a run.

        Args:
            path: of the run.
            size: its latent dimensions.
            leaving: the z of the run that was current until now.

        Returns:
            The z that the run was left at; None where it is new here, or has other dimensions than it had.
        """
        self._run.left_at = leaving
        self.settle()
        known = self._runs.pop(path, None)
        left_at = None if known is None else leaving if known is self._run else known.left_at
        if known is None or left_at is None or len(left_at.z) != size:
            known, left_at = _RunHistory(self), None
        self._run = self._runs[path] = known
        while len(self._runs) > _RUNS:
            self._runs.pop(next(iter(self._runs))).stack.deleteLater()
        self.changed.emit()
        return left_at

    def step(self, before: "Latent", after: "Latent", words: str, merges: Hashable | None = None) -> None:
        """Remember a step; one with the same `merges` as the last is part of it, until `settle`."""
        run = self._run
        if merges is not None and merges == self._merges and self._last is not None:
            self._last.after = after
        else:
            del run.pictures[run.stack.index() + 1 :]
            self._last, self._merges = _Step(self, before, after, words), merges
            run.stack.push(self._last)
            run.pictures = [*run.pictures, None][-run.stack.count() - 1 :]
        self.changed.emit()

    def settle(self) -> None:
        """Let the next step be one of its own."""
        self._last = self._merges = None

    def undo(self) -> None:
        """Go back by a step."""
        self.go_to(self.index - 1)

    def redo(self) -> None:
        """Go forth by a step."""
        self.go_to(self.index + 1)

    def go_to(self, index: int) -> None:
        """Go to the z after so many steps, and do nothing where there is none."""
        stack = self._run.stack
        if index == stack.index() or not 0 <= index <= stack.count():
            return
        self.settle()
        stack.setIndex(index)
        self.changed.emit()
        self.restored.emit(self.reached)

    @property
    def index(self) -> int:
        """How many steps lie behind the current z."""
        return self._run.stack.index()

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return self._run.stack.canRedo()

    @property
    def words(self) -> tuple[str, str]:
        """What would be undone and what redone; empty for nothing."""
        return self._run.stack.undoText(), self._run.stack.redoText()

    @property
    def pictures(self) -> tuple[Images | None, ...]:
        """What each z decoded to when it was last current, from the oldest, uint8 (H, W, C); None where it was not drawn."""
        return tuple(self._run.pictures)

    def take_picture(self, picture: Images) -> None:
        """The current z decodes to this, uint8 (H, W, C)."""
        self._run.pictures[self.index] = picture
        self.changed.emit()
