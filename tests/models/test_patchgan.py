"""The PatchGAN discriminator of "How to train your VAE"."""

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab.config import AdversarialConfig
from latentlab.models import PatchDiscriminator, build_discriminator
from latentlab.models.resnet import ResNetDecoder, ResNetEncoder


def _discriminator(channels: int = 3, width: int = 8, seed: int = 0) -> PatchDiscriminator:
    return build_discriminator(AdversarialConfig(width=width), (channels, 32, 32), torch.Generator().manual_seed(seed))


def _images(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def _counts(*networks: nn.Module) -> tuple[int, int]:
    """Trained numbers and those of batch-norm statistics."""
    trained = sum(parameter.numel() for network in networks for parameter in network.parameters())
    buffers = [named for network in networks for named in network.named_buffers()]
    return trained, sum(buffer.numel() for name, buffer in buffers if name.endswith(("running_mean", "running_var")))


def test_parameter_counts_are_the_published_ones() -> None:
    with torch.device("meta"):
        discriminator = PatchDiscriminator(3)
        encoder, decoder = ResNetEncoder((3, 256, 256), 512), ResNetDecoder((3, 256, 256), 512)
    encoder[-1] = nn.Flatten()  # the published figure leaves the posterior's dense layers out
    assert sum(_counts(discriminator)) == 412_101
    assert _counts(discriminator, encoder, decoder) == (10_319_215, 25_352)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize(
    ("size", "patches"), [((32, 32), (4, 4)), ((128, 96), (16, 12)), ((28, 17), (4, 3)), ((16, 16), (2, 2))]
)
def test_each_patch_gets_a_logit(channels: int, size: tuple[int, int], patches: tuple[int, int]) -> None:
    logits = _discriminator(channels)(_images(2, channels, *size), torch.Generator())
    assert logits.shape == (2, 1, *patches)


def test_layers_are_the_published_ones() -> None:
    convolutions = [layer for layer in _discriminator(width=128).modules() if isinstance(layer, nn.Conv2d)]
    assert [layer.out_channels for layer in convolutions] == [128, 128, 128, 64, 64, 1]
    assert [layer.stride for layer in convolutions] == [(2, 2)] * 3 + [(1, 1)] * 3
    assert {layer.kernel_size for layer in convolutions} == {(3, 3)}


def test_evaluation_is_the_layers_one_after_another() -> None:
    discriminator = _discriminator()
    x = expected = _images(2, 3, 32, 32)
    for _ in range(3):
        discriminator(x, torch.Generator())  # moves the statistics away from 0 and 1
    discriminator.eval()
    norms = [layer for layer in discriminator.modules() if isinstance(layer, nn.BatchNorm2d)]
    convolutions = [layer for layer in discriminator.modules() if isinstance(layer, nn.Conv2d)]
    for index, (convolution, norm) in enumerate(zip(convolutions, norms, strict=True)):
        expected = functional.conv2d(expected, convolution.weight, convolution.bias, convolution.stride, padding=1)
        mean, variance = norm.running_mean.view(-1, 1, 1), norm.running_var.view(-1, 1, 1)
        expected = (expected - mean) / (variance + 1e-3).sqrt() * norm.weight.view(-1, 1, 1) + norm.bias.view(-1, 1, 1)
        if index < 5:
            expected = torch.where(expected > 0, expected, 0.3 * expected)
    torch.testing.assert_close(discriminator(x), expected)


def test_evaluation_draws_nothing_and_leaves_the_statistics() -> None:
    discriminator = _discriminator().eval()
    x, generator = _images(4, 3, 32, 32), torch.Generator().manual_seed(5)
    state, before = generator.get_state(), {name: value.clone() for name, value in discriminator.state_dict().items()}
    first = discriminator(x, generator)
    assert torch.equal(discriminator(x, generator), first)
    assert torch.equal(generator.get_state(), state)
    torch.testing.assert_close(discriminator(x[:1]), first[:1])
    assert all(torch.equal(value, before[name]) for name, value in discriminator.state_dict().items())


def test_dropout_comes_from_the_given_generator_alone() -> None:
    x, before = _images(4, 3, 32, 32), torch.get_rng_state()
    first, again, other = (_discriminator()(x, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert torch.equal(torch.get_rng_state(), before)


def test_dropout_drops_a_quarter_and_keeps_the_mean() -> None:
    discriminator = _discriminator()
    x, generator = torch.full((100, 1000), 3.0, requires_grad=True), torch.Generator().manual_seed(0)
    dropped = discriminator._dropout(x, generator)
    assert dropped.unique().tolist() == [0.0, 4.0]
    assert (dropped == 0).float().mean().item() == pytest.approx(0.25, abs=0.01)
    dropped.sum().backward()
    assert torch.equal(x.grad, dropped.detach() / 3)
    # after every layer, the last one too: an exact zero elsewhere would be chance
    logits = discriminator(_images(64, 3, 64, 64), generator)
    assert (logits == 0).float().mean().item() == pytest.approx(0.25, abs=0.03)


def test_gradients_reach_every_parameter_and_the_images() -> None:
    discriminator = _discriminator()
    x = _images(8, 3, 32, 32).requires_grad_()
    functional.softplus(-discriminator(x, torch.Generator().manual_seed(0))).mean().backward()
    assert x.grad is not None
    assert x.grad.abs().sum((1, 2, 3)).min() > 0
    for name, parameter in discriminator.named_parameters():
        assert parameter.grad is not None, name
        # A bias before batch norm moves nothing; everything else must.
        assert name.endswith("0.bias") or parameter.grad.abs().max() > 1e-6, name


def test_in_training_only_images_of_one_batch_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.models.patchgan._DROPOUT", 0.0)
    discriminator = _discriminator()
    real, fake = _images(8, 3, 32, 32), 0.1 * _images(8, 3, 32, 32, seed=1)
    assert abs((discriminator(real).mean() - discriminator(fake).mean()).item()) < 1e-5
    together = discriminator(torch.cat([real, fake]))
    assert abs((together[:8].mean() - together[8:].mean()).item()) > 0.01


def test_weights_come_from_the_given_generator_alone() -> None:
    before = torch.get_rng_state()
    first, again, other = (_discriminator(seed=seed).state_dict() for seed in (1, 1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not any(torch.equal(first[name], other[name]) for name in first if first[name].ndim == 4)
