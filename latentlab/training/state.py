"""Everything that a trainer needs to go on exactly, as data: tensors by name in safetensors, numbers in JSON.

Nothing is taken from a file before it was compared with the run that it is for: names, shapes and types of all tensors,
finiteness of all moments, type and range of all numbers.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import torch
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from safetensors.torch import save_file
from torch import Tensor, nn

from latentlab.catalog.optimizers import OPTIMIZERS
from latentlab.errors import FileError
from latentlab.expected import fault
from latentlab.files.tensors import TensorKind, kinds_of, read_tensors, read_tensors_header
from latentlab.files.text import read_json

SCHEMA_VERSION = 2
TENSORS, NUMBERS = "trainer.safetensors", "trainer.json"
_LARGEST_NOISE = 2**16
MOMENTS = OPTIMIZERS["adam"].kept
"""What Adam keeps of each parameter: the optimiser of every second network, and of runs of the first schema."""

_Count = Annotated[int, Field(strict=True, ge=0, lt=2**53)]
_Seconds = Annotated[float, Field(ge=0, lt=1e12, allow_inf_nan=False)]


class _Numbers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Position(_Numbers):
    """Where the order of the images stands: batches of an epoch already taken."""

    epoch: _Count
    batch: _Count


class SumNames(_Numbers):
    """Names of a row of sums, and over how many steps they were taken."""

    names: tuple[Annotated[str, Field(max_length=100)], ...] = Field(max_length=5000)
    count: _Count


class ScalerState(_Numbers):
    """Of the float16 loss scaler."""

    scale: float = Field(gt=0, lt=1e38)
    growth_tracker: _Count


class PlateauState(_Numbers):
    """Of a learning rate that follows measurements.

    Attributes:
        factor: of the rate.
        best: the best measurement so far, None before the first.
        without_best: measurements since it or since the last drop.
    """

    factor: float = Field(1.0, gt=0, le=1)
    best: float | None = None
    without_best: _Count = 0


class TrainerNumbers(_Numbers):
    """All that is no tensor.

    Attributes:
        schema_version: of this form.
        step: steps taken.
        seconds: spent on them.
        reported_at: step and seconds of the last report.
        device: kind of device that the noise was drawn on.
        order: of the images.
        sums: what the tensors `sums/…` are, in order.
        scaler: None where there is none.
        averaged: steps that the running average of the weights has seen.
        report: the report of this step as a line of JSON, where there is one: it is written after the checkpoint.
        standing: alarms that have been raised and still hold.
        recoveries: times that the run went back to an earlier checkpoint by itself.
        rate: learning rate of the last step; None before the first, and in earlier versions' checkpoints.
        plateau: of a learning rate that follows measurements, else None.
        best: the largest score so far, None before the first.
        best_step: the step that it was measured at.
        without_best: measurements since.
    """

    schema_version: int = SCHEMA_VERSION
    step: _Count
    seconds: _Seconds
    reported_at: tuple[_Count, _Seconds]
    device: str = Field(pattern="^(cpu|cuda|mps)$")
    order: Position
    sums: tuple[SumNames, ...] = Field((), max_length=16)
    scaler: ScalerState | None = None
    averaged: _Count = 0
    report: str | None = Field(None, max_length=2**22)
    standing: tuple[Annotated[str, Field(max_length=100)], ...] = Field((), max_length=100)
    recoveries: _Count = 0
    rate: float | None = Field(None, ge=0, le=1)
    plateau: PlateauState | None = None
    best: float | None = Field(None, allow_inf_nan=False)
    best_step: _Count = 0
    without_best: _Count = 0


@dataclass(frozen=True, eq=False)
class CompanionState:
    """What a checkpoint keeps of a second network.

    Attributes:
        weights: with its buffers.
        moments: parameter → what Adam keeps of it; empty before its first step.
    """

    weights: Mapping[str, Tensor]
    moments: Mapping[str, Mapping[str, Tensor]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class TrainerState:
    """What a checkpoint keeps beside the weights.

    Attributes:
        numbers: all that is no tensor.
        noise: state of the random generator, uint8.
        sums: a row for each entry of `numbers.sums`, float32.
        moments: parameter → what the optimiser keeps of it; empty before the first step.
        companions: of each second network, by its name.
    """

    numbers: TrainerNumbers
    noise: Tensor
    sums: tuple[Tensor, ...] = ()
    moments: Mapping[str, Mapping[str, Tensor]] = field(default_factory=dict)
    companions: Mapping[str, CompanionState] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        """Write it into a checkpoint's folder. Raises OSError and SafetensorError."""
        tensors = {"noise": self.noise} | {f"sums/{index}": row for index, row in enumerate(self.sums)}
        every = {"": self.moments} | {companion: kept.moments for companion, kept in self.companions.items()}
        for owner, moments in every.items():
            prefix = _of_optimizer(owner)
            tensors |= {f"{prefix}/{name}/{kind}": part for name, parts in moments.items() for kind, part in parts.items()}
        for companion, kept in self.companions.items():
            tensors |= {f"{companion}/{name}": value for name, value in kept.weights.items()}
        save_file({name: value.detach().cpu().contiguous() for name, value in tensors.items()}, folder / TENSORS)
        (folder / NUMBERS).write_text(self.numbers.model_dump_json(), encoding="utf-8")


