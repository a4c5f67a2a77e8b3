"""Images × importance samples a second of the negative log-likelihood, beside pythae's `get_nll`, interleaved in one run.

Both evaluate the very same networks with random weights, on black-and-white images. The least of several turns counts, so that
other work on the machine disturbs little. pythae is no dependency: put it anywhere,

    pip install --target DIR pythae --no-deps
    python tests/benchmarks/likelihood_speed.py DIR [--threads N] [--samples S] [--turns N]
"""

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.evaluation.likelihood import importance_nll
from latentlab.evaluation.posterior import encode_all
from latentlab.models import VAE, build_vae

_PYTHAES_BATCH = 100
_NETWORKS = {
    "MLP of 512 units, D = 16 (pythae's own default)": ModelConfig(name="mlp", hidden=512, layers=1, latent_dim=16),
    "MLP of 2 × 256 units, D = 32": ModelConfig(name="mlp", hidden=256, layers=2, latent_dim=32),
    "convolutions of 16-64 channels, D = 16": ModelConfig(name="conv", width=16, latent_dim=16),
}


def in_pythae(model: VAE) -> Any:
    """pythae's VAE around the same networks."""
    from pythae.models import VAE as PythaeVAE
    from pythae.models import VAEConfig
    from pythae.models.base.base_utils import ModelOutput
    from pythae.models.nn import BaseDecoder, BaseEncoder

    class Encoder(BaseEncoder):
        def __init__(self, network: nn.Module) -> None:
            super().__init__()
            self.network = network

        def forward(self, x: Tensor) -> ModelOutput:
            mean, logvar = self.network(x).chunk(2, -1)
            return ModelOutput(embedding=mean, log_covariance=logvar)

    class Decoder(BaseDecoder):
        def __init__(self, network: nn.Module) -> None:
            super().__init__()
            self.network = network

        def forward(self, z: Tensor) -> ModelOutput:
            return ModelOutput(reconstruction=torch.sigmoid(self.network(z)))

    config = VAEConfig(input_dim=model.image_shape, latent_dim=model.latent_dim, reconstruction_loss="bce")
    return PythaeVAE(config, Encoder(model.encoder), Decoder(model.decoder)).eval()


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pythae", help="Folder that pythae was installed into.")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--samples", type=int, default=500)
    parser.add_argument("--turns", type=int, default=30)
    arguments = parser.parse_args()
    sys.path.append(arguments.pythae)
    torch.set_num_threads(arguments.threads)
    generator = torch.Generator().manual_seed(0)
    for name, network in _NETWORKS.items():
        model = build_vae(network, LikelihoodConfig(name="bernoulli"), (1, 28, 28), generator).eval()
        x = (torch.rand(1, 1, 28, 28, generator=generator) < 0.3).float()
        posterior, theirs = encode_all(model, x), in_pythae(model)
        acts = {
            "pythae": lambda theirs=theirs, x=x: theirs.get_nll(x, arguments.samples, _PYTHAES_BATCH),
            "latentlab": lambda model=model, x=x, q=posterior: importance_nll(model, x, q, arguments.samples, seed=0),
        }
        times: dict[str, list[tuple[float, float]]] = {who: [] for who in acts}
        for _ in range(arguments.turns):
            for who, act in acts.items():
                times[who].append(seconds(act))
        clock = {who: min(by_clock for by_clock, _ in values) for who, values in times.items()}
        processor = {who: min(busy for _, busy in values) for who, values in times.items()}
        print(
            f"{name:50} {arguments.samples / clock['latentlab']:10,.0f} a second against "
            f"{arguments.samples / clock['pythae']:8,.0f}: {clock['pythae'] / clock['latentlab']:.1f} times, by processor time "
            f"{processor['pythae'] / processor['latentlab']:.1f}"
        )


if __name__ == "__main__":
    main()
