"""The queue of sweeps, kept over restarts, and sweeps checked before they are queued. Called on threads of file work alone."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w
from pydantic import Field, ValidationError

from latentlab.config import Component
from latentlab.errors import FileError, LatentLabError, RunError
from latentlab.files.atomic import write_atomically
from latentlab.files.text import read_json

if TYPE_CHECKING:
    from latentlab.sweeps import Outcome, Sweep, SweepTable

_FILE = "queue.json"
_MOST = 1000


@dataclass(frozen=True, eq=False)
class SweepProgress:
    """What a sweep has come to.

    Attributes:
        table: of the runs that are finished.
        finished: how many runs are.
        runs: how many there are.
        failed: how many failed or diverged.
        folders: for each row of the table the folders of its finished runs.
    """

    table: "SweepTable"
    finished: int
    runs: int
    failed: int
    folders: tuple[tuple[Path, ...], ...]


class KeptSweep(Component):
    """A sweep of the queue, as it is kept.

    Attributes:
        source: its file, or the name of a shipped one.
        settings: of all of its runs.
        status: where it stood.
    """

    source: str
    settings: list[str] = Field(default_factory=list)
    status: str


class _KeptQueue(Component):
    schema_version: int = 1
    sweeps: list[KeptSweep] = Field(default_factory=list, max_length=_MOST)


def keep_queue(folder: Path, sweeps: Sequence[KeptSweep]) -> None:
    """Write the queue.

    Raises:
        RunError: if it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / _FILE, json.dumps(_KeptQueue(sweeps=list(sweeps)).model_dump(), indent=2).encode())
    except OSError as error:
        raise RunError(f"{folder / _FILE}: the queue of sweeps cannot be kept: {error.strerror or error}.") from None


def read_queue(folder: Path) -> list[tuple[KeptSweep, SweepProgress | None]]:
    """The queue as it was kept, each sweep with what it has come to; nothing where none was kept or it is damaged."""
    try:
        kept = _KeptQueue.model_validate(read_json(folder / _FILE)).sweeps
    except (FileError, ValidationError):
        return []
    return [(sweep, _progress_or_none(folder, sweep)) for sweep in kept]


def check_sweep(source: str, settings: Sequence[str]) -> "Sweep":
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
    from latentlab.sweeps import make_sweep

    make_sweep(values)
    name, number = values["name"], 1
    while (folder / f"{name}.toml").exists() or (folder / name).exists():
        number += 1
        name = f"{values['name']}-{number}"
    path: Path = folder / f"{name}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, tomli_w.dumps({**values, "name": name}).encode())
    except OSError as error:
        raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None
    return path


def progress_of(table: "SweepTable", outcomes: "Sequence[Outcome]") -> SweepProgress:
    """What a sweep has come to, by its table and what has become of its runs."""
    finished = [outcome for outcome in outcomes if outcome.status == "finished"]
    folders = tuple(
        tuple(
            outcome.run.path for outcome in finished if outcome.run and outcome.cell.row == row and outcome.cell.trial is None
        )
        for row, _ in table.rows
    )
    failed = sum(outcome.status in ("failed", "diverged") for outcome in outcomes)
    return SweepProgress(table, len(finished), len(outcomes), failed, folders)


def _progress_or_none(folder: Path, sweep: KeptSweep) -> SweepProgress | None:
    from latentlab.sweeps import survey, tabulate

    try:
        plan = check_sweep(sweep.source, sweep.settings)
        outcomes = survey(plan, folder / plan.config.name)
    except LatentLabError:
        return None
    return progress_of(tabulate(plan, outcomes), outcomes)
