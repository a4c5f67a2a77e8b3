"""What a run remembers of its images, and what becomes of it when they move, change, come or go."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import latentlab
from latentlab.api import prepare_resumed
from latentlab.config import RunConfig, override
from latentlab.data.dataset import read_collection, split_of
from latentlab.data.fingerprint import Fingerprint, match
from latentlab.errors import DataError
from latentlab.evaluation.run_images import open_images, read_fingerprint
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Decode, Encode, Encoded, Reconstruct, Sample
from latentlab.explore.requests.maps import Map
from latentlab.explore.requests.pairs import CompareRuns
from latentlab.explore.requests.transformations import Rank
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, ImageRef, RunRef, View
from latentlab.files.places import is_on_network
from latentlab.runs import Run

WithSettings = Callable[..., RunConfig]
Pixels = NDArray[np.uint8]
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="mounts and owners are told otherwise on Windows")


def _pixels(count: int = 60, side: int = 16) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (count, side, side)).astype(np.uint8)


def _write(path: Path, pixels: Pixels) -> None:
    np.save(path, pixels)


@pytest.fixture
def run(tmp_path: Path, with_settings: WithSettings) -> Run:
    """Of an array of 60 random images, 48 of which it learned from."""
    _write(tmp_path / "images.npy", _pixels())
    return latentlab.train(with_settings("data.name=array", f"data.root={tmp_path / 'images.npy'}"), tmp_path / "runs")


def _held_out(run: Run) -> list[bytes]:
    return [image.numpy().tobytes() for image in open_images(run).dataset.test.pixels]


def test_a_run_remembers_each_image_and_its_side(run: Run) -> None:
    fingerprint = read_fingerprint(run)
    assert fingerprint is not None
    assert (fingerprint.train.shape, fingerprint.held_out.shape) == ((48, 16), (12, 16))
    assert run.header.images["digest"] == fingerprint.digest
    assert (run.header.images["count"], run.header.images["held_out"]) == (60, 12)
    assert open_images(run).note == ""


def test_images_in_another_order_and_place_are_the_same_images(run: Run, tmp_path: Path) -> None:
    before = _held_out(run)
    _write(tmp_path / "moved.npy", np.random.default_rng(1).permutation(_pixels()))
    (tmp_path / "images.npy").unlink()
    with pytest.raises(DataError, match=r"images.npy.*--data-root PATH"):
        open_images(run)
    images = open_images(run, tmp_path / "moved.npy")
    assert images.note == ""
    assert [image.numpy().tobytes() for image in images.dataset.test.pixels] == before


def test_what_was_learned_from_is_never_held_out(run: Run, tmp_path: Path) -> None:
    fingerprint = read_fingerprint(run)
    assert fingerprint is not None
    learned = {bytes(digest) for digest in fingerprint.train}
    # Twenty more images in front: a new split would mix both sides.
    more = np.random.default_rng(2).integers(0, 256, (20, 16, 16)).astype(np.uint8)
    _write(tmp_path / "images.npy", np.concatenate([more, _pixels()[3:]]))
    images = open_images(run)
    now = Fingerprint.of(images.dataset)
    assert not learned & {bytes(digest) for digest in now.held_out}
    assert {bytes(digest) for digest in now.held_out} <= {bytes(digest) for digest in fingerprint.held_out}
    assert "20 images are left out that the run does not know" in images.note
    assert "are missing or have changed" in images.note
    missing = 60 - len(now.train) - len(now.held_out)
    assert missing == 3


def test_evaluation_says_what_it_could_not_measure_on(run: Run, tmp_path: Path) -> None:
    before = latentlab.evaluate(run, samples=2)
    held_out = open_images(run).dataset.test.pixels[0, 0].numpy()
    pixels = _pixels()
    changed = next(index for index, image in enumerate(pixels) if np.array_equal(image, held_out))
    pixels[changed] ^= 255
    _write(tmp_path / "images.npy", pixels)
    after = latentlab.evaluate(run, samples=2)
    assert (before.provenance["N"], after.provenance["N"]) == (12, 11)
    assert after.provenance["images_note"].startswith(f"{run.path.name}: 1 of 12 held-out images is missing or has changed,")


def test_a_run_goes_on_with_its_own_images_only(run: Run, tmp_path: Path) -> None:
    longer = override(run.config, ["train.steps=10"])
    _write(tmp_path / "images.npy", np.random.default_rng(1).permutation(_pixels()))
    trainer = prepare_resumed(run, longer)
    assert trainer.writer is not None
    trainer.writer.close()
    pixels = _pixels()
    pixels[:30] ^= 1
    _write(tmp_path / "images.npy", pixels)
    with pytest.raises(DataError, match=r"30 of 60 images are missing or have changed.*start a new run"):
        prepare_resumed(run, longer)


@pytest.mark.parametrize("side", [8, 20, 32])
def test_images_of_another_size_are_refused_by_their_sizes(run: Run, tmp_path: Path, side: int) -> None:
    _write(tmp_path / "images.npy", _pixels(side=side))
    with pytest.raises(DataError, match=rf"are {side}×{side}.* now.*takes 16×16"):
        open_images(run)


def test_other_images_altogether_are_refused(run: Run, tmp_path: Path) -> None:
    _write(tmp_path / "images.npy", _pixels() ^ 255)
    with pytest.raises(DataError, match="none of its 60 images is among these"):
        open_images(run)


def test_alike_images_on_both_sides_stay_where_they_are(tmp_path: Path, with_settings: WithSettings) -> None:
    _write(tmp_path / "images.npy", np.zeros((60, 16, 16), np.uint8))
    run = latentlab.train(with_settings("data.name=array", f"data.root={tmp_path / 'images.npy'}"), tmp_path / "runs")
    assert len(open_images(run).dataset.test) == 12
    fingerprint, images = read_fingerprint(run), read_collection(run.config.data)
    assert fingerprint is not None
    assert match(fingerprint, images, split_of(images, run.config.data)).unknown == 0


def test_a_run_from_elsewhere_does_not_touch_its_folder_unasked(run: Run, tmp_path: Path) -> None:
    text = (run.path / "run.toml").read_text(encoding="utf-8")
    (run.path / "run.toml").write_text(text.replace(f'user = "{run.header.user}"', 'user = "somebody"'), encoding="utf-8")
    stranger = Run(run.path)
    with pytest.raises(DataError, match=r"made by somebody on .*images.npy.*--data-root PATH"):
        open_images(stranger)
    assert open_images(stranger, tmp_path / "images.npy").note == ""


def test_a_run_that_never_remembered_is_taken_on_trust_and_says_so(run: Run) -> None:
    (run.path / "images.safetensors").unlink()
    with pytest.raises(DataError, match=r"images.safetensors: is missing"):
        open_images(run)
    text = (run.path / "run.toml").read_text(encoding="utf-8")
    (run.path / "run.toml").write_text(text[: text.index("[images]")] + text[text.index("[config]") :], encoding="utf-8")
    assert "that these are its images cannot be verified" in open_images(Run(run.path)).note


def test_with_held_out_images_alone_a_run_can_be_measured(run: Run, tmp_path: Path) -> None:
    _write(tmp_path / "images.npy", open_images(run).dataset.test.pixels[:, 0].numpy())
    values = latentlab.evaluate(run, samples=2)
    assert values.provenance["N"] == 12
    assert "48 of 48 training images are missing" in values.provenance["images_note"]


def test_a_colour_image_among_grey_ones_is_read_as_they_were(tmp_path: Path, with_settings: WithSettings) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, pixels in enumerate(_pixels(40)):
        Image.fromarray(pixels).save(folder / f"{number:02d}.png")
    run = latentlab.train(with_settings("data.name=folder", f"data.root={folder}", "data.size=16"), tmp_path / "runs")
    Image.new("RGB", (16, 16), "red").save(folder / "99.png")
    images = open_images(run)
    assert len(images.dataset.test) == 8
    assert "1 image is left out that the run does not know" in images.note


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
        _folder(self.root, _pixels(20))
        settings = with_settings("data.name=folder", f"data.root={self.root}", "data.size=16")
        self.run = latentlab.train(settings, tmp_path / "runs")
        self.files = [self.root / name for name in open_images(self.run).dataset.names]
        self.before = self.held_out

    @property
    def held_out(self) -> list[bytes]:
        """The held-out images as they are found now."""
        return _held_out(self.run)

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
    _folder(pictures.root, _pixels(21)[20:], "c")
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
    _folder(root / "train", _pixels(20)[:14])
    _folder(root / "test", _pixels(20)[14:])
    run = latentlab.train(with_settings("data.name=folder", f"data.root={root}", "data.size=16"), tmp_path / "runs")
    before = _held_out(run)
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
    masks = (_pixels(40) > 100).astype(np.uint8)
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


def _as_of_the_first_schema(run: Run) -> Run:
    (run.path / "images.safetensors").unlink()
    lines = (run.path / "run.toml").read_text(encoding="utf-8").splitlines()
    start, end = lines.index("[images]"), lines.index("[config]")
    kept = [line for line in lines[:start] + lines[end:] if not line.startswith(("host", "user"))]
    text = "\n".join(kept).replace("schema_version = 3", "schema_version = 1")
    (run.path / "run.toml").write_text(text + "\n", encoding="utf-8")
    return Run(run.path)


@pytest.mark.parametrize("count", [59, 61, 120])
def test_a_run_of_the_first_schema_knows_how_many_its_images_were(run: Run, tmp_path: Path, count: int) -> None:
    run = _as_of_the_first_schema(run)
    images = open_images(run)
    assert (len(images.dataset.train), len(images.dataset.test)) == (48, 12)
    assert images.note.endswith("cannot be verified; they are as many.")
    _write(tmp_path / "images.npy", _pixels(count))
    with pytest.raises(DataError, match="it learned from 48 images and held out 12, and of these it would be"):
        open_images(run)
    with pytest.raises(DataError, match="it learned from 48 images"):
        prepare_resumed(run, override(run.config, ["train.steps=10"]))


def test_a_run_of_the_first_schema_touches_no_share_unasked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = _as_of_the_first_schema(run)
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/share {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr("latentlab.files.places._MOUNTS", mounts)
    with pytest.raises(DataError, match=r"its images are on a network; its images are not looked for in .*--data-root PATH"):
        open_images(run)
    assert "cannot be verified" in open_images(run, tmp_path / "images.npy").note
    resumed = prepare_resumed(run, override(run.config, ["train.steps=10"]), data_root=tmp_path / "images.npy")
    assert resumed.writer is not None
    resumed.writer.close()
    assert "cannot be verified" in open_images(Run(run.path)).note  # now it says who took the images


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\share\images", True),
        ("//server/share", True),
        ("/net/server/images", True),
        ("/home/me/images", False),
        ("/home/me/far/images", True),
        ("/home/me/far", True),
        ("/home/me/farther", False),
        ("/home/me/far/near/images", False),
        ("/home/me/a b/images", True),
    ],
)
@_POSIX
def test_shares_are_told_from_paths_and_mounts(
    path: str, remote: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    lines = [
        "/dev/sda / ext4 rw",
        "s:/x /home/me/far nfs rw",
        "/dev/sdb /home/me/far/near ext4 rw",
        r"//s/y /home/me/a\040b cifs rw",
    ]
    mounts.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("latentlab.files.places._MOUNTS", mounts)
    assert is_on_network(path) == remote


@_POSIX
def test_a_run_of_the_first_schema_in_anothers_folder_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run = _as_of_the_first_schema(run)
    owner = (run.path / "run.toml").stat().st_uid
    monkeypatch.setattr("os.getuid", lambda: owner + 1)
    with pytest.raises(DataError, match="made by another user"):
        open_images(run)


def test_the_place_that_a_run_from_elsewhere_names_can_be_confirmed_where_it_goes_on(run: Run, tmp_path: Path) -> None:
    text = (run.path / "run.toml").read_text(encoding="utf-8")
    (run.path / "run.toml").write_text(text.replace(f'user = "{run.header.user}"', 'user = "somebody"'), encoding="utf-8")
    longer = override(run.config, ["train.steps=10"])
    with pytest.raises(DataError, match="made by somebody"):
        prepare_resumed(Run(run.path), longer)
    trainer = prepare_resumed(Run(run.path), longer, data_root=tmp_path / "images.npy")
    assert trainer.writer is not None
    trainer.writer.close()
    assert open_images(Run(run.path)).note == ""


def test_runs_are_compared_on_the_held_out_images_that_are_left(run: Run, tmp_path: Path) -> None:
    other = latentlab.train(run.config, tmp_path / "others")
    held_out = open_images(run).dataset.test.pixels[3, 0].numpy()
    pixels = _pixels()
    gone = next(index for index, image in enumerate(pixels) if np.array_equal(image, held_out))
    _write(tmp_path / "images.npy", np.delete(pixels, gone, 0))
    assert isinstance(Renderer.of_run(run).render(CompareRuns(RunRef(other.path, None))), View)
    apart = latentlab.train(override(run.config, ["data.split_seed=5"]), tmp_path / "others")
    answer = Renderer.of_run(run).render(CompareRuns(RunRef(apart.path, None)))
    assert isinstance(answer, Failed)
    assert "are not those of this run" in answer.message


def test_a_root_where_none_is_needed_is_refused(tiny_run: Path) -> None:
    with pytest.raises(DataError, match=r"--data-root /x: digits needs no folder"):
        open_images(Run(tiny_run), "/x")


@pytest.mark.parametrize("damage", [lambda content: content[:50], lambda content: content[:-1] + b"\0\1", lambda content: b""])
def test_a_damaged_memory_is_one_sentence(run: Run, damage: Callable[[bytes], bytes]) -> None:
    file = run.path / "images.safetensors"
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(DataError, match="images.safetensors"):
        open_images(run)


def test_a_deleted_folder_is_made_again_with_the_memory_of_its_images(tmp_path: Path, with_settings: WithSettings) -> None:
    from latentlab.api import drive, prepare
    from latentlab.training import Step, Trainer

    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    path = trainer.writer.path

    def delete(trainer: Trainer, step: Step) -> None:
        if step.step == 3:
            shutil.rmtree(path)

    drive(trainer, delete)
    assert open_images(Run(path)).note == ""


def test_what_needs_no_image_works_without(run: Run, tmp_path: Path) -> None:
    (tmp_path / "images.npy").unlink()
    renderer = Renderer.of_run(run)
    z = np.zeros(4, np.float32)
    traversals = [Traverse(Traversal(dims, 2.0, 5, "prior"), z, None, "z = 0") for dims in ((), (1,))]
    for request in (Sample(), *traversals):
        assert isinstance(renderer.render(request), View), request
    assert not isinstance(renderer.render(Decode(z)), Failed)
    for needing in (Reconstruct(), CompareRuns(RunRef(run.path, None))):
        answer = renderer.render(needing)
        assert isinstance(answer, Failed)
        assert "images.npy" in answer.message
