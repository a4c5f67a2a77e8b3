"""Looking into a latent space: plain requests in, images out. Knows no window and no training.

`requests` costs little to import; `renderer` brings torch. Called like a function, the package opens the window on a model of
one's own.
"""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
    from torch import Tensor

    from latentlab.models.own import OwnModel


class _Callable(ModuleType):
    def __call__(
        self,
        model: "OwnModel",
        images: "ArrayLike | Tensor",
        *,
        labels: "ArrayLike | None" = None,
        value_range: tuple[float, float] = (0.0, 1.0),
        name: str = "own-model",
        keep: str | Path | None = None,
    ) -> None:
        """Open the window on a model of one's own, and stay until it is closed.

        The window shows the model as it is now. It has two methods, `encode(x) → (mean, logvar)`, or `(mean, None)`, and
        `decode(z) → images`, see `latentlab.models.own.OwnModel`. In a notebook the cell runs until the window is closed.

        Args:
            model: on the CPU or a GPU; a `torch.nn.Module` is copied to the CPU and put in evaluation mode.
            images: that it was not trained on: bytes, or floats in `value_range`; (N, C, H, W), (N, H, W, C) or (N, H, W).
            labels: a number for each image.
            value_range: what black and white are in the images that the model takes and gives.
            name: of the run that the window shows.
            keep: a folder in which that run stays; without it nothing is left but runs that are trained in the window, which go
                to the folder that runs are usually in.

        Raises:
            DataError: if images or model are not of these shapes, or give values that are not finite.
            LatentLabError: if no window can be opened here.
        """
        own_model = importlib.import_module("latentlab.gui.own_model")  # by its name: what draws knows no window
        own_model.explore_model(model, images, labels=labels, value_range=value_range, name=name, keep=keep)


sys.modules[__name__].__class__ = _Callable
