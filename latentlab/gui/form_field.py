"""One setting of a form: its label, its control, what is wrong with it, and whether it differs from the preset."""

from typing import Any

from pydantic.fields import FieldInfo
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from latentlab.catalog.settings import Component
from latentlab.gui import theme
from latentlab.gui.editors import editor_for
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.setting_words import in_form_words, label_of, value_words

_HIGHLIGHT_MS = 1600
MARK_WIDTH = 20
"""Of the column in which a setting is marked that differs from the preset, pixels."""


def field_grid(widget: QWidget) -> QGridLayout:
    """A grid in a widget for fields to be placed in."""
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACING.SMALL)
    grid.setVerticalSpacing(theme.SPACING.TIGHT)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(2, MARK_WIDTH)
    return grid


class FormField(QObject):
    """One setting: label, control and the place for what is wrong with it.

    Attributes:
        info: the field.
        models: of the settings that have it.
        main: shown unfolded.
        applies: the method, as it is set, reads it.
        reference: the value that it is marked to differ from.
    """

    def __init__(self, key: str, name: str, info: FieldInfo, parent: QWidget) -> None:
        super().__init__(parent)
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        self.key, self.name, self.info = key, name, info
        self.models: set[type[Component]] = set()
        self.main = bool(extra.get("main", False))
        self.applies = True
        self.reference: Any = info.default
        self.editor = editor_for(key, info, self)
        self.editor.set_value(info.default)
        text = label_of(name, info)
        self.label = QLabel(text, parent)
        self.label.setBuddy(self.editor.control)
        self.reset = QToolButton(parent)
        self.reset.setIcon(theme.icon("undo"))
        self.reset.setIconSize(QSize(14, 14))
        self.reset.setProperty("mark", True)
        self.reset.setFixedWidth(MARK_WIDTH)
        self.reset.setAccessibleName(tr("Reset {text}", text=text))
        self.reset.clicked.connect(self._take_back)
        self._error = QLabel(parent)
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._error, "error")
        self._error.hide()
        limits, description = self.editor.limits_text(), translated(info.description or "")
        self._tip = "\n".join(
            part
            for part in (description, limits and tr("Range: {limits}", limits=limits), tr("Setting: {key}", key=key))
            if part
        )
        self.set_fixed("")
        self.editor.control.setAccessibleName(text)
        self.editor.control.setAccessibleDescription(description)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_HIGHLIGHT_MS)
        self._calm.timeout.connect(self._end_flash)

    def place(self, grid: QGridLayout) -> None:
        """Take the next two lines of a grid."""
        line = grid.rowCount()
        grid.addWidget(self.label, line, 0)
        grid.addWidget(self.editor.row, line, 1)
        grid.addWidget(self.reset, line, 2)
        grid.addWidget(self._error, line + 1, 0, 1, 3)

    def set_fixed(self, reason: str) -> None:
        """Let it not be changed, and say why; an empty reason lets it."""
        self.editor.row.setEnabled(not reason)
        self.label.setEnabled(not reason)
        tip = tr("Cannot change here: {reason}.\n{tip}", reason=reason, tip=self._tip) if reason else self._tip
        for widget in (self.label, self.editor.row, self.editor.control):
            widget.setToolTip(tip)

    def row_widget(self) -> QWidget:
        return self._error if not self._error.isHidden() else self.editor.row

    def set_visible(self, visible: bool) -> None:
        self.applies = visible
        self.label.setVisible(visible)
        self.editor.row.setVisible(visible)
        self._error.setVisible(visible and bool(self._error.text()))

    @property
    def differs(self) -> bool:
        """Whether the method reads it and it has another value than the reference."""
        return self.applies and self.editor.value() != self.reference

    def show_difference(self) -> None:
        differs = self.differs
        if differs:
            words = value_words(next(iter(self.models)), self.name, self.reference)
            self.reset.setToolTip(theme.plain_tip(tr("Changed. Back to {words}.", words=words or tr("nothing"))))
        self.reset.setVisible(differs)
        if self.label.property("changed") is not differs:
            self.label.setProperty("changed", differs)
            theme.repolish(self.label)

    def set_error(self, text: str) -> None:
        self._say(in_form_words(text), wrong=bool(text))

    def set_note(self, text: str) -> None:
        """Say something that is no error where errors stand."""
        self._say(text, wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        if text == self._error.text():
            return
        theme.set_role(self._error, "error" if wrong else "caption")
        self._error.setText(text)
        self._error.setVisible(bool(text) and self.applies)
        self.editor.control.setProperty("invalid", wrong)
        theme.repolish(self.editor.control)

    def flash(self) -> None:
        self.editor.control.setProperty("highlighted", True)
        theme.repolish(self.editor.control)
        self._calm.start()

    def _end_flash(self) -> None:
        self.editor.control.setProperty("highlighted", False)
        theme.repolish(self.editor.control)

    @Slot()
    def _take_back(self) -> None:
        self.editor.set_value(self.reference)
        self.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.changed.emit(self.key)
