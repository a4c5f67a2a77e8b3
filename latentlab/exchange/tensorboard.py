"""Runs as TensorBoard reads them: event files of their reports, and of a run in training its images and its latent space.

Shapes: N held-out images, C channels, H by W pixels, D latent dimensions.
"""

import os
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

from latentlab import metrics
from latentlab.config import dump_config
from latentlab.data import shown_channels
from latentlab.errors import ConfigError, DiskError, RunError
from latentlab.extras import requirement
from latentlab.metrics import dim_of
from latentlab.models import VAE
from latentlab.runs import Follower, Report, Run, RunState
from latentlab.training import Trainer

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

FOLDER = "tensorboard"
"""Of a run in training, below its own folder."""
_CONVERTED = ".converted"
"""Ends the names of event files that were made of a run's reports; they are replaced when it is converted again."""
_IMAGES = 16
_POINTS = 1000
_THUMBNAIL = 32
_AT_ONCE = 100


def require_tensorboard() -> None:
    """Raises ConfigError where tensorboard is not installed."""
    if find_spec("tensorboard") is None:
        raise ConfigError(f"TensorBoard's files are written with tensorboard; install {requirement('tensorboard')}.")


def open_writer(folder: Path, *, ending: str = "", purge_step: int | None = None) -> "SummaryWriter":
    """A writer of event files in a folder.

    Args:
        folder: made where it is not there.
        ending: of the file's name.
        purge_step: from which on earlier files no longer hold.

    Raises:
        ConfigError: if tensorboard is not installed.
        OSError: if the folder cannot be written.
    """
    require_tensorboard()
    from torch.utils.tensorboard import SummaryWriter

    return SummaryWriter(str(folder), purge_step=purge_step, filename_suffix=ending)


def write_report(writer: "SummaryWriter", report: Report, created: str, *, kl_per_dim: bool) -> None:
    """Every number of a report under its metric's name, at the time at which training had taken so many seconds.

    Args:
        writer: of the run's files.
        report: of a step.
        created: when the run was, ISO 8601.
        kl_per_dim: whether the KL of each latent dimension is among them.
    """
    when = datetime.fromisoformat(created).timestamp() + report.seconds
    numbers = {"epoch": report.epoch, "images_per_second": report.images_per_second, **report.values, **report.machine}
    for name, value in numbers.items():
        if kl_per_dim or dim_of(name) is None:
            writer.add_scalar(name, value, report.step, when)


class Conversion:
    """A run's reports as event files, read from its folder while it may still be written.

    Attributes:
        folder: of the files.
        state: of the run at the last look.
    """

    def __init__(self, run: Run, folder: Path, *, kl_per_dim: bool) -> None:
        """Begin; what an earlier conversion left in the folder is replaced.

        Raises:
            ConfigError: if tensorboard is not installed.
            DiskError: if the folder cannot be written.
        """
        self.folder = folder
        self.state = RunState.LIVE
        self._run, self._kl_per_dim = run, kl_per_dim
        self._follower = Follower(run.path)
        self._writer = self._begin()

    def advance(self) -> bool:
        """Write what is new; whether there is more at once.

        Raises:
            RunError: if the run can no longer be read.
            DiskError: if the files cannot be written.
        """
        news = self._follower.look()
        self.state = news.state
        try:
            if news.afresh:
                self._writer.close()
                self._writer = self._begin()
            for report in news.reports:
                write_report(self._writer, report, self._run.created, kl_per_dim=self._kl_per_dim)
            self._writer.flush()
        except OSError as error:
            raise DiskError(f"{self.folder}: cannot be written: {error.strerror or error}.") from None
        return news.more

    def close(self) -> None:
        """Let go of the files."""
        self._writer.close()

    def _begin(self) -> "SummaryWriter":
        try:
            for earlier in self.folder.glob(f"events.out.tfevents.*{_CONVERTED}"):
                earlier.unlink()
            writer = open_writer(self.folder, ending=_CONVERTED)
            writer.add_text("settings", _as_code(dump_config(self._run.config)))
        except OSError as error:
            raise DiskError(f"{self.folder}: cannot be written: {error.strerror or error}.") from None
        return writer


