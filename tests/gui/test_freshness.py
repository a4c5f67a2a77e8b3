"""Whether a view is known to show something else than is asked for."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from latentlab.explore.requests.images import Decode
from latentlab.gui.models import freshness as module
from latentlab.gui.models.freshness import Freshness, is_same


def _at(value: float) -> Decode:
    return Decode(np.array([value], np.float32))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, to be set."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def freshness(qtbot: QtBot, clock: list[float]) -> Freshness:
    """Of a view that shows z = 0."""
    made = Freshness()
    made.ask(_at(0))
    made.answer(_at(0))
    return made


def test_a_view_is_stale_when_its_answer_is_late_and_fresh_with_it(qtbot: QtBot, freshness: Freshness) -> None:
    freshness.ask(_at(1))
    assert not freshness.is_stale
    with qtbot.waitSignal(freshness.changed, timeout=5000) as told:
        pass
    assert told.args == [True]
    freshness.answer(_at(1))
    assert not freshness.is_stale
    assert is_same(freshness.shown, _at(1))


def test_answers_that_keep_up_with_a_drag_are_fresh_and_late_ones_stay_stale(freshness: Freshness, clock: list[float]) -> None:
    for step in range(1, 40):  # each answer comes a move later
        clock[0] += 0.02
        freshness.ask(_at(step))
        freshness.answer(_at(step - 1))
        assert not freshness.is_stale
    clock[0] += module.PATIENCE
    freshness.ask(_at(40))
    freshness.answer(_at(38))  # the one after it has waited for long
    assert freshness.is_stale


def test_newer_weights_ask_for_nothing_else_and_going_back_does(freshness: Freshness) -> None:
    freshness.ask(_at(0))
    assert not freshness._timer.isActive()
    freshness.ask(_at(1))
    freshness.ask(_at(0))
    assert freshness._timer.isActive()
    freshness.answer(_at(0))
    assert not freshness._timer.isActive()


def test_what_is_refused_leaves_the_view_stale_until_something_is_shown(freshness: Freshness) -> None:
    freshness.ask(_at(1))
    freshness.refuse(_at(1))
    assert freshness.is_stale
    freshness.ask(_at(2))
    freshness.answer(_at(2))
    assert not freshness.is_stale


def test_requests_are_the_same_by_what_they_hold() -> None:
    assert is_same(_at(1), _at(1))
    assert not is_same(_at(1), _at(2))
    assert not is_same(_at(1), None)
    assert is_same((1, np.zeros(2)), (1, np.zeros(2)))
    assert not is_same((1, np.zeros(2)), (1, np.ones(2)))
    assert not is_same((1,), (1, 2))
