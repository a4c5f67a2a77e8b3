"""Writing a run: `run.toml` once, `metrics.jsonl` and `events.jsonl` line by line, checkpoints as whole folders."""

import json
import math
import os
import platform
import shutil
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tomli_w
from safetensors import SafetensorError

import latentlab
from latentlab.config import RunConfig
from latentlab.errors import RunError
from latentlab.files.atomic import append_whole, folder_atomically, write_atomically
from latentlab.runs.records import Event, Report

SCHEMA_VERSION = 1
CHECKPOINTS_KEPT = 3


class RunWriter:
    """The one writer of a run folder.

    Lines that could not be written (a full disk, say) are kept and tried again with the next ones, so that a run goes on
    and loses nothing while its user makes room.

    Attributes:
        path: the run folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pending: dict[Path, list[str]] = {}
        (path / "lock").write_text(str(os.getpid()))

    @classmethod
    def create(cls, out: Path, config: RunConfig, image_shape: tuple[int, int, int]) -> "RunWriter":
        """Make a new run folder in `out`, named after the time and the config.

        Raises:
            RunError: if it cannot be written.
        """
        now = datetime.now(UTC)
        header = {
            "schema_version": SCHEMA_VERSION,
            "created": now.isoformat(timespec="seconds"),
            "image_shape": list(image_shape),
            "versions": {
                "latentlab": latentlab.__version__,
                "python": platform.python_version(),
                "torch": version("torch"),
            },
            "config": config.model_dump(exclude_none=True),
        }
        try:
            out.mkdir(parents=True, exist_ok=True)
            path = _new_folder(out, f"{datetime.now():%Y%m%d-%H%M%S}_{config.name}")
            try:
                for folder in ("checkpoints", "exports"):
                    (path / folder).mkdir()
                write_atomically(path / "run.toml", tomli_w.dumps(header).encode())
            except OSError:
                shutil.rmtree(path, ignore_errors=True)
                raise
        except OSError as error:
            raise RunError(
                f"{out}: a run cannot be written here: {error.strerror or error}. Choose another folder for runs."
            ) from None
        return cls(path)

    @classmethod
    def resume(cls, path: Path, config: RunConfig, step: int) -> "RunWriter":
        """Go on writing an existing run from `step`: what was reported after it will be computed anew, so it is dropped.

        Raises:
            RunError: if the folder cannot be written.
        """
        try:
            reports = [report for line in _lines(path / "metrics.jsonl") if (report := Report.from_line(line))]
            events = [event for line in _lines(path / "events.jsonl") if (event := Event.from_line(line))]
            _rewrite(path / "metrics.jsonl", [report.to_line() for report in reports if report.step <= step])
            _rewrite(path / "events.jsonl", [event.to_line() for event in events])
            for leftover in (path / "checkpoints").glob(".step-*"):  # of a process that was killed while it wrote
                shutil.rmtree(leftover, ignore_errors=True)
            run_toml = path / "run.toml"
            header = tomllib.loads(run_toml.read_text(encoding="utf-8"))
            header["config"] = config.model_dump(exclude_none=True)
            write_atomically(run_toml, tomli_w.dumps(header).encode())
        except OSError as error:
            raise RunError(f"{path}: the run cannot be written: {error.strerror or error}.") from None
        return cls(path)

    def report(self, report: Report) -> None:
        """Append a line of metrics.

        Raises:
            RunError: if it could not be written yet; it is kept.
        """
        self._append(self.path / "metrics.jsonl", report.to_line())

    def event(self, step: int, kind: str, text: str) -> Event:
        """Append an event.

        Raises:
            RunError: if it could not be written yet; it is kept.
        """
        event = Event(step, kind, text, datetime.now(UTC).isoformat(timespec="seconds"))
        self._append(self.path / "events.jsonl", event.to_line())
        return event

    def checkpoint(self, step: int, score: float, fill: Callable[[Path], None]) -> Path:
        """Write a checkpoint whole, then drop older ones but the last three and the best.

        Args:
            step: steps taken.
            score: of this checkpoint; the best has the largest.
            fill: writes the checkpoint's files into the folder it is given.

        Raises:
            RunError: if it cannot be written; the earlier checkpoints stay.
        """
        path = self.path / "checkpoints" / f"step-{step:09d}"
        try:
            with folder_atomically(path) as folder:
                fill(folder)
                (folder / "checkpoint.json").write_text(json.dumps({"step": step, "score": score}), encoding="utf-8")
        except (OSError, RuntimeError, SafetensorError) as error:  # torch and safetensors each report a full disk as their own
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error).splitlines()[0]
            raise RunError(
                f"{path}: the checkpoint of step {step:,} cannot be written: {reason}. Earlier ones are intact."
            ) from None
        _prune(self.path / "checkpoints")
        return path

    def move_to(self, out: Path) -> Path:
        """Go on writing in a copy of the run in another folder; what cannot be read of the old one is left.

        Returns:
            The run folder there.

        Raises:
            RunError: if it cannot be written; the old folder stays the run's.
        """
        try:
            out.mkdir(parents=True, exist_ok=True)
            path = _new_folder(out, self.path.name)
            shutil.copytree(self.path, path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("lock*", ".step-*"))
        except OSError as error:
            reason = error.strerror or "there is no room for what the run holds so far"
            raise RunError(f"{out}: the run cannot be moved here: {reason}. Choose another folder.") from None
        self._pending = {path / file.relative_to(self.path): lines for file, lines in self._pending.items()}
        self.path = path
        return path

    def flush(self) -> None:
        """Write the lines that are kept.

        Raises:
            RunError: if some still could not be written.
        """
        for path in self._pending:
            self._write(path)

    def _append(self, path: Path, line: str) -> None:
        self._pending.setdefault(path, []).append(line + "\n")
        self._write(path)

    def _write(self, path: Path) -> None:
        lines = self._pending[path]
        try:
            append_whole(path, "".join(lines).encode())
        except OSError as error:
            raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None
        lines.clear()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []


def _rewrite(path: Path, lines: list[str]) -> None:
    write_atomically(path, "".join(line + "\n" for line in lines).encode())


def _new_folder(out: Path, name: str) -> Path:
    for suffix in ["", *(f"-{number}" for number in range(2, 1000))]:
        path = out / (name + suffix)
        try:
            path.mkdir()
            return path
        except FileExistsError:
            continue
    raise FileExistsError(f"{out / name}: too many runs of this name in one second")


def _prune(folder: Path) -> None:
    checkpoints = sorted(folder.glob("step-*"))
    best = max(checkpoints, key=_score)
    for path in checkpoints[:-CHECKPOINTS_KEPT]:
        if path != best:
            shutil.rmtree(path, ignore_errors=True)


def _score(checkpoint: Path) -> float:
    try:
        record: Any = json.loads((checkpoint / "checkpoint.json").read_text(encoding="utf-8"))
        score = float(record["score"])
    except (OSError, ValueError, KeyError, TypeError):
        return -math.inf
    return -math.inf if math.isnan(score) else score
