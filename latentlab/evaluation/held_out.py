"""The quick measurement taken at every checkpoint."""

from collections.abc import Callable

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.measure import ACTIVE_VARIANCE
from latentlab.data import ImageStore
from latentlab.models import VAE, Observation, kl_divergence
from latentlab.seeding import generator_for

_CHUNK = 256
_SEED = 20210530
"""Of the noise and the transformations: the same for every run, so that runs compare."""


@torch.no_grad()
def measure_bound(model: VAE, store: ImageStore, loss: Callable[[VAE, Tensor, torch.Generator], Tensor]) -> float:
    """The mean over images of what an objective makes small, its sign turned, in nats per image.

    Noise is drawn from a seed of its own, the same for every run and step. The network is measured in evaluation mode and left
    in the mode it was in. An objective of a batch's moments takes them of `_CHUNK` images at a time.

    Args:
        model: on the device of `store`.
        store: images that the model has not learned from.
        loss: of a batch of images in [0, 1], averaged over it.
    """
    training = model.training
    model.eval()
    images = store.batch(slice(None))
    generator = generator_for(_SEED, "validation", images.device)
    losses = [loss(model, x, generator).double() * len(x) for x in images.split(_CHUNK)]
    model.train(training)
    return -float(torch.stack(losses).sum()) / len(images)


@torch.no_grad()
def measure_held_out(
    model: VAE, store: ImageStore, transform: Callable[[Tensor, torch.Generator | None], Tensor], limit: int = 1024
) -> dict[str, float]:
    """ELBO, distortion, rate, reconstruction error, consistency KL and active units over the first `limit` images.

    Noise and transformations are drawn from a seed of their own. Images are made black and white as in training. The network is
    measured in evaluation mode and left in the mode it was in.

    Args:
        model: on the device of `store`.
        store: held-out images.
        transform: draws t(x), for the consistency KL(q(z|t(x)) ‖ q(z|x)).
        limit: images to measure on.

    Returns:
        Metric name → value, in nats per image but for `test/mse` and `test/pixel_variance` (squared pixel units).
    """
    training = model.training
    model.eval()
    images = store.batch(slice(0, limit))
    generator = generator_for(_SEED, "held-out measurement", images.device)
    observe = Observation(model.likelihood)
    grey, images = images, observe(images, generator)
    distortion = squared_error = consistency = torch.zeros((), device=images.device)
    means, rates = [], []
    conditions = generator_for(_SEED, "what the levels of a posterior are conditioned on", images.device)
    for x, as_it_is in zip(images.split(_CHUNK), grey.split(_CHUNK), strict=True):
        posterior = model.encode(x)
        z = posterior.sample(generator)
        distortion = distortion - model.decode(z).log_prob(x).sum()
        squared_error = squared_error + (model.decode(posterior.mode).mean - x).square().sum()
        posterior_t = model.encode(observe.of_transformed(as_it_is, x, transform, generator))
        consistency = consistency + kl_divergence(posterior_t, posterior, conditions).sum()
        means.append(posterior.mean)
        rates.append(posterior.at(z).kl_to_prior())
    model.train(training)
    count = len(images)
    rate = torch.cat(rates).sum() / count
    active = torch.cat(means).var(0, correction=0) > ACTIVE_VARIANCE
    values = {
        metrics.TEST_ELBO: -(distortion / count + rate),
        metrics.TEST_DISTORTION: distortion / count,
        metrics.TEST_RATE: rate,
        metrics.TEST_MSE: squared_error / images.numel(),
        metrics.TEST_PIXEL_VARIANCE: images.var(0, correction=0).mean(),
        metrics.TEST_CONSISTENCY_KL: consistency / count,
        metrics.TEST_ACTIVE_UNITS: active.sum(),
    }
    return {name: float(value) for name, value in values.items()}
