"""What a Recorder costs the training loop that it watches: blocks of steps with one and without one, in turn.

python tests/benchmarks/recorder_cost.py [--rounds N] [--steps N]

A block with a recorder goes on until its last checkpoint is written, so that the writing counts.
"""

import argparse
import statistics
import tempfile
import time

import torch
from torch import Tensor, nn
from torch.nn import functional

import latentlab
from latentlab.training import cpu_cores

_BATCH = 128


class Model(nn.Module):
    """784-512-16 units; images of 28×28."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 32))
        self.decoder = nn.Sequential(nn.Linear(16, 512), nn.ReLU(), nn.Linear(512, 784))

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mean, logvar = self.encoder(x.flatten(1)).chunk(2, -1)
        return mean, logvar

    def decode(self, z: Tensor) -> Tensor:
        return self.decoder(z).sigmoid().view(-1, 1, 28, 28)


def _block(model: Model, optimizer: torch.optim.Optimizer, x: Tensor, steps: int, recorder: latentlab.Recorder | None) -> None:
    for _ in range(steps):
        batch = x[torch.randint(0, len(x), (_BATCH,))]
        mean, logvar = model.encode(batch)
        image = model.decode(mean + torch.randn_like(mean) * (0.5 * logvar).exp())
        distortion = functional.binary_cross_entropy(image, batch, reduction="sum") / _BATCH
        rate = 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum() / _BATCH
        loss = distortion + rate
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if recorder is not None:
            recorder.step(loss=loss, reconstruction=distortion, kl=rate, images=_BATCH)


def _times() -> tuple[float, float]:
    """Seconds of the clock, and of the processor in all threads."""
    return time.perf_counter(), time.process_time()


def _since(began: tuple[float, float]) -> tuple[float, float]:
    return time.perf_counter() - began[0], time.process_time() - began[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--steps", type=int, default=1000)
    arguments = parser.parse_args()
    torch.set_num_threads(cpu_cores())
    torch.manual_seed(0)
    x = torch.rand(5000, 1, 28, 28)
    model = Model()
    optimizer = torch.optim.Adam(model.parameters(), 1e-3, fused=True)
    ratios: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as out:
        for turn in range(arguments.rounds + 1):
            began = _times()
            _block(model, optimizer, x, arguments.steps, None)
            bare = _since(began)
            recorder = latentlab.Recorder(model, x[:200], out=out, steps=arguments.steps)
            began = _times()
            _block(model, optimizer, x, arguments.steps, recorder)
            recorder.close()
            watched = _since(began)
            if turn:  # the first round warms up
                ratios.append((watched[0] / bare[0], watched[1] / bare[1]))
                print(f"{ratios[-1][0]:.3f} times the time, {ratios[-1][1]:.3f} times the processor's", flush=True)
    clock, processor = (statistics.median(values) for values in zip(*ratios, strict=True))
    print(f"median: {clock:.3f} times the time, {processor:.3f} times the processor's")


if __name__ == "__main__":
    main()
