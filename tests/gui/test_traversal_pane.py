"""The workspace of traversals and the dialog that exports it, driven as a user drives them."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.widgets.export_dialog import ExportDialog
from latentlab.runs import Run

_TIMEOUT = 60_000
_LEFT = Qt.MouseButton.LeftButton

AskExport = Callable[[QPushButton], ExportDialog]


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about, looking at an image."""
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    opened.session.latent.start_from_image(ImageRef(index=3))
    qtbot.waitUntil(
        lambda: opened.session.latent.current is not None and opened.session.latent.current.source is not None, timeout=_TIMEOUT
    )
    qtbot.waitUntil(opened.pane(TraversalPane).export.isEnabled, timeout=_TIMEOUT)
    return opened


def _drawn(window: MainWindow) -> DrawnTraversal:
    drawn = window.pane(TraversalPane)._drawn
    assert drawn is not None
    return drawn


def _choose(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """In the box of units, with keys."""
    box = window.pane(TraversalPane).units
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no units are called {words}")


def _type(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.name.setFocus()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, name)


def test_quantiles_name_their_columns_and_take_the_span_away(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(TraversalPane)
    assert pane.span.isEnabled()
    _choose(qtbot, window, "quantiles")
    qtbot.waitUntil(lambda: _drawn(window).grid.column_labels[0] == "10 %", timeout=_TIMEOUT)
    assert _drawn(window).grid.column_labels[-1] == "90 %"
    assert not pane.span.isEnabled()
    assert "no span" in pane.span.toolTip()
    assert "nats" in _drawn(window).grid.row_labels[0]
    # A click takes the z of the cell over.
    before = _drawn(window).z[1, 7]
    qtbot.mouseClick(pane.grid, _LEFT, pos=pane.grid.cell_rect(1, 7).center())
    assert window.session.latent.current is not None
    assert np.array_equal(window.session.latent.current.z, before)
    _choose(qtbot, window, "quantiles")
    qtbot.keyClick(pane.units, Qt.Key.Key_Up)
    assert pane.span.isEnabled()
    assert "offset" in pane.span.toolTip()


def test_one_click_draws_as_the_paper_does(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(TraversalPane)
    qtbot.mouseClick(pane.paper, _LEFT)
    qtbot.waitUntil(lambda: _drawn(window).grid.column_labels == ("−20.00 σ", "z", "+20.00 σ"), timeout=_TIMEOUT)
    assert pane.traversal() == Traversal(span=20.0, steps=3, units="posterior")
    latent = window.session.latent.current
    assert latent is not None
    assert latent.std is not None
    drawn = _drawn(window)
    for row, dimension in enumerate(drawn.dims):
        moved = drawn.z[row, 2] - latent.z
        assert moved[dimension] == pytest.approx(20 * latent.std[dimension], rel=1e-4)
    # Where the start is no image's, there is no σ to count in; the grid that was there stays.
    qtbot.mouseClick(window.pane(LatentPane).buttons.prior_mean, _LEFT)
    qtbot.waitUntil(lambda: "needs a start image" in window.message_bar.text(), timeout=_TIMEOUT)
    assert pane.grid.picture() is not None


@pytest.mark.parametrize("name", ["grid.png", "grid.gif", "grid.webp"])
def test_the_dialog_writes_what_the_engine_draws_and_a_drop_brings_it_back(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, tiny_run: Path, tmp_path: Path, name: str
) -> None:
    _choose(qtbot, window, "quantiles")
    qtbot.waitUntil(lambda: "%" in _drawn(window).grid.column_labels[0], timeout=_TIMEOUT)
    latent = window.session.latent.current
    assert latent is not None
    dialog = ask_export(window.pane(TraversalPane).export)
    assert dialog.path() == tiny_run / "exports" / "traversal.png"
    _type(qtbot, dialog, name)
    dialog.scale.setFocus()
    qtbot.keyClick(dialog.scale, Qt.Key.Key_Up)
    foretold = dialog._size.text().removeprefix("×").removesuffix("pixels")
    qtbot.mouseClick(dialog.labels, _LEFT, pos=QPoint(8, dialog.labels.height() // 2))
    qtbot.mouseClick(dialog.labels, _LEFT, pos=QPoint(8, dialog.labels.height() // 2))
    qtbot.mouseClick(dialog.export, _LEFT)
    path = tiny_run / "exports" / name
    qtbot.waitUntil(lambda: f"Saved {path}" in window.message_bar.text(), timeout=_TIMEOUT)
    request = Traverse(Traversal(units="quantiles"), latent.z, latent.std, latent.origin)
    engine = tmp_path / name
    Renderer.of_run(Run(tiny_run)).render(Export(request, engine, scale=3))
    with Image.open(path) as one, Image.open(engine) as other:
        assert one.size == tuple(int(number) for number in foretold.replace(",", "").split("×"))
        frames = getattr(other, "n_frames", 1)
        assert getattr(one, "n_frames", 1) == frames == (1 if name == "grid.png" else 16)
        for frame in range(frames):
            one.seek(frame)
            other.seek(frame)
            assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()
    origin = read_origin(path)
    assert origin is not None
    assert isinstance(origin.request, Traverse)

    pane = window.pane(TraversalPane)
    pane.units.setCurrentIndex(0)
    window.session.latent.reset_z()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(QDropEvent(QPointF(500, 400), Qt.DropAction.CopyAction, data, _LEFT, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: pane.traversal().units == "quantiles", timeout=_TIMEOUT)
    assert not pane.span.isEnabled()


def test_the_dialog_says_what_will_come_out_and_what_is_wrong_before_anything_is_written(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.gui.widgets.export_dialog.has_video", lambda: False)
    dialog = ask_export(window.pane(TraversalPane).export)
    assert not dialog.fps.isEnabled()
    assert dialog._length.text() == ""
    dialog.format.setFocus()
    qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    assert dialog.name.text() == "traversal.gif"
    assert dialog.fps.isEnabled()
    assert dialog._length.text() == "16 frames, 2.0 s"
    qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    assert dialog.name.text() == "traversal.webp"
    qtbot.keyClick(dialog.format, Qt.Key.Key_Down)  # past MP4, which cannot be chosen where there is no ffmpeg
    assert dialog.name.text() == "traversal.svg"
    assert "needs latentlab-vae[video]" in dialog.format.itemText(3)
    _type(qtbot, dialog, "film.mp4")
    assert "pip install 'latentlab-vae[video]'" in dialog._note.text()
    assert not dialog.export.isEnabled()
    for name in ("", "a/b.png"):
        _type(qtbot, dialog, name) if name else dialog.name.clear()
        assert "without a folder" in dialog._note.text()
        assert not dialog.export.isEnabled()
    _type(qtbot, dialog, "my.grid")
    dialog.format.setCurrentIndex(0)
    assert dialog.path().name == "my.grid.png"
    assert dialog.export.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog), timeout=_TIMEOUT)


def test_mp4_can_be_chosen_where_there_is_ffmpeg(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.gui.widgets.export_dialog.has_video", lambda: True)
    dialog = ask_export(window.pane(TraversalPane).export)
    _type(qtbot, dialog, "film.mp4")
    assert dialog.format.currentText() == "MP4 video"
    assert dialog.export.isEnabled()
    dialog.reject()


def test_the_last_choice_is_remembered_and_no_file_is_replaced_unasked(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path))
    dialog = ask_export(window.pane(TraversalPane).export)
    dialog.format.setFocus()
    qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    dialog.fps.setFocus()
    dialog.fps.selectAll()
    qtbot.keyClicks(dialog.fps, "20")
    qtbot.mouseClick(dialog.labels, _LEFT, pos=QPoint(8, dialog.labels.height() // 2))
    qtbot.mouseClick(dialog.folder, _LEFT)
    qtbot.mouseClick(dialog.export, _LEFT)
    qtbot.waitUntil(lambda: f"Saved {tmp_path / 'traversal.gif'}" in window.message_bar.text(), timeout=_TIMEOUT)
    again = ask_export(window.pane(TraversalPane).export)
    assert again.path() == tmp_path / "traversal-2.gif"
    assert (again.fps.value(), again.labels.isChecked(), again.scale.value()) == (20, False, 2)
    _type(qtbot, again, "traversal.gif")
    assert again._note.text() == "Replaces the traversal.gif that is there."
    again.reject()


def test_a_folder_that_is_gone_is_one_sentence_and_the_grid_stays(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, tiny_run: Path
) -> None:
    dialog = ask_export(window.pane(TraversalPane).export)
    (tiny_run / "exports").rmdir()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "there is no such folder" in window.message_bar.text(), timeout=_TIMEOUT)
    assert window.pane(TraversalPane).grid.picture() is not None


def test_the_grid_is_copied_by_button_and_keys_and_exported_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    pane, clipboard = window.pane(TraversalPane), QGuiApplication.clipboard()
    for copy in (
        lambda: qtbot.mouseClick(pane.copy, _LEFT),
        lambda: QTest.keyClick(pane.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    ):
        clipboard.clear()
        copy()
        assert clipboard.image().width() == 2 * pane.grid.width()
    menu = pane.grid.build_menu()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy", "Export…"]
    menu.actions()[1].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    dialog.reject()
    menu.deleteLater()


def test_a_figure_has_a_width_in_place_of_a_scale(
    qtbot: QtBot, window: MainWindow, ask_export: AskExport, tiny_run: Path
) -> None:
    dialog = ask_export(window.pane(TraversalPane).export)
    assert not dialog.millimetres.isEnabled()
    _type(qtbot, dialog, "figure.pdf")
    assert dialog.format.currentText() == "PDF figure"
    assert not dialog.scale.isEnabled()
    dialog.millimetres.setFocus()
    dialog.millimetres.selectAll()
    qtbot.keyClicks(dialog.millimetres, "12")
    assert "leaves" in dialog._note.text()
    assert not dialog.export.isEnabled()
    dialog.millimetres.selectAll()
    qtbot.keyClicks(dialog.millimetres, "85")
    assert re.fullmatch(r"mm × \d+\.\d mm", dialog._height.text())
    qtbot.mouseClick(dialog.export, _LEFT)
    path = tiny_run / "exports" / "figure.pdf"
    qtbot.waitUntil(lambda: f"Saved {path}" in window.message_bar.text(), timeout=_TIMEOUT)
    assert b"/MediaBox [0 0 240.945 " in path.read_bytes()
    again = ask_export(window.pane(TraversalPane).export)
    assert again.millimetres.value() == 85
    again.reject()
