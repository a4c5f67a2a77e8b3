"""Requests in, results out: each kind of request is answered by a function of the scene.

Requests are made of plain values, so that a view, a thread and a test speak the same language.
"""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from latentlab.errors import ConfigError, DataError, LatentLabError, WrongSizeError
from latentlab.evaluation.run_images import open_images
from latentlab.explore import (  # noqa: F401 - each registers what it answers
    components,
    consistency,
    direction_file,
    directions,
    held_out_means,
    interpolation,
    latent_map,
    link,
    marginals,
    neighbours,
    pairs,
    pictures,
    pixel_maps,
    places,
    ranking,
    strength,
    traversal,
    walk,
)
from latentlab.explore.answers import answer_to
from latentlab.explore.export_file import write_drawn
from latentlab.explore.requests.commands import DrawForFile, DrawnForFile, Export, Request
from latentlab.explore.requests.images import URGENT
from latentlab.explore.requests.values import Failed, Result, View
from latentlab.explore.scene import Scene
from latentlab.models.memory import memory_errors_told
from latentlab.runs import Run


class Renderer(Scene):
    """Renders requests with one set of weights at a time. Belongs to one thread.

    Attributes:
        images_note: a sentence where the images are not all of the run's; else empty.
    """

    images_note = ""

    @classmethod
    def of_run(cls, run: Run, step: int | None = None, data_root: Path | None = None) -> "Renderer":
        """A renderer of a run's checkpoint, the newest unless a step is given, with the run's held-out images.

        Where these are not there, views that need them are answered with the reason (`images_problem`); others work.

        Args:
            run: the run.
            step: of the checkpoint.
            data_root: where the images are now.

        Raises:
            RunError: if the checkpoint cannot be read.
        """
        checkpoint = run.checkpoint(step)
        # The weights first: they are compared with the settings before memory is taken for either.
        state = run.model(checkpoint.step).state_dict()
        held_out, problem, note = None, "", ""
        try:
            images = open_images(run, data_root)
            held_out, note = images.dataset.test, images.note
        except (DataError, ConfigError) as error:
            problem = str(error)
        renderer = cls(run.config, run.image_shape, held_out, run.path, problem)
        renderer.images_note, renderer.method = note, run.header.method
        renderer.load(state, checkpoint.step)
        return renderer

    def beside(self, state: Mapping[str, Tensor], step: int) -> "Renderer":
        """A renderer of other weights of the same run, with the same images."""
        other = type(self)(self.config, self.model.image_shape, self._held_out, self.run_path, self.images_problem)
        other.method = self.method
        other.load(state, step)
        return other

    @torch.no_grad()
    def render(self, request: Request) -> Result:
        """Answer a request; what goes wrong comes back as `Failed`. Of all requests only `Export` writes a file."""
        if self.step is None:
            return Failed(-1, "There is no model yet: train one or open a run.")
        yielded, self.yields = self.yields, not isinstance(request, URGENT)
        try:
            with memory_errors_told("this view", "Fewer rows, columns or images, or a smaller scale, need less."):
                match request:
                    case Export():
                        return write_drawn(self._draw_for_file(request, self.step))
                    case DrawForFile():
                        return self._draw_for_file(request.export, self.step)
                return answer_to(type(request))(self, request, self.step)
        except LatentLabError as error:
            return Failed(self.step, str(error), isinstance(error, WrongSizeError))
        finally:
            self.yields = yielded

    def _draw_for_file(self, export: Export, step: int) -> DrawnForFile:
        view = answer_to(type(export.request))(self, export.request, step)
        assert isinstance(view, View)
        return DrawnForFile(step, export, view, self.config, self.run_path)
