"""The settings of a run that may change while it trains."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.catalog.settings import Component
from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.form_field import FormField, field_grid
from latentlab.gui.language import tr
from latentlab.gui.setting_words import key_in, section_name
from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.runs import Answer


class LiveSettings(QWidget):
    """A control for each, the rarely changed ones folded, and a button that applies what was edited.

    Attributes:
        fields: by the keys of their settings.
        apply: the button, which stands where it is put, so that it is in sight while the rest is scrolled.

    Signals:
        applied: the edited values, by the keys of their settings.
    """

    applied = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self._asked: tuple[str, ...] = ()
        self._shown: tuple[tuple[str, type[Component]], ...] = ()
        title = QLabel(tr("Change while it trains"))
        title.setFont(theme.title_font())
        self._more = FoldButton(tr("More"))
        self._more.setAccessibleName(tr("More settings that may change"))
        self._more.setToolTip(tr("Show or fold the settings that are rarely changed"))
        self.apply = QPushButton(tr("Apply"))
        self.apply.setToolTip(tr("Train with these values from the next step on."))
        self.apply.clicked.connect(self._on_apply)
        heading = QHBoxLayout()
        heading.addWidget(title, 1)
        heading.addWidget(self._more)
        self._main, self._rest = QWidget(), QWidget()
        self._stack = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addLayout(heading)
        layout.addWidget(self._main)
        layout.addWidget(self._rest)
        self._more.toggled.connect(self._fold)

    def show_config(self, config: RunConfig, keys: Sequence[str]) -> None:
        """Show the values of a run's settings; what was edited and not applied yet stays."""
        shown = tuple((key, type(getattr(config, key.partition(".")[0]))) for key in keys)
        if shown != self._shown:
            self._shown = shown
            self._build(config)
        for key, field in self.fields.items():
            edited = field.differs
            field.reference = _value(config, key)
            if not edited:
                field.editor.set_value(field.reference)
        self._show_edits()

    def forget_edits(self) -> None:
        """Show the values in force, without a word on earlier changes."""
        self._asked = ()
        for field in self.fields.values():
            field.editor.set_value(field.reference)
            field.set_note("")
        self._show_edits()

    def show_answer(self, answer: Answer) -> None:
        """Say at the settings that were to change what has become of it."""
        asked, self._asked = self._asked, ()
        if answer.done:
            for key in asked:
                self.fields[key].reference = self.fields[key].editor.value()
                self.fields[key].set_note(tr("Applied at step {step:,}.", step=answer.step))
        elif asked:
            wrong = key_in(answer.text)
            self._reveal(wrong if wrong in self.fields else asked[0]).set_error(answer.text)
        self._show_edits()

    def _build(self, config: RunConfig) -> None:
        for field in self.fields.values():
            field.deleteLater()
        self.fields, self._asked = {}, ()
        holders = [QWidget(), QWidget()]
        for old, new in zip((self._main, self._rest), holders, strict=True):
            self._stack.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self._main, self._rest = holders
        grids = {True: field_grid(self._main), False: field_grid(self._rest)}
        for key, model in self._shown:
            name = key.rpartition(".")[2]
            field = FormField(key, name, model.model_fields[name], self)
            field.models.add(model)
            field.reference = _value(config, key)
            field.editor.set_value(field.reference)
            field.place(grids[field.main])
            field.editor.changed.connect(self._on_edited)
            self.fields[key] = field
        self._tell_apart()
        self._more.setVisible(any(not field.main for field in self.fields.values()))
        self._fold()

    def _tell_apart(self) -> None:
        """Settings of two sections may have one label; and there is one column of labels in both grids."""
        labels = [field.label.text() for field in self.fields.values()]
        for key, field in self.fields.items():
            if labels.count(field.label.text()) > 1:
                text = f"{field.label.text()} ({section_name(key.partition('.')[0])})"
                field.label.setText(text)
                field.editor.control.setAccessibleName(text)
        width = max((field.label.sizeHint().width() for field in self.fields.values()), default=0)
        for field in self.fields.values():
            field.label.setMinimumWidth(width)

    def _reveal(self, key: str | None) -> FormField:
        field = self.fields[key or ""]
        if not field.main:
            self._more.setChecked(True)
        return field

    def _show_edits(self) -> None:
        for field in self.fields.values():
            field.show_difference()
        self.apply.setEnabled(not self._asked and any(field.differs for field in self.fields.values()))
        self.apply.setText(tr("Applying …") if self._asked else tr("Apply"))
        edited = sum(field.differs for field in self.fields.values() if not field.main)
        self._more.setText(tr("{edited} edited", edited=edited) if edited else tr("More"))

    @Slot()
    def _fold(self) -> None:
        self._rest.setVisible(self._more.isChecked())

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.fields[key].set_note("")
        self._show_edits()

    @Slot()
    def _on_apply(self) -> None:
        values = {key: field.editor.value() for key, field in self.fields.items() if field.differs}
        for field in self.fields.values():
            field.set_note("")
        self._asked = tuple(values)
        self.fields[self._asked[0]].editor.control.setFocus()  # which the button loses as it is switched off
        self._show_edits()
        self.applied.emit(values)


def _value(config: RunConfig, key: str) -> object:
    section, _, name = key.partition(".")
    return getattr(getattr(config, section), name)
