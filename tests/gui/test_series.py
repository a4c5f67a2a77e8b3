"""The curve that is drawn from blocks shows what all points would show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from latentlab.gui.series import SeriesPyramid


def series_of(ys, *, start=0.0):
    series = SeriesPyramid()
    series.extend(start + np.arange(len(ys), dtype=float), ys)
    return series


def test_few_points_are_drawn_as_they_are():
    series = series_of([3.0, 1.0, 2.0])
    xs, ys = series.view(0, 2, 100)
    assert xs.tolist() == [0.0, 1.0, 2.0]
    assert ys.tolist() == [3.0, 1.0, 2.0]


def test_one_spike_in_a_hundred_thousand_points_survives_any_zoom():
    values = np.zeros(100_000)
    values[43_211], values[71_003] = 9.0, -7.0
    series = series_of(values)
    for pixels in (10, 333, 1000):
        xs, ys = series.view(0, 100_000, pixels)
        assert ys.max() == 9.0
        assert ys.min() == -7.0
        assert xs.size <= 2 * pixels + 3
        # Within a block's width of where it happened.
        assert abs(xs[ys.argmax()] - 43_211) <= 2 * 100_000 / pixels


def test_a_view_reaches_one_point_beyond_either_side():
    series = series_of(np.arange(100.0))
    xs, _ = series.view(10.5, 20.5, 1000)
    assert (xs[0], xs[-1]) == (10.0, 21.0)


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=1, max_size=300),
    st.integers(1, 40),
    st.lists(st.integers(1, 50), max_size=5),
)
def test_extremes_of_a_whole_view_are_those_of_all_points(values, pixels, cuts):
    series = SeriesPyramid()
    # In pieces of any size: blocks are completed across the borders of the pieces.
    places = sorted({min(cut, len(values)) for cut in np.cumsum(cuts)} | {len(values)}) if cuts else [len(values)]
    begin = 0
    for end in places:
        series.extend(np.arange(begin, end, dtype=float), values[begin:end])
        begin = end
    xs, ys = series.view(-1, len(values), pixels)
    known = [value for value in values if not np.isnan(value)]
    assert (np.diff(xs) >= 0).all()
    if known:
        assert np.nanmin(ys) == min(known)
        assert np.nanmax(ys) == max(known)
    else:
        assert np.isnan(ys).all()
    assert xs[-1] == len(values) - 1 or np.isnan(values[-1])


def test_appending_one_by_one_equals_extending_at_once():
    values = np.random.default_rng(0).normal(size=1000)
    one_by_one = SeriesPyramid()
    for x, y in enumerate(values):
        one_by_one.append(x, y)
    at_once = series_of(values)
    for pixels in (7, 50, 400):
        for a, b in zip(one_by_one.view(100, 900, pixels), at_once.view(100, 900, pixels), strict=True):
            assert np.array_equal(a, b)


def test_rise_and_fall_keep_their_order():
    rising = series_of(np.arange(64.0)).view(0, 63, 8)[1]
    falling = series_of(-np.arange(64.0)).view(0, 63, 8)[1]
    assert (np.diff(rising) >= 0).all()
    assert (np.diff(falling) <= 0).all()


def test_means_of_series_with_the_same_steps_add_up():
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=5000), rng.normal(size=5000)
    xs_a, mean_a = series_of(a).view_mean(0, 5000, 100)
    xs_sum, mean_sum = series_of(a + b).view_mean(0, 5000, 100)
    _, mean_b = series_of(b).view_mean(0, 5000, 100)
    assert np.array_equal(xs_a, xs_sum)
    assert xs_a.size <= 101
    np.testing.assert_allclose(mean_a + mean_b, mean_sum, atol=1e-12)
    assert mean_a[:-1].mean() == pytest.approx(a[: (mean_a.size - 1) * 64].mean(), abs=1e-9)


def test_not_finite_values_are_gaps_and_not_extremes():
    series = series_of([1.0, np.inf, 2.0, np.nan, -np.inf, 3.0])
    _, ys = series.view(0, 5, 100)
    assert np.isnan(ys).tolist() == [False, True, False, True, True, False]
    long = series_of(np.r_[np.ones(500), np.full(500, np.nan), np.ones(500)])
    xs, ys = long.view(0, 1500, 50)
    gap = xs[np.isnan(ys)]
    assert gap.size
    assert gap.min() >= 480
    assert gap.max() <= 1020
    assert np.nanmax(ys) == 1.0


def test_truncate_drops_what_came_later_and_new_points_follow():
    series = series_of(np.r_[np.zeros(700), np.full(300, 5.0)])
    series.truncate(699)
    assert len(series) == 700
    assert series.bounds() == (0.0, 699.0)
    assert series.view(0, 2000, 20)[1].max() == 0.0
    series.extend(np.arange(700.0, 1000.0), np.full(300, -1.0))
    ys = series.view(0, 2000, 20)[1]
    assert (ys.min(), ys.max()) == (-1.0, 0.0)


def test_nearest():
    series = SeriesPyramid()
    assert np.isnan(series.nearest(3.0)).all()
    series.extend([0.0, 20.0, 40.0], [1.0, 2.0, 3.0])
    assert series.nearest(-100) == (0.0, 1.0)
    assert series.nearest(29) == (20.0, 2.0)
    assert series.nearest(31) == (40.0, 3.0)
    assert series.nearest(np.inf) == (40.0, 3.0)


def test_clear_starts_anew():
    series = series_of(np.ones(1000))
    series.clear()
    assert len(series) == 0
    assert np.isnan(series.bounds()).all()
    series.append(3.0, 4.0)
    assert series.view(0, 10, 10)[1].tolist() == [4.0]


@pytest.mark.parametrize("xs", [[5.0], [11.0, 10.5], [np.nan]])
def test_steps_that_go_back_are_refused(xs):
    series = series_of([1.0], start=10.0)
    with pytest.raises(ValueError, match="must not decrease"):
        series.extend(xs, np.zeros(len(xs)))
    assert len(series) == 1


def test_lengths_must_match():
    with pytest.raises(ValueError, match="2 x values but 1 y"):
        SeriesPyramid().extend([1.0, 2.0], [1.0])
