"""Settings of a run are changed while it trains, in Setup's tab of this run: here, and where another process trains it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig, override
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.optimiser import OptimiserPane
from latentlab.gui.panes.setup import THIS
from latentlab.runs import Run
from tests.gui.conftest import StartWriter, folder_of, type_number

_TIMEOUT = 120_000


@pytest.fixture
def long_config(tiny_config: RunConfig) -> RunConfig:
    return override(tiny_config, ["train.steps=20000", "train.checkpoint_every=50", "train.report_every=10"])


@pytest.fixture
def training(qtbot: QtBot, window: MainWindow, long_config: RunConfig) -> MainWindow:
    """A window that trains, with the tab of this run in sight."""
    window.session.training.train(long_config)
    qtbot.waitUntil(lambda: window.session.run.state is State.RUNNING, timeout=_TIMEOUT)
    _show(qtbot, window)
    return window


def _show(qtbot: QtBot, window: MainWindow) -> None:
    window.setup_dock.show()
    window.setup.tabs.setCurrentIndex(THIS)
    qtbot.waitUntil(window.setup.this_run.live.isVisible, timeout=_TIMEOUT)


def _type(qtbot: QtBot, window: MainWindow, key: str, text: str) -> None:
    type_number(qtbot, window.setup.this_run.live.fields[key].editor.control, text)


def _apply(qtbot: QtBot, window: MainWindow) -> None:
    assert window.setup.this_run.live.apply.isEnabled()
    qtbot.mouseClick(window.setup.this_run.live.apply, Qt.MouseButton.LeftButton)


def _said(widget: QWidget, role: str) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.property("role") == role and label.isVisible()]


def test_a_change_is_applied_said_at_its_field_and_marked_on_every_axis(qtbot: QtBot, training: MainWindow) -> None:
    live = training.setup.this_run.live
    assert not live.apply.isEnabled()
    _type(qtbot, training, "objective.beta", "4")
    assert live.fields["objective.beta"].reset.toolTip() == "Changed. Back to 1."
    _apply(qtbot, training)
    qtbot.waitUntil(lambda: bool(_said(live, "caption")), timeout=_TIMEOUT)
    (said,) = _said(live, "caption")
    assert said.startswith("Applied at step ")
    step = int(said.removeprefix("Applied at step ").removesuffix(".").replace(",", ""))
    subject = training.session.run.subject
    assert subject is not None
    qtbot.waitUntil(lambda: Run(subject.path).config.objective.beta == 4.0, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: training.setup.this_run.table.texts()["β (KL weight)"] == "4", timeout=_TIMEOUT)
    assert not live.apply.isEnabled()
    rate = training.pane(DivergencePane).plot
    qtbot.waitUntil(lambda: "Rate, nats per image · × 4 in the loss" in rate.accessibleName(), timeout=_TIMEOUT)
    assert "β-VAE (β = 4)" in training.status_line._about.text()
    words = f"β (KL weight) 1 → 4 at step {step:,}"
    for kind in (LossPane, DivergencePane, OptimiserPane):
        for plot in training.pane(kind).plots:  # type: ignore[type-abstract]
            marks = plot._plot.marks
            qtbot.waitUntil(lambda marks=marks: words in [mark.text for mark in marks], timeout=_TIMEOUT)
            assert [(mark.step, mark.line.toolTip()) for mark in marks if mark.text == words] == [(step, words)]
    heat_map = training.pane(DimensionsPane).heat_map
    assert heat_map._marks == [(step, words)]


def test_only_what_the_run_reads_and_may_change_is_offered(training: MainWindow) -> None:
    keys = training.setup.this_run.live.fields.keys()
    assert {"objective.beta", "train.learning_rate", "train.steps", "train.report_every", "train.checkpoint_every"} <= keys
    assert not {"model.latent_dim", "train.batch_size", "consistency.weight", "adversarial.start", "seed"} & keys


def test_why_a_change_will_not_do_is_said_at_its_field(qtbot: QtBot, training: MainWindow) -> None:
    session = training.session
    qtbot.waitUntil(lambda: session.training.step > 2, timeout=_TIMEOUT)
    _type(qtbot, training, "train.steps", "1")
    _type(qtbot, training, "objective.beta", "3")
    _apply(qtbot, training)
    qtbot.waitUntil(lambda: bool(_said(training.setup.this_run.live, "error")), timeout=_TIMEOUT)
    (said,) = _said(training.setup.this_run.live, "error")
    assert said.startswith("“Steps” = 1: this run has taken step ")
    assert session.run.subject is not None
    assert session.run.subject.config.objective.beta == 1.0
    assert training.setup.this_run.live.apply.isEnabled()  # what was edited is still there, to be corrected


def test_a_paused_run_is_changed_too(qtbot: QtBot, training: MainWindow) -> None:
    qtbot.mouseClick(training.run_bar.pause_button, Qt.MouseButton.LeftButton)
    assert training.session.run.state is State.PAUSED
    _type(qtbot, training, "train.learning_rate", "0.0005")
    _apply(qtbot, training)
    qtbot.waitUntil(lambda: bool(_said(training.setup.this_run.live, "caption")), timeout=_TIMEOUT)
    assert training.session.run.state is State.PAUSED
    subject = training.session.run.subject
    assert subject is not None
    assert Run(subject.path).config.train.learning_rate == 0.0005


def test_a_run_of_another_process_is_changed_by_a_request(qtbot: QtBot, window: MainWindow, start_writer: StartWriter) -> None:
    elsewhere = folder_of(start_writer("train.steps=20000", "train.checkpoint_every=50", "train.report_every=10"))
    window.session.runs.open(elsewhere)
    qtbot.waitUntil(lambda: window.session.run.state is State.FOLLOWING, timeout=_TIMEOUT)
    _show(qtbot, window)
    _type(qtbot, window, "objective.beta", "2")
    _apply(qtbot, window)
    qtbot.waitUntil(lambda: bool(_said(window.setup.this_run.live, "caption")), timeout=_TIMEOUT)
    assert Run(elsewhere).config.objective.beta == 2.0
    qtbot.waitUntil(lambda: window.setup.this_run.table.texts()["β (KL weight)"] == "2", timeout=_TIMEOUT)


def test_nothing_is_offered_of_a_run_that_does_not_train(opened: MainWindow) -> None:
    opened.setup_dock.show()
    opened.setup.tabs.setCurrentIndex(THIS)
    assert opened.setup.this_run.table.isVisible()
    assert not opened.setup.this_run.live.isVisible()
