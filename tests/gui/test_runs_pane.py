"""The workspace of all runs, driven as a user drives it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.models.run_table import COLUMNS
from latentlab.gui.panes.runs import RunsPane
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.gui.widgets.message_list import MessageList
from latentlab.runs import Annotations, Run, RunWriter, annotate, read_annotations

_TIMEOUT = 60_000
_TITLES = [column.title for column in COLUMNS]


@pytest.fixture
def listed(tiny_run: Path, other_run: Path, with_settings: Callable[..., RunConfig]) -> dict[str, Path]:
    """Four runs: two of one name, one that was stopped, one that cannot be read."""
    stopped = RunWriter.create(tiny_run.parent, with_settings("name=stopped", "data.flip=true"), (1, 32, 32))
    stopped.event(0, "start", "text")
    stopped.event(2, "stop", "Stopped.")
    stopped.close()
    twin = Path(shutil.copytree(tiny_run, tiny_run.with_name("20200101-000000_tiny")))
    header = twin / "run.toml"
    header.write_text(header.read_text().replace("\nseed = 0", "\nseed = 5", 1))
    damaged = tiny_run.with_name("20190101-000000_damaged")
    damaged.mkdir()
    (damaged / "run.toml").write_text("x")
    return {"tiny": tiny_run, "cr": other_run, "stopped": stopped.path, "twin": twin, "damaged": damaged}


@pytest.fixture
def pane(qtbot: QtBot, listed: dict[str, Path], window: MainWindow) -> RunsPane:
    window.setup_dock.hide()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.docks.workspace == "runs"
    pane = window.pane(RunsPane)
    qtbot.waitUntil(lambda: len(pane.model.shown) == len(listed), timeout=_TIMEOUT)
    return pane


def _texts(pane: RunsPane, title: str) -> list[str]:
    column = _TITLES.index(title)
    return [str(pane.model.index(row, column).data()) for row in range(pane.model.rowCount())]


def _click(qtbot: QtBot, pane: RunsPane, path: Path, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QPoint:
    index = pane.model.index(pane.model.row_of(path), 0)
    pane.table.scrollTo(index)
    where = pane.table.visualRect(index).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, keys, where)
    return where


def _written(path: Path) -> Annotations:
    return read_annotations(path)


def test_every_run_stands_under_a_name_of_its_own_with_its_state_and_numbers(pane: RunsPane, listed: dict[str, Path]) -> None:
    rows = {run.path: run for run in pane.model.shown}
    assert rows.keys() == set(listed.values())
    assert sorted(_texts(pane, "Name")) == ["20190101-000000_damaged", "stopped", "tiny", "tiny · seed 5", "tiny-cr"]
    states = dict(zip(_texts(pane, "Name"), _texts(pane, "State"), strict=True))
    assert states["tiny"] == "finished"
    assert states["stopped"] == "stopped"
    assert states["20190101-000000_damaged"] == "damaged"
    row = pane.model.row_of(listed["cr"])
    assert _texts(pane, "Method")[row] == "CR-VAE (λ = 0.1)"
    assert _texts(pane, "Step")[row] == "12"
    assert float(_texts(pane, "Held-out ELBO, nats")[row].replace("−", "-")) < 0


def test_all_columns_fit_the_table_and_leave_no_scroll_bar(pane: RunsPane) -> None:
    header, bar = pane.table.horizontalHeader(), pane.table.horizontalScrollBar()
    assert bar.maximum() == 0
    for place in range(header.count()):
        assert header.sectionSize(place) >= header.sectionSizeHint(place)


def test_the_run_that_is_open_is_selected(qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]) -> None:
    assert pane.table.selected_runs() == []
    window.session.runs.open(listed["cr"])
    qtbot.waitUntil(lambda: [run.path for run in pane.table.selected_runs()] == [listed["cr"]], timeout=_TIMEOUT)
    assert pane.actions_by_name["folder"].isEnabled()
    _click(qtbot, pane, listed["tiny"])
    pane._on_changed()
    assert [run.path for run in pane.table.selected_runs()] == [listed["tiny"]]
    pane.table.clearSelection()
    marked = pane.table.viewport().grab().toImage()  # the open one has its mark all the same
    for path in (listed["cr"], listed["tiny"]):
        row = pane.table.visualRect(pane.model.index(pane.model.row_of(path), 0))
        at = marked.pixelColor(row.left() + 1, row.center().y())
        assert (at == theme.accent(pane.palette())) == (path == listed["cr"])
    pane.table.select([listed["cr"]])
    window.session.runs.open(listed["twin"])  # nobody has chosen another since
    qtbot.waitUntil(lambda: [run.path for run in pane.table.selected_runs()] == [listed["twin"]], timeout=_TIMEOUT)


def test_a_header_sorts_and_the_filters_narrow(qtbot: QtBot, pane: RunsPane, listed: dict[str, Path]) -> None:
    header = pane.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(_TITLES.index("Step")) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    steps = [run.step for run in pane.model.shown]
    assert steps == sorted(steps)
    titles = [pane.model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(_TITLES))]
    assert set(titles) - set(_TITLES) == {"Step ▴"}
    assert pane.tree.isHidden()  # there is no branch
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [run.step for run in pane.model.shown] == sorted(steps, reverse=True)
    pane.filters.search.setFocus()
    qtbot.keyClicks(pane.filters.search, "tiny cr")
    assert _texts(pane, "Name") == ["tiny-cr"]
    assert pane.filters.count.text() == "1 of 5 runs"
    pane.filters.search.clear()
    box = pane.filters.boxes["state"]
    box.setFocus()
    while box.currentText() != "stopped":
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert _texts(pane, "Name") == ["stopped"]
    pane.filters.search.setFocus()
    qtbot.keyClicks(pane.filters.search, "nothing has this")
    assert pane.notice.isVisible()
    qtbot.mouseClick(pane.notice.button, Qt.MouseButton.LeftButton)
    assert len(pane.model.shown) == len(listed)


def test_f2_renames_and_everything_shows_the_name(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]
) -> None:
    _click(qtbot, pane, listed["tiny"])
    qtbot.keyClick(pane.table, Qt.Key.Key_F2)
    editor = pane.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "first try")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "first try" in _texts(pane, "Name"), timeout=_TIMEOUT)
    assert _written(listed["tiny"]).name == "first try"
    assert "tiny" in _texts(pane, "Name")  # nothing is left to tell the twin from
    assert [run.path for run in pane.table.selected_runs()] == [listed["tiny"]]
    window.session.runs.open(listed["tiny"])
    qtbot.waitUntil(lambda: window.run_bar.run_button.text() == "first try", timeout=_TIMEOUT)
    assert window.windowTitle().startswith("first try")


def test_many_runs_are_tagged_noted_and_archived_at_once(qtbot: QtBot, pane: RunsPane, listed: dict[str, Path]) -> None:
    _click(qtbot, pane, listed["tiny"])
    _click(qtbot, pane, listed["cr"], Qt.KeyboardModifier.ControlModifier)
    assert not pane.actions_by_name["open"].isEnabled()
    pane.tag_menu.aboutToShow.emit()
    pane.tag_menu.actions()[-1].trigger()
    dialog = pane.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    qtbot.keyClicks(line, "paper, good")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _texts(pane, "Tags").count("good, paper") == 2, timeout=_TIMEOUT)
    pane.tag_menu.aboutToShow.emit()
    action = next(action for action in pane.tag_menu.actions() if action.text() == "good")
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: _texts(pane, "Tags").count("paper") == 2, timeout=_TIMEOUT)
    pane.actions_by_name["note"].trigger()
    dialog = next(dialog for dialog in pane.findChildren(QInputDialog) if dialog.isVisible())
    text = dialog.findChild(QPlainTextEdit)
    qtbot.keyClicks(text, "two lines")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "of it")
    dialog.accept()
    qtbot.waitUntil(lambda: _written(listed["cr"]).note == "two lines\nof it", timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _texts(pane, "Note").count("two lines") == 2, timeout=_TIMEOUT)
    pane.actions_by_name["archive"].trigger()
    qtbot.waitUntil(lambda: len(pane.model.shown) == 3, timeout=_TIMEOUT)
    qtbot.mouseClick(pane.filters.archived, Qt.MouseButton.LeftButton)
    assert {run.path for run in pane.model.shown} == {listed["tiny"], listed["cr"]}
    pane.table.selectAll()
    assert pane.actions_by_name["archive"].text() == "Unarchive"
    pane.actions_by_name["archive"].trigger()
    qtbot.waitUntil(lambda: not pane.model.shown, timeout=_TIMEOUT)
    assert not _written(listed["tiny"]).archived


def test_delete_asks_and_moves_to_the_bin(
    qtbot: QtBot,
    pane: RunsPane,
    window: MainWindow,
    listed: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "desktop"))  # where Linux makes its bin
    _click(qtbot, pane, listed["twin"])
    _click(qtbot, pane, listed["stopped"], Qt.KeyboardModifier.ControlModifier)
    for button in (QMessageBox.StandardButton.Cancel, None):
        qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
        dialog = next(found for found in pane.findChildren(QMessageBox) if found.isVisible())
        assert "2 runs" in dialog.text()
        ends = dialog.button(button) if button else next(b for b in dialog.buttons() if b.text() == "Move to bin")
        qtbot.mouseClick(ends, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        if button:
            assert listed["twin"].exists()
            window.activateWindow()
            pane.table.setFocus()
            qtbot.waitUntil(pane.table.hasFocus, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: len(pane.model.shown) == 3, timeout=_TIMEOUT)
    assert not listed["twin"].exists()
    assert not listed["stopped"].exists()
    assert listed["tiny"].exists()
    assert "2 runs moved to the bin" in window.message_bar.text()
    assert any(button.text() == "Undo" for button in window.message_bar.findChildren(QPushButton))
    window.message_bar.dismiss()  # as it goes by itself: the list of messages still offers it
    qtbot.mouseClick(window.status_line.messages_button, Qt.MouseButton.LeftButton)
    shown = window.findChild(MessageList)
    undo = next(button for button in shown.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()
    qtbot.waitUntil(lambda: len(pane.model.shown) == 5, timeout=_TIMEOUT)
    assert (listed["twin"] / "run.toml").exists()


def test_a_live_run_can_be_named_and_not_deleted(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    writer = RunWriter.create(window.session.runs.folder, with_settings("name=live"), (1, 32, 32))
    try:
        writer.event(0, "start", "text")
        qtbot.waitUntil(lambda: "live" in _texts(pane, "Name"), timeout=_TIMEOUT)
        _click(qtbot, pane, writer.path)
        assert not pane.actions_by_name["delete"].isEnabled()
        assert not pane.actions_by_name["continue"].isEnabled()
        window.session.library.annotate((writer.path,), name="still going")
        qtbot.waitUntil(lambda: "still going" in _texts(pane, "Name"), timeout=_TIMEOUT)
        window.session.library.move_to_bin((writer.path,))
        qtbot.waitUntil(lambda: "stop it before deleting it" in window.message_bar.text(), timeout=_TIMEOUT)
        assert writer.path.exists()
    finally:
        writer.close()


def test_return_opens_and_the_settings_go_into_the_next_run(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]
) -> None:
    _click(qtbot, pane, listed["cr"])
    pane.actions_by_name["duplicate"].trigger()
    assert window.setup.config() == Run(listed["cr"]).config
    window.setup_dock.hide()
    _click(qtbot, pane, listed["cr"])
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert window.session.run.subject.path == listed["cr"]
    assert window.docks.workspace == "live"


def test_continue_goes_on_with_a_run_that_was_stopped(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]
) -> None:
    header = listed["tiny"] / "run.toml"
    header.write_text(header.read_text().replace("\nsteps = 8", "\nsteps = 16"))
    qtbot.waitUntil(lambda: "8 of 16" in _texts(pane, "Step"), timeout=_TIMEOUT)
    _click(qtbot, pane, listed["tiny"])
    pane.actions_by_name["continue"].trigger()
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert Run(listed["tiny"]).checkpoint().step == 16


def test_continue_asks_how_far_where_a_run_is_finished(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]
) -> None:
    _click(qtbot, pane, listed["tiny"])
    assert pane.actions_by_name["continue"].isEnabled()
    pane.actions_by_name["continue"].trigger()
    dialog = window.findChild(ContinueDialog)
    dialog.steps.set_value(10)
    dialog.accept()
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert Run(listed["tiny"]).checkpoint().step == 10


def test_thumbnails_are_drawn_for_what_is_seen(
    qtbot: QtBot, pane: RunsPane, window: MainWindow, listed: dict[str, Path]
) -> None:
    library = window.session.library

    def drawn(name: str) -> bool:
        row = pane.model.row_of(listed[name])
        return library.thumbnail(pane.model.shown[row]) is not None

    qtbot.waitUntil(lambda: drawn("tiny") and drawn("cr"), timeout=_TIMEOUT)
    assert not drawn("damaged")
    assert not drawn("stopped")  # it has no checkpoint


def test_thousands_of_runs_are_read_a_part_at_a_time_and_drawn_when_seen(
    qtbot: QtBot, window: MainWindow, tiny_run: Path
) -> None:
    """Only what is seen costs a picture; a run that is opened meanwhile does not wait for the list."""
    header = (tiny_run / "run.toml").read_text()
    for number in range(600):
        folder = tiny_run.with_name(f"20200101-000000_{number:04d}")
        folder.mkdir()
        (folder / "run.toml").write_text(header.replace('name = "tiny"', f'name = "run-{number % 7}"'))
    window.setup_dock.hide()
    window.show_workspace("runs")
    pane = window.pane(RunsPane)
    qtbot.waitUntil(lambda: window.session.library.is_complete and len(pane.model.shown) == 601, timeout=_TIMEOUT)
    names = _texts(pane, "Name")
    assert len(set(names)) == len(names)
    assert len(window.session.library._thumbnails) < 60  # private: what was drawn and is not seen shows in nothing else


def test_annotations_from_elsewhere_appear(qtbot: QtBot, pane: RunsPane, listed: dict[str, Path]) -> None:
    annotate(listed["cr"], name="named on another computer", tags=("x",))
    qtbot.waitUntil(lambda: "named on another computer" in _texts(pane, "Name"), timeout=_TIMEOUT)
    shutil.rmtree(listed["twin"])
    qtbot.waitUntil(lambda: len(pane.model.shown) == 4, timeout=_TIMEOUT)
