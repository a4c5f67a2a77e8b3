"""A path over the latent map, decoded at equal steps; a part of the map's pane."""

from collections.abc import Callable
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.maps import DrawnWalk, Map, Walk
from latentlab.explore.requests.values import Polygon
from latentlab.gui.language import tr
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.path_strip import PathStrip

Asked = Callable[[], tuple[Polygon, Map] | None]
"""Gives the path and the map that it lies on; None while there is none, or none that means something."""


class MapPathPane(ViewPane):
    """The pictures along a path; hidden while there is none."""

    def __init__(self, session: Session, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.drawn: DrawnWalk | None = None
        self._asked = asked
        self._request: Walk | None = None
        self.strip = PathStrip()
        layout = self._column()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.steps_changed.connect(self._on_steps)
        self.strip.place_chosen.connect(self._on_place)
        self.strip.export_requested.connect(self._on_export)
        self._path = self._view(DrawnWalk, self._ask, self._on_path, follows_z=False)
        self.hide()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the path: a filmstrip, or a loop."""
        if self._request is not None:
            self._session.views.export(self._request, path, **style)

    def start(self) -> None:
        """Show the path, which is new."""
        self.show()
        self._keep()

    def clear(self) -> None:
        """There is no path any more."""
        self.drawn = self._request = None
        self.hide()

    def _ask(self, latent: Latent) -> Walk | None:
        asked = self._asked()
        if asked is None:
            return None
        through, on = asked
        z = latent.start if on.projection == "dims" else None
        self._request = Walk(through, self.strip.step_count(), on.projection, on.dims, z)
        return self._request

    def _on_path(self, drawn: DrawnWalk) -> None:
        self.drawn = drawn
        self.strip.set_walk(drawn)

    @Slot()
    def _on_steps(self) -> None:
        self._path.ask_again()

    @Slot(int)
    def _on_place(self, place: int) -> None:
        if self.drawn is not None:
            self._session.latent.adopt_z(self.drawn.z[place], tr("path on the map"), merges="walk")

    @Slot()
    def _on_export(self) -> None:
        if self.drawn is not None:
            self._session.messages.export_view("walk", self.drawn.grid, self.export_to)
