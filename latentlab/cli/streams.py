"""Standard input, output and error as they are found: closed, full, of any encoding.

Standard output that cannot be written ends a command; standard error that cannot be written ends nothing, since it only ever
reports what is done elsewhere.
"""

import codecs
import contextlib
import errno
import io
import os
import sys
from typing import Any

_ERRORS = "latentlab"
_ASCII = "latentlab_ascii"
"""ASCII by a name of ours: to a stream of that name itself Click writes UTF-8, taking it for a mistake."""
_SPELLED = {
    "×": "x", "·": "*", "…": "...", "−": "-", "–": "-", "—": "-", "±": "+/-", "≤": "<=", "≥": ">=", "≈": "~", "√": "sqrt",
    "∞": "inf", "→": "->", "‖": "||", "²": "^2", "‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " ",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "θ": "theta", "λ": "lambda", "μ": "mu",
    "µ": "mu", "σ": "sigma", "τ": "tau", "φ": "phi", "━": "-", "╸": "-", "╺": "-",
}  # fmt: skip
"""What LatentLab itself writes beyond ASCII."""


class OutputError(Exception):
    """Standard output cannot be written; no OSError, for which Typer and Rich have answers of their own.

    Attributes:
        reader_gone: whether it is a pipe that nobody reads any more.
    """

    def __init__(self, error: OSError) -> None:
        reason = "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)
        super().__init__(f"standard output: cannot be written: {reason}.")
        self.reader_gone = isinstance(error, BrokenPipeError)


def prepare() -> None:
    """Make the standard streams fit to be written to, whatever they are, and their stated size one that can be read."""
    codecs.register_error(_ERRORS, _spell)
    codecs.register(_find_ascii)
    for descriptor in range(3):
        _fill(descriptor)
    for name in ("COLUMNS", "LINES"):  # Rich takes "²" for a number
        if not os.environ.get(name, "0").isascii():
            del os.environ[name]
    for name, descriptor, kind in (("stdout", 1, _Strict), ("stderr", 2, _Lenient)):
        stream, original = getattr(sys, name), getattr(sys, f"__{name}__")
        prepared = _prepared(stream, stream is original, descriptor, kind)
        setattr(sys, name, prepared)
        if stream is original:  # and not what a test has put there
            setattr(sys, f"__{name}__", prepared)


def discard_output() -> None:
    """Let go what could not be written, which Python would try to write again at its end."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def printable(text: str) -> str:
    """Text on one line that does nothing to a terminal: control characters are written as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_harmless(character) else _escape(character) for character in text)


class _Strict(io.TextIOWrapper):
    """Text that ends the command where it cannot be written."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise OutputError(error) from None

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise OutputError(error) from None


class _Lenient(io.TextIOWrapper):
    """Text that is lost where it cannot be written."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            super().flush()


def _prepared(stream: Any, is_original: bool, descriptor: int, kind: type[io.TextIOWrapper]) -> Any:
    if stream is None:
        return kind(io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False)), "utf-8", _ERRORS)
    if is_original and type(stream) is io.TextIOWrapper:
        encoding, at_once = _by_our_name(stream.encoding), stream.line_buffering
        return kind(stream.detach(), encoding, _ERRORS, line_buffering=at_once)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=_by_our_name(stream.encoding), errors=_ERRORS)
    return stream


def _by_our_name(encoding: str) -> str:
    return _ASCII if codecs.lookup(encoding).name == "ascii" else encoding


def _find_ascii(name: str) -> codecs.CodecInfo | None:
    if name != _ASCII:
        return None
    found = codecs.lookup("ascii")
    return codecs.CodecInfo(
        found.encode,
        found.decode,
        found.streamreader,
        found.streamwriter,
        found.incrementalencoder,
        found.incrementaldecoder,
        _ASCII,
    )


def _fill(descriptor: int) -> None:
    """Open what is closed, so that no file of ours takes its number and with it what is printed.

    What is opened cannot be used in its direction: reading gives the end of the file, writing to standard output an error.
    """
    try:
        os.fstat(descriptor)
    except OSError as error:
        if error.errno == errno.EBADF:
            os.open(os.devnull, os.O_WRONLY if descriptor == 2 else os.O_RDONLY)  # takes the lowest free number


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character == "\N{NO-BREAK SPACE}" or "\udc80" <= character <= "\udcff"


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _spell(error: UnicodeError) -> tuple[str, int]:
    """In letters where a character is LatentLab's own, else as an escape, which JSON reads as that character."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found: Any = error.object[error.start : error.end]
    return "".join(_SPELLED.get(character) or _units(character) for character in found), error.end


def _units(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
