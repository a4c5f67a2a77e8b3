"""Where a number stopped being finite: the first layer, found by repeating the failing step under watch, and what helps."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from latentlab.catalog.likelihoods import SpreadConfig
from latentlab.catalog.numbers import term_weight
from latentlab.config import RunConfig
from latentlab.errors import NonFiniteError
from latentlab.objectives import LossTerms


@dataclass(frozen=True)
class Fault:
    """What was found.

    Attributes:
        layer: in words, such as "encoder.2 (Conv2d)"; empty where no layer is to blame.
        cause: images, weights, forward (a layer's output), term (a term of finite outputs) or backward (a gradient).
    """

    layer: str
    cause: str


NOWHERE = Fault("", "backward")
"""Nothing was found."""


def locate(model: nn.Module, x: Tensor, loss: Callable[[], LossTerms], parameters: list[nn.Parameter]) -> Fault:
    """The first place where the step that failed is not finite.

    Args:
        model: with the weights that the step began with.
        x: the images of the step.
        loss: computes its loss again under the same noise.
        parameters: of the model, those that learn.
    """
    if not torch.isfinite(x).all():
        return Fault("", "images")
    for name, parameter in model.named_parameters():
        if not torch.isfinite(parameter).all():
            return Fault(_layer_of(model, name), "weights")
    with _watched(model) as outputs, torch.enable_grad():
        again = loss()
    broken = next((name for name, finite, _ in outputs if not finite), None)
    if broken is not None:
        return Fault(broken, "forward")
    if not all(bool(torch.isfinite(value)) for value in again.terms.values()):
        largest = max(outputs, key=lambda output: output[2], default=("", True, 0.0))
        return Fault(largest[0], "term")
    gradients: Sequence[Tensor | None] = torch.autograd.grad(again.total, parameters, allow_unused=True)
    names = [name for name, parameter in model.named_parameters() if parameter.requires_grad]
    # The layers nearest to the loss come last in a network, and their gradients are the first to be worked out.
    for name, gradient in reversed(list(zip(names, gradients, strict=True))):
        if gradient is not None and not torch.isfinite(gradient).all():
            return Fault(_layer_of(model, name), "backward")
    return NOWHERE


def weights_are_finite(model: nn.Module) -> bool:
    """Whether every weight is a finite number."""
    return all(bool(torch.isfinite(parameter).all()) for parameter in model.parameters())


def non_finite(term: str, step: int, fault: Fault, model: nn.Module, config: RunConfig) -> NonFiniteError:
    """The error that says what stopped being finite after a step, where it began and what helps."""
    first = f" It began in {fault.layer}." if fault.layer else ""
    kept = (
        "The step was not taken and the weights are finite."
        if weights_are_finite(model)
        else ("The weights are not finite either: go back to an earlier checkpoint.")
    )
    return NonFiniteError(
        f"The {term} stopped being finite after step {step:,}.{first} {kept} {advice(fault, term, config)}",
        step=step,
        term=term,
        layer=fault.layer,
    )


def advice(fault: Fault, term: str, config: RunConfig) -> str:
    """What is likely to help, as a sentence."""
    train = config.train
    if fault.cause == "images":
        return "The images hold values that are not finite: look at them with latentlab data scan."
    if train.precision != "float32" and fault.cause != "weights":
        return f"train.precision = {train.precision} has a small range or few digits: try float32."
    learned = isinstance(config.likelihood, SpreadConfig) and config.likelihood.scale == "learned"
    if term.startswith("distortion") and learned:
        return "The learned spread may have shrunk to nothing: try likelihood.scale = optimal, or a lower train.learning_rate."
    if weight := term_weight(term):
        return f"Try a lower train.learning_rate (it is {train.learning_rate:g}), or a smaller {weight}."
    return f"Try a lower train.learning_rate (it is {train.learning_rate:g}), or a train.gradient_clip of about 100."


def _layer_of(model: nn.Module, parameter: str) -> str:
    name = parameter.rpartition(".")[0]
    return _words(name, model.get_submodule(name)) if name else parameter


def _words(name: str, module: nn.Module) -> str:
    return f"{name} ({type(module).__name__})"


@contextlib.contextmanager
def _watched(model: nn.Module) -> Iterator[list[tuple[str, bool, float]]]:
    """Fills a list, in order of computation, with each layer, whether its output is finite, and its largest value."""
    outputs: list[tuple[str, bool, float]] = []

    def hook(name: str) -> Callable[[nn.Module, object, object], None]:
        def note(module: nn.Module, inputs: object, output: object) -> None:
            del inputs
            if isinstance(output, Tensor):
                value = output.detach()
                finite = bool(torch.isfinite(value).all())
                outputs.append((_words(name, module), finite, float(value.abs().max()) if finite and value.numel() else 0.0))

        return note

    handles = [
        module.register_forward_hook(hook(name)) for name, module in model.named_modules() if not list(module.children())
    ]
    try:
        yield outputs
    finally:
        for handle in handles:
            handle.remove()
