"""The one current z, where it started, and the image it decodes to."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from latentlab.errors import DataError
from latentlab.explore.requests.images import (
    Decode,
    DrawPosterior,
    DrawPrior,
    Encode,
    Encoded,
    Picture,
    PosteriorDraw,
    PriorDraw,
)
from latentlab.explore.requests.texts import dim_name, vector_text
from latentlab.explore.requests.values import Failed, ImageRef, Result, Vector
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.latent_history import LatentHistory
from latentlab.gui.models.messages import Action, Messages
from latentlab.gui.workers.render_thread import RenderThread


@dataclass(frozen=True, eq=False)
class Latent:
    """A current z.

    Attributes:
        z: (D,).
        start: where it started from, (D,): what a reset goes back to.
        std: posterior σ of the start image, (D,); None where the start is no image's.
        origin: the start in words.
        source: how to encode the start image again; None where the start is no image's.
        image: the start image as the network sees it, uint8 (H, W, C); None where the start is no image's.
    """

    z: Vector
    start: Vector
    std: Vector | None
    origin: str
    source: ImageRef | None
    image: NDArray[np.uint8] | None = None

    def keep(self, z: Vector, dimensions: frozenset[int]) -> Vector:
        """Another z, but with some dimensions as they are here."""
        kept = sorted(dimensions)
        z = z.copy()
        z[kept] = self.z[kept]
        return z

    def has_left_start(self, locked: frozenset[int]) -> bool:
        """Whether z has moved from its start, apart from what is locked."""
        return bool((self.keep(self.start, locked) != self.z).any())


class LatentModel(QObject):
    """Moves the current z, and has it decoded.

    Attributes:
        current: the z, None before there is a run.
        locked: dimensions that keep their value whatever moves z, but for their own slider, a new start image and undo.
        shown_step: of the weights that z is decoded by; None before there are any.
        history: the steps that z has made.

    Signals:
        latent_changed: a `Latent`; also when other dimensions are locked.
        picture_changed: a `Picture` of the current z.
    """

    latent_changed = Signal(object)
    picture_changed = Signal(object)

    def __init__(
        self,
        run: CurrentRun,
        rendering: RenderThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.current: Latent | None = None
        self.locked: frozenset[int] = frozenset()
        self.history = LatentHistory(self)
        self._run = run
        self._rendering = rendering
        self._messages = messages
        self.shown_step: int | None = None
        self._awaited: ImageRef | None = None
        self._opening = False
        self._z_to_reach: tuple[ImageRef, Vector] | None = None
        self.history.restored.connect(self._on_restored)

    @cached_property
    def _random(self) -> np.random.Generator:
        return np.random.default_rng()

    # The model that is looked at

    def start_over(self, path: Path, size: int) -> None:
        """Take up the z that a run was left at, or else z = 0; `announce` emits the signal.

        The first weights of a run that is new here move z to its first held-out image.
        """
        self.shown_step = self._z_to_reach = self._awaited = None
        self.locked = frozenset()
        left_at = self.history.enter(path, size, self.current)
        self._opening = left_at is None
        z = np.zeros(size, np.float32)
        self.current = left_at or Latent(z, z, None, "z = 0", None)

    def announce(self) -> None:
        """Emit the current z, once everybody knows which run it belongs to."""
        self.latent_changed.emit(self.current)

    def show_weights(self, step: int) -> None:
        """Encode the start image and decode z by other weights."""
        if self.current is None:
            return
        self.shown_step = step
        subject = self._run.subject
        if self._opening and subject is not None and subject.held_out_count:
            self._awaited = ImageRef(index=0)
        source = self._awaited or self.current.source
        if source is not None:
            self._encode(source)
        self.decode()

    # Moving z

    def set_z(self, dimension: int, value: float) -> None:
        """Move one dimension of the current z; moves of the same one are one step until the history settles."""
        if self.current is None:
            return
        z = self.current.z.copy()
        z[dimension] = value
        self._change(replace(self.current, z=z), dim_name(dimension), merges=dimension)

    def adopt_z(self, z: Vector, words: str = tr("another z"), *, merges: Hashable | None = None) -> None:
        """Take another z, keeping the start, and what is locked; moves that merge are one step until the history settles."""
        if self.current is not None:
            self._change(replace(self.current, z=self.with_locked(z.astype(np.float32))), words, merges=merges)

    def adopt_text(self, text: str) -> None:
        """Take the z that a text says, keeping the start; a text that says none is answered with a sentence."""
        from latentlab.explore.latent_file import read_values

        if self.current is None:
            return
        try:
            self.adopt_z(read_values(text, len(self.current.z)), tr("pasted z"))
        except DataError as error:
            self._messages.tell("error", str(error))

    def text(self) -> str:
        """The current z as text that can be pasted again, here or after --z."""
        return vector_text(self.current.z) if self.current is not None else ""

    def set_locked(self, dimensions: frozenset[int]) -> None:
        """Say which dimensions are locked."""
        self.locked = dimensions
        self.latent_changed.emit(self.current)

    def reset_z(self) -> None:
        """Back to the start, but for what is locked."""
        if self.current is not None:
            self._change(replace(self.current, z=self.with_locked(self.current.start)), tr("reset"))

    def draw_from_posterior(self) -> None:
        """Move z to a draw from the start image's posterior, keeping the start."""
        if self.current is None or self.current.source is None:
            self._messages.tell("info", tr("There is no start image whose posterior could be drawn from: choose one first."))
            return
        seed = int(self._random.integers(2**31))
        self._rendering.submit("draw", DrawPosterior(self.current.source, seed), self._take_draw)

    # Starting elsewhere

    def start_from_zero(self) -> None:
        """Start at z = 0, but for what is locked."""
        if self.current is not None:
            self.start_from_latent(self.with_locked(np.zeros_like(self.current.z)), "z = 0")

    def start_from_prior(self) -> None:
        """Start at a draw from the prior, but for what is locked; nowhere if z has been started elsewhere before it comes."""
        if self.current is not None:
            take = partial(self._take_prior_draw, self.current.origin)
            self._rendering.submit("prior draw", DrawPrior(int(self._random.integers(2**31))), take)

    def start_from_latent(self, z: Vector, origin: str) -> None:
        """Start at a z that is no image's."""
        self._change(Latent(z, z, None, origin, None), origin)

    def start_from_image(self, source: ImageRef) -> None:
        """Start at the posterior mean of an image."""
        self._z_to_reach, self._awaited, self._opening = None, source, False
        self._encode(source)

    def start_from_random_image(self) -> None:
        """Start at the posterior mean of some held-out image."""
        subject = self._run.subject
        if subject is not None and subject.images_problem:
            look = ((tr("Choose folder…"), self._messages.choose_image_folder),)
            self._messages.tell("warning", subject.images_problem, actions=look)
        elif subject is not None and subject.held_out_count:
            self.start_from_image(ImageRef(index=int(self._random.integers(subject.held_out_count))))

    def restore_start(self, source: ImageRef, z: Vector) -> None:
        """Start at an image again, at a z that was reached from there."""
        self.start_from_image(source)
        self._z_to_reach = source, z

    def restore(self, z: Vector, std: Vector | None, origin: str, *, start: Vector | None = None) -> None:
        """The z and the start that a picture was drawn from, or that a file holds; the start is z where there is no other."""
        self._change(Latent(z, z if start is None else start, std, origin, None), origin)

    # Answers

    def _change(self, latent: Latent, words: str, *, merges: Hashable | None = None) -> None:
        """Take another z as a step that can be undone."""
        before = self.current
        if self._opening:  # the image to open at would come too late
            self._opening, self._awaited = False, None
        if before is not None and not (np.array_equal(latent.z, before.z) and latent.source == before.source):
            self.history.step(before, latent, words, merges)
        self._set(latent)

    def _set(self, latent: Latent) -> None:
        self.current = latent
        self.latent_changed.emit(latent)
        if self.shown_step is not None:
            self.decode()

    def decode(self) -> None:
        """Have the current z decoded; once there are weights to do it by."""
        assert self.current is not None
        self._rendering.submit("decode", Decode(self.current.z), self._take_picture)

    def _encode(self, source: ImageRef) -> None:
        self._rendering.submit("encode", Encode(source), partial(self._take_start, source))

    def _take_picture(self, result: Result) -> None:
        if isinstance(result, Picture):
            learned = result.step > 0 or not self._run.is_training  # before that, every z looks alike
            if learned and self.current is not None and np.array_equal(result.z, self.current.z):
                self.history.take_picture(result.image)
            self.picture_changed.emit(result)
        elif isinstance(result, Failed):
            self._messages.tell("error", result.message)

    def _take_draw(self, result: Result) -> None:
        if isinstance(result, Failed):
            self._messages.tell("error", result.message)
        elif isinstance(result, PosteriorDraw) and self.current is not None and self.current.source == result.source:
            self.adopt_z(result.z, tr("draw from q(z|x)"))

    def _take_prior_draw(self, origin: str, result: Result) -> None:
        current = self.current
        if isinstance(result, Failed):
            self._messages.tell("error", result.message)
        elif isinstance(result, PriorDraw) and current and (current.origin, len(current.z)) == (origin, len(result.z)):
            self.start_from_latent(self.with_locked(result.z), mark("random draw"))

    def _take_start(self, source: ImageRef, result: Result) -> None:
        if isinstance(result, Failed):
            if source == self._awaited:
                self._awaited, self._opening = None, False
            actions: tuple[Action, ...] = ()
            if result.wrong_size:
                fitted = replace(source, crop_and_scale=True)
                actions = ((tr("Crop and scale it"), partial(self.start_from_image, fitted)),)
            self._messages.tell("error", result.message, actions=actions)
            return
        assert isinstance(result, Encoded)
        assert self.current is not None
        awaited, follows = source == self._awaited, source == self.current.source
        if not (awaited or follows):
            return  # z has gone elsewhere meanwhile
        z = result.mean
        if not awaited:
            # The same image under newer weights: z follows it only as long as nobody has moved it by hand.
            z = self.current.z if self.current.has_left_start(self.locked) else self.with_locked(z)
        if self._z_to_reach is not None and self._z_to_reach[0] == source:
            z, self._z_to_reach = self._z_to_reach[1], None
        latent = Latent(z, result.mean, result.std, result.origin, source, result.image)
        if awaited and not self._opening:
            self._awaited = None
            self._change(latent, result.origin)
        else:
            self._awaited, self._opening = None, False
            self._set(latent)

    def with_locked(self, z: Vector) -> Vector:
        """z, but the current values where they are locked."""
        return z if self.current is None else self.current.keep(z, self.locked)

    @Slot(object)
    def _on_restored(self, latent: Latent) -> None:
        """An earlier z; newer weights may encode its start image elsewhere."""
        self._awaited = self._z_to_reach = None
        self._set(latent)
        if latent.source is not None and self.shown_step is not None:
            self._encode(latent.source)
