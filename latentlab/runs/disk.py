"""Why something cannot be written, in plain words, and whether there is room."""

import contextlib
import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from safetensors import SafetensorError

from latentlab.errors import DiskError, FileError, LockError, RunError
from latentlab.files.regular import size_text

_REASONS = {
    errno.ENOSPC: "there is no space left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EIO: "the disk reports an error",
    errno.ENODEV: "the disk is gone",
    errno.ENXIO: "the disk is gone",
    errno.ENOENT: "its folder is gone",
    errno.ESTALE: "its folder is gone",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
_OS_ERROR = re.compile(r"os error (\d+)")
_TORCH_CANNOT_WRITE = ("PytorchStreamWriter", "inline_container", "unexpected pos")
_SPARE = 2**20
"""Bytes that have to stay free beside a checkpoint, for lines and for the file system itself."""


def reason(error: Exception) -> str:
    """Why a write failed, without a library's text."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None and (found := _OS_ERROR.search(str(error))):  # safetensors keeps the system's number in its text
        number = int(found.group(1))
    if number in _REASONS:
        return _REASONS[number]
    words = error.strerror if isinstance(error, OSError) else None
    return words[0].lower() + words[1:] if words else "writing failed"


def require_room(folder: Path, needed: int, what: str) -> None:
    """Make sure that so many bytes fit.

    Raises:
        DiskError: if they do not.
    """
    free = shutil.disk_usage(folder).free
    if needed and free < needed + _SPARE:
        raise DiskError(
            f"{folder}: {what} needs {size_text(needed + _SPARE)} and {size_text(free)} are free; make room on this disk."
        )


@contextlib.contextmanager
def run_errors(what: str) -> Iterator[None]:
    """Turn what a file or a disk does into a RunError; `what` cannot be done, with the reason after it."""
    try:
        yield
    except FileError as error:
        raise RunError(str(error)) from None
    except OSError as error:
        raise RunError(f"{what}: {reason(error)}.") from None


@contextlib.contextmanager
def disk_errors(what: str, reassurance: str = "") -> Iterator[None]:
    """Turn whatever a disk does to a run that is being written into a DiskError; a lost lock stays a LockError."""
    try:
        yield
    except (LockError, DiskError):
        raise
    except (FileError, RunError) as error:
        raise DiskError(f"{error}{reassurance}") from None
    except (OSError, RuntimeError, SafetensorError) as error:
        if isinstance(error, RuntimeError) and not any(word in str(error) for word in _TORCH_CANNOT_WRITE):
            raise
        raise DiskError(f"{what}: {reason(error)}.{reassurance}") from None
