"""Places inside a polygon. Needs no torch."""

import numpy as np
from numpy.typing import NDArray

from latentlab.explore.requests.values import Polygon


def inside(places: NDArray[np.float32], polygon: Polygon) -> NDArray[np.bool_]:
    """Which places (N, 2) lie inside a polygon, by the parity of the edges that a ray to the right crosses."""
    corners = np.asarray(polygon, np.float64)
    x, y = places[:, 0].astype(np.float64), places[:, 1].astype(np.float64)
    crossed = np.zeros(len(places), np.int64)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, 0), strict=True):
        spans = (y0 > y) != (y1 > y)
        if y0 != y1:
            crossed += spans & (x < x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    is_odd: NDArray[np.bool_] = crossed % 2 == 1
    return is_odd
