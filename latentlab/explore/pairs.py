"""The same images through two models, one row under the other.

Shapes: N images.
"""

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.explore.answers import answers
from latentlab.explore.pictures import prior_sample
from latentlab.explore.requests.pairs import CompareRuns, DrawnComparison
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene


@answers(CompareRuns)
def draw_comparison(scene: Scene, request: CompareRuns, step: int) -> DrawnComparison:
    """Originals, both reconstructions at the posterior's mode, and both models' samples where they have as many dimensions.

    Raises:
        RunError, DataError: if the other run or an image cannot be read, or it is about other images.
    """
    other = scene.other_run(request.other)
    assert other.step is not None
    images, columns = _images(scene, request)
    both = [one.decode(one.model.encode(images).mode) for one in (scene, other)]
    names = names_of(scene, other)
    rows, labels = [scene.to_bytes(images), *both], ["original", *names]
    dims, other_dims = scene.model.latent_dim, other.model.latent_dim
    if dims == other_dims:
        z = prior_sample(scene, len(images), request.seed)
        rows += [one.decode(z) for one in (scene, other)]
        labels += [f"sample, {name}" for name in names]
    pixels = [torch.from_numpy(array).double() / 255 for array in rows[:3]]
    errors = [float((pixels[0] - drawn).square().mean()) for drawn in pixels[1:]]
    return DrawnComparison(
        step,
        PictureGrid(np.stack(rows), tuple(labels), columns),
        names,
        other.step,
        np.array(errors, np.float32),
        "" if dims == other_dims else f"No samples by the same z: {dims} latent dimensions here, {other_dims} there.",
    )


def _images(scene: Scene, request: CompareRuns) -> tuple[Tensor, tuple[str, ...]]:
    if request.images:
        return torch.cat([scene.image(source)[0] for source in request.images]), ("",) * len(request.images)
    if not 1 <= request.count <= len(scene.held_out):
        raise DataError(f"count = {request.count}: there are {len(scene.held_out):,} held-out images.")
    return scene.held_out.batch(slice(0, request.count)), tuple(map(str, range(request.count)))


def names_of(scene: Scene, other: Scene) -> tuple[str, str]:
    """What two runs are called: their objectives where those differ, else their folders, else the steps of their weights."""
    for both in (
        (scene.method, other.method),
        (scene.run_path.resolve().name, other.run_path.resolve().name),
    ):
        if both[0] != both[1]:
            return both
    return f"step {scene.step:,}", f"step {other.step:,}"
