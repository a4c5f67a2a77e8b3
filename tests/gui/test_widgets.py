"""The widgets as a person uses them: with mouse and keys."""

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter, QPalette, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton

from latentlab.gui import theme
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_rows import ImageRows
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.kl_columns import MOST_COLUMNS
from latentlab.gui.widgets.kl_heat_map import KlHeatMap
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.message_bar import MessageBar
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.run_progress import RunProgress

# Qt's platform without a screen says so whenever a menu opens.
NO_KEYBOARD_TO_GRAB = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply_theme(qapp, "light")


@pytest.fixture
def shown(qtbot):
    """Show a widget at a size and wait until it stands there."""

    def show(widget, width=480, height=320):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


def pixel(widget, point):
    return widget.grab().toImage().pixelColor(point)


def choose_from_menu(qtbot, widget, text, position=None):
    """Open the context menu as a right click does, and choose."""
    position = position or widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, widget.mapToGlobal(position))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == text)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


# Theme


def test_dark_and_light_change_the_palette_and_the_icons(qapp, qtbot, shown):
    button = QPushButton("Train")
    button.setIcon(theme.icon("play"))
    shown(button)
    light_icon = button.icon().cacheKey()
    assert not theme.is_dark(qapp.palette())
    theme.apply_theme(qapp, "dark")
    assert theme.is_dark(button.palette())
    assert button.icon().cacheKey() != light_icon
    assert theme.quantity_colour("total").lightness() > 200
    theme.apply_theme(qapp, "light")
    assert button.icon().cacheKey() == light_icon
    assert theme.quantity_colour("total").lightness() < 60
    assert theme.quantity_colour("rate") == QColor("#B87F00")


def test_the_primary_button_has_a_white_icon_in_both_themes(qapp, shown):
    button = QToolButton()
    button.setIcon(theme.icon("play"))
    theme.set_primary(button)
    shown(button)
    for scheme in ("light", "dark"):
        theme.apply_theme(qapp, scheme)
        assert button.icon().pixmap(QSize(16, 16)).toImage().pixelColor(7, 8) == QColor("#FFFFFF")
    theme.set_primary(button, False)
    assert button.icon().pixmap(QSize(16, 16)).toImage().pixelColor(7, 8) == QColor("#E4E6EB")


ICONS = (
    *("play", "pause", "stop", "sliders", "chart", "grid", "image", "dice"),
    *("reset", "export", "folder", "settings", "warning", "info", "close", "chevron"),
)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_there_and_sharp_at_twice_the_size(qapp, name):
    icon = theme.icon(name)
    twice = icon.pixmap(QSize(16, 16), 2.0)
    assert twice.width() == 32
    image = twice.toImage()
    assert any(image.pixelColor(x, y).alpha() == 255 for x in range(32) for y in range(32))


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError, match="no-such"):
        theme.icon("no-such")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(qapp, scheme):
    """WCAG AA: 4.5 for text, muted text and errors on the window and on fields."""
    theme.apply_theme(qapp, scheme)
    palette = qapp.palette()
    role = QPalette.ColorRole
    for text in (palette.color(role.Text), theme.muted(palette), theme.error_colour(palette)):
        for ground in (palette.color(role.Window), palette.color(role.Base)):
            assert contrast(text, ground) >= 4.5
    assert contrast(QColor("#FFFFFF"), theme.accent(palette)) >= 4.4


def contrast(a, b):
    def luminance(colour):
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return float(np.dot(parts, [0.2126, 0.7152, 0.0722]))

    dark, bright = sorted((luminance(a), luminance(b)))
    return (bright + 0.05) / (dark + 0.05)


# Figures and pixels


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.000"),
        (1.23456, "1.235"),
        (9.9996, "10.00"),
        (-42.424, "−42.42"),
        (123.45, "123.5"),
        (999.96, "1,000"),
        (12345.6, "12,346"),
        (1234567.0, "1.2e6"),
        (-0.00001234, "−1.2e−5"),
        (float("nan"), "–"),
        (float("inf"), "–"),
    ],
)
def test_numbers_have_four_figures(value, text):
    assert figures.fixed(value) == text
    assert len(text) <= len(figures.WIDEST)


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 1), (5, 7, 3), (6, 3, 3)])
def test_an_image_arrives_in_qt_pixel_by_pixel(shape):
    array = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    image = pixels.to_qimage(array)
    expected = np.broadcast_to(array.reshape(*shape[:2], -1), (*shape[:2], 3))
    array_before = expected.copy()
    array[:] = 0
    seen = [[image.pixelColor(x, y).getRgb()[:3] for x in range(shape[1])] for y in range(shape[0])]
    assert np.array_equal(np.array(seen), array_before)


