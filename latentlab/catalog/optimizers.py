"""The optimisers: what makes a step of a gradient."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from latentlab.catalog.entries import Catalog, Entry

OptimizerName = Literal["adam", "adamw", "sgd"]
_ADAM = ("step", "exp_avg", "exp_avg_sq")


@dataclass(frozen=True, kw_only=True)
class Optimizer(Entry):
    """An optimiser of PyTorch's. Its code is the class.

    Attributes:
        kept: what it keeps of each parameter, which a checkpoint holds.
        arguments: settings of training → arguments of the class beside parameters, rate and weight decay.
        decays: whether it takes `train.weight_decay`.
    """

    kept: tuple[str, ...]
    arguments: Callable[[Any], Mapping[str, Any]]
    decays: bool = False


def _adam(train: Any) -> Mapping[str, Any]:
    return {"betas": (train.adam_beta1, 0.999), "eps": train.adam_epsilon}


OPTIMIZERS: Catalog[Optimizer] = Catalog("optimiser")
OPTIMIZERS.add(
    Optimizer(
        name="adam",
        label="Adam",
        summary="steps scaled by the root of the mean squared gradient",
        paper="Kingma & Ba 2015",
        kept=_ADAM,
        arguments=_adam,
        code="torch.optim:Adam",
    ),
    Optimizer(
        name="adamw",
        label="AdamW",
        summary="Adam with weight decay apart from the gradient",
        paper="Loshchilov & Hutter 2019",
        kept=_ADAM,
        arguments=_adam,
        decays=True,
        code="torch.optim:AdamW",
    ),
    Optimizer(
        name="sgd",
        label="SGD",
        summary="the gradient itself, with momentum",
        kept=("momentum_buffer",),
        arguments=lambda train: {"momentum": train.momentum},
        code="torch.optim:SGD",
    ),
)
