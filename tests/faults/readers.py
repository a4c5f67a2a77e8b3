"""Everything that reads a file, with a sound file of its kind to damage."""

import gzip
import io
import json
import os
import pickle
import shutil
import struct
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file

from latentlab import api
from latentlab.config import DataConfig, load_config, load_preset, override, transform_config
from latentlab.data import load_dataset, read_image
from latentlab.data.partial import PartialStore
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_prepared
from latentlab.explore.direction_file import directions_file, read_directions
from latentlab.explore.latent_file import StoredLatent, read_latent, write_latent
from latentlab.explore.provenance import read_origin, refuse_unfit
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import KeptDirection, ReadDirections
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef as Image_
from latentlab.files import arrays, pickles, tars, tensors, text, zips
from latentlab.files.idx import read_idx
from latentlab.files.picture_text import read_picture_texts
from latentlab.runs import Run, list_runs, read_annotations
from latentlab.runs.requests import taken_requests
from latentlab.sweeps import load_sweep
from latentlab.sweeps.comparison import compare_runs, read_facts
from latentlab.sweeps.records import Records, record_path
from latentlab.training import Trainer
from tests.faults.bombs import bombs_of

_D = 4


@dataclass(frozen=True)
class Reader:
    """What reads a kind of file.

    Attributes:
        name: of it.
        file: a sound one, in a folder that is the reader's own.
        read: reads it, and raises nothing but LatentLab's own errors.
        bombs: small files of the kind that ask for much memory or time.
    """

    name: str
    file: Path
    read: Callable[[Path], object]
    bombs: tuple[bytes, ...] = ()


def all_readers(folder: Path) -> list[Reader]:
    """All of them, with sound files below a folder."""
    os.environ["LATENTLAB_SETTINGS"], os.environ["LATENTLAB_CACHE"] = str(folder / "settings"), str(folder / "cache")
    found: list[Reader] = []

    def add(name: str, file: str, content: bytes | Callable[[Path], object], read: Callable[[Path], object]) -> None:
        path = folder / name.replace(" ", "-") / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content(path)
        found.append(Reader(name, path, read, bombs_of(name)))

    _plain_formats(add)
    _arrays(add)
    _settings(add, folder)
    _of_runs(add, folder)
    _collections(add)
    return found


_Add = Callable[[str, str, bytes | Callable[[Path], object], Callable[[Path], object]], None]


def _plain_formats(add: _Add) -> None:
    values = {"a": [1, 2.5, "x\u00e9"], "b": {"c": None, "d": True}, "e": "\\u0041"}
    add("toml", "x.toml", b"a = 1\nb = [1.5, 2]\n[c.d]\ne = 'x'\nf = 2020-01-01\n[[g]]\nh = {i = true}\n", text.read_toml)
    add("json", "x.json", json.dumps(values).encode(), text.read_json)
    add("json lines", "x.jsonl", b'{"a": 1}\n' * 5, lambda path: list(text.json_lines(path)))
    add("zip", "x.zip", _zip, _read_zip)
    add("tar", "x.tar", lambda path: _tar(path, "w"), _read_tar)
    for packing in ("gz", "bz2", "xz"):
        add(f"tar.{packing}", f"x.tar.{packing}", lambda path, mode=f"w:{packing}": _tar(path, mode), _read_tar)
    idx = struct.pack(">BBBB3I", 0, 0, 8, 3, 2, 3, 4) + bytes(24)
    add("idx", "x", idx, lambda path: read_idx(path, 3))
    add("idx.gz", "x.gz", gzip.compress(idx), lambda path: read_idx(path, 3))
    add("pickle", "x", pickle.dumps(_cifar_batch(), protocol=3), lambda path: pickles.read_pickle(path.read_bytes(), path))
    weights = {"a.weight": torch.zeros(3, 4), "b": torch.ones(2), "c": torch.tensor(3)}
    add("safetensors", "x.safetensors", lambda path: save_file(weights, path, {"k": "v"}), tensors.read_tensors)
    for kind in ("png", "gif", "webp", "jpg", "bmp", "tif", "ppm"):
        add(f"image {kind}", f"x.{kind}", lambda path: _noise(24).save(path), read_image)
        if kind in ("png", "gif", "webp"):
            add(f"texts of {kind}", f"x.{kind}", lambda path: _noise(8).save(path), read_picture_texts)


