"""TOML, JSON and JSON lines from files of unknown origin: bounded in size, depth and length of numbers."""

import errno
import json
import math
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from latentlab.errors import FileError
from latentlab.files.regular import open_regular, read_bytes

LARGEST_TEXT = 2**24
"""Bytes of a JSON file that is read whole."""
LARGEST_TOML = 2**19
"""Bytes of a TOML file: reading takes a hundred times as much memory, and a second."""
LONGEST_LINE = 2**22
"""Bytes of a line of JSON; a longer one is skipped."""
DEEPEST = 32
MOST_VALUES = 2**20
"""Values of a JSON file; each takes a hundred bytes of memory or so, however short it is in the file."""
MOST_DIGITS = 40
"""Of an integer: more than 128 bits have, few enough that each fits a float."""
LONGEST_FLOAT = 400
"""Characters of a floating-point number."""

_DIGITS = re.compile(rf"(?<![\w.+-])[+-]?[0-9][0-9_]{{{MOST_DIGITS},}}(?![0-9_.eE-])")
_KEY = r"""(?>[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*+"""
_DEEP_KEY = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_KEY}\.[ \t]*+){{{DEEPEST}}}")
_MOST_BITS = (10**MOST_DIGITS).bit_length()


def read_toml(path: str | Path, limit: int = LARGEST_TOML) -> dict[str, Any]:
    """A TOML file as nested plain values.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it cannot be read, is too large or too deeply nested, or is no TOML.
    """
    return parse_toml(read_bytes(path, limit), Path(path))


def parse_toml(content: bytes, path: Path) -> dict[str, Any]:
    """TOML bytes as nested plain values; `path` is what they are called in an error.

    Raises:
        FileError: as for `read_toml`.
    """
    text = _decoded(content, path)
    _refuse_long_numbers(text, path)
    if _DEEP_KEY.search(text):  # tomllib takes quadratic time for such a key
        raise FileError(path, f"is nested more than {DEEPEST} levels deep")
    try:
        values = tomllib.loads(text, parse_float=_toml_float)
    except RecursionError:
        raise FileError(path, f"is nested more than {DEEPEST} levels deep") from None
    except ValueError as error:  # TOMLDecodeError, and what its dates and numbers raise
        raise FileError(path, f"is not valid TOML: {_first_line(error)}") from None
    _refuse_depth(values, path)
    _refuse_large_integers(values, path)
    return values


def read_json(path: str | Path, limit: int = LARGEST_TEXT, most_values: int = MOST_VALUES) -> Any:
    """A JSON file as nested plain values; NaN and infinities are no JSON.

    Args:
        path: the file.
        limit: bytes.
        most_values: that it may hold.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it cannot be read, is too large or too deeply nested, or is no JSON.
    """
    return parse_json(read_bytes(path, limit), Path(path), most_values)


def parse_json(content: bytes | str, path: Path, most_values: int = MOST_VALUES) -> Any:
    """JSON text as nested plain values; `path` is what it is called in an error.

    Raises:
        FileError: as for `read_json`.
    """
    text = content if isinstance(content, str) else _decoded(content, path)
    if text.count(",") + _opened(text) > most_values:
        raise FileError(path, f"holds more than {most_values:,} values")
    try:
        values = _parse_bounded(text)
    except RecursionError:
        raise FileError(path, f"is nested more than {DEEPEST} levels deep") from None
    except UnicodeEncodeError:
        raise FileError(path, "is not valid JSON: holds half a character (a lone surrogate)") from None
    except ValueError as error:
        raise FileError(path, f"is not valid JSON: {_first_line(error)}") from None
    _refuse_depth(values, path)
    return values


def parse_json_line(line: bytes | str) -> Any:
    """A line of JSON, None where it is torn or no JSON that we would write."""
    try:
        text = line.decode() if isinstance(line, bytes) else line
        values = _parse_bounded(text)
    except (ValueError, RecursionError):
        return None
    return None if _opened(text) > DEEPEST and _depth_exceeds(values, DEEPEST) else values


def json_lines(path: str | Path) -> Iterator[Any]:
    """Every whole, sound line of a JSON-lines file, in bounded memory; a torn, damaged or overlong line is skipped.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it cannot be read.
    """
    path = Path(path)
    with open_regular(path) as file:
        try:
            for line in whole_lines(file):
                values = parse_json_line(line)
                if values is not None:
                    yield values
        except OSError as error:
            raise FileError(path, f"cannot be read: {error.strerror or error}") from None


def whole_lines(file: BinaryIO) -> Iterator[bytes]:
    """Every line with its end, in bounded memory; one that is torn or too long is left out. A hole in the file takes no time.

    Raises:
        OSError: if the file cannot be read.
    """
    whole = True
    while line := file.readline(LONGEST_LINE):
        ends = line.endswith(b"\n")
        if whole and ends:
            yield line
        elif len(line) == LONGEST_LINE and not line.strip(b"\0"):
            _leave_hole(file)
        whole = ends


def _leave_hole(file: BinaryIO) -> None:
    """Go on where there is data; stay where that cannot be told."""
    if not hasattr(os, "SEEK_DATA"):
        return
    try:
        file.seek(file.tell(), os.SEEK_DATA)
    except OSError as error:
        if error.errno == errno.ENXIO:  # nothing but the hole is left
            file.seek(0, os.SEEK_END)


def _parse_bounded(text: str) -> Any:
    values = _DECODER.decode(text)
    if "\\u" in text:  # half a character, which nothing can print
        json.dumps(values, ensure_ascii=False).encode()
    return values


def _bounded_int(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits")
    return int(digits)


def _bounded_float(digits: str) -> float:
    if len(digits) > LONGEST_FLOAT:
        raise ValueError(f"a number of {len(digits):,} digits")
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits[:20]} is not a finite number")
    return value


def _opened(text: str) -> int:
    """At most so deep is what a JSON text holds."""
    return text.count("[") + text.count("{")


def _toml_float(digits: str) -> float:
    """TOML has words for what is not finite, which settings refuse by their own names."""
    return float(digits) if digits[-3:] in ("inf", "nan") else _bounded_float(digits.replace("_", ""))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise FileError(path, "is not UTF-8 text") from None


def _refuse_long_numbers(text: str, path: Path) -> None:
    if found := _DIGITS.search(text):
        raise FileError(path, f"holds a number of {len(found.group()):,} digits; {MOST_DIGITS} is the most that is read")


def _refuse_depth(values: Any, path: Path) -> None:
    if _depth_exceeds(values, DEEPEST):
        raise FileError(path, f"is nested more than {DEEPEST} levels deep")


def _refuse_large_integers(values: Any, path: Path) -> None:
    level = [values]
    while level:  # no deeper than DEEPEST
        if any(isinstance(value, int) and value.bit_length() > _MOST_BITS for value in level):
            raise FileError(path, f"holds an integer of more than {MOST_DIGITS} digits")
        level = [part for value in level for part in _parts(value)]


def _depth_exceeds(values: Any, most: int) -> bool:
    level = [values]
    for _ in range(most):
        level = [part for value in level for part in _parts(value)]
        if not level:
            return False
    return True


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")


_DECODER = json.JSONDecoder(parse_int=_bounded_int, parse_float=_bounded_float, parse_constant=_no_constant)
