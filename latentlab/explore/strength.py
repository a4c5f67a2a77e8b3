"""How the posterior follows a transformation that grows: a curve for one image, mean and spread over held-out ones.

Shapes: S strengths, N held-out images, D latent dimensions.
"""

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from latentlab.evaluation.consistency import measure_consistency
from latentlab.evaluation.posterior import encode_all
from latentlab.explore.answers import answers
from latentlab.explore.consistency import apply
from latentlab.explore.pairs import names_of
from latentlab.explore.requests.transformations import DrawnStrength, Strength
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene
from latentlab.models import Posterior, kl_divergence
from latentlab.seeding import generator_for


@answers(Strength)
def draw_strength(scene: Scene, request: Strength, step: int) -> DrawnStrength:
    """Encode the images at every strength, by a second model too where one is asked for.

    Raises:
        DataError: if the image cannot be read.
        RunError, DataError: if the second run cannot be read, or is about other images.
    """
    own = _swept(scene, scene, request, step)
    if request.other is None:
        return own
    other = scene.other_run(request.other)
    assert other.step is not None
    theirs = _swept(scene, other, request, other.step)
    images = np.concatenate([own.grid.images, theirs.grid.images[1:]])
    grid = PictureGrid(images, ("t(x)", "this run", "beside"), own.grid.column_labels)
    return replace(own, grid=grid, names=names_of(scene, other), other=theirs)


def _swept(scene: Scene, seen_by: Scene, request: Strength, step: int) -> DrawnStrength:
    """What the model of `seen_by` makes of the images and of the t of `scene`."""
    model = seen_by.model
    x, images = scene.image(request.source)[0], scene.held_out.batch(slice(0, request.images))
    of_x, of_images = model.encode(x), encode_all(model, images)
    values = torch.linspace(request.low, request.high, request.steps).tolist()
    pictures, own, means, spreads = [], [], [], []
    for value in values:
        asked = request.at(value)
        x_t = apply(scene, x, asked)
        of_t = model.encode(x_t)
        pictures.append(np.stack([scene.to_bytes(x_t[0]), seen_by.decode(of_t.mode[0])]))
        own.append((measure_consistency(of_x, of_t).kl, float((of_t.mean - of_x.mean).norm())))
        followed = _followed(of_images, encode_all(model, apply(scene, images, asked)))
        means.append(followed.mean(0))
        spreads.append(followed.std(0, correction=0))
    (kl, drift), mean, std = (
        np.array(own, np.float32).T,
        torch.stack(means).float().numpy(),
        torch.stack(spreads).float().numpy(),
    )
    return DrawnStrength(
        step,
        PictureGrid(np.stack(pictures, 1), ("t(x)", "reconstruction"), tuple(f"{value:.3g}" for value in values)),
        np.array(values, np.float32),
        kl=kl,
        drift=drift,
        kl_mean=mean[:, 0],
        kl_std=std[:, 0],
        drift_mean=mean[:, 1],
        drift_std=std[:, 1],
        images=len(images),
    )


def _followed(of_x: Posterior, of_t: Posterior) -> Tensor:
    """KL(q(z|t(x)) ‖ q(z|x)) and ‖μ(t(x)) − μ(x)‖ of each image, (N, 2)."""
    generator = generator_for(0, "what the levels of a posterior are conditioned on")
    kl = kl_divergence(of_t, of_x, generator).double().sum(1)
    return torch.stack([kl, (of_t.mean - of_x.mean).double().norm(dim=1)], 1)
