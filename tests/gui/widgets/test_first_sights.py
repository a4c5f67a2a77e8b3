"""What a pane's widgets show before anything is measured, and where there is more room than they need."""

import numpy as np
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from latentlab.catalog import MEASURES
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.caution_line import CautionLine
from latentlab.gui.widgets.evaluation_tree import EvaluationTree
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.low_grid import LowGrid
from latentlab.gui.widgets.parameter_slider import ParameterSlider
from latentlab.gui.widgets.slim_bar import SlimBar


def test_before_an_evaluation_its_numbers_are_listed_with_what_they_are(shown):
    tree = EvaluationTree()
    shown(tree, 600, 400)
    tree.show_measures({"ais_temperatures": 0, "attributes": False, "factors": False})
    rows = {title: (number, meaning) for title, number, meaning in tree.lines()}
    assert rows["NLL ≤ [nats]"] == ("–", MEASURES["nll"].summary)
    assert not any("standard error" in title for title in rows)
    assert not any("MIG" in title or "AUC" in title or "AIS" in title for title in rows)
    assert any("probe" in title for title in rows)
    tree.show_measures({"ais_temperatures": 0, "attributes": False, "factors": False}, {"probe_accuracy"})
    assert not any("probe" in title for title, *_ in tree.lines())
    tree.show_measures({"ais_temperatures": 0, "attributes": ("x",), "factors": True})
    assert any("MIG" in title for title, *_ in tree.lines())


def test_a_note_has_as_many_lines_as_it_needs(shown):
    tree = EvaluationTree()
    shown(tree, 400, 400)
    tree.show_measures({"ais_temperatures": 0, "attributes": False, "factors": False})
    line, tall = tree.fontMetrics().height(), []
    for width in (400, 1000):
        tree.resize(width, 400)
        tree.doItemsLayout()
        tall.append(tree.visualItemRect(tree.topLevelItem(0).child(0)).height())
    assert tall[0] >= 3 * line > tall[1]


def test_a_low_grid_leaves_the_room_that_its_images_cannot_use(shown):
    holder, grid, below = QWidget(), LowGrid(), QLabel("below")
    column = QVBoxLayout(holder)
    column.addWidget(grid, 1000)
    column.addWidget(below)
    column.addStretch(1)
    shown(holder, 500, 600)
    images = np.zeros((2, 9, 64, 64, 1), np.uint8)
    grid.set_grid(images, ("a", "b"), tuple("123456789"))
    plain = ImageGrid()
    shown(plain, grid.width(), 600)
    plain.set_grid(images, ("a", "b"), tuple("123456789"))
    for width in (500, 900):
        holder.resize(width, 600)
        column.activate()
        plain.resize(grid.width(), 600)
        assert grid.cell_rect(1, 8).size() == plain.cell_rect(1, 8).size()  # as large as without the limit
        assert below.y() < grid.cell_rect(1, 0).bottom() + 60
    grid.set_grid(None)
    column.activate()
    assert grid.height() > 400


def test_an_idle_bar_is_not_seen_and_keeps_its_room(shown):
    bar = SlimBar("Progress")
    shown(bar)
    bar.set_share(0)
    assert not bar.isVisible()
    assert bar.sizePolicy().retainSizeWhenHidden()
    bar.set_share(0.3)
    assert bar.isVisible()


def test_a_caution_is_seen_with_its_sentence_alone(shown):
    line = CautionLine()
    shown(line)
    line.say("warning", "Their numbers cannot be compared.")
    assert line.isVisible()
    assert line.accessibleName() == line.text() == "Their numbers cannot be compared."
    line.say("info", "")
    assert not line.isVisible()


def test_a_parameter_says_its_unit():
    texts = []
    for unit, value, step in (("°", 13, 1.0), (" %", 0.05, 0.01), (" px", -2, 1.0), ("", 0.9, 0.05)):
        slider = ParameterSlider("t", -20.0, 20.0, 0.0, step, "", unit)
        slider.set_value(value)
        texts.append(slider._value.text())
    assert texts == ["13°", "5 %", "−2 px", "0.90"]


def test_what_flows_stands_in_the_middle_of_its_line(shown):
    holder = QWidget()
    flow = FlowLayout(holder)
    low, high = QWidget(), QWidget()
    low.setFixedSize(40, 10)
    high.setFixedSize(40, 30)
    flow.addWidget(low)
    flow.addWidget(high)
    shown(holder, 200, 60)
    assert low.geometry().center().y() == high.geometry().center().y()


def test_what_is_not_known_is_a_dash_with_and_without_a_sign():
    assert (figures.signed(-0.41), figures.signed(float("nan")), figures.fixed(float("nan"))) == ("−0.41", "–", "–")
