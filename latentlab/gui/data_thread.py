"""Looking at a collection of images behind the window, and preparing it."""

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from latentlab.config import DataConfig
from latentlab.errors import LatentLabError, StoppedError

if TYPE_CHECKING:
    from latentlab.data import Preview, ScanReport


@dataclass(frozen=True, eq=False)
class Looked:
    """What a look at a collection came to.

    Attributes:
        config: what was looked at.
        preview: some of its images; None where it was cancelled or failed.
        report: of its files; None where it has none to scan.
        prepared: what the prepared store holds, empty where it was only looked at.
        problem: what went wrong, empty where nothing did.
        details: a traceback, where the fault is ours.
    """

    config: DataConfig
    preview: "Preview | None" = None
    report: "ScanReport | None" = None
    prepared: str = ""
    problem: str = ""
    details: str | None = None


class DataThread(QThread):
    """Scans a folder and decodes some of its images, or all of them into the prepared store.

    Attributes:
        progress: share done and what is being done, for reading at any time.

    Signals:
        looked: a `Looked`; the last thing a thread says.
    """

    looked = Signal(object)

    def __init__(self, config: DataConfig, *, prepare: bool) -> None:
        """A thread for a collection; `prepare` makes its store, or else it is looked at."""
        super().__init__()
        self.setObjectName("data")
        self.progress: tuple[float, str] = (0.0, "reading")
        self._config = config
        self._prepare = prepare

    def run(self) -> None:
        try:
            looked = self._make_store() if self._prepare else self._look()
        except StoppedError:
            looked = Looked(self._config)
        except LatentLabError as error:
            looked = Looked(self._config, problem=str(error))
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            looked = Looked(self._config, problem=f"{type(error).__name__}: {error}", details=traceback.format_exc())
        self.looked.emit(looked)

    def _look(self) -> Looked:
        from pathlib import Path

        from latentlab.data import preview, scan

        seen = preview(self._config)
        report = None
        if self._config.name == "folder":
            self._doing = "looking at the files"
            report = scan(Path(self._config.root).expanduser(), self._on_progress, self.isInterruptionRequested)
        return Looked(self._config, seen, report)

    def _make_store(self) -> Looked:
        from latentlab.data import load_dataset, preview

        self._doing = "preparing the images"
        dataset = load_dataset(self._config, self._on_progress, self.isInterruptionRequested)
        return Looked(self._config, preview(self._config), prepared=dataset.description)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress = (done / max(total, 1), f"{self._doing}: {done:,} of {total:,}")
