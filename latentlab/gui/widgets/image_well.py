"""A place for an image that a user chooses."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from latentlab.explore.requests.values import ImageRef
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.number_box import Limits, NumberBox

_LARGEST_INDEX = 999_999
_SIZE = QSize(150, 204)
_IMAGE_FILES = tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)")


class ImageWell(QWidget):
    """An image to choose: by its number among the held-out ones, from a file, or dropped.

    Signals:
        chosen: an `ImageRef`.
        export_requested: the picture as a QImage.
    """

    chosen = Signal(object)
    export_requested = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = ImageRef(index=0)
        self._name = name
        self.setAcceptDrops(True)
        self.view = ImageView()
        self.view.set_caption(name)
        self.view.set_empty_text(tr("Drop an image"))
        self.view.setMinimumHeight(130)
        self.view.setToolTip(
            tr("The image at {name}: drop a file here, choose one, or give a held-out image's number.", name=name)
        )
        self.view.export_requested.connect(self.export_requested)
        self.number = NumberBox(whole=True, limits=Limits(low=0, high=_LARGEST_INDEX))
        self.number.setToolTip(tr("Number of the held-out image at {name}.", name=name))
        self.number.setAccessibleName(tr("Held-out image {name}", name=name))
        self.number.value_changed.connect(self._on_number)
        browse = QToolButton()
        browse.setIcon(theme.icon("folder"))
        browse.setAccessibleName(tr("Choose an image file for {name}", name=name))
        browse.setToolTip(tr("Choose an image file for {name}; it is cropped and scaled to the model's size.", name=name))
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.TIGHT)
        row.addWidget(QLabel(tr("Image")))
        row.addWidget(self.number, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.setFixedSize(_SIZE)

    def show_image(self, image: NDArray[np.uint8], label: str) -> None:
        """Show the image that was chosen, and the name of its label, if it has one."""
        self.view.set_image(image)
        self.view.set_caption(f"{self._name} · {label}" if label else self._name)

    def start_at(self, index: int) -> None:
        """Begin with a held-out image, not shown yet."""
        self.view.set_image(None)
        self.view.set_caption(self._name)
        self.number.set_value(index)
        self.source = ImageRef(index=index)

    def choose(self, source: ImageRef) -> None:
        """Take this image."""
        self.source = source
        if source.index is not None:
            self.number.set_value(source.index)
        self.chosen.emit(source)

    @Slot()
    def _on_number(self) -> None:
        self.choose(ImageRef(index=int(self.number.value() or 0)))

    @Slot()
    def _on_browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose an image"), "", _IMAGE_FILES)
        if name:
            self.choose(ImageRef(path=Path(name), crop_and_scale=True))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.choose(ImageRef(path=Path(path), crop_and_scale=True))
        event.acceptProposedAction()


def choose_random(wells: Sequence[ImageWell], count: int) -> None:
    """Choose a held-out image of so many for each well, different ones where there are enough."""
    numbers = np.random.default_rng().choice(count, len(wells), replace=count < len(wells)).tolist()
    for well, number in zip(wells, numbers, strict=True):
        well.choose(ImageRef(index=number))
