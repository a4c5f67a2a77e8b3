"""Images a second of a run in the window, its plots drawn, beside the same run without a window and with as many threads.

python tests/benchmarks/window_cost.py [ROUNDS] [SETTING=VALUE ...]; without a display, with QT_QPA_PLATFORM=offscreen

Each is a process of its own, in turns, measured from the run's third second on. In the window the workspace of the running
model is open and nothing is touched.
"""

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WARM_UP, _SECONDS = 3.0, 10.0
_STEPS = 100_000_000


def in_window(settings: list[str]) -> dict[str, float]:
    """Steps a second, and the threads that the run had."""
    import torch
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from latentlab.gui import theme
    from latentlab.gui.app import SWITCH_INTERVAL
    from latentlab.gui.garbage import GuiGarbageCollector
    from latentlab.gui.main_window import MainWindow
    from latentlab.gui.models.current_run import State
    from latentlab.gui.session import Session

    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication(sys.argv[:1])
    theme.apply_theme(app, "light")
    collector = GuiGarbageCollector()
    folder = Path(tempfile.mkdtemp())
    session = Session(folder / "runs")
    window = MainWindow(session, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 800)
    window.show()
    session.start()
    while session.run.state is not State.EMPTY:
        app.processEvents()
    window.setup.form.set_config(_config(settings))
    window.run_bar.train_button.click()
    while session.run.state is not State.RUNNING:
        app.processEvents()

    def steps_within(seconds: float) -> float:
        loop, began, first = QEventLoop(), time.perf_counter(), session.training.step
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        return (session.training.step - first) / (time.perf_counter() - began)

    steps_within(_WARM_UP)
    rate = steps_within(_SECONDS)
    window.run_bar.stop_button.click()
    while session.run.state is not State.STOPPED:
        app.processEvents()
    window.close()
    while window.isVisible():
        app.processEvents()
    collector.close()
    return {"rate": rate, "threads": torch.get_num_threads()}


def alone(settings: list[str], threads: int) -> dict[str, float]:
    """Steps a second with so many threads."""
    from latentlab import api
    from latentlab.training import Step, Trainer

    times: list[float] = []

    def on_step(trainer: Trainer, step: Step) -> None:
        del trainer, step
        times.append(time.perf_counter())
        if times[-1] - times[0] > _WARM_UP + _SECONDS:
            raise KeyboardInterrupt

    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        api.drive(api.prepare(_config(settings), folder), on_step, threads)
    counted = [at for at in times if at - times[0] >= _WARM_UP]
    return {"rate": (len(counted) - 1) / (counted[-1] - counted[0]), "threads": threads}


def _config(settings: list[str]) -> object:
    from latentlab.config import load_preset, override

    return override(load_preset("digits"), [f"train.steps={_STEPS}", *settings])


def begin(which: str, settings: list[str], threads: int = 0) -> "subprocess.Popen[str]":
    """A process that measures "window" or "alone"."""
    return subprocess.Popen(
        [sys.executable, __file__, "--child", which, str(threads), *settings], stdout=subprocess.PIPE, text=True
    )


def rate_of(child: "subprocess.Popen[str]") -> dict[str, float]:
    """What it measured."""
    output, _ = child.communicate()
    measured: dict[str, float] = json.loads(output.splitlines()[-1])
    return measured


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        which, threads, *settings = sys.argv[2:]
        print(json.dumps(in_window(settings) if which == "window" else alone(settings, int(threads))))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    settings = sys.argv[2:]
    shares = []
    for _ in range(rounds):
        window = rate_of(begin("window", settings))
        without = rate_of(begin("alone", settings, int(window["threads"])))
        shares.append(window["rate"] / without["rate"])
        print(
            f"steps a second with {window['threads']} threads: in the window {window['rate']:.1f}, alone {without['rate']:.1f}"
        )
    print(f"the window's share: {statistics.median(shares):.3f}, median of {rounds}")


if __name__ == "__main__":
    main()
