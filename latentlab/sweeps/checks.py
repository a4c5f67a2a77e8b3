"""Whether the cells of a sweep can run, found before the first step."""

from collections.abc import Sequence
from pathlib import Path

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset
from latentlab.errors import ConfigError
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.schema import EvaluateConfig
from latentlab.sweeps.search import check_extra
from latentlab.sweeps.state import survey
from latentlab.training import Trainer


def check_due(sweep: Sweep, folder: Path) -> int:
    """Check all that is still to be done, see `check`; how many cells that is.

    Raises:
        ConfigError, DataError: naming the cell that cannot run, or the extra that is missing.
        RunError: if a record cannot be read.
    """
    if sweep.config.search is not None:
        check_extra()
    due = [outcome.cell for outcome in survey(sweep, folder) if not outcome.is_settled]
    check(due, sweep.config.evaluate)
    return len(due)


def check(cells: Sequence[Cell], asked: EvaluateConfig) -> None:
    """Read the images and build the networks once, so that nothing is found wrong halfway.

    Raises:
        ConfigError, DataError: naming the cell that cannot run.
    """
    datasets: dict[DataConfig, Dataset] = {}
    seen: set[str] = set()
    for cell in cells:
        data = cell.config.data
        if data not in datasets:
            datasets[data] = load_dataset(data)
            held_out = len(datasets[data].test)
            if asked.images is not None and asked.images > held_out:
                raise ConfigError(f"evaluate.images = {asked.images}: there are {held_out:,} held-out images.")
        row = "\n".join(cell.row)
        if row in seen:  # seeds change nothing here
            continue
        seen.add(row)
        try:
            Trainer(cell.config, datasets[data])
        except ConfigError as error:
            raise ConfigError(f"{cell.key}: {error}") from None
