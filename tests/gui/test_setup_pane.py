"""Setup, driven as a user drives it: presets by cards, what differs, this run, and settings that will not do."""

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from latentlab.config import load_preset, override, parse_config, preset_names
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models import step_times
from latentlab.gui.models.current_run import State
from latentlab.gui.models.messages import UseInNextRun
from latentlab.gui.panes.setup import NEXT, THIS
from latentlab.gui.widgets.preset_gallery import PresetGallery
from tests.gui.conftest import type_number

_TIMEOUT = 120_000


@pytest.fixture(autouse=True)
def _shown(window: MainWindow) -> None:
    window.setup_dock.show()


def _click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def _gallery(qtbot: QtBot, window: MainWindow) -> PresetGallery:
    _click(qtbot, window.setup.preset)
    (gallery,) = window.setup.findChildren(PresetGallery)
    qtbot.waitExposed(gallery)
    return gallery


def test_a_preset_is_chosen_by_its_card(qtbot: QtBot, window: MainWindow) -> None:
    gallery = _gallery(qtbot, window)
    assert sorted(gallery.cards) == sorted(preset_names())
    assert [name for name, card in gallery.cards.items() if card.isChecked()] == ["digits"]
    qtbot.waitUntil(lambda: all("parameters" in card.takes.text() for card in gallery.cards.values()), timeout=_TIMEOUT)
    assert gallery.cards["faces-small"].facts.text() == "64×64 px · 64 latents"
    _click(qtbot, gallery.cards["digits-beta"])
    assert window.setup.config() == load_preset("digits-beta")
    assert window.setup.preset.title.text() == "β-VAE on digits"
    qtbot.waitUntil(lambda: not window.setup.findChildren(PresetGallery), timeout=_TIMEOUT)


def test_every_preset_says_what_it_is_for_and_has_a_picture(qtbot: QtBot, window: MainWindow) -> None:
    gallery = _gallery(qtbot, window)
    for card in gallery.cards.values():
        words = [label.text() for label in card.findChildren(QLabel) if label.text()]
        assert card.accessibleDescription() in words
        assert card.accessibleDescription()
        assert max(label.pixmap().width() for label in card.findChildren(QLabel)) >= 200
    gallery.reject()


def test_what_differs_from_the_preset_is_counted_and_all_of_it_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    setup = window.setup
    assert setup.preset.changes.text() == "unchanged"
    assert not setup.undo_all.isEnabled()
    type_number(qtbot, setup.form.editor("model.latent_dim"), "12")
    type_number(qtbot, setup.form.editor("objective.beta"), "2")
    assert setup.preset.changes.text() == "2 settings differ"
    reset = next(button for button in setup.findChildren(QToolButton) if button.accessibleName() == "Reset Latent dimensions")
    assert reset.toolTip() == "Changed. Back to 10."
    _click(qtbot, reset)
    assert setup.preset.changes.text() == "1 setting differs"
    _click(qtbot, setup.undo_all)
    assert setup.config() == load_preset("digits")
    assert setup.preset.changes.text() == "unchanged"


def test_a_wrong_setting_keeps_setup_open_and_is_led_to(qtbot: QtBot, window: MainWindow) -> None:
    setup = window.setup
    setup.form.highlight("objective.kl_warmup")
    type_number(qtbot, setup.form.editor("objective.kl_warmup"), "99999")
    setup.preset.setFocus()
    _click(qtbot, setup.train)
    assert window.session.run.state is State.EMPTY
    assert setup.isVisible()
    qtbot.waitUntil(setup.form.editor("objective.kl_warmup").hasFocus, timeout=_TIMEOUT)
    errors = [label.text() for label in setup.findChildren(QLabel) if label.property("role") == "error" and label.isVisible()]
    assert errors == ["“KL warm-up steps” = 99999: longer than the run (“Steps” = 1500)"]
    assert "kl_warmup" not in setup.formula.text()


def test_a_missing_folder_is_asked_for_in_setup_which_stays_open(qtbot: QtBot, window: MainWindow) -> None:
    setup = window.setup
    setup.choose_preset("mnist-vae")
    _click(qtbot, setup.train)
    root = setup.form.editor("data.root")
    qtbot.waitUntil(lambda: root.property("invalid") is True, timeout=_TIMEOUT)
    assert setup.isVisible()
    qtbot.waitUntil(root.hasFocus, timeout=_TIMEOUT)
    assert "mnist needs “Folder or file”" in window.message_bar.text()


