"""The images that one file holds, each with its values as they are stored."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from latentlab.data.colour import plain_mode, to_srgb
from latentlab.data.dicom import Fact, has_pydicom, is_dicom, read_dicom
from latentlab.data.faults import FaultKind, FileFault
from latentlab.data.formats import FORMATS, KINDS
from latentlab.data.kinds import BEGINNING, advice, article, kind_by_content
from latentlab.data.stacks import read_stack, takes_tifffile
from latentlab.data.tiff import Page, TiffError, read_pages, read_values
from latentlab.data.values import BYTE, RangeRule, Ranges, Tally, ValueKind, ValueRange, to_bytes
from latentlab.files.pictures import PictureError, most_memory, open_picture
from latentlab.files.regular import size_text

MOST_FRAMES = 4096
LARGEST_DECODED = 2**30
"""Bytes that one image may take while it is decoded."""
_DEEP_COLOUR_BYTES = 36
_PIXEL_BYTES = {"1": 7, "L": 6, "P": 11, "I;16": 10, "I;16B": 10, "I;16L": 10, "I": 20, "F": 20, "RGB": 9, "RGBA": 9, "LA": 9}
"""Bytes that a pixel takes with all copies that are made of it, by Pillow's name of its kind; 12 of any other."""
_PAGE_COPIES = 4
_MOST_UNPACKED = {"raw": 1, "zip": 1100, "gif": 4100, "ppm": 1, "ppm_plain": 1, "packbits": 65}
"""Bytes that may come of one, by Pillow's name of the codec."""
_LARGE = 2**26  # pixels from which on images are decoded one at a time
_PIXELS_AT_A_TIME = 2**20
_ONE_LARGE = threading.Lock()
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"GIF8", b"P5", b"P6")
_SWAPPED = {"16B": "16L", "16L": "16B", "16N": "16B"}  # rawmodes of Pillow that take the other byte of two
_BITS, _PHOTOMETRIC, _SAMPLE_FORMAT, _ORIENTATION = 258, 262, 339, 274
_SIGNED, _WHITE_IS_ZERO = 2, 0
_MOST_DECLARED, _MOST_WEBP = 2**33, 2**26
"""Pixels that a file may declare: a JPEG of any size is decoded smaller, and of a WebP the canvas is made when it is opened."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One image of a file, turned upright as its EXIF data say.

    Attributes:
        values: a Pillow image of 8 bits a channel, or deeper values (H, W) or (H, W, C).
        kind: of the values.
        format: of the file; JPEG also for a photograph with others in it (MPO).
        mode: Pillow's name of a pixel's kind, as stored.
        profile: the ICC profile that describes the colours.
        gamma: that light was encoded with, where the file says so and has no profile.
    """

    values: Image.Image | NDArray[Any]
    kind: ValueKind
    format: str
    mode: str
    profile: bytes | None
    gamma: float | None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        if isinstance(self.values, Image.Image):
            return self.values.size
        return self.values.shape[1], self.values.shape[0]

    @property
    def tally(self) -> Tally:
        """Of the values; transparency is not counted."""
        if isinstance(self.values, Image.Image):
            image = to_srgb(self.values, self.profile, self.gamma)
            counts = np.array(image.histogram()).reshape(-1, 256)
            return Tally(BYTE).count_bins(counts[: 1 if image.mode in ("L", "LA") else 3].sum(0))
        return Tally(self.kind).count(self.values[..., :3] if self.values.ndim == 3 else self.values)

    def range_in(self, ranges: Ranges) -> ValueRange | None:
        """The set's range for this image's kind of value, or else its own; None where its bytes are taken as they are."""
        if self.kind.name in ranges:
            return ranges[self.kind.name]
        return None if self.kind == BYTE else RangeRule().choose(self.tally)

    def image(self, ranges: Ranges) -> Image.Image:
        """Of 8 bits a channel, L, LA, RGB or RGBA, with the colours of sRGB."""
        chosen = self.range_in(ranges)
        if isinstance(self.values, Image.Image):
            image = to_srgb(self.values, self.profile, self.gamma)
            if chosen is None or (chosen.low, chosen.high) == (BYTE.low, BYTE.high):
                return image
            curve = to_bytes(np.arange(256), chosen.low, chosen.high).tolist()
            kept = list(range(256))
            return image.point([step for band in image.getbands() for step in (kept if band == "A" else curve)])
        low, high = (chosen.low, chosen.high) if chosen else (self.kind.low, self.kind.high)
        scaled = to_bytes(self.values, low, high)
        if self.values.ndim == 3 and self.values.shape[2] == 4:
            scaled[..., 3] = to_bytes(self.values[..., 3], self.kind.low, self.kind.high)
        return to_srgb(Image.fromarray(scaled), self.profile, self.gamma)


