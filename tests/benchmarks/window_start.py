"""How soon the window is painted, against a bare one of PySide6 and pyqtgraph.

Run it with `python tests/benchmarks/window_start.py [REPEATS]`; without a display, with QT_QPA_PLATFORM=offscreen. Both windows
are opened in processes of their own, in turns, so that other load falls on both. Reported are the medians of the
wall clock's and of the processor's seconds from the start of the interpreter to the end of the first paint, and their ratios.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

LIMIT = 2.0

_BARE = """
import time; began = time.perf_counter(), time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1280, 800)
"""

_OURS = """
import time; began = time.perf_counter(), time.process_time()
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.session import Session
app = QApplication(["latentlab"])
theme.apply_theme(app, "light")
folder = Path(sys.argv[1])
window = MainWindow(Session(folder / "runs"), QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
"""

_PAINT = """
window.show()
while not window.isVisible():
    app.processEvents()
window.grab()
app.processEvents()
print(f"[{time.perf_counter() - began[0]}, {time.process_time() - began[1]}]", flush=True)
import os; os._exit(0)
"""


def _seconds(program: str) -> tuple[float, float]:
    """Seconds of the wall clock and of the processor until a window is painted."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run(
            [sys.executable, "-c", program + _PAINT, folder], capture_output=True, text=True, check=True, env=environ
        )
    wall, processor = json.loads(run.stdout.splitlines()[-1])
    return wall, processor


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    _seconds(_BARE), _seconds(_OURS)  # files come into the system's cache
    pairs = [(_seconds(_BARE), _seconds(_OURS)) for _ in range(repeats)]
    print(f"seconds until the first window is painted, medians of {repeats}")
    for clock, at in (("wall clock", 0), ("processor", 1)):
        bare, ours = (statistics.median(pair[side][at] for pair in pairs) for side in (0, 1))
        print(f"  {clock:10s} bare {bare:5.2f}   LatentLab {ours:5.2f}   ratio {ours / bare:4.2f} ({LIMIT:g} is the limit)")


if __name__ == "__main__":
    main()
