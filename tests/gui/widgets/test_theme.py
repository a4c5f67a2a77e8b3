"""Themes: their palettes, icons and contrasts."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPushButton, QToolButton

from latentlab.gui import theme


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