@dataclass(frozen=True, eq=False)
class Expected:
    """The run that a state must fit.

    Attributes:
        model: the network in training.
        kept: what its optimiser keeps of each parameter.
        companions: second networks, by name.
        noise_size: bytes of the generator's state on this kind of device.
        device: that kind.
        batches_per_epoch: of the order of the images.
    """

    model: nn.Module
    kept: tuple[str, ...]
    companions: Mapping[str, nn.Module]
    noise_size: int
    device: str
    batches_per_epoch: int


def read_state(folder: Path, expected: Expected) -> TrainerState:
    """The state in a checkpoint's folder, checked against the run it is for.

    Raises:
        FileError: if it is damaged or belongs to another run.
    """
    numbers = _read_numbers(folder / NUMBERS)
    path = folder / TENSORS
    specs, optional = _specs(numbers, expected, _noise_size(path, numbers, expected))
    tensors = read_tensors(path, specs, optional)
    state = TrainerState(
        numbers,
        tensors["noise"],
        tuple(tensors[f"sums/{index}"] for index in range(len(numbers.sums))),
        _grouped(tensors, f"{_of_optimizer()}/"),
        {
            companion: CompanionState(_under(tensors, f"{companion}/"), _grouped(tensors, f"{_of_optimizer(companion)}/"))
            for companion in expected.companions
        },
    )
    check_state(state, expected, path)
    return state


def check_state(state: TrainerState, expected: Expected, path: Path) -> None:
    """Refuse what no run of this kind could have written.

    Raises:
        FileError: that names what is wrong; `path` is what the state is called.
    """
    numbers = state.numbers
    if numbers.reported_at[0] > numbers.step or numbers.reported_at[1] > numbers.seconds:
        raise FileError(path.with_name(NUMBERS), "is damaged: it was reported after the last step")
    taken = numbers.order.epoch * expected.batches_per_epoch + numbers.order.batch
    if numbers.order.batch > expected.batches_per_epoch or taken != numbers.step:
        raise FileError(
            path.with_name(NUMBERS),
            f"does not fit: the order of images stands at batch {taken:,}, the run at step {numbers.step:,}",
        )
    if numbers.averaged > numbers.step:
        raise FileError(path.with_name(NUMBERS), "is damaged: the running average has seen more steps than there were")
    for names, row in zip(numbers.sums, state.sums, strict=True):
        if row.shape != (len(names.names),):
            raise FileError(path, f"does not fit: {len(names.names)} sums are named, {tuple(row.shape)} are there")
    _check_moments(_of_optimizer(), state.moments, expected.model, expected.kept, numbers.step, path)
    for companion, kept in state.companions.items():
        _check_moments(_of_optimizer(companion), kept.moments, expected.companions[companion], MOMENTS, numbers.step, path)
        for name, value in kept.weights.items():
            if value.is_floating_point() and not value.isfinite().all():
                raise FileError(path, f"is damaged: '{companion}/{name}' is not finite")


def moments_of(optimizer: torch.optim.Optimizer, network: nn.Module, kinds: tuple[str, ...]) -> dict[str, dict[str, Tensor]]:
    """What an optimiser keeps of each of a network's parameters, by the parameter's name."""
    return {
        name: {kind: optimizer.state[parameter][kind] for kind in kinds}
        for name, parameter in network.named_parameters()
        if optimizer.state.get(parameter)
    }


