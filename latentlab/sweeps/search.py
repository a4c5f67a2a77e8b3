"""The trials of a search: what they try, and when they are ended early, by Optuna, whose journal lies in the sweep's folder.

Workers share the journal as they share the cells. What a trial tries is in its cell's record, so that whoever goes on with the
cell after a death tries the same.
"""

import contextlib
import math
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab import metrics
from latentlab.api import OnStep
from latentlab.catalog.measure import MEASURES
from latentlab.config import flat_settings
from latentlab.errors import ConfigError, RunError, shown
from latentlab.extras import requirement
from latentlab.runs import Evaluation, Report
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.records import Asked
from latentlab.sweeps.search_schema import Range
from latentlab.sweeps.state import study_name

if TYPE_CHECKING:
    import optuna
    from optuna.distributions import BaseDistribution
    from optuna.trial import FrozenTrial

    from latentlab.training import Step, Trainer

FOLDER, JOURNAL = "search", "journal.log"
_LONGEST_LINE = 2**20
"""Bytes of a line of the journal."""
_STARTUP = 5
"""Trials before the median of the others prunes, and that are drawn at random before the sampler learns: the base is one."""


class Pruned(KeyboardInterrupt):  # ends a run as Ctrl-C does: its last state is saved
    """A trial is worse than others were."""


def check_extra() -> None:
    """Raise ConfigError where Optuna is missing."""
    try:
        import optuna  # noqa: F401
    except ImportError:
        raise ConfigError(f"[search]: optuna is not installed: pip install '{requirement('search')}'.") from None


class SearchStudy:
    """Optuna's study of a sweep's search."""

    def __init__(self, sweep: Sweep, folder: Path) -> None:
        """Open it, or begin it.

        Raises:
            ConfigError: where Optuna is missing.
            RunError: if its journal cannot be read or written.
        """
        check_extra()
        import optuna
        from optuna.storages import JournalStorage
        from optuna.storages.journal import JournalFileBackend, JournalFileOpenLock, JournalFileSymlinkLock

        assert sweep.config.search is not None
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        self._sweep, self._search = sweep, sweep.config.search
        # Absolute: the lock is a link to it, and Optuna takes one from a dead process only where that link leads to a file.
        self._path, self._name = (folder / FOLDER / JOURNAL).absolute(), study_name(sweep)
        self._least = MEASURES[self._search.by].best == "lowest"
        with self._journal_errors():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            kind = JournalFileOpenLock if sys.platform == "win32" else JournalFileSymlinkLock
            lock = kind(str(self._path))
            backend = JournalFileBackend(str(self._path), lock)
            lock.acquire()
            try:
                _drop_torn_line(self._path)
            finally:
                lock.release()
            self._storage = JournalStorage(backend)

    def ask(self, cell: Cell) -> Asked:
        """What a trial's cell is to try: the first the base's own values, where these are in the space.

        Raises:
            RunError: if the journal cannot be read or written.
        """
        assert cell.number is not None
        with self._journal_errors():
            study = self._study(cell.number)
            if cell.number == 0 and (base := self._base_values()) is not None:
                study.enqueue_trial(base)  # again where a worker died before its record said so
            trial = study.ask({setting: _distribution(span) for setting, span in self._search.space.items()})
        values = tuple(trial.params[setting] for setting in self._search.space)
        return Asked(study=self._name, trial=trial.number, values=values)

    def is_hopeless(self, asked: Asked, report: Report) -> bool:
        """Tell how well a trial does on the images that are held out; whether it does so badly that it is to end.

        Raises:
            RunError: if the journal cannot be read or written.
        """
        if self._search.prune == "none":
            return False
        good_if_small = self._search.by == "mse"
        value = report.values.get(metrics.TEST_MSE if good_if_small else metrics.TEST_ELBO)
        if value is None:
            return False
        import optuna

        with self._journal_errors():
            study = self._study(asked.trial)
            frozen = self._found(study, asked)
            if frozen is None:
                return False
            trial = optuna.trial.Trial(study, frozen._trial_id)  # Optuna has no public way from a number to a trial
            if report.step not in frozen.intermediate_values:  # one that is gone on with reports some steps again
                trial.report(value if good_if_small == self._least else -value, report.step)
            return trial.should_prune()

    def tell(self, asked: Asked, evaluation: Evaluation | None, *, pruned: bool = False) -> None:
        """Tell what has come of a trial; None where it could not be measured.

        Raises:
            RunError: if the journal cannot be read or written.
        """
        from optuna.trial import TrialState

        value = evaluation.values.get(self._search.by) if evaluation is not None else None
        is_sound = isinstance(value, int | float) and math.isfinite(value)
        state = TrialState.PRUNED if pruned else TrialState.COMPLETE if is_sound else TrialState.FAIL
        with self._journal_errors():
            study = self._study(asked.trial)
            told = float(value) if isinstance(value, int | float) and state is TrialState.COMPLETE else None
            if self._found(study, asked):
                study.tell(asked.trial, told, state=state, skip_if_finished=True)

    def _study(self, turn: int) -> "optuna.Study":
        """The study, with a sampler whose noise is the turn's own, whichever process asks."""
        import optuna
        from optuna.pruners import BasePruner, MedianPruner, NopPruner, SuccessiveHalvingPruner
        from optuna.samplers import BaseSampler, RandomSampler, TPESampler

        seed = (self._search.seed * 10_007 + turn) % 2**32
        sampler: BaseSampler = (
            TPESampler(seed=seed, n_startup_trials=2 * _STARTUP, constant_liar=True)
            if self._search.sampler == "tpe"
            else RandomSampler(seed=seed)
        )
        pruners: dict[str, BasePruner] = {
            "median": MedianPruner(n_startup_trials=_STARTUP),
            "halving": SuccessiveHalvingPruner(),
            "none": NopPruner(),
        }
        return optuna.create_study(
            storage=self._storage,
            study_name=self._name,
            load_if_exists=True,
            direction="minimize" if self._least else "maximize",
            sampler=sampler,
            pruner=pruners[self._search.prune],
        )

    def _found(self, study: "optuna.Study", asked: Asked) -> "FrozenTrial | None":
        """A trial; None where the journal was removed since it began, and has other trials by now."""
        trials = study.get_trials(deepcopy=False)
        found = trials[asked.trial] if asked.trial < len(trials) else None
        is_it = found is not None and tuple(map(found.params.get, self._search.space)) == asked.values
        return found if is_it else None

    def _base_values(self) -> dict[str, object] | None:
        base = next(cell.config for cell in self._sweep.cells if cell.number is None)
        flat = flat_settings(base)
        values = {setting: span.own(flat.get(setting)) for setting, span in self._search.space.items()}
        return None if None in values.values() else dict(values)

    @contextlib.contextmanager
    def _journal_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise RunError(f"{self._path}: cannot be read or written: {error.strerror or error}.") from None
        except Exception as error:  # noqa: BLE001 - Optuna believes what it reads, and fails in every way
            reason = shown(str(error) or type(error).__name__)
            raise RunError(
                f"{self._path}: damaged, or of another Optuna ({reason}); remove it, and later trials learn nothing from those "
                "before."
            ) from None


