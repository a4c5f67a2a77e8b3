"""Looking at a collection of images behind the window, preparing it, and fetching its files."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from latentlab.catalog.datasets import DATASETS
from latentlab.config import DataConfig
from latentlab.errors import DataError, StoppedError
from latentlab.gui.language import tr
from latentlab.gui.workers.task_thread import TaskThread

if TYPE_CHECKING:
    from latentlab.data import Preview, ScanReport

Task = Literal["look", "prepare", "download"]


@dataclass(frozen=True, eq=False)
class DatasetResult:
    """The result of reading a collection.

    Attributes:
        config: what was looked at.
        preview: some of its images; None where it was cancelled or failed.
        report: of its files; None where it has none to scan.
        prepared: what the prepared store holds, empty where it was only looked at.
        fetched: whether the files now lie in the folder of `config`, which they had been downloaded into.
        stopped: how far it was when it was cancelled, empty where it was not.
        problem: what went wrong, empty where nothing did.
        details: a traceback, where the fault is ours.
    """

    config: DataConfig
    preview: "Preview | None" = None
    report: "ScanReport | None" = None
    prepared: str = ""
    fetched: bool = False
    stopped: str = ""
    problem: str = ""
    details: str | None = None


class DataThread(TaskThread):
    """Scans a folder and decodes some of its images, or all of them into the prepared store, or fetches them before.

    It ends with a `DatasetResult`.
    """

    def __init__(self, config: DataConfig, task: Task) -> None:
        """A thread for a collection, which is looked at, made into a store, or downloaded into its root and looked at."""
        super().__init__("data")
        self._config = config
        self._task = task
        self._fetched = False

    def _work(self) -> DatasetResult:
        tasks = {"look": self._look, "prepare": self._make_store, "download": self._download}
        return replace(tasks[self._task](), fetched=self._fetched)

    def _unfinished(self, *, stopped: str = "", problem: str = "", details: str | None = None) -> DatasetResult:
        return DatasetResult(self._config, fetched=self._fetched, stopped=stopped, problem=problem, details=details)

    def _look(self) -> DatasetResult:
        from latentlab.data import preview, reading_of, scan

        seen = preview(self._config)
        report = None
        entry = DATASETS.of(self._config)
        if entry.own and entry.store:
            self._doing = tr("looking at the files")
            root = Path(self._config.location).expanduser()
            report = scan(root, self._on_progress, self.isInterruptionRequested, reading_of(self._config))
        return DatasetResult(self._config, seen, report)

    def _make_store(self) -> DatasetResult:
        from latentlab.data import load_dataset, preview

        self._doing = tr("preparing the images")
        dataset = load_dataset(self._config, self._on_progress, self.isInterruptionRequested)
        return DatasetResult(self._config, preview(self._config), prepared=dataset.account)

    def _download(self) -> DatasetResult:
        from latentlab.data.download import download

        terms = DATASETS.of(self._config).terms
        try:
            download(self._config.name, Path(self._config.location).expanduser(), self._on_bytes, terms.remote)
        except DataError:
            if self.isInterruptionRequested():  # nothing had come before the server was given up
                raise StoppedError(tr("Stopped; downloading into the same folder goes on from what has come.")) from None
            raise
        self._fetched = True
        self.progress = (1.0, tr("reading"))
        return self._look()

    def _on_bytes(self, done: int, total: int, name: str) -> None:
        files = DATASETS.of(self._config).terms.remote
        names = [file.name for file in files]
        at_hand, whole = sum(file.size for file in files[: names.index(name)]) + done, sum(file.size for file in files)
        of_all = tr("{at_hand:,.1f} of {whole:,.1f} MB", at_hand=at_hand / 1000000.0, whole=whole / 1000000.0)
        self.progress = (at_hand / whole, tr("downloading {name} · {of_all}", name=name, of_all=of_all))
        if self.isInterruptionRequested():
            raise StoppedError(tr("Stopped at {of_all}; downloading into the same folder goes on from there.", of_all=of_all))

    def _on_progress(self, done: int, total: int) -> None:
        self.progress = (done / max(total, 1), tr("{doing}: {done:,} of {total:,}", doing=self._doing, done=done, total=total))
