"""The frames of a video as images, decoded by ffmpeg one after the other while they are asked for."""

import importlib
import re
import subprocess
import threading
from collections import OrderedDict
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from latentlab.data.faults import FileFault
from latentlab.data.gather import Gathering, ImageFile, place_of
from latentlab.errors import DataError
from latentlab.extras import requirement

MOST_FRAMES = 10_000
"""Of one video; of a longer one every second frame is taken, or every third, and so on."""
LARGEST_FRAME = 2**25
"""Pixels."""
_PATIENCE = 120.0
"""Seconds that counting a video's frames may take."""
_KEPT = 12
"""Frames kept for threads that ask a little later than others."""
_BOUNDS = [
    "-nostdin",
    "-hide_banner",
    "-max_alloc",
    str(2**30),
    # No playlists and no other places: a file names nothing beyond itself.
    "-protocol_whitelist",
    "file",
    "-format_whitelist",
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,m4v,asf,flv,ogg",
    "-max_pixels",
    str(LARGEST_FRAME),
]
_COUNTED = re.compile(rb"frame= *(\d+)")
_HEADER = re.compile(rb"P6\n(\d{1,6}) (\d{1,6})\n255\n")


def add_video(found: Gathering, path: Path, stack: ExitStack, shard: str | None = None, part: str | None = None) -> None:
    """Add the frames of a video.

    Args:
        found: takes what there is.
        path: the file.
        stack: ends the decoding.
        shard: the name that the file has among others.
        part: of a split that it belongs to.

    Raises:
        DataError: if there is no ffmpeg, or the file is no video that it can read.
    """
    program = _ffmpeg(path)
    count = _count(program, path)
    every = -(-count // MOST_FRAMES)
    frames = _Frames(program, path, every)
    stack.callback(frames.close)
    base, version = PurePosixPath(shard or ""), path.stat().st_mtime_ns
    for index in range(-(-count // every)):
        number = index * every
        name = base / f"{number:07d}"
        place = place_of(part, name)
        found.add(ImageFile(name, partial(frames.read, index, number, name), 0, version + number), place)
    if every > 1:
        found.notes.append(f"{path.name}: 1 of every {every} of its {count:,} frames is taken.")
    note = "Frames of one video are alike: where they are split at random, held-out ones are hardly new images."
    if note not in found.notes:
        found.notes.append(note)


def _ffmpeg(path: Path) -> str:
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise DataError(f"{path}: videos are read with ffmpeg; install {requirement('video')}.") from None


def _count(program: str, path: Path) -> int:
    """Frames of the first stream of pictures, without decoding them."""
    command = [program, *_BOUNDS, "-i", f"file:{path.absolute()}", "-map", "0:v:0", "-c", "copy", "-f", "null", "-"]
    try:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            timeout=_PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise DataError(f"{path}: its frames were not counted within {_PATIENCE:.0f} seconds; cut it into parts.") from None
    except OSError as error:
        raise DataError(f"{path}: ffmpeg cannot be started: {error.strerror or error}.") from None
    counts = _COUNTED.findall(ended.stderr)
    count = int(counts[-1]) if counts else 0
    if not count:
        raise DataError(f"{path}: not a video that ffmpeg can read, or a damaged one.")
    return count


class _Frames:
    """Frames in their order, the last few kept; one further back is found by decoding from the beginning again."""

    def __init__(self, program: str, path: Path, every: int) -> None:
        chosen = ["-vf", f"select=not(mod(n\\,{every}))"] if every > 1 else []
        output = [*chosen, "-fps_mode", "passthrough", "-pix_fmt", "rgb24", "-c:v", "ppm", "-f", "image2pipe", "pipe:1"]
        source = ["-loglevel", "quiet", "-i", f"file:{path.absolute()}", "-map", "0:v:0"]
        self._command = [program, *_BOUNDS, "-threads", "1", *source, *output]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._next = 0
        self._end: int | None = None

    def read(self, index: int, number: int, name: PurePosixPath) -> bytes:
        """A frame as a PPM file. Raises `FileFault`.

        Args:
            index: among those that are taken.
            number: among all of the video.
            name: what it is called in an error.
        """
        with self._lock:
            if self._end is not None and index >= self._end:
                raise FileFault(str(name), "truncated", f"the video is damaged or ends before frame {number:,}")
            if index not in self._kept and index < self._next:
                self._stop()
            while index not in self._kept:
                frame = self._decode(name)
                if frame is None:
                    self._end = self._next
                    raise FileFault(str(name), "truncated", f"the video is damaged or ends before frame {number:,}")
                self._kept[self._next] = frame
                self._next += 1
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            return self._kept[index]

    def close(self) -> None:
        """End the decoding."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process, self._next = None, 0
        self._kept.clear()

    def _decode(self, name: PurePosixPath) -> bytes | None:
        """The next frame; None where there is none."""
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise FileFault(str(name), "unreadable", f"ffmpeg cannot be started: {error.strerror or error}") from None
        assert self._process.stdout is not None
        return _ppm(self._process.stdout)


def _ppm(stream: IO[bytes]) -> bytes | None:
    """A picture from a stream of them; None at its end, or where one is cut off or too large."""
    header = b"".join(stream.readline(16) for _ in range(3))
    found = _HEADER.fullmatch(header)
    if not found or int(found[1]) * int(found[2]) > LARGEST_FRAME:
        return None
    size = 3 * int(found[1]) * int(found[2])
    pixels = stream.read(size)
    return header + pixels if len(pixels) == size else None
