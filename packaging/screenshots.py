"""Takes the screenshots of the README, or a whole set to judge the window by.

    .venv/bin/python packaging/screenshots.py                          the README's two, into resources/screenshots/
    .venv/bin/python packaging/screenshots.py --all FOLDER [FACES]     every workspace and state at 1280×800 and 1920×1080,
                                                                       light and dark, also of photographs in a folder FACES

It trains small runs for real, each once; a set takes some minutes. Without a display, set QT_QPA_PLATFORM=offscreen.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from latentlab.config import load_preset, override
from latentlab.gui import theme
from latentlab.gui.app import SWITCH_INTERVAL
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session
from latentlab.gui.workspaces import WORKSPACES

PATIENCE = 600
"""Seconds to wait for a state before giving up."""
SETTLING = 4.0
"""Seconds that a workspace is given to draw what it shows."""
STEPS = 400
SIZES = ((1280, 800), (1920, 1080))
DIGITS = ("digits-cr", f"train.steps={STEPS}", "train.checkpoint_every=100")
SUBJECTS = {
    "discriminator": ("digits", "adversarial.weight=1", "adversarial.width=8", "train.steps=300", "train.checkpoint_every=100"),
    "faces": ("faces-small", "train.steps=200", "train.checkpoint_every=100"),
}
"""Runs that are trained before the window opens, beside the one on digits that is trained in it."""

Take = Callable[[str, MainWindow], None]


class Photographer:
    """Drives one window through its states and takes a picture of each."""

    def __init__(self, app: QApplication, size: tuple[int, int], runs: Path, take: Take) -> None:
        self.app = app
        self.take = take
        self.folder = Path(tempfile.mkdtemp(prefix="latentlab-"))
        self.session = Session(runs)
        self.window = MainWindow(self.session, QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat))
        self.window.resize(*size)
        self.window.show()

    def until(self, condition: Callable[[], bool], settle: float = 0.6) -> None:
        """Let the window work until a condition holds, and a moment more."""
        began = time.monotonic()
        while not condition():
            self.work(0.02)
            if time.monotonic() - began > PATIENCE:
                raise SystemExit(f"gave up waiting; the window says: {self.window.message_bar.text() or 'nothing'}")
        self.work(settle)

    def work(self, seconds: float) -> None:
        """Let the window work for some time, as its own event loop does: that also deletes what was to be deleted later."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shoot(self, name: str, settle: float = 0.0) -> None:
        self.work(settle)
        self.take(name, self.window)

    def states(self) -> None:
        """A run from an empty window to its end, and an error."""
        session, window, run = self.session, self.window, self.session.run
        self.shoot("loading", settle=0.3)
        session.start()
        self.until(lambda: run.state is State.EMPTY)
        self.shoot("empty", settle=1.0)
        window.show_learn()
        self.shoot("learn", settle=1.0)
        window.learn_dock.hide()
        session.training.train(override(load_preset(DIGITS[0]), DIGITS[1:]))
        self.until(lambda: session.views.shown_step is not None)
        session.latent.start_from_random_image()
        self.until(lambda: session.training.step > STEPS * 0.7)
        self.shoot("training")
        session.training.pause()
        self.until(lambda: run.state is State.PAUSED)
        self.shoot("paused")
        session.training.pause()
        self.until(lambda: run.state is State.FINISHED)
        self.shoot("finished")
        window.message_bar.dismiss()

    def workspaces(self, prefix: str) -> None:
        """Every workspace with the current run."""
        for name in WORKSPACES:
            self.window.show_workspace(name)
            self.shoot(f"{prefix}-{name}", settle=SETTLING)
        self.window.show_workspace("live")

    def open(self, path: Path) -> None:
        """Look at another run."""
        self.session.runs.open(path)
        subject = self.session.run
        self.until(lambda: subject.subject is not None and subject.subject.path == path, settle=SETTLING)

    def close(self) -> None:
        """Fail to train, and close."""
        self.window.ask_for_setup(True)
        self.window.setup.take_all(override(load_preset("mnist-vae"), ["data.root=/no/such/folder"]), "mnist-vae")
        self.window.setup.train.click()
        self.work(1.0)
        self.until(lambda: not self.session.run.is_training, settle=1.0)
        self.shoot("error")
        self.window.close_and_save()
        self.until(lambda: not self.window.isVisible(), settle=0)


def train(preset: str, assignments: Iterable[str], name: str, runs: Path) -> Path:
    """Train a run by the command line; its folder."""
    options = [part for assignment in assignments for part in ("--set", assignment)]
    command = [sys.executable, "-m", "latentlab", "train", "--preset", preset, "--set", f"name={name}", *options]
    subprocess.run([*command, "--out", str(runs)], check=True, stdout=subprocess.DEVNULL)
    return next(runs.glob(f"*_{name}"))


def main() -> None:
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    collector = GuiGarbageCollector()
    runs = Path(tempfile.mkdtemp(prefix="latentlab-")) / "runs"
    runs.mkdir()
    if sys.argv[1:2] == ["--all"] and len(sys.argv) in (3, 4):
        take_all(app, Path(sys.argv[2]), sys.argv[3:], runs)
    elif len(sys.argv) == 1:
        take_readmes(app, Path(__file__).resolve().parents[1] / "resources" / "screenshots", runs)
    else:
        raise SystemExit(__doc__)
    collector.close()


def take_all(app: QApplication, folder: Path, faces: list[str], runs: Path) -> None:
    """Every workspace and state, in each theme and size."""
    folder.mkdir(parents=True, exist_ok=True)
    images = {"faces": [f"data.root={root}" for root in faces]}
    chosen = {name: subject for name, subject in SUBJECTS.items() if name != "faces" or faces}
    paths = {name: train(preset, [*rest, *images.get(name, [])], name, runs) for name, (preset, *rest) in chosen.items()}
    for scheme in ("light", "dark"):
        for size in SIZES:
            theme.apply_theme(app, scheme)

            def take(name: str, window: MainWindow, suffix: str = f"-{scheme}-{size[0]}") -> None:
                path = folder / f"{name}{suffix}.png"
                window.grab().save(str(path))
                print(path, flush=True)

            photographer = Photographer(app, size, runs, take)
            photographer.states()
            photographer.workspaces("digits")
            for name, path in paths.items():
                photographer.open(path)
                photographer.workspaces(name)
            photographer.close()


def take_readmes(app: QApplication, folder: Path, runs: Path) -> None:
    """The two of the README."""
    theme.apply_theme(app, "light")

    def take(name: str, window: MainWindow) -> None:
        kept = {"training": "training", "digits-explore": "exploring"}.get(name)
        if kept:
            window.grab().save(str(folder / f"{kept}.png"))

    photographer = Photographer(app, SIZES[0], runs, take)
    photographer.states()
    photographer.workspaces("digits")
    photographer.close()


if __name__ == "__main__":
    main()
