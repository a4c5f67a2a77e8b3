"""Whether x and t(x) land in the same place of the latent space (Sinha & Dieng 2021)."""

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from latentlab.config import transform_from_text
from latentlab.data import TransformParameters, TransformPolicy, policy_from, transform
from latentlab.data.affine import AffineParameters
from latentlab.data.transforms import Policy
from latentlab.evaluation.consistency import measure_consistency
from latentlab.explore.answers import answers
from latentlab.explore.pairs import names_of
from latentlab.explore.requests.transformations import Consistency, DrawnConsistency, Flip, Rank, Transformation
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for

_AMOUNTS = ("brightness", "contrast", "saturation", "hue", "noise", "blur")
"""Parts of t that are one number an image, under the same names where they are drawn and where they are asked for."""


@answers(Consistency)
def draw_consistency(scene: Scene, request: Consistency, step: int) -> DrawnConsistency:
    """Encode an image and its transformation side by side, by a second model too where one is asked for.

    Raises:
        DataError: if the image cannot be read.
        RunError, DataError: if the second run cannot be read, or is about other images.
    """
    x = scene.image(request.source)[0]
    x_t = transformed(scene, x, request)
    own = replace(_compared(scene, x, x_t, request.source.index, step), transformation=_drawn_t(scene, x, request))
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
        return _policy(scene, request)(x, _draws(request.draw))
    return apply(scene, x, request.transformation)


def _policy(scene: Scene, request: Consistency | Rank) -> Policy:
    return policy_from(transform_from_text(request.policy) if request.policy else scene.config.transform)


def _draws(seed: int) -> torch.Generator:
    return generator_for(seed, "a draw of t")


def _drawn_t(scene: Scene, x: Tensor, request: Consistency) -> Transformation | None:
    """The t of one image (1, C, H, W) that `transformed` draws; what is erased counts as erased about the centre."""
    policy = _policy(scene, request) if request.draw is not None else None
    if request.draw is None or not isinstance(policy, TransformPolicy):
        return None
    drawn = policy.draw(1, _draws(request.draw), x.device)
    affine = drawn.affine or AffineParameters.same(1)
    height, width = x.shape[-2:]
    across, down = affine.shift[0].tolist()
    horizontal, vertical = affine.flip[0].tolist()
    flips: dict[tuple[bool, bool], Flip] = {(True, True): "hv", (True, False): "h", (False, True): "v"}
    numbers = {name: float(value[0]) for name in _AMOUNTS if (value := getattr(drawn, name)) is not None}
    return Transformation(
        rotate=float(affine.degrees[0]),
        translate=(across * width, down * height),
        scale=float(affine.scale[0]),
        shear=float(affine.shear[0]),
        flip=flips.get((horizontal, vertical), ""),
        erase=float(drawn.erase[0, 0]) if drawn.erase is not None else 0.0,
        **numbers,
    )


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
