"""Single pictures: a decoded latent, an encoded image, the gallery of reconstructions and samples."""

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.evaluation import PosteriorSummary
from latentlab.explore.answers import answers
from latentlab.explore.attributes import attribute_names
from latentlab.explore.requests.images import (
    Decode,
    Describe,
    Described,
    DrawPosterior,
    DrawPrior,
    Encode,
    Encoded,
    FetchedImage,
    FetchedImages,
    FetchImage,
    FetchImages,
    Gallery,
    GalleryImages,
    Picture,
    PosteriorDraw,
    PosteriorStatistics,
    PriorDraw,
    Reconstruct,
    Sample,
)
from latentlab.explore.requests.values import ImageRef, PictureGrid, View
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for


@answers(Decode)
def decode(scene: Scene, request: Decode, step: int) -> Picture:
    """The expected image of a latent."""
    return Picture(step, request.z, scene.to_bytes(scene.decoded(request.z)))


@answers(Encode)
def encode(scene: Scene, request: Encode, step: int) -> Encoded:
    """The posterior of an image, and its reconstruction at the posterior's mode."""
    image, origin = scene.image(request.image)
    posterior = scene.model.encode(image)
    return Encoded(
        step,
        request.image,
        posterior.mean[0].numpy(),
        posterior.std[0].numpy() if posterior.knows_sigma else None,
        scene.to_bytes(image[0]),
        scene.decode(posterior.mode[0]),
        origin,
    )


@answers(DrawPosterior)
def draw_posterior(scene: Scene, request: DrawPosterior, step: int) -> PosteriorDraw:
    """A draw from the posterior of an image."""
    posterior = scene.model.encode(scene.image(request.source)[0])
    z = posterior.sample(generator_for(request.seed, "posterior draw"))[0]
    return PosteriorDraw(step, request.source, z.numpy())


@answers(DrawPrior)
def draw_prior(scene: Scene, request: DrawPrior, step: int) -> PriorDraw:
    """A draw from the prior."""
    return PriorDraw(step, scene.prior.sample(1, generator_for(request.seed, "prior draw"))[0].numpy())


@answers(Describe)
def describe(scene: Scene, request: Describe, step: int) -> Described:
    """What is known of the held-out images."""
    del request
    store = scene.held_out
    labels = store.labels[store.labels >= 0].unique().tolist()
    examples = tuple(int((store.labels == label).nonzero()[0]) for label in labels)
    return Described(step, tuple(labels), examples, store.label_names, attribute_names(scene))


@answers(FetchImage)
def fetch_image(scene: Scene, request: FetchImage, step: int) -> FetchedImage:
    """One held-out image as it is.

    Raises:
        DataError: if there is none of this number.
    """
    return FetchedImage(step, request.index, scene.to_bytes(scene.image(ImageRef(index=request.index))[0][0]))


@answers(FetchImages)
def fetch_images(scene: Scene, request: FetchImages, step: int) -> FetchedImages:
    """Held-out images as they are."""
    indices = [index for index in request.indices if 0 <= index < len(scene.held_out)]
    return FetchedImages(step, tuple(indices), scene.to_bytes(scene.held_out.batch(torch.tensor(indices, dtype=torch.long))))


@answers(Gallery)
def gallery(scene: Scene, request: Gallery, step: int) -> GalleryImages:
    """The first held-out images with their reconstructions, samples from the prior, and statistics of the dimensions."""
    images = scene.held_out.batch(slice(0, request.originals))
    z = prior_sample(scene, request.samples, request.seed)
    return GalleryImages(
        step,
        scene.to_bytes(images),
        scene.decode(scene.model.encode(images).mode),
        scene.decode(z),
        z.numpy(),
        scene.summary.kl_per_dim.numpy(),
        scene.summary.active.numpy(),
        _statistics(scene.summary),
    )


@answers(Reconstruct)
def draw_reconstructions(scene: Scene, request: Reconstruct, step: int) -> View:
    """Originals in the first row, their reconstructions at the posterior's mode in the second.

    Raises:
        DataError: if an image cannot be read, or there are fewer.
    """
    if request.images:
        images = torch.cat([scene.image(source)[0] for source in request.images])
    elif 1 <= request.count <= len(scene.held_out):
        images = scene.held_out.batch(slice(0, request.count))
    else:
        raise DataError(f"count = {request.count}: there are {len(scene.held_out):,} held-out images.")
    both = np.stack([scene.to_bytes(images), scene.decode(scene.model.encode(images).mode)])
    return View(step, PictureGrid(both, ("original", "reconstruction"), ("",) * len(images)))


@answers(Sample)
def draw_samples(scene: Scene, request: Sample, step: int) -> View:
    """Prior samples, row by row; places that are left over stay black."""
    images = scene.decode(prior_sample(scene, request.count, request.seed))
    columns = min(request.columns, request.count)
    rows = -(-request.count // columns)
    grid = np.zeros((rows * columns, *images.shape[1:]), np.uint8)
    grid[: request.count] = images
    return View(step, PictureGrid(grid.reshape(rows, columns, *images.shape[1:]), ("",) * rows, ("",) * columns))


def prior_sample(scene: Scene, count: int, seed: int) -> Tensor:
    """z of the prior, (N, D)."""
    return scene.prior.sample(count, generator_for(seed, "prior samples"))


def _statistics(summary: PosteriorSummary) -> PosteriorStatistics:
    values = (summary.kl_per_dim, summary.mean, summary.std, summary.near_zero, summary.near_one, summary.low, summary.high)
    return PosteriorStatistics(*(value.numpy() for value in values))
