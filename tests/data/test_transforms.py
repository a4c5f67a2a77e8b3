"""Transformations against what they must equal exactly: rolls, flips and quarter turns."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torchvision.transforms.v2 import functional as reference

from latentlab.catalog.transforms import named_policies
from latentlab.config import TransformConfig, parse_config
from latentlab.data import TransformParameters, TransformPolicy, appearance, policy_from, transform
from latentlab.data.affine import AffineParameters, warp
from latentlab.errors import ConfigError


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


@pytest.mark.parametrize("name", named_policies())
@pytest.mark.parametrize("border", ["zeros", "border", "reflection"])
def test_a_policy_is_reproducible_keeps_the_range_and_moves_every_image(name: str, border: str) -> None:
    policy = policy_from(TransformConfig(policy=name, border=border))
    x = _images(16, 16, 3, count=20)
    first, second = (policy(x, torch.Generator().manual_seed(5)) for _ in range(2))
    assert torch.equal(first, second)
    assert not torch.equal(first, policy(x, torch.Generator().manual_seed(6)))
    assert first.shape == x.shape
    assert first.min() >= 0
    assert first.max() <= 1
    assert ((first - x).abs().amax((1, 2, 3)) > 0.01).all()


# Of the CR-VAE authors' code: what each policy's name stands for there. `both_flips` is ours.
@pytest.mark.parametrize("size", ["simple", "large"])
@pytest.mark.parametrize(
    ("ending", "flips", "jitter"),
    [
        ("", (False, False), False),
        ("_jitter", (False, False), True),
        ("_vertical_flip", (False, True), False),
        ("_vertical_flip_jitter", (False, True), True),
        ("_both_flips", (True, True), False),
    ],
)
def test_a_policy_draws_from_the_published_ranges(size: str, ending: str, flips: tuple[bool, bool], jitter: bool) -> None:
    degrees, shift, scale = {"simple": (15, 0.05, (0.9, 1.1)), "large": (30, 0.10, (0.75, 1.25))}[size]
    policy = policy_from(parse_config({"transform": {"policy": size + ending}}).transform)
    parameters = policy.draw(4000, torch.Generator().manual_seed(0), torch.device("cpu"))
    drawn = parameters.affine
    assert drawn is not None
    ranges = [
        (drawn.degrees, (-degrees, degrees)),
        (drawn.shift[:, 0], (-shift, shift)),
        (drawn.shift[:, 1], (-shift, shift)),
        (drawn.scale, scale),
    ]
    if jitter:
        assert parameters.brightness is not None
        assert parameters.contrast is not None
        assert parameters.hue is not None
        ranges += [
            (parameters.brightness, (0.8, 1.2)),
            (parameters.contrast, (0.5, 1.5)),
            (parameters.hue, (-0.2, 0.2)),
        ]
    else:
        assert (parameters.brightness, parameters.contrast, parameters.hue) == (None, None, None)
    for values, (least, largest) in ranges:
        margin = 0.02 * (largest - least)
        assert least <= values.min() < least + margin
        assert largest - margin < values.max() <= largest
        assert abs(values.mean() - (least + largest) / 2) < margin
    for share, flipped in zip(drawn.flip.float().mean(0), flips, strict=True):
        assert abs(share - 0.5) < 0.05 if flipped else share == 0


@pytest.mark.parametrize("size", ["simple", "large"])
def test_the_former_name_of_our_policy_with_both_flips_still_reads(size: str) -> None:
    assert parse_config({"transform": {"policy": f"{size}_flip", "border": "border"}}).transform == TransformConfig(
        policy=f"{size}_both_flips",  # type: ignore[arg-type]
        border="border",
    )


def test_the_named_policies_draw_what_they_have_always_drawn() -> None:
    """A resumed run sees the transformations that it would have seen."""
    unit = torch.rand((5, 6), generator=torch.Generator().manual_seed(3))
    drawn = policy_from(TransformConfig(policy="large_both_flips")).draw(
        5, torch.Generator().manual_seed(3), torch.device("cpu")
    )
    assert drawn.affine is not None
    assert torch.equal(drawn.affine.degrees, 30 * (2 * unit - 1)[:, 0])
    assert torch.equal(drawn.affine.shift, 0.1 * (2 * unit - 1)[:, 1:3])
    assert torch.equal(drawn.affine.scale, 0.75 + 0.5 * unit[:, 3])
    assert torch.equal(drawn.affine.flip, unit[:, 4:6] < 0.5)
    rest = (drawn.brightness, drawn.contrast, drawn.saturation, drawn.hue, drawn.noise, drawn.blur, drawn.erase)
    assert rest == (None,) * 7


def test_what_is_not_asked_for_changes_nothing_at_all() -> None:
    x = _images(channels=3)
    assert transform(x, TransformParameters.same(3)) is x
    assert TransformPolicy()(x, torch.Generator().manual_seed(0)) is x


@pytest.mark.parametrize("channels", [1, 3])
def test_neutral_amounts_change_nothing(channels: int) -> None:
    x, one, zero = _images(channels=channels), torch.ones(3), torch.zeros(3)
    for changed in (
        appearance.brighten(x, one),
        appearance.change_contrast(x, one),
        appearance.saturate(x, one),
        appearance.shift_hue(x, zero),
        appearance.shift_hue(x, one),  # once around
        appearance.add_noise(x, zero, torch.Generator()),
        appearance.blur(x, zero, 2.0),
        appearance.erase(x, zero, torch.full((3, 2), 0.5)),
    ):
        _close(changed, x)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("factor", [0.0, 0.5, 1.7])
def test_colour_changes_agree_with_torchvision(channels: int, factor: float) -> None:
    x, amount = _images(16, 12, channels), torch.full((3,), factor)
    _close(appearance.brighten(x, amount), reference.adjust_brightness(x, factor))
    torch.testing.assert_close(appearance.change_contrast(x, amount), reference.adjust_contrast(x, factor), rtol=0, atol=2e-4)
    torch.testing.assert_close(appearance.saturate(x, amount), reference.adjust_saturation(x, factor), rtol=0, atol=2e-4)


@pytest.mark.parametrize("turns", [-0.5, -0.2, 0.1, 0.5])
def test_a_turn_of_the_hues_agrees_with_torchvision(turns: float) -> None:
    x = _images(16, 12, 3)
    _close(appearance.shift_hue(x, torch.full((3,), turns)), reference.adjust_hue(x, turns))


@pytest.mark.parametrize("sigma", [0.4, 1.3])
def test_blur_agrees_with_torchvision(sigma: float) -> None:
    x = _images(16, 12, 3)
    side = 2 * round(3 * 2.0 + 0.5) + 1
    _close(appearance.blur(x, torch.full((3,), sigma), 2.0), reference.gaussian_blur(x, [side, side], [sigma, sigma]))


def test_every_image_has_amounts_of_its_own() -> None:
    x = _images(16, 16, 3, count=2)
    amount = torch.tensor([0.0, 0.8])
    for change in (
        lambda a: appearance.brighten(x, 1 + a),
        lambda a: appearance.change_contrast(x, 1 + a),
        lambda a: appearance.saturate(x, 1 + a),
        lambda a: appearance.shift_hue(x, a),
        lambda a: appearance.add_noise(x, a, torch.Generator().manual_seed(0)),
        lambda a: appearance.blur(x, a, 0.8),
        lambda a: appearance.erase(x, a, torch.full((2, 2), 0.5)),
    ):
        changed = change(amount)
        _close(changed[0], x[0])
        assert (changed[1] - x[1]).abs().max() > 0.05


def test_noise_has_the_standard_deviation_asked_for() -> None:
    x = torch.full((2, 1, 200, 200), 0.5)
    noisy = appearance.add_noise(x, torch.tensor([0.02, 0.1]), torch.Generator().manual_seed(0))
    for image, std in zip(noisy, (0.02, 0.1), strict=True):
        assert (image - 0.5).std().item() == pytest.approx(std, rel=0.02)


@given(st.floats(0, 1), st.integers(5, 20), st.integers(5, 20), st.floats(0, 1), st.floats(0, 1))
def test_no_more_is_erased_than_was_asked_for(share: float, height: int, width: int, across: float, down: float) -> None:
    erased = appearance.erase(torch.ones(1, 1, height, width), torch.tensor([share]), torch.tensor([[across, down]]))
    assert (erased == 0).float().mean().item() <= share + 1e-3
    sides = int((share**0.5 * height) // 1) * int((share**0.5 * width) // 1)
    assert (erased == 0).sum() >= sides


@pytest.mark.parametrize(
    "ranges",
    [
        {"degrees": 15.0},
        {"shift": 0.1},
        {"scale_min": 0.8, "scale_max": 0.9},
        {"shear": 20.0},
        {"flip_horizontal": True},
        {"flip_vertical": True},
        {"brightness": 0.5},
        {"contrast": 0.5},
        {"saturation": 0.5},
        {"hue": 0.5},
        {"noise": 0.5},
        {"blur": 3.0},
        {"erase": 0.5},
    ],
)
def test_a_policy_of_ones_own_does_the_one_thing_it_is_told_reproducibly(ranges: dict[str, float]) -> None:
    policy = policy_from(TransformConfig(policy="custom", **ranges))
    x = _images(16, 16, 3, count=20)
    first, again, other = (policy(x, torch.Generator().manual_seed(seed)) for seed in (5, 5, 6))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert (first.min() >= 0) & (first.max() <= 1)
    changed = ((first - x).abs().amax((1, 2, 3)) > 0.001).float().mean()
    assert changed > 0.2
    drawn = policy.draw(20, torch.Generator().manual_seed(5), torch.device("cpu"))
    parts = (drawn.affine, drawn.brightness, drawn.contrast, drawn.saturation, drawn.hue, drawn.noise, drawn.blur, drawn.erase)
    assert sum(part is not None for part in parts) == 1


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"transform.scale_min = 2: above transform.scale_max = 1"):
        parse_config({"transform": {"policy": "custom", "scale_min": 2.0}})


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_cpu_and_cuda_agree() -> None:
    x = torch.rand((4, 3, 24, 32), generator=torch.Generator().manual_seed(0))
    amounts = {"brightness": 1.2, "contrast": 0.7, "saturation": 1.5, "hue": 0.1, "blur": 1.3, "erase": 0.2}
    warp = {"degrees": 17.0, "shift": (0.1, -0.05), "scale": 1.1, "shear": 8.0, "flip": (True, False)}
    expected = transform(x, TransformParameters.same(4, **warp, **amounts))
    device = torch.device("cuda")
    found = transform(x.to(device), TransformParameters.same(4, **warp, **amounts, device=device)).cpu()
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)
