"""The explorer's own copy of a model, and everything that views ask of it.

Requests are made of plain values, so that a view, a thread and a test speak the same language. The renderer never touches
the network in training: it loads copies of its weights.

Shapes: D latent dimensions, N images.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.config import RunConfig
from latentlab.data import ImageStore, load_dataset
from latentlab.errors import DataError, ExportError, LatentLabError
from latentlab.evaluation import PosteriorSummary, summarize_posterior
from latentlab.explore.export import PictureGrid, grid_png
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.traversal import Start, Traversal, traversal_grid
from latentlab.models import build_vae
from latentlab.runs import Run
from latentlab.runs.atomic import write_atomically
from latentlab.seeding import generator_for

Vector = NDArray[np.float32]
Images = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Decode:
    """Decode one latent, (D,)."""

    z: Vector


@dataclass(frozen=True, eq=False)
class Encode:
    """Take a start from an image: a held-out one by index, or float (1, C, H, W) in [0, 1] with words for its origin."""

    index: int | None = None
    image: Tensor | None = None
    origin: str = ""


@dataclass(frozen=True)
class Gallery:
    """Held-out images, their reconstructions, and samples from the prior."""

    originals: int
    samples: int
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Traverse:
    """Draw a traversal from a start; with a path, write it there as PNG too."""

    traversal: Traversal
    z: Vector
    posterior_std: Vector | None
    origin: str
    path: Path | None = None
    labels: bool = True
    scale: int | None = None


Request = Decode | Encode | Gallery | Traverse


@dataclass(frozen=True, eq=False)
class Picture:
    """A decoded latent: uint8 (H, W, C), with the step of the model that made it."""

    step: int
    z: Vector
    image: Images


@dataclass(frozen=True, eq=False)
class Encoded:
    """A start's posterior, the image it is of (uint8 (H, W, C)) and its reconstruction."""

    step: int
    mean: Vector
    std: Vector
    image: Images
    reconstruction: Images
    origin: str


@dataclass(frozen=True, eq=False)
class GalleryImages:
    """uint8 (N, H, W, C) each, with the statistics of the held-out posteriors (D,)."""

    step: int
    originals: Images
    reconstructions: Images
    samples: Images
    kl_per_dim: Vector
    active: NDArray[np.bool_]
    aggregate_mean: Vector
    aggregate_std: Vector


@dataclass(frozen=True, eq=False)
class DrawnTraversal:
    """A traversal with its latents (R, S, D), its rows' dimensions, and where it was written, if anywhere."""

    step: int
    grid: PictureGrid
    z: Vector
    dims: tuple[int, ...]
    path: Path | None


@dataclass(frozen=True)
class Failed:
    """A request that could not be met, with a sentence that says why."""

    step: int
    message: str


Result = Picture | Encoded | GalleryImages | DrawnTraversal | Failed


