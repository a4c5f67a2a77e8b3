"""The heat map of the KL of each dimension."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from latentlab.gui.widgets.kl_columns import MOST_COLUMNS
from latentlab.gui.widgets.kl_heat_map import KlHeatMap
from tests.gui.widgets.acting import pixel


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
    # Rows that creep up, each a little on the one above it, do.
    heat.append(30, np.array([2.0, 2.2, 2.09]))
    heat.refresh()
    assert heat.order() == [1, 2, 0]


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
