"""What the run takes of the machine: small plots a tab away in Live, built when they are first seen; and when the run ends."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from latentlab.config import TrainConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import History
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.machine import MachinePane
from latentlab.gui.time_left import clock_text, seconds_left
from latentlab.runs import Event, Report

_TIMEOUT = 60_000


def _report(step: int, **machine: float) -> Report:
    return Report(step, 1.0, 1.0, 1.0, {}, {f"machine/{name}": value for name, value in machine.items()})


def _shown(pane: MachinePane) -> dict[str, list[float]]:
    """The values of each plot that stands in the pane."""
    found = {}
    for plot in pane.plots:
        (name,) = plot.curve_keys()
        series = plot._data.series[name]
        found[name.removeprefix("machine/")] = series.view(0, 1e9, 1000)[1].tolist()
    return found


def test_the_machine_is_a_tab_away_and_its_plots_are_built_when_they_are_seen(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("live")
    pane = opened.pane(MachinePane)
    qtbot.waitUntil(lambda: bool(pane._kept), timeout=_TIMEOUT)
    assert opened.pane(DivergencePane).isVisible()
    assert not pane.plots
    opened.docks.raise_pane("machine")
    qtbot.waitUntil(lambda: len(pane.plots) > 0 and all(plot.isVisible() for plot in pane.plots))
    cpu, memory = (_shown(pane)[name] for name in ("cpu", "memory"))
    assert len(cpu) == len(memory) > 0
    assert all(0 <= share <= 100 for share in cpu)
    assert all(taken > 0 for taken in memory)
    qtbot.waitUntil(lambda: all(plot._plot.lines[plot.curve_keys()[0]].isVisible() for plot in pane.plots))


def test_what_cannot_be_read_has_no_plot_and_what_comes_later_gets_one(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("live")
    opened.docks.raise_pane("machine")
    pane, run = opened.pane(MachinePane), opened.session.run
    qtbot.waitUntil(lambda: len(pane.plots) > 0 and bool(pane._kept), timeout=_TIMEOUT)
    run.set_subject(run.subject)
    assert set(_shown(pane)) == {"cpu", "memory"}
    run.record(History(reports=[_report(1, cpu=10.0, memory=1.0)]))
    run.record(History(events=[Event(2, "change", "objective.beta: 1 → 2", "")]))
    run.record(History(reports=[_report(3, cpu=20.0, memory=1.5, gpu_memory=3.0)]))
    assert _shown(pane) == {"cpu": [10.0, 20.0], "memory": [1.0, 1.5], "gpu_memory": [3.0]}
    assert [[mark.step for mark in plot._plot.marks] for plot in pane.plots] == [[2]] * 3
    run.record(History(reports=[_report(2, cpu=15.0)], back_to=1))
    assert _shown(pane) == {"cpu": [10.0, 15.0], "memory": [1.0], "gpu_memory": []}
    assert not any(len(plot._plot.marks) for plot in pane.plots)


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ({}, 450.0),
        ({"batch_size": 10, "accumulate": 2}, 450.0),
        ({"epochs": 5.0}, 200.0),
        ({"minutes": 2.0}, 60.0),
        ({"minutes": 0.5}, 0.0),
    ],
)
def test_a_run_ends_by_whichever_limit_comes_first(settings: dict[str, float], left: float) -> None:
    train = TrainConfig(**{"steps": 1000, "batch_size": 20} | settings)
    report = Report(90, 0.9, 60.0, 40.0, {})  # 100 steps are an epoch, 2 steps a second
    assert seconds_left(train, 100, report) == pytest.approx(left)
    assert seconds_left(train, 100, None) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "14:30"), (150, "14:32"), (12 * 3600, "Sat 02:30"), (8 * 86_400, "5 Dec"), (float("inf"), ""), (float("nan"), "")],
)
def test_the_end_is_said_as_a_clock_says_it(seconds: float, text: str) -> None:
    assert clock_text(datetime(2026, 11, 27, 14, 30), seconds) == text


def test_the_run_bar_says_when_the_run_ends(opened: MainWindow) -> None:
    progress = opened.run_bar.progress
    progress.show_progress(100, 1000, 1, 10, 40.0, 450.0)
    end = progress.text().rpartition("ends ")[2]
    assert len(end.split()[-1]) == len("14:32")
    assert progress.toolTip().endswith(f"Ends about {end}.")
    progress.show_state("paused")
    assert "Ends" not in progress.toolTip()
