"""Plots of curves, as a user uses them."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from latentlab.gui import theme
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.gui.widgets.plot_legend import PlotLegend
from tests.gui.widgets.acting import NO_KEYBOARD_TO_GRAB, choose_from_menu


def plot_with_data(shown, **options):
    plot = CurvePlot("Terms", "nats per image", [Curve("distortion", "distortion"), Curve("rate", "rate")], **options)
    shown(plot)
    steps = np.arange(0, 1000, 10.0)
    plot.extend("distortion", steps, np.linspace(200, 100, 100))
    plot.extend("rate", steps, np.linspace(0, 20, 100))
    plot.refresh()
    QApplication.processEvents()
    return plot


def legend_text(plot, key):
    return plot._legend.entries[key].accessibleDescription()


def at(plot, step, value):
    """The place of a value in the viewport."""
    return plot._plot.box.mapViewToScene(QPointF(step, value)).toPoint()


def test_points_are_drawn_by_refresh_only(shown):
    plot = plot_with_data(shown)
    drawn = plot._plot.lines["rate"].getData()[0].size
    plot.extend("rate", [1000.0], [21.0])
    assert plot._plot.lines["rate"].getData()[0].size == drawn
    plot.refresh()
    assert plot._plot.lines["rate"].getData()[0][-1] == 1000.0
    assert legend_text(plot, "rate") == "21.00"


def test_a_hidden_plot_stores_and_draws_when_it_is_shown(qtbot, shown):
    plot = plot_with_data(shown)
    plot.hide()
    plot.extend("rate", [2000.0], [50.0])
    plot.refresh()
    assert plot._plot.lines["rate"].getData()[0][-1] == 990.0
    plot.show()
    qtbot.waitUntil(lambda: plot._plot.lines["rate"].getData()[0][-1] == 2000.0)


def test_a_legend_entry_toggles_its_curve(qtbot, shown):
    plot = plot_with_data(shown)
    low = plot._plot.box.viewRange()[1][0]
    qtbot.mouseClick(plot._legend.entries["rate"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not plot._plot.lines["rate"].isVisible())
    assert plot._plot.lines["distortion"].isVisible()
    # The values are fitted to what is left.
    assert plot._plot.box.viewRange()[1][0] > low + 50
    entry = plot._legend.entries["rate"]
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Space)
    qtbot.waitUntil(plot._plot.lines["rate"].isVisible)


def test_the_legend_does_not_move_when_numbers_grow(shown):
    plot = plot_with_data(shown)
    before = [entry.geometry() for entry in plot._legend.entries.values()]
    plot.extend("rate", [1000.0], [-98765.0])
    plot.refresh()
    QApplication.processEvents()
    assert [entry.geometry() for entry in plot._legend.entries.values()] == before
    assert legend_text(plot, "rate") == "−98,765"


def test_the_crosshair_reads_all_curves_at_its_step(qtbot, shown):
    plot = plot_with_data(shown)
    viewport = plot._plot.viewport()
    qtbot.mouseMove(viewport, at(plot, 502, 100))
    qtbot.waitUntil(lambda: plot._header.readout.text() == "step 500")
    assert plot._plot.cross is not None
    assert legend_text(plot, "distortion") == figures.fixed(np.linspace(200, 100, 100)[50])
    assert legend_text(plot, "rate") == figures.fixed(np.linspace(0, 20, 100)[50])
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert plot._header.readout.text() == "step 990"
    assert legend_text(plot, "rate") == "20.00"
    assert plot._plot.cross is None


def test_a_mark_is_read_near_it(qtbot, shown):
    plot = plot_with_data(shown)
    plot.mark(600, "β 1 → 4")
    plot.refresh()
    viewport = plot._plot.viewport()
    qtbot.mouseMove(viewport, at(plot, 600, 100))
    qtbot.waitUntil(lambda: plot._header.readout.text() == "β 1 → 4 · step 600")


def test_double_click_fits_and_follows_again(qtbot, shown):
    plot = plot_with_data(shown)
    plot._plot.box.setXRange(200, 300, padding=0)
    plot._on_zoomed()
    plot.extend("rate", [2000.0], [20.0])
    plot.refresh()
    assert plot._plot.box.viewRange()[0] == pytest.approx([200, 300])
    viewport = plot._plot.viewport()
    point = at(plot, 250, 100)
    # As a hand does it: press, release, press again (which Qt calls the double click), release.
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: plot._plot.box.viewRange()[0] == pytest.approx([0, 2000], abs=60))


def test_the_wheel_zooms_the_steps_and_the_values_fit(qtbot, shown):
    plot = plot_with_data(shown)
    viewport = plot._plot.viewport()
    point = QPointF(at(plot, 900, 110))
    for _ in range(8):
        wheel = QWheelEvent(
            point,
            viewport.mapToGlobal(point),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, wheel)
    qtbot.waitUntil(lambda: plot._plot.box.viewRange()[0][0] > 500)
    qtbot.waitUntil(lambda: plot._plot.box.viewRange()[1][1] < 170)
    # New points do not carry the view away from what a user looks at.
    left = plot._plot.box.viewRange()[0]
    plot.extend("rate", [5000.0], [20.0])
    plot.refresh()
    assert plot._plot.box.viewRange()[0] == pytest.approx(left)


def test_the_first_huge_values_do_not_squash_the_rest(shown):
    plot = CurvePlot("Loss", "nats", [Curve("total", "total")])
    shown(plot)
    values = np.r_[[1e6, 5e5], 100 + np.sin(np.arange(998.0))]
    plot.extend("total", np.arange(1000.0), values)
    plot.refresh()
    low, high = plot._plot.box.viewRange()[1]
    assert low == pytest.approx(98.9, abs=1)
    assert high == pytest.approx(101.1, abs=1)


def test_slow_decay_is_shown_whole(shown):
    plot = CurvePlot("Loss", "nats", [Curve("total", "total")])
    shown(plot)
    plot.extend("total", np.arange(1000.0), np.linspace(200, 100, 1000))
    plot.refresh()
    assert plot._plot.box.viewRange()[1][1] > 200


def test_a_stack_adds_up_to_the_total(shown):
    names = ["total", "distortion", "rate"]
    plot = CurvePlot("Loss", "nats", [Curve(name, name, sums=name == "total") for name in names], stackable=True)
    plot.set_stacked(True)
    shown(plot)
    steps = np.arange(20_000.0)
    rng = np.random.default_rng(0)
    distortion, rate = 100 + rng.random(20_000), 10 + rng.random(20_000)
    plot.extend("total", steps, distortion + rate)
    plot.extend("distortion", steps, distortion)
    plot.extend("rate", steps, rate)
    plot.refresh()
    assert plot._plot.bands["rate"].isVisible()
    assert not plot._plot.lines["rate"].isVisible()
    xs, top = plot._drawn["band rate"]
    total_xs, total = plot._drawn["total"]
    assert np.array_equal(xs, total_xs)
    np.testing.assert_allclose(top, total)
    assert plot._plot.box.viewRange()[1][0] == 0.0


def test_a_negative_term_is_drawn_as_a_line(shown):
    plot = CurvePlot("Loss", "nats", [Curve(name, name) for name in ("total", "distortion", "rate")], stackable=True)
    plot.set_stacked(True)
    shown(plot)
    for name, value in {"total": -5.0, "distortion": -10.0, "rate": 5.0}.items():
        plot.extend(name, [0.0, 1.0, 2.0], [value] * 3)
    plot.refresh()
    assert not plot._plot.bands["rate"].isVisible()
    assert plot._plot.lines["rate"].isVisible()
    assert plot._plot.box.viewRange()[1][0] < -10


def test_few_points_are_dots_and_the_axis_names_their_steps(shown):
    plot = shown(CurvePlot("ELBO", "nats", [Curve("a", "a run", "rate", ends_apart=True)]))
    plot.extend("a", [100.0, 200.0], [-380.0, -370.0])
    plot.refresh()
    view, axis = plot._plot, plot._plot.getPlotItem().getAxis("bottom")
    assert [dot.pos().x() for dot in view.markers.dots.points()] == [100, 200]
    assert [text for _, text in axis._tickLevels[0]] == ["100", "200"]
    sight = view.box.sceneBoundingRect()
    for step in (100, 200):  # no dot at an end is cut by the frame
        x = view.box.mapViewToScene(QPointF(step, -375)).x()
        assert sight.left() + 4 < x < sight.right() - 4
    plot.extend("a", np.arange(210.0, 400.0, 10), np.full(19, -370.0))
    plot.refresh()
    assert axis._tickLevels is None


@NO_KEYBOARD_TO_GRAB
def test_logarithmic_axis_from_the_menu(qtbot, shown):
    plot = plot_with_data(shown)
    choose_from_menu(qtbot, plot, "Logarithmic axis")
    qtbot.waitUntil(lambda: plot._plot.box.viewRange()[1][1] < 4)
    assert np.nanmax(plot._plot.lines["distortion"].getData()[1]) == pytest.approx(np.log10(200))
    # The first rate is 0 and has no logarithm: a gap, not an error.
    assert np.isnan(plot._plot.lines["rate"].getData()[1][0])


@NO_KEYBOARD_TO_GRAB
def test_export_hands_out_a_picture(qtbot, shown):
    plot = plot_with_data(shown)
    with qtbot.waitSignal(plot.export_requested) as told:
        choose_from_menu(qtbot, plot, "Export…")
    assert told.args[0] is plot
    assert plot.picture().width() == 2 * plot.width()


def test_a_plot_is_exported_as_lines_and_letters(qtbot, shown):
    plot = plot_with_data(shown)
    before = plot.geometry(), plot.picture()
    content = plot.figure(".svg", 85)
    assert (plot.geometry(), plot.picture()) == before
    drawing = ElementTree.fromstring(content)
    tags = [element.tag.rpartition("}")[2] for element in drawing.iter()]
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    assert drawing.attrib["width"] == "85mm"
    assert float(drawing.attrib["height"].removesuffix("mm")) == pytest.approx(85 * height / width, abs=0.01)
    sizes = {float(text.get("font-size")) * 85 / width * 72 / 25.4 for text in drawing.iter() if text.tag.endswith("}text")}
    assert min(sizes) == pytest.approx(7, abs=0.6)  # points on paper
    assert max(sizes) < 9
    assert tags.count("path") + tags.count("polyline") >= 3
    letters = " ".join(filter(None, drawing.itertext()))
    assert "Terms" in letters
    assert "rate" in letters
    renderer = QSvgRenderer(content)
    assert renderer.isValid()
    svg = "{http://www.w3.org/2000/svg}"
    clips = {clip.get("id"): clip[0].get("d").replace(",", " ").split() for clip in drawing.iter(f"{svg}clipPath")}
    for group in (group for group in drawing.iter(f"{svg}g") if group.get("clip-path")):
        corners = clips[group.get("clip-path")[5:-1]]
        assert float(corners[5]) - float(corners[1][1:] if corners[1][0] == "M" else corners[1]) > 40  # no line of text


def test_a_figure_leaves_curves_out_that_are_not_drawn(shown):
    plot = plot_with_data(shown)
    plot._legend.entries["rate"].click()
    drawing = ElementTree.fromstring(plot.figure(".svg", 85))
    letters = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "distortion" in letters
    assert "rate" not in letters
    assert plot._legend.entries["rate"].isVisible()


def test_a_figure_is_light_in_the_dark_theme_and_has_the_width_that_was_asked_for(shown):
    plot = plot_with_data(shown)
    theme.apply_theme(QApplication.instance(), "dark")
    try:
        content, drawn = plot.figure(".pdf", 100), plot.figure(".svg", 100).decode()
        assert theme.is_dark(plot.palette())
        assert theme.is_dark(plot._legend.palette())
    finally:
        theme.apply_theme(QApplication.instance(), "light")
    assert float(re.search(rb"/MediaBox \[0 0 ([\d.]+)", content).group(1)) == pytest.approx(100 / 25.4 * 72, abs=0.5)
    ground = re.search('<g fill="(#[0-9a-f]{6})"', drawn).group(1)
    written = set(re.findall(r'<g fill="(#[0-9a-f]{6})"[^>]*>\s*<text', drawn))
    assert QColor(ground) == QColor("white")
    assert written
    assert max(QColor(colour).lightness() for colour in written) < 140


def test_truncate_and_clear(shown):
    plot = plot_with_data(shown)
    plot.mark(900, "late")
    plot.mark(100, "early")
    plot.truncate(500)
    plot.refresh()
    assert plot._plot.lines["rate"].getData()[0][-1] == 500.0
    assert [mark.text for mark in plot._plot.marks] == ["early"]
    plot.extend("rate", [510.0], [1.0])
    plot.clear()
    plot.set_empty_text("Press Train")
    plot.refresh()
    assert plot._plot.empty.isVisible()
    assert plot._plot.empty.text() == "Press Train"
    assert legend_text(plot, "rate") == "–"


def test_a_plot_is_restyled_with_the_theme(qapp, qtbot, shown):
    plot = CurvePlot("Loss", "nats", [Curve("total", "total")])
    shown(plot)
    plot.extend("total", [0, 1], [1, 2])
    plot.refresh()
    assert plot._plot.lines["total"].opts["pen"].color().lightness() < 60
    theme.apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: plot._plot.lines["total"].opts["pen"].color().lightness() > 200)
    assert plot._header.readout.palette().color(QPalette.ColorRole.WindowText) == theme.muted(plot.palette())


def test_a_legend_too_narrow_cuts_the_name_and_not_the_value(shown):
    narrow = shown(PlotLegend([Curve("a", "held out", dashed=True)]), 130, 40)
    whole = narrow.entries["a"]
    assert whole.sizeHint().width() > 130  # of a step far on, it would need more
    assert whole._shown_text(QFontMetrics(theme.tabular(theme.caption_font()))) == "held out"
    legend = shown(PlotLegend([Curve("a", "reconstruction")]), 400, 40)
    entry = legend.entries["a"]
    metrics = QFontMetrics(theme.tabular(theme.caption_font()))
    for width, cut in ((400, False), (entry.sizeHint().width() - 20, True)):
        legend.setFixedWidth(width)
        text = entry._shown_text(metrics)
        assert text.endswith("…") is cut
        value = entry.x() + 15 + metrics.horizontalAdvance(text) + 5
        assert value + metrics.horizontalAdvance(figures.WIDEST) <= width
