"""Writing a run: `run.toml` once, `metrics.jsonl` and `events.jsonl` line by line, checkpoints as whole folders."""

import contextlib
import logging
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from latentlab.config import Change, RunConfig, with_data_root
from latentlab.errors import DiskError
from latentlab.files.atomic import folder_atomically, sync_file, sync_folder, write_atomically
from latentlab.runs.checkpoints import Checkpoint, path_of, prune, size_of_last
from latentlab.runs.disk import disk_errors, require_room, run_errors
from latentlab.runs.folders import (
    IMAGES_FILE,
    OWN_IMAGES,
    Branch,
    copy_checkpoint,
    copy_readable,
    hold_run,
    make_parts,
    new_run_folder,
    rewind,
)
from latentlab.runs.header import FILE_NAME, Header, now, read_header
from latentlab.runs.history import change_text
from latentlab.runs.keeper import Keeper
from latentlab.runs.lock import RunLock, user_name
from latentlab.runs.manifest import write_manifest
from latentlab.runs.records import EVENTS_FILE, METRICS_FILE, Event, Report
from latentlab.runs.waiting import WaitingLines


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
        self._waiting = WaitingLines((EVENTS_FILE, METRICS_FILE))
        self._keeper = _keeper_of(path)

    @classmethod
    def create(
        cls,
        out: Path,
        config: RunConfig,
        image_shape: tuple[int, int, int],
        images: Mapping[str, Any] | None = None,
        digests: bytes = b"",
        branch: Branch | None = None,
        source: Mapping[str, str] | None = None,
        own_images: Path | None = None,
    ) -> "RunWriter":
        """Make a new run folder in `out`, named after the time and the config.

        Args:
            out: the folder of runs; made where it is missing.
            config: what the run computes.
            image_shape: (C, H, W).
            images: what is known of its images, plain values.
            digests: content of `images.safetensors`, which says which images they are; none where it is empty.
            branch: where it goes on from, None for a run that begins at step 0.
            source: of a model from elsewhere what it was and where it came from.
            own_images: a file with its images that is copied into the run folder, and named by its settings.

        Raises:
            RunError: if it cannot be written.
        """
        header = Header.of_new_run(config, image_shape, images or {}, socket.gethostname(), user_name())
        if source:
            header = replace(header, source=source)
        if branch is not None:
            header = replace(header, parent=branch.parent, history=branch.history)
        name = f"{datetime.now():%Y%m%d-%H%M%S}_{config.name}"
        with new_run_folder(out, name, "a run cannot be written here", "Choose another folder for runs.") as (path, lock):
            if digests:
                write_atomically(path / IMAGES_FILE, digests)
            if own_images is not None:
                shutil.copyfile(own_images, path / OWN_IMAGES)
                header = replace(header, config=with_data_root(config, path.absolute() / OWN_IMAGES))
            if branch is not None:
                copy_checkpoint(branch.checkpoint, path_of(path, branch.parent.step))
            write_atomically(path / FILE_NAME, header.to_bytes())
            sync_folder(out)
        return cls(path, header, lock)

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
            lock: from `hold_run`; taken here unless given.

        Raises:
            LockError: if another process writes the run.
            RunError: if it is damaged or cannot be written.
        """
        read_header(path)  # before anything is written into what may be no run
        lock = lock or hold_run(path)
        try:
            header = read_header(path)
            header = replace(header, config=config) if changes is None else header.resumed(config, checkpoint_step, changes)
            header = replace(header, host=socket.gethostname(), user=user_name())  # who has just confirmed its images
            with run_errors(f"{path}: the run cannot be written"):
                rewind(path, checkpoint_step, checkpoint_step + 1 if first_line_dropped is None else first_line_dropped)
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
        self._append(METRICS_FILE, report.to_line())

    def event(self, step: int, kind: str, text: str) -> Event:
        """Append an event.

        Raises:
            DiskError: if it could not be written yet; it is kept.
            LockError: if another process has taken over the run.
        """
        self._step = step
        event = Event(step, kind, text, now())
        logging.getLogger("latentlab").info("%s, step %d, %s: %s", self.path, step, kind, text)
        self._append(EVENTS_FILE, event.to_line())
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
            for name in self._waiting.files:
                self._write_lines(name)
                sync_file(self.path / name)
            sync_folder(self.path)
            with folder_atomically(path) as folder:
                fill(folder)
                write_manifest(folder, step, score)
            prune(self.path, self._header.config.train.keep_every, self._header.scores_since)
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
        with new_run_folder(out, self.path.name, "the run cannot be moved here", "Choose another folder.") as (path, lock):
            copy_readable(self.path, path)
            self._keeper.write_missing(path)
            write_atomically(path / FILE_NAME, self._header.to_bytes())
        self.close()
        self.path, self._lock, self._keeper = path, lock, _keeper_of(path)
        return path

    def flush(self) -> None:
        """Write the lines that are kept, and see to it that they reach the disk.

        Raises:
            DiskError: if some still could not be written.
            LockError: if another process has taken over the run.
        """
        for name in self._waiting.files:
            with self._writing(self.path / name):
                self._write_lines(name)
                sync_file(self.path / name)

    def close(self) -> None:
        """Let go of the run, so that another process can write it. Closing again does nothing."""
        self._keeper.close()
        self._lock.release()

    def _append(self, name: str, line: str) -> None:
        self._waiting.add(name, line)
        with self._writing(self.path / name):
            self._write_lines(name)

    def _write_lines(self, name: str) -> None:
        if self._waiting.write(self.path, name):
            self._keeper.note(self.path / name)

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
        make_parts(self.path)
        if deleted:
            self._lock.renew()
            text = "The run's folder was deleted; it was made again, without its earlier checkpoints."
            self._waiting.add(EVENTS_FILE, Event(self._step, "alarm", text, now()).to_line())
        self._keeper.restore()
        write_atomically(self.path / FILE_NAME, self._header.to_bytes())
        sync_folder(self.path.parent)


def _keeper_of(path: Path) -> Keeper:
    return Keeper(path, tuple(path / name for name in (EVENTS_FILE, METRICS_FILE, IMAGES_FILE)))
