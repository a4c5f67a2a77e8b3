"""Reading a run, finished or still being written by another process."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.errors import DataError, FileError, RunError
from latentlab.runs.checkpoints import Checkpoint, best_first, checkpoints_of, damaged_since, newest_whole
from latentlab.runs.header import Header, read_header
from latentlab.runs.lines import Lines
from latentlab.runs.manifest import problem_of
from latentlab.runs.mirrors import read_mirror
from latentlab.runs.records import Event, Report
from latentlab.runs.state import RunState, events_of, last_ending, state_of
from latentlab.runs.thinning import reports_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from latentlab.models import VAE, Posterior


_TRAINER_FILES = ("trainer.json", "trainer.pt")
"""Of this schema and of the first."""


class Run:
    """A run folder.

    Attributes:
        path: the folder.
        header: what its `run.toml` holds.
        config: what the run computes.
        image_shape: (C, H, W).
        created: ISO 8601 time, UTC.
    """

    def __init__(self, path: str | Path) -> None:
        """Open a run folder.

        Args:
            path: of the folder.

        Raises:
            RunError: if it is no run or was written by a newer LatentLab.
        """
        self.path = Path(path)
        self.header: Header = read_header(self.path)
        self.config = self.header.config
        self.image_shape = self.header.image_shape
        self.created = self.header.created

    @property
    def values(self) -> list[object]:
        """Which values of the image files became black and white, for each kind of value; empty where nothing is known."""
        values = self.header.images.get("values", [])
        return list(values) if isinstance(values, list) else []

    def reports(self) -> Lines[Report]:
        """All reports so far, read from disk as they are asked for; torn and damaged lines are skipped."""
        return reports_of(self.path)

    def events(self) -> Lines[Event]:
        """All events so far, likewise."""
        return events_of(self.path)

    @property
    def state(self) -> RunState:
        """Whether it is being written, and if not, how it ended.

        Raises:
            RunError: if its events cannot be read.
        """
        return state_of(self.path)

    def checkpoints(self) -> list[Checkpoint]:
        """All checkpoints, whole or not, ascending.

        Raises:
            RunError: if they cannot be listed.
        """
        return checkpoints_of(self.path)

    def checkpoint(self, step: int | None = None) -> Checkpoint:
        """The newest whole checkpoint, or that of a step, with every file compared with the manifest.

        Raises:
            RunError: if there is none, or the one asked for is missing or damaged.
        """
        found = self.checkpoints()
        if step is None or not found:
            return newest_whole(self.path, found)
        asked = next((checkpoint for checkpoint in found if checkpoint.step == step), None)
        if asked is None:
            there = ", ".join(str(checkpoint.step) for checkpoint in found)
            raise RunError(f"{self.path}: no checkpoint of step {step}; there are {there}.")
        if problem := problem_of(asked.path, asked.step):
            raise RunError(f"{asked.path}: damaged: {problem}; choose another checkpoint.")
        return asked

    def best(self) -> Checkpoint:
        """The whole checkpoint with the largest score (`train.best_by`) under the settings as they are; the newest where
        none was measured under them.

        Raises:
            RunError: if there is no whole one.
        """
        found = self.checkpoints()
        for checkpoint in best_first(found, self.header.scores_since):
            if not problem_of(checkpoint.path, checkpoint.step):
                return checkpoint
        return newest_whole(self.path, found)

    @property
    def has_finished(self) -> bool:
        """Whether it has reached its own end: the last step, or that of its patience.

        Raises:
            RunError: if its events cannot be read.
        """
        ending = last_ending(self.path)
        return ending is not None and ending.kind == "finish"

    def is_resumable(self, checkpoint: Checkpoint) -> bool:
        """Whether a run goes on from a checkpoint; one with weights alone can be looked at and no more.

        One that its writer has just dropped had all that is needed, and the one that took its place has it too.
        """
        return any((checkpoint.path / name).exists() for name in _TRAINER_FILES) or not checkpoint.path.is_dir()

    def newest_note(self, checkpoint: Checkpoint) -> str:
        """One sentence where newer checkpoints than this one are damaged, else empty.

        Raises:
            RunError: if they cannot be listed.
        """
        damaged = damaged_since(checkpoint.step, self.checkpoints())
        if not damaged:
            return ""
        newest, problem = damaged[0]
        more = f" and {len(damaged) - 1} before it" if len(damaged) > 1 else ""
        verb = "are" if more else "is"
        return f"The checkpoint of step {newest.step:,}{more} {verb} damaged ({problem}); step {checkpoint.step:,} is used."

    def model(self, step: int | None = None) -> "VAE":
        """The network of a checkpoint (the newest whole one unless a step is given), on the CPU, in evaluation mode.

        Where the run keeps a running average of its weights, that is the network.

        Raises:
            RunError: if there is none, it is on another computer, its file does not fit the config, or its weights are not
                finite.
        """
        from latentlab.models import build_vae, vae_without_weights

        mirror = read_mirror(self.path)
        if mirror is not None:
            raise RunError(f"{self.path.name}: its weights are in {mirror.path} on {mirror.address} and are not copied here.")

        path = self.checkpoint(step).path / "ema.safetensors"
        if not path.exists():
            path = path.with_name("model.safetensors")
        config = self.config
        network = (config.model, config.likelihood, self.image_shape)
        weights = _weights(path, vae_without_weights(*network, config.prior))  # memory is taken only once the file fits
        model = build_vae(*network, prior=config.prior)
        model.load_state_dict(weights)
        return model.eval().requires_grad_(False)

    def encode(self, images: "Tensor | NDArray[np.float32]") -> "Posterior":
        """q(z|x) under the newest checkpoint.

        Args:
            images: float (N, C, H, W) in [0, 1].

        Raises:
            DataError: if the shape or the range is another.
        """
        import torch

        x = torch.as_tensor(images)
        if x.ndim != 4 or tuple(x.shape[1:]) != self.image_shape:
            expected = ", ".join(map(str, self.image_shape))
            raise DataError(f"images of shape {tuple(x.shape)}; this model takes (N, {expected}).")
        if not x.is_floating_point():
            raise DataError(f"images of type {x.dtype}; this model takes floats in [0, 1].")
        if x.numel() and not (x.min() >= 0 and x.max() <= 1):
            raise DataError(f"images from {x.min():.3g} to {x.max():.3g}; this model takes floats in [0, 1].")
        with torch.no_grad():
            return self._newest_model.encode(x.float())

    def decode(self, z: "Tensor | NDArray[np.float32]") -> "Tensor":
        """The expected images of latents under the newest checkpoint.

        Args:
            z: float (N, D).

        Returns:
            float32 (N, C, H, W) in [0, 1].

        Raises:
            DataError: if z has another shape.
        """
        import torch

        latents = torch.as_tensor(z)
        if latents.ndim != 2 or latents.shape[1] != self.config.model.latent_dim:
            raise DataError(f"latents of shape {tuple(latents.shape)}; this model takes (N, {self.config.model.latent_dim}).")
        with torch.no_grad():
            return self._newest_model.decode(latents.float()).mean

    @cached_property
    def _newest_model(self) -> "VAE":
        return self.model()


def _weights(path: Path, model: "VAE") -> "dict[str, Tensor]":
    import torch

    from latentlab.files.tensors import kinds_of, read_tensors

    try:
        state = read_tensors(path, kinds_of(model.state_dict()), model.later_state)
    except FileError as error:
        raise RunError(f"{path}: cannot be loaded: it {error.reason}.") from None
    for name, value in state.items():
        if not torch.isfinite(value).all():
            raise RunError(f"{path}: the weights are not finite ({name} holds NaN or infinity); choose an earlier checkpoint.")
    return state
