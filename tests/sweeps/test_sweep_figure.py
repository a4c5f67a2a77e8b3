"""The plots of a sweep: what runs along which axis, and that a number is drawn where it stands."""

import io
import math

import numpy as np
import pytest
from PIL import Image

from latentlab.sweeps import SweepTable, figure_of, figure_png
from latentlab.sweeps.figure import Anchor, Plot, Tone
from latentlab.sweeps.table import Entry


class _Noted:
    """A canvas that keeps what is drawn on it."""

    width, height, line_height = 600.0, 300.0, 10.0

    def __init__(self) -> None:
        self.dots: list[tuple[float, float, Tone]] = []
        self.lines: list[tuple[list[tuple[float, float]], Tone]] = []
        self.bands: list[tuple[float, float, float, float]] = []
        self.texts: dict[str, tuple[float, float]] = {}

    def text_width(self, text: str, *, title: bool = False) -> float:
        return 6.0 * len(text)

    def text(self, x: float, y: float, text: str, anchor: Anchor, tone: Tone, *, title: bool = False) -> None:
        self.texts[text] = (x, y)

    def line(self, points: list[tuple[float, float]], tone: Tone, width: float) -> None:
        self.lines.append((points, tone))

    def dot(self, x: float, y: float, radius: float, tone: Tone) -> None:
        self.dots.append((x, y, tone))

    def band(self, left: float, top: float, right: float, bottom: float, tone: Tone) -> None:
        self.bands.append((left, top, right, bottom))


def _table(titles: tuple[str, ...], rows: dict[tuple[str, ...], tuple[float, ...]]) -> SweepTable:
    return SweepTable(titles, ("nll",), tuple((labels, (Entry(values, 3),)) for labels, values in rows.items()), ())


def _drawn(table: SweepTable) -> _Noted:
    canvas = _Noted()
    Plot(figure_of(table, "nll"), canvas).draw()
    return canvas


_LAMBDA = _table(
    ("consistency.weight",), {("1",): (3.0, 5.0), ("0",): (9.0, 9.0), ("0.01",): (8.0,), ("0.1",): (6.0, 8.0), ("10",): ()}
)


def test_a_setting_runs_along_a_logarithmic_axis_with_zero_apart() -> None:
    figure = figure_of(_LAMBDA, "nll")
    assert figure.axis == "λ (consistency.weight), logarithmic; 0 stands apart"
    (series,) = figure.series
    assert [point.label for point in series.points] == ["0", "0.01", "0.1", "1", "10"]
    assert [point.place for point in series.points] == pytest.approx([-3, -2, -1, 0, 1])
    linear = figure_of(_table(("objective.beta",), {("1",): (1.0,), ("2",): (2.0,), ("4",): (3.0,)}), "nll")
    assert linear.axis == "β (objective.beta)"
    assert [point.place for point in linear.series[0].points] == [1, 2, 4]


def test_dots_intervals_and_labels_stand_at_their_numbers() -> None:
    canvas, plot = _drawn(_LAMBDA), Plot(figure_of(_LAMBDA, "nll"), _Noted())
    of_one = [y for x, y, _ in canvas.dots if x == pytest.approx(plot.position(0, 0)[0] + 8)]
    assert of_one == pytest.approx([plot.position(0, 3.0)[1], plot.position(0, 5.0)[1]])
    assert of_one[0] > of_one[1]  # more is higher
    half = 12.7062 * math.sqrt(2) / math.sqrt(2)  # t of 1 degree of freedom times sd / √n
    ends = [plot.position(0, 4 - half), plot.position(0, 4 + half)]
    assert any(np.allclose(points, ends, atol=1e-3) for points, tone in canvas.lines if tone == 0 and len(points) == 2)
    path = next(points for points, tone in canvas.lines if tone == 0 and len(points) > 2)
    assert np.allclose(path, [plot.position(place, mean) for place, mean in ((-3, 9), (-2, 8), (-1, 7), (0, 4))])
    for place, label in enumerate(("0", "0.01", "0.1", "1", "10"), start=-3):
        assert canvas.texts[label][0] == pytest.approx(plot.position(place, 0)[0])


def test_other_choices_make_lines_of_their_own() -> None:
    rows = {(name, beta): (float(beta) + shift,) for shift, name in enumerate(("VAE", "IWAE")) for beta in ("1", "2", "3")}
    figure = figure_of(_table(("variant", "objective.beta"), rows), "nll")
    assert [series.name for series in figure.series] == ["VAE", "IWAE"]
    canvas = _drawn(_table(("variant", "objective.beta"), rows))
    assert {tone for _, _, tone in canvas.dots} == {0, 1}
    assert {"VAE", "IWAE"} <= canvas.texts.keys()


def test_rows_without_numbers_to_order_them_stand_under_each_other() -> None:
    table = _table(("variant",), {("a",): (1.0, 3.0), ("b",): (2.0,), ("with a name that is much too long for " * 3,): ()})
    figure, canvas = figure_of(table, "nll"), _drawn(table)
    assert (figure.axis, len(figure.series)) == ("", 1)
    plot = Plot(figure, _Noted())
    assert np.allclose([dot[:2] for dot in canvas.dots], [plot.position(0, 1), plot.position(0, 3), plot.position(1, 2)])
    (band,) = canvas.bands
    assert (band[0], band[2]) == pytest.approx([plot.position(0, 2 + sign * 12.7062)[0] for sign in (-1, 1)], abs=0.01)
    assert any(text.endswith("…") and text.startswith("with a name") for text in canvas.texts)
    assert canvas.texts["a"][1] < canvas.texts["b"][1]


def test_two_values_of_a_setting_make_no_axis_and_no_number_no_plot() -> None:
    assert figure_of(_table(("objective.beta",), {("1",): (1.0,), ("4",): (2.0,)}), "nll").axis == ""
    assert figure_of(_table(("variant",), {("a",): (), ("b",): ()}), "nll").is_empty
    assert not figure_of(_LAMBDA, "nll").is_empty


@pytest.mark.parametrize("table", [_LAMBDA, _table(("variant",), {("β ≤ 1",): (1.0, 1.0), ("b",): (1.0,)})])
def test_the_png_has_the_plot_and_says_where_it_is_from(table: SweepTable) -> None:
    with Image.open(io.BytesIO(figure_png(figure_of(table, "nll"), {"command": "latentlab sweep λ"}))) as picture:
        assert picture.text["command"] == "latentlab sweep λ"
        pixels = np.asarray(picture.convert("RGB")).reshape(-1, 3)
    assert (np.abs(pixels.astype(int) - (0, 0x72, 0xB2)).sum(1) < 10).sum() > 50  # dots
