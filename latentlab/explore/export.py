"""Pictures as PNG files that carry where they came from."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

import latentlab
from latentlab.errors import ExportError
from latentlab.explore.requests import PictureGrid
from latentlab.runs.atomic import write_atomically

GUTTER = 2
_COMFORTABLE = 64
"""Pixels of a tile below which images are enlarged unless a scale is given."""
_FONT_SIZE = 13
_FRAME_MS = 120
_MARGIN = 8
_SPELLED = str.maketrans({"−": "-", "α": "alpha", "β": "beta", "γ": "gamma", "λ": "lambda", "σ": "sigma"})
_INK, _PAPER = (32, 33, 36), (255, 255, 255)


def grid_png(grid: PictureGrid, provenance: Mapping[str, object], *, scale: int | None = None, labels: bool = True) -> bytes:
    """A grid as a PNG file's bytes.

    Args:
        grid: what to draw.
        provenance: written into the file's text chunks under these names; what is no text is written as JSON.
        scale: whole factor by which each image is enlarged, pixel by pixel; by default small images to about 64 pixels.
        labels: whether row and column labels are drawn.
    """
    file = io.BytesIO()
    _draw(grid, scale, labels).save(file, "PNG", pnginfo=_text_chunks(provenance))
    return file.getvalue()


def animation(grid: PictureGrid, provenance: Mapping[str, object], *, scale: int | None = None, labels: bool = True) -> bytes:
    """A grid as a looping GIF's bytes, a frame for each column and back again; the provenance is its comment.

    Args:
        grid: what to draw.
        provenance: as for `grid_png`.
        scale: as for `grid_png`.
        labels: whether row labels and each frame's column label are drawn.
    """
    columns = grid.images.shape[1]
    frames = [
        _draw(PictureGrid(grid.images[:, column : column + 1], grid.row_labels, (grid.column_labels[column],)), scale, labels)
        for column in [*range(columns), *range(columns - 2, 0, -1)]
    ]
    file = io.BytesIO()
    frames[0].save(
        file,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=_FRAME_MS,
        loop=0,
        comment=json.dumps(dict(provenance)).encode(),
    )
    return file.getvalue()


def _draw(grid: PictureGrid, scale: int | None, labels: bool) -> Image.Image:
    rows, columns, height, width, _ = grid.images.shape
    row_labels, column_labels = (_drawable(labels_of) for labels_of in (grid.row_labels, grid.column_labels))
    scale = scale or max(1, _COMFORTABLE // max(height, width))
    tile_width, tile_height = width * scale + GUTTER, height * scale + GUTTER
    font = ImageFont.load_default(_FONT_SIZE)
    left = top = GUTTER
    if labels:
        left = _MARGIN * 2 + round(max((font.getlength(label) for label in row_labels), default=0))
        top = _MARGIN * 2 + _FONT_SIZE
    picture = Image.new("RGB", (left + columns * tile_width, top + rows * tile_height), _PAPER)
    draw = ImageDraw.Draw(picture)
    for row in range(rows):
        for column in range(columns):
            tile = Image.fromarray(
                grid.images[row, column].squeeze(-1) if grid.images.shape[-1] == 1 else grid.images[row, column]
            )
            tile = tile.resize((width * scale, height * scale), Image.Resampling.NEAREST)
            picture.paste(tile, (left + column * tile_width, top + row * tile_height))
    if labels:
        for row, label in enumerate(row_labels):
            position = (left - _MARGIN, top + row * tile_height + height * scale // 2)
            draw.text(position, label, _INK, font, anchor="rm")
        for column, label in enumerate(column_labels):
            draw.text((left + column * tile_width + width * scale // 2, top - _MARGIN), label, _INK, font, anchor="mb")
    return picture


def write_picture(path: Path, content: bytes) -> None:
    """Write a picture whole or not at all.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        reason = "there is no such folder" if not path.parent.is_dir() else error.strerror or str(error)
        raise ExportError(f"{path}: the picture cannot be written: {reason}.") from None


def _drawable(labels: tuple[str, ...]) -> list[str]:
    """With a hyphen for the minus sign and names for Greek letters, which Pillow's built-in font would draw as empty boxes."""
    return [label.translate(_SPELLED) for label in labels]


def _text_chunks(provenance: Mapping[str, object]) -> PngInfo:
    chunks = PngInfo()
    chunks.add_text("Software", f"LatentLab {latentlab.__version__}")
    for name, value in {"latentlab": latentlab.__version__, **provenance}.items():
        chunks.add_itxt(name, value if isinstance(value, str) else json.dumps(value))
    return chunks
