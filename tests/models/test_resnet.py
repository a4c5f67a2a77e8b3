"""The ResNetV2 encoder and decoder of "How to train your VAE"."""

import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.errors import ConfigError
from latentlab.models import VAE, Bernoulli, Gaussian, build_vae, kl_to_standard_normal
from latentlab.models.resnet import ResidualBlock, ResNetDecoder, ResNetEncoder


def _vae(shape: tuple[int, int, int], seed: int = 0, likelihood: str = "bernoulli") -> VAE:
    model = ModelConfig(name="resnet", latent_dim=12, width=4)
    return build_vae(model, LikelihoodConfig(name=likelihood), shape, torch.Generator().manual_seed(seed))


def _images(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def _parameters(network: nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def _statistics(network: nn.Module) -> int:
    """Running means and variances, which Keras counts among the parameters."""
    return sum(buffer.numel() for name, buffer in network.named_buffers() if name.endswith(("running_mean", "running_var")))


def test_parameter_counts_are_the_published_ones() -> None:
    with torch.device("meta"):
        encoder, decoder = ResNetEncoder((3, 256, 256), 512), ResNetDecoder((3, 256, 256), 512)
    posterior = _parameters(encoder[-1])
    convolutional = _parameters(encoder) - posterior + _statistics(encoder)
    generative = _parameters(decoder) + _statistics(decoder)
    assert convolutional == 5_882_944
    assert generative == 4_049_522
    assert convolutional + generative == 9_932_466
    assert posterior == 1_049_600


@pytest.mark.parametrize(("side", "stages"), [(32, 3), (64, 4), (128, 5), (256, 6)])
def test_stages_follow_the_size_down_to_four_pixels(side: int, stages: int) -> None:
    with torch.device("meta"):
        encoder, decoder = ResNetEncoder((3, side, side), 512), ResNetDecoder((3, side, side), 512)
    assert len(decoder.stages) == stages
    assert decoder.start_shape == (64, 4, 4)
    assert encoder[-1].in_features == 64 * 4 * 4
    assert (
        sum(isinstance(layer, ResidualBlock) for layer in encoder) == 3 * stages
    )  # two that keep the size and one that halves it


def test_width_and_blocks_are_settings() -> None:
    shape, latents, width = (1, 32, 32), 20, 6
    two, five = (ResNetEncoder(shape, latents, width, blocks) for blocks in (2, 5))
    assert sum(isinstance(layer, ResidualBlock) for layer in five) == 3 * 6
    assert five(_images(2, *shape)).shape == two(_images(2, *shape)).shape == (2, 2 * latents)
    decoder = ResNetDecoder(shape, latents, width, blocks=3)
    assert [len(stage) for stage in decoder.stages] == [4, 4, 4]
    assert decoder(torch.zeros(2, latents)).shape == (2, *shape)
    assert decoder.start_shape == (3, 4, 4)  # 20 / 8 channels, rounded up
    assert {layer.num_features for layer in five.modules() if isinstance(layer, nn.BatchNorm2d)} == {width}


@settings(max_examples=4)
@given(st.sampled_from([1, 3]), st.integers(16, 256), st.integers(16, 256))
@example(1, 28, 28)
@example(3, 32, 32)
@example(1, 64, 64)
@example(3, 96, 96)
@example(1, 128, 128)
@example(3, 256, 256)
@example(3, 218, 178)
@example(1, 16, 256)
def test_images_of_any_size_come_back_in_their_own(channels: int, height: int, width: int) -> None:
    vae = _vae((channels, height, width))
    x = _images(2, channels, height, width)
    posterior = vae.encode(x)
    assert posterior.mean.shape == posterior.logvar.shape == (2, 12)
    assert vae.decode(posterior.mode).mean.shape == x.shape


@pytest.mark.parametrize("shape", [(3, 8, 8), (1, 300, 64)])
def test_other_sizes_are_refused_with_the_limits(shape: tuple[int, int, int]) -> None:
    with pytest.raises(ConfigError, match=rf"images are {shape[2]}×{shape[1]}; the networks take 16 to 256 pixels"):
        _vae(shape)


def test_the_decoder_gives_logits_or_a_location_and_takes_sample_axes() -> None:
    z = torch.randn(5, 2, 12, generator=torch.Generator().manual_seed(0))
    for name, kind in (("bernoulli", Bernoulli), ("gaussian", Gaussian)):
        likelihood = _vae((3, 32, 32), likelihood=name).decode(z)
        assert isinstance(likelihood, kind)
        assert likelihood.mean.shape == (5, 2, 3, 32, 32)
        assert likelihood.mean.min() > 0
        assert likelihood.mean.max() < 1


@pytest.mark.parametrize("channels", [1, 3])
def test_gradients_reach_every_parameter(channels: int) -> None:
    vae = _vae((channels, 32, 32))
    x = _images(8, channels, 32, 32)
    posterior = vae.encode(x)
    z = posterior.sample(torch.Generator().manual_seed(1))
    (vae.decode(z).log_prob(x) - kl_to_standard_normal(posterior).sum(-1)).mean().neg().backward()
    for name, parameter in vae.named_parameters():
        assert parameter.grad is not None, name
        # A bias before batch norm moves nothing; everything else must.
        assert parameter.ndim == 1 or parameter.grad.abs().max() > 1e-6, name


def test_every_pixel_is_seen_and_drawn() -> None:
    vae = _vae((3, 17, 22)).eval()
    x = _images(1, 3, 17, 22).requires_grad_()
    vae.encode(x).mean.square().sum().backward()
    assert x.grad is not None
    assert (x.grad != 0).all()
    z = torch.randn(8, 12, generator=torch.Generator().manual_seed(0))
    assert (vae.decode(z).mean.var(0) > 0).all()


def test_the_encoder_standardises_each_channel_over_its_pixels() -> None:
    encoder = _vae((3, 32, 32)).eval().encoder
    x = _images(2, 3, 32, 32)
    brighter = x + torch.tensor([0.1, 0.2, 0.4]).view(3, 1, 1)
    torch.testing.assert_close(encoder(brighter), encoder(x), atol=1e-5, rtol=1e-4)
    assert encoder[0].weight.shape == encoder[0].bias.shape == (32, 32)


def test_blocks_add_their_path_to_what_came_in() -> None:
    first, _, down = list(_vae((3, 32, 32)).encoder)[2:5]
    x = _images(2, 4, 8, 8)
    block = first.eval()
    assert not torch.equal(block(x), x)
    nn.init.zeros_(block.path[-1].weight)
    nn.init.zeros_(block.path[-1].bias)
    assert torch.equal(block(x), x)  # nothing comes after the sum
    assert down(x).shape == (2, 4, 4, 4)


def test_batch_norm_has_the_published_constants() -> None:
    x = _images(8, 3, 32, 32)
    encoder = _vae((3, 32, 32)).encoder
    norm = encoder[2].path[0]
    before = encoder[1](encoder[0](x))
    encoder(x)
    torch.testing.assert_close(norm.running_mean, 0.01 * before.mean((0, 2, 3)))
    layers = [layer for layer in encoder.modules() if isinstance(layer, nn.BatchNorm2d | nn.LayerNorm)]
    assert {layer.eps for layer in layers} == {1e-3}


def test_in_evaluation_an_image_does_not_depend_on_the_others() -> None:
    vae = _vae((3, 32, 32))
    x = _images(4, 3, 32, 32)
    with torch.no_grad():
        assert not torch.allclose(vae.encoder(x)[:1], vae.encoder(x[:1]), atol=1e-4)
        vae.eval()
        state = {name: value.clone() for name, value in vae.state_dict().items()}
        together = vae.decode(vae.encode(x).mode).mean
        alone = vae.decode(vae.encode(x[:1]).mode).mean
    torch.testing.assert_close(together[:1], alone, atol=1e-5, rtol=1e-4)
    assert all(torch.equal(value, state[name]) for name, value in vae.state_dict().items())


def test_weights_come_from_the_given_generator_alone() -> None:
    before = torch.get_rng_state()
    first, again, other = (_vae((3, 32, 32), seed=seed).state_dict() for seed in (1, 1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert all(torch.equal(first[name], again[name]) for name in first)
    matrices = [name for name in first if first[name].ndim > 2 or name.endswith("start.weight")]
    assert len(matrices) > 30
    assert not any(torch.equal(first[name], other[name]) for name in matrices)
