"""A map on a sheet: dots between two axes, and what their colours stand for at the right."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from latentlab.drawing.font import figure_font
from latentlab.drawing.sheet import FRAME, INK, MUTED, POINTS_A_MM, Area, Dots, Line, Picture, Sheet, Text, elided, wrapped
from latentlab.errors import ExportError
from latentlab.explore.grid_sheet import SIZE
from latentlab.explore.map_legend import Legend, legend_of, map_colours
from latentlab.explore.requests.maps import DrawnMap
from latentlab.explore.scatter import HOLE, Extent, extent_of, point_shades, shaded
from latentlab.explore.ticks import tick_text, ticks

_SMALL = 6.0
"""Points of the numbers at ticks."""
_LINE, _CAPITALS = 1.3, 0.72
"""Shares of a letter's size."""
_LEFT, _BELOW, _GAP, _TICK = 32.0, 25.0, 4.0, 2.5
_HAIR, _LEGEND_SHARE, _SMALLEST, _TICK_ROOM = 0.5, 0.36, 40.0, 28.0
_BAR = (8.0, 90.0)
_SHADE_PIXELS = 640
_DOTS = ((1_000, 2.0), (5_000, 1.3), (20_000, 0.9))
"""Up to so many points, and the diameter of each."""
_LEAST_DOT = 0.6