def test_an_image_that_is_not_contiguous_arrives_too():
    array = np.arange(64, dtype=np.uint8).reshape(8, 8)[::2, 1::3]
    image = pixels.to_qimage(array)
    assert image.pixelColor(1, 2).red() == array[2, 1]


@pytest.mark.parametrize("bad", [np.zeros((4, 4)), np.zeros((4, 4, 2), np.uint8), np.zeros((2, 4, 4, 3), np.uint8)])
def test_what_is_no_image_is_refused(bad):
    with pytest.raises(ValueError, match="an image must be"):
        pixels.to_qimage(bad)


def test_small_images_grow_by_whole_numbers_and_none_is_stretched():
    assert pixels.fitted(32, 32, QSize(100, 300)) == QSize(96, 96)
    assert pixels.fitted(28, 14, QSize(100, 100)) == QSize(84, 42)
    assert pixels.fitted(64, 128, QSize(100, 100)) == QSize(50, 100)
    assert pixels.fitted(32, 32, QSize(20, 20)) == QSize(20, 20)
    assert pixels.fitted(32, 32, QSize(62, 62)) == QSize(48, 48)  # 1.5 times: once would leave half the room empty


# Curves


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
    plot.mark(500, "β 1 → 4")
    plot.refresh()
    viewport = plot._plot.viewport()
    qtbot.mouseMove(viewport, at(plot, 500, 100))
    qtbot.waitUntil(lambda: plot._header.readout.text() == "β 1 → 4 · step 500")


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
    qtbot.waitUntil(lambda: plot._plot.box.viewRange()[0] == [0.0, 2000.0])


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
    # New points do not carry the view away from what a person looks at.
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
    plot = CurvePlot("Loss", "nats", [Curve(name, name) for name in names], stackable=True)
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
        choose_from_menu(qtbot, plot, "Export PNG…")
    assert isinstance(told.args[0], QImage)
    assert told.args[0].width() == 2 * plot.width()


@NO_KEYBOARD_TO_GRAB
def test_a_plot_is_exported_as_lines_and_letters(qtbot, shown):
    plot = plot_with_data(shown)
    with qtbot.waitSignal(plot.export_requested) as told:
        choose_from_menu(qtbot, plot, "Export SVG…")
    drawing = ElementTree.fromstring(told.args[0])
    tags = [element.tag.rpartition("}")[2] for element in drawing.iter()]
    assert drawing.attrib["viewBox"] == f"0 0 {plot.width()} {plot.height()}"
    assert tags.count("path") + tags.count("polyline") >= 3
    letters = " ".join(filter(None, drawing.itertext()))
    assert "Terms" in letters
    assert "rate" in letters
    renderer = QSvgRenderer(told.args[0])
    assert renderer.isValid()
    picture = QImage(plot.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    shown_pixels, drawn_pixels = (_pixels(image) for image in (plot.grab().toImage(), picture))
    assert np.abs(shown_pixels - drawn_pixels).mean() < 6


def _pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].astype(int)


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


# Heat map


def test_rows_are_ordered_by_the_latest_kl(shown):
    heat = KlHeatMap()
    shown(heat)
    heat.append(0, np.array([0.0, 1.0, 2.0]))
    heat.refresh()
    assert heat.order() == [2, 1, 0]
    heat.append(10, np.array([5.0, 1.0, 2.0]))
    assert heat.order() == [2, 1, 0]
    heat.refresh()
    assert heat.order() == [0, 2, 1]
    # A tie that trembles moves no row.
    heat.append(20, np.array([5.0, 2.01, 2.0]))
    heat.refresh()
    assert heat.order() == [0, 2, 1]


def test_columns_stay_few_and_keep_the_mean(shown):
    heat = KlHeatMap()
    count = 5 * MOST_COLUMNS + 7
    for step in range(count):
        heat.append(step, np.array([1.0, float(step)]))
    assert MOST_COLUMNS // 2 <= heat.column_count() <= MOST_COLUMNS
    values = heat._columns.values()
    np.testing.assert_allclose(values[0], 1.0)
    assert (np.diff(values[1]) > 0).all()
    assert heat._columns.steps[-1] == count - 1
    # Each column is the mean of the steps it stands for.
    assert values[1, 0] == pytest.approx(np.mean(np.arange(heat._columns.steps[0] + 1)))


