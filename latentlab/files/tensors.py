"""Safetensors files of unknown origin: their header is checked against the file before memory is taken."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from latentlab.errors import FileError
from latentlab.files.regular import file_size, open_regular, os_reason, refuse_more_than_there_is, size_text
from latentlab.files.text import parse_json

if TYPE_CHECKING:
    import torch

LARGEST_HEADER = 2**24
_METADATA = "__metadata__"
_SIZES = {
    "BOOL": 1,
    "U8": 1,
    "I8": 1,
    "U16": 2,
    "I16": 2,
    "F16": 2,
    "BF16": 2,
    "U32": 4,
    "I32": 4,
    "F32": 4,
    "U64": 8,
    "I64": 8,
    "F64": 8,
}
_NAMES = {
    "BOOL": "bool",
    "U8": "uint8",
    "I8": "int8",
    "U16": "uint16",
    "I16": "int16",
    "F16": "float16",
    "BF16": "bfloat16",
    "U32": "uint32",
    "I32": "int32",
    "F32": "float32",
    "U64": "uint64",
    "I64": "int64",
    "F64": "float64",
}


TensorKind = tuple[tuple[int, ...], str]
"""Shape and type, such as ((3, 2), "float32")."""


@dataclass(frozen=True)
class TensorInfo:
    """A tensor in a file.

    Attributes:
        shape: of the tensor.
        dtype: PyTorch's name of its type, such as "float32".
        start: its first byte in the file.
        nbytes: its size.
    """

    shape: tuple[int, ...]
    dtype: str
    start: int
    nbytes: int


@dataclass(frozen=True)
class TensorsHeader:
    """What a safetensors file says it holds.

    Attributes:
        tensors: by name.
        metadata: texts by name.
    """

    tensors: Mapping[str, TensorInfo]
    metadata: Mapping[str, str]


def read_tensors_header(path: str | Path) -> TensorsHeader:
    """What a file holds, its numbers held against each other and against the file's size; no tensor is read.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no safetensors file, is truncated, or its header contradicts itself.
    """
    path = Path(path)
    with open_regular(path) as file:
        return _header(file, path)


def read_tensors(
    path: str | Path,
    expected: Mapping[str, TensorKind] | None = None,
    optional: frozenset[str] = frozenset(),
) -> "dict[str, torch.Tensor]":
    """The tensors of a file.

    Args:
        path: the file.
        expected: shape and type ("float32") of each tensor by name; a file that holds others is refused before memory is taken.
        optional: names among these that may be missing.

    Raises:
        MissingFileError: if there is no such file.
        FileError: as for `read_tensors_header`, and if the tensors are not those expected or do not fit into memory.
    """
    path = Path(path)
    with open_regular(path) as file:
        header = _header(file, path)
        if expected is not None:
            refuse_others(path, header, expected, optional)
        total = sum(info.nbytes for info in header.tensors.values())
        refuse_more_than_there_is(total, path)
        try:
            return {name: _tensor(file, info, path) for name, info in header.tensors.items()}
        except OSError as error:
            raise FileError(path, f"cannot be read: {os_reason(error)}") from None
        except (MemoryError, RuntimeError):  # PyTorch's word for it
            raise FileError(path, f"needs {size_text(total)} of memory, which are not available") from None


def kinds_of(state: "Mapping[str, torch.Tensor]") -> dict[str, TensorKind]:
    """Shape and type of each tensor, which may be on the meta device."""
    return {name: (tuple(value.shape), str(value.dtype).removeprefix("torch.")) for name, value in state.items()}


def refuse_others(
    path: Path, header: TensorsHeader, expected: Mapping[str, TensorKind], optional: frozenset[str] = frozenset()
) -> None:
    """Raise `FileError` if a file's tensors are not those expected, by name, shape and type."""
    missing = next((name for name in expected if name not in header.tensors and name not in optional), None)
    if missing is not None:
        raise FileError(path, f"lacks {missing}, which this model has")
    for name, info in header.tensors.items():
        if name not in expected:
            raise FileError(path, f"holds {_short(name)}, which this model does not have")
        shape, dtype = expected[name]
        if (info.shape, info.dtype) != (tuple(shape), dtype):
            raise FileError(
                path, f"{name} is {info.dtype} of shape {_words(info.shape)}; this model needs {dtype} of shape {_words(shape)}"
            )


