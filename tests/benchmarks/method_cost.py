"""What each method's step costs beside the plain VAE's, interleaved in one run.

python tests/benchmarks/method_cost.py [--preset NAME] [--rounds N]
"""

import argparse
import itertools
import statistics
import time
from collections.abc import Iterator

import torch

from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.training import Step, Trainer, cpu_cores

_STEPS = 10
"""Of each kind in a round."""

_METHODS = {
    "VAE": [],
    "CR-VAE (λ = 0.1)": ["consistency.weight=0.1"],
    "triplet-VAE (λ = 1)": ["consistency.weight=1", "consistency.name=triplet"],
    "IWAE (K = 5)": ["objective.name=iwae"],
    "VAE + GAN, discriminator of 32 filters": ["adversarial.weight=1", "adversarial.width=32"],
    "VAE + GAN, discriminator of 128 filters (published)": ["adversarial.weight=1", "adversarial.width=128"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preset", default="digits")
    parser.add_argument("--rounds", type=int, default=8)
    arguments = parser.parse_args()
    torch.set_num_threads(cpu_cores())
    base = override(load_preset(arguments.preset), ["train.steps=1000000000", "train.checkpoint_every=1000000000"])
    dataset = load_dataset(base.data)
    runs: dict[str, Iterator[Step]] = {
        name: Trainer(override(base, settings), dataset).steps() for name, settings in _METHODS.items()
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn, name in itertools.product(range(arguments.rounds + 1), runs):
        began = time.perf_counter()
        for _ in range(_STEPS):
            next(runs[name])
        if turn:  # the first round warms up
            times[name].append((time.perf_counter() - began) / _STEPS)
    plain = statistics.median(times["VAE"])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:52} {1000 * median:8.2f} ms a step   {median / plain:6.2f} times the VAE's")


if __name__ == "__main__":
    main()
