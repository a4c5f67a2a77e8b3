"""How near an image its reconstruction comes.

Shapes: N images, C channels, H by W pixels.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from latentlab.evaluation.posterior import device_of, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, Posterior

_WINDOW, _WINDOW_SIGMA, _K1, _K2 = 11, 1.5, 0.01, 0.03
SMALLEST_FOR_SSIM = _WINDOW
"""Pixels on a side that the structural similarity needs."""


@dataclass(frozen=True)
class Reconstruction:
    """Errors of the expected image at the posterior's mode, over all images.

    Attributes:
        mse: mean squared error per pixel value, images in [0, 1].
        l1: mean absolute error per pixel value.
        psnr: peak signal-to-noise ratio of `mse` (of the mean error, not a mean of ratios), dB; inf without an error.
        ssim: mean structural similarity; nan for images smaller than its window.
    """

    mse: float
    l1: float
    psnr: float
    ssim: float


@torch.no_grad()
def measure_reconstruction(model: VAE, images: Tensor, posterior: Posterior, progress: Progress = silent) -> Reconstruction:
    """Errors of images (N, C, H, W) in [0, 1] decoded from their posteriors' mode."""
    squared = absolute = similarity = 0.0
    done, at_once = 0, images_at_once(images.shape[1:])
    for x, z in zip(images.split(at_once), posterior.mode.split(at_once), strict=True):
        original, image = x.cpu().double(), model.decode(z.to(device_of(model))).mean.cpu().double()
        squared += float((image - original).square().sum())
        absolute += float((image - original).abs().sum())
        similarity += float(ssim(original, image).sum()) if min(x.shape[2:]) >= SMALLEST_FOR_SSIM else math.nan
        done += len(x)
        progress(done / len(images), "reconstructions")
    mse = squared / images.numel()
    return Reconstruction(mse, absolute / images.numel(), psnr(mse), similarity / len(images))


def psnr(mse: float) -> float:
    """Peak signal-to-noise ratio, dB, of a mean squared error of images in [0, 1]."""
    return -10 * math.log10(mse) if mse > 0 else (math.nan if math.isnan(mse) else math.inf)


def ssim(a_NCHW: Tensor, b_NCHW: Tensor) -> Tensor:
    """Mean structural similarity of images in [0, 1], each channel for itself, (N,).

    Wang et al. 2004: Gaussian window of 11×11 with σ = 1.5, K₁ = 0.01, K₂ = 0.03, only where the window lies inside the image.
    """
    offset = torch.arange(_WINDOW, dtype=a_NCHW.dtype, device=a_NCHW.device) - _WINDOW // 2
    window = torch.exp(-0.5 * (offset / _WINDOW_SIGMA).square())
    window = window / window.sum()

    def blurred(values: Tensor) -> Tensor:
        planes = values.flatten(0, 1)[:, None]
        return functional.conv2d(functional.conv2d(planes, window.view(1, 1, -1, 1)), window.view(1, 1, 1, -1))

    mean_a, mean_b = blurred(a_NCHW), blurred(b_NCHW)
    variance_a = blurred(a_NCHW.square()) - mean_a.square()
    variance_b = blurred(b_NCHW.square()) - mean_b.square()
    covariance = blurred(a_NCHW * b_NCHW) - mean_a * mean_b
    c1, c2 = _K1**2, _K2**2
    luminance = (2 * mean_a * mean_b + c1) / (mean_a.square() + mean_b.square() + c1)
    structure = (2 * covariance + c2) / (variance_a + variance_b + c2)
    return (luminance * structure).mean((1, 2, 3)).view(a_NCHW.shape[:2]).mean(1)
