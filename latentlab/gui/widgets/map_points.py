"""The points of a map: squares of colour, images where few are in sight, and names where the groups lie."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from latentlab.explore.requests.maps import Holes
from latentlab.explore.scatter import HOLE, Colours, extent_of, pack, scatter, shaded
from latentlab.gui import theme
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.map_chips import chip_rect, paint_chip
from latentlab.gui.widgets.map_frame import MapFrame

_REACH = 8
"""Pixels within which a point is pointed at."""
_FINE = 6.0
"""Pixels of a printed figure for each of the screen's."""
_PRINTED = 0.5
"""Size of a point on paper, where it can be seen when smaller, for that on the screen."""
_CROWDS = (2_000, 20_000)
"""Points from which on they are drawn smaller, and smaller still."""
FEW = 150
"""Points in sight up to which they are shown as images."""
_MOST_KEPT = 2000
"""Images that are kept."""
_SIDES = (24, 64)
"""Least and greatest side of an image on the map, pixels."""


class MapPoints:
    """Points (N, 2) in a plane.

    Attributes:
        places: where they are.
        names: of groups, at the places where they are written.
        shows_images: whether they are images where few are in sight.
    """

    def __init__(self, frame: MapFrame) -> None:
        self.places = np.empty((0, 2), np.float32)
        self.names: tuple[tuple[str, float, float], ...] = ()
        self.shows_images = True
        self._frame = frame
        self._colours = np.empty((0, 3), np.uint8)
        self._packed = pack(self._colours)
        self._holes: Holes | None = None
        self._drawn: QImage | None = None
        self._images: dict[int, QImage] = {}
        self._near: list[int] | None = None
        self._side = float(_SIDES[0])

    def set(self, places: NDArray[np.float32], colours: Colours) -> None:
        """Take other points, in these colours (N, 3); no points are those of another model, whose images are forgotten."""
        if not len(places):
            self._images.clear()
            self.names = ()
        self.places, self.colours = places, colours

    @property
    def colours(self) -> Colours:
        """Of each point, (N, 3)."""
        return self._colours

    @colours.setter
    def colours(self, colours: Colours) -> None:
        self._colours, self._packed = colours, pack(colours)
        self.redraw()

    def set_holes(self, holes: Holes | None) -> None:
        """Shade where the prior has mass and the data have none."""
        self._holes, self._drawn = holes, None

    def add_images(self, images: dict[int, QImage]) -> None:
        """Keep images, by the numbers of their points."""
        if len(self._images) + len(images) > _MOST_KEPT:
            self._images.clear()
        self._images |= images

    def redraw(self) -> None:
        """Something else is in sight."""
        self._drawn = self._near = None

    def fit(self) -> None:
        """Show all of them, unless the frame shows something already."""
        if self._frame.extent is None and len(self.places):
            self._frame.extent = extent_of(self.places, self._frame.aspect)

    def at(self, position: QPointF) -> int:
        """The nearest point within reach, −1 for none."""
        if not len(self.places):
            return -1
        x, y = self._positions()
        reach = self._side / 2 if self.near() else _REACH
        distance = np.square(x - position.x()) + np.square(y - position.y())
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= reach**2 else -1

    def near(self) -> list[int]:
        """Those that are shown as images: all in sight that do not hide each other, where these are few."""
        if self._near is None:
            self._near = self._find_near() if self.shows_images and len(self.places) else []
        return self._near

    def has_image(self, index: int) -> bool:
        """Whether the image of a point is known."""
        return index in self._images

    def missing(self) -> list[int]:
        """Those of `near` whose image is not known."""
        return [index for index in self.near() if index not in self._images]

    def paint(self, painter: QPainter, ratio: float, palette: QPalette) -> None:
        """Draw them within the frame."""
        if self._drawn is None:
            self._drawn = self._scattered(_FINE if theme.is_paper() else ratio, palette)
        area = self._frame.area
        painter.drawImage(area.topLeft(), self._drawn)
        painter.save()
        painter.setClipRect(area)
        self._paint_images(painter, palette)
        painter.setFont(theme.tabular(theme.caption_font()))
        written: list[QRectF] = []
        for name, x, y in self.names:  # where two would hide each other, the first
            at = self._frame.position(x, y)
            if not any(chip_rect(painter, at, name).intersects(other) for other in written):
                written.append(paint_chip(painter, at, name, palette))
        painter.restore()

    def _positions(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        origin, unit = self._frame.position(0, 0), self._frame.position(1, 1)
        x = self.places[:, 0] * (unit.x() - origin.x()) + origin.x()
        return x, self.places[:, 1] * (unit.y() - origin.y()) + origin.y()

    def _find_near(self) -> list[int]:
        x, y = self._positions()
        area = self._frame.area
        seen = np.flatnonzero((x >= area.left()) & (x <= area.right()) & (y >= area.top()) & (y <= area.bottom()))
        if len(seen) > FEW:
            return []
        # As large as there is room for so many.
        side = min(max(0.5 * math.sqrt(area.width() * area.height() / max(len(seen), 1)), _SIDES[0]), _SIDES[1])
        self._side, shown = side, list[int]()
        for index in seen.tolist():
            if all(max(abs(x[index] - x[other]), abs(y[index] - y[other])) > 0.8 * side for other in shown):
                shown.append(index)
        return shown

    def _scattered(self, ratio: float, palette: QPalette) -> QImage:
        area = self._frame.area
        size = round(area.width() * ratio), round(area.height() * ratio)
        base = palette.base().color()
        paper = (base.red(), base.green(), base.blue())
        size_of_dot = 3 - sum(len(self.places) >= crowd for crowd in _CROWDS)
        dot = round(size_of_dot * (_PRINTED if theme.is_paper() else 1) * ratio)
        view, holes = self._frame.extent or (-1.0, 1.0, -1.0, 1.0), self._holes
        ground = paper if holes is None else shaded(holes.shade, holes.extent, view, size, paper, HOLE)
        drawn = pixels.to_qimage(scatter(self.places, self._packed, view, size, ground, dot))
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _paint_images(self, painter: QPainter, palette: QPalette) -> None:
        near = [index for index in self.near() if index in self._images]
        side = self._side
        for index in near:
            image, middle = self._images[index], self._frame.position(*map(float, self.places[index]))
            where = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect()
            where = pixels.centred(pixels.filling(image.width(), image.height(), where.size()), where)
            pixels.paint_image(painter, QRect(where), image, palette)
            pixels.outline(painter, where, QColor(*map(int, self._colours[index])), 2)
