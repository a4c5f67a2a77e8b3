"""Writing a run: `run.toml` once, `metrics.jsonl` and `events.jsonl` line by line, checkpoints as whole folders."""

import contextlib
import logging
import os
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from latentlab.config import Change, RunConfig
from latentlab.errors import DiskError, FileError, RunError
from latentlab.files.atomic import append_whole, folder_atomically, remove, sync_file, sync_folder, write_atomically
from latentlab.files.regular import open_regular
from latentlab.runs.checkpoints import NAME_FILE, Checkpoint, path_of, prune, set_aside, size_of_last
from latentlab.runs.disk import disk_errors, reason, require_room, run_errors
from latentlab.runs.header import FILE_NAME, Header, now, read_header
from latentlab.runs.history import Parent, Segment, change_text
from latentlab.runs.keeper import Keeper
from latentlab.runs.lines import drop_lines
from latentlab.runs.lock import FILE_NAME as LOCK_NAME
from latentlab.runs.lock import RunLock, user_name
from latentlab.runs.manifest import write_manifest
from latentlab.runs.records import Event, Report
from latentlab.runs.requests import clear_requests

_FOLDERS = ("checkpoints", "exports")
IMAGES_FILE = "images.safetensors"
_METRICS, _EVENTS = "metrics.jsonl", "events.jsonl"


@dataclass(frozen=True)
class Branch:
    """Where a new run goes on from.

    Attributes:
        parent: the run and its step.
        checkpoint: the folder of that step's checkpoint, which is copied.
        history: what was changed up to there, and there.
    """

    parent: Parent
    checkpoint: Path
    history: tuple[Segment, ...]


