"""Requests in, results out: each kind of request is met by a function of the scene.

Requests are made of plain values, so that a view, a thread and a test speak the same language.
"""

from collections.abc import Callable, Mapping
from typing import Any

import torch

from latentlab.data import load_dataset
from latentlab.errors import LatentLabError, RunError, WrongSizeError
from latentlab.explore import neighbours, pictures
from latentlab.explore.components import find_components
from latentlab.explore.consistency import compare
from latentlab.explore.direction_file import read_directions
from latentlab.explore.directions import walk_direction
from latentlab.explore.export import grid_png, write_picture
from latentlab.explore.interpolation import corners, interpolate
from latentlab.explore.latent_map import draw_map
from latentlab.explore.link import link
from latentlab.explore.loops import loop_file
from latentlab.explore.marginals import draw_marginals
from latentlab.explore.pairs import draw_pairs
from latentlab.explore.pixel_maps import deviation, difference
from latentlab.explore.provenance import provenance
from latentlab.explore.ranking import rank
from latentlab.explore.requests import (
    Analogy,
    Compare,
    Corners,
    Decode,
    Describe,
    Deviate,
    Differ,
    DrawPosterior,
    Encode,
    Export,
    Exported,
    Failed,
    FindComponents,
    FindDirection,
    Gallery,
    Glimpse,
    Interpolate,
    Link,
    Map,
    Marginals,
    Neighbours,
    Pairs,
    Rank,
    ReadDirections,
    Reconstruct,
    Request,
    Result,
    Sample,
    Strength,
    Survey,
    Traverse,
    View,
    Walk,
)
from latentlab.explore.scene import Scene
from latentlab.explore.strength import sweep_strength
from latentlab.explore.survey import survey
from latentlab.explore.traversal import traverse
from latentlab.explore.walk import walk_through
from latentlab.models.memory import memory_errors_told
from latentlab.runs import Run, Segment

_MET_BY: Mapping[type, Callable[[Scene, Any, int], Result]] = {
    Analogy: neighbours.solve_analogy,
    Compare: compare,
    Corners: corners,
    Decode: pictures.decode,
    Deviate: deviation,
    Differ: difference,
    DrawPosterior: pictures.draw_posterior,
    Describe: pictures.describe,
    Encode: pictures.encode,
    FindComponents: find_components,
    FindDirection: walk_direction,
    Gallery: pictures.gallery,
    Glimpse: pictures.glimpse,
    Interpolate: interpolate,
    Link: link,
    Map: draw_map,
    Pairs: draw_pairs,
    Rank: rank,
    Marginals: draw_marginals,
    Neighbours: neighbours.find_neighbours,
    ReadDirections: read_directions,
    Reconstruct: pictures.reconstruct,
    Sample: pictures.sample,
    Strength: sweep_strength,
    Survey: survey,
    Traverse: traverse,
    Walk: walk_through,
}


class Renderer(Scene):
    """Renders requests with one set of weights at a time. Belongs to one thread."""

    @classmethod
    def of_run(cls, run: Run, step: int | None = None) -> "Renderer":
        """A renderer of a run's checkpoint, the newest unless a step is given, with the held-out images of its data.

        Raises:
            RunError, DataError: if the checkpoint or the images cannot be read.
        """
        checkpoint = run.checkpoint(step)
        renderer = cls(run.config, run.image_shape, load_dataset(run.config.data).test, run.path)
        renderer.load(run.model(checkpoint.step).state_dict(), checkpoint.step)
        return renderer

    @torch.no_grad()
    def render(self, request: Request) -> Result:
        """Meet a request; what goes wrong comes back as `Failed`."""
        if self.step is None:
            return Failed(-1, "There is no model yet: train one or open a run.")
        try:
            with memory_errors_told("this view", "Fewer rows, columns or images, or a smaller scale, need less."):
                if isinstance(request, Export):
                    return self._export(request, self.step)
                return _MET_BY[type(request)](self, request, self.step)
        except LatentLabError as error:
            return Failed(self.step, str(error), isinstance(error, WrongSizeError))

    def _history(self) -> tuple[Segment, ...]:
        """What of its settings the run has changed; nothing where its folder is gone."""
        try:
            return Run(self.run_path).header.history
        except RunError:
            return ()

    def _export(self, request: Export, step: int) -> Exported:
        view = _MET_BY[type(request.request)](self, request.request, step)
        assert isinstance(view, View)
        origin = provenance(self.config, self.run_path, step, request, self._history())
        scale, labels = request.scale, request.labels
        if request.is_loop:
            ending = request.path.suffix.lower()
            content = loop_file(view.grid, origin, ending, scale=scale, labels=labels, fps=request.fps)
        else:
            content = grid_png(view.grid, origin, scale=scale, labels=labels)
        write_picture(request.path, content)
        return Exported(step, request.path, str(origin["command"]))
