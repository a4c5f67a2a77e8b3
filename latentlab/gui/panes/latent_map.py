"""The latent map: the held-out images where the encoder puts them."""

import html
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Lasso
from latentlab.explore.requests.images import Described, FetchedImage
from latentlab.explore.requests.maps import DrawnMap, DrawnWalk, EncodedCount, Map, Walk
from latentlab.explore.requests.values import LARGEST_STEPS, ImageRef, View
from latentlab.explore.scatter import ATTRIBUTE, class_colours, value_colours
from latentlab.explore.umap_layout import (
    FAR_WORDS,
    MIN_DIST,
    MOST_EMBEDDED,
    N_NEIGHBORS,
    NEAREST,
    UMAP_WORDS,
    has_umap,
    place_of,
    weighted_mean,
)
from latentlab.gui import theme
from latentlab.gui.session import Latent, Message, Session, State, Subject
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.map_view import MapView, Tool
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.save_dialog import choose_file

_NAME = "map"
_WAY = "walk"
_MOST_CLASSES = 10
_GROWTH = 1.25
"""By how much more images must be encoded before the map is drawn anew."""
_STRIP = 76
_SIDE = 150
_SHADES = 16
_MAP_TIP = (
    "A point is an image at its posterior mean. Click it to start there; click between points to decode that place. "
    "Wheel to zoom."
)
_UMAP_TIP = (
    "A point is an image where UMAP puts its posterior mean. Click it to start there. UMAP has no inverse: a click between "
    f"points decodes the mean z of the {NEAREST} nearest points, weighted by 1/distance. Wheel to zoom."
)
_HOLES_TIP = (
    "Shade where q(z), the mixture of the first 1,024 posteriors, is below a tenth of the prior p(z), both projected onto "
    "this plane, and p(z) above a hundredth of its peak."
)
_UMAP_CAPTION = f"{UMAP_WORDS} · {FAR_WORDS} · a click between points takes the mean z of the {NEAREST} nearest, by 1/distance"
_COLOURS = {"label": "label", "kl": "KL to the prior", "error": "reconstruction error"}
_TOOLS: dict[Tool, tuple[str, str]] = {
    "move": ("Move", "Drag moves the map; a click starts at an image or decodes a place; double click fits (M)."),
    "a": ("Lasso A", "Drag a line around images: the direction leads away from them. Escape clears (A)."),
    "b": ("Lasso B", "Drag a line around images: the direction leads to them. Escape clears (B)."),
    "path": (
        "Path",
        "Drag a way, or click its corners and end with a double click or Return: it is decoded at equal steps. "
        "Escape clears (P).",
    ),
}


