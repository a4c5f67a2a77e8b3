"""What a figure is made of. All places and sizes are in points, from the upper left corner."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.drawing.font import figure_font

POINTS_A_MM = 72 / 25.4
Colour = tuple[int, int, int]
Place = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
INK: Colour = (32, 33, 36)
MUTED: Colour = (95, 99, 104)
FRAME: Colour = (150, 150, 156)


@dataclass(frozen=True)
class Text:
    """Words in one line.

    Attributes:
        x: where they start, have their middle or end, as `anchor` says.
        y: of the baseline.
        words: what is written.
        size: of the letters.
        anchor: what of the words is at x.
        colour: of the letters.
        upwards: whether they are turned by a quarter, to be read from below.
    """

    x: float
    y: float
    words: str
    size: float
    anchor: Anchor = "start"
    colour: Colour = INK
    upwards: bool = False


@dataclass(frozen=True)
class Line:
    """Places joined by a line of a width."""

    places: tuple[Place, ...]
    colour: Colour
    width: float


@dataclass(frozen=True)
class Area:
    """A polygon that is filled."""

    places: tuple[Place, ...]
    colour: Colour


@dataclass(frozen=True, eq=False)
class Dots:
    """Round dots (N, 2), drawn in their order in colours uint8 (N, 3)."""

    places: NDArray[np.floating]
    colours: NDArray[np.uint8]
    diameter: float

    def by_colour(self) -> Iterator[tuple[Colour, list[Place]]]:
        """Neighbours of one colour together, in the order in which they are drawn."""
        drawn = zip(map(tuple, self.colours.tolist()), map(tuple, self.places.tolist()), strict=True)
        for colour, group in groupby(drawn, lambda dot: dot[0]):
            yield colour, [place for _, place in group]


@dataclass(frozen=True, eq=False)
class Picture:
    """An image, uint8 (H, W, 1) or (H, W, 3), whose pixels are kept and shown as squares."""

    x: float
    y: float
    width: float
    height: float
    pixels: NDArray[np.uint8]


Item = Text | Line | Area | Dots | Picture


@dataclass
class Sheet:
    """A figure.

    Attributes:
        width: of the whole.
        height: likewise.
        items: what is on it, the last one uppermost.
    """

    width: float
    height: float
    items: list[Item] = field(default_factory=list)

    def add(self, *items: Item) -> None:
        """Draw over what is there."""
        self.items.extend(items)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: Colour, line: float) -> None:
        """Draw a frame."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self.add(Line(corners, colour, line))


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The lines of a text that is broken between words where it has no room; a single word keeps its length."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and figure_font().width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def elided(text: str, size: float, room: float) -> str:
    """As much of a text as there is room for, with an ellipsis where something is left out."""
    width = figure_font().width
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text}…" if text else ""
