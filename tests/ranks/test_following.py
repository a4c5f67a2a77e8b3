"""The others do what rank 0 tells them, in its order, from the state that it has."""

import math
import pickle
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from torch import nn

from latentlab.config import RunConfig, override
from latentlab.data import load_dataset
from latentlab.errors import ConfigError, NonFiniteError, OutOfMemoryError
from latentlab.share import Share
from latentlab.training import Trainer, following
from latentlab.training.faults import Fault
from latentlab.training.learner import Learner
from latentlab.training.ranks import END, NEXT_STEP, Begin, Change, Order, Watch
from latentlab.training.ranks import told as told_of


class _Told(Share):
    """What one process says to another, as it arrives there."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.orders: list[Order] = []

    def tell(self, order: Order) -> None:
        self.orders.append(pickle.loads(pickle.dumps(order)))

    signal: int | None = None

    def hear(self, number: int | None = None) -> Order:
        self.signal = number
        return self.orders.pop(0)


def _followed(told: _Told, monkeypatch: pytest.MonkeyPatch) -> Trainer:
    """Of a process that did what it was told."""
    made: list[Trainer] = []

    def noted(*arguments: object) -> Trainer:
        made.append(Trainer(*arguments))  # type: ignore[arg-type]
        return made[0]

    monkeypatch.setattr(following, "Trainer", noted)
    following.follow(told)  # type: ignore[arg-type]
    return made[0]


def _leads(config: RunConfig, told: _Told) -> Trainer:
    trainer = Trainer(config, load_dataset(config.data))
    trainer.lead(told)  # type: ignore[arg-type]
    return trainer


def _equal(first: Trainer, second: Trainer) -> bool:
    ours, theirs = first.model.state_dict(), second.model.state_dict()
    return all(torch.equal(value, theirs[name]) for name, value in ours.items())


def test_changed_settings_hold_from_the_same_step_on(tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _Told()
    leader = _leads(tiny_config, told)
    for step in leader.steps():
        if step.step == 3:
            leader.reconfigure(override(tiny_config, ["train.learning_rate=0.02"]))
    assert [type(order) for order in told.orders if order != NEXT_STEP] == [Begin, Change, Watch, Watch]
    told.tell(END)
    assert _equal(leader, _followed(told, monkeypatch))


def test_refused_settings_reach_nobody(tiny_config: RunConfig) -> None:
    told = _Told()
    leader = _leads(tiny_config, told)
    with pytest.raises(ConfigError, match="needs a CUDA device"):
        leader.reconfigure(override(tiny_config, ["train.precision=fp16"]))
    assert [type(order) for order in told.orders] == [Begin]


def test_going_back_takes_the_others_along(tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _Told()
    leader = _leads(tiny_config, told)
    begin = told.orders[0]
    told.orders += [NEXT_STEP, NEXT_STEP, begin]
    list(leader.steps())
    told.tell(END)
    assert _equal(leader, _followed(told, monkeypatch))


def test_images_that_do_not_divide_are_refused(tiny_config: RunConfig) -> None:
    config = override(tiny_config, ["train.batch_size=4000"])
    images = len(Trainer(config, load_dataset(config.data)).learner.images)
    said = f"train.batch_size = 4000: all {images:,} training images are one step, .* among {images - 1} processes"
    with pytest.raises(ConfigError, match=said):
        _leads(config, _Told(images - 1))


class _Other(Share):
    """The share of the first of two processes, of which the second says what it found."""

    count = 2

    def __init__(self, *found: object) -> None:
        self._found = found

    def average_gradients(self, parameters: Sequence[nn.Parameter], loss: torch.Tensor) -> torch.Tensor:
        del parameters
        return loss.detach() * math.nan

    def gather_objects(self, own: Any) -> list[Any]:
        return [own, *self._found]


def test_what_one_process_finds_not_finite_is_what_all_say(tiny_config: RunConfig) -> None:
    learner = Trainer(tiny_config, load_dataset(tiny_config.data)).learner
    learner.share = _Other(("distortion", Fault("decoder.1 (Linear)", "forward")))
    with pytest.raises(NonFiniteError, match=r"The distortion stopped being finite after step 0\. It began in decoder\.1"):
        learner.take_step(0)
    learner.share = _Other(("gradient", Fault("", "backward")))
    learner.model.encoder.register_forward_hook(lambda module, inputs, output: output * math.nan)
    with pytest.raises(NonFiniteError) as raised:
        learner.take_step(0)
    assert (raised.value.term, raised.value.layer) != ("gradient", "")
    assert raised.value.term in ("rate", "distortion")


def test_memory_that_runs_out_beside_rank_0_is_said_as_in_one_process(
    tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(learner: Learner, step: int) -> None:
        raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 3221225472 bytes.")

    told = _Told()
    _leads(tiny_config, told)
    told.orders += [NEXT_STEP, END]
    monkeypatch.setattr(Learner, "_take_step", fail)
    with pytest.raises(OutOfMemoryError, match=r"There is not enough memory for a training step of 16 images .*3 GiB at once"):
        _followed(told, monkeypatch)


def test_memory_that_runs_out_while_processes_talk_is_no_lost_process() -> None:
    def talk() -> None:
        raise RuntimeError("CUDA out of memory. Tried to allocate 3.00 GiB.")

    with pytest.raises(RuntimeError, match="CUDA out of memory"):
        told_of(talk)
