"""A metric of a sweep, over a setting or row by row."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.picture_widget import PictureWidget
from latentlab.sweeps.figure import Anchor, Figure, Plot, Tone

_WIDEST = 20_000.0
"""Of a line of letters."""


class SweepPlot(PictureWidget):
    """The figure that the command line writes, in the window's colours and letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.setMinimumSize(260, 160)
        self.setToolTip(
            tr(
                "A dot for each seed, a mark at their mean, a bar over the 95 % interval of the mean by Student's t, "
                "wide where there are few seeds."
            )
        )

    def set_figure(self, figure: Figure | None) -> None:
        """Show a figure."""
        self._figure = figure
        self.setAccessibleName(tr("Plot: {title}", title=figure.title) if figure else tr("Plot"))
        self.update()

    def position(self, place: float, value: float) -> QPointF:
        """Where a value of a row, or of a setting's value, is drawn."""
        assert self._figure is not None
        return QPointF(*Plot(self._figure, _Painted(self, None)).position(place, value))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._figure is None or self._figure.is_empty:
            pixels.paint_empty(painter, self.rect(), tr("The first finished run puts a dot here."), self.palette())
            return
        Plot(self._figure, _Painted(self, painter)).draw()

    def sizeHint(self) -> QSize:
        return QSize(640, 300)


class _Painted:
    """A widget as a canvas; without a painter it is only measured."""

    def __init__(self, widget: QWidget, painter: QPainter | None) -> None:
        self.width, self.height = float(widget.width()), float(widget.height())
        self._palette, self._painter = widget.palette(), painter
        self._fonts = {False: theme.tabular(theme.caption_font()), True: theme.title_font()}
        self.line_height = QFontMetricsF(self._fonts[False]).height()

    def text_width(self, text: str, *, title: bool = False) -> float:
        return QFontMetricsF(self._fonts[title]).horizontalAdvance(text)

    def text(self, x: float, y: float, text: str, anchor: Anchor, tone: Tone, *, title: bool = False) -> None:
        assert self._painter is not None
        sides = {"left": (0, Qt.AlignmentFlag.AlignLeft), "right": (1, Qt.AlignmentFlag.AlignRight)}
        share, side = sides.get(anchor, (0.5, Qt.AlignmentFlag.AlignHCenter))
        self._painter.setFont(self._fonts[title])
        self._painter.setPen(self._colour(tone))
        room = QRectF(x - share * _WIDEST, y - 50, _WIDEST, 100)
        self._painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def line(self, points: Sequence[tuple[float, float]], tone: Tone, width: float) -> None:
        assert self._painter is not None
        self._painter.setPen(QPen(self._colour(tone), width))
        self._painter.drawPolyline([QPointF(x, y) for x, y in points])

    def dot(self, x: float, y: float, radius: float, tone: Tone) -> None:
        assert self._painter is not None
        self._painter.setPen(QPen(self._palette.base().color(), 1))
        self._painter.setBrush(self._colour(tone))
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def band(self, left: float, top: float, right: float, bottom: float, tone: Tone) -> None:
        assert self._painter is not None
        colour = self._colour(tone)
        colour.setAlpha(80)
        self._painter.fillRect(QRectF(left, top, right - left, bottom - top), colour)

    def _colour(self, tone: Tone) -> QColor:
        if isinstance(tone, int):
            return theme.run_colour(tone)
        if tone == "ink":
            return self._palette.windowText().color()
        return theme.muted(self._palette) if tone == "muted" else theme.border(self._palette)
