"""What is written to files: loops whose decoded frames are the drawn ones, scales, provenance, and what goes wrong in words."""

import importlib.util
import json
import re
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from latentlab.errors import ConfigError, ExportError
from latentlab.explore.export import GUTTER, default_scale, draw_grid, grid_png, grid_size
from latentlab.explore.loops import has_video, loop_file, loop_frames, there_and_back
from latentlab.explore.provenance import command_line, read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, Exported, Style
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, ImageRef, PictureGrid
from latentlab.runs import Run

_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


def _grid(channels: int, columns: int = 4, colours: int = 256, side: int = 16) -> PictureGrid:
    """Two rows of noise in a limited number of colours."""
    random = np.random.default_rng(channels)
    palette = random.integers(0, 256, (colours, channels), np.uint8)
    images = palette[random.integers(0, colours, (2, columns, side, side))]
    return PictureGrid(images, ("z0  1.23 nats", "z1  0.45 nats"), tuple(f"{place:+d}" for place in range(columns)))


def _frames_of(content: bytes, path: Path) -> list[np.ndarray]:
    path.write_bytes(content)
    with Image.open(path) as loop:
        frames = []
        for place in range(loop.n_frames):
            loop.seek(place)
            frames.append(np.asarray(loop.convert("RGB")))
        return frames


def test_a_loop_goes_there_and_back_and_shows_neither_end_twice() -> None:
    assert there_and_back(1) == [0]
    assert there_and_back(2) == [0, 1]
    assert there_and_back(5) == [0, 1, 2, 3, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("ending", "channels", "colours"), [(".gif", 1, 256), (".gif", 3, 100), (".webp", 1, 256), (".webp", 3, 5_000)]
)
def test_decoded_frames_are_the_drawn_ones_to_the_pixel(tmp_path: Path, ending: str, channels: int, colours: int) -> None:
    grid = _grid(channels, colours=colours)
    drawn = loop_frames(grid, 2, labels=False)
    decoded = _frames_of(loop_file(grid, {}, ending, scale=2, labels=False, fps=10), tmp_path / f"loop{ending}")
    assert len(decoded) == len(drawn) == 6
    for one, other in zip(decoded, drawn, strict=True):
        assert np.array_equal(one, np.asarray(other.convert("RGB")))


def test_a_grey_loop_with_labels_keeps_every_shade(tmp_path: Path) -> None:
    """256 shades of image fill a palette; the letters must not take any of them."""
    images = np.arange(256, dtype=np.uint8).reshape(1, 1, 16, 16, 1).repeat(3, 1)
    grid = PictureGrid(images, ("z0",), ("−1", "0", "+1"))
    frame = _frames_of(loop_file(grid, {}, ".gif", scale=1, fps=8), tmp_path / "grey.gif")[0]
    width, height = grid_size(PictureGrid(images[:, :1], ("z0",), ("0",)), 1, labels=True)
    tile = frame[height - 16 - GUTTER : height - GUTTER, width - 16 - GUTTER : width - GUTTER, 0]
    assert np.array_equal(tile, images[0, 0, ..., 0])


def test_a_photograph_in_a_gif_is_dithered_and_keeps_its_mean_colour(tmp_path: Path) -> None:
    """A ramp of more colours than a palette holds: no channel may drift, though single pixels must."""
    across = np.linspace(0, 255, 64).round().astype(np.uint8)
    image = np.stack(np.broadcast_arrays(across[None, :], across[:, None], 255 - across[None, :]), -1)
    grid = PictureGrid(np.stack([image, 255 - image])[None], ("",), ("", ""))
    drawn = loop_frames(grid, 1, labels=False)
    decoded = _frames_of(loop_file(grid, {}, ".gif", scale=1, labels=False, fps=8), tmp_path / "ramp.gif")
    for one, other in zip(decoded, drawn, strict=True):
        error = one.astype(int) - np.asarray(other.convert("RGB")).astype(int)
        assert np.abs(error).max() > 0
        assert np.abs(error.mean((0, 1))).max() < 2
        blocks = error[2:66, 2:66].reshape(8, 8, 8, 8, 3).mean((1, 3))
        assert np.abs(blocks).max() < 8
        assert (one[:2] == 255).all()  # the paper stays white


