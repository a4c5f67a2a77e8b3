"""Prepared images: the same as decoded one by one, whole or absent, and taken up where an attempt ended."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from filelock import FileLock
from PIL import Image, ImageOps

from latentlab.config import DataConfig
from latentlab.data import folders, load_dataset, partial
from latentlab.data import prepare as preparing
from latentlab.data import store as stores
from latentlab.data.decoding import in_threads
from latentlab.data.prepare import cache_folder, prepare
from latentlab.data.prepared import StoreSettings, read_index, read_prepared
from latentlab.errors import DataError, StoppedError

_SMALL = StoreSettings(size=16)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """60 images of noise in two classes, and a broken one."""
    root = tmp_path / "images"
    for index in range(60):
        path = root / "ab"[index % 2] / f"{index}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(_noise(index)).save(path)
    (root / "a" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno more")
    return root


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))
    return cache_folder()


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal gets a line every 8 images."""
    monkeypatch.setattr(preparing, "_MOST_AT_A_TIME", 8)


def _noise(seed: int, height: int = 20, width: int = 30) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def _content(store: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.iterdir()}


def _decoded_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are decoded from now on."""
    decoded: list[str] = []

    def spy(work: Callable[..., object], files: list) -> object:
        decoded.extend(str(file.path) for file in files)
        return in_threads(work, files)

    monkeypatch.setattr(preparing, "in_threads", spy)
    return decoded


def test_a_store_holds_what_each_file_decodes_to(folder: Path, cache: Path) -> None:
    store = prepare(folder, _SMALL)
    assert store.parent == cache
    assert sorted(_content(store)) == ["images.npy", "index.json"]
    index, pixels = read_index(store), np.load(store / "images.npy")
    assert index.files[:3] == ("a/0.png", "a/2.png", "a/4.png")
    assert index.label_names == ("a", "b")
    assert [(left.file, left.kind) for left in index.problems] == [("a/broken.png", "broken")]
    assert pixels.shape == index.shape == (60, 3, 16, 16)
    for row, name in enumerate(index.files):
        image = ImageOps.fit(Image.open(folder / name), (16, 16), Image.Resampling.LANCZOS)
        assert np.array_equal(pixels[row], np.asarray(image).transpose(2, 0, 1))
        assert index.label_names[index.labels[row]] == name[0]


def test_a_store_is_made_once(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = prepare(folder, _SMALL)
    decoded = _decoded_files(monkeypatch)
    assert prepare(folder, _SMALL) == store
    assert decoded == []


def test_changed_files_and_settings_are_another_store(folder: Path, cache: Path) -> None:
    stores = [prepare(folder, _SMALL), prepare(folder, StoreSettings(size=16, fit="pad"))]
    stores.append(prepare(folder, StoreSettings(size=17)))
    os.utime(folder / "a" / "0.png", ns=(1, 1))
    stores.append(prepare(folder, _SMALL))
    Image.fromarray(_noise(1)).save(folder / "new.png")
    stores.append(prepare(folder, _SMALL))
    (folder / "new.png").rename(folder / "renamed.png")
    stores.append(prepare(folder, _SMALL))
    stores.append(prepare(Path(shutil.copytree(folder, folder.with_name("copy"))), _SMALL))
    stores.append(prepare(folder, StoreSettings(size=16, edge=0.1)))
    assert len(set(stores)) == 8


def test_an_edge_is_cut_off_before_the_crop(folder: Path, cache: Path) -> None:
    pixels = read_prepared(prepare(folder, StoreSettings(size=16, edge=0.1))).pixels[0]
    with Image.open(folder / "a" / "0.png") as image:
        cut = ImageOps.fit(image.crop((3, 2, 27, 18)), (16, 16), Image.Resampling.LANCZOS)
    assert np.abs(pixels.transpose(1, 2, 0).astype(int) - np.asarray(cut)).mean() < 2


def test_a_file_that_may_be_read_again_is_taken(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = os.open

    def guarded(path: Path, *flags: int) -> int:
        if Path(path).name == "7.png":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path, *flags)

    with monkeypatch.context() as patch:
        patch.setattr(folders.os, "access", lambda path, mode: not str(path).endswith("7.png"))
        patch.setattr(os, "open", guarded)
        problems = read_index(prepare(folder, _SMALL)).problems
    assert ("b/7.png", "unreadable") in [(left.file, left.kind) for left in problems]
    assert "b/7.png" in read_index(prepare(folder, _SMALL)).files


def test_a_zip_with_other_content_is_another_store(tmp_path: Path, cache: Path) -> None:
    def pack(shade: int) -> Path:
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
            for index in range(3):
                with archive.open(f"{index}.bmp", "w") as file:
                    Image.new("L", (20, 20), shade + index).save(file, "BMP")
        os.utime(tmp_path / "x.zip", ns=(1, 1))
        return tmp_path / "x.zip"

    first, second = prepare(pack(10), _SMALL), prepare(pack(20), _SMALL)
    assert [read_prepared(store).pixels[:, 0, 0, 0].tolist() for store in (first, second)] == [[10, 11, 12], [20, 21, 22]]


def test_padding_keeps_all_of_an_image_between_black_borders(tmp_path: Path, cache: Path) -> None:
    for name, size in (("1wide.png", (64, 32)), ("2tall.png", (32, 64)), ("3thin.png", (4000, 1)), ("4square.png", (8, 8))):
        Image.new("RGB", size, (200, 100, 50)).save(tmp_path / name)
    wide, tall, thin, square = read_prepared(prepare(tmp_path, StoreSettings(size=32, fit="pad"))).pixels
    colour = np.array([200, 100, 50], np.uint8)[:, None, None]
    assert (wide[:, 8:24] == colour).all()
    assert not wide[:, :8].any()
    assert not wide[:, 24:].any()
    assert np.array_equal(tall, wide.transpose(0, 2, 1))
    assert (thin.any(axis=(0, 2))).sum() == 1
    assert (square == colour).all()


@pytest.mark.usefixtures("in_small_parts")
def test_grey_images_are_kept_in_one_channel_unless_one_has_colour(tmp_path: Path, cache: Path) -> None:
    for shade in range(30):
        Image.new("RGB", (20, 20), (shade, shade, shade)).save(tmp_path / f"{shade}.png")
    grey = prepare(tmp_path, _SMALL)
    assert np.load(grey / "images.npy").shape == (30, 1, 16, 16)
    assert read_prepared(grey).pixels[:, 0, 3, 3].tolist() == list(range(30))
    assert read_prepared(prepare(tmp_path, StoreSettings(size=16, channels="colour"))).pixels.shape[1] == 3
    Image.new("RGB", (20, 20), (1, 1, 2)).save(tmp_path / "5a.png")
    pixels = read_prepared(prepare(tmp_path, _SMALL)).pixels
    assert pixels[[5, 6]][:, :, 3, 3].tolist() == [[5, 5, 5], [1, 1, 2]]


@pytest.mark.usefixtures("in_small_parts")
def test_stopped_it_goes_on_where_it_was(folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uninterrupted = _content(prepare(folder, _SMALL, cache=tmp_path / "other"))
    stop = threading.Event()
    with pytest.raises(StoppedError, match="after 21 of 61 images"):
        prepare(folder, _SMALL, lambda done, total: stop.set() if done == 20 else None, stop.is_set)
    assert [path.suffix for path in cache.iterdir() if path.is_dir()] == [".part"]
    decoded = _decoded_files(monkeypatch)
    told: list[tuple[int, int]] = []
    store = prepare(folder, _SMALL, lambda done, total: told.append((done, total)))
    assert len(decoded) == 40
    assert told == [(done, 61) for done in range(22, 62)]
    assert _content(store) == uninterrupted
    assert [path for path in cache.iterdir() if path.is_dir()] == [store]


_KILLED = """
import sys, threading
from pathlib import Path
from latentlab.data import prepare as preparing
from latentlab.data.prepared import StoreSettings

