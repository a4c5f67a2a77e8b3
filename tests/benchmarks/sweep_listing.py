"""How long a sweep takes to be listed: `latentlab sweep … --dry-run`, its cells finished, and none begun.

python tests/benchmarks/sweep_listing.py [--cells N] [--rounds N]
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from latentlab.sweeps import Sweep, load_sweep, survey
from latentlab.sweeps.records import Record, now
from latentlab.sweeps.runner import take_cell

_TEXT = """
name = "many"
seeds = [{seeds}]
grid.objective.beta = [1.0, 2.0]
evaluate = {{ samples = 2, images = 20 }}
[base]
device = "cpu"
model = {{ name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }}
data = {{ size = 16 }}
train = {{ steps = 200, batch_size = 16, report_every = 2, checkpoint_every = 50, threads = 1 }}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cells", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "many.toml").write_text(_TEXT.format(seeds=", ".join(map(str, range(arguments.cells // 2)))))
        sweep = load_sweep(folder / "many.toml")
        _time(f"{len(sweep.cells)} cells, none begun", folder, arguments.rounds)
        _finish_all(sweep, folder / "many")
        assert {outcome.status for outcome in survey(sweep, folder / "many")} == {"finished"}
        _time(f"{len(sweep.cells)} cells, all finished", folder, arguments.rounds)


def _time(what: str, folder: Path, rounds: int) -> None:
    command = [sys.executable, "-m", "latentlab", "sweep", str(folder / "many.toml"), "--out", str(folder), "--dry-run"]
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    print(f"{what:30} {statistics.median(times):6.2f} s (median of {rounds}, {min(times):.2f} to {max(times):.2f})")


def _finish_all(sweep: Sweep, folder: Path) -> None:
    """One run is trained and measured; the others' folders are copies with the settings of their cells."""
    first = take_cell(sweep, folder)
    assert first is not None
    assert first.run is not None
    header = (first.run.path / "run.toml").read_text()
    old = first.cell.config
    for number, cell in enumerate(sweep.cells[1:], start=1):
        run = folder / f"{first.run.path.name}-{number}"
        shutil.copytree(first.run.path, run)
        new = header.replace(f"beta = {old.objective.beta}", f"beta = {cell.config.objective.beta}")
        new = new.replace(f"seed = {old.seed}\n", f"seed = {cell.config.seed}\n", 1)
        (run / "run.toml").write_text(new)
        Record(key=cell.key, run=run.name, status="finished", at=now()).write(folder)


if __name__ == "__main__":
    main()
