"""A folder of runs, looked at again and again: what has not changed is not read twice. Belongs to the thread of file work."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import RunError
from latentlab.gui.language import tr
from latentlab.runs import RunState, RunSummary, labelled, run_names, summary_of

_AT_ONCE = 64
"""Runs read in one look, so that a run that is to be opened meanwhile does not wait for thousands."""
_SIGNS = ("run.toml", "lock", "annotations.toml")
"""Files that are written again whenever something changes that a list shows."""


@dataclass(frozen=True)
class Surveyed:
    """What a look at a folder found.

    Attributes:
        folder: of runs.
        runs: all that are known, newest first, each under a label of its own; None where nothing has changed.
        more: others are still to be read, in the next look.
    """

    folder: Path
    runs: tuple[RunSummary, ...] | None
    more: bool


class RunSurvey:
    """Keeps the list of a folder's runs up to date.

    Attributes:
        folder: of runs.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, RunSummary] = {}
        self._signs: dict[str, tuple[int, ...]] = {}
        self._was_told = False

    def look(self) -> Surveyed:
        """Read what is new or has changed, a part at a time.

        Raises:
            RunError: if the folder cannot be read.
        """
        names = run_names(self.folder) if self.folder.is_dir() else []
        gone = self._known.keys() - set(names)
        for name in gone:
            del self._known[name], self._signs[name]
        signs = {name: _signs_of(self.folder / name) for name in names}
        changed = [name for name in names if signs[name] != self._signs.get(name) or self._is_live(name)]
        for name in changed[:_AT_ONCE]:
            summary = summary_of(self.folder / name)
            if summary.run is None and not any(signs[name]):  # a folder of something else
                continue
            self._known[name] = summary
        self._signs |= {name: signs[name] for name in changed[:_AT_ONCE]}
        more = len(changed) > _AT_ONCE
        news = bool(gone or changed) or not self._was_told
        tells = news and not (more and self._was_told)  # between the first part and the last, labels would be made in vain
        self._was_told = True
        return Surveyed(self.folder, tuple(labelled(self._known.values())) if tells else None, more)

    def _is_live(self, name: str) -> bool:
        summary = self._known.get(name)
        return summary is not None and summary.state is RunState.LIVE


def _signs_of(run: Path) -> tuple[int, ...]:
    """When the telling files were written, 0 for one that is missing."""
    return tuple(_written(run / name) for name in _SIGNS)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def for_each(paths: tuple[Path, ...], work: Callable[[Path], object]) -> str:
    """Do something to each of these runs, whatever becomes of the others; what went wrong, empty where nothing did."""
    problems = []
    for path in paths:
        try:
            work(path)
        except RunError as error:
            problems.append(str(error))
    more = tr(" ({count} more could not be changed.)", count=len(problems) - 1) if len(problems) > 1 else ""
    return problems[0] + more if problems else ""
