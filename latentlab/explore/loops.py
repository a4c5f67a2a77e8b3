"""Grids as loops, a frame for each column and back again: GIF, WebP and MP4 files that carry where they came from."""

import importlib
import importlib.util
import io
import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PIL import Image

import latentlab
from latentlab.errors import ExportError
from latentlab.explore.export import INK, PAPER, draw_grid
from latentlab.explore.requests.values import PictureGrid
from latentlab.extras import requirement
from latentlab.files.picture_text import EXIF_DESCRIPTION

_COLOURS = 256
"""Of a GIF's frame, at most."""
_LONGEST = {".gif": 65_535, ".webp": 16_383, ".mp4": 16_384}
"""Pixels of a side, at most."""
_EXIF_SOFTWARE = 0x0131
_ENOUGH_FOR_H264 = 16
"""Constant rate factor: visually lossless."""

Provenance = Mapping[str, object]
Frames = Sequence[Image.Image]


def has_video() -> bool:
    """Whether MP4 can be written: that takes ffmpeg, which comes with the extra `video`."""
    return importlib.util.find_spec("imageio_ffmpeg") is not None


def loop_file(
    grid: PictureGrid, provenance: Provenance, ending: str, *, scale: int | None = None, labels: bool = True, fps: int
) -> bytes:
    """A grid as the bytes of a looping file.

    Args:
        grid: what to draw.
        provenance: written into the file as JSON: into a GIF's or an MP4's comment, a WebP's EXIF description.
        ending: .gif, .webp or .mp4.
        scale: as for `grid_png`.
        labels: whether row labels and each frame's column label are drawn.
        fps: frames per second. GIF counts time in hundredths of a second, and takes the nearest.

    Raises:
        ExportError: if the frames would be too large for the format, or MP4 is asked for where there is no ffmpeg.
    """
    if ending == ".mp4" and not has_video():
        raise ExportError(
            f"MP4 is written by ffmpeg, which is not installed: pip install '{requirement('video')}', or write a .webp."
        )
    frames = loop_frames(grid, scale, labels)
    width, height = frames[0].size
    if max(width, height) > _LONGEST[ending]:
        raise ExportError(
            f"{ending} holds no side above {_LONGEST[ending]:,} pixels and this loop is {width:,}×{height:,}; choose a smaller "
            "scale."
        )
    write: Callable[[Frames, str, int], bytes] = {".gif": _gif, ".webp": _webp, ".mp4": _mp4}[ending]
    return write(frames, json.dumps(dict(provenance)), fps)


def loop_frames(grid: PictureGrid, scale: int | None, labels: bool) -> list[Image.Image]:
    """A picture for each column from the first to the last and back; grey where the images are."""
    columns = grid.images.shape[1]
    pictures = [
        draw_grid(PictureGrid(grid.images[:, place : place + 1], grid.row_labels, (grid.column_labels[place],)), scale, labels)
        for place in range(columns)
    ]
    if grid.images.shape[-1] == 1:
        pictures = [picture.convert("L") for picture in pictures]
    return [pictures[place] for place in there_and_back(columns)]


def there_and_back(columns: int) -> list[int]:
    """0 to the last and back to 1, so that the loop shows neither end twice."""
    return [*range(columns), *range(columns - 2, 0, -1)]


def _gif(frames: Frames, text: str, fps: int) -> bytes:
    file = io.BytesIO()
    first, *others = map(_with_palette, frames)
    first.save(
        file,
        "GIF",
        save_all=True,
        append_images=others,
        duration=round(1000 / fps, -1),
        loop=0,
        comment=text.encode(),
        disposal=1,
    )
    return file.getvalue()


def _with_palette(frame: Image.Image) -> Image.Image:
    """The frame itself where it is grey or has few colours; else its best colours, dithered, so that shades show no steps."""
    if frame.mode == "L":
        return frame
    if frame.getcolors(_COLOURS) is not None:
        return frame.quantize(_COLOURS)
    fixed = (*PAPER, *INK)  # what is not image keeps its colour
    best = frame.quantize(_COLOURS - len(fixed) // 3, Image.Quantize.MEDIANCUT, kmeans=2).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*best, *fixed])
    return frame.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _webp(frames: Frames, text: str, fps: int) -> bytes:
    file = io.BytesIO()
    about = Image.Exif()
    about[EXIF_DESCRIPTION], about[_EXIF_SOFTWARE] = text, f"LatentLab {latentlab.__version__}"
    first, *others = [frame.convert("RGB") for frame in frames]
    first.save(
        file,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=round(1000 / fps),
        loop=0,
        lossless=True,
        quality=100,
        method=4,
        exif=about.tobytes(),
    )
    return file.getvalue()


def _mp4(frames: Frames, text: str, fps: int) -> bytes:
    """Through ffmpeg: H.264 with 4:2:0 colours, which players everywhere show."""
    width, height = (side + side % 2 for side in frames[0].size)  # 4:2:0 takes even sides only
    pixels = b"".join(_padded(frame, width, height).tobytes() for frame in frames)
    with tempfile.TemporaryDirectory() as folder:
        about, video = Path(folder, "about.txt"), Path(folder, "loop.mp4")
        about.write_text(f";FFMETADATA1\ncomment={_escaped(text)}\n", encoding="utf-8")
        ffmpeg = importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe()
        source = [
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-video_size",
            f"{width}x{height}",
            "-framerate",
            str(fps),
            "-i",
            "pipe:0",
        ]
        coding = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", str(_ENOUGH_FOR_H264), "-movflags", "+faststart"]
        made = subprocess.run(
            [
                ffmpeg,
                "-loglevel",
                "error",
                "-y",
                *source,
                "-i",
                str(about),
                "-map",
                "0:v",
                "-map_metadata",
                "1",
                *coding,
                str(video),
            ],
            input=pixels,
            capture_output=True,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if made.returncode != 0 or not video.is_file():
            reason = made.stderr.decode(errors="replace").strip().rpartition("\n")[2] or f"exit code {made.returncode}"
            raise ExportError(f"the MP4 cannot be written: ffmpeg says {reason!r}.")
        return video.read_bytes()


def _padded(frame: Image.Image, width: int, height: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), "white")
    picture.paste(frame, (0, 0))
    return picture


def _escaped(text: str) -> str:
    """As a value in ffmpeg's metadata file."""
    for special in ("\\", "=", ";", "#", "\n"):
        text = text.replace(special, f"\\{special}")
    return text
