"""Prepared images against opening a file for each: images a second, and the memory that preparing 50,000 takes.

    python tests/benchmarks/prepared_store.py [--images 50000] [--size 64]

The files are links to the synthetic faces of the test inputs (128×128 JPEG), under as many names as asked for.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

_BATCH = 128
_SECONDS = 5.0
_INPUTS = Path(os.environ.get("LATENTLAB_TEST_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))


def main() -> None:
    """Print a line for each number. Each part is measured in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=50_000)
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--part", choices=_PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        print(json.dumps(_PARTS[arguments.part](arguments.folder, arguments.size)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "images")
        _link(folder, arguments.images)
        os.environ["LATENTLAB_CACHE"] = place
        results = {}
        for part in _PARTS:
            command = [sys.executable, __file__, "--part", part, "--folder", str(folder), "--size", str(arguments.size)]
            results[part] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for part, values in results.items():
        print(f"{part:12} {'  '.join(f'{name} {value:,.0f}' for name, value in values.items())}")
    ratio = results["store"]["images/s"] / results["files"]["images/s"]
    print(f"a prepared store gives {ratio:,.0f} times the images a second of opening a file for each")


def _link(folder: Path, count: int) -> None:
    originals = folder.with_name("originals")
    with zipfile.ZipFile(_INPUTS / "faces" / "faces-128.zip") as archive:
        archive.extractall(originals)
    files = sorted(path for path in originals.rglob("*.jpg"))
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.jpg").hardlink_to(files[number % len(files)])


def _scan(folder: Path, size: int) -> dict[str, float]:
    from latentlab.data.scan import scan

    before, began = _peak(), time.perf_counter()
    report = scan(folder)
    return {"images/s": report.total / (time.perf_counter() - began), "MB beyond the imports": _peak() - before}


def _prepare(folder: Path, size: int) -> dict[str, float]:
    from latentlab.data.prepare import prepare
    from latentlab.data.prepared import StoreSettings, read_index

    before, began = _peak(), time.perf_counter()
    store = prepare(folder, StoreSettings(size=size))
    seconds = time.perf_counter() - began
    peak = _peak() - before
    return {"images/s": len(read_index(store).files) / seconds, "MB beyond the imports": peak}


def _store(folder: Path, size: int) -> dict[str, float]:
    from latentlab.config import DataConfig
    from latentlab.data import BatchOrder, load_dataset

    began = time.perf_counter()
    train = load_dataset(DataConfig(name="folder", root=str(folder), size=size)).train
    opened = time.perf_counter() - began
    order = BatchOrder(len(train), _BATCH, 0)
    rate = _images_per_second(lambda: len(train.batch(order.next())))
    return {"images/s": rate, "ms to open": 1000 * opened}


def _files(folder: Path, size: int) -> dict[str, float]:
    import torch
    from PIL import Image, ImageOps
    from torch.utils.data import DataLoader, Dataset
    from torchvision.transforms.functional import to_tensor

    paths = sorted(folder.iterdir())

    class Opened(Dataset):
        def __len__(self) -> int:
            return len(paths)

        def __getitem__(self, index: int) -> torch.Tensor:
            with Image.open(paths[index]) as image:
                return to_tensor(ImageOps.fit(image.convert("RGB"), (size, size), Image.Resampling.LANCZOS))

    rates = {}
    for workers in (0, 2):
        batches = iter(DataLoader(Opened(), _BATCH, shuffle=True, num_workers=workers))
        next(batches)
        rates[workers] = _images_per_second(lambda batches=batches: len(next(batches)))
    return {"images/s": max(rates.values()), **{f"with {workers} workers": rate for workers, rate in rates.items()}}


def _images_per_second(batch: Callable[[], int]) -> float:
    count, began = 0, time.perf_counter()
    while (seconds := time.perf_counter() - began) < _SECONDS:
        count += batch()
    return count / seconds


def _peak() -> float:
    """MB of memory that this process held at most, so far."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


_PARTS = {"scan": _scan, "prepare": _prepare, "store": _store, "files": _files}

if __name__ == "__main__":
    main()