@dataclass(frozen=True)
class _Plot:
    """The square of a plot and what it spans."""

    left: float
    top: float
    side: float
    extent: Extent

    def x(self, place: float) -> float:
        return self.left + (place - self.extent[0]) / (self.extent[1] - self.extent[0]) * self.side

    def y(self, place: float) -> float:
        return self.top + (self.extent[3] - place) / (self.extent[3] - self.extent[2]) * self.side

    def on_sheet(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (N, 2) of the map on the sheet."""
        left, right, bottom, top = self.extent
        share = (points.astype(np.float64) - (left, top)) / (right - left, bottom - top)  # downwards from the top
        placed: NDArray[np.float64] = share * self.side + (self.left, self.top)
        return placed


def map_sheet(drawn: DrawnMap, width: float, *, titled: bool) -> Sheet:
    """A sheet with a map.

    Args:
        drawn: the map.
        width: of the sheet, in points.
        titled: whether its title stands over it.

    Raises:
        ExportError: if it is too narrow for the points.
    """
    legend = legend_of(drawn)
    heading = wrapped(drawn.title, SIZE, width) if titled else []
    room = min(_legend_width(legend), _LEGEND_SHARE * width)
    side = width - _LEFT - room - 2 * _GAP
    if side < _SMALLEST:
        raise ExportError(f"width_mm = {width / POINTS_A_MM:.3g}: leaves no room for a map; choose 40 or more.")
    plot = _Plot(_LEFT, len(heading) * _LINE * SIZE + (_GAP if heading else 1.0), side, extent_of(drawn.points))
    sheet = Sheet(width, plot.top + side + _BELOW)
    for number, line in enumerate(heading):
        sheet.add(Text(0, number * _LINE * SIZE + SIZE, line, SIZE))
    _draw_points(sheet, plot, drawn)
    _draw_axes(sheet, plot, drawn.axis_titles)
    bottom = _draw_legend(sheet, legend, plot.left + side + 2 * _GAP, plot.top, width, drawn)
    sheet.height = max(sheet.height, bottom)
    return sheet


def _legend_width(legend: Legend) -> float:
    """What its rows or the bar's numbers need."""
    width = figure_font().width
    rows = [width(f"{name} · {count:,}", SIZE) + SIZE + _GAP for name, _, count in legend.rows]
    return max([*rows, 60.0]) + 1.0


def _draw_points(sheet: Sheet, plot: _Plot, drawn: DrawnMap) -> None:
    if drawn.holes is not None:
        size = (_SHADE_PIXELS, _SHADE_PIXELS)
        ground = shaded(drawn.holes.shade, drawn.holes.extent, plot.extent, size, (255, 255, 255), HOLE)
        sheet.add(Picture(plot.left, plot.top, plot.side, plot.side, ground))
    places = plot.on_sheet(drawn.points)
    diameter = next((size for most, size in _DOTS if len(places) <= most), _LEAST_DOT)
    sheet.add(Dots(places, map_colours(drawn, dark=False), diameter))
    sheet.rectangle(plot.left, plot.top, plot.side, plot.side, FRAME, _HAIR)


def _draw_axes(sheet: Sheet, plot: _Plot, titles: tuple[str, str]) -> None:
    left, right, bottom, top = plot.extent
    floor, most = plot.top + plot.side, max(2, int(plot.side / _TICK_ROOM))
    places, decimals = ticks(left, right, most)
    for place in places:
        x = plot.x(place)
        sheet.add(Line(((x, floor), (x, floor + _TICK)), FRAME, _HAIR))
        sheet.add(Text(x, floor + _TICK + 1.1 * _SMALL, tick_text(place, decimals), _SMALL, "middle", MUTED))
    places, decimals = ticks(bottom, top, most)
    for place in places:
        y = plot.y(place)
        sheet.add(Line(((plot.left - _TICK, y), (plot.left, y)), FRAME, _HAIR))
        text = tick_text(place, decimals)
        sheet.add(Text(plot.left - _TICK - 1.5, y + _CAPITALS * _SMALL / 2, text, _SMALL, "end", MUTED))
    across, up = (elided(title, SIZE, plot.side) for title in titles)
    sheet.add(Text(plot.left + plot.side / 2, floor + _BELOW - 4, across, SIZE, "middle"))
    sheet.add(Text(SIZE, plot.top + plot.side / 2, up, SIZE, "middle", upwards=True))


def _draw_legend(sheet: Sheet, legend: Legend, x: float, y: float, right: float, drawn: DrawnMap) -> float:
    """Draw it from (x, y) downwards; gives its lower edge."""
    row, room = _LINE * SIZE, right - x
    for line in wrapped(legend.heading, SIZE, room):
        sheet.add(Text(x, y + SIZE, line, SIZE))
        y += row
    y += _GAP / 2
    if legend.bar is not None:
        _draw_bar(sheet, (x, y), legend.bar)
        y += _BAR[1] + row
    for name, colour, count in legend.rows:
        corners = ((x, y + 1), (x + SIZE - 1, y + 1), (x + SIZE - 1, y + SIZE), (x, y + SIZE))
        number = f" · {count:,}"
        start = x + SIZE + _GAP
        shown = elided(name, SIZE, right - start - figure_font().width(number, SIZE))
        sheet.add(Area(corners, colour), Text(start, y + SIZE, shown + number, SIZE))
        y += row
    shade = [f"shaded: holes, {drawn.holes.share:.0%} of the prior"] if drawn.holes is not None else []
    for text in (*([legend.note] if legend.note else []), *shade):
        for line in wrapped(text, SIZE, room):
            sheet.add(Text(x, y + SIZE, line, SIZE, "start", MUTED))
            y += row
    return y


def _draw_bar(sheet: Sheet, at: tuple[float, float], bar: tuple[float, float]) -> None:
    """Shades from the largest value at the top to the smallest."""
    (x, y), (width, height), (low, high) = at, _BAR, bar
    sheet.add(Picture(x, y, width, height, point_shades(np.linspace(1, 0, 256))[:, None]))
    places, decimals = ticks(low, high, 5) if high > low else ([low], 3)
    for place in places:
        level = y + ((high - place) / (high - low) if high > low else 0.5) * height
        sheet.add(Line(((x + width, level), (x + width + _TICK, level)), FRAME, _HAIR))
        text = tick_text(place, decimals)
        sheet.add(Text(x + width + _TICK + 1.5, level + _CAPITALS * _SMALL / 2, text, _SMALL, "start", INK))
