"""Transformations t(x) of a batch on its device: explicit, or drawn for each image from a policy's ranges.

Order of composition: the warp (flip, scale, shear, rotate, translate), then brightness, contrast, saturation, hue, noise, blur,
erasing. What is not asked for costs nothing.
Shapes: B images, C channels, H by W pixels.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from latentlab.catalog.transforms import TRANSFORMS
from latentlab.config import TransformConfig, policy_ranges
from latentlab.data import appearance
from latentlab.data.affine import AffineParameters, Border, warp
from latentlab.share import drawn

Policy = Callable[[Tensor, torch.Generator | None], Tensor]
"""x (B, C, H, W) → t(x) of the same shape, drawn from the generator."""


@dataclass(frozen=True, eq=False)
class TransformParameters:
    """One transformation per image; None leaves a part out.

    Attributes:
        affine: the warp.
        brightness: (B,), factor.
        contrast: (B,), factor.
        saturation: (B,), factor.
        hue: (B,), turns of the colour circle.
        noise: (B,), standard deviation.
        blur: (B,), σ in pixels, none above `largest_blur`.
        largest_blur: pixels.
        erase: (B, 3): share of the area at most, and the place between left and right, top and bottom, in [0, 1].
    """

    affine: AffineParameters | None = None
    brightness: Tensor | None = None
    contrast: Tensor | None = None
    saturation: Tensor | None = None
    hue: Tensor | None = None
    noise: Tensor | None = None
    blur: Tensor | None = None
    largest_blur: float = 0.0
    erase: Tensor | None = None

    @classmethod
    def same(
        cls,
        count: int,
        *,
        degrees: float = 0.0,
        shift: tuple[float, float] = (0.0, 0.0),
        scale: float = 1.0,
        shear: float = 0.0,
        flip: tuple[bool, bool] = (False, False),
        brightness: float = 1.0,
        contrast: float = 1.0,
        saturation: float = 1.0,
        hue: float = 0.0,
        noise: float = 0.0,
        blur: float = 0.0,
        erase: float = 0.0,
        device: torch.device | None = None,
    ) -> "TransformParameters":
        """The same explicit transformation for `count` images; the defaults change nothing. Erasing is about the centre."""
        still = (degrees, shift, scale, shear, flip) == (0.0, (0.0, 0.0), 1.0, 0.0, (False, False))

        def amount(value: float, neutral: float) -> Tensor | None:
            return None if value == neutral else torch.full((count,), value, device=device)

        return cls(
            affine=None
            if still
            else AffineParameters.same(count, degrees=degrees, shift=shift, scale=scale, shear=shear, flip=flip, device=device),
            brightness=amount(brightness, 1.0),
            contrast=amount(contrast, 1.0),
            saturation=amount(saturation, 1.0),
            hue=amount(hue, 0.0),
            noise=amount(noise, 0.0),
            blur=amount(blur, 0.0),
            largest_blur=blur,
            erase=torch.tensor([erase, 0.5, 0.5], device=device).expand(count, 3) if erase else None,
        )


def transform(
    x_BCHW: Tensor, parameters: TransformParameters, border: Border = "zeros", generator: torch.Generator | None = None
) -> Tensor:
    """Apply one transformation per image.

    Args:
        x_BCHW: images in [0, 1].
        parameters: what to do to each.
        border: what fills the places that the warp brings in from outside.
        generator: draws the noise, on the images' device.

    Returns:
        Images of the same shape, in [0, 1].
    """
    x = x_BCHW
    if parameters.affine is not None:
        x = warp(x, parameters.affine, border)
    if parameters.brightness is not None:
        x = appearance.brighten(x, parameters.brightness)
    if parameters.contrast is not None:
        x = appearance.change_contrast(x, parameters.contrast)
    if parameters.saturation is not None:
        x = appearance.saturate(x, parameters.saturation)
    if parameters.hue is not None:
        x = appearance.shift_hue(x, parameters.hue)
    if parameters.noise is not None:
        x = appearance.add_noise(x, parameters.noise, generator)
    if parameters.blur is not None:
        x = appearance.blur(x, parameters.blur, parameters.largest_blur)
    if parameters.erase is not None:
        x = appearance.erase(x, parameters.erase[:, 0], parameters.erase[:, 1:])
    return x


@dataclass(frozen=True)
class TransformPolicy:
    """Ranges that parameters are drawn from, uniformly and per image. Calling it draws and applies.

    Attributes:
        degrees: rotation is drawn from ± this.
        shift: translation is drawn from ± this fraction of the side.
        scale: (least, largest).
        shear: degrees, drawn from ± this.
        flip_horizontal: whether left and right are exchanged with probability ½.
        flip_vertical: whether top and bottom are.
        brightness: the factor is drawn from 1 ± this.
        contrast: likewise.
        saturation: likewise.
        hue: drawn from ± this part of the colour circle.
        noise: the standard deviation is drawn from 0 to this.
        blur: σ is drawn from 0 to this, pixels.
        erase: the share of the area is drawn from 0 to this, the place anywhere.
        border: what fills the places from outside the image.
    """

    degrees: float = 0.0
    shift: float = 0.0
    scale: tuple[float, float] = (1.0, 1.0)
    shear: float = 0.0
    flip_horizontal: bool = False
    flip_vertical: bool = False
    brightness: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    hue: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    erase: float = 0.0
    border: Border = "zeros"

    def draw(self, count: int, generator: torch.Generator | None, device: torch.device) -> TransformParameters:
        """Parameters for `count` images."""
        uniform = partial(torch.rand, generator=generator, device=device)
        unit = drawn(uniform, (count, 6))
        more = drawn(uniform, (count, 10)) if self._draws_more else unit.new_zeros((count, 10))

        def around(column: int, centre: float, reach: float) -> Tensor | None:
            return centre + reach * (2 * more[:, column] - 1) if reach else None

        def up_to(column: int, largest: float) -> Tensor | None:
            return largest * more[:, column] if largest else None

        share = up_to(7, self.erase)
        return TransformParameters(
            affine=self._draw_affine(unit, self.shear * (2 * more[:, 0] - 1)) if self._warps else None,
            brightness=around(1, 1.0, self.brightness),
            contrast=around(2, 1.0, self.contrast),
            saturation=around(3, 1.0, self.saturation),
            hue=around(4, 0.0, self.hue),
            noise=up_to(5, self.noise),
            blur=up_to(6, self.blur),
            largest_blur=self.blur,
            erase=None if share is None else torch.cat([share[:, None], more[:, 8:10]], 1),
        )

    def __call__(self, x_BCHW: Tensor, generator: torch.Generator | None) -> Tensor:
        """t(x), of the shape of x."""
        return transform(x_BCHW, self.draw(len(x_BCHW), generator, x_BCHW.device), self.border, generator)

    @property
    def _warps(self) -> bool:
        return bool(self.degrees or self.shift or self.shear or self.flip_horizontal or self.flip_vertical) or self.scale != (
            1.0,
            1.0,
        )

    @property
    def _draws_more(self) -> bool:
        """Whether it has a range beyond those that every policy has: the named ones draw what they always drew."""
        return any((self.shear, self.brightness, self.contrast, self.saturation, self.hue, self.noise, self.blur, self.erase))

    def _draw_affine(self, unit: Tensor, shear: Tensor) -> AffineParameters:
        symmetric = 2 * unit - 1
        least, largest = self.scale
        flips = torch.tensor([self.flip_horizontal, self.flip_vertical], device=unit.device)
        return AffineParameters(
            degrees=self.degrees * symmetric[:, 0],
            shift=self.shift * symmetric[:, 1:3],
            scale=least + (largest - least) * unit[:, 3],
            shear=shear,
            flip=(unit[:, 4:6] < 0.5) & flips,
        )


def build(settings: TransformConfig) -> TransformPolicy:
    """The policy that settings name or describe by ranges."""
    ranges = policy_ranges(settings)
    same = ranges.model_dump(exclude={"policy", "scale_min", "scale_max"})
    return TransformPolicy(scale=(ranges.scale_min, ranges.scale_max), **same)


def policy_from(config: TransformConfig) -> Policy:
    """What draws t(x) as a config asks."""
    draw: Policy = TRANSFORMS.of(config).load()(config)
    return draw
