"""One entry of the queue, worked on by this process: `python -m latentlab.queue.work FOLDER ENTRY`.

What becomes of it is written into the entry's folder. The exit code is 0 where it is finished, 130 where it was interrupted, 1
where it failed, and 75 where another process has it already.
"""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from latentlab.errors import LatentLabError, LockError, RunError
from latentlab.machine import settle_threads
from latentlab.queue.entries import Entry, Record, read_entry
from latentlab.queue.store import RunQueue

INTERRUPTED, FAILED, TAKEN = 130, 1, 75


def work_on(line: RunQueue, number: str) -> int:
    """Take an entry, do what it says, and note what has become of it."""
    try:
        with line.taken(number) as folder:
            return _work(line, folder)
    except LockError:
        return TAKEN


def _work(line: RunQueue, folder: Path) -> int:
    entry, record = read_entry(folder), Record.read(folder)
    if record.state not in ("waiting", "running"):
        return TAKEN
    record = record.model_copy(update={"state": "running", "starts": record.starts + 1})
    record.write(folder)

    def note_run(run: Path) -> None:
        nonlocal record
        record = record.model_copy(update={"run": run.name if run.parent == line.runs_folder else str(run)})
        record.write(folder)

    try:
        _do(line, entry, record.run, note_run)
    except KeyboardInterrupt:
        record.model_copy(update={"state": "waiting", "starts": 0}).write(folder)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, the rest of the queue goes on
        reason = str(error).partition("\n")[0] or type(error).__name__
        reason = reason if isinstance(error, LatentLabError) else f"{type(error).__name__}: {reason}"
        record.model_copy(update={"state": "failed", "reason": reason}).write(folder)
        return FAILED
    record.model_copy(update={"state": "finished", "reason": ""}).write(folder)
    return 0


def _do(line: RunQueue, entry: Entry, begun: str | None, note_run: Callable[[Path], None]) -> None:
    from latentlab.api import drive, prepare, prepare_resumed
    from latentlab.runs import Run

    if entry.kind == "sweep":
        _run_sweep(line, entry)
        return
    run = Run(line.runs_folder / begun) if begun else Run(entry.run or "") if entry.kind == "continue" else None
    if run is not None and begun and run.has_finished:
        return
    if run is not None and run.checkpoints():
        trainer = prepare_resumed(run, entry.run_config())
    elif entry.kind == "continue":
        raise RunError(f"{entry.run}: the run has no checkpoint to go on from.")
    else:
        trainer = prepare(entry.run_config(), line.runs_folder)
    assert trainer.writer is not None
    note_run(trainer.writer.path)
    drive(trainer)


def _run_sweep(line: RunQueue, entry: Entry) -> None:
    from latentlab.sweeps import load_sweep
    from latentlab.sweeps.runner import run_sweep

    plan = load_sweep(entry.sweep or "", entry.settings)
    outcomes = run_sweep(plan, line.runs_folder.with_name("sweeps") / plan.config.name)
    failed = [outcome for outcome in outcomes if outcome.status in ("failed", "diverged")]
    if failed:
        raise RunError(f"{len(failed)} of {len(outcomes)} runs failed, the first one, {failed[0].cell.key}: {failed[0].reason}")


def main() -> None:
    """The process."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was learned is saved, as at Ctrl-C
    settle_threads()
    sys.exit(work_on(RunQueue(Path(sys.argv[1])), sys.argv[2]))


if __name__ == "__main__":
    main()
