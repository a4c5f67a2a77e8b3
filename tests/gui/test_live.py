"""The Live workspace: curves fitted to what has settled, held-out values beside them, and one step pointed at in all plots."""

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab import metrics
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import History
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.gallery import GalleryPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.optimiser import OptimiserPane
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.gui.widgets.curve_view import CurveView
from latentlab.gui.widgets.small_multiples import SmallMultiples
from latentlab.runs import Report, Run

_TIMEOUT = 60_000


@pytest.fixture
def decaying(qtbot: QtBot) -> CurvePlot:
    """A loss that falls from 1100 to 100, its last 80 % between 100 and about 118."""
    curves = [Curve("total", "total", sums=True), Curve("held_out", "held out", "total", dashed=True)]
    plot = CurvePlot("Loss", "nats", [*curves, Curve("rate", "rate", only_stacked=True)], stackable=True)
    qtbot.addWidget(plot)
    plot.resize(480, 320)
    plot.show()
    qtbot.waitExposed(plot)
    steps = np.arange(0.0, 1000.0, 10)
    plot.extend("total", steps, 100 + 1000 * np.exp(-steps / 50))
    plot.extend("held_out", [400.0, 800.0], [104.0, 101.0])
    plot.extend("rate", steps, np.full(100, 5.0))
    plot.refresh()
    return plot


def _hover(qtbot: QtBot, plot: CurvePlot, step: float) -> None:
    box = plot._plot.box
    middle = sum(box.viewRange()[1]) / 2
    place = plot._plot.mapFromScene(box.mapViewToScene(QPointF(step, middle)))
    qtbot.mouseMove(plot._plot.viewport(), place)


def _leave(plot: CurvePlot) -> None:
    QApplication.sendEvent(plot._plot.viewport(), QEvent(QEvent.Type.Leave))


def _wheel(plot: CurvePlot, step: float, times: int) -> None:
    viewport, box = plot._plot.viewport(), plot._plot.box
    point = QPointF(plot._plot.mapFromScene(box.mapViewToScene(QPointF(step, sum(box.viewRange()[1]) / 2))))
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    for _ in range(times):
        QApplication.sendEvent(viewport, QWheelEvent(point, viewport.mapToGlobal(point), QPoint(), QPoint(0, 120), *none))


def test_values_are_fitted_to_the_settled_part_and_what_is_above_is_marked(qtbot: QtBot, decaying: CurvePlot) -> None:
    view = decaying._plot
    low, high = view.box.viewRange()[1]
    assert 98 < low < 100
    assert 118 < high < 122  # 100 + 1000·exp(−200/50) is 118.3
    xs, ys = view.markers.beyond.getData()
    last_above = 50 * math.log(1000 / (high - 100))
    assert xs.size >= 2
    assert xs.max() <= last_above
    assert (xs[1:] % 10 == 0).all()  # upon steps; the first keeps off the edge of the plot
    assert (ys < high).all()
    assert (ys > high - 0.1 * (high - low)).all()
    assert set(view.markers.beyond.data["symbol"]) == {"t1"}
    _wheel(decaying, 20, 20)
    qtbot.waitUntil(lambda: view.box.viewRange()[1][0] > 500)
    assert "t1" not in view.markers.beyond.data["symbol"]  # now it is in sight


def test_held_out_values_are_dashed_in_the_colour_of_the_others(qtbot: QtBot, decaying: CurvePlot) -> None:
    for scheme in ("light", "dark"):
        theme.apply_theme(QApplication.instance(), scheme)
        qtbot.waitUntil(lambda: decaying._plot.lines["total"].opts["pen"].color() == theme.quantity_colour("total"))
        train, held_out = (decaying._plot.lines[key].opts["pen"] for key in ("total", "held_out"))
        assert held_out.color() == train.color()
        assert held_out.style() == Qt.PenStyle.CustomDashLine
        assert train.style() == Qt.PenStyle.SolidLine
        assert decaying._plot.backgroundBrush().color() == decaying.palette().base().color()
    theme.apply_theme(QApplication.instance(), "light")


