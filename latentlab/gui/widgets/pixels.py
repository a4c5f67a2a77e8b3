"""From arrays to what Qt paints: conversion, the rule for scaling, copying and exporting."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme

# Below this side an image shows its pixels as squares; from here on it is smoothed.
SMOOTH_FROM = 64

GUTTER = 2

Bytes = NDArray[np.uint8]


def to_qimage(image: NDArray[Any]) -> QImage:
    """Copy an image (H, W), (H, W, 1) or (H, W, 3) of uint8 into a QImage.

    Raises:
        ValueError: it has another shape or type.
    """
    if image.dtype != np.uint8:
        raise ValueError(f"an image must be uint8, not {image.dtype}")
    if image.ndim == 3 and image.shape[2] == 1:
        image = image[:, :, 0]
    grey = image.ndim == 2
    if not grey and (image.ndim != 3 or image.shape[2] != 3):
        raise ValueError(f"an image must be (H, W), (H, W, 1) or (H, W, 3), not {image.shape}")
    pixels = np.ascontiguousarray(image)
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    # The QImage refers to the array's memory until it is copied; rows are not padded to four bytes, hence bytesPerLine.
    return QImage(pixels.data, width, height, pixels.strides[0], kind).copy()


_ENOUGH = 0.7
"""Share of the possible size at which a whole multiple is taken."""


def is_smooth(width: int, height: int) -> bool:
    """Whether an image of this size is smoothed when it is scaled."""
    return min(width, height) >= SMOOTH_FROM


def fitted(width: int, height: int, available: QSize, ratio: float = 1.0) -> QSize:
    """The largest size within `available` that keeps the shape; whole multiples of the pixels where they show, or half ones
    where a whole one would leave too much of the room empty."""
    if width <= 0 or height <= 0 or available.width() <= 0 or available.height() <= 0:
        return QSize(0, 0)
    scale = min(available.width() / width, available.height() / height)
    if not is_smooth(width, height) and scale * ratio >= 1:
        whole, half = int(scale * ratio) / ratio, int(2 * scale * ratio) / (2 * ratio)
        scale = whole if whole >= _ENOUGH * scale else half
    return QSize(max(round(width * scale), 1), max(round(height * scale), 1))


def filling(width: int, height: int, available: QSize) -> QSize:
    """The largest size within `available` that keeps the shape, whole multiple or not: for thumbnails."""
    return QSize(max(width, 1), max(height, 1)).scaled(available, Qt.AspectRatioMode.KeepAspectRatio)


def centred(size: QSize, area: QRect) -> QRect:
    """A rectangle of this size in the middle of an area."""
    return QRect(
        area.x() + (area.width() - size.width()) // 2,
        area.y() + (area.height() - size.height()) // 2,
        size.width(),
        size.height(),
    )


def paint_image(painter: QPainter, target: QRect, image: QImage, palette: QPalette, *, smooth: bool | None = None) -> None:
    """Draw an image, smoothed by the rule unless `smooth` says whether; with a hairline around it in the dark theme, where
    black images would have no edge."""
    smooth = is_smooth(image.width(), image.height()) if smooth is None else smooth
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    ratio = painter.device().devicePixelRatio()
    wanted = QSize(round(target.width() * ratio), round(target.height() * ratio))
    if smooth and wanted.width() < image.width():
        # Bilinear sampling skips pixels when it shrinks a lot; this averages them.
        image = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(target, image)
    if theme.is_dark(palette):
        outline(painter, target, theme.border(palette))


def outline(painter: QPainter, rect: QRect, colour: QColor, width: int = 1) -> None:
    """Draw a frame just outside a rectangle."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = (width + 1) // 2
    painter.drawRect(rect.adjusted(-reach, -reach, reach - 1, reach - 1))


def paint_empty(painter: QPainter, area: QRect, text: str, palette: QPalette) -> None:
    """Write what will be seen here once there is something, in the middle of an area."""
    painter.setFont(theme.caption_font())
    painter.setPen(theme.muted(palette))
    inner = area.adjusted(theme.SPACING.SMALL, 0, -theme.SPACING.SMALL, 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)


def picture_of(widget: QWidget, ratio: float = 2.0) -> QImage:
    """The widget as an image, at twice its size on the screen so that it prints well."""
    picture = _sheet(widget.size(), widget.palette(), ratio)
    widget.render(picture)
    return picture


def picture_by(paint: Callable[[QPainter], None], size: QSize, palette: QPalette, ratio: float = 2.0) -> QImage:
    """What is painted on a ground of a size, as an image like `picture_of` gives."""
    picture = _sheet(size, palette, ratio)
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return picture


def _sheet(size: QSize, palette: QPalette, ratio: float) -> QImage:
    sheet = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(palette.color(QPalette.ColorRole.Base))
    return sheet
