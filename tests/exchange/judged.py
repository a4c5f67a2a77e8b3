"""Writes the folders that the readers are judged by, with the real libraries.

    PYTHONPATH=PLACE_OF_PYTHAE:PLACE_OF_DIFFUSERS:. python -m tests.exchange.judged

pythae 0.1.2 and diffusers 0.42 are no part of LatentLab's environment. What is written lies in tests/exchange/data:
`pythae_networks.npz`, means and pixels of all of pythae's networks with weights by `weights_of`; `pythae.tar.xz`, folders by
`model.save`; and folders by `AutoencoderKL.save_pretrained`, each with `expected.npz`.
"""

import importlib
import math
import tarfile
import tempfile
import zlib
from pathlib import Path

import numpy as np
import torch

DATA = Path(__file__).parent / "data"
LATENTS = 3
IMAGES = {"mnist": (1, 28, 28), "cifar": (3, 32, 32), "celeba": (3, 64, 64)}
_PERIOD = 997


def weights_of(name: str, shape: tuple[int, ...], dtype: torch.dtype) -> torch.Tensor:
    """Numbers that hang on a tensor's name and shape alone, and that a compressor makes little of."""
    count = math.prod(shape)
    if not dtype.is_floating_point:
        return torch.zeros(shape, dtype=dtype)
    period = np.sin(0.37 * np.arange(_PERIOD) ** 1.5 + zlib.crc32(name.encode()) % 100)
    values = np.resize(period, count).reshape(shape)
    if name.endswith(("running_var", "1.weight")) and len(shape) == 1:
        values = 1 + 0.2 * values
    elif len(shape) > 1:
        values = values * math.sqrt(3 / math.prod(shape[1:]))
    else:
        values = 0.1 * values
    return torch.from_numpy(values.astype(np.float32))


def images_of(shape: tuple[int, int, int], count: int = 2) -> torch.Tensor:
    """Images in [0, 1]."""
    values = np.random.default_rng(7).random((count, *shape), np.float32)
    return torch.from_numpy(values)


def _pythae(kind: str, encoder: str | None, shape: tuple[int, int, int], loss: str = "mse"):
    from pythae import models

    config = getattr(models, f"{kind}Config")(input_dim=shape, latent_dim=LATENTS, reconstruction_loss=loss)
    networks = {}
    if encoder:
        images, _, layers = encoder.partition("_")
        module = importlib.import_module(f"pythae.models.nn.benchmarks.{images}")
        words = {"conv": "Conv", "resnet": "ResNet"}[layers]
        networks["encoder"] = getattr(module, f"Encoder_{words}_VAE_{images.upper()}")(config)
        networks["decoder"] = getattr(module, f"Decoder_{words}_AE_{images.upper()}")(config)
    model = getattr(models, kind)(config, **networks).eval()
    model.load_state_dict({name: weights_of(name, tuple(w.shape), w.dtype) for name, w in model.state_dict().items()})
    return model


@torch.no_grad()
def _seen(model, shape: tuple[int, int, int]) -> dict[str, np.ndarray]:
    given = model.encoder(images_of(shape))
    mean = given.embedding
    pixels = model.decoder(mean).reconstruction
    return {"mean": mean.numpy(), "logvar": given.log_covariance.numpy(), "pixels": pixels.numpy()}


def _write_pythae() -> None:
    networks = {"mlp": (None, (1, 16, 16))} | {
        f"{name}_{kind}": (f"{name}_{kind}", IMAGES[name]) for name in IMAGES for kind in ("conv", "resnet")
    }
    expected = {}
    for name, (encoder, shape) in networks.items():
        for part, values in _seen(_pythae("VAE", encoder, shape), shape).items():
            values = values if part != "pixels" else values[:, :, ::3, ::3]
            expected[f"{name}.{part}"] = values
    np.savez_compressed(DATA / "pythae_networks.npz", **expected)
    with tempfile.TemporaryDirectory() as place, tarfile.open(DATA / "pythae.tar.xz", "w:xz") as archive:
        for folder, kind, encoder, shape, loss in (
            ("mlp", "BetaVAE", None, (1, 16, 16), "bce"),
            ("mnist_resnet", "IWAE", "mnist_resnet", IMAGES["mnist"], "mse"),
            ("factor", "FactorVAE", None, (1, 16, 16), "mse"),
        ):
            _pythae(kind, encoder, shape, loss).save(f"{place}/{folder}")
            archive.add(f"{place}/{folder}", folder)


def write_own(place: Path) -> None:
    """A folder of a pythae model with networks of somebody's own, whose tensors are named as the example plug-in's are."""
    from pythae.models import VAE, VAEConfig
    from pythae.models.base.base_utils import ModelOutput
    from pythae.models.nn import BaseDecoder, BaseEncoder

    class Encoder(BaseEncoder):
        def __init__(self) -> None:
            super().__init__()
            self.add_module("1", torch.nn.Linear(256, 2 * LATENTS))

        def forward(self, x: torch.Tensor) -> ModelOutput:
            mean, logvar = self.get_submodule("1")(x.flatten(1)).chunk(2, 1)
            return ModelOutput(embedding=mean, log_covariance=logvar)

    class Decoder(BaseDecoder):
        def __init__(self) -> None:
            super().__init__()
            self.add_module("0", torch.nn.Linear(LATENTS, 256))

        def forward(self, z: torch.Tensor) -> ModelOutput:
            return ModelOutput(reconstruction=self.get_submodule("0")(z).view(-1, 1, 16, 16))

    model = VAE(VAEConfig(input_dim=(1, 16, 16), latent_dim=LATENTS), Encoder(), Decoder()).eval()
    model.load_state_dict({name: weights_of(name, tuple(w.shape), w.dtype) for name, w in model.state_dict().items()})
    model.save(str(place))
    np.savez_compressed(place / "expected.npz", **_seen(model, (1, 16, 16)))


@torch.no_grad()
def _write_diffusers() -> None:
    from diffusers import AutoencoderKL

    common = {"layers_per_block": 1, "norm_num_groups": 2, "sample_size": 32}
    for name, settings in {
        "kl_quantised": {"block_out_channels": (4, 8), "latent_channels": 4},
        "kl_shifted": {
            "block_out_channels": (4, 4, 6),
            "latent_channels": 2,
            "scaling_factor": 0.3611,
            "shift_factor": 0.1159,
            "use_quant_conv": False,
            "use_post_quant_conv": False,
            "mid_block_add_attention": False,
        },
    }.items():
        torch.manual_seed(1)
        stages = len(settings["block_out_channels"])
        blocks = {"down_block_types": ("DownEncoderBlock2D",) * stages, "up_block_types": ("UpDecoderBlock2D",) * stages}
        model = AutoencoderKL(**common, **settings, **blocks).eval()
        for parameter in model.parameters():
            if parameter.ndim == 1:
                parameter.add_(0.2 * torch.randn_like(parameter))
        model.save_pretrained(DATA / name)
        config = model.config
        shift = config.shift_factor or 0.0
        posterior = model.encode(2 * images_of((3, 32, 32)) - 1).latent_dist
        z = (posterior.mean - shift) * config.scaling_factor
        pixels = (model.decode(z / config.scaling_factor + shift).sample + 1) / 2
        np.savez_compressed(
            DATA / name / "expected.npz",
            mean=z.numpy(),
            std=(posterior.std * config.scaling_factor).numpy(),
            pixels=pixels.numpy(),
        )


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    _write_pythae()
    write_own(DATA / "pythae_own")
    _write_diffusers()
