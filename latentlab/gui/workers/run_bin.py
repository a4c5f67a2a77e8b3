"""Moving run folders to the desktop's bin. Called on the thread of file work alone."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from latentlab.errors import RunError
from latentlab.gui.language import tr
from latentlab.runs import RunState, summary_of


def move_to_bin(run: Path) -> Path | None:
    """Move a run folder to the bin.

    Returns:
        Where it lies there, None where the system does not say.

    Raises:
        RunError: if a process writes it, or there is no bin that takes it; it is where it was then.
    """
    if summary_of(run).state is RunState.LIVE:
        raise RunError(tr("{name}: a process is training it; stop it before deleting it.", name=run.name))
    if not (run / "run.toml").exists():
        raise RunError(tr("{run}: not a LatentLab run: run.toml is missing.", run=run))
    with contextlib.suppress(OSError):  # a new user may lack the folder, in which Qt makes the bin and no more
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)).mkdir(
            parents=True, exist_ok=True
        )
    file = QFile(str(run))
    if not file.moveToTrash():
        raise RunError(tr("{run}: the desktop's bin does not take it; delete the folder in a file manager.", run=run))
    binned = file.fileName()
    return Path(binned) if binned and Path(binned) != run else None
