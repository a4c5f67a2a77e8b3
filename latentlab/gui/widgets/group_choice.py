"""Choosing what tells two groups of images apart."""

from typing import Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated

Source = Literal["label", "attribute", "lasso"]

_FIRST_LABELS = tuple(range(10))
"""Offered until the held-out images' own are known."""
_OTHERS = tr("all others")


class GroupChoice(QWidget):
    """Two labels, an attribute, or two lassos.

    Signals:
        source_changed: another kind of group was chosen.
        changed: other groups of this kind were chosen.
    """

    source_changed = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = QComboBox()
        for words, source in ((tr("label"), "label"), (tr("attribute"), "attribute"), (tr("lassos on the map"), "lasso")):
            self.source.addItem(words, source)
        self.source.setToolTip(tr("What tells the two groups of images apart. Lassos are drawn on the map (Ctrl+5)."))
        self.source.setAccessibleName(tr("What the direction is made from"))
        self.label, self.against, self.attribute = QComboBox(), QComboBox(), QComboBox()
        self.label.setToolTip(tr("The direction leads to images of this label."))
        self.label.setAccessibleName(tr("Label that the direction leads to"))
        self.against.setToolTip(tr("It leads away from images of this label, or from all others."))
        self.against.setAccessibleName(tr("Label that the direction leads away from"))
        self.attribute.setToolTip(
            tr("It leads to images that have this attribute, or to those above its median where it is a number.")
        )
        self.attribute.setAccessibleName(tr("Attribute that the direction leads to"))
        for box in (self.label, self.against, self.attribute):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        self.forget_labels()
        self.source.currentIndexChanged.connect(self._on_source)
        self.label.currentIndexChanged.connect(self._on_label)
        self.against.currentIndexChanged.connect(self._on_label)
        self.attribute.currentIndexChanged.connect(self.changed)

    def kind(self) -> Source:
        """What tells the groups apart."""
        source: Source = self.source.currentData()
        return source

    def choose_source(self, source: Source) -> None:
        """Choose what tells the groups apart, without telling."""
        _choose(self.source, source)
        self._choices.setCurrentIndex(self.source.currentIndex())
        self._exclude()

    def choose_attribute(self, name: str) -> None:
        """Choose an attribute, without telling; one that is not known yet is offered."""
        if self.attribute.findData(name) < 0:
            self.attribute.addItem(translated(name), name)
        _choose(self.attribute, name)
        self.choose_source("attribute")

    def choose_labels(self, label: int | None, against: int | None) -> None:
        """Choose two labels, without telling; those that are not known yet are offered."""
        for box, chosen in ((self.label, label), (self.against, against)):
            if box.findData(chosen) < 0:
                box.addItem(str(chosen), chosen)
            _choose(box, chosen)
        self.choose_source("label")

    def forget_labels(self) -> None:
        """Offer what any images may have, until it is known what there is."""
        self.attribute.clear()
        self.choose_source("label")
        self.offer_labels(_FIRST_LABELS, ())

    def offer_labels(self, labels: tuple[int, ...], names: tuple[str, ...]) -> None:
        """Offer labels; what was chosen stays where it is offered. There must be two to choose from."""
        model = self.source.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.source.findData("label")).setEnabled(len(labels) > 1)
        items = [(names[label] if label < len(names) else str(label), label) for label in labels]
        for box, first in ((self.label, []), (self.against, [(_OTHERS, None)])):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for words, label in (*first, *items):
                box.addItem(words, label)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)
        self._exclude()

    def offer_attributes(self, names: tuple[str, ...]) -> None:
        """Offer attributes; what was chosen stays where it is offered."""
        chosen = self.attribute.currentData()
        self.attribute.blockSignals(True)
        self.attribute.clear()
        for name in names:
            self.attribute.addItem(translated(name), name)
        self.attribute.setCurrentIndex(max(self.attribute.findData(chosen), 0))
        self.attribute.blockSignals(False)

    def _lay_out(self) -> None:
        self._choices = QStackedWidget()
        for parts in (
            (QLabel(tr("toward")), self.label, QLabel(tr("away from")), self.against),
            (QLabel(tr("toward more of")), self.attribute),
            (QLabel(tr("from lasso A to lasso B")),),
        ):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.SPACING.SMALL)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            self._choices.addWidget(page)
        self._choices.setMaximumHeight(self.label.sizeHint().height())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACING.SMALL)
        line.addWidget(QLabel(tr("Made from")))
        line.addWidget(self.source)
        line.addWidget(self._choices, 1)

    def _exclude(self) -> None:
        """No direction leads from a label to itself: what one box has, the other skips."""
        for box, other in ((self.label, self.against), (self.against, self.label)):
            model = box.model()
            assert isinstance(model, QStandardItemModel)
            for row in range(box.count()):
                taken = other.currentData() is not None and box.itemData(row) == other.currentData()
                model.item(row).setEnabled(not taken)

    @Slot()
    def _on_source(self) -> None:
        self._choices.setCurrentIndex(self.source.currentIndex())
        self.source_changed.emit()

    @Slot()
    def _on_label(self) -> None:
        self._exclude()
        self.changed.emit()


def _choose(box: QComboBox, value: object) -> None:
    box.blockSignals(True)
    box.setCurrentIndex(box.findData(value))
    box.blockSignals(False)
