"""A model as a folder of pythae (Chadebec et al. 2022) that its `AutoModel.load_from_folder` loads.

pythae keeps networks of its users' own as pickled code. What is written here needs none: its default network for VAEs, which is
an MLP with one hidden layer of 512 units, ReLU and a sigmoid at the end.
"""

import json
import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab.catalog.likelihoods import BernoulliConfig, SpreadConfig
from latentlab.catalog.networks import MlpConfig
from latentlab.config import RunConfig
from latentlab.errors import ConfigError
from latentlab.exchange.exported import Source, instead

_HIDDEN = 512
_HIDDEN_ENCODER, _MEAN, _LOGVAR = "encoder.layers.0.0", "encoder.embedding", "encoder.log_var"
_HIDDEN_DECODER, _PIXELS = "decoder.layers.0.0", "decoder.layers.1.0"


def write(source: Source, folder: Path) -> float:
    """Write model.pt, model_config.json and environment.json, and compare what the weights compute with PyTorch.

    Raises:
        ConfigError: if a setting of the model has no counterpart in pythae's network.
        ExportError: if the weights compute something else.
    """
    config = source.run.config
    check_counterpart(config)
    state = state_of(source)
    torch.save({"model_state_dict": state}, folder / "model.pt")
    model = {
        "name": "VAEConfig",
        "input_dim": list(source.vae.image_shape),
        "latent_dim": source.vae.latent_dim,
        "uses_default_encoder": True,
        "uses_default_decoder": True,
        "reconstruction_loss": "bce" if isinstance(config.likelihood, BernoulliConfig) else "mse",
    }
    environment = {"name": "EnvironmentConfig", "python_version": f"{sys.version_info[0]}.{sys.version_info[1]}"}
    for name, content in (("model_config", model), ("environment", environment)):
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")

    def computed(half: str, given: Tensor) -> tuple[Tensor, ...]:
        def linear(name: str, x: Tensor) -> Tensor:
            return functional.linear(x, state[f"{name}.weight"], state[f"{name}.bias"])

        if half == "encoder":
            hidden = functional.relu(linear(_HIDDEN_ENCODER, given.flatten(1)))
            return linear(_MEAN, hidden), linear(_LOGVAR, hidden)
        pixels = torch.sigmoid(linear(_PIXELS, functional.relu(linear(_HIDDEN_DECODER, given))))
        return (pixels.view(-1, *source.vae.image_shape),)

    return source.check(computed)


def check_counterpart(config: RunConfig) -> None:
    """Raise ConfigError where pythae's network cannot compute what a model of these settings does."""
    model, likelihood = config.model, config.likelihood
    if not isinstance(model, MlpConfig):
        obstacle = f"model.name = '{model.name}': pythae's own network is an MLP"
    elif model.layers != 1:
        obstacle = f"model.layers = {model.layers}: pythae's MLP has 1 hidden layer"
    elif model.hidden != _HIDDEN:
        obstacle = f"model.hidden = {model.hidden}: pythae's MLP has {_HIDDEN} hidden units"
    elif isinstance(likelihood, SpreadConfig) and likelihood.output == "linear":
        obstacle = "likelihood.output = 'linear': pythae's MLP ends in a sigmoid"
    elif not isinstance(likelihood, BernoulliConfig | SpreadConfig):
        obstacle = f"likelihood.name = '{likelihood.name}': pythae's MLP gives one value for each pixel through a sigmoid"
    else:
        return
    raise ConfigError(f"{obstacle}; {instead(config)}")


def state_of(source: Source) -> dict[str, Tensor]:
    """The weights under pythae's names."""
    first, last = _linear_layers(source.vae.encoder)
    opening, pixels = _linear_layers(source.vae.decoder)
    (mean_weight, logvar_weight), (mean_bias, logvar_bias) = last.weight.chunk(2), last.bias.chunk(2)
    layers = {
        _HIDDEN_ENCODER: (first.weight, first.bias),
        _MEAN: (mean_weight, mean_bias),
        _LOGVAR: (logvar_weight, logvar_bias),
        _HIDDEN_DECODER: (opening.weight, opening.bias),
        _PIXELS: (pixels.weight, pixels.bias),
    }
    parts = ("weight", "bias")
    return {
        f"{name}.{part}": value.detach().clone()
        for name, values in layers.items()
        for part, value in zip(parts, values, strict=True)
    }


def _linear_layers(network: nn.Module) -> list[nn.Linear]:
    return [layer for layer in network.modules() if isinstance(layer, nn.Linear)]
