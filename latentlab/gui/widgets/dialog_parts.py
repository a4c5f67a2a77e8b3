"""What dialogs that ask a few things are made of: fields under each other, and the buttons below them."""

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr


def fields_of(*rows: tuple[str, QWidget]) -> QGridLayout:
    """A line for each field, with its name."""
    fields = QGridLayout()
    fields.setVerticalSpacing(theme.SPACING.SMALL)
    fields.setHorizontalSpacing(theme.SPACING.LARGE)
    fields.setColumnStretch(1, 1)
    for row, (words, field) in enumerate(rows):
        label = QLabel(words)
        label.setBuddy(field)
        fields.addWidget(label, row, 0)
        fields.addWidget(field, row, 1)
    return fields


def buttons_of(dialog: QDialog, go_on: QPushButton, cancel: QPushButton | None = None) -> QHBoxLayout:
    """Cancel, under that name or another, and what Return does."""
    cancel = cancel or QPushButton(tr("Cancel"))
    cancel.clicked.connect(dialog.reject)
    go_on.setDefault(True)
    theme.set_primary(go_on)
    buttons = QHBoxLayout()
    buttons.setSpacing(theme.SPACING.SMALL)
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(go_on)
    return buttons
