"""Whether the window stays free while a model is looked at that takes far longer than a frame to decode.

Run it with `python tests/benchmarks/large_model.py [SECONDS]`; without a display, with QT_QPA_PLATFORM=offscreen. A ResNetV2
of the published width and 512 dimensions, for colour images of 128×128, takes one step on noise. Its run is opened, and a
slider is kept in motion: a 16 ms timer on the GUI thread notes how late it is meanwhile, against the same window with nothing
going on.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from window_latency import TICK_MS, Lateness, SliderDelays

import latentlab
from latentlab.gui import theme
from latentlab.gui.app import SWITCH_INTERVAL
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session

FRAME_MS = 100
"""A person calls a window frozen when it does not answer within this."""


def large_run(folder: Path) -> Path:
    """A run of the large model, one step old."""
    images = folder / "noise"
    images.mkdir()
    generator = np.random.default_rng(0)
    for number in range(10):
        noise = generator.integers(0, 256, (128, 128, 3), dtype=np.uint8)
        Image.fromarray(noise).save(images / f"{number}.png")
    settings = [
        "name=large",
        "data.size=128",
        f"data.root={images}",
        "train.steps=1",
        "train.batch_size=2",
        "device=cpu",
        "train.precision=float32",
    ]
    config = latentlab.override(latentlab.load_preset("how-to-train"), [*settings, "adversarial.weight=0"])
    return latentlab.train(config, folder / "runs").path


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication(sys.argv[:1])
    theme.apply_theme(app, "light")
    collector = GuiGarbageCollector()
    folder = Path(tempfile.mkdtemp())
    run = large_run(folder)
    session = Session(folder / "runs")
    window = MainWindow(session, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window.show()
    session.start()

    def until(state: State) -> None:
        while session.run.state is not state:
            app.processEvents()

    lateness = Lateness()
    until(State.EMPTY)
    rows = [("idle", lateness.during(3))]
    session.runs.open(run)
    until(State.OPENED)
    rows.append(("run just opened", lateness.during(3)))
    slider = SliderDelays(session, window)
    rows.append(("slider in motion", lateness.during(seconds, slider.move)))
    delays = slider.take()
    print(f"lateness of a {TICK_MS} ms timer on the GUI thread, in ms (frozen: {FRAME_MS})")
    for name, values in rows:
        p50, p99 = np.percentile(values, [50, 99])
        worst = values.max()
        print(f"  {name:20s} p50 {p50:5.2f}   p99 {p99:6.2f}   worst {worst:6.2f} ({worst / FRAME_MS:4.2f} of frozen)")
    if len(delays):
        print(f"slider to new pixels: median {np.median(delays):.0f} ms, {len(delays) / seconds:.1f} images a second")
    window.close()
    while window.isVisible():
        app.processEvents()
    collector.close()


if __name__ == "__main__":
    main()
