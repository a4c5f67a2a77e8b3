"""Any number of latent sliders in one list: by KL, the inactive ones folded, searched by number."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.number_search import NumberSearch
from latentlab.gui.widgets.recycled_rows import RecycledRows

Values = NDArray[np.floating]


_DIMENSIONS_TIP = tr("One slider for each latent dimension, those with the largest KL first.")
_MARKS_TIP = tr(
    "Over each track, blue: the posterior q(z|x) of the start image, μ ± σ. Under it, grey: the aggregate posterior q(z), "
    "its mean ± σ dark and 99.8 % of it pale."
)


@dataclass(frozen=True, eq=False)
class SliderValues:
    """What all rows say, n of them, whether they are seen or not.

    Attributes:
        value: (n,).
        reset: where a double click goes back to, (n,).
        reach: how far the slider goes to either side of 0, (n,).
        mark: mean of the posterior that is marked, (n,); None for none.
        mark_std: its standard deviation, (n,).
        aggregate: lower end, mean − std, mean + std and upper end of the aggregate posterior, (n, 4); None for none.
        measure: KL in nats, or the components' share of the variance, (n,); None where it is not known.
        locked: which keep their value.
    """

    value: Values
    reset: Values
    reach: Values
    mark: Values | None = None
    mark_std: Values | None = None
    aggregate: Values | None = None
    measure: Values | None = None
    locked: frozenset[int] = frozenset()


class LatentSliders(QWidget):
    """Rows for latent dimensions, or for principal components.

    Signals:
        value_changed: (dimension or component, value) after a user moved it.
        settled: a drag, a key press or a number is over.
        lock_changed: (dimension, whether it is locked) after a user changed it.
        kind_changed: True once components are asked for.
    """

    value_changed = Signal(object)
    settled = Signal()
    lock_changed = Signal(object)
    kind_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: SliderValues | None = None
        self._order: tuple[int, ...] = ()
        self._asleep = 0
        self._relist_due = False
        self.dimensions = self._segment(tr("Dimensions"), _DIMENSIONS_TIP)
        self.components = self._segment(
            tr("Components"),
            tr(
                "Principal components of the held-out images' posterior means: a slider moves z along one, in standard "
                "deviations of the means along it; beside the name the share of their variance."
            ),
        )
        self.dimensions.setChecked(True)
        self.search = NumberSearch()
        self.search.textChanged.connect(self._list)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.TIGHT)
        head.addWidget(self.dimensions)
        head.addWidget(self.components)
        head.addWidget(self.search, 1)
        self.inactive = FoldButton(tr("inactive"))
        self.inactive.setToolTip(
            tr(
                "Dimensions whose posterior means hardly vary between images (variance below 0.01): moving them "
                "changes little. Folded, only the active ones are listed."
            )
        )
        self.inactive.toggled.connect(self._list)
        self._marks = ElidedLabel()
        self._marks.setToolTip(_MARKS_TIP)
        theme.set_role(self._marks, "caption")
        self._kl_step: int | None = None
        self.resort = QToolButton()
        self.resort.setText(tr("Sort"))
        self.resort.setFont(theme.caption_font())
        self.resort.setProperty("segment", True)
        self.resort.setToolTip(tr("KL has changed since rows took their places; while a model learns they stay there."))
        self.resort.setMaximumHeight(self.resort.sizeHint().height() - theme.SPACING.TIGHT // 2)  # at 1280×800 ten rows fit
        self._marks.setMinimumHeight(self.resort.maximumHeight())  # so that no row moves as the button comes and goes
        self.resort.hide()
        self._note = _note("caption")
        self._error = _note("error")
        self.list = RecycledRows(self._make, self._bind, self.inactive)
        self.inactive.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self._error)
        layout.addWidget(self._note)
        about = QHBoxLayout()
        about.setSpacing(theme.SPACING.TIGHT)
        about.addWidget(self._marks, 1)
        about.addWidget(self.resort)
        layout.addLayout(about)
        layout.addWidget(self.list, 1)
        self._say_marks()

    @property
    def are_components(self) -> bool:
        """Whether the rows stand for principal components."""
        return self.components.isChecked()

    @property
    def is_held(self) -> bool:
        """Whether a hand is on one of the sliders."""
        return any(row.is_held for row in self.list.made())

    def rows(self) -> tuple[LatentSlider, ...]:
        """Those that are seen, from the top."""
        return tuple(self.list.rows().values())

    def say_about_kl(self, note: str) -> None:
        """Say what must be known of the KL beside the names; empty for nothing."""
        self.dimensions.setToolTip(f"{_DIMENSIONS_TIP} {note}".rstrip())

    def row(self, number: int) -> LatentSlider:
        """The row of a dimension or component, scrolled into the view; what hides it is undone."""
        if number not in self._listed():
            self.search.clear()
            if number in self._order[len(self._order) - self._asleep :]:
                self.inactive.setChecked(True)
        return self.list.reveal(number)

    def start_afresh(self, count: int) -> None:
        """Show so many rows in the order of their numbers, of which nothing is known yet."""
        self._values = None
        self.search.clear()
        self.inactive.setChecked(False)
        self.list.forget()
        self._relist_due = False
        self.list.verticalScrollBar().setValue(0)
        self._order, self._asleep = tuple(range(count)), 0
        self._list()

    def set_order(self, order: tuple[int, ...], asleep: int) -> None:
        """List the rows in this order, the last so many inactive; while a hand is on a slider, once it has left it."""
        if (order, asleep) == (self._order, self._asleep):
            return
        self._order, self._asleep = order, asleep
        if self.is_held:
            self._relist_due = True
        else:
            self._list()

    def set_note(self, text: str) -> None:
        """Say something in place of rows; empty for nothing."""
        _say(self._note, text)

    def set_values(self, values: SliderValues) -> None:
        """Show these, in the rows that are seen."""
        self._values = values
        for row in self.list.in_use().values():
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

    def _listed(self) -> tuple[int, ...]:
        """What is searched for, else all that is not folded."""
        first = 1 if self.are_components else 0
        if self.search.found is not None:
            return tuple(number - first for number in self.search.found)
        folded = 0 < self._asleep < len(self._order) and not self.inactive.isChecked()
        return self._order[: len(self._order) - self._asleep] if folded else self._order

    @Slot()
    def _list(self) -> None:
        self._relist_due = False
        first = 1 if self.are_components else 0
        self.search.read(first, first + len(self._order) - 1)
        _say(self._error, self.search.problem)
        # The fold's heading stands where the inactive ones begin, or would.
        foldable = self.search.found is None and 0 < self._asleep < len(self._order)
        self.inactive.setText(tr("… {asleep} inactive", asleep=self._asleep))
        self.list.set_keys(self._listed(), len(self._order) - self._asleep if foldable else None)

    def say_order(self, step: int | None, out_of_date: bool) -> None:
        """Say of which step the KL is, and offer to sort by it where the rows stand otherwise."""
        self._kl_step = step
        self.resort.setVisible(out_of_date and not self.are_components)
        self._say_marks()

    def _say_marks(self) -> None:
        """What the number and the lines of each row are."""
        kl = tr("KL, nats") if self._kl_step is None else tr("KL at step {step:,}", step=self._kl_step)
        self._marks.setText(
            tr("share of the variance · in standard deviations along it")
            if self.are_components
            else tr("{kl} · blue: q(z|x) · grey: q(z)", kl=kl)
        )

    @Slot()
    def _on_segment(self) -> None:
        self.search.clear()
        self._say_marks()
        self.kind_changed.emit(self.are_components)

    @Slot()
    def _on_settled(self) -> None:
        if self._relist_due and not self.is_held:
            self._list()
        for row in self.list.in_use().values():  # the reach of the one that was held
            self._fill(row)
        self.settled.emit()

    @Slot(object)
    def _on_row_wanted(self, wanted: tuple[int, int]) -> None:
        beside = self.list.beside(*wanted)
        if beside is not None:
            self.list.reveal(beside).setFocus()

    def _make(self, parent: QWidget) -> LatentSlider:
        row = LatentSlider(0, parent)
        row.value_changed.connect(self.value_changed)
        row.lock_changed.connect(self.lock_changed)
        row.row_wanted.connect(self._on_row_wanted)
        row.settled.connect(self._on_settled)
        return row

    def _bind(self, row: LatentSlider, number: int) -> None:
        if self.are_components:
            row.show_component(number)
        else:
            row.show_dimension(number)
        row.set_longest_name(f"z{max(len(self._order), 10)}")
        self._fill(row)

    def _fill(self, row: LatentSlider) -> None:
        values, number = self._values, row.dimension
        if values is None or number >= len(values.value):
            return
        if not row.is_held:
            row.set_reach(float(values.reach[number]))
        row.set_value(float(values.value[number]))
        row.set_reset_value(float(values.reset[number]))
        if values.mark is None or values.mark_std is None:
            row.set_marks(None)
        else:
            row.set_marks(float(values.mark[number]), float(values.mark_std[number]))
        row.set_aggregate(None if values.aggregate is None else tuple(values.aggregate[number].tolist()))
        if values.measure is not None:
            (row.set_share if self.are_components else row.set_kl)(float(values.measure[number]))
        row.set_locked(number in values.locked)


def _note(role: Literal["caption", "error"]) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    theme.set_role(label, role)
    label.hide()
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
