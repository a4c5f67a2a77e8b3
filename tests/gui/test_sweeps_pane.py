"""The workspace of sweeps, driven as a user drives it, with real runs behind it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.sweeps import SweepsPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.sweep_editor import SweepEditor
from latentlab.queue import EntryState
from latentlab.sweeps import load_sweep, survey, tabulate

_TIMEOUT = 120_000
_SWEEP = """
name = "{name}"
seeds = [0, 1]
metrics = ["nll", "mse"]
evaluate = {{ samples = 2, images = 20 }}
[base]
device = "cpu"
model = {{ name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }}
data = {{ size = 16 }}
train = {{ steps = {steps}, batch_size = 16, report_every = 2, checkpoint_every = 50, threads = 1 }}
[[variants]]
name = "VAE"
[[variants]]
name = "β-VAE"
set = ["objective.beta=4"]
"""


@pytest.fixture(autouse=True)
def _in_the_workspace(window: MainWindow) -> None:
    window.show_workspace("sweeps")


def _add(qtbot: QtBot, window: MainWindow, folder: Path, name: str, steps: int = 6, settings: str = "") -> None:
    path = folder / f"{name}.toml"
    path.write_text(_SWEEP.format(name=name, steps=steps), encoding="utf-8")
    pane = window.pane(SweepsPane)
    pane.settings.setText(settings)
    queued = len(window.session.queue.entries)
    if pane.add.isVisible():
        pane.source.setEditText(str(path))
        qtbot.mouseClick(pane.add, Qt.MouseButton.LeftButton)
    else:  # beside the cards there is only the file to choose
        pane.add_sweep(str(path))
    qtbot.waitUntil(lambda: len(window.session.queue.entries) == queued + 1, timeout=_TIMEOUT)


def _turns(window: MainWindow) -> list[EntryState]:
    return [seen.queued.state for seen in window.session.queue.entries]


def test_a_queue_is_run_in_turn_and_its_numbers_are_those_of_the_runs(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pane = window.pane(SweepsPane)
    assert pane.isVisible()
    assert pane.gallery.isVisible()
    assert not pane.add.isVisible()
    card = pane.gallery.cards["ablation-lambda"]
    qtbot.waitUntil(lambda: card.runs.text().endswith("× 3 seeds → 21 runs, time not known yet"), timeout=_TIMEOUT)
    assert "weight λ" in card.about.text()
    assert not pane.panel.isVisible()
    _add(qtbot, window, tmp_path, "first")
    _add(qtbot, window, tmp_path, "second", settings="train.steps=4")
    assert pane.list.currentRow() == 1  # what was added
    qtbot.mouseClick(pane.panel.up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.title for row in pane.list.rows()] == ["sweep second", "sweep first"], timeout=_TIMEOUT)
    qtbot.mouseClick(pane.panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _turns(window)[0] is EntryState.FINISHED, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _turns(window) == [EntryState.FINISHED] * 2, timeout=_TIMEOUT)

    folder = tmp_path / "sweeps" / "second"
    plan = load_sweep(tmp_path / "second.toml", ["train.steps=4"])
    expected = tabulate(plan, survey(plan, folder))
    shown = [[pane.result.table.item(row, column).text() for column in range(3)] for row in range(2)]
    assert shown == expected.texts()
    entry = expected.rows[1][1][0]
    assert entry.mean is not None
    assert len(entry.values) == 2
    # In the plot, a row's seeds lie on both sides of their mean, in their own row.
    places = [pane.result.plot.position(1, value) for value in (*entry.values, entry.mean)]
    assert min(places[0].x(), places[1].x()) < places[2].x() < max(places[0].x(), places[1].x())
    assert pane.result.plot.position(0, entry.mean).y() < places[2].y()
    assert not pane.result.plot.grab().toImage().isNull()

    pane.result.copy.menu().actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == expected.to_csv()
    cell = pane.result.table.visualItemRect(pane.result.table.item(1, 0)).center()
    qtbot.mouseClick(pane.result.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.mouseDClick(pane.result.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.waitUntil(lambda: window.session.run.subject is not None, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert window.session.run.subject.config.objective.beta == 4


def test_a_sweep_that_is_stopped_goes_on_where_it_stood(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pane, queue = window.pane(SweepsPane), window.session.queue
    _add(qtbot, window, tmp_path, "long", steps=100_000)
    start = pane.panel.start
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: queue.entries[0].step > 100, timeout=_TIMEOUT)
    assert "running · 0 of 4 runs" in pane.result.caption.text()
    assert "VAE" in pane.result.caption.text()
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert start.text() == "Saving …"
    qtbot.waitUntil(lambda: _turns(window) == [EntryState.WAITING] and not queue.is_running, timeout=_TIMEOUT)
    plan = load_sweep(tmp_path / "long.toml")
    begun = survey(plan, tmp_path / "sweeps" / "long")[0]
    assert begun.status == "unfinished"
    assert begun.run is not None
    stopped_at = [at.step for at in begun.run.checkpoints()][-1]
    assert stopped_at > 0
    assert start.text() == "Run the queue"
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: queue.entries[0].step > stopped_at, timeout=_TIMEOUT)
    assert survey(plan, tmp_path / "sweeps" / "long")[0].run.path == begun.run.path


@pytest.mark.parametrize(
    ("source", "settings", "words"),
    [
        ("sound", "train.stops=3", "train.stops: unknown setting; did you mean 'steps'?"),
        ("sound", "model.latent_dim=0", "“Latent dimensions” = 0: must be greater than or equal to 1"),
        ("nowhere", "", "cannot be read: No such file"),
        ("sound", "data.root='a", "a quotation mark is not closed"),
    ],
)
def test_what_is_wrong_is_said_when_a_sweep_is_added(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, source: str, settings: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = window.pane(SweepsPane)
    (tmp_path / "sound.toml").write_text(_SWEEP.format(name="sound", steps=2), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / f"{source}.toml"), ""))
    pane.settings.setText(settings)
    qtbot.mouseClick(pane.browse, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words in window.message_bar.text(), timeout=_TIMEOUT)
    assert window.session.queue.entries == []


def _editor(qtbot: QtBot, window: MainWindow) -> SweepEditor:
    pane = window.pane(SweepsPane)
    qtbot.mouseClick(pane.new, Qt.MouseButton.LeftButton)
    (editor,) = pane.findChildren(SweepEditor)
    qtbot.waitExposed(editor)
    return editor


def _write(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_a_sweep_is_made_of_settings_values_and_seeds_and_survives_a_restart(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    editor = _editor(qtbot, window)
    qtbot.waitUntil(lambda: editor.summary.text() == "6 runs", timeout=_TIMEOUT)  # β = 1 and 4, three seeds
    _write(qtbot, editor.steps, "4")
    _write(qtbot, editor.name, "by-network")
    qtbot.mouseClick(editor.more, Qt.MouseButton.LeftButton)
    row = editor.rows[1]
    _write(qtbot, row.setting.lineEdit(), "network")
    popup = row.setting.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert row.setting.currentText() == "Model › Network"
    assert row.key == "model.name"
    _write(qtbot, row.line, "MLP, convolutional")
    assert row.values() == ["mlp", "conv"]
    qtbot.waitUntil(lambda: editor.summary.text() == "12 runs", timeout=_TIMEOUT)
    _write(qtbot, editor.seeds, "0")
    qtbot.waitUntil(lambda: editor.summary.text() == "4 runs", timeout=_TIMEOUT)
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    queue = window.session.queue
    qtbot.waitUntil(lambda: [seen.queued.title for seen in queue.entries] == ["sweep by-network"], timeout=_TIMEOUT)
    assert window.pane(SweepsPane).result.caption.text() == "waiting · 0 of 4 runs"
    plan = load_sweep(tmp_path / "sweeps" / "by-network.toml")
    assert [(cell.config.model.name, cell.config.objective.beta, cell.config.train.steps) for cell in plan.cells] == [
        ("mlp", 1.0, 4),
        ("conv", 1.0, 4),
        ("mlp", 4.0, 4),
        ("conv", 4.0, 4),
    ]

    later = Session(tmp_path / "runs")
    later.start()
    qtbot.waitUntil(lambda: bool(later.queue.entries), timeout=_TIMEOUT)
    (kept,) = later.queue.entries
    assert (kept.queued.title, kept.queued.state) == ("sweep by-network", EntryState.WAITING)
    assert kept.sweep is not None
    assert kept.sweep.runs == 4
    qtbot.waitUntil(lambda: later.run.state is State.EMPTY, timeout=_TIMEOUT)
    assert later.close(then=lambda: None)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ("1, x", "“β (KL weight)” = 'x': must be a number"),
        ("", "“β (KL weight)”: an empty list; give at least one value"),
        ("1, 1", "“β (KL weight)”: '1' is there 2 times; each may be there once"),
    ],
)
def test_the_editor_says_in_one_sentence_what_is_wrong(qtbot: QtBot, window: MainWindow, values: str, words: str) -> None:
    editor = _editor(qtbot, window)
    qtbot.waitUntil(editor.add.isEnabled, timeout=_TIMEOUT)
    editor.rows[0].line.selectAll()
    qtbot.keyClick(editor.rows[0].line, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor.rows[0].line, values)
    qtbot.waitUntil(lambda: editor.problem.text() == words, timeout=_TIMEOUT)
    assert not editor.add.isEnabled()
    _write(qtbot, editor.rows[0].line, "2")
    qtbot.waitUntil(editor.add.isEnabled, timeout=_TIMEOUT)
    assert not editor.problem.text().strip()
    editor.reject()


def test_the_expected_time_counts_every_run(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.session.step_times, "seconds", lambda config: 30.0)
    editor = _editor(qtbot, window)
    qtbot.waitUntil(lambda: editor.summary.text() == "6 runs, about 3 min", timeout=_TIMEOUT)
    editor.reject()
