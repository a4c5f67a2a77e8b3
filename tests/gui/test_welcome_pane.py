"""The page before the first run: a trained model that moves at once, and the newest runs."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from latentlab import shipped
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.session import Session
from latentlab.gui.workers.shipped_model import read_shipped_model
from latentlab.resources import resource
from latentlab.runs import Run, annotate
from latentlab.shipped import SHIPPED_RUN, unpacked_run

_TIMEOUT = 60_000


def test_the_decoder_in_numpy_is_that_of_the_run() -> None:
    model, run = read_shipped_model(), Run(resource(*SHIPPED_RUN))
    z = np.random.default_rng(0).standard_normal((16, model.latent_dim)).astype(np.float32)
    theirs = np.rint(run.decode(z).numpy() * 255).transpose(0, 2, 3, 1)
    assert np.abs(model.decode(z).astype(float) - theirs).max() <= 1  # the last bit of a float may turn a half
    assert sorted(model.dimensions) == list(range(run.config.model.latent_dim))


def test_what_ships_is_small_and_says_nothing_of_where_it_was_trained() -> None:
    folder = resource(*SHIPPED_RUN)
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 1_500_000
    header = Run(folder).header
    assert (header.host, header.user, header.config.data.location) == ("", "", "images")


def test_sliders_move_the_picture_before_torch_is_loaded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(tmp_path / "runs")
    window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    monkeypatch.setattr(session._rendering, "start", lambda: None)  # private: a computer on which torch takes for ever
    window.resize(1280, 800)
    window.show()
    session.start()
    shown = window.welcome.shipped
    qtbot.waitUntil(shown.isEnabled, timeout=_TIMEOUT)
    assert session.run.state is State.LOADING
    before, slider = shown.picture.image(), shown.sliders[0].slider
    z = shown.z()
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert (shown.picture.image() != before).any()
    moved = shown.z()
    assert (moved != z).sum() == 1
    cell = shown.grid.cell_rect(1, 0).center()
    qtbot.mouseClick(shown.grid, Qt.MouseButton.LeftButton, pos=cell)
    assert (shown.z() != moved).sum() == 1
    assert shown.sliders[1].value() == pytest.approx(-2.4)
    qtbot.mouseClick(shown.random, Qt.MouseButton.LeftButton)
    assert (shown.z() != moved).sum() > 5
    assert not window.setup_dock.isVisible()  # no form beside the cards
    window.close_and_save()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=_TIMEOUT)


def test_the_grid_makes_room_for_the_sliders(qtbot: QtBot, window: MainWindow) -> None:
    shown = window.welcome.shipped
    qtbot.waitUntil(shown.isEnabled, timeout=_TIMEOUT)
    qtbot.waitUntil(shown.grid.isVisible, timeout=_TIMEOUT)
    window.resize(1024, 700)
    left = shown.sliders[0]
    qtbot.waitUntil(lambda: shown.grid.isHidden() and shown.width() < 620, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: shown.picture.geometry().right() < left.mapTo(shown, QPoint()).x(), timeout=_TIMEOUT)
    assert left.mapTo(shown, QPoint(left.width(), 0)).x() <= shown.width()


def test_the_shipped_model_opens_as_a_run_that_cannot_be_continued(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.welcome.shipped.isEnabled, timeout=_TIMEOUT)
    qtbot.mouseClick(window.welcome.shipped.open, Qt.MouseButton.LeftButton)
    session = window.session
    qtbot.waitUntil(lambda: session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert window.docks.workspace == "explore"
    subject = session.run.subject
    assert subject is not None
    assert subject.images_problem == ""
    assert subject.held_out_count == 250
    assert not window.run_bar.continue_button.isEnabled()
    assert not window.message_bar.isVisible()
    qtbot.waitUntil(lambda: window.pane(LatentPane).decoded.image() is not None, timeout=_TIMEOUT)
    assert not subject.path.is_relative_to(resource("models"))  # what is exported goes to a copy


def test_a_workspace_without_a_run_says_so_and_opens_one_there(qtbot: QtBot, window: MainWindow) -> None:
    shown = window.welcome.shipped
    qtbot.waitUntil(shown.isEnabled, timeout=_TIMEOUT)
    assert shown.open.text() == "Open in Explore"
    qtbot.mouseClick(window.rail_button("map"), Qt.MouseButton.LeftButton)
    assert any(label.text() == "Map needs a run" for label in window.welcome.findChildren(QLabel) if label.isVisible())
    assert shown.open.text() == "Open in Map"
    qtbot.mouseClick(shown.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert window.docks.workspace == "map"
    assert not window.setup_dock.isVisible()  # the views have its room until it is asked for


def test_the_copy_is_made_again_where_it_is_not_that_of_this_version() -> None:
    path = unpacked_run()
    assert unpacked_run() == path
    (path / "run.toml").write_text("of another version")
    assert Run(unpacked_run()).config.name == "mnist"
    assert Run(path).checkpoint().step == Run(resource(*shipped.SHIPPED_RUN)).checkpoint().step


def test_the_newest_runs_are_listed_and_one_click_opens_one(
    qtbot: QtBot, tiny_run: Path, other_run: Path, window: MainWindow
) -> None:
    annotate(other_run, archived=True)
    recent = window.welcome.recent
    window.session.library.look()
    qtbot.waitUntil(lambda: recent.count() == 1, timeout=_TIMEOUT)
    assert recent.item(0).text() == "tiny, finished · step 8"
    qtbot.mouseClick(window.welcome.every_run, Qt.MouseButton.LeftButton)
    assert window.docks.workspace == "runs"
    window.show_workspace("live")
    where = recent.visualItemRect(recent.item(0)).center()
    qtbot.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert window.session.run.subject.path == tiny_run