def test_the_map_is_read_under_the_pointer(qtbot, shown):
    heat = KlHeatMap()
    shown(heat)
    for step in range(0, 1000, 10):
        heat.append(step, np.array([0.5, 2.0]))
    heat.refresh()
    area = heat._drawing().map
    step, dimension, kl = heat._cell_at(QPoint(area.center().x(), area.y() + 2))
    assert step == pytest.approx(500, abs=15)
    assert (dimension, kl) == (1, 2.0)
    assert heat._cell_at(QPoint(area.center().x(), area.bottom() - 2))[1:] == (0, 0.5)
    assert heat._cell_at(heat._drawing().bars.center())[0] == 990
    assert heat._cell_at(QPoint(2, 2)) is None


def test_colour_follows_the_kl(shown):
    heat = KlHeatMap()
    shown(heat)
    for step in range(200):
        heat.append(step, np.array([4.0, 0.0]))
    heat.refresh()
    area = heat._drawing().map
    bright = pixel(heat, QPoint(area.center().x(), area.y() + area.height() // 4))
    dark = pixel(heat, QPoint(area.center().x(), area.y() + 3 * area.height() // 4))
    assert dark == QColor(68, 1, 84)
    assert bright.green() > 150


def test_heat_map_truncates_clears_and_refuses_another_model(shown):
    heat = KlHeatMap()
    shown(heat)
    for step in range(10):
        heat.append(step, np.array([1.0, float(step)]))
    with pytest.raises(ValueError, match="3 dimensions after 2"):
        heat.append(11, np.zeros(3))
    with pytest.raises(ValueError, match="step 3"):
        heat.append(3, np.zeros(2))
    heat.truncate(4)
    heat.append(5, np.array([1.0, 0.0]))
    heat.refresh()
    assert heat.order() == [0, 1]
    heat.clear()
    heat.append(0, np.zeros(3))
    assert heat.column_count() == 1


# Images


def test_an_image_is_centred_with_square_pixels(shown):
    view = shown(ImageView(), 200, 220)
    image = np.zeros((32, 32), np.uint8)
    image[0, 0] = 255
    view.set_image(image)
    view.set_caption("decoded · step 12,300")
    rect = view.image_rect()
    assert rect.size() == QSize(192, 192)
    assert abs(rect.center().x() - 100) <= 1
    shot = view.grab().toImage()
    assert shot.pixelColor(rect.topLeft() + QPoint(5, 5)) == QColor("white")
    assert shot.pixelColor(rect.topLeft() + QPoint(6, 5)) == QColor("black")
    assert np.array_equal(view.image(), image)


def test_an_empty_view_says_so_and_has_no_menu(shown):
    view = shown(ImageView())
    view.set_image(np.zeros((8, 8, 3), np.uint8))
    view.set_image(None)
    assert view.image() is None
    before = view.grab().toImage()
    view.set_empty_text("Press Train to see an image")
    assert view.grab().toImage() != before
    point = view.rect().center()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point)))
    assert QApplication.activePopupWidget() is None


@NO_KEYBOARD_TO_GRAB
def test_an_image_can_be_copied_and_exported(qtbot, shown):
    view = shown(ImageView())
    view.set_image(np.full((16, 16), 77, np.uint8))
    choose_from_menu(qtbot, view, "Copy")
    copied = QApplication.clipboard().image()
    assert copied.size() == QSize(16, 16)
    assert copied.pixelColor(3, 3).red() == 77
    with qtbot.waitSignal(view.export_requested) as told:
        choose_from_menu(qtbot, view, "Export…")
    assert told.args[0].size() == QSize(16, 16)


def test_rows_show_as_many_columns_as_fit_and_tell_clicks(qtbot, shown):
    rows = shown(ImageRows(), 480, 80)
    images = np.zeros((40, 32, 32, 1), np.uint8)
    images[3] = 200
    rows.set_rows([("original", images), ("reconstruction", images[:20])])
    columns = rows.column_count()
    assert 8 <= columns < 14
    assert rows.cell_rect(0, columns - 1).right() < 480
    second = rows.cell_rect(0, 1)
    assert second.x() - rows.cell_rect(0, 0).right() - 1 == 2
    assert pixel(rows, rows.cell_rect(0, 3).center()).red() == 200
    assert pixel(rows, rows.cell_rect(0, 2).center()).red() == 0
    with qtbot.waitSignal(rows.clicked) as told:
        qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.cell_rect(1, 3).center())
    assert told.args == [(1, 3)]
    with qtbot.assertNotEmitted(rows.clicked):
        qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(4, 10))
    rows.resize(800, 80)
    assert rows.column_count() > columns
    rows.set_rows([])
    assert rows.column_count() == 0


