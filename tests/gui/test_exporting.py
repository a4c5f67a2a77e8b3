"""Views written to files: by the files' thread, so that a slow disk holds up no slider."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.maps import Map
from latentlab.files.output import write_output
from latentlab.gui.main_window import MainWindow
from tests.gui.conftest import TIMEOUT


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Pictures are written once the event is set."""
    go = threading.Event()

    def write(path: Path, content: bytes) -> None:
        assert go.wait(60)
        write_output(path, content)

    monkeypatch.setattr("latentlab.explore.export.write_output", write)
    return go


def test_a_slider_goes_on_while_a_picture_is_written(
    qtbot: QtBot, opened: MainWindow, slow_disk: threading.Event, tmp_path: Path
) -> None:
    session, path = opened.session, tmp_path / "samples.png"
    session.views.export(Sample(4), path)
    for value in (0.5, 1.0):
        with qtbot.waitSignal(session.latent.picture_changed, timeout=TIMEOUT):
            session.latent.set_z(0, value)
    assert not path.exists()
    slow_disk.set()
    qtbot.waitUntil(lambda: "samples.png" in opened.message_bar.text(), timeout=TIMEOUT)
    assert path.exists()


def test_a_picture_is_written_before_the_window_goes(
    qtbot: QtBot, opened: MainWindow, slow_disk: threading.Event, tmp_path: Path
) -> None:
    opened.session.views.export(Sample(4), tmp_path / "samples.png")
    slow_disk.set()
    opened.close()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=TIMEOUT)
    assert (tmp_path / "samples.png").exists()


def test_a_view_that_cannot_be_drawn_is_told_and_leaves_no_file(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    opened.session.views.export(Map("dims", (98, 99)), tmp_path / "map.png")
    qtbot.waitUntil(lambda: "98 is no latent dimension" in opened.message_bar.text(), timeout=TIMEOUT)
    assert not list(tmp_path.glob("map*"))
