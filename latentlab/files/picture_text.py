"""What PNG, GIF, WebP, SVG and PDF files say beside what they show, read without decoding a pixel."""

import html
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from latentlab.errors import FileError
from latentlab.files.regular import file_size, open_regular, os_reason

LONGEST_TEXT = 2**20
"""Bytes of a text; a longer one is passed over."""
MOST_TEXTS = 64
_MOST_PARTS = 2**20
_PNG, _GIF, _WEBP = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"WEBP"
EXIF_DESCRIPTION = 0x010E
"""EXIF's number for what an image is of."""
METADATA = '<metadata id="latentlab">', "</metadata>"
"""What stands before and after the text in an SVG."""
PDF_KEY = "LatentLab"
"""The property of a PDF that holds the text."""
_PDF_TEXT = re.compile(rb"/%s <FEFF([0-9A-F]*)>" % PDF_KEY.encode("ascii"))


def read_picture_texts(path: str | Path) -> dict[str, str]:
    """The texts of a PNG by their keywords, a GIF's comment under "comment", a WebP's EXIF description under "description", and
    under the same what a figure of this product, SVG or PDF, says of itself.

    Empty for other files, and for damaged ones as far as they are damaged.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no regular file or cannot be read.
    """
    path = Path(path)
    with open_regular(path) as file:
        try:
            start = file.read(12)
            size = file_size(file)
            if start.startswith(_PNG):
                file.seek(len(_PNG))
                return dict(_first(_png_texts(file, size)))
            if start.startswith(_GIF):
                file.seek(6)
                return {"comment": comment} if (comment := _gif_comment(file)) else {}
            if start.startswith(b"RIFF") and start[8:12] == _WEBP:
                return {"description": text} if (text := _webp_description(file, size)) else {}
            if start.startswith((b"<?xml", b"%PDF-")):
                text = _figure_text(file.read(LONGEST_TEXT))
                return {"description": text} if text else {}
        except OSError as error:
            raise FileError(path, f"cannot be read: {os_reason(error)}") from None
    return {}


def _first(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for _, text in zip(range(MOST_TEXTS), texts, strict=False):
        yield text


def _png_texts(file: BinaryIO, size: int) -> Iterator[tuple[str, str]]:
    for _ in range(_MOST_PARTS):
        head = file.read(8)
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        end = file.tell() + length + 4
        if len(head) < 8 or kind == b"IEND" or end > size:
            return
        if kind in (b"tEXt", b"zTXt", b"iTXt") and length <= LONGEST_TEXT:
            text = _png_text(kind, file.read(length))
            if text is not None:
                yield text
        file.seek(end)


def _png_text(kind: bytes, content: bytes) -> tuple[str, str] | None:
    keyword, _, rest = content.partition(b"\0")
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed = rest[:1] == b"\1"
        _, _, rest = rest[2:].partition(b"\0")  # language
        _, _, rest = rest.partition(b"\0")  # keyword in that language
    elif packed:
        rest = rest[1:]
    try:
        if packed:
            unpacker = zlib.decompressobj()
            rest = unpacker.decompress(rest, LONGEST_TEXT)
            if unpacker.unconsumed_tail:
                return None
        return keyword.decode("latin-1"), rest.decode("utf-8" if kind == b"iTXt" else "latin-1")
    except (zlib.error, UnicodeDecodeError):
        return None


def _gif_comment(file: BinaryIO) -> str:
    """The first comment before the first frame."""
    screen = file.read(7)
    if len(screen) == 7 and screen[4] & 0x80:
        file.seek(3 << ((screen[4] & 7) + 1), io.SEEK_CUR)
    for _ in range(MOST_TEXTS):
        if file.read(1) != b"!":
            break
        is_comment, parts, length = file.read(1) == b"\xfe", [], 0
        while (size := file.read(1)) not in (b"", b"\0"):
            part = file.read(size[0])
            length += len(part)
            if length > LONGEST_TEXT:
                return ""
            parts.append(part)
        if is_comment:
            return b"".join(parts).decode("utf-8", "replace")
    return ""


def _webp_description(file: BinaryIO, size: int) -> str:
    for _ in range(_MOST_PARTS):
        head = file.read(8)
        length = int.from_bytes(head[4:], "little")
        end = file.tell() + length + length % 2
        if len(head) < 8 or end > size + 1:
            break
        if head.startswith(b"EXIF"):
            return _exif_description(file.read(length)) if length <= LONGEST_TEXT else ""
        file.seek(end)
    return ""


def _figure_text(content: bytes) -> str:
    """What stands near the beginning of a PDF as UTF-16, or of an SVG between two marks."""
    if found := _PDF_TEXT.search(content):
        return bytes.fromhex(found.group(1)[: len(found.group(1)) // 4 * 4].decode("ascii")).decode("utf-16-be", "replace")
    before, after = (mark.encode("ascii") for mark in METADATA)
    _, found_it, rest = content.partition(before)
    text, ended, _ = rest.partition(after)
    return html.unescape(text.decode("utf-8", "replace")) if found_it and ended else ""


def _exif_description(content: bytes) -> str:
    """The first directory's description: an EXIF block is a TIFF without pixels."""
    content = content.removeprefix(b"Exif\0\0")
    order = {b"II": "little", b"MM": "big"}.get(content[:2])
    if order is None:
        return ""

    def number(start: int, count: int) -> int:
        return int.from_bytes(content[start : start + count], "little" if order == "little" else "big")

    directory = number(4, 4)
    for entry in range(directory + 2, directory + 2 + 12 * number(directory, 2), 12):
        if number(entry, 2) == EXIF_DESCRIPTION and number(entry + 2, 2) == 2:
            length = number(entry + 4, 4)
            start = entry + 8 if length <= 4 else number(entry + 8, 4)
            return content[start : start + length].rstrip(b"\0").decode("utf-8", "replace")
    return ""
