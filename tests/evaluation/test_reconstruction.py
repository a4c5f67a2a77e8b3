"""Reconstruction errors, PSNR and SSIM, and linear probes."""

import math

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from latentlab.config import LikelihoodConfig
from latentlab.data import Attributes
from latentlab.evaluation.posterior import encode_all, images_at_once
from latentlab.evaluation.probes import attribute_auc, no_attribute_probe_because, no_probe_because, probe_accuracy
from latentlab.evaluation.reconstruction import measure_reconstruction, psnr, ssim
from latentlab.models import VAE, DiagonalGaussian, Gaussian


class Copying(VAE):
    """Its mode is the image, its reconstruction the image and something added."""

    def __init__(self, shape: tuple[int, int, int], added: Tensor) -> None:
        pixels = math.prod(shape)
        super().__init__(
            nn.Linear(1, 1), nn.Identity(), image_shape=shape, latent_dim=pixels, likelihood=LikelihoodConfig(name="gaussian")
        )
        self._added = added

    def encode(self, x: Tensor) -> DiagonalGaussian:
        return DiagonalGaussian(x.flatten(1), torch.zeros(len(x), self.latent_dim))

    def decode(self, z: Tensor) -> Gaussian:
        return Gaussian(z.view(-1, *self.image_shape) + self._added, torch.tensor(0.1))


@pytest.fixture
def images() -> Tensor:
    return torch.rand(6, 3, 20, 24, generator=torch.Generator().manual_seed(0)) * 0.8 + 0.1


def test_a_perfect_reconstruction(images: Tensor) -> None:
    result = measure_reconstruction(vae := Copying((3, 20, 24), torch.zeros(())), images, encode_all(vae, images))
    assert (result.mse, result.l1, result.psnr) == (0, 0, math.inf)
    assert result.ssim == pytest.approx(1, abs=1e-12)


def test_errors_in_their_units(images: Tensor) -> None:
    added = torch.zeros(3, 20, 24)
    added[0] = 0.1  # a third of the values
    result = measure_reconstruction(vae := Copying((3, 20, 24), added), images, encode_all(vae, images))
    assert result.mse == pytest.approx(0.01 / 3, rel=1e-4)
    assert result.l1 == pytest.approx(0.1 / 3, rel=1e-4)
    assert result.psnr == pytest.approx(-10 * math.log10(0.01 / 3), rel=1e-4)
    expected = ssim(images.double(), (images + added).clamp(0, 1).double()).mean()
    assert result.ssim == pytest.approx(float(expected), abs=1e-6)


def test_psnr_is_in_decibels() -> None:
    assert psnr(0.01) == pytest.approx(20)
    assert psnr(0.001) == pytest.approx(30)
    assert math.isnan(psnr(math.nan))


def test_small_images_have_no_ssim() -> None:
    images = torch.rand(2, 1, 10, 30)
    result = measure_reconstruction(vae := Copying((1, 10, 30), torch.zeros(())), images, encode_all(vae, images))
    assert math.isnan(result.ssim)
    assert result.mse == 0


def test_ssim_of_constant_images_is_the_luminance_term() -> None:
    a, b = torch.full((1, 1, 16, 16), 0.2).double(), torch.full((1, 1, 16, 16), 0.6).double()
    assert float(ssim(a, b)) == pytest.approx((2 * 0.2 * 0.6 + 1e-4) / (0.2**2 + 0.6**2 + 1e-4), rel=1e-5)


def test_ssim_at_one_window_is_the_papers_formula() -> None:
    generator = np.random.default_rng(0)
    a, b = generator.random((2, 11, 11))
    offset = np.arange(11) - 5
    window = np.exp(-(offset[:, None] ** 2 + offset[None] ** 2) / (2 * 1.5**2))
    window /= window.sum()
    mean_a, mean_b = (window * a).sum(), (window * b).sum()
    variance_a, variance_b = (window * (a - mean_a) ** 2).sum(), (window * (b - mean_b) ** 2).sum()
    covariance = (window * (a - mean_a) * (b - mean_b)).sum()
    c1, c2 = 0.01**2, 0.03**2
    expected = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    expected /= (mean_a**2 + mean_b**2 + c1) * (variance_a + variance_b + c2)
    value = ssim(torch.from_numpy(a)[None, None], torch.from_numpy(b)[None, None])
    assert value.shape == (1,)
    assert float(value) == pytest.approx(expected, rel=1e-10)


