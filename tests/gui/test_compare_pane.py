"""The workspace that compares runs, driven as a user drives it."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig, override
from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.pairs import CompareRuns, DrawnComparison, DrawnLink, Link
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.compare import ComparePane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.smoothing import smoothed
from latentlab.runs import Report, Run, RunWriter
from latentlab.sweeps import compare_runs, read_facts

_TIMEOUT = 20_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow, other_run: Path) -> MainWindow:
    """In the workspace that this is about, with two runs in the list and the current one checked."""
    assert other_run.parent == opened.session.runs.folder
    opened.show_workspace("compare")
    pane = opened.pane(ComparePane)
    qtbot.waitUntil(lambda: len(pane.curves.plot.curve_keys()) == 2, timeout=_TIMEOUT)  # the current run, and its raw line
    return opened


def _listed(pane: ComparePane) -> list[Path]:
    return [pane.runs.item(row).data(Qt.ItemDataRole.UserRole) for row in range(pane.runs.count())]


def _click_run(qtbot: QtBot, pane: ComparePane, path: Path) -> None:
    row = _listed(pane).index(path)
    where = pane.runs.visualItemRect(pane.runs.item(row)).center()
    qtbot.mouseClick(pane.runs.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _check_both(qtbot: QtBot, window: MainWindow, other_run: Path) -> ComparePane:
    pane = window.pane(ComparePane)
    _click_run(qtbot, pane, other_run)
    qtbot.waitUntil(lambda: len(pane.curves.plot.curve_keys()) == 4, timeout=_TIMEOUT)
    return pane


def _choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """With the keys, from the first entry."""
    texts = [box.itemText(index) for index in range(box.count())]
    index = texts.index(text) if text in texts else next(index for index, words in enumerate(texts) if text in words)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert text in box.currentText()


def _tab(qtbot: QtBot, bar: QTabBar, index: int) -> None:
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
    assert bar.currentIndex() == index


def _drawn(pane: ComparePane, path: Path) -> tuple[np.ndarray, np.ndarray]:
    """The points of a run's curve."""
    series = pane.curves.plot._data.series[str(path)]
    return series.view(-np.inf, np.inf, 1000)


