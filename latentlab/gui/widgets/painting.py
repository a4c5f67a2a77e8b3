"""Painting a widget with all in it on what may scale and keeps no pixels: a PDF, or an SVG."""

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget


def paint_tree(painter: QPainter, widget: QWidget) -> None:
    """Paint a widget where the painter is, part by part: rendered at once, an SVG's clipping would lie beside its lines."""
    if isinstance(widget, QGraphicsView):
        _paint_scene(painter, widget)
        return
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag(0))
    for part in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if part.isVisibleTo(widget) and not part.isWindow():
            painter.save()
            painter.translate(part.pos())
            paint_tree(painter, part)
            painter.restore()


def _paint_scene(painter: QPainter, view: QGraphicsView) -> None:
    seen = view.viewport().rect()
    marks = [item for item in view.scene().items() if isinstance(item, pg.ScatterPlotItem)]
    for mark in marks:  # as shapes, not as parts of a picture of all shapes, which an SVG does not know
        mark.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
    view.render(painter, QRectF(seen), seen)
    for mark in marks:
        mark.setExportMode(False)
