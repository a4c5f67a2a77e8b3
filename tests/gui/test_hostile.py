"""The window driven with pictures and runs from others: it says in a sentence what is wrong, goes on, and closes."""

import io
import os
import shutil
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomli_w
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pytestqt.qtbot import QtBot

from latentlab.explore.provenance import request_json
from latentlab.explore.requests.commands import ViewRequest
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.pairs import Link
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.files.text import read_toml
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.messages import Message, ShowView
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.panes.traversal import TraversalPane

_TIMEOUT = 60_000
_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)
_RUN = "RUN"
"""Stands for the sound run's name."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes")


def _said(request: ViewRequest, /, **changes: str) -> dict[str, str]:
    return {"run": _RUN, "step": "8", "view": request.command.name, "request": request_json(request)} | changes


_SOUND = Traverse(Traversal((2, 0), 1.5, 5), _Z, None, "z as given")
_TEXTS: dict[str, dict[str, str]] = {
    "z of another length": _said(Traverse(Traversal(), _Z[:3], None, "z")),
    "std of another length": _said(Traverse(Traversal(), _Z, _Z[:2] ** 2, "z")),
    "std below zero": _said(Traverse(Traversal(), _Z, -(_Z**2), "z")),
    "dims beyond the model": _said(Traverse(Traversal((3, 900)), _Z, None, "z")),
    "a foreign image": _said(Interpolate(ImageRef(path=Path("/etc/hostname")), ImageRef(index=1), 4)),
    "a pipe as image": _said(Interpolate(ImageRef(path=Path("PIPE")), ImageRef(index=1), 4)),
    "a foreign run": _said(Link(RunRef(Path("/etc")), _Z)),
    "an index beyond the images": _said(Interpolate(ImageRef(index=10**6), ImageRef(index=1), 4)),
    "markup": _said(_SOUND, run="<b>bold</b>"),
    "a run elsewhere": _said(_SOUND, run="../elsewhere"),
    "an absolute run": _said(_SOUND, run="/etc"),
    "an unknown view": _said(_SOUND, view="nothing"),
    "countless samples": _said(Sample(4), request='{"count": 1000000000, "seed": 0, "columns": 8}'),
    "deep": _said(_SOUND, request="[" * 50_000),
    "a step of many digits": _said(_SOUND, step="9" * 5000),
    "nan": _said(_SOUND, request=request_json(_SOUND).replace("0.5", "NaN")),
}


def _png(**said: str) -> bytes:
    about, file = PngInfo(), io.BytesIO()
    for key, value in said.items():
        about.add_itxt(key, value)
    Image.new("L", (8, 8)).save(file, "PNG", pnginfo=about)
    return file.getvalue()


_FILES: dict[str, bytes] = {
    "empty.png": b"",
    "cut.png": _png(a="b")[:50],
    "text.png": b"hello",
    "bomb.png": _png().replace(struct.pack(">2I", 8, 8), struct.pack(">2I", 2**31 - 1, 2**31 - 1)),
    "loop.gif": b"GIF89a" + b"\xff" * 7 + b"!\xfe" + b"\xff" * 5000,
    "canvas.webp": b"RIFF\xff\xff\xff\xffWEBPVP8X\n\0\0\0" + b"\xff" * 10,
}


def _listen(window: MainWindow) -> list[Message]:
    """What the window says from now on."""
    said: list[Message] = []
    window.session.messages.told.connect(lambda message: said.append(message) if message is not None else None)
    return said


def _problem(window: MainWindow, run: Path) -> str:
    """What the window shows of a run that it opened without a model or without images."""
    subject = window.session.run.subject
    return subject.problem or subject.images_problem if subject is not None and subject.path == run else ""


def _drive(qtbot: QtBot, window: MainWindow, act: Callable[[], None]) -> Message:
    """Do something, and wait for what the window says of it."""
    said = _listen(window)
    act()
    qtbot.waitUntil(lambda: bool(said), timeout=_TIMEOUT)
    assert all(not message.details for message in said), said[0].details  # no traceback: whatever it was, it was expected
    assert "\n" not in said[0].text
    return said[0]


def _still_works(qtbot: QtBot, window: MainWindow, run: Path, folder: Path) -> None:
    session = window.session
    session.runs.open(run)
    qtbot.waitUntil(lambda: session.run.subject is not None and session.run.subject.path == run, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: session.views.shown_step == 8, timeout=_TIMEOUT)
    sound = folder / "sound.png"
    sound.write_bytes(_png(**_said(_SOUND, run=run.name)))
    session.dropped.take(sound)
    qtbot.waitUntil(
        lambda: session.latent.current is not None and np.array_equal(session.latent.current.z, _Z), timeout=_TIMEOUT
    )
    qtbot.waitUntil(lambda: window.pane(TraversalPane).grid.picture() is not None, timeout=_TIMEOUT)


def test_hostile_pictures_change_nothing(qtbot: QtBot, opened: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    session = opened.session
    session.runs.folder = tiny_run.parent
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "link.png").symlink_to(tmp_path / "nowhere")
    pictures = {"pipe.png": b"", "link.png": b"", **_FILES}
    for name, content in _FILES.items():
        (tmp_path / name).write_bytes(content)
    for number, said in enumerate(_TEXTS.values()):
        filled = {
            key: value.replace(_RUN, tiny_run.name).replace("PIPE", str(tmp_path / "pipe.png")) for key, value in said.items()
        }
        name = f"{number}.png"
        (tmp_path / name).write_bytes(_png(**filled))
        pictures[name] = b""
    assert len(pictures) >= 20
    for name in pictures:
        _drive(qtbot, opened, lambda name=name: session.dropped.take(tmp_path / name))
        assert session.latent.current is None or session.latent.current.z.shape == _Z.shape
    _still_works(qtbot, opened, tiny_run, tmp_path)


def test_a_picture_opens_a_file_only_once_the_user_agreed(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    session = opened.session
    session.runs.folder = tiny_run.parent
    image, picture = tmp_path / "other.png", tmp_path / "x.png"
    Image.new("L", (32, 32), 90).save(image)
    way = Interpolate(ImageRef(path=image, crop_and_scale=True), ImageRef(index=1), 6, ("lerp", "slerp"), 0)
    picture.write_bytes(_png(**_said(way, run=tiny_run.name)))
    restored: list[ViewRequest] = []
    session.messages.asked.connect(lambda task: restored.append(task.request) if isinstance(task, ShowView) else None)
    message = _drive(qtbot, opened, lambda: session.dropped.take(picture))
    assert message.text == f"To show the picture's view again, {image} must be opened."
    assert restored == []
    (words, agree), *others = message.actions
    assert (words, others) == (f"Open {image}", [])
    agree()
    assert restored == [way]
    qtbot.waitUntil(lambda: opened.pane(InterpolationPane).request() == way, timeout=_TIMEOUT)


def _settings(**changes: Any) -> Callable[[Path], object]:
    def change(run: Path) -> None:
        values = read_toml(run / "run.toml")
        for key, value in changes.items():
            target, *parts = key.split("__")
            if parts:
                section = values[target]
                for part in parts[:-1]:
                    section = section[part]
                section[parts[-1]] = value
            else:
                values[target] = value
        (run / "run.toml").write_text(tomli_w.dumps(values))

    return change


def _pipe(name: str) -> Callable[[Path], object]:
    def change(run: Path) -> None:
        (run / name).unlink(missing_ok=True)
        os.mkfifo(run / name)

    return change


def _bytes(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda run: (run / name).write_bytes(content)


def _weights(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    def damage(run: Path) -> None:
        for path in run.glob("checkpoints/*/model.safetensors"):
            path.write_bytes(change(path.read_bytes()))

    return damage


def _dangling(run: Path) -> None:
    (run / "run.toml").unlink()
    (run / "run.toml").symlink_to(run / "nowhere")


RUNS: dict[str, Callable[[Path], object]] = {
    "no run.toml": lambda run: (run / "run.toml").unlink(),
    "a pipe": _pipe("run.toml"),
    "a link to nothing": _dangling,
    "binary": _bytes("run.toml", b"\xff\xfe\0" * 100),
    "deep": _bytes("run.toml", b"a = " + b"[" * 5000),
    "a long number": _bytes("run.toml", b"schema_version = " + b"9" * 5000),
    "a newer schema": _settings(schema_version=999),
    "no settings": _settings(config=[]),
    "markup": _settings(config__objective__name="<b>vae</b>"),
    "an endless image": _settings(image_shape=[1, 10**9, 10**9]),
    "an image of no size": _settings(image_shape=[1, -32, 32]),
    "another latent space": _settings(config__model__latent_dim=7),
    "a giant network": _settings(
        image_shape=[3, 256, 256], config__model__name="resnet", config__model__width=512, config__model__blocks=8
    ),
    "weights that are text": _weights(lambda content: b"hello"),
    "a header beyond the weights": _weights(lambda content: struct.pack("<Q", 2**62) + content[8:]),
    "weights cut off": _weights(lambda content: content[:-5]),
    "checkpoints that are a file": lambda run: (shutil.rmtree(run / "checkpoints"), (run / "checkpoints").touch()),
    "images elsewhere": _settings(config__data__name="folder", config__data__root="/nowhere/at all"),
}

HARMLESS: dict[str, Callable[[Path], object]] = {
    "a step of another script": lambda run: (run / "checkpoints" / "step-²").mkdir(),
    "odd events": _bytes("events.jsonl", b'{"kind": [], "step": {}, "text": 1, "time": null}\n[]\n{"kind"'),
    "odd reports": _bytes(
        "metrics.jsonl", b'{"step": ' + b"9" * 400 + b', "values": {"a": ' + b"9" * 400 + b"}}\n" + b"[" * 9999
    ),
    "a pipe of reports": _pipe("metrics.jsonl"),
    "a pipe beside it": _pipe("evaluation.json"),
}
"""What is wrong with these keeps nobody from looking at the run."""


def test_hostile_runs_are_refused_and_hide_no_other(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    assert len(RUNS) >= 15
    session = window.session
    folder = tiny_run.parent
    session.runs.folder = folder
    for number, (name, damage) in enumerate(RUNS.items()):
        run = folder / f"hostile-{number}"
        shutil.copytree(tiny_run, run)
        damage(run)
        said = _listen(window)
        session.runs.open(run)
        qtbot.waitUntil(lambda said=said, run=run: bool(said) or _problem(window, run) != "", timeout=_TIMEOUT)
        for sentence in filter(None, (_problem(window, run), *(message.text for message in said))):
            assert "\n" not in sentence
        assert not any(message.details for message in said), name
    _still_works(qtbot, window, tiny_run, tmp_path)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_lies_beside_a_runs_weights_does_no_harm(
    name: str, qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    HARMLESS[name](tiny_run)
    _still_works(qtbot, window, tiny_run, tmp_path)