def _header(file: BinaryIO, path: Path) -> TensorsHeader:
    size = file_size(file)
    try:
        start = file.read(8)
        length = int.from_bytes(start, "little")
        if len(start) < 8 or length > size - 8:
            raise FileError(path, "is not a safetensors file, or a truncated one")
        if length > LARGEST_HEADER:
            raise FileError(path, f"has a header of {size_text(length)}; {size_text(LARGEST_HEADER)} is the most that is read")
        text = file.read(length)
    except OSError as error:
        raise FileError(path, f"cannot be read: {os_reason(error)}") from None
    values = parse_json(text, path)
    if not isinstance(values, dict):
        raise FileError(path, "is not a safetensors file: its header is no table")
    metadata = values.pop(_METADATA, {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise FileError(path, "is damaged: its metadata are no texts")
    tensors = {name: _info(name, entry, 8 + length, path) for name, entry in values.items()}
    end = 8 + length
    for name, info in sorted(tensors.items(), key=lambda item: (item[1].start, item[1].nbytes)):
        if info.start != end:
            raise FileError(path, f"is damaged: {_short(name)} does not begin where the tensor before it ends")
        end = info.start + info.nbytes
    if end != size:
        state = "truncated" if size < end else "too long"
        raise FileError(path, f"is {state}: {size:,} bytes where its header promises {end:,}")
    return TensorsHeader(tensors, metadata)


def _info(name: str, entry: Any, base: int, path: Path) -> TensorInfo:
    if not isinstance(entry, dict):
        raise FileError(path, f"is damaged: its header says nothing of {_short(name)}")
    dtype: Any = entry.get("dtype")
    shape: Any = entry.get("shape")
    offsets: Any = entry.get("data_offsets")
    if not isinstance(dtype, str) or dtype not in _SIZES:
        raise FileError(path, f"{_short(name)} is of the type {str(dtype)[:20]!r}, which is not read")
    if not (_are_counts(shape) and _are_counts(offsets) and len(offsets) == 2):
        raise FileError(path, f"is damaged: shape or place of {_short(name)} are no whole numbers")
    nbytes = math.prod(shape) * _SIZES[dtype]
    if offsets[1] - offsets[0] != nbytes:
        raise FileError(
            path,
            f"is damaged: {_short(name)} of shape {_words(shape)} needs {nbytes:,} bytes and has {offsets[1] - offsets[0]:,}",
        )
    return TensorInfo(tuple(shape), _NAMES[dtype], base + offsets[0], nbytes)


def _are_counts(values: Any) -> bool:
    return isinstance(values, list) and len(values) <= 32 and all(type(value) is int and 0 <= value < 2**60 for value in values)


def _tensor(file: BinaryIO, info: TensorInfo, path: Path) -> "torch.Tensor":
    import torch

    tensor = torch.empty(info.shape, dtype=getattr(torch, info.dtype))
    if info.nbytes:
        file.seek(info.start)
        values: Any = tensor.view(-1).view(torch.uint8).numpy()
        view, done = memoryview(values), 0
        while done < info.nbytes:
            count = file.readinto(view[done:])  # type: ignore[attr-defined]
            if not count:
                raise FileError(path, "is truncated")
            done += count
    return tensor


def _short(name: str) -> str:
    return repr(name if len(name) <= 80 else f"{name[:77]}…")


def _words(shape: Any) -> str:
    return f"({', '.join(f'{length:,}' for length in shape)})"
