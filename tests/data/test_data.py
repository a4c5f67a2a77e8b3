"""Collections: real images as they are read, split and kept, and damaged files as they are named."""

import gzip
import hashlib
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from latentlab.catalog.datasets import DATASETS
from latentlab.config import DataConfig
from latentlab.data import ImageStore, image_shape, load_dataset
from latentlab.data.idx import MNIST, read_idx_set
from latentlab.data.store import resize
from latentlab.errors import DataError
from latentlab.models.quantization import binarize

IMAGES, LABELS = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"


def _idx(array: NDArray[np.uint8]) -> bytes:
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def _mnist(folder: Path, *, images: int = 6, labels: int = 6, part: str = "t10k") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(len(part)).integers(0, 256, (images, 28, 28), np.uint8)
    (folder / f"{part}-images-idx3-ubyte").write_bytes(_idx(pixels))
    (folder / f"{part}-labels-idx1-ubyte").write_bytes(_idx(np.arange(labels, dtype=np.uint8)))
    return folder


def test_digits_are_1797_grey_images_split_four_to_one() -> None:
    dataset = load_dataset(DataConfig())
    assert dataset.image_shape == (1, 32, 32)
    assert (len(dataset.train), len(dataset.test)) == (1438, 359)
    assert dataset.train.pixels.dtype == torch.uint8
    x = dataset.train.batch(torch.arange(64))
    assert (x.shape, x.dtype) == ((64, 1, 32, 32), torch.float32)
    assert 0 <= x.min() < 0.05
    assert 0.95 < x.max() <= 1
    counts = torch.bincount(torch.cat([dataset.train.labels, dataset.test.labels]))
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]  # as published


def test_the_split_is_disjoint_whole_and_depends_on_its_own_seed_alone() -> None:
    first, again, other = (load_dataset(DataConfig(size=16, split_seed=seed)) for seed in (1, 1, 2))
    assert torch.equal(first.test.pixels, again.test.pixels)
    assert torch.equal(first.train.labels, again.train.labels)
    assert not torch.equal(first.test.labels, other.test.labels)

    def everything(*stores: ImageStore) -> list[bytes]:
        return sorted(image.numpy().tobytes() for store in stores for image in store.pixels)

    assert everything(first.train, first.test) == everything(other.train, other.test)


@pytest.mark.parametrize("official", [False, True])
def test_a_validation_split_is_taken_from_the_training_images_alone(tmp_path: Path, official: bool) -> None:
    _mnist(tmp_path, part="t10k")
    if official:
        _mnist(tmp_path, part="train", images=20, labels=20)
    whole, chosen = (
        load_dataset(DataConfig(name="mnist", root=str(tmp_path), test_fraction=0.3, hold_out=part))
        for part in ("test", "validation")
    )
    training = sorted(whole.train.labels.tolist())
    assert sorted(torch.cat([chosen.train.labels, chosen.test.labels]).tolist()) == training
    assert len(chosen.test) == round(0.3 * len(training)) > 0
    assert "validation within the training part" in chosen.description


@pytest.mark.parametrize("size", [16, 33, 64])
def test_images_come_in_the_size_asked_for(size: int) -> None:
    config = DataConfig(size=size)
    assert image_shape(config) == (1, size, size) == load_dataset(config).image_shape


def test_a_split_that_leaves_nothing_is_refused(tmp_path: Path) -> None:
    _mnist(tmp_path)
    with pytest.raises(DataError, match=r"6 images cannot be split with data\.test_fraction = 0\.01"):
        load_dataset(DataConfig(name="mnist", root=str(tmp_path), test_fraction=0.01))


def test_the_catalogue_says_whose_images_they_are() -> None:
    for terms in (entry.terms for entry in DATASETS.values()):
        assert terms.licence
        assert terms.citation


def test_real_mnist_is_read_whole(mnist_root: Path) -> None:
    images = read_idx_set(mnist_root, MNIST)
    assert images.pixels.shape == (10_000, 1, 28, 28)
    assert images.train_count is None
    header = struct.pack(">4I", 0x803, 10_000, 28, 28)
    assert hashlib.md5(header + images.pixels.tobytes()).hexdigest() == "2646ac647ad5339dbf082846283269ea"
    labels = struct.pack(">2I", 0x801, 10_000) + images.labels.astype(np.uint8).tobytes()
    assert hashlib.md5(labels).hexdigest() == "27ae3e4e09519cfbb04c329615203637"


def test_mnist_is_split_by_seed_where_only_one_part_is_at_hand(mnist_root: Path) -> None:
    dataset = load_dataset(DataConfig(name="mnist", root=str(mnist_root)))
    assert (len(dataset.train), len(dataset.test)) == (8000, 2000)
    assert dataset.image_shape == (1, 28, 28)
    assert "split by seed 0" in dataset.description


