"""What the trainer costs beside a bare PyTorch loop of the same model, batch and optimiser, interleaved in one run.

python tests/benchmarks/training_speed.py [--preset NAME] [--device D] [--rounds N] [--compiled] [SETTING=VALUE ...]

With --compiled, also what torch.compile of the encoder and the decoder gains, and how long its first step stands still.

The network of 784-512-16 units: model.name=mlp model.layers=1 model.latent_dim=16 train.batch_size=128
"""

import argparse
import itertools
import statistics
import time
from collections.abc import Callable, Iterator

import torch
from torch.nn import functional

from latentlab.config import RunConfig, load_preset, override
from latentlab.data import Dataset, load_dataset
from latentlab.models import build_vae
from latentlab.training import Trainer, cpu_cores, resolve_device

_STEPS = 20
"""Of each kind in a round: one report interval."""


def bare_loop(config: RunConfig, dataset: Dataset) -> Iterator[None]:
    """As one would write it by hand: no reports, no schedules, no checks."""
    device = resolve_device(config.device)
    network = build_vae(config.model, config.likelihood, dataset.image_shape).to(device)
    pixels = dataset.train.pixels.to(device)
    optimizer = torch.optim.Adam(network.parameters(), lr=config.train.learning_rate, fused=True)
    while True:
        for indices in torch.randperm(len(pixels)).split(config.train.batch_size)[:-1]:
            x = pixels[indices.to(device)].float() / 255
            mean, logvar = network.encoder(x).chunk(2, dim=-1)
            z = mean + torch.exp(0.5 * logvar) * torch.randn_like(mean)
            distortion = functional.binary_cross_entropy_with_logits(network.decoder(z), x, reduction="sum")
            rate = 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum()
            optimizer.zero_grad(set_to_none=True)
            ((distortion + rate) / len(x)).backward()
            optimizer.step()
            yield


def compiled_steps(trainer: Trainer) -> Iterator[object]:
    """The trainer's own, with compiled networks; the first is taken, and timed, at once."""
    for network in (trainer.model.encoder, trainer.model.decoder):
        network.compile()
    steps = trainer.steps()
    began = time.perf_counter()
    next(steps)
    print(f"first step, compiled: {time.perf_counter() - began:.1f} s")
    return steps


def milliseconds_a_step(advance: Callable[[], object], device: torch.device) -> float:
    began = time.perf_counter()
    for _ in range(_STEPS):
        advance()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return (time.perf_counter() - began) / _STEPS * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preset", default="digits")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("settings", nargs="*")
    arguments = parser.parse_args()
    torch.set_num_threads(cpu_cores())
    settings = [f"device={arguments.device}", "train.steps=1000000000", "train.checkpoint_every=1000000000"]
    config = override(load_preset(arguments.preset), [*settings, f"train.report_every={_STEPS}", *arguments.settings])
    dataset = load_dataset(config.data)
    trainer = Trainer(config, dataset)
    loops: dict[str, Iterator[object]] = {"trainer": trainer.steps(), "bare loop": bare_loop(config, dataset)}
    if arguments.compiled:
        loops["compiled"] = compiled_steps(Trainer(config, dataset))
    times: dict[str, list[float]] = {name: [] for name in loops}
    for turn, name in itertools.product(range(arguments.rounds + 1), loops):
        elapsed = milliseconds_a_step(loops[name].__next__, trainer.device)
        if turn:  # the first round warms up
            times[name].append(elapsed)
    for name, values in times.items():
        quartiles = statistics.quantiles(values, n=4)
        print(f"{name:10} {statistics.median(values):7.2f} ms a step   (quartiles {quartiles[0]:.2f} to {quartiles[2]:.2f})")
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"trainer over bare loop: {medians['trainer'] / medians['bare loop']:.3f}")
    if arguments.compiled:
        print(f"compiled over trainer: {medians['compiled'] / medians['trainer']:.3f}")


if __name__ == "__main__":
    main()
