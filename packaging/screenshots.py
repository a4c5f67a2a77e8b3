"""Takes the screenshots of the README, or a whole set to judge the window by.

    .venv/bin/python packaging/screenshots.py                 the README's two, into resources/screenshots/
    .venv/bin/python packaging/screenshots.py --all FOLDER    every state at 1280×800 and 1920×1080, light and dark

It trains the digits preset for real; each set takes about half a minute. Without a display, set QT_QPA_PLATFORM=offscreen.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from latentlab.config import load_preset, override
from latentlab.gui import theme
from latentlab.gui.app import SWITCH_INTERVAL
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.main_window import MainWindow
from latentlab.gui.session import Session, State

PATIENCE = 120
"""Seconds to wait for a state before giving up."""
SETTLING = 2.5
"""Seconds that a workspace is given to draw what it shows."""
WORKSPACES = ("runs", "interpolate", "consistency", "map", "directions", "compare", "evaluate", "data", "sweeps")


class Photographer:
    """Drives one window through its states and takes a picture of each."""

    def __init__(self, app: QApplication, width: int, height: int, take: Callable[[str, MainWindow], None]) -> None:
        self.app = app
        self.take = take
        self.folder = Path(tempfile.mkdtemp(prefix="latentlab-"))
        self.session = Session(self.folder / "runs")
        self.window = MainWindow(self.session, QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat))
        self.window.resize(width, height)
        self.window.show()

    def until(self, condition: Callable[[], bool], settle: float = 0.6) -> None:
        """Let the window work until a condition holds, and a moment more."""
        began = time.monotonic()
        while not condition():
            self.app.processEvents()
            if time.monotonic() - began > PATIENCE:
                raise SystemExit(f"gave up waiting; the window says: {self.window.message_bar.text() or 'nothing'}")
        settled = time.monotonic() + settle
        while time.monotonic() < settled:
            self.app.processEvents()

    def shoot(self, name: str) -> None:
        self.take(name, self.window)

    def tour(self, steps: int) -> None:
        """Every state once."""
        session, window = self.session, self.window
        self.until(lambda: True)
        self.shoot("loading")
        session.start()
        self.until(lambda: session.state is State.EMPTY)
        self.shoot("empty")
        window.setup.form.set_config(override(load_preset("digits-cr"), [f"train.steps={steps}", "train.checkpoint_every=100"]))
        window.train_button.click()
        self.until(lambda: session.shown_step is not None)
        session.random_image()
        self.until(lambda: session.step > steps * 0.7)
        window.latent.slider(3).set_value(2.0, notify=True)
        self.until(lambda: session.step > steps * 0.8)
        self.shoot("training")
        window.pause_button.click()
        self.until(lambda: session.state is State.PAUSED)
        self.shoot("paused")
        window.pause_button.click()
        self.until(lambda: session.state is State.FINISHED)
        self.shoot("finished")
        window.message_bar.dismiss()
        window.show_workspace("explore")
        self.until(window.traversal.export.isEnabled)
        self.shoot("exploring")
        for workspace in WORKSPACES:
            window.show_workspace(workspace)
            self.until(lambda: True, settle=SETTLING)
            self.shoot(workspace)
        window.show_workspace("explore")
        window.setup.form.set_config(override(load_preset("mnist-vae"), ["data.root=/no/such/folder"]))
        window.train_button.click()
        self.until(lambda: session.state is State.FINISHED)
        self.shoot("error")
        window.close()
        self.until(lambda: not window.isVisible(), settle=0)


def main() -> None:
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    collector = GuiGarbageCollector()
    if sys.argv[1:2] == ["--all"] and len(sys.argv) == 3:
        folder = Path(sys.argv[2])
        variants = [(scheme, size) for scheme in ("light", "dark") for size in ((1280, 800), (1920, 1080))]
        wanted = None
    elif len(sys.argv) == 1:
        folder = Path(__file__).resolve().parents[1] / "resources" / "screenshots"
        variants = [("light", (1280, 800))]
        wanted = {"training", "exploring"}
    else:
        raise SystemExit(__doc__)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, (width, height) in variants:
        theme.apply_theme(app, scheme)

        def take(name: str, window: MainWindow, suffix: str = f"-{scheme}-{width}") -> None:
            if wanted is None or name in wanted:
                path = folder / f"{name}{'' if wanted else suffix}.png"
                window.grab().save(str(path))
                print(path)

        Photographer(app, width, height, take).tour(steps=400)
    collector.close()


if __name__ == "__main__":
    main()
