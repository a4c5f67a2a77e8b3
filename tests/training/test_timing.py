"""How long a step takes is measured by taking some."""

import time

import pytest

from latentlab.config import load_preset, override
from latentlab.training import timing
from latentlab.training.learner import Learner
from latentlab.training.timing import seconds_per_step

_TINY = ["model.name=mlp", "model.hidden=8", "model.layers=1", "data.size=16", "device=cpu"]


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "_SECONDS", 0.2)


def _slowed(monkeypatch: pytest.MonkeyPatch, per_image: float) -> list[int]:
    """Let each step take its time for every image, and note the batches."""
    take_step, batches = Learner.take_step, []

    def slow(self: Learner, step: int) -> None:
        take_step(self, step)
        batches.append(self.order.batch_size)
        end = time.perf_counter() + per_image * self.order.batch_size
        while time.perf_counter() < end:
            pass

    monkeypatch.setattr(Learner, "take_step", slow)
    return batches


def test_a_step_takes_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = _slowed(monkeypatch, 0.001)
    seconds = seconds_per_step(override(load_preset("digits-cr"), [*_TINY, "train.batch_size=20", "train.steps=3"]))
    assert 0.02 <= seconds < 0.2
    assert set(batches) == {20}


def test_where_memory_is_short_a_smaller_batch_stands_for_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = _slowed(monkeypatch, 0.005)
    monkeypatch.setattr(timing, "_LARGEST", 1)
    seconds = seconds_per_step(override(load_preset("digits"), [*_TINY, "train.batch_size=200"]))
    assert set(batches) == {2}
    assert seconds >= 1.0


def test_no_image_is_read() -> None:
    assert seconds_per_step(override(load_preset("mnist-cr"), [*_TINY, "data.root=/no/such/folder"])) > 0
