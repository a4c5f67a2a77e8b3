"""The images that a run is to learn from: chosen, dropped or downloaded, looked at, and prepared."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QWidget,
)

from latentlab.catalog.data_settings import DataConfig
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.settings import applies
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.messages import TryTransformations, UseInNextRun
from latentlab.gui.panes.base import Pane, flow_of, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.dataset_choice import DatasetChoice
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.findings_table import FindingsTable
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.slim_bar import SlimBar
from latentlab.gui.workers.data_thread import DatasetResult, Task

if TYPE_CHECKING:
    from latentlab.data import Preview

_COLUMNS = 8
_PULL_MS = 100
_CAPTION_LINES = 2
"""For which there always is room, so that nothing below moves while numbers grow."""


class DataPane(Pane):
    """A collection, some of its images as a network would see them, and what is wrong with its files."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._began = False
        self._downloads = ""
        self._complained = False
        self._seen: NDArray[np.uint8] | None = None
        self._seen_of = ("", "")
        self.setAcceptDrops(True)
        self.dataset = DatasetChoice()
        self.browse = QPushButton(theme.icon("folder"), tr("Choose folder…"))
        self.browse.setToolTip(tr("Choose a folder of images, and look at it."))
        self.drop = ElidedLabel(tr("or drop a folder, an archive or an array here"))
        theme.set_role(self.drop, "caption")
        self.own = QPushButton(tr("This run's images"))
        self.own.setToolTip(tr("Look at the images that the run which is shown learns from."))
        self.own.hide()
        self.look = QPushButton(tr("Show images"))
        self.prepare = QPushButton(tr("Prepare"))
        self.prepare.setToolTip(
            tr(
                "Decode every image once, at the training size, into a store on disk that training reads. A run does "
                "so by itself when it starts; what was cancelled goes on where it ended."
            )
        )
        self.use = QPushButton(tr("Use these images"))
        self.use.setToolTip(tr("Put these images into Setup, as the data of the next run."))
        self.bar = SlimBar(tr("Progress"))
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption.setMinimumHeight(_CAPTION_LINES * self.caption.fontMetrics().lineSpacing())
        self.grid = ImageGrid()
        self.grid.set_empty_text(
            tr("Drop a folder, a zip or an array of images here, or choose a collection and press Show images.")
        )
        self.grid.setToolTip(
            tr("Some of the images, from the first to the last, at the size and in the colours of the network.")
        )
        self.grid.export_requested.connect(partial(session.messages.export_picture, "data.png"))
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.grid)
        self.findings = FindingsTable()
        self.findings.export_requested.connect(session.exports.write_text)
        both.addWidget(self.findings)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        layout = self._column()
        layout.addLayout(flow_of(title_label(tr("Data of the next run")), self.look, self.prepare, self.use))
        layout.addLayout(row_of(self.browse, self.drop, 1, self.own))
        layout.addWidget(self.dataset)
        layout.addWidget(self.bar)
        layout.addWidget(self.caption)
        layout.addWidget(both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self.browse.clicked.connect(self._on_browse)
        self.own.clicked.connect(self._on_own)
        self.dataset.changed.connect(self._on_dataset)
        self.dataset.look_requested.connect(self._on_look_requested)
        self.dataset.download.clicked.connect(self._on_download)
        self.look.clicked.connect(self._on_look)
        self.prepare.clicked.connect(self._on_prepare)
        self.use.clicked.connect(self._on_use)
        self._on_dataset()
        self._follow()

    def offer(self, config: DataConfig) -> None:
        """Look at the data of a run's settings, unless something has been looked at already."""
        if not self._began:
            self.dataset.set_config(config)
            if config.location or not applies(config, "root"):
                self._start("look")

    def take(self, path: Path) -> None:
        """Look at a folder, a zip or an array that was dropped; it may also hold the files of the collection that is chosen."""
        self.dataset.take(path)

    def _offer_look(self) -> None:
        self.look.setText(tr("Show images"))
        self.look.setToolTip(tr("Read the collection: some of its images, and what is wrong with its files."))

    def _choose_primary(self) -> None:
        """What comes next: looking at images, or using those that are shown."""
        config = self.dataset.config()
        shown = self._seen is not None and self._seen_of == (config.name, config.location)
        busy = self._session.datasets.is_reading
        theme.set_primary(self.look, not busy and not shown)
        theme.set_primary(self.use, not busy and shown)

    @Slot()
    def _on_browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of images"), self.dataset.config().location)
        if name:
            self.take(Path(name))

    @Slot()
    def _on_own(self) -> None:
        subject = self._session.run.subject
        if subject is not None:
            self.dataset.set_config(subject.config.data)
            self._start("look")

    def _on_subject(self, subject: Subject) -> None:
        self.own.setVisible(not subject.config.is_from_elsewhere)

    @Slot()
    def _on_dataset(self) -> None:
        config = self.dataset.config()
        self._choose_primary()
        self.prepare.setVisible(bool(DATASETS.of(config).store))
        if not self._session.datasets.is_reading:
            self.caption.setText(_terms_of(config.name))

    def _start(self, task: Task, config: DataConfig | None = None) -> bool:
        begun = self._session.datasets.read(config or self.dataset.config(), task, self._on_result)
        if begun:
            self._show_begun()
        return begun

    def _show_begun(self) -> None:
        self._began = True
        if self._complained:
            self._complained = False
            self._session.messages.clear()
        self.look.setText(tr("Cancel"))
        self.look.setToolTip(tr("End it; what was prepared or downloaded is kept and gone on with next time."))
        self._choose_primary()
        self.look.setEnabled(True)
        for button in (self.dataset.download, self.prepare):
            button.setEnabled(False)
        self._on_pull()
        self._pull.start()

    @Slot()
    def _on_look_requested(self) -> None:
        self._start("look")

    @Slot()
    def _on_look(self) -> None:
        if self._session.datasets.is_reading:
            self._session.datasets.cancel()
            self.look.setEnabled(False)
            self._pull.stop()
            self.caption.setText(tr("Cancelling …"))
        else:
            self._start("look")

    @Slot()
    def _on_download(self) -> None:
        config = self.dataset.config()
        title = tr("Folder for the files of {title}", title=DATASETS.of(config).terms.title)
        folder = QFileDialog.getExistingDirectory(self, title, self._downloads or config.location)
        if folder and self._start("download", config.model_copy(update={"root": folder})):
            self._downloads = folder

    @Slot()
    def _on_prepare(self) -> None:
        self._start("prepare")

    @Slot()
    def _on_use(self) -> None:
        config = self.dataset.config()
        images = self._seen if self._seen_of == (config.name, config.location) else None
        self._session.messages.ask(UseInNextRun(config, images))

    @Slot()
    def _on_pull(self) -> None:
        share, text = self._session.datasets.progress
        self.bar.set_share(share)
        self.caption.setText(f"{text} …")

    def _on_result(self, result: DatasetResult) -> None:
        self._pull.stop()
        self.bar.set_share(0)
        self._offer_look()
        for button in (self.dataset.download, self.look, self.prepare):
            button.setEnabled(True)
        if result.fetched:
            self.dataset.set_config(result.config)
        if result.problem:
            self._complained = True
            self._session.messages.tell("error", result.problem, result.details)
        if result.preview is None:
            self.caption.setText(result.stopped or _terms_of(self.dataset.config().name))
            return
        self._seen, self._seen_of = result.preview.images, (result.config.name, result.config.location)
        self._choose_primary()
        self._show_preview(result.preview)
        _, height, width, channels = result.preview.images.shape
        of_network = tr("A network sees {width}×{height}×{channels}.", width=width, height=height, channels=channels)
        self.caption.setText(f"{of_network}\n{result.prepared or result.preview.about}")
        if not result.prepared:
            self.findings.set_report(result.report)

    def _show_preview(self, seen: "Preview") -> None:
        shown = seen.shown
        columns = min(len(shown), _COLUMNS)
        rows = len(shown) // columns
        self.grid.set_grid(shown[: rows * columns].reshape(rows, columns, *shown.shape[1:]))
        self._session.messages.ask(TryTransformations(seen.images))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.take(Path(path))
        event.acceptProposedAction()


def _terms_of(name: str) -> str:
    """What a user should know before a collection is downloaded or trained on; nothing of one's own images."""
    terms = DATASETS[name].terms
    if terms.count is None:
        return ""
    classes = tr(" in {classes:,} classes", classes=terms.classes) if terms.classes else ""
    download = tr(" · a download of {size:,.1f} MB", size=terms.download_size / 1000000.0) if terms.remote else ""
    return tr(
        "{title}: {count:,} images{classes}{download} · licence: {licence} · {citation}",
        title=terms.title,
        count=terms.count,
        classes=classes,
        download=download,
        licence=terms.licence,
        citation=terms.citation,
    )
