"""Reading a run, finished or still being written by another process."""

import os
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from latentlab.config import RunConfig, parse_config
from latentlab.errors import ConfigError, DataError, RunError
from latentlab.runs.records import Event, Report
from latentlab.runs.writer import SCHEMA_VERSION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from latentlab.models import VAE, Posterior


class RunState(StrEnum):
    """Where a run stands."""

    LIVE = "live"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint of a run."""

    step: int
    path: Path


_ENDINGS = {"finish": "finished", "stop": "stopped", "failure": "failed"}


class Run:
    """A run folder.

    Attributes:
        path: the folder.
        config: what the run computes.
        image_shape: (C, H, W).
        created: ISO 8601 time, UTC.
    """

    def __init__(self, path: str | Path) -> None:
        """Open a run folder.

        Raises:
            RunError: if it is no run or was written by a newer LatentLab.
        """
        self.path = Path(path)
        header = _read_header(self.path)
        try:
            self.config: RunConfig = parse_config(header["config"])
            channels, height, width = map(int, header["image_shape"])
            self.image_shape: tuple[int, int, int] = (channels, height, width)
            self.created: str = str(header["created"])
        except (KeyError, ValueError, TypeError):
            raise RunError(f"{self.path / 'run.toml'}: incomplete; config, image_shape and created are expected.") from None
        except ConfigError as error:
            raise RunError(f"{self.path / 'run.toml'}: {error}") from None

    def reports(self) -> list[Report]:
        """All reports so far; a torn line is skipped."""
        return [report for line in self._lines("metrics.jsonl") if (report := Report.from_line(line))]

    def events(self) -> list[Event]:
        """All events so far; a torn line is skipped."""
        return [event for line in self._lines("events.jsonl") if (event := Event.from_line(line))]

    @property
    def state(self) -> RunState:
        """Where the run stands."""
        lifecycle = [event.kind for event in self.events() if event.kind in {"start", "resume", *_ENDINGS}]
        if lifecycle and lifecycle[-1] in _ENDINGS:
            return RunState(_ENDINGS[lifecycle[-1]])
        try:
            os.kill(int((self.path / "lock").read_text()), 0)
        except (OSError, ValueError):
            return RunState.INTERRUPTED
        return RunState.LIVE

    @property
    def status(self) -> str:
        """finished, stopped, failed, or unfinished (it is being written, or its process ended without a word)."""
        return self.state.value if self.state in _ENDINGS.values() else "unfinished"

    def checkpoints(self) -> list[Checkpoint]:
        """Ascending."""
        return [Checkpoint(step, self.checkpoint_path(step)) for step in self.checkpoint_steps()]

    def checkpoint(self, step: int | None = None) -> Checkpoint:
        """The newest whole one, or that of a step."""
        path = self.checkpoint_path(step)
        return Checkpoint(int(path.name.removeprefix("step-")), path)

    def newest_note(self, checkpoint: Checkpoint) -> str:
        """One sentence if the checkpoint is not the newest."""
        newest = self.checkpoint_steps()[-1]
        return (
            ""
            if newest == checkpoint.step
            else f"The checkpoint of step {newest:,} is damaged; step {checkpoint.step:,} is used."
        )

    def checkpoint_steps(self) -> list[int]:
        """Steps of the checkpoints at hand, ascending."""
        folders = (self.path / "checkpoints").glob("step-*")
        return sorted(int(folder.name.removeprefix("step-")) for folder in folders if folder.name[5:].isdigit())

    def checkpoint_path(self, step: int | None = None) -> Path:
        """The folder of a checkpoint, the newest unless a step is given.

        Raises:
            RunError: if there is no such checkpoint.
        """
        steps = self.checkpoint_steps()
        if not steps:
            raise RunError(f"{self.path}: the run has no checkpoint yet.")
        if step is None:
            step = steps[-1]
        if step not in steps:
            raise RunError(f"{self.path}: no checkpoint of step {step}; there are {', '.join(map(str, steps))}.")
        return self.path / "checkpoints" / f"step-{step:09d}"

    def model(self, step: int | None = None) -> "VAE":
        """The network of a checkpoint (the newest unless a step is given), on the CPU, in evaluation mode.

        Where the run keeps a running average of its weights, that is the network.

        Raises:
            RunError: if there is none, or its file does not fit the config.
        """
        from safetensors import SafetensorError
        from safetensors.torch import load_file

        from latentlab.models import build_vae

        path = self.checkpoint_path(step) / "ema.safetensors"
        if not path.exists():
            path = path.with_name("model.safetensors")
        model = build_vae(self.config.model, self.config.likelihood, self.image_shape)
        try:
            model.load_state_dict(load_file(path))
        except (OSError, SafetensorError, RuntimeError) as error:
            raise RunError(f"{path}: cannot be loaded: {str(error).splitlines()[0]}") from None
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

    def _lines(self, name: str) -> list[str]:
        try:
            return (self.path / name).read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise RunError(f"{self.path / name}: cannot be read: {error.strerror or error}.") from None


def _read_header(path: Path) -> dict[str, Any]:
    file = path / "run.toml"
    try:
        header = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        missing = "there is no such folder" if not path.is_dir() else "run.toml is missing"
        raise RunError(f"{path}: not a LatentLab run: {missing}.") from None
    except OSError as error:
        raise RunError(f"{file}: cannot be read: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RunError(f"{file}: damaged: {error}.") from None
    schema = header.get("schema_version")
    if not isinstance(schema, int):
        raise RunError(f"{file}: damaged: schema_version is missing.")
    if schema != SCHEMA_VERSION:
        raise RunError(
            f"{file}: schema version {schema!r}; this LatentLab reads {SCHEMA_VERSION}. Update LatentLab to open it."
        )
    return header