@pytest.mark.parametrize("fps", [1, 8, 50])
@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_frames_last_as_long_as_asked_for(tmp_path: Path, ending: str, fps: int) -> None:
    path = tmp_path / f"loop{ending}"
    path.write_bytes(loop_file(_grid(3), {}, ending, fps=fps))
    with Image.open(path) as loop:
        assert loop.info["loop"] == 0
        loop.seek(1)
        loop.load()
        assert loop.info["duration"] == pytest.approx(1000 / fps, abs=5)


@pytest.mark.parametrize("scale", [1, 3, 8])
@pytest.mark.parametrize("labels", [True, False])
def test_the_size_foretold_is_the_size_drawn_and_every_pixel_is_enlarged(tmp_path: Path, scale: int, labels: bool) -> None:
    grid = _grid(3)
    path = tmp_path / "grid.png"
    path.write_bytes(grid_png(grid, {}, scale=scale, labels=labels))
    with Image.open(path) as opened:
        assert opened.size == grid_size(grid, scale, labels=labels)
        picture = np.asarray(opened)
    side = 16 * scale
    last = picture[-side - GUTTER : -GUTTER, -side - GUTTER : -GUTTER]
    assert np.array_equal(last, grid.images[1, 3].repeat(scale, 0).repeat(scale, 1))


def test_small_images_are_enlarged_to_a_comfortable_size() -> None:
    assert [default_scale(side, side) for side in (8, 28, 32, 64, 256)] == [8, 2, 2, 1, 1]


@pytest.mark.parametrize("ending", [".png", ".gif", ".webp"])
def test_every_file_says_where_it_came_from(renderer: Renderer, tiny_run: Path, tmp_path: Path, ending: str) -> None:
    request = Traverse(Traversal((3, 1), 2.5, 5, "aggregate"), _Z, None, "z as given")
    path = tmp_path / f"grid{ending}"
    exported = renderer.render(Export(request, path, fps=12))
    assert isinstance(exported, Exported)
    origin = read_origin(path)
    assert origin is not None
    assert (origin.run, origin.step) == (tiny_run.name, 8)
    assert isinstance(origin.request, Traverse)
    assert origin.request.traversal == request.traversal
    assert np.array_equal(origin.request.z, _Z)


def test_pictures_of_others_have_no_origin(tmp_path: Path) -> None:
    picture = Image.new("RGB", (8, 8))
    picture.save(tmp_path / "plain.gif")
    picture.save(tmp_path / "comment.gif", comment=b"by hand")
    picture.save(tmp_path / "list.gif", comment=b"[1, 2]")
    picture.save(tmp_path / "part.gif", comment=b'{"run": "a", "step": "1", "view": "sample"}')
    picture.save(tmp_path / "other.gif", comment=b'{"run": "a", "step": "1", "view": "none", "request": "{}"}')
    picture.save(tmp_path / "plain.webp")
    about = Image.Exif()
    about[0x010E] = "a holiday"
    picture.save(tmp_path / "holiday.webp", exif=about.tobytes())
    (tmp_path / "torn.webp").write_bytes((tmp_path / "holiday.webp").read_bytes()[:30])
    for path in sorted(tmp_path.iterdir()):
        assert read_origin(path) is None, path.name


