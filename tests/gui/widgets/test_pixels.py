"""Numbers as text, and arrays as what Qt paints."""

import numpy as np
import pytest
from PySide6.QtCore import QSize

from latentlab.gui.widgets import figures, pixels


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
