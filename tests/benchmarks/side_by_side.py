"""Runs side by side, the threads divided, beside one at a time: what share of the sum of their speeds is kept.

python tests/benchmarks/side_by_side.py [RUNS] [ROUNDS] [SETTING=VALUE ...]

Each run is a process of its own with its share of the cores, measured from its third second on.
"""

import statistics
import subprocess
import sys

from window_cost import begin, rate_of

from latentlab.machine import cpu_cores


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    settings, threads = sys.argv[3:], max(1, cpu_cores() // count)

    def together(number: int) -> list[float]:
        children: list[subprocess.Popen[str]] = [begin("alone", settings, threads) for _ in range(number)]
        return [rate_of(child)["rate"] for child in children]

    shares = []
    for _ in range(rounds):
        (one,), several = together(1), together(count)
        shares.append(sum(several) / (count * one))
        print(f"steps a second with {threads} threads each: one {one:.1f}, {count} together {sum(several):.1f}")
    print(f"kept of the sum: {statistics.median(shares):.3f}, median of {rounds}")


if __name__ == "__main__":
    main()
