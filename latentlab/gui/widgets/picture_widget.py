"""What every widget that shows a picture can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from latentlab.gui.widgets import pixels


class PictureWidget(QWidget):
    """A widget whose picture can be copied and exported from its context menu.

    Signals:
        export_requested: the picture as a QImage, to be written by whoever may write files.
    """

    export_requested = Signal(object)

    def picture(self) -> QImage | None:
        """What is copied and exported: the widget as it looks. None where there is nothing to show."""
        return pixels.picture_of(self)

    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        picture = self.picture()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture)

    def build_menu(self) -> QMenu:
        """The context menu; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy image", self.copy_image)
        menu.addAction("Export PNG…", self._export)
        return menu

    def _export(self) -> None:
        picture = self.picture()
        if picture is not None:
            self.export_requested.emit(picture)

    # Qt overrides

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.picture() is not None:
            self.build_menu().popup(event.globalPos())
