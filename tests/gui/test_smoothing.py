"""Smoothing against series worked out by hand."""

import numpy as np
import pytest

from latentlab.gui.smoothing import smoothed


def test_a_series_worked_out_by_hand() -> None:
    # w = ½: sums 4, 2+2=4, 6+2=8, …; over 1, 1.5, 1.75, 1.875
    got = smoothed(np.array([4.0, 2.0, 6.0, 0.0]), 0.5)
    np.testing.assert_allclose(got, [4, 4 / 1.5, 8 / 1.75, 4 / 1.875])


def test_no_weight_changes_nothing_and_a_constant_stays() -> None:
    values = np.array([3.0, -1.0, 2.0])
    assert np.array_equal(smoothed(values, 0.0), values)
    np.testing.assert_allclose(smoothed(np.full(500, 7.0), 0.99), 7.0)


def test_what_is_no_number_is_left_out_and_stays_a_gap() -> None:
    got = smoothed(np.array([4.0, np.nan, np.inf, 2.0]), 0.5)
    assert np.isnan(got[1:3]).all()
    # The gap still ages what came before: (2 + 4/8) / (1 + 1/8).
    np.testing.assert_allclose(got[[0, 3]], [4, 2.5 / 1.125])
    assert np.isnan(smoothed(np.array([np.nan, np.nan]), 0.5)).all()
    assert smoothed(np.array([]), 0.5).size == 0


@pytest.mark.parametrize("weight", [0.1, 0.9, 0.99])
def test_a_long_series_is_that_of_the_recursion(weight: float) -> None:
    values = np.random.default_rng(0).normal(size=1000)
    above = below = 0.0
    expected = []
    for value in values:
        above, below = weight * above + value, weight * below + 1
        expected.append(above / below)
    np.testing.assert_allclose(smoothed(values, weight), expected, rtol=1e-9, atol=1e-12)
