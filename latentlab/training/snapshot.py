"""A copy of the weights for looking at, taken between two steps."""

from dataclasses import dataclass

from torch import Tensor

from latentlab.models import VAE


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The weights as they were at one step.

    Attributes:
        step: steps taken when it was made.
        state: parameters and buffers, copies on the CPU that nothing else holds.
    """

    step: int
    state: dict[str, Tensor]

    @classmethod
    def of(cls, model: VAE, step: int) -> "Snapshot":
        """Copy a model's weights; call it between steps, on the thread that trains."""
        return cls(step, {name: value.detach().to("cpu", copy=True) for name, value in model.state_dict().items()})
