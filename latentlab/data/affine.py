"""Turning, moving, scaling, leaning and flipping images, each with parameters of its own, in one warp.

Order of composition: flip, scale, shear, rotate, translate, all about the image's centre.
Shapes: B images, C channels, H by W pixels.
"""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

Border = Literal["zeros", "border", "reflection"]


@dataclass(frozen=True, eq=False)
class AffineParameters:
    """One affine transformation per image.

    Attributes:
        degrees: (B,), counter-clockwise.
        shift: (B, 2), to the right and downwards, as a fraction of width and height.
        scale: (B,), above 1 enlarges.
        shear: (B,), degrees; positive leans the top to the left.
        flip: bool (B, 2), left-right and top-bottom.
    """

    degrees: Tensor
    shift: Tensor
    scale: Tensor
    shear: Tensor
    flip: Tensor

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
        device: torch.device | None = None,
    ) -> "AffineParameters":
        """The same explicit transformation for `count` images; the defaults change nothing."""
        return cls(
            torch.full((count,), degrees, device=device),
            torch.tensor(shift, device=device).expand(count, 2),
            torch.full((count,), scale, device=device),
            torch.full((count,), shear, device=device),
            torch.tensor(flip, device=device).expand(count, 2),
        )


def warp(x_BCHW: Tensor, parameters: AffineParameters, border: Border = "zeros") -> Tensor:
    """Apply one affine transformation per image, bilinearly.

    Args:
        x_BCHW: images in [0, 1].
        parameters: what to do to each.
        border: what fills the places from outside: black, the edge's pixels, or the mirrored image.

    Returns:
        Images of the same shape, in [0, 1].
    """
    height, width = x_BCHW.shape[-2:]
    half = torch.tensor([width / 2, height / 2], device=x_BCHW.device)
    inverse = torch.linalg.inv(_matrices(parameters))
    shift_in_pixels = parameters.shift * 2 * half
    # grid_sample asks, in coordinates where the image spans [-1, 1], from where each output pixel is taken.
    linear = inverse * half[None, None, :] / half[None, :, None]
    offset = -(inverse @ shift_in_pixels[:, :, None]) / half[None, :, None]
    grid = functional.affine_grid(torch.cat([linear, offset], dim=2), list(x_BCHW.shape), align_corners=False)
    return functional.grid_sample(
        x_BCHW, grid.to(x_BCHW.dtype), mode="bilinear", padding_mode=border, align_corners=False
    ).clamp(0, 1)


def _matrices(parameters: AffineParameters) -> Tensor:
    """Forward maps of pixel offsets from the centre (x right, y down), (B, 2, 2)."""
    radians = parameters.degrees * (math.pi / 180)
    cos, sin = torch.cos(radians), torch.sin(radians)
    rotate = torch.stack([torch.stack([cos, sin], -1), torch.stack([-sin, cos], -1)], -2)
    one, zero = torch.ones_like(cos), torch.zeros_like(cos)
    lean = torch.tan(parameters.shear * (math.pi / 180))
    shear = torch.stack([torch.stack([one, lean], -1), torch.stack([zero, one], -1)], -2)
    flip = 1 - 2 * parameters.flip.to(cos.dtype)
    return rotate @ shear @ torch.diag_embed(flip * parameters.scale[:, None])
