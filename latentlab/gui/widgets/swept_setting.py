"""A line of a sweep's editor: a setting, and the values that it takes."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QToolButton, QWidget

from latentlab.errors import FileError
from latentlab.files.text import parse_toml
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.setting_words import choices_of, setting_names


class SweptSetting(QWidget):
    """A setting by its name in the form, which is searched as it is typed, and its values between commas.

    Signals:
        changed: the setting or its values.
        removed: the button that takes the line away was pressed.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = QComboBox()
        self.setting.setEditable(True)
        self.setting.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for key, name in setting_names().items():
            self.setting.addItem(name, key)
        self.setting.setCurrentIndex(-1)
        self.setting.setMinimumWidth(260)
        self.setting.setToolTip(tr("The setting that varies; type a part of its name."))
        self.setting.setAccessibleName(tr("Setting"))
        search = self.setting.completer()
        assert search is not None
        search.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        search.setFilterMode(Qt.MatchFlag.MatchContains)
        line = self.setting.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("setting"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("values, such as 1, 2, 4"))
        self.line.setAccessibleName(tr("Values"))
        self.remove = QToolButton()
        self.remove.setIcon(theme.icon("close"))
        self.remove.setToolTip(tr("Do not vary this setting."))
        self.remove.setAccessibleName(tr("Remove the setting"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self.setting)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)
        self.setting.editTextChanged.connect(self.changed)
        self.line.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    @property
    def key(self) -> str:
        """The key of the setting that is called so, or of the only one whose name has these words; else what was typed."""
        text = self.setting.currentText().strip()
        names = setting_names()
        exact = [key for key, name in names.items() if text.lower() in (name.lower(), key)]
        found = exact or [key for key, name in names.items() if text and text.lower() in name.lower()]
        return found[0] if exact or len(found) == 1 else text

    def choose(self, key: str, values: str) -> None:
        """Show a setting and its values."""
        self.setting.setCurrentIndex(self.setting.findData(key))
        self.line.setText(values)

    def values(self) -> list[Any]:
        """The values, each choice as the settings know it."""
        words = {word.lower(): value for value, word in choices_of(self.key).items()}
        return [words.get(str(value).lower(), value) for value in list_of(self.line.text())]

    def set_removable(self, removable: bool) -> None:
        """Whether the line can be taken away."""
        self.remove.setEnabled(removable)


def list_of(text: str) -> list[Any]:
    """Values between commas: numbers, true and false as such, anything else as text."""
    return [_value_of(part.strip()) for part in text.split(",") if part.strip()]


def _value_of(text: str) -> Any:
    try:
        return parse_toml(f"value = {text}".encode(errors="replace"), Path("value"))["value"]
    except FileError:
        return text
