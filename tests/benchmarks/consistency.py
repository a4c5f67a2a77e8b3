"""What consistency regularisation brings: trains `digits` and `digits-cr` in full and compares them on held-out images.

python tests/benchmarks/consistency.py [--steps N]
"""

import argparse
import time

import torch

from latentlab import metrics
from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.training import Trainer, cpu_cores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, help="instead of the presets' own")
    steps = parser.parse_args().steps
    torch.set_num_threads(cpu_cores())
    consistency = {}
    for preset in ("digits", "digits-cr"):
        config = override(load_preset(preset), [f"train.steps={steps}"] if steps else [])
        began = time.perf_counter()
        values: dict[str, float] = {}
        for step in Trainer(config, load_dataset(config.data)).steps():
            values = dict(step.report.values) if step.report else values
        consistency[preset] = values[metrics.TEST_CONSISTENCY_KL]
        seconds = time.perf_counter() - began
        print(
            f"{preset:10} {seconds:6.1f} s   consistency KL {consistency[preset]:7.2f} nats   "
            f"ELBO {values[metrics.TEST_ELBO]:8.2f} nats   "
            f"error {values[metrics.TEST_MSE] / values[metrics.TEST_PIXEL_VARIANCE]:.3f} of the pixel variance (wanted: < 0.33)"
        )
    print(f"consistency KL, digits-cr over digits: {consistency['digits-cr'] / consistency['digits']:.2f} (wanted: ≤ 0.50)")


if __name__ == "__main__":
    main()