def test_the_best_point_is_marked_and_read(qtbot: QtBot, decaying: CurvePlot) -> None:
    decaying.set_best("held_out", 800)
    decaying.refresh()
    (x,), (y,) = decaying._plot.markers.best.getData()
    assert (x, y) == (800, 101)
    _hover(qtbot, decaying, 800)
    qtbot.waitUntil(lambda: decaying._header.readout.text() == "best checkpoint · step 800")
    decaying.set_best("held_out", None)
    decaying.refresh()
    assert not decaying._plot.markers.best.getData()[0].size


def test_a_single_value_is_a_dot(qtbot: QtBot, decaying: CurvePlot) -> None:
    decaying.truncate(500)
    decaying.refresh()
    assert [(dot.pos().x(), dot.pos().y()) for dot in decaying._plot.markers.dots.points()] == [(400.0, 104.0)]


def test_terms_of_another_size_show_in_a_stack_alone(qtbot: QtBot, decaying: CurvePlot) -> None:
    entries = decaying._legend.entries
    assert not decaying._plot.lines["rate"].isVisible()
    assert entries["rate"].isHidden()
    next(action for action in decaying.build_menu().actions() if action.text() == "Stacked").trigger()
    qtbot.waitUntil(decaying._plot.bands["rate"].isVisible)
    assert not entries["rate"].isHidden()
    assert entries["held_out"].isHidden()
    assert not decaying._plot.lines["held_out"].isVisible()


