"""The files of a checkpoint, out of the networks in training and back into them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from latentlab.errors import FileError, MissingFileError, RunError
from latentlab.files.tensors import kinds_of, read_tensors
from latentlab.models import VAE
from latentlab.runs import Report
from latentlab.seeding import generator_for
from latentlab.training.diagnostics import Diagnostics
from latentlab.training.first_state import FILE_NAME as FIRST_STATE
from latentlab.training.first_state import read_first_state
from latentlab.training.learner import Learner
from latentlab.training.progress import Progress
from latentlab.training.state import (
    CompanionState,
    Expected,
    Position,
    SumNames,
    TrainerNumbers,
    TrainerState,
    read_state,
)

WEIGHTS, AVERAGE = "model.safetensors", "ema.safetensors"


@dataclass(frozen=True, eq=False)
class InTraining:
    """All that a checkpoint keeps, as it stands in a trainer.

    Attributes:
        learner: the networks.
        progress: what is counted.
        diagnostics: which alarms hold.
    """

    learner: Learner
    progress: Progress
    diagnostics: Diagnostics

    def write(self, folder: Path) -> None:
        """Fill a checkpoint's folder. Raises OSError and SafetensorError."""
        save_file(_contiguous(self.learner.model), folder / WEIGHTS)
        if self.learner.average:
            save_file(_contiguous(self.learner.shown_model), folder / AVERAGE)
        self.state().save(folder)

    def restore(self, checkpoint: Path) -> bool:
        """Take over what a checkpoint's folder holds.

        Returns:
            Whether checkpoints of this schema keep the report of their step; those of the first do not.

        Raises:
            RunError: if it is damaged or belongs to another config; everything is as it was.
        """
        try:
            knows_report = not (checkpoint / FIRST_STATE).exists()
            weights = _read_weights(checkpoint / WEIGHTS, self.learner.model)
            average = _read_weights(checkpoint / AVERAGE, self.learner.shown_model) if self.learner.average else {}
            if knows_report:
                state = read_state(checkpoint, self._expected())
            else:
                state = read_first_state(checkpoint / FIRST_STATE, self._expected())
            self.take_over(state, weights, average)
        except MissingFileError as error:
            raise RunError(f"{checkpoint}: cannot be resumed: {error.path.name} is missing.") from None
        except (FileError, RuntimeError) as error:  # PyTorch refuses the state of a random generator that none could have
            reason = f"{error.path.name} {error.reason}" if isinstance(error, FileError) else "trainer state is damaged: noise"
            raise RunError(f"{checkpoint}: cannot be resumed: {reason}.") from None
        return knows_report

    def take_over(self, state: TrainerState, weights: Mapping[str, Tensor], average: Mapping[str, Tensor]) -> None:
        """Go on from a state that was checked; the average's weights are read where the run has one."""
        numbers, learner, progress = state.numbers, self.learner, self.progress
        if numbers.device == learner.device.type:
            learner.noise.set_state(state.noise)
        else:  # the state of one kind of device means nothing to another
            learner.noise = generator_for(learner.config.seed, f"noise from step {numbers.step}", learner.device)
        learner.model.load_state_dict(weights)
        learner.optimization.load(state.moments, numbers.scaler)
        if numbers.rate is not None:
            learner.optimization.learning_rate = numbers.rate
        if numbers.plateau is not None:
            learner.plateau.load(numbers.plateau)
        learner.order.seek({"epoch": numbers.order.epoch, "batch": numbers.order.batch})
        learner.sums.load(
            {part.names: (row, part.count) for part, row in zip(numbers.sums, state.sums, strict=True)}, learner.device
        )
        for partner in learner.partners:
            kept = state.companions[partner.companion.name]
            partner.companion.network.load_state_dict(kept.weights)
            partner.optimization.load(kept.moments)
        if learner.average:
            learner.average.module.load_state_dict(average)
            learner.average.n_averaged.fill_(numbers.averaged)
        self.diagnostics.standing = set(numbers.standing)
        progress.step, progress.seconds, progress.reported_at = numbers.step, numbers.seconds, numbers.reported_at
        progress.recoveries = numbers.recoveries
        progress.best, progress.best_step, progress.without_best = numbers.best, numbers.best_step, numbers.without_best
        progress.last_report = Report.from_line(numbers.report) if numbers.report else None

    def state(self) -> TrainerState:
        """What a process needs beside the weights to go on from here."""
        learner, progress = self.learner, self.progress
        position = learner.order.position()
        sums = learner.sums.state()
        report = progress.last_report if progress.last_report and progress.last_report.step == progress.step else None
        numbers = TrainerNumbers(
            step=progress.step,
            seconds=progress.seconds,
            reported_at=progress.reported_at,
            device=learner.device.type,
            order=Position(epoch=position["epoch"], batch=position["batch"]),
            sums=tuple(SumNames(names=names, count=count) for names, (_, count) in sums.items()),
            scaler=learner.optimization.scaler_state(),
            averaged=int(learner.average.n_averaged) if learner.average else 0,
            report=report.to_line() if report else None,
            standing=tuple(sorted(self.diagnostics.standing)),
            recoveries=progress.recoveries,
            rate=learner.optimization.learning_rate if progress.step else None,
            plateau=learner.plateau.state() if learner.config.train.follows_measurements else None,
            best=progress.best,
            best_step=progress.best_step,
            without_best=progress.without_best,
        )
        return TrainerState(
            numbers,
            learner.noise.get_state(),
            tuple(row for row, _ in sums.values()),
            learner.optimization.moments(),
            {
                partner.companion.name: CompanionState(partner.companion.network.state_dict(), partner.optimization.moments())
                for partner in learner.partners
            },
        )

    def _expected(self) -> Expected:
        learner = self.learner
        return Expected(
            learner.model,
            learner.optimization.kept,
            {partner.companion.name: partner.companion.network for partner in learner.partners},
            len(learner.noise.get_state()),
            learner.device.type,
            learner.order.batches_per_epoch,
        )


def _contiguous(model: VAE) -> dict[str, Tensor]:
    return {name: value.contiguous() for name, value in model.state_dict().items()}


def _read_weights(path: Path, model: VAE) -> dict[str, Tensor]:
    """Raises FileError if they do not fit the model or are not finite."""
    weights = read_tensors(path, kinds_of(model.state_dict()), model.later_state)
    for name, value in weights.items():
        if not torch.isfinite(value).all():
            raise FileError(path, f"holds weights that are not finite ({name})")
    return weights
