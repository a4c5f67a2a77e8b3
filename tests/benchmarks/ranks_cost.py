"""What a step costs in several processes beside one that has the whole batch, and how much of it is communication.

torchrun --standalone --nproc-per-node 2 tests/benchmarks/ranks_cost.py [--preset NAME] [--steps N] [SETTING=VALUE ...]

Rounds of several processes and of one alternate; while rank 0 computes alone, the others wait. Each process has one thread.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import torch
from torch import distributed

from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.share import ALONE
from latentlab.training import Trainer, ranks


class Clock:
    """Adds up what is spent in talking."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._talk = ranks.told

    def told(self, talk: Callable[[], object]) -> None:
        began = time.perf_counter()
        self._talk(talk)
        self.seconds += time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preset", default="digits")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("settings", nargs="*")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    distributed.init_process_group("gloo")
    several = ranks.Ranks(distributed.get_rank(), distributed.get_world_size())
    clock = Clock()
    ranks.told = clock.told
    config = override(load_preset(arguments.preset), ["device=cpu", *arguments.settings])
    learner = Trainer(config, load_dataset(config.data)).learner
    times: dict[str, list[float]] = {"several": [], "talking": [], "one": []}
    for turn in range(arguments.rounds + 1):
        learner.share = several
        distributed.barrier()
        began, clock.seconds = time.perf_counter(), 0.0
        for step in range(arguments.steps):
            learner.take_step(step)
        spent, talked = time.perf_counter() - began, clock.seconds
        alone = 0.0
        if several.rank == 0:
            learner.share = ALONE
            began = time.perf_counter()
            for step in range(arguments.steps):
                learner.take_step(step)
            alone = time.perf_counter() - began
        if turn:  # the first round warms up
            for name, seconds in (("several", spent), ("talking", talked), ("one", alone)):
                times[name].append(seconds / arguments.steps * 1000)
    if several.rank == 0:
        found = {name: statistics.median(values) for name, values in times.items()}
        print(f"one process:   {found['one']:7.2f} ms a step of {config.train.batch_size} images")
        talking = found["talking"] / found["several"]
        print(f"{several.count} processes:   {found['several']:7.2f} ms, of which {talking:.0%} talking")
        print(f"several over one: {found['several'] / found['one']:.2f} (without any cost: {1 / several.count:.2f})")
    distributed.barrier()
    several.part()


if __name__ == "__main__":
    main()
