"""A run whose images are known."""

from pathlib import Path

import pytest

import latentlab
from latentlab.runs import Run
from tests.data.remembered import WithSettings, random_pixels, write_pixels


@pytest.fixture
def run(tmp_path: Path, with_settings: WithSettings) -> Run:
    """Of an array of 60 random images, 48 of which it learned from."""
    write_pixels(tmp_path / "images.npy", random_pixels())
    return latentlab.train(with_settings("data.name=array", f"data.root={tmp_path / 'images.npy'}"), tmp_path / "runs")
