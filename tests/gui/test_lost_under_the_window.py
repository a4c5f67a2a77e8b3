"""What happens to a window whose files are taken away: one sentence, and what was drawn stays."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.traversal import TraversalPane

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace with the traversal, drawn."""
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(opened.pane(TraversalPane).export.isEnabled, timeout=_TIMEOUT)
    return opened


def _says(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.message_bar.text(), timeout=_TIMEOUT)


def test_a_deleted_run_is_explored_on_and_said_to_be_gone(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    session = window.session
    shown = window.pane(LatentPane).decoded.image()
    assert shown is not None
    shutil.rmtree(tiny_run)
    session.runs.look_at(4)
    _says(qtbot, window, f"{tiny_run}: not a LatentLab run: there is no such folder.")
    assert window.pane(TraversalPane).grid.picture() is not None
    assert np.array_equal(window.pane(LatentPane).decoded.image(), shown)
    window.pane(TraversalPane).export_to(tiny_run / "exports" / "grid.png")
    _says(qtbot, window, "grid.png: the picture cannot be written: there is no such folder.")
    window.pane(TraversalPane).export_to(tmp_path / "grid.png")
    _says(qtbot, window, "Saved")
    window.pane(LatentPane).sliders.of_dimension(0).set_value(1.5, notify=True)
    qtbot.waitUntil(lambda: not np.array_equal(window.pane(LatentPane).decoded.image(), shown), timeout=_TIMEOUT)
    session.training.continue_run(steps=12)
    _says(qtbot, window, "there is no such folder")
    qtbot.waitUntil(lambda: session.run.state is State.OPENED, timeout=_TIMEOUT)


def test_a_run_of_another_version_and_a_damaged_checkpoint_leave_the_old_model_in_place(
    qtbot: QtBot, window: MainWindow, tiny_run: Path
) -> None:
    session = window.session
    header = tiny_run / "run.toml"
    header.write_text(header.read_text().replace("schema_version = 3", "schema_version = 99"))
    session.runs.open(tiny_run)
    _says(qtbot, window, "schema version 99; this LatentLab reads up to 3. Update LatentLab to open it.")
    header.write_text(header.read_text().replace("schema_version = 99", "schema_version = 3"))
    damaged = tiny_run / "checkpoints" / "step-000000004" / "model.safetensors"
    damaged.write_bytes(damaged.read_bytes()[:-100])
    session.runs.look_at(4)
    _says(qtbot, window, f"{damaged.parent}: damaged: model.safetensors has")
    assert session.views.shown_step == 8
    assert window.pane(TraversalPane).grid.picture() is not None
    before = window.pane(LatentPane).decoded.image()
    window.pane(LatentPane).sliders.of_dimension(0).set_value(1.5, notify=True)
    qtbot.waitUntil(lambda: not np.array_equal(window.pane(LatentPane).decoded.image(), before), timeout=_TIMEOUT)


def test_an_image_of_another_size_is_refused_with_its_remedy_and_then_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    session = window.session
    Image.fromarray(np.full((50, 40, 3), 90, np.uint8)).save(tmp_path / "mine.png")
    session.latent.start_from_image(ImageRef(path=tmp_path / "mine.png"))
    _says(qtbot, window, "the image is 40×50 colour; this model takes 32×32 grey images")
    button = next(button for button in window.message_bar.findChildren(QPushButton) if button.text() == "Crop and scale it")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    source = ImageRef(path=tmp_path / "mine.png", crop_and_scale=True)
    qtbot.waitUntil(lambda: session.latent.current is not None and session.latent.current.source == source, timeout=_TIMEOUT)
