"""Training and measuring the runs of a sweep, in turn."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from filelock import FileLock, Timeout

from latentlab.api import OnStep, drive, prepare, prepare_resumed
from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset
from latentlab.errors import ConfigError, LatentLabError, NonFiniteError, RunError
from latentlab.evaluation import evaluate
from latentlab.evaluation.progress import Progress, silent
from latentlab.runs import Run
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.schema import EvaluateConfig
from latentlab.sweeps.state import Outcome, Record, State, checkpoint_to_measure, decided, survey
from latentlab.training import Trainer, resolve_device

OnCell = Callable[[int, Outcome], None]


def _nothing(index: int, outcome: Outcome) -> None:
    """Tells nobody."""


def run_sweep(
    sweep: Sweep,
    folder: Path,
    *,
    on_cell: OnCell = _nothing,
    on_step: OnStep | None = None,
    progress: Progress = silent,
    threads: int | None = None,
) -> list[Outcome]:
    """Train and measure what is not finished yet. Call again to go on: a run resumes from its newest checkpoint.

    A run that fails is noted with its reason, and the next one begins.

    Args:
        sweep: what to run.
        folder: of the sweep; its runs lie in it, beside `sweep.json`, which says what has become of them.
        on_cell: called with a cell's place in the sweep and what had become of it before, when its turn comes.
        on_step: called after every step of every run. What else than a LatentLabError it raises ends the sweep.
        progress: told how far a measurement is.
        threads: CPU threads where the sweep leaves them open; all cores unless given.

    Returns:
        What has become of every cell.

    Raises:
        ConfigError, DataError: before anything is computed, if images cannot be read, or do not suit a run.
        RunError: if the state cannot be read or written, or another process is at work in the folder.
    """
    before = survey(sweep, folder)
    check([outcome.cell for outcome in before if _is_due(outcome)], sweep.config.evaluate)
    outcomes: list[Outcome] = []
    with _alone_in(folder):
        state = State.read(folder)
        for index, cell in enumerate(sweep.cells):
            outcome = decided(cell, outcomes, state, folder, sweep.config.evaluate)
            on_cell(index, outcome)
            if _is_due(outcome) and not outcome.undecided:
                state = _take(outcome, state, sweep.config.evaluate, folder, on_step, progress, threads)
                outcome = decided(cell, outcomes, state, folder, sweep.config.evaluate)
            outcomes.append(outcome)
    return outcomes


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Holds the sweep's folder against other processes; the system lets go of it when this one ends, however it ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "sweep.lock", blocking=False):
            yield
    except Timeout:
        raise RunError(f"{folder}: another LatentLab is running this sweep; wait for it or stop it first.") from None


def _take(
    outcome: Outcome,
    state: State,
    asked: EvaluateConfig,
    folder: Path,
    on_step: OnStep | None,
    progress: Progress,
    threads: int | None,
) -> State:
    """Train and measure one cell; the state with its record."""
    key, run = outcome.cell.key, outcome.run
    try:
        trainer = _trainer(outcome, folder)
        if trainer is not None:
            assert trainer.writer is not None
            run = Run(trainer.writer.path)
            state = state.with_record(folder, key, Record(run=run.path.name, status="started"))
            drive(trainer, on_step, threads)
            del trainer  # its memory, before measuring
        assert run is not None
        _measure(run, asked, progress)
        record = Record(run=run.path.name, status="finished")
    except NonFiniteError as error:
        assert run is not None
        record = Record(run=run.path.name, status="diverged", reason=str(error))
    except (LatentLabError, RuntimeError, MemoryError, OSError) as error:  # RuntimeError: torch's, out of memory among them
        reason = str(error).partition("\n")[0] or type(error).__name__
        record = Record(run=run.path.name if run else None, status="failed", reason=reason)
    return state.with_record(folder, key, record)


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


def _is_due(outcome: Outcome) -> bool:
    return outcome.status not in ("finished", "diverged")


def _trainer(outcome: Outcome, folder: Path) -> Trainer | None:
    """Takes the cell to its end, from its newest sound checkpoint or from step 0; None if it is trained."""
    config, run = outcome.cell.config, outcome.run
    if run is None:
        return prepare(config, folder)
    try:
        if run.has_finished and run.checkpoint().step:
            return None
        return prepare_resumed(run, config)
    except RunError:
        return prepare(config, folder)


def _measure(run: Run, asked: EvaluateConfig, progress: Progress) -> None:
    device = resolve_device(run.config.device)
    evaluate(
        run,
        samples=asked.samples,
        images=asked.images,
        policy=asked.policy,
        checkpoint=checkpoint_to_measure(run, asked).step,
        device=device,
        progress=progress,
    )