@pytest.mark.parametrize(
    ("style", "name", "expected"),
    [
        (Style(), "a.png", ""),
        (Style(labels=False, scale=4), "a.png", "--no-labels --scale 4"),
        (Style(fps=20), "a.webp", "--fps 20"),
        (Style(fps=20), "a.png", ""),
    ],
)
def test_the_command_line_repeats_how_it_was_drawn(tmp_path: Path, style: Style, name: str, expected: str) -> None:
    request = Interpolate(ImageRef(index=1), ImageRef(index=2))
    command = command_line(tmp_path, 8, Export(request, Path(name), **style))
    assert command.endswith(f"--checkpoint 8 {expected} -o {name}".replace("  ", " "))
    # Samples never have labels, and their command no option for them.
    assert "--no-labels" not in command_line(tmp_path, 8, Export(Sample(4), Path("a.png"), labels=False))


@pytest.mark.parametrize(
    ("name", "style", "words"),
    [
        (
            "grid.jpg",
            Style(),
            ".jpg is no ending of a picture that can be written; write .png, .svg, .pdf, .gif, .webp or .mp4",
        ),
        ("grid", Style(), "there is no ending of a picture"),
        ("grid.png", Style(scale=9), "scale = 9: must be a whole number from 1 to 8"),
        ("grid.gif", Style(fps=0), "fps = 0: must be 1 to 50"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(name: str, style: Style, words: str) -> None:
    with pytest.raises(ConfigError) as told:
        Export(Sample(4), Path(name), **style)
    assert words in str(told.value)


def test_a_picture_beyond_all_measure_is_refused_with_its_size_and_nothing_is_written(
    renderer: Renderer, tmp_path: Path
) -> None:
    request = Traverse(Traversal((0, 1), steps=101, plane=True), _Z, None, "z as given")
    failed = renderer.render(Export(request, tmp_path / "grid.png", scale=8))
    assert isinstance(failed, Failed)
    assert "scale = 8: the picture would have" in failed.message
    tall = PictureGrid(np.zeros((33, 2, 64, 64, 1), np.uint8), ("",) * 33, ("",) * 2)
    with pytest.raises(ExportError, match=r".webp holds no side above 16,383 pixels and this loop is 516×16,964"):
        loop_file(tall, {}, ".webp", scale=8, labels=False, fps=8)
    assert list(tmp_path.glob("grid*")) == []


@pytest.mark.parametrize("ending", [".png", ".gif", ".webp"])
def test_a_folder_that_is_gone_is_one_sentence_and_a_file_that_was_there_stays(
    renderer: Renderer, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = Interpolate(ImageRef(index=1), ImageRef(index=2), 3)
    gone = renderer.render(Export(request, tmp_path / "gone" / f"a{ending}"))
    assert isinstance(gone, Failed)
    assert gone.message.endswith("the picture cannot be written: there is no such folder.")
    there = tmp_path / f"there{ending}"
    there.write_text("precious")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    failed = renderer.render(Export(request, there))
    assert isinstance(failed, Failed)
    assert "No space left on device" in failed.message
    assert there.read_text() == "precious"
    assert not list(tmp_path.glob(".there*"))


def test_without_ffmpeg_the_sentence_names_the_extra(
    renderer: Renderer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "imageio_ffmpeg" else found(name))
    assert not has_video()
    failed = renderer.render(Export(Interpolate(ImageRef(index=1), ImageRef(index=2), 3), tmp_path / "way.mp4"))
    assert isinstance(failed, Failed)
    assert "pip install 'latentlab-vae[video]'" in failed.message
    assert not (tmp_path / "way.mp4").exists()


_STAND_IN = """#!{python}
import pathlib, sys
arguments = sys.argv[1:]
about = pathlib.Path(arguments[len(arguments) - arguments[::-1].index("-i")])
pathlib.Path({folder!r}, "about.txt").write_text(about.read_text(encoding="utf-8"), encoding="utf-8")
pathlib.Path({folder!r}, "arguments.txt").write_text("\\n".join(arguments))
pathlib.Path({folder!r}, "pixels").write_bytes(sys.stdin.buffer.read())
if "fail" in sys.argv[0]:
    sys.exit("Unknown encoder 'libx264'")
pathlib.Path(arguments[-1]).write_bytes(b"a film")
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In ffmpeg's place, a program that notes what it was asked; the folder of its notes."""
    if sys.platform == "win32":
        pytest.skip("a script with a first line for the shell does not run on Windows")
    folder = tmp_path / "notes"
    folder.mkdir()
    program = folder / "ffmpeg"
    program.write_text(_STAND_IN.format(python=sys.executable, folder=str(folder)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    module = SimpleNamespace(get_ffmpeg_exe=lambda: str(program), __spec__=SimpleNamespace(name="imageio_ffmpeg"))
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", module)
    return folder


def test_ffmpeg_gets_every_frame_in_even_sides_and_the_provenance(stand_in: Path) -> None:
    grid = _grid(3, columns=3, side=15)
    provenance = {"run": "a = b; #1", "command": "x \\ y"}
    assert loop_file(grid, provenance, ".mp4", scale=1, labels=False, fps=25) == b"a film"
    arguments = (stand_in / "arguments.txt").read_text().split("\n")
    assert arguments[arguments.index("-framerate") + 1] == "25"
    width, height = map(int, arguments[arguments.index("-video_size") + 1].split("x"))
    drawn = loop_frames(grid, 1, labels=False)
    assert drawn[0].size == (19, 36)
    assert (width, height) == (20, 36)
    pixels = np.frombuffer((stand_in / "pixels").read_bytes(), np.uint8).reshape(4, height, width, 3)
    for got, frame in zip(pixels, drawn, strict=True):
        assert np.array_equal(got[:, :19], np.asarray(frame))
        assert (got[:, 19:] == 255).all()
    head, comment = (stand_in / "about.txt").read_text(encoding="utf-8").splitlines()
    assert head == ";FFMETADATA1"
    name, _, value = comment.partition("=")
    assert name == "comment"
    assert json.loads(re.sub(r"\\(.)", r"\1", value)) == provenance


def test_what_ffmpeg_says_reaches_the_person(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = (stand_in / "ffmpeg").rename(stand_in / "fail")
    monkeypatch.setattr(sys.modules["imageio_ffmpeg"], "get_ffmpeg_exe", lambda: str(failing))
    with pytest.raises(ExportError, match="ffmpeg says \"Unknown encoder 'libx264'\""):
        loop_file(_grid(1), {}, ".mp4", fps=8)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # imageio-ffmpeg leaves a pipe open
def test_an_mp4_has_the_frames_of_the_loop(renderer: Renderer, tmp_path: Path) -> None:
    ffmpeg = pytest.importorskip("imageio_ffmpeg")
    request = Corners(*(ImageRef(index=index) for index in range(4)), steps=3)
    path = tmp_path / "plane.mp4"
    assert isinstance(renderer.render(Export(request, path, scale=2, fps=10)), Exported)
    frames = ffmpeg.read_frames(str(path))
    about = next(frames)
    assert about["fps"] == 10
    assert len(list(frames)) == 4


def test_column_labels_are_broken_and_shrunk_until_no_two_overlap() -> None:
    labels = ("decoded", "components: 93% + 5% + 1%", "KL, 0 to 20 nats", "reconstruction")
    images = np.zeros((1, 4, 32, 32, 3), np.uint8)
    grid, plain = PictureGrid(images, ("",), labels), PictureGrid(images, ("",), ("a", "b", "c", "d"))
    picture = np.asarray(draw_grid(grid, 2, True))
    assert len(picture) > len(np.asarray(draw_grid(plain, 2, True)))
    top = picture.shape[0] - (64 + GUTTER)
    left = picture.shape[1] - 4 * (64 + GUTTER)
    gutters = [left + column * (64 + GUTTER) - 1 for column in range(1, 4)]
    assert (picture[:top, gutters] == 255).all()  # nothing reaches from one column into the next
    assert (picture[:top, -1] == 255).all()
    assert (picture[:top] < 128).any()
