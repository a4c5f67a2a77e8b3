"""The settings of a collection of images: which one, where its files are, and how its images are read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from latentlab.catalog.data_settings import DataConfig, FolderConfig
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.settings import applies, field_words
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets.flow_layout import FlowLayout, group_of
from latentlab.gui.widgets.number_box import Limits, NumberBox

_ARRAYS = (".npz", ".npy")
IN_ONE_FILE = "*.zip *.tar *.tar.gz *.tgz *.parquet *.arrow *.mp4 *.mov *.mkv *.webm *.avi *.npz *.npy"
"""Files that hold many images, as a dialog filters them."""


class DatasetChoice(QWidget):
    """Editors in as many lines as they need; only those that the chosen collection has are shown.

    Attributes:
        source, root, size_box, channels, fit: the editors.
        download: fetches the collection; does nothing by itself.

    Signals:
        changed: another collection was chosen.
        look_requested: a place was named; its images are to be shown.
    """

    changed = Signal()
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = DataConfig()
        self._build_editors()
        layout = FlowLayout(self, line_gap=theme.SPACING.TIGHT)
        size = group_of(QLabel(tr("Size")), self.size_box)
        for widget in (self.source, self.download, self._place, size, self.channels, self.fit):
            layout.addWidget(widget)
        self.source.currentIndexChanged.connect(self._show_what_applies)
        self.root.returnPressed.connect(self.look_requested)
        self._show_what_applies()

    def config(self) -> DataConfig:
        """What the editors say; what has no editor is as in `set_config`."""
        size = self.size_box.value()
        return self._with(
            root=self.root.text().strip(),
            size=None if size is None else int(size),
            channels=self.channels.currentData(),
            fit=self.fit.currentData(),
        )

    def set_config(self, config: DataConfig) -> None:
        """Show the data of a run's settings."""
        self._base = config
        self.source.setCurrentIndex(self.source.findData(config.name))
        self.root.setText(config.location)
        self.size_box.set_value(config.size)
        for name, box in (("channels", self.channels), ("fit", self.fit)):
            box.setCurrentIndex(box.findData(getattr(config, name, FolderConfig.model_fields[name].default)))
        self._show_what_applies()

    def take(self, path: Path) -> None:
        """Name a folder or a file; it may also hold the files of the collection that is chosen."""
        kind = "array" if path.suffix.lower() in _ARRAYS else "folder"
        if kind == "array" or not applies(self.config(), "root") or self.source.currentData() == "array":
            self.source.setCurrentIndex(self.source.findData(kind))
        self.root.setText(str(path))
        self._show_what_applies()
        self.look_requested.emit()

    def _with(self, **values: Any) -> DataConfig:
        """The settings of the chosen collection: those of `set_config` that it has, and over them values that it has."""
        settings = DATASETS[self.source.currentData()].settings
        known = {**self._base.model_dump(), **values, "name": self.source.currentData()}
        made = settings.model_construct(**{name: known[name] for name in known if name in settings.model_fields})
        return cast(DataConfig, made)

    def _build_editors(self) -> None:
        fields = FolderConfig.model_fields
        self.source = _choice({name: entry.label for name, entry in DATASETS.items()}, tr("Collection of images"))
        self.download = QPushButton(tr("Download…"))
        self.download.setToolTip(
            tr(
                "Fetch the official files into a folder, from where the authors publish them. What breaks off or is "
                "cancelled goes on where it ended."
            )
        )
        self.root = QLineEdit()
        self.root.setMinimumWidth(220)
        self.root.setPlaceholderText(tr("folder or file"))
        self.root.setToolTip(translated(fields["root"].description or ""))
        self.root.setAccessibleName(tr("Folder or file"))
        self._place = group_of(self.root, *self._build_browse_buttons())
        self.size_box = NumberBox(whole=True, limits=Limits(low=16, high=256), empty_text=tr("automatic"))
        self.size_box.setToolTip(translated(fields["size"].description or ""))
        self.size_box.setAccessibleName(tr("Image size"))
        self.channels = _choice(field_words(FolderConfig, "channels"), tr("Colours"))
        self.channels.setToolTip(translated(fields["channels"].description or ""))
        self.fit = _choice(field_words(FolderConfig, "fit"), tr("Fit"))
        self.fit.setToolTip(translated(fields["fit"].description or ""))

    def _build_browse_buttons(self) -> tuple[QToolButton, ...]:
        buttons = []
        for icon, tip, act in (
            ("folder", tr("Choose a folder."), self._on_browse_folder),
            ("image", tr("Choose a .zip, .tar, .parquet, .arrow, video, .npz or .npy file."), self._on_browse_file),
        ):
            button = QToolButton()
            button.setIcon(theme.icon(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip.rstrip("."))
            button.clicked.connect(act)
            buttons.append(button)
        return tuple(buttons)

    @Slot()
    def _show_what_applies(self) -> None:
        config = self._with()
        self._place.setVisible(applies(config, "root"))
        self.channels.setVisible(applies(config, "channels"))
        self.fit.setVisible(applies(config, "fit"))
        self.download.setVisible(bool(DATASETS.of(config).terms.remote))
        self.changed.emit()

    @Slot()
    def _on_browse_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of images"), self.root.text())
        if name:
            self.root.setText(name)
            self.look_requested.emit()

    @Slot()
    def _on_browse_file(self) -> None:
        kinds = tr("Archive, table, video or array ({endings})", endings=IN_ONE_FILE)
        name, _ = QFileDialog.getOpenFileName(self, tr("Images in one file"), self.root.text(), kinds)
        if name:
            self.take(Path(name))


def _choice(words: Mapping[str, str], name: str) -> QComboBox:
    box = QComboBox()
    for value, text in words.items():
        box.addItem(translated(text), value)
    box.setAccessibleName(name)
    return box
