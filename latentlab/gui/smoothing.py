"""Exponential smoothing of a noisy curve."""

import numpy as np

from latentlab.gui.series import Floats


def smoothed(values: Floats, weight: float) -> Floats:
    """The exponential moving average s_i = Σ_j wⁱ⁻ʲ v_j / Σ_j wⁱ⁻ʲ over j ≤ i.

    The sum below the line starts the curve at its first value, instead of at zero. Values that are not finite are left out of
    both sums, and stay NaN.

    Args:
        values: the curve.
        weight: w, 0 (no smoothing) to below 1.
    """
    known = np.isfinite(values)
    above = _decayed_sum(np.where(known, values, 0.0), weight)
    below = _decayed_sum(known.astype(np.float64), weight)
    curve: Floats = np.divide(above, below, out=np.full(len(values), np.nan), where=known)
    return curve


def _decayed_sum(values: Floats, weight: float) -> Floats:
    """Σ_j wⁱ⁻ʲ v_j for every i, by doubling the reach of each sum until what lies beyond it no longer counts."""
    sums, reach, factor = values.astype(np.float64), 1, weight
    while reach < len(sums) and factor > 1e-17:
        sums[reach:] = sums[reach:] + factor * sums[:-reach]
        reach, factor = 2 * reach, factor * factor
    return sums
