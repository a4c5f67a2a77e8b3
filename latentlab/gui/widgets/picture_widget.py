"""What every widget that shows a picture or a plot can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from latentlab.gui.language import tr
from latentlab.gui.widgets import paper, pixels
from latentlab.gui.widgets.figure_sheet import FigureSheet


class PictureWidget(QWidget):
    """A widget whose picture can be copied and exported from its context menu.

    Signals:
        export_requested: the widget itself, to be asked for its `picture` or `figure` by whoever may write files.
    """

    export_requested = Signal(object)

    def figure_title(self) -> str:
        """What stands over the exported picture; empty where the widget has a title of its own."""
        return ""

    def picture(self) -> QImage | None:
        """What is copied and exported: the widget as it looks, under its title. None where there is nothing to show."""
        return pixels.picture_of(self._sheet())

    def figure(self, ending: str, width_mm: float) -> bytes:
        """What is shown as a figure for a paper: an .svg or .pdf of a width in millimetres.

        Raises:
            ExportError: if it cannot be drawn at this width.
        """
        return paper.figure_of(self, self._sheet, self._settle, ending, width_mm)

    def _settle(self) -> None:
        """Draw now what waits for its turn."""

    def _sheet(self) -> QWidget:
        title = self.figure_title()
        return FigureSheet(self, title) if title else self

    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        picture = self.picture()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture)

    def build_menu(self) -> QMenu:
        """The context menu; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy"), self.copy_image)
        self.add_exports(menu)
        return menu

    def add_exports(self, menu: QMenu) -> None:
        """Offer what can be written."""
        menu.addAction(tr("Export…"), self._export)

    def _export(self) -> None:
        if self.picture() is not None:
            self.export_requested.emit(self)

    # Qt overrides

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.picture() is not None:
            self.build_menu().popup(event.globalPos())