@pytest.mark.parametrize("below", ["", "MNIST/raw"])
def test_with_both_parts_the_official_split_is_kept(tmp_path: Path, below: str) -> None:
    _mnist(tmp_path / below, part="train", images=9, labels=9)
    _mnist(tmp_path / below, part="t10k")
    dataset = load_dataset(DataConfig(name="mnist", root=str(tmp_path)))
    assert (len(dataset.train), len(dataset.test)) == (9, 6)
    assert dataset.train.labels.tolist() == list(range(9))
    assert "official split" in dataset.description


def test_a_gzipped_file_holds_the_same_as_a_plain_one(tmp_path: Path) -> None:
    plain = read_idx_set(_mnist(tmp_path / "plain"), MNIST)
    packed = tmp_path / "packed"
    packed.mkdir()
    for name in (IMAGES, LABELS):
        (packed / f"{name}.gz").write_bytes(gzip.compress((tmp_path / "plain" / name).read_bytes()))
    assert np.array_equal(read_idx_set(packed, MNIST).pixels, plain.pixels)


def _cut(path: Path, keep: int) -> None:
    path.write_bytes(path.read_bytes()[:keep])


def _pack_and_cut(folder: Path, keep: int) -> None:
    path = folder / IMAGES
    path.with_name(f"{IMAGES}.gz").write_bytes(gzip.compress(path.read_bytes())[:keep])
    path.unlink()


_FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "truncated": (lambda folder: _cut(folder / IMAGES, 100), rf"{IMAGES}: truncated: 100 bytes .* promises 4,720"),
    "header cut": (lambda folder: _cut(folder / IMAGES, 7), rf"{IMAGES}: not an IDX file"),
    "empty": (lambda folder: _cut(folder / IMAGES, 0), rf"{IMAGES}: not an IDX file .* begins with nothing"),
    "gzip cut": (lambda folder: _pack_and_cut(folder, 1000), rf"{IMAGES}\.gz: the gzip file is truncated or damaged"),
    "magic": (
        lambda folder: (folder / IMAGES).write_bytes((folder / LABELS).read_bytes()),
        rf"{IMAGES}: .*begins with 00 00 08 01, not 00 00 08 03",
    ),
    "images missing": (lambda folder: (folder / IMAGES).unlink(), "holds no MNIST images; expected train-images"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_damaged_collection_is_named_with_its_fault(tmp_path: Path, fault: str) -> None:
    damage, expected = _FAULTS[fault]
    folder = _mnist(tmp_path / "mnist")
    damage(folder)
    with pytest.raises(DataError, match=expected) as caught:
        read_idx_set(folder, MNIST)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_folder_of_mnist_must_be_named_and_exist(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"mnist needs data\.root"):
        load_dataset(DataConfig(name="mnist"))
    for root in (str(tmp_path / "nowhere"), "~nobody-of-this-name/mnist"):
        with pytest.raises(DataError, match=r"there is no such folder"):
            load_dataset(DataConfig(name="mnist", root=root))


def test_a_store_gives_batches_by_index_and_by_slice() -> None:
    pixels = np.arange(4 * 256, dtype=np.uint8).reshape(4, 1, 16, 16)
    store = ImageStore(torch.tensor(pixels), torch.arange(4))
    batch = store.batch(torch.tensor([2, 0]))
    torch.testing.assert_close(batch[1, 0, 0, :3], torch.tensor([0, 1, 2]) / 255)
    assert torch.equal(store.batch(slice(2, 3))[0], batch[0])
    assert torch.equal(store.batch(torch.tensor([1])) * 255, store.pixels[1:2].float())  # reading changed nothing


def test_resizing_keeps_grey_levels_and_the_number_of_images() -> None:
    flat = np.full((5000, 1, 8, 8), 77, np.uint8)
    assert np.array_equal(resize(flat, (13, 5)), np.full((5000, 1, 13, 5), 77, np.uint8))
    assert resize(flat, (8, 8)) is flat


def test_binarizing() -> None:
    x = torch.tensor([0.0, 0.3, 0.5, 1.0]).expand(5000, 4)
    assert torch.equal(binarize(x, "none"), x)
    assert binarize(x, "threshold")[0].tolist() == [0, 0, 1, 1]
    first, second = (binarize(x, "stochastic", torch.Generator().manual_seed(seed)) for seed in (0, 1))
    assert not torch.equal(first, second)
    assert set(first.unique().tolist()) == {0.0, 1.0}
    torch.testing.assert_close(first.mean(0), x[0], rtol=0, atol=0.03)
