"""Small sweeps to test with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab.sweeps import Sweep, load_sweep

HEAD = """
name = "trial"
evaluate = { samples = 2, images = 20 }
[base]
device = "cpu"
model = { name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }
data = { size = 16 }
train = { steps = 4, batch_size = 16, report_every = 2, checkpoint_every = 2, threads = 1 }
"""
TWO = """
[[variants]]
name = "VAE"
[[variants]]
name = "β | 100%"
set = ["objective.beta=4"]
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a sweep's file."""

    def put(text: str) -> Path:
        path = tmp_path / "trial.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def two(write: Callable[[str], Path]) -> Sweep:
    """Two variants, two seeds."""
    return load_sweep(write("seeds = [0, 1]" + HEAD + TWO))
