"""A colour map for numbers with a sign, and the colours of densities. Needs no torch."""

import numpy as np
from numpy.typing import NDArray

POSTERIOR, POSTERIOR_LIGHT, PRIOR = (0, 114, 178), (191, 220, 236), (150, 150, 156)
"""An aggregate posterior's line, the area under it, and a prior's line."""

# From −1 over 0 to 1, evenly apart: blue, white, red; between them colours are mixed.
_PLACES = np.array(
    [(5, 66, 135), (33, 113, 181), (107, 174, 214), (247, 247, 247), (244, 150, 110), (203, 42, 40), (118, 0, 24)], np.float64
)


def diverging(place: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Colours (…, 3) of places (…) from −1, blue, to 1, red; 0 is white."""
    steps = np.linspace(-1, 1, len(_PLACES))
    return np.stack([np.interp(place, steps, _PLACES[:, channel]) for channel in range(3)], -1).round().astype(np.uint8)
