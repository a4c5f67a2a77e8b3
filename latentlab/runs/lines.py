"""The lines of `metrics.jsonl` and `events.jsonl`, read from either end and dropped in bounded memory."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, overload

from latentlab.errors import FileError, MissingFileError, RunError
from latentlab.files.atomic import sync_folder
from latentlab.files.regular import open_regular
from latentlab.files.text import LONGEST_LINE, json_lines, parse_json_line, whole_lines

T = TypeVar("T")
_FIRST_BLOCK = 2**13
_BLOCK = 2**20
_FARTHEST = 2**26
"""Bytes from the end within which a line is looked for; a run's own lines are never that far."""


class Lines(Sequence[T]):
    """The sound lines of a file, parsed each time they are asked for: a file of any size costs no memory.

    Asking for the last one reads the file's end alone; all else reads from its beginning. Torn and damaged lines are skipped.
    """

    def __init__(self, path: Path, parse: Callable[[Any], T | None]) -> None:
        """Lines of a file, which need not exist.

        Args:
            path: the file.
            parse: makes a record of a line's JSON, None where it is none.
        """
        self._path, self._parse = path, parse

    def __iter__(self) -> Iterator[T]:
        """In order.

        Raises:
            RunError: if the file cannot be read.
        """
        try:
            for values in json_lines(self._path):
                if (record := self._parse(values)) is not None:
                    yield record
        except MissingFileError:
            return
        except FileError as error:
            raise RunError(str(error)) from None

    def __reversed__(self) -> Iterator[T]:
        """From the last one on, as far as a run's own lines go.

        Raises:
            RunError: if the file cannot be read.
        """
        try:
            for line in _backwards(self._path):
                if (record := self._parse(parse_json_line(line))) is not None:
                    yield record
        except MissingFileError:
            return
        except FileError as error:
            raise RunError(str(error)) from None

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return list(self)[index]
        found = islice(self, index, None) if index >= 0 else islice(reversed(self), -index - 1, None)
        for record in found:
            return record
        raise IndexError(f"{self._path} has no record {index}")

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    @property
    def last(self) -> T | None:
        """The last record, None where there is none."""
        return next(reversed(self), None)


def raw_lines(path: Path) -> Iterator[bytes]:
    """Every line with its end, in bounded memory; one that is torn or too long is left out.

    Raises:
        FileError: if the file cannot be read.
    """
    with open_regular(path) as file:
        try:
            yield from whole_lines(file)
        except OSError as error:
            raise FileError(path, f"cannot be read: {error.strerror or error}") from None


def drop_lines(path: Path, unwanted: Callable[[bytes], bool]) -> None:
    """Rewrite a file without some of its lines and without what is torn, if there is any; a file that is missing stays so.

    Raises:
        FileError, OSError: if it cannot be read or written.
    """
    temporary = path.with_name(f".{path.name}.rewritten")
    try:
        if sum(len(line) for line in raw_lines(path) if not unwanted(line)) == path.stat().st_size:
            return
        with temporary.open("wb") as file:
            for line in raw_lines(path):
                if not unwanted(line):
                    file.write(line)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except MissingFileError:
        return
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _backwards(path: Path) -> Iterator[bytes]:
    with open_regular(path) as file:
        try:
            end = file.seek(0, 2)
            start, size, rest = end, _FIRST_BLOCK, b""
            torn = True  # what follows the last line's end is still being written
            while start > 0 and end - start < _FARTHEST:
                size, block_end = min(size, start), start
                start = file.seek(block_end - size)
                pieces = (file.read(size) + rest).split(b"\n")
                rest = pieces.pop(0)
                if torn and pieces:
                    pieces.pop()
                    torn = False
                yield from reversed(pieces)
                if len(rest) > LONGEST_LINE:
                    rest = b""
                size = _BLOCK
            if start == 0 and rest and not torn:
                yield rest
        except OSError as error:
            raise FileError(path, f"cannot be read: {error.strerror or error}") from None
