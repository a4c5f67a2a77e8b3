"""Opening a file that may be anything: only regular files are opened, and no more is read than was agreed."""

import errno
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from latentlab.errors import FileError, MissingFileError
from latentlab.machine import available_memory

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_BLOCK = 2**20
_ELSEWHERE = re.compile(r"[/\\:\x00-\x1f\x7f\ud800-\udfff]")


def open_regular(path: str | Path) -> BinaryIO:
    """Open a regular file for reading, following links; whatever could block (a pipe, a device, a socket) is refused at once.

    Raises:
        MissingFileError: if there is no such file, or it is a link to nothing.
        FileError: if it is not a regular file or cannot be read.
    """
    path = path if isinstance(path, Path) else Path(path)  # which takes a while, even of a path
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        _refuse_other_kinds(path, path.stat().st_mode)  # opening a device can already do something
        descriptor = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError):
        reason = "is a link to a file that does not exist" if path.is_symlink() else "there is no such file"
        raise MissingFileError(path, reason) from None
    except (OSError, ValueError) as error:
        raise FileError(path, f"cannot be read: {os_reason(error)}") from None
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
    path = path if isinstance(path, Path) else Path(path)
    try:
        return _whole(path, limit)
    except _StaleError:
        return _whole(path, limit)


class _StaleError(FileError):
    """A file was replaced between opening and reading, which network file systems notice and others need not."""


def _whole(path: Path, limit: int) -> bytes:
    with open_regular(path) as file:
        try:
            # Python allocates at once what is asked for. Some kinds of file say that they hold nothing.
            expected = os.fstat(file.fileno()).st_size or _BLOCK
            parts, left = [], limit + 1
            while left > 0 and (part := file.read(min(left, expected + 1))):
                parts.append(part)
                left -= len(part)
        except OSError as error:
            kind = _StaleError if error.errno == errno.ESTALE else FileError
            raise kind(path, f"cannot be read: {os_reason(error)}") from None
        except MemoryError:
            raise FileError(path, "does not fit into memory") from None
    if left <= 0:
        raise FileError(path, f"is larger than {size_text(limit)}, the most that is read of such a file")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def beginning(path: str | Path, count: int) -> bytes:
    """The first bytes of a regular file, fewer where it has no more. Raises as `open_regular` does."""
    path = Path(path)
    with open_regular(path) as file:
        try:
            return file.read(count)
        except OSError as error:
            raise FileError(path, f"cannot be read: {os_reason(error)}") from None


def is_bare_name(name: str) -> bool:
    """Whether a name from a file names something within a folder, and no other place."""
    return 0 < len(name) <= 255 and name not in (".", "..") and not _ELSEWHERE.search(name)


def file_size(file: BinaryIO) -> int:
    """Bytes of an open file."""
    return os.fstat(file.fileno()).st_size


def refuse_more_than_there_is(nbytes: int, path: Path) -> None:
    """Raise `FileError` if what a file holds needs more memory than is available."""
    available = available_memory()
    if available is not None and nbytes > available:
        raise FileError(path, f"needs {size_text(nbytes)} of memory; {size_text(available)} are available")


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


def os_reason(error: OSError | ValueError) -> str:
    """What the system says is wrong, without numbers and file names."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
