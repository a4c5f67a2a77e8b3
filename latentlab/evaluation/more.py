"""Measures that the catalog has code for, beside those that every evaluation works out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from torch import Tensor

from latentlab.catalog.measure import MEASURES
from latentlab.data import ImageStore
from latentlab.errors import CatalogError
from latentlab.models import VAE, Posterior


@dataclass(frozen=True)
class Measured:
    """What a measure may look at.

    Attributes:
        model: in evaluation mode.
        images: held-out images as the likelihood sees them, (N, C, H, W) in [0, 1].
        posterior: of these images.
        store: all held-out images, with their labels and attributes; the images are its first N.
        seed: of the evaluation's noise.
    """

    model: VAE
    images: Tensor
    posterior: Posterior
    store: ImageStore
    seed: int


@dataclass(frozen=True)
class More:
    """Measures by name.

    Attributes:
        values: None where one cannot be had.
        unavailable: name → reason, for each that is None.
    """

    values: Mapping[str, float | None]
    unavailable: Mapping[str, str]


def measure_more(measured: Measured) -> More:
    """Every measure with code of its own. One that fails is left out with the reason: it may be a plug-in's."""
    values: dict[str, float | None] = {}
    unavailable: dict[str, str] = {}
    for name, entry in MEASURES.items():
        if not entry.code:
            continue
        values[name] = None
        try:
            value = entry.load()(measured)
        except CatalogError as error:
            unavailable[name] = str(error)
        except Exception as error:  # noqa: BLE001 - the code is not ours, and the other numbers do not depend on it
            unavailable[name] = f"it failed: {type(error).__name__}: {error}."
        else:
            if value is None or not math.isfinite(value):
                unavailable[name] = "it is not defined for this model and these images."
            else:
                values[name] = float(value)
    return More(values, unavailable)
