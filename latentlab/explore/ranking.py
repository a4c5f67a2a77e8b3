"""Which latent dimensions a transformation leaves alone, and which follow it.

Shapes: N images, D latent dimensions.
"""

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.evaluation.consistency import measure_consistency
from latentlab.evaluation.posterior import encode_all
from latentlab.explore.answers import answers
from latentlab.explore.consistency import transformed
from latentlab.explore.requests.transformations import DrawnRanking, Rank
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene

_SHOWN = 12


@answers(Rank)
def draw_ranking(scene: Scene, request: Rank, step: int) -> DrawnRanking:
    """Measure every dimension over the first held-out images.

    Raises:
        DataError: if there is only one.
    """
    x = scene.held_out.batch(slice(0, request.images))
    if len(x) < 2:
        raise DataError("1 held-out image: dimensions are ranked over two or more.")
    x_t = transformed(scene, x, request)
    of_x, of_t = encode_all(scene.model, x), encode_all(scene.model, x_t)
    drift = drift_ratio(of_x.mean, of_t.mean).numpy()
    active = scene.summary.active.numpy()
    order = np.argsort(drift, kind="stable")
    shown = min(_SHOWN, len(x))
    return DrawnRanking(
        step,
        PictureGrid(np.stack([scene.to_bytes(x[:shown]), scene.to_bytes(x_t[:shown])]), ("x", "t(x)"), ("",) * shown),
        np.array(measure_consistency(of_x, of_t).kl_per_dim, np.float32),
        drift,
        active,
        order[active[order]],
        len(x),
    )


def drift_ratio(mean: Tensor, mean_t: Tensor) -> Tensor:
    """How far t moves each dimension, in units of how far images lie apart in it.

    Args:
        mean: posterior means of images, (N, D).
        mean_t: of their transformations.

    Returns:
        float32 (D,): E (μ_d(t(x)) − μ_d(x))² / E (μ_d(x′) − μ_d(x))² over pairs of different images; NaN where the latter is 0.
    """
    moved = (mean_t.double() - mean.double()).square().mean(0)
    unrelated = 2 * mean.double().var(0, correction=1)
    return torch.where(unrelated > 0, moved / unrelated, torch.nan).float()