def test_ssim_is_symmetric_and_falls_with_noise(images: Tensor) -> None:
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(1))
    values = [float(ssim(images, (images + amount * noise).clamp(0, 1)).mean()) for amount in (0, 0.05, 0.2, 0.8)]
    assert values == sorted(values, reverse=True)
    torch.testing.assert_close(ssim(images, 1 - images), ssim(1 - images, images))
    assert float(ssim(images, 1 - images).mean()) < 0
    assert float(ssim(images, images.roll(1, 0)).max()) < 0.5


def test_large_images_go_through_in_smaller_chunks() -> None:
    assert images_at_once((1, 28, 28)) == 512
    assert images_at_once((3, 256, 256)) == 5
    assert images_at_once((3, 2048, 2048)) == 1


def _clusters(count: int, seed: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    labels = torch.randint(0, 3, (count,), generator=generator)
    centres = torch.tensor([[0.0, 0.0], [1000.0, 0.0], [0.0, 0.001]])  # of unlike spread: the probe standardises
    return centres[labels] + torch.randn(count, 2, generator=generator) * torch.tensor([30.0, 0.00003]), labels


def test_a_probe_finds_what_is_linear_and_guesses_what_is_not() -> None:
    train, train_labels = _clusters(300, 0)
    test, test_labels = _clusters(200, 1)
    assert probe_accuracy(train, train_labels, test, test_labels) == 1.0
    noise = torch.randn(500, 2, generator=torch.Generator().manual_seed(2))
    assert probe_accuracy(noise[:300], train_labels, noise[300:], test_labels) == pytest.approx(1 / 3, abs=0.1)


def test_why_there_is_no_probe() -> None:
    some, one, none = torch.tensor([0, 1]), torch.tensor([3, 3]), torch.tensor([-1, -1])
    assert no_probe_because(some, some) is None
    assert no_probe_because(one, some) == "the training images are all of one class."
    assert no_probe_because(none, none) == "the images have no labels."
    assert no_probe_because(some, none) == "the images have no labels."
    assert no_probe_because(some, one) == "the held-out images are of other classes than the training images."
    assert no_probe_because(torch.tensor([-1, 0, 1]), torch.tensor([-1, 1])) is None  # some without a label do no harm


def test_images_without_a_label_take_no_part_in_a_probe() -> None:
    train, train_labels = _clusters(300, 0)
    test, test_labels = _clusters(200, 1)
    train_labels[::2], test_labels[::3] = -1, -1
    train[::2], test[::3] = 1e6, 1e6
    assert probe_accuracy(train, train_labels, test, test_labels) == 1.0


def test_the_auc_of_attributes() -> None:
    train, train_labels = _clusters(300, 0)
    test, test_labels = _clusters(200, 1)

    def attributes(labels: Tensor) -> NDArray[np.float32]:
        noise = np.random.default_rng(len(labels)).integers(0, 2, len(labels))
        columns = [labels == 0, noise, np.full(len(labels), 1), labels * 2.5]  # told, not told, constant, measured
        return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)

    known, asked = attributes(train_labels), attributes(test_labels)
    assert attribute_auc(train, known[:, :1], test, asked[:, :1]) == pytest.approx(1)
    assert attribute_auc(train, known[:, 1:2], test, asked[:, 1:2]) == pytest.approx(0.5, abs=0.1)
    assert attribute_auc(train, known, test, asked) == pytest.approx(0.75, abs=0.05)  # of the two that count
    assert math.isnan(attribute_auc(train, known[:, 2:], test, asked[:, 2:]))
    assert no_attribute_probe_because(Attributes(("a", "b"), known[:, :2])) is None
    assert no_attribute_probe_because(Attributes(("a", "b"), known[:, 2:])) is not None
    assert no_attribute_probe_because(None) == "the images have no attributes."
