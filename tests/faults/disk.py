"""A small disk that is full at different moments of a run: training waits, and goes on when there is room."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from latentlab import api
from latentlab.config import load_preset, override
from latentlab.training import Step, Trainer
from latentlab.training import trainer as training
from tests.faults.children import command, run_to_end
from tests.faults.tally import Tally
from tests.faults.tiny import differences, runs_in, settings

_SIZE = 2 * 2**20
_STEPS = 22
_MOMENTS = (1, 4, 5, 9, 10, 14, 19, 21, -10, -22)
"""Steps after which the disk is filled; negative: in the middle of this step's checkpoint."""
_TRIES = 2
"""How often the run tries in vain before there is room again."""


def attack(count: int | None, seed: int) -> bool:
    """Fill a disk at this many moments; whether nothing was lost. Nothing is tried where no disk can be mounted."""
    del seed
    tally = Tally("disk full")
    with tempfile.TemporaryDirectory() as folder:
        straight = Path(folder) / "straight"
        if run_to_end(command("train", *settings("mlp", _STEPS), "--out", straight), Path(folder) / "log") != 0:
            raise RuntimeError((Path(folder) / "log").read_text()[-2000:])
        for moment in _MOMENTS[:count]:
            with _small_disk(Path(folder) / f"disk{moment}") as disk:
                if disk is None:
                    print("disk: skipped, because only root can mount a small disk.")
                    return True
                _try(moment, disk, runs_in(straight)[0], Path(folder) / f"log{moment}", tally)
    return tally.close()


def _try(moment: int, disk: Path, straight: Path, log: Path, tally: Tally) -> None:
    row = f"in the checkpoint of step {-moment}" if moment < 0 else f"after step {moment}"
    code = run_to_end(lambda: _train(moment, disk), log)
    text = log.read_text(encoding="utf-8", errors="replace")
    waited = text.count("WAITING")
    tally.count(row, "waits", waited)
    if code != 0:
        tally.lose(row, f"exit code {code}: {text[-1500:]}")
    elif not waited:
        tally.lose(row, "training did not wait")
    elif problems := differences(runs_in(disk)[0], straight):
        tally.lose(row, "; ".join(problems))


def _train(moment: int, disk: Path) -> int:
    assignments = [text for text in settings("mlp", _STEPS) if "=" in text]
    trainer = api.prepare(override(load_preset("digits"), assignments), disk)
    tries = 0

    def look(trainer: Trainer, step: Step) -> None:
        nonlocal tries
        if step.waiting:
            print("WAITING", step.waiting, flush=True)
            tries += 1
            if tries == _TRIES:
                (disk / "filler").unlink()
        elif step.step == moment:
            _fill(disk)

    if moment < 0:
        training.save_file = _filling_first(training.save_file, trainer, -moment, disk)  # type: ignore[attr-defined]
    api.drive(trainer, look)
    return 0


def _filling_first(save: Callable[..., None], trainer: Trainer, step: int, disk: Path) -> Callable[..., None]:
    filled = False

    def save_file(tensors: object, path: Path) -> None:
        nonlocal filled
        if trainer.step == step and not filled:
            filled = True
            _fill(disk)
        save(tensors, path)

    return save_file


def _fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))


@contextlib.contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        yield None
        return
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", folder], capture_output=True, check=False)
    try:
        yield folder if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", folder], check=True)
