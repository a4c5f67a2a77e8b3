"""How soon `latentlab train` has taken its first step, against importing torch and taking a bare one.

python tests/benchmarks/first_step.py [REPEATS] [SETTING=VALUE ...]

Both run in processes of their own, in turns, from the start of the interpreter; the preset is `digits`.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

_BARE = """
import os, torch
from torch import nn
from torch.nn import functional
encoder = nn.Sequential(nn.Flatten(), nn.Linear(1024, 512), nn.ReLU(), nn.Linear(512, 20))
decoder = nn.Sequential(nn.Linear(10, 512), nn.ReLU(), nn.Linear(512, 1024))
optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], fused=True)
x = torch.rand(64, 1024)
mean, logvar = encoder(x).chunk(2, -1)
z = mean + torch.exp(0.5 * logvar) * torch.randn_like(mean)
distortion = functional.binary_cross_entropy_with_logits(decoder(z), x, reduction="sum")
((distortion + 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum()) / 64).backward()
optimizer.step()
os._exit(0)
"""

_OURS = """
import os, sys
from latentlab.training import trainer
steps = trainer.Trainer.steps
def first(self):
    next(steps(self))
    os._exit(0)
trainer.Trainer.steps = first
from latentlab.cli import main
main()
"""


def _seconds(program: str, *arguments: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True, cwd=folder, env=os.environ)
        return time.perf_counter() - began


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    ours = (
        "train",
        "--preset",
        "digits",
        "--set",
        "device=cpu",
        *(part for setting in sys.argv[2:] for part in ("--set", setting)),
    )
    _seconds(_BARE), _seconds(_OURS, *ours)  # files come into the system's cache
    pairs = [(_seconds(_BARE), _seconds(_OURS, *ours)) for _ in range(repeats)]
    bare, trained = (statistics.median(values) for values in zip(*pairs, strict=True))
    ratio = statistics.median(trained / bare for bare, trained in pairs)
    print(f"first step: bare {bare:.2f} s, latentlab train {trained:.2f} s, medians of {repeats}; {ratio:.2f} times")


if __name__ == "__main__":
    main()