class RunWriter:
    """The one writer of a run folder, from `create` or `resume` to `close`.

    Lines that could not be written (a full disk, say) are kept and tried again with the next ones, so that a run goes on
    and loses nothing while its user makes room. A run folder that was deleted meanwhile is made again.

    Attributes:
        path: the run folder.
    """

    def __init__(self, path: Path, header: Header, lock: RunLock) -> None:
        self.path = path
        self._header = header
        self._lock = lock
        self._step = 0
        self._pending: dict[Path, list[str]] = {path / _EVENTS: [], path / _METRICS: []}
        self._keeper = Keeper(path, (*self._pending, path / IMAGES_FILE))

    @classmethod
    def create(
        cls,
        out: Path,
        config: RunConfig,
        image_shape: tuple[int, int, int],
        images: Mapping[str, Any] | None = None,
        digests: bytes = b"",
        branch: Branch | None = None,
    ) -> "RunWriter":
        """Make a new run folder in `out`, named after the time and the config.

        Args:
            out: the folder of runs; made where it is missing.
            config: what the run computes.
            image_shape: (C, H, W).
            images: what is known of its images, plain values.
            digests: content of `images.safetensors`, which says which images they are; none where it is empty.
            branch: where it goes on from, None for a run that begins anew.

        Raises:
            RunError: if it cannot be written.
        """
        header = Header.of_new_run(config, image_shape, images or {}, socket.gethostname(), user_name())
        if branch is not None:
            header = replace(header, parent=branch.parent, history=branch.history)
        try:
            out.mkdir(parents=True, exist_ok=True)
            path = _new_folder(out, f"{datetime.now():%Y%m%d-%H%M%S}_{config.name}")
            try:
                lock = RunLock.take(path)
                for folder in _FOLDERS:
                    (path / folder).mkdir()
                if digests:
                    write_atomically(path / IMAGES_FILE, digests)
                if branch is not None:
                    _copy_checkpoint(branch.checkpoint, path_of(path, branch.parent.step))
                write_atomically(path / FILE_NAME, header.to_bytes())
                sync_folder(out)
            except OSError:
                shutil.rmtree(path, ignore_errors=True)
                raise
        except OSError as error:
            raise RunError(f"{out}: a run cannot be written here: {reason(error)}. Choose another folder for runs.") from None
        return cls(path, header, lock)

    @staticmethod
    def hold(path: Path) -> RunLock:
        """Take an existing run before it is read to go on with it, so that no other writer changes it meanwhile.

        Raises:
            LockError: if another process writes the run.
            RunError: if it cannot be written.
        """
        with run_errors(f"{path}: the run cannot be written"):
            return RunLock.take(path)

    @classmethod
    def resume(
        cls,
        path: Path,
        config: RunConfig,
        checkpoint_step: int,
        changes: Sequence[Change] | None = (),
        first_line_dropped: int | None = None,
        lock: RunLock | None = None,
    ) -> "RunWriter":
        """Go on writing an existing run from a checkpoint.

        What was reported after it will be computed again, so it is dropped; newer checkpoints are set aside under other names.

        Args:
            path: the run folder.
            config: its settings from now on.
            checkpoint_step: where it goes on.
            changes: settings that differ from those in force at the checkpoint; they take the place of what was changed after
                it, and are noted as events. None keeps the history as it is: what was changed later will be changed again.
            first_line_dropped: the step from which on reports are dropped; the one after the checkpoint unless given.
            lock: from `hold`; taken here unless given.

        Raises:
            LockError: if another process writes the run.
            RunError: if it is damaged or cannot be written.
        """
        read_header(path)  # before anything is written into what may be no run
        with run_errors(f"{path}: the run cannot be written"):
            lock = lock or RunLock.take(path)
            try:
                header = read_header(path)
                header = replace(header, config=config) if changes is None else header.resumed(config, checkpoint_step, changes)
                header = replace(header, host=socket.gethostname(), user=user_name())  # who has just confirmed its images
                for folder in _FOLDERS:
                    (path / folder).mkdir(exist_ok=True)
                for leftover in (path / "checkpoints").glob(".step-*"):  # of a process that was killed while it wrote
                    remove(leftover)
                clear_requests(path)
                set_aside(path, checkpoint_step)
                first = checkpoint_step + 1 if first_line_dropped is None else first_line_dropped
                drop_lines(path / _METRICS, lambda line: _step_of_report(line) >= first)
                drop_lines(path / _EVENTS, lambda line: Event.from_line(line) is None)
                write_atomically(path / FILE_NAME, header.to_bytes())
            except BaseException:
                lock.release()
                raise
        writer = cls(path, header, lock)
        for change in changes or ():
            with contextlib.suppress(DiskError):  # kept, and written with the next line
                writer.event(checkpoint_step, "change", change_text(checkpoint_step, change))
        return writer

    def change(self, step: int, changes: Sequence[Change]) -> None:
        """Note in the run's history that settings change at a step while it trains.

        Raises:
            DiskError: if it cannot be written; the history is as it was.
            LockError: if another process has taken over the run.
        """
        header = self._header.changed(step, changes)
        with self._writing(self.path / FILE_NAME, "a change of its settings"):
            write_atomically(self.path / FILE_NAME, header.to_bytes())
        self._header = header

    def report(self, report: Report) -> None:
        """Append a line of metrics.

        Raises:
            DiskError: if it could not be written yet; it is kept.
            LockError: if another process has taken over the run.
        """
        self._step = report.step
        self._append(self.path / _METRICS, report.to_line())

    def event(self, step: int, kind: str, text: str) -> Event:
        """Append an event.

        Raises:
            DiskError: if it could not be written yet; it is kept.
            LockError: if another process has taken over the run.
        """
        self._step = step
        event = Event(step, kind, text, now())
        logging.getLogger("latentlab").info("%s, step %d, %s: %s", self.path, step, kind, text)
        self._append(self.path / _EVENTS, event.to_line())
        return event

    def checkpoint(self, step: int, score: float, fill: Callable[[Path], None]) -> Path:
        """Write a checkpoint whole, then drop older ones as `prune` does.

        The lines written so far reach the disk before it, so that after a power cut no checkpoint is without its history.

        Args:
            step: steps taken.
            score: of this checkpoint; the best has the largest.
            fill: writes the checkpoint's files into the folder it is given.

        Raises:
            DiskError: if it cannot be written now; the earlier checkpoints stay.
            LockError: if another process has taken over the run.
        """
        path = path_of(self.path, step)
        with self._writing(path, f"the checkpoint of step {step:,}", " Earlier ones are intact."):
            require_room(path.parent, size_of_last(self.path), f"the checkpoint of step {step:,}")
            for file in self._pending:
                self._write_lines(file)
                sync_file(file)
            sync_folder(self.path)
            with folder_atomically(path) as folder:
                fill(folder)
                write_manifest(folder, step, score)
            prune(self.path, self._header.config.train.keep_every)
        return path

    def keep(self, step: int, name: str) -> None:
        """Give a checkpoint a name, so that it is never dropped.

        Raises:
            ConfigError: if the name will not do.
            DiskError: if it cannot be written.
            LockError: if another process has taken over the run.
        """
        path = path_of(self.path, step)
        with self._writing(path, f"the name of the checkpoint of step {step:,}"):
            Checkpoint(step, path).keep_as(name)

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
            try:
                lock = RunLock.take(path)
                _copy_readable(self.path, path)
                for folder in _FOLDERS:
                    (path / folder).mkdir(exist_ok=True)
                self._keeper.write_missing(path)
                write_atomically(path / FILE_NAME, self._header.to_bytes())
            except OSError:
                shutil.rmtree(path, ignore_errors=True)
                raise
        except OSError as error:
            raise RunError(f"{out}: the run cannot be moved here: {reason(error)}. Choose another folder.") from None
        self.close()
        self._pending = {path / file.name: lines for file, lines in self._pending.items()}
        self.path, self._lock, self._keeper = path, lock, Keeper(path, (*self._pending, path / IMAGES_FILE))
        return path

    def flush(self) -> None:
        """Write the lines that are kept, and see to it that they reach the disk.

        Raises:
            DiskError: if some still could not be written.
            LockError: if another process has taken over the run.
        """
        for file in self._pending:
            with self._writing(file):
                self._write_lines(file)
                sync_file(file)

    def close(self) -> None:
        """Let go of the run, so that another process can write it. Closing again does nothing."""
        self._keeper.close()
        self._lock.release()

    def _append(self, path: Path, line: str) -> None:
        self._pending[path].append(line + "\n")
        with self._writing(path):
            self._write_lines(path)

    def _write_lines(self, path: Path) -> None:
        lines = self._pending[path]
        if lines:
            append_whole(path, "".join(lines).encode())
            lines.clear()
            self._keeper.note(path)

    @contextlib.contextmanager
    def _writing(self, path: Path, what: str = "", reassurance: str = "") -> Iterator[None]:
        """Makes sure that the folder is there and ours, and turns whatever a disk does into a DiskError."""
        with disk_errors(f"{path}: {what} cannot be written" if what else f"{path}: cannot be written", reassurance):
            self._lock.check()
            if self._keeper.misses_files or not (self.path / FILE_NAME).exists() or not path.parent.is_dir():
                self._make_again()
            yield

    def _make_again(self) -> None:
        self._keeper.require_disk()
        deleted = not self.path.is_dir()
        for folder in (self.path, *(self.path / name for name in _FOLDERS)):
            folder.mkdir(parents=True, exist_ok=True)
        if deleted:
            self._lock.renew()
            text = "The run's folder was deleted; it was made again, without its earlier checkpoints."
            self._pending[self.path / _EVENTS].append(Event(self._step, "alarm", text, now()).to_line() + "\n")
        self._keeper.restore()
        write_atomically(self.path / FILE_NAME, self._header.to_bytes())
        sync_folder(self.path.parent)


def _copy_checkpoint(source: Path, target: Path) -> None:
    with folder_atomically(target) as folder:
        for file in source.iterdir():
            if file.name != NAME_FILE:
                shutil.copyfile(file, folder / file.name)


def _copy_readable(source: Path, target: Path) -> None:
    for folder, names, files in os.walk(source):  # follows no links, and passes over what cannot be listed
        names[:] = [name for name in names if not name.startswith(".")]
        there = target / Path(folder).relative_to(source)
        there.mkdir(exist_ok=True)
        for name in files:
            if not name.startswith(".") and name != LOCK_NAME:
                with (
                    contextlib.suppress(FileError),
                    open_regular(Path(folder) / name) as file,
                    (there / name).open("wb") as copy,
                ):
                    shutil.copyfileobj(file, copy)


def _step_of_report(line: bytes) -> float:
    report = Report.from_line(line)
    return report.step if report else float("inf")


def _new_folder(out: Path, name: str) -> Path:
    for suffix in ["", *(f"-{number}" for number in range(2, 1000))]:
        path = out / (name + suffix)
        try:
            path.mkdir()
            return path
        except FileExistsError:
            continue
    raise FileExistsError(f"{out / name}: too many runs of this name in one second")
