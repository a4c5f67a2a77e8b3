"""Single pictures: a decoded latent, an encoded image, the gallery of reconstructions and samples."""

import torch

from latentlab.evaluation import PosteriorSummary
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.requests import Decode, Encode, Encoded, Gallery, GalleryImages, Picture, PosteriorStatistics
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for


def decode(scene: Scene, request: Decode, step: int) -> Picture:
    """The expected image of a latent."""
    return Picture(step, request.z, decode_images(scene.model, torch.from_numpy(request.z)))


def encode(scene: Scene, request: Encode, step: int) -> Encoded:
    """The posterior of an image, and its reconstruction at the posterior's mode."""
    image, origin = scene.image(request)
    posterior = scene.model.encode(image)
    return Encoded(
        step,
        request,
        posterior.mean[0].numpy(),
        posterior.std[0].numpy(),
        to_uint8(image[0]),
        decode_images(scene.model, posterior.mode[0]),
        origin,
    )


def gallery(scene: Scene, request: Gallery, step: int) -> GalleryImages:
    """The first held-out images with their reconstructions, samples from the prior, and statistics of the dimensions."""
    images = scene.held_out.batch(slice(0, request.originals))
    z = torch.randn(request.samples, scene.model.latent_dim, generator=generator_for(request.seed, "prior samples"))
    return GalleryImages(
        step,
        to_uint8(images),
        decode_images(scene.model, scene.model.encode(images).mode),
        decode_images(scene.model, z),
        z.numpy(),
        scene.summary.kl_per_dim.numpy(),
        scene.summary.active.numpy(),
        _statistics(scene.summary),
    )


def _statistics(summary: PosteriorSummary) -> PosteriorStatistics:
    values = (summary.kl_per_dim, summary.mean, summary.std, summary.near_zero, summary.near_one)
    return PosteriorStatistics(*(value.numpy() for value in values))
