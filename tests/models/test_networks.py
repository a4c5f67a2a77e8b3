"""Encoders and decoders of every image size that is offered."""

from typing import Literal

import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.errors import ConfigError
from latentlab.models import VAE, build_vae

sides = st.integers(16, 256)


def _vae(name: Literal["conv", "mlp"], shape: tuple[int, int, int], seed: int = 0) -> VAE:
    size = {"hidden": 4, "layers": 1} if name == "mlp" else {"width": 2}
    model = ModelConfig(name=name, latent_dim=3, **size)
    return build_vae(model, LikelihoodConfig(), shape, torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("name", ["conv", "mlp"])
@settings(max_examples=5)
@given(st.sampled_from([1, 3]), sides, sides)
@example(1, 16, 16)
@example(3, 17, 31)
@example(1, 16, 256)
@example(3, 255, 33)
@example(3, 256, 256)
def test_images_of_any_size_come_back_in_their_own(
    name: Literal["conv", "mlp"], channels: int, height: int, width: int
) -> None:
    vae = _vae(name, (channels, height, width))
    x = torch.rand(2, channels, height, width)
    posterior = vae.encode(x)
    assert posterior.mean.shape == posterior.logvar.shape == (2, 3)
    likelihood = vae.decode(posterior.mode)
    assert likelihood.mean.shape == x.shape
    likelihood.log_prob(x).mean().backward()
    assert all(parameter.grad is not None for parameter in vae.decoder.parameters())


@pytest.mark.parametrize("name", ["conv", "mlp"])
def test_every_pixel_is_seen_and_drawn(name: Literal["conv", "mlp"]) -> None:
    vae = _vae(name, (1, 17, 22))
    x = torch.rand(1, 1, 17, 22, generator=torch.Generator().manual_seed(0)).requires_grad_()
    vae.encode(x).mean.square().sum().backward()
    assert x.grad is not None
    assert (x.grad != 0).all()
    z = torch.randn(8, 3)
    assert (vae.decode(z).mean.var(0) > 0).all()


@pytest.mark.parametrize("shape", [(1, 8, 8), (1, 300, 300), (3, 15, 64), (3, 64, 257)])
@pytest.mark.parametrize("name", ["conv", "mlp"])
def test_other_sizes_are_refused_with_the_limits(name: Literal["conv", "mlp"], shape: tuple[int, int, int]) -> None:
    with pytest.raises(ConfigError, match=rf"images are {shape[2]}×{shape[1]}; the networks take 16 to 256 pixels"):
        _vae(name, shape)


def test_weights_come_from_the_given_generator_alone() -> None:
    torch.manual_seed(0)
    first = _vae("conv", (1, 32, 32), seed=1).state_dict()
    torch.manual_seed(123)
    again, other = (_vae("conv", (1, 32, 32), seed=seed).state_dict() for seed in (1, 2))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not any(torch.equal(first[name], other[name]) for name in first)


def test_weights_are_drawn_as_pytorch_draws_them() -> None:
    reference = torch.nn.Linear(4096, 8)
    drawn = build_vae(ModelConfig(name="mlp", hidden=4096, layers=1, latent_dim=4), LikelihoodConfig(), (1, 16, 16)).encoder[-1]
    for ours, theirs in ((drawn.weight, reference.weight), (drawn.bias, reference.bias)):
        bound = 1 / 4096**0.5
        assert ours.abs().max() <= bound
        assert theirs.abs().max() <= bound
    assert drawn.weight.std().item() == pytest.approx(reference.weight.std().item(), rel=0.05)
