"""An entry of the queue: what is to be trained, and what has become of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import ConfigDict, Field, ValidationError, model_validator

from latentlab.config import Component, RunConfig, parse_config
from latentlab.errors import FileError, RunError
from latentlab.expected import fault
from latentlab.files.atomic import write_atomically
from latentlab.files.regular import is_bare_name
from latentlab.files.text import read_json

ENTRY, STATE = "entry.json", "state.json"
_OF_LISTS = ConfigDict(strict=False)
_File = TypeVar("_File", bound=Component)


class EntryState(Enum):
    """What has become of an entry; the value is what a user reads."""

    WAITING = "waiting"
    PAUSED = "paused"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"
    FAILED = "failed"


class Entry(Component):
    """What is to be done: a run with these settings, a run to go on with, or a sweep. Never changes.

    Attributes:
        schema_version: of its file.
        kind: which of these.
        config: settings of the run, as in its `run.toml`; of a run to go on with those that it shall have.
        run: folder of the run to go on with.
        sweep: a sweep's file, or the name of a shipped one.
        settings: `section.key=value` for every run of the sweep.
        added: ISO 8601, UTC.
    """

    model_config = _OF_LISTS

    schema_version: Literal[1] = 1
    kind: Literal["run", "continue", "sweep"]
    config: dict[str, Any] = Field(default_factory=dict)
    run: str | None = None
    sweep: str | None = None
    settings: tuple[str, ...] = ()
    added: str = ""

    @model_validator(mode="after")
    def _says_what_to_do(self) -> Self:
        if self.kind == "continue" and not self.run:
            raise ValueError("run: missing, and kind is 'continue'")
        if self.kind == "sweep" and not self.sweep:
            raise ValueError("sweep: missing, and kind is 'sweep'")
        return self

    @classmethod
    def of_config(cls, config: RunConfig) -> "Entry":
        """A new run."""
        return cls(kind="run", config=config.model_dump(exclude_none=True), added=_now())

    @classmethod
    def of_run(cls, run: Path, config: RunConfig) -> "Entry":
        """A run to go on with, under settings that may have changed."""
        return cls(kind="continue", config=config.model_dump(exclude_none=True), run=str(run.absolute()), added=_now())

    @classmethod
    def of_sweep(cls, source: str, settings: tuple[str, ...] = ()) -> "Entry":
        """The runs of a sweep that are not finished."""
        path = Path(source)
        return cls(kind="sweep", sweep=str(path.absolute()) if path.is_file() else source, settings=settings, added=_now())

    @property
    def title(self) -> str:
        """In a word or two."""
        match self.kind:
            case "sweep":
                return f"sweep {Path(self.sweep or '').stem}"
            case "run" | "continue":
                return str(self.config.get("name", "run"))

    def run_config(self) -> RunConfig:
        """The settings of its run.

        Raises:
            ConfigError: if they are of another version, or of a plug-in that is not there.
        """
        return parse_config(self.config)


class Record(Component):
    """What has become of an entry, as its file says.

    Attributes:
        schema_version: of this file.
        state: running holds while the process that holds the entry's lock lives.
        reason: why it failed.
        run: name of the run's folder beside the queue, or its path; None before there is one.
        starts: how often a process has begun with it since somebody put it in line.
    """

    schema_version: Literal[1] = 1
    state: Literal["waiting", "paused", "running", "finished", "failed"] = "waiting"
    reason: str = ""
    run: str | None = None
    starts: Annotated[int, Field(ge=0)] = 0

    @classmethod
    def read(cls, folder: Path) -> "Record":
        """Of an entry's folder.

        Raises:
            RunError: if it is damaged.
        """
        return _read(cls, folder / STATE)

    def write(self, folder: Path) -> None:
        """Whole or not at all.

        Raises:
            RunError: if it cannot be written.
        """
        write_json(folder / STATE, self)


@dataclass(frozen=True)
class Queued:
    """An entry in line.

    Attributes:
        number: names its folder.
        entry: what is to be done; None where its file cannot be read.
        state: what has become of it.
        reason: why it failed or cannot be read, else empty.
        run: the run's folder, None before there is one.
    """

    number: str
    entry: Entry | None
    state: EntryState
    reason: str = ""
    run: Path | None = None

    @property
    def title(self) -> str:
        """In a word or two."""
        return self.entry.title if self.entry else self.number

    @property
    def is_due(self) -> bool:
        """Whether a worker takes it when its turn comes."""
        return self.state in (EntryState.WAITING, EntryState.INTERRUPTED)


def read_entry(folder: Path) -> Entry:
    """The entry in a folder.

    Raises:
        RunError: if it is damaged.
    """
    return _read(Entry, folder / ENTRY)


def write_json(path: Path, model: Component) -> None:
    """Whole or not at all.

    Raises:
        RunError: if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, (model.model_dump_json(indent=2) + "\n").encode())
    except OSError as error:
        raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None


def is_number(name: str) -> bool:
    """Whether a folder's name can be an entry's."""
    return is_bare_name(name) and len(name) == 15 and name.replace("-", "").isalnum()


def _read(kind: type[_File], path: Path) -> _File:
    try:
        return kind.model_validate(read_json(path))
    except FileError as error:
        raise RunError(str(error)) from None
    except ValidationError as error:
        raise RunError(f"{path}: damaged, or of a newer LatentLab: {fault(error.errors()[0])}.") from None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
