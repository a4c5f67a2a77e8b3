"""The sweeps that ship: what each finds out, what it varies, and how many runs that makes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.widgets.queue_words import plan_text, varied_text

if TYPE_CHECKING:
    from latentlab.sweeps import Sweep

_WIDEST = 860
_INTRODUCTION = tr(
    "A sweep trains a run for each combination of settings and seeds, one after the other, and puts their numbers into a table "
    "and a plot. Make one with New sweep, or add one of these:"
)


class SweepCard(QFrame):
    """One sweep, and a button that adds it to the queue.

    Attributes:
        add: the button.

    Signals:
        chosen: the sweep's name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("card", True)
        self.setToolTip(theme.plain_tip(name))
        self.about, self.runs = QLabel(name), QLabel()
        self.about.setFont(theme.title_font())
        self.about.setWordWrap(True)
        self.runs.setWordWrap(True)
        theme.set_role(self.runs, "caption")
        self.add = QPushButton(tr("Add to the queue"))
        self.add.setAccessibleName(tr("Add the sweep {name} to the queue", name=name))
        self.add.setToolTip(tr("Put the sweep at the end of the queue. What is done of it already is not done again."))
        self.add.clicked.connect(self._on_add)
        texts = QVBoxLayout()
        texts.setSpacing(theme.SPACING.TIGHT)
        for label in (self.about, self.runs):
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.SPACING.MEDIUM,) * 4)
        row.setSpacing(theme.SPACING.LARGE)
        row.addLayout(texts, 1)
        row.addWidget(self.add)

    def show_plan(self, plan: "Sweep", times: StepTimes) -> None:
        """Say what it is about."""
        self.about.setText(translated(plan.config.about))
        known = any(times.seconds(cell.config) is not None for cell in plan.cells)
        unknown = "" if known else tr(", time not known yet")
        self.runs.setText(f"{varied_text(plan)} → {plan_text(plan, times)}{unknown}")

    @Slot()
    def _on_add(self) -> None:
        self.chosen.emit(self._name)


class SweepGallery(QScrollArea):
    """A card for each sweep, under each other.

    Signals:
        chosen: the name of a sweep that is to be added.
    """

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], times: StepTimes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.cards = {name: SweepCard(name) for name in names}
        introduction = QLabel(_INTRODUCTION)
        introduction.setWordWrap(True)
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, theme.SPACING.LARGE, 0, theme.SPACING.SMALL)
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(introduction)
        for card in self.cards.values():
            card.chosen.connect(self.chosen)
            column.addWidget(card)
        column.addStretch(1)
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(held, 1000)
        middle.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)

    def show_plan(self, name: str, plan: "Sweep") -> None:
        """Say what a sweep is about."""
        self.cards[name].show_plan(plan, self._times)