def test_rows_of_images_of_two_sizes_are_refused(shown):
    rows = shown(ImageRows())
    with pytest.raises(ValueError, match="one size"):
        rows.set_rows([("a", np.zeros((1, 8, 8, 1), np.uint8)), ("b", np.zeros((1, 16, 16, 1), np.uint8))])


def test_a_grid_fits_tells_clicks_and_marks_a_cell(qtbot, shown):
    grid = shown(ImageGrid(), 500, 300)
    images = np.zeros((3, 9, 28, 28, 3), np.uint8)
    images[2, 8] = 255
    grid.set_grid(images, ["z00", "z01", "z02"], [f"{value:+d}" for value in range(-4, 5)])
    last = grid.cell_rect(2, 8)
    assert grid.rect().contains(last)
    assert pixel(grid, last.center()) == QColor("white")
    with qtbot.waitSignal(grid.cell_clicked) as told:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell_rect(1, 4).center())
    assert told.args == [(1, 4)]
    grid.set_highlight((1, 4))
    edge = grid.cell_rect(1, 4).topLeft() - QPoint(1, -5)
    assert pixel(grid, edge) == theme.accent(grid.palette())
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.highlight() == (2, 5)
    with qtbot.waitSignal(grid.cell_clicked) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [(2, 5)]
    grid.set_grid(images[:1, :2])
    assert grid.highlight() is None


def test_a_grid_outlines_the_cell_under_the_pointer(qtbot, shown):
    grid = shown(ImageGrid(), 500, 300)
    grid.set_grid(np.zeros((2, 2, 28, 28, 1), np.uint8))
    edge = grid.cell_rect(0, 1).topLeft() - QPoint(1, -5)
    before = pixel(grid, edge)
    qtbot.mouseMove(grid, grid.cell_rect(0, 1).center())
    qtbot.waitUntil(lambda: pixel(grid, edge) != before)
    assert pixel(grid, edge) == theme.accent(grid.palette())


def test_grid_labels_must_match(shown):
    with pytest.raises(ValueError, match="2 labels for 3"):
        ImageGrid().set_grid(np.zeros((3, 2, 8, 8, 1), np.uint8), ["a", "b"])


# Latent slider


@pytest.fixture
def slider(shown):
    slider = LatentSlider(7)
    shown(slider, 300, 32)
    return slider


def test_arrow_keys_move_a_dimension_by_a_tenth(qtbot, slider):
    handle = slider._slider
    handle.setFocus()
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert told.args == [(7, pytest.approx(0.1, abs=0.01))]
    qtbot.keyClick(handle, Qt.Key.Key_PageDown)
    assert slider.value() == pytest.approx(-0.4, abs=0.02)
    assert slider._box.lineEdit().text().startswith("−0.4")


def test_a_click_on_the_track_jumps_there(qtbot, slider):
    handle = slider._slider
    with qtbot.waitSignal(slider.value_changed):
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(handle.width() * 3 // 4, handle.height() // 2))
    assert slider.value() == pytest.approx(1.5, abs=0.15)


def test_a_value_is_shown_without_a_signal(qtbot, slider):
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(1.32)
    assert slider._box.lineEdit().text() == "+1.32"
    assert slider._slider.value() == 720
    with qtbot.waitSignal(slider.value_changed) as told:
        slider.set_value(-1.0, notify=True)
    assert told.args == [(7, -1.0)]
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(-1.0, notify=True)


def test_a_value_beyond_the_slider_can_be_typed(qtbot, slider):
    box = slider._box
    box.setFocus()
    box.selectAll()
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClicks(box, "-7.25")
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [(7, -7.25)]
    assert slider.value() == -7.25
    assert slider._slider.value() == 0
    box.selectAll()
    qtbot.keyClicks(box, "99")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert slider.value() == 20.0
    assert slider._slider.value() == slider._slider.maximum()


def test_looking_at_the_field_does_not_round_the_value(qtbot, slider):
    slider.set_value(1.23456)
    slider._box.setFocus()
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClick(slider._box, Qt.Key.Key_Return)
        slider._slider.setFocus()
    assert slider.value() == 1.23456


def test_double_click_on_the_name_and_middle_click_reset(qtbot, slider):
    slider.set_reset_value(0.5)
    slider.set_value(2.0)
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=slider._name.geometry().center())
    assert told.args == [(7, 0.5)]
    slider.set_value(2.0)
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider._name.width() + 2, 1))
    assert slider.value() == 2.0
    # Over the slider too: the wheel button is not its own.
    center = slider._slider.rect().center()
    qtbot.mouseClick(slider._slider, Qt.MouseButton.MiddleButton, pos=center)
    assert slider.value() == 0.5


