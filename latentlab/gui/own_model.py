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
    """Open the window on a model of one's own; arguments and errors are those of `latentlab.explore`, which calls it."""
    from latentlab.exchange.own import own_run

    with ExitStack() as stack:
        folder = Path(keep) if keep is not None else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="latentlab-")))
        run = own_run(stack, model, images, labels, value_range, name, folder)
        open_window(run=run.path)
