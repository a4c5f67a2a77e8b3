"""Opening a file that may be anything: only regular files are opened, and no more is read than was agreed."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from latentlab.errors import FileError, MissingFileError

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def open_regular(path: str | Path) -> BinaryIO:
    """Open a regular file for reading, following links; whatever could block (a pipe, a device, a socket) is refused at once.

    Raises:
        MissingFileError: if there is no such file, or it is a link to nothing.
        FileError: if it is not a regular file or cannot be read.
    """
    path = Path(path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        _refuse_other_kinds(path, path.stat().st_mode)  # opening a device can already do something
        descriptor = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError):
        reason = "is a link to a file that does not exist" if path.is_symlink() else "there is no such file"
        raise MissingFileError(path, reason) from None
    except (OSError, ValueError) as error:
        raise FileError(path, f"cannot be read: {_reason(error)}") from None
    try:
        _refuse_other_kinds(path, os.fstat(descriptor).st_mode)  # it may have been replaced in between
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_bytes(path: str | Path, limit: int) -> bytes:
    """The whole content of a regular file.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is not a regular file, cannot be read or has more than `limit` bytes.
    """
    path = Path(path)
    with open_regular(path) as file:
        try:
            content = file.read(limit + 1)
        except OSError as error:
            raise FileError(path, f"cannot be read: {_reason(error)}") from None
    if len(content) > limit:
        raise FileError(path, f"is larger than {size_text(limit)}, the most that is read of such a file")
    return content


def size_text(size: int) -> str:
    """Bytes in words: 1536 → "1.5 KiB"."""
    if size < 1024:
        return f"{size} bytes"
    value = float(size)
    for unit in ("KiB", "MiB", "GiB"):
        value /= 1024
        if value < 1024 or unit == "GiB":
            break
    return f"{value:.3g} {unit}"


def kind_of(mode: int) -> str:
    """What something that is no regular file is, in words."""
    return next((words for test, words in _KINDS if test(mode)), "not a regular file")


def _refuse_other_kinds(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    raise FileError(path, f"is {kind_of(mode)}; a regular file is expected")


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
