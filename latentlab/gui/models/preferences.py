"""What a user sets once."""

from dataclasses import dataclass
from pathlib import Path

from latentlab.gui.language import SYSTEM


@dataclass(frozen=True)
class Preferences:
    """What is set.

    Attributes:
        runs: the folder of new runs.
        exports: the folder that exports are suggested in; None is that of the run.
        threads: most CPU threads of a run; None leaves the choice to LatentLab.
        then: a command for when the queue is done; empty for none.
        keep_layouts: whether a rearranged workspace is remembered.
        language: of the window, from its next start on.
        tensorboard: whether a run that trains in the window writes TensorBoard's files too.
    """

    runs: Path
    exports: Path | None = None
    threads: int | None = None
    then: str = ""
    keep_layouts: bool = True
    language: str = SYSTEM
    tensorboard: bool = False
