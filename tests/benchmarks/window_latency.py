"""How late the window's thread is while a model trains behind it, and how soon a slider's image is there.

Run it with `python tests/benchmarks/window_latency.py [SECONDS]`; without a display, with QT_QPA_PLATFORM=offscreen. A precise
16 ms timer on the GUI thread notes how late each of its ticks is, first with nothing going on, then with the digits preset in
training, its plots drawn and its explorer live, then with a slider in motion as well, then with training stopped and the slider
still in motion.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from latentlab.config import load_preset, override
from latentlab.gui import theme
from latentlab.gui.app import SWITCH_INTERVAL
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.session import Session

TICK_MS = 16
LIMIT_MS = 8


class Lateness:
    """Ticks every 16 ms; keeps how much later than that each came."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def during(self, seconds: float, also: Callable[[], None] | None = None) -> np.ndarray:
        """Lateness in ms of each tick while the event loop runs for a time; `also` is called at every turn of the loop."""
        self.late_ms = []
        self._last = time.perf_counter()
        self._timer.start()
        ending = QTimer(singleShot=True, interval=round(seconds * 1000))
        loop = QEventLoop()
        ending.timeout.connect(loop.quit)
        mover = QTimer(interval=TICK_MS)
        if also:
            mover.timeout.connect(also)
            mover.start()
        ending.start()
        loop.exec()
        self._timer.stop()
        return np.array(self.late_ms)


class SliderDelays:
    """Moves the first latent slider, and notes how long after a move its image is there."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session, self._window = session, window
        self._asked: dict[float, float] = {}
        self._delays: list[float] = []
        session.latent.picture_changed.connect(self._answered)

    def move(self) -> None:
        """To the next place of a swing."""
        value = np.float32(2 * np.sin(time.perf_counter() * 3))
        began = time.perf_counter()
        self._window.pane(LatentPane).sliders.of_dimension(0).set_value(float(value), notify=True)
        self._asked[float(self._session.latent.current.z[0])] = began

    def take(self) -> np.ndarray:
        """The delays since the last call, in ms."""
        delays, self._delays = self._delays, []
        return np.array(delays)

    def _answered(self, picture: object) -> None:
        began = self._asked.pop(float(picture.z[0]), None)
        if began is not None:
            self._delays.append((time.perf_counter() - began) * 1000)


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication(sys.argv[:1])
    theme.apply_theme(app, "light")
    collector = GuiGarbageCollector()
    folder = Path(tempfile.mkdtemp())
    session = Session(folder / "runs")
    window = MainWindow(session, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window.show()
    session.start()

    def until(state: State) -> None:
        while session.run.state is not state:
            app.processEvents()

    lateness = Lateness()
    until(State.EMPTY)
    rows = [("idle", lateness.during(min(seconds, 5)))]
    window.setup.form.set_config(override(load_preset("digits"), ["train.steps=1000000"]))
    window.run_bar.train_button.click()
    until(State.RUNNING)
    lateness.during(3)  # the first steps warm up
    rows.append(("training", lateness.during(seconds)))

    slider = SliderDelays(session, window)
    rows.append(("training, slider in motion", lateness.during(seconds, slider.move)))
    assert session.run.state is State.RUNNING
    while_training = slider.take()
    window.run_bar.stop_button.click()
    until(State.STOPPED)
    lateness.during(1)
    rows.append(("idle, slider in motion", lateness.during(min(seconds, 10), slider.move)))
    while_idle = slider.take()
    print(f"lateness of a {TICK_MS} ms timer on the GUI thread, in ms (limit at p99 while training: {LIMIT_MS})")
    for name, values in rows:
        p50, p99 = np.percentile(values, [50, 99])
        print(f"  {name:28s} p50 {p50:5.2f}   p99 {p99:5.2f} ({p99 / LIMIT_MS:4.2f} of the limit)   worst {values.max():6.2f}")
    print("slider to new pixels, in ms")
    for name, delays, limit in (("training", while_training, 33), ("idle", while_idle, 17)):
        p50, p95 = np.percentile(delays, [50, 95])
        print(f"  {name:28s} p50 {p50:5.1f}   p95 {p95:5.1f} ({p95 / limit:4.2f} of {limit})   {len(delays)} images")
    window.close()
    while window.isVisible():
        app.processEvents()
    collector.close()


if __name__ == "__main__":
    main()
