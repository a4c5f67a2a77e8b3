"""The window on somebody's own model, from a script or a notebook."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.gui.app import open_window

if TYPE_CHECKING:
    import torch
    from numpy.typing import ArrayLike

    from latentlab.models.own import OwnModel


def explore_model(
    model: "OwnModel",
    images: "ArrayLike | torch.Tensor",
    *,
    labels: "ArrayLike | None" = None,
    value_range: tuple[float, float] = (0.0, 1.0),
    name: str = "own-model",
    keep: str | Path | None = None,
) -> None:
    """Open the window on a model of one's own, and stay until it is closed; `latentlab.explore(model, images)` is the same.

    The window shows the model as it is now. It has two methods, `encode(x) → (mean, logvar)` and `decode(z) → images`, see
    `latentlab.models.own.OwnModel`. In a notebook the cell runs until the window is closed.

    Args:
        model: on the CPU or a GPU; a `torch.nn.Module` is copied to the CPU and put in evaluation mode.
        images: that it was not trained on: bytes, or floats in `value_range`; (N, C, H, W), (N, H, W, C) or (N, H, W).
        labels: a number for each image.
        value_range: what black and white are in the images that the model takes and gives.
        name: of the run that the window shows.
        keep: a folder in which that run stays; without it nothing is left.

    Raises:
        DataError: if images or model are not of these shapes, or give values that are not finite.
        latentlab.errors.LatentLabError: if no window can be opened here.
    """
    from latentlab.exchange.own import own_run

    with ExitStack() as stack:
        folder = Path(keep) if keep is not None else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="latentlab-")))
        run = own_run(stack, model, images, labels, value_range, name, folder)
        open_window(run=run.path)
