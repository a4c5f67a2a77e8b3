"""The code of the entries of `latentlab_example`."""

import math
from collections.abc import Callable

import numpy as np
import torch
from latentlab_example import ExampleElboConfig, ExampleLinearConfig, ExampleNegativeConfig
from latentlab_example_view import Mirror
from torch import Tensor, nn

from latentlab.data.sources import Images, ReadRequest
from latentlab.evaluation.more import Measured
from latentlab.explore.answers import answers
from latentlab.explore.requests.values import ImageRef, PictureGrid, View
from latentlab.explore.scene import Scene
from latentlab.models import Networks
from latentlab.objectives import Context, Elbo, Objective, Schedule


def build_objective(settings: ExampleElboConfig, context: Context) -> Objective:
    del context
    return Elbo(Schedule(1 / settings.temperature))


def build_network(
    settings: ExampleLinearConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]
) -> Networks:
    return Networks(
        nn.Sequential(nn.Flatten(), nn.Linear(math.prod(image_shape), 2 * settings.latent_dim, bias=settings.bias)),
        nn.Sequential(
            nn.Linear(settings.latent_dim, math.prod(output_shape), bias=settings.bias), nn.Unflatten(1, output_shape)
        ),
    )


def read_stripes(request: ReadRequest) -> Images:
    side, count = request.size, 64
    pixels = np.zeros((count, 1, side, side), np.uint8)
    for index in range(count):
        pixels[index, 0, index % side] = 255
    return Images(pixels, np.full(count, -1, np.int64), None, "drawn")


def build_transform(settings: ExampleNegativeConfig) -> Callable[[Tensor, torch.Generator | None], Tensor]:
    del settings

    def transform(x: Tensor, generator: torch.Generator | None) -> Tensor:
        turned = torch.rand(len(x), 1, 1, 1, generator=generator, device=x.device) < 0.5
        return torch.where(turned, 1 - x, x)

    return transform


def measure_brightness(measured: Measured) -> float:
    drawn = measured.model.decode(measured.posterior.mode).mean
    return float((drawn.mean((1, 2, 3)) - measured.images.mean((1, 2, 3))).abs().mean())


@answers(Mirror)
def draw_mirror(scene: Scene, request: Mirror, step: int) -> View:
    x, _ = scene.image(ImageRef(index=request.index))
    mirrored = scene.decode(scene.model.encode(x.flip(-1)).mode)
    return View(step, PictureGrid(np.stack([scene.to_bytes(x), mirrored], 1), ("",), ("x", "mirrored")))