def read_pictures(
    content: bytes, name: str, *, draft: tuple[str, int] | None = None, all_frames: bool = False
) -> Iterator[Picture]:
    """The images of a file, one after the other.

    Args:
        content: of the file.
        name: what the file is called in an error.
        draft: a mode and the least length of a side that will do, for which a JPEG is decoded smaller and so faster, and any
            image that is very large is made smaller.
        all_frames: read all frames and pages, else the first.

    Raises:
        FileFault: if it is no image that can be read whole.
    """
    if whole := whole_frames(content, name):
        yield from _from_frames(whole, name, all_frames=all_frames)
        return
    pages = pages_beyond_pillow(content)
    if pages:
        yield from _from_pages(content, pages if all_frames else pages[:1], name, all_frames=all_frames)
        return
    try:
        with _opened(content, name) as image:
            count = frame_count(image) if all_frames else 1
            if count > MOST_FRAMES:
                raise FileFault(name, "too_large", f"has {count:,} frames; up to {MOST_FRAMES:,} are read of a file.")
            for frame in range(count):
                if frame:
                    image.seek(frame)
                yield _read(image, content, name, draft)
    except PictureError as error:
        if error.cause is None:
            raise FileFault(name, "too_large", f"{error.reason}.") from None
        raise _fault(content, name, error.cause) from None


def _opened(content: bytes, name: str) -> AbstractContextManager[Image.Image]:
    """An image that is not decoded yet; what it takes is judged once it is known how far it is decoded smaller."""
    most = _MOST_WEBP if content.startswith(b"RIFF") else _MOST_DECLARED
    return open_picture(BytesIO(content), Path(name), FORMATS, most)


def probe(content: bytes, name: str) -> tuple[ValueKind, int]:
    """The kind of value of a file's first image, and its number of frames, without decoding any.

    Raises:
        FileError: if it is no image.
    """
    if whole := whole_frames(content, name):
        return _kind_of_values(whole.frames), len(whole.frames)
    pages = pages_beyond_pillow(content)
    if pages:
        return _kind_of(pages[0]), sum(1 if page.is_colour else page.samples for page in pages)
    with _opened(content, name) as image:
        return value_kind(image), frame_count(image)


def pages_beyond_pillow(content: bytes) -> list[Page]:
    """The pages of a TIFF that Pillow would not read, or not whole; none of any other file."""
    try:
        for page in read_pages(content):
            return list(read_pages(content)) if page.beyond_pillow else []
    except TiffError:
        pass
    return []


@dataclass(frozen=True, eq=False)
class WholeFrames:
    """All frames of a file that is read at once.

    Attributes:
        format: of the file.
        frames: (F, H, W) or (F, H, W, C).
        facts: what was done to the stored values, or not done.
    """

    format: str
    frames: NDArray[Any]
    facts: tuple[Fact, ...] = ()


def whole_frames(content: bytes, name: str) -> WholeFrames | None:
    """The frames of a DICOM file, or of a TIFF that tifffile alone reads; None of any other file.

    Raises:
        FileFault: if they cannot be read.
    """
    if is_dicom(content) and has_pydicom():
        found = read_dicom(content, name)
        return WholeFrames("DICOM", found.frames, found.facts)
    return WholeFrames("TIFF", read_stack(content, name)) if takes_tifffile(content) else None


