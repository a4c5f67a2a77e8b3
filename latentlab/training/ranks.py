"""Several processes that train one run together, started by torchrun: what they tell each other.

Rank 0 trains as a run in one process does, writes, measures and decides. The others hold the same networks, take each step when
rank 0 does, with their rows of the batch, and write nothing.
"""

import contextlib
import datetime
import io
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any, Literal, TypeVar

import torch
from torch import Tensor, distributed, nn

from latentlab.config import RunConfig
from latentlab.environment import launch
from latentlab.errors import ConfigError, RankError
from latentlab.machine import cpu_cores, cpu_limits
from latentlab.models.memory import is_memory_error
from latentlab.share import Share
from latentlab.training.devices import resolve_device
from latentlab.training.state import TrainerState

_LONGEST_WAIT = datetime.timedelta(hours=12)
"""Of the others, for rank 0 to prepare images or to measure; that a process has ended is known at once."""
_BACKENDS = {"cuda": "nccl"}
_OTHER_BACKEND = "gloo"
_T = TypeVar("_T")
_PLACE_IN_SOURCE = re.compile(r"^\[[^\]]*\]\s*")


@dataclass(frozen=True, eq=False)
class Begin:
    """What the others begin with, or go on with once rank 0 has gone back to a checkpoint.

    Attributes:
        settings: of the run, as `parse_config` reads them.
        weights: of the network in training.
        average: of the running average; empty where there is none.
        state: all else.
        images: `sampled_digest` of those that are learned from, which each process reads for itself.
    """

    settings: dict[str, Any]
    weights: Mapping[str, Tensor]
    average: Mapping[str, Tensor]
    state: TrainerState
    images: bytes

    def __reduce__(self) -> tuple[Any, ...]:
        """Tensors arrive on the CPU: the GPU that they are on would be rank 0's for every process."""
        content = io.BytesIO()
        torch.save((self.weights, self.average, self.state), content)
        return _arrived, (self.settings, content.getvalue(), self.images)


def _arrived(settings: dict[str, Any], content: bytes, images: bytes) -> Begin:
    weights, average, state = torch.load(io.BytesIO(content), map_location="cpu", weights_only=False)
    return Begin(settings, weights, average, state, images)


@dataclass(frozen=True)
class Change:
    """Other settings from here on, as `parse_config` reads them."""

    settings: dict[str, Any]


@dataclass(frozen=True)
class Watch:
    """A measurement that the learning rate may follow."""

    score: float


NEXT_STEP: Literal["next step"] = "next step"
END: Literal["end"] = "end"
Order = Begin | Change | Watch | Literal["next step", "end"]
"""What rank 0 tells the others."""


class _Gather(torch.autograd.Function):
    """The rows of all processes. What reaches a row on any of them is added up where the row is from."""

    @staticmethod
    def forward(ctx: Any, own: Tensor, ranks: "Ranks") -> Tensor:
        ctx.ranks = ranks
        parts = [torch.empty_like(own, memory_format=torch.contiguous_format) for _ in range(ranks.count)]
        told(lambda: distributed.all_gather(parts, own.contiguous()))
        return torch.cat(parts)

    @staticmethod
    def backward(ctx: Any, *of_all: Tensor) -> tuple[Tensor, None]:
        return ctx.ranks.own(_total(of_all[0])), None


class _Mean(torch.autograd.Function):
    """The mean over processes, of which each has the same part in what follows on any of them."""

    @staticmethod
    def forward(ctx: Any, value: Tensor, ranks: "Ranks") -> Tensor:
        ctx.ranks = ranks
        return _total(value) / ranks.count

    @staticmethod
    def backward(ctx: Any, *of_mean: Tensor) -> tuple[Tensor, None]:
        return _total(of_mean[0]) / ctx.ranks.count, None


class Ranks(Share):
    """This process's share among those that torchrun started; see `latentlab.share.Share`.

    The loss is the mean of those of the processes: what reaches a gathered row is the sum of what it does on each, and
    gradients are averaged at the end.

    Attributes:
        signal: rank 0 learns with its next order that another process was sent this one and asks to end; None until then.
    """

    def __init__(self, rank: int, count: int) -> None:
        """Begin, in all processes at once; torch.distributed must have been started."""
        self.rank, self.count = rank, count
        self.signal: int | None = None
        # Not by what computes: orders are the processor's.
        talk = distributed.new_group(backend=_OTHER_BACKEND, timeout=_LONGEST_WAIT)
        assert isinstance(talk, distributed.ProcessGroup)
        self._talk = talk

    def part(self) -> None:
        """Stop talking, in all processes at once."""
        distributed.destroy_process_group(self._talk)
        distributed.destroy_process_group()

    def gather(self, own: Tensor) -> Tensor:
        rows: Tensor = _Gather.apply(own, self)
        return rows

    def mean(self, value: Tensor) -> Tensor:
        mean: Tensor = _Mean.apply(value, self)
        return mean

    def average_gradients(self, parameters: Sequence[nn.Parameter], loss: Tensor) -> Tensor:
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        flat = torch.cat([*(gradient.flatten() for gradient in gradients), loss.detach().float().reshape(1)])
        flat = _total(flat) / self.count
        parts = flat[:-1].split([gradient.numel() for gradient in gradients])
        torch._foreach_copy_(gradients, [part.view_as(own) for part, own in zip(parts, gradients, strict=True)])
        return flat[-1]

    def tell(self, order: "Order") -> None:
        """Rank 0 tells the others what comes next."""
        _, number = self._agree(order == NEXT_STEP, 0)
        self.signal = number or self.signal
        if order != NEXT_STEP:
            told(lambda: distributed.broadcast_object_list([order], src=0, group=self._talk))

    def hear(self, number: int | None = None) -> "Order":
        """What rank 0 tells, which hears in turn of the signal that this process was sent, where there is one."""
        is_next_step, _ = self._agree(False, number or 0)
        if is_next_step:
            return NEXT_STEP
        heard: list[Any] = [None]
        told(lambda: distributed.broadcast_object_list(heard, src=0, group=self._talk))
        order: Order = heard[0]
        return order

    def _agree(self, is_next_step: bool, number: int) -> tuple[bool, int]:
        """Of what rank 0 and the others have to say in each step: the largest of each."""
        said = torch.tensor([is_next_step, number], dtype=torch.uint8)
        told(lambda: distributed.all_reduce(said, distributed.ReduceOp.MAX, group=self._talk))
        return bool(said[0]), int(said[1])

    def gather_objects(self, own: _T) -> list[_T]:
        found: list[Any] = [None] * self.count
        told(lambda: distributed.all_gather_object(found, own, group=self._talk))
        return found


