"""Whether x and t(x) land in the same place of the latent space (Sinha & Dieng 2021)."""

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from latentlab.config import transform_from_text
from latentlab.data import TransformParameters, policy_from, transform
from latentlab.evaluation.consistency import measure_consistency
from latentlab.explore.answers import answers
from latentlab.explore.pairs import names_of
from latentlab.explore.requests.transformations import Consistency, DrawnConsistency, Rank, Transformation
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for


@answers(Consistency)
def draw_consistency(scene: Scene, request: Consistency, step: int) -> DrawnConsistency:
    """Encode an image and its transformation side by side, by a second model too where one is asked for.

    Raises:
        DataError: if the image cannot be read.
        RunError, DataError: if the second run cannot be read, or is about other images.
    """
    x = scene.image(request.source)[0]
    x_t = transformed(scene, x, request)
    own = _compared(scene, x, x_t, request.source.index, step)
    if request.other is None:
        return own
    other = scene.other_run(request.other)
    assert other.step is not None
    theirs = _compared(other, x, x_t, request.source.index, other.step)
    images = np.concatenate([own.grid.images, theirs.grid.images[:, 1:]], 1)
    grid = PictureGrid(images, own.grid.row_labels, ("image", "this run", "beside"))
    return replace(own, grid=grid, names=names_of(scene, other), other=theirs)


def _compared(scene: Scene, x: Tensor, x_t: Tensor, index: int | None, step: int) -> DrawnConsistency:
    of_x, of_t = scene.model.encode(x), scene.model.encode(x_t)
    measured = measure_consistency(of_x, of_t)
    means = _other_means(scene, index)
    moved = (of_t.mean - of_x.mean).square().sum()
    images = np.stack([scene.to_bytes(torch.cat([x, x_t])), scene.decode(torch.cat([of_x.mode, of_t.mode]))], 1)
    return DrawnConsistency(
        step,
        PictureGrid(images, ("x", "t(x)"), ("image", "reconstruction")),
        of_x.mean[0].numpy(),
        of_x.std[0].numpy(),
        of_t.mean[0].numpy(),
        of_t.std[0].numpy(),
        np.array(measured.kl_per_dim, np.float32),
        measured.kl,
        measured.kl_reverse,
        None if math.isnan(measured.wasserstein2) else measured.wasserstein2,
        _ratio(float(moved), means),
        bool(moved <= (means - of_t.mean).square().sum(1).min()) if len(means) else True,
    )


def transformed(scene: Scene, x: Tensor, request: Consistency | Rank) -> Tensor:
    """t(x) of images (B, C, H, W): explicit, or drawn for each from a policy.

    Raises:
        ConfigError: if there is no such policy.
    """
    if request.draw is not None:
        config = transform_from_text(request.policy) if request.policy else scene.config.transform
        return policy_from(config)(x, generator_for(request.draw, "a draw of t"))
    return apply(scene, x, request.transformation)


def apply(scene: Scene, x: Tensor, asked: Transformation) -> Tensor:
    """An explicit t of images (B, C, H, W), with the run's border."""
    across, down = asked.translate
    height, width = x.shape[-2:]
    parameters = TransformParameters.same(
        len(x),
        degrees=asked.rotate,
        shift=(across / width, down / height),
        scale=asked.scale,
        shear=asked.shear,
        flip=(asked.flip_horizontal, asked.flip_vertical),
        brightness=asked.brightness,
        contrast=asked.contrast,
        saturation=asked.saturation,
        hue=asked.hue,
        noise=asked.noise,
        blur=asked.blur,
        erase=asked.erase,
    )
    return transform(x, parameters, scene.config.transform.border, generator_for(0, "noise of an explicit t"))


def _other_means(scene: Scene, index: int | None) -> Tensor:
    """Posterior means of the held-out images but for x itself."""
    means = scene.posterior.mean
    if index is None or index >= len(means):
        return means
    return torch.cat([means[:index], means[index + 1 :]])


def _ratio(moved: float, means: Tensor) -> float | None:
    if len(means) < 2:
        return None
    unrelated = 2 * float(means.var(0, correction=1).sum())
    return moved / unrelated if unrelated > 0 else None
