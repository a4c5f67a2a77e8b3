"""The explorer's own copy of a model, and everything that views ask of it.

Requests are made of plain values, so that a view, a thread and a test speak the same language. The renderer never touches
the network in training: it loads copies of its weights.

Shapes: D latent dimensions, N images.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

from latentlab.config import RunConfig
from latentlab.data import ImageStore, load_dataset, read_image_for
from latentlab.errors import DataError, LatentLabError, WrongSizeError
from latentlab.evaluation import PosteriorSummary, summarize_posterior
from latentlab.explore.export import grid_png, write_png
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.requests import (
    Decode,
    DrawnTraversal,
    Encode,
    Encoded,
    Failed,
    Gallery,
    GalleryImages,
    Picture,
    Request,
    Result,
    Traverse,
)
from latentlab.explore.traversal import Start, traversal_grid
from latentlab.models import build_vae
from latentlab.runs import Run
from latentlab.seeding import generator_for


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
    def held_out_count(self) -> int:
        """How many held-out images there are to start from."""
        return len(self._held_out)

    @property
    def summary(self) -> PosteriorSummary:
        """Statistics of the held-out images' posteriors under the weights loaded."""
        if self._summary is None:
            self._summary = summarize_posterior(self._model, self._held_out)
        return self._summary

    @torch.no_grad()
    def render(self, request: Request) -> Result:
        """Meet a request; what goes wrong comes back as `Failed`."""
        if self.step is None:
            return Failed(-1, "There is no model yet: train one or open a run.")
        try:
            return self._render(request, self.step)
        except LatentLabError as error:
            return Failed(self.step, str(error), isinstance(error, WrongSizeError))

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
        elif request.path is not None:
            image = read_image_for(request.path, self._model.image_shape, crop_and_scale=request.crop_and_scale)
            origin = request.path.name
        else:
            raise DataError("nothing to encode: neither an index nor a file was given.")
        posterior = self._model.encode(image)
        return Encoded(
            step,
            request,
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
            z.numpy(),
            self.summary.kl_per_dim.numpy(),
            self.summary.active.numpy(),
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
