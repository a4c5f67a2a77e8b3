"""The images nearest to z and analogies, driven as a user drives them."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import Analogy, DrawnAnalogy, DrawnNeighbours, Neighbours
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.analogy import AnalogyPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.neighbours import NeighboursPane
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    qtbot.keyClick(opened, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.pane(NeighboursPane)._drawn is not None, timeout=_TIMEOUT)
    return opened


def test_the_nearest_images_follow_the_slider_and_a_click_starts_there(
    qtbot: QtBot, window: MainWindow, tiny_run: Path
) -> None:
    pane, session = window.pane(NeighboursPane), window.session
    slider = window.pane(LatentPane).sliders.of_dimension(2)
    slider.set_value(1.5, notify=True)
    assert session.latent.current is not None
    z = session.latent.current.z.copy()
    assert z.any()
    qtbot.waitUntil(lambda: pane._drawn is not None and np.array_equal(pane._drawn.z, z), timeout=_TIMEOUT)
    assert pane._drawn is not None
    expected = Renderer.of_run(Run(tiny_run)).render(Neighbours(z))
    assert isinstance(expected, DrawnNeighbours)
    assert np.array_equal(pane._drawn.indices, expected.indices)
    third = int(expected.indices[2])
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(0, 2).center())
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=third), timeout=_TIMEOUT
    )
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.indices[0] == third, timeout=_TIMEOUT)
    assert pane._drawn.distances[0] == pytest.approx(0, abs=1e-4)


def test_an_analogy_is_the_command_lines_and_comes_back_when_dropped(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(AnalogyPane), window.session
    window.docks.docks["analogy"].raise_()
    qtbot.waitUntil(lambda: pane._drawn is not None, timeout=_TIMEOUT)
    box = pane.wells[2].number
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    request = Analogy(ImageRef(0), ImageRef(1), ImageRef(3))
    expected = Renderer.of_run(Run(tiny_run)).render(request)
    assert isinstance(expected, DrawnAnalogy)
    qtbot.waitUntil(lambda: pane._drawn is not None and np.array_equal(pane._drawn.z, expected.z), timeout=_TIMEOUT)
    assert np.array_equal(pane.answer.image(), expected.grid.images[0, 3])
    qtbot.mouseClick(pane.adopt, Qt.MouseButton.LeftButton)
    assert session.latent.current is not None
    assert np.array_equal(session.latent.current.z, expected.z)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    qtbot.mouseClick(pane.random, Qt.MouseButton.LeftButton)
    session.dropped.take(tmp_path / "window.png")
    qtbot.waitUntil(lambda: [well.source.index for well in pane.wells] == [0, 1, 3], timeout=_TIMEOUT)
