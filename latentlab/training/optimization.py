"""A network's optimiser with what stands between a loss and a step: scaling, clipping, refusal of what is not finite."""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from latentlab.catalog.optimizers import OPTIMIZERS, Optimizer
from latentlab.config import TrainConfig
from latentlab.models import VAE
from latentlab.objectives.companions import Adam
from latentlab.share import present
from latentlab.training.state import ScalerState, load_moments, moments_of


class Optimization:
    """The only place that changes a network's weights.

    Attributes:
        network: whose.
        kept: what the optimiser keeps of each weight.
        clip: largest norm of the whole gradient; 0 does not clip.
        scales: whether losses are scaled for float16, whose gradients may overflow now and then: such steps are skipped.
        asks: whether the host looks in each step if all is finite. It costs nothing on a CPU; a GPU would be waited for.
    """

    def __init__(
        self,
        network: nn.Module,
        optimizer: Optimizer,
        arguments: Mapping[str, Any],
        *,
        rate: float,
        weight_decay: float = 0.0,
        clip: float = 0.0,
        scales: bool = False,
    ) -> None:
        """Begin.

        Args:
            network: on its device.
            optimizer: of the catalog.
            arguments: of its class.
            rate: its learning rate at first.
            weight_decay: of those weights that decay, see `decays`.
            clip: largest norm of the whole gradient; 0 does not clip.
            scales: see the class.
        """
        self.network = network
        self.scales = scales
        self.clip = clip
        self.kept = optimizer.kept
        self._parameters = list(network.parameters())
        self.asks = self._parameters[0].device.type == "cpu"
        self._optimizer: torch.optim.Optimizer = optimizer.load()(
            _groups(network, weight_decay) if optimizer.decays else self._parameters, lr=rate, fused=True, **arguments
        )
        if arguments.get("momentum"):
            # PyTorch makes these in the first step, of memory as it finds it where that step is refused.
            for parameter in self._parameters:
                self._optimizer.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter)
        self._scaler = torch.amp.GradScaler(self._parameters[0].device.type, enabled=scales)

    @classmethod
    def of_vae(cls, vae: VAE, train: TrainConfig) -> "Optimization":
        """As the settings of a run have it."""
        optimizer = OPTIMIZERS[train.optimizer]
        return cls(
            vae,
            optimizer,
            optimizer.arguments(train),
            rate=train.learning_rate,
            weight_decay=train.weight_decay,
            clip=train.gradient_clip,
            scales=train.precision == "fp16",
        )

    @classmethod
    def by_adam(cls, network: nn.Module, adam: Adam) -> "Optimization":
        """Of a second network."""
        arguments = {"betas": (adam.beta1, adam.beta2), "eps": adam.epsilon}
        return cls(network, OPTIMIZERS["adam"], arguments, rate=adam.learning_rate)

    @property
    def learning_rate(self) -> float:
        """Of the next step."""
        return float(self._optimizer.param_groups[0]["lr"])

    @learning_rate.setter
    def learning_rate(self, rate: float) -> None:
        for group in self._optimizer.param_groups:
            group["lr"] = rate

    def forget_gradient(self) -> None:
        """Begin a step."""
        self._optimizer.zero_grad(set_to_none=True)

    def add_gradient(self, loss: Tensor) -> None:
        """Add the gradient of a loss, or of a part of it, in the network's weights."""
        self._scaler.scale(loss).backward()

    def gradient_norm(self, loss: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Average the gradient that was added up over the processes of the run, and clip it.

        Returns:
            The loss, averaged likewise, the gradient's norm before clipping, and whether both are finite; scalars on the
            device, without a gradient.
        """
        loss = present().average_gradients(self._parameters, loss)
        self._scaler.unscale_(self._optimizer)
        gradients = [parameter.grad for parameter in self._parameters if parameter.grad is not None]
        # As PyTorch's `get_total_norm`, which first sorts gradients by device and type: these are of one device.
        norm = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
        if self.clip:
            torch.nn.utils.clip_grads_with_norm_(self._parameters, self.clip, norm)
        whole = loss + norm
        return loss, norm, whole - whole == 0  # two kernels, where `isfinite` takes four

    def step(self, healthy: Tensor) -> None:
        """Follow the gradient, unless something is not finite; a GPU decides that by itself."""
        if self.scales:
            self._scaler.step(self._optimizer)
            self._scaler.update()
        elif self.asks:
            if healthy:
                self._optimizer.step()
        else:
            self._optimizer.found_inf = (~healthy).float()  # type: ignore[attr-defined]
            self._optimizer.step()

    def scale_losses(self, scales: bool) -> None:
        """Begin or end scaling losses for float16."""
        if scales != self.scales:
            self.scales = scales
            self._scaler = torch.amp.GradScaler(self._parameters[0].device.type, enabled=scales)

    def moments(self) -> dict[str, dict[str, Tensor]]:
        """What the optimiser keeps of each weight."""
        return moments_of(self._optimizer, self.network, self.kept)

    def scaler_state(self) -> ScalerState | None:
        """Of the loss scaler, None where there is none."""
        if not self.scales:
            return None
        state = self._scaler.state_dict()
        return ScalerState(scale=state["scale"], growth_tracker=state["_growth_tracker"])

    def load(self, moments: Mapping[str, Mapping[str, Tensor]], scaler: ScalerState | None = None) -> None:
        """Restore what `moments`, which must have been checked, and `scaler_state` gave."""
        load_moments(self._optimizer, self.network, moments)
        if scaler and self.scales:
            settings = self._scaler.state_dict()
            self._scaler.load_state_dict({**settings, "scale": scaler.scale, "_growth_tracker": scaler.growth_tracker})


def _groups(network: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """The parameters that decay, and the others."""
    named = list(network.named_parameters())
    decaying = [parameter for name, parameter in named if decays(name, parameter)]
    others = [parameter for name, parameter in named if not decays(name, parameter)]
    groups = [{"params": decaying, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0.0}]
    return [group for group in groups if group["params"]]


def decays(name: str, parameter: nn.Parameter) -> bool:
    """Whether weight decay is for a parameter: for no bias and no norm, which have one dimension, and not for the prior."""
    return parameter.ndim > 1 and not name.startswith("prior_network.")
