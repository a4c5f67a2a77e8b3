"""Contrastive losses on means, worked out by hand."""

import math

import torch

from latentlab.objectives.contrastive import info_nce, triplet


def test_triplet_by_hand() -> None:
    mean = torch.tensor([[0.0, 0.0], [3.0, 0.0]])
    mean_t = torch.tensor([[0.0, 1.0], [3.0, 3.0]])
    # To itself 1 and 9; to the other image 9 and 9; margin 2: max(0, 1 − 9 + 2) = 0 and max(0, 9 − 9 + 2) = 2.
    assert triplet(mean, mean_t, 2.0).item() == 1.0
    assert triplet(mean, mean, 2.0).item() == 0.0


def test_info_nce_by_hand() -> None:
    mean = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    # Each mean has its partner at similarity 1 and two strangers at 0.
    expected = math.log(1 + 2 * math.exp(-1 / 0.5))
    assert math.isclose(info_nce(mean, mean, 0.5).item(), expected, rel_tol=1e-6)


def test_info_nce_of_what_tells_nothing_is_the_logarithm_of_the_choices() -> None:
    same = torch.ones(8, 3)
    assert math.isclose(info_nce(same, same, 0.1).item(), math.log(15), rel_tol=1e-5)


def test_info_nce_does_not_depend_on_the_length_of_means() -> None:
    generator = torch.Generator().manual_seed(0)
    mean, mean_t = torch.randn(6, 4, generator=generator), torch.randn(6, 4, generator=generator)
    torch.testing.assert_close(info_nce(3 * mean, 7 * mean_t, 0.2), info_nce(mean, mean_t, 0.2))