def test_range_and_kl(slider):
    slider.set_reach(5)
    slider.set_value(5.0)
    assert slider._slider.value() == slider._slider.maximum()
    slider.set_kl(1.234)
    assert slider.toolTip() == "z7: KL 1.23 nats; double-click on the name resets"
    with pytest.raises(ValueError, match="cannot reach 0"):
        slider.set_reach(0)


def test_marks_of_the_posterior_are_drawn(slider):
    before = slider._slider.grab().toImage()
    slider.set_marks(1.0, 0.5)
    marked = slider._slider.grab().toImage()
    assert marked != before
    slider.set_marks(None)
    assert slider._slider.grab().toImage() == before


# The rest


def test_a_fold_button_is_toggled_with_mouse_and_keys(qtbot, shown):
    button = FoldButton("6 inactive")
    shown(button)
    with qtbot.waitSignal(button.toggled) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()


def test_a_message_offers_what_can_be_done(qtbot, shown):
    bar = MessageBar()
    shown(bar)
    bar.hide()
    called = []
    bar.show_message("error", "No disk left.", details="Traceback …", actions=[("Choose folder…", lambda: called.append(1))])
    assert bar.isVisible()
    assert bar.accessibleName() == "Error: No disk left."
    buttons = {button.text(): button for button in bar.findChildren(QPushButton) if button.isVisible()}
    qtbot.mouseClick(buttons["Choose folder…"], Qt.MouseButton.LeftButton)
    assert called == [1]
    qtbot.mouseClick(buttons["Copy details"], Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied.startswith("No disk left.\n\nTraceback …\n")
    assert "torch" in copied
    bar.show_message("info", "Saved.")
    assert not any(button.isVisible() for button in bar.findChildren(QPushButton))
    close = bar.findChild(QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_long_message_wraps_and_can_be_selected(shown):
    bar = MessageBar()
    shown(bar, 300, 60)
    bar.show_message("warning", "4 of 10 dimensions are inactive. " * 8)
    assert bar.heightForWidth(300) > bar.heightForWidth(1200)
    labels = [label for label in bar.findChildren(QLabel) if label.text()]
    assert labels[0].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_progress_moves_no_number_from_the_first_step_to_the_last(shown):
    progress = RunProgress()
    shown(progress, 600, 28)
    progress.show_progress(1, 12300, 1, 40, float("nan"), None)
    assert progress.text() == "step 1 · epoch 1/40 · – img/s · – left · ends –"
    places, hint = progress._line.slots(), progress.sizeHint()
    for values, text in (
        ((999, 12300, 9, 40, 950.0, 59.4), "step 999 · epoch 9/40 · 950 img/s · 0:59 left · ends "),
        ((12300, 20000, 14, 40, 18412.0, 42.0), "step 12,300 · epoch 14/40 · 18.4k img/s · 0:42 left · ends "),
        ((5000, 12300, 20, 40, 1840.0, 725.0), "step 5,000 · epoch 20/40 · 1.8k img/s · 12:05 left · ends "),
    ):
        progress.show_progress(*values)
        assert progress.text().startswith(text)
        assert progress._line.slots() == places
        assert progress.sizeHint() == hint
    assert progress._bar.value() == round(1000 * 5000 / 12300)
    progress.show_state("finishing step …")
    assert progress.text() == "finishing step …"
    assert progress.sizeHint() == hint
    progress.reset()
    assert progress.text() == ""
    assert not progress._bar.isVisible()
    assert progress.sizeHint() == hint


def test_progress_makes_room_once_for_a_longer_number(shown):
    progress = RunProgress()
    shown(progress, 600, 28)
    hint = progress.sizeHint()
    progress.show_progress(1_234_567, 2_000_000, 14, 40, 950.0, 90_000.0)
    assert progress.text().startswith("step 1,234,567 · epoch 14/40 · 950 img/s · 1 d 1 h left · ends ")
    wider = progress.sizeHint()
    assert wider.width() > hint.width()
    progress.show_progress(2, 2_000_000, 14, 40, 950.0, 90_000.0)
    assert progress.sizeHint() == wider


# Numbers


def test_whoever_is_told_of_a_number_and_asks_for_it_gets_the_same(qtbot, shown):
    box = shown(NumberBox(whole=True, limits=Limits(low=1, high=9)), 90, 30)
    box.set_value(2)
    told = []
    box.value_changed.connect(lambda value: told.append((value, box.value())))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.selectAll()
    qtbot.keyClicks(box, "50")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == [(3, 3), (2, 2), (5, 5), (9, 9)]
