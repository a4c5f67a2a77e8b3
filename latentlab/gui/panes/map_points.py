"""A latent map that follows the model: the held-out images where the encoder puts them."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from latentlab.catalog.networks import knows_sigma
from latentlab.errors import ConfigError
from latentlab.explore.map_legend import cluster_names, legend_of, map_colours
from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.images import Described, FetchedImages
from latentlab.explore.requests.maps import DrawnMap, EncodedCount, Map
from latentlab.explore.umap_layout import NEAREST
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, export_button
from latentlab.gui.session import Session
from latentlab.gui.widgets.map_places import UMAP_CAPTION, caption
from latentlab.gui.widgets.map_settings import MapSettings
from latentlab.gui.widgets.map_side import SIDE, MapSide
from latentlab.gui.widgets.map_view import MapView

_GROWTH = 1.25
"""By how much more images must be encoded before the map is drawn again."""
_MAP_TIP = tr(
    "A point is an image at its posterior mean. Click it to start there; click between points to decode that "
    "place. Wheel to zoom."
)
_UMAP_TIP = tr(
    "A point is an image where UMAP puts its posterior mean. Click it to start there. UMAP has no inverse: a click "
    "between points decodes the mean z of the {nearest} nearest points, weighted by 1/distance. Wheel to zoom.",
    nearest=NEAREST,
)


class MapPointsPane(ViewPane):
    """Points, what they look like, and what is said of them; what is done to them by hand is a subclass's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._map: DrawnMap | None = None
        self._asked: Map | None = None
        self._build_map()
        self._connect_map()

    def request(self) -> Map:
        """What the settings say, of the images that are encoded.

        Raises:
            ConfigError: if the dimensions are no pair of numbers.
        """
        return self.settings.request(None if self.settings.by_umap else self._session.views.survey.images)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the whole map."""
        self._session.views.export(self.request(), path, scale=1, width_mm=style.get("width_mm"))

    def _build_map(self) -> None:
        self.settings = MapSettings(SIDE, self)
        self.export = export_button(tr("Write the whole map, with the command line that draws it again."))
        self.export.setEnabled(False)
        self.view = MapView()
        self.view.set_empty_text(tr("Train a run or open one: its held-out images appear here as points."))
        self.view.setToolTip(_MAP_TIP)
        self.view.export_requested.connect(partial(self._session.messages.export_picture, "map.png"))
        self.side = MapSide(self.settings)
        self.side.export_requested.connect(partial(self._session.messages.export_picture, "image.png"))
        self.caption = caption_label(wraps=True)

    def _connect_map(self) -> None:
        session = self._session
        self.settings.plane_changed.connect(self._on_plane)
        self.settings.changed.connect(self._keep)
        self.export.clicked.connect(self._on_export)
        self.side.refit.clicked.connect(self._on_refit)
        self.side.images.toggled.connect(self.view.show_images)
        self.view.images_wanted.connect(self._on_images_wanted)
        session.views.described_changed.connect(self._on_described)
        session.views.survey.advanced.connect(self._on_survey)
        session.run.state_changed.connect(self._on_state)
        self._points = self._view(DrawnMap, self._ask, self._on_map, self._on_failed, follows_z=False)

    def _follow(self) -> None:
        super()._follow()
        if self._session.views.described is not None:
            self._on_described(self._session.views.described)

    def _forget_drawn(self) -> None:
        """What was drawn on the map means nothing on another."""

    def _show_drawn(self) -> None:
        """The map is another, or its points lie elsewhere."""

    def _newer_weights_come(self) -> bool:
        return self._session.run.state is State.RUNNING and self._session.views.held_step is None

    def _is_stale(self) -> bool:
        """Whether the embedding shown is of other weights than those looked at: what is drawn on it would mean nothing."""
        return self._map is not None and self._map.means is not None and self._map.step != self._session.views.shown_step

    @Slot()
    def _on_plane(self) -> None:
        if self.settings.by_umap:
            self._clear(tr("Fitting UMAP, which takes longer the first time …"))
            self._say(UMAP_CAPTION)
        self._forget_drawn()
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

    @Slot()
    def _on_export(self) -> None:
        self._session.messages.export_view("map", None, self.export_to)

    @Slot()
    def _on_refit(self) -> None:
        self._asked = None
        self._points.ask_again()

    @Slot()
    def _on_state(self) -> None:
        if self._is_stale() and not self._newer_weights_come():
            self._points.ask_again()
        self._show_caption()

    @Slot(object)
    def _on_images_wanted(self, indices: tuple[int, ...]) -> None:
        self._session.views.fetch_images(indices, self._on_images)

    def _on_images(self, fetched: FetchedImages) -> None:
        self.view.add_images(fetched.indices, fetched.images)

    def _on_subject(self, subject: Subject) -> None:
        self.settings.offer_colours((), labelled=True, sigma=knows_sigma(subject.config.model))
        self._clear(tr("Looking at the held-out images …"))
        self._forget_drawn()
        self.side.clear()
        self.export.setEnabled(True)

    def _clear(self, waits_for: str) -> None:
        self._map = self._asked = None
        self.view.set_empty_text(waits_for)
        self.view.set_points(np.empty((0, 2), np.float32), np.empty((0, 3), np.uint8))
        self.view.set_holes(None)
        self.view.set_mark(None)
        self.view.explain("", ("", ""), None)
        self.side.legend.set_legend(None)
        self._say("")
        self.side.refit.hide()

    def _on_failed(self, request: Request) -> None:
        del request
        if self._map is None:
            self.view.set_empty_text(tr("There is no such map of this model."))

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        before = self.settings.colour.currentData()
        subject = self._session.run.subject
        sigma = subject is None or knows_sigma(subject.config.model)
        self.settings.offer_colours(described.attributes, labelled=described.tells_apart, sigma=sigma)
        if self.settings.colour.currentData() != before:
            self._keep()

    @Slot(object)
    def _on_survey(self, surveyed: EncodedCount) -> None:
        if self.settings.by_umap:
            self._show_caption()
            return
        asked = surveyed.total if self._asked is None else self._asked.images or surveyed.total
        if surveyed.count >= _GROWTH * asked or (surveyed.count == surveyed.total and surveyed.count != asked):
            self._points.ask_again()
        self._show_caption()

    def _on_map(self, drawn: DrawnMap) -> None:
        if (drawn.means is not None) != self.settings.by_umap:  # a fit that was under way when another projection was chosen
            return
        before, self._map = self._map, drawn
        if drawn.means is not None and before is not None and before.means is not None and before.step != drawn.step:
            self._forget_drawn()
            self.view.fit()
        self.view.set_holes(drawn.holes)
        self._show_points()
        self._show_drawn()
        self._show_caption()

    def _show_points(self) -> None:
        """The map in the colours of the theme."""
        if self._map is None:
            return
        drawn, dark = self._map, theme.is_dark(self.palette())
        self.view.set_points(drawn.points, map_colours(drawn, dark=dark))
        self.view.printed = (map_colours(drawn, dark=False), legend_of(drawn)) if dark else None
        names = tuple((translated(name), x, y) for name, x, y in cluster_names(drawn))
        legend, axes = legend_of(drawn, dark=dark), (translated(drawn.axis_titles[0]), translated(drawn.axis_titles[1]))
        self.view.explain(translated(drawn.title), axes, legend, names)
        self.side.legend.set_legend(legend)

    @Slot()
    def _show_caption(self) -> None:
        if self._map is not None:
            surveyed, stale = self._session.views.survey.surveyed, self._is_stale()
            self.side.refit.setVisible(stale)
            waits = self._newer_weights_come()
            self._say(caption(self._map, surveyed.count if surveyed else 0, waits=waits, is_stale=stale))

    def _say(self, text: str) -> None:
        """Under the map; without a text the map has that room."""
        self.caption.setText(text)
        self.caption.setVisible(bool(text))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_points()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.views.survey.want(self, False)
