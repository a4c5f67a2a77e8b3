"""The order of rows that are sorted by KL while KL changes."""

import numpy as np

from latentlab.explore.requests.traversal import MOST_ROWS
from latentlab.gui.models.row_order import RowOrder


def _take(order: RowOrder, *kl: float, threshold: float = 0.1) -> None:
    array = np.array(kl, np.float32)
    order.take(tuple(np.argsort(-array, kind="stable").tolist()), int((array > threshold).sum()))


def test_rows_stay_where_they_are_until_they_are_sorted() -> None:
    order = RowOrder(4)
    _take(order, 1.0, 3.0, 0.0, 2.0)
    assert order.rows() == (1, 3, 0)
    assert not order.is_out_of_date
    _take(order, 4.0, 3.0, 0.0, 2.0)
    assert order.rows() == (1, 3, 0)
    assert order.is_out_of_date
    order.sort()
    assert order.rows() == (0, 1, 3)
    assert not order.is_out_of_date


def test_a_dimension_that_becomes_active_follows_the_others_and_one_that_falls_asleep_stays() -> None:
    order = RowOrder(4)
    _take(order, 1.0, 3.0, 0.0, 2.0)
    _take(order, 0.0, 3.0, 5.0, 2.0)
    assert order.rows() == (1, 3, 0, 2)
    order.sort()
    assert order.rows() == (2, 1, 3)


def test_before_any_dimension_is_active_there_are_rows_and_then_those_that_are() -> None:
    order = RowOrder(3)
    assert order.rows() == (0, 1, 2)
    _take(order, 0.01, 0.03, 0.02)
    assert order.rows() == (1, 2, 0)
    _take(order, 0.03, 0.01, 0.02)
    assert order.rows() == (1, 2, 0)
    _take(order, 0.5, 0.01, 0.9)
    assert order.rows() == (2, 0)


def test_all_rows_or_sixteen() -> None:
    order, kl = RowOrder(40), np.linspace(4, 1, 40)
    _take(order, *kl)
    assert order.rows() == tuple(range(MOST_ROWS))
    order.shows_all = True
    assert order.rows() == tuple(range(40))
    _take(order, *kl[::-1])
    assert order.rows() == tuple(range(40))
    assert order.is_out_of_date
    assert order.pair() == (0, 1)
    order.shows_all = False
    order.sort()
    assert order.rows() == tuple(range(39, 39 - MOST_ROWS, -1))


def test_a_plane_has_two_dimensions_though_one_is_active() -> None:
    order = RowOrder(3)
    _take(order, 0.0, 1.0, 0.05)
    assert order.rows() == (1,)
    assert order.pair() == (1, 2)
