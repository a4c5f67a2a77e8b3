"""Whether torch.compile pays: a step with the encoder and the decoder compiled beside one as they are, interleaved in one run.

python tests/benchmarks/compile_speed.py [--preset NAME] [--device D] [--rounds N] [SETTING=VALUE ...]

It tells too for how long the first step stands still while it is compiled.
"""

import argparse
import statistics
import time
from collections.abc import Iterator

import torch
from training_speed import milliseconds_a_step

from latentlab.config import RunConfig, load_preset, override
from latentlab.data import Dataset, load_dataset
from latentlab.training import Trainer, cpu_cores


def steps(config: RunConfig, dataset: Dataset, compiled: bool) -> Iterator[object]:
    trainer = Trainer(config, dataset)
    if compiled:
        for network in (trainer.model.encoder, trainer.model.decoder):
            network.compile()
    return trainer.steps()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preset", default="digits")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("settings", nargs="*")
    arguments = parser.parse_args()
    torch.set_num_threads(cpu_cores())
    settings = [f"device={arguments.device}", "train.steps=1000000000", "train.checkpoint_every=1000000000"]
    config = override(load_preset(arguments.preset), [*settings, *arguments.settings])
    dataset = load_dataset(config.data)
    loops = {compiled: steps(config, dataset, compiled) for compiled in (False, True)}
    began = time.perf_counter()
    next(loops[True])
    print(f"first step, compiled: {time.perf_counter() - began:.1f} s")
    times: dict[bool, list[float]] = {compiled: [] for compiled in loops}
    for turn in range(arguments.rounds + 1):
        for compiled, loop in loops.items():
            elapsed = milliseconds_a_step(loop.__next__, torch.device(arguments.device))
            if turn:  # the first round warms up
                times[compiled].append(elapsed)
    as_it_is, compiled = (statistics.median(times[kind]) for kind in (False, True))
    print(f"as it is {as_it_is:.2f} ms a step, compiled {compiled:.2f} ms: {compiled / as_it_is:.2f} times")


if __name__ == "__main__":
    main()
