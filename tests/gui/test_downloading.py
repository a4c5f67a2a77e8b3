"""A collection fetched from the data pane, from a server on this machine: its terms, how far it is, stopped, gone on."""

import functools
import gzip
import hashlib
import http.server
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from latentlab.catalog.datasets import DATASETS
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.messages import TryTransformations, WindowTask
from latentlab.gui.panes.data import DataPane
from latentlab.published import RemoteFile

_TIMEOUT = 60_000
_COUNT = 500
_HELD_AT = 100_000
_PIXELS = np.random.default_rng(0).integers(0, 256, (_COUNT, 28, 28), np.uint8)
_FILES = {
    "t10k-images-idx3-ubyte.gz": gzip.compress(struct.pack(">4I", 0x803, _COUNT, 28, 28) + _PIXELS.tobytes()),
    "t10k-labels-idx1-ubyte.gz": gzip.compress(struct.pack(">2I", 0x801, _COUNT) + bytes(_COUNT)),
}


@dataclass
class _Server:
    """What the server was asked for, and when it goes on.

    Attributes:
        asked: path and range of every request.
        going: unset, it sends the first bytes of a file and then nothing.
    """

    asked: list[tuple[str, str | None]] = field(default_factory=list)
    going: threading.Event = field(default_factory=threading.Event)
    address: str = ""


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, server: _Server, *arguments: object) -> None:
        self.given = server
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.given.asked.append((self.path, wanted))
        content = _FILES.get(self.path.removeprefix("/"))
        if content is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start : start + _HELD_AT])
        self.given.going.wait(60)
        try:
            self.wfile.write(content[start + _HELD_AT :])
        except ConnectionError:  # whoever asked has gone
            self.close_connection = True

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    """It has MNIST, as far as LatentLab knows."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    given = _Server()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, given)) as serving:
        given.address = f"http://127.0.0.1:{serving.server_port}/"
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        _publish(monkeypatch, given.address)
        yield given
        given.going.set()
        serving.shutdown()
        thread.join()


def _publish(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    files = [
        RemoteFile(name, (address + name,), len(content), hashlib.md5(content).hexdigest()) for name, content in _FILES.items()
    ]
    entry = DATASETS["mnist"]
    monkeypatch.setitem(DATASETS._entries, "mnist", replace(entry, terms=replace(entry.terms, remote=tuple(files))))


@pytest.fixture
def chosen(window: MainWindow, qtbot: QtBot, server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window where MNIST is chosen in the data pane; whoever is asked for a folder names `mnist`."""
    window.show_workspace("data")
    qtbot.waitUntil(lambda: not window.session.datasets.is_reading, timeout=_TIMEOUT)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mnist"))
    qtbot.keyClicks(window.pane(DataPane).dataset.source, "MNIST")
    assert window.pane(DataPane).dataset.source.currentData() == "mnist"
    return window


def _click(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.pane(DataPane).dataset.download, Qt.MouseButton.LeftButton)


def _ended(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.datasets.is_reading, timeout=_TIMEOUT)


