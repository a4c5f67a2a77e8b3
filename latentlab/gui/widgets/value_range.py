"""Which values a plot shows, and terms upon each other."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from latentlab.gui.series import Floats, SeriesPyramid

Pieces = Sequence[tuple[Floats, Floats]]
"""Steps and values of each curve."""

_BEGINNING = 0.2
"""Share of the steps in which a run settles."""
_FEW = 10
"""Points of a curve up to which none is left out of sight."""


def value_range(
    pieces: Pieces,
    sight: tuple[float, float],
    extent: tuple[float, float],
    shown: tuple[float, float] | None,
    *,
    from_zero: bool,
) -> tuple[float, float] | None:
    """The least and the greatest value to show; None where there is none.

    They are those in sight, without those of the beginning where these would take more room than all others together.

    Args:
        pieces: the curves.
        sight: the first and the last step in sight.
        extent: the first and the last step of all.
        shown: what is shown now, which stays as long as it holds all values and is not much too large: following every small
            change would make the picture tremble.
        from_zero: whether 0 is shown too.
    """
    pieces = [(xs, ys) for xs, ys in pieces if xs.size and not np.isnan(ys).all()]
    if not pieces:
        return None
    left, right = sight
    cut = extent[0] + _BEGINNING * (extent[1] - extent[0])
    low, high = _extremes(pieces, left, right)
    settled_low, settled_high = _extremes(pieces, max(cut, left), right)
    if left < cut < right and math.isfinite(settled_low) and max(xs.size for xs, _ in pieces) > _FEW:
        room = max(settled_high - (0.0 if from_zero else settled_low), 1e-12)
        if high - settled_high > room:
            high = settled_high
        if settled_low - low > room:
            low = settled_low
    if from_zero:
        low = min(low, 0.0)
    if not math.isfinite(low):
        return None
    spread = high - low
    margin = 0.06 * spread if spread > 0 else max(abs(high) * 0.1, 1e-3)
    wanted = (low if from_zero and low == 0 else low - margin, high + margin)
    if shown is not None:
        bottom, top = shown
        if bottom <= low and high <= top and (top - bottom) < 1.35 * (wanted[1] - wanted[0]):
            return shown
    return wanted


def stack(
    terms: Mapping[str, SeriesPyramid], left: float, right: float, width: int
) -> dict[str, tuple[Floats, Floats, Floats]] | None:
    """The area of each term upon those before it, as (steps, lower edge, upper edge); None where a negative term forbids it.

    Args:
        terms: from the bottom to the top.
        left: the first step in sight.
        right: the last one.
        width: pixels between them.
    """
    bands: dict[str, tuple[Floats, Floats, Floats]] = {}
    base: Floats | None = None
    xs: Floats | None = None
    for key, series in terms.items():
        own_xs, ys = series.view_mean(left, right, width)
        if xs is None:
            xs, base = own_xs, np.zeros_like(own_xs)
        elif own_xs.size != xs.size or not np.array_equal(own_xs, xs):
            ys = np.interp(xs, own_xs, ys, left=0.0, right=0.0)
        if (ys < 0).any():
            return None
        assert base is not None
        top = base + np.nan_to_num(ys)
        bands[key] = (xs, base, top)
        base = top
    return bands


def _extremes(pieces: Iterable[tuple[Floats, Floats]], left: float, right: float) -> tuple[float, float]:
    """The smallest and largest value between two steps; NaN where there is none."""
    lows, highs = [], []
    for xs, ys in pieces:
        seen = ys[(xs >= left) & (xs <= right) & ~np.isnan(ys)]
        if seen.size:
            lows.append(float(seen.min()))
            highs.append(float(seen.max()))
    return (min(lows), max(highs)) if lows else (math.nan, math.nan)
