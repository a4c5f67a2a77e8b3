"""Sweeps checked before they are queued, and their progress. Called on the thread of the queue alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from latentlab.errors import RunError
from latentlab.files.atomic import write_atomically
from latentlab.gui.language import tr

if TYPE_CHECKING:
    from latentlab.sweeps import Outcome, Sweep, SweepTable


@dataclass(frozen=True, eq=False)
class SweepProgress:
    """The progress of a sweep.

    Attributes:
        table: of the runs that are finished.
        finished: how many runs are, those of a search that were pruned among them.
        runs: how many there are.
        failed: how many failed or diverged.
        folders: for each row of the table the folders of its finished runs.
    """

    table: "SweepTable"
    finished: int
    runs: int
    failed: int
    folders: tuple[tuple[Path, ...], ...]


def check_made(values: Mapping[str, Any]) -> "Sweep":
    """The sweep that an editor says, whose runs are valid.

    Raises:
        ConfigError: naming what is wrong.
    """
    from latentlab.sweeps import make_sweep

    return make_sweep(values)


def check_sweep(source: str, settings: Sequence[str] = ()) -> "Sweep":
    """A sweep whose file and runs are valid.

    Raises:
        ConfigError: naming what is wrong.
    """
    from latentlab.sweeps import load_sweep

    return load_sweep(source, settings)


def write_sweep(folder: Path, values: Mapping[str, Any]) -> Path:
    """Check what an editor says and write it as a sweep's file, under a name that no other sweep has.

    Raises:
        ConfigError: naming what is wrong.
        RunError: if it cannot be written.
    """
    check_made(values)
    name, number = values["name"], 1
    while (folder / f"{name}.toml").exists() or (folder / name).exists():
        number += 1
        name = f"{values['name']}-{number}"
    path: Path = folder / f"{name}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, tomli_w.dumps({**values, "name": name}).encode())
    except OSError as error:
        raise RunError(tr("{path}: cannot be written: {reason}.", path=path, reason=error.strerror or error)) from None
    return path


def progress_of(table: "SweepTable", outcomes: "Sequence[Outcome]") -> SweepProgress:
    """The progress of a sweep, by its table and the states of its runs."""
    finished = [outcome for outcome in outcomes if outcome.status == "finished"]
    folders = tuple(
        tuple(
            outcome.run.path for outcome in finished if outcome.run and outcome.cell.row == row and outcome.cell.trial is None
        )
        for row, _ in table.rows
    )
    failed = sum(outcome.status in ("failed", "diverged") for outcome in outcomes)
    pruned = sum(outcome.status == "pruned" for outcome in outcomes)
    return SweepProgress(table, len(finished) + pruned, len(outcomes), failed, folders)
