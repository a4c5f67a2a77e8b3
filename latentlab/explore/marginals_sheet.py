"""Marginals on a sheet: a small plot for each dimension, the aggregate posterior filled and the prior a line."""

import numpy as np
from numpy.typing import NDArray

from latentlab.drawing.sheet import FRAME, MUTED, Area, Line, Sheet, Text, elided
from latentlab.explore.colours import POSTERIOR, POSTERIOR_LIGHT, PRIOR
from latentlab.explore.grid_sheet import SIZE
from latentlab.explore.requests.maps import DrawnMarginals
from latentlab.explore.requests.texts import dim_name

_SMALL = 6.0
_NARROWEST, _APART, _RATIO = 62.0, 8.0, 0.55
"""Points of a plot's width at least and between two; its height for each of its width."""
_HEAD, _FOOT = 1.4 * SIZE, 1.5 * _SMALL
_MOST_COLUMNS = 6
_HAIR, _CURVE = 0.5, 0.9
_KEY = 12.0


def marginals_sheet(drawn: DrawnMarginals, width: float) -> Sheet:
    """A sheet of a width in points."""
    count = len(drawn.dims)
    columns = max(1, min(_MOST_COLUMNS, count, int((width + _APART) / (_NARROWEST + _APART))))
    tile = (width - (columns - 1) * _APART) / columns
    tall = _HEAD + _RATIO * tile + _FOOT
    rows = -(-count // columns)
    sheet = Sheet(width, rows * (tall + _APART) + 1.3 * SIZE)
    for number in range(count):
        place = (number % columns) * (tile + _APART), (number // columns) * (tall + _APART)
        _draw_one(sheet, place, tile, drawn, number)
    _draw_key(sheet, sheet.height - 0.3 * SIZE)
    return sheet


def _draw_one(sheet: Sheet, at: tuple[float, float], width: float, drawn: DrawnMarginals, number: int) -> None:
    (left, top), places = at, drawn.places.astype(float)
    density, prior = drawn.density[number], drawn.prior[number]
    height, ceiling = _RATIO * width, top + _HEAD
    floor, most = ceiling + height, float(max(density.max(), prior.max()))

    def along(values: NDArray[np.float32]) -> tuple[tuple[float, float], ...]:
        across = left + (places - places[0]) / (places[-1] - places[0]) * width
        return tuple(zip(across.tolist(), (floor - values.astype(float) / most * (height - 2)).tolist(), strict=True))

    name = f"{dim_name(drawn.dims[number])} · {drawn.divergence[number]:.2f} nats"
    curve = along(density)
    sheet.add(
        Text(left, top + SIZE, elided(name, SIZE, width), SIZE),
        Area(((left, floor), *curve, (left + width, floor)), POSTERIOR_LIGHT),
        Line(along(prior), PRIOR, _CURVE),
        Line(curve, POSTERIOR, _CURVE),
        Line(((left, floor), (left + width, floor)), FRAME, _HAIR),
    )
    for place, x, anchor in ((places[0], left, "start"), (0.0, left + width / 2, "middle"), (places[-1], left + width, "end")):
        text = f"{place:g}".replace("-", "−")
        sheet.add(Text(x, floor + 1.2 * _SMALL, text, _SMALL, anchor, MUTED))  # type: ignore[arg-type]


def _draw_key(sheet: Sheet, baseline: float) -> None:
    """What the two curves are."""
    middle = baseline - 0.3 * SIZE
    ends = ((0.0, middle - 3), (_KEY, middle - 3), (_KEY, middle + 3), (0.0, middle + 3))
    second = _KEY + 90
    sheet.add(Area(ends, POSTERIOR_LIGHT), Line(ends[:2], POSTERIOR, _CURVE))
    sheet.add(Text(_KEY + 3, baseline, "aggregate posterior", SIZE))
    sheet.add(
        Line(((second, middle), (second + _KEY, middle)), PRIOR, _CURVE), Text(second + _KEY + 3, baseline, "prior", SIZE)
    )
