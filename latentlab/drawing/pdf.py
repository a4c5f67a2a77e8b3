"""A sheet as a PDF file: text stays text in an embedded font, and an image keeps its own pixels."""

import json
import zlib
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

import latentlab
from latentlab.drawing.font import FAMILY, Font, figure_font
from latentlab.drawing.sheet import POINTS_A_MM, Area, Colour, Dots, Item, Line, Picture, Place, Sheet, Text
from latentlab.errors import ExportError
from latentlab.files.picture_text import PDF_KEY

LARGEST_SIDE = 14_400
"""Points of a page that every reader shows."""
_SYMBOLIC = 4
_NAME = f"LATENT+{FAMILY}"
"""A tag of six letters says that the font holds a part of its glyphs."""


def pdf_file(sheet: Sheet, title: str, provenance: Mapping[str, object]) -> bytes:
    """The file's bytes: one page of the sheet's size.

    Args:
        sheet: the figure.
        title: of the file.
        provenance: written among the file's properties as JSON.

    Raises:
        ExportError: if the font lacks a letter, or the page is larger than readers show.
    """
    if max(sheet.width, sheet.height) > LARGEST_SIDE:
        raise ExportError(
            f"a .pdf has at most {LARGEST_SIDE / POINTS_A_MM:,.0f} mm a side and this figure is "
            f"{sheet.height / POINTS_A_MM:,.0f} mm high; draw fewer rows."
        )
    font, file, pictures, commands = figure_font(), _File(), dict[str, int](), [f"1 0 0 -1 0 {_number(sheet.height)} cm"]
    about = json.dumps({"latentlab": latentlab.__version__, **provenance})
    said = {"Title": title, "Producer": f"LatentLab {latentlab.__version__}", PDF_KEY: about}
    info = file.add("<< " + " ".join(f"/{key} {_text_string(text)}" for key, text in said.items()) + " >>")
    used: dict[int, str] = {}
    for item in sheet.items:
        if isinstance(item, Picture):
            name = f"I{len(pictures)}"
            pictures[name] = _add_picture(file, item.pixels)
            # An image's own first row is at the top of its unit square, which the page has turned over.
            sides, corner = (item.width, 0, 0, -item.height), (item.x, item.y + item.height)
            commands.append(f"q {' '.join(map(_number, (*sides, *corner)))} cm /{name} Do Q")
        else:
            commands.append(_drawn(item, font, used))
    content = file.add_stream("\n".join(commands).encode("ascii"))
    drawn = " ".join(f"/{name} {number} 0 R" for name, number in pictures.items())
    fonts = f"/F {_add_font(file, font, used)} 0 R" if used else ""
    pages = file.next_number + 1
    page = file.add(
        f"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {_number(sheet.width)} {_number(sheet.height)}] "
        f"/Resources << /Font << {fonts} >> /XObject << {drawn} >> >> /Contents {content} 0 R >>"
    )
    file.add(f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>")
    return file.finished(file.add(f"<< /Type /Catalog /Pages {pages} 0 R >>"), info)


class _File:
    """Objects that are numbered from 1 on, and the table that says where each begins."""

    def __init__(self) -> None:
        self._parts = [b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"]
        self._starts: list[int] = []
        self._length = len(self._parts[0])

    @property
    def next_number(self) -> int:
        """Of the object that is added next."""
        return len(self._starts) + 1

    def add(self, content: str | bytes) -> int:
        """Add an object, and give its number."""
        number = self.next_number
        body = content.encode("ascii") if isinstance(content, str) else content
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._starts.append(self._length)
        self._parts.append(part)
        self._length += len(part)
        return number

    def add_stream(self, content: bytes, about: str = "") -> int:
        """Add compressed data with what its dictionary says besides."""
        packed = zlib.compress(content, 9)
        head = f"<< {about} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return self.add(head.encode("ascii") + packed + b"\nendstream")

    def finished(self, root: int, info: int) -> bytes:
        """The whole file."""
        table = "".join(f"{start:010d} 00000 n \n" for start in self._starts)
        size = self.next_number
        tail = (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R >>\n"
            f"startxref\n{self._length}\n%%EOF\n"
        )
        return b"".join([*self._parts, tail.encode("ascii")])


def _drawn(item: Item, font: Font, used: dict[int, str]) -> str:
    """The operators that draw an item, and note of the glyphs that it uses."""
    match item:
        case Text():
            return _text(item, font, used)
        case Line():
            first, *others = map(_place, item.places)
            path = " ".join([f"{first} m", *(f"{place} l" for place in others)])
            return f"{_colour(item.colour)} RG {_number(item.width)} w 1 j 0 J {path} S"
        case Area():
            first, *others = map(_place, item.places)
            return f"{_colour(item.colour)} rg {first} m {' '.join(f'{place} l' for place in others)} h f"
        case Dots():
            return _dots(item)
        case Picture():
            raise AssertionError("a picture is an object of its own")


def _text(text: Text, font: Font, used: dict[int, str]) -> str:
    codes = []
    for letter in text.words:
        if ord(letter) not in font.glyphs:
            raise ExportError(f"the font of a .pdf has no letter {letter!r}; write an .svg, whose text any font can show.")
        glyph = font.glyphs[ord(letter)]
        used[glyph] = letter
        codes.append(f"{glyph:04X}")
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * font.width(text.words, text.size)
    # The page is turned over, and so are the letters, so that they stand upright.
    matrix, x, y = ("1 0 0 -1", text.x - shift, text.y) if not text.upwards else ("0 -1 -1 0", text.x, text.y + shift)
    place = f"{matrix} {_number(x)} {_number(y)} Tm"
    return f"BT {_colour(text.colour)} rg /F {_number(text.size)} Tf {place} <{''.join(codes)}> Tj ET"


def _dots(dots: Dots) -> str:
    """Lines without length, whose round ends are the dots."""
    parts = [f"{_number(dots.diameter)} w 1 J"]
    for colour, group in dots.by_colour():
        places = " ".join(f"{_number(x)} {_number(y)} m {_number(x)} {_number(y)} l" for x, y in group)
        parts.append(f"{_colour(colour)} RG {places} S")
    return "\n".join(parts)


def _add_picture(file: _File, pixels: NDArray[np.uint8]) -> int:
    height, width, channels = pixels.shape
    space = "DeviceGray" if channels == 1 else "DeviceRGB"
    about = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /{space} /BitsPerComponent 8 "
        "/Interpolate false"
    )
    return file.add_stream(np.ascontiguousarray(pixels).tobytes(), about)


def _add_font(file: _File, font: Font, used: Mapping[int, str]) -> int:
    """The font with the widths of the glyphs that are used, and the letters that they stand for."""
    em, (ascent, descent, capitals) = 1000 / font.units, font.heights
    data = file.add_stream(font.content, f"/Length1 {len(font.content)}")
    box = " ".join(_number(side * em) for side in font.box)
    descriptor = file.add(
        f"<< /Type /FontDescriptor /FontName /{_NAME} /Flags {_SYMBOLIC} /FontBBox [{box}] /ItalicAngle 0 /Ascent "
        f"{_number(ascent * em)} /Descent {_number(descent * em)} /CapHeight {_number(capitals * em)} /StemV 80 "
        f"/FontFile2 {data} 0 R >>"
    )
    glyphs = sorted(used)
    widths = " ".join(f"{glyph} [{_number(font.advances[glyph] * em)}]" for glyph in glyphs)
    descendant = file.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{_NAME} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        f"/Supplement 0 >> /FontDescriptor {descriptor} 0 R /W [{widths}] /CIDToGIDMap /Identity >>"
    )
    letters = file.add_stream(_letters_of(glyphs, used).encode("ascii"))
    return file.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{_NAME} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] "
        f"/ToUnicode {letters} 0 R >>"
    )


def _letters_of(glyphs: list[int], used: Mapping[int, str]) -> str:
    """A character map by which programs copy and search the text."""
    blocks = []
    for start in range(0, len(glyphs), 100):
        block = glyphs[start : start + 100]
        lines = "\n".join(f"<{glyph:04X}> <{used[glyph].encode('utf-16-be').hex().upper()}>" for glyph in block)
        blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + "\n".join(blocks) + "\nendcmap end end"
    )


def _text_string(text: str) -> str:
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be', 'replace').hex().upper()}>"


def _place(place: Place) -> str:
    return f"{_number(place[0])} {_number(place[1])}"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _colour(colour: Colour) -> str:
    return " ".join(_number(part / 255) for part in colour)
