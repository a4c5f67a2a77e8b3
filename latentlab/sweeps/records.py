"""What is kept of a sweep's cells: a file for each, so that any number of workers write side by side.

sweeps/<name>/cells/<id>.json     which run is the cell's, and what has become of it
sweeps/<name>/cells/<id>/lock     which process is at work on it, if any
sweeps/<name>/sweep.json          the same of all cells, as earlier versions wrote it; read where a cell has no file of its own
"""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator

from latentlab.config import Component
from latentlab.errors import FileError, MissingFileError, RunError, shown
from latentlab.expected import fault
from latentlab.files.atomic import write_atomically
from latentlab.files.regular import is_bare_name
from latentlab.files.text import read_json
from latentlab.sweeps.values import Value

CELLS, FILE_NAME = "cells", "sweep.json"


class Asked(Component):
    """What a search's trial tries.

    Attributes:
        study: of Optuna; another one once the search is another.
        trial: its number there.
        values: of the settings, in the order of the file.
    """

    study: str
    trial: Annotated[int, Field(ge=0)]
    values: tuple[Value, ...] = Field(strict=False)


class Record(Component):
    """What has become of a cell, as its file says.

    Attributes:
        schema_version: of its file.
        key: of the cell.
        run: name of the run's folder; None where none was made.
        status: failed is tried again at the next call; diverged is not, since the same settings would diverge again.
        reason: why it failed, diverged or was pruned.
        asked: in a search's trial, what it tries.
        starts: workers that have begun with it in turn and died before the next checkpoint.
        step: of the newest checkpoint when the last of them began.
        at: when this was written, ISO 8601, UTC; empty in what earlier versions wrote.
    """

    schema_version: Literal[1] = 1
    key: str = ""
    run: str | None
    status: Literal["started", "finished", "failed", "diverged", "pruned"]
    reason: str | None = None
    asked: Asked | None = None
    starts: Annotated[int, Field(ge=0)] = 0
    step: Annotated[int, Field(ge=0)] = 0
    at: str = ""

    @field_validator("run")
    @classmethod
    def _is_in_the_folder(cls, run: str | None) -> str | None:
        if run is not None and not is_bare_name(run):
            raise ValueError(f"run = {shown(run)}: must be the name of a folder of the sweep")
        return run

    def write(self, folder: Path) -> None:
        """Into the cell's own file, whole or not at all.

        Args:
            folder: of the sweep.

        Raises:
            RunError: if it cannot be written.
        """
        path = record_path(folder, self.key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, (self.model_dump_json(indent=2) + "\n").encode())
        except OSError as error:
            raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None


class _Earlier(Component):
    schema_version: Literal[1] = 1
    cells: dict[str, Record] = Field(default_factory=dict)


@dataclass(frozen=True)
class Records:
    """The records of a sweep's folder, each read from its file when asked for.

    Attributes:
        folder: of the sweep.
        earlier: those that an earlier version wrote into one file.
    """

    folder: Path
    earlier: dict[str, Record] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Records":
        """Of a sweep's folder, which need not exist.

        Raises:
            RunError: if the file of an earlier version is damaged.
        """
        path = folder / FILE_NAME
        try:
            return cls(folder, _Earlier.model_validate(read_json(path)).cells)
        except MissingFileError:
            return cls(folder)
        except FileError as error:
            raise RunError(str(error)) from None
        except ValidationError as error:
            raise RunError(f"{path}: damaged, or of a newer LatentLab: {fault(error.errors()[0])}.") from None

    def get(self, key: str) -> Record | None:
        """A cell's record; None before anybody has begun with it.

        Raises:
            RunError: if it is damaged or of a newer LatentLab.
        """
        path = record_path(self.folder, key)
        try:
            return Record.model_validate(read_json(path))
        except MissingFileError:
            return self.earlier.get(key)
        except FileError as error:
            raise RunError(f"{error} Remove it to have the cell {shown(key)} begun again.") from None
        except ValidationError as error:
            problem = fault(error.errors()[0])
            raise RunError(
                f"{path}: damaged, or of a newer LatentLab: {problem}; remove it to have the cell {shown(key)} begun again."
            ) from None


def record_path(folder: Path, key: str) -> Path:
    """The file of a cell."""
    return cell_folder(folder, key).with_suffix(".json")


def cell_folder(folder: Path, key: str) -> Path:
    """The folder of a cell's lock."""
    return folder / CELLS / hashlib.sha256(key.encode()).hexdigest()[:16]


def now() -> str:
    """For a record: ISO 8601, UTC; two such texts compare as the times do."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
