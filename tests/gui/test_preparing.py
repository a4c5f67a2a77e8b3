"""A folder of images prepared behind the window: how far it is, stopped, and gone on with."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig, override
from latentlab.data import prepare as preparing
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State

_TIMEOUT = 60_000


def test_preparing_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, tiny_config: RunConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "images"
    root.mkdir()
    for index in range(200):
        Image.fromarray(np.random.default_rng(index).integers(0, 256, (20, 20, 3), np.uint8)).save(root / f"{index}.png")
    going = threading.Event()
    decode = preparing.decode_file
    decoded: list[str] = []

    def held(file, *arguments):
        if file.path.name == "100.png":
            assert going.wait(60)
        decoded.append(file.path.name)
        return decode(file, *arguments)

    monkeypatch.setattr(preparing, "decode_file", held)
    window.setup.form.set_config(override(tiny_config, ["data.name=folder", f"data.root={root}", "data.size=16"]))
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.run_bar.progress.text() == "preparing data · 100 of 200 images", timeout=_TIMEOUT)
    qtbot.mouseClick(window.run_bar.stop_button, Qt.MouseButton.LeftButton)
    assert window.session.run.state is State.STOPPING
    going.set()
    qtbot.waitUntil(lambda: window.session.run.state is State.EMPTY, timeout=_TIMEOUT)
    assert "Stopped after 101 of 200 images; preparing them again goes on from there." in window.message_bar.text()
    assert window.run_bar.progress.text() == ""
    assert not window.session.runs.folder.exists()

    decoded.clear()
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert set(decoded) == {f"{index}.png" for index in range(101, 200)}
    assert window.session.run.subject is not None
    assert window.session.run.subject.image_shape == (3, 16, 16)
