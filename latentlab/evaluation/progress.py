"""How a long measurement says how far it is."""

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Called with the share done, from 0 to 1, and what is being measured. What it raises ends the measurement."""


def silent(share: float, text: str) -> None:
    """Tells nobody."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """The progress of a part of the work, which as a whole goes from `start` to `end`."""
    return lambda share, text: progress(start + (end - start) * share, text)
