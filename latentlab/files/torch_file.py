"""The tensors of a file that `torch.save` wrote, read without unpickling it.

Such a file is a zip of a pickle, which says of each tensor its shape and where it lies, and of the numbers themselves.
"""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from latentlab.errors import FileError
from latentlab.files.pickles import ORDERED, Call, ForeignPickleError, Name, Reference, read_pickle
from latentlab.files.regular import beginning, refuse_more_than_there_is
from latentlab.files.zips import Zip, ZipMember, open_zip

if TYPE_CHECKING:
    import torch

_REBUILD = "_rebuild_tensor_v2"
_TYPES = {
    "FloatStorage": "float32",
    "DoubleStorage": "float64",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
}
_NAMES = {ORDERED, ("torch._utils", _REBUILD), *(("torch", name) for name in _TYPES)}
_LARGEST_PICKLE = 2**24
_ZIP = b"PK\x03\x04"


def read_torch_file(path: str | Path, table: str) -> "dict[str, torch.Tensor]":
    """The tensors of a table of tensors, such as a state_dict, by name.

    Args:
        path: the file.
        table: the key under which the file has the table.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is damaged, holds other things than tensors, does not fit into memory, or is of PyTorch before 1.6.
    """
    path = Path(path)
    if beginning(path, len(_ZIP)) != _ZIP:
        raise FileError(path, "is not a file of PyTorch 1.6 or later, or a damaged one; load it with PyTorch and save it again")
    with open_zip(path) as archive:
        members = {member.name: member for member in archive.members}
        pickle = next((name for name in members if name.endswith("/data.pkl") and name.count("/") == 1), None)
        if pickle is None:
            raise FileError(path, "is a zip file, but not one that PyTorch wrote: it lacks data.pkl")
        root = pickle.removesuffix("data.pkl")
        order = members.get(f"{root}byteorder")
        if order is not None and archive.read(order, 16) != b"little":
            raise FileError(path, "was written on a big-endian computer, which is not read")
        try:
            values = read_pickle(archive.read(members[pickle], _LARGEST_PICKLE), path, _NAMES)
        except ForeignPickleError as error:
            raise FileError(path, f"{error.reason}, which is not a tensor; only tables of tensors are read") from None
        tensors = values.get(table)
        if not isinstance(tensors, dict) or not all(isinstance(name, str) for name in tensors):
            raise FileError(path, f"has no table of tensors named {table!r}")
        refuse_more_than_there_is(sum(member.size for member in archive.members), path)
        reader = _Reader(archive, {name.removeprefix(f"{root}data/"): member for name, member in members.items()})
        return {name: reader.tensor(name, value) for name, value in tensors.items()}


class _Reader:
    """Makes tensors of what a pickle says of them; each piece of storage serves one tensor."""

    def __init__(self, archive: Zip, storages: Mapping[str, ZipMember]) -> None:
        self._archive = archive
        self._storages = storages
        self._taken: set[str] = set()

    def tensor(self, name: str, value: Any) -> "torch.Tensor":
        """One tensor. Raises `FileError` if what is said of it is wrong."""
        import torch

        path = self._archive.path
        match value:
            case Call(
                name=called,
                arguments=(
                    Reference(key=("storage", Name(name=kind), str(key), _, int(count))),
                    0,
                    tuple(shape),
                    tuple(stride),
                    *_,
                ),
            ) if called == _REBUILD and kind in _TYPES and key in self._storages and key not in self._taken:
                self._taken.add(key)
            case _:
                raise FileError(path, f"{name!r} is no tensor with numbers of its own")
        dtype = getattr(torch, _TYPES[kind])
        member = self._storages[key]
        if not all(type(number) is int and 0 <= number < 2**60 for number in (*shape, *stride, count)):
            raise FileError(path, f"is damaged: the shape of {name!r} is no list of whole numbers")
        reach = 1 + sum((size - 1) * step for size, step in zip(shape, stride, strict=False)) if math.prod(shape) else 0
        if len(shape) != len(stride) or math.prod(shape) > count or reach > count or member.size != count * dtype.itemsize:
            raise FileError(path, f"is damaged: {name!r} of shape {shape} does not fit its {member.size:,} bytes")
        content = bytearray(self._archive.read(member))
        flat = torch.frombuffer(content, dtype=dtype) if content else torch.empty(0, dtype=dtype)
        return flat.as_strided(shape, stride)
