"""What the newest weights, or those of a checkpoint, make of the current z and the held-out images."""

import itertools
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, Unpack

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from latentlab.explore.requests.commands import Export, Exported, Request, Style, ViewRequest
from latentlab.explore.requests.directions import DirectionsRead, KeptDirection, ReadDirections
from latentlab.explore.requests.images import (
    Describe,
    Described,
    FetchedImage,
    FetchedImages,
    FetchImage,
    FetchImages,
    Gallery,
    GalleryImages,
)
from latentlab.explore.requests.values import Failed, Result
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import TRAINING, CurrentRun, State
from latentlab.gui.models.freshness import Freshness
from latentlab.gui.models.held_out_survey import HeldOutSurvey
from latentlab.gui.models.latent import Latent, LatentModel
from latentlab.gui.models.messages import Messages
from latentlab.gui.models.show_in_folder import show_in_folder
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.gui.workers.render_thread import RenderThread

GALLERY = Gallery(16, 16)
"""What is drawn of every model that is looked at."""

V = TypeVar("V")

AskView = Callable[[Latent], Request | None]
"""Gives what to draw of the current z; None for nothing at present."""


class KeptView(Generic[V]):
    """A view that is drawn again at all newer weights and, if it follows z, at every new z, from `start` to `stop`.

    Attributes:
        freshness: whether it shows what is asked for by now.
    """

    def __init__(
        self,
        views: "ViewsModel",
        channel: str,
        kind: type[V],
        ask: AskView,
        on_drawn: Callable[[V], object],
        on_failed: Callable[[Request], object] | None,
        follows_z: bool,
    ) -> None:
        self.channel = channel
        self.follows_z = follows_z
        self.freshness = Freshness()
        self._views = views
        self._kind = kind
        self._ask = ask
        self._on_drawn = on_drawn
        self._on_failed = on_failed

    def start(self) -> None:
        """Draw it now, and keep it drawn."""
        self._views.kept[self.channel] = self
        self._views.submit(self)

    def stop(self) -> None:
        """Draw it no more; an answer that is on its way is dropped."""
        self._views.kept.pop(self.channel, None)

    def keep(self, wanted: bool) -> None:
        """Start or stop."""
        (self.start if wanted else self.stop)()

    def ask_again(self) -> None:
        """Draw it once more, where it is kept and what it asks for has changed."""
        if self.is_kept:
            self._views.submit(self)

    @property
    def is_kept(self) -> bool:
        """Whether it is drawn."""
        return self.channel in self._views.kept

    def request(self, latent: Latent) -> Request | None:
        """What to draw."""
        return self._ask(latent)

    def take(self, request: Request, result: Result) -> None:
        """An answer."""
        if self.is_kept and isinstance(result, self._kind):
            self.freshness.answer(request)
            self._on_drawn(result)

    def fail(self, request: Request) -> None:
        """What cannot be drawn."""
        self.freshness.refuse(request)
        if self.is_kept and self._on_failed is not None:
            self._on_failed(request)


