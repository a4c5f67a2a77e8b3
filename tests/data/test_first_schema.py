"""Runs of the first schema, which do not remember their images."""

import sys
from pathlib import Path

import pytest

from latentlab.api import prepare_resumed
from latentlab.config import override
from latentlab.errors import DataError
from latentlab.evaluation.run_images import open_images
from latentlab.files.places import is_on_network
from latentlab.runs import Run
from tests.data.remembered import random_pixels, write_pixels

_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="mounts and owners are told otherwise on Windows")


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
    write_pixels(tmp_path / "images.npy", random_pixels(count))
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