def _from_frames(whole: WholeFrames, name: str, *, all_frames: bool) -> Iterator[Picture]:
    frames = whole.frames
    if all_frames and len(frames) > MOST_FRAMES:
        raise FileFault(name, "too_large", f"has {len(frames):,} frames; up to {MOST_FRAMES:,} are read of a file.")
    kind = _kind_of_values(frames)
    _require_finite(frames, name)
    for frame in frames[: None if all_frames else 1]:
        values = Image.fromarray(frame) if kind == BYTE else frame
        yield Picture(
            values, kind, whole.format, f"{frame.shape[2]} × {kind.name}" if frame.ndim == 3 else kind.name, None, None
        )


def _kind_of_values(values: NDArray[Any]) -> ValueKind:
    kind = ValueKind.of(values.dtype)
    assert kind is not None
    return kind


def _kind_of(page: Page) -> ValueKind:
    found = ValueKind.of(page.dtype) if page.dtype is not None else None
    return found or BYTE


def _from_pages(content: bytes, pages: list[Page], name: str, *, all_frames: bool) -> Iterator[Picture]:
    """A picture of each page in colour, and of each band of the others."""
    frames = sum(1 if page.is_colour else page.samples for page in pages)
    if all_frames and frames > MOST_FRAMES:
        raise FileFault(name, "too_large", f"has {frames:,} pages and bands; up to {MOST_FRAMES:,} are read of a file.")
    for page in pages:
        _refuse_page(page, len(content), name)
        try:
            values = read_values(content, page)
        except TiffError as error:
            raise FileFault(name, "truncated" if "truncated" in str(error) else "broken", f"a damaged TIFF: {error}.") from None
        kind = _kind_of(page)
        _require_finite(values, name)
        mode = f"{page.samples} × {kind.name}" if page.samples > 1 else kind.name
        layers = [values] if page.is_colour else np.moveaxis(values, 2, 0)[: None if all_frames else 1]
        for layer in layers:
            found: NDArray[Any] = np.asarray(layer)
            yield Picture(kind.low + kind.high - found if page.white_is_zero else found, kind, "TIFF", mode, None, None)


def _refuse_page(page: Page, length: int, name: str) -> None:
    """Refuse a page whose values are of no known kind, or would take too much."""
    if page.dtype is None or page.samples < 1:
        raise FileFault(name, "broken", "has a page whose values are neither of 8, 16, 32 nor 64 bits; save it with such.")
    if page.bytes > LARGEST_DECODED:
        _refuse_memory(page.size, page.bytes, LARGEST_DECODED, "an image", name)
    if _PAGE_COPIES * page.bytes > most_memory(length):
        _refuse_memory(page.size, _PAGE_COPIES * page.bytes, most_memory(length), f"a file of {size_text(length)}", name)


def frame_count(image: Image.Image) -> int:
    """Frames or pages; a photograph with a preview or depth map in it (MPO) has one."""
    return 1 if image.format in ("MPO", "JPEG") else int(getattr(image, "n_frames", 1))


def value_kind(image: Image.Image) -> ValueKind:
    """Of an image that was opened."""
    tags = getattr(image, "tag_v2", {})
    bits = tags.get(_BITS, (16,))
    signed = tags.get(_SAMPLE_FORMAT, (1,))[0] == _SIGNED
    if image.mode.startswith("I;16"):
        return ValueKind.whole(int(bits[0]))
    if image.mode == "I":
        return ValueKind.whole(int(bits[0]) if tags else 16, signed=signed)
    if image.mode == "F":
        return ValueKind("32-bit float", 0, 1, is_float=True)
    return ValueKind.whole(16) if _is_deep_colour(image) else BYTE


def _is_deep_colour(image: Image.Image) -> bool:
    return image.mode in ("RGB", "RGBA") and image.format in ("PNG", "TIFF") and any(map(_low_bytes_mode, _tiles(image)))


