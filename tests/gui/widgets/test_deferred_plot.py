"""Plots that are drawn in turn."""

import math
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from latentlab.gui.widgets import deferred_plot
from latentlab.gui.widgets.curve_plot import Curve, CurvePlot


def test_plots_that_change_together_are_drawn_one_at_a_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    plots = [CurvePlot(str(number), "", [Curve("a", "a")]) for number in range(3)]
    for plot in plots:
        qtbot.addWidget(plot)
        plot.show()
    qtbot.waitUntil(lambda: not any(plot._dirty for plot in plots))
    clock = [1000.0]
    monkeypatch.setattr(deferred_plot, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    monkeypatch.setattr(deferred_plot.DeferredPlot, "_drawn_at", -math.inf)
    turns: list[int] = []
    for plot in plots:
        plot._soon.timeout.connect(lambda: turns.append(sum(plot._dirty for plot in plots)))
        plot.extend("a", [1.0, 2.0], [3.0, 4.0])
        plot.refresh_in_turn()
    assert all(plot._dirty for plot in plots)
    for waiting in (2, 1, 0):
        seen = len(turns)
        qtbot.waitUntil(lambda seen=seen: len(turns) >= seen + 3 or not any(plot._dirty for plot in plots))
        assert turns[-1] == waiting  # however often the others ask while no time has passed since
        clock[0] += 1
