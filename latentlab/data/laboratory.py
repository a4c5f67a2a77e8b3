"""Images beside draws of their transformations: what a policy does, seen before anything is trained with it.

Shapes: N images, K draws of each, H by W pixels, C channels.
"""

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.config import TransformConfig
from latentlab.data.transforms import policy_from
from latentlab.data.values import shown_channels
from latentlab.seeding import generator_for


def draw_transformed(images_NHWC: NDArray[np.uint8], config: TransformConfig, draws: int, seed: int) -> NDArray[np.uint8]:
    """Each image, followed by draws of t(x).

    Args:
        images_NHWC: bytes.
        config: the ranges that t is drawn from, as training draws it.
        draws: K, how often.
        seed: the same gives the same draws, in the same directions where the ranges grow.

    Returns:
        uint8 (N, 1 + K, H, W, 1 or 3), as it is shown, the untouched image first.
    """
    policy = policy_from(config)
    x = torch.from_numpy(images_NHWC).permute(0, 3, 1, 2).float() / 255
    drawn = [x, *(policy(x, generator_for(seed, f"draw {number} in the laboratory")) for number in range(draws))]
    grid_NKCHW = torch.stack(drawn, 1)
    shown = grid_NKCHW[:, :, list(shown_channels(grid_NKCHW.shape[2]))]
    return (shown * 255).round().byte().permute(0, 1, 3, 4, 2).numpy()
