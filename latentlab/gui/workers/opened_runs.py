"""Opening a run for exploring and reading weights of it, wherever it lies. Called on the thread of file work alone."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.config import RunConfig, with_data_root
from latentlab.errors import LatentLabError, RemoteError, RunError
from latentlab.gui.workers.remotes import Remotes
from latentlab.runs import Run

if TYPE_CHECKING:
    from torch import Tensor

    from latentlab.explore.renderer import Renderer
    from latentlab.remote.folder import RemoteFolder
    from latentlab.remote.renderer import RemoteRenderer


@dataclass(frozen=True, eq=False)
class Opened:
    """A run was opened for exploring.

    Attributes:
        path: its folder.
        config: its settings.
        image_shape: (C, H, W).
        step: of the checkpoint loaded, None where there is none.
        held_out_count: images to look at.
        note: one sentence where that checkpoint is not the newest, else empty.
        problem: why no model can be looked at, else empty.
        images_problem: why there are no images to look at, else empty.
        resumable: whether its checkpoint holds what training goes on from, not weights alone.
        renderer: of that checkpoint's model, None where there is none.
        remote: the address of the folder on another computer that it lies in; empty for a run that lies here.
        source: of a model from elsewhere what it was and where it came from.
        parameters: number of weights of the model that is looked at; 0 where they are not here.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    step: int | None
    held_out_count: int
    note: str = ""
    problem: str = ""
    images_problem: str = ""
    resumable: bool = True
    renderer: "Renderer | RemoteRenderer | None" = None
    remote: str = ""
    source: Mapping[str, str] = field(default_factory=dict)
    parameters: int = 0


@dataclass(frozen=True, eq=False)
class Weights:
    """The weights of a checkpoint of a run; none of a run on another computer, where they stay."""

    path: Path
    step: int
    state: "Mapping[str, Tensor]"


def open_run(path: Path, data_root: Path | None, remotes: Remotes) -> Opened:
    """Open a run at its newest whole checkpoint, with its images, in `data_root` where that is given.

    Raises:
        RunError: if it is no run.
    """
    remote = remotes.of(path)
    if remote is not None:
        return _open_remote(path, remote)
    from latentlab.explore.renderer import Renderer

    run = Run(path)
    try:
        checkpoint = run.checkpoint()
        renderer = Renderer.of_run(run, checkpoint.step, data_root)
    except LatentLabError as error:
        return Opened(path, run.config, run.image_shape, None, 0, problem=str(error), source=run.header.source)
    config = run.config if data_root is None else with_data_root(run.config, data_root)
    note = " ".join(filter(None, (run.newest_note(checkpoint), renderer.images_note)))
    return Opened(
        path,
        config,
        run.image_shape,
        checkpoint.step,
        renderer.held_out_count,
        note,
        images_problem=renderer.images_problem,
        resumable=run.is_resumable(checkpoint),
        renderer=renderer,
        source=run.header.source,
        parameters=sum(parameter.numel() for parameter in renderer.model.parameters()),
    )


def read_weights(path: Path, step: int | None, remotes: Remotes) -> Weights:
    """The weights of a checkpoint, the newest where no step is given.

    Raises:
        RunError: if they cannot be read.
    """
    run = Run(path)
    at = run.checkpoint(step).step
    return Weights(path, at, {} if remotes.of(path) else run.model(at).state_dict())


def weights_or_none(path: Path, step: int, remotes: Remotes) -> Weights | None:
    """The weights of a checkpoint; None where they cannot be read."""
    with contextlib.suppress(RunError):
        return Weights(path, step, {} if remotes.of(path) else Run(path).model(step).state_dict())
    return None


def _open_remote(path: Path, remote: "RemoteFolder") -> Opened:
    run, address = Run(path), remote.address.text
    try:
        checkpoint = run.checkpoint()
        renderer = remote.renderer(path, checkpoint.step)
    except (RunError, RemoteError) as error:
        problem, source = str(error), run.header.source
        return Opened(path, run.config, run.image_shape, None, 0, "", problem, resumable=False, remote=address, source=source)
    note = " ".join(filter(None, (run.newest_note(checkpoint), renderer.images_note)))
    return Opened(
        path,
        run.config,
        run.image_shape,
        checkpoint.step,
        renderer.held_out_count,
        note,
        images_problem=renderer.images_problem,
        resumable=False,
        renderer=renderer,
        remote=address,
        source=run.header.source,
    )