preparing._MOST_AT_A_TIME = 8

def wait(done, total):
    if done == 30:
        print("now", flush=True)
        threading.Event().wait()

preparing.prepare(Path(sys.argv[1]), StoreSettings(size=16), wait)
"""


@pytest.mark.usefixtures("in_small_parts")
def test_killed_it_goes_on_and_comes_to_the_same_bytes(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uninterrupted = _content(prepare(folder, _SMALL, cache=tmp_path / "other"))
    process = subprocess.Popen([sys.executable, "-c", _KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == "now\n"
        process.send_signal(signal.SIGKILL)
    (part,) = cache.glob("*.part")
    # As if the power had failed in the midst of a line, and of an image.
    with (part / "journal.jsonl").open("ab") as journal, (part / "raw.npy").open("ab") as raw:
        journal.write(b'{"done":32,"kept":[24,25')
        raw.write(b"half an image")
    decoded = _decoded_files(monkeypatch)
    assert _content(prepare(folder, _SMALL)) == uninterrupted
    assert len(decoded) == 61 - 24


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize("channels", ["auto", "colour"])
def test_the_last_steps_can_be_the_last_of_an_attempt(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, channels: str
) -> None:
    root = tmp_path / "x"
    root.mkdir()
    for shade in range(20):
        Image.new("L", (20, 20), shade).save(root / f"{shade}.png")
    settings = StoreSettings.model_validate({"size": 16, "channels": channels})
    uninterrupted = _content(prepare(root, settings, cache=tmp_path / "other"))
    assert set(uninterrupted) == {"images.npy", "index.json"}
    for name in ("replace", "rename", "unlink"):
        count = 0
        while True:  # the first call of that name is the last that happens, then the second, …
            count += 1
            calls = iter(range(count))
            original = getattr(Path, name)

            def ended(path: Path, *args: object, _calls=calls, _original=original, **options: object) -> object:
                if next(_calls, None) is None:
                    raise KeyboardInterrupt
                return _original(path, *args, **options)

            with monkeypatch.context() as patch:
                patch.setattr(partial.Path, name, ended)
                try:
                    store = prepare(root, settings)
                    break
                except KeyboardInterrupt:
                    pass
            store = prepare(root, settings)
            assert _content(store) == uninterrupted
            shutil.rmtree(store)
        shutil.rmtree(store)


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize(("flushed", "images"), [(6, 24), (7, 31)])  # full at the pixels, and at the journal's line of them
def test_a_disk_that_fills_up_is_said_and_what_was_made_is_kept(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flushed: int, images: int
) -> None:
    uninterrupted = _content(prepare(folder, _SMALL, cache=tmp_path / "other"))
    fsync, calls = os.fsync, iter(range(flushed))

    def full(descriptor: int) -> None:
        if next(calls, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(partial.os, "fsync", full)
        with pytest.raises(DataError, match=r"61 images at 16×16 need 0\.0 MB more, and .* MB are free; .* 24 that are"):
            prepare(folder, _SMALL)
    (part,) = (path for path in cache.iterdir() if path.is_dir())
    assert part.suffix == ".part"
    assert (part / "raw.npy").stat().st_size == 128 + images * 768
    assert _content(prepare(folder, _SMALL)) == uninterrupted


def test_a_disk_without_room_is_refused_before_anything_is_decoded(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded = _decoded_files(monkeypatch)
    monkeypatch.setattr(preparing.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**9, 10**9, 10_000_000))
    with pytest.raises(DataError, match=r"61 images at 256×256 need 12\.0 MB more, and 10\.0 MB are free; make room, or name"):
        prepare(folder, StoreSettings(size=256))
    assert decoded == []


def test_a_cache_that_cannot_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match=r"file/cache: prepared images cannot be kept there: Not a directory; name another"):
        prepare(folder, _SMALL, cache=tmp_path / "file" / "cache")


def test_where_the_cache_cannot_be_written_a_run_gets_its_images_all_the_same(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = load_dataset(DataConfig(name="folder", root=str(folder), size=16))
    (tmp_path / "file").touch()
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "file" / "cache"))
    dataset = load_dataset(DataConfig(name="folder", root=str(folder), size=16))
    (note,) = [note for note in dataset.notes if "cannot be kept" in note]
    assert note.startswith(f"{tmp_path}/file/cache/prepared: prepared images cannot be kept there: Not a directory; name")
    assert torch.equal(dataset.train.pixels, usual.train.pixels)
    monkeypatch.setattr(preparing.tempfile, "mkdtemp", lambda prefix: (_ for _ in ()).throw(PermissionError(13, "no")))
    preparing._temporary_cache.cache_clear()
    with pytest.raises(DataError, match="cannot be kept there: Not a directory; name another folder in LATENTLAB_CACHE"):
        load_dataset(DataConfig(name="folder", root=str(folder), size=16))


@pytest.mark.parametrize("damage", ["pixels cut off", "no pixels", "index cut off", "other pixels"])
def test_a_damaged_store_is_refused_and_made_again(folder: Path, cache: Path, damage: str) -> None:
    store = prepare(folder, _SMALL)
    whole = _content(store)
    if damage == "no pixels":
        (store / "images.npy").unlink()
    elif damage == "other pixels":
        np.save(store / "images.npy", np.zeros((60, 3, 16, 17), np.uint8))
    else:
        name = "images.npy" if damage == "pixels cut off" else "index.json"
        (store / name).write_bytes(whole[name][:-40])
    with pytest.raises(DataError, match="prepare"):
        read_prepared(store)
    assert _content(prepare(folder, _SMALL)) == whole


def test_too_few_images_leave_nothing_behind(tmp_path: Path, cache: Path) -> None:
    for name in ("empty", "one", "broken"):
        (tmp_path / name).mkdir()
    Image.new("L", (20, 20)).save(tmp_path / "one" / "x.png")
    for name in ("x.png", "y.png"):
        (tmp_path / "broken" / name).write_bytes(b"GIF89a")
    for name, words in (
        ("empty", "holds no images"),
        ("one", "holds only one image"),
        ("broken", "of 2; .*; x.png:"),
    ):
        with pytest.raises(DataError, match=words):
            prepare(tmp_path / name, _SMALL)
    assert [path for path in cache.rglob("*") if path.suffix != ".lock"] == []


def test_a_second_process_waits_for_the_first_and_can_be_stopped(folder: Path, cache: Path, tmp_path: Path) -> None:
    store = prepare(folder, _SMALL)
    shutil.move(store, tmp_path / "made")
    asked = threading.Event()

    def first_is_done() -> bool:
        shutil.move(tmp_path / "made", store)
        lock.release()
        asked.set()
        return False

    lock = FileLock(store.with_suffix(".lock"), thread_local=False)
    with lock:
        with pytest.raises(StoppedError, match="while another LatentLab"):
            prepare(folder, _SMALL, cancelled=lambda: True)
        assert prepare(folder, _SMALL, cancelled=first_is_done) == store
    assert asked.is_set()


@pytest.mark.parametrize("hold_out", ["test", "validation"])
def test_a_large_store_is_shared_and_gives_the_same_batches_as_a_copied_one(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, hold_out: str
) -> None:
    config = DataConfig.model_validate({"name": "folder", "root": str(folder), "size": 16, "hold_out": hold_out})
    copied = load_dataset(config)
    monkeypatch.setattr(stores, "LARGEST_IN_MEMORY", 1000)
    shared = load_dataset(config)
    assert shared.train.pixels.data_ptr() == shared.test.pixels.data_ptr()
    assert shared.description == copied.description
    for left, right in ((shared.train, copied.train), (shared.test, copied.test)):
        assert len(left) == len(right)
        assert torch.equal(left.labels, right.labels)
        assert torch.equal(left.batch(slice(None)), right.batch(slice(None)))
        indices = torch.tensor([5, 0, 5])
        assert torch.equal(left.batch(indices), right.batch(indices))
    before = (prepare(folder, _SMALL) / "images.npy").read_bytes()
    shared.train.pixels.zero_()
    assert (prepare(folder, _SMALL) / "images.npy").read_bytes() == before


def test_a_large_store_stays_where_it_is_and_sends_its_batches(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = DataConfig.model_validate({"name": "folder", "root": str(folder), "size": 16})
    small = load_dataset(config).train.to(torch.device("meta"))
    assert small.pixels.device.type == "meta"
    monkeypatch.setattr(stores, "LARGEST_IN_MEMORY", 1000)
    large = load_dataset(config).train.to(torch.device("meta"))
    assert large.pixels.device.type == "cpu"
    assert large.batch(torch.tensor([1, 2])).device.type == "meta"


def test_the_header_has_room_for_any_number_of_images() -> None:
    assert {len(partial._encoded_header((count, 3, 64, 64))) for count in (0, 9, 200_000, 10**12)} == {128}


def test_a_journal_from_before_the_pixels_were_lost_is_not_believed(folder: Path, cache: Path) -> None:
    whole = _content(prepare(folder, _SMALL))
    store = prepare(folder, _SMALL)
    part = store.with_suffix(".part")
    store.rename(part)
    (part / "index.json").unlink()
    (part / "images.npy").rename(part / "raw.npy")
    entries = [{"done": 30, "kept": list(range(30)), "problems": [], "colour": True}]
    entries.append({"done": 60, "kept": list(range(30, 60)), "problems": [], "colour": True})
    (part / "journal.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    with (part / "raw.npy").open("r+b") as raw:
        raw.truncate(128 + 768 * 40)
    assert _content(prepare(folder, _SMALL)) == whole
