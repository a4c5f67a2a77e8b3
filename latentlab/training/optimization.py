"""A network's optimiser with what stands between a loss and a step: scaling, clipping, refusal of what is not finite."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from latentlab.objectives.companions import Adam
from latentlab.training.state import ScalerState, load_moments, moments_of


class Optimization:
    """The only place that changes a network's weights.

    Attributes:
        network: whose.
        scales: whether losses are scaled for float16, whose gradients may overflow now and then: such steps are skipped.
    """

    def __init__(self, network: nn.Module, adam: Adam, *, clip: float = 0.0, scales: bool = False) -> None:
        """Begin.

        Args:
            network: on its device.
            adam: of the optimiser.
            clip: largest norm of the whole gradient; 0 does not clip.
            scales: see the class.
        """
        self.network = network
        self.scales = scales
        self._clip = clip
        self._parameters = list(network.parameters())
        self._optimizer = torch.optim.Adam(
            self._parameters,
            lr=adam.learning_rate,
            betas=(adam.beta1, adam.beta2),
            eps=adam.epsilon,
            fused=True,
        )
        self._scaler = torch.amp.GradScaler(self._parameters[0].device.type, enabled=scales)

    @property
    def learning_rate(self) -> float:
        """Of the next step."""
        return float(self._optimizer.param_groups[0]["lr"])

    @learning_rate.setter
    def learning_rate(self, rate: float) -> None:
        for group in self._optimizer.param_groups:
            group["lr"] = rate

    def backward(self, loss: Tensor) -> tuple[Tensor, Tensor]:
        """The gradient of a loss in the network's weights, clipped.

        Returns:
            Its norm before clipping, and whether that and the loss are finite; both scalars on the device.
        """
        self._optimizer.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()
        self._scaler.unscale_(self._optimizer)
        norm = torch.nn.utils.get_total_norm([parameter.grad for parameter in self._parameters if parameter.grad is not None])
        if self._clip:
            torch.nn.utils.clip_grads_with_norm_(self._parameters, self._clip, norm)
        return norm, torch.isfinite(loss.detach() + norm)

    def step(self, healthy: Tensor) -> None:
        """Follow the gradient, unless something is not finite. That is decided on the device: asking a GPU would stall it."""
        if self.scales:
            self._scaler.step(self._optimizer)
            self._scaler.update()
        else:
            self._optimizer.found_inf = (~healthy).float()  # type: ignore[attr-defined]
            self._optimizer.step()

    def moments(self) -> dict[str, dict[str, Tensor]]:
        """What the optimiser keeps of each weight."""
        return moments_of(self._optimizer, self.network)

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
