"""Workspaces: each shows its own docks, however often one comes back to it."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.maps import DrawnMarginals, Marginals
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes import marginals
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.directions import DirectionsPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.gui.panes.marginals import MarginalsPane
from latentlab.gui.panes.posterior import PosteriorPane
from latentlab.gui.workspaces import WORKSPACES
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")  # sizes are those that a user sees


def _shown(window: MainWindow) -> set[str]:
    return {name for name, dock in window.docks.docks.items() if not dock.isHidden()}


def test_coming_back_to_a_workspace_shows_its_docks_alone(qtbot: QtBot, opened: MainWindow) -> None:
    ways = ("live", "map", "explore", "map", "directions", "live", "evaluate", "directions")
    opened.setup_dock.hide()
    for before, after in pairwise(ways):
        opened.show_workspace(after)
        QApplication.processEvents()
        assert _shown(opened) == set(WORKSPACES[after].docks), f"{before} → {after}"
        assert opened.run_bar.train_button.property("primary") == (after != "evaluate")  # which has a button of its own
    opened.ask_for_setup()
    qtbot.waitUntil(lambda: not opened.run_bar.train_button.property("primary"), timeout=_TIMEOUT)


def test_a_layout_comes_back_with_its_sizes(qtbot: QtBot, opened: MainWindow) -> None:
    def heights() -> tuple[int, int]:
        return opened.docks.docks["directions"].height(), opened.docks.docks["neighbours"].height()

    opened.show_workspace("directions")
    qtbot.waitUntil(lambda: heights()[1] < heights()[0], timeout=_TIMEOUT)
    drawn = opened.pane(DirectionsPane).grid
    qtbot.waitUntil(lambda: drawn.picture() is not None, timeout=_TIMEOUT)
    seen = []
    for name in ("live", "directions") * 4:
        opened.show_workspace(name)
        QApplication.processEvents()
        seen.append(heights())
    assert all(abs(height - first) <= 1 for pair in seen[3::2] for height, first in zip(pair, seen[1], strict=True))
    assert seen[1][1] < seen[1][0]


def test_a_layout_that_nobody_saw_is_not_kept(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    window.setup_dock.hide()
    window.show_workspace("data")  # behind the welcome page the docks of Live had no sizes yet
    QApplication.processEvents()
    window.session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: window.session.views.shown_step is not None, timeout=_TIMEOUT)
    window.show_workspace("live")
    losses, dimensions = window.docks.docks["losses"], window.docks.docks["dimensions"]
    qtbot.waitUntil(lambda: abs(losses.width() - dimensions.width()) <= 2, timeout=_TIMEOUT)


def test_what_lies_behind_another_tab_is_not_drawn(qtbot: QtBot, opened: MainWindow) -> None:
    on_map = opened.pane(LatentMapPane)._points  # private: what is kept drawn shows in nothing else
    marginals = opened.pane(MarginalsPane)._views[0]
    opened.show_workspace("map")
    qtbot.waitUntil(lambda: on_map.is_kept, timeout=_TIMEOUT)
    assert not opened.pane(MarginalsPane).isVisible()
    assert not marginals.is_kept
    opened.docks.docks["marginals"].raise_()
    qtbot.waitUntil(lambda: marginals.is_kept, timeout=_TIMEOUT)
    assert not opened.pane(LatentMapPane).isVisible()
    assert not on_map.is_kept
    opened.show_workspace("live")
    QApplication.processEvents()
    assert opened.pane(DimensionsPane).isVisible()
    assert not opened.pane(PosteriorPane).isVisible()


@pytest.mark.parametrize(("width", "setup"), [(960, False), (1280, True)])
def test_no_workspace_is_wider_than_the_smallest_windows(qtbot: QtBot, opened: MainWindow, width: int, setup: bool) -> None:
    opened.setup_dock.setVisible(setup)
    opened.resize(width, 800)
    for name in WORKSPACES:
        opened.show_workspace(name)
        QApplication.processEvents()
        assert opened.docks.minimumSizeHint().width() <= opened.docks.width(), name


def test_the_aggregate_posterior_is_paged_and_exported_as_the_command_line_draws_it(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marginals, "_PAGE", 3)
    pane = opened.pane(MarginalsPane)
    qtbot.keyClick(opened, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    opened.docks.docks["marginals"].raise_()
    qtbot.waitUntil(lambda: pane._drawn is not None, timeout=_TIMEOUT)
    assert pane.page.text() == "1 to 3 of 4 by KL"
    assert not pane.back.isEnabled()
    qtbot.mouseClick(pane.forth, Qt.MouseButton.LeftButton)
    expected = Renderer.of_run(Run(tiny_run)).render(Marginals(first=3, count=3))
    assert isinstance(expected, DrawnMarginals)
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.dims == expected.dims, timeout=_TIMEOUT)
    assert pane.page.text() == "4 to 4 of 4 by KL"
    assert not pane.forth.isEnabled()
    assert np.array_equal(pane._drawn.density, expected.density)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in opened.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Marginals(first=3, count=3), tmp_path / "engine.png", scale=1))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    opened.session.dropped.take(tmp_path / "window.png")
    qtbot.waitUntil(lambda: pane.page.text() == "4 to 4 of 4 by KL", timeout=_TIMEOUT)
