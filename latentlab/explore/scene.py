"""What a view is drawn from: the explorer's own copy of a model, and the images that it is viewed with.

A scene never touches the network in training: it loads copies of its weights.

Shapes: D latent dimensions.
"""

import time
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.config import RunConfig
from latentlab.data import ImageStore, ranges_from, read_image_for, reading_of, shape_text, shown_channels
from latentlab.data.fingerprint import digests_of
from latentlab.errors import DataError
from latentlab.evaluation import PosteriorSummary
from latentlab.evaluation.posterior import encode_all, images_at_once, summary_of
from latentlab.evaluation.run_images import open_images, read_fingerprint
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.requests.values import ImageRef, RunRef, Vector
from latentlab.models import Posterior, Prior, build_vae, cost, refuse_too_many_weights
from latentlab.runs import Run

_MOST = 1024
"""Held-out images that stand for all in what is drawn live."""
_NUMBERS_AT_ONCE = 2**28
"""Of all layers together, that the images leave behind which are encoded together."""
_LONGEST_WAIT = 0.05
"""Seconds within a network after which what is urgent is done."""
_MOST_OTHERS = 3
"""Models of other runs that are kept loaded."""


def _nothing() -> None:
    """What a scene does where nothing is urgent."""


class Scene:
    """A model with one set of weights at a time. Belongs to one thread.

    Attributes:
        config: of the run.
        run_path: the run's folder.
        model: the network, on the CPU, in evaluation mode.
        held_out: images that it was not trained on; none where they are not there, see `images_problem`.
        images_problem: why there are no images to look at; empty where there are.
        method: the usual name of what trained the model.
        step: of the weights loaded; None before the first `load`.
        derived: what views have computed from the weights loaded, cached; empty after each `load`.
        images_at_once: how many images go through the encoder together: one of a large network, so that nothing waits long.
        yield_to_urgent: called now and then by what takes long, so that its caller can do what is urgent; the weights stay.
        yields: whether it is called between layers too; not while what is urgent is done, which would come out of order.
    """

    def __init__(
        self,
        config: RunConfig,
        image_shape: tuple[int, int, int],
        held_out: ImageStore | None,
        run_path: Path,
        images_problem: str = "",
    ) -> None:
        self.config = config
        self.run_path = run_path
        self.images_problem = images_problem
        self.method = config.objective_title
        self._held_out = held_out
        self.step: int | None = None
        refuse_too_many_weights(config.model, config.likelihood, image_shape, config.prior)
        self.model = build_vae(config.model, config.likelihood, image_shape, prior=config.prior).eval().requires_grad_(False)
        self.derived: dict[Hashable, Any] = {}
        self.yield_to_urgent: Callable[[], None] = _nothing
        self._summary: PosteriorSummary | None = None
        self._posterior: Posterior | None = None
        self._others: dict[tuple[Path, int], Scene] = {}
        activations = cost(config.model, config.likelihood, image_shape, config.prior).activations
        self.images_at_once = min(images_at_once(image_shape), max(1, _NUMBERS_AT_ONCE // max(1, activations)))
        self.yields = True
        self._yielded = time.monotonic()
        for layer in (*self.model.encoder.modules(), *self.model.decoder.modules()):
            if not list(layer.children()):
                layer.register_forward_hook(self._after_layer)

    def _after_layer(self, *_: object) -> None:
        """Between the layers of a large network: let what is urgent be done, as between images."""
        if self.yields and time.monotonic() - self._yielded > _LONGEST_WAIT:
            self.yield_to_urgent()
            self._yielded = time.monotonic()

    @property
    def held_out(self) -> ImageStore:
        """The images that the model was not trained on.

        Raises:
            DataError: if they are not there.
        """
        if self._held_out is None:
            raise DataError(self.images_problem)
        return self._held_out

    @property
    def held_out_count(self) -> int:
        """How many images there are to look at."""
        return 0 if self._held_out is None else len(self._held_out)

    def load(self, state: Mapping[str, Tensor], step: int) -> None:
        """Take over a copy of a model's weights."""
        self.model.load_state_dict(state)
        self.step = step
        self.derived.clear()
        self._summary = self._posterior = None

    @property
    def posterior(self) -> Posterior:
        """q(z|x) of the first held-out images, 1,024 at most, under the weights loaded."""
        if self._posterior is None:
            images = self.held_out.batch(slice(0, _MOST))
            self._posterior = encode_all(self.model, images, lambda *_: self.yield_to_urgent(), self.images_at_once)
        return self._posterior

    @property
    def summary(self) -> PosteriorSummary:
        """Statistics of the held-out images' posteriors under the weights loaded."""
        if self._summary is None:
            self._summary = summary_of(self.model, self.posterior)
        return self._summary

    @property
    def prior(self) -> Prior:
        """p(z) under the weights loaded."""
        if "prior" not in self.derived:
            with torch.no_grad():
                self.derived["prior"] = self.model.prior
        found: Prior = self.derived["prior"]
        return found

    def decode(self, z: Tensor) -> NDArray[np.uint8]:
        """The expected images of latents (…, D), as bytes (…, H, W, 1 or 3); yields to urgent work in between."""
        return self._shown(decode_images(self.model, z, self.yield_to_urgent))

    def to_bytes(self, x: Tensor) -> NDArray[np.uint8]:
        """Images (…, C, H, W) in [0, 1] as they are shown, grey or colour: bytes (…, H, W, 1 or 3)."""
        return self._shown(to_uint8(x))

    def _shown(self, images: NDArray[np.uint8]) -> NDArray[np.uint8]:
        places = shown_channels(images.shape[-1], self.config.data.channels_shown)
        return images if len(places) == images.shape[-1] else images[..., list(places)]

    def decoded(self, z: Vector) -> Tensor:
        """The expected image of a latent (D,), (C, H, W) in [0, 1]; the last one is cached."""
        last = self.derived.get("decoded")
        if last is None or last[0] != z.tobytes():
            last = z.tobytes(), self.model.decode(torch.from_numpy(z)[None]).mean[0]
            self.derived["decoded"] = last
        image: Tensor = last[1]
        return image

    def image(self, source: ImageRef) -> tuple[Tensor, str]:
        """The image that is asked for, (1, C, H, W) in [0, 1], and what to call it.

        Raises:
            DataError: if there is none, or it cannot be read.
        """
        if source.index is not None:
            if not 0 <= source.index < len(self.held_out):
                raise DataError(
                    f"index {source.index}: there are {len(self.held_out):,} held-out images, 0 to {len(self.held_out) - 1}."
                )
            return self.held_out.batch(slice(source.index, source.index + 1)), f"held-out image {source.index}"
        if source.path is not None:
            image = read_image_for(
                source.path,
                self.model.image_shape,
                crop_and_scale=source.crop_and_scale,
                reading=reading_of(self.config.data),
                ranges=ranges_from(Run(self.run_path).values),
            )
            return image, source.path.name
        raise DataError("nothing to encode: neither an index nor a file was given.")

    def other_run(self, other: RunRef) -> "Scene":
        """Another run's model, seen through the held-out images of this one.

        Raises:
            RunError: if the run or its checkpoint cannot be read.
            DataError: if it is about images of another size, or about other ones.
        """
        run = Run(other.path)
        step = run.checkpoint(other.step).step
        key = (other.path, step)
        if key not in self._others:
            self._check_same_images(run)
            scene = Scene(run.config, run.image_shape, self.held_out, run.path)
            scene.yield_to_urgent = lambda: self.yield_to_urgent()  # whatever it is by then
            scene.method = run.header.method
            scene.load(run.model(step).state_dict(), step)
            for oldest in list(self._others)[: 1 - _MOST_OTHERS]:
                del self._others[oldest]
            self._others[key] = scene
        return self._others[key]

    def _check_same_images(self, run: Run) -> None:
        if run.image_shape != self.model.image_shape:
            raise DataError(
                f"{run.path.name}: its model takes images of {shape_text(run.image_shape)}, those of this run are "
                f"{shape_text(self.model.image_shape)}; choose a run of the same size."
            )
        fingerprint = read_fingerprint(run)
        if fingerprint is not None:
            known = fingerprint.held_out
        elif run.config.data == self.config.data:
            return
        else:  # a run of an earlier version says only where it took its images from
            known = digests_of(open_images(run).dataset.test)
        held_out = {bytes(digest) for digest in known}
        if not all(bytes(digest) in held_out for digest in digests_of(self.held_out)):
            raise DataError(
                f"{run.path.name}: its held-out images ({run.config.data.name}) are not those of this run "
                f"({self.config.data.name}); choose a run of the same data and split."
            )
