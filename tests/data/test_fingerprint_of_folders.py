"""Pictures in folders that were renamed, changed, added or moved since a run learned from them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import latentlab
from latentlab.api import prepare_resumed
from latentlab.config import override
from latentlab.data.fingerprint import Fingerprint
from latentlab.errors import DataError
from latentlab.evaluation.run_images import open_images, read_fingerprint
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Encode, Encoded, Sample
from latentlab.explore.requests.maps import Map
from latentlab.explore.requests.transformations import Rank
from latentlab.explore.requests.values import Failed, ImageRef, View
from latentlab.runs import Run
from tests.data.remembered import Pixels, WithSettings, held_out_bytes, random_pixels


def _folder(path: Path, pixels: NDArray[np.generic], classes: str = "ab") -> list[Path]:
    """Images in folders of their classes, in turn."""
    files = []
    for number, image in enumerate(pixels):
        file = path / classes[number % len(classes)] / f"{number:02d}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(file)
        files.append(file)
    return files


class Pictures:
    """A run of 20 images in folders of two classes.

    Attributes:
        run: that learned from 16 of them.
        root: the folder.
        files: the images, those that it learned from first.
    """

    def __init__(self, tmp_path: Path, with_settings: WithSettings) -> None:
        self.root = tmp_path / "pictures"
        _folder(self.root, random_pixels(20))
        settings = with_settings("data.name=folder", f"data.root={self.root}", "data.size=16")
        self.run = latentlab.train(settings, tmp_path / "runs")
        self.files = [self.root / name for name in open_images(self.run).dataset.names]
        self.before = self.held_out

    @property
    def held_out(self) -> list[bytes]:
        """The held-out images as they are found now."""
        return held_out_bytes(self.run)

    def resumed(self) -> str:
        """What is said where the run goes on."""
        trainer = prepare_resumed(self.run, override(self.run.config, ["train.steps=10"]))
        assert trainer.writer is not None
        trainer.writer.close()
        event = self.run.events().last
        assert event is not None
        return event.text


@pytest.fixture
def pictures(tmp_path: Path, with_settings: WithSettings) -> Pictures:
    """A run of images in folders."""
    return Pictures(tmp_path, with_settings)


def _change(file: Path) -> None:
    pixels = np.array(Image.open(file))
    pixels[3, 5] ^= 1
    Image.fromarray(pixels).save(file)


def test_renamed_images_are_the_same_images(pictures: Pictures) -> None:
    for number, file in enumerate(pictures.files):
        file.rename(file.with_name(f"x{number * 7 % 20:02d}.png"))
    assert open_images(pictures.run).note == ""
    assert pictures.held_out == pictures.before
    assert pictures.resumed() == "Resumed at step 8."


def test_one_pixel_of_a_held_out_image_is_told_with_its_name(pictures: Pictures) -> None:
    _change(pictures.files[17])
    name = pictures.files[17].relative_to(pictures.root).as_posix()
    assert open_images(pictures.run).note == (
        f"{pictures.run.path.name}: 1 of 4 held-out images is missing or has changed (changed: {name}); "
        "each image stays on the side of the split that it had, and held-out images are numbered 0 to 2."
    )
    assert pictures.held_out == [image for place, image in enumerate(pictures.before) if place != 1]
    with pytest.raises(DataError, match=rf"1 of 20 images is missing or has changed \(changed: {name}\).*its own images only"):
        pictures.resumed()


def test_images_that_come_are_left_out_also_where_training_goes_on(pictures: Pictures) -> None:
    _folder(pictures.root, random_pixels(21)[20:], "c")
    assert pictures.held_out == pictures.before
    told = "1 image is left out that the run does not know; each image stays on the side of the split that it had."
    assert open_images(pictures.run).note == f"{pictures.run.path.name}: {told}"
    assert pictures.resumed() == f"{pictures.run.path.name}: {told} Resumed at step 8."


@pytest.mark.parametrize("left", [16, 17, 18])
def test_a_single_held_out_image_is_measured_on(pictures: Pictures, left: int) -> None:
    for place, file in enumerate(pictures.files):
        if place != left:
            file.unlink()
    values = latentlab.evaluate(pictures.run, samples=2)
    assert values.provenance["N"] == 1
    assert "3 of 4 held-out images are missing" in values.provenance["images_note"]
    assert pictures.held_out == [pictures.before[left - 16]]
    renderer = Renderer.of_run(pictures.run)
    assert isinstance(renderer.render(Encode(ImageRef(index=0))), Encoded)
    for request in (Map(), Rank()):
        answer = renderer.render(request)
        assert isinstance(answer, Failed)
        assert "held-out image" in answer.message


def test_images_that_it_learned_from_are_never_measured_on(pictures: Pictures) -> None:
    for file in pictures.files[3:]:
        file.unlink()
    with pytest.raises(DataError, match="none of its 4 held-out images is among these"):
        open_images(pictures.run)
    assert isinstance(Renderer.of_run(pictures.run).render(Sample()), View)


def test_an_emptied_folder_is_one_sentence(pictures: Pictures) -> None:
    for file in pictures.files:
        file.unlink()
    with pytest.raises(DataError, match=r"pictures' holds no images.*--data-root PATH"):
        open_images(pictures.run)


def test_another_label_is_told(pictures: Pictures) -> None:
    file = pictures.files[0]
    file.rename(pictures.root / ("b" if file.parent.name == "a" else "a") / file.name)
    told = "1 image has another label or other attributes now, which probes and views by class use."
    assert open_images(pictures.run).note == f"{pictures.run.path.name}: {told}"
    assert pictures.held_out == pictures.before
    assert pictures.resumed().endswith(f"{told} Resumed at step 8.")


def test_labels_in_another_order_are_the_same_labels(tmp_path: Path, with_settings: WithSettings) -> None:
    """Of images that are all alike, so that labels alone tell them apart."""
    labels = np.arange(60) % 7

    def write(order: NDArray[np.int64]) -> None:
        np.savez(tmp_path / "images.npz", images=np.zeros((60, 16, 16), np.uint8), labels=labels[order])

    write(np.arange(60))
    run = latentlab.train(with_settings("data.name=array", f"data.root={tmp_path / 'images.npz'}"), tmp_path / "runs")
    before = open_images(run).dataset
    write(np.random.default_rng(3).permutation(60))
    images = open_images(run)
    assert images.note == ""
    for side, earlier in zip(images.dataset.sides, before.sides, strict=True):
        assert side.labels.tolist() == earlier.labels.tolist()
    labels = (labels + (labels == 2)).astype(np.int64)
    write(np.arange(60))
    assert "9 images have another label" in open_images(run).note


def test_alike_images_keep_the_sides_of_their_names(pictures: Pictures) -> None:
    """One that was learned from becomes like a held-out one: neither takes the other's place."""
    held_out = max(pictures.files[16:])
    learned = min(file for file in pictures.files[:16] if file.parent == held_out.parent)
    assert learned < held_out  # so that it is found first
    learned.write_bytes(held_out.read_bytes())
    images = open_images(pictures.run)
    names = [pictures.root / name for name in images.dataset.names]
    assert learned not in names
    assert held_out in names
    assert pictures.held_out == pictures.before
    assert "1 of 16 training images is missing or has changed (changed: " in images.note


