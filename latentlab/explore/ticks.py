"""Round numbers along an axis. Needs no torch."""

import math


def ticks(low: float, high: float, most: int) -> tuple[list[float], int]:
    """Multiples of 1, 2 or 5 times a power of ten within a range, at most so many, and the decimals that tell them apart."""
    least = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)], max(0, -math.floor(math.log10(step) + 1e-9))


def tick_text(value: float, decimals: int) -> str:
    """A number at a tick."""
    return f"{value + 0.0:.{decimals}f}".replace("-", "−")