class TensorBoard:
    """A callback that writes event files while a run trains: its numbers, at every checkpoint originals over reconstructions,
    and at its end the means of held-out images with their thumbnails, for the projector.

    Attributes:
        folder: of the files; unless given, `tensorboard` in the run's own folder.
    """

    def __init__(self, folder: Path | None = None, *, kl_per_dim: bool = False) -> None:
        self.folder = folder
        self._kl_per_dim = kl_per_dim
        self._step = 0
        self._created = ""
        self._writer: SummaryWriter | None = None

    def start(self, trainer: Trainer) -> None:
        """Open the files; where the run goes on, what it reported before is written unless it is there already.

        Raises:
            RunError: if the run is not kept on disk.
        """
        if trainer.writer is None:
            raise RunError("A run that is not kept on disk has no folder for TensorBoard's files.")
        run = Run(trainer.writer.path)
        self.folder = self.folder or run.path / FOLDER
        self._created, self._step = run.created, trainer.step
        known = any(self.folder.glob("events.out.tfevents.*"))
        self._writer = open_writer(self.folder, purge_step=trainer.step if known else None)
        if not known:
            self._writer.add_text("settings", _as_code(dump_config(trainer.config)))
        for report in run.reports():
            if report.step == trainer.step:  # which a run that goes on may have changed
                self._write_all(trainer, report)
            elif not known:
                self._write_numbers(report)

    def report(self, trainer: Trainer, report: Report) -> None:
        """Write a report, and images where held-out ones were measured."""
        if report.step <= self._step:  # the run went back to a checkpoint
            assert self._writer is not None
            assert self.folder is not None
            self._writer.close()
            self._writer = open_writer(self.folder, purge_step=report.step)
        self._write_all(trainer, report)

    def end(self, trainer: Trainer) -> None:
        """Write the projector's files."""
        assert self._writer is not None
        try:
            means_ND, images_NCHW, labels = _points(trainer)
            self._writer.add_embedding(means_ND, labels, images_NCHW, trainer.step, "z")
        finally:
            self._writer.close()

    def _write_all(self, trainer: Trainer, report: Report) -> None:
        assert self._writer is not None
        self._write_numbers(report)
        if metrics.TEST_ELBO in report.values:
            self._writer.add_images("reconstructions", _pairs(trainer), report.step)
        self._writer.flush()

    def _write_numbers(self, report: Report) -> None:
        assert self._writer is not None
        write_report(self._writer, report, self._created, kl_per_dim=self._kl_per_dim)
        self._step = report.step


def folder_of(run: Run, out: Path) -> Path:
    """Where a run's event files go below a folder for several."""
    return out / os.path.basename(run.path.absolute())  # noqa: PTH119 - of a path such as "." too


def _as_code(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def _pairs(trainer: Trainer) -> Tensor:
    """Held-out images, each followed by its reconstruction at the posterior's mode, (2N, C, H, W)."""
    x_NCHW = trainer.held_out.batch(slice(0, _IMAGES))
    y_NCHW = _looked_at(trainer.shown_model, x_NCHW)[1]
    return _shown(torch.stack([x_NCHW, y_NCHW], 1).flatten(0, 1)).cpu()


def _points(trainer: Trainer) -> tuple[Tensor, Tensor, list[str] | None]:
    """Posterior means (N, D), thumbnails (N, C, h, w) and labels of the first held-out images."""
    store = trainer.held_out
    count = min(len(store), _POINTS)
    means, thumbnails = [], []
    for start in range(0, count, _AT_ONCE):
        x_NCHW = store.batch(slice(start, min(start + _AT_ONCE, count)))
        means.append(_looked_at(trainer.shown_model, x_NCHW)[0].cpu())
        side = min(_THUMBNAIL, max(x_NCHW.shape[2:]))  # the projector takes square ones alone
        thumbnails.append(functional.interpolate(_shown(x_NCHW), (side, side), mode="bilinear", antialias=True).cpu())
    numbers = store.labels[:count].tolist()
    names = store.label_names
    labels = [names[number] if 0 <= number < len(names) else str(number) for number in numbers]
    return torch.cat(means), torch.cat(thumbnails).clamp(0, 1), labels if any(number >= 0 for number in numbers) else None


@torch.no_grad()
def _looked_at(model: VAE, x_NCHW: Tensor) -> tuple[Tensor, Tensor]:
    """Posterior means and reconstructions; the model goes on training as if it had not been looked at."""
    training = model.training
    try:
        posterior = model.eval().encode(x_NCHW)
        return posterior.mean, model.decode(posterior.mode).mean.clamp(0, 1)
    finally:
        model.train(training)


def _shown(x_NCHW: Tensor) -> Tensor:
    """In grey, or in red, green and blue."""
    return x_NCHW[:, list(shown_channels(x_NCHW.shape[1]))]
