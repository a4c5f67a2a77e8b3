"""A metric of a sweep as a plot: where each number stands, and how that is drawn on anything that has lines and letters.

A setting with three numbers or more runs along the horizontal axis and the metric up the vertical one, a line for each of the
other choices. Without such a setting the rows of the table stand under each other and the metric runs along the horizontal one.
"""

import io
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from latentlab.sweeps.table import CONFIDENCE, METRICS, Entry, SweepTable

Tone = Literal["ink", "muted", "grid"] | int
"""What something is drawn in; a number is the place of a line."""
Anchor = Literal["left", "middle", "right"]

_FEWEST = 3
"""Numbers of a setting that make an axis."""
_LOGARITHMIC_FROM = 10.0
"""Ratio of a setting's largest to its smallest number above 0 from which its axis is logarithmic."""
_SYMBOLS = {
    "consistency.weight": "λ",
    "adversarial.weight": "w",
    "objective.alpha": "α",
    "objective.beta": "β",
    "objective.gamma": "γ",
    "objective.variance_weight": "γ",
    "objective.weight": "λ",
}
_PAD, _GAP = 12.0, 6.0
_ROW = 40.0
"""Height of a row at most."""
_LABEL_SHARE = 0.34
"""Of the width, at most, for the names of the rows."""


@dataclass(frozen=True)
class Point:
    """A number over its seeds.

    Attributes:
        place: on the axis of the setting.
        label: the setting's value, or what the row is.
        entry: the number.
    """

    place: float
    label: str
    entry: Entry


