"""How soon a slider's image is there where the model is on another computer, with time added to the pipe.

Run it with `python tests/benchmarks/remote_latency.py [RUN] [MILLISECONDS] [IMAGES]`: RUN is the folder of a run, by default of
the one that ships; 30 ms are added, half of them on each way, and 300 images are asked for. The time of a round trip is that of
an empty question. The image is to be there 20 ms after it at most, in 95 of 100 times.
"""

import itertools
import shlex
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import BinaryIO

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from latentlab.explore.requests.images import Decode, Picture
from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.remote import protocol
from latentlab.remote.address import Address
from latentlab.remote.folder import RemoteFolder
from latentlab.remote.renderer import RemoteRenderer
from latentlab.shipped import unpacked_run

TICK_MS, LIMIT_MS = 16, 20


def relay(milliseconds: float, command: list[str]) -> int:
    """Run a command, and hand on what it reads and writes, each half of a time later."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    threading.Thread(target=_hand_on, args=(sys.stdin.buffer, process.stdin, milliseconds / 2000), daemon=True).start()
    _hand_on(process.stdout, sys.stdout.buffer, milliseconds / 2000)
    return process.wait()


def _hand_on(source: BinaryIO, target: BinaryIO, seconds: float) -> None:
    blocks: Queue[tuple[float, bytes]] = Queue()
    ended = threading.Event()

    def read() -> None:
        while True:
            block = source.read1(2**16)  # type: ignore[attr-defined]
            blocks.put((time.perf_counter() + seconds, block))
            if not block:
                ended.set()  # nobody waits for what is left
                return

    threading.Thread(target=read, daemon=True).start()
    while True:
        due, block = blocks.get()
        ended.wait(max(0.0, due - time.perf_counter()))
        if not block:
            target.close()
            return
        target.write(block)
        target.flush()


def main() -> int:
    run = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else unpacked_run()
    added = float(sys.argv[2]) if len(sys.argv) > 2 else 30.0
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    via = shlex.join([sys.executable, __file__, "--relay", str(added), sys.executable, "-m", "latentlab"])
    with tempfile.TemporaryDirectory() as cache:
        folder = RemoteFolder(Address.parse(f"ssh://box{run}"), via, cache=Path(cache))
        folder.connect()
        renderer = folder.renderer(folder.update(run.name))
        size = renderer.config.model.latent_dim
        chance = np.random.default_rng(0)
        drawn = renderer.render(Traverse(Traversal(), np.zeros(size, np.float32), None, ""))
        assert isinstance(drawn, DrawnTraversal), drawn

        def decode() -> None:
            assert isinstance(renderer.render(Decode(chance.normal(size=size).astype(np.float32))), Picture)

        def traverse() -> None:
            z = chance.normal(size=size).astype(np.float32)
            assert isinstance(renderer.render(Traverse(Traversal(), z, None, "")), DrawnTraversal)

        trip = _measure("a round trip", lambda: folder.ask(protocol.PING), count)
        image = _measure("a slider's image", decode, count)
        _measure("a traversal", traverse, count // 5)
        drag = _tell("while it is dragged", _drag(renderer, count))
        folder.close()
    late = max(image, drag) - trip
    print(f"a slider's image comes {late:.1f} ms after a round trip (95 %); {LIMIT_MS} ms are allowed")
    return 0 if late <= LIMIT_MS else 1


def _drag(renderer: RemoteRenderer, count: int) -> list[float]:
    """Milliseconds from a slider's move to its image on the window's thread, of each image that came; a move every 16 ms."""
    app = QCoreApplication.instance() or QCoreApplication([])
    thread, loop = RenderThread(), QEventLoop(app)
    thread.loaded.connect(loop.quit)
    thread.start()
    thread.show(renderer)
    loop.exec()  # torch is loaded and the model is looked at
    z, moves, times = np.zeros(renderer.config.model.latent_dim, np.float32), itertools.count(), list[float]()

    def move() -> None:
        at = next(moves)
        if at == count:
            QTimer.singleShot(1000, loop.quit)
        if at < count:
            start, request = time.perf_counter(), Decode(z + np.float32(at / count))
            thread.submit("decode", request, lambda _: times.append((time.perf_counter() - start) * 1000))

    clock = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
    clock.timeout.connect(move)
    clock.start()
    loop.exec()
    clock.stop()
    thread.close()
    assert len(times) > count / 2, f"{len(times)} images of {count} moves"
    return times


def _measure(what: str, act: Callable[[], object], count: int) -> float:
    times = []
    for _ in range(count):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return _tell(what, times)


def _tell(what: str, times: list[float]) -> float:
    median, most = np.percentile(times, [50, 95])
    print(f"{what:20} median {median:6.1f} ms, 95 % within {most:6.1f} ms")
    return float(most)


if __name__ == "__main__":
    sys.exit(relay(float(sys.argv[2]), sys.argv[3:]) if sys.argv[1:2] == ["--relay"] else main())
