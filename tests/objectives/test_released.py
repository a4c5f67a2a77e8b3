"""“How to train your VAE” as its released code trains: what batch norm, dropout and the last layer are there."""

from collections.abc import Callable

import pytest
import torch

from latentlab.config import LikelihoodConfig, ModelConfig, RunConfig, load_preset
from latentlab.data import Dataset, load_dataset
from latentlab.models import build_discriminator, build_vae
from latentlab.models.norms import EPS, AffineNorm
from latentlab.training import Trainer

WithSettings = Callable[..., RunConfig]


@pytest.fixture(scope="module")
def digits() -> Dataset:
    """The digits, read once."""
    return load_dataset(load_preset("digits").data)


def test_an_affine_norm_is_a_batch_norm_that_never_trained() -> None:
    batch_norm = torch.nn.BatchNorm2d(3, eps=EPS).eval()
    affine = AffineNorm(3)
    with torch.no_grad():
        for norm in (batch_norm, affine):
            norm.weight.copy_(torch.tensor([0.5, 1.0, 2.0]))
            norm.bias.copy_(torch.tensor([1.0, 0.0, -1.0]))
    x = torch.randn(4, 3, 5, 5)
    torch.testing.assert_close(affine(x), batch_norm(x))


@pytest.mark.parametrize("norm", ["batch", "affine"])
def test_both_norms_have_the_published_number_of_trained_weights(norm: str) -> None:
    model = ModelConfig(name="resnet", latent_dim=512, width=128, norm=norm)  # type: ignore[arg-type]
    count = sum(weights.numel() for weights in build_vae(model, LikelihoodConfig(), (3, 256, 256)).parameters())
    discriminator = build_discriminator(load_preset("how-to-train").adversarial, (3, 256, 256))
    assert count - 1_049_600 == 9_932_466 - _statistics(128, 6, 3)
    assert sum(weights.numel() for weights in discriminator.parameters()) == 412_101 - 2 * (3 * 128 + 2 * 64 + 1)


def _statistics(width: int, stages: int, channels: int) -> int:
    """Moving means and variances of all batch norms, which the published count includes: two a channel."""
    encoder = stages * (3 * 3 + 1) * width
    decoder = stages * (3 + 1 + 1) * width + (stages - 1) * width + channels
    return 2 * (encoder + decoder)


def test_without_batch_statistics_d_judges_each_image_by_itself() -> None:
    settings = load_preset("how-to-train-released").adversarial.model_copy(update={"width": 8})
    discriminator = build_discriminator(settings, (3, 32, 32)).train()
    real, fake = torch.rand(4, 3, 32, 32), torch.rand(4, 3, 32, 32)
    together = discriminator(torch.cat([real, fake]), torch.Generator().manual_seed(0))
    torch.testing.assert_close(together[:4], discriminator(real, torch.Generator().manual_seed(1)))


def test_a_linear_output_is_cut_for_display_only() -> None:
    likelihood = LikelihoodConfig(name="laplace", scale="fixed", scale_value=1.0, output="linear")
    model = build_vae(ModelConfig(name="mlp", latent_dim=2, hidden=4), likelihood, (1, 16, 16))
    with torch.no_grad():
        model.decoder.network[-1].bias.fill_(3.0)  # type: ignore[union-attr, index]
        model.decoder.network[-1].weight.zero_()  # type: ignore[union-attr, index]
    p = model.decode(torch.zeros(1, 2))
    assert torch.equal(p.mean, torch.ones(1, 1, 16, 16))
    # (3 + 1) / 2 = 2: one away from white, in nats b = 1 each.
    torch.testing.assert_close(p.log_prob(torch.ones(1, 1, 16, 16)), torch.tensor([-256 * (1 + torch.log(torch.tensor(2.0)))]))


def test_glorot_weights_have_their_range_and_no_bias() -> None:
    model = build_vae(ModelConfig(name="mlp", latent_dim=4, hidden=200, weights="glorot"), LikelihoodConfig(), (1, 16, 16))
    layer = model.encoder[1]  # type: ignore[index]
    bound = (6 / (256 + 200)) ** 0.5
    assert 0.99 * bound < layer.weight.abs().max() <= bound
    assert not layer.bias.any()


def test_training_images_are_mirrored_half_of_the_time(digits: Dataset, with_settings: WithSettings) -> None:
    seen: list[torch.Tensor] = []
    trainer = Trainer(with_settings("data.flip=true", "train.batch_size=512", "train.steps=1"), digits)
    order = Trainer(with_settings("train.batch_size=512"), digits).learner.order.next()
    trainer.model.encoder.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0]))
    next(trainer.steps())
    plain = trainer.learner.images.batch(order)
    mirrored = (seen[0] == plain.flip(-1)).flatten(1).all(1)
    assert ((seen[0] == plain).flatten(1).all(1) | mirrored).all()
    assert mirrored.float().mean() == pytest.approx(0.5, abs=0.08)


def test_the_preset_differs_from_the_papers_text_in_what_the_code_does() -> None:
    text, code = (load_preset(name) for name in ("how-to-train", "how-to-train-released"))
    assert (text.model.norm, code.model.norm) == ("batch", "affine")
    assert (text.objective.moments, code.objective.moments) == ("mixture", "means")
    assert code.train.steps == 200 * 24_000 // code.train.batch_size
    assert code.objective_title == text.objective_title
