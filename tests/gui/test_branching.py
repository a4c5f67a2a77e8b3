"""Branches of a run: set up at a checkpoint, trained, drawn on from their parent, listed below it; and named checkpoints."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from latentlab.api import branch
from latentlab.config import RunConfig, override
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.runs import RunsPane
from latentlab.runs import Run
from tests.gui.conftest import type_number

_TIMEOUT = 120_000


def _click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isEnabled()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def branched(tiny_run: Path) -> Path:
    """A branch of `tiny_run` at step 4 with β = 4, trained to its end."""
    parent = Run(tiny_run)
    return branch(parent, override(parent.config, ["objective.beta=4", "train.threads=1"]), step=4).path


def test_a_branch_is_set_up_at_the_checkpoint_that_is_looked_at_and_trained(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path
) -> None:
    session, setup = opened.session, opened.setup
    checkpoints = opened.pane(LatentPane).checkpoints
    qtbot.waitUntil(checkpoints.branch.isEnabled, timeout=_TIMEOUT)
    session.runs.look_at(4)
    _click(qtbot, checkpoints.branch)
    qtbot.waitUntil(lambda: setup.branch is not None and setup.isVisible(), timeout=_TIMEOUT)
    assert setup.banner.steps.currentText() == "step 4"
    assert setup.config() == Run(tiny_run).config
    latents = setup.form.editor("model.latent_dim")
    assert not latents.isEnabled()
    assert "the weights in the checkpoint are of another network" in latents.toolTip()
    assert setup.form.editor("objective.beta").isEnabled()
    type_number(qtbot, setup.form.editor("objective.beta"), "4")
    assert setup.train.text() == "Train the branch"
    _click(qtbot, setup.train)
    qtbot.waitUntil(lambda: session.run.state is State.FINISHED, timeout=_TIMEOUT)
    subject = session.run.subject
    assert subject is not None
    assert subject.path != tiny_run
    made = Run(subject.path)
    assert made.header.parent is not None
    assert (made.header.parent.run, made.header.parent.step) == (tiny_run.name, 4)
    assert made.config.objective.beta == 4.0
    assert setup.branch is None  # the next run is not another one
    assert setup.config() == made.config


def test_another_checkpoint_or_none_is_chosen_over_the_settings(qtbot: QtBot, opened: MainWindow, tiny_run: Path) -> None:
    setup = opened.setup
    opened.session.runs.branch(tiny_run)
    qtbot.waitUntil(lambda: setup.branch is not None and setup.banner.isVisible(), timeout=_TIMEOUT)
    assert setup.branch is not None
    assert setup.branch.step == 8
    setup.banner.steps.setFocus()
    qtbot.keyClick(setup.banner.steps, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: setup.branch is not None and setup.branch.step == 4, timeout=_TIMEOUT)
    _click(qtbot, setup.banner.cancel)
    assert setup.branch is None
    assert not setup.banner.isVisible()
    assert setup.form.editor("model.latent_dim").isEnabled()


def test_the_curves_of_a_branch_go_on_from_those_of_its_parent(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, branched: Path
) -> None:
    window.session.runs.open(branched)
    heat_map = window.pane(DimensionsPane).heat_map
    qtbot.waitUntil(lambda: bool(heat_map._marks), timeout=_TIMEOUT)
    loss = window.pane(LossPane).plot
    series = loss._data.series["total"]
    assert series.bounds() == (2.0, 8.0)
    theirs = {report.step: report.values["loss/total"] for report in Run(tiny_run).reports() if report.step < 4}
    assert {step: series.nearest(step)[1] for step in theirs} == pytest.approx(theirs)
    qtbot.waitUntil(loss._plot._dimmed.isVisible, timeout=_TIMEOUT)
    assert loss._plot._dimmed.getRegion()[1] == 4
    assert heat_map._dimmed_to == 4
    [(step, text)] = heat_map._marks
    assert (step, text.startswith(f"Branched off {tiny_run.name} at step 4.")) == (4, True)
    window.session.runs.open(tiny_run)  # which is no branch
    qtbot.waitUntil(lambda: heat_map._dimmed_to is None, timeout=_TIMEOUT)
    assert not window.pane(LossPane).plot._plot._dimmed.isVisible()


def test_what_was_changed_before_a_branch_began_is_marked_too(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, branched: Path
) -> None:
    header = branched / "run.toml"
    change = (
        '[[history]]\nstep = 3\ntime = "2026-01-01T00:00:00+00:00"\nchanges = [{key = "train.recover", old = 1, new = 0}]\n'
    )
    text = header.read_text()
    assert text.count("[[history]]") == 1
    header.write_text(text.replace("[[history]]", change + "[[history]]"))
    window.session.runs.open(branched)
    heat_map = window.pane(DimensionsPane).heat_map
    qtbot.waitUntil(lambda: len(heat_map._marks) == 2, timeout=_TIMEOUT)
    assert [step for step, _ in heat_map._marks] == [3, 4]
    assert heat_map._marks[0][1].endswith("1 → 0 at step 3")


def test_branches_stand_below_their_parents_in_the_list_unless_it_is_no_tree(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, branched: Path, other_run: Path
) -> None:
    window.show_workspace("runs")
    pane = window.pane(RunsPane)
    qtbot.waitUntil(lambda: len(pane.model.shown) == 3, timeout=_TIMEOUT)
    pane.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    row = pane.model.row_of(tiny_run)
    assert pane.model.row_of(branched) == row + 1
    assert (pane.model.depth(row), pane.model.depth(row + 1)) == (0, 1)
    assert pane.model.depth(pane.model.row_of(other_run)) == 0
    _click(qtbot, pane.tree)
    assert pane.model.depth(pane.model.row_of(branched)) == 0


def test_a_run_of_the_list_is_branched_by_its_context_menu(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    window.show_workspace("runs")
    pane = window.pane(RunsPane)
    qtbot.waitUntil(lambda: len(pane.model.shown) == 1, timeout=_TIMEOUT)
    where = pane.table.visualRect(pane.model.index(0, 0)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    pane.table.menu_wanted.emit(pane.table.viewport().mapToGlobal(QPoint(where)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Branch…")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    qtbot.waitUntil(lambda: window.setup.branch is not None and window.setup.isVisible(), timeout=_TIMEOUT)
    assert window.setup.branch is not None
    assert (window.setup.branch.path, window.setup.branch.step) == (tiny_run, 8)


def _keep(qtbot: QtBot, window: MainWindow, name: str) -> None:
    keep = window.pane(LatentPane).checkpoints.keep
    # The inspector opens when a run starts, and before it is laid out the button has no place to be clicked on.
    qtbot.waitUntil(lambda: keep.isEnabled() and not keep.visibleRegion().isEmpty(), timeout=_TIMEOUT)
    _click(qtbot, keep)
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is None, timeout=_TIMEOUT)


def test_a_checkpoint_is_kept_under_a_name_that_the_choice_shows(qtbot: QtBot, opened: MainWindow, tiny_run: Path) -> None:
    opened.session.runs.look_at(4)
    _keep(qtbot, opened, "before the fall")
    menu = opened.pane(LatentPane).checkpoints.step.menu()
    words = "Checkpoint of step 4 · before the fall"
    qtbot.waitUntil(lambda: words in [action.text() for action in menu.actions()], timeout=_TIMEOUT)
    assert Run(tiny_run).checkpoint(4).name == "before the fall"
    _keep(qtbot, opened, "a/b")
    qtbot.waitUntil(lambda: "checkpoint name 'a/b'" in opened.message_bar.text(), timeout=_TIMEOUT)


def test_a_run_in_training_keeps_a_checkpoint_of_the_moment(qtbot: QtBot, window: MainWindow, tiny_config: RunConfig) -> None:
    window.session.training.train(override(tiny_config, ["train.steps=20000"]))
    qtbot.waitUntil(lambda: window.session.run.state is State.RUNNING, timeout=_TIMEOUT)
    _keep(qtbot, window, "now")
    qtbot.waitUntil(lambda: "now" in window.session.runs.checkpoint_names.values(), timeout=_TIMEOUT)
