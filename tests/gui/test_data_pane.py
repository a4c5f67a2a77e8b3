"""The data pane, driven as a user drives it."""

import json
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.data import DataPane

_TIMEOUT = 60_000


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two classes of red and blue images, one of them torn, one of them the same as another, and one that is no image."""
    root = tmp_path / "pictures"
    for name, colour in (("red", (200, 10, 10)), ("blue", (10, 10, 200))):
        (root / name).mkdir(parents=True)
        for number in range(6):
            Image.new("RGB", (40 + number, 30), colour).save(root / name / f"{number}.png")
    (root / "red" / "again.png").write_bytes((root / "red" / "0.png").read_bytes())
    torn = root / "blue" / "5.png"
    torn.write_bytes(torn.read_bytes()[:40])
    (root / "blue" / "text.png").write_text("no image")
    return root


def _drop(widget: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    widget.dropEvent(QDropEvent(QPointF(50, 40), Qt.DropAction.CopyAction, data, left, no_key))


def _looked(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.datasets.is_reading, timeout=_TIMEOUT)


def test_the_workspace_opens_with_the_images_of_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: "1,797" in window.pane(DataPane).caption.text() or "1,438" in window.pane(DataPane).caption.text(),
        timeout=_TIMEOUT,
    )
    assert "CC BY 4.0" in window.pane(DataPane).caption.text()
    assert window.pane(DataPane).grid.picture() is not None
    assert not window.pane(DataPane).prepare.isVisible()


def test_a_dropped_folder_is_scanned_looked_at_and_trained_on(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = window.pane(DataPane)
    _drop(window, folder)
    qtbot.waitUntil(lambda: pane.isVisible() and pane.dataset.root.text() == str(folder), timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: "12 of 14 files can be used" in pane.findings.text.text(), timeout=_TIMEOUT)
    assert "2 classes" in pane.findings.text.text()
    listed = {
        pane.findings.table.item(row, 0).text(): pane.findings.table.item(row, 2).text()
        for row in range(pane.findings.table.rowCount())
    }
    assert listed["blue/text.png"].startswith("left out: ")
    assert listed["blue/5.png"].startswith("left out: ")
    assert "red/0.png" in listed["red/again.png"]
    pane.findings.kind.setCurrentIndex(pane.findings.kind.findData("duplicate"))
    pane.findings.kind.activated.emit(pane.findings.kind.currentIndex())
    assert pane.findings.table.rowCount() == 1
    report = tmp_path / "scan.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), "JSON (*.json)"))

    def exported() -> bool:
        qtbot.mouseClick(
            pane.findings.export, Qt.MouseButton.LeftButton
        )  # does nothing while the folder is looked at once more
        return report.exists()

    qtbot.waitUntil(exported, timeout=_TIMEOUT)
    content = json.loads(report.read_text())
    assert (content["total"], content["usable"]) == (14, 12)
    qtbot.mouseClick(pane.prepare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "to train on" in pane.caption.text(), timeout=_TIMEOUT)
    assert any((tmp_path / "cache").rglob("*.npy"))
    qtbot.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    data = window.setup.config().data
    assert (data.name, data.root) == ("folder", str(folder))


def test_the_frames_of_a_dropped_video_are_images(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    video = tmp_path / "clip.mp4"
    subprocess.run(
        [ffmpeg, "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=8:duration=2", video], check=True
    )
    pane = window.pane(DataPane)
    _drop(window, video)
    qtbot.waitUntil(lambda: "16 of 16 files can be used" in pane.findings.text.text(), timeout=_TIMEOUT)
    assert pane.dataset.root.text() == str(video)


def test_what_is_shown_is_what_the_settings_make_of_it(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    pane = window.pane(DataPane)
    seen: list[np.ndarray] = []
    window.session.messages.asked.connect(lambda task: seen.append(task.images))
    window.show_workspace("data")
    _looked(qtbot, window)
    _drop(pane, folder)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].shape == (12, 64, 64, 3), timeout=_TIMEOUT)
    assert seen[-1][0].reshape(-1, 3).mean(0).round().tolist() == [10, 10, 200]  # in natural order: blue first
    _looked(qtbot, window)
    pane.dataset.size_box.set_value(32)
    pane.dataset.channels.setCurrentIndex(pane.dataset.channels.findData("grey"))
    qtbot.mouseClick(pane.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: seen[-1].shape == (12, 32, 32, 1), timeout=_TIMEOUT)


def test_bad_places_are_one_sentence_and_the_last_images_stay(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    pane = window.pane(DataPane)
    window.show_workspace("data")
    _looked(qtbot, window)
    qtbot.waitUntil(lambda: pane.grid.picture() is not None, timeout=_TIMEOUT)
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "slip.zip", "w") as archive:
        archive.writestr("../outside.png", b"")
    for place, words in (
        (tmp_path / "nowhere", "there is no such"),
        (tmp_path / "empty", "holds no image"),
        (tmp_path / "slip.zip", "holds no image"),
    ):
        pane.dataset.source.setCurrentIndex(pane.dataset.source.findData("folder"))
        pane.dataset.root.setText(str(place))
        qtbot.keyClick(pane.dataset.root, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda place=place, words=words: str(place) in window.message_bar.text() and words in window.message_bar.text(),
            timeout=_TIMEOUT,
        )
        assert pane.grid.picture() is not None
        _looked(qtbot, window)


def test_a_look_is_cancelled(qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from latentlab.data import scan as module_scan

    window.show_workspace("data")
    _looked(qtbot, window)

    def endless(root: Path, progress: object, cancelled: object, reading: object) -> object:
        while True:
            progress(1, 2)  # type: ignore[operator]
            if cancelled():  # type: ignore[operator]
                return module_scan(root, None, cancelled)  # type: ignore[arg-type]

    monkeypatch.setattr("latentlab.data.scan", endless)
    _drop(window.pane(DataPane), folder)
    qtbot.waitUntil(lambda: "1 of 2" in window.pane(DataPane).caption.text(), timeout=_TIMEOUT)
    qtbot.mouseClick(window.pane(DataPane).look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "stopped after 1 of" in window.pane(DataPane).caption.text(), timeout=_TIMEOUT)
    assert window.pane(DataPane).look.text() == "Show images"
