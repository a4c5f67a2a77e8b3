"""What the colours of a map stand for, as a window and a file both show it. Needs no torch."""

from dataclasses import dataclass

import numpy as np

from latentlab.explore.requests.maps import MEASURED, DrawnMap
from latentlab.explore.scatter import Colours, attribute_colours, class_colours, is_binary, value_colours

MOST_CLASSES = 10
"""Colours that differ."""
_MOST_ROWS = 20
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Legend:
    """A row for each class, or a bar of shades between two numbers.

    Attributes:
        title: what the colours stand for.
        rows: names, colours and numbers of images.
        bar: the smallest and the largest value; None where there are classes.
        note: what the rows leave out.
        dark: whether the colours are those on a dark ground.
    """

    title: str
    rows: tuple[tuple[str, Colour, int], ...] = ()
    bar: tuple[float, float] | None = None
    note: str = ""
    dark: bool = False

    @property
    def heading(self) -> str:
        """The title, and what the numbers of rows count."""
        title = self.title[:1].upper() + self.title[1:]
        return f"{title} · images" if self.rows else title


def map_colours(drawn: DrawnMap, *, dark: bool) -> Colours:
    """The colour of each point of a map, (N, 3), on white or on a dark ground."""
    if drawn.values is None:
        return class_colours(drawn.labels, dark=dark)
    colours = value_colours if drawn.colour in MEASURED else attribute_colours
    return colours(drawn.values, dark=dark)


def legend_of(drawn: DrawnMap, *, dark: bool = False) -> Legend:
    """Of a map, on white or on a dark ground."""
    title = MEASURED.get(drawn.colour, drawn.colour)
    if drawn.values is not None:
        if drawn.colour not in MEASURED and is_binary(drawn.values):
            present = int(drawn.values.sum())
            absent, there = (_colour(colour) for colour in attribute_colours(np.array([0, 1], np.float32), dark=dark))
            return Legend(title, (("absent", absent, len(drawn.values) - present), ("present", there, present)))
        return Legend(title, bar=(float(drawn.values.min()), float(drawn.values.max())), dark=dark)
    labels, counts = np.unique(drawn.labels, return_counts=True)
    colours = class_colours(labels, dark=dark)
    rows = [
        (label_name(drawn, int(label)), _colour(colour), int(count))
        for label, colour, count in zip(labels, colours, counts, strict=True)
    ]
    left = f"{len(rows) - _MOST_ROWS} more" if len(rows) > _MOST_ROWS else ""
    recur = f"colours recur after {MOST_CLASSES}" if len(rows) > MOST_CLASSES else ""
    return Legend(title, tuple(rows[:_MOST_ROWS]), note="; ".join(filter(None, (left, recur))))


def cluster_names(drawn: DrawnMap) -> tuple[tuple[str, float, float], ...]:
    """Each cluster with its number of images, at its mean place (name, x, y); none where the colours are of something else."""
    if drawn.colour != "cluster":
        return ()
    places = []
    for label, count in zip(*np.unique(drawn.labels, return_counts=True), strict=True):
        x, y = drawn.points[drawn.labels == label].mean(0).tolist()
        places.append((f"{label_name(drawn, int(label))} · {count:,}", x, y))
    return tuple(places)


def label_name(drawn: DrawnMap, label: int) -> str:
    """A label of a map in words."""
    if label < 0:
        return "no label"
    return drawn.label_names[label] if label < len(drawn.label_names) else str(label)


def _colour(colour: np.ndarray) -> Colour:
    red, green, blue = (int(part) for part in colour)
    return red, green, blue