def _arrays(add: _Add) -> None:
    values = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    add("npy", "x.npy", lambda path: np.save(path, values), arrays.read_npy)
    add("npy mapped", "x.npy", lambda path: np.save(path, values), lambda path: arrays.read_npy(path, "map").tobytes())
    add("npz", "x.npz", lambda path: np.savez_compressed(path, x=values, y=np.array(["a", "b"])), arrays.read_npz)
    z = np.arange(_D, dtype=np.float32)
    stored = StoredLatent(z, z, z + 1, "run", 8)
    for kind in ("npz", "csv"):
        add(f"latent {kind}", f"z.{kind}", lambda path: write_latent(stored, path), lambda path: read_latent(path, _D))
    kept = (KeptDirection("one", z, 1.0, 8), KeptDirection("two", -z, 2.0, 8))
    scene = SimpleNamespace(model=SimpleNamespace(latent_dim=_D))
    read = lambda path: read_directions(scene, ReadDirections(path), 8)  # noqa: E731
    add("directions", "d.npz", directions_file(kept), read)
    pixels = np.random.default_rng(0).integers(0, 256, (6, 16, 16), np.uint8)
    read_array = lambda path: load_dataset(DataConfig(name="array", root=str(path)))  # noqa: E731
    add("array npz", "x.npz", lambda path: np.savez(path, images=pixels, labels=np.arange(6) % 2), read_array)
    add("array npy", "x.npy", lambda path: np.save(path, pixels), read_array)


def _settings(add: _Add, folder: Path) -> None:
    add("settings", "x.toml", _preset("digits-cr"), load_config)
    sweep = b"name = 's'\npreset = 'digits'\nseeds = [0, 1]\n[grid]\n'objective.beta' = [1.0, 4.0]\n"
    add("sweep", "sweep.toml", sweep, load_sweep)
    cells = {"cells": {"a": {"run": "x", "status": "finished"}, "b": {"run": None, "status": "failed", "reason": "r"}}}
    add("sweep's state", "sweep.json", json.dumps(cells).encode(), lambda path: Records.of(path.parent))
    record = folder / "sweep"
    record_path(record, "a").parent.mkdir(parents=True, exist_ok=True)

    def read_cell(path: Path) -> object:
        shutil.copyfile(path, record_path(record, "a"))
        return Records.of(record).get("a")

    add("sweep's cell", "cell.json", json.dumps({"key": "a", **cells["cells"]["b"]}).encode(), read_cell)
    policy = folder / "settings" / "policies" / "mine.toml"
    policy.parent.mkdir(parents=True, exist_ok=True)

    def read_policy(path: Path) -> object:
        shutil.copyfile(path, policy)
        return transform_config("mine")

    add("policy", "mine.toml", b"degrees = 20.0\nshift = 0.1\nflip_vertical = true\n", read_policy)


def _of_runs(add: _Add, folder: Path) -> None:
    small = ["name=t", "device=cpu", "model.name=mlp", "model.hidden=8", "model.layers=1", f"model.latent_dim={_D}"]
    short = ["train.steps=4", "train.batch_size=8", "train.report_every=2", "train.checkpoint_every=4", "train.threads=1"]
    made = api.train(override(load_preset("digits"), [*small, *short]), folder / "made").path

    def of_run(name: str, part: str, read: Callable[[Run], object]) -> None:
        def copied(path: Path) -> None:
            root = path.parents[part.count("/")]
            shutil.rmtree(root)
            shutil.copytree(made, root)

        add(name, part, copied, lambda path: read(Run(path.parents[part.count("/")])))

    of_run("run.toml", "run.toml", lambda run: (list_runs(run.path.parent), list(run.reports())))
    of_run("metrics", "metrics.jsonl", lambda run: (list_runs(run.path.parent), compare_runs([read_facts(run)])))
    of_run("events", "events.jsonl", lambda run: (list_runs(run.path.parent), list(run.events())))
    (made / "annotations.toml").write_text('name = "n"\nnote = "a"\ntags = ["b"]\narchived = true\n')
    of_run("annotations", "annotations.toml", lambda run: (list_runs(run.path.parent), read_annotations(run.path)))
    of_run("weights", "checkpoints/step-000000004/model.safetensors", lambda run: run.model())
    config = Run(made).config
    trainer = Trainer(config, load_dataset(config.data))
    checkpoint = "checkpoints/step-000000004"
    of_run("manifest", f"{checkpoint}/manifest.json", lambda run: run.checkpoint())
    for part in ("trainer.json", "trainer.safetensors", "model.safetensors"):
        of_run(f"resuming {part}", f"{checkpoint}/{part}", lambda run: trainer.resume_from(run.path / checkpoint))
    request = {"values": {"objective.beta": 2.0, "train.steps": 9}, "keep": "now"}

    def read_request(path: Path) -> object:
        asked = path.parent / "run" / "requests" / "0123456789abcdef.json"
        asked.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, asked)
        return list(taken_requests(asked.parents[1]))

    add("request", "x.json", json.dumps(request).encode(), read_request)
    evaluation = {"elbo": -3.5, "nll": 3.0, "provenance": {"checkpoint_step": 4, "S": 10, "N": 100}}

    locked = {"host": "here", "pid": 1, "started": 1.5, "heartbeat": 2.5}

    def measured(path: Path, content: object = evaluation) -> None:
        shutil.rmtree(path.parent)
        shutil.copytree(made, path.parent)
        path.write_text(json.dumps(content))

    def read_measured(path: Path) -> object:
        table = compare_runs([read_facts(Run(path.parent))])
        return table.to_json(), table.to_csv()

    add("evaluation", "evaluation.json", measured, read_measured)
    add("lock", "lock", lambda path: measured(path, locked), lambda path: Run(path.parent).state)
    renderer = Renderer.of_run(Run(made))
    z = np.arange(_D, dtype=np.float32)
    requests = (Traverse(Traversal((3, 1), 2.5, 5), z, z + 1, "z"), Interpolate(Image_(index=1), Image_(path=Path("x.png")), 4))
    for kind, request in (("png", requests[0]), ("png", requests[1]), ("gif", requests[0]), ("webp", requests[0])):
        name = f"provenance {kind} {type(request).__name__.lower()}"
        draw = request if request is requests[0] else Interpolate(Image_(index=1), Image_(index=2), 4)
        add(name, f"x.{kind}", lambda path, view=draw: renderer.render(Export(view, path)), _read_provenance)