class Trial:
    """A trial that a worker runs.

    Attributes:
        asked: what it tries; None before it is asked.
    """

    def __init__(self, study: SearchStudy, asked: Asked | None) -> None:
        """One that may have been begun by another worker."""
        self.asked = asked
        self._study = study

    def ask(self, cell: Cell) -> Asked:
        """Ask what it is to try. Raises RunError if the journal cannot be read or written."""
        self.asked = self._study.ask(cell)
        return self.asked

    def watching(self, on_step: OnStep | None) -> OnStep:
        """To be called after every step: also tells how it does, and raises Pruned where that is too bad."""

        def watch(trainer: "Trainer", step: "Step") -> None:
            if on_step is not None:
                on_step(trainer, step)
            if not step.report or self.asked is None:
                return
            if self._study.is_hopeless(self.asked, step.report) and step.step < trainer.last_step:
                raise Pruned(f"at step {step.step:,} of {trainer.last_step:,}")

        return watch

    def tell(self, evaluation: Evaluation | None, *, pruned: bool = False) -> None:
        """Tell what has come of it. Raises RunError if the journal cannot be written."""
        if self.asked is not None:
            self._study.tell(self.asked, evaluation, pruned=pruned)


def _drop_torn_line(journal: Path) -> None:
    """What a power cut or a full disk has left of a last line: the next one would be written behind it."""
    with journal.open("r+b") as file:
        start = max(0, file.seek(0, os.SEEK_END) - _LONGEST_LINE)
        file.seek(start)
        end = file.read()
        whole = end.rfind(b"\n") + 1
        if whole or start == 0:
            file.truncate(start + whole)


def _distribution(span: Range) -> "BaseDistribution":
    from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

    if span.values:
        return CategoricalDistribution(span.values)
    low, high = span.ends
    return IntDistribution(int(low), int(high), log=span.log) if span.is_whole else FloatDistribution(low, high, log=span.log)