def test_images_that_moved_to_the_other_part_of_a_split_stay_on_their_side(tmp_path: Path, with_settings: WithSettings) -> None:
    root = tmp_path / "split"
    _folder(root / "train", random_pixels(20)[:14])
    _folder(root / "test", random_pixels(20)[14:])
    run = latentlab.train(with_settings("data.name=folder", f"data.root={root}", "data.size=16"), tmp_path / "runs")
    before = held_out_bytes(run)
    (root / "test" / "a" / "00.png").rename(root / "train" / "a" / "moved.png")
    images = open_images(run)
    assert [image.numpy().tobytes() for image in images.dataset.test.pixels] == before
    assert "1 image lies in another part of the files' own split; each image stays on the side" in images.note


def test_the_same_images_in_another_layout_are_told_by_their_labels(pictures: Pictures, tmp_path: Path) -> None:
    (tmp_path / "flat").mkdir()
    for file in pictures.files:
        shutil.copy(file, tmp_path / "flat")
    images = open_images(pictures.run, tmp_path / "flat")
    assert [image.numpy().tobytes() for image in images.dataset.test.pixels] == pictures.before
    assert "20 images have another label" in images.note


@pytest.mark.parametrize("extreme", [np.argmax, np.argmin])
@pytest.mark.parametrize("as_array", [True, False])
def test_values_are_read_as_they_were_without_the_brightest_or_darkest_image(
    tmp_path: Path, with_settings: WithSettings, extreme: Callable[[Pixels], np.int64], as_array: bool
) -> None:
    pixels = np.random.default_rng(0).integers(900, 3000, (40, 16, 16)).astype(np.uint16)
    place = int(extreme(pixels.mean((1, 2))))
    pixels[place, :4] = 5000 if extreme is np.argmax else 300  # what sets the range of all
    root = tmp_path / ("images.npy" if as_array else "images")

    def write(images: Pixels) -> None:
        if as_array:
            np.save(root, images)
        else:
            shutil.rmtree(root, ignore_errors=True)
            _folder(root, images, "a")

    write(pixels)
    name = "array" if as_array else "folder"
    run = latentlab.train(with_settings(f"data.name={name}", f"data.root={root}", "data.size=16"), tmp_path / "runs")
    write(np.delete(pixels, place, 0))
    images = open_images(run)
    assert len(images.dataset.train) + len(images.dataset.test) == 39
    assert "1 of " in images.note


def test_masks_stay_black_and_white_where_a_grey_image_comes(tmp_path: Path, with_settings: WithSettings) -> None:
    masks = (random_pixels(40) > 100).astype(np.uint8)
    files = _folder(tmp_path / "masks", masks, "a")
    settings = ("data.name=folder", f"data.root={tmp_path / 'masks'}", "data.size=16")
    run = latentlab.train(with_settings(*settings), tmp_path / "runs")
    for file in files[:4:2]:  # among those looked at for whether there are only two values
        Image.fromarray(np.array(Image.open(file)) * 200).save(file.with_name(f"grey-{file.name}"))
    images = open_images(run)
    assert len(images.dataset.train) + len(images.dataset.test) == 40
    assert "2 images are left out that the run does not know" in images.note


def test_fingerprints_of_earlier_versions_are_read(pictures: Pictures) -> None:
    whole = read_fingerprint(pictures.run)
    assert whole is not None
    earlier = Fingerprint(whole.train, whole.held_out)
    (pictures.run.path / "images.safetensors").write_bytes(earlier.to_bytes())
    header = (pictures.run.path / "run.toml").read_text(encoding="utf-8")
    (pictures.run.path / "run.toml").write_text(header.replace(whole.digest, earlier.digest), encoding="utf-8")
    run = Run(pictures.run.path)
    assert open_images(run).note == ""
    pictures.files[0].unlink()
    assert "1 of 16 training images is missing or has changed;" in open_images(run).note
