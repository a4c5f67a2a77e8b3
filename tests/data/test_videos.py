"""Videos as ffmpeg writes them, frame by frame."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset, scan, videos
from latentlab.data.trees import open_tree
from latentlab.errors import DataError

ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()


def _frames(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, 24, 32, 3), np.uint8)


def _write(path: Path, frames: np.ndarray) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", f"{frames.shape[2]}x{frames.shape[1]}", "-i", "pipe:0"]
    coding = ["-c:v", "libx264rgb", "-qp", "0", "-pix_fmt", "rgb24"]
    command = [ffmpeg, "-loglevel", "error", "-y", *source, *coding, str(path)]
    subprocess.run(command, input=frames.tobytes(), check=True)
    return path


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "folder", "root": str(root), "size": 24, **settings}))


def _pixels(content: bytes) -> np.ndarray:
    return np.frombuffer(content.split(b"\n255\n", 1)[1], np.uint8).reshape(24, 32, 3)


@pytest.mark.parametrize("ending", [".mp4", ".mkv"])
def test_every_frame_is_an_image_and_none_is_lost_or_doubled(tmp_path: Path, ending: str) -> None:
    frames = _frames(40)
    path = _write(tmp_path / f"clip{ending}", frames)
    with open_tree(path) as tree:
        assert len(tree.files) == 40
        for number in (*range(40), 3, 20, 39, 0):  # backwards too
            np.testing.assert_array_equal(_pixels(tree.files[number].read()), frames[number])
    report = scan(path)
    assert (report.usable, report.formats, report.problems) == (40, {"PPM": 40}, ())
    assert any("Frames of one video are alike" in note for note in report.notes)


def test_folders_of_videos_are_classes_and_parts(tmp_path: Path) -> None:
    for number, place in enumerate(("train/walk/1.mp4", "train/walk/2.mp4", "train/run/3.mp4", "test/walk/4.mp4")):
        _write(tmp_path / place, _frames(3, number))
    (tmp_path / "train" / "run" / "broken.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(100))
    (tmp_path / "notes.txt").write_text("text")
    dataset = _load(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (9, 3)
    assert sorted(dataset.train.label_names[label] for label in dataset.train.labels.tolist()) == ["run"] * 3 + ["walk"] * 6
    expected = Image.fromarray(_frames(3, 3)[0]).crop((4, 0, 28, 24))
    np.testing.assert_array_equal(dataset.test.pixels[0].permute(1, 2, 0).numpy(), np.asarray(expected))
    (problem,) = scan(tmp_path).problems
    assert problem.file == "train/run/broken.mp4"
    assert "not a video that ffmpeg can read" in problem.detail


def test_of_a_long_one_frames_are_taken_evenly_and_the_rest_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(videos, "MOST_FRAMES", 4)
    frames = _frames(10)
    with open_tree(_write(tmp_path / "clip.mp4", frames)) as tree:
        assert [file.path.name for file in tree.files] == ["0000000", "0000003", "0000006", "0000009"]
        for file in tree.files:
            np.testing.assert_array_equal(_pixels(file.read()), frames[int(file.path.name)])
        assert "clip.mp4: 1 of every 3 of its 10 frames is taken." in tree.notes


def test_what_ends_early_what_is_none_and_what_names_other_files_is_told(tmp_path: Path) -> None:
    content = _write(tmp_path / "whole.mkv", _frames(30)).read_bytes()
    (tmp_path / "cut.mkv").write_bytes(content[: len(content) // 2])
    report = scan(tmp_path / "cut.mkv")
    assert 0 < report.usable < 30
    secret = _write(tmp_path / "secret.mp4", _frames(2))
    for name, text in (("a.mp4", "no video"), ("list.mp4", f"ffconcat version 1.0\nfile '{secret}'\n"),
                       ("play.avi", f"#EXTM3U\n#EXTINF:1,\n{secret}\n#EXT-X-ENDLIST\n")):  # fmt: skip
        (tmp_path / name).write_text(text)
        with pytest.raises(DataError, match="not a video that ffmpeg can read, or a damaged one"):
            scan(tmp_path / name)


def test_without_ffmpeg_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "clip.mp4", _frames(2))
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(DataError, match=r"videos are read with ffmpeg; install latentlab-vae\[video\]"):
        scan(path)
