"""Sorted bars of the latent dimensions against what counts as active."""

import math

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from latentlab.gui.widgets.unit_plots import UnitPlots, Units

_VARIANCES = Units("Variance", (0.02, 1.0, 0.0, 0.005), 0.01)
_KL = Units("KL", (0.3, 2.0, 0.0, 0.05), 0.1)


def _shown(qtbot: QtBot) -> UnitPlots:
    plots = UnitPlots()
    qtbot.addWidget(plots)
    plots.resize(400, 420)
    plots.set_units([_VARIANCES, _KL], "The count is arbitrary.")
    plots.show()
    return plots


def test_dimensions_are_sorted_and_counted_against_their_threshold() -> None:
    assert _VARIANCES.order == [1, 0, 3, 2]
    assert (_VARIANCES.active, _KL.active) == (2, 2)
    assert _VARIANCES.decades() == (-3, 1)
    assert Units("all the same", (0.0, 0.0), 0.01).decades() == (-3, -1)
    low, high = Units("wide", (1e-30, 5.0), 0.01).decades()
    assert (low, high) == (-4, 1)


def test_bars_stand_at_their_logarithms_and_the_threshold_between_them(qtbot: QtBot) -> None:
    plots = _shown(qtbot)
    tops = [plots.bar(0, place).top() for place in range(4)]
    assert tops == sorted(tops)
    threshold = plots.height_of(0, 0.01)
    assert tops[1] < threshold < tops[2]
    decade = plots.height_of(0, 0.1) - plots.height_of(0, 1.0)
    assert math.isclose(threshold - tops[1], decade * math.log10(2), rel_tol=1e-6)
    assert plots.bar(1, 3).bottom() > plots.bar(1, 0).top() > plots.bar(0, 3).bottom()  # one under the other
    assert plots.bar(0, 3).height() > 0
    assert not plots.grab().toImage().isNull()


def test_pointing_at_a_bar_tells_its_dimension(qtbot: QtBot) -> None:
    plots = _shown(qtbot)
    assert plots._readout(0) == "2 of 4 above 0.01"
    place = plots.bar(0, 1).center().toPoint()
    qtbot.mouseMove(plots, QPoint(place.x(), place.y()))
    qtbot.waitUntil(lambda: plots._readout(0) == "z0 · 0.020")
    assert plots._readout(1) == "2 of 4 above 0.1"


def test_nothing_measured_is_said(qtbot: QtBot) -> None:
    plots = _shown(qtbot)
    plots.set_units(())
    assert not plots.grab().toImage().isNull()
