"""A map as a figure: points between two axes, and what their colours stand for at the right."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from latentlab.explore.export import INK, PAPER, spelled
from latentlab.explore.map_legend import Colour, legend_of, map_colours
from latentlab.explore.requests.maps import DrawnMap
from latentlab.explore.scatter import HOLE, Extent, extent_of, point_shades, scatter, shaded
from latentlab.explore.ticks import tick_text, ticks

SIDE = 640
LEFT, RIGHT, ABOVE, BELOW = 58, 180, 8, 46
"""Pixels around the points: the vertical axis, the legend, nothing, the horizontal axis."""
_TICKS = 8
_TICK = 4
_ROW = 18
_BAR = (14, 240)
_FRAME, _MUTED = (190, 190, 196), (95, 99, 104)


def map_figure(drawn: DrawnMap) -> NDArray[np.uint8]:
    """A picture (H, W, 3)."""
    extent = extent_of(drawn.points)
    paper = PAPER if drawn.holes is None else shaded(drawn.holes.shade, drawn.holes.extent, extent, (SIDE, SIDE), PAPER, HOLE)
    points = scatter(drawn.points, map_colours(drawn, dark=False), extent, (SIDE, SIDE), paper)
    picture = Image.new("RGB", (LEFT + SIDE + RIGHT, ABOVE + SIDE + BELOW), PAPER)
    picture.paste(Image.fromarray(points), (LEFT, ABOVE))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((LEFT - 1, ABOVE - 1, LEFT + SIDE, ABOVE + SIDE), outline=_FRAME)
    _draw_axes(picture, draw, extent, drawn.axis_titles)
    _draw_legend(picture, draw, drawn)
    return np.asarray(picture)


def _draw_axes(picture: Image.Image, draw: ImageDraw.ImageDraw, extent: Extent, titles: tuple[str, str]) -> None:
    left, right, bottom, top = extent
    small, font = ImageFont.load_default(11), ImageFont.load_default(13)
    floor = ABOVE + SIDE
    places, decimals = ticks(left, right, _TICKS)
    for place in places:
        x = LEFT + (place - left) / (right - left) * SIDE
        draw.line((x, floor, x, floor + _TICK), _MUTED)
        draw.text((x, floor + _TICK + 2), spelled(tick_text(place, decimals)), _MUTED, small, anchor="ma")
    places, decimals = ticks(bottom, top, _TICKS)
    for place in places:
        y = ABOVE + (top - place) / (top - bottom) * SIDE
        draw.line((LEFT - _TICK, y, LEFT, y), _MUTED)
        draw.text((LEFT - _TICK - 3, y), spelled(tick_text(place, decimals)), _MUTED, small, anchor="rm")
    across, up = map(spelled, titles)
    draw.text((LEFT + SIDE / 2, floor + BELOW - 6), across, INK, font, anchor="ms")
    written = Image.new("RGB", (SIDE, 18), PAPER)
    ImageDraw.Draw(written).text((SIDE / 2, 9), up, INK, font, anchor="mm")
    picture.paste(written.rotate(90, expand=True), (2, ABOVE))


def _draw_legend(picture: Image.Image, draw: ImageDraw.ImageDraw, drawn: DrawnMap) -> None:
    legend, font = legend_of(drawn), ImageFont.load_default(12)
    x, y = LEFT + SIDE + 16, ABOVE
    for line in _wrapped(spelled(legend.heading), font, RIGHT - 24):
        draw.text((x, y), line, INK, font)
        y += _ROW
    y += 4
    if legend.bar is not None:
        _draw_bar(picture, draw, (x, y), legend.bar)
        y += _BAR[1] + _ROW
    for name, colour, count in legend.rows:
        _draw_row(draw, (x, y), spelled(name), colour, f" · {count:,}")
        y += _ROW
    shade = [f"shaded: holes, {drawn.holes.share:.0%} of the prior"] if drawn.holes is not None else []
    for text in (*([legend.note] if legend.note else []), *shade):
        for line in _wrapped(spelled(text), font, RIGHT - 24):
            draw.text((x, y + 4), line, _MUTED, font)
            y += _ROW


def _draw_row(draw: ImageDraw.ImageDraw, at: tuple[int, int], name: str, colour: Colour, count: str) -> None:
    (x, y), font = at, ImageFont.load_default(12)
    draw.rectangle((x, y + 3, x + 9, y + 12), fill=colour)
    room = RIGHT - 42 - font.getlength(count)
    while name and font.getlength(name) > room:
        name = name[:-2] + "…" if len(name) > 2 else ""
    draw.text((x + 16, y), name + count, INK, font)


def _draw_bar(picture: Image.Image, draw: ImageDraw.ImageDraw, at: tuple[int, int], bar: tuple[float, float]) -> None:
    """Shades from the largest value at the top to the smallest."""
    (x, y), (width, height), (low, high) = at, _BAR, bar
    shades = np.repeat(point_shades(np.linspace(1, 0, height))[:, None], width, 1)
    picture.paste(Image.fromarray(shades), (x, y))
    small = ImageFont.load_default(11)
    if high <= low:
        draw.text((x + width + 6, y), spelled(f"{low:.4g}".replace("-", "−")), _MUTED, small)
        return
    places, decimals = ticks(low, high, 5)
    for place in places:
        at_y = y + (high - place) / (high - low) * (height - 1)
        draw.line((x + width, at_y, x + width + 3, at_y), _MUTED)
        draw.text((x + width + 6, at_y), spelled(tick_text(place, decimals)), _MUTED, small, anchor="lm")


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