class ViewsModel(QObject):
    """Has views drawn and exported.

    Attributes:
        kept: the views that are kept drawn, by channel.
        shown_step: of the weights that are looked at, None before there are any.
        held_step: of the checkpoint that is looked at while newer weights come and go; None where the newest are.
        gallery: the newest, None before there is one.
        described: what is known of the held-out images, None before that is known.
        survey: the encoding of all held-out images.

    Signals:
        gallery_changed: a `GalleryImages`.
        rested: the `GalleryImages` by weights that stay: nothing trains, and the newest are looked at.
        described_changed: a `Described`.
    """

    gallery_changed = Signal(object)
    rested = Signal(object)
    described_changed = Signal(object)

    def __init__(
        self,
        run: CurrentRun,
        latent: LatentModel,
        rendering: RenderThread,
        files: FilesThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.kept: dict[str, KeptView[Any]] = {}
        self.shown_step: int | None = None
        self.held_step: int | None = None
        self.gallery: GalleryImages | None = None
        self.described: Described | None = None
        self.survey = HeldOutSurvey(run, self, rendering, messages, self)
        self._run = run
        self._latent = latent
        self._rendering = rendering
        self._files = files
        self._messages = messages
        self._numbers = itertools.count()
        self._gallery_in_flight = False
        latent.latent_changed.connect(self._on_latent)
        run.state_changed.connect(self._tell_rest)

    # The model that is looked at

    def start_over(self) -> None:
        """Forget what was made by another model."""
        self.shown_step = self.held_step = None
        self.gallery = self.described = None
        self._gallery_in_flight = False
        self.survey.start_over()

    def show_weights(self, step: int) -> None:
        """Draw everything by other weights."""
        subject = self._run.subject
        if subject is None:
            return
        self.shown_step = step
        with_images = subject.held_out_count > 0
        self._gallery_in_flight = with_images
        if self.described is None and with_images:
            self._rendering.submit("describe", Describe(), self._take_described)
        if with_images:
            self._rendering.submit("gallery", GALLERY, self._take_gallery)
        for view in tuple(self.kept.values()):
            self.submit(view)
        self.survey.show_weights(step)

    @property
    def wants_weights(self) -> bool:
        """Whether newer weights would be drawn, now."""
        return not self._gallery_in_flight and self.held_step is None

    @property
    def newer_weights_come(self) -> bool:
        """Whether a run trains whose weights are not held."""
        state = self._run.state
        return state in TRAINING and state is not State.PAUSED and self.held_step is None

    # Views

    def keep(
        self,
        kind: type[V],
        ask: AskView,
        on_drawn: Callable[[V], object],
        on_failed: Callable[[Request], object] | None = None,
        *,
        follows_z: bool = True,
    ) -> KeptView[V]:
        """A handle of a view.

        Args:
            kind: of what is drawn.
            ask: gives the request for the current z, whenever it is to be drawn.
            on_drawn: gets what was drawn.
            on_failed: gets a request that cannot be drawn; a message says why.
            follows_z: whether it is drawn at every new z.
        """
        return KeptView(self, f"view {next(self._numbers)}", kind, ask, on_drawn, on_failed, follows_z)

    def submit(self, view: KeptView[Any]) -> None:
        """Have a view drawn that is kept."""
        if self._latent.current is None or self.shown_step is None:
            return
        request = view.request(self._latent.current)
        if request is not None:
            view.freshness.ask(request)
            self._rendering.submit(view.channel, request, partial(self._take_view, view, request))

    def fetch_image(self, index: int, on_fetched: Callable[[FetchedImage], object]) -> None:
        """Fetch one held-out image; of several questions the newest is answered."""
        self._rendering.submit("image", FetchImage(index), partial(self._take, FetchedImage, on_fetched))

    def fetch_images(self, indices: tuple[int, ...], on_fetched: Callable[[FetchedImages], object]) -> None:
        """Fetch several held-out images; of several questions the newest is answered."""
        self._rendering.submit("images", FetchImages(indices), partial(self._take, FetchedImages, on_fetched))

    def read_directions(self, path: Path, on_read: Callable[[tuple[KeptDirection, ...]], object]) -> None:
        """Read directions that were saved."""
        request = ReadDirections(path)
        self._rendering.submit(
            "directions file", request, partial(self._take, DirectionsRead, lambda read: on_read(read.directions))
        )

    def export(self, request: ViewRequest, path: Path, **style: Unpack[Style]) -> None:
        """Write a view as a picture or a loop that says where it came from."""
        write = self._files.expect(self._files.own_channel(), self._tell_exported)
        self._rendering.draw_for_file(Export(request, path, **style), write, self._tell_failed)

    # Answers

    @Slot()
    def _tell_rest(self) -> None:
        comes = self.newer_weights_come or self._run.state in (State.FOLLOWING, State.DISCONNECTED)
        if self.gallery is not None and self.held_step is None and not comes:
            self.rested.emit(self.gallery)

    @Slot()
    def _on_latent(self) -> None:
        for view in tuple(self.kept.values()):
            if view.follows_z:
                self.submit(view)

    def _take(self, kind: type[V], on_taken: Callable[[V], object], result: Result) -> None:
        """Hand on an answer of a kind; say why there is none."""
        if isinstance(result, kind):
            on_taken(result)
        elif isinstance(result, Failed):
            self._messages.tell("error", result.message)

    def _take_view(self, view: KeptView[Any], request: Request, result: Result) -> None:
        if isinstance(result, Failed):
            self._messages.tell("error", result.message, at=request)
            view.fail(request)
        else:
            view.take(request, result)

    def _take_described(self, result: Result) -> None:
        def take(described: Described) -> None:
            self.described = described
            self.described_changed.emit(described)

        self._take(Described, take, result)

    def _take_gallery(self, result: Result) -> None:
        def take(gallery: GalleryImages) -> None:
            self.gallery = gallery
            self.gallery_changed.emit(gallery)
            self._tell_rest()

        self._gallery_in_flight = False
        self._take(GalleryImages, take, result)

    def _tell_failed(self, failed: Failed) -> None:
        self._messages.tell("error", failed.message)

    def _tell_exported(self, exported: Exported) -> None:
        copy = partial(QGuiApplication.clipboard().setText, exported.command)
        self._messages.tell(
            "success",
            tr("Saved {path}.", path=exported.path),
            actions=((tr("Copy its command line"), copy), show_in_folder(exported.path, self._messages)),
        )