def load_moments(optimizer: torch.optim.Optimizer, network: nn.Module, moments: Mapping[str, Mapping[str, Tensor]]) -> None:
    """Give an optimiser what `moments_of` took; its settings stay as they are. The moments must have been checked."""
    names = {parameter: name for name, parameter in network.named_parameters()}
    in_order = [names[parameter] for group in optimizer.param_groups for parameter in group["params"]]
    state = {index: dict(moments[name]) for index, name in enumerate(in_order) if name in moments}
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})


def _read_numbers(path: Path) -> TrainerNumbers:
    values = read_json(path)
    version = values.get("schema_version") if isinstance(values, dict) else None
    if type(version) is int and version > SCHEMA_VERSION:
        raise FileError(
            path, f"has schema version {version}; this LatentLab reads {SCHEMA_VERSION}. Update LatentLab to resume it"
        )
    try:
        return TrainerNumbers.model_validate(values)
    except ValidationError as error:
        raise FileError(path, f"is damaged: {fault(error.errors()[0])}") from None


def _noise_size(path: Path, numbers: TrainerNumbers, expected: Expected) -> int:
    """Bytes of the generator's state; that of another kind of device is not used and may have any small size."""
    if numbers.device == expected.device:
        return expected.noise_size
    noise = read_tensors_header(path).tensors.get("noise")
    return noise.nbytes if noise and noise.nbytes <= _LARGEST_NOISE else expected.noise_size


def _specs(numbers: TrainerNumbers, expected: Expected, noise_size: int) -> tuple[dict[str, TensorKind], frozenset[str]]:
    """What must and what may be in the file of tensors."""
    specs: dict[str, TensorKind] = {"noise": ((noise_size,), "uint8")}
    specs |= {f"sums/{index}": ((len(names.names),), "float32") for index, names in enumerate(numbers.sums)}
    optional = set()
    for owner, network in {"": expected.model, **expected.companions}.items():
        for name, parameter in network.named_parameters():
            for kind in MOMENTS if owner else expected.kept:
                key = f"{_of_optimizer(owner)}/{name}/{kind}"
                specs[key] = (() if kind == "step" else tuple(parameter.shape)), "float32"
                optional.add(key)  # a parameter that no gradient has reached has none
    for companion, network in expected.companions.items():
        specs |= {f"{companion}/{name}": kind for name, kind in kinds_of(network.state_dict()).items()}
    return specs, frozenset(optional)


def _of_optimizer(companion: str = "") -> str:
    """The folder of an optimiser's tensors: of the VAE's, or of a companion's."""
    return f"{companion}_optimizer" if companion else "optimizer"


def _under(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def _grouped(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, dict[str, Tensor]]:
    groups: dict[str, dict[str, Tensor]] = {}
    for key, value in _under(tensors, prefix).items():
        name, _, kind = key.rpartition("/")
        groups.setdefault(name, {})[kind] = value
    return groups


def _check_moments(
    prefix: str,
    moments: Mapping[str, Mapping[str, Tensor]],
    network: nn.Module,
    kinds: tuple[str, ...],
    step: int,
    path: Path,
) -> None:
    parameters = dict(network.named_parameters())
    for name, parts in moments.items():
        parameter = parameters.get(name)
        if parameter is None or set(parts) != set(kinds):
            raise FileError(path, f"does not fit: the moments of {prefix}/{name} are incomplete or of another network")
        for kind, value in parts.items():
            shape = () if kind == "step" else tuple(parameter.shape)
            if tuple(value.shape) != shape or value.dtype != torch.float32:
                found = f"{value.dtype} of shape {tuple(value.shape)}".removeprefix("torch.")
                raise FileError(path, f"does not fit: {prefix}/{name}/{kind} is {found}; float32 of shape {shape} is expected")
            if not value.isfinite().all():
                raise FileError(path, f"is damaged: {prefix}/{name}/{kind} is not finite")
        if "exp_avg_sq" in parts and parts["exp_avg_sq"].numel() and parts["exp_avg_sq"].min() < 0:
            raise FileError(path, f"is damaged: {prefix}/{name}/exp_avg_sq is negative")
        count = float(parts.get("step", 0.0))
        if not (0 <= count <= step and count == math.floor(count)):
            raise FileError(path, f"is damaged: {prefix}/{name}/step is {count:g}, at step {step:,} of the run")
