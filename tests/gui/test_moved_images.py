"""A run whose images moved: what needs none works, and the window asks where they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from latentlab.api import train
from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.gallery import GalleryPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def moved(colour_config: RunConfig, tmp_path: Path) -> "tuple[Path, Path]":
    """A finished run on a folder of images, and where these lie now."""
    import shutil

    root = Path(colour_config.data.root or "")
    here = tmp_path / "pictures"
    shutil.copytree(root, here)
    config = colour_config.model_copy(update={"data": colour_config.data.model_copy(update={"root": str(here)})})
    run = train(config, tmp_path / "runs")
    return run.path, here.rename(tmp_path / "elsewhere")


def test_sliders_and_samples_work_and_the_images_are_found_again(
    qtbot: QtBot, window: MainWindow, moved: tuple[Path, Path]
) -> None:
    path, images = moved
    window.session.runs.open(path)
    qtbot.waitUntil(lambda: window.session.views.shown_step == 8, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: window.pane(LatentPane).decoded.image() is not None, timeout=_TIMEOUT)
    with qtbot.waitSignal(
        window.session.latent.picture_changed, timeout=_TIMEOUT, check_params_cb=lambda drawn: drawn.z[0] == 1.5
    ):
        window.session.latent.set_z(0, 1.5)
    gallery = window.pane(GalleryPane)
    qtbot.waitUntil(gallery.notice.isVisible, timeout=_TIMEOUT)
    assert "pictures" in gallery.notice.text()
    qtbot.waitUntil(lambda: bool(gallery.grid._images), timeout=_TIMEOUT)  # samples of the prior
    window.show_workspace("map")
    assert not window.pane(LatentMapPane).isVisible()
    assert "pictures" in window.docks.image_needing["map"].notice.text()
    qtbot.mouseClick(window.pane(LatentPane).buttons.from_image, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "pictures" in window.message_bar.text(), timeout=_TIMEOUT)

    qtbot.mouseClick(window.docks.image_needing["map"].notice.button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(images))
    dialog.close()
    qtbot.waitUntil(window.pane(LatentMapPane).isVisible, timeout=_TIMEOUT)
    assert window.session.run.subject.held_out_count > 0
    qtbot.waitUntil(lambda: gallery._gallery is not None, timeout=_TIMEOUT)
    assert gallery.notice.isHidden()

    window.session.training.continue_run(steps=10)  # with the images where they are now
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert Run(path).checkpoint().step == 10
