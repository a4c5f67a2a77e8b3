"""Tries an installed or built LatentLab from the outside: trains ten steps, draws a traversal, opens the window and closes it.

    python packaging/smoke.py PROGRAM [--window]

PROGRAM is the command, for example dist/latentlab/latentlab. `--window` needs Linux with Xvfb and xdotool. Uses nothing but the
standard library, and works in a temporary folder, with settings of its own.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 300.0
_SWEEP = """name = "smoke"
preset = "digits"
evaluate = { samples = 2 }
[base.train]
steps = 2
[grid]
objective.beta = [1, 2]
"""
"""Two runs, in two processes that the program starts by itself."""
_WITH_EXTRAS = {
    "onnx": (("export", "RUN", "--to", "onnx", "-o", "onnx"), "onnx/decoder.onnx"),
    "parquet": (("metrics", "RUN", "-o", "metrics.parquet"), "metrics.parquet"),
    "tensorboard": (("tensorboard", "RUN", "-o", "events"), "events"),
    "video": (("traverse", "RUN", "-o", "traversal.mp4"), "traversal.mp4"),
}
"""What is tried where an extra is installed: a command, and what it writes."""


def without_window(program: str, environ: Mapping[str, str], folder: Path) -> dict[str, float]:
    """Seconds that each command took.

    Raises:
        SystemExit: if one of them fails, or does not do what it should.
    """
    seconds = {}

    def run(*arguments: str) -> str:
        began = time.monotonic()
        done = subprocess.run(
            [program, *arguments],
            cwd=folder,
            env=dict(environ),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
        seconds.setdefault(f"latentlab {arguments[0]}", time.monotonic() - began)
        if done.returncode:
            raise SystemExit(f"{program} {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout.strip()

    version = run("--version")
    expect(version.startswith("latentlab "), f"--version printed {version!r}")
    found = json.loads(run("doctor", "--json"))
    expect(found["ok"], f"doctor has problems: {found['problems']}")
    trained = run("train", "--preset", "digits", "--set", "train.steps=10", "--out", "runs").splitlines()[-1]
    expect((folder / trained / "metrics.jsonl").is_file(), f"train printed {trained!r}, where there is no run")
    run("traverse", trained, "-o", "traversal.png")
    expect((folder / "traversal.png").read_bytes().startswith(b"\x89PNG"), "traversal.png is no PNG")
    for extra, (arguments, written) in _WITH_EXTRAS.items():
        if all(found["extras"][extra].values()):
            run(*(trained if argument == "RUN" else argument for argument in arguments))
            expect((folder / written).exists(), f"latentlab {arguments[0]} did not write {written}")
    (folder / "sweep.toml").write_text(_SWEEP)
    run("sweep", "sweep.toml", "--workers", "2")
    expect((folder / "sweeps" / "smoke").is_dir(), "sweep left no folder")
    page = run("docs", "--out", "manual")
    expect((folder / page).is_file(), f"docs printed {page!r}, where there is no file")
    return seconds


def with_window(program: str, environ: Mapping[str, str], folder: Path) -> dict[str, float]:
    """Seconds until the program's window is there, and until it has closed when asked to by SIGTERM.

    Raises:
        SystemExit: if it does not appear, or ends in another way.
    """
    with _display() as display:
        environ = {**environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with (folder / "window.txt").open("w+") as said:
            began = time.monotonic()
            process = subprocess.Popen([program], cwd=folder, env=environ, stdout=said, stderr=said)
            try:
                _wait_for_window(process, environ)
                shown = time.monotonic()
                process.terminate()
                code = process.wait(_PATIENCE)
            finally:
                process.kill()
            said.seek(0)
            expect(code == 128 + signal.SIGTERM, f"the window ended with exit code {code}: {said.read()}")
        return {"window appears": shown - began, "window closes": time.monotonic() - shown}


def expect(true: bool, problem: str) -> None:
    if not true:
        raise SystemExit(problem)


def own_surroundings(folder: Path) -> dict[str, str]:
    """Variables that keep a program's settings, cache and log in a folder, and this environment's packages out of it."""
    places = {name: str(folder / name.lower()) for name in ("LATENTLAB_CACHE", "LATENTLAB_SETTINGS", "LATENTLAB_LOG")}
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}}
    return {**kept, **places, "PYTHONIOENCODING": "utf-8"}


@contextmanager
def _display() -> Iterator[str]:
    for needed in ("Xvfb", "xdotool"):
        expect(shutil.which(needed) is not None, f"{needed} is not installed; apt-get install xvfb xdotool")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _wait_for_window(process: "subprocess.Popen[bytes]", environ: Mapping[str, str]) -> None:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "LatentLab"],
            env=dict(environ),
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            return
        time.sleep(0.1)
    raise SystemExit(f"no window appeared; exit code {process.poll()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--window", action="store_true")
    arguments = parser.parse_args()
    program = str(Path(arguments.program).absolute())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds = without_window(program, own_surroundings(folder), folder)
        if arguments.window:
            seconds |= with_window(program, own_surroundings(folder), folder)
    for what, took in seconds.items():
        print(f"{what}: {took:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