def _collections(add: _Add) -> None:
    def prepared(path: Path) -> None:
        images = path.parent.parent / f"{path.parent.name}-images"
        images.mkdir()
        for index in range(3):
            _noise(20, index).save(images / f"{index}.png")
        store = prepare(images, StoreSettings(size=16))
        shutil.rmtree(path.parent)
        shutil.copytree(store, path.parent)

    for file in ("index.json", "images.npy"):
        add(f"prepared {file}", file, prepared, lambda path: read_prepared(path.parent).pixels.sum())
    entries = [
        {"done": 2, "kept": [0, 1], "problems": [], "colour": True},
        {"done": 3, "kept": [2], "problems": [], "colour": True},
    ]
    journal = b"".join(json.dumps(entry).encode() + b"\n" for entry in entries)

    def read_journal(path: Path) -> object:
        (path.parent / "raw.npy").write_bytes(bytes(128 + 3 * 16 * 16 * 3))
        return PartialStore(path.parent, (3, 16, 16)).kept

    add("journal", "journal.jsonl", journal, read_journal)

    def cifar(path: Path) -> None:
        for name in (*(f"data_batch_{number}" for number in range(1, 6)), "test_batch"):
            (path.parent / name).write_bytes(pickle.dumps(_cifar_batch(), protocol=3))

    add("cifar10", "data_batch_2", cifar, lambda path: load_dataset(DataConfig(name="cifar10", root=str(path.parent))))
    add("folder zip", "x.zip", _zip, lambda path: load_dataset(DataConfig(name="folder", root=str(path), size=16)))


def _preset(name: str) -> bytes:
    from latentlab.resources import resource

    return resource("presets", f"{name}.toml").read_bytes()


def _noise(side: int, seed: int = 0) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (side, side, 3), np.uint8))


def _cifar_batch() -> dict[bytes, object]:
    return {b"labels": [1, 2], b"data": np.zeros((2, 3072), np.uint8), b"filenames": [b"a.png", b"b.png"]}


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for index in range(3):
            file = io.BytesIO()
            _noise(16, index).save(file, "PNG")
            archive.writestr(f"a/{index}.png", file.getvalue())


def _tar(path: Path, mode: str) -> None:
    with tarfile.open(path, mode) as archive:
        for index, name in enumerate(("a/b.txt", "x" * 150, "c")):
            info = tarfile.TarInfo(name)
            info.size = 300 * index
            archive.addfile(info, io.BytesIO(bytes(info.size)))


def _read_zip(path: Path) -> object:
    with zips.open_zip(path) as archive:
        return [archive.read(member) for member in archive.members]


def _read_tar(path: Path) -> object:
    with tars.open_tar(path) as archive:
        return [archive.read(member, 2**20) for member in archive.members() if member.regular]


def _read_provenance(path: Path) -> object:
    origin = read_origin(path)
    if origin is not None:
        refuse_unfit(origin.request, _D)
    return origin
