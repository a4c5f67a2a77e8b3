"""Transformations against what they must equal exactly: rolls, flips and quarter turns."""

from typing import get_args

import pytest
import torch
from torch import Tensor

from latentlab.config import PolicyName, TransformConfig
from latentlab.data import AffineParameters, AffinePolicy, policy_from, warp


def _images(height: int = 8, width: int = 8, channels: int = 2, count: int = 3) -> Tensor:
    return torch.rand(count, channels, height, width, generator=torch.Generator().manual_seed(0))


def _close(actual: Tensor, expected: Tensor) -> None:
    torch.testing.assert_close(actual, expected, rtol=0, atol=2e-5)


@pytest.mark.parametrize("border", ["zeros", "border", "reflection"])
@pytest.mark.parametrize("size", [(8, 8), (7, 13)])
def test_the_identity_changes_nothing(size: tuple[int, int], border: str) -> None:
    x = _images(*size)
    _close(warp(x, AffineParameters.same(3), border), x)


def test_a_quarter_turn_is_rot90() -> None:
    x = _images()
    for quarter in (1, 2, 3, -1):
        _close(warp(x, AffineParameters.same(3, degrees=90.0 * quarter)), torch.rot90(x, quarter, (2, 3)))


def test_half_a_turn_of_an_oblong_image_is_rot180() -> None:
    x = _images(6, 11)
    _close(warp(x, AffineParameters.same(3, degrees=180)), torch.rot90(x, 2, (2, 3)))


def test_a_turn_keeps_the_pixels_square() -> None:
    x = torch.zeros(1, 1, 9, 21)
    x[..., 4, 14] = 1.0  # four pixels right of the centre
    turned = warp(x, AffineParameters.same(1, degrees=90))
    assert turned[0, 0, 0, 10] == pytest.approx(1.0, abs=1e-4)  # four pixels above it


@pytest.mark.parametrize("size", [(8, 8), (6, 10)])
def test_a_shift_by_whole_pixels_moves_them_right_and_down(size: tuple[int, int]) -> None:
    height, width = size
    x = _images(height, width)
    moved = warp(x, AffineParameters.same(3, shift=(2 / width, 1 / height)))
    expected = torch.zeros_like(x)
    expected[..., 1:, 2:] = x[..., :-1, :-2]
    _close(moved, expected)


def test_flips() -> None:
    x = _images(7, 10)
    _close(warp(x, AffineParameters.same(3, flip=(True, False))), x.flip(3))
    _close(warp(x, AffineParameters.same(3, flip=(False, True))), x.flip(2))
    _close(warp(x, AffineParameters.same(3, flip=(True, True))), x.flip(2, 3))


def test_a_scale_above_one_enlarges() -> None:
    x = torch.zeros(1, 1, 12, 12)
    x[..., 4:8, 4:8] = 1.0
    larger = warp(x, AffineParameters.same(1, scale=2.0))
    assert larger.sum().item() == pytest.approx(4 * x.sum().item(), rel=0.03)
    assert larger[0, 0, 6, 3] == pytest.approx(1.0)
    smaller = warp(x, AffineParameters.same(1, scale=0.5))
    assert smaller.sum().item() == pytest.approx(x.sum().item() / 4, rel=0.03)


def test_a_positive_shear_leans_the_top_to_the_left() -> None:
    x = torch.zeros(1, 1, 9, 9)
    x[..., 4] = 1.0  # an upright line
    leaning = warp(x, AffineParameters.same(1, shear=45))
    assert [int(row.argmax()) for row in leaning[0, 0]] == list(range(9))


def test_the_shift_comes_after_the_turn() -> None:
    x = _images()
    both = warp(x, AffineParameters.same(3, degrees=90, shift=(2 / 8, 0)))
    expected = torch.zeros_like(x)
    expected[..., 2:] = torch.rot90(x, 1, (2, 3))[..., :-2]
    _close(both, expected)


def test_each_image_has_parameters_of_its_own() -> None:
    x = _images(count=2)
    parameters = AffineParameters(
        torch.tensor([0.0, 90.0]), torch.zeros(2, 2), torch.ones(2), torch.zeros(2), torch.zeros(2, 2, dtype=torch.bool)
    )
    result = warp(x, parameters)
    _close(result[0], x[0])
    _close(result[1], torch.rot90(x[1], 1, (1, 2)))


def test_borders_fill_what_comes_in_from_outside() -> None:
    x = torch.arange(1, 7).float().div(10).expand(1, 1, 6, 6).contiguous()  # columns 0.1 … 0.6
    moved = {
        border: warp(x, AffineParameters.same(1, shift=(2 / 6, 0)), border)[0, 0, 3, :3]
        for border in ("zeros", "border", "reflection")
    }
    _close(moved["zeros"], torch.tensor([0.0, 0.0, 0.1]))
    _close(moved["border"], torch.tensor([0.1, 0.1, 0.1]))
    _close(moved["reflection"], torch.tensor([0.2, 0.1, 0.1]))


@pytest.mark.parametrize("name", get_args(PolicyName))
@pytest.mark.parametrize("border", ["zeros", "border", "reflection"])
def test_a_policy_is_reproducible_keeps_the_range_and_moves_every_image(name: PolicyName, border: str) -> None:
    policy = policy_from(TransformConfig(policy=name, border=border))
    x = _images(16, 16, count=20)
    first, second = (policy(x, torch.Generator().manual_seed(5)) for _ in range(2))
    assert torch.equal(first, second)
    assert not torch.equal(first, policy(x, torch.Generator().manual_seed(6)))
    assert first.shape == x.shape
    assert first.min() >= 0
    assert first.max() <= 1
    assert ((first - x).abs().amax((1, 2, 3)) > 0.01).all()


@pytest.mark.parametrize(
    ("name", "degrees", "shift", "scale", "flips"),
    [("simple", 15, 0.05, (0.9, 1.1), False), ("large_flip", 30, 0.10, (0.75, 1.25), True)],
)
def test_a_policy_draws_from_the_published_ranges(
    name: PolicyName, degrees: float, shift: float, scale: tuple[float, float], flips: bool
) -> None:
    drawn = policy_from(TransformConfig(policy=name)).draw(4000, torch.Generator().manual_seed(0), torch.device("cpu"))
    for values, (least, largest) in (
        (drawn.degrees, (-degrees, degrees)),
        (drawn.shift[:, 0], (-shift, shift)),
        (drawn.shift[:, 1], (-shift, shift)),
        (drawn.scale, scale),
    ):
        margin = 0.02 * (largest - least)
        assert least <= values.min() < least + margin
        assert largest - margin < values.max() <= largest
        assert abs(values.mean() - (least + largest) / 2) < margin
    shares = drawn.flip.float().mean(0)
    assert (abs(shares - 0.5) < 0.05).all() if flips else (shares == 0).all()


def test_a_policy_of_no_ranges_is_the_identity() -> None:
    x = _images()
    _close(AffinePolicy(degrees=0, shift=0, scale=(1, 1))(x, torch.Generator().manual_seed(0)), x)
