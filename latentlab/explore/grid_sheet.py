"""A grid of images on a sheet: as wide as is asked for, with labels of one size that do not touch each other."""

import math
from collections.abc import Iterator, Sequence

from latentlab.drawing.font import figure_font
from latentlab.drawing.sheet import POINTS_A_MM, Picture, Sheet, Text, wrapped
from latentlab.errors import ExportError
from latentlab.explore.export import MOST_PIXELS
from latentlab.explore.requests.values import PictureGrid

SIZE = 7.0
"""Points of the letters: what journals ask for in a figure."""
_LINE = 1.2 * SIZE
_CAPITALS = 0.72 * SIZE
_GAP, _APART = 3.0, 4.0
"""Between a label and the images, and between two labels."""
_GUTTER, _GUTTER_SHARE = 1.5, 0.08
_NARROWEST = 2.0


def grid_sheet(grid: PictureGrid, width: float, *, labels: bool) -> Sheet:
    """A sheet with the images of a grid.

    Args:
        grid: what to draw.
        width: of the sheet, in points.
        labels: whether row and column labels are drawn.

    Raises:
        ExportError: if there are too many images for the width, or for any file.
    """
    rows, columns, height, across, _ = grid.images.shape
    if rows * columns * height * across > MOST_PIXELS:
        raise ExportError(f"the images have {rows * columns * height * across:,} pixels, above {MOST_PIXELS:,}; draw fewer.")
    row_labels, column_labels = (grid.row_labels, grid.column_labels) if labels else ((), ())
    widest = max((figure_font().width(label, SIZE) for label in row_labels), default=0.0)
    left = widest + _GAP if widest else 0.0
    pitch = (width - left) / columns
    gutter = min(_GUTTER, _GUTTER_SHARE * pitch)
    tile = (width - left - (columns - 1) * gutter) / columns
    if tile < _NARROWEST:
        raise ExportError(
            f"width_mm = {width / POINTS_A_MM:.3g}: leaves {max(tile, 0) / POINTS_A_MM:.2g} mm for each of {columns} columns; "
            "choose a larger width or fewer columns."
        )
    pitch, tall = tile + gutter, tile * height / across
    heads = _heads(column_labels, pitch)
    top = max((len(lines) for lines in heads), default=0) * _LINE
    top += _GAP if top else 0.0
    sheet = Sheet(width, top + rows * tall + (rows - 1) * gutter)
    for row in range(rows):
        for column in range(columns):
            place = left + column * pitch, top + row * (tall + gutter)
            sheet.add(Picture(*place, tile, tall, grid.images[row, column]))
    step = math.ceil(_LINE / (tall + gutter))
    for row in range(0, len(row_labels), step):
        middle = top + row * (tall + gutter) + tall / 2
        sheet.add(Text(left - _GAP, middle + _CAPITALS / 2, row_labels[row], SIZE, "end"))
    for column, lines in enumerate(heads):
        sheet.add(*_head(lines, left + column * pitch + tile / 2, top - _GAP, width))
    return sheet


def _heads(labels: Sequence[str], pitch: float) -> list[list[str]]:
    """Lines over each column. Words are wrapped, but a unit stays at its number; what still has no room stands over every
    n-th column.
    """
    rooms = [math.inf if len(label.rpartition(" ")[2]) == 1 else pitch - _APART / 2 for label in labels]
    heads = [wrapped(label, SIZE, room) for label, room in zip(labels, rooms, strict=True)]
    widest = max((figure_font().width(line, SIZE) for lines in heads for line in lines), default=0.0)
    pushed = max(0.0, (widest - pitch) / 2)  # at most, from the edge of the sheet inwards
    step = _step(len(labels), math.ceil((widest + pushed + _APART / 2) / pitch))
    return [lines if column % step == 0 else [] for column, lines in enumerate(heads)]


def _step(columns: int, least: int) -> int:
    """Which columns have a label: every n-th. With a little more room than they need, the first, the middle and the last do."""
    last = columns - 1
    even = last // 2 if last % 2 == 0 else last
    return next((step for step in range(least, min(3 * least, even) + 1) if even % step == 0), least)


def _head(lines: Sequence[str], middle: float, bottom: float, width: float) -> Iterator[Text]:
    """The lines over a column, within the sheet."""
    for number, line in enumerate(reversed(lines)):
        half = figure_font().width(line, SIZE) / 2
        x = min(max(middle, half), max(width - half, half))
        yield Text(x, bottom - number * _LINE - (SIZE - _CAPITALS) / 2, line, SIZE, "middle")
