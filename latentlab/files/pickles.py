"""Plain values, NumPy bytes and descriptions of tensors out of a pickle, by reading what it says instead of doing it.

Nothing that a pickle names is looked up or called: there are lists, tables, numbers, texts, and `Call`s that say what would
have been called with what.
"""

import math
import pickletools
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import FileError

_NUMPY = ("numpy", "numpy.core.multiarray", "numpy._core.multiarray")
_ARRAY_NAMES = frozenset((module, name) for module in _NUMPY for name in ("_reconstruct", "ndarray", "dtype"))
ORDERED = ("collections", "OrderedDict")
"""An ordered table, read as a table where it may be named."""
_CONSTANTS: dict[str, Any] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_LITERALS = frozenset(
    {"INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT", "BINFLOAT"}
    | {"STRING", "BINSTRING", "SHORT_BINSTRING", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8"}
    | {"UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"}
)
_TUPLES = {"EMPTY_TUPLE": 0, "TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_PUTS, _GETS = ("PUT", "BINPUT", "LONG_BINPUT"), ("GET", "BINGET", "LONG_BINGET")
_IGNORED = ("PROTO", "FRAME")
_MOST_STEPS = 2**20
"""Instructions of a pickle: CIFAR-100's have half as many."""
_FAULTS = (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, MemoryError)


class ForeignPickleError(FileError):
    """A pickle names something that what is read here has no need of."""


@dataclass(frozen=True)
class Name:
    """Something of a module's."""

    name: str


@dataclass(frozen=True)
class Reference:
    """What lies beside the pickle, by the key that the pickle has for it."""

    key: Any


@dataclass
class Call:
    """What would come of calling something, and the state that would be given to it."""

    name: str
    arguments: tuple[Any, ...]
    state: Any = None


@dataclass
class _Machine:
    """The stack machine that a pickle is a program of."""

    path: Path
    names: Collection[tuple[str, str]]
    stack: list[Any] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    memo: dict[int, Any] = field(default_factory=dict)

    def since_mark(self) -> list[Any]:
        """What was pushed since the last mark."""
        start = self.marks.pop()
        items = self.stack[start:]
        del self.stack[start:]
        return items

    def step(self, opcode: str, argument: Any) -> None:
        """One instruction."""
        stack = self.stack
        if opcode in _LITERALS:
            stack.append(argument.encode("latin-1") if "STRING" in opcode else argument)
        elif opcode in _PUTS:
            self.memo[int(argument)] = stack[-1]
        elif opcode == "MEMOIZE":
            self.memo[len(self.memo)] = stack[-1]
        elif opcode in _GETS:
            stack.append(self.memo[int(argument)])
        elif opcode in _CONSTANTS:
            stack.append(_CONSTANTS[opcode])
        elif opcode == "MARK":
            self.marks.append(len(stack))
        elif opcode in _TUPLES:
            count = _TUPLES[opcode]
            items = tuple(stack[len(stack) - count :])
            if len(items) < count:
                raise IndexError
            del stack[len(stack) - count :]
            stack.append(items)
        elif opcode == "TUPLE":
            stack.append(tuple(self.since_mark()))
        elif opcode in ("EMPTY_LIST", "LIST"):
            stack.append(self.since_mark() if opcode == "LIST" else [])
        elif opcode == "APPEND":
            item = stack.pop()
            _list(stack[-1]).append(item)
        elif opcode == "APPENDS":
            items_ = self.since_mark()
            _list(stack[-1]).extend(items_)
        elif opcode in ("EMPTY_DICT", "DICT"):
            stack.append(dict(_pairs(self.since_mark())) if opcode == "DICT" else {})
        elif opcode == "SETITEM":
            value, key = stack.pop(), stack.pop()
            _dict(stack[-1])[key] = value
        elif opcode == "SETITEMS":
            pairs = self.since_mark()
            _dict(stack[-1]).update(_pairs(pairs))
        else:
            self._of_objects(opcode, argument)

    def _of_objects(self, opcode: str, argument: Any) -> None:
        stack = self.stack
        if opcode in ("GLOBAL", "STACK_GLOBAL"):
            if opcode == "STACK_GLOBAL":
                name, module = stack.pop(), stack.pop()
            else:
                module, _, name = argument.partition(" ")
            if (module, name) not in self.names:
                raise ForeignPickleError(self.path, f"names {module}.{name}")
            stack.append(Name(name))
        elif opcode == "REDUCE":
            arguments, called = stack.pop(), stack.pop()
            if not isinstance(called, Name) or not isinstance(arguments, tuple):
                raise TypeError
            stack.append({} if called.name == ORDERED[1] and not arguments else Call(called.name, arguments))
        elif opcode == "BUILD":
            state = stack.pop()
            if isinstance(stack[-1], Call):
                stack[-1].state = state
            elif not isinstance(stack[-1], dict):  # which has attributes that nobody reads
                raise TypeError
        elif opcode == "BINPERSID":
            stack.append(Reference(stack.pop()))
        else:
            raise ForeignPickleError(self.path, f"asks for {opcode}")


def read_pickle(content: bytes, path: Path, names: Collection[tuple[str, str]] = _ARRAY_NAMES) -> dict[Any, Any]:
    """The table that a pickle holds.

    Args:
        content: the pickle.
        path: what it is called in an error.
        names: module and name of what it may name, NumPy's arrays of bytes (see `bytes_array`) unless given.

    Raises:
        ForeignPickleError: if it names anything else.
        FileError: if it is damaged, or no table.
    """
    machine = _Machine(path, names)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd in a text
            for count, (opcode, argument, _) in enumerate(pickletools.genops(content)):
                if opcode.name == "STOP":
                    break
                if count == _MOST_STEPS:
                    raise FileError(path, f"holds more than {_MOST_STEPS:,} values")
                if opcode.name not in _IGNORED:
                    machine.step(opcode.name, argument)
        (table,) = machine.stack
    except FileError:
        raise
    except _FAULTS:
        raise FileError(path, "is not a pickled table, or a damaged one") from None
    if not isinstance(table, dict):
        raise FileError(path, "is not a pickled table")
    return table


def bytes_array(value: Any) -> NDArray[np.uint8] | None:
    """A value of `read_pickle` as an array of bytes; None where it is none."""
    if not isinstance(value, Call) or value.name != "_reconstruct":
        return None
    try:
        _, shape, dtype, fortran, content = value.state
        kind = dtype.arguments[0]
        kind = kind.decode() if isinstance(kind, bytes) else kind
        if dtype.name != "dtype" or kind not in ("u1", "|u1", "uint8") or not isinstance(content, bytes) or fortran:
            return None
        if not all(type(length) is int and length >= 0 for length in shape) or math.prod(shape) != len(content):
            return None
        return np.frombuffer(content, np.uint8).reshape(shape)
    except _FAULTS:
        return None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _dict(value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _pairs(items: list[Any]) -> Iterator[tuple[Any, Any]]:
    return zip(items[::2], items[1::2], strict=True)
