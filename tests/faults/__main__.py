"""Attacks on LatentLab that take longer than a test may: `python -m tests.faults NAME… [--count N] [--seconds N] [--seed N]`.

Each prints a table of what was tried and what came of it, and the exit code is 1 where a fault was found.
"""

import argparse
import importlib
import sys
from pathlib import Path

ATTACKS = {
    "fuzz": "damaged files of every kind, read by everything that reads them",
    "kills": "training processes killed at random moments and resumed, over every kind of run",
    "damage": "every file of a run damaged in every way, then listed, explored, evaluated and resumed",
    "disk": "a small disk that is full at different moments of a run",
    "writers": "several processes that want to write one run",
    "workers": "workers that share a sweep, killed at random moments",
    "frames": "frames damaged on their way to an agent that serves runs to another computer, and on the way back",
    "follower": "a reader that follows a run over 60 checkpoints",
}
"""Name of an attack, which is a module here with a function `attack(…) -> bool`, and what it does."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__.partition("\n")[0])
    told = "; ".join(f"{name}: {what}" for name, what in ATTACKS.items())
    parser.add_argument("names", nargs="+", choices=ATTACKS, metavar="NAME", help=told)
    parser.add_argument("--seconds", type=float, default=60, help="how long fuzz takes at most (default: 60)")
    parser.add_argument("--inputs", type=int, help="to each reader of fuzz; its full size is 100000 (default: as time allows)")
    parser.add_argument("--counts", type=Path, help="a file that keeps fuzz's counts, so that the next call goes on from them")
    parser.add_argument("--count", type=int, help="how many times the others attack (default: each its full size)")
    parser.add_argument("--seed", type=int, default=0, help="of what is random (default: 0)")
    arguments = parser.parse_args()
    sound = True
    for name in arguments.names:
        attack = importlib.import_module(f"tests.faults.{name}").attack
        if name == "fuzz":
            sound &= attack(arguments.seconds, arguments.seed, arguments.inputs, arguments.counts)
        else:
            sound &= attack(arguments.count, arguments.seed)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
