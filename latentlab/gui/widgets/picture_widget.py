"""What every widget that shows a picture or a plot can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from latentlab.gui.language import tr
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.figure_sheet import FigureSheet


class PictureWidget(QWidget):
    """A widget whose picture can be copied and exported from its context menu.

    Signals:
        export_requested: the picture, to be written by whoever may write files: a QImage, or the bytes of an SVG file.
    """

    export_requested = Signal(object)

    def figure_title(self) -> str:
        """What stands over the exported picture; empty where the widget has a title of its own."""
        return ""

    def picture(self) -> QImage | None:
        """What is copied and exported: the widget as it looks, under its title. None where there is nothing to show."""
        return pixels.picture_of(self._sheet())

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
        picture = self.picture()
        if picture is not None:
            self.export_requested.emit(picture)

    # Qt overrides

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.picture() is not None:
            self.build_menu().popup(event.globalPos())


class PlotWidget(PictureWidget):
    """A plot: it is exported as pixels, or as lines and letters."""

    def add_exports(self, menu: QMenu) -> None:
        menu.addAction(tr("Export PNG…"), self._export)
        menu.addAction(tr("Export SVG…"), self._export_svg)

    def svg(self) -> bytes:
        """The picture as lines and letters."""
        return pixels.svg_of(self._sheet())

    def _export_svg(self) -> None:
        self.export_requested.emit(self.svg())