def _tiles(image: Image.Image) -> list[Any]:
    """What Pillow will decode, and how."""
    return list(getattr(image, "tile", ()))


def _read(image: Image.Image, content: bytes, name: str, draft: tuple[str, int] | None) -> Picture:
    mode, profile, gamma = image.mode, image.info.get("icc_profile"), image.info.get("gamma")
    kind = value_kind(image)
    stored = image.size
    if draft:
        # A profile describes the colours as they are stored.
        image.draft(image.mode if profile else draft[0], (draft[1], draft[1]))
    tiles = _tiles(image)
    may_reduce = draft is not None and kind == BYTE
    tight = _require_memory(image, stored, tiles, len(content), name, may_reduce=may_reduce)
    with _ONE_LARGE if image.width * image.height > _LARGE else nullcontext():
        image.load()
        frame = image.copy() if getattr(image, "is_animated", False) else image
        values: Image.Image | NDArray[Any]
        _upright(frame)
        if kind != BYTE:
            values = _deep(frame, kind, tiles, content)
            if getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _WHITE_IS_ZERO:
                values = kind.low + kind.high - values
            _require_finite(values, name)
        else:
            reduce = tight or frame.width * frame.height > _LARGE
            values = _reduced(frame, draft[1]) if draft and reduce else frame
    if "srgb" in image.info:
        gamma = None
    form = "JPEG" if image.format == "MPO" else image.format or ""
    return Picture(values, kind, form, mode, profile, gamma if isinstance(gamma, float) else None)


def _upright(image: Image.Image) -> Image.Image:
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _deep(image: Image.Image, kind: ValueKind, tiles: list[Any], content: bytes) -> NDArray[Any]:
    """Values of more than 8 bits, (H, W) or (H, W, C)."""
    if image.mode not in ("RGB", "RGBA"):
        values = np.asarray(image)
        return values.astype(np.uint32) if kind == ValueKind.whole(32) else values
    # Pillow keeps the upper byte of each channel; the other one is read as if the order of bytes were another.
    position = image.tell()
    with Image.open(BytesIO(content), formats=FORMATS) as again:
        again.seek(position)
        again.tile = [tile._replace(args=_low_bytes_mode(tile)) for tile in tiles]
        again.load()
        low = np.asarray(_upright(again))
    both: NDArray[np.uint16] = np.asarray(image).astype(np.uint16)
    both <<= 8
    both |= low
    return both


def _low_bytes_mode(tile: Any) -> Any:
    """The arguments of a tile with which Pillow takes the lower byte of 16 bits; None where it has no 16 bits."""
    arguments = tile.args if isinstance(tile.args, tuple) else (tile.args,)
    mode, _, order = str(arguments[0]).partition(";")
    if mode not in ("RGB", "RGBA", "RGBX") or order not in _SWAPPED:
        return None
    swapped = f"{mode};{_SWAPPED[order]}"
    return (swapped, *arguments[1:]) if isinstance(tile.args, tuple) else swapped


def _require_memory(
    image: Image.Image, stored: tuple[int, int], tiles: list[Any], length: int, name: str, *, may_reduce: bool
) -> bool:
    """Refuse an image that would take too much, as such or for a file of its length, before it is decoded.

    Returns:
        Whether it has to be made smaller before anything else is done with it.
    """
    channels, pixels = len(image.getbands()), image.width * image.height
    needed = pixels * {1: 1, 2: 4}.get(channels, 4) * (4 if image.mode in ("I", "F") else 1)
    # A progressive JPEG is held whole, however small it is decoded.
    whole = 2 * channels * stored[0] * stored[1] if image.info.get("progression") else 0
    if needed + whole > LARGEST_DECODED:
        _refuse_memory(stored, needed + whole, LARGEST_DECODED, "an image", name)
    _require_plausible(image, tiles, length, name)
    most = most_memory(length)
    all_copies = whole + pixels * (_DEEP_COLOUR_BYTES if _is_deep_colour(image) else _PIXEL_BYTES.get(image.mode, 12))
    if all_copies <= most:
        return False
    least = whole + needed * (2 if image.getexif().get(_ORIENTATION, 1) != 1 else 1)
    if not may_reduce or least > most:
        _refuse_memory(stored, least if may_reduce else all_copies, most, f"a file of {size_text(length)}", name)
    return True


