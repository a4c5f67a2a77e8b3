"""A plot as a figure for a paper: laid out for a width in millimetres, in light colours, and painted as SVG or PDF."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QMarginsF, QObject, QSize, QSizeF, Qt
from PySide6.QtGui import QFontInfo, QPageSize, QPainter, QPalette, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QGraphicsWidget, QWidget

import latentlab
from latentlab.drawing.pdf import pdf_file
from latentlab.drawing.sheet import POINTS_A_MM, Sheet
from latentlab.drawing.svg import FAMILIES, svg_file
from latentlab.gui import theme
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.figure_sheet import FigureSheet
from latentlab.gui.widgets.painting import paint_tree
from latentlab.gui.widgets.svg_clips import mended

_PROGRAM = f"LatentLab {latentlab.__version__}"
_LETTERS = 7.0
"""Points of the smallest letters on paper."""
_FLATTEST, _STEEPEST = 0.4, 0.8
"""Height for the width, within which a plot keeps its shape."""
_OWN_PALETTE = Qt.WidgetAttribute.WA_SetPalette
_SIZE = re.compile(r'width="[\d.]+mm" height="[\d.]+mm"')
_FAMILY = re.compile(r'font-family="[^"]*"')


def figure_of(plot: QWidget, sheet: Callable[[], QWidget], settle: Callable[[], object], ending: str, width_mm: float) -> bytes:
    """A plot as the bytes of a file.

    Args:
        plot: which; it looks as before afterwards.
        sheet: gives what is painted: the plot, or the plot under its title.
        settle: has the plot draw at once what waits for its turn.
        ending: .svg or .pdf.
        width_mm: of the figure.
    """
    with _laid_out(plot, settle, width_mm, sheet().width() - plot.width()):
        painted = sheet()
        write = _svg if ending == ".svg" else _pdf
        return write(painted, width_mm)


def sheet_file(sheet: Sheet, title: str, ending: str) -> bytes:
    """A sheet of images as the bytes of a file.

    Raises:
        ExportError: if a .pdf has no letter for a label.
    """
    return (svg_file if ending == ".svg" else pdf_file)(sheet, title, {})


@contextmanager
def _laid_out(plot: QWidget, settle: Callable[[], object], width_mm: float, beside: int) -> Iterator[None]:
    """The plot in the size at which its letters have the right size on paper, unseen; so many pixels stand beside it."""
    geometry, parts = plot.geometry(), [plot, *plot.findChildren(QWidget)]
    own = {part: QPalette(part.palette()) for part in parts if part.testAttribute(_OWN_PALETTE)}
    try:
        with theme.on_paper() as (light, style_sheet):
            width = round(width_mm * POINTS_A_MM / _LETTERS * QFontInfo(theme.caption_font()).pixelSize()) - beside
            steep = min(max(plot.height() / max(plot.width(), 1), _FLATTEST), _STEEPEST)
            plot.setStyleSheet(style_sheet)
            for part in parts:  # under a style sheet they do not follow the plot
                part.setPalette(light)
            plot.resize(QSize(width, round(steep * width)).expandedTo(plot.minimumSize()))
            _arrange(plot, settle)
            yield
    finally:
        plot.setStyleSheet("")
        for part in parts:
            part.setPalette(own.get(part, QPalette()))
        plot.setGeometry(geometry)
        _arrange(plot, settle)


def _arrange(plot: QWidget, settle: Callable[[], object]) -> None:
    """Have layouts and axes take their places now; an axis learns the width of its numbers by being painted."""
    for _ in range(2):
        settle()
        parts: list[QObject] = [plot, *plot.findChildren(QWidget)]
        scenes = [view.scene() for view in plot.findChildren(QGraphicsView)]
        parts += [item for scene in scenes for item in scene.items() if isinstance(item, QGraphicsWidget)]
        for part in parts:  # not those around the plot, which would give it its usual size again
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest)
        pixels.picture_of(plot, 1.0)


def _svg(painted: QWidget, width_mm: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the other version knows no clipping
    drawing.setOutputDevice(buffer)
    drawing.setResolution(painted.logicalDpiX())  # letters are measured by it
    drawing.setSize(painted.size())
    drawing.setViewBox(painted.rect())
    drawing.setTitle(painted.accessibleName())
    drawing.setDescription(_PROGRAM)
    _paint(QPainter(drawing), painted)
    size = f'width="{width_mm:g}mm" height="{width_mm * painted.height() / painted.width():.3f}mm"'
    content = _SIZE.sub(size, mended(bytes(buffer.data().data()).decode()), count=1)
    return _FAMILY.sub(f'font-family="{FAMILIES}"', content).encode()


def _pdf(painted: QWidget, width_mm: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    page = QSizeF(width_mm, width_mm * painted.height() / painted.width())
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(painted.accessibleName())
    writer.setCreator(_PROGRAM)
    writer.setResolution(painted.logicalDpiX())
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.scale(*(writer.width() / painted.width(),) * 2)
    _paint(painter, painted)
    return bytes(buffer.data().data())


def _paint(painter: QPainter, painted: QWidget) -> None:
    painter.fillRect(painted.rect(), painted.palette().color(QPalette.ColorRole.Base))
    if isinstance(painted, FigureSheet):
        painted.paint_on(painter)
    else:
        paint_tree(painter, painted)
    painter.end()
