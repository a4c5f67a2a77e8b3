"""The latent map as a tool: images are started from, groups encircled, places decoded, paths drawn."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from latentlab.explore.requests.directions import Lasso
from latentlab.explore.requests.images import FetchedImage
from latentlab.explore.requests.maps import Map, Walk
from latentlab.explore.requests.values import ImageRef, Polygon
from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.models.latent import Latent
from latentlab.gui.models.messages import ShowDirection
from latentlab.gui.panes.base import row_of, title_label
from latentlab.gui.panes.map_path import MapPathPane
from latentlab.gui.panes.map_points import MapPointsPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.map_lines import Tool
from latentlab.gui.widgets.map_places import place_at, z_at
from latentlab.gui.widgets.map_tools import MapTools

_DIRECTION_TIP = tr("Find the direction that leads from lasso A's images to lasso B's.")
_LEAST = 2
"""Images in a lasso, at least."""


class LatentMapPane(MapPointsPane):
    """Points to hover, click and encircle; a click between them decodes the place, a path over them becomes a movie."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pointed = -1
        self.tools = MapTools()
        self.path = MapPathPane(session, self._path_asked, self)
        self._lay_out()
        self._connect()
        self._on_lines()
        self._follow()

    def restore(self, request: Map | Walk) -> None:
        """Show a map, or a path over it, again as it was drawn."""
        self.settings.show_plane(request.projection, request.dims)
        if isinstance(request, Walk):
            self.path.strip.steps.set_value(request.steps)
            if request.z is not None:
                self._session.latent.restore(request.z, None, mark("z as given"))
            self.view.set_line("path", request.through)
            self._on_line("path")
        else:
            self.settings.show_look(request.colour, request.holes, request.clusters)
            self._keep()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACING.MEDIUM)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.side)
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Latent map")), 1, self.settings.projection, self.settings.dims, self.export))
        layout.addWidget(self.tools)
        layout.addLayout(middle, 1)
        layout.addWidget(self.path)
        layout.addWidget(self.caption)

    def _connect(self) -> None:
        self.tools.direction.clicked.connect(self._on_direction)
        self.tools.tool_chosen.connect(self._on_tool)
        self.view.hovered.connect(self._on_hover)
        self.view.point_clicked.connect(self._on_point)
        self.view.place_clicked.connect(self._on_place)
        self.view.line_drawn.connect(self._on_line)
        self.view.lines_cleared.connect(self._on_lines)
        self._session.latent.latent_changed.connect(self._on_latent)

    def _forget_drawn(self) -> None:
        self.view.clear_lines()
        self._on_lines()

    def _show_drawn(self) -> None:
        self._show_counts()
        if self._session.latent.current is not None:
            self._on_latent(self._session.latent.current)

    def _path_asked(self) -> tuple[Polygon, Map] | None:
        if "path" not in self.view.lines or self._is_stale():
            return None
        return self.view.lines["path"], Map(self.settings.projection.currentData(), self.settings.dimensions())

    @Slot(str)
    def _on_tool(self, tool: Tool) -> None:
        self.view.set_tool(tool)
        self.view.setFocus()

    def _tell_stale(self) -> None:
        assert self._map is not None
        said = tr(
            "This embedding is of step {step:,} and the model has gone on: pause training, and it is refitted.",
            step=self._map.step,
        )
        self._tell("error", said)

    @Slot(str)
    def _on_line(self, tool: str) -> None:
        if tool == "path" and self._is_stale():
            self._tell_stale()
        elif tool == "path":
            self.path.start()
        self._on_lines()

    @Slot()
    def _on_lines(self) -> None:
        self._show_counts()
        if "path" not in self.view.lines:
            self.path.clear()

    def _show_counts(self) -> None:
        """A direction needs two images in each lasso."""
        counts = [self.view.counted("a"), self.view.counted("b")]
        self.tools.direction.setEnabled(min(counts) >= _LEAST)
        few = [
            tr("lasso {name} has {count}", name=name, count=count)
            for name, count in zip("AB", counts, strict=True)
            if count < _LEAST
        ]
        self.tools.direction.setToolTip(
            tr("{tip} Each needs {least}: {few}.", tip=_DIRECTION_TIP, least=_LEAST, few=", ".join(few))
            if few
            else _DIRECTION_TIP
        )

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
    def _on_hover(self, index: int) -> None:
        """Ask for the image; the last one stays until it comes."""
        self._pointed = index
        if index >= 0:
            self._session.views.fetch_image(index, self._on_image)

    def _on_image(self, fetched: FetchedImage) -> None:
        drawn = self._map
        if drawn is not None and fetched.index == self._pointed and fetched.index < len(drawn.points):
            self.side.show_image(fetched, drawn)

    @Slot(int)
    def _on_point(self, index: int) -> None:
        self._session.latent.start_from_image(ImageRef(index=index))

    @Slot(object)
    def _on_place(self, place: tuple[float, float]) -> None:
        latent = self._session.latent.current
        if self._map is not None and latent is not None:
            keeps_others = self.settings.projection.currentData() == "dims"
            z = z_at(self._map, place, latent.z, keeps_others=keeps_others)
            self._session.latent.adopt_z(z, tr("place of the map"))

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        place = place_at(self._map, latent.z) if self._map is not None else None
        if place is not None:
            self.view.set_mark(place)
