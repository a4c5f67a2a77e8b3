"""A map as a figure shows what is in sight, and nothing of the window changes."""

from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QPointF

from latentlab.explore.map_legend import Legend
from latentlab.gui.widgets.plane_view import PlaneView


def test_a_figure_shows_what_is_in_sight_with_both_axes_alike_and_leaves_it_there(qtbot, shown):
    view = shown(PlaneView(), 700, 320)
    view.explain("4 images", ("z0", "z1"), None)
    view.set_points(np.array([(-4, -4), (4, 4), (0, 0), (1, -1)], np.float32), np.zeros((4, 3), np.uint8))
    view.fit()
    view.printed = np.full((4, 3), 255, np.uint8), Legend("Label", (("printed", (1, 2, 3), 4),))
    view.picture()  # is painted, and so fitted
    view._frame.zoom(QPointF(view.area.center()), 0.25)
    seen, size = view._frame.extent, view.size()
    held = []
    settle = view._settle
    view._settle = lambda: (settle(), held.append((view._frame.extent, view._frame.aspect)))
    drawing = ElementTree.fromstring(view.figure(".svg", 85))
    assert (view._frame.extent, view.size()) == (seen, size)
    assert drawing.get("width") == "85mm"
    texts = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert {"4 images", "z0", "z1", "printed · 4"} <= texts
    assert view.legend is None
    assert not view._points.colours.any()
    (left, right, bottom, top), aspect = held[0]
    assert abs((right - left) / (top - bottom) - aspect) < 1e-9
    assert left <= seen[0] + 1e-9
    assert right >= seen[1] - 1e-9
    assert top - bottom < 8  # not all of the points
