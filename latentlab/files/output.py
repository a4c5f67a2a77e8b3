"""Writing a file where the user asked for it: a regular file, whole or not at all; whatever else is there stays as it is."""

import stat
from pathlib import Path

from latentlab.errors import FileError
from latentlab.files.atomic import write_atomically
from latentlab.files.regular import kind_of

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def check_output(path: str | Path) -> Path:
    """Whether a file can be written, as far as can be told before it is.

    Returns:
        The file itself, where `path` is a link to it.

    Raises:
        FileError: if there is a folder, a device or the like of this name, a file that is read-only, or no folder to hold it.
    """
    path = Path(path)
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            raise FileError(path, f"cannot be written: it is {kind_of(mode)}; name a file")
        if mode is not None and not mode & _WRITABLE:  # which renaming over it would not heed
            raise FileError(path, "cannot be written: it is a read-only file")
        if not target.parent.is_dir():
            reason = f"{path.parent} is not a folder" if target.parent.exists() else "there is no such folder"
            raise FileError(path, f"cannot be written: {reason}")
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle, names that are too long
        raise FileError(path, f"cannot be written: {getattr(error, 'strerror', None) or error}") from None
    return target


def write_output(path: str | Path, content: bytes) -> None:
    """Write a file in the place of an earlier one.

    Raises:
        FileError: as for `check_output`, or if the disk refuses it.
    """
    target = check_output(path)
    try:
        write_atomically(target, content)
    except OSError as error:
        raise FileError(Path(path), f"cannot be written: {error.strerror or error}") from None
