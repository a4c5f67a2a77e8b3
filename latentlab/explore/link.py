"""From one run's latent space to another's: the affine map that least squares finds between their posterior means.

Shapes: N images, D latent dimensions of the current run, E of the other.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.explore.answers import answers
from latentlab.explore.pairs import names_of
from latentlab.explore.requests.pairs import DrawnLink, Link
from latentlab.explore.requests.values import PictureGrid, check_vector
from latentlab.explore.scene import Scene

_EVERY = 5
"""Every fifth image is held back from the fit, to measure the map on."""


@dataclass(frozen=True, eq=False)
class AffineMap:
    """z′ = W z + b.

    Attributes:
        weight: W, float64 (E, D).
        bias: b, float64 (E,).
        r2: see `requests.Linked`, as are the counts.
        fitted: images that it was fitted to.
        measured: images that `r2` was measured on.
    """

    weight: Tensor
    bias: Tensor
    r2: float | None
    fitted: int
    measured: int

    def __call__(self, z: Tensor) -> Tensor:
        """(…, D) → float32 (…, E)."""
        return (z.double() @ self.weight.T + self.bias).float()


def fit_map(source: Tensor, target: Tensor) -> AffineMap:
    """The map from means (N, D) to means (N, E) of the same images, fitted to four of five and measured on the fifth.

    Where the fit leaves a direction open, as for a dimension that never moves, W is the smallest that fits.

    Raises:
        DataError: if there are fewer than ten images.
    """
    count = len(source)
    if count < 2 * _EVERY:
        raise DataError(f"{count} held-out images: {2 * _EVERY} or more are needed to map one latent space to another.")
    measured = torch.arange(count) % _EVERY == 0
    x, y = source.double(), target.double()
    centre, mean = x[~measured].mean(0), y[~measured].mean(0)
    solution = torch.linalg.lstsq(x[~measured] - centre, y[~measured] - mean, driver="gelsd").solution
    weight = solution.T
    left = (y[measured] - mean - (x[measured] - centre) @ solution).square().sum()
    spread = (y[measured] - y[measured].mean(0)).square().sum()
    r2 = 1 - float(left / spread) if spread > 0 else None
    return AffineMap(weight, mean - weight @ centre, r2, int((~measured).sum()), int(measured.sum()))


@answers(Link)
def draw_link(scene: Scene, request: Link, step: int) -> DrawnLink:
    """Decode a z, and what it is mapped to.

    Raises:
        ConfigError: if z has another number of dimensions.
        RunError, DataError: if the other run cannot be read, or is about other images.
    """
    check_vector("z", request.z, scene.model.latent_dim)
    other = scene.other_run(request.other)
    assert other.step is not None
    key = ("link", request.other.path, other.step)
    if key not in scene.derived:
        scene.derived[key] = fit_map(scene.posterior.mean, other.posterior.mean)
    affine: AffineMap = scene.derived[key]
    z = torch.from_numpy(request.z)
    mapped = affine(z)
    images = torch.from_numpy(scene.decode(z)), torch.from_numpy(other.decode(mapped))
    return DrawnLink(
        step,
        PictureGrid(torch.stack(images)[None].numpy(), ("",), ("this run", "beside")),
        names_of(scene, other),
        other.step,
        mapped.numpy(),
        affine.r2,
        affine.fitted,
        affine.measured,
    )