@dataclass(frozen=True)
class Series:
    """Points that belong together.

    Attributes:
        name: of what they have in common; empty where there is only one series.
        points: by their places.
    """

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Figure:
    """What a plot shows.

    Attributes:
        title: what the numbers are.
        caption: their unit, and what is drawn.
        axis: the setting that runs along the horizontal axis; empty where rows stand under each other.
        series: one or more; rows are one series.
    """

    title: str
    caption: str
    axis: str
    series: tuple[Series, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no number yet."""
        return not any(point.entry.values for series in self.series for point in series.points)


def figure_of(table: SweepTable, metric: str) -> Figure:
    """The plot of one of a table's metrics."""
    column, about = table.metrics.index(metric), METRICS[metric]
    rows = [(labels, entries[column]) for labels, entries in table.rows]
    several = any(len(entry.values) > 1 for _, entry in rows)
    drawn = f"a dot for each seed, their mean and its {CONFIDENCE:.0%} interval" if several else "one seed"
    caption = f"{about.unit} · {drawn}" if about.unit else drawn
    axis = _axis(table)
    if axis is None:
        points = tuple(Point(float(place), ", ".join(labels), entry) for place, (labels, entry) in enumerate(rows))
        return Figure(about.title, caption, "", (Series("", points),))
    title = table.row_titles[axis]
    places = _places(labels[axis] for labels, _ in rows)
    groups: dict[str, list[Point]] = {}
    for labels, entry in rows:
        name = ", ".join(label for place, label in enumerate(labels) if place != axis)
        groups.setdefault(name, []).append(Point(places[labels[axis]], labels[axis], entry))
    series = tuple(Series(name, tuple(sorted(points, key=lambda point: point.place))) for name, points in groups.items())
    name = f"{_SYMBOLS[title]} ({title})" if title in _SYMBOLS else title
    if places != {text: float(text) for text in places}:
        name += ", logarithmic; 0 stands apart" if any(float(text) == 0 for text in places) else ", logarithmic"
    return Figure(about.title, caption, name, series)


def _axis(table: SweepTable) -> int | None:
    """The column of the setting that has the most different numbers, if these are enough."""
    counts = {}
    for place in range(len(table.row_titles)):
        values = {labels[place] for labels, _ in table.rows}
        if all(_is_number(value) for value in values) and len(values) >= _FEWEST:
            counts[place] = len(values)
    return max(counts, key=lambda place: counts[place]) if counts else None


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _places(texts: Iterable[str]) -> Mapping[str, float]:
    """Where each value stands: by its logarithm where they span a factor of ten or more, with 0 a step below the least."""
    values = {text: float(text) for text in texts}
    above = sorted({value for value in values.values() if value > 0})
    if min(values.values()) < 0 or len(above) < 2 or above[-1] / above[0] < _LOGARITHMIC_FROM:
        return values
    step = math.log10(above[-1] / above[0]) / (len(above) - 1)
    zero = math.log10(above[0]) - step
    return {text: math.log10(value) if value > 0 else zero for text, value in values.items()}


class Canvas(Protocol):
    """Where a figure is drawn, y downwards.

    Attributes:
        width: of the whole.
        height: likewise.
        line_height: of small letters.
    """

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def line_height(self) -> float: ...

    def text_width(self, text: str, *, title: bool = False) -> float:
        """Of a line of small letters, or of a title's."""
        ...

    def text(self, x: float, y: float, text: str, anchor: Anchor, tone: Tone, *, title: bool = False) -> None:
        """A line of letters whose middle is at y."""
        ...

    def line(self, points: Sequence[tuple[float, float]], tone: Tone, width: float) -> None:
        """From point to point."""
        ...

    def dot(self, x: float, y: float, radius: float, tone: Tone) -> None:
        """Filled, with a rim that tells it from its neighbours."""
        ...

    def band(self, left: float, top: float, right: float, bottom: float, tone: Tone) -> None:
        """A filled rectangle that lets the grid through."""
        ...


class Plot:
    """A figure on a canvas: its geometry, and drawing it."""

    def __init__(self, figure: Figure, canvas: Canvas) -> None:
        self._figure, self._canvas = figure, canvas
        self._points = [point for series in figure.series for point in series.points]
        self._places = {point.place: point.label for point in sorted(self._points, key=lambda point: point.place)}
        self._low, self._high = _range(self._points)
        line = canvas.line_height
        self._top = _PAD + line + _GAP + (line + _GAP if self._named else 0.0)
        bottom = canvas.height - _PAD - line - _GAP
        if figure.axis:
            ticks = max(canvas.text_width(_tick_text(tick)) for tick in self._ticks(across=False))
            self._left = _PAD + ticks + _GAP
            self._bottom = max(bottom - line - _GAP, self._top + 10)
        else:
            widest = max((canvas.text_width(point.label) for point in self._points), default=0.0)
            self._left = _PAD + min(widest, _LABEL_SHARE * canvas.width) + _GAP
            self._bottom = self._top + min(max(bottom - self._top, 10), _ROW * len(self._points))
        self._right = max(canvas.width - 2 * _PAD, self._left + 10)

    @property
    def _named(self) -> bool:
        return len(self._figure.series) > 1

    def position(self, place: float, value: float) -> tuple[float, float]:
        """Where a value of a row, or of a setting's value, is drawn."""
        share = (value - self._low) / (self._high - self._low)
        if not self._figure.axis:
            each = (self._bottom - self._top) / len(self._points)
            return self._left + share * (self._right - self._left), self._top + (place + 0.5) * each
        first, last = min(self._places), max(self._places)
        margin = 0.05 * (last - first)
        across = (place - first + margin) / (last - first + 2 * margin)
        return self._left + across * (self._right - self._left), self._bottom - share * (self._bottom - self._top)

    def draw(self) -> None:
        """All of it."""
        canvas, figure = self._canvas, self._figure
        head = _PAD + canvas.line_height / 2
        canvas.text(_PAD, head, figure.title, "left", "ink", title=True)
        after = _PAD + canvas.text_width(figure.title, title=True) + _GAP
        canvas.text(after, head, f"· {figure.caption}", "left", "muted")
        if figure.axis:
            self._draw_upright()
        else:
            self._draw_rows()

    # A setting along the horizontal axis

    def _draw_upright(self) -> None:
        canvas = self._canvas
        for tick in self._ticks(across=False):
            _, y = self.position(min(self._places), tick)
            canvas.line([(self._left, y), (self._right, y)], "grid", 1)
            canvas.text(self._left - _GAP, y, _tick_text(tick), "right", "muted")
        below, end = self._bottom + _GAP + canvas.line_height / 2, -math.inf
        for place, label in self._places.items():
            x, _ = self.position(place, self._low)
            canvas.line([(x, self._bottom), (x, self._bottom + 3)], "muted", 1)
            half = canvas.text_width(label) / 2
            if x - half > end + _GAP:
                canvas.text(x, below, label, "middle", "muted")
                end = x + half
        middle = (self._left + self._right) / 2
        canvas.text(middle, below + canvas.line_height + _GAP / 2, self._figure.axis, "middle", "muted")
        x = self._left
        for number, series in enumerate(self._figure.series):
            if self._named:
                y = self._top - _GAP - canvas.line_height / 2
                canvas.line([(x, y), (x + 16, y)], number, 2)
                canvas.text(x + 22, y, series.name, "left", "ink")
                x += 22 + canvas.text_width(series.name) + 16
            self._draw_series(number, series)

    def _draw_series(self, number: int, series: Series) -> None:
        aside = 5.0 * (number - (len(self._figure.series) - 1) / 2)  # so that intervals of several lines stay apart
        means = [(point, point.entry.mean) for point in series.points if point.entry.mean is not None]
        path = [(x + aside, y) for x, y in (self.position(point.place, mean) for point, mean in means)]
        if len(path) > 1:
            self._canvas.line(path, number, 1.5)
        for (x, y), (point, _) in zip(path, means, strict=True):
            interval = point.entry.interval
            if interval is not None:
                low, high = (self.position(point.place, end)[1] for end in interval)
                self._canvas.line([(x, low), (x, high)], number, 1.5)
                for end in (low, high):
                    self._canvas.line([(x - 4, end), (x + 4, end)], number, 1.5)
            self._canvas.line([(x - 6, y), (x + 6, y)], number, 2.5)
            for value in point.entry.values:
                self._canvas.dot(x + 8, self.position(point.place, value)[1], 3, number)

    # Rows under each other

    def _draw_rows(self) -> None:
        canvas = self._canvas
        below = self._bottom + _GAP + canvas.line_height / 2
        for tick in self._ticks(across=True):
            x, _ = self.position(0, tick)
            canvas.line([(x, self._top), (x, self._bottom)], "grid", 1)
            canvas.text(x, below, _tick_text(tick), "middle", "muted")
        half = min((self._bottom - self._top) / max(len(self._points), 1) * 0.3, 8.0)
        for point in self._points:
            _, y = self.position(point.place, self._low)
            canvas.text(self._left - _GAP, y, self._shortened(point.label), "right", "ink")
            if point.entry.mean is None:
                continue
            if point.entry.interval is not None:
                left, right = (self.position(point.place, end)[0] for end in point.entry.interval)
                canvas.band(left, y - half, right, y + half, 0)
            x, _ = self.position(point.place, point.entry.mean)
            canvas.line([(x, y - half), (x, y + half)], "ink", 2)
            for value in point.entry.values:
                canvas.dot(self.position(point.place, value)[0], y, 3, 0)

    def _shortened(self, label: str) -> str:
        room = self._left - _PAD - _GAP
        if self._canvas.text_width(label) <= room:
            return label
        kept = next((n for n in range(len(label), 0, -1) if self._canvas.text_width(label[:n] + "…") <= room), 0)
        return label[:kept] + "…"

    def _ticks(self, *, across: bool) -> list[float]:
        length = self._right - self._left if across else self._canvas.height - self._top
        spacing = _rounded_up((self._high - self._low) / max(length / (90 if across else 45), 1))
        first = math.ceil(self._low / spacing)
        ticks = (count * spacing for count in itertools.count(first))
        return list(itertools.takewhile(lambda tick: tick <= self._high, ticks))


def _range(points: Sequence[Point]) -> tuple[float, float]:
    ends = [value for point in points for value in (*point.entry.values, *(point.entry.interval or ()))]
    if not ends:
        return 0.0, 1.0
    low, high = min(ends), max(ends)
    margin = 0.05 * (high - low) or max(abs(low) * 0.05, 0.5)
    return low - margin, high + margin


def _rounded_up(value: float) -> float:
    """The next of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= value * (1 - 1e-9))


def _tick_text(tick: float) -> str:
    return f"{tick + 0.0:.6g}".replace("-", "−")


_SIZE = (720, 360)
"""Of a picture's layout, in units of its letters; the file has twice as many pixels."""
_FINE = 4
"""Pixels drawn for a unit; scaling them down smooths the edges."""
_COLOURS: Mapping[Tone, str] = {
    "ink": "#1D1E24",
    "muted": "#5C616E",
    "grid": "#D3D6DD",
}
_COLOURS_OF_SERIES = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9")
_SPELLED = str.maketrans(
    dict(zip("αβγλσΔ", ("alpha", "beta", "gamma", "lambda", "sigma", "delta"), strict=True))
    | dict(zip("−–×≤≥…", ("-", "-", "x", "<=", ">=", "..."), strict=True))
)
"""What Pillow's built-in letters lack."""


def figure_png(figure: Figure, provenance: Mapping[str, str]) -> bytes:
    """A figure as a PNG file's bytes.

    Args:
        figure: what to draw.
        provenance: written into the file's text chunks under these names.
    """
    width, height = _SIZE
    if not figure.axis:
        height = round(2 * _PAD + 60 + 28 * len(figure.series[0].points))
    canvas = _Picture(width, height)
    Plot(figure, canvas).draw()
    chunks = PngInfo()
    for name, value in provenance.items():
        chunks.add_itxt(name, value)
    file = io.BytesIO()
    canvas.image.resize((2 * width, 2 * height), Image.Resampling.LANCZOS).save(file, "PNG", pnginfo=chunks)
    return file.getvalue()


class _Picture:
    """A canvas of pixels."""

    line_height = 14.0

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = float(width), float(height)
        self.image = Image.new("RGB", (_FINE * width, _FINE * height), "white")
        self._draw = ImageDraw.Draw(self.image, "RGBA")
        self._fonts = {title: ImageFont.load_default((13 if title else 11) * _FINE) for title in (False, True)}

    def text_width(self, text: str, *, title: bool = False) -> float:
        return self._fonts[title].getlength(text.translate(_SPELLED)) / _FINE

    def text(self, x: float, y: float, text: str, anchor: Anchor, tone: Tone, *, title: bool = False) -> None:
        where = {"left": "lm", "middle": "mm", "right": "rm"}[anchor]
        self._draw.text((x * _FINE, y * _FINE), text.translate(_SPELLED), _colour(tone), self._fonts[title], anchor=where)

    def line(self, points: Sequence[tuple[float, float]], tone: Tone, width: float) -> None:
        self._draw.line([(x * _FINE, y * _FINE) for x, y in points], _colour(tone), round(width * _FINE), joint="curve")

    def dot(self, x: float, y: float, radius: float, tone: Tone) -> None:
        self._draw.circle((x * _FINE, y * _FINE), radius * _FINE, _colour(tone), "white", _FINE)

    def band(self, left: float, top: float, right: float, bottom: float, tone: Tone) -> None:
        corners = (left * _FINE, top * _FINE, right * _FINE, bottom * _FINE)
        self._draw.rectangle(corners, _colour(tone) + "50")


def _colour(tone: Tone) -> str:
    return _COLOURS_OF_SERIES[tone % len(_COLOURS_OF_SERIES)] if isinstance(tone, int) else _COLOURS[tone]
