"""Taking run folders back from the desktop's bin."""

import shutil
from pathlib import Path

from latentlab.errors import RunError


def restore_from_bin(binned: Path, run: Path) -> None:
    """Move a run folder from where it lies in the bin to where it was; the bin's note about it goes too.

    The note is that of the Trash specification of freedesktop.org, `info/NAME.trashinfo` beside `files/NAME`.

    Raises:
        RunError: if it is not in the bin any more, cannot be moved, or its place is taken.
    """
    if not binned.is_dir():
        raise RunError(f"{run.name}: it is not in the bin any more.")
    if run.exists():
        raise RunError(
            f"{run}: there is another folder of this name by now; rename that one, then restore the run from the bin."
        )
    try:
        shutil.move(binned, run)
        if binned.parent.name == "files":
            (binned.parent.parent / "info" / f"{binned.name}.trashinfo").unlink(missing_ok=True)
    except OSError as error:
        raise RunError(f"{run.name}: it cannot be taken out of the bin: {error}") from error