@contextlib.contextmanager
def led(ranks: Ranks) -> Iterator[None]:
    """The others end with this, however it ends."""
    try:
        yield
    except RankError:
        raise
    except KeyboardInterrupt:
        ranks.tell(END)  # or say that another has died: torchrun then signals those that live
        raise
    except BaseException:
        with contextlib.suppress(RankError):
            ranks.tell(END)
        raise
    ranks.tell(END)


def threads_of_each() -> int:
    """Of the processor, for each process of this computer: what OMP_NUM_THREADS says, which torchrun sets to 1 unless it is
    set; else a share of the cores."""
    cores = cpu_cores()
    return cores if "OMP_NUM_THREADS" in cpu_limits() else max(1, cores // launch().local_count)


@contextlib.contextmanager
def joined(config: RunConfig) -> Iterator[Ranks | None]:
    """The processes that torchrun started, connected; None where this is the only one.

    Raises:
        ConfigError: if the batch does not divide among them, their devices cannot talk, or their settings differ.
        RankError: if one of them cannot be reached.
    """
    started = launch()
    if started.count == 1:
        yield None
        return
    _check_batch(config, started.count)
    device = _device(config, started.local_count)
    backend = _BACKENDS.get(device.type, _OTHER_BACKEND)
    if not distributed.is_backend_available(backend):
        raise ConfigError(
            f"device = {config.device!r}: this PyTorch has no {backend}, by which its processes would talk; use cpu."
        )
    if device.type == "cuda":
        torch.cuda.set_device(started.local_rank)
    _answer_sigterm()
    told(lambda: distributed.init_process_group(backend, timeout=_LONGEST_WAIT))
    ranks = Ranks(started.rank, started.count)
    try:
        _check_equal(ranks.gather_objects(config.model_dump()))
        yield ranks
    finally:
        ranks.part()


_another_ended = threading.Event()
"""Whether another process was found to have ended."""


def _answer_sigterm() -> None:
    """Once one process has died, torchrun sends SIGTERM to those that live; these end by themselves then, and say why."""

    def answer(number: int, frame: FrameType | None) -> None:
        del frame
        if not _another_ended.is_set():
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, answer)


def _device(config: RunConfig, local_count: int) -> torch.device:
    device = resolve_device(config.device)
    if device.type == "mps":
        raise ConfigError(f"device = {config.device!r}: several processes cannot share an Apple GPU; use cpu.")
    if device.index is not None:
        raise ConfigError(f"device = {config.device!r}: each process has a GPU of its own; use {device.type}.")
    if device.type == "cuda" and local_count > (gpus := torch.cuda.device_count()):
        raise ConfigError(
            f"--nproc-per-node {local_count}: each process needs a GPU, and {gpus} are here; start at most {gpus}."
        )
    return device


def _check_batch(config: RunConfig, count: int) -> None:
    train = config.train
    if train.batch_size % count:
        fits = max(count, train.batch_size // count * count)
        raise ConfigError(
            f"train.batch_size = {train.batch_size}: does not divide among {count} processes; use a multiple of {count}, "
            f"such as {fits}."
        )


def _check_equal(configs: Sequence[Mapping[str, Any]]) -> None:
    first = _flat(configs[0])
    for rank, config in enumerate(configs):
        for key, value in _flat(config).items():
            if value != first.get(key):
                _another_ended.set()  # which they all do now, of themselves
                raise ConfigError(
                    f"{key} = {value!r} on rank {rank}: rank 0 has {first.get(key)!r}; start all with the same settings."
                )


def _flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        found |= _flat(value, f"{prefix}{name}.") if isinstance(value, Mapping) else {prefix + name: value}
    return found


def _total(value: Tensor) -> Tensor:
    total = value.detach().clone(memory_format=torch.contiguous_format)
    told(lambda: distributed.all_reduce(total))
    return total


def told(talk: Callable[[], object]) -> None:
    """Talk to the other processes. Raises RankError where one of them is gone."""
    try:
        talk()
    except RuntimeError as error:
        if is_memory_error(error):
            raise
        _another_ended.set()
        reason = _PLACE_IN_SOURCE.sub("", str(error)).partition(". ")[0].splitlines()
        raise RankError(
            "Another process of this run has ended or cannot be reached; start all of them again with --resume, which goes on "
            f"from the newest checkpoint ({reason[0] if reason else type(error).__name__})."
        ) from None
