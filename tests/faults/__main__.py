"""Attacks on LatentLab that take longer than a test may: `python -m tests.faults NAME… [--seconds N] [--seed N]`.

Each prints a table of what was tried and what came of it, and the exit code is 1 where a fault was found.
"""

import argparse
import importlib
import sys

ATTACKS = {
    "fuzz": "damaged files of every kind, read by everything that reads them",
}
"""Name of an attack, which is a module here with a function `attack(seconds, seed) -> bool`, and what it does."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__.partition("\n")[0])
    told = "; ".join(f"{name}: {what}" for name, what in ATTACKS.items())
    parser.add_argument("names", nargs="+", choices=ATTACKS, metavar="NAME", help=told)
    parser.add_argument("--seconds", type=float, default=60, help="how long each takes (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="of what is random (default: 0)")
    arguments = parser.parse_args()
    sound = True
    for name in arguments.names:
        sound &= importlib.import_module(f"tests.faults.{name}").attack(arguments.seconds, arguments.seed)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
