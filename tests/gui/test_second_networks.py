"""A run with a discriminator on z and a prior that ties dimensions together, in the Live workspace and in Evaluate."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from latentlab import metrics
from latentlab.api import train
from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.discriminator import DiscriminatorPane
from tests.gui.conftest import TIMEOUT


@pytest.fixture
def factor_run(with_settings: Callable[..., RunConfig], tmp_path: Path) -> Path:
    """A FactorVAE with a mixture prior."""
    small = ("objective.disc_width=8", "objective.disc_layers=1", "prior.components=2")
    return train(with_settings("objective.name=factor", "prior.name=mixture", *small), tmp_path / "factor").path


def test_the_discriminator_on_z_has_its_plots_and_the_kl_its_note(
    qtbot: QtBot, opened: MainWindow, factor_run: Path, tiny_run: Path
) -> None:
    opened.show_workspace("live")
    discriminator, dimensions = opened.pane(DiscriminatorPane), opened.pane(DimensionsPane)
    assert not discriminator.isVisible()
    assert not dimensions.note.isVisible()
    opened.show_workspace("explore")  # the layout is kept without the discriminator
    opened.session.runs.open(factor_run)
    qtbot.waitUntil(lambda: len(discriminator.plots) == 2, timeout=TIMEOUT)
    opened.show_workspace("live")
    qtbot.waitUntil(discriminator.isVisible, timeout=TIMEOUT)
    names = [metrics.FACTOR_ACCURACY, metrics.FACTOR_LOSS]
    assert [plot.curve_keys() for plot in discriminator.plots] == [(name,) for name in names]
    for plot, name in zip(discriminator.plots, names, strict=True):
        qtbot.waitUntil(lambda plot=plot, name=name: len(plot._data.series[name]) > 0, timeout=TIMEOUT)
    assert "do not add up to the KL" in dimensions.note.text()
    assert dimensions.note.isVisible()
    opened.session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: not discriminator.isVisible(), timeout=TIMEOUT)
    assert not dimensions.note.isVisible()
