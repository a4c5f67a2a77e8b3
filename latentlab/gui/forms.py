"""The settings of a run as a form, generated from the models of `latentlab.config`."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic.fields import FieldInfo
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from latentlab.catalog.settings import Component, EntrySettings, applies, metadata
from latentlab.config import RunConfig, config_problems, parse_config
from latentlab.gui import theme
from latentlab.gui.form_field import FormField, field_grid
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.setting_words import is_component, key_in, models_of, section_name, sections, summary_of
from latentlab.gui.widgets.fold_button import FoldButton


class ConfigForm(QWidget):
    """A group for each part of a `RunConfig`: the main settings shown, the others folded, those that the method ignores hidden.

    Signals:
        changed: a user changed a setting.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[FormField] = []
        self._sections: list[_Section] = []
        self._stack = layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.MEDIUM, theme.SPACING.SMALL, theme.SPACING.TIGHT, theme.SPACING.MEDIUM)
        layout.setSpacing(theme.SPACING.LARGE)
        for name, component in sections():
            section = _Section(name, component, self)
            self._sections.append(section)
            self._fields.extend(section.fields)
            layout.addWidget(section)
        layout.addStretch(1)
        self._align_labels()
        for field in self._fields:
            field.editor.changed.connect(self._edited)
        self.set_config(parse_config({}))
        self.set_reference(parse_config({}))

    def set_config(self, config: RunConfig) -> None:
        """Show the settings of a run, without a signal."""
        self.clear_errors()
        for section in self._sections:
            section.take(getattr(config, section.name) if section.name else config)
        self._show_what_applies()

    def set_reference(self, config: RunConfig) -> None:
        """Mark what differs from these settings, each with a button that takes it back."""
        for section in self._sections:
            section.compare_with(getattr(config, section.name) if section.name else config)
        self._show_what_applies()

    def fix(self, reasons: Mapping[str, str]) -> None:
        """Let these settings not be changed, by their keys, each with the reason; all others can be."""
        for field in self._fields:
            field.set_fixed(reasons.get(field.key, ""))

    def changes(self) -> list[str]:
        """Keys of the settings that the method reads and that differ from the reference."""
        return [field.key for field in self._fields if field.differs]

    def values(self) -> dict[str, Any]:
        """What the form says, as nested plain values; settings left empty are left out, as in TOML."""
        values: dict[str, Any] = {}
        for section in self._sections:
            own = section.values()
            values |= {section.name: own} if section.name else own
        return values

    def config(self) -> RunConfig:
        """The run that the form describes.

        Raises:
            ConfigError: naming each setting that is wrong.
        """
        return parse_config(self.values())

    def keys(self) -> list[str]:
        """The settings of the form, from top to bottom."""
        return list(dict.fromkeys(field.key for field in self._fields))

    def settings(self) -> list[tuple[str, str, str]]:
        """Key, section and name of each setting that the method, as it is set, reads."""
        return [
            (field.key, section.title, field.label.text())
            for section in self._sections
            for field in section.fields
            if field.applies
        ]

    def editor(self, key: str) -> QWidget:
        """The control of a setting.

        Raises:
            KeyError: there is no such setting.
        """
        return self._field(key).editor.control

    def show_error(self, text: str, key: str) -> None:
        """Write under a setting what is wrong with it, in the form's words, and lead there; an unknown key marks nothing."""
        if key in self.keys():
            field = self._field(key)
            field.set_error(text)
            self._reveal(field)
            field.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self) -> bool:
        """Write under each setting that will not do what is wrong with it, and lead to the first; whether there was one."""
        problems = config_problems(self.values())
        for text in reversed(problems):
            self.show_error(text, key_in(text) or "")
        return bool(problems)

    def clear_errors(self) -> None:
        """Take back what `show_error` wrote."""
        for field in self._fields:
            field.set_error("")

    def highlight(self, key: str) -> None:
        """Lead the eye to a setting: unfold, scroll, focus, and mark it for a moment.

        Raises:
            KeyError: there is no such setting.
        """
        field = self._field(key)
        self._reveal(field)
        field.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        field.flash()

    def is_shown(self, key: str) -> bool:
        """Whether the method reads a setting and it is not folded away."""
        field = self._field(key)
        return not field.label.isHidden() and not self._section_of(field).hides(field)

    def _field(self, key: str) -> FormField:
        """The control of a setting: of the entry that is chosen, where entries differ in it.

        Raises:
            KeyError: there is no such setting.
        """
        found = [field for field in self._fields if field.key == key]
        if not found:
            raise KeyError(key)
        return next((field for field in found if field.applies), found[0])

    def _section_of(self, field: FormField) -> "_Section":
        return next(section for section in self._sections if field in section.fields)

    def _edited(self, key: str) -> None:
        self._field(key).set_error("")
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        for section in self._sections:
            section.show_what_applies()

    def _align_labels(self) -> None:
        """One column of labels through all sections, as wide as those shown unfolded need; longer ones take two lines."""
        texts = [field.label.text() for field in self._fields if field.main] or [field.label.text() for field in self._fields]
        width = max(self.fontMetrics().horizontalAdvance(text) for text in texts) + 2
        for field in self._fields:
            field.label.setWordWrap(True)
            field.label.setFixedWidth(width)

    def _reveal(self, field: FormField) -> None:
        self._section_of(field).unfold_for(field)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            # The rows that were unfolded have no place before their layouts have run.
            self._stack.activate()
            self.adjustSize()
            around.ensureWidgetVisible(field.row_widget(), 0, theme.SPACING.WIDE)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align_labels()

    def sizeHint(self) -> QSize:
        return QSize(300, super().sizeHint().height())


