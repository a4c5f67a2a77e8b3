"""Looking into a latent space: plain requests in, images out. Knows no window and no training.

`requests` costs little to import; `renderer` brings torch. Called like a function, the package opens the window on a model of
one's own: see `latentlab.gui.own_model`.
"""

import importlib
import sys
from types import ModuleType
from typing import Any


class _Callable(ModuleType):
    def __call__(self, model: Any, images: Any, **options: Any) -> None:
        """As `latentlab.gui.own_model.explore_model`, which is found by name: what draws knows no window."""
        importlib.import_module("latentlab.gui.own_model").explore_model(model, images, **options)


sys.modules[__name__].__class__ = _Callable
