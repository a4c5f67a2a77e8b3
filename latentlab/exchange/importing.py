"""A folder in which another program keeps its model becomes a run."""

import re
from dataclasses import replace
from pathlib import Path

from latentlab.config import RunConfig, with_values
from latentlab.exchange import onnx_pair  # noqa: F401 - it adds its kind of folder
from latentlab.exchange.formats import FORMATS, read_model
from latentlab.exchange.imported import write_imported
from latentlab.runs import Run

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def kind_of(folder: Path) -> str:
    """Which program's model is in a folder, by the names of its files: "pythae", "diffusers", …; empty for none."""
    return next((kind.label for kind in FORMATS if folder.is_dir() and kind.is_one(folder)), "")


def run_name(folder: Path) -> str:
    """What a run is called whose model came from a folder."""
    return _NOT_IN_NAMES.sub("-", folder.absolute().name).strip("-._")[:60] or "imported"


def import_model(
    folder: Path, config: RunConfig, out: Path | None = None, value_range: tuple[float, float] | None = None
) -> Run:
    """Write the run of a model.

    Args:
        folder: the model's.
        config: of the run, as far as it is known: its name and its images.
        out: the folder of runs; `runs` in the current folder unless given.
        value_range: what black and white are for ONNX graphs; 0 and 1 unless given.

    Raises:
        ConfigError: if the folder is of no known kind or its model cannot be rebuilt.
        DataError: if its images cannot be read, are of another shape, or the model fails on them.
        FileError: if one of its files is damaged.
        RunError: if the run cannot be written.
    """
    model = read_model(folder, config)
    if value_range is not None:
        low, high = value_range
        model = replace(model, config=with_values(model.config, {"model": {"low": low, "high": high}}))
    return write_imported(model, out)
