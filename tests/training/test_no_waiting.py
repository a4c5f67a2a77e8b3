"""A step never waits for the device: nothing in it asks the host for a number."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from latentlab.catalog import COMPARISONS, TRANSFORMS
from latentlab.catalog.data_settings import DigitsConfig
from latentlab.catalog.entries import SettingsCatalog
from latentlab.catalog.likelihoods import LIKELIHOODS
from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.priors import PRIORS
from latentlab.config import RunConfig, override
from latentlab.data import Dataset, load_dataset
from latentlab.training import Trainer

_ASKS = frozenset({"_local_scalar_dense", "item", "is_nonzero", "equal", "nonzero", "masked_select", "unique_dim", "_unique2"})
"""Operators whose result, or the size of whose result, the host has to know."""


class _Asked(TorchDispatchMode):
    """Notes every question; it holds on a CPU what would stall a GPU."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __torch_dispatch__(
        self, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        name = func.overloadpacket.__name__
        by_mask = name.startswith("index") and any(_is_mask(index) for each in args if isinstance(each, list) for index in each)
        if name in _ASKS or by_mask:
            self.names.append(name)
        return func(*args, **(kwargs or {}))


def _is_mask(index: object) -> bool:
    return isinstance(index, Tensor) and index.dtype == torch.bool


_ALSO = {"ladder": " model.top_dim=1", "autoencoder_kl": " model.latent_dim=64 model.channels=32,32,32"}


def names(catalog: SettingsCatalog[Any]) -> list[str]:
    return [entry.name for entry in catalog.trained]


def _settings() -> list[str]:
    compared = "consistency.weight=0.1"
    return [
        *(f"model.name={name}" + _ALSO.get(name, "") for name in names(NETWORKS)),
        *(f"objective.name={name}" for name in OBJECTIVES),
        *(f"prior.name={name}" for name in PRIORS),
        *(f"likelihood.name={name}" for name in names(LIKELIHOODS)),
        *(f"consistency.name={name} {compared}" for name in COMPARISONS),
        *(f"transform.policy={name} {compared}" for name in TRANSFORMS),
        "adversarial.weight=1",
        "adversarial.weight=1 adversarial.adaptive=true",
        "train.accumulate=2 train.gradient_clip=1 data.flip=true",  # a running average counts its steps on the host
    ]


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return load_dataset(DigitsConfig())


@pytest.mark.parametrize("settings", _settings())
def test_a_step_asks_the_host_for_nothing(settings: str, tiny_config: RunConfig, digits: Dataset) -> None:
    learner = Trainer(override(tiny_config, settings.split()), digits).learner
    for each in (learner.optimization, *(partner.optimization for partner in learner.partners)):
        each.asks = False  # as on a GPU
    learner.take_step(0)
    with _Asked() as asked:
        learner.take_step(1)
    assert asked.names == []
