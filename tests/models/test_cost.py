"""What a network needs is known before it is allocated, and held against the memory that is available."""

import math

import pytest
import torch

from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig, parse_config
from latentlab.errors import ConfigError
from latentlab.models import VAE, build_vae, cost, refuse_too_large, refuse_too_many_weights, vae_without_weights
from latentlab.objectives import Objective, build_bound

_SHAPE = (3, 32, 32)


def _config(**model: object) -> RunConfig:
    return parse_config({"model": model, "train": {"batch_size": 16}})


_SMALL: dict[str, dict[str, object]] = {"pythae": {}, "autoencoder_kl": {"channels": "32, 32", "latent_dim": 256}}


@pytest.mark.parametrize("name", ["conv", "mlp", "resnet", "ladder", *_SMALL])
@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian"])
def test_the_weights_are_counted_without_being_there(name: str, likelihood: str) -> None:
    small = _SMALL.get(name, {NETWORKS[name].size: 8})
    config = parse_config({"model": {"name": name, **small}, "likelihood": {"name": likelihood}})
    vae = build_vae(config.model, config.likelihood, _SHAPE)
    empty = vae_without_weights(config.model, config.likelihood, _SHAPE)
    assert {name: (value.shape, value.dtype) for name, value in empty.state_dict().items()} == {
        name: (value.shape, value.dtype) for name, value in vae.state_dict().items()
    }
    assert all(value.is_meta for value in empty.state_dict().values())
    needed = cost(config.model, config.likelihood, _SHAPE)
    assert needed.parameters == sum(weight.numel() for weight in vae.parameters())
    assert needed.activations >= 2 * math.prod(_SHAPE)


def test_the_activations_of_a_perceptron_are_those_of_its_layers() -> None:
    config = _config(name="mlp", hidden=8, layers=1, latent_dim=4)
    pixels = math.prod(_SHAPE)
    # The image, flattened; hidden and rectified; mean and logvar; hidden and rectified; the image.
    assert cost(config.model, config.likelihood, _SHAPE).activations == 2 * pixels + 8 + 8 + 2 * 4 + 8 + 8 + pixels


@pytest.mark.parametrize("name", ["vae", "tcvae", "mmd", "dip"])
def test_what_is_kept_of_pairs_of_images_is_counted(name: str) -> None:
    """Of what is saved for the backward pass, the part that grows with the square of the batch is kept of pairs."""
    config = parse_config({"model": {"name": "mlp", "hidden": 8, "layers": 1, "latent_dim": 64}, "objective": {"name": name}})
    vae, objective = build_vae(config.model, config.likelihood, _SHAPE), build_bound(config, 1000)
    kept = [_saved_numbers(vae, objective, batch) for batch in (32, 64, 96)]
    of_pairs = (kept[0] - 2 * kept[1] + kept[2]) / (2 * 32**2)
    counted = cost(config.model, config.likelihood, _SHAPE, config.prior, config.objective).pair_values
    assert counted == OBJECTIVES[name].pair_values * 64
    assert counted <= of_pairs <= counted * 1.3  # beside them, a few numbers for each pair alone


def _saved_numbers(vae: VAE, objective: Objective, batch: int) -> int:
    kept: dict[int, int] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes() // 4
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        loss = objective(vae, torch.rand(batch, *_SHAPE), torch.Generator().manual_seed(0), 0)
    assert loss.total.requires_grad
    return sum(kept.values())


def test_what_does_not_fit_is_refused_before_it_is_allocated(monkeypatch: pytest.MonkeyPatch) -> None:
    config = _config(name="resnet", width=64)
    needed = cost(config.model, config.likelihood, _SHAPE)
    training = needed.training_bytes(16)
    for available, fits in ((training, True), (training - 1, False)):
        monkeypatch.setattr("latentlab.models.costs.available_memory", lambda most=available: most)
        if fits:
            refuse_too_large(config, _SHAPE, torch.device("cpu"))
        else:
            with pytest.raises(ConfigError, match=r"model\.width = 64: with images of 32×32 pixels and train\.batch_size = 16"):
                refuse_too_large(config, _SHAPE, torch.device("cpu"))
    monkeypatch.setattr("latentlab.models.costs.available_memory", lambda: needed.weights_bytes - 1)
    with pytest.raises(ConfigError, match=rf"the network has {needed.parameters:,} weights"):
        refuse_too_many_weights(config.model, config.likelihood, _SHAPE, config.prior)


def test_the_largest_setting_costs_nothing_to_know() -> None:
    config = _config(name="resnet", width=512, blocks=8, latent_dim=1024)
    assert cost(config.model, config.likelihood, (3, 256, 256)).training_bytes(128) > 2**40
