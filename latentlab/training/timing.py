"""How long a step of training takes on this machine, measured by a few steps on random images."""

import time

import numpy as np
import torch

from latentlab.config import RunConfig
from latentlab.data import Dataset, ImageStore, image_shape
from latentlab.models import cost
from latentlab.seeding import generator_for
from latentlab.training.trainer import Trainer

_SECONDS, _MOST_SECONDS = 2.0, 10.0
"""Of the steps that are measured, and of those before them where these are slow; one step may take longer."""
_WARM_UP = 2
"""Steps that are not measured: the first ones allocate memory and choose kernels."""
_LARGEST = 2**28
"""Bytes of memory that measuring may take; above it the batch is smaller and the time is scaled."""
_FEWEST = 2
_USUAL_CHANNELS = 3


def seconds_per_step(config: RunConfig) -> float:
    """Seconds that a step of a run takes, with every term in force; what is measured between steps is not counted.

    No image is read. Where their colours are known from files alone, images count as colour images.

    Raises:
        ConfigError: if the settings do not fit each other, the device or its memory.
    """
    channels, height, width = image_shape(config.data)
    shape = (channels or _USUAL_CHANNELS, height, width)
    batch = _batch_size(config, shape)
    trainer = Trainer(_in_force(config, batch), _random_images(shape, 4 * batch))
    return _usual(_durations(trainer)) * config.train.batch_size / batch


def _durations(trainer: Trainer) -> list[float]:
    """Seconds of each step until there are enough; those of the first ones only where there is time for no others."""
    began, durations = time.perf_counter(), list[float]()
    end = began + _MOST_SECONDS
    for step in trainer.steps():
        if trainer.device.type == "cuda":
            torch.cuda.synchronize(trainer.device)
        now = time.perf_counter()
        durations.append(now - began)
        began = now
        if step.step == _WARM_UP:
            durations, end = durations[-1:], now + _SECONDS
        if now >= end:
            break
    return durations


def _usual(durations: list[float]) -> float:
    """What a step takes where nothing else is in its way: the lower quartile."""
    return sorted(durations)[len(durations) // 4]


def _batch_size(config: RunConfig, shape: tuple[int, int, int]) -> int:
    """That of the run, or as many images as fit into the memory that measuring may take."""
    needed = cost(config.model, config.likelihood, shape, config.prior)
    of_one = needed.training_bytes(1) - needed.training_bytes(0)
    fitting = (_LARGEST - needed.training_bytes(0)) // max(1, of_one)
    return max(_FEWEST, min(config.train.batch_size, fitting))


def _in_force(config: RunConfig, batch: int) -> RunConfig:
    """The run with a discriminator that judges from the first step, and nothing measured in between."""
    train = {"batch_size": batch, "steps": max(config.train.steps, 10**9), "checkpoint_every": 10**9, "patience": 0}
    return config.model_copy(
        update={
            "train": config.train.model_copy(update=train),
            "adversarial": config.adversarial.model_copy(update={"start": 0, "warmup": 0}),
            "data": config.data.model_copy(update={"validation_fraction": 0.0}),
        }
    )


def _random_images(shape: tuple[int, int, int], count: int) -> Dataset:
    pixels = torch.randint(0, 256, (count, *shape), dtype=torch.uint8, generator=generator_for(0, "images to measure time by"))
    store = ImageStore(pixels, torch.from_numpy(np.full(count, -1, np.int64)))
    return Dataset(store, store.part(torch.arange(_FEWEST)), "random images")
