"""Files and folders that exist whole or not at all, also after a power cut, with the permissions that the umask gives."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

_NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What some network and FUSE file systems answer to the flushing of a folder."""


def write_atomically(path: Path, content: bytes | bytearray | memoryview) -> None:
    """Write beside the target, flush to disk, rename over it."""
    temporary = _beside(path)
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def append_whole(path: Path, content: bytes) -> None:
    """Append all of it, or leave the file as it was."""
    # Unbuffered: closing a buffered file would try once more to write what was just taken back.
    with path.open("ab", buffering=0) as file:
        start = file.tell()
        try:
            while content:
                content = content[file.write(content) :]
        except BaseException:
            file.truncate(start)
            raise


@contextlib.contextmanager
def folder_atomically(path: Path) -> Iterator[Path]:
    """A temporary folder to fill, flushed and renamed to `path` where the block ends well, and removed where it does not.

    What was at `path` before is removed after the new folder has taken its place.
    """
    temporary, earlier = _beside(path), _beside(path)
    temporary.mkdir()
    try:
        yield temporary
        readable = temporary.stat().st_mode & 0o666
        for file in temporary.iterdir():
            with contextlib.suppress(PermissionError, NotImplementedError):  # not every file system has permissions
                file.chmod(readable)  # some libraries write for the owner alone
            with file.open("r+b") as opened:  # Windows flushes only what is open for writing
                os.fsync(opened.fileno())
        sync_folder(temporary)
        if os.path.lexists(path):
            path.rename(earlier)
        temporary.rename(path)
        sync_folder(path.parent)
    except BaseException:
        if os.path.lexists(earlier) and not os.path.lexists(path):
            earlier.rename(path)
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    remove(earlier)


def sync_file(path: Path) -> None:
    """Flush a file to disk; one that does not exist is nothing to flush."""
    with contextlib.suppress(FileNotFoundError), path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Flush a folder's entries to disk, where the system can: new, renamed and removed names survive a power cut then."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder as far as that is possible."""
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")
