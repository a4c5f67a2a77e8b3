"""How long work on many files tells of itself and is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called, on the thread that does the work, with the files done and their number."""
Cancelled = Callable[[], bool]
"""Asked after each file; true ends the work with a `StoppedError`."""