class _Section(QWidget):
    """A heading, the main settings, and the others behind "More" at the right of the heading."""

    def __init__(self, name: str, component: type[Component], parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.component = component
        self.fields: list[FormField] = []
        self._title = QLabel(section_name(name))
        self.title = self._title.text()
        self._title.setAccessibleName(tr("Section {title}", title=self.title))
        self._title.setToolTip(translated(summary_of(component)) if name else tr("Name, seed and device."))
        self._more = FoldButton(tr("More"), self)
        self._more.setAccessibleName(tr("More settings of {title}", title=self._title.text()))
        self._more.setToolTip(tr("Show or fold the settings that are rarely changed"))
        self._more.toggled.connect(self._fold)
        self._main, self._rest = QWidget(self), QWidget(self)
        self._grids = {True: field_grid(self._main), False: field_grid(self._rest)}
        self._rest.hide()
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addLayout(heading)
        layout.addWidget(self._main)
        layout.addWidget(self._rest)
        for model in models_of(component):
            for field_name, info in model.model_fields.items():
                if not is_component(info.annotation) and not metadata(model, field_name).get("last"):
                    self._add(model, field_name, info)
        for model in models_of(component):
            for field_name, info in model.model_fields.items():
                if metadata(model, field_name).get("last"):
                    self._add(model, field_name, info)
        self._restyle()

    def take(self, component: Component) -> None:
        """Show the settings of a component; those of other entries stay as they are."""
        for field in self.fields:
            if type(component) in field.models:
                field.editor.set_value(getattr(component, field.name))

    def compare_with(self, component: Component) -> None:
        """The settings that others are marked to differ from; those of other entries have their defaults."""
        for field in self.fields:
            shared = type(component) in field.models
            field.reference = getattr(component, field.name) if shared else field.info.default

    def values(self) -> dict[str, Any]:
        """What the section says, by name; settings left empty and those of other entries are left out."""
        chosen = self._chosen()
        values = {field.name: field.editor.value() for field in self.fields if chosen in field.models}
        return {name: value for name, value in values.items() if value is not None}

    def show_what_applies(self) -> None:
        """Hide the settings that the method, as it is set, does not read."""
        chosen = self._chosen()
        component = chosen.model_construct(**self.values())
        for field in self.fields:
            field.set_visible(chosen in field.models and applies(component, field.name))
            field.show_difference()
        self._main.setVisible(any(field.main and field.applies for field in self.fields))
        self._more.setVisible(any(not field.main and field.applies for field in self.fields))
        changed = sum(field.differs for field in self.fields if not field.main)
        self._more.setText(tr("{changed} changed", changed=changed) if changed else tr("More"))
        self._fold(self._more.isChecked())

    def _chosen(self) -> type[Component]:
        """The model of the settings that the section has as it is set."""
        if not issubclass(self.component, EntrySettings):
            return self.component
        tag = next(field for field in self.fields if field.name == self.component.tag)
        settings: type[Component] = self.component.catalog[tag.editor.value() or self.component.catalog.default].settings
        return settings

    def unfold_for(self, field: FormField) -> None:
        """Unfold, if the setting is folded away."""
        if not field.main:
            self._more.setChecked(True)

    def hides(self, field: FormField) -> bool:
        """Whether the setting is folded away."""
        return not field.main and not self._more.isChecked()

    def _add(self, model: type[Component], name: str, info: FieldInfo) -> None:
        """A control for a field, or the one that another entry has for its like."""
        key = f"{self.name}.{name}" if self.name else name
        if issubclass(model, EntrySettings) and name == model.tag:
            info = _tag_info(model)
        like = next((field for field in self.fields if field.name == name and _alike(field.info, info)), None)
        if like is not None:
            like.models.add(model)
            return
        field = FormField(key, name, info, self)
        field.models.add(model)
        field.place(self._grids[field.main])
        self.fields.append(field)

    def _fold(self, expanded: bool) -> None:
        self._rest.setVisible(expanded and not self._more.isHidden())

    def _restyle(self) -> None:
        self._title.setFont(theme.title_font())
        self._more.setFont(theme.caption_font())

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._restyle()


def _tag_info(model: type[EntrySettings]) -> FieldInfo:
    """The field that names an entry, with all entries as its choices; the same for each of them."""
    base = model.catalog_base()
    entries = model.catalog.trained
    about = "; ".join(f"{entry.name}: {translated(entry.summary)}" for entry in entries if entry.summary)
    words = {entry.name: entry.label for entry in entries}
    extra = {**metadata(base, base.tag), "words": words}
    choice: Any = Literal[tuple(words)]
    return FieldInfo(
        annotation=choice,
        default=model.catalog.default,
        description=f"{translated(base.model_fields[base.tag].description or '')} {about}.",
        json_schema_extra=extra,
    )


def _alike(one: FieldInfo, other: FieldInfo) -> bool:
    """Whether one control serves for both fields."""
    return (one.annotation, one.metadata, one.description) == (other.annotation, other.metadata, other.description)
