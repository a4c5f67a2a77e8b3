"""Small files that ask for much memory or time, for the readers that might give it."""

import bz2
import functools
import gzip
import io
import json
import lzma
import pickle
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import numpy as np
from PIL import Image

_BYTES = 2**27
"""That each of those that are packed unpacks to."""
_TEXT = 2**20
"""Bytes of those that are text."""


def bombs_of(reader: str) -> tuple[bytes, ...]:
    """Those for a reader of this name."""
    return _made(_KINDS[reader]) if reader in _KINDS else ()


@functools.cache
def _made(kind: Callable[[], Iterator[bytes]]) -> tuple[bytes, ...]:
    return tuple(kind())


def _picture(kind: str, mode: str, side: int, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.new(mode, (side, side)).save(file, kind, **options)
    return file.getvalue()


def _png() -> Iterator[bytes]:
    yield from (_picture("PNG", mode, side) for mode, side in (("1", 8000), ("L", 7000), ("P", 5000), ("RGBA", 4900)))
    file = io.BytesIO()
    Image.fromarray(np.zeros((4600, 4600), np.uint16)).save(file, "PNG")
    yield file.getvalue()


def _tiff() -> Iterator[bytes]:
    packings = (
        ("1", "group4", 8000),
        ("L", "tiff_adobe_deflate", 7000),
        ("F", "tiff_adobe_deflate", 3500),
        ("RGB", "packbits", 4900),
    )
    yield from (_picture("TIFF", mode, side, compression=packing) for mode, packing, side in packings)


def _jpeg() -> Iterator[bytes]:
    yield _picture("JPEG", "L", 7000, quality=1)
    yield _picture("JPEG", "RGB", 4000, quality=1, progressive=True)


def _lines(line: Callable[[int], str], start: str = "", end: str = "") -> bytes:
    text = start
    for number in count():
        if len(text) > _TEXT:
            break
        text += line(number)
    return f"{text}{end}".encode()


def _toml() -> Iterator[bytes]:
    half = _TEXT // 4
    for line in (lambda number: f"[{number:x}]\n", lambda number: f"a.{number:x}.b=1\n", lambda number: "[[a]]\n"):
        yield _lines(line)[:half].rpartition(b"\n")[0]
    yield b"a=[" + b"{}," * (half // 3) + b"]"
    yield b'a="""' + b"\\n" * (half // 2) + b'"""'


def _json() -> Iterator[bytes]:
    yield b"[" + b"[]," * (_TEXT // 3) + b"[]]"
    yield _lines(lambda number: f'{{"{number:x}":{{}}}},', "[", "0]")
    yield ('["\U0001f600' + "a" * _TEXT + '"]').encode()


def _lines_of_json() -> Iterator[bytes]:
    yield from (content + b"\n" for content in _json())
    yield b'{"a": [1, 2, 3]}\n' * (_TEXT // 17)


def _zeros(count: int = _BYTES) -> bytes:
    return bytes(count)


def _zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def _npy(shape: tuple[int, ...], dtype: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, np.zeros(shape, dtype))
    return file.getvalue()


def _npz() -> Iterator[bytes]:
    for dtype in (np.uint8, np.uint16, np.float32, np.float64, np.int64, bool):
        images = 60_000_000 // np.dtype(dtype).itemsize // 4096
        yield _zipped("images.npy", _npy((images, 64, 64), dtype))
    yield _zipped("images.npy", _npy((_BYTES // 4096, 64, 64), np.uint8))


def _zip() -> Iterator[bytes]:
    yield _zipped("a.png", _zeros())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10_000):
            archive.writestr(f"{number}", b"")
    yield file.getvalue()


def _zip_of_images() -> Iterator[bytes]:
    yield from _zip()
    yield from (_zipped("a.png", content) for content in _png())


def _tar(pack: Callable[[bytes], bytes]) -> Callable[[], Iterator[bytes]]:
    def made() -> Iterator[bytes]:
        info = tarfile.TarInfo("a.png")
        info.size = _BYTES
        yield pack(info.tobuf() + _zeros())

    return made


def _idx() -> Iterator[bytes]:
    yield gzip.compress(bytes([0, 0, 8, 3]) + struct.pack(">3I", _BYTES // 2**16, 256, 256) + _zeros(), 1)


def _pickle() -> Iterator[bytes]:
    yield b"\x80\x03(" + b"]" * _TEXT + b"."
    yield pickle.dumps({number: {} for number in range(100_000)}, protocol=3)


def _safetensors() -> Iterator[bytes]:
    empty = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    header = json.dumps({f"{number:x}": empty for number in range(20_000)}).encode()
    yield struct.pack("<Q", len(header)) + header


_KINDS: dict[str, Callable[[], Iterator[bytes]]] = {
    **dict.fromkeys(("toml", "settings", "sweep", "run.toml", "annotations", "policy"), _toml),
    **dict.fromkeys(("json", "sweep's state", "manifest", "resuming trainer.json", "evaluation", "lock", "request"), _json),
    **dict.fromkeys(("prepared index.json",), _json),
    **dict.fromkeys(("json lines", "metrics", "events", "journal"), _lines_of_json),
    **dict.fromkeys(("npz", "array npz", "latent npz", "directions"), _npz),
    **dict.fromkeys(("pickle", "cifar10"), _pickle),
    **dict.fromkeys(("safetensors", "weights", "resuming trainer.safetensors", "resuming model.safetensors"), _safetensors),
    "image png": _png,
    "image gif": lambda: iter((_picture("GIF", "P", 5000),)),
    "image webp": lambda: (_picture("WEBP", "RGB", side, lossless=True) for side in (3500, 4000)),
    "image jpg": _jpeg,
    "image tif": _tiff,
    "zip": _zip,
    "folder zip": _zip_of_images,
    "tar.gz": _tar(lambda content: gzip.compress(content, 1)),
    "tar.bz2": _tar(lambda content: bz2.compress(content, 1)),
    "tar.xz": _tar(lambda content: lzma.compress(content, preset=0)),
    "idx.gz": _idx,
}