def _refuse_memory(stored: tuple[int, int], needed: int, most: int, what: str, name: str) -> NoReturn:
    width, height = stored
    raise FileFault(
        name,
        "too_large",
        f"has {width:,}×{height:,} pixels and would take {size_text(needed)} of memory; at most {size_text(most)} are used for "
        f"{what}.",
    )


def _require_plausible(image: Image.Image, tiles: list[Any], length: int, name: str) -> None:
    """Refuse an image that declares more pixels than its bytes can hold, before memory is taken for them."""
    most = _MOST_UNPACKED.get(str(tiles[0].codec_name) if tiles else "")
    # Of black and white, eight pixels may be in a byte.
    if most is not None and image.width * image.height > 8 * most * length:
        width, height = image.size
        raise FileFault(name, "truncated", f"declares {width:,}×{height:,} pixels, more than its {length:,} bytes can hold.")


def _reduced(image: Image.Image, side: int) -> Image.Image:
    """A very large image made smaller by a whole factor, so that what follows needs no copies of it; a part at a time."""
    factor = max(1, min(image.size) // side)
    mode = image.mode if image.mode in ("L", "RGB", "RGBA", "CMYK", "LAB") else plain_mode(image)
    reduced = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    rows = factor * max(1, _PIXELS_AT_A_TIME // (factor * image.width))
    for top in range(0, image.height, rows):
        part = image.crop((0, top, image.width, min(top + rows, image.height)))
        reduced.paste((part if part.mode == mode else part.convert(mode)).reduce(factor), (0, top // factor))
    reduced.info = image.info
    return reduced


def _require_finite(values: NDArray[Any], name: str) -> None:
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        count = int((~np.isfinite(values)).sum())
        raise FileFault(
            name, "not_finite", f"holds {count:,} {'value that is' if count == 1 else 'values that are'} NaN or infinite."
        )


def _fault(content: bytes, name: str, error: Exception) -> FileFault:
    """What is wrong with a file that Pillow gave up."""
    if not content:
        return FileFault(name, "empty", "is empty.")
    beginning, length = content[:12], len(content)
    if isinstance(error, MemoryError):
        return FileFault(name, "too_large", "does not fit into memory.")
    if isinstance(error, UnidentifiedImageError) and not beginning.startswith(_BEGINNINGS):
        return FileFault(name, "not_an_image", _what_it_is(content))
    kind: FaultKind = "truncated" if length < _least_length(beginning) or _tells_of_an_early_end(error) else "broken"
    reason = "begins like an image, but cannot be read as one" if isinstance(error, UnidentifiedImageError) else error
    return FileFault(name, kind, f"cannot be read as an image: {reason}.")


def _what_it_is(content: bytes) -> str:
    """Of a file that is called an image."""
    kind = kind_by_content(content[:BEGINNING])
    if kind is None:
        return f"not an image of a kind that can be read ({KINDS})."
    told = f"; {advice(kind)}" if advice(kind) else ""
    return f"is {article(kind)}, not an image of a kind that can be read ({KINDS}){told}."


def _least_length(beginning: bytes) -> int:
    """Bytes that a file must have, as far as its beginning promises."""
    if beginning.startswith(b"RIFF"):
        return 8 + int.from_bytes(beginning[4:8], "little")
    if beginning.startswith(b"II*\0"):  # where TIFF keeps its directory
        return int.from_bytes(beginning[4:8], "little")
    if beginning.startswith(b"MM\0*"):
        return int.from_bytes(beginning[4:8], "big")
    return 0


def _tells_of_an_early_end(error: Exception) -> bool:
    return isinstance(error, EOFError) or "truncated" in str(error).lower()
