"""The latent map: the held-out images where the encoder puts them."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.directions import Lasso
from latentlab.explore.requests.images import Described, FetchedImage
from latentlab.explore.requests.maps import DrawnMap, DrawnWalk, EncodedCount, Map, Walk
from latentlab.explore.requests.values import ImageRef
from latentlab.explore.umap_layout import (
    NEAREST,
)
from latentlab.gui import theme
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.models.messages import ShowDirection
from latentlab.gui.panes.base import ViewPane, caption_label, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.map_legend import MapLegend, label_name
from latentlab.gui.widgets.map_places import UMAP_CAPTION, caption, place_at, z_at
from latentlab.gui.widgets.map_settings import MapSettings
from latentlab.gui.widgets.map_tools import MapTools
from latentlab.gui.widgets.map_view import MapView, Tool
from latentlab.gui.widgets.path_strip import PathStrip
from latentlab.gui.widgets.save_dialog import choose_file

_GROWTH = 1.25
"""By how much more images must be encoded before the map is drawn anew."""
_SIDE = 150
_MAP_TIP = (
    "A point is an image at its posterior mean. Click it to start there; click between points to decode that place. "
    "Wheel to zoom."
)
_UMAP_TIP = (
    "A point is an image where UMAP puts its posterior mean. Click it to start there. UMAP has no inverse: a click between "
    f"points decodes the mean z of the {NEAREST} nearest points, weighted by 1/distance. Wheel to zoom."
)


class LatentMapPane(ViewPane):
    """Points to hover, click and encircle; a click between them decodes the place, a way over them becomes a movie."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._map: DrawnMap | None = None
        self._asked: Map | None = None
        self._walk: DrawnWalk | None = None
        self._asked_path: Walk | None = None
        self._pointed = -1
        self._build_head()
        self._build_views()
        self._lay_out()
        self._connect()
        self.export.setEnabled(False)
        self._on_lines()
        self._follow()
        if session.views.described is not None:
            self._on_described(session.views.described)

    def request(self) -> Map:
        """What the settings say, of the images that are encoded.

        Raises:
            ConfigError: if the dimensions are no pair of numbers.
        """
        return self.settings.request(None if self.settings.by_umap else self._session.views.survey.images)

    def restore(self, request: Map | Walk) -> None:
        """Show a map, or a path over it, again as it was drawn."""
        self.settings.show_plane(request.projection, request.dims)
        if isinstance(request, Walk):
            self.way.steps.set_value(request.steps)
            if request.z is not None:
                self._session.latent.restore(request.z, None, "z as given")
            self.view.set_line("path", request.through)
            self._on_line("path")
        else:
            self.settings.show_look(request.colour, request.holes)
            self._keep()

    def export_to(self, path: Path) -> None:
        """Write the whole map."""
        self._session.views.export(self.request(), path, scale=1)

    def export_walk_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the way: a filmstrip, or a loop."""
        if self._asked_path is not None:
            self._session.views.export(self._asked_path, path, **style)

    def _build_head(self) -> None:
        self.settings = MapSettings(_SIDE, self)
        self.tools = MapTools()
        self.anew = QPushButton("Fit anew")
        self.anew.setToolTip(
            "Fit UMAP to the model as it is now. While training it stays as it is; it follows when training pauses."
        )
        self.anew.hide()
        self.export = export_button("Write the whole map as PNG, with the command line that draws it again.")

    def _build_views(self) -> None:
        self.view = MapView()
        self.view.set_empty_text("Train a run or open one: its held-out images appear here as points.")
        self.view.setToolTip(_MAP_TIP)
        self.view.export_requested.connect(partial(self._session.messages.export_picture, "map.png"))
        self.thumbnail = ImageView()
        self.thumbnail.set_empty_text("Point at an image")
        self.thumbnail.setFixedSize(_SIDE, _SIDE + 20)
        self.thumbnail.export_requested.connect(partial(self._session.messages.export_picture, "image.png"))
        self.legend = MapLegend(_SIDE)
        self.caption = caption_label(wraps=True)
        self.way = PathStrip()
        self.way.hide()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.SPACING.SMALL)
        coloured = QLabel("Coloured by")
        coloured.setFont(theme.caption_font())
        for part in (self.thumbnail, coloured, self.settings.colour, self.legend, self.settings.holes, self.anew):
            side.addWidget(part)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACING.MEDIUM)
        middle.addWidget(self.view, 1)
        middle.addLayout(side)
        layout = self._column()
        layout.addLayout(row_of(title_label("Latent map"), 1, self.settings.projection, self.settings.dims, self.export))
        layout.addWidget(self.tools)
        layout.addLayout(middle, 1)
        layout.addWidget(self.way)
        layout.addWidget(self.caption)

    def _connect(self) -> None:
        session = self._session
        self.settings.plane_changed.connect(self._on_plane)
        self.settings.changed.connect(self._keep)
        self.export.clicked.connect(self._on_export)
        self.anew.clicked.connect(self._on_anew)
        self.way.export_requested.connect(self._on_export_path)
        self.tools.direction.clicked.connect(self._on_direction)
        self.way.steps_changed.connect(self._on_steps)
        self.way.place_chosen.connect(self._on_step)
        self.tools.tool_chosen.connect(self._on_tool)
        self.view.hovered.connect(self._on_hover)
        self.view.point_clicked.connect(self._on_point)
        self.view.place_clicked.connect(self._on_place)
        self.view.line_drawn.connect(self._on_line)
        self.view.lines_cleared.connect(self._on_lines)
        session.views.described_changed.connect(self._on_described)
        session.views.survey.advanced.connect(self._on_survey)
        session.latent.latent_changed.connect(self._on_latent)
        self._points = self._view(DrawnMap, self._ask, self._on_map, self._on_failed, follows_z=False)
        self._path = self._view(DrawnWalk, self._ask_path, self._on_path, follows_z=False)
        session.run.state_changed.connect(self._on_state)

    def _newer_weights_come(self) -> bool:
        return self._session.run.state is State.RUNNING and self._session.views.held_step is None

    def _is_stale(self) -> bool:
        """Whether the embedding shown is of other weights than those looked at: what is drawn on it would mean nothing."""
        return self._map is not None and self._map.means is not None and self._map.step != self._session.views.shown_step

    @Slot()
    def _on_plane(self) -> None:
        """What was drawn on the old plane means nothing on the new one."""
        self.view.clear_lines()
        if self.settings.by_umap:
            self._clear("Fitting UMAP, which takes longer the first time …")
            self.caption.setText(UMAP_CAPTION)
        self._on_lines()
        self._keep()

    @Slot()
    def _keep(self) -> None:
        self.view.setToolTip(_UMAP_TIP if self.settings.by_umap else _MAP_TIP)
        super()._keep()

    def _draw(self) -> None:
        self._session.views.survey.want(self, True, errors=self.settings.shows_errors)
        try:
            self.request()
        except ConfigError as error:
            self._tell("error", str(error))
            return
        self.view.fit()
        self._points.start()
        if "path" in self.view.lines and not self._path.is_kept:
            self._path.start()

    def _ask(self, latent: Latent) -> Map | None:
        del latent
        try:
            request = self.request()
        except ConfigError:  # said when it was written
            return None
        if self.settings.by_umap and request == self._asked and self._newer_weights_come():
            self._show_caption()
            return None
        self._asked = request
        return request

    def _ask_path(self, latent: Latent) -> Walk | None:
        if self._is_stale():
            return None
        projection = self.settings.projection.currentData()
        z = latent.start if projection == "dims" else None
        through, dims = self.view.lines["path"], self.settings.dimensions()
        self._asked_path = Walk(through, self.way.step_count(), projection, dims, z)
        return self._asked_path

    @Slot()
    def _on_export(self) -> None:
        path = choose_file(self, "Export map", self._session.exports.folder / "map.png")
        if path is not None:
            self.export_to(path)

    @Slot()
    def _on_export_path(self) -> None:
        if self._walk is not None:
            self._session.messages.export_view("walk", self._walk.grid, self.export_walk_to)

    @Slot(str)
    def _on_tool(self, tool: Tool) -> None:
        self.view.set_tool(tool)
        self.view.setFocus()

    @Slot()
    def _on_anew(self) -> None:
        self._asked = None
        self._points.ask_again()

    @Slot()
    def _on_state(self) -> None:
        if self._is_stale() and not self._newer_weights_come():
            self._points.ask_again()
        self._show_caption()

    def _tell_stale(self) -> None:
        assert self._map is not None
        said = f"This embedding is of step {self._map.step:,} and the model has gone on: pause training, and it is fitted anew."
        self._tell("error", said)

    @Slot(str)
    def _on_line(self, tool: str) -> None:
        if tool == "path" and self._is_stale():
            self._tell_stale()
        elif tool == "path":
            self.way.show()
            self._path.start()
        self._on_lines()

    @Slot()
    def _on_lines(self) -> None:
        lines = self.view.lines
        self.tools.direction.setEnabled("a" in lines and "b" in lines)
        if "path" not in lines:
            self._walk = self._asked_path = None
            self.way.hide()
            self._path.stop()

    @Slot()
    def _on_steps(self) -> None:
        self._path.ask_again()

    @Slot()
    def _on_direction(self) -> None:
        if self._map is None or self._asked is None:
            return
        if self._is_stale():
            self._tell_stale()
            return
        lines, asked = self.view.lines, self._asked
        lasso = Lasso(lines["a"], lines["b"], asked.projection, asked.dims, len(self._map.points))
        self._session.messages.ask(ShowDirection(lasso))

    @Slot(int)
    def _on_step(self, place: int) -> None:
        if self._walk is not None:
            self._session.latent.adopt_z(self._walk.z[place], "walk", merges="walk")

    @Slot(int)
    def _on_hover(self, index: int) -> None:
        """Ask for the image; the last one stays until it comes."""
        self._pointed = index
        if index >= 0:
            self._session.views.fetch_image(index, self._on_image)

    def _on_image(self, glimpsed: FetchedImage) -> None:
        drawn, index = self._map, glimpsed.index
        if drawn is None or index != self._pointed or index >= len(drawn.points):
            return
        self.thumbnail.set_image(glimpsed.image)
        label = int(drawn.labels[index])
        said = "" if label < 0 else f" · {label_name(drawn, label)}"
        value = f" · {drawn.values[index]:.4g}" if drawn.values is not None else ""
        self.thumbnail.set_caption(f"{index}{said}{value}")

    @Slot(int)
    def _on_point(self, index: int) -> None:
        self._session.latent.start_from_image(ImageRef(index=index))

    @Slot(object)
    def _on_place(self, place: tuple[float, float]) -> None:
        latent = self._session.latent.current
        if self._map is not None and latent is not None:
            keeps_others = self.settings.projection.currentData() == "dims"
            z = z_at(self._map, place, latent.z, keeps_others=keeps_others)
            self._session.latent.adopt_z(z, "place of the map")

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.settings.offer_colours(())
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

    def _on_failed(self, request: Request) -> None:
        del request
        if self._map is None:
            self.view.set_empty_text("There is no such map of this model.")

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        self.settings.offer_colours(described.attributes)

    @Slot(object)
    def _on_survey(self, surveyed: EncodedCount) -> None:
        if self.settings.by_umap:
            self._show_caption()
            return
        asked = surveyed.total if self._asked is None else self._asked.images or surveyed.total
        if surveyed.count >= _GROWTH * asked or (surveyed.count == surveyed.total and surveyed.count != asked):
            self._points.ask_again()
        self._show_caption()

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        place = place_at(self._map, latent.z) if self._map is not None else None
        if place is not None:
            self.view.set_mark(place)

    def _on_path(self, drawn: DrawnWalk) -> None:
        self._walk = drawn
        self.way.set_walk(drawn)

    def _on_map(self, drawn: DrawnMap) -> None:
        if (drawn.means is not None) != self.settings.by_umap:  # a fit that was under way when another projection was chosen
            return
        before, self._map = self._map, drawn
        if drawn.means is not None and before is not None and before.means is not None and before.step != drawn.step:
            self.view.clear_lines()  # what was drawn on the old embedding means nothing on the new one
            self.view.fit()
            self._on_lines()
        self.view.set_points(drawn.points, drawn.colours)
        self.view.set_holes(drawn.holes)
        self.legend.set_map(drawn)
        self._show_caption()
        if self._session.latent.current is not None:
            self._on_latent(self._session.latent.current)

    @Slot()
    def _show_caption(self) -> None:
        if self._map is not None:
            surveyed, stale = self._session.views.survey.surveyed, self._is_stale()
            self.anew.setVisible(stale)
            waits = self._newer_weights_come()
            self.caption.setText(caption(self._map, surveyed.count if surveyed else 0, waits=waits, is_stale=stale))

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.views.survey.want(self, False)
