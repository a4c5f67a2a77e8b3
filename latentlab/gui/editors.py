"""Controls for the settings of a form, one for each kind of value."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from latentlab.catalog.settings import choices, in_words
from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets.dataset_choice import IN_ONE_FILE
from latentlab.gui.widgets.number_box import Limits, NumberBox


class Editor(QObject):
    """A control for one kind of value.

    Attributes:
        control: what has the focus.
        row: the control and what belongs to it.

    Signals:
        changed: the key of the setting that a user changed.
    """

    changed = Signal(str)

    def __init__(self, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self.key = key
        self.control = self.row = QWidget()

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def limits_text(self) -> str:
        return ""

    def _tell(self) -> None:
        self.changed.emit(self.key)


class _ChoiceEditor(Editor):
    def __init__(self, key: str, values: tuple[str, ...], words: Mapping[str, str], parent: QObject) -> None:
        super().__init__(key, parent)
        self._box = _QuietComboBox()
        for value in values:
            self._box.addItem(translated(words.get(value) or in_words(value)), value)
        self._box.activated.connect(self._tell)
        self.control = self.row = self._box

    def value(self) -> Any:
        return self._box.currentData()

    def set_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class _NumberEditor(Editor):
    def __init__(self, key: str, whole: bool, limits: Limits, empty: str | None, parent: QObject) -> None:
        super().__init__(key, parent)
        self._box = NumberBox(whole=whole, limits=limits, empty_text=empty)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.value_changed.connect(self._tell)
        self.control = self.row = self._box

    def value(self) -> Any:
        return self._box.value()

    def set_value(self, value: Any) -> None:
        self._box.set_value(value)

    def limits_text(self) -> str:
        return self._box.limits().text()


class _SwitchEditor(Editor):
    def __init__(self, key: str, parent: QObject) -> None:
        super().__init__(key, parent)
        self._box = QCheckBox()
        self._box.clicked.connect(self._tell)
        self.control = self.row = self._box

    def value(self) -> Any:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.setChecked(value)


class _TextEditor(Editor):
    def __init__(self, key: str, parent: QObject) -> None:
        super().__init__(key, parent)
        self._line = QLineEdit()
        self._line.textEdited.connect(self._tell)
        self.control = self.row = self._line

    def value(self) -> Any:
        return self._line.text()

    def set_value(self, value: Any) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)


class _PlaceEditor(_TextEditor):
    """A folder or a file, typed or chosen."""

    def __init__(self, key: str, parent: QObject) -> None:
        super().__init__(key, parent)
        self._line.setPlaceholderText(tr("folder or file"))
        self.row = QWidget()
        layout = QHBoxLayout(self.row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addWidget(self._line, 1)
        for icon, text, choose in (
            ("folder", tr("Choose a folder"), self._choose_folder),
            ("image", tr("Choose a file"), self._choose_file),
        ):
            button = QToolButton()
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(f"{text}…")
            button.setAccessibleName(text)
            button.clicked.connect(choose)
            layout.addWidget(button)

    def _choose_folder(self) -> None:
        dialog = self._dialog(tr("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        # Not exec: a second event loop inside the first is how a window closes under a running dialog.
        dialog.open()

    def _choose_file(self) -> None:
        dialog = self._dialog(tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Images in one file ({endings})", endings=IN_ONE_FILE))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.row, title, self._line.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        return dialog

    def _chosen(self, path: str) -> None:
        self.set_value(path)
        self._tell()


class _QuietComboBox(QComboBox):
    """A combo box that does not change when the form scrolls under the pointer.

    It may be narrower than its text, which ends in dots then.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        place = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


@dataclass(frozen=True)
class _Kind:
    """A field's type without what wraps it: `Annotated[int, …] | None` is an optional int."""

    type: Any
    optional: bool
    metadata: tuple[Any, ...]


def _kind_of(info: FieldInfo) -> _Kind:
    annotation, optional = info.annotation, False
    metadata = list(info.metadata)
    if get_origin(annotation) in (Union, UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"no control for {annotation}")
        annotation, optional = inner[0], True
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        for part in rest:
            metadata.extend(part.metadata if isinstance(part, FieldInfo) else [part])
    return _Kind(annotation, optional, tuple(metadata))


def _limits_of(metadata: tuple[Any, ...]) -> Limits:
    found: dict[str, Any] = {}
    for part in metadata:
        for name, (side, strict) in {
            "ge": ("low", None),
            "gt": ("low", "above"),
            "le": ("high", None),
            "lt": ("high", "below"),
        }.items():
            bound = getattr(part, name, None)
            if bound is not None:
                found[side] = bound
                if strict:
                    found[strict] = True
    return Limits(**found)


def editor_for(key: str, info: FieldInfo, parent: QObject) -> Editor:
    """The control that fits the type of a field.

    Raises:
        TypeError: no control fits.
    """
    kind = _kind_of(info)
    extra: Any = info.json_schema_extra or {}
    values = choices(kind.type)
    if values:
        words: Any = extra.get("words", {})
        return _ChoiceEditor(key, values, words, parent)
    if kind.type is bool:
        return _SwitchEditor(key, parent)
    if kind.type in (int, float):
        empty = translated(extra.get("empty", mark("automatic"))) if kind.optional else None
        return _NumberEditor(key, kind.type is int, _limits_of(kind.metadata), empty, parent)
    if kind.type is str:
        return _PlaceEditor(key, parent) if extra.get("place") else _TextEditor(key, parent)
    raise TypeError(f"no control for {key}: {kind.type}")
