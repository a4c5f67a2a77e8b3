"""The font of figures: how wide its letters are, and which of its glyphs they are."""

import struct
from functools import cache, cached_property

from latentlab.resources import resource

FAMILY = "Arimo"


class Font:
    """A TrueType font with a character map of format 4, as this product ships one.

    Attributes:
        content: the file's bytes.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        (count,) = struct.unpack_from(">H", content, 4)
        entries = (struct.unpack_from(">4s4xLL", content, 12 + 16 * number) for number in range(count))
        self._tables = {name.decode("ascii"): content[start : start + length] for name, start, length in entries}

    @cached_property
    def units(self) -> int:
        """Units of an em, in which the font measures."""
        return int(struct.unpack_from(">H", self._tables["head"], 18)[0])

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The rectangle that holds every glyph: left, bottom, right, top, in the font's units."""
        left, bottom, right, top = struct.unpack_from(">4h", self._tables["head"], 36)
        return left, bottom, right, top

    @cached_property
    def heights(self) -> tuple[int, int, int]:
        """Ascent, descent (negative) and the height of capitals, in the font's units."""
        ascent, descent = struct.unpack_from(">2h", self._tables["hhea"], 4)
        (capitals,) = struct.unpack_from(">h", self._tables["OS/2"], 88)
        return ascent, descent, capitals

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """The width of each glyph, in the font's units."""
        (measured,) = struct.unpack_from(">H", self._tables["hhea"], 34)
        (glyphs,) = struct.unpack_from(">H", self._tables["maxp"], 4)
        widths = struct.unpack_from(">" + "H2x" * measured, self._tables["hmtx"])
        return (*widths, *widths[-1:] * (glyphs - measured))

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """The glyph of each character."""
        cmap = self._tables["cmap"]
        start = struct.unpack_from(">L", cmap, 8)[0]
        segments = struct.unpack_from(">H", cmap, start + 6)[0] // 2
        begins = (start + 14 + 2 * segments * part + (2 if part else 0) for part in range(4))
        ends, firsts, shifts, offsets = (struct.unpack_from(f">{segments}H", cmap, begin) for begin in begins)
        found = {}
        for segment in range(segments):
            for character in range(firsts[segment], min(ends[segment], 0xFFFE) + 1):
                glyph = character
                if offsets[segment]:  # from its own place in the table
                    at = start + 16 + 6 * segments + 2 * segment + offsets[segment] + 2 * (character - firsts[segment])
                    (glyph,) = struct.unpack_from(">H", cmap, at)
                glyph = (glyph + shifts[segment]) & 0xFFFF if glyph or not offsets[segment] else 0
                if glyph:
                    found[character] = glyph
        return found

    def width(self, text: str, size: float) -> float:
        """The width of a text, where the size is that of an em; a letter that the font lacks counts as an em."""
        known, advances = self.glyphs, self.advances
        return sum(advances[known[ord(letter)]] if ord(letter) in known else self.units for letter in text) * size / self.units


@cache
def figure_font() -> Font:
    """The font that figures are set in, as wide as Arial and Helvetica."""
    return Font(resource("fonts", "Arimo-Regular.ttf").read_bytes())
