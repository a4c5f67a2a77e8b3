"""Requests in, results out: each kind of request is met by a function of the scene.

Requests are made of plain values, so that a view, a thread and a test speak the same language.
"""

from collections.abc import Callable, Mapping
from typing import Any

import torch

from latentlab.data import load_dataset
from latentlab.errors import LatentLabError, WrongSizeError
from latentlab.explore import neighbours, pictures
from latentlab.explore.consistency import compare
from latentlab.explore.direction_file import read_directions
from latentlab.explore.directions import walk_direction
from latentlab.explore.export import animation, grid_png, write_picture
from latentlab.explore.interpolation import interpolate
from latentlab.explore.latent_map import draw_map
from latentlab.explore.marginals import draw_marginals
from latentlab.explore.provenance import provenance
from latentlab.explore.requests import (
    Analogy,
    Compare,
    Decode,
    Describe,
    Encode,
    Export,
    Exported,
    Failed,
    FindDirection,
    Gallery,
    Glimpse,
    Interpolate,
    Map,
    Marginals,
    Neighbours,
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
from latentlab.runs import Run

_MET_BY: Mapping[type, Callable[[Scene, Any, int], Result]] = {
    Analogy: neighbours.solve_analogy,
    Compare: compare,
    Decode: pictures.decode,
    Describe: pictures.describe,
    Encode: pictures.encode,
    FindDirection: walk_direction,
    Gallery: pictures.gallery,
    Glimpse: pictures.glimpse,
    Interpolate: interpolate,
    Map: draw_map,
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
        path = run.checkpoint_path(step)
        renderer = cls(run.config, run.image_shape, load_dataset(run.config.data).test, run.path)
        renderer.load(run.model(step).state_dict(), int(path.name.removeprefix("step-")))
        return renderer

    @torch.no_grad()
    def render(self, request: Request) -> Result:
        """Meet a request; what goes wrong comes back as `Failed`."""
        if self.step is None:
            return Failed(-1, "There is no model yet: train one or open a run.")
        try:
            if isinstance(request, Export):
                return self._export(request, self.step)
            return _MET_BY[type(request)](self, request, self.step)
        except LatentLabError as error:
            return Failed(self.step, str(error), isinstance(error, WrongSizeError))

    def _export(self, request: Export, step: int) -> Exported:
        view = _MET_BY[type(request.request)](self, request.request, step)
        assert isinstance(view, View)
        origin = provenance(self.config, self.run_path, step, request.request, request.path)
        draw = grid_png if request.path.suffix.lower() == ".png" else animation
        write_picture(request.path, draw(view.grid, origin, scale=request.scale, labels=request.labels))
        return Exported(step, request.path, str(origin["command"]))
