"""The others do what rank 0 tells them, in its order, from the state that it has."""

import pickle

import pytest
import torch

from latentlab.config import RunConfig, override
from latentlab.data import load_dataset
from latentlab.errors import ConfigError
from latentlab.share import Share
from latentlab.training import Trainer, following
from latentlab.training.ranks import END, NEXT_STEP, Begin, Change, Order, Watch


class _Told(Share):
    """What one process says to another, as it arrives there."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.orders: list[Order] = []

    def tell(self, order: Order) -> None:
        self.orders.append(pickle.loads(pickle.dumps(order)))

    def hear(self) -> Order:
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
