"""A model that another program trains, and that gives no σ, in the window: what is not known is said where it would be seen."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from latentlab.evaluation import evaluate
from latentlab.exchange.own import own_run
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.consistency import ConsistencyPane
from latentlab.gui.panes.evaluation import EvaluationPane
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.marginals import MarginalsPane
from latentlab.gui.panes.posterior import PosteriorPane
from latentlab.gui.panes.setup import THIS
from latentlab.gui.widgets.figures import SIGMA_UNKNOWN
from tests.exchange.test_mean_alone import MeanAloneModel

_TIMEOUT = 60_000
_IMAGES = np.random.default_rng(0).integers(0, 256, (40, 16, 16), np.uint8)


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """At a model without σ, whose images have no labels."""
    with ExitStack() as stack:
        run = own_run(stack, MeanAloneModel(), _IMAGES, None, (-1.0, 1.0), "own", tmp_path / "runs")
        window.session.runs.open(run.path)
        qtbot.waitUntil(lambda: window.session.views.gallery is not None, timeout=_TIMEOUT)
        yield window


def test_every_place_shows_the_model_or_says_what_is_missing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_workspace("live")
    assert window.pane(LossPane).plot._plot.empty.text() == "Not recorded: another program trains this model."
    window.docks.docks["posterior"].raise_()
    qtbot.waitUntil(window.pane(PosteriorPane).isVisible, timeout=_TIMEOUT)
    assert window.pane(PosteriorPane).gauge._empty_text == SIGMA_UNKNOWN
    this_run = window.setup.this_run
    window.setup_dock.show()
    window.setup.tabs.setCurrentIndex(THIS)
    qtbot.waitUntil(lambda: "Network" in this_run.table.texts(), timeout=_TIMEOUT)
    assert "by: latentlab.explore" in this_run.about.text()
    assert not {"Bound", "Learning rate"} & set(this_run.table.texts())

    assert not this_run.use.isEnabled()
    window.show_workspace("map")
    drawn = window.pane(LatentMapPane)
    qtbot.waitUntil(lambda: drawn._map is not None, timeout=_TIMEOUT)
    assert drawn._map.colour == "error"
    assert {drawn.settings.colour.findData(name) for name in ("kl", "density")} == {-1}
    assert not drawn.settings.holes.isEnabled()
    window.docks.docks["marginals"].raise_()
    qtbot.waitUntil(window.pane(MarginalsPane).isVisible, timeout=_TIMEOUT)
    assert window.pane(MarginalsPane).plots._empty_text == SIGMA_UNKNOWN

    window.show_workspace("consistency")
    compared = window.pane(ConsistencyPane)
    qtbot.waitUntil(lambda: compared._comparison is not None, timeout=_TIMEOUT)
    assert compared.totals.texts()[0][1:5] == ["–"] * 4
    assert float(compared.totals.texts()[0][5]) >= 0
    for page in ("pair", "plane", "strength", "ranking"):
        compared.plots.set_page(page)
        compared.plots.grab()  # which draws it
    window.show_workspace("interpolate")
    path = window.pane(InterpolationPane)
    qtbot.waitUntil(lambda: SIGMA_UNKNOWN in path.caption.text(), timeout=_TIMEOUT)
    path.grab()
    evaluate(window.session.run.subject.path, images=20)
    window.show_workspace("evaluate")
    measured = window.pane(EvaluationPane)
    qtbot.waitUntil(lambda: len(measured.units._plots) == 1, timeout=_TIMEOUT)
    assert measured.units._plots[0].title == "Variance of means"
    assert measured.units._note == SIGMA_UNKNOWN
    measured.grab()
    assert not [kept for kept in window.session.messages.kept if kept.message.severity == "error"]
