"""The settings of a run, to read."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.setting_words import said_of

_LARGEST_SHARE = 0.6
"""Of the width, that values take."""


class SettingsTable(QTreeWidget):
    """Sections with the name and the value of each setting that the run reads; what differs from other settings stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RunConfig, RunConfig | None, tuple[str, ...] | None] | None = None
        self._filling = False
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Settings of this run"))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)

    def show_config(self, config: RunConfig, other: RunConfig | None, parts: tuple[str, ...] | None = None) -> int:
        """Show the settings of a run, those of some sections or all, and how many of them are not those of `other`."""
        self._shown, self._filling = (config, other, parts), True
        differing = self._fill(config, other, parts)
        self._fit()
        self._filling = False
        return differing

    def _fill(self, config: RunConfig, other: RunConfig | None, parts: tuple[str, ...] | None) -> int:
        others = {key: value for _, told in said_of(other) for key, _, value in told} if other is not None else None
        differing = 0
        self.clear()
        for heading, told in said_of(config):
            if parts is not None and told[0][0].partition(".")[0] not in parts:
                continue
            section = QTreeWidgetItem(self, [heading])
            section.setFont(0, theme.title_font())
            section.setFirstColumnSpanned(True)
            for key, label, value in told:
                item = QTreeWidgetItem(section, [label, value])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(0, tr("Setting: {key}", key=key))
                item.setToolTip(1, theme.plain_tip(value))
                if others is not None and others.get(key) != value:
                    differing += 1
                    item.setForeground(0, self.palette().link())
                    item.setForeground(1, self.palette().link())
                    item.setToolTip(
                        0, tr("Setting: {key}\nNext run: {others}", key=key, others=others.get(key, tr("not read")))
                    )
            section.setExpanded(True)
        return differing

    def _fit(self) -> None:
        """Give values what they need, but for a long one, such as a path, that would leave the names no room."""
        self.setColumnWidth(1, min(self.sizeHintForColumn(1), round(self.viewport().width() * _LARGEST_SHARE)))

    def texts(self) -> dict[str, str]:
        """What is shown: label → value."""
        sections = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        items = [section.child(place) for section in sections if section for place in range(section.childCount())]
        return {item.text(0): item.text(1) for item in items if item}

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None and not self._filling:
            self.show_config(*self._shown)
