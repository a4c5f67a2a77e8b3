"""What a run remembers of its images, and what becomes of it when they move, change, come or go."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import latentlab
from latentlab.api import prepare_resumed
from latentlab.config import override
from latentlab.data.dataset import read_collection, split_of
from latentlab.data.fingerprint import Fingerprint, match
from latentlab.errors import DataError
from latentlab.evaluation.run_images import open_images, read_fingerprint
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Decode, Reconstruct, Sample
from latentlab.explore.requests.pairs import CompareRuns
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, RunRef, View
from latentlab.runs import Run
from tests.data.remembered import WithSettings, held_out_bytes, random_pixels, write_pixels


def test_a_run_remembers_each_image_and_its_side(run: Run) -> None:
    fingerprint = read_fingerprint(run)
    assert fingerprint is not None
    assert (fingerprint.train.shape, fingerprint.held_out.shape) == ((48, 16), (12, 16))
    assert run.header.images["digest"] == fingerprint.digest
    assert (run.header.images["count"], run.header.images["held_out"]) == (60, 12)
    assert open_images(run).note == ""


def test_images_in_another_order_and_place_are_the_same_images(run: Run, tmp_path: Path) -> None:
    before = held_out_bytes(run)
    write_pixels(tmp_path / "moved.npy", np.random.default_rng(1).permutation(random_pixels()))
    (tmp_path / "images.npy").unlink()
    with pytest.raises(DataError, match=r"images.npy.*--data-root PATH"):
        open_images(run)
    images = open_images(run, tmp_path / "moved.npy")
    assert images.note == ""
    assert [image.numpy().tobytes() for image in images.dataset.test.pixels] == before


def test_what_was_learned_from_is_neverheld_out_bytes(run: Run, tmp_path: Path) -> None:
    fingerprint = read_fingerprint(run)
    assert fingerprint is not None
    learned = {bytes(digest) for digest in fingerprint.train}
    # Twenty more images in front: a new split would mix both sides.
    more = np.random.default_rng(2).integers(0, 256, (20, 16, 16)).astype(np.uint8)
    write_pixels(tmp_path / "images.npy", np.concatenate([more, random_pixels()[3:]]))
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
    pixels = random_pixels()
    changed = next(index for index, image in enumerate(pixels) if np.array_equal(image, held_out))
    pixels[changed] ^= 255
    write_pixels(tmp_path / "images.npy", pixels)
    after = latentlab.evaluate(run, samples=2)
    assert (before.provenance["N"], after.provenance["N"]) == (12, 11)
    assert after.provenance["images_note"].startswith(f"{run.path.name}: 1 of 12 held-out images is missing or has changed,")


def test_a_run_goes_on_with_its_own_images_only(run: Run, tmp_path: Path) -> None:
    longer = override(run.config, ["train.steps=10"])
    write_pixels(tmp_path / "images.npy", np.random.default_rng(1).permutation(random_pixels()))
    trainer = prepare_resumed(run, longer)
    assert trainer.writer is not None
    trainer.writer.close()
    pixels = random_pixels()
    pixels[:30] ^= 1
    write_pixels(tmp_path / "images.npy", pixels)
    with pytest.raises(DataError, match=r"30 of 60 images are missing or have changed.*start a new run"):
        prepare_resumed(run, longer)


@pytest.mark.parametrize("side", [8, 20, 32])
def test_images_of_another_size_are_refused_by_their_sizes(run: Run, tmp_path: Path, side: int) -> None:
    write_pixels(tmp_path / "images.npy", random_pixels(side=side))
    with pytest.raises(DataError, match=rf"are {side}×{side}.* now.*takes 16×16"):
        open_images(run)


def test_other_images_altogether_are_refused(run: Run, tmp_path: Path) -> None:
    write_pixels(tmp_path / "images.npy", random_pixels() ^ 255)
    with pytest.raises(DataError, match="none of its 60 images is among these"):
        open_images(run)


def test_alike_images_on_both_sides_stay_where_they_are(tmp_path: Path, with_settings: WithSettings) -> None:
    write_pixels(tmp_path / "images.npy", np.zeros((60, 16, 16), np.uint8))
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
    write_pixels(tmp_path / "images.npy", open_images(run).dataset.test.pixels[:, 0].numpy())
    values = latentlab.evaluate(run, samples=2)
    assert values.provenance["N"] == 12
    assert "48 of 48 training images are missing" in values.provenance["images_note"]


def test_a_colour_image_among_grey_ones_is_read_as_they_were(tmp_path: Path, with_settings: WithSettings) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, pixels in enumerate(random_pixels(40)):
        Image.fromarray(pixels).save(folder / f"{number:02d}.png")
    run = latentlab.train(with_settings("data.name=folder", f"data.root={folder}", "data.size=16"), tmp_path / "runs")
    Image.new("RGB", (16, 16), "red").save(folder / "99.png")
    images = open_images(run)
    assert len(images.dataset.test) == 8
    assert "1 image is left out that the run does not know" in images.note


def test_runs_are_compared_on_the_held_out_images_that_are_left(run: Run, tmp_path: Path) -> None:
    other = latentlab.train(run.config, tmp_path / "others")
    held_out = open_images(run).dataset.test.pixels[3, 0].numpy()
    pixels = random_pixels()
    gone = next(index for index, image in enumerate(pixels) if np.array_equal(image, held_out))
    write_pixels(tmp_path / "images.npy", np.delete(pixels, gone, 0))
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