class LatentMapPane(QWidget):
    """Points to hover, click and encircle; a click between them decodes the place, a way over them becomes a movie."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._map: DrawnMap | None = None
        self._asked: Map | None = None
        self._walk: DrawnWalk | None = None
        self._asked_way: Walk | None = None
        self._pointed = -1
        self._build_head()
        self._build_tools()
        self._build_views()
        self._lay_out()
        self._connect()
        self.export.setEnabled(False)
        self._on_lines()

    def request(self) -> Map:
        """What the settings say, of the images that are encoded.

        Raises:
            ConfigError: if the dimensions are no pair of numbers.
        """
        surveyed = self._session.surveyed
        every = self._by_umap() or (surveyed is not None and surveyed.count == surveyed.total)
        images = None if every else self._session.surveyed_images
        holes = self.holes.isChecked() and not self._by_umap()
        return Map(self.projection.currentData(), self._dims(), self.colour.currentData(), images, holes)

    def restore(self, request: Map) -> None:
        """Show a map again as it was drawn."""
        self.dims.setText(",".join(map(str, request.dims)))
        self.projection.setCurrentIndex(self.projection.findData(request.projection))
        if self.colour.findData(request.colour) < 0:
            self.colour.addItem(request.colour, request.colour)
        self.colour.setCurrentIndex(self.colour.findData(request.colour))
        self.holes.setChecked(request.holes)
        self._keep()

    def restore_walk(self, request: Walk) -> None:
        """Show a way again as it was drawn."""
        self.dims.setText(",".join(map(str, request.dims)))
        self.projection.setCurrentIndex(self.projection.findData(request.projection))
        self.steps.set_value(request.steps)
        if request.z is not None:
            self._session.restore_latent(request.z, None, "z as given")
        self.view.set_line("path", request.through)
        self._on_line("path")

    def export_to(self, path: Path) -> None:
        """Write the whole map."""
        self._session.export_view(self.request(), path, scale=1)

    def export_walk_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the way: a filmstrip, or a loop."""
        if self._asked_way is not None:
            self._session.export_view(self._asked_way, path, **style)

    def _build_head(self) -> None:
        self.projection = QComboBox()
        self.projection.addItem("principal components", "pca")
        self.projection.addItem("two dimensions", "dims")
        self._offer_umap()
        self.projection.setToolTip(
            "The plane: of two principal components of the first posterior means, 1,024 at most, or of two dimensions of z."
        )
        self.projection.setAccessibleName("Projection")
        self.dims = QLineEdit()
        self.dims.setPlaceholderText("by KL")
        self.dims.setFixedWidth(72)
        self.dims.setToolTip("Two dimensions with a comma, for example 3,7. Empty: those with the largest KL.")
        self.dims.setAccessibleName("Dimensions")
        self.colour = QComboBox()
        self.colour.setToolTip("What the colours stand for: the label, a number measured on each image, or an attribute.")
        self.colour.setAccessibleName("Colour")
        self.colour.setFixedWidth(_SIDE)
        self._offer_colours(())
        self.anew = QPushButton("Fit anew")
        self.anew.setToolTip(
            "Fit UMAP to the model as it is now. While training it stays as it is; it follows when training pauses."
        )
        self.anew.hide()
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write the whole map as PNG, with the command line that draws it again.")

    def _build_tools(self) -> None:
        self.tools: dict[Tool, QToolButton] = {}
        self._group = QButtonGroup(self)
        for number, (tool, (words, tip)) in enumerate(_TOOLS.items()):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setShortcut(words[-1] if tool in ("a", "b") else words[0])
            self._group.addButton(button, number)
            self.tools[tool] = button
        self.tools["move"].setChecked(True)
        self.holes = QCheckBox("Shade holes")
        self.holes.setToolTip(_HOLES_TIP)
        self.direction = QPushButton("Direction A → B")
        self.direction.setToolTip("Find the direction that leads from lasso A's images to lasso B's.")

    def _build_views(self) -> None:
        self.view = MapView()
        self.view.set_empty_text("Train a run or open one: its held-out images appear here as points.")
        self.view.setToolTip(_MAP_TIP)
        self.view.export_requested.connect(lambda image: self._session.ask_export("map.png", image))
        self.thumbnail = ImageView()
        self.thumbnail.set_empty_text("Point at an image")
        self.thumbnail.setFixedSize(_SIDE, _SIDE + 20)
        self.thumbnail.export_requested.connect(lambda image: self._session.ask_export("image.png", image))
        self.legend = QLabel()
        self.legend.setProperty("rich", True)
        self.legend.setFont(theme.caption_font())
        self.legend.setWordWrap(True)
        self.legend.setFixedWidth(_SIDE)
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.strip = ImageGrid()
        self.strip.setAccessibleName("Pictures along the path")
        self.strip.setToolTip("The path at equal steps. Click a picture to make its z the current one.")
        self.strip.setFixedHeight(_STRIP)
        self.steps = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_STEPS))
        self.steps.set_value(12)
        self.steps.setToolTip("Pictures along the path, both ends included.")
        self.steps.setAccessibleName("Steps of the path")
        self.steps.setFixedWidth(72)
        self.export_way = QPushButton(theme.icon("export"), "Path…")
        self.export_way.setToolTip(
            "Write the pictures along the path as a PNG strip or a looping GIF, with the command line that draws them again."
        )

    def _lay_out(self) -> None:
        title = QLabel("Latent map")
        title.setFont(theme.title_font())
        head, tools = QHBoxLayout(), QHBoxLayout()
        for row in (head, tools):
            row.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.projection, self.dims, self.export):
            head.addWidget(widget)
        for button in self.tools.values():
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.direction)
        side = QVBoxLayout()
        side.setSpacing(theme.SPACING.SMALL)
        coloured = QLabel("Coloured by")
        coloured.setFont(theme.caption_font())
        for part in (self.thumbnail, coloured, self.colour, self.legend, self.holes, self.anew):
            side.addWidget(part)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACING.MEDIUM)
        middle.addWidget(self.view, 1)
        middle.addLayout(side)
        self.way = QWidget()
        way = QHBoxLayout(self.way)
        way.setContentsMargins(0, 0, 0, 0)
        way.addWidget(self.strip, 1)
        controls = QVBoxLayout()
        controls.setSpacing(theme.SPACING.TIGHT)
        controls.addWidget(self.steps)
        controls.addWidget(self.export_way)
        controls.addStretch(1)
        way.addLayout(controls)
        self.way.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(tools)
        layout.addLayout(middle, 1)
        layout.addWidget(self.way)
        layout.addWidget(self.caption)

    def _connect(self) -> None:
        session = self._session
        self.projection.currentIndexChanged.connect(self._on_plane)
        self.colour.currentIndexChanged.connect(self._keep)
        self.dims.editingFinished.connect(self._on_plane)
        self.holes.toggled.connect(self._keep)
        self.export.clicked.connect(self._on_export)
        self.anew.clicked.connect(self._on_anew)
        self.export_way.clicked.connect(self._on_export_way)
        self.direction.clicked.connect(self._on_direction)
        self.steps.value_changed.connect(self._on_steps)
        self.strip.cell_clicked.connect(self._on_cell)
        self._group.idToggled.connect(self._on_tool)
        self.view.hovered.connect(self._on_hover)
        self.view.point_clicked.connect(self._on_point)
        self.view.place_clicked.connect(self._on_place)
        self.view.line_drawn.connect(self._on_line)
        self.view.lines_cleared.connect(self._on_lines)
        session.subject_changed.connect(self._on_subject)
        session.described_changed.connect(self._on_described)
        session.survey_advanced.connect(self._on_survey)
        session.glimpsed.connect(self._on_glimpsed)
        session.latent_changed.connect(self._on_latent)
        session.view_drawn.connect(self._on_drawn)
        session.view_failed.connect(self._on_failed)
        session.state_changed.connect(self._on_state)

    def _dims(self) -> tuple[int, ...]:
        text = self.dims.text().strip()
        try:
            return tuple(int(part) for part in text.split(",")) if text else ()
        except ValueError:
            raise ConfigError(f"Dimensions {text!r}: write two whole numbers with a comma, for example 3,7.") from None

    def _offer_umap(self) -> None:
        missing = not has_umap()
        self.projection.addItem("UMAP · needs latentlab[umap]" if missing else "UMAP", "umap")
        place = self.projection.count() - 1
        tip = (
            f"UMAP of the first {MOST_EMBEDDED:,} posterior means: n_neighbors {N_NEIGHBORS}, min_dist {MIN_DIST:g}, always "
            "the same seed. It keeps neighbours together; distances between far clusters mean little."
        )
        self.projection.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        offered = self.projection.model()
        assert isinstance(offered, QStandardItemModel)
        offered.item(place).setEnabled(not missing)

    def _by_umap(self) -> bool:
        return bool(self.projection.currentData() == "umap")

    def _newer_weights_come(self) -> bool:
        return self._session.state is State.RUNNING and self._session.held_step is None

    def _is_stale(self) -> bool:
        """Whether the embedding shown is of other weights than those looked at: what is drawn on it would mean nothing."""
        return self._map is not None and self._map.means is not None and self._map.step != self._session.shown_step

    def _offer_colours(self, attributes: tuple[str, ...]) -> None:
        chosen = self.colour.currentData()
        self.colour.blockSignals(True)
        self.colour.clear()
        for value, words in (*_COLOURS.items(), *((name, name) for name in attributes)):
            self.colour.addItem(words, value)
        self.colour.setCurrentIndex(max(self.colour.findData(chosen), 0))
        self.colour.blockSignals(False)

    @Slot()
    def _on_plane(self) -> None:
        """What was drawn on the old plane means nothing on the new one."""
        self.view.clear_lines()
        if self._by_umap():
            self._clear("Fitting UMAP, which takes longer the first time …")
            self.caption.setText(_UMAP_CAPTION)
        self._on_lines()
        self._keep()

    @Slot()
    def _keep(self) -> None:
        by_umap = self._by_umap()
        self.dims.setEnabled(self.projection.currentData() == "dims")
        self.holes.setEnabled(not by_umap)
        self.holes.setToolTip(
            "UMAP projects no densities, so it shows no holes; take another projection." if by_umap else _HOLES_TIP
        )
        self.view.setToolTip(_UMAP_TIP if by_umap else _MAP_TIP)
        if not self.isVisible():
            return
        self._session.want_survey(_NAME, True, errors=self.colour.currentData() == "error")
        try:
            self.request()
        except ConfigError as error:
            self._session.message.emit(Message("error", str(error)))
            return
        self.view.fit()
        self._session.keep_view(_NAME, self._ask, follows_z=False)

    def _ask(self, latent: Latent) -> Map | None:
        del latent
        try:
            request = self.request()
        except ConfigError:  # said when it was written
            return None
        if self._by_umap() and request == self._asked and self._newer_weights_come():
            self._show_caption()
            return None
        self._asked = request
        return request

    def _way(self, latent: Latent) -> Walk | None:
        if self._is_stale():
            return None
        projection = self.projection.currentData()
        z = latent.start if projection == "dims" else None
        self._asked_way = Walk(self.view.lines["path"], int(self.steps.value() or 12), projection, self._dims(), z)
        return self._asked_way

    @Slot()
    def _on_export(self) -> None:
        path = choose_file(self, "Export map", self._session.export_folder() / "map.png")
        if path is not None:
            self.export_to(path)

    @Slot()
    def _on_export_way(self) -> None:
        if self._walk is not None:
            self._session.ask_view_export("walk", self._walk.grid, self.export_walk_to)

    @Slot(int, bool)
    def _on_tool(self, number: int, checked: bool) -> None:
        if checked:
            self.view.set_tool(list(_TOOLS)[number])
            self.view.setFocus()

    @Slot()
    def _on_anew(self) -> None:
        self._asked = None
        self._session.ask_again(_NAME)

    @Slot()
    def _on_state(self) -> None:
        if self._is_stale() and not self._newer_weights_come():
            self._session.ask_again(_NAME)
        self._show_caption()

    def _tell_stale(self) -> None:
        assert self._map is not None
        said = f"This embedding is of step {self._map.step:,} and the model has gone on: pause training, and it is fitted anew."
        self._session.message.emit(Message("error", said))

    @Slot(str)
    def _on_line(self, tool: str) -> None:
        if tool == "path" and self._is_stale():
            self._tell_stale()
        elif tool == "path":
            self.way.show()
            self._session.keep_view(_WAY, self._way, follows_z=False)
        self._on_lines()

    @Slot()
    def _on_lines(self) -> None:
        lines = self.view.lines
        self.direction.setEnabled("a" in lines and "b" in lines)
        if "path" not in lines:
            self._walk = self._asked_way = None
            self.way.hide()
            self._session.keep_view(_WAY, None)

    @Slot()
    def _on_steps(self) -> None:
        self._session.ask_again(_WAY)

    @Slot()
    def _on_direction(self) -> None:
        if self._map is None or self._asked is None:
            return
        if self._is_stale():
            self._tell_stale()
            return
        lines, asked = self.view.lines, self._asked
        self._session.lasso_drawn.emit(Lasso(lines["a"], lines["b"], asked.projection, asked.dims, len(self._map.points)))

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._walk is not None:
            self._session.adopt_z(self._walk.z[cell[1]])
            self.strip.set_highlight(cell)

    @Slot(int)
    def _on_hover(self, index: int) -> None:
        """Ask for the image; the last one stays until it comes."""
        self._pointed = index
        if index >= 0:
            self._session.glimpse(index)

    @Slot(object)
    def _on_glimpsed(self, glimpsed: FetchedImage) -> None:
        drawn, index = self._map, glimpsed.index
        if drawn is None or index != self._pointed or index >= len(drawn.points):
            return
        self.thumbnail.set_image(glimpsed.image)
        label = int(drawn.labels[index])
        said = "" if label < 0 else f" · {_label_name(drawn, label)}"
        value = f" · {drawn.values[index]:.4g}" if drawn.values is not None else ""
        self.thumbnail.set_caption(f"{index}{said}{value}")

    @Slot(int)
    def _on_point(self, index: int) -> None:
        self._session.start_from_image(ImageRef(index=index))

    @Slot(object)
    def _on_place(self, place: tuple[float, float]) -> None:
        if self._map is None or self._session.latent is None:
            return
        if self._map.means is not None:
            at = np.array([place], np.float32)
            self._session.adopt_z(weighted_mean(at, self._map.points, self._map.means)[0])
            return
        along = np.asarray(place, np.float32) @ self._map.axes
        z = self._map.centre + along
        if self.projection.currentData() == "dims":  # the other dimensions stay where they are
            z = np.where(self._map.axes.any(0), along, self._session.latent.z)
        self._session.adopt_z(z)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._offer_colours(())
        self._clear("Looking at the held-out images …")
        self.view.clear_lines()
        self._on_lines()
        self.thumbnail.set_image(None)
        self.thumbnail.set_caption("")
        self.export.setEnabled(True)

    def _clear(self, waits_for: str) -> None:
        self._map = self._asked = None
        self.view.set_empty_text(waits_for)
        self.view.set_points(np.empty((0, 2), np.float32), np.empty((0, 3), np.uint8))
        self.view.set_holes(None)
        self.view.set_mark(None)
        self.legend.clear()
        self.caption.clear()
        self.anew.hide()

    @Slot(str)
    def _on_failed(self, name: str) -> None:
        if name == _NAME and self._map is None:
            self.view.set_empty_text("There is no such map of this model.")

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        self._offer_colours(described.attributes)

    @Slot(object)
    def _on_survey(self, surveyed: EncodedCount) -> None:
        if self._by_umap():
            self._show_caption()
            return
        asked = surveyed.total if self._asked is None else self._asked.images or surveyed.total
        if surveyed.count >= _GROWTH * asked or (surveyed.count == surveyed.total and surveyed.count != asked):
            self._session.ask_again(_NAME)
        self._show_caption()

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        if self._map is None or latent.z.shape != self._map.centre.shape:
            return
        if self._map.means is not None:
            self.view.set_mark(place_of(latent.z, self._map.means, self._map.points))
            return
        axes = self._map.axes
        x, y = ((latent.z - self._map.centre) @ axes.T / np.square(axes).sum(1)).tolist()
        self.view.set_mark((x, y))

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name == _WAY:
            assert isinstance(drawn, DrawnWalk)
            self._walk = drawn
            self.strip.set_grid(drawn.grid.images, (), ("",) * len(drawn.places))
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnMap)
        if (drawn.means is not None) != self._by_umap():  # a fit that was under way when another projection was chosen
            return
        before, self._map = self._map, drawn
        if drawn.means is not None and before is not None and before.means is not None and before.step != drawn.step:
            self.view.clear_lines()  # what was drawn on the old embedding means nothing on the new one
            self.view.fit()
            self._on_lines()
        self.view.set_points(drawn.points, drawn.colours)
        self.view.set_holes(drawn.holes)
        self.legend.setText(_legend(drawn))
        self._show_caption()
        if self._session.latent is not None:
            self._on_latent(self._session.latent)

    @Slot()
    def _show_caption(self) -> None:
        drawn, surveyed = self._map, self._session.surveyed
        if drawn is None:
            return
        self.anew.setVisible(self._is_stale())
        if drawn.means is not None:
            of_step = f"fitted to step {drawn.step:,}" + (" (it follows when training pauses)" if self._is_stale() else "")
            self.caption.setText(f"{_UMAP_CAPTION} · first {len(drawn.points):,} held-out images · {of_step}")
            return
        count = f"{len(drawn.points):,} held-out images"
        if len(drawn.points) < drawn.total:
            waits = self._session.state is State.RUNNING and self._session.held_step is None
            how = "the others when training pauses" if waits else f"{surveyed.count if surveyed else 0:,} encoded"
            count = f"{len(drawn.points):,} of {drawn.total:,} held-out images, {how}"
        holes = f" · holes: {drawn.holes.share:.0%} of the prior in this plane" if drawn.holes else ""
        axes = f"{drawn.names[0]} across, {drawn.names[1]} up"
        self.caption.setText(f"{axes} · {count}{holes} · model of step {drawn.step:,}")

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)
        self._session.keep_view(_WAY, None)
        self._session.want_survey(_NAME, False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
        if "path" in self.view.lines:
            self._session.keep_view(_WAY, self._way, follows_z=False)


def _label_name(drawn: DrawnMap, label: int) -> str:
    return drawn.label_names[label] if 0 <= label < len(drawn.label_names) else f"label {label}"


def _legend(drawn: DrawnMap) -> str:
    """Rich text."""
    if drawn.values is not None:
        if (drawn.colours[:, None] == ATTRIBUTE).all(-1).any(-1).all():
            return _rows([("absent", ATTRIBUTE[0].tolist()), ("present", ATTRIBUTE[1].tolist())])
        shades = value_colours(np.linspace(0, 1, _SHADES, dtype=np.float32)).tolist()
        bar = "".join(f'<span style="color:rgb({red},{green},{blue})">█</span>' for red, green, blue in shades)
        return f"{bar}<br>{figures.fixed(float(drawn.values.min()))} to {figures.fixed(float(drawn.values.max()))}"
    labels = np.unique(drawn.labels)
    if len(labels) > _MOST_CLASSES:
        return f"{len(labels)} labels; colours recur after {_MOST_CLASSES}"
    names = [drawn.label_names[label] if 0 <= label < len(drawn.label_names) else str(label) for label in labels.tolist()]
    return _rows(list(zip(names, class_colours(labels).tolist(), strict=True)))


def _rows(named: list[tuple[str, list[int]]]) -> str:
    rows = (f'<span style="color:rgb({red},{green},{blue})">■</span> {html.escape(name)}' for name, (red, green, blue) in named)
    return "<br>".join(rows)
