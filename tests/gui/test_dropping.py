"""Files dropped on the window: a picture of ours shows its view again, any other image is encoded."""

import shutil
import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, ViewRequest
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.transformations import Consistency, Transformation
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.consistency import ConsistencyPane
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.widgets.pixels import to_qimage
from latentlab.runs import Run

_TIMEOUT = 60_000
_MODELS = Path(__file__).parent.parent / "exchange" / "data"
_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)


@pytest.fixture(autouse=True)
def _beside_the_run(window: MainWindow, tiny_run: Path) -> None:
    window.session.runs.folder = tiny_run.parent


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(500, 400), Qt.DropAction.CopyAction, data, left, no_key))


def _export(run: Path, request: ViewRequest, path: Path) -> Path:
    Renderer.of_run(Run(run)).render(Export(request, path))
    return path


def test_a_traversal_is_shown_again_with_its_z_and_settings_in_a_window_without_a_run(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    request = Traverse(Traversal((2, 0), 1.5, 5, "aggregate", plane=True), _Z, None, "z as given")
    picture = _export(tiny_run, request, tmp_path / "first.png")
    _drop(window, picture)
    pane, session = window.pane(TraversalPane), window.session
    qtbot.waitUntil(pane.isVisible, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: pane.grid.picture() is not None, timeout=_TIMEOUT)
    assert session.run.subject is not None
    assert session.run.subject.path.name == tiny_run.name
    assert pane.traversal() == request.traversal
    assert session.latent.current is not None
    assert np.array_equal(session.latent.current.z, _Z)
    pane.export_to(tmp_path / "second.png")
    qtbot.waitUntil(lambda: "second.png" in window.message_bar.text(), timeout=_TIMEOUT)
    with Image.open(picture) as first, Image.open(tmp_path / "second.png") as second:
        assert first.tobytes() == second.tobytes()


def test_an_interpolation_and_a_comparison_are_shown_again(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    way = Interpolate(ImageRef(index=4), ImageRef(index=9), 6, ("lerp", "slerp"), 0)
    _drop(window, _export(tiny_run, way, tmp_path / "way.png"))
    qtbot.waitUntil(window.pane(InterpolationPane).isVisible, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: window.pane(InterpolationPane).request() == way, timeout=_TIMEOUT)
    pair = Consistency(ImageRef(index=3), Transformation(rotate=-30, translate=(2, -5), flip="v", blur=1.5))
    _drop(window, _export(tiny_run, pair, tmp_path / "pair.png"))
    qtbot.waitUntil(window.pane(ConsistencyPane).isVisible, timeout=_TIMEOUT)
    session = window.session

    def restored() -> bool:
        return session.latent.current is not None and window.pane(ConsistencyPane).request(session.latent.current) == pair

    qtbot.waitUntil(restored, timeout=_TIMEOUT)


def test_another_image_becomes_the_current_one_and_a_folder_is_opened(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    Image.fromarray(np.full((50, 40, 3), 90, np.uint8)).save(tmp_path / "mine.png")
    _drop(window, tmp_path / "mine.png")
    qtbot.waitUntil(lambda: "train a run or open one first" in window.message_bar.text(), timeout=_TIMEOUT)
    _drop(window, tiny_run)
    session = window.session
    qtbot.waitUntil(lambda: session.views.shown_step is not None, timeout=_TIMEOUT)
    _drop(window, tmp_path / "mine.png")
    source = ImageRef(path=tmp_path / "mine.png", crop_and_scale=True)
    qtbot.waitUntil(lambda: session.latent.current is not None and session.latent.current.source == source, timeout=_TIMEOUT)
    assert "cropped and scaled to 32×32 grey" in window.message_bar.text()
    (tmp_path / "text.png").write_text("no image")
    _drop(window, tmp_path / "text.png")
    qtbot.waitUntil(lambda: "not an image" in window.message_bar.text(), timeout=_TIMEOUT)
    assert session.latent.current is not None
    assert session.latent.current.source == source  # the last good one stays


def test_another_programs_model_becomes_a_run_with_the_images_of_the_next_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tarfile.open(_MODELS / "pythae.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    session, foreseen = window.session, []
    session.runs.folder = tmp_path / "runs"
    session.dropped.foresee(tmp_path / "mlp", foreseen.append)
    qtbot.waitUntil(lambda: foreseen != [], timeout=_TIMEOUT)
    assert (foreseen[0].text, foreseen[0].possible) == ("Import this pythae model", True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mlp"))
    qtbot.mouseClick(window.welcome.opener, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run.subject is not None, timeout=_TIMEOUT)
    subject = session.run.subject
    assert subject is not None
    assert (subject.config.model.name, subject.config.data.name) == ("pythae", window.setup.config().data.name)
    assert subject.path.parent == tmp_path / "runs"
    _drop(window, _MODELS / "kl_shifted")
    words = (
        "and the model takes 3×32×32; name images with as many channels. The images are those of the next run: choose others"
    )
    qtbot.waitUntil(lambda: words in window.message_bar.text(), timeout=_TIMEOUT)
    assert session.run.subject is subject


def test_a_picture_of_a_run_that_is_gone_says_which(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    picture = _export(tiny_run, Sample(4), tmp_path / "samples.png")
    window.session.runs.folder = tmp_path
    _drop(window, picture)
    expected = f"samples.png was drawn from the run {tiny_run.name}, which is not in {tmp_path}."
    qtbot.waitUntil(lambda: window.message_bar.text() == expected, timeout=_TIMEOUT)


def test_a_picture_is_shown_again_by_the_checkpoint_that_drew_it(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    request = Traverse(Traversal((2, 0), 1.5, 5), _Z, None, "z as given")
    picture = tmp_path / "early.png"
    Renderer.of_run(Run(tiny_run), 4).render(Export(request, picture))
    _drop(window, picture)
    session, pane = window.session, window.pane(TraversalPane)
    qtbot.waitUntil(lambda: session.views.shown_step == session.views.held_step == 4, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: "model of step 4" in pane.caption.text(), timeout=_TIMEOUT)
    assert "looks at that checkpoint now" in window.message_bar.text()
    pane.export_to(tmp_path / "again.png")
    qtbot.waitUntil(lambda: "again.png" in window.message_bar.text(), timeout=_TIMEOUT)
    with Image.open(picture) as first, Image.open(tmp_path / "again.png") as second:
        assert first.tobytes() == second.tobytes()
    shutil.rmtree(tiny_run / "checkpoints" / "step-000000004")
    session.runs.look_at(None)
    qtbot.waitUntil(lambda: session.views.shown_step == 8, timeout=_TIMEOUT)
    _drop(window, picture)
    qtbot.waitUntil(lambda: "step 4, which is not kept; shown is that of step 8" in window.message_bar.text(), timeout=_TIMEOUT)


def test_a_pasted_image_becomes_the_current_one_and_stays_with_the_run(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    clipboard = QGuiApplication.clipboard()
    session = window.session
    clipboard.setImage(to_qimage(np.full((40, 60, 3), 200, np.uint8)))
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Train a run or open one first" in window.message_bar.text()
    session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: session.views.shown_step is not None, timeout=_TIMEOUT)
    for number in (1, 2):
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        kept = tiny_run / "exports" / f"pasted-{number}.png"
        source = ImageRef(path=kept, crop_and_scale=True)
        qtbot.waitUntil(
            lambda s=source: session.latent.current is not None and session.latent.current.source == s, timeout=_TIMEOUT
        )
        with Image.open(kept) as pasted:
            assert np.asarray(pasted.convert("RGB")).tolist() == np.full((40, 60, 3), 200).tolist()
    clipboard.setText("0.5, -1, 0, 2")
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.latent.current is not None
    assert session.latent.current.z.tolist() == [0.5, -1, 0, 2]
    clipboard.setText("no image")
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "write 4 values with commas or spaces" in window.message_bar.text()
    Image.new("L", (32, 32), 7).save(tmp_path / "copied.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "copied.png"))])
    clipboard.setMimeData(data)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    source = ImageRef(path=tmp_path / "copied.png", crop_and_scale=True)
    qtbot.waitUntil(lambda: session.latent.current is not None and session.latent.current.source == source, timeout=_TIMEOUT)


def test_only_pictures_of_ours_have_an_origin(tiny_run: Path, tmp_path: Path) -> None:
    request = Interpolate(ImageRef(index=4), ImageRef(index=9), 6)
    origin = read_origin(_export(tiny_run, request, tmp_path / "way.png"))
    assert origin is not None
    assert (origin.run, origin.step, origin.request) == (tiny_run.name, 8, request)
    Image.new("L", (8, 8)).save(tmp_path / "plain.png")
    (tmp_path / "text.png").write_text("no image")
    for other in ("plain.png", "text.png", "missing.png"):
        assert read_origin(tmp_path / other) is None
