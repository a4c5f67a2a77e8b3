"""The trainer state of the first schema, `trainer.pt`: PyTorch's zip of a pickle and raw storages, read without its reader.

Only what such a file can hold is understood: dictionaries, lists, numbers, text, and tensors over storages of the declared
length. Anything else in the pickle is refused before it is executed.
"""

import io
import pickle
import pickletools
import struct
from collections import OrderedDict
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor, nn

from latentlab.errors import FileError
from latentlab.files.zips import Zip, ZipMember, open_zip
from latentlab.training.state import MOMENTS, CompanionState, Expected, TrainerNumbers, TrainerState, check_state

FILE_NAME = "trainer.pt"
_LARGEST_PICKLE = 2**24
_MOST_MEMBERS = 100_000
_OPCODES = frozenset(
    [
        "PROTO",
        "MARK",
        "STOP",
        "EMPTY_DICT",
        "EMPTY_LIST",
        "EMPTY_TUPLE",
        "TUPLE",
        "TUPLE1",
        "TUPLE2",
        "TUPLE3",
        "SETITEM",
        "SETITEMS",
        "APPEND",
        "APPENDS",
        "BINPUT",
        "LONG_BINPUT",
        "BINGET",
        "LONG_BINGET",
        "BINUNICODE",
        "BININT",
        "BININT1",
        "BININT2",
        "LONG1",
        "BINFLOAT",
        "NONE",
        "NEWTRUE",
        "NEWFALSE",
        "GLOBAL",
        "REDUCE",
        "BUILD",
        "BINPERSID",
    ]
)
_STORAGES = {
    ("torch", "FloatStorage"): torch.float32,
    ("torch", "DoubleStorage"): torch.float64,
    ("torch", "LongStorage"): torch.int64,
    ("torch", "IntStorage"): torch.int32,
    ("torch", "ByteStorage"): torch.uint8,
    ("torch", "BFloat16Storage"): torch.bfloat16,
    ("torch", "HalfStorage"): torch.float16,
}


def read_first_state(path: Path, expected: Expected) -> TrainerState:
    """The state in a `trainer.pt`, checked against the run it is for.

    Raises:
        FileError: if it is damaged or belongs to another run.
    """
    values = _read_pickle(path)
    try:
        state = _converted(values, expected)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError):
        raise FileError(path, "is damaged: it is not the state of a run") from None
    check_state(state, expected, path)
    return state


def _converted(values: Any, expected: Expected) -> TrainerState:
    scaler = values["scaler"]
    numbers = {
        "step": values["step"],
        "seconds": values["seconds"],
        "reported_at": values["reported_at"],
        "device": values["device"],
        "order": dict(values["order"]),
        "sums": [{"names": part["names"], "count": part["count"]} for part in values["sums"]],
        "scaler": {"scale": scaler["scale"], "growth_tracker": scaler["_growth_tracker"]} if scaler else None,
        "averaged": values["averaged"],
    }
    noise = values["noise"]
    if noise.dtype != torch.uint8 or (values["device"] == expected.device and noise.shape != (expected.noise_size,)):
        raise ValueError("another generator")
    return TrainerState(
        TrainerNumbers.model_validate(numbers),
        noise,
        tuple(_plain(part["sums"]) for part in values["sums"]),
        _moments(values["optimizer"], expected.model),
        {name: _companion(values["adversary"], name, network) for name, network in expected.companions.items()},
    )


def _companion(kept: Any, name: str, network: nn.Module) -> CompanionState:
    """That of a discriminator; no run had another companion then."""
    weights = dict(kept[name])
    shapes = {key: (value.shape, value.dtype) for key, value in network.state_dict().items()}
    if {key: (value.shape, value.dtype) for key, value in weights.items()} != shapes:
        raise ValueError("another network")
    return CompanionState(weights, _moments(kept["optimizer"], network))


def _moments(state: Any, network: nn.Module) -> dict[str, dict[str, Tensor]]:
    names = [name for name, _ in network.named_parameters()]
    return {names[index]: {kind: _plain(parts[kind]) for kind in MOMENTS} for index, parts in state["state"].items()}


def _plain(value: Any) -> Tensor:
    if not isinstance(value, Tensor):
        raise TypeError("not a tensor")
    return value


def _read_pickle(path: Path) -> Any:
    try:
        with open_zip(path) as archive:
            members = {member.name.partition("/")[2]: member for member in archive.members}
            if len(members) > _MOST_MEMBERS or not all(member.stored for member in members.values()):
                raise FileError(path, "is damaged: it is not laid out as PyTorch writes such files")
            content = archive.read(members["data.pkl"], _LARGEST_PICKLE)
            _refuse_other_opcodes(content)
            return _Unpickler(content, archive, members).load()
    except FileError:
        raise
    except (
        *(pickle.UnpicklingError, struct.error, EOFError, RuntimeError, LookupError, TypeError, ValueError),
        *(AttributeError, NotImplementedError, OverflowError, AssertionError),
    ):
        raise FileError(path, "is damaged: it cannot be read as the state of a run") from None


def _refuse_other_opcodes(content: bytes) -> None:
    for opcode, _, _ in pickletools.genops(content):
        if opcode.name not in _OPCODES:
            raise pickle.UnpicklingError(opcode.name)


# The Python implementation: its memo is a dictionary, while that of the C one grows to any index that a file names.
class _Unpickler(pickle._Unpickler):
    # What state dictionaries carry beside their entries is not needed, and is set on nothing.
    dispatch: ClassVar[Any] = {**pickle._Unpickler.dispatch, pickle.BUILD[0]: lambda reader: reader.stack.pop()}

    def __init__(self, content: bytes, archive: Zip, members: dict[str, ZipMember]) -> None:
        super().__init__(io.BytesIO(content))
        self._archive = archive
        self._members = members

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuilt
        if (module, name) in _STORAGES:
            return _STORAGES[module, name]
        raise pickle.UnpicklingError(f"{module}.{name}")

    def persistent_load(self, pid: Any) -> Tensor:
        kind, dtype, key, _, count = pid
        member = self._members[f"data/{key}"]
        if kind != "storage" or type(count) is not int or count * dtype.itemsize != member.size:
            raise pickle.UnpicklingError("storage")
        content = bytearray(self._archive.read(member))
        return torch.frombuffer(content, dtype=dtype) if content else torch.empty(0, dtype=dtype)


def _rebuilt(storage: Tensor, offset: int, shape: tuple[int, ...], stride: tuple[int, ...], *rest: object) -> Tensor:
    """A tensor over a part of its storage; one that repeats values to seem larger is refused."""
    del rest
    extent: int = 1
    sizes: list[tuple[int, int]] = sorted(zip(stride, shape, strict=True))
    for step, size in sizes:
        if size < 0 or (size > 1 and step < extent):
            raise ValueError("a tensor of overlapping values")
        extent = max(extent, step * size)
    if offset < 0 or (0 not in shape and offset + extent > len(storage)):
        raise ValueError("a tensor reaches beyond its storage")
    return torch.as_strided(storage, shape, stride, offset).contiguous()
