"""How like images the model's samples are: FID (Heusel et al. 2017) and KID (Bińkowski et al. 2018), by torchmetrics.

Both compare features of an Inception network, whose weights are never fetched from here: without them there is no number.

Shapes: N images and as many samples, C channels, H by W pixels.
"""

import hashlib
import importlib
import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from latentlab.evaluation.posterior import device_of, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE
from latentlab.seeding import generator_for

WEIGHTS_NAME = "weights-inception-2015-12-05-6726825d.pth"
_HASH_START = "6726825d"
_IMAGES_AT_ONCE = 32

INCEPTION = {
    "name": "inception-v3-compat, 2048 features, of torch-fidelity",
    "weights": WEIGHTS_NAME,
    "sha256_start": _HASH_START,
    "resize": "299×299, bilinear as in TensorFlow 1, grey repeated to three channels",
    "kid": "unbiased, all images as one subset",
}
"""What the features are, for whoever reads the numbers later."""


@dataclass(frozen=True)
class SampleQuality:
    """Distances between N prior samples (expected images of z ~ p) and N images; smaller is better.

    Attributes:
        fid: Fréchet distance of the features, biased upwards for small N.
        kid: squared maximum mean discrepancy of the features, unbiased, so that it may fall below 0.
    """

    fid: float
    kid: float


def weights_path() -> Path:
    """Where torch-fidelity keeps the Inception weights once it has fetched them."""
    return Path(torch.hub.get_dir()) / "checkpoints" / WEIGHTS_NAME


def no_samples_because(count: int) -> str | None:
    """Why FID and KID of so many images cannot be had here; None where they can. Reads files, never the network."""
    for package in ("torchmetrics", "torch_fidelity"):
        if importlib.util.find_spec(package) is None:
            return f"{package} is not installed."
        try:
            importlib.import_module(package)
        except ImportError as error:
            return f"{package} cannot be imported: {error}."
    path = weights_path()
    if not path.is_file():
        return f"the Inception weights are not at hand: {path} is missing; nothing is downloaded."
    if not _sha256(path, path.stat().st_mtime_ns).startswith(_HASH_START):
        return f"{path} is damaged: its hash does not begin with {_HASH_START}."
    return None if count > 1 else "two images or more are needed."


@torch.no_grad()
def measure_samples(model: VAE, images: Tensor, seed: int, progress: Progress = silent) -> SampleQuality:
    """FID and KID of as many prior samples as there are images (N, C, H, W). Needs what `no_samples_because` asks for."""
    fid_module: Any = importlib.import_module("torchmetrics.image.fid")
    kid_module: Any = importlib.import_module("torchmetrics.image.kid")
    device = device_of(model)
    with torch.random.fork_rng(devices=[]):  # both draw from the global generator: weights, and an order that does not matter
        features = fid_module.NoTrainInceptionV3("inception-v3-compat", ["2048"], str(weights_path()), antialias=False)
        features = features.to(device)
        fid = fid_module.FrechetInceptionDistance(feature=features, input_img_size=(3, 299, 299)).to(device)
        kid = kid_module.KernelInceptionDistance(feature=features, subsets=1, subset_size=len(images)).to(device)
        z_ND = model.prior.sample(len(images), generator_for(seed, "samples from the prior"))
        at_once = min(_IMAGES_AT_ONCE, images_at_once(images.shape[1:]))
        for start in range(0, len(images), at_once):
            part = slice(start, start + at_once)
            for shown, real in ((images[part].to(device), True), (model.decode(z_ND[part].to(device)).mean, False)):
                seen = _bytes(shown)
                fid.update(seen, real=real)
                kid.update(seen, real=real)
            progress(min(start + at_once, len(images)) / len(images), "samples")
        return SampleQuality(float(fid.compute()), float(kid.compute()[0]))


def _bytes(images: Tensor) -> Tensor:
    return (images * 255).round().clamp(0, 255).to(torch.uint8).expand(-1, 3, -1, -1)


@cache
def _sha256(path: Path, changed: int) -> str:
    del changed  # a file that was written again is read again
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
