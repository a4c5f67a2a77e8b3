"""The exceptions LatentLab raises on purpose.

Each message is one plain sentence that names the thing, the value found and what would be right, fit to be shown to a
person as it stands. `LatentLabError` catches them all.
"""

import re
from pathlib import Path

_LONGEST_VALUE = 100
# Control characters, those that turn the direction of writing, and halves of characters.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(value: object) -> str:
    """A value as an error names it: as Python writes it, and no longer than a line."""
    try:
        text = repr(value)
    except ValueError:  # an integer of thousands of digits
        return "a very large number"
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def printable(text: str) -> str:
    """A text in one line that any terminal can be sent: control characters and halves of characters as escapes."""
    return _UNPRINTABLE.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


class LatentLabError(Exception):
    """Base of every error that a user can put right."""

    def __str__(self) -> str:
        return printable(super().__str__())  # names of files and what is in them may be anything


class FileError(LatentLabError):
    """A file cannot be read, or holds what it should not.

    Attributes:
        path: the file.
        reason: what is wrong with it, without its name.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}.")
        self.path = path
        self.reason = reason


class MissingFileError(FileError):
    """There is no such file."""


class ConfigError(LatentLabError):
    """A setting is unknown, out of range or in contradiction with another."""


class CatalogError(LatentLabError):
    """An entry of a catalog has a name that is taken, or no code that works."""


class DataError(LatentLabError):
    """Images are missing, damaged or of another shape than needed."""


class WrongSizeError(DataError):
    """An image is sound, but of another size or kind than the model's; it can be cropped and scaled."""


class StoppedError(LatentLabError):
    """A user stopped something before it was done."""


class RunError(LatentLabError):
    """A run folder cannot be written or does not hold what it should."""


class LockError(RunError):
    """Another process is writing a run, or has taken it over."""


class DiskError(RunError):
    """Something of a run cannot be written now: no space, a disk that is read-only or gone. It may go well later."""


class ExportError(LatentLabError):
    """A picture, or what goes with it, could not be written."""


class OutOfMemoryError(LatentLabError):
    """Memory ran out; the message says what would fit."""


class RankError(LatentLabError):
    """Another of the processes that train a run together has ended or does something else."""


class RemoteError(LatentLabError):
    """Another computer cannot be reached, or does not answer as it should."""


class NonFiniteError(LatentLabError):
    """A loss term or a gradient stopped being a finite number.

    Attributes:
        step: the step at which it happened; the optimiser did not take it.
        term: the name of the term, or "gradient".
        layer: where it began, such as "encoder.2 (Conv2d)"; empty where no layer is to blame.
    """

    def __init__(self, message: str, *, step: int, term: str, layer: str = "") -> None:
        super().__init__(message)
        self.step = step
        self.term = term
        self.layer = layer


class SignalError(KeyboardInterrupt):
    """The process was asked to end by a signal other than Ctrl-C's.

    Attributes:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def first_line(error: BaseException) -> str:
    """What an exception of another library says, in a line; its kind where it says nothing."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
