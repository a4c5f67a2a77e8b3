"""What a scan of a folder of images found."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import number, tr
from latentlab.gui.library_texts import translated

if TYPE_CHECKING:
    from latentlab.data import ScanReport

_MOST_ROWS = 1000
_HEADER = (tr("File"), tr("Kind"), tr("What is done with it"))


class FindingsTable(QWidget):
    """A summary, and the files that something is wrong with; hidden without a report.

    Signals:
        export_requested: the text of a report and the path it goes to.
    """

    export_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ScanReport | None = None
        self.text = QLabel()
        self.text.setFont(theme.tabular(theme.caption_font()))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = QComboBox()
        self.kind.setToolTip(tr("Which files are listed."))
        self.kind.setAccessibleName(tr("Kind of finding"))
        self.export = QPushButton(theme.icon("export"), tr("Export report…"))
        self.export.setToolTip(tr("Write all that the scan found as JSON, or its list of files as CSV."))
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
        row.addWidget(self.text, 1)
        row.addWidget(self.kind)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACING.SMALL, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.hide()
        self.kind.activated.connect(self._fill_table)
        self.export.clicked.connect(self._on_export)

    def set_report(self, report: "ScanReport | None") -> None:
        """Show what a scan found; None where nothing was scanned."""
        self._report = report
        self.setVisible(report is not None)
        if report is None:
            return
        sizes = ", ".join(f"{width}×{height}" for (width, height), _ in report.sizes[:3])
        more = tr(" and {count:,} other sizes", count=report.distinct_sizes - 3) if report.distinct_sizes > 3 else ""
        classes = tr(" · {count} classes", count=len(report.classes)) if report.classes else ""
        split = "".join(f" · {number(count, ',')} {translated(part)}" for part, count in report.split.items())
        values = "".join(f" · {line}" for line in report.value_lines)
        self.text.setText(
            tr(
                "{usable:,} of {total:,} files can be used · {sizes}{more} · {modes}{split}{classes}{values}",
                usable=report.usable,
                total=report.total,
                sizes=sizes,
                more=more,
                modes=", ".join(report.modes),
                split=split,
                classes=classes,
                values=values,
            )
            + "".join(f"\n{note}" for note in report.notes)
        )
        self.kind.clear()
        self.kind.addItem(tr("all findings ({count:,})", count=len(report.problems)), None)
        for kind, count in report.counts.items():
            self.kind.addItem(f"{_kind_words(kind)} ({number(count, ',')})", kind)
        self._fill_table()

    @Slot()
    def _fill_table(self) -> None:
        if self._report is None:
            return
        kind = self.kind.currentData()
        problems = [problem for problem in self._report.problems if kind in (None, problem.kind)]
        self.table.setRowCount(min(len(problems), _MOST_ROWS))
        for row, problem in enumerate(problems[:_MOST_ROWS]):
            done = problem.detail if problem.usable else tr("left out: {detail}", detail=problem.detail)
            texts = (problem.file, _kind_words(problem.kind), done)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(theme.plain_tip(text))
                self.table.setItem(row, column, item)

    @Slot()
    def _on_export(self) -> None:
        if self._report is None:
            return
        name, kind = QFileDialog.getSaveFileName(self, tr("Export report"), "scan.json", tr("JSON (*.json);;CSV (*.csv)"))
        if name:
            path = Path(name)
            as_csv = path.suffix.lower() == ".csv" or (not path.suffix and kind.startswith("CSV"))
            text = self._report.to_csv() if as_csv else self._report.to_json()
            self.export_requested.emit(text, path if path.suffix else path.with_suffix(".csv" if as_csv else ".json"))


def _kind_words(kind: str) -> str:
    return translated(kind.replace("_", " "))
