"""Measures of disentanglement against representations whose values are known: aligned, doubled, rotated, independent."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from latentlab.evaluation.disentanglement import (
    dci,
    factor_vae_score,
    measure_disentanglement,
    mutual_information_gap,
    tree_importance,
)

SIZES = (3, 4, 8, 10)
# All combinations: the factors are exactly independent.
FACTORS = np.array(list(itertools.product(*map(range, SIZES))))
_Codes = NDArray[np.float64]


def _aligned() -> _Codes:
    """Dimension d is factor d, one goes down, and two more are noise."""
    noise = np.random.default_rng(0).standard_normal((len(FACTORS), 2))
    return np.hstack([FACTORS * np.array([1.0, -2.0, 0.5, 1.0]), 0.001 * noise])


def _independent() -> _Codes:
    return np.random.default_rng(0).standard_normal((len(FACTORS), 6))


def _measured(codes: _Codes) -> dict[str, float]:
    order = np.random.default_rng(1).permutation(len(codes))
    fitted, held_out = order[:700], order[700:]
    values = measure_disentanglement((codes[fitted], FACTORS[fitted]), (codes[held_out], FACTORS[held_out]), 0)
    return vars(values)


def test_the_gap_is_1_for_a_dimension_a_factor() -> None:
    assert mutual_information_gap(FACTORS.astype(float), FACTORS) == pytest.approx(1, abs=1e-9)
    assert mutual_information_gap(FACTORS[:, ::-1] * -3.0 + 7, FACTORS) == pytest.approx(1, abs=1e-9)


def test_the_gap_is_0_where_two_dimensions_say_the_same() -> None:
    assert mutual_information_gap(np.repeat(FACTORS, 2, axis=1).astype(float), FACTORS) == pytest.approx(0, abs=1e-9)


def test_the_gap_of_a_dimension_that_tells_half() -> None:
    """One of two bits of a factor of four values: I = log 2, H = log 4; the other dimension tells nothing."""
    factor = np.arange(4).repeat(4)
    codes = np.stack([factor // 2, np.tile(np.arange(4), 4)], axis=1).astype(float)
    assert mutual_information_gap(codes, factor[:, None]) == pytest.approx(0.5)
    assert mutual_information_gap(codes[:, :1], factor[:, None]) == pytest.approx(0.5)  # there is no second dimension


def test_dci_of_known_matrices() -> None:
    assert dci(np.eye(3)) == pytest.approx((1, 1))
    assert dci(np.ones((3, 3))) == pytest.approx((0, 0))
    # Two dimensions serve factor 0 and nothing else, in equal parts: pure, but the factor is spread over two of the three.
    spread = np.array([[0.5, 0.0], [0.5, 0.0], [0.0, 1.0]])
    assert dci(spread) == pytest.approx((1, 1 - np.log(2) / np.log(3) / 2))
    assert dci(spread.T) == pytest.approx((1 - np.log(2) / np.log(3) / 2, 1))
    # A dimension that serves nothing has no weight.
    assert dci(np.vstack([np.eye(2), np.zeros((1, 2))])) == pytest.approx((1, 1))


def test_everything_is_near_1_for_an_aligned_representation() -> None:
    values = _measured(_aligned())
    assert values["factor_vae_score"] == 1
    assert values["dci_informativeness"] > 0.95
    assert values["dci_disentanglement"] > 0.9
    assert values["dci_completeness"] > 0.85
    assert values["mig"] > 0.75  # the noise dimensions seem to tell a little of factors of ten values among 260 images


def test_boosted_trees_agree_where_one_dimension_is_one_factor() -> None:
    codes, factors = _aligned()[:400], FACTORS[:400]
    small = factors[:, np.array(SIZES).argsort()[:2]]  # boosting fits a tree a value: few values, or it takes a minute
    importance, right = tree_importance(codes, small, codes, small, 0, "boosted")
    assert right == 1
    assert dci(importance)[0] > 0.95


def test_everything_is_near_chance_for_an_independent_one() -> None:
    values = _measured(_independent())
    assert values["mig"] < 0.05
    assert values["factor_vae_score"] == pytest.approx(1 / len(SIZES), abs=0.15)
    assert values["dci_disentanglement"] < 0.1
    assert values["dci_informativeness"] < np.mean([1 / size for size in SIZES]) + 0.1


def test_a_rotation_entangles() -> None:
    straight = FACTORS / np.array(SIZES)
    turned = straight.copy()
    turned[:, 2:] = straight[:, 2:] @ np.array([[1, -1], [1, 1]]) / np.sqrt(2)
    before, after = _measured(straight), _measured(turned)
    for name in ("mig", "dci_disentanglement", "dci_completeness"):
        assert after[name] < before[name] - 0.15


def test_a_collapsed_representation_scores_0_and_a_constant_factor_is_passed_over() -> None:
    assert factor_vae_score(0.01 * _independent(), FACTORS, 0) == 0
    codes = np.random.default_rng(0).standard_normal((200, 1))
    factors = np.stack([np.arange(200) % 2, np.full(200, 3)], axis=1)
    codes += 5 * factors[:, :1]
    values = measure_disentanglement((codes, factors), (codes, factors), 0)
    assert values.mig > 0.8
    assert (values.factor_vae_score, values.dci_completeness, values.dci_disentanglement) == pytest.approx((1, 1, 1))


def test_the_seed_decides_the_draws() -> None:
    codes = FACTORS + 3 * np.random.default_rng(2).standard_normal(FACTORS.shape)
    first, again, other = (factor_vae_score(codes, FACTORS, seed) for seed in (0, 0, 1))
    assert first == again != other
