"""Settings that were changed when a run went on are marked on the axes of steps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.discriminator import DiscriminatorPane
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.losses import LossPane
from latentlab.runs import Event

_TIMEOUT = 60_000
_TEXT = "From step 4 on, train.learning_rate: 0.001 → 0.0005."
_WORDS = "Learning rate (Training) 0.001 → 0.0005 at step 4"


@pytest.fixture
def changed(tiny_run: Path) -> Path:
    """A run whose learning rate was changed at step 4."""
    event = Event(4, "change", _TEXT, "2026-01-01T00:00:00+00:00")
    with (tiny_run / "events.jsonl").open("a", encoding="utf-8") as events:
        events.write(event.to_line() + "\n")
    return tiny_run


def test_a_change_is_a_line_with_its_words_in_every_plot(qtbot: QtBot, window: MainWindow, changed: Path) -> None:
    window.session.runs.open(changed)
    plots = (window.pane(LossPane), window.pane(DivergencePane), window.pane(DiscriminatorPane))
    for pane in plots:
        qtbot.waitUntil(lambda pane=pane: bool(pane.plot._plot.marks), timeout=_TIMEOUT)
        assert [(mark.step, mark.line.toolTip()) for mark in pane.plot._plot.marks] == [(4, _WORDS)]
        assert not next(iter(pane.plot._plot.marks)).label.toPlainText()  # a thin line alone, so that many are no wall of words
    heat_map = window.pane(DimensionsPane).heat_map
    qtbot.waitUntil(lambda: bool(heat_map._columns.steps), timeout=_TIMEOUT)
    [(x, text)] = heat_map._marks_in_sight()
    assert text == _WORDS
    around = heat_map._drawing().map
    assert x == pytest.approx(around.x() + around.width() / 3, abs=1)  # step 4 between the reports of 2 and 8
    there = QPoint(x + 2, around.center().y())
    QApplication.sendEvent(heat_map, QHelpEvent(QEvent.Type.ToolTip, there, heat_map.mapToGlobal(there)))
    qtbot.waitUntil(lambda: QToolTip.text() == _WORDS, timeout=_TIMEOUT)
    QToolTip.hideText()
