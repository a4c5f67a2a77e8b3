"""How many frames a second the latent map draws while 200,000 points are panned, beside the limit of 30.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/latent_map.py [--points N]
"""

import argparse
import statistics
import time

import numpy as np
from PySide6.QtWidgets import QApplication

from latentlab.explore.scatter import class_colours
from latentlab.gui.widgets.map_view import MapView

_FRAMES = 60
_LIMIT = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=200_000)
    arguments = parser.parse_args()
    app = QApplication([])
    random = np.random.default_rng(0)
    view = MapView()
    view.resize(900, 700)
    points = random.standard_normal((arguments.points, 2)).astype(np.float32)
    view.set_points(points, class_colours(random.integers(0, 10, arguments.points)))
    view.show()
    app.processEvents()
    times = []
    for frame in range(_FRAMES):
        began = time.perf_counter()
        shift = 0.02 * frame
        view._look(-4 + shift, 4 + shift, -3, 3)
        view.repaint()
        times.append(time.perf_counter() - began)
    rate = 1 / statistics.median(times)
    print(f"{arguments.points:,} points: {rate:.0f} frames a second, {rate / _LIMIT:.1f} times the limit of {_LIMIT:.0f}")


if __name__ == "__main__":
    main()
