"""Small picture files of every depth, and what preparing a folder of them gives."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_index, read_prepared

SIDE = 16
RAMP = np.arange(256).reshape(SIDE, SIDE)


def tiff(values: Any, *, photometric: int = 1, order: str = "<") -> bytes:
    """One uncompressed strip of grey values of any type."""
    values = np.asarray(values)
    data = values.astype(values.dtype.newbyteorder(order)).tobytes()
    height, width = values.shape[:2]
    kind = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    tags = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8 * values.dtype.itemsize),
        (259, 3, 1),
        (262, 3, photometric),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, len(data)),
        (339, 3, kind),
    ]
    entries = b"".join(
        struct.pack(f"{order}HHI", tag, code, 1)
        + (struct.pack(f"{order}HH", value, 0) if code == 3 else struct.pack(f"{order}I", value))
        for tag, code, value in tags
    )
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8 + len(data))
    return head + data + struct.pack(f"{order}H", len(tags)) + entries + bytes(4)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png16(values: Any) -> bytes:
    """A PNG of 16 bits with 1 to 4 channels, which Pillow cannot write in colour."""

    values = np.asarray(values, ">u2")
    height, width, channels = values.shape
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    colour = {1: 0, 2: 4, 3: 2, 4: 6}[channels]

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 16, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def folder_of(tmp_path: Path, *contents: bytes, ending: str = ".tif") -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / f"{number}{ending}").write_bytes(content)
    return folder


def prepared(folder: Path, **settings: Any) -> np.ndarray:
    """uint8 (N, C, H, W)."""
    return read_prepared(prepare(folder, StoreSettings(size=SIDE, **settings))).pixels


def words(folder: Path, **settings: Any) -> str:
    return " | ".join(map(str, read_index(prepare(folder, StoreSettings(size=SIDE, **settings))).ranges))


def written(tmp_path: Path, content: bytes, name: str = "x.tif") -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name
