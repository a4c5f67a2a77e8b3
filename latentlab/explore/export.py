"""Pictures of grids as PNG files that carry where they came from, and the writing of files."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

import latentlab
from latentlab.errors import ExportError, FileError
from latentlab.explore.requests.values import PictureGrid
from latentlab.files.output import write_output

GUTTER = 2
_COMFORTABLE = 64
"""Pixels of a tile below which images are enlarged unless a scale is given."""
_FONT_SIZE, _SMALLEST_FONT = 13, 8
_MARGIN = 8
MOST_PIXELS = 2**26
"""Of one picture; readers take much larger ones for an attack."""
_SPELLED = str.maketrans({"−": "-", "α": "alpha", "β": "beta", "γ": "gamma", "λ": "lambda", "σ": "sigma"})
INK, PAPER = (32, 33, 36), (255, 255, 255)


def grid_png(grid: PictureGrid, provenance: Mapping[str, object], *, scale: int | None = None, labels: bool = True) -> bytes:
    """A grid as a PNG file's bytes.

    Args:
        grid: what to draw.
        provenance: written into the file's text chunks under these names; what is no text is written as JSON.
        scale: whole factor by which each image is enlarged, pixel by pixel; by default small images to about 64 pixels.
        labels: whether row and column labels are drawn.

    Raises:
        ExportError: if the picture would be too large.
    """
    file = io.BytesIO()
    draw_grid(grid, scale, labels).save(file, "PNG", pnginfo=_text_chunks(provenance))
    return file.getvalue()


def default_scale(height: int, width: int) -> int:
    """The whole factor by which images of a size are enlarged unless another is given."""
    return max(1, _COMFORTABLE // max(height, width))


def grid_size(grid: PictureGrid, scale: int, *, labels: bool) -> tuple[int, int]:
    """Width and height of a grid's picture, in pixels."""
    rows, columns, height, width, _ = grid.images.shape
    left, top = _margins(grid, labels, width * scale)
    return left + columns * (width * scale + GUTTER), top + rows * (height * scale + GUTTER)


def draw_grid(grid: PictureGrid, scale: int | None, labels: bool) -> Image.Image:
    """A grid as an RGB picture.

    Raises:
        ExportError: if it would be too large.
    """
    rows, columns, height, width, _ = grid.images.shape
    scale = scale or default_scale(height, width)
    size = grid_size(grid, scale, labels=labels)
    if size[0] * size[1] > MOST_PIXELS:
        raise ExportError(
            f"scale = {scale}: the picture would have {size[0]:,}×{size[1]:,} pixels, above {MOST_PIXELS:,} in all; choose a "
            "smaller scale or fewer images."
        )
    left, top = _margins(grid, labels, width * scale)
    tile_width, tile_height = width * scale + GUTTER, height * scale + GUTTER
    picture = Image.new("RGB", size, PAPER)
    for row in range(rows):
        for column in range(columns):
            tile = Image.fromarray(
                grid.images[row, column].squeeze(-1) if grid.images.shape[-1] == 1 else grid.images[row, column]
            )
            tile = tile.resize((width * scale, height * scale), Image.Resampling.NEAREST)
            picture.paste(tile, (left + column * tile_width, top + row * tile_height))
    if labels:
        draw, font = ImageDraw.Draw(picture), ImageFont.load_default(_FONT_SIZE)
        for row, label in enumerate(map(spelled, grid.row_labels)):
            position = (left - _MARGIN, top + row * tile_height + height * scale // 2)
            draw.text(position, label, INK, font, anchor="rm")
        headings = _headings(grid, width * scale)
        for column, lines in enumerate(headings.lines):
            across = left + column * tile_width + width * scale // 2
            for place, line in enumerate(reversed(lines)):
                draw.text((across, top - _MARGIN - place * headings.step), line, INK, headings.font, anchor="mb")
    return picture


@dataclass(frozen=True)
class _Headings:
    """Column labels as they fit above the columns.

    Attributes:
        lines: of each.
        font: smaller than usual where a word is longer than a column is wide.
        step: from line to line, in pixels.
        height: of all lines, in pixels.
    """

    lines: tuple[tuple[str, ...], ...]
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont
    step: int
    height: int


def _headings(grid: PictureGrid, width: int) -> _Headings:
    """Column labels above columns of a width in pixels, broken between words where they are longer.

    One column has no neighbour, and as a frame of a loop the size of the others: its label stays as it is.
    """
    labels = [spelled(label) for label in grid.column_labels]
    if len(labels) == 1:
        return _Headings(((labels[0],),), ImageFont.load_default(_FONT_SIZE), 0, _FONT_SIZE)
    words = [word for label in labels for word in label.split()]
    for size in range(_FONT_SIZE, _SMALLEST_FONT - 1, -1):
        font = ImageFont.load_default(size)
        if all(font.getlength(word) <= width for word in words):
            break
    lines = tuple(_broken(label, font, width) for label in labels)
    step = size + 3
    return _Headings(lines, font, step, size + (max(map(len, lines), default=1) - 1) * step)


def _broken(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> tuple[str, ...]:
    """A text in lines of a width at most, where its words allow."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def _margins(grid: PictureGrid, labels: bool, width: int) -> tuple[int, int]:
    """What lies at the left of the first image and above it; images are so many pixels wide."""
    if not labels:
        return GUTTER, GUTTER
    font = ImageFont.load_default(_FONT_SIZE)
    widest = max((font.getlength(spelled(label)) for label in grid.row_labels), default=0)
    return _MARGIN * 2 + round(widest), _MARGIN * 2 + _headings(grid, width).height


def write_picture(path: Path, content: bytes) -> None:
    """Write a picture whole or not at all.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        write_output(path, content)
    except FileError as error:
        raise ExportError(f"{path}: the picture {error.reason}.") from None


def spelled(text: str) -> str:
    """With a hyphen for the minus sign and names for Greek letters, which Pillow's built-in font would draw as empty boxes."""
    return text.translate(_SPELLED)


def _text_chunks(provenance: Mapping[str, object]) -> PngInfo:
    chunks = PngInfo()
    chunks.add_text("Software", f"LatentLab {latentlab.__version__}")
    for name, value in {"latentlab": latentlab.__version__, **provenance}.items():
        chunks.add_itxt(name, value if isinstance(value, str) else json.dumps(value))
    return chunks
