"""A sheet as an SVG file: text stays text, and an image keeps its own pixels."""

import base64
import io
import json
from collections.abc import Mapping
from html import escape

import numpy as np
from numpy.typing import NDArray
from PIL import Image

import latentlab
from latentlab.drawing.font import FAMILY
from latentlab.drawing.sheet import POINTS_A_MM, Area, Colour, Dots, Item, Line, Picture, Place, Sheet, Text
from latentlab.files.picture_text import METADATA

# All of these but the last have the widths that the sheet was laid out by.
FAMILIES = f"Arial, Helvetica, {FAMILY}, Liberation Sans, Nimbus Sans, sans-serif"
_DOT = 0.001
"""Length of the line whose round ends are a dot; programs leave out one that has no length."""


def svg_file(sheet: Sheet, title: str, provenance: Mapping[str, object]) -> bytes:
    """The file's bytes. A unit of its drawing is a point, so that sizes of letters can be read in it.

    Args:
        sheet: the figure.
        title: of the file.
        provenance: written into its metadata as JSON.
    """
    width, height = (f"{side / POINTS_A_MM:.3f}".rstrip("0").rstrip(".") for side in (sheet.width, sheet.height))
    about = json.dumps({"latentlab": latentlab.__version__, **provenance})
    body = "\n".join(map(_element, sheet.items))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}mm" '
        f'height="{height}mm" viewBox="0 0 {_number(sheet.width)} {_number(sheet.height)}" font-family="{FAMILIES}">\n'
        f"<title>{escape(_allowed(title))}</title>\n{METADATA[0]}{escape(about)}{METADATA[1]}\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    ).encode()


def _element(item: Item) -> str:
    match item:
        case Text():
            turned = f' transform="rotate(-90 {_number(item.x)} {_number(item.y)})"' if item.upwards else ""
            anchor = f' text-anchor="{item.anchor}"' if item.anchor != "start" else ""
            return (
                f'<text x="{_number(item.x)}" y="{_number(item.y)}" font-size="{_number(item.size)}" '
                f'fill="{_colour(item.colour)}"{anchor}{turned} xml:space="preserve">{escape(_allowed(item.words))}</text>'
            )
        case Line():
            return (
                f'<polyline points="{_places(item.places)}" fill="none" stroke="{_colour(item.colour)}" '
                f'stroke-width="{_number(item.width)}" stroke-linejoin="round"/>'
            )
        case Area():
            return f'<polygon points="{_places(item.places)}" fill="{_colour(item.colour)}"/>'
        case Dots():
            return _dots(item)
        case Picture():
            return (
                f'<image x="{_number(item.x)}" y="{_number(item.y)}" width="{_number(item.width)}" '
                f'height="{_number(item.height)}" preserveAspectRatio="none" style="image-rendering:pixelated" '
                f'xlink:href="data:image/png;base64,{_png(item.pixels)}"/>'
            )


def _dots(dots: Dots) -> str:
    """Neighbours of one colour share an element."""
    lines = [f'<g fill="none" stroke-linecap="round" stroke-width="{_number(dots.diameter)}">']
    for colour, group in dots.by_colour():
        places = "".join(f"M{_number(x)} {_number(y)}h{_DOT}" for x, y in group)
        lines.append(f'<path d="{places}" stroke="{_colour(colour)}"/>')
    return "\n".join([*lines, "</g>"])


def _png(pixels: NDArray[np.uint8]) -> str:
    file = io.BytesIO()
    Image.fromarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels).save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()


def _places(places: tuple[Place, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _colour(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _allowed(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(letter for letter in text if letter.isprintable())
