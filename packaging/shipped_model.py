"""Trains the model that ships with LatentLab and that the welcome page shows, and packs its run folder into resources/.

    .venv/bin/python packaging/shipped_model.py MNIST_FOLDER [--run RUN]

MNIST_FOLDER holds t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz (10,000 images). Training takes about two minutes on
one core; --run packs a run that was trained before. What is shipped is a run folder without the optimiser's state, with its
reports thinned, and with a few of its held-out images, so that it opens on any computer.
"""

import argparse
import gzip
import json
import shutil
import struct
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from latentlab.api import train
from latentlab.config import load_preset, override, with_data_root
from latentlab.evaluation.run_images import open_images
from latentlab.runs import IMAGES_FILE, Run, thinned
from latentlab.runs.checkpoints import path_of
from latentlab.runs.manifest import read_manifest, write_manifest
from latentlab.shipped import IMAGES_FOLDER, SHIPPED_RUN

_SETTINGS = (
    "name=mnist",
    "device=cpu",
    "model.name=mlp",
    "model.hidden=128",
    "model.layers=2",
    "model.latent_dim=10",
    "train.steps=12000",
    "train.threads=1",
    "train.checkpoint_every=1000",
    "train.batch_size=128",
)
_REPORTS, _IMAGES = 40, 250


def pack(run: Run, images: Path, target: Path) -> None:
    """Copy what is needed to look at a run, and nothing that says where it was trained."""
    shutil.rmtree(target, ignore_errors=True)
    step = run.checkpoint().step
    source, there = path_of(run.path, step), path_of(target, step)
    there.mkdir(parents=True)
    shutil.copy(source / "model.safetensors", there)
    write_manifest(there, step, read_manifest(source).score)
    header = replace(run.header, host="", user="", config=with_data_root(run.config, IMAGES_FOLDER))
    (target / "run.toml").write_bytes(header.to_bytes())
    for name in (IMAGES_FILE, "events.jsonl"):
        shutil.copy(run.path / name, target)
    measured = [report for report in run.reports() if "test/elbo" in report.values]
    reports = {report.step: report for report in (*thinned(run.path, _REPORTS), *measured)}
    lines = [json.loads(reports[step].to_line()) for step in sorted(reports)]
    for line in lines:
        line["values"] = {name: value and float(f"{value:.6g}") for name, value in line["values"].items()}
    (target / "metrics.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    _write_images(run, images, target / IMAGES_FOLDER)


def _write_images(run: Run, images: Path, folder: Path) -> None:
    folder.mkdir()
    held_out = open_images(run, images).dataset.test
    pixels = held_out.pixels if held_out.rows is None else held_out.pixels[held_out.rows]
    shown, labels = pixels[:_IMAGES, 0].numpy(), held_out.labels[:_IMAGES].numpy().astype(np.uint8)
    _write_idx(folder / "t10k-images-idx3-ubyte.gz", shown)
    _write_idx(folder / "t10k-labels-idx1-ubyte.gz", labels)


def _write_idx(path: Path, array: "np.ndarray") -> None:
    head = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    path.write_bytes(gzip.compress(head + array.tobytes(), 9, mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mnist", type=Path)
    parser.add_argument("--run", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("resources", *SHIPPED_RUN))
    arguments = parser.parse_args()
    if arguments.run is None:
        config = override(load_preset("mnist-vae"), [*_SETTINGS, f"data.root={arguments.mnist}"])
        run = train(config, Path(tempfile.mkdtemp(prefix="latentlab-")))
    else:
        run = Run(arguments.run)
    pack(run, arguments.mnist, arguments.output)
    size = sum(file.stat().st_size for file in arguments.output.rglob("*") if file.is_file())
    print(f"{arguments.output}: {size:,} bytes")


if __name__ == "__main__":
    main()
