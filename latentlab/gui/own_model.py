"""The window on somebody's own model, from a script or a notebook."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.gui.app import open_window
from latentlab.runs import default_runs_folder
from latentlab.runs.header import FILE_NAME as RUN_FILE

if TYPE_CHECKING:
    import torch
    from numpy.typing import ArrayLike

    from latentlab.models.own import OwnModel


def explore_model(
    model: "OwnModel",
    images: "ArrayLike | torch.Tensor",
    *,
    labels: "ArrayLike | None" = None,
    value_range: tuple[float, float] = (0.0, 1.0),
    name: str = "own-model",
    keep: str | Path | None = None,
) -> None:
    """Open the window on a model of one's own; arguments and errors are those of `latentlab.explore`, which calls it."""
    from latentlab.exchange.own import own_run

    with ExitStack() as stack:
        folder = Path(keep) if keep is not None else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="latentlab-")))
        run = own_run(stack, model, images, labels, value_range, name, folder)
        try:
            open_window(run=run.path)
        finally:
            if keep is None:
                _keep_others(folder, run.path)


def _keep_others(folder: Path, shown: Path) -> None:
    """Move the runs that were trained in the window out of a folder that is about to be removed."""
    for path in folder.iterdir():
        if path != shown and (path / RUN_FILE).is_file():
            place = default_runs_folder()
            place.mkdir(parents=True, exist_ok=True)
            shutil.move(path, place / path.name)
