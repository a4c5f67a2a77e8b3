"""Beginning with the weights of another run, all of them or those of one network, which may stay as they are."""

from pathlib import Path

import torch
from torch import Tensor, nn

from latentlab.config import TrainConfig
from latentlab.errors import ConfigError, RunError
from latentlab.models import VAE
from latentlab.runs import Run


def take_weights(train: TrainConfig, models: list[VAE]) -> str:
    """Give models the weights of the run that the settings name, as it is shown at its newest checkpoint.

    Returns:
        A sentence on what they begin with; empty where the settings name no run.

    Raises:
        ConfigError: if that run cannot be read, or its networks have other weights or shapes.
    """
    if not train.init_from:
        return ""
    try:
        run = Run(Path(train.init_from).expanduser())
        step = run.checkpoint().step
        theirs = run.model(step).state_dict()
    except RunError as error:
        raise ConfigError(f"train.init_from = {train.init_from!r}: {error}") from None
    wanted = {name: value for name, value in models[0].state_dict().items() if name.startswith(_prefixes(train))}
    for name, value in wanted.items():
        _require_shape(train, name, value, theirs.get(name))
    with torch.no_grad():
        for model in models:
            for name, value in model.state_dict().items():
                if name in wanted:
                    value.copy_(theirs[name])
    parts = "all weights" if train.init_parts == "all" else f"the {train.init_parts}"
    return f"Begins with {parts} of {run.path.name} at step {step:,}{', which stays as it is' if train.freeze else ''}."


def freeze(train: TrainConfig, model: VAE) -> None:
    """Let no gradient reach the weights that the settings say stay as they are."""
    if train.freeze:
        network: nn.Module = getattr(model, train.init_parts)
        network.requires_grad_(False)


def _prefixes(train: TrainConfig) -> tuple[str, ...]:
    return ("",) if train.init_parts == "all" else (f"{train.init_parts}.",)


def _require_shape(train: TrainConfig, name: str, ours: Tensor, theirs: Tensor | None) -> None:
    where = f"train.init_from = {train.init_from!r}"
    if theirs is None:
        raise ConfigError(f"{where}: that run has no {name}, which this one has; both need the same networks.")
    if theirs.shape != ours.shape:
        raise ConfigError(f"{where}: {name} has the shape {_text(theirs)} there and {_text(ours)} here; they must be the same.")


def _text(value: Tensor) -> str:
    return "×".join(map(str, value.shape)) or "1"
