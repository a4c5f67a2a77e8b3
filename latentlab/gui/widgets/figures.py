"""Numbers written at one width, with the same digits everywhere."""

import math
from collections.abc import Sequence

from latentlab.gui.language import number, tr

MINUS = "\N{MINUS SIGN}"
NO_VALUE = "–"
SIGMA_UNKNOWN = tr("σ is not known: this model's encoder gives a mean alone.")


def fixed(value: float) -> str:
    """Four figures, or a power of ten where those would say too little; a dash for what is not a number.

    The text is at most seven characters long, so `WIDEST` reserves enough.
    """
    if not math.isfinite(value):
        return NO_VALUE
    size = abs(value)
    if size >= 99_999.5 or 0 < size < 0.000_95:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa}e{int(exponent)}".replace("-", MINUS)
    decimals = 0 if size >= 999.95 else 1 if size >= 99.995 else 2 if size >= 9.9995 else 3
    return number(value, f",.{decimals}f").replace("-", MINUS)


WIDEST = f"{MINUS}00,000"


def signed(value: float, decimals: int = 2) -> str:
    """A number with its sign: +1.32, −0.41; a dash for what is not a number."""
    if math.isnan(value):
        return NO_VALUE
    return f"{value:+.{decimals}f}".replace("-", MINUS)


def rounded_up(value: float, factors: Sequence[float] = (1.0, 2.0, 5.0, 10.0)) -> float:
    """The next of 1, 2 and 5 times a power of ten, or of other factors: a limit that does not follow every small change."""
    if not (math.isfinite(value) and value > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in factors if factor * power >= value * (1 - 1e-9))
