"""Asking where a view goes and how it is drawn there: format, scale or width, labels, frames per second."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.drawing.sheet import POINTS_A_MM
from latentlab.errors import ExportError
from latentlab.explore.export import MOST_PIXELS, default_scale, grid_size
from latentlab.explore.grid_sheet import grid_sheet
from latentlab.explore.loops import has_video, there_and_back
from latentlab.explore.requests.commands import (
    DEFAULT_FPS,
    DEFAULT_WIDTH,
    FIGURES,
    LARGEST_FPS,
    LARGEST_SCALE,
    LOOPS,
    WIDTHS,
)
from latentlab.explore.requests.values import PictureGrid
from latentlab.extras import requirement
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.dialog_parts import buttons_of
from latentlab.gui.widgets.export_choice import FORMAT_TIPS, FORMATS, ExportChoice
from latentlab.gui.widgets.number_box import Limits, NumberBox

_WIDTH = 420
_FOLDER_WIDTH = 290


class ExportDialog(QDialog):
    """A file name, whose ending is the format, and how the view is drawn; what will come out is said before it does."""

    def __init__(
        self, name: str, grid: PictureGrid | None, folder: Path, last: ExportChoice, parent: QWidget | None = None
    ) -> None:
        """Ask about a view.

        Args:
            name: suggested, without ending.
            grid: the view; None for a plot, which has no scale and makes no loop.
            folder: where pictures of the run usually go.
            last: what was chosen before.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._grid = grid
        self._formats = {ending: words for ending, words in FORMATS.items() if grid is not None or ending not in LOOPS}
        self._usual_folder = folder
        self._folder = Path(last.folder) if last.folder else folder
        self._scale_chosen = last.scale is not None
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._build_file(name, last.ending)
        self._build_looks(last)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._build_layout()
        self.name.textChanged.connect(self._on_name)
        self.format.currentIndexChanged.connect(self._on_format)
        self.scale.value_changed.connect(self._on_scale)
        self.fps.value_changed.connect(self._show)
        self.millimetres.value_changed.connect(self._show)
        self.labels.toggled.connect(self._show)
        self._on_name()
        self.name.setFocus()
        self.name.setSelection(0, len(Path(self.name.text()).stem))

    def path(self) -> Path:
        """Where the file goes: with the format's ending where the name has none."""
        name = self.name.text().strip()
        return self._folder / (name if Path(name).suffix.lower() in self._formats else f"{name}{self.format.currentData()}")

    def choice(self) -> ExportChoice:
        """What was chosen."""
        folder = None if self._folder == self._usual_folder else str(self._folder)
        scale = self._scale() if self._scale_chosen else None
        fps = int(self.fps.value() or DEFAULT_FPS)
        return ExportChoice(self.path().suffix.lower(), self.labels.isChecked(), scale, fps, folder, self._width_mm())

    def _build_file(self, name: str, ending: str) -> None:
        self.format = _format_box(self._formats, ending, with_tips=self._grid is not None)
        self.name = QLineEdit(_free_name(self._folder, name, self.format.currentData()))
        self.name.setAccessibleName(tr("File name"))
        self.name.setToolTip(tr("The ending is the format: {endings}.", endings=", ".join(self._formats)))
        self.folder = QToolButton()
        self.folder.setIcon(theme.icon("folder"))
        self.folder.setToolTip(tr("Choose another folder."))
        self.folder.setAccessibleName(tr("Choose another folder"))
        self.folder.clicked.connect(self._on_folder)
        self._where = QLabel()

    def _build_looks(self, last: ExportChoice) -> None:
        self.scale = NumberBox(whole=True, limits=Limits(low=1, high=LARGEST_SCALE))
        usual = 1 if self._grid is None else default_scale(*self._grid.images.shape[2:4])
        self.scale.set_value(last.scale or min(usual, LARGEST_SCALE))
        self.scale.setToolTip(tr("Each pixel of an image becomes scale × scale pixels, 1 to {most}.", most=LARGEST_SCALE))
        self.scale.setAccessibleName(tr("Scale"))
        self._size = QLabel()
        self.millimetres = NumberBox(whole=False, limits=Limits(low=WIDTHS.low or 0, high=WIDTHS.high or 0))
        self.millimetres.set_value(last.width_mm)
        self.millimetres.setToolTip(tr("Width of a figure in millimetres. Its letters have 7 points whatever the width."))
        self.millimetres.setAccessibleName(tr("Width in millimetres"))
        self._height = QLabel()
        self.labels = QCheckBox(tr("of rows and columns"))
        self.labels.setChecked(last.labels)
        self.labels.setToolTip(tr("Write what rows and columns are into the picture."))
        self.fps = NumberBox(whole=True, limits=Limits(low=1, high=LARGEST_FPS))
        self.fps.set_value(last.fps)
        self.fps.setToolTip(
            tr(
                "Frames of a loop per second, 1 to {most}. GIF takes the nearest hundredth of a second.",
                most=LARGEST_FPS,
            )
        )
        self.fps.setAccessibleName(tr("Frames per second"))
        self._length = QLabel()
        for box in (self.scale, self.millimetres, self.fps):
            box.setFixedWidth(64)
        for label in (self._size, self._height, self._length, self._where):
            theme.set_role(label, "caption")

    def _build_layout(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.SPACING.MEDIUM)
        rows.setVerticalSpacing(theme.SPACING.SMALL)
        rows.setColumnStretch(1, 1)
        lines: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("Name"), (self.name,)),
            (tr("Folder"), (self._where, self.folder)),
            (tr("Format"), (self.format,)),
            (tr("Scale"), (self.scale, self._size)),
            (tr("Width"), (self.millimetres, self._height)),
            (tr("Labels"), (self.labels,)),
            (tr("Frames a second"), (self.fps, self._length)),
        )
        for place, (words, parts) in enumerate(lines):
            if self._grid is None and parts[0] in (self.scale, self.labels, self.fps):
                for part in parts:
                    part.setParent(self)
                    part.hide()
                continue
            label = QLabel(words)
            label.setBuddy(parts[0])
            rows.addWidget(label, place, 0)
            rows.setRowMinimumHeight(place, self.name.sizeHint().height())
            line = QHBoxLayout()
            line.setSpacing(theme.SPACING.SMALL)
            for part in parts:
                line.addWidget(part, int(part not in (self.folder, self.scale, self.millimetres, self.fps)))
            rows.addLayout(line, place, 1)
        self.export = QPushButton(theme.icon("export"), tr("Export"))
        self.export.clicked.connect(self.accept)
        self._note.setMinimumHeight(2 * self._note.fontMetrics().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.LARGE,) * 4)
        column.setSpacing(theme.SPACING.MEDIUM)
        column.addLayout(rows)
        column.addWidget(self._note)
        column.addLayout(buttons_of(self, self.export))

    def _scale(self) -> int:
        return int(self.scale.value() or 1)

    def _width_mm(self) -> float:
        return float(self.millimetres.value() or DEFAULT_WIDTH)

    def _figure_height(self, grid: PictureGrid) -> float:
        """In millimetres.

        Raises:
            ExportError: if the width leaves no room for the columns.
        """
        return grid_sheet(grid, self._width_mm() * POINTS_A_MM, labels=self.labels.isChecked()).height / POINTS_A_MM

    @Slot()
    def _on_name(self) -> None:
        """The ending that was typed chooses the format."""
        place = self.format.findData(Path(self.name.text().strip()).suffix.lower())
        if place >= 0:
            self.format.blockSignals(True)
            self.format.setCurrentIndex(place)
            self.format.blockSignals(False)
        self._show()

    @Slot()
    def _on_format(self) -> None:
        """The format that was chosen becomes the ending."""
        name = Path(self.name.text().strip() or "export")
        self.name.setText((name.stem if name.suffix.lower() in self._formats else name.name) + self.format.currentData())

    @Slot()
    def _on_scale(self) -> None:
        self._scale_chosen = True
        self._show()

    @Slot()
    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Export to"), str(self._folder))
        if name:
            self._folder = Path(name)
            self._show()

    @Slot()
    def _show(self) -> None:
        """Say what will come out, and whether it can."""
        is_loop, is_figure = (self.format.currentData() in kinds for kinds in (LOOPS, FIGURES))
        self.fps.setEnabled(is_loop)
        self.scale.setEnabled(not is_figure)
        self.millimetres.setEnabled(is_figure)
        metrics = self._where.fontMetrics()
        self._where.setText(metrics.elidedText(str(self._folder), Qt.TextElideMode.ElideMiddle, _FOLDER_WIDTH))
        self._where.setToolTip(theme.plain_tip(str(self._folder)))
        wrong = self._what_is_wrong()
        self._height.setText(tr("mm"))
        if self._grid is not None:
            self._show_size(self._grid, is_loop=is_loop, is_figure=is_figure and not wrong)
        note = tr("Replaces the {name} that is there.", name=self.path().name) if not wrong and self.path().exists() else wrong
        theme.set_role(self._note, "error" if wrong else "caption")
        self._note.setText(note)
        self.export.setEnabled(not wrong)

    def _show_size(self, grid: PictureGrid, *, is_loop: bool, is_figure: bool) -> None:
        """Say how large the file's picture is, and how long a loop."""
        frame = PictureGrid(grid.images[:, :1], grid.row_labels, grid.column_labels[:1]) if is_loop else grid
        width, height = grid_size(frame, self._scale(), labels=self.labels.isChecked())
        shown = self.scale.isEnabled()
        self._size.setText(tr("×   {width:,} × {height:,} pixels", width=width, height=height) if shown else "")
        frames, fps = len(there_and_back(grid.images.shape[1])), int(self.fps.value() or DEFAULT_FPS)
        self._length.setText(tr("{frames} frames, {seconds:.1f} s", frames=frames, seconds=frames / fps) if is_loop else "")
        if is_figure:
            self._height.setText(tr("mm × {height:.1f} mm", height=self._figure_height(grid)))

    def _what_is_wrong(self) -> str:
        name = self.name.text().strip()
        if not name or Path(name).name != name:
            return tr("Write a file name, without a folder.")
        ending = self.path().suffix.lower()
        if ending == ".mp4" and not has_video():
            return tr(
                "MP4 is written by ffmpeg, which is not installed: pip install '{package}'.", package=requirement("video")
            )
        return "" if self._grid is None else self._what_is_too_large(self._grid, ending)

    def _what_is_too_large(self, grid: PictureGrid, ending: str) -> str:
        if ending in FIGURES:
            try:
                self._figure_height(grid)
            except ExportError as error:
                return str(error)
            return ""
        width, height = grid_size(grid, self._scale(), labels=self.labels.isChecked())
        if width * height > MOST_PIXELS:
            return tr(
                "The grid would have {width:,} × {height:,} pixels, above {most:,} in all: choose a smaller scale.",
                width=width,
                height=height,
                most=MOST_PIXELS,
            )
        return ""

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())


def _format_box(formats: Mapping[str, str], wanted: str, *, with_tips: bool) -> QComboBox:
    """The formats by their endings; one that cannot be written here says what it needs."""
    box = QComboBox()
    box.setAccessibleName(tr("Format"))
    offered = box.model()
    assert isinstance(offered, QStandardItemModel)
    for place, (kind, words) in enumerate(formats.items()):
        missing = kind == ".mp4" and not has_video()
        box.addItem(tr("{words} · needs {package}", words=words, package=requirement("video")) if missing else words, kind)
        if with_tips:
            box.setItemData(place, FORMAT_TIPS[kind], Qt.ItemDataRole.ToolTipRole)
        offered.item(place).setEnabled(not missing)
    at = box.findData(wanted)
    box.setCurrentIndex(at if at >= 0 and offered.item(at).isEnabled() else 0)
    return box


def _free_name(folder: Path, name: str, ending: str) -> str:
    """The name, or the name with the first number that no file has."""
    number = 1
    chosen = f"{name}{ending}"
    while (folder / chosen).exists():
        number += 1
        chosen = f"{name}-{number}{ending}"
    return chosen
