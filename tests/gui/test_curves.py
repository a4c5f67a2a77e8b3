"""How lines of plots look, and what the run bar leaves out where it is narrow."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.plot_items import StepCurve
from latentlab.gui.widgets.run_progress import RunProgress


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_held_out_is_dashed_in_the_same_colour(qapp: QApplication, scheme: theme.Scheme) -> None:
    theme.apply_theme(qapp, scheme)
    train, held_out = Curve("a", "rate", "rate").pen(), Curve("b", "rate, held out", "rate", dashed=True).pen()
    assert train.color() == held_out.color() == theme.quantity_colour("rate")
    assert (train.style(), held_out.style()) == (Qt.PenStyle.SolidLine, Qt.PenStyle.CustomDashLine)
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("upright", [False, True])
def test_a_curve_is_one_and_a_half_pixels_wide(qapp: QApplication, upright: bool) -> None:
    del qapp
    curve = StepCurve([20.0, 20.0] if upright else [0.0, 40.0], [0.0, 40.0] if upright else [20.0, 20.0], antialias=True)
    curve.setPen(pg.mkPen("#000000", width=1))
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    curve.paint(painter, None, QWidget())
    painter.end()
    across = [image.pixelColor(k, 15).lightnessF() if upright else image.pixelColor(15, k).lightnessF() for k in range(40)]
    assert np.sum(1 - np.array(across)) == pytest.approx(1.5, abs=0.3)


def test_progress_leaves_out_the_end_and_the_epoch_first_and_the_step_never(qtbot: QtBot) -> None:
    progress = RunProgress()
    qtbot.addWidget(progress)
    progress.show()
    progress.show_progress(12300, 20000, 14, 40, 18412.0, 42.0)
    shown = []
    for width in range(progress.sizeHint().width(), progress.minimumSizeHint().width() - 1, -10):
        progress.resize(width, 28)
        progress.layout().activate()
        shown.append(tuple(progress._line._shown()))
    assert list(dict.fromkeys(shown))[:4] == [(0, 1, 2, 3, 4), (0, 1, 2, 3), (0, 2, 3), (0, 3)]
    assert all(0 in places for places in shown)


def test_the_menu_is_in_reach_in_the_smallest_window(opened: MainWindow) -> None:
    opened.run_bar.progress.show_progress(12300, 20000, 14, 40, 18412.0, 42.0)
    opened.resize(1024, 700)
    QApplication.processEvents()
    assert opened.menu.button.isVisible()
    assert opened.rect().contains(opened.menu.button.mapTo(opened, opened.menu.button.rect().bottomRight()))
