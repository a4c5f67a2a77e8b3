"""A small picture of a run: a sample of its newest model."""

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import RunError
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.values import View
from latentlab.runs import Run

_SEED = 3


def sample_of(run: Run, largest: int | None = None) -> NDArray[np.uint8]:
    """A sample of a run's newest whole checkpoint, (H, W, 1 or 3), the same at every call.

    Args:
        run: the run; its images are not needed.
        largest: pixels of its longer side; larger ones are thinned out.

    Raises:
        RunError: if there is no checkpoint, or its model cannot be drawn.
    """
    checkpoint = run.checkpoint()
    renderer = Renderer(run.config, run.image_shape, None, run.path, "")
    renderer.load(run.model(checkpoint.step).state_dict(), checkpoint.step)
    drawn = renderer.render(Sample(1, 1, _SEED))
    if not isinstance(drawn, View):
        raise RunError(f"{run.path}: its samples cannot be drawn.")
    pixels = drawn.grid.images[0, 0]
    every = 1 if largest is None else -(-max(pixels.shape[:2]) // largest)
    return np.ascontiguousarray(pixels[::every, ::every])
