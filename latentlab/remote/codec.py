"""Requests and results as plain values and bytes: what their declared fields say, and nothing else.

Only dataclasses that are requests, results or parts of these are known. A name that comes over the pipe is looked up among
them; nothing is imported or called by it.
"""

import math
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import RemoteError, shown
from latentlab.explore.requests.commands import DrawForFile, DrawnForFile, Export, Exported, Request, ViewRequest
from latentlab.explore.requests.values import Result

Buffer = bytes | bytearray | memoryview
_T = TypeVar("_T")
_DTYPES = ("|b1", "|u1", "<i4", "<i8", "<f4", "<f8")
_MOST_AXES = 8
_MOST_ENTRIES = 2**40
"""Also of an array without entries, with 1 in the place of 0: what NumPy can count."""
_NUMBERS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}
_STAY = (Request, ViewRequest, Export, DrawForFile, Exported, DrawnForFile)
"""What does not travel: kinds that are no request by themselves, and the writing of files, which is done here."""


class Places(Protocol):
    """What stands for a path on the other side."""

    def pack(self, owner: type, path: Path) -> Any:
        """A path in a field of `owner` as plain values; raises LatentLabError if it must not travel."""
        ...

    def unpack(self, owner: type, value: Any) -> Path:
        """The path that `pack` was given on the other side; raises LatentLabError if it is none of ours."""
        ...


def encode(value: Request | Result, places: Places) -> tuple[Any, list[Buffer]]:
    """A request or result as JSON values and the bytes of its arrays.

    Raises:
        RemoteError: if it holds what does not travel.
    """
    parts: list[Buffer] = []
    return _encoded(value, type(value), places, parts), parts


def decode(kind: type[_T], tree: Any, parts: Sequence[Buffer], places: Places) -> _T:
    """What `encode` was given, where it is of a kind.

    Raises:
        RemoteError: if it is no such thing.
        ConfigError: if a number in a request is out of its range.
    """
    return cast(_T, _decoded(kind, tree, kind, parts, places))


def known_kinds() -> Mapping[str, type]:
    """Every dataclass that can travel, by its name."""
    roots = [kind for root in (Request, Result) for kind in _family(root) if kind not in _STAY]
    found: dict[str, type] = {}
    while roots:
        kind = roots.pop()
        if kind.__qualname__ not in found:
            found[kind.__qualname__] = kind
            roots += [part for hint in _hints(kind).values() for part in _dataclasses_in(hint)]
    return found


def _family(kind: type) -> Iterator[type]:
    yield kind
    child: type
    for child in kind.__subclasses__():
        yield from _family(child)


def _dataclasses_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _dataclasses_in(part)


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if each.init}


_known: dict[str, type] = {}


def _kind_called(name: Any) -> type:
    if isinstance(name, str) and name not in _known:
        _known.update(known_kinds())  # a plug-in may have brought one since
    kind = _known.get(name) if isinstance(name, str) else None
    if kind is None:
        raise RemoteError(f"{shown(name)} is neither a request nor a result that LatentLab knows.")
    return kind


def _encoded(value: Any, owner: type, places: Places, parts: list[Buffer]) -> Any:
    match value:
        case None | bool() | str():
            return value
        case int() | np.integer():
            return int(value)
        case float() | np.floating():
            number = float(value)
            return number if math.isfinite(number) else str(number)
        case np.bool_():
            return bool(value)
        case Path():
            return places.pack(owner, value)
        case np.ndarray():
            return _encoded_array(value, parts)
        case tuple() | list():
            return [_encoded(item, owner, places, parts) for item in value]
    kind = type(value)
    if _kind_called(kind.__qualname__) is not kind:
        raise RemoteError(f"{kind.__name__} cannot travel to another computer.")
    names: list[str] = [each.name for each in fields(value) if each.init]
    packed = {name: _encoded(getattr(value, name), kind, places, parts) for name in names}
    return {"is": kind.__qualname__, **packed}


def _encoded_array(array: NDArray[Any], parts: list[Buffer]) -> dict[str, Any]:
    plain = np.ascontiguousarray(array).reshape(array.shape)
    if plain.dtype.str not in _DTYPES:
        raise RemoteError(f"An array of {plain.dtype} cannot travel to another computer.")
    parts.append(plain.reshape(-1).view(np.uint8).data if plain.size else b"")
    return {"part": len(parts) - 1, "dtype": plain.dtype.str, "shape": list(plain.shape)}


def _decoded(hint: Any, tree: Any, owner: type, parts: Sequence[Buffer], places: Places) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Union or origin is types.UnionType:
        if tree is None and types.NoneType in inner:
            return None
        (hint,) = (each for each in inner if each is not types.NoneType)
        return _decoded(hint, tree, owner, parts, places)
    if origin is tuple and isinstance(tree, list):
        hints = inner[:1] * len(tree) if inner[-1] is Ellipsis else inner
        if len(hints) == len(tree):
            return tuple(_decoded(each, item, owner, parts, places) for each, item in zip(hints, tree, strict=True))
    elif origin is np.ndarray:
        return _decoded_array(inner[1], tree, parts)
    elif origin is Literal:
        if any(tree == each and type(tree) is type(each) for each in inner):
            return tree
    elif hint is Path:
        return places.unpack(owner, tree)
    elif hint is float:
        if type(tree) in (int, float):
            return float(tree)
        if isinstance(tree, str) and tree in _NUMBERS:
            return _NUMBERS[tree]
    elif hint is int:
        if type(tree) is int and -(2**63) <= tree < 2**63:
            return tree
    elif hint in (bool, str):
        if type(tree) is hint:
            return tree
    elif isinstance(hint, type) and isinstance(tree, dict):
        return _decoded_object(hint, tree, parts, places)
    raise RemoteError(f"{shown(tree)} is no value of a field of {owner.__name__} ({_name_of(hint)}).")


def _decoded_object(base: type, tree: Mapping[str, Any], parts: Sequence[Buffer], places: Places) -> Any:
    kind = _kind_called(tree.get("is"))
    hints = _hints(kind)
    if not issubclass(kind, base) or tree.keys() - {"is"} != hints.keys():
        wanted = ", ".join(hints) if issubclass(kind, base) else base.__name__
        raise RemoteError(f"{kind.__name__} with {shown(sorted(tree))} came; {wanted} is expected.")
    return kind(**{name: _decoded(hints[name], tree[name], kind, parts, places) for name in hints})


def _decoded_array(kind: Any, tree: Any, parts: Sequence[Buffer]) -> NDArray[Any]:
    (scalar,) = get_args(kind)
    match tree:
        case {"part": int(place), "dtype": str(dtype), "shape": list(shape), **rest} if not rest:
            whole = len(shape) <= _MOST_AXES and all(type(size) is int and 0 <= size < 2**40 for size in shape)
            whole = whole and math.prod(max(1, size) for size in shape) <= _MOST_ENTRIES
            if whole and 0 <= place < len(parts) and dtype in _DTYPES and np.dtype(dtype).kind == np.dtype(scalar).kind:
                found = np.dtype(dtype)
                if math.prod(shape) * found.itemsize == len(parts[place]):
                    return np.frombuffer(parts[place], found).reshape(shape)
    raise RemoteError(f"{shown(tree)} is no array of {np.dtype(scalar)} that came with {len(parts)} parts.")


def _name_of(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint)
