"""How soon the window is painted, against a bare one of PySide6 and pyqtgraph.

Run it with `python tests/benchmarks/window_start.py [REPEATS]`; without a display, with QT_QPA_PLATFORM=offscreen. Both windows
are opened in processes of their own, in turns, so that other load falls on both; LatentLab's as `latentlab` opens it, whose
command line is loaded too. Reported are the medians of the wall clock's and of the main thread's seconds from the start of the
interpreter to the end of the first paint, and their ratios. All modules are compiled before, as an installer does.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 2.0

_PAINT = """
def painted(*arguments):
    class Watch(QObject):
        done = False
        def eventFilter(self, watched, event):
            self.done = self.done or event.type() is QEvent.Type.Paint
            return False
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    while not watch.done:
        QApplication.processEvents()
    QApplication.processEvents()
    print(f"[{time.perf_counter() - began[0]}, {time.thread_time() - began[1]}]", flush=True)
    os._exit(0)
"""

_BARE = f"""
import os, time; began = time.perf_counter(), time.thread_time()
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
{_PAINT}
app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1280, 800)
window.show()
painted()
"""

_OURS = f"""
import os, sys, time; began = time.perf_counter(), time.thread_time()
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
{_PAINT}
QApplication.exec = painted
from latentlab.cli import main
sys.argv[1:] = []
main()
"""


def _seconds(program: str, compiled: Path) -> tuple[float, float]:
    """Seconds of the wall clock and of the main thread until a window is painted, for a user who has nothing yet."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), home)
        paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
        run = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, **places, **paths}
        )
    wall, processor = json.loads(run.stdout.splitlines()[-1])
    return wall, processor


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder)
        _seconds(_BARE, compiled), _seconds(_OURS, compiled)  # files come into the system's cache
        pairs = [(_seconds(_BARE, compiled), _seconds(_OURS, compiled)) for _ in range(repeats)]
    print(f"seconds until the first window is painted, medians of {repeats}")
    for clock, at in (("wall clock", 0), ("main thread", 1)):
        bare, ours = (statistics.median(pair[side][at] for pair in pairs) for side in (0, 1))
        print(f"  {clock:11s} bare {bare:5.2f}   LatentLab {ours:5.2f}   ratio {ours / bare:4.2f} ({LIMIT:g} is the limit)")


if __name__ == "__main__":
    main()