def test_a_metric_of_two_runs_is_drawn_from_their_reports(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path
) -> None:
    pane = _check_both(qtbot, window, other_run)
    assert pane.runs.checked() == [tiny_run, other_run]
    assert pane.runs.colour(tiny_run).name() == theme.run_colour(0).name()
    assert pane.runs.colour(other_run) != pane.runs.colour(tiny_run)
    assert pane.curves.quantity.currentText() == "held-out ELBO"
    assert not pane.caution.isVisible()
    _choose(qtbot, pane.curves.quantity, "total")
    assert "compare methods by the held-out ELBO" in pane.caution.text()
    for path in (tiny_run, other_run):
        reports = Run(path).reports()
        xs, ys = _drawn(pane, path)
        assert xs.tolist() == [report.step for report in reports if "loss/total" in report.values]
        assert ys.tolist() == [report.values["loss/total"] for report in reports if "loss/total" in report.values]
    # Another metric, the axis in seconds, the first steps left out, smoothed: the raw line stays behind.
    _choose(qtbot, pane.curves.quantity, "distortion in the loss")
    _choose(qtbot, pane.curves.axis, "seconds")
    pane.curves.smoothing.setFocus()
    for _ in range(60):
        qtbot.keyClick(pane.curves.smoothing, Qt.Key.Key_Right)
    pane.curves.first.setFocus()
    pane.curves.first.selectAll()
    qtbot.keyClicks(pane.curves.first, "4")
    qtbot.keyClick(pane.curves.first, Qt.Key.Key_Return)
    kept = [report for report in Run(other_run).reports() if report.step > 4 and "loss/distortion" in report.values]
    raw = np.array([report.values["loss/distortion"] for report in kept])
    xs, ys = _drawn(pane, other_run)
    assert xs.tolist() == [report.seconds for report in kept]
    np.testing.assert_allclose(ys, smoothed(raw, 0.6))
    behind = pane.curves.plot._data.series[f"raw {other_run}"].view(-np.inf, np.inf, 1000)[1]
    assert np.array_equal(behind, raw)
    assert pane.curves.plot._curves[f"raw {other_run}"].pen().color().alpha() < 255
    # The legend hides a run with its raw line.
    entry = pane.curves.plot._legend.entries[str(other_run)]
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton, pos=QPoint(4, entry.height() // 2))
    qtbot.waitUntil(lambda: not pane.curves.plot._dirty, timeout=_TIMEOUT)
    lines = pane.curves.plot._plot.lines
    assert not lines[f"raw {other_run}"].isVisible()
    assert not lines[str(other_run)].isVisible()
    assert lines[str(tiny_run)].isVisible()
    # A run that is unchecked leaves, and the other keeps its colour.
    _click_run(qtbot, pane, tiny_run)
    qtbot.waitUntil(lambda: str(tiny_run) not in pane.curves.plot.curve_keys(), timeout=_TIMEOUT)
    assert pane.runs.colour(other_run).name() == theme.run_colour(1).name()
    qtbot.keyClick(pane.runs, Qt.Key.Key_Space)
    assert pane.runs.checked() == [tiny_run, other_run]


def test_a_run_of_other_images_is_not_compared_unless_a_user_says_so(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path
) -> None:
    pane = window.pane(ComparePane)
    settings = other_run / "run.toml"
    images = Run(other_run).header.images["digest"]
    settings.write_text(settings.read_text(encoding="utf-8").replace(images, images[::-1]), encoding="utf-8")
    assert pane.runs.checked() == [tiny_run]
    window.session.runs.open(other_run)
    qtbot.waitUntil(lambda: pane.runs.checked() == [other_run], timeout=_TIMEOUT)
    _click_run(qtbot, pane, tiny_run)
    qtbot.waitUntil(lambda: "other images than" in pane.caution.text(), timeout=_TIMEOUT)
    assert set(pane.runs.checked()) == {tiny_run, other_run}


def test_values_that_have_no_logarithm_are_left_out_and_counted(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    pane = window.pane(ComparePane)
    _choose(qtbot, pane.curves.quantity, "ELBO")
    assert not pane.curves.note.isVisible()
    qtbot.mouseClick(pane.curves.log, Qt.MouseButton.LeftButton, pos=QPoint(8, pane.curves.log.height() // 2))
    assert pane.curves.log.isChecked()
    reports = [report for report in Run(tiny_run).reports() if "elbo" in report.values]
    assert all(report.values["elbo"] < 0 for report in reports)
    assert pane.curves.note.isVisible()
    assert pane.curves.note.text().startswith(f"{len(reports)} values are not positive")
    _choose(qtbot, pane.curves.quantity, "total")
    assert not pane.curves.note.isVisible()


def test_the_cross_hair_tells_each_runs_value_and_a_double_click_fits(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path
) -> None:
    pane = _check_both(qtbot, window, other_run)
    _choose(qtbot, pane.curves.quantity, "total")
    plot = pane.curves.plot
    plot.refresh()
    assert not plot._header.readout.text()  # the runs end at different steps, and each says its own
    view = plot._plot.box
    where = view.mapViewToScene(view.viewRect().center())
    at = plot._plot.mapFromScene(where)
    qtbot.mouseMove(plot._plot.viewport(), at + QPoint(3, 0))
    qtbot.mouseMove(plot._plot.viewport(), at)
    qtbot.waitUntil(lambda: plot._step is not None, timeout=_TIMEOUT)
    for path in (tiny_run, other_run):
        values = [report.values.get("loss/total") for report in Run(path).reports()]
        assert plot._legend.entries[str(path)]._value in values
    view.setXRange(4, 8)
    plot._following = False
    qtbot.mouseClick(plot._plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(plot._plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(plot._plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: view.viewRange()[0][1] == pytest.approx(12, abs=0.5), timeout=_TIMEOUT)


def test_a_run_that_grows_is_followed_and_the_zoom_stays(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    pane = window.pane(ComparePane)
    assert pane.caution.text() == "One run is checked. Check another one on the left to compare them."
    pane._listed = {tiny_run.parent: tuple(run for run in pane._listed[tiny_run.parent] if run.path == tiny_run)}
    assert pane._what_to_check() == "One run is checked. No other run in the list uses the same data."
    _choose(qtbot, pane.curves.quantity, "total")
    plot = pane.curves.plot
    plot.refresh()
    plot._plot.box.setXRange(2, 6)
    plot._following = False
    last = Run(tiny_run).reports()[-1]
    RunWriter.resume(tiny_run, Run(tiny_run).config, 8).report(
        Report(20, 2.0, 9.0, 1.0, {"loss/total": 5.0, "new/metric": 1.0})
    )
    qtbot.waitUntil(lambda: _drawn(pane, tiny_run)[0][-1] == 20, timeout=_TIMEOUT)
    assert plot is pane.curves.plot
    assert plot._plot.box.viewRange()[0] == pytest.approx([2, 6])
    assert pane.curves.quantity.findData("new/metric") >= 0
    # It goes on from an earlier step: what it had reported since no longer holds.
    writer = RunWriter.resume(tiny_run, override(Run(tiny_run).config, ["train.steps=30"]), last.step)
    writer.report(Report(9, 1.0, 8.0, 1.0, {"loss/total": 7.0}))
    qtbot.waitUntil(lambda: _drawn(pane, tiny_run)[0].tolist()[-2:] == [8, 9], timeout=_TIMEOUT)


def test_the_table_is_that_of_the_engine_and_is_copied(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path
) -> None:
    pane = _check_both(qtbot, window, other_run)
    _tab(qtbot, pane.tabs, 1)
    expected = compare_runs([read_facts(Run(path)) for path in (tiny_run, other_run)])
    table = pane.table.table
    shown = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    texts = [[item.text().replace("−", "-") for item in row if item is not None] for row in shown]
    assert [row for row in texts if len(row) == 3] == expected.rows()
    assert [row for row in texts if len(row) == 1] == [["Settings"], ["Numbers"]]
    for action, wanted in zip(
        pane.table.copy.menu().actions(), (expected.to_text(), expected.to_csv(), expected.to_markdown()), strict=True
    ):
        action.trigger()
        assert QGuiApplication.clipboard().text() == wanted


def test_two_models_on_the_same_images_with_linked_sliders(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(ComparePane), window.session
    window.setup_dock.hide()
    _tab(qtbot, pane.tabs, 2)
    assert not pane.models.export.isEnabled()
    _choose(qtbot, pane.models.second, "tiny-cr")
    qtbot.waitUntil(lambda: pane.models._linked is not None, timeout=_TIMEOUT)
    renderer = Renderer.of_run(Run(tiny_run))
    expected = renderer.render(CompareRuns(RunRef(other_run), 12))
    assert isinstance(expected, DrawnComparison)
    assert pane.models._pairs is not None
    assert np.array_equal(pane.models._pairs.grid.images, expected.grid.images)
    assert f"CR-VAE (λ = 0.1) {expected.errors[1]:.5f}" in pane.models.rows_note.text()

    # A slider moved by hand moves both pictures.
    slider = window.pane(LatentPane).sliders.of_dimension(1)
    slider.set_value(2.0, notify=True)
    qtbot.waitUntil(lambda: session.latent.current is not None and session.latent.current.z[1] == 2, timeout=_TIMEOUT)
    assert session.latent.current is not None
    linked = renderer.render(Link(RunRef(other_run), session.latent.current.z))
    assert isinstance(linked, DrawnLink)
    qtbot.waitUntil(lambda: np.array_equal(pane.models.there.image(), linked.grid.images[0, 1]), timeout=_TIMEOUT)
    assert np.array_equal(pane.models.here.image(), linked.grid.images[0, 0])
    assert pane.models.link_note.text().startswith(f"R² {linked.r2:.3f} on {linked.measured} images")

    # An original that is clicked becomes the current image, and that can be the one that is compared.
    qtbot.mouseClick(pane.models.grid, Qt.MouseButton.LeftButton, pos=pane.models.grid.cell_rect(0, 2).center())
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=2), timeout=_TIMEOUT
    )
    _choose(qtbot, pane.models.which, "current")
    qtbot.waitUntil(lambda: pane.models._pairs is not None and pane.models._pairs.grid.images.shape[1] == 1, timeout=_TIMEOUT)
    assert np.array_equal(pane.models._pairs.grid.images[0, 0], expected.grid.images[0, 2])

    # The exported picture has the engine's pixels, names the checkpoint, and restores the view.
    pane.models.export_to("pairs", tmp_path / "pairs.png")
    qtbot.waitUntil(lambda: "pairs.png" in window.message_bar.text(), timeout=_TIMEOUT)
    request = CompareRuns(RunRef(other_run, 12), 1, (ImageRef(index=2),))
    renderer.render(Export(request, tmp_path / "engine.png"))
    with Image.open(tmp_path / "pairs.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    origin = read_origin(tmp_path / "pairs.png")
    assert origin is not None
    assert origin.request == request
    _choose(qtbot, pane.models.second, "choose")
    assert not pane.models.export.isEnabled()
    window.show_workspace("live")
    session.dropped.take(tmp_path / "pairs.png")
    qtbot.waitUntil(lambda: pane.models.grid.isVisible() and pane.models._pairs is not None, timeout=_TIMEOUT)
    assert pane.models.second.path() == other_run


def test_the_checked_run_is_the_second_model_and_the_second_model_is_checked(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path
) -> None:
    pane = _check_both(qtbot, window, other_run)
    _tab(qtbot, pane.tabs, 2)
    assert pane.models.second.path() == other_run
    qtbot.waitUntil(lambda: pane.models._pairs is not None, timeout=_TIMEOUT)
    _click_run(qtbot, pane, other_run)
    assert pane.models.second.path() is None
    assert not pane.models.export.isEnabled()
    _choose(qtbot, pane.models.second, "tiny-cr")
    assert pane.runs.checked() == [tiny_run, other_run]


def test_a_run_that_is_deleted_under_the_window_is_told_once(qtbot: QtBot, window: MainWindow, other_run: Path) -> None:
    pane = _check_both(qtbot, window, other_run)
    heard: list[str] = []
    window.session.messages.told.connect(lambda message: heard.append(message.text) if message else None)
    shutil.rmtree(other_run)
    qtbot.waitUntil(lambda: other_run not in pane.runs.checked(), timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: pane.runs.count() == 1, timeout=_TIMEOUT)
    assert len(heard) == 1
    assert other_run.name in heard[0]
    assert "there is no such folder" in heard[0]
    assert len(pane.runs.checked()) == 1


def test_a_second_model_that_is_deleted_is_let_go_with_one_message(qtbot: QtBot, window: MainWindow, other_run: Path) -> None:
    pane = window.pane(ComparePane)
    _tab(qtbot, pane.tabs, 2)
    _choose(qtbot, pane.models.second, "tiny-cr")
    qtbot.waitUntil(lambda: pane.models._linked is not None, timeout=_TIMEOUT)
    heard: list[str] = []
    window.session.messages.told.connect(lambda message: heard.append(message.text) if message else None)
    shutil.rmtree(other_run)
    for value in (1.0, -1.0, 0.5):
        window.pane(LatentPane).sliders.of_dimension(0).set_value(value, notify=True)
    qtbot.waitUntil(lambda: pane.models.second.path() is None, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: pane.runs.count() == 1, timeout=_TIMEOUT)
    assert set(heard) == {heard[0]}
    assert "there is no such folder" in heard[0]
    assert not pane.models.export_link.isEnabled()


def test_runs_of_another_folder_are_listed_too(qtbot: QtBot, window: MainWindow, other_run: Path, tmp_path: Path) -> None:
    pane = window.pane(ComparePane)
    away = Path(shutil.move(other_run, tmp_path / "away"))
    (tmp_path / "empty").mkdir()
    pane.add_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: "no run lies in it" in window.message_bar.text(), timeout=_TIMEOUT)
    pane.add_folder(away)
    qtbot.waitUntil(lambda: away in _listed(pane), timeout=_TIMEOUT)
    _click_run(qtbot, pane, away)
    qtbot.waitUntil(lambda: str(away) in pane.curves.plot.curve_keys(), timeout=_TIMEOUT)
    assert [away] == [path for path in pane.runs.checked() if path.parent == tmp_path]


def test_the_run_in_training_is_compared_while_it_learns(
    qtbot: QtBot, window: MainWindow, other_run: Path, tiny_config: RunConfig
) -> None:
    pane, session = window.pane(ComparePane), window.session
    window.setup.form.set_config(override(tiny_config, ["name=learning", "train.steps=1000000", "train.checkpoint_every=1000"]))
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(path.name.endswith("learning") for path in pane.runs.checked()), timeout=_TIMEOUT)
    assert session.run.subject is not None
    path = session.run.subject.path
    qtbot.waitUntil(lambda: str(path) in pane.curves.plot.curve_keys(), timeout=_TIMEOUT)
    seen = len(_drawn(pane, path)[0])
    qtbot.waitUntil(lambda: len(_drawn(pane, path)[0]) > seen, timeout=_TIMEOUT)
    _tab(qtbot, pane.tabs, 2)
    _choose(qtbot, pane.models.second, "tiny-cr")
    qtbot.waitUntil(lambda: pane.models._linked is not None, timeout=_TIMEOUT)
    step = pane.models._linked.step
    qtbot.waitUntil(lambda: pane.models._linked is not None and pane.models._linked.step > step, timeout=_TIMEOUT)
    qtbot.mouseClick(window.run_bar.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.run.is_training, timeout=_TIMEOUT)
