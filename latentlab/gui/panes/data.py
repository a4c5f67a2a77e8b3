"""The images that a run is to learn from: chosen, dropped or downloaded, looked at, and prepared."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.data_settings import DataConfig, FolderConfig
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.settings import applies, field_words
from latentlab.gui import theme
from latentlab.gui.data_thread import Looked
from latentlab.gui.session import Message, Session
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.number_box import Limits, NumberBox

if TYPE_CHECKING:
    from latentlab.data import Preview, ScanReport

_COLUMNS = 8
_PULL_MS = 100
_MOST_ROWS = 1000
_CAPTION_LINES = 2
"""For which there always is room, so that nothing below moves while numbers grow."""
_HEADER = ("File", "Kind", "What is done with it")
_ARRAYS = (".npz", ".npy")
_FILES = "Archive, table or array (*.zip *.tar *.tar.gz *.tgz *.parquet *.npz *.npy)"


class DataPane(QWidget):
    """A collection, some of its images as a network would see them, and what is wrong with its files.

    Signals:
        data_chosen: a `DataConfig` for the next run.
        images_changed: uint8 (N, H, W, C), what is shown; None where nothing is.
    """

    data_chosen = Signal(object)
    images_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._base = DataConfig()
        self._began = False
        self._report: ScanReport | None = None
        self._downloads = ""
        self._complained = False
        self.setAcceptDrops(True)
        title = QLabel("Data")
        title.setFont(theme.title_font())
        self.look = QPushButton("Look")
        theme.set_primary(self.look)
        self.prepare = QPushButton("Prepare")
        self.prepare.setToolTip(
            "Decode every image once, at the training size, into a store on disk that training reads. A run does so by itself "
            "when it starts; what was cancelled goes on where it ended."
        )
        self.use = QPushButton("Use in the next run")
        self.use.setToolTip("Put these images into Setup, as the data of the next run.")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName("Progress")
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption.setMinimumHeight(_CAPTION_LINES * self.caption.fontMetrics().lineSpacing())
        self.grid = ImageGrid()
        self.grid.set_empty_text("Drop a folder, a zip or an array of images here, or choose a collection and press Look.")
        self.grid.setToolTip("Some of the images, from the first to the last, at the size and in the colours of the network.")
        self.grid.export_requested.connect(lambda image: session.ask_export("data.png", image))
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.look, self.prepare, self.use):
            head.addWidget(button)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.grid)
        both.addWidget(self._build_findings())
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(self._build_settings())
        layout.addWidget(self.bar)
        layout.addWidget(self.caption)
        layout.addWidget(both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self.download.clicked.connect(self._on_download)
        self.look.clicked.connect(self._on_look)
        self.prepare.clicked.connect(self._on_prepare)
        self.use.clicked.connect(self._on_use)
        session.data_looked.connect(self._on_looked)
        self._show_what_applies()

    def config(self) -> DataConfig:
        """What the settings say; what is not set here is as in `set_config`."""
        size = self.size_box.value()
        return self._with(
            root=self.root.text().strip(),
            size=None if size is None else int(size),
            channels=self.channels.currentData(),
            fit=self.fit.currentData(),
        )

    def _with(self, **values: Any) -> DataConfig:
        """The settings of the chosen collection: those of `set_config` that it has, and over them values that it has."""
        settings = DATASETS[self.source.currentData()].settings
        known = {**self._base.model_dump(), **values, "name": self.source.currentData()}
        return settings.model_construct(**{name: known[name] for name in known if name in settings.model_fields})

    def set_config(self, config: DataConfig) -> None:
        """Show the data of a run's settings."""
        self._base = config
        self.source.setCurrentIndex(self.source.findData(config.name))
        self.root.setText(config.location)
        self.size_box.set_value(config.size)
        for name, box in (("channels", self.channels), ("fit", self.fit)):
            box.setCurrentIndex(box.findData(getattr(config, name, FolderConfig.model_fields[name].default)))
        self._show_what_applies()

    def offer(self, config: DataConfig) -> None:
        """Look at the data of a run's settings, unless something has been looked at already."""
        if not self._began:
            self.set_config(config)
            if config.location or not applies(config, "root"):
                self._start(prepare=False)

    def take(self, path: Path) -> None:
        """Look at a folder, a zip or an array that was dropped; it may also hold the files of the collection that is chosen."""
        kind = "array" if path.suffix.lower() in _ARRAYS else "folder"
        if kind == "array" or not applies(self.config(), "root") or self.source.currentData() == "array":
            self.source.setCurrentIndex(self.source.findData(kind))
        self.root.setText(str(path))
        self._show_what_applies()
        self._start(prepare=False)

    def _build_settings(self) -> FlowLayout:
        fields = FolderConfig.model_fields
        self.source = _choice({name: entry.label for name, entry in DATASETS.items()}, "Collection of images")
        self.download = QPushButton("Download…")
        self.download.setToolTip(
            "Fetch the official files into a folder, from where the authors publish them. What breaks off or is cancelled goes "
            "on where it ended."
        )
        self.root = QLineEdit()
        self.root.setMinimumWidth(220)
        self.root.setPlaceholderText("folder or file")
        self.root.setToolTip(fields["root"].description or "")
        self.root.setAccessibleName("Folder or file")
        browse_folder, browse_file = QToolButton(), QToolButton()
        for button, icon, tip, act in (
            (browse_folder, "folder", "Choose a folder.", self._on_browse_folder),
            (browse_file, "image", "Choose a .zip, .tar, .parquet, .npz or .npy file.", self._on_browse_file),
        ):
            button.setIcon(theme.icon(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip.rstrip("."))
            button.clicked.connect(act)
        self.size_box = NumberBox(whole=True, limits=Limits(low=16, high=256), empty_text="own size")
        self.size_box.setToolTip(fields["size"].description or "")
        self.size_box.setAccessibleName("Image size")
        self.channels = _choice(field_words(FolderConfig, "channels"), "Colours")
        self.channels.setToolTip(fields["channels"].description or "")
        self.fit = _choice(field_words(FolderConfig, "fit"), "Fit")
        self.fit.setToolTip(fields["fit"].description or "")
        self._place = _row(self.root, browse_folder, browse_file)
        bar = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for part in (self.source, self.download, self._place, _row(QLabel("Size"), self.size_box), self.channels, self.fit):
            bar.addWidget(part)
        self.source.currentIndexChanged.connect(self._show_what_applies)
        self.root.returnPressed.connect(self._on_look)
        return bar

    def _build_findings(self) -> QWidget:
        self.findings = QLabel()
        self.findings.setFont(theme.tabular(theme.caption_font()))
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = QComboBox()
        self.kind.setToolTip("Which files are listed.")
        self.kind.setAccessibleName("Kind of finding")
        self.export = QPushButton(theme.icon("export"), "Export report…")
        self.export.setToolTip("Write all that the scan found as JSON, or its list of files as CSV.")
        self.table = QTableWidget(0, len(_HEADER))
        self.table.setHorizontalHeaderLabels(_HEADER)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(22)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 220)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self.findings, 1)
        row.addWidget(self.kind)
        row.addWidget(self.export)
        self._findings = QWidget()
        column = QVBoxLayout(self._findings)
        column.setContentsMargins(0, theme.SPACING.SMALL, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self._findings.hide()
        self.kind.activated.connect(self._fill_table)
        self.export.clicked.connect(self._on_export)
        return self._findings

    @Slot()
    def _show_what_applies(self) -> None:
        config = self._with()
        self._place.setVisible(applies(config, "root"))
        self.channels.setVisible(applies(config, "channels"))
        self.fit.setVisible(applies(config, "fit"))
        self.prepare.setVisible(bool(DATASETS.of(config).store))
        self.download.setVisible(bool(DATASETS.of(config).terms.remote))
        if not self._session.is_looking_at_data:
            self.caption.setText(_terms_of(config.name))

    def _start(self, *, prepare: bool) -> None:
        if self._session.look_at_data(self.config(), prepare=prepare):
            self._show_begun()

    def _show_begun(self) -> None:
        self._began = True
        if self._complained:
            self._complained = False
            self._session.message.emit(None)
        self.look.setText("Cancel")
        self.look.setToolTip("End it; what was prepared or downloaded is kept and gone on with next time.")
        theme.set_primary(self.look, False)
        self.look.setEnabled(True)
        for button in (self.download, self.prepare):
            button.setEnabled(False)
        self._on_pull()
        self._pull.start()

    @Slot()
    def _on_look(self) -> None:
        if self._session.is_looking_at_data:
            self._session.cancel_data()
            self.look.setEnabled(False)
            self._pull.stop()
            self.caption.setText("Cancelling …")
        else:
            self._start(prepare=False)

    @Slot()
    def _on_download(self) -> None:
        config = self.config()
        title = f"Folder for the files of {DATASETS.of(config).terms.title}"
        folder = QFileDialog.getExistingDirectory(self, title, self._downloads or config.location)
        if folder and self._session.download_data(config.model_copy(update={"root": folder})):
            self._downloads = folder
            self._show_begun()

    @Slot()
    def _on_prepare(self) -> None:
        self._start(prepare=True)

    @Slot()
    def _on_use(self) -> None:
        self.data_chosen.emit(self.config())

    @Slot()
    def _on_pull(self) -> None:
        share, text = self._session.data_progress
        self.bar.setValue(round(1000 * share))
        self.caption.setText(f"{text} …")

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        self._pull.stop()
        self.bar.setValue(0)
        self.look.setText("Look")
        self.look.setToolTip("Read the collection: some of its images, and what is wrong with its files.")
        theme.set_primary(self.look)
        for button in (self.download, self.look, self.prepare):
            button.setEnabled(True)
        if looked.fetched:
            self.set_config(looked.config)
        if looked.problem:
            self._complained = True
            self._session.message.emit(Message("error", looked.problem, looked.details))
        if looked.preview is None:
            self.caption.setText(looked.stopped or _terms_of(self.config().name))
            return
        self._show_preview(looked.preview)
        self.caption.setText(looked.prepared or looked.preview.about)
        if not looked.prepared:
            self._show_report(looked.report)

    def _show_preview(self, seen: "Preview") -> None:
        shown = seen.shown
        columns = min(len(shown), _COLUMNS)
        rows = len(shown) // columns
        self.grid.set_grid(shown[: rows * columns].reshape(rows, columns, *shown.shape[1:]))
        self.images_changed.emit(seen.images)

    def _show_report(self, report: "ScanReport | None") -> None:
        self._report = report
        self._findings.setVisible(report is not None)
        if report is None:
            return
        sizes = ", ".join(f"{width}×{height}" for (width, height), _ in report.sizes[:3])
        more = f" and {report.distinct_sizes - 3:,} other sizes" if report.distinct_sizes > 3 else ""
        classes = f" · {len(report.classes)} classes" if report.classes else ""
        split = "".join(f" · {count:,} {part}" for part, count in report.split.items())
        values = "".join(f" · {line}" for line in report.value_lines)
        self.findings.setText(
            f"{report.usable:,} of {report.total:,} files can be used · {sizes}{more} · {', '.join(report.modes)}"
            f"{split}{classes}{values}" + "".join(f"\n{note}" for note in report.notes)
        )
        self.kind.clear()
        self.kind.addItem(f"all findings ({len(report.problems):,})", None)
        for kind, count in report.counts.items():
            self.kind.addItem(f"{kind.replace('_', ' ')} ({count:,})", kind)
        self._fill_table()

    @Slot()
    def _fill_table(self) -> None:
        if self._report is None:
            return
        kind = self.kind.currentData()
        problems = [problem for problem in self._report.problems if kind in (None, problem.kind)]
        self.table.setRowCount(min(len(problems), _MOST_ROWS))
        for row, problem in enumerate(problems[:_MOST_ROWS]):
            done = problem.detail if problem.usable else f"left out: {problem.detail}"
            texts = (problem.file, problem.kind.replace("_", " "), done)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(theme.plain_tip(text))
                self.table.setItem(row, column, item)

    @Slot()
    def _on_export(self) -> None:
        if self._report is None:
            return
        name, kind = QFileDialog.getSaveFileName(self, "Export report", "scan.json", "JSON (*.json);;CSV (*.csv)")
        if name:
            path = Path(name)
            as_csv = path.suffix.lower() == ".csv" or (not path.suffix and kind.startswith("CSV"))
            text = self._report.to_csv() if as_csv else self._report.to_json()
            self._session.export_text(text, path if path.suffix else path.with_suffix(".csv" if as_csv else ".json"))

    @Slot()
    def _on_browse_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder of images", self.root.text())
        if name:
            self.root.setText(name)
            self._start(prepare=False)

    @Slot()
    def _on_browse_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            "Images in one file",
            self.root.text(),
            _FILES,
        )
        if name:
            self.take(Path(name))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.take(Path(path))
        event.acceptProposedAction()


def _terms_of(name: str) -> str:
    """What a person should know before a collection is downloaded or trained on; nothing of one's own images."""
    terms = DATASETS[name].terms
    if terms.count is None:
        return ""
    classes = f" in {terms.classes:,} classes" if terms.classes else ""
    download = f" · a download of {terms.download_size / 1e6:,.1f} MB" if terms.remote else ""
    return f"{terms.title}: {terms.count:,} images{classes}{download} · licence: {terms.licence} · {terms.citation}"


def _choice(words: Mapping[str, str], name: str) -> QComboBox:
    box = QComboBox()
    for value, text in words.items():
        box.addItem(text, value)
    box.setAccessibleName(name)
    return box


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACING.TIGHT)
    for widget in widgets:
        row.addWidget(widget)
    return holder