def test_a_plot_that_no_longer_follows_says_so_and_follows_again(qtbot: QtBot, decaying: CurvePlot) -> None:
    follow = decaying._header.follow
    assert follow.isHidden()
    height = decaying._header.height()
    _wheel(decaying, 500, 4)
    qtbot.waitUntil(follow.isVisible)
    assert decaying._header.height() == height
    sight = decaying._plot.box.viewRange()[0]
    decaying.extend("total", [1500.0], [100.0])
    decaying.refresh()
    assert decaying._plot.box.viewRange()[0] == pytest.approx(sight)
    qtbot.mouseClick(follow, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(follow.isHidden)
    assert decaying._plot.box.viewRange()[0] == pytest.approx([0, 1500], abs=50)  # and some pixels beside them


def test_moving_the_crosshair_draws_no_curve_again(qtbot: QtBot, decaying: CurvePlot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    backdrop = CurveView._backdrop
    monkeypatch.setattr(CurveView, "_backdrop", lambda self: (drawn.append(self), backdrop(self))[1])
    decaying.show_step(100)
    decaying._plot.viewport().repaint()
    assert len(drawn) == 1  # into the picture that is kept
    before = decaying.grab().toImage()
    for step in range(110, 300, 10):
        decaying.show_step(step)
        decaying._plot.viewport().repaint()
    assert len(drawn) == 1
    assert decaying.grab().toImage() != before
    decaying.extend("total", [1000.0], [100.0])
    decaying.refresh()
    QApplication.processEvents()
    decaying._plot.viewport().repaint()
    assert len(drawn) == 2  # something new shows also while a step is pointed at


def test_small_plots_stand_in_as_many_columns_as_fit(qtbot: QtBot) -> None:
    plots = [CurvePlot(str(number), "", [Curve("a", "a")], small=True) for number in range(4)]
    holder = SmallMultiples(plots)
    qtbot.addWidget(holder)
    for width, columns in ((1000, 4), (650, 2), (420, 2), (820, 4)):
        holder.resize(width, 300)
        holder.show()
        qtbot.waitUntil(lambda columns=columns: len({plot.x() for plot in plots}) == columns)


# In the window


def test_one_step_is_pointed_at_in_all_plots_and_in_the_gallery(qtbot: QtBot, opened: MainWindow, tiny_run: Path) -> None:
    opened.show_workspace("live")
    loss, terms, heat_map = opened.pane(LossPane).plot, opened.pane(DivergencePane).plots, opened.pane(DimensionsPane).heat_map
    gallery = opened.pane(GalleryPane)
    qtbot.waitUntil(lambda: loss._plot.lines["total"].isVisible() and bool(gallery.about.text()), timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: not any(plot._dirty for plot in (loss, *terms, heat_map)), timeout=_TIMEOUT)
    steps = [checkpoint.step for checkpoint in Run(tiny_run).checkpoints()]
    qtbot.waitUntil(lambda: opened.session.runs.checkpoints == tuple(steps), timeout=_TIMEOUT)
    earliest, newest = steps[0], steps[-1]
    assert earliest < newest
    assert gallery.about.text() == f"held-out images · model of step {newest:,}"
    _hover(qtbot, loss, earliest)
    qtbot.waitUntil(lambda: all(plot._plot.cross == earliest for plot in (loss, *terms)), timeout=_TIMEOUT)
    assert heat_map._step == earliest
    assert terms[0]._header.readout.text() == f"step {earliest}"
    qtbot.waitUntil(lambda: gallery.about.text() == f"held-out images · model of step {earliest:,}", timeout=_TIMEOUT)
    assert opened.session.views.shown_step == newest  # everything else goes on looking at the newest
    shown = gallery._past
    assert shown is not None
    assert not np.array_equal(shown.reconstructions, opened.session.views.gallery.reconstructions)
    assert np.array_equal(shown.originals, opened.session.views.gallery.originals)
    _leave(loss)
    qtbot.waitUntil(lambda: gallery.about.text() == f"held-out images · model of step {newest:,}", timeout=_TIMEOUT)
    assert all(plot._plot.cross is None for plot in (loss, *terms))
    assert heat_map._step is None
    # And the other way round; a step without a model says whose pictures these are.
    around = heat_map._drawing().map
    qtbot.mouseMove(heat_map, around.center())
    qtbot.mouseMove(heat_map, QPoint(around.left(), around.center().y()))
    first = heat_map._columns.steps[0]
    qtbot.waitUntil(lambda: loss._plot.cross == first, timeout=_TIMEOUT)
    qtbot.waitUntil(
        lambda: gallery.about.text().endswith(f"step {earliest:,}, the nearest kept to {first:,.0f}"), timeout=_TIMEOUT
    )


def test_the_best_checkpoint_is_that_of_the_least_validation_loss(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("live")
    pane = opened.pane(LossPane)
    qtbot.waitUntil(lambda: len(pane.plot._data.series["validation"]) > 0, timeout=_TIMEOUT)
    last = opened.session.run.last_report.step
    for step, bound in ((last + 10, -5.0), (last + 20, -4.0), (last + 30, -6.0)):
        report = Report(step, 1.0, 1.0, 1.0, {metrics.TOTAL: 5.5, metrics.VALIDATION_BOUND: bound})
        opened.session.run.record(History([report], []))
    assert pane.plot._best == ("validation", last + 20)
    assert pane.plot._data.newest("validation", last + 20) == (last + 20, 4.0)
    opened.session.run.record(History(back_to=last + 10))
    assert pane.plot._best == ("validation", last + 10)


def test_beside_validation_images_stands_the_loss_of_x_where_more_is_optimised(
    qtbot: QtBot, window: MainWindow, other_run: Path
) -> None:
    window.session.runs.open(other_run)
    qtbot.waitUntil(lambda: "of_x" in window.pane(LossPane).plot.curve_keys(), timeout=_TIMEOUT)
    plot = window.pane(LossPane).plot
    qtbot.waitUntil(lambda: len(plot._data.series["of_x"]) > 0, timeout=_TIMEOUT)
    report = next(report for report in Run(other_run).reports() if metrics.TOTAL in report.values)
    of_x = report.values[metrics.weighted("distortion")] + report.values[metrics.weighted("rate")]
    assert plot._data.newest("of_x", report.step) == (report.step, pytest.approx(of_x, rel=1e-12))
    assert of_x < report.values[metrics.TOTAL]
    assert not plot.is_visible_curve("total")
    plot.set_curve_visible("total", True)
    plot.refresh()
    assert plot._plot.lines["total"].isVisible()


def test_of_few_points_none_is_out_of_sight(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss", "nats", [Curve("total", "total")])
    qtbot.addWidget(plot)
    plot.resize(480, 320)
    plot.show()
    plot.extend("total", [100.0, 200.0], [5000.0, 7700.0])
    plot.refresh()
    low, high = plot._plot.box.viewRange()[1]
    assert 4500 < low < 5000
    assert 7700 < high < 8200


def test_few_held_out_values_are_dots_and_many_training_ones_a_line(decaying: CurvePlot) -> None:
    dots = decaying._plot.markers.dots.points()
    assert sorted((dot.pos().x(), dot.pos().y()) for dot in dots) == [(400.0, 104.0), (800.0, 101.0)]


def test_the_legend_says_of_which_step_a_value_is_that_is_older_than_the_others(decaying: CurvePlot) -> None:
    entries = decaying._legend.entries
    assert entries["total"].accessibleDescription() == "100.0"
    assert entries["held_out"].accessibleDescription() == "101.0 at 800"
    decaying.show_step(400.0)
    assert entries["held_out"].accessibleDescription() == "104.0"


def test_the_bars_are_the_kl_of_the_sliders_and_say_so(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("live")
    heat_map = opened.pane(DimensionsPane).heat_map
    qtbot.waitUntil(lambda: heat_map._held_out is not None and bool(heat_map.order()), timeout=_TIMEOUT)
    held_out = opened.session.views.gallery.kl_per_dim
    bars = heat_map._drawing().bars
    height = bars.height() / len(heat_map.order())
    for row, dimension in enumerate(heat_map.order()):
        there = QPoint(bars.center().x(), int(bars.y() + (row + 0.5) * height))
        assert heat_map._cell_at(there)[1:] == (dimension, pytest.approx(held_out[dimension]))
    qtbot.mouseMove(heat_map, QPoint(bars.center().x(), bars.y() + 3))
    qtbot.waitUntil(lambda: heat_map._texts()[0].endswith("nats, held out"))
    qtbot.mouseMove(heat_map, heat_map._drawing().map.center())
    qtbot.waitUntil(lambda: heat_map._texts()[0].endswith("nats, train"))


def test_no_alarm_in_the_first_steps(qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    note, views = opened.status_line.collapse_note, opened.session.views
    qtbot.waitUntil(lambda: views.gallery is not None, timeout=_TIMEOUT)
    settled = opened.session.run.subject.config.settled_from
    for step, told in ((settled - 1, False), (settled, True)):
        gallery = views.gallery
        object.__setattr__(gallery, "step", step)
        gallery.active[:] = False
        views.gallery_changed.emit(gallery)
        assert note.isVisibleTo(opened) is told
        assert (opened.pane(DimensionsPane).heat_map._active is not None) is told


def test_learning_rate_and_gradient_norm_are_a_tab_away(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("live")
    pane = opened.pane(OptimiserPane)
    qtbot.waitUntil(lambda: len(pane.plots[1]._data.series[metrics.LEARNING_RATE]) > 0, timeout=_TIMEOUT)
    assert not pane.isVisible()
    assert opened.pane(DivergencePane).isVisible()
    rate = opened.session.run.subject.config.train.learning_rate
    assert pane.plots[1]._data.newest(metrics.LEARNING_RATE, None)[1] == rate
    opened.docks.raise_pane("optimiser")
    qtbot.waitUntil(lambda: pane.plots[0]._plot.lines[metrics.GRADIENT_NORM].isVisible() and pane.isVisible())