class Renderer:
    """Renders requests with one set of weights at a time. Belongs to one thread.

    Attributes:
        config: of the run.
        step: of the weights loaded; None before the first `load`.
    """

    def __init__(
        self,
        config: RunConfig,
        image_shape: tuple[int, int, int],
        held_out: ImageStore,
        run_name: str,
    ) -> None:
        self.config = config
        self.step: int | None = None
        self._held_out = held_out
        self._run_name = run_name
        self._model = build_vae(config.model, config.likelihood, image_shape).eval().requires_grad_(False)
        self._summary: PosteriorSummary | None = None

    @classmethod
    def of_run(cls, run: Run, step: int | None = None) -> "Renderer":
        """A renderer of a run's checkpoint, the newest unless a step is given, with the held-out images of its data.

        Raises:
            RunError, DataError: if the checkpoint or the images cannot be read.
        """
        path = run.checkpoint_path(step)
        renderer = cls(run.config, run.image_shape, load_dataset(run.config.data).test, run.path.resolve().name)
        renderer.load(run.model(step).state_dict(), int(path.name.removeprefix("step-")))
        return renderer

    def load(self, state: Mapping[str, Tensor], step: int) -> None:
        """Take over a copy of a model's weights."""
        self._model.load_state_dict(state)
        self.step = step
        self._summary = None

    @property
    def summary(self) -> PosteriorSummary:
        """Statistics of the held-out images' posteriors under the weights loaded."""
        if self._summary is None:
            self._summary = summarize_posterior(self._model, self._held_out)
        return self._summary

    def start_at(self, index: int) -> Start:
        """The posterior mean of a held-out image.

        Raises:
            DataError: if there is no image of that index.
        """
        return self._start_of(self._held_out_image(index), f"held-out image {index}")

    def start_from(self, image: Tensor, origin: str) -> Start:
        """The posterior mean of an image, float (1, C, H, W) in [0, 1]."""
        return self._start_of(image, origin)

    def prior_mean(self) -> Start:
        """z = 0."""
        return Start(torch.zeros(self._model.latent_dim), None, "prior mean")

    @torch.no_grad()
    def render(self, request: Request) -> Result:
        """Meet a request; what goes wrong comes back as `Failed`."""
        if self.step is None:
            return Failed(-1, "There is no model yet: train one or open a run.")
        try:
            return self._render(request, self.step)
        except LatentLabError as error:
            return Failed(self.step, str(error))

    def _render(self, request: Request, step: int) -> Result:
        match request:
            case Decode(z):
                return Picture(step, z, decode_images(self._model, torch.from_numpy(z)))
            case Encode():
                return self._encode(request, step)
            case Gallery(originals, samples, seed):
                return self._gallery(originals, samples, seed, step)
            case Traverse():
                return self._traverse(request, step)

    def _encode(self, request: Encode, step: int) -> Encoded:
        if request.index is not None:
            image, origin = self._held_out_image(request.index), f"held-out image {request.index}"
        elif request.image is not None:
            image, origin = request.image, request.origin
        else:
            raise DataError("nothing to encode: neither an index nor an image was given.")
        posterior = self._model.encode(image)
        return Encoded(
            step,
            posterior.mean[0].numpy(),
            posterior.std[0].numpy(),
            to_uint8(image[0]),
            decode_images(self._model, posterior.mode[0]),
            origin,
        )

    def _gallery(self, originals: int, samples: int, seed: int, step: int) -> GalleryImages:
        images = self._held_out.batch(slice(0, originals))
        z = torch.randn(samples, self._model.latent_dim, generator=generator_for(seed, "prior samples"))
        return GalleryImages(
            step,
            to_uint8(images),
            decode_images(self._model, self._model.encode(images).mode),
            decode_images(self._model, z),
            self.summary.kl_per_dim.numpy(),
            self.summary.active.numpy(),
            self.summary.mean.numpy(),
            self.summary.std.numpy(),
        )

    def _traverse(self, request: Traverse, step: int) -> DrawnTraversal:
        posterior_std = None if request.posterior_std is None else torch.from_numpy(request.posterior_std)
        start = Start(torch.from_numpy(request.z), posterior_std, request.origin)
        grid, z, dims = traversal_grid(self._model, request.traversal, start, self.summary)
        if request.path is not None:
            provenance = {
                "run": self._run_name,
                "step": str(step),
                "seed": str(self.config.seed),
                "view": "traversal",
                "start": start.origin,
                "z": start.z.tolist(),
                "units": request.traversal.units,
                "span": request.traversal.span,
                "columns": request.traversal.steps,
                "dims": dims,
            }
            write_png(request.path, grid_png(grid, provenance, scale=request.scale, labels=request.labels))
        return DrawnTraversal(step, grid, z.numpy(), dims, request.path)

    def _held_out_image(self, index: int) -> Tensor:
        if not 0 <= index < len(self._held_out):
            raise DataError(
                f"index {index}: there are {len(self._held_out):,} held-out images, 0 to {len(self._held_out) - 1}."
            )
        return self._held_out.batch(slice(index, index + 1))

    @torch.no_grad()
    def _start_of(self, image: Tensor, origin: str) -> Start:
        posterior = self._model.encode(image)
        return Start(posterior.mode[0], posterior.std[0], origin)


def write_png(path: Path, content: bytes) -> None:
    """Write a picture whole or not at all.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        reason = "there is no such folder" if not path.parent.is_dir() else error.strerror or str(error)
        raise ExportError(f"{path}: the picture cannot be written: {reason}.") from None