def test_setup_is_the_next_run_s_while_one_trains(qtbot: QtBot, window: MainWindow) -> None:
    setup = window.setup
    setup.form.set_config(
        override(load_preset("digits"), ["model.name=mlp", "model.hidden=8", "train.steps=100000", "data.size=16"])
    )
    _click(qtbot, setup.train)
    qtbot.waitUntil(lambda: window.session.run.state is State.RUNNING, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: not setup.isVisible(), timeout=_TIMEOUT)  # the plots have its room
    window.setup_dock.toggleViewAction().trigger()
    qtbot.waitUntil(setup.isVisible, timeout=_TIMEOUT)
    assert not setup.train.isEnabled()
    assert "next one" in setup.train.toolTip()
    type_number(qtbot, setup.form.editor("objective.beta"), "7")
    assert setup.config().objective.beta == 7.0
    _click(qtbot, setup.preset)
    (gallery,) = setup.findChildren(PresetGallery)
    gallery.reject()
    setup.tabs.setCurrentIndex(THIS)
    assert setup.this_run.table.texts()["β (KL weight)"] == "1"
    assert setup.this_run.table.texts()["Network"] == "MLP"


def test_this_run_is_read_and_used_for_the_next(qtbot: QtBot, opened: MainWindow) -> None:
    setup, subject = opened.setup, opened.session.run.subject
    assert subject is not None
    opened.setup_dock.show()
    assert setup.config() == load_preset("digits")  # opening a run leaves the next one's settings alone
    setup.tabs.setCurrentIndex(THIS)
    assert setup.this_run.table.texts()["Steps"] == f"{subject.config.train.steps:,}"
    assert "differ from the next run's" in setup.this_run.about.text()
    _click(qtbot, setup.this_run.use)
    assert setup.config() == subject.config
    assert setup.tabs.currentIndex() == NEXT


def test_own_photographs_bring_the_preset_that_fits(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    data = parse_config({"data": {"name": "folder", "root": str(tmp_path / "holiday"), "size": 32}}).data
    images = np.random.default_rng(0).integers(0, 256, (4, 32, 32, 3), dtype=np.uint8)
    window.session.messages.ask(UseInNextRun(data, images))
    made = window.setup.config()
    assert (made.likelihood.name, made.data.size, made.model.latent_dim, made.name) == ("gaussian", 32, 32, "holiday")
    assert window.setup.preset.title.text() == "VAE on photographs"
    assert "“VAE on photographs”, which fits these images" in window.message_bar.text()
    window.message_bar.findChild(QToolButton)
    type_number(qtbot, window.setup.form.editor("model.latent_dim"), "48")
    window.session.messages.ask(UseInNextRun(data.model_copy(update={"root": "/elsewhere"}), images))
    assert window.setup.config().model.latent_dim == 48  # the preset fits already: what was changed stays
    assert window.setup.config().data.location == "/elsewhere"


def test_the_time_is_measured_beside_the_window_and_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))
    said = tmp_path / "python"
    said.write_text('#!/bin/sh\ncat > /dev/null\necho \'{"seconds_per_step": 0.5, "steps": 1}\'\n')
    said.chmod(0o755)
    if sys.platform == "win32":
        pytest.skip("needs a shell")
    monkeypatch.setattr(step_times.sys, "executable", str(said))
    times = window.session.step_times
    monkeypatch.setattr(step_times, "SETTLED_MS", 0)
    times._settled.setInterval(0)  # the window was made before
    config = load_preset("digits")
    times.want([config])
    qtbot.waitUntil(lambda: times.seconds(config) == 750.0, timeout=_TIMEOUT)
    assert times.seconds(override(config, ["train.steps=10", "name=other", "seed=3"])) == 5.0
    assert times.seconds(override(config, ["model.width=64"])) is None
    window.setup.cost.ask(config)
    qtbot.waitUntil(lambda: "about 12 min" in window.setup.cost.text(), timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: (tmp_path / "cache" / "step_times.json").is_file(), timeout=_TIMEOUT)