def test_the_terms_are_shown_and_nothing_is_fetched_before_the_click(
    qtbot: QtBot, chosen: MainWindow, server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = chosen.pane(DataPane)
    size = f"{sum(map(len, _FILES.values())) / 1e6:.1f}"
    assert pane.caption.text() == (
        f"MNIST: 70,000 images in 10 classes · a download of {size} MB · licence: CC BY-SA 3.0 · "
        "LeCun, Cortes & Burges 1998, The MNIST database"
    )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")  # cancelled
    _click(qtbot, chosen)
    assert not chosen.session.datasets.is_reading
    fetched = [name for name, entry in DATASETS.items() if entry.terms.remote]
    assert fetched == ["mnist", "fashion-mnist", "kmnist", "emnist", "omniglot", "cifar10", "celeba"]
    for name in DATASETS:
        pane.dataset.source.setCurrentIndex(pane.dataset.source.findData(name))
        assert pane.dataset.download.isVisible() == (name in fetched)
        assert ("licence" in pane.caption.text()) == (name not in ("folder", "array"))
    assert server.asked == []
    assert not (tmp_path / "mnist").exists()


def test_a_download_tells_how_far_it_is_is_cancelled_and_goes_on(
    qtbot: QtBot, chosen: MainWindow, server: _Server, tmp_path: Path
) -> None:
    pane = chosen.pane(DataPane)
    _click(qtbot, chosen)
    qtbot.waitUntil(lambda: "downloading t10k-images-idx3-ubyte.gz · 0.1 of 0.4 MB" in pane.caption.text(), timeout=_TIMEOUT)
    assert 200 < pane.bar.value() < 300
    assert not pane.dataset.download.isEnabled()
    assert pane.look.text() == "Cancel"
    qtbot.mouseClick(pane.look, Qt.MouseButton.LeftButton)
    assert pane.caption.text() == "Cancelling …"
    server.going.set()
    _ended(qtbot, chosen)
    assert "of 0.4 MB; downloading into the same folder goes on from there." in pane.caption.text()
    assert pane.dataset.root.text() == ""
    kept = (tmp_path / "mnist" / "t10k-images-idx3-ubyte.gz.part").stat().st_size
    assert _HELD_AT <= kept < len(_FILES["t10k-images-idx3-ubyte.gz"])

    seen: list[np.ndarray] = []

    def note(task: WindowTask) -> None:
        if isinstance(task, TryTransformations):
            seen.append(task.images)

    chosen.session.messages.asked.connect(note)
    _click(qtbot, chosen)
    _ended(qtbot, chosen)
    assert server.asked[1:] == [
        ("/t10k-images-idx3-ubyte.gz", f"bytes={kept}-"),
        ("/t10k-labels-idx1-ubyte.gz", None),
    ]
    assert sorted(path.name for path in (tmp_path / "mnist").iterdir()) == sorted(_FILES)
    assert pane.dataset.root.text() == str(tmp_path / "mnist")
    assert "400 to train on, 100 held out" in pane.caption.text()
    assert any((seen[-1][0, :, :, 0] == pixels).all() for pixels in _PIXELS)
    assert (pane.look.text(), pane.dataset.download.isEnabled(), pane.bar.value()) == ("Show images", True, 0)
    qtbot.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    assert chosen.setup.config().data.root == str(tmp_path / "mnist")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("gone/", "mnist: t10k-images-idx3-ubyte.gz could not be fetched (127.0.0.1:"),
        ("http://no-such-host.invalid/", "(no-such-host.invalid: cannot be found); is there a network?"),
    ],
)
def test_a_failure_is_one_sentence_the_last_images_stay_and_the_next_attempt_takes_it_away(
    qtbot: QtBot, chosen: MainWindow, server: _Server, monkeypatch: pytest.MonkeyPatch, place: str, words: str
) -> None:
    pane = chosen.pane(DataPane)
    terms = pane.caption.text()
    _publish(monkeypatch, place if place.startswith("http") else server.address + place)
    _click(qtbot, chosen)
    qtbot.waitUntil(lambda: words in chosen.message_bar.text(), timeout=_TIMEOUT)
    assert "\n" not in chosen.message_bar.text()
    assert (pane.caption.text(), pane.dataset.root.text()) == (terms, "")
    assert pane.grid.picture() is not None
    assert (pane.look.text(), pane.dataset.download.isEnabled()) == ("Show images", True)
    server.going.set()
    _publish(monkeypatch, server.address)
    _click(qtbot, chosen)
    _ended(qtbot, chosen)
    assert "400 to train on" in pane.caption.text()
    assert not chosen.message_bar.isVisible()


def test_a_window_closed_meanwhile_goes_when_the_download_has_ended(
    qtbot: QtBot, chosen: MainWindow, server: _Server, tmp_path: Path
) -> None:
    _click(qtbot, chosen)
    qtbot.waitUntil(lambda: "0.1 of" in chosen.pane(DataPane).caption.text(), timeout=_TIMEOUT)
    chosen.close()
    assert chosen.isVisible()  # the server says nothing, and the window does not freeze for it
    server.going.set()
    qtbot.waitUntil(lambda: not chosen.isVisible(), timeout=_TIMEOUT)
    assert (tmp_path / "mnist" / "t10k-images-idx3-ubyte.gz.part").stat().st_size >= _HELD_AT
